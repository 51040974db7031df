//! `sunlot draw`, `verify`, `edition`, `explain` and `commit`: what they print for people and programs, and how they end.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use super::{cases, folder};
use crate::support::{json, program, root, said};

fn run(arguments: &[&str]) -> Output {
    // No office is named, and none is needed: whoever has the file can check it.
    Command::new(program())
        .args(arguments)
        .env_remove("SUNLOT_HOME")
        .output()
        .unwrap()
}

fn vector(name: &str) -> String {
    folder().join(name).display().to_string()
}

/// A folder with the sample office's rehearsal, drawn.
fn rehearsal() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let case = root().join("assets/sample/draw.case.json");
    let drawn = run(&["draw", case.to_str().unwrap()]);
    assert_eq!(
        drawn.status.code(),
        Some(0),
        "the sample can be drawn: {}",
        said(&drawn.stderr)
    );
    let file = folder.path().join("公开文件.json");
    fs::write(&file, drawn.stdout).unwrap();
    (folder, file)
}

fn shown(file: &Path) -> &str {
    file.to_str().unwrap()
}

#[test]
fn every_worked_case_is_drawn_to_the_byte() {
    for name in cases(".case.json") {
        let drawn = run(&["draw", &vector(&format!("{name}.case.json"))]);
        assert_eq!(drawn.status.code(), Some(0), "{name}: {}", said(&drawn.stderr));
        let expected: Value =
            serde_json::from_slice(&fs::read(folder().join(format!("{name}.record.json"))).unwrap()).unwrap();
        assert_eq!(
            json(&drawn),
            expected,
            "{name}: what is printed is the published file"
        );
    }
}

