//! A trail that was cut off, set back or exchanged shows against its anchor; it is said plainly, nothing is written
//! before two people acknowledged it, and that stays in the trail (T6, T7, T8).

use std::fs;
use std::path::PathBuf;

use sunlot_app::Reason;
use sunlot_app::anchor::{AnchorAcknowledge, AnchorView};
use sunlot_app::trail::{FlagsRequest, TrailRequest};

use super::{forge, office_with_saves, save, verdict};
use crate::support::{Office, json, said, sample_profile};

fn anchor(office: &Office) -> AnchorView {
    office.desk().trail_standing().unwrap().anchor
}

fn acknowledge(office: &Office, reason: &str) -> sunlot_app::Result<AnchorView> {
    let request = AnchorAcknowledge {
        reason: reason.to_owned(),
        second: None,
    };
    Ok(office.desk().anchor_acknowledge(&request)?.anchor)
}

fn refused_to_write(office: &Office) -> bool {
    let mut draft = sample_profile();
    draft.address = "改到别处".to_owned();
    let refused = office.desk().office_profile_save(&draft);
    matches!(refused, Err(error) if matches!(error.reason, Reason::AnchorDiffers(_)))
}

/// All changes in one file, as after a proper closing.
fn settle(office: &Office) {
    office.tamper("PRAGMA wal_checkpoint(TRUNCATE)");
}

fn only_anchor_file(office: &Office) -> PathBuf {
    let mut files: Vec<_> = fs::read_dir(office.anchors())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.to_string_lossy().contains("checked"))
        .collect();
    assert_eq!(files.len(), 1, "one office, one anchor");
    files.remove(0)
}

#[test]
fn an_untouched_office_fits_its_anchor_and_the_anchor_follows_every_commit() {
    let office = office_with_saves(3);
    let view = anchor(&office);
    assert_eq!(view.standing, "fits", "nobody touched anything");
    assert!(!view.blocks, "so nothing is in the way");
    let (anchored, found) = (view.anchored.unwrap(), view.found.unwrap());
    assert_eq!(
        (anchored.seq, &anchored.head),
        (found.seq, &found.head),
        "the anchor is as far as the trail"
    );
    save(&office, 4..=4);
    assert_eq!(
        anchor(&office).anchored.unwrap().seq,
        anchored.seq + 1,
        "and stays so with the next commit"
    );
}

#[test]
fn a_tail_that_was_cut_off_is_counted_and_named() {
    for gone in 1..=5 {
        let office = office_with_saves(56);
        let total = 57;
        let left = total - gone;
        forge(
            &office,
            &format!(
                "DELETE FROM office_channel WHERE event > {left}; DELETE FROM office_profile WHERE event > {left};
                 DELETE FROM audit_object WHERE seq > {left}; DELETE FROM audit_event WHERE seq > {left}"
            ),
        );
        assert!(
            verdict(&office).valid,
            "negative control: within the file itself a clean cut does not show"
        );
        let view = anchor(&office);
        assert_eq!(view.standing, "shorter", "{gone} events are gone");
        assert_eq!(view.missing, Some((left + 1, total)), "and it is known which");
        let expected = if gone == 1 {
            format!("留痕变短了：锚点记到第 57 条，现在只有 {left} 条，缺第 57 条（1 条）。")
        } else {
            format!(
                "留痕变短了：锚点记到第 57 条，现在只有 {left} 条，缺第 {} 至 57 条（{gone} 条）。",
                left + 1
            )
        };
        assert_eq!(
            view.message, expected,
            "in numbers that a supervisor can look for on paper"
        );
        assert!(refused_to_write(&office), "and nothing is written over the gap");
    }
}

#[test]
fn an_older_copy_of_the_file_does_not_start_silently() {
    let office = office_with_saves(3);
    settle(&office);
    let older = fs::read(office.database()).unwrap();
    save(&office, 4..=8);
    settle(&office);
    fs::write(office.database(), &older).unwrap();
    assert!(
        verdict(&office).valid,
        "negative control: the old file is whole in itself"
    );
    assert_eq!(anchor(&office).standing, "shorter", "but there were more events");
    assert!(refused_to_write(&office), "so it is not simply gone on with");
    let trail = office.desk().trail_view(&TrailRequest {
        limit: 10,
        ..TrailRequest::default()
    });
    assert_eq!(trail.unwrap().total, 4, "reading goes on");
}

