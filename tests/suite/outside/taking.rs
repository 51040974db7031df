//! A draw of another system is registered, withdrawn with a reason, and marked as what it is.

use sunlot_app::Reason;
use sunlot_app::account::Role;
use sunlot_app::outside::{OutsideDrawFile, OutsideDrawOpen, OutsideDrawWithdraw, OutsideFault, OutsideTake};

use super::{problems, taken, typed, with};
use crate::accounts::seated;
use crate::support::{Office, someone};
use crate::tasks::{id, item, people, request, saved, target};

fn withdraw(id: i64, reason: &str) -> OutsideDrawWithdraw {
    OutsideDrawWithdraw {
        id,
        reason: reason.to_owned(),
    }
}

#[test]
fn z_11_a_draw_of_another_system_is_registered_by_hand_and_marked() {
    let office = Office::sample();
    let desk = office.desk();
    target(&desk, "徐水甲粮站", &[("uscc", "91130609MA07L1234R")]);
    people(&desk, &["李娜"]);
    let view = taken(
        &desk,
        &OutsideTake {
            inspectors: vec!["13060901000".to_owned(), "99999999999".to_owned()],
            ..typed(&["DX-000001"])
        },
    );
    assert_eq!(view.line.number, "WB-0001", "a number of its own");
    assert_eq!(view.line.mark, "外部抽取", "marked wherever it is shown");
    assert_eq!(
        (view.line.targets, view.line.strangers),
        (1, 0),
        "one target, one of ours"
    );
    assert_eq!(
        view.rows[0].known, "DX-000001 徐水甲粮站",
        "known by our own number"
    );
    let states: Vec<&str> = view
        .people
        .iter()
        .map(|person| person.state.value.as_str())
        .collect();
    assert_eq!(
        states,
        ["found", "stranger"],
        "ours are known by their certificate; of others the certificate is written down"
    );
    assert!(view.file.is_none(), "it was typed");
    assert!(
        view.remarks.iter().any(|remark| remark.value == "outside_chain"),
        "it is no part of our own chain, and says so"
    );
    let refused = desk.outside_draw_file(&OutsideDrawFile {
        id: view.line.id,
        ..OutsideDrawFile::default()
    });
    assert!(
        matches!(
            refused.unwrap_err().reason,
            Reason::Outside(OutsideFault::OutsideTyped { .. })
        ),
        "what was typed has no file"
    );
}

#[test]
fn z_11_every_wrong_field_is_told_at_once_with_its_place() {
    let office = Office::sample();
    let desk = office.desk();
    let error = desk.outside_draw_take(&OutsideTake::default()).unwrap_err();
    let places: Vec<String> = problems(&error).into_iter().map(|(place, _)| place).collect();
    assert_eq!(
        places,
        ["system", "office", "drawn_on", "from", "to", "items", "rows"],
        "what is missing is told field by field, and that nobody was drawn"
    );
    target(&desk, "徐水甲粮站", &[]);
    for (fields, place, code, why) in [
        (
            &[
                ("drawn_on", "2027-01-01"),
                ("from", "2027-02-01"),
                ("to", "2027-02-02"),
            ][..],
            "drawn_on",
            "date_in_future",
            "nobody draws tomorrow",
        ),
        (
            &[("from", "2026-11-01")],
            "from",
            "visits_before_draw",
            "visits come after the draw",
        ),
        (
            &[("to", "2026-11-30")],
            "to",
            "task_period_reversed",
            "it ends before it begins",
        ),
        (
            &[("to", "2029-12-31")],
            "to",
            "period_long",
            "for years nobody else could draw these targets",
        ),
        (
            &[("items", "")],
            "items",
            "outside_items_missing",
            "N-13 asks what goes on the sheet",
        ),
        (
            &[("moon", "满")],
            "system",
            "outside_field_unknown",
            "a field that does not exist",
        ),
    ] {
        let request = with(typed(&["徐水甲粮站"]), fields);
        let error = desk.outside_draw_take(&request).unwrap_err();
        assert_eq!(problems(&error), [(place.to_owned(), code)], "{why}");
    }
    let stray = OutsideTake {
        task: Some(9),
        items: vec![7],
        inspectors: vec!["办理中".to_owned()],
        ..typed(&["徐水甲粮站"])
    };
    let error = desk.outside_draw_take(&stray).unwrap_err();
    let codes: Vec<&str> = problems(&error).into_iter().map(|(_, code)| code).collect();
    assert_eq!(
        codes,
        ["item_unknown", "outside_task_unknown", "cert_unread"],
        "an item, a task and a certificate that are none"
    );
    assert_eq!(
        desk.outside_draws_view().unwrap().lines,
        [],
        "nothing was written"
    );
}

