//! Given up in the open: two people, a coded reason, a record with what would have been, and the next try says that it is one.

use sunlot_app::Reason;
use sunlot_app::ceremony::{CeremonyFault, CeremonyNote};

use super::{CARDS, Room, cards, finish, given, number, void};
use crate::accounts::{reason, told};

#[test]
fn a_sealed_draw_is_given_up_by_two_and_stays_on_record() {
    let room = Room::ready();
    let desk = room.desk();
    let id = room.sealed(&desk).line.id;
    let alone = desk.ceremony_void(&sunlot_app::ceremony::CeremonyVoid {
        second: None,
        ..void(id, "seat_empty")
    });
    assert!(alone.is_err(), "nobody does it alone");
    assert!(
        desk.ceremony_void(&void(id, "other")).is_err(),
        "another reason has to be told"
    );
    assert!(
        desk.ceremony_void(&void(id, "bad_luck")).is_err(),
        "not liking it is no reason"
    );
    let view = desk.ceremony_void(&void(id, "seat_empty")).unwrap();
    let ended = view.ended.expect("it ended");
    assert_eq!(
        (ended.outcome.as_str(), ended.selected),
        ("void", 0),
        "no card was down: nothing would have been"
    );
    let again = room.sealed(&desk);
    assert_eq!(
        again.told, "第 2 次摇号 · 本任务第 2 次抽取",
        "the next one says that it is the second"
    );
    assert_eq!(
        again.earlier.len(),
        1,
        "with the one that was given up: {:?}",
        again.earlier
    );
    assert!(again.earlier[0].contains("见证席位空缺"), "and why");
}

#[test]
fn given_up_after_the_numbers_the_result_that_would_have_been_is_shown() {
    let room = Room::ready();
    let desk = room.desk();
    let id = room.sealed(&desk).line.id;
    cards(&desk, id);
    number(&desk, id, 1, CARDS[0]);
    number(&desk, id, 2, CARDS[1]);
    desk.ceremony_number(&given(id, 3, CARDS[2])).unwrap();
    let view = desk.ceremony_void(&void(id, "objection")).unwrap();
    let ended = view.ended.expect("it ended");
    assert_eq!(
        (ended.outcome.as_str(), ended.selected),
        ("void", 3),
        "nobody can hide what would have been"
    );
    assert!(
        view.sealed.is_some() && ended.standing == 0,
        "but nothing of it stands"
    );
}

#[test]
fn a_card_that_is_not_opened_gives_a_record_without_a_result() {
    let room = Room::ready();
    let desk = room.desk();
    let id = room.sealed(&desk).line.id;
    cards(&desk, id);
    number(&desk, id, 1, CARDS[0]);
    let view = desk.ceremony_number(&given(id, 2, "")).unwrap();
    assert!(view.seats[1].refused, "the second does not open it");
    number(&desk, id, 3, CARDS[2]);
    let missing = reason(desk.ceremony_confirm(&given(id, 2, CARDS[1])));
    assert_eq!(
        missing,
        Reason::Ceremony(CeremonyFault::NumberMissing { seat: 2 }),
        "nobody types a number for whoever refuses"
    );
    let view = desk.ceremony_void(&void(id, "card_refused")).unwrap();
    assert_eq!(
        view.ended.map(|ended| ended.selected),
        Some(0),
        "without every number there is no result"
    );
}

#[test]
fn what_is_drawn_is_not_given_up_any_more() {
    let room = Room::ready();
    let desk = room.desk();
    let id = room.sealed(&desk).line.id;
    finish(&desk, id);
    let late = reason(desk.ceremony_void(&void(id, "objection")));
    assert!(
        matches!(late, Reason::Ceremony(CeremonyFault::CeremonyStep { .. })),
        "once everybody knows the result it stands: {late:?}"
    );
}

#[test]
fn objections_and_opinions_are_noted_at_any_time() {
    let room = Room::ready();
    let desk = room.desk();
    let id = room.sealed(&desk).line.id;
    let note = |kind: &str, words: &str| CeremonyNote {
        id,
        kind: kind.to_owned(),
        who: "见证人2".to_owned(),
        words: words.to_owned(),
    };
    desk.ceremony_note(&note("objection", "名单里少了一户")).unwrap();
    assert!(
        desk.ceremony_note(&note("objection", " ")).is_err(),
        "an objection says something"
    );
    finish(&desk, id);
    let view = desk.ceremony_note(&note("opinion", "程序合规")).unwrap();
    let kinds: Vec<_> = view.notes.iter().map(|note| note.kind.value.as_str()).collect();
    assert_eq!(kinds, ["objection", "opinion"], "both stand there");
    let told = told(&desk, 1);
    assert!(told[0].contains("监督意见"), "and in the trail: {told:?}");
}