#[test]
fn an_older_copy_that_was_worked_on_elsewhere_is_another_history() {
    let office = office_with_saves(3);
    settle(&office);
    let older = fs::read(office.database()).unwrap();
    assert!(verdict(&office).valid, "verified so far");
    save(&office, 4..=8);
    settle(&office);
    // Somebody takes the old file to a computer that has never seen the anchor, and works there.
    let elsewhere = Office::none();
    fs::write(elsewhere.database(), &older).unwrap();
    assert_eq!(anchor(&elsewhere).standing, "missing", "there it is new");
    acknowledge(&elsewhere, "换了电脑").unwrap();
    save(&elsewhere, 20..=30);
    settle(&elsewhere);
    fs::copy(elsewhere.database(), office.database()).unwrap();
    assert!(verdict(&elsewhere).valid, "negative control: whole in itself");
    let view = anchor(&office);
    assert_eq!(
        view.standing, "different",
        "another event stands where the anchor is"
    );
    assert!(
        view.message.contains("前 4 条与上次核对时相同"),
        "and it is said how far it is known to be the same: {}",
        view.message
    );
    assert!(
        refused_to_write(&office),
        "nothing is written on a foreign history"
    );
}

#[test]
fn a_write_ahead_log_that_was_deleted_is_a_loss_that_is_reported() {
    let office = office_with_saves(2);
    settle(&office);
    let desk = office.desk();
    let mut draft = sample_profile();
    draft.address = "日志里的地址".to_owned();
    desk.office_profile_save(&draft).unwrap();
    // A program that is killed here leaves its last change in the log.
    let log = fs::metadata(office.path().join("office.db-wal")).unwrap();
    assert!(log.len() > 0, "the change is in the log alone");
    let whole = office.copied(&["office.db", "office.db-wal"]);
    let without = office.copied(&["office.db"]);
    assert_eq!(
        anchor(&whole).standing,
        "fits",
        "negative control: with its log nothing is lost"
    );
    let view = anchor(&without);
    assert_eq!(
        (view.standing.as_str(), view.missing),
        ("shorter", Some((4, 4))),
        "the acknowledged change is missed by its number"
    );
    assert!(refused_to_write(&without), "and not written over");
}

#[test]
fn an_anchor_that_is_gone_damaged_or_anothers_is_no_agreement() {
    let office = office_with_saves(3);
    let file = only_anchor_file(&office);
    let good = fs::read_to_string(&file).unwrap();
    fs::remove_file(&file).unwrap();
    assert_eq!(
        anchor(&office).standing,
        "missing",
        "there was one, so its absence means something"
    );
    assert!(refused_to_write(&office), "deleting the anchor opens no door");
    let cases = [
        ("nothing", String::new()),
        ("no JSON", "锚点".to_owned()),
        ("no head", good.replace("\"head\"", "\"hat\"")),
        (
            "a head that is none",
            good.replacen("\"head\": \"", "\"head\": \"x", 1),
        ),
        ("a number that is none", good.replace("\"seq\": 4", "\"seq\": 0")),
        (
            "another office",
            good.replacen("\"office\": \"", "\"office\": \"0", 1),
        ),
    ];
    for (lesson, text) in cases {
        fs::write(&file, text).unwrap();
        assert_eq!(
            anchor(&office).standing,
            "unreadable",
            "{lesson} agrees with nothing"
        );
        assert!(refused_to_write(&office), "{lesson} opens no door");
    }
    fs::write(&file, &good).unwrap();
    assert!(
        !refused_to_write(&office),
        "negative control: the true anchor does"
    );
}

#[test]
fn a_trail_that_was_rewritten_from_end_to_end_is_another_office() {
    let office = office_with_saves(3);
    settle(&office);
    let forged = office_with_saves(9);
    forge(
        &forged,
        "UPDATE audit_event SET at = '2020-01-01T08:00:00+08:00' WHERE seq = 1",
    );
    rehash(&forged);
    settle(&forged);
    fs::copy(forged.database(), office.database()).unwrap();
    let view = anchor(&office);
    assert_eq!(view.standing, "replaced", "in this folder there was another one");
    assert!(refused_to_write(&office), "and that is not passed over");
}

/// Gives every event the hash that belongs to it now: what a forger with this very source would do.
fn rehash(office: &Office) {
    use sunlot_store::trail::{Event, Hash};
    let connection = rusqlite::Connection::open(office.database()).unwrap();
    let sql: String = connection
        .query_row(
            "SELECT sql FROM sqlite_schema WHERE name = 'audit_event_update'",
            [],
            |r| r.get(0),
        )
        .unwrap();
    connection
        .execute_batch("DROP TRIGGER audit_event_update")
        .unwrap();
    let mut query = connection
        .prepare("SELECT seq, at, actor, second, kind, payload FROM audit_event ORDER BY seq")
        .unwrap();
    let events: Vec<Event> = query
        .query_map([], |row| {
            Ok(Event {
                seq: row.get(0)?,
                at: row.get(1)?,
                actor: row.get(2)?,
                second: row.get(3)?,
                kind: row.get(4)?,
                payload: serde_json::from_str(&row.get::<_, String>(5)?).unwrap(),
            })
        })
        .unwrap()
        .map(Result::unwrap)
        .collect();
    drop(query);
    let mut previous = Hash::NONE;
    for event in events {
        previous = event.hash(&previous).unwrap();
        connection
            .execute_batch(&format!(
                "UPDATE audit_event SET hash = x'{previous}' WHERE seq = {}",
                event.seq
            ))
            .unwrap();
    }
    connection.execute_batch(&sql).unwrap();
}

