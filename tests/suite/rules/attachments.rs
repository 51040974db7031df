//! The office's own rules and its standards of discretion as files: kept whole, once, and copied out unchanged.

use std::fs;
use std::path::{Path, PathBuf};

use sunlot_app::Desk;
use sunlot_app::rules::{AttachmentKind, RulesAttach, RulesAttachmentSave, RulesDetach, RulesOpened};

use super::{fields, open, saved};
use crate::support::{Office, json, said};

/// A file beside the office.
fn file(office: &Office, name: &str, bytes: &[u8]) -> PathBuf {
    let path = office.state().join(name);
    fs::create_dir_all(office.state()).unwrap();
    fs::write(&path, bytes).unwrap();
    path
}

fn attach(opened: &RulesOpened, kind: AttachmentKind, path: &Path) -> RulesAttach {
    RulesAttach {
        id: opened.line.id,
        version: opened.line.version,
        kind,
        title: String::new(),
        path: path.display().to_string(),
        reason: "存底".to_owned(),
    }
}

fn copy(opened: &RulesOpened, digest: &str, path: &Path) -> RulesAttachmentSave {
    RulesAttachmentSave {
        id: opened.line.id,
        digest: digest.to_owned(),
        path: Some(path.display().to_string()),
        overwrite: false,
    }
}

fn place(office: &Office, digest: &str) -> PathBuf {
    office.path().join("attachments").join(&digest[..2]).join(digest)
}

/// A profile in force with a file attached.
fn with_file(office: &Office, desk: &Desk) -> RulesOpened {
    let opened = saved(desk, "dawa", "本局细则", true);
    let rules = file(office, "实施细则.docx", b"rules of our own");
    desk.rules_attach(&attach(&opened, AttachmentKind::RulesText, &rules))
        .unwrap()
}

