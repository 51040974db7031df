//! What is settled once: the terms with the seal, the last card with the table, the time with what came before.

use sunlot_app::Reason;
use sunlot_app::account::{Role, Typed};
use sunlot_app::ceremony::{
    CeremonyCard, CeremonyFault, CeremonyId, CeremonySave, CeremonySign, DrawAmend, SeatForm,
};
use sunlot_draw::read;
use sunlot_draw::verify::{Given, verify};

use super::{CARDS, PASSPHRASE, Room, finish, given, number, seal, supervisor, void};
use crate::accounts::reason;
use crate::rules;
use crate::support::{TestClock, someone};

fn fault<T: std::fmt::Debug>(answer: sunlot_app::Result<T>) -> CeremonyFault {
    match reason(answer) {
        Reason::Ceremony(fault) => fault,
        other => panic!("another refusal was meant: {other:?}"),
    }
}

#[test]
fn with_the_last_card_down_nobody_looks_first_and_then_decides() {
    let room = Room::ready();
    let desk = room.desk();
    let id = room.sealed(&desk).line.id;
    let card = |seat, down| desk.ceremony_card(&CeremonyCard { id, seat, down });
    card(1, true).unwrap();
    card(2, true).unwrap();
    card(2, false).expect("before all are down a card may be taken up");
    card(2, true).unwrap();
    let view = card(3, true).unwrap();
    assert_eq!(view.line.state.value, "cards", "the last card is the step itself");
    assert!(
        matches!(fault(card(3, false)), CeremonyFault::CeremonyStep { .. }),
        "no card comes up again"
    );
    assert_eq!(
        fault(desk.ceremony_void(&void(id, "objection"))),
        CeremonyFault::NumbersFirst { seats: vec![1, 2, 3] },
        "whoever gives up now tells every number"
    );
    number(&desk, id, 1, CARDS[0]);
    desk.ceremony_number(&given(id, 2, CARDS[1])).unwrap();
    desk.ceremony_number(&given(id, 3, "")).unwrap();
    assert_eq!(
        fault(desk.ceremony_void(&void(id, "objection"))),
        CeremonyFault::NumbersFirst { seats: vec![3] },
        "a number is missing only where a witness refuses"
    );
    let view = desk.ceremony_void(&void(id, "card_refused")).unwrap();
    assert_eq!(view.line.state.value, "void", "and that is then the reason");
}

#[test]
fn a_public_number_that_is_out_belongs_into_the_record() {
    let room = Room::ready();
    let clock = TestClock::default();
    let now = room.desk_at(&clock);
    let view = room.prepared(&now, false);
    let id = view.line.id;
    let simple = |date: &str| CeremonySave {
        way: "simple".to_owned(),
        public_source: "福彩3D开奖号".to_owned(),
        public_date: date.to_owned(),
        ..view.form.clone()
    };
    assert!(
        now.ceremony_save(&simple("2026-11-20")).is_err(),
        "one of today may be out already"
    );
    now.ceremony_save(&simple("2026-11-22")).unwrap();
    now.ceremony_seal(&seal(id)).unwrap();
    assert!(
        matches!(
            fault(now.ceremony_turn(&CeremonyId { id })),
            CeremonyFault::PublicNumberNotOut { .. }
        ),
        "nobody writes it down before it is out"
    );
    drop(now);
    clock.show("2026-11-22T21:30:00+08:00");
    let later = room.desk_at(&clock);
    assert_eq!(
        fault(later.ceremony_void(&void(id, "list_wrong"))),
        CeremonyFault::NumbersFirst { seats: vec![1] },
        "once it is out, nobody gives up without telling it"
    );
    later.ceremony_turn(&CeremonyId { id }).unwrap();
    assert!(
        number(&later, id, 1, "20481973").ended.is_some(),
        "it alone decides, with the sealed secret"
    );
}

#[test]
fn rules_that_change_after_the_seal_do_not_change_the_draw() {
    let room = Room::ready();
    let desk = room.desk();
    let id = room.drawn(&desk).line.id;
    drop(desk);
    let desk = room.desk();
    desk.account_enter(&someone(Role::Administrator).entering())
        .unwrap();
    let strict = rules::from_preset(&desk, "huantai", "不递补的细则");
    let mut strict = sunlot_app::rules::RulesSave {
        in_force: Some(true),
        ..strict
    };
    strict.values.insert("replacement".to_owned(), "no".to_owned());
    desk.rules_save(&strict).unwrap();
    desk.account_enter(&someone(Role::Handler).entering()).unwrap();
    let choices = desk.draw_amend_choices(&CeremonyId { id }).unwrap();
    assert!(
        choices.replacement,
        "the draw was sealed under rules that let the next in line step in"
    );
}

#[test]
fn a_clock_that_was_set_back_breaks_no_chain() {
    let room = Room::ready();
    let clock = TestClock::default();
    let desk = room.desk_at(&clock);
    let id = room.drawn(&desk).line.id;
    let amend = |of: &str, code: &str| DrawAmend {
        id,
        kind: of.to_owned(),
        code: code.to_owned(),
        reason: "见〔2026〕9号".to_owned(),
        second: Some(supervisor().second()),
        ..DrawAmend::default()
    };
    clock.turn(3600);
    drop(desk);
    let desk = room.desk_at(&clock);
    desk.draw_amend(&amend("fill", "borrowed")).unwrap();
    clock.turn(-86_400);
    drop(desk);
    let desk = room.desk_at(&clock);
    desk.draw_amend(&amend("cancel", "superior"))
        .expect("a change is not kept out by a wrong clock");
    let record = room.published(&desk, id);
    let report = verify(&[read::published(record.as_bytes())], &Given::default());
    assert!(report.is_valid(), "the times in the file do not go back");
}

