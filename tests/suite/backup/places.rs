//! The place where a backup goes: gone, full, write-protected, too small for one file. One sentence each, and
//! nothing half done. The disk's answers are put in its mouth with strace.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use super::{names, nothing_half_done};
use crate::support::{Office, program, said};

/// Makes a backup while system calls on files of the stick answer with an error from the n-th on.
fn create_while(office: &Office, stick: &Path, inject: &str) -> Output {
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-o", "/dev/null", "-e", &format!("inject={inject}")]);
    // Only what concerns the new file: its name has the minute in it, and the minute may end meanwhile.
    let now = chrono::Local::now();
    for minute in 0..2 {
        let at = (now + chrono::TimeDelta::minutes(minute)).format("%Y%m%d-%H%M");
        let name = format!("清源县应急管理局（示例单位）-{at}.sunlot-backup.part");
        command.arg("-P").arg(stick.join(name));
    }
    command
        .arg(program())
        .args(["--json", "backup", "create", "--to"])
        .arg(stick)
        .env("SUNLOT_HOME", office.path())
        .env("XDG_STATE_HOME", office.state())
        .output()
        .expect("strace is there: ./dev test installs it")
}

#[test]
fn a_disk_that_fails_is_told_apart_and_left_clean() {
    let office = Office::sample();
    for (inject, code) in [
        ("write:error=ENOSPC:when=1+", "backup_place_full"),
        ("write:error=ENOSPC:when=2+", "backup_place_full"),
        ("fsync:error=ENOSPC:when=1+", "backup_place_full"),
        ("write:error=EFBIG:when=2+", "backup_place_small_files"),
        ("write:error=EIO:when=2+", "backup_place_gone"),
        ("fsync:error=EIO:when=1+", "backup_place_gone"),
        ("openat:error=EROFS:when=1+", "backup_place_read_only"),
        ("openat:error=EACCES:when=1+", "backup_place_denied"),
        ("rename:error=EROFS:when=1+", "backup_place_read_only"),
        ("rename:error=ENOENT:when=1+", "backup_place_gone"),
    ] {
        let stick = tempfile::tempdir().unwrap();
        let output = create_while(&office, stick.path(), inject);
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|e| panic!("{inject}: {e}: {}", said(&output.stderr)));
        assert_eq!(answer["code"], code, "{inject}: {answer}");
        assert_eq!(output.status.code(), Some(1), "{inject}: it was refused");
        assert!(
            names(stick.path()).is_empty(),
            "{inject}: {:?} was left",
            names(stick.path())
        );
        nothing_half_done(&office, stick.path());
    }
    let stick = tempfile::tempdir().unwrap();
    let fine = create_while(&office, stick.path(), "write:error=ENOSPC:when=10000+");
    assert_eq!(
        fine.status.code(),
        Some(0),
        "where nothing fails, the same way comes to its end: {}",
        said(&fine.stderr)
    );
    assert_eq!(names(stick.path()).len(), 1, "with one file");
}

#[test]
fn a_place_that_is_none_is_refused_before_anything_is_done() {
    let office = Office::sample();
    let stick = tempfile::tempdir().unwrap();
    let file = stick.path().join("a file");
    fs::write(&file, "").unwrap();
    let attachments = office.path().join("attachments");
    fs::create_dir_all(&attachments).unwrap();
    for (to, code) in [
        (stick.path().join("nowhere"), "backup_place_gone"),
        (file, "backup_place_gone"),
        (office.path().to_owned(), "backup_place_inside"),
        (attachments, "backup_place_inside"),
    ] {
        let refused = office
            .desk()
            .backup_create(&super::request(&to), &mut |_| ())
            .unwrap_err();
        assert_eq!(refused.reason.code(), code, "{}", to.display());
    }
    nothing_half_done(&office, stick.path());
}

#[test]
fn a_full_office_disk_is_not_blamed_on_the_stick() {
    let office = Office::sample();
    let mut codes = Vec::new();
    for nth in [4, 8, 12, 16, 20] {
        let stick = tempfile::tempdir().unwrap();
        let output = Command::new("strace")
            .args(["-f", "-qq", "-o", "/dev/null", "-e"])
            .arg(format!("inject=pwrite64:error=ENOSPC:when={nth}+"))
            .arg(program())
            .args(["--json", "backup", "create", "--to"])
            .arg(stick.path())
            .env("SUNLOT_HOME", office.path())
            .env("XDG_STATE_HOME", office.state())
            .output()
            .expect("strace is there");
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        codes.push(answer["code"].as_str().unwrap_or_default().to_owned());
        assert!(
            names(stick.path()).is_empty(),
            "the {nth}th write: the stick is as it was"
        );
        nothing_half_done(&office, stick.path());
    }
    assert!(
        codes
            .iter()
            .all(|code| code == "disk_full" || code == "disk_failure"),
        "the copy is put together beside the office, so it is that disk: {codes:?}"
    );
    assert!(
        codes.iter().any(|code| code == "disk_full"),
        "and it is said to be full: {codes:?}"
    );
}
