//! Edits behind the program's back: each is reported, and the first bad event or row is named.

use rusqlite::Connection;
use sunlot_app::Reason;
use sunlot_app::trail::TrailVerdict;

use crate::support::{Office, sample_profile};

/// An office with five events and some rows.
fn office_with_a_history() -> Office {
    let office = Office::sample();
    let desk = office.desk();
    let mut draft = sample_profile();
    for number in 1..=3 {
        draft.address = format!("清源县朝阳路 {number} 号");
        desk.office_profile_save(&draft).unwrap();
    }
    office
}

fn verdict(office: &Office) -> TrailVerdict {
    office.desk().trail_verify(&mut |_, _| true).unwrap()
}

fn codes(office: &Office) -> Vec<String> {
    verdict(office)
        .faults
        .into_iter()
        .map(|fault| fault.code)
        .collect()
}

/// Takes the triggers away, does the edit, and puts them back exactly as they were: what a patient forger does.
fn forge(office: &Office, edit: &str) {
    let connection = Connection::open(office.database()).unwrap();
    let mut query = connection
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap();
    let triggers: Vec<(String, String)> = query
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let drop: String = triggers
        .iter()
        .map(|(name, _)| format!("DROP TRIGGER {name};"))
        .collect();
    let make: String = triggers.iter().map(|(_, sql)| format!("{sql};")).collect();
    let whole = format!("PRAGMA foreign_keys = OFF; {drop} {edit}; {make}");
    connection
        .execute_batch(&whole)
        .unwrap_or_else(|e| panic!("{edit}: {e}"));
}

#[test]
fn an_untouched_office_is_whole() {
    let verdict = verdict(&office_with_a_history());
    assert!(verdict.valid, "nobody touched it: {:?}", verdict.faults);
    assert_eq!(
        (verdict.events, verdict.rows),
        (5, 17),
        "one creation with its epoch, four saves of one profile and three channels"
    );
}

#[test]
fn update_delete_and_replace_are_forbidden_in_the_file_itself() {
    let office = office_with_a_history();
    let connection = Connection::open(office.database()).unwrap();
    for edit in [
        "UPDATE audit_event SET actor = 'x' WHERE seq = 2",
        "DELETE FROM audit_event WHERE seq = 5",
        "INSERT OR REPLACE INTO audit_event SELECT * FROM audit_event WHERE seq = 2",
        "INSERT INTO audit_event SELECT 9, at, actor, second, kind, payload, hash FROM audit_event WHERE seq = 2",
        "UPDATE office_profile SET name = 'x'",
        "DELETE FROM office_profile WHERE version = 1",
        "INSERT OR REPLACE INTO office_profile SELECT * FROM office_profile WHERE version = 2",
        "UPDATE office_channel SET detail = 'x'",
        "DELETE FROM office_channel",
        "INSERT OR REPLACE INTO office_channel SELECT * FROM office_channel WHERE version = 2",
    ] {
        assert!(
            connection.execute_batch(edit).is_err(),
            "the file's own triggers must refuse: {edit}"
        );
    }
    assert!(verdict(&office).valid, "and nothing of it left a mark");
}

