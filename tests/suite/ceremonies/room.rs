//! The hour in the room: prepared, sealed, cards down, numbers, result. The last confirmed card decides, and nothing after it.

use sunlot_app::ceremony::{
    CeremonyCard, CeremonyFault, CeremonyId, CeremonyPrepare, CeremonySave, CeremonySeal, DrawRowsRequest,
    SeatForm, StageShow,
};
use sunlot_app::task::TaskMove;
use sunlot_app::{Desk, Reason};

use super::{CARDS, Room, cards, finish, given, number, seal};
use crate::accounts::reason;
use crate::support::Office;
use crate::tasks::{item, people, request, saved, target};

fn refused(reason: Reason) -> CeremonyFault {
    match reason {
        Reason::Ceremony(fault) => fault,
        other => panic!("another refusal was meant: {other:?}"),
    }
}

#[test]
fn three_cards_decide_and_the_result_stands_before_it_is_shown() {
    let room = Room::ready();
    let desk = room.desk();
    let sealed = room.sealed(&desk);
    let seal = sealed.sealed.as_ref().expect("it is sealed");
    assert_eq!(
        (seal.draw.as_str(), seal.candidates, seal.quota),
        ("YH-2026-001", 6, 3),
        "the first draw of the office, half of six"
    );
    assert_eq!(
        seal.code.len(),
        39,
        "eight groups of four, to be copied by hand: {}",
        seal.code
    );
    assert!(sealed.ended.is_none(), "nobody knows a result yet");
    let drawn = finish(&desk, sealed.line.id);
    let ended = drawn.ended.expect("the last card decided");
    assert_eq!(
        (ended.outcome.as_str(), ended.selected),
        ("drawn", 3),
        "three of six"
    );
    assert_eq!(
        drawn.sealed.unwrap().code,
        seal.code,
        "the code is the one that the room photographed"
    );
    let rows = desk
        .draw_rows(&DrawRowsRequest {
            id: drawn.line.id,
            standing: true,
            from: 0,
            limit: 10,
        })
        .unwrap();
    assert_eq!(
        rows.total, 3,
        "every row is there at once; the stage only plays it"
    );
    assert!(
        rows.rows
            .iter()
            .all(|row| row.crew.len() == 2 && row.crew.iter().all(|one| !one.name.is_empty())),
        "two certified people go to each (A-01)"
    );
}

#[test]
fn no_digit_is_typed_before_all_cards_are_down_and_no_card_moves_afterwards() {
    let room = Room::ready();
    let desk = room.desk();
    let id = room.sealed(&desk).line.id;
    let early = refused(reason(desk.ceremony_number(&given(id, 1, CARDS[0]))));
    assert!(
        matches!(early, CeremonyFault::CeremonyStep { .. }),
        "no number before the cards: {early:?}"
    );
    desk.ceremony_card(&CeremonyCard {
        id,
        seat: 1,
        down: true,
    })
    .unwrap();
    let early = refused(reason(desk.ceremony_turn(&CeremonyId { id })));
    assert_eq!(
        early,
        CeremonyFault::CardsNotDown { count: 2 },
        "one of three is not all"
    );
    cards(&desk, id);
    let late = refused(reason(desk.ceremony_card(&CeremonyCard {
        id,
        seat: 1,
        down: false,
    })));
    assert!(
        matches!(late, CeremonyFault::CeremonyStep { .. }),
        "a turned card is not taken back: {late:?}"
    );
    let unknown = refused(reason(desk.ceremony_number(&given(id, 4, CARDS[0]))));
    assert_eq!(
        unknown,
        CeremonyFault::SeatUnknown { seat: 4 },
        "there are three seats"
    );
}

#[test]
fn a_typing_error_is_corrected_before_the_last_card_and_stays_visible() {
    let room = Room::ready();
    let desk = room.desk();
    let id = room.sealed(&desk).line.id;
    cards(&desk, id);
    number(&desk, id, 1, "4829173");
    let view = number(&desk, id, 1, CARDS[0]);
    let entries: Vec<_> = view.seats[0]
        .entries
        .iter()
        .map(|entry| (entry.digits.as_str(), entry.stands))
        .collect();
    assert_eq!(
        entries,
        [("4829173", false), (CARDS[0], true)],
        "the first entry stays there for everybody to see"
    );
    let other = refused(reason(desk.ceremony_confirm(&given(id, 1, "4829173"))));
    assert_eq!(
        other,
        CeremonyFault::NumberOther { seat: 1 },
        "only what stands can be confirmed"
    );
    let missing = refused(reason(desk.ceremony_confirm(&given(id, 2, CARDS[1]))));
    assert_eq!(
        missing,
        CeremonyFault::NumberMissing { seat: 2 },
        "nothing was typed for the second"
    );
    number(&desk, id, 2, CARDS[1]);
    let drawn = number(&desk, id, 3, CARDS[2]);
    assert!(drawn.ended.is_some(), "and the draw ends with the last");
    let late = refused(reason(desk.ceremony_number(&given(id, 1, "7777777"))));
    assert!(
        matches!(late, CeremonyFault::CeremonyStep { .. }),
        "then nothing is typed any more: {late:?}"
    );
}

