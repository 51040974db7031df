//! An anchor on the supervisor's stick is held against the office, and one that another computer moved on explains nothing.

use std::fs;
use std::path::Path;

use sunlot_app::Reason;
use sunlot_app::account::Role;
use sunlot_app::anchor::{AnchorFile, AnchorWrite};

use super::{forge, office_with_saves, save};
use crate::accounts::{code, seated};
use crate::backup::{made, restore};
use crate::support::{Office, TestClock, sample_profile, someone};

fn file(name: &str) -> AnchorFile {
    AnchorFile {
        file: name.to_owned(),
    }
}

fn folder(path: &Path) -> AnchorWrite {
    AnchorWrite {
        folder: path.display().to_string(),
    }
}

fn standing(office: &Office) -> String {
    office.desk().trail_standing().unwrap().anchor.standing
}

#[test]
fn an_anchor_on_the_supervisors_stick_is_held_against_the_office() {
    let office = office_with_saves(5);
    let stick = tempfile::tempdir().unwrap();
    let to = || folder(stick.path());
    let written = office.desk().anchor_write(&to()).unwrap();
    save(&office, 6..=7);
    let checked = office.desk().anchor_check(&file(&written.file)).unwrap();
    assert_eq!(
        checked.anchor.standing, "fits",
        "a trail that went on goes through it"
    );
    forge(
        &office,
        "DELETE FROM office_channel WHERE event > 4; DELETE FROM office_profile WHERE event > 4;
         DELETE FROM audit_object WHERE seq > 4; DELETE FROM audit_event WHERE seq > 4",
    );
    // Even where the anchor on this computer was cleared away.
    fs::remove_dir_all(office.anchors()).unwrap();
    let checked = office.desk().anchor_check(&file(&written.file)).unwrap();
    assert_eq!(
        checked.anchor.missing,
        Some((5, 6)),
        "the stick still knows what is missing"
    );
    let by_stick = office
        .desk()
        .anchor_check(&file(&stick.path().display().to_string()));
    assert_eq!(by_stick.unwrap(), checked, "the stick itself is enough to name");
    let refused = office.desk().anchor_write(&to()).unwrap_err();
    assert!(
        matches!(refused.reason, Reason::AnchorWouldGoBack { .. }),
        "and is not written over: {refused}"
    );
    let later = TestClock::default();
    later.turn(3600);
    let stranger = Office::none();
    stranger
        .desk_at(&later)
        .office_profile_save(&sample_profile())
        .unwrap();
    let other = stranger.desk().anchor_check(&file(&written.file)).unwrap_err();
    assert!(
        matches!(other.reason, Reason::AnchorOfAnother { .. }),
        "another office has another anchor: {other}"
    );
    let none = office
        .desk()
        .anchor_check(&file("/nowhere/anchor.json"))
        .unwrap_err();
    assert!(
        matches!(none.reason, Reason::FileMissing { .. }),
        "what is not there is said so: {none}"
    );
}

#[test]
fn an_anchor_from_before_a_restore_says_so_and_stays_on_the_stick() {
    let (office, stick) = (Office::with_people(), tempfile::tempdir().unwrap());
    let desk = seated(&office, someone(Role::Administrator));
    let backup = made(&desk, stick.path());
    save_as(&desk, "以后要退回去的地址");
    let before = desk.anchor_write(&folder(stick.path())).unwrap();
    restore(&desk, &backup).unwrap();
    let checked = desk.anchor_check(&file(&before.file)).unwrap().anchor;
    assert_eq!(
        (checked.standing.as_str(), checked.blocks),
        ("restored_since", false),
        "two people did it and the trail tells of it, so nothing is in the way; but it does not fit"
    );
    drop(desk);
    let desk = seated(&office, someone(Role::Administrator));
    let after = desk.anchor_write(&folder(stick.path())).unwrap();
    assert_ne!(after.file, before.file, "the old one is evidence and stays");
    assert!(Path::new(&before.file).exists(), "beside the new one");
    let checked = desk.anchor_check(&file(&after.file)).unwrap().anchor;
    assert_eq!(checked.standing, "fits", "the new one fits");
}

fn save_as(desk: &sunlot_app::Desk, address: &str) {
    let mut draft = sample_profile();
    draft.address = address.to_owned();
    desk.office_profile_save(&draft).unwrap();
}

#[test]
fn a_restore_on_another_computer_explains_nothing_here() {
    let office = office_with_saves(3);
    let stick = tempfile::tempdir().unwrap();
    let backup = made(&office.desk(), stick.path());
    save(&office, 4..=8);
    // On a computer without this anchor somebody restores the older state, alone, and works on.
    let elsewhere = Office::none();
    restore(&elsewhere.desk(), &backup).unwrap();
    save(&elsewhere, 20..=40);
    assert_eq!(standing(&elsewhere), "fits", "there nothing is wrong with it");
    elsewhere.tamper("PRAGMA wal_checkpoint(TRUNCATE)");
    let _ = fs::remove_file(office.path().join("office.db-wal"));
    fs::copy(elsewhere.database(), office.database()).unwrap();
    assert_eq!(
        standing(&office),
        "different",
        "brought back here, a higher epoch is no excuse: this anchor was never part of it"
    );
    let refused = office.desk().office_profile_save(&sample_profile());
    assert_eq!(code(refused), "anchor_differs", "so nothing is written on it");
}

#[test]
fn a_folder_that_is_not_there_gets_no_anchor() {
    let office = office_with_saves(1);
    for gone in ["", "  ", "/nowhere/stick"] {
        let refused = office.desk().anchor_write(&AnchorWrite {
            folder: gone.to_owned(),
        });
        assert_eq!(
            code(refused),
            "place_missing",
            "{gone:?} must not end where the program was started"
        );
    }
}
