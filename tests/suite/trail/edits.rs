//! More than sixty edits behind the program's back: each is reported, and the event, table or row is named.

use std::fs;

use super::{forge, office_with_saves, save, verdict};
use crate::support::Office;

/// An edit, what it teaches, and what must be said of it.
type Case = (&'static str, &'static str, &'static str);

/// Edits that a patient forger makes: the triggers are taken away and put back to the letter.
const FORGED: &[Case] = &[
    // Events.
    (
        "actor",
        "UPDATE audit_event SET actor = 'console:zhang' WHERE seq = 3",
        "第 3 号留痕与它的校验值不符",
    ),
    (
        "actor's shell",
        "UPDATE audit_event SET actor = 'cli:lina' WHERE seq = 3",
        "第 3 号",
    ),
    (
        "actor emptied",
        "UPDATE audit_event SET actor = '' WHERE seq = 3",
        "第 3 号",
    ),
    (
        "time",
        "UPDATE audit_event SET at = '2026-11-19T09:41:00+08:00' WHERE seq = 3",
        "第 3 号",
    ),
    (
        "the same time in another zone",
        "UPDATE audit_event SET at = '2026-11-20T01:41:00+00:00' WHERE seq = 3",
        "第 3 号",
    ),
    (
        "time with a fraction",
        "UPDATE audit_event SET at = '2026-11-20T09:41:00.0+08:00' WHERE seq = 3",
        "第 3 号",
    ),
    (
        "second person added",
        "UPDATE audit_event SET second = 'account:liu' WHERE seq = 3",
        "第 3 号",
    ),
    (
        "second person emptied",
        "UPDATE audit_event SET second = '' WHERE seq = 3",
        "第 3 号",
    ),
    (
        "kind",
        "UPDATE audit_event SET kind = 'office.created' WHERE seq = 3",
        "第 3 号",
    ),
    (
        "kind with a blank",
        "UPDATE audit_event SET kind = kind || ' ' WHERE seq = 3",
        "第 3 号",
    ),
    (
        "payload: a blank",
        "UPDATE audit_event SET payload = payload || ' ' WHERE seq = 3",
        "第 3 号",
    ),
    (
        "payload: no JSON",
        "UPDATE audit_event SET payload = 'x' WHERE seq = 3",
        "第 3 号",
    ),
    (
        "payload: emptied",
        "UPDATE audit_event SET payload = '{}' WHERE seq = 3",
        "第 3 号",
    ),
    (
        "payload: a number",
        "UPDATE audit_event SET payload = json_set(payload, '$.version', 9) WHERE seq = 3",
        "第 3 号",
    ),
    (
        "payload: a key more",
        "UPDATE audit_event SET payload = json_set(payload, '$.z', 1) WHERE seq = 3",
        "第 3 号",
    ),
    (
        "payload: the digest of rows",
        "UPDATE audit_event SET payload = json_set(payload, '$.rows.office_profile.digest', 'ab') WHERE seq = 3",
        "第 3 号",
    ),
    (
        "payload: no rows",
        "UPDATE audit_event SET payload = json_remove(payload, '$.rows') WHERE seq = 3",
        "第 3 号",
    ),
    (
        "payload: other objects",
        "UPDATE audit_event SET payload = json_set(payload, '$.objects.profile[0]', '9') WHERE seq = 3",
        "第 3 号",
    ),
    (
        "payload: key order",
        "UPDATE audit_event SET payload = '{\"version\":2,\"changed\":[\"address\"]}' WHERE seq = 3",
        "第 3 号",
    ),
    (
        "hash of zeros",
        "UPDATE audit_event SET hash = zeroblob(32) WHERE seq = 3",
        "第 3 号",
    ),
    (
        "another's hash",
        "UPDATE audit_event SET hash = (SELECT hash FROM audit_event WHERE seq = 2) WHERE seq = 3",
        "第 3 号",
    ),
    (
        "the last hash",
        "UPDATE audit_event SET hash = zeroblob(32) WHERE seq = 9",
        "第 9 号",
    ),
    (
        "event deleted",
        "DELETE FROM audit_event WHERE seq = 3",
        "第 3 号的位置上是第 4 号",
    ),
    (
        "first event deleted",
        "DELETE FROM audit_event WHERE seq = 1",
        "第 1 号的位置上是第 2 号",
    ),
    (
        "three deleted",
        "DELETE FROM audit_event WHERE seq BETWEEN 3 AND 5",
        "第 3 号的位置上是第 6 号",
    ),
    (
        "last event deleted, rows left",
        "DELETE FROM audit_event WHERE seq = 9",
        "没有任何留痕",
    ),
    ("all events deleted", "DELETE FROM audit_event", "没有任何留痕"),
    (
        "event appended",
        "INSERT INTO audit_event SELECT 10, at, actor, second, kind, payload, hash FROM audit_event WHERE seq = 9",
        "第 10 号",
    ),
    (
        "event before the first",
        "INSERT INTO audit_event SELECT 0, at, actor, second, kind, payload, hash FROM audit_event WHERE seq = 1",
        "第 1 号的位置上是第 0 号",
    ),
    (
        "event far ahead",
        "INSERT INTO audit_event SELECT 99, at, actor, second, kind, payload, hash FROM audit_event WHERE seq = 9",
        "第 10 号的位置上是第 99 号",
    ),
    (
        "events swapped",
        "UPDATE audit_event SET seq = -1 WHERE seq = 3; UPDATE audit_event SET seq = 3 WHERE seq = 4; UPDATE audit_event SET seq = 4 WHERE seq = -1",
        "第 3 号",
    ),
    (
        "rowid changed",
        "UPDATE audit_event SET rowid = 50 WHERE seq = 9",
        "第 9 号的位置上是第 50 号",
    ),
    (
        "numbers moved up",
        "UPDATE audit_event SET seq = seq + 100; UPDATE audit_event SET seq = seq - 99",
        "第 1 号的位置上是第 2 号",
    ),
    (
        "contents swapped between events",
        "UPDATE audit_event SET payload = (SELECT payload FROM audit_event WHERE seq = 4) WHERE seq = 3",
        "第 3 号",
    ),
    // Rows.
    (
        "row: a value",
        "UPDATE office_profile SET phone = '110' WHERE version = 2",
        "第 3 号留痕写下的单位资料（1 行）内容被改动过",
    ),
    (
        "row: a blank",
        "UPDATE office_profile SET name = name || ' ' WHERE version = 2",
        "第 3 号留痕写下的单位资料",
    ),
    (
        "row: full-width",
        "UPDATE office_profile SET address = replace(address, '2', '２') WHERE version = 2",
        "第 3 号",
    ),
    (
        "row: value moved to the next column",
        "UPDATE office_profile SET phone = '', address = address || phone WHERE version = 2",
        "第 3 号",
    ),
    (
        "row: the newest",
        "UPDATE office_profile SET name = '别的单位' WHERE version = 8",
        "第 9 号",
    ),
    (
        "row: the oldest",
        "UPDATE office_profile SET name = '别的单位' WHERE version = 1",
        "第 2 号",
    ),
    (
        "row deleted",
        "DELETE FROM office_profile WHERE version = 4",
        "第 5 号留痕写下单位资料 1 行，现在有 0 行",
    ),
    (
        "newest row deleted",
        "DELETE FROM office_profile WHERE version = 8",
        "第 9 号",
    ),
    (
        "all rows of a table deleted",
        "DELETE FROM office_channel",
        "第 2 号留痕写下公示渠道",
    ),
    (
        "channel deleted",
        "DELETE FROM office_channel WHERE version = 2 AND id = 3",
        "第 3 号留痕写下公示渠道 3 行，现在有 2 行",
    ),
    (
        "channel added",
        "INSERT INTO office_channel SELECT 4, 2, 3, 1, kind, detail FROM office_channel WHERE version = 2 AND id = 1",
        "现在有 4 行",
    ),
    (
        "channel: kind",
        "UPDATE office_channel SET kind = 'newspaper' WHERE version = 2 AND id = 1",
        "第 3 号",
    ),
    (
        "channels swapped",
        "UPDATE office_channel SET id = 9 WHERE version = 2 AND id = 1; UPDATE office_channel SET id = 1 WHERE version = 2 AND id = 2; UPDATE office_channel SET id = 2 WHERE version = 2 AND id = 9",
        "第 3 号留痕写下的公示渠道（3 行）内容被改动过",
    ),
    (
        "row handed to another event",
        "UPDATE office_channel SET event = 4 WHERE version = 2 AND id = 3",
        "第 3 号",
    ),
    (
        "row of no event",
        "INSERT INTO office_channel SELECT 4, 8, 77, 1, kind, detail FROM office_channel WHERE version = 8 AND id = 1",
        "公示渠道里有一行（4/8）没有任何留痕",
    ),
    (
        "row of an event before the first",
        "INSERT INTO office_channel SELECT 5, 8, 0, 1, kind, detail FROM office_channel WHERE version = 8 AND id = 1",
        "（5/8）没有任何留痕",
    ),
    (
        "row of a negative event",
        "INSERT INTO office_channel SELECT 5, 8, -3, 1, kind, detail FROM office_channel WHERE version = 8 AND id = 1",
        "没有任何留痕",
    ),
    (
        "a version put between",
        "INSERT INTO office_profile SELECT id, 99, 3, name, code, authority, entrusting_authority, doc_prefix, region_code, region_name, address, phone, supervision_phone FROM office_profile WHERE version = 2",
        "第 3 号留痕写下单位资料 1 行，现在有 2 行",
    ),
    (
        "a person made out of nothing",
        "INSERT INTO account VALUES (1, 1, 3, 'zhang', '张三', 0, 0, 1, 0, 0)",
        "第 3 号留痕写下账户 0 行，现在有 1 行",
    ),
    (
        "type changed: text to blob",
        "UPDATE office_profile SET version = 2, phone = CAST(CAST(phone AS BLOB) AS TEXT) || char(0) WHERE version = 2",
        "第 3 号",
    ),
    // The list of what events concern.
    (
        "object taken out",
        "DELETE FROM audit_object WHERE seq = 3",
        "第 3 号留痕所涉对象的目录与留痕不符",
    ),
    (
        "object added",
        "INSERT INTO audit_object VALUES ('account', 'lina', 3)",
        "第 3 号留痕所涉对象的目录",
    ),
    (
        "object handed on",
        "UPDATE audit_object SET seq = 4 WHERE seq = 3",
        "第 3 号留痕所涉对象的目录",
    ),
    (
        "object renamed",
        "UPDATE audit_object SET id = '9' WHERE seq = 3",
        "第 3 号留痕所涉对象的目录",
    ),
    (
        "object of no event",
        "INSERT INTO audit_object VALUES ('account', 'lina', 77)",
        "第 77 号留痕所涉对象的目录",
    ),
    // The file's own rules.
    (
        "trigger added",
        "CREATE TRIGGER quiet AFTER INSERT ON audit_event BEGIN SELECT 1; END",
        "trigger quiet",
    ),
    (
        "trigger that undoes",
        "CREATE TRIGGER undo AFTER INSERT ON office_channel BEGIN DELETE FROM office_channel WHERE id = 99; END",
        "trigger undo",
    ),
    ("table added", "CREATE TABLE secret (x TEXT)", "table secret"),
    (
        "view added",
        "CREATE VIEW audit AS SELECT * FROM audit_event",
        "view audit",
    ),
    (
        "view over a table's name",
        "ALTER TABLE office_channel RENAME TO channel_hidden; CREATE VIEW office_channel AS SELECT * FROM channel_hidden",
        "table office_channel",
    ),
    (
        "index added",
        "CREATE INDEX quick ON audit_event (payload)",
        "index quick",
    ),
    (
        "index dropped",
        "DROP INDEX audit_event_kind",
        "index audit_event_kind",
    ),
    (
        "index that looks like ours",
        "DROP INDEX audit_event_kind; CREATE INDEX audit_event_kind ON audit_event (actor)",
        "index audit_event_kind",
    ),
    (
        "column added",
        "ALTER TABLE office_channel ADD COLUMN x TEXT",
        "table office_channel",
    ),
    (
        "table emptied by a twin",
        "CREATE TABLE twin AS SELECT * FROM audit_event WHERE seq < 5",
        "table twin",
    ),
];

/// Edits of somebody in a hurry: the triggers stay away.
const HASTY: &[Case] = &[
    (
        "trigger dropped",
        "DROP TRIGGER audit_event_update",
        "trigger audit_event_update",
    ),
    (
        "trigger dropped for good",
        "DROP TRIGGER office_profile_delete; DELETE FROM office_profile WHERE version = 3",
        "trigger office_profile_delete",
    ),
    (
        "trigger that only looks like ours",
        "DROP TRIGGER audit_event_delete; CREATE TRIGGER audit_event_delete BEFORE DELETE ON audit_event BEGIN SELECT RAISE(ABORT, 'audit_event is append-only') WHERE 0; END",
        "trigger audit_event_delete",
    ),
];

fn said_of(office: &Office) -> Vec<String> {
    verdict(office)
        .faults
        .into_iter()
        .map(|fault| fault.message)
        .collect()
}

#[test]
fn more_than_sixty_edits_are_each_reported_and_named() {
    assert!(
        FORGED.len() + HASTY.len() >= 60,
        "the table is as long as it says"
    );
    let pristine = office_with_saves(8);
    pristine.tamper("PRAGMA wal_checkpoint(TRUNCATE)");
    assert_eq!(
        said_of(&pristine),
        Vec::<String>::new(),
        "negative control: untouched, nothing is said"
    );
    let bytes = fs::read(pristine.database()).unwrap();
    let cases = FORGED
        .iter()
        .map(|case| (case, true))
        .chain(HASTY.iter().map(|case| (case, false)));
    for ((lesson, edit, expected), patient) in cases {
        let office = Office::none();
        fs::write(office.database(), &bytes).unwrap();
        if patient {
            forge(&office, edit);
        } else {
            office.tamper(edit);
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
    assert_eq!(
        said_of(&office),
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
        [11],
        "but by the whole verification, which is why it runs every week"
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