#[test]
fn z_11_who_is_not_found_is_asked_for_and_never_guessed() {
    let office = Office::sample();
    let desk = office.desk();
    target(&desk, "徐水甲粮站", &[]);
    target(&desk, "遂城加油站", &[("address", "遂城镇东街")]);
    target(&desk, "遂城加油站", &[("address", "遂城镇西街")]);
    target(&desk, "安肃饲料厂", &[("uscc", "91130609MA07L1234R")]);
    for (text, code, why) in [
        ("没有登记的厂", "drawn_unknown", "nobody is called so"),
        ("DX-000099", "drawn_unknown", "a number that nobody has"),
        ("遂城加油站", "drawn_of_several", "two have this name"),
    ] {
        let error = desk.outside_draw_take(&typed(&[text])).unwrap_err();
        assert_eq!(
            problems(&error),
            [("targets.0".to_owned(), code)],
            "{text}: {why}"
        );
    }
    let left = OutsideTake {
        leave_rest: true,
        ..typed(&["徐水甲粮站", "没有登记的厂"])
    };
    let view = taken(&desk, &left);
    assert_eq!(
        (view.line.targets, view.line.strangers),
        (2, 1),
        "somebody said that the other is not in our registry"
    );
    assert_eq!(
        view.rows[1].state.value, "stranger",
        "and it is kept as it stands"
    );
}

#[test]
fn z_11_it_is_withdrawn_with_a_reason_and_stays() {
    let office = Office::sample();
    let desk = office.desk();
    target(&desk, "徐水甲粮站", &[]);
    let view = taken(&desk, &typed(&["徐水甲粮站"]));
    let again = desk.outside_draw_take(&typed(&["徐水甲粮站"])).unwrap_err();
    assert!(
        matches!(again.reason, Reason::Outside(OutsideFault::OutsideThere { .. })),
        "the same draw twice would count its visits twice"
    );
    let id = view.line.id;
    let error = desk.outside_draw_withdraw(&withdraw(id, " ")).unwrap_err();
    assert_eq!(
        problems(&error),
        [("reason".to_owned(), "required")],
        "not without a reason"
    );
    let gone = desk.outside_draw_withdraw(&withdraw(id, "名单发错了")).unwrap();
    assert_eq!(gone.line.state.value, "withdrawn", "it counts no more");
    assert!(
        gone.remarks[0].label.contains("名单发错了"),
        "and whoever opens it reads why"
    );
    assert_eq!(gone.rows.len(), 1, "its rows stay");
    let twice = desk.outside_draw_withdraw(&withdraw(id, "再撤")).unwrap_err();
    assert!(
        matches!(twice.reason, Reason::Outside(OutsideFault::OutsideGone { .. })),
        "once is enough"
    );
    assert_eq!(
        gone.form.targets,
        ["DX-000001"],
        "it can be registered anew as it was"
    );
    let anew = taken(&desk, &gone.form);
    assert_eq!(anew.line.number, "WB-0002", "as another one");
    let missing = desk.outside_draw_open(&OutsideDrawOpen { id: 9, from: 0 });
    assert!(
        matches!(
            missing.unwrap_err().reason,
            Reason::Outside(OutsideFault::OutsideMissing { .. })
        ),
        "there are only two"
    );
    let sentences: Vec<String> = gone.story.into_iter().map(|moment| moment.sentence).collect();
    assert_eq!(
        sentences,
        [
            "撤销外部抽取 WB-0001（市场监管部门随机抽查系统），原因：名单发错了",
            "登记外部抽取 WB-0001：市场监管部门随机抽查系统，徐水区市场监督管理局于 2026-11-10 抽取，检查对象 1 户，手工登记",
        ],
        "the trail tells both"
    );
}

#[test]
fn z_11_a_task_shows_the_draws_that_belong_to_it() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    target(&desk, "徐水甲粮站", &[]);
    let task = saved(&desk, &request(item));
    let draw = OutsideTake {
        task: Some(task.line.id),
        ..typed(&["徐水甲粮站"])
    };
    taken(&desk, &draw);
    let view = desk.task_open(&id(&task)).unwrap();
    assert_eq!(view.outside.len(), 1, "one belongs to it");
    assert_eq!(view.outside[0].mark, "外部抽取", "marked here, too");
    assert!(
        view.story[0].sentence.contains("属于抽查任务 RW-0001"),
        "and its story tells of it"
    );
}

#[test]
fn only_who_may_enter_things_registers_one() {
    let office = Office::with_people();
    let reader = seated(&office, someone(Role::Reader));
    assert!(
        reader.outside_draw_take(&typed(&["DX-000001"])).is_err(),
        "a reader reads"
    );
    assert!(reader.outside_draws_view().is_ok(), "that much is allowed");
}

#[test]
fn a_row_of_the_database_can_not_be_changed() {
    let office = Office::sample();
    let desk = office.desk();
    target(&desk, "徐水甲粮站", &[]);
    taken(&desk, &typed(&["徐水甲粮站"]));
    drop(desk);
    let database = rusqlite::Connection::open(office.database()).unwrap();
    for sql in [
        "UPDATE outside_row SET entry = NULL",
        "DELETE FROM outside_row",
        "UPDATE outside_draw SET withdrawn = 1",
        "DELETE FROM outside_draw",
    ] {
        let refused = database.execute_batch(sql).unwrap_err();
        assert!(
            refused.to_string().contains("append-only"),
            "{sql}: triggers see to it"
        );
    }
}