#[test]
fn every_forged_edit_is_reported_by_its_kind() {
    let cases: &[(&str, &str, &str)] = &[
        (
            "another actor",
            "UPDATE audit_event SET actor = 'console:zhang' WHERE seq = 3",
            "trail_event_changed",
        ),
        (
            "another time",
            "UPDATE audit_event SET at = '2026-11-19T09:41:00+08:00' WHERE seq = 3",
            "trail_event_changed",
        ),
        (
            "another kind",
            "UPDATE audit_event SET kind = 'office.created' WHERE seq = 3",
            "trail_event_changed",
        ),
        (
            "a second person added",
            "UPDATE audit_event SET second = 'liu' WHERE seq = 3",
            "trail_event_changed",
        ),
        (
            "a payload spelled differently",
            "UPDATE audit_event SET payload = payload || ' ' WHERE seq = 3",
            "trail_event_changed",
        ),
        (
            "a payload that is no JSON",
            "UPDATE audit_event SET payload = 'x' WHERE seq = 3",
            "trail_event_changed",
        ),
        (
            "another hash",
            "UPDATE audit_event SET hash = zeroblob(32) WHERE seq = 3",
            "trail_event_changed",
        ),
        (
            "an event taken out",
            "DELETE FROM audit_event WHERE seq = 3",
            "trail_gap",
        ),
        (
            "the first event taken out",
            "DELETE FROM audit_event WHERE seq = 1",
            "trail_gap",
        ),
        (
            "events swapped",
            "UPDATE audit_event SET seq = -1 WHERE seq = 3; UPDATE audit_event SET seq = 3 WHERE seq = 4;
                            UPDATE audit_event SET seq = 4 WHERE seq = -1",
            "trail_event_changed",
        ),
        (
            "a value changed",
            "UPDATE office_profile SET phone = '110' WHERE version = 2",
            "trail_rows_changed",
        ),
        (
            "a value moved to the next column",
            "UPDATE office_profile SET phone = '', address = address || phone WHERE version = 2",
            "trail_rows_changed",
        ),
        (
            "a version taken out",
            "DELETE FROM office_profile WHERE version = 4",
            "trail_rows_changed",
        ),
        (
            "a channel taken out",
            "DELETE FROM office_channel WHERE version = 2 AND id = 3",
            "trail_rows_changed",
        ),
        (
            "a channel added to an old save",
            "INSERT INTO office_channel SELECT 4, 2, 3, 1, kind, detail FROM office_channel WHERE version = 2 AND id = 1",
            "trail_rows_changed",
        ),
        (
            "a row handed to another event",
            "UPDATE office_channel SET event = 4 WHERE version = 2 AND id = 3",
            "trail_rows_changed",
        ),
        (
            "a row of no event",
            "INSERT INTO office_channel SELECT 4, 4, 77, 1, kind, detail FROM office_channel WHERE version = 4 AND id = 1",
            "trail_stray_row",
        ),
        (
            "a row of an event before the first",
            "INSERT INTO office_channel SELECT 5, 4, 0, 1, kind, detail FROM office_channel WHERE version = 4 AND id = 1",
            "trail_stray_row",
        ),
        ("a trigger dropped", "", "trail_schema_changed"),
        (
            "a table added",
            "CREATE TABLE secret (x TEXT)",
            "trail_schema_changed",
        ),
        (
            "a view added",
            "CREATE VIEW audit AS SELECT * FROM audit_event",
            "trail_schema_changed",
        ),
        (
            "a trigger added",
            "CREATE TRIGGER quiet AFTER INSERT ON audit_event BEGIN SELECT 1; END",
            "trail_schema_changed",
        ),
        (
            "an index dropped",
            "DROP INDEX office_channel_event",
            "trail_schema_changed",
        ),
        (
            "a column added",
            "ALTER TABLE office_channel ADD COLUMN x TEXT",
            "trail_schema_changed",
        ),
    ];
    for (lesson, edit, code) in cases {
        let office = office_with_a_history();
        if edit.is_empty() {
            office.tamper("DROP TRIGGER audit_event_update");
        } else {
            forge(&office, edit);
        }
        let found = codes(&office);
        assert!(
            found.iter().any(|found| found == code),
            "{lesson}: expected {code} among {found:?}"
        );
    }
}

#[test]
fn a_trigger_that_only_looks_like_ours_is_reported() {
    let office = office_with_a_history();
    office.tamper(
        "DROP TRIGGER audit_event_delete;
         CREATE TRIGGER audit_event_delete BEFORE DELETE ON audit_event
         BEGIN SELECT RAISE(ABORT, 'audit_event --') WHERE 0 AND ('
 is append-only'); END;",
    );
    assert_eq!(
        codes(&office),
        ["trail_schema_changed"],
        "a comment mark inside a text hides nothing"
    );
}

#[test]
fn a_schema_version_that_was_never_written_is_damage_and_no_upgrade() {
    for version in ["-1", "0"] {
        let office = office_with_a_history();
        office.tamper(&format!("PRAGMA user_version = {version}"));
        let refused = office
            .desk()
            .trail_verify(&mut |_, _| true)
            .expect_err("no office has this version");
        assert_eq!(
            refused.reason,
            Reason::OfficeDamaged,
            "user_version {version} was put there by hand"
        );
        assert!(
            !office.path().join("backups").exists(),
            "and nothing was upgraded"
        );
    }
}

#[test]
fn the_first_bad_event_is_named_first_and_alone() {
    let office = office_with_a_history();
    forge(
        &office,
        "UPDATE audit_event SET actor = 'console:zhang' WHERE seq = 3",
    );
    let verdict = verdict(&office);
    assert_eq!(
        verdict.faults.len(),
        1,
        "the events behind it are not accused: {:?}",
        verdict.faults
    );
    assert_eq!(
        verdict.faults[0].message, "第 3 号留痕与它的校验值不符。",
        "its number is in the message"
    );
}