#[test]
fn a_drawn_file_verifies_and_says_so_to_people_and_programs() {
    let (_folder, file) = rehearsal();
    let told = run(&["verify", shown(&file)]);
    assert_eq!(told.status.code(), Some(0), "0: valid");
    for part in [
        "相符：文件前后一致，可以重算出同样的结果",
        "✓ 相符  selection",
        "－ 未核  chain",
        "这是彩排，不是正式抽取",
    ] {
        assert!(
            said(&told.stdout).contains(part),
            "people must find {part:?} in:\n{}",
            said(&told.stdout)
        );
    }
    let report = json(&run(&["verify", shown(&file), "--json"]));
    assert_eq!(report["valid"], true, "the same for programs");
    assert_eq!(
        report["files"][0]["file"],
        shown(&file),
        "a report names its file as it was given"
    );
    let names: Vec<_> = report["files"][0]["checks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|check| check["name"].as_str().unwrap())
        .collect();
    assert_eq!(
        names.join(" "),
        "format manifest commitment seed selection crews digest amendments signatures station sheet chain",
        "twelve checks, always in this order"
    );
}

#[test]
fn the_exit_status_tells_valid_from_not_valid_from_unreadable() {
    let bad = vector("01-small.bad-10-selection.json");
    let folder = tempfile::tempdir().unwrap();
    let nonsense = folder.path().join("无.json");
    fs::write(&nonsense, "不是 JSON").unwrap();
    let good = vector("01-small.record.json");
    for (files, status, why) in [
        (vec![&*good], 0, "valid"),
        (vec![&*bad], 1, "not valid"),
        (vec![shown(&nonsense)], 2, "not JSON"),
        (
            vec![&*good, shown(&nonsense)],
            2,
            "one that cannot be read is enough",
        ),
        (vec!["没有这个文件.json"], 2, "no such file"),
        (vec![], 2, "no file at all"),
    ] {
        let ended = run(&[&["verify"], &files[..]].concat());
        assert_eq!(
            ended.status.code(),
            Some(status),
            "{why}: {}",
            said(&ended.stderr)
        );
    }
}

#[test]
fn a_failure_says_what_differs_where_expected_and_found() {
    let told = run(&["verify", &vector("01-small.bad-10-selection.json")]);
    let text = said(&told.stdout);
    for part in ["✗ 不符  selection", "record.result.", "应"] {
        assert!(text.contains(part), "{part:?} is missing in:\n{text}");
    }
}

#[test]
fn several_files_are_a_chain() {
    let files = ["1", "2", "3"].map(|at| vector(&format!("10-chain-{at}.record.json")));
    let whole = run(&["verify", &files[2], &files[0], &files[1]]);
    assert_eq!(
        whole.status.code(),
        Some(0),
        "whatever the order they are given in"
    );
    let torn = run(&["verify", &files[0], &files[2]]);
    assert_eq!(torn.status.code(), Some(1), "a missing record shows");
    assert!(
        said(&torn.stdout).contains("缺第 2 号记录"),
        "{}",
        said(&torn.stdout)
    );
}

#[test]
fn paper_is_typed_as_keys_or_handed_over_as_a_file() {
    let file = vector("01-small.record.json");
    let published: Value =
        serde_json::from_slice(&fs::read(folder().join("01-small.record.json")).unwrap()).unwrap();
    let commitment = published["record"]["commitment"].as_str().unwrap();
    let number = published["record"]["contributions"][0].as_str().unwrap();
    let (typed, own) = (format!("commitment={commitment}"), format!("number={number}"));
    for right in [
        vec!["verify", &*file, "--sheet", &*typed, "seat=1", &*own],
        vec!["verify", "--sheet", &*typed, "seat=1", &*own, &*file],
        vec!["verify", &*file, "--sheet", &*typed, "--sheet", &*own],
    ] {
        let ended = run(&right);
        assert_eq!(
            ended.status.code(),
            Some(0),
            "{right:?} is right: {}",
            said(&ended.stderr)
        );
        assert!(
            said(&ended.stdout).contains("✓ 相符  sheet"),
            "it was compared: {right:?}"
        );
    }
    let wrong = run(&["verify", &file, "--sheet", "seat=1", "number=123456"]);
    assert_eq!(wrong.status.code(), Some(1), "another number than the card's");
    assert!(
        said(&wrong.stdout).contains("1 号席位的见证数与纸面不符：纸面 123456"),
        "{}",
        said(&wrong.stdout)
    );
    let papers = tempfile::tempdir().unwrap();
    let paper = papers.path().join("封存单.json");
    fs::write(&paper, format!(r#"{{"challenge": "000000", "{typed}": null}}"#)).unwrap();
    let unknown = run(&["verify", &file, "--sheet", shown(&paper)]);
    assert_eq!(
        unknown.status.code(),
        Some(2),
        "a key that paper does not have is misuse"
    );
    fs::write(&paper, r#"{"challenge": "000000"}"#).unwrap();
    let wrong = run(&["verify", &file, "--sheet", shown(&paper)]);
    assert!(
        said(&wrong.stdout).contains("质询数与纸面不符"),
        "{}",
        said(&wrong.stdout)
    );
}

#[test]
fn an_edition_hides_names_and_keeps_every_digest() {
    let (folder, file) = rehearsal();
    let sealed = run(&["edition", shown(&file)]);
    assert_eq!(sealed.status.code(), Some(0), "{}", said(&sealed.stderr));
    let edition = folder.path().join("公开版.json");
    fs::write(&edition, &sealed.stdout).unwrap();
    let report = json(&run(&["verify", shown(&edition), "--json"]));
    assert_eq!(report["valid"], true, "a sealed edition verifies");
    let open: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    let closed: Value = serde_json::from_slice(&sealed.stdout).unwrap();
    assert_eq!(closed["digest"], open["digest"], "the record is the same");
    let excluded = open["record"]["manifest"]["exclusions"][0]["name"]
        .as_str()
        .unwrap();
    assert!(
        !said(&sealed.stdout).contains(excluded),
        "who was excluded is not told"
    );
    let refused = run(&["edition", &vector("01-small.bad-10-selection.json")]);
    assert_eq!(
        refused.status.code(),
        Some(1),
        "a file that does not verify is not passed on"
    );
}

#[test]
fn one_enterprise_learns_what_decided_over_it() {
    let (_folder, file) = rehearsal();
    let told = run(&["explain", shown(&file), "--number", "A-3"]);
    assert_eq!(told.status.code(), Some(0), "{}", said(&told.stderr));
    for part in [
        "抽签号  A-3（A 层，甲类）",
        "机会    18 户中抽 4 户，22.22%",
        "随机流 stratum/A",
    ] {
        assert!(
            said(&told.stdout).contains(part),
            "{part:?} is missing in:\n{}",
            said(&told.stdout)
        );
    }
    let published: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    let excluded = published["record"]["manifest"]["exclusions"][0]["id"]
        .as_str()
        .unwrap();
    let told = run(&["explain", shown(&file), "--id", excluded]);
    assert!(
        said(&told.stdout).contains("排除"),
        "one who was excluded learns why: {}",
        said(&told.stdout)
    );
    for (asked, why) in [
        (["--number", "Z-1"], "no such stratum"),
        (["--number", "A-99"], "no such number"),
        (["--number", "甲乙"], "no number"),
    ] {
        let refused = run(&[&["explain", shown(&file)], &asked[..]].concat());
        assert_ne!(refused.status.code(), Some(0), "{why}");
        assert!(!said(&refused.stderr).is_empty(), "{why}: and it is said");
    }
    let both = run(&["explain", shown(&file), "--number", "A-3", "--id", excluded]);
    assert_eq!(both.status.code(), Some(2), "one question at a time");
}

#[test]
fn a_commitment_is_told_before_anything_is_drawn() {
    let (folder, file) = rehearsal();
    let published: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    let manifest = folder.path().join("名单.json");
    fs::write(&manifest, published["record"]["manifest"].to_string()).unwrap();
    let secret = published["record"]["secret"].as_str().unwrap();
    let told = json(&run(&["commit", shown(&manifest), "--secret", secret, "--json"]));
    assert_eq!(
        told["commitment"], published["record"]["commitment"],
        "what is sealed is what was drawn"
    );
    let code = told["shortCode"].as_str().unwrap();
    assert_eq!(code.len(), 39, "eight groups of four: {code}");
    let refused = run(&["commit", shown(&manifest), "--secret", "短"]);
    assert_eq!(refused.status.code(), Some(2), "a secret is 64 hex digits");
}

#[test]
fn a_case_that_breaks_rules_is_refused_with_all_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let mut case: Value =
        serde_json::from_slice(&fs::read(root().join("assets/sample/draw.case.json")).unwrap()).unwrap();
    case["manifest"]["strata"][0]["quota"] = 17.into();
    case["manifest"]["challenge"] = "12".into();
    let path = folder.path().join("坏.json");
    fs::write(&path, case.to_string()).unwrap();
    let refused = run(&["draw", shown(&path)]);
    assert_eq!(refused.status.code(), Some(1), "refused");
    let text = said(&refused.stderr);
    for part in ["应抽 4 个，实写 17 个", "应为 6 至 64 位数字"] {
        assert!(text.contains(part), "{part:?} is missing in:\n{text}");
    }
    assert!(
        refused.stdout.is_empty(),
        "nothing half done is printed where a file is expected"
    );
}

#[test]
fn what_was_changed_afterwards_is_told_with_its_reason_and_its_tickets() {
    let folder = tempfile::tempdir().unwrap();
    let mut case: Value =
        serde_json::from_slice(&fs::read(root().join("assets/sample/draw.case.json")).unwrap()).unwrap();
    let about = |mut change: Value| {
        change["at"] = "2026-11-22T09:00:00+08:00".into();
        change["by"] = serde_json::json!(["李主任"]);
        change
    };
    case["amendments"] = serde_json::json!([
        about(serde_json::json!({"kind": "inspector-out", "inspector": "冀应急006", "reason": "住院"})),
        about(
            serde_json::json!({"kind": "drop-target", "stratum": "A", "number": 18, "replace": true, "reason": "已注销"})
        ),
    ]);
    let path = folder.path().join("变更.json");
    fs::write(&path, case.to_string()).unwrap();
    let file = folder.path().join("公开文件.json");
    fs::write(&file, run(&["draw", shown(&path)]).stdout).unwrap();
    let told = |number: &str| said(&run(&["explain", shown(&file), "--number", number]).stdout);
    for (number, parts) in [
        (
            "a17",
            vec![
                "第 1 条：冀应急006 离岗。理由：住院（2026-11-22T09:00:00+08:00，李主任）",
                "变更以后重新派人",
                "协办：冀应急002",
            ],
        ),
        ("A-18", vec!["后来变更，已不在列", "理由：已注销"]),
        ("Ａ－９", vec!["候补第 1 位，已递补 A-18", "主办：冀应急001"]),
    ] {
        let text = told(number);
        for part in parts {
            assert!(text.contains(part), "{number}: {part:?} is missing in:\n{text}");
        }
    }
}

#[test]
fn a_void_draw_is_called_void_wherever_it_is_told() {
    let void = vector("08-void-after-cards.record.json");
    for told in [
        run(&["verify", &void]),
        run(&["explain", &void, "--number", "B-2"]),
    ] {
        let text = said(&told.stdout);
        assert!(
            text.contains("这次抽取已作废：现场停电（卡片已全部放下"),
            "a valid file of a void draw is no result: {text}"
        );
    }
    let cancelled = run(&["verify", &vector("12-cancelled.record.json")]);
    assert!(
        said(&cancelled.stdout).contains("后来全部取消"),
        "and neither is a cancelled one"
    );
}

#[test]
fn a_figure_from_paper_given_twice_is_refused() {
    let file = vector("01-small.record.json");
    let twice = run(&[
        "verify", &file, "--sheet", "seat=1", "number=1", "seat=2", "number=2",
    ]);
    assert_eq!(
        twice.status.code(),
        Some(2),
        "the second would hide the first: one seat at a time"
    );
}