#[test]
fn a_name_goes_when_the_consent_goes() {
    let room = Room::ready();
    let desk = room.desk();
    let view = room.prepared(&desk, false);
    let seat = |shown| SeatForm {
        role: "人大代表".to_owned(),
        name: "陈静".to_owned(),
        shown,
        ..SeatForm::default()
    };
    let with = |form: &CeremonySave, seats: Vec<SeatForm>, version| CeremonySave {
        seats,
        version,
        ..form.clone()
    };
    let named = desk
        .ceremony_save(&with(&view.form, vec![seat(true)], view.version))
        .unwrap();
    assert_eq!(named.seats[0].alias, "陈静", "the witness agrees to be named");
    let mut back = named.form.seats.clone();
    back[0].shown = false;
    let unnamed = desk
        .ceremony_save(&with(&named.form, back, named.version))
        .unwrap();
    assert_eq!(
        unnamed.seats[0].alias, "见证人1",
        "and takes it back: what the form still held as the alias goes with it"
    );
    let id = view.line.id;
    let shown = desk.ceremony_view(&CeremonyId { id }).unwrap();
    assert_eq!(
        shown.form.seats[0].name, "陈静",
        "the office itself knows who sat there"
    );
    desk.account_enter(&someone(Role::Reader).entering()).unwrap();
    let shown = desk.ceremony_view(&CeremonyId { id }).unwrap();
    assert_eq!(
        shown.form.seats[0].name, "",
        "whoever only looks does not learn a name that was not given freely"
    );
    desk.account_enter(&someone(Role::Handler).entering()).unwrap();
    desk.ceremony_note(&sunlot_app::ceremony::CeremonyNote {
        id,
        kind: "objection".to_owned(),
        who: "陈静".to_owned(),
        words: "名单里少了一户".to_owned(),
    })
    .unwrap();
    desk.ceremony_seal(&seal(id)).unwrap();
    desk.ceremony_card(&CeremonyCard {
        id,
        seat: 1,
        down: true,
    })
    .unwrap();
    number(&desk, id, 1, CARDS[0]);
    let record = room.published(&desk, id);
    assert!(!record.contains("陈静"), "nothing that goes out names her");
    assert!(record.contains("名单里少了一户"), "what she said does go out");
}

#[test]
fn a_formal_change_rests_on_something_and_a_rehearsal_is_not_signed() {
    let room = Room::ready();
    let desk = room.desk();
    let id = room.drawn(&desk).line.id;
    let bare = DrawAmend {
        id,
        kind: "cancel".to_owned(),
        code: "superior".to_owned(),
        second: Some(supervisor().second()),
        ..DrawAmend::default()
    };
    assert!(
        desk.draw_amend(&bare).is_err(),
        "neither a paper nor a word about it: nobody could look it up"
    );
    desk.draw_amend(&DrawAmend {
        reason: "市局〔2026〕31号".to_owned(),
        ..bare
    })
    .unwrap();
    let tried = room.prepared(&desk, true).line.id;
    desk.rehearsal_seal(&seal(tried)).unwrap();
    let view = finish(&desk, tried);
    assert!(
        !view.may.iter().any(|act| act == "ceremony_sign"),
        "what was only tried out carries no signature: {:?}",
        view.may
    );
    let refused = fault(desk.ceremony_sign(&CeremonySign {
        id: tried,
        passphrase: Typed::new(PASSPHRASE),
    }));
    assert!(
        matches!(refused, CeremonyFault::CeremonyKind { .. }),
        "by no door: {refused:?}"
    );
}

#[test]
fn a_clock_that_goes_back_in_the_room_stands_in_the_record() {
    let room = Room::ready();
    let clock = TestClock::default();
    let desk = room.desk_at(&clock);
    let id = room.sealed(&desk).line.id;
    drop(desk);
    clock.turn(-86_400);
    let desk = room.desk_at(&clock);
    let drawn = finish(&desk, id);
    assert_eq!(
        drawn.ended.unwrap().selected,
        3,
        "the time has no part in the draw: it goes on"
    );
    let record: serde_json::Value = serde_json::from_str(&room.published(&desk, id)).unwrap();
    let back = &record["record"]["ceremony"]["clockBack"][0];
    assert_eq!(
        (back["from"].as_str(), back["to"].as_str()),
        (
            Some("2026-11-20T09:41:00+08:00"),
            Some("2026-11-19T09:41:00+08:00")
        ),
        "T4: whoever reads the record reads that it went back, from when to when: {}",
        record["record"]["ceremony"]
    );
}

#[test]
fn what_was_given_up_before_stands_in_the_next_list() {
    let room = Room::ready();
    let desk = room.desk();
    let first = room.sealed(&desk).line.id;
    desk.ceremony_void(&void(first, "seat_empty")).unwrap();
    let second = room.drawn(&desk);
    let steps: Vec<_> = second.steps.iter().map(|step| step.state.as_str()).collect();
    assert_eq!(
        steps,
        [
            "done", "next", "done", "done", "now", "next", "next", "next", "next"
        ],
        "it is decided, and is only now played"
    );
    let record: serde_json::Value = serde_json::from_str(&room.published(&desk, second.line.id)).unwrap();
    let given_up = &record["record"]["manifest"]["ext"]["givenUp"][0];
    assert_eq!(
        (given_up["drawId"].as_str(), given_up["reason"].as_str()),
        (Some("YH-2026-001"), Some("见证席位空缺")),
        "with its name and why: {}",
        record["record"]["manifest"]["ext"]
    );
}
