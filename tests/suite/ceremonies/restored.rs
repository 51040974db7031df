//! Data that were put back never draw again what was drawn: neither by a backup, nor by an old copy of the office, nor where the list can
//! be read no more (T1, T7; contract 9).

use std::fs;
use std::path::{Path, PathBuf};

use sunlot_app::account::Role;
use sunlot_app::anchor::AnchorAcknowledge;
use sunlot_app::ceremony::{CeremonyArchive, CeremonyFault, CeremonyId, CeremonyPublish};
use sunlot_app::{Desk, Reason};
use sunlot_draw::read;

use super::{CARDS, Room, cards, finish, given, number, supervisor, void};
use crate::accounts::reason;
use crate::backup::{made, restore};
use crate::support::someone;

fn ended_before(reason: Reason) -> bool {
    matches!(reason, Reason::Ceremony(CeremonyFault::EndedBefore { .. }))
}

/// The administrator makes a backup, and the clerk sits down again.
fn backed_up(desk: &Desk, stick: &Path) -> PathBuf {
    desk.account_enter(&someone(Role::Administrator).entering())
        .unwrap();
    let backup = made(desk, stick);
    desk.account_enter(&someone(Role::Handler).entering()).unwrap();
    backup
}

/// Two people put a backup back, and the clerk starts the program anew.
fn put_back(room: &Room, desk: Desk, backup: &Path) -> Desk {
    desk.account_enter(&someone(Role::Administrator).entering())
        .unwrap();
    restore(&desk, backup).unwrap();
    drop(desk);
    room.desk()
}

#[test]
fn a_backup_made_while_sealed_does_not_bring_a_drawn_draw_back() {
    let (room, stick) = (Room::ready(), tempfile::tempdir().unwrap());
    let desk = room.desk();
    let id = room.sealed(&desk).line.id;
    let backup = backed_up(&desk, stick.path());
    let drawn = finish(&desk, id).ended.unwrap();
    let desk = put_back(&room, desk, &backup);
    let view = desk.ceremony_view(&CeremonyId { id }).unwrap();
    assert!(
        view.lost.contains("恢复以前已经办完"),
        "it says that it was drawn: {}",
        view.lost
    );
    assert_eq!(view.may, ["ceremony_void"], "and can only be written off");
    for refused in [
        reason(desk.ceremony_card(&sunlot_app::ceremony::CeremonyCard {
            id,
            seat: 1,
            down: true,
        })),
        reason(desk.ceremony_turn(&CeremonyId { id })),
        reason(desk.ceremony_number(&given(id, 1, CARDS[0]))),
        reason(desk.ceremony_void(&void(id, "list_wrong"))),
    ] {
        assert!(ended_before(refused), "no way leads to another result");
    }
    let view = desk.ceremony_void(&void(id, "restored")).unwrap();
    assert_eq!(view.line.state.value, "void", "the office goes on");
    assert!(
        view.ended.is_none() && !view.may.iter().any(|act| act == "ceremony_publish"),
        "with no second record of the same number: {:?}",
        view.may
    );
    desk.ceremony_archive(&CeremonyArchive {
        id,
        envelope: "2026-1".to_owned(),
        ..CeremonyArchive::default()
    })
    .unwrap();
    let next = room.sealed(&desk);
    assert_eq!(
        next.told, "第 2 次摇号 · 本任务第 2 次抽取",
        "numbering goes on, and the try counts"
    );
    assert!(
        next.earlier[0].contains("从备份恢复"),
        "with why: {:?}",
        next.earlier
    );
    let second = finish(&desk, next.line.id);
    let folder = desk
        .ceremony_publish(&CeremonyPublish {
            id: second.line.id,
            folder: None,
        })
        .unwrap()
        .folder;
    let bytes = fs::read(format!("{folder}/record.sunlot.json")).unwrap();
    let published = read::published(&bytes).unwrap().value.unwrap();
    assert_eq!(
        published.record.manifest.previous.to_string(),
        drawn.digest,
        "it goes on from the record that was published before the restore: one chain, no fork"
    );
}

