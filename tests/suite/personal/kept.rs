//! Who may keep, see and show a value, and what is refused.

use sunlot_app::account::{Role, Typed};
use sunlot_app::personal::{PersonalErase, PersonalField, PersonalKeep, PersonalShow};
use sunlot_app::{Desk, Failure, Result};

use super::{ID, PHONE, REASON, erase, holder, keep, keeping, show, shown, trail_fits};
use crate::accounts::{code, seated, told};
use crate::support::{Office, PEOPLE, someone};

const MASKED: [&str; 2] = ["139****0123", "320301********0039"];

#[test]
fn everybody_sees_the_mask_and_nobody_the_value() {
    let (office, desk) = keeping();
    drop(desk);
    for person in &PEOPLE {
        let desk = seated(&office, person);
        let view = desk.personal_view().unwrap();
        assert_eq!(
            shown(&view),
            MASKED,
            "{} recognises and learns nothing",
            person.login
        );
        let all = format!("{view:?}{}", serde_json::to_string(&view).unwrap());
        assert!(
            !all.contains(PHONE) && !all.contains(ID),
            "{}: the value does not even travel to the window",
            person.login
        );
        let item = &view.items[0];
        assert_eq!(
            (item.holder_label.as_str(), item.by.as_str(), item.reason.as_str()),
            ("李娜（lina）", "关敏（guan）", REASON),
            "whose, who decided, and why"
        );
        assert_eq!(item.since, "2026-11-20T09:41:00+08:00", "and since when");
    }
}

#[test]
fn administrator_and_supervisor_read_it_and_the_trail_says_so_without_saying_it() {
    let (office, desk) = keeping();
    assert_eq!(
        show(&desk, "lina", PersonalField::MobilePhone).unwrap(),
        PHONE,
        "the administrator"
    );
    drop(desk);
    let desk = seated(&office, someone(Role::Supervisor));
    assert_eq!(
        show(&desk, "LINA", PersonalField::IdNumber).unwrap(),
        ID,
        "the supervisor"
    );
    assert_eq!(
        told(&desk, 1),
        ["王建国（wang）：查看李娜（lina）的公民身份号码，理由：夜间联系不上，需要打电话"],
        "who, whose, which and why"
    );
    let whole = told(&desk, 100).join("\n");
    for telling in [PHONE, ID, MASKED[0], MASKED[1], "0123", "0039"] {
        assert!(!whole.contains(telling), "{telling} stands in the trail: {whole}");
    }
    assert!(trail_fits(&office), "and it fits");
}

#[test]
fn others_are_turned_away_and_nothing_is_written() {
    let (office, desk) = keeping();
    drop(desk);
    for (role, may_show) in [
        (Role::Handler, false),
        (Role::Reader, false),
        (Role::Supervisor, true),
    ] {
        let desk = seated(&office, someone(role));
        let before = told(&desk, 1);
        let field = PersonalField::MobilePhone;
        assert_eq!(
            code(keep(&desk, "wang", field, PHONE)),
            "not_permitted",
            "{role:?} keeps nothing"
        );
        assert_eq!(
            code(erase(&desk, "lina", field)),
            "not_permitted",
            "{role:?} erases nothing"
        );
        if !may_show {
            assert_eq!(
                code(show(&desk, "lina", field)),
                "not_permitted",
                "{role:?} reads nothing"
            );
        }
        assert_eq!(
            told(&desk, 1),
            before,
            "{role:?}: a refusal leaves nothing behind"
        );
    }
    let nobody = Office::sample().desk();
    assert!(
        keep(&nobody, "lina", PersonalField::MobilePhone, PHONE).is_err(),
        "without accounts there is nobody whose number could be kept"
    );
}

/// What is wrong, field by field, in codes.
fn wrong(answer: Result<impl std::fmt::Debug>) -> Vec<(String, String)> {
    let failure = Failure::from(answer.expect_err("it must be refused"));
    assert_eq!(failure.code, "personal_invalid", "{failure:?}");
    let all = format!("{failure:?}");
    assert!(
        !all.contains(PHONE) && !all.contains("13987650") && !all.contains("32030119"),
        "a refusal must not tell the number: {all}"
    );
    failure
        .problems
        .into_iter()
        .map(|problem| {
            let place = serde_json::to_value(&problem.place).unwrap();
            (place["field"].as_str().unwrap().to_owned(), problem.code)
        })
        .collect()
}

fn try_keep(desk: &Desk, field: PersonalField, value: &str, reason: &str) -> Result<impl std::fmt::Debug> {
    desk.personal_keep(&PersonalKeep {
        holder: holder("wang"),
        field,
        value: Typed::new(value),
        reason: reason.to_owned(),
    })
}

