//! More than sixty edits behind the program's back: each is reported, and the event, table or row is named.

use std::fs;

use super::{forge, office_with_saves, save, verdict};
use crate::support::{Office, text};

fn said_of(office: &Office) -> Vec<String> {
    verdict(office)
        .faults
        .into_iter()
        .map(|fault| fault.message)
        .collect()
}

#[test]
fn more_than_sixty_edits_are_each_reported_and_named() {
    let table = text("tests/vectors/trail-edits.tsv");
    let cases: Vec<[&str; 4]> = table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let columns: Vec<&str> = line.split('\t').collect();
            columns.try_into().expect("how, lesson, what is said, SQL")
        })
        .collect();
    assert!(
        cases.len() >= 60,
        "the table is as long as it says: {}",
        cases.len()
    );
    let pristine = office_with_saves(8);
    pristine.tamper("PRAGMA wal_checkpoint(TRUNCATE)");
    assert_eq!(
        said_of(&pristine),
        Vec::<String>::new(),
        "negative control: untouched, nothing is said"
    );
    let bytes = fs::read(pristine.database()).unwrap();
    for [how, lesson, expected, edit] in cases {
        let office = Office::none();
        fs::write(office.database(), &bytes).unwrap();
        match how {
            "forged" => forge(&office, edit),
            _ => office.tamper(edit),
        }
        let said = said_of(&office);
        assert!(
            said.iter().any(|message| message.contains(expected)),
            "{lesson}: expected {expected:?} among {said:#?}"
        );
    }
}

#[test]
fn forging_alone_leaves_no_mark() {
    let office = office_with_saves(3);
    forge(&office, "SELECT 1");
    assert!(
        verdict(&office).valid,
        "negative control: taking triggers away and putting them back is not what is found"
    );
}

#[test]
fn an_index_that_disagrees_with_its_table_is_damage() {
    let office = office_with_saves(8);
    // Entries are taken out of an index while its table stays: a search would pass them by.
    office.tamper(
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = 'CREATE INDEX audit_event_kind ON audit_event (kind) WHERE seq < 3' WHERE name = 'audit_event_kind';
         PRAGMA writable_schema = RESET;",
    );
    office.tamper("REINDEX audit_event_kind");
    office.tamper(
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = 'CREATE INDEX audit_event_kind ON audit_event (kind)' WHERE name = 'audit_event_kind';
         PRAGMA writable_schema = RESET;",
    );
    let mut said = said_of(&office);
    said.dedup();
    assert_eq!(
        said,
        ["数据文件本身有损坏。"],
        "a filter that shows less than there is would be a way to hide"
    );
}

#[test]
fn what_was_verified_before_is_held_against_the_checkpoint() {
    let office = office_with_saves(8);
    assert!(verdict(&office).valid, "verified, and kept in the second place");
    let quick = |office: &Office| office.desk().trail_verify_new().unwrap();
    assert_eq!(
        quick(&office).events,
        0,
        "negative control: since then nothing came"
    );
    save(&office, 9..=10);
    let checked = quick(&office);
    assert_eq!(
        (checked.since, checked.events),
        (9, 2),
        "only what is new is looked at"
    );
    forge(
        &office,
        "UPDATE office_profile SET phone = '110' WHERE version = 10",
    );
    save(&office, 11..=11);
    assert!(
        quick(&office).valid,
        "what was verified before the edit is not read again at a start"
    );
    let whole = verdict(&office);
    assert_eq!(
        whole.faulty,
        [11, 12],
        "but by the whole one, which runs every week: the row, and the checkpoint that rests on it"
    );
    let office = office_with_saves(8);
    assert!(verdict(&office).valid);
    save(&office, 9..=10);
    forge(
        &office,
        "UPDATE office_profile SET phone = '110' WHERE version = 10",
    );
    assert_eq!(
        quick(&office).faulty,
        [11],
        "a new row that was edited is found at the next start"
    );
    let office = office_with_saves(8);
    assert!(verdict(&office).valid);
    forge(
        &office,
        "UPDATE audit_event SET actor = 'console:zhang' WHERE seq = 9",
    );
    assert_eq!(
        quick(&office).faults[0].message,
        "上次核对到第 9 号留痕，现在的历史与那时不同。",
        "the event at the checkpoint is read once more"
    );
}

#[test]
fn a_verification_can_be_stopped_and_then_vouches_for_nothing() {
    let office = office_with_saves(3);
    let desk = office.desk();
    let stopped = desk.trail_verify(&mut |_, _| false).unwrap();
    assert!(
        stopped.stopped && !stopped.valid,
        "what was not looked at is not good"
    );
    assert!(
        desk.trail_standing().unwrap().whole_at.is_none(),
        "and it is not kept as a verification"
    );
    assert!(
        desk.trail_verify(&mut |_, _| true).unwrap().valid,
        "the next one begins anew"
    );
    let standing = desk.trail_standing().unwrap();
    assert!(standing.whole_at.is_some() && !standing.whole_due, "and is kept");
    assert!(
        desk.trail_progress().verdict.is_some(),
        "its verdict stands wherever one looks"
    );
}
