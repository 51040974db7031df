//! Somebody edits the file after everything was verified: what is in force is told at the next start, and nothing that was
//! edited leaves the office as if it stood.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use sunlot_app::paper::PaperWay;
use sunlot_app::trail::{TrailExport, TrailFilter, TrailPaper};

use super::{forge, office_with_saves, verdict};
use crate::forms::ask;
use crate::support::Office;

/// An office that was verified from the beginning a moment ago.
fn verified_office() -> Office {
    let office = office_with_saves(5);
    assert!(verdict(&office).valid, "nobody has touched it yet");
    office
}

fn faults_at_the_next_start(office: &Office) -> Vec<String> {
    let check = office.desk().trail_standing().unwrap().check;
    check.faults.into_iter().map(|fault| fault.message).collect()
}

#[test]
fn what_is_in_force_is_looked_at_though_it_was_verified_before() {
    for (edit, what) in [
        (
            "UPDATE office_profile SET name = '骗子局' WHERE version = (SELECT max(version) FROM office_profile)",
            "another name of the office",
        ),
        (
            "DELETE FROM office_channel WHERE event = 6; DELETE FROM office_profile WHERE event = 6",
            "the version before put back into force",
        ),
        (
            "INSERT INTO idle_setting (id, version, event, minutes) VALUES (1, 1, 3, 1440)",
            "a lock that never locks",
        ),
    ] {
        let office = verified_office();
        assert_eq!(
            faults_at_the_next_start(&office),
            [""; 0],
            "negative control: untouched"
        );
        forge(&office, edit);
        assert_ne!(
            faults_at_the_next_start(&office),
            [""; 0],
            "{what} is told at the next start, not in a week"
        );
    }
}

#[test]
fn an_edited_line_does_not_leave_the_office_as_if_it_stood() {
    let office = verified_office();
    forge(
        &office,
        "UPDATE audit_event SET payload = replace(payload, '\"version\":2', '\"version\":9') WHERE seq = 3",
    );
    let out = tempfile::tempdir().unwrap();
    let place = |name: &str| Some(out.path().join(name).display().to_string());
    let desk = office.desk();
    desk.trail_export(&TrailExport {
        filter: TrailFilter::default(),
        file: place("trail.xlsx"),
        overwrite: false,
    })
    .unwrap();
    let bytes = std::fs::read(out.path().join("trail.xlsx")).unwrap();
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let marked: Vec<String> = sheet
        .rows()
        .filter(|row| row.iter().any(|cell| cell.to_string().contains("被改过")))
        .map(|row| match &row[0] {
            Data::Float(seq) => seq.to_string(),
            other => other.to_string(),
        })
        .collect();
    assert_eq!(
        marked,
        ["2", "3"],
        "the line says so, and the one before it, which it no longer follows"
    );
    desk.trail_paper(&TrailPaper {
        filter: TrailFilter::default(),
        to: PaperWay::Save {
            file: place("extract.pdf"),
        },
    })
    .unwrap();
    let pdf = std::fs::read(out.path().join("extract.pdf")).unwrap();
    let text = ask("pdftotext", &["-raw"], &pdf, &["-"]);
    assert!(
        !text.contains("链条完整"),
        "and the sheet does not vouch for what it shows: {text}"
    );
}

#[test]
fn a_restore_that_set_nothing_aside_explains_no_shorter_trail() {
    let office = office_with_saves(5);
    let anchored = office.desk().trail_standing().unwrap().anchor.anchored.unwrap();
    // Cut off, and an event laid on top that names the anchor: its hash is right, for anybody can compute it.
    forge(
        &office,
        "DELETE FROM office_channel WHERE event > 3; DELETE FROM office_profile WHERE event > 3;
         DELETE FROM audit_object WHERE seq > 3; DELETE FROM audit_event WHERE seq > 3",
    );
    forge_restore(&office, anchored.seq, &anchored.head);
    let standing = office.desk().trail_standing().unwrap().anchor;
    assert_eq!(
        (standing.standing.as_str(), standing.blocks),
        ("shorter", true),
        "what a real restore replaces lies in the backups folder; here there is nothing"
    );
}

fn forge_restore(office: &Office, seq: i64, head: &str) {
    use sha2::{Digest, Sha256};
    let connection = rusqlite::Connection::open(office.database()).unwrap();
    let previous: Vec<u8> = connection
        .query_row("SELECT hash FROM audit_event WHERE seq = 3", [], |row| row.get(0))
        .unwrap();
    let point = format!(r#"{{"head":"{head}","seq":{seq}}}"#);
    let payload = format!(
        r#"{{"anchored":{point},"aside":"replaced-20261120T094100","backup":"a.sunlot-backup","epoch":2,"replaced":{point},"restored":{point}}}"#
    );
    let (at, actor, kind) = ("2026-11-20T09:41:00+08:00", "account:lina", "office.restored");
    let event = format!(
        r#"{{"actor":"{actor}","at":"{at}","kind":"{kind}","payload":{payload},"second":"account:wang","seq":4}}"#
    );
    let hash = Sha256::new_with_prefix(b"sunlot audit\0")
        .chain_update(previous)
        .chain_update(event)
        .finalize()
        .to_vec();
    connection
        .execute(
            "INSERT INTO audit_event (seq, at, actor, second, kind, payload, hash) VALUES (4, ?1, ?2, 'account:wang', ?3, ?4, ?5)",
            (at, actor, kind, payload, hash),
        )
        .unwrap();
}
