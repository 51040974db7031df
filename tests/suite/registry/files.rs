//! Lists that are written where something lies already.

use std::fs;

use super::enrol;
use crate::support::{Office, json, said};

#[test]
fn a_list_takes_no_other_files_place_unless_somebody_says_so() {
    let office = Office::sample();
    enrol(&office.desk(), "徐水第一超市", &[]);
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("去年的报告.xlsx").display().to_string();
    let roster = out.path().join("名单.csv").display().to_string();
    fs::write(&roster, "企业名称\n徐水第二超市\n").unwrap();
    for words in [
        &["export", "targets", "--out"][..],
        &["export", "inspectors", "--out"],
        &["export", "items", "--out"],
        &["export", "template", "--out"],
        &["audit", "export", "--out"],
        &["import", "targets", &roster, "--dry-run", "--problems"],
    ] {
        fs::write(&file, "a year's work").unwrap();
        let mut words = [&["--json"], words, &[file.as_str()]].concat();
        let refused = office.run(&words);
        assert_eq!(
            json(&refused)["code"],
            "place_taken",
            "{words:?}: {}",
            said(&refused.stderr)
        );
        assert_eq!(refused.status.code(), Some(1), "{words:?}: it was refused");
        assert!(
            said(&refused.stderr).contains("--force"),
            "{words:?}: and is told how it is meant"
        );
        assert_eq!(fs::read(&file).unwrap(), b"a year's work", "{words:?}: untouched");
        words.push("--force");
        let done = office.run(&words);
        assert_eq!(done.status.code(), Some(0), "{words:?}: {}", said(&done.stderr));
        assert_ne!(fs::read(&file).unwrap(), b"a year's work", "{words:?}: replaced");
    }
}

#[test]
fn a_name_promises_the_format_that_is_in_the_file() {
    let office = Office::sample();
    enrol(&office.desk(), "徐水第一超市", &[]);
    let out = tempfile::tempdir().unwrap();
    let at = |name: &str| out.path().join(name).display().to_string();
    for (name, format) in [
        ("a.txt", "xlsx"),
        ("a.csv", "xlsx"),
        ("a.xlsx", "csv"),
        ("a.xls", "xlsx"),
    ] {
        let refused = office.run(&[
            "--json",
            "export",
            "targets",
            "--format",
            format,
            "--out",
            &at(name),
        ]);
        assert_eq!(
            json(&refused)["code"],
            "place_ending",
            "{name} would be opened as what {format} is not"
        );
    }
    assert_eq!(
        fs::read_dir(out.path()).unwrap().count(),
        0,
        "and nothing was written"
    );
    for (name, format, written) in [
        ("b", "xlsx", "b.xlsx"),
        ("b", "csv", "b.csv"),
        ("C.XLSX", "xlsx", "C.XLSX"),
    ] {
        let done = office.run(&[
            "--json",
            "export",
            "targets",
            "--format",
            format,
            "--out",
            &at(name),
        ]);
        assert_eq!(
            json(&done)["path"],
            at(written).as_str(),
            "a name without an ending gets one, and the answer says which file it is"
        );
        assert!(out.path().join(written).is_file(), "there it is");
    }
}
