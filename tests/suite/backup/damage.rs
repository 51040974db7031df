//! Damaged files: whatever byte changed, whatever was cut off, added or exchanged, it is reported.

use std::fs;
use std::path::Path;

use sunlot_app::Failure;
use sunlot_app::account::Role;

use super::{busy_office, file_of, made, names, typed, verify};
use crate::accounts::seated;
use crate::support::{Office, json, said, someone};

fn backup() -> (Vec<u8>, tempfile::TempDir) {
    let (office, stick) = (busy_office(), tempfile::tempdir().unwrap());
    let file = made(&seated(&office, someone(Role::Handler)), stick.path());
    (fs::read(file).unwrap(), stick)
}

fn verdict(folder: &Path, bytes: &[u8]) -> Result<(), String> {
    let file = folder.join("changed.sunlot-backup");
    fs::write(&file, bytes).unwrap();
    verify(&file)
        .map(drop)
        .map_err(|error| error.reason.code().to_owned())
}

/// One in so many bytes; all of them in the long proof.
fn step() -> usize {
    std::env::var("SUNLOT_FLIP_STEP")
        .ok()
        .and_then(|step| step.parse().ok())
        .unwrap_or(97)
}

#[test]
fn every_single_byte_flip_of_a_backup_is_reported() {
    let (whole, stick) = backup();
    let mut missed = Vec::new();
    let mut tried = 0;
    // The first kilobyte, where the lengths stand, is always tried whole.
    for place in (0..whole.len()).filter(|place| *place < 512 || place % step() == 0) {
        let mut flipped = whole.clone();
        flipped[place] ^= 1 << (place % 8);
        tried += 1;
        if verdict(stick.path(), &flipped).is_ok() {
            missed.push(place);
        }
    }
    println!(
        "{tried} of {} bytes of a backup flipped, {} missed",
        whole.len(),
        missed.len()
    );
    assert!(
        missed.is_empty(),
        "these bytes can be changed without a word: {missed:?}"
    );
}

#[test]
fn cut_off_anywhere_it_is_no_backup() {
    let (whole, stick) = backup();
    for length in (0..whole.len()).filter(|length| *length < 64 || length % (step() * 7) == 0) {
        let refused = verdict(stick.path(), &whole[..length]).expect_err("a part is not the whole");
        let expected = if length == 0 {
            "backup_foreign"
        } else {
            "backup_cut_off"
        };
        assert_eq!(
            refused,
            expected,
            "cut off after {length} of {} bytes",
            whole.len()
        );
    }
}

#[test]
fn nothing_can_be_added_or_exchanged() {
    let (one, stick) = backup();
    // The same office a little later; two of one moment are the same to the byte.
    let office = busy_office();
    super::attach(&office, b"one more");
    let elsewhere = tempfile::tempdir().unwrap();
    let other = fs::read(made(&seated(&office, someone(Role::Handler)), elsewhere.path())).unwrap();
    let half = one.len() / 2;
    let cases: [(&str, Vec<u8>); 5] = [
        ("a byte behind it", [&one[..], b"\0"].concat()),
        ("another one behind it", [&one[..], &other].concat()),
        ("itself behind it", [&one[..], &one].concat()),
        ("a byte before it", [b"\n", &one[..]].concat()),
        (
            "half of each",
            [&one[..half], &other[half.min(other.len())..]].concat(),
        ),
    ];
    for (what, bytes) in cases {
        assert!(verdict(stick.path(), &bytes).is_err(), "{what} must not pass");
    }
    let mut swapped = one.clone();
    let tail = swapped.len() - 32;
    swapped[tail..].copy_from_slice(&other[other.len() - 32..]);
    assert_eq!(
        verdict(stick.path(), &swapped).unwrap_err(),
        "backup_damaged",
        "another one's digest"
    );
    assert_eq!(
        verdict(stick.path(), &one),
        Ok(()),
        "the untouched one still passes"
    );
}

