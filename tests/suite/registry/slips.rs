//! A slip in the name of the office's folder makes no second office.

use std::fs;

use crate::support::{Office, json, said};

#[test]
fn only_what_an_office_begins_with_makes_one() {
    let office = Office::none();
    let elsewhere = tempfile::tempdir().unwrap();
    let roster = elsewhere.path().join("名单.csv").display().to_string();
    fs::write(&roster, "企业名称\n徐水第二超市\n").unwrap();
    let slip = elsewhere.path().join("sulnot");
    let folder = slip.display().to_string();
    for words in [
        &[
            "targets",
            "set",
            "--value",
            "name=甲",
            "--value",
            "kind=enterprise",
            "--reason",
            "登记",
        ][..],
        &["targets", "list"],
        &["inspectors", "set", "--value", "name=王芳", "--reason", "登记"],
        &["inspectors", "rotation", "6", "--reason", "试行"],
        &["items", "place", "SX-1", "removed", "--reason", "移出"],
        &["import", "targets", &roster],
        &["export", "targets"],
        &["export", "template"],
        &["backup", "create"],
        &["backup", "settings", "--keep", "3"],
        &["audit", "verify", "--whole"],
        &["office", "show"],
    ] {
        let run = office.run(&[&["--json", "--office", &folder], words].concat());
        assert_eq!(
            json(&run)["code"],
            "office_missing",
            "{words:?}: {}",
            said(&run.stderr)
        );
        assert!(
            said(&run.stderr).contains(&folder),
            "{words:?}: whoever mistyped sees where it looked"
        );
        assert!(!slip.exists(), "{words:?}: nothing was made there");
    }
    let profile = crate::support::root().join("assets/sample/profile.json");
    let profile = profile.display().to_string();
    let run = office.run(&["--office", &folder, "office", "set", "--from", &profile]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run.stderr));
    assert!(
        slip.join("office.db").exists(),
        "an office begins with its profile, as ever"
    );
}