#[test]
fn a_nervous_double_click_changes_nothing() {
    let room = Room::ready();
    let desk = room.desk();
    let prepared = room.prepared(&desk, false);
    let id = prepared.line.id;
    let once = desk.ceremony_seal(&seal(id)).unwrap();
    let again = refused(reason(desk.ceremony_seal(&seal(id))));
    assert!(
        matches!(again, CeremonyFault::CeremonyStep { .. }),
        "it is sealed once: {again:?}"
    );
    for _ in 0..3 {
        desk.ceremony_card(&CeremonyCard {
            id,
            seat: 2,
            down: true,
        })
        .unwrap();
    }
    cards(&desk, id);
    desk.ceremony_turn(&CeremonyId { id })
        .expect("turning twice is turning once");
    for _ in 0..3 {
        number(&desk, id, 1, CARDS[0]);
    }
    let view = desk.ceremony_view(&CeremonyId { id }).unwrap();
    assert_eq!(view.seats[0].entries.len(), 1, "the same number is one entry");
    assert_eq!(view.sealed, once.sealed, "and the seal is the one that it was");
}

#[test]
fn numbers_that_nobody_drew_are_pointed_out_and_taken() {
    let room = Room::ready();
    let desk = room.desk();
    let id = room.sealed(&desk).line.id;
    cards(&desk, id);
    let view = number(&desk, id, 1, "1234567");
    assert_eq!(
        view.seats[0].warnings.len(),
        1,
        "in a row: {:?}",
        view.seats[0].warnings
    );
    let view = number(&desk, id, 2, "1234567");
    assert_eq!(
        view.seats[1].warnings.len(),
        2,
        "in a row, and the same as another: {:?}",
        view.seats[1].warnings
    );
    assert!(
        view.digits_told.contains("14"),
        "digits are counted towards twenty: {}",
        view.digits_told
    );
    for wrong in ["12345", "12三456", &"1".repeat(65)] {
        assert!(
            desk.ceremony_number(&given(id, 3, wrong)).is_err(),
            "{wrong} is no number of 6 to 64 digits"
        );
    }
}

#[test]
fn only_an_approved_task_is_drawn_and_only_once() {
    let office = Office::sample();
    let desk = office.desk();
    let draft = saved(&desk, &request(item(&desk)));
    for at in 0..4 {
        target(&desk, &format!("徐水第{at}粮站"), &[]);
    }
    people(&desk, &["李娜", "王建国"]);
    let prepare = |rehearsal| CeremonyPrepare {
        task: draft.line.id,
        rehearsal,
        basis: None,
    };
    let early = refused(reason(desk.ceremony_prepare(&prepare(false))));
    assert!(
        matches!(early, CeremonyFault::TaskNotReady { .. }),
        "nobody approved it: {early:?}"
    );
    desk.ceremony_prepare(&prepare(true))
        .expect("it may be tried out, and nobody needs an account for that");
    desk.task_cancel(&TaskMove {
        id: draft.line.id,
        version: draft.version,
        reason: "不做了".to_owned(),
        ..TaskMove::default()
    })
    .unwrap();
    let room = Room::ready();
    let desk = room.desk();
    room.drawn(&desk);
    let again = refused(reason(desk.ceremony_prepare(&CeremonyPrepare {
        task: room.task,
        ..CeremonyPrepare::default()
    })));
    assert!(
        matches!(again, CeremonyFault::TaskDrawn { .. }),
        "what was drawn is not drawn again: {again:?}"
    );
}