#[test]
fn an_acknowledgement_is_recorded_becomes_a_flag_and_lets_work_go_on() {
    let office = office_with_saves(8);
    assert!(verdict(&office).valid, "verified further than will be left");
    forge(
        &office,
        "DELETE FROM office_channel WHERE event > 6; DELETE FROM office_profile WHERE event > 6;
         DELETE FROM audit_object WHERE seq > 6; DELETE FROM audit_event WHERE seq > 6",
    );
    for nothing in ["", "  "] {
        let refused = acknowledge(&office, nothing).unwrap_err();
        assert_eq!(
            refused.reason,
            Reason::AcknowledgementInvalid,
            "somebody must say why"
        );
    }
    let view = acknowledge(&office, "硬盘坏了，用旧硬盘上的文件夹继续").unwrap();
    assert_eq!(
        view.standing, "fits",
        "the trail that is there counts from now on"
    );
    let newest = office
        .desk()
        .trail_view(&TrailRequest {
            limit: 1,
            ..TrailRequest::default()
        })
        .unwrap()
        .entries
        .remove(0);
    assert_eq!(
        newest.sentence,
        "确认锚点差异（留痕变短）：锚点记到第 9 条，现有 6 条；理由：硬盘坏了，用旧硬盘上的文件夹继续",
        "both numbers and the reason stand in the trail"
    );
    let flags = office.desk().trail_flags(&FlagsRequest::default()).unwrap();
    assert_eq!(
        flags.entries[0].flags,
        ["锚点差异", "应两人而一人"],
        "before there are accounts one person did it, and that shows as well"
    );
    assert!(!refused_to_write(&office), "work goes on");
    let again = acknowledge(&office, "再来一次").unwrap_err();
    assert_eq!(
        again.reason,
        Reason::AnchorFits,
        "there is nothing left to acknowledge"
    );
    assert!(verdict(&office).valid, "and the trail is whole");
}

#[test]
fn the_command_line_obeys_the_same_rule_as_the_window() {
    let office = office_with_saves(3);
    fs::remove_file(only_anchor_file(&office)).unwrap();
    let refused = office.run(&["--json", "office", "set", "--phone", "0312-8682345"]);
    assert_eq!(refused.status.code(), Some(1), "{}", said(&refused.stderr));
    assert_eq!(
        json(&refused)["code"],
        "anchor_differs",
        "the same refusal as in the window"
    );
    let shown = office.run(&["--json", "audit", "anchor"]);
    assert_eq!(shown.status.code(), Some(1), "looking says so by its status");
    let done = office.run(&["audit", "anchor", "--acknowledge", "换了电脑"]);
    assert_eq!(done.status.code(), Some(0), "{}", said(&done.stderr));
    let saved = office.run(&["office", "set", "--phone", "0312-8682345"]);
    assert_eq!(saved.status.code(), Some(0), "{}", said(&saved.stderr));
}

#[test]
fn a_place_that_cannot_be_written_stops_no_commit_and_is_said_once() {
    let office = Office::none();
    // Where the folder should be there is a file: nobody, not even root, can write into it.
    fs::create_dir_all(office.anchors().parent().unwrap()).unwrap();
    fs::write(office.anchors(), "in the way").unwrap();
    save(&office, 1..=3);
    let trail = office.desk().trail_view(&TrailRequest {
        limit: 10,
        ..TrailRequest::default()
    });
    let kinds: Vec<_> = trail
        .unwrap()
        .entries
        .into_iter()
        .map(|entry| entry.kind)
        .collect();
    assert_eq!(
        kinds,
        [
            "profile.saved",
            "profile.saved",
            "profile.saved",
            "anchor.failed",
            "office.created"
        ],
        "every save was kept, and the trail says once that no anchor was"
    );
    assert_eq!(
        anchor(&office).standing,
        "unkept",
        "so its absence is no surprise later"
    );
    assert_eq!(
        office.desk().trail_flags(&FlagsRequest::default()).unwrap().total,
        1,
        "the supervisor is told"
    );
    fs::remove_file(office.anchors()).unwrap();
    save(&office, 4..=5);
    assert_eq!(
        anchor(&office).standing,
        "fits",
        "as soon as it can be, it is kept again"
    );
    fs::remove_file(only_anchor_file(&office)).unwrap();
    assert_eq!(
        anchor(&office).standing,
        "missing",
        "and from then on its absence means something"
    );
}
