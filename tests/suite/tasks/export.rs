//! A part of a pool as a file: what somebody filtered, with neutral names, and nothing that a spreadsheet would carry out.

use std::fs;

use sunlot_app::account::Role;
use sunlot_app::registry::ListFormat;
use sunlot_app::task::{PoolExport, StratumForm, TargetExclude, TaskSave};
use sunlot_app::{Desk, Reason};

use super::{clause, everybody, item, request, saved, target};
use crate::accounts::seated;
use crate::support::{Office, someone};

/// A file of a part, in a folder of its own.
fn written(desk: &Desk, task: i64, of: &str, text: &str) -> (u32, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("list.csv");
    let done = desk
        .task_pool_export(&PoolExport {
            path: Some(file.display().to_string()),
            ..asked(task, of, text)
        })
        .unwrap();
    (done.rows, fs::read_to_string(file).unwrap())
}

fn asked(task: i64, of: &str, text: &str) -> PoolExport {
    PoolExport {
        id: task,
        of: of.to_owned(),
        text: text.to_owned(),
        format: ListFormat::Csv,
        path: None,
        overwrite: false,
    }
}

/// A task with a stratum of those whose credit is poor, and one of the rest.
fn by_credit(item: i64) -> TaskSave {
    let poor = StratumForm {
        meaning: "信用不良".to_owned(),
        clauses: vec![clause("credit", &["poor"])],
        ..everybody("all", "")
    };
    let rest = StratumForm {
        label: "乙类".to_owned(),
        meaning: "其余".to_owned(),
        ..everybody("rate", "50%")
    };
    TaskSave {
        strata: vec![poor, rest],
        ..request(item)
    }
}

#[test]
fn a_stratum_goes_out_under_its_neutral_name() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    target(
        &desk,
        "徐水甲粮站",
        &[("credit", "poor"), ("credit_on", "2026-01-01")],
    );
    target(&desk, "徐水乙粮站", &[]);
    let task = saved(&desk, &by_credit(item)).line.id;
    let (rows, text) = written(&desk, task, "A", "");
    assert_eq!(rows, 1, "only those of the stratum");
    assert!(text.contains("徐水甲粮站,A 甲类,"), "by its neutral name: {text}");
    for word in ["信用", "不良"] {
        assert!(
            !text.contains(word),
            "{word}: what a stratum means stays inside: {text}"
        );
    }
    let (rows, text) = written(&desk, task, "", "");
    assert_eq!(rows, 2, "everybody in scope");
    assert!(text.contains("B 乙类"), "each with its place: {text}");
    let (rows, text) = written(&desk, task, "", "乙粮站");
    assert_eq!(rows, 1, "as it is filtered");
    assert!(!text.contains("徐水甲粮站"), "and nobody else: {text}");
}

#[test]
fn whoever_is_left_out_goes_out_with_the_reason() {
    let office = Office::with_people();
    let desk = seated(&office, someone(Role::Handler));
    let item = item(&desk);
    target(&desk, "徐水甲粮站", &[]);
    target(&desk, "徐水乙粮站", &[("status", "deregistered")]);
    let secret = target(&desk, "徐水某仓库", &[]);
    let task = saved(&desk, &request(item)).line.id;
    desk.target_exclude(&TargetExclude {
        task,
        target: secret,
        kind: "restricted".to_owned(),
        basis: "徐密〔2026〕1号".to_owned(),
        second: Some(someone(Role::Supervisor).second()),
    })
    .unwrap();
    let (_, text) = written(&desk, task, "inactive", "");
    assert!(
        text.contains("徐水乙粮站,排除,登记状态不是存续"),
        "D-07: with its reason: {text}"
    );
    let (_, text) = written(&desk, task, "by_hand", "");
    assert!(
        text.contains("徐水某仓库,排除,人工排除（依法限制公开）：徐密〔2026〕1号"),
        "a decision with its basis: {text}"
    );
}

#[test]
fn a_name_is_a_name_and_no_formula() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    target(&desk, "=HYPERLINK(\"http://example.com\")粮站", &[]);
    let task = saved(&desk, &request(item)).line.id;
    let (_, text) = written(&desk, task, "A", "");
    assert!(
        text.contains("'=HYPERLINK") && !text.contains(",\"=HYPERLINK"),
        "whoever opens it runs nothing: {text}"
    );
}

#[test]
fn a_part_that_is_not_there_and_a_file_that_is_are_refused() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    target(&desk, "徐水甲粮站", &[]);
    let task = saved(&desk, &request(item)).line.id;
    assert!(
        desk.task_pool_export(&asked(task, "Z", "")).is_err(),
        "there is no such part"
    );
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("list.csv");
    fs::write(&file, "a year's work").unwrap();
    let request = PoolExport {
        path: Some(file.display().to_string()),
        ..asked(task, "A", "")
    };
    let refused = desk.task_pool_export(&request).unwrap_err();
    assert!(
        matches!(refused.reason, Reason::PlaceTaken { .. }),
        "nobody was asked: {refused:?}"
    );
    assert_eq!(
        fs::read_to_string(&file).unwrap(),
        "a year's work",
        "and nothing happened"
    );
    let done = office.run(&[
        "task",
        "pool",
        "RW-0001",
        "--of",
        "A",
        "--format",
        "csv",
        "--out",
        &file.display().to_string(),
        "--force",
    ]);
    assert_eq!(done.status.code(), Some(0), "said so on the command line, it is");
    assert!(
        fs::read_to_string(&file).unwrap().contains("徐水甲粮站"),
        "with the list"
    );
}
