//! Two ceremonies: targets now, crews on the morning of the visit. The second draws nobody anew; it sends people to exactly those that were
//! drawn, and whoever has to stay away stays away.

use sunlot_app::Desk;
use sunlot_app::account::Typed;
use sunlot_app::ceremony::{CeremonyPrepare, CeremonyView, DrawRow, DrawRowsRequest};
use sunlot_app::inspector::ConflictAdd;
use sunlot_app::registry::Membership;
use sunlot_app::station::StationMake;
use sunlot_app::target::{TargetId, TargetMembership};
use sunlot_app::task::TaskMove;

use super::{PASSPHRASE, Room, finish, seal, supervisor};
use crate::support::Office;
use crate::tasks::{item, people, request, saved, target};

const NAMES: [&str; 4] = ["李娜", "王建国", "张伟", "赵敏"];

/// An office whose task draws all of four targets, and its crews later.
fn crews_later() -> Room {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    for at in 0..4 {
        target(&desk, &format!("徐水第{at}粮站"), &[]);
    }
    people(&desk, &NAMES);
    let mut wanted = request(item);
    wanted.crew.later = true;
    wanted.strata = vec![crate::tasks::everybody("rate", "100%")];
    let task = saved(&desk, &wanted);
    desk.task_approve(&TaskMove {
        id: task.line.id,
        version: task.version,
        by: "局长".to_owned(),
        on: "2026-11-12".to_owned(),
        reason: String::new(),
    })
    .unwrap();
    drop(desk);
    office.begin_accounts();
    let room = Room {
        task: task.line.id,
        office,
    };
    room.desk()
        .station_make(&StationMake {
            passphrase: Typed::new(PASSPHRASE),
            second: Some(supervisor().second()),
        })
        .unwrap();
    room
}

fn rows(desk: &Desk, id: i64) -> Vec<DrawRow> {
    desk.draw_rows(&DrawRowsRequest {
        id,
        standing: true,
        from: 0,
        limit: 100,
    })
    .unwrap()
    .rows
}

fn second(room: &Room, desk: &Desk, first: i64) -> CeremonyView {
    let request = CeremonyPrepare {
        task: room.task,
        rehearsal: false,
        basis: Some(first),
    };
    let id = desk.ceremony_prepare(&request).unwrap().line.id;
    desk.ceremony_seal(&seal(id)).unwrap();
    finish(desk, id)
}

#[test]
fn exactly_those_that_were_drawn_are_manned_whatever_became_of_them_since() {
    let room = crews_later();
    let desk = room.desk();
    let first = room.drawn(&desk).line.id;
    assert!(
        rows(&desk, first).iter().all(|row| row.crew.is_empty()),
        "nobody is sent yet"
    );
    let version = desk.target_open(&TargetId { id: 2 }).unwrap().version;
    desk.target_membership(&TargetMembership {
        id: 2,
        version,
        membership: Membership::Suspended,
        reason: "停业整顿".to_owned(),
    })
    .unwrap();
    let second = second(&room, &desk, first);
    let named = |id| {
        let mut names: Vec<String> = rows(&desk, id).into_iter().map(|row| row.name).collect();
        names.sort();
        names
    };
    assert_eq!(
        named(second.line.id),
        named(first),
        "the list is what was drawn, and not what the registry says today"
    );
    assert!(
        rows(&desk, second.line.id)
            .iter()
            .all(|row| row.crew.len() == 2 && row.crew.iter().all(|place| !place.name.is_empty())),
        "two go to each (A-01)"
    );
}

#[test]
fn whoever_has_to_stay_away_stays_away_in_the_second_ceremony_too() {
    let room = crews_later();
    let desk = room.desk();
    let first = room.drawn(&desk).line.id;
    // Three of four stay away from the second target, so that one place there must stay empty.
    for inspector in 1..=3 {
        desk.conflict_add(&ConflictAdd {
            inspector,
            target: 2,
            relation: "kinship".to_owned(),
            told_by: "本人".to_owned(),
            detail: "亲属在该单位任职".to_owned(),
            ..ConflictAdd::default()
        })
        .unwrap();
    }
    let version = desk.target_open(&TargetId { id: 2 }).unwrap().version;
    desk.target_membership(&TargetMembership {
        id: 2,
        version,
        membership: Membership::Removed,
        reason: "误删".to_owned(),
    })
    .unwrap();
    let second = second(&room, &desk, first);
    let rows = rows(&desk, second.line.id);
    let row = rows.iter().find(|row| row.name == "徐水第1粮站").unwrap();
    let sent: Vec<&str> = row.crew.iter().map(|place| place.name.as_str()).collect();
    assert_eq!(
        sent,
        ["赵敏", ""],
        "a target that left the registry since keeps its recusals (A-06)"
    );
    assert_eq!(
        second.ended.unwrap().unfilled.len(),
        1,
        "and the place that nobody fills is named"
    );
}

#[test]
fn two_of_one_name_are_told_apart_wherever_a_crew_stands() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    target(&desk, "徐水甲粮站", &[]);
    people(&desk, &["张伟", "张伟"]);
    let mut wanted = request(item);
    wanted.strata = vec![crate::tasks::everybody("rate", "100%")];
    let task = saved(&desk, &wanted).line.id;
    let request = CeremonyPrepare {
        task,
        rehearsal: true,
        basis: None,
    };
    let id = desk.ceremony_prepare(&request).unwrap().line.id;
    desk.rehearsal_seal(&seal(id)).unwrap();
    finish(&desk, id);
    let row = rows(&desk, id).remove(0);
    let mut names: Vec<String> = row.crew.into_iter().map(|place| place.name).collect();
    names.sort();
    assert_eq!(
        names,
        ["张伟（证号尾号 1000）", "张伟（证号尾号 1001）"],
        "of one department, so by the certificate"
    );
}