#[test]
fn a_rehearsal_is_numbered_by_itself_and_never_stands_in_the_formal_chain() {
    let room = Room::ready();
    let desk = room.desk();
    let tried = room.prepared(&desk, true);
    let wrong = refused(reason(desk.ceremony_seal(&seal(tried.line.id))));
    assert_eq!(
        wrong,
        CeremonyFault::CeremonyKind { rehearsal: false },
        "it has a door of its own"
    );
    desk.rehearsal_seal(&CeremonySeal {
        second: None,
        ..seal(tried.line.id)
    })
    .expect("one alone may try it out");
    let tried = finish(&desk, tried.line.id);
    assert!(
        tried.line.draw.starts_with("CP-"),
        "another number: {}",
        tried.line.draw
    );
    let formal = room.drawn(&desk);
    assert_eq!(
        formal.line.draw, "YH-2026-001",
        "the first formal draw is still the first"
    );
    assert!(formal.earlier.is_empty(), "and trying out was no earlier draw");
}

#[test]
fn seats_are_written_down_before_sealing_and_names_stay_inside() {
    let room = Room::ready();
    let desk = room.desk();
    let view = room.prepared(&desk, false);
    let seat = |role: &str, name: &str, shown| SeatForm {
        role: role.to_owned(),
        name: name.to_owned(),
        shown,
        ..SeatForm::default()
    };
    let save = CeremonySave {
        seats: vec![seat("人大代表", "臧凤金", true), seat("媒体记者", "赵䶮", false)],
        ..view.form.clone()
    };
    let saved = desk.ceremony_save(&save).unwrap();
    let aliases: Vec<_> = saved.seats.iter().map(|seat| seat.alias.as_str()).collect();
    assert_eq!(aliases, ["臧凤金", "见证人2"], "only whoever agrees is named");
    assert_eq!(saved.digits_each, 10, "twenty digits, ten for each of two");
    let stale = refused(reason(desk.ceremony_save(&save)));
    assert_eq!(
        stale,
        CeremonyFault::CeremonyMoved,
        "an old page does not overwrite a new one"
    );
    let empty = CeremonySave {
        version: saved.version,
        seats: Vec::new(),
        ..save
    };
    assert!(
        desk.ceremony_save(&empty).is_err(),
        "a ceremony with witnesses has seats"
    );
    desk.ceremony_seal(&seal(view.line.id)).unwrap();
    let late = refused(reason(desk.ceremony_save(&empty)));
    assert!(
        matches!(late, CeremonyFault::CeremonyStep { .. }),
        "after sealing nobody changes seats: {late:?}"
    );
}

#[test]
fn without_an_audience_a_public_number_takes_the_witnesses_place() {
    let room = Room::ready();
    let desk = room.desk();
    let view = room.prepared(&desk, false);
    let simple = |date: &str| CeremonySave {
        way: "simple".to_owned(),
        public_source: "福彩3D开奖号".to_owned(),
        public_date: date.to_owned(),
        ..view.form.clone()
    };
    assert!(
        desk.ceremony_save(&simple("2026-11-01")).is_err(),
        "a number that is out already could be chosen"
    );
    desk.ceremony_save(&simple("2026-12-01")).unwrap();
    let sealed = desk.ceremony_seal(&seal(view.line.id)).unwrap();
    assert_eq!(sealed.seats.len(), 1, "one seat for the number");
    assert!(sealed.seats[0].card, "nobody knows it, so it lies face down");
}

#[test]
fn the_stage_shows_what_is_recorded_and_nothing_before() {
    let room = Room::ready();
    let desk = room.desk();
    let id = room.sealed(&desk).line.id;
    let show = |desk: &Desk, step: &str, place| {
        desk.stage_show(&StageShow {
            id,
            step: step.to_owned(),
            place,
            pace: 0,
        })
        .unwrap()
    };
    let view = show(&desk, "draw", 3);
    assert_eq!(view.step, "seal", "there is nothing to play yet");
    assert!(
        view.draw.is_none() && view.page.is_none(),
        "and nothing to see of a result"
    );
    finish(&desk, id);
    let view = show(&desk, "draw", 2);
    let draw = view.draw.expect("now it plays");
    assert_eq!(
        (draw.total, draw.fallen.len()),
        (3, 2),
        "two of three have fallen"
    );
    let now = draw.now.expect("the second falls");
    assert!(now.crew.is_empty(), "who goes there is told only later");
    let first = &draw.fallen[1].number;
    assert!(
        draw.rolling.iter().all(|name| name.number != *first),
        "what has fallen never rolls again"
    );
    assert!(
        draw.rolling.iter().any(|name| name.number == now.number),
        "what falls is among what rolls"
    );
    drop(desk);
    let desk = room.desk();
    let back = desk.stage_view().unwrap();
    assert_eq!(
        (back.step.as_str(), back.place),
        ("draw", 2),
        "after a restart it is where it was"
    );
}