#[test]
fn r_01_and_r_05_the_text_of_the_rules_and_the_standards_of_discretion_are_attached_and_named() {
    let office = Office::sample();
    let desk = office.desk();
    let opened = with_file(&office, &desk);
    let standards = file(&office, "裁量基准.pdf", b"standards");
    let opened = desk
        .rules_attach(&RulesAttach {
            title: "粮食行政处罚自由裁量权量化标准".to_owned(),
            ..attach(&opened, AttachmentKind::Discretion, &standards)
        })
        .unwrap();
    let told: Vec<(&str, &str, &str, u64, bool)> = opened
        .attachments
        .iter()
        .map(|known| {
            let kind = known.kind.label.as_str();
            (
                kind,
                known.title.as_str(),
                known.file.as_str(),
                known.size,
                known.there,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("细则全文", "实施细则", "实施细则.docx", 16, true),
            (
                "自由裁量基准",
                "粮食行政处罚自由裁量权量化标准",
                "裁量基准.pdf",
                9,
                true
            ),
        ],
        "R-01 and R-05: a file without a title is called as it is"
    );
    assert_eq!(opened.line.version, 3, "each is a version of the profile");
    assert!(opened.line.in_force, "which stays in force");
    for known in &opened.attachments {
        assert!(
            place(&office, &known.digest).is_file(),
            "it lies in the office folder, where backups find it"
        );
    }
    assert!(
        opened.story[0].sentence.contains("改动：附件"),
        "{}",
        opened.story[0].sentence
    );
}

#[test]
fn the_same_bytes_twice_are_one_file() {
    let office = Office::sample();
    let desk = office.desk();
    let opened = with_file(&office, &desk);
    let again = file(&office, "实施细则.docx", b"rules of our own");
    let same = desk
        .rules_attach(&attach(&opened, AttachmentKind::RulesText, &again))
        .unwrap();
    assert_eq!(same.line.version, opened.line.version, "nothing is different");
    assert_eq!(same.notices[0].value, "unchanged", "and it is said");
    let retitled = desk
        .rules_attach(&RulesAttach {
            title: "实施细则（试行）".to_owned(),
            ..attach(&opened, AttachmentKind::RulesText, &again)
        })
        .unwrap();
    assert_eq!(retitled.attachments.len(), 1, "another title is no other file");
    assert_eq!(
        retitled.attachments[0].title, "实施细则（试行）",
        "but it is called so now"
    );
    let other = saved(&desk, "xushui", "另一份", false);
    let other = desk
        .rules_attach(&attach(&other, AttachmentKind::RulesText, &again))
        .unwrap();
    let digest = &other.attachments[0].digest;
    let shelf = place(&office, digest);
    let shelf = fs::read_dir(shelf.parent().unwrap()).unwrap();
    assert_eq!(shelf.count(), 1, "two profiles, one file on the disk");
}

#[test]
fn what_is_no_attachment_is_refused_before_anything_is_kept() {
    let office = Office::sample();
    let desk = office.desk();
    let opened = saved(&desk, "dawa", "本局细则", true);
    let large = file(&office, "扫描件.pdf", b"");
    fs::File::options()
        .write(true)
        .open(&large)
        .unwrap()
        .set_len(20 * 1024 * 1024 + 1)
        .unwrap();
    let good = file(&office, "good.docx", b"rules");
    let of = |path: &Path| attach(&opened, AttachmentKind::RulesText, path);
    for (request, code, why) in [
        (
            of(&file(&office, "空.docx", b"")),
            "attachment_empty",
            "nobody can read nothing",
        ),
        (of(&large), "attachment_too_large", "every backup would carry it"),
        (
            of(&office.state().join("none.docx")),
            "file_missing",
            "it was moved",
        ),
        (of(office.state()), "file_unread", "a folder"),
        (
            RulesAttach {
                reason: String::new(),
                ..of(&good)
            },
            "rules_invalid",
            "nobody said why",
        ),
        (
            RulesAttach {
                version: 7,
                ..of(&good)
            },
            "rules_moved",
            "another version",
        ),
        (
            RulesAttach { id: 0, ..of(&good) },
            "rules_built_in",
            "the built-in one takes none",
        ),
        (
            RulesAttach { id: 9, ..of(&good) },
            "rules_missing",
            "there is none",
        ),
    ] {
        assert_eq!(
            desk.rules_attach(&request).unwrap_err().reason.code(),
            code,
            "{why}"
        );
    }
    assert!(
        !office.path().join("attachments").exists(),
        "and nothing was kept"
    );
    let untitled = RulesAttach {
        title: "题".repeat(300),
        ..of(&good)
    };
    assert_eq!(
        fields(desk.rules_attach(&untitled).unwrap_err()),
        [("title".to_owned(), "too_long".to_owned())],
        "it must fit on a line"
    );
    assert_eq!(open(&desk, 1).line.version, 1, "the profile is as it was");
}

#[test]
fn a_copy_has_the_bytes_that_were_attached_and_takes_nothings_place() {
    let office = Office::sample();
    let desk = office.desk();
    let opened = with_file(&office, &desk);
    let digest = &opened.attachments[0].digest;
    let out = office.state().join("副本.docx");
    let done = desk.rules_attachment_save(&copy(&opened, digest, &out)).unwrap();
    assert_eq!(
        fs::read(&done.path).unwrap(),
        b"rules of our own",
        "byte for byte"
    );
    let again = copy(&opened, digest, &out);
    assert_eq!(
        desk.rules_attachment_save(&again).unwrap_err().reason.code(),
        "place_taken",
        "nobody was asked"
    );
    let told = RulesAttachmentSave {
        overwrite: true,
        ..again
    };
    assert!(desk.rules_attachment_save(&told).is_ok(), "somebody was");
    let other = copy(&opened, digest, &office.state().join("副本.pdf"));
    assert_eq!(
        desk.rules_attachment_save(&other).unwrap_err().reason.code(),
        "place_ending",
        "a document is no PDF because it is called so"
    );
    let unknown = copy(&opened, &"ab".repeat(32), &out);
    assert_eq!(
        desk.rules_attachment_save(&unknown).unwrap_err().reason.code(),
        "attachment_missing",
        "there is none of these bytes"
    );
}

#[test]
fn one_that_was_taken_away_is_still_in_the_older_version() {
    let office = Office::sample();
    let desk = office.desk();
    let opened = with_file(&office, &desk);
    let digest = opened.attachments[0].digest.clone();
    let request = RulesDetach {
        id: opened.line.id,
        version: opened.line.version,
        digest: digest.clone(),
        reason: "已废止".to_owned(),
    };
    let after = desk.rules_detach(&request).unwrap();
    assert!(after.attachments.is_empty(), "the profile has it no more");
    assert_eq!(
        desk.rules_detach(&request).unwrap_err().reason.code(),
        "rules_moved",
        "nor a second time"
    );
    let twice = RulesDetach {
        version: after.line.version,
        ..request
    };
    assert_eq!(
        desk.rules_detach(&twice).unwrap_err().reason.code(),
        "attachment_missing",
        "there is nothing to take away"
    );
    let out = office.state().join("旧细则.docx");
    assert!(
        desk.rules_attachment_save(&copy(&after, &digest, &out)).is_ok(),
        "what was drawn with the older version can still be held against its rules"
    );
}

#[test]
fn a_file_that_was_changed_or_taken_out_behind_the_program_is_never_handed_out() {
    let office = Office::sample();
    let desk = office.desk();
    let opened = with_file(&office, &desk);
    let digest = &opened.attachments[0].digest;
    let out = office.state().join("副本.docx");
    fs::write(place(&office, digest), "other rules").unwrap();
    let refused = desk
        .rules_attachment_save(&copy(&opened, digest, &out))
        .unwrap_err();
    assert_eq!(refused.reason.code(), "attachment_changed", "the digest says so");
    fs::remove_file(place(&office, digest)).unwrap();
    let refused = desk
        .rules_attachment_save(&copy(&opened, digest, &out))
        .unwrap_err();
    assert_eq!(refused.reason.code(), "attachment_gone", "there is nothing");
    assert!(!out.exists(), "and nothing was written");
    assert!(
        !open(&desk, 1).attachments[0].there,
        "the list says it before anybody asks"
    );
    let rules = file(&office, "实施细则.docx", b"rules of our own");
    desk.rules_attach(&attach(&opened, AttachmentKind::RulesText, &rules))
        .unwrap();
    assert!(
        open(&desk, 1).attachments[0].there,
        "whoever still has the file puts it right by attaching it again"
    );
}

#[test]
fn the_command_line_attaches_copies_and_takes_away() {
    let office = Office::sample();
    saved(&office.desk(), "dawa", "本局细则", true);
    let rules = file(&office, "实施细则.docx", b"rules of our own")
        .display()
        .to_string();
    let out = office.state().join("副本.docx").display().to_string();
    let run = |arguments: &[&str]| {
        let output = office.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", said(&output.stderr));
        output
    };
    run(&["rules", "attach", "XZ-01", &rules, "--reason", "存底"]);
    let told = said(&run(&["rules", "show"]).stdout);
    assert!(told.contains("附件 细则全文：实施细则"), "{told}");
    run(&["rules", "attachment", "1", "实施细则", "--out", &out]);
    assert_eq!(fs::read(&out).unwrap(), b"rules of our own", "byte for byte");
    let taken = office.run(&["rules", "attachment", "1", "实施细则", "--out", &out]);
    assert_eq!(taken.status.code(), Some(1), "it takes no file's place unasked");
    let after = json(&run(&[
        "--json",
        "rules",
        "detach",
        "1",
        "实施细则.docx",
        "--reason",
        "已废止",
    ]));
    assert_eq!(after["attachments"], serde_json::json!([]), "taken away");
    let none = office.run(&["rules", "detach", "1", "实施细则", "--reason", "再来"]);
    assert_eq!(none.status.code(), Some(2), "there is none of this name");
}
