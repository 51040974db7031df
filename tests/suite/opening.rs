//! Opening an office: one writer, readers beside it, and files that are not ours left as they are.

use std::fs;

use rusqlite::Connection;
use sunlot_app::{Failure, Reason};
use sunlot_store::schema_version;

use crate::support::{Office, sample_profile};

fn refusal<T: std::fmt::Debug>(result: sunlot_app::Result<T>) -> Reason {
    result.expect_err("this must be refused").reason
}

#[test]
fn a_second_writer_is_told_that_the_office_is_in_use_and_a_reader_reads_on() {
    let office = Office::sample();
    let window = office.desk();
    window.console_view().unwrap();
    let second = office.desk();
    let mut draft = sample_profile();
    draft.address = "别处".to_owned();
    assert_eq!(
        refusal(second.office_profile_save(&draft)),
        Reason::OfficeInUse,
        "two writers would race"
    );
    assert_eq!(
        second.office_profile().unwrap().profile,
        sample_profile(),
        "reading disturbs nobody"
    );
    window.leave();
    assert!(
        second.office_profile_save(&draft).is_ok(),
        "once the window is closed the office is free"
    );
}

#[test]
fn a_reader_sees_what_the_writer_has_saved_meanwhile() {
    let office = Office::sample();
    let (window, reader) = (office.desk(), office.desk());
    window.console_view().unwrap();
    reader.office_profile().unwrap();
    let mut draft = sample_profile();
    draft.name = "清源县市场监督管理局".to_owned();
    window.office_profile_save(&draft).unwrap();
    assert_eq!(
        reader.office_profile().unwrap().profile.name,
        draft.name,
        "no reader keeps an old picture"
    );
}

#[test]
fn looking_into_a_folder_without_an_office_makes_none() {
    let office = Office::none();
    assert!(
        matches!(
            refusal(office.desk().office_profile()),
            Reason::OfficeMissing { .. }
        ),
        "there is none"
    );
    assert_eq!(
        fs::read_dir(office.path()).unwrap().count(),
        0,
        "and looking left nothing behind"
    );
}

#[test]
fn an_office_of_a_newer_program_is_refused_byte_for_byte_untouched() {
    let office = Office::sample();
    office.tamper("PRAGMA journal_mode = DELETE; PRAGMA user_version = 99;");
    let before = fs::read(office.database()).unwrap();
    for refused in [
        refusal(office.desk().office_profile()),
        refusal(office.desk().console_view()),
    ] {
        assert_eq!(
            refused,
            Reason::OfficeNewer {
                found: 99,
                known: schema_version()
            },
            "readers and writers refuse alike"
        );
    }
    assert_eq!(
        fs::read(office.database()).unwrap(),
        before,
        "not one byte was changed"
    );
}

#[test]
fn another_programs_database_is_no_office_and_stays_as_it_is() {
    let office = Office::none();
    Connection::open(office.database())
        .unwrap()
        .execute_batch("CREATE TABLE diary (day TEXT);")
        .unwrap();
    let before = fs::read(office.database()).unwrap();
    assert!(
        matches!(
            refusal(office.desk().console_view()),
            Reason::FileNotOffice { .. }
        ),
        "the header says so"
    );
    assert_eq!(
        fs::read(office.database()).unwrap(),
        before,
        "nothing of ours was put into it"
    );
}

#[test]
fn a_file_that_is_no_database_at_all_is_named() {
    let office = Office::none();
    fs::write(office.database(), "清源县".repeat(1000)).unwrap();
    let failure = Failure::from(office.desk().console_view().expect_err("a text is no database"));
    assert_eq!(
        failure.code, "file_not_office",
        "it is told apart from a damaged office"
    );
    assert!(
        failure.message.contains("office.db"),
        "and the message names the file: {}",
        failure.message
    );
}

#[test]
fn a_first_start_killed_at_any_point_is_simply_a_first_start_again() {
    let office = Office::none();
    fs::write(office.path().join("office.lock"), "").unwrap();
    fs::write(office.database(), "").unwrap();
    assert!(
        office.desk().console_view().is_ok(),
        "an empty file is an office that never began"
    );
}

#[test]
fn the_power_that_went_while_the_office_was_first_made_leaves_a_first_start() {
    let (made, found) = (Office::none(), Office::none());
    let begun = Connection::open(made.database()).unwrap();
    // With so little room SQLite writes pages into the file before it commits, and keeps a journal to take them back.
    begun
        .execute_batch(
            "PRAGMA cache_size = 1; BEGIN; CREATE TABLE filler (bytes BLOB);
             INSERT INTO filler SELECT randomblob(9000) FROM (VALUES (1), (2), (3), (4), (5), (6), (7), (8), (9));",
        )
        .unwrap();
    for name in ["office.db", "office.db-journal"] {
        fs::copy(made.path().join(name), found.path().join(name)).expect("both are on the disk by now");
    }
    let mut torn = fs::read(found.database()).unwrap();
    torn[..512].fill(0);
    fs::write(found.database(), torn).unwrap();
    let desk = found.desk();
    assert_eq!(
        desk.office_profile().unwrap().version,
        0,
        "a torn first page with its journal beside it is a beginning, and no file of another program"
    );
    desk.office_profile_save(&sample_profile()).unwrap();
    assert!(
        desk.trail_verify(&mut |_, _| true).unwrap().valid,
        "and the office is made as if nothing had been"
    );
}

#[test]
fn an_office_whose_database_was_emptied_is_no_new_office() {
    let office = Office::sample();
    let window = office.desk();
    let mut draft = sample_profile();
    draft.address = "别处".to_owned();
    window.office_profile_save(&draft).unwrap();
    fs::write(office.database(), "").unwrap();
    let second = office.desk();
    assert_eq!(
        refusal(second.office_profile()),
        Reason::OfficeDamaged,
        "the changes in its log are all that is left"
    );
    assert!(
        fs::metadata(office.path().join("office.db-wal")).is_ok(),
        "and nobody threw them away"
    );
}

#[cfg(unix)]
#[test]
fn the_folder_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let office = Office::sample();
    let mode = fs::metadata(office.path()).unwrap().permissions().mode();
    assert_eq!(
        mode & 0o777,
        0o700,
        "other users of the PC have no business in it"
    );
}
