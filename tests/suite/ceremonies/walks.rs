//! Killed anywhere and started again, the same draw goes on with the same code: there is no way from a sealed draw to a fresh secret
//! (T1). A walk tries whatever a clerk could try, in any order, and starts the program anew whenever it likes.

use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use sunlot_app::Desk;
use sunlot_app::ceremony::{
    CeremonyCard, CeremonyDrop, CeremonyId, CeremonyPrepare, CeremonyView, StageShow,
};

use super::{CARDS, Room, given, seal, void};

/// What somebody may try.
fn attempt(desk: &Desk, room: &Room, id: i64, which: u32, seat: u32) {
    let number = given(id, seat, CARDS[usize::try_from(seat - 1).unwrap()]);
    // Whether it is refused is not the question here: what it leaves behind is.
    let _ = match which {
        0 => desk.ceremony_seal(&seal(id)).map(drop),
        1 => desk
            .ceremony_card(&CeremonyCard { id, seat, down: true })
            .map(drop),
        2 => desk
            .ceremony_card(&CeremonyCard {
                id,
                seat,
                down: false,
            })
            .map(drop),
        3 => desk.ceremony_turn(&CeremonyId { id }).map(drop),
        4 => desk.ceremony_number(&number).map(drop),
        5 => desk.ceremony_confirm(&number).map(drop),
        6 => desk.ceremony_number(&given(id, seat, "7777777")).map(drop),
        7 => desk
            .ceremony_drop(&CeremonyDrop {
                id,
                reason: String::new(),
            })
            .map(drop),
        8 => desk
            .ceremony_prepare(&CeremonyPrepare {
                task: room.task,
                ..CeremonyPrepare::default()
            })
            .map(drop),
        _ => desk
            .stage_show(&StageShow {
                id,
                step: "result".to_owned(),
                place: seat,
                pace: 0,
            })
            .map(drop),
    };
}

#[test]
fn whatever_is_tried_a_sealed_draw_keeps_its_code_and_a_drawn_one_its_result() {
    let room = Room::ready();
    let mut desk = room.desk();
    let id = room.sealed(&desk).line.id;
    let first = desk.ceremony_view(&CeremonyId { id }).unwrap();
    let code = |view: &CeremonyView| view.sealed.as_ref().map(|sealed| sealed.code.clone());
    let mut chance = StdRng::seed_from_u64(7);
    let mut decided: Option<String> = None;
    for step in 0..240 {
        attempt(
            &desk,
            &room,
            id,
            chance.random_range(0..10),
            chance.random_range(1..4),
        );
        if step % 6 == 5 {
            drop(desk);
            desk = room.desk();
        }
        let view = desk.ceremony_view(&CeremonyId { id }).unwrap();
        assert_eq!(
            code(&view),
            code(&first),
            "step {step}: the code is the one that the room photographed"
        );
        let digest = view.ended.map(|ended| ended.digest);
        if decided.is_some() {
            assert_eq!(digest, decided, "step {step}: what is decided stays decided");
        }
        decided = decided.or(digest);
    }
}

#[test]
fn every_state_takes_only_what_belongs_to_it() {
    // By state: which of the attempts above may change anything. Every other one leaves the version as it was.
    let room = Room::ready();
    let desk = room.desk();
    let id = room.sealed(&desk).line.id;
    let version = |desk: &Desk| desk.ceremony_view(&CeremonyId { id }).unwrap().version;
    let changes = |desk: &Desk| -> Vec<u32> {
        (0..10)
            .filter(|which| {
                let before = version(desk);
                attempt(desk, &room, id, *which, 2);
                version(desk) != before
            })
            .collect()
    };
    assert_eq!(changes(&desk), [1, 2], "sealed: cards are laid and taken up");
    super::cards(&desk, id);
    assert_eq!(
        changes(&desk),
        [4, 5, 6],
        "cards down: numbers are typed and confirmed"
    );
    for seat in [1, 3] {
        desk.ceremony_number(&given(id, seat, "1")).unwrap_err();
        desk.ceremony_number(&given(id, seat, CARDS[0])).unwrap();
    }
    desk.ceremony_void(&void(id, "objection")).unwrap();
    assert_eq!(changes(&desk), Vec::<u32>::new(), "given up: nothing");
}