#[test]
fn a_wrong_number_is_refused_by_what_is_wrong_with_it() {
    let (office, desk) = keeping();
    let (phone, id) = (PersonalField::MobilePhone, PersonalField::IdNumber);
    for (field, value, expected) in [
        (phone, "", "required"),
        (phone, "1398765012", "personal_length"),
        (phone, "139876501234", "personal_length"),
        (phone, "02098765012", "mobile_beginning"),
        (phone, "1398765O123", "personal_character"),
        (phone, ID, "personal_length"),
        (id, "320301198805120038", "id_check"),
        (id, "32030119880512003", "personal_length"),
        (id, "320301198802300031", "id_birth"),
        (id, "990301198805120039", "id_province"),
        (id, "320301880512003", "id_of_fifteen"),
        (id, PHONE, "personal_length"),
    ] {
        assert_eq!(
            wrong(try_keep(&desk, field, value, REASON)),
            [("value".to_owned(), expected.to_owned())],
            "{field:?} of {} characters",
            value.chars().count()
        );
    }
    assert_eq!(
        wrong(try_keep(&desk, phone, "1398765012", " ")),
        [
            ("value".to_owned(), "personal_length".to_owned()),
            ("reason".to_owned(), "required".to_owned())
        ],
        "everything that is wrong is told at once"
    );
    assert_eq!(shown(&desk.personal_view().unwrap()), MASKED, "nothing was added");
    assert!(trail_fits(&office), "and nothing half written");
}

#[test]
fn a_reason_must_be_given_and_must_not_tell_the_number() {
    let (_office, desk) = keeping();
    for reason in ["", "   "] {
        for answer in [
            try_keep(&desk, PersonalField::MobilePhone, "13812345678", reason).map(drop),
            desk.personal_show(&PersonalShow {
                holder: holder("lina"),
                field: PersonalField::MobilePhone,
                reason: reason.to_owned(),
            })
            .map(drop),
            desk.personal_erase(&PersonalErase {
                holder: holder("lina"),
                field: PersonalField::MobilePhone,
                reason: reason.to_owned(),
            })
            .map(drop),
        ] {
            assert_eq!(
                wrong(answer),
                [("reason".to_owned(), "required".to_owned())],
                "without a reason nothing is kept, shown or erased"
            );
        }
    }
    for reason in [
        "打 139-8765-0123",
        "电话１３９８７６５０１２３",
        "旧号13700001111作废",
    ] {
        let asked = PersonalShow {
            holder: holder("lina"),
            field: PersonalField::MobilePhone,
            reason: reason.to_owned(),
        };
        assert_eq!(
            wrong(desk.personal_show(&asked)),
            [("reason".to_owned(), "reason_tells_number".to_owned())],
            "a reason stands in the trail for ever"
        );
    }
    let pieces = PersonalShow {
        holder: holder("lina"),
        field: PersonalField::MobilePhone,
        reason: "139 号段，后面是 8765，再后面是 0123".to_owned(),
    };
    assert_eq!(
        wrong(desk.personal_show(&pieces)),
        [("reason".to_owned(), "reason_tells_number".to_owned())],
        "nor does the value stand there in pieces"
    );
}

#[test]
fn what_is_not_there_is_said_and_one_value_is_kept_once() {
    let (_office, desk) = keeping();
    let phone = PersonalField::MobilePhone;
    assert_eq!(
        code(keep(&desk, "nobody", phone, PHONE)),
        "holder_unknown",
        "no such account"
    );
    assert_eq!(
        code(keep(&desk, "../lina", phone, PHONE)),
        "holder_unknown",
        "nor a name of another form"
    );
    assert_eq!(
        code(keep(&desk, "lina", phone, "13812345678")),
        "personal_kept_already",
        "one at a time"
    );
    assert_eq!(
        code(show(&desk, "wang", phone)),
        "personal_not_kept",
        "nothing of him is kept"
    );
    assert_eq!(
        code(erase(&desk, "wang", phone)),
        "personal_not_kept",
        "so nothing can be erased"
    );
    erase(&desk, "lina", phone).unwrap();
    assert_eq!(
        code(show(&desk, "lina", phone)),
        "personal_not_kept",
        "erased is not kept"
    );
    keep(&desk, "lina", phone, "+86 138 1234 5678").unwrap();
    assert_eq!(
        show(&desk, "lina", phone).unwrap(),
        "13812345678",
        "the new one stands as it is dialled"
    );
}
