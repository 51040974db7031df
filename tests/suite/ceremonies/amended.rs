//! Changed afterwards: the office says who steps out and why; who steps in was fixed by the seed (D-07).

use sunlot_app::Reason;
use sunlot_app::ceremony::{CeremonyId, DrawAmend, DrawRows, DrawRowsRequest};

use super::{Room, finish, supervisor};
use crate::accounts::reason;
use sunlot_app::Desk;

fn rows(desk: &Desk, id: i64, standing: bool) -> DrawRows {
    desk.draw_rows(&DrawRowsRequest {
        id,
        standing,
        from: 0,
        limit: 100,
    })
    .unwrap()
}

fn amend(id: i64, kind: &str, code: &str) -> DrawAmend {
    DrawAmend {
        id,
        kind: kind.to_owned(),
        code: code.to_owned(),
        reason: if code == "other" {
            ""
        } else {
            "见徐粮〔2026〕31号"
        }
        .to_owned(),
        second: Some(supervisor().second()),
        ..DrawAmend::default()
    }
}

#[test]
fn a_target_that_is_gone_gives_way_to_the_next_in_line() {
    let room = Room::ready();
    let desk = room.desk();
    let id = room.drawn(&desk).line.id;
    let before = rows(&desk, id, true);
    let gone = before.rows[0].number.clone();
    let request = DrawAmend {
        place: gone.clone(),
        replace: true,
        ..amend(id, "drop-target", "closed")
    };
    let preview = desk.draw_amend_check(&request).unwrap();
    assert_eq!(preview.standing, 3, "three go out as before");
    assert_eq!(
        preview.rows.len(),
        2,
        "one row leaves, one comes: {:?}",
        preview.rows
    );
    let view = desk.draw_amend(&request).unwrap();
    let after = rows(&desk, id, true);
    assert!(
        after.rows.iter().all(|row| row.number != gone),
        "the one that is gone is not visited"
    );
    assert_eq!(
        rows(&desk, id, false),
        before,
        "what was drawn stays on record as it was drawn"
    );
    let ended = view.ended.unwrap();
    assert_eq!(ended.amendments.len(), 1, "with the change beside it");
    assert_ne!(ended.digest, ended.latest, "and a digest of its own");
    let again = reason(desk.draw_amend(&request));
    assert!(
        matches!(again, Reason::AmendmentRefused { .. }),
        "it leaves once: {again:?}"
    );
}

#[test]
fn an_inspector_who_fell_ill_is_replaced_by_ticket_and_comes_back() {
    let room = Room::ready();
    let desk = room.desk();
    let id = room.drawn(&desk).line.id;
    let before = rows(&desk, id, true);
    let ill = before.rows[0].crew[0].cert.clone();
    let out = DrawAmend {
        inspector: ill.clone(),
        ..amend(id, "inspector-out", "ill")
    };
    desk.draw_amend(&out).unwrap();
    let without = rows(&desk, id, true);
    assert!(
        without
            .rows
            .iter()
            .flat_map(|row| &row.crew)
            .all(|place| place.cert != ill && !place.name.is_empty()),
        "somebody else of the list goes, and nobody chose whom"
    );
    let back = DrawAmend {
        of: Some(1),
        ..amend(id, "withdraw", "mistaken")
    };
    desk.draw_amend(&back).unwrap();
    assert_eq!(
        rows(&desk, id, true),
        before,
        "taken back, everything is as it was drawn"
    );
    let view = desk.ceremony_view(&CeremonyId { id }).unwrap();
    let counts: Vec<bool> = view
        .ended
        .unwrap()
        .amendments
        .iter()
        .map(|change| change.counts)
        .collect();
    assert_eq!(counts, [false, true], "both stay there, one no longer counts");
}

#[test]
fn every_change_is_of_two_people_with_a_coded_reason() {
    let room = Room::ready();
    let desk = room.desk();
    let id = room.drawn(&desk).line.id;
    let fine = amend(id, "cancel", "superior");
    let alone = DrawAmend {
        second: None,
        ..fine.clone()
    };
    assert!(desk.draw_amend(&alone).is_err(), "nobody alone");
    for wrong in [
        amend(id, "cancel", "closed"),
        amend(id, "cancel", "other"),
        amend(id, "choose", "other"),
        amend(id, "drop-target", "closed"),
        amend(id, "inspector-out", "ill"),
        amend(id, "withdraw", "mistaken"),
    ] {
        assert!(
            desk.draw_amend(&wrong).is_err(),
            "{} {} says too little",
            wrong.kind,
            wrong.code
        );
    }
    let view = desk.draw_amend(&fine).unwrap();
    assert_eq!(view.ended.unwrap().standing, 0, "no row stands any more");
    let prepared = room.prepared(&desk, false);
    assert_eq!(
        prepared.earlier.len(),
        1,
        "what was cancelled as a whole may be drawn anew, and says so"
    );
}

#[test]
fn what_was_tried_out_is_changed_by_one_alone_and_never_by_the_formal_door() {
    let room = Room::ready();
    let desk = room.desk();
    let id = room.prepared(&desk, true).line.id;
    desk.rehearsal_seal(&super::seal(id)).unwrap();
    finish(&desk, id);
    assert!(
        desk.draw_amend(&amend(id, "cancel", "superior")).is_err(),
        "it is no formal draw"
    );
    let alone = DrawAmend {
        second: None,
        ..amend(id, "cancel", "superior")
    };
    desk.rehearsal_amend(&alone)
        .expect("trying a change out takes nobody else");
}