#[test]
fn what_is_something_else_is_called_by_its_name() {
    let stick = tempfile::tempdir().unwrap();
    let office = Office::sample();
    let database = fs::read(office.database()).unwrap();
    let zip = |name: &str| [b"PK\x03\x04" as &[u8], &[0; 26], name.as_bytes()].concat();
    for (bytes, word) in [
        (b"%PDF-1.7 ...".to_vec(), "PDF"),
        (zip("[Content_Types].xml"), "电子表格或文档"),
        (zip("a.txt"), "压缩包"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1".to_vec(), "电子表格或文档"),
        (database, "office.db"),
        (b"\x89PNG\r\n".to_vec(), "图片"),
        ("{\"a\": 1}".into(), "文本文件"),
        (vec![0, 1, 2, 3], "别的文件"),
        (Vec::new(), "空的"),
    ] {
        let file = stick.path().join("x.sunlot-backup");
        fs::write(&file, bytes).unwrap();
        let failure = Failure::from(verify(&file).unwrap_err());
        assert_eq!(failure.code, "backup_foreign", "{word}");
        assert!(
            failure.message.contains(word),
            "it says what it is: {}",
            failure.message
        );
    }
    assert_eq!(
        Failure::from(verify(stick.path()).unwrap_err()).code,
        "backup_foreign",
        "a folder"
    );
    let missing = verify(&stick.path().join("y.sunlot-backup")).unwrap_err();
    assert_eq!(
        missing.reason.code(),
        "file_missing",
        "what is not there is not damaged"
    );
    let newer = stick.path().join("z.sunlot-backup");
    fs::write(&newer, b"sunlot-backup/2\n and so on").unwrap();
    assert_eq!(
        verify(&newer).unwrap_err().reason.code(),
        "backup_newer",
        "a later format"
    );
}

#[test]
fn damage_is_told_from_a_wrong_passphrase() {
    let (office, stick) = (busy_office(), tempfile::tempdir().unwrap());
    let desk = seated(&office, someone(Role::Handler));
    let request = sunlot_app::backup::BackupRequest {
        passphrase: typed("四个不相干的词"),
        ..super::request(stick.path())
    };
    assert_eq!(
        desk.backup_create(
            &sunlot_app::backup::BackupRequest {
                passphrase: typed("短口令"),
                ..request.clone()
            },
            &mut |_| ()
        )
        .unwrap_err()
        .reason
        .code(),
        "backup_passphrase_short",
        "three characters are soon tried"
    );
    let refused = desk.backup_create(&request, &mut |_| ());
    assert_eq!(
        refused.unwrap_err().reason.code(),
        "backup_passphrase_short",
        "seven are still few"
    );
    let request = sunlot_app::backup::BackupRequest {
        passphrase: typed("四个不相干的词连成句"),
        ..request
    };
    let done = desk.backup_create(&request, &mut |_| ()).unwrap();
    let mut bytes = fs::read(&done.backup.file).unwrap();
    let place = bytes.len() / 2;
    bytes[place] ^= 1;
    assert_eq!(
        verdict(stick.path(), &bytes).unwrap_err(),
        "backup_damaged",
        "damage shows without the passphrase"
    );
    let mut wrong = file_of(done.backup.file.as_ref());
    wrong.passphrase = typed("另一句话不是口令");
    let refused = office.desk().backup_verify(&wrong, &mut |_| ()).unwrap_err();
    assert_eq!(
        refused.reason.code(),
        "backup_passphrase_wrong",
        "and an untouched file is not called damaged"
    );
}

#[test]
fn the_command_line_verifies_without_an_office_and_asks_nobody() {
    let (bytes, stick) = backup();
    let file = stick.path().join(&names(stick.path())[0]);
    let nowhere = Office::none();
    let verified = nowhere.run(&["--json", "backup", "verify", &file.display().to_string()]);
    assert_eq!(verified.status.code(), Some(0), "{}", said(&verified.stderr));
    assert_eq!(json(&verified)["attachments"], 3, "what is in it is counted");
    assert!(names(nowhere.path()).is_empty(), "and no office was made");
    fs::write(&file, &bytes[..bytes.len() - 1]).unwrap();
    let refused = nowhere.run(&["--json", "backup", "verify", &file.display().to_string()]);
    assert_eq!(refused.status.code(), Some(2), "what is cut off cannot be read");
    assert_eq!(json(&refused)["code"], "backup_cut_off", "and says so");
}