#[test]
fn an_old_copy_of_the_office_that_is_acknowledged_forks_no_numbers() {
    let (room, old) = (Room::ready(), tempfile::tempdir().unwrap());
    let desk = room.desk();
    let id = room.sealed(&desk).line.id;
    drop(desk);
    let copy = old.path().join("office.db");
    fs::copy(room.office.database(), &copy).unwrap();
    let desk = room.desk();
    finish(&desk, id);
    drop(desk);
    for ending in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(format!("{}{ending}", room.office.database().display()));
    }
    fs::copy(&copy, room.office.database()).unwrap();
    let desk = room.desk();
    desk.account_enter(&someone(Role::Administrator).entering())
        .unwrap();
    desk.anchor_acknowledge(&AnchorAcknowledge {
        reason: "硬盘坏了，用旧硬盘上的文件夹继续".to_owned(),
        second: Some(supervisor().second()),
    })
    .unwrap();
    drop(desk);
    let desk = room.desk();
    let refused = reason(desk.ceremony_number(&given(id, 1, CARDS[0])));
    assert!(
        ended_before(refused.clone()),
        "what the anchor knew is not forgotten with it: {refused:?}"
    );
    desk.ceremony_void(&void(id, "restored")).unwrap();
    assert_eq!(
        room.sealed(&desk).sealed.unwrap().draw,
        "YH-2026-002",
        "no number is given twice"
    );
}

#[test]
fn a_draw_that_had_not_ended_goes_on_after_a_restore_with_the_same_code() {
    let (room, stick) = (Room::ready(), tempfile::tempdir().unwrap());
    let desk = room.desk();
    let sealed = room.sealed(&desk);
    let id = sealed.line.id;
    let backup = backed_up(&desk, stick.path());
    cards(&desk, id);
    number(&desk, id, 1, CARDS[0]);
    let desk = put_back(&room, desk, &backup);
    let not_so = reason(desk.ceremony_void(&void(id, "restored")));
    assert!(
        matches!(not_so, Reason::Ceremony(CeremonyFault::NotThisReason { .. })),
        "nothing had ended, so nothing is written off: {not_so:?}"
    );
    let drawn = finish(&desk, id);
    assert_eq!(
        drawn.sealed.unwrap().code,
        sealed.sealed.unwrap().code,
        "the same list and secret, and the cards are still on the table"
    );
    assert_eq!(drawn.ended.unwrap().selected, 3, "so it is drawn once");
}

#[test]
fn a_list_that_cannot_be_read_any_more_is_written_off_and_the_office_goes_on() {
    let room = Room::ready();
    let desk = room.desk();
    let id = room.sealed(&desk).line.id;
    drop(desk);
    room.office.tamper(
        "DROP TRIGGER draw_seal_update;
         UPDATE draw_seal SET manifest = zeroblob(9);
         CREATE TRIGGER draw_seal_update BEFORE UPDATE ON draw_seal
         BEGIN SELECT RAISE(ABORT, 'draw_seal is append-only'); END;",
    );
    let desk = room.desk();
    let view = desk.ceremony_view(&CeremonyId { id }).unwrap();
    assert!(view.sealed.is_none(), "there is nothing to show");
    assert!(view.lost.contains("已经损坏"), "and it says so: {}", view.lost);
    let refused = reason(desk.ceremony_void(&void(id, "objection")));
    assert!(
        matches!(refused, Reason::Ceremony(CeremonyFault::SealLost { .. })),
        "under its own name only: {refused:?}"
    );
    desk.ceremony_void(&void(id, "damaged")).unwrap();
    assert!(
        desk.stage_view().is_ok(),
        "the stage shows that it was given up, and does not fall silent"
    );
    assert_eq!(
        room.sealed(&desk).sealed.unwrap().draw,
        "YH-2026-002",
        "the next one can be sealed"
    );
}
