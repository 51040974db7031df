//! The published record of a joint draw that another office made with this program: a partner takes it over as its own coming
//! visits (A-03, Z-11), but only where the draw protocol finds nothing wrong with it.

use std::collections::BTreeMap;
use std::fs;

use sunlot_app::outside::{OutsideFault, OutsideTake};
use sunlot_app::target::{TargetId, TargetSave};
use sunlot_app::{Desk, Reason};

use super::values;
use crate::ceremonies::{Room, finish, seal};
use crate::support::{Office, root};
use crate::tasks::target;

fn vector(name: &str) -> String {
    root().join("tests/vectors/draw").join(name).display().to_string()
}

/// Nothing but when the visits are: all else the record tells.
fn of(path: &str) -> OutsideTake {
    let days = values().into_iter();
    OutsideTake {
        values: days
            .filter(|(field, _)| field == "from" || field == "to")
            .collect(),
        path: path.to_owned(),
        ..OutsideTake::default()
    }
}

fn partner() -> (Office, Desk) {
    let office = Office::sample();
    let desk = office.desk();
    target(&desk, "大王店李记煤炭经销处", &[]);
    target(&desk, "大王店赵记防雷检测中心", &[]);
    (office, desk)
}

#[test]
fn z_11_a_record_that_verifies_is_taken_over_with_its_source_and_its_digest() {
    let (_office, desk) = partner();
    let request = of(&vector("01-small.record.json"));
    let looked = desk.outside_draw_look(&request).unwrap();
    let rows: Vec<(&str, &str)> = looked
        .rows
        .iter()
        .map(|row| (row.name.as_str(), row.state.value.as_str()))
        .collect();
    assert_eq!(
        rows,
        [
            ("安肃陈记汽车销售有限公司", "open"),
            ("大王店李记煤炭经销处", "named"),
            ("大王店赵记防雷检测中心", "named"),
        ],
        "of codes that cannot be read the name says who it is, and nobody is guessed"
    );
    assert!(
        looked.notices.iter().any(|notice| notice.value == "verified"),
        "and somebody judged it: {:?}",
        looked.notices
    );
    let request = OutsideTake {
        leave_rest: true,
        digest: looked.digest,
        ..request
    };
    let view = desk.outside_draw_take(&request).unwrap();
    assert_eq!(
        (
            view.line.system.as_str(),
            view.line.office.as_str(),
            view.line.drawn_on.as_str(),
            view.line.targets,
            view.line.strangers,
        ),
        ("阳光摇号", "徐水区气象局", "2026-11-20", 3, 1),
        "who drew, and when, stands in the record itself"
    );
    assert_eq!(view.people.len(), 3, "with whoever is sent");
    assert!(
        view.file.is_some_and(|file| file.is_there),
        "and the record is kept"
    );
}

#[test]
fn z_11_a_record_that_somebody_changed_is_refused() {
    let (_office, desk) = partner();
    let error = desk
        .outside_draw_look(&of(&vector("01-small.bad-10-selection.json")))
        .unwrap_err();
    assert!(
        matches!(error.reason, Reason::DrawFileInvalid { .. }),
        "a list that the draw does not give is none: {error:?}"
    );
    let looked = desk
        .outside_draw_look(&of(&vector("01-small.sealed-edition.json")))
        .unwrap();
    assert_eq!(
        looked.rows.len(),
        3,
        "the public edition tells of those who were drawn all the same"
    );
}

#[test]
fn z_11_a_rehearsal_and_a_draw_that_was_given_up_bring_no_visits() {
    let room = Room::ready();
    let desk = room.desk();
    let prepared = room.prepared(&desk, true);
    desk.rehearsal_seal(&seal(prepared.line.id)).unwrap();
    let view = finish(&desk, prepared.line.id);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("record.sunlot.json");
    fs::write(&file, room.published(&desk, view.line.id)).unwrap();
    let (_office, partner) = partner();
    let error = partner
        .outside_draw_look(&of(&file.display().to_string()))
        .unwrap_err();
    assert!(
        matches!(
            error.reason,
            Reason::Outside(OutsideFault::OutsideRehearsal { .. })
        ),
        "nobody is visited for a rehearsal: {error:?}"
    );
    let error = partner
        .outside_draw_look(&of(&vector("12-cancelled.record.json")))
        .unwrap_err();
    assert!(
        matches!(
            error.reason,
            Reason::Outside(OutsideFault::OutsideNothingStands { .. })
        ),
        "nor for a draw that was taken back: {error:?}"
    );
}

#[test]
fn z_11_the_numbers_of_another_registry_are_not_taken_for_ours() {
    let room = Room::ready();
    let desk = room.desk();
    let view = room.drawn(&desk);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("record.sunlot.json");
    fs::write(&file, room.published(&desk, view.line.id)).unwrap();
    let (_office, partner) = partner();
    let looked = partner
        .outside_draw_look(&of(&file.display().to_string()))
        .unwrap();
    assert_eq!(
        (looked.open, looked.rows.len()),
        (3, 3),
        "their DX-000001 is another than ours: {:?}",
        looked.rows
    );
    assert!(
        looked
            .problems
            .iter()
            .all(|problem| problem.code == "drawn_unknown"),
        "so that somebody must say whom they mean: {:?}",
        looked.problems
    );
}

/// Codes of six, as both offices know them.
const CODES: [&str; 6] = [
    "91130609MA07L1230D",
    "91130609MA07L1231G",
    "91130609MA07L1232K",
    "91130609MA07L1233N",
    "91130609MA07L1234R",
    "91130609MA07L1235W",
];

#[test]
fn z_11_a_target_is_known_by_its_code_whatever_each_office_calls_it() {
    let room = Room::ready();
    let desk = room.desk();
    for (id, code) in (1..).zip(CODES) {
        let known = desk.target_open(&TargetId { id }).unwrap();
        desk.target_save(&TargetSave {
            id: Some(id),
            version: Some(known.version),
            values: BTreeMap::from([("uscc".to_owned(), code.to_owned())]),
            reason: "补代码".to_owned(),
            ..TargetSave::default()
        })
        .unwrap();
    }
    let view = room.drawn(&desk);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("record.sunlot.json");
    fs::write(&file, room.published(&desk, view.line.id)).unwrap();
    let office = Office::sample();
    let partner = office.desk();
    for (at, code) in CODES.iter().rev().enumerate() {
        target(&partner, &format!("粮站{at}"), &[("uscc", code)]);
    }
    let looked = partner
        .outside_draw_look(&of(&file.display().to_string()))
        .unwrap();
    assert_eq!((looked.open, looked.rows.len()), (0, 3), "all of them are known");
    for row in &looked.rows {
        let place = CODES.iter().rev().position(|code| *code == row.code).unwrap();
        assert_eq!(
            row.target,
            i64::try_from(place).unwrap() + 1,
            "the one with this code: {row:?}"
        );
    }
    assert!(
        looked.problems.is_empty(),
        "and nothing stands in the way: {:?}",
        looked.problems
    );
}
