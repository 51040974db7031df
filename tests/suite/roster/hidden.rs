//! Rows that a file hides: somebody says what becomes of them, and each of them ends somewhere (case 38).

use sunlot_app::Reason;
use sunlot_app::import::{
    Fate, HiddenRows, ImportAccept, ImportFault, ImportReading, ImportSource, Registry,
};

use super::{accept, codes_of, compare, compare_text, fixture, rows_of};
use crate::support::{Office, json};

fn said(hidden_rows: HiddenRows) -> ImportReading {
    ImportReading {
        hidden_rows,
        ..ImportReading::default()
    }
}

#[test]
fn hidden_rows_are_asked_about_before_anything_is_taken_over_case_38() {
    let office = Office::sample();
    let desk = office.desk();
    for name in ["38-hidden.xlsx", "38-hidden.xls"] {
        let file = fixture(name);
        let look = desk
            .import_look(&ImportSource {
                registry: Registry::Targets,
                path: file.display().to_string(),
                pasted: None,
            })
            .unwrap();
        assert_eq!(look.sheets[0].hidden_rows, 2, "{name}: what is asked about");
        let open = compare(&desk, &file, said(HiddenRows::Ask)).unwrap();
        assert!(
            open.obstacles[0].message.contains("2 行"),
            "{name}: nobody has answered: {:?}",
            open.obstacles
        );
        let refused = desk
            .import_accept(&ImportAccept {
                import: open.import,
                reason: "年度更新".to_owned(),
            })
            .unwrap_err();
        assert_eq!(
            refused.reason,
            Reason::Import(ImportFault::HiddenRowsOpen { count: 2 }),
            "{name}: nothing is taken over without an answer"
        );
        let without = compare(&desk, &file, said(HiddenRows::Skip)).unwrap();
        let skipped = rows_of(&desk, &without, Fate::Skipped);
        let told: Vec<(u32, Vec<&str>)> = skipped.iter().map(|row| (row.number, codes_of(row))).collect();
        assert_eq!(
            told,
            [(3, vec!["hidden_row"]), (5, vec!["hidden_row"])],
            "{name}: each of them is left out with its reason"
        );
        assert_eq!((without.read, without.added), (6, 4), "{name}: and counted");
    }
    let all = compare(&desk, &fixture("38-hidden.xlsx"), said(HiddenRows::Take)).unwrap();
    assert_eq!(
        (all.added, all.obstacles.len()),
        (6, 0),
        "or they are rows like the others"
    );
    accept(&desk, &all).unwrap();
}

#[test]
fn the_command_line_takes_the_answer() {
    let office = Office::sample();
    let file = fixture("38-hidden.xlsx").display().to_string();
    let open = office.run(&["import", "targets", &file]);
    assert!(
        String::from_utf8_lossy(&open.stderr).contains("--hidden-rows"),
        "how one answers is said: {open:?}"
    );
    assert!(!open.status.success(), "and nothing was taken over");
    let answer = json(&office.run(&["--json", "import", "targets", &file, "--hidden-rows", "skip"]));
    assert_eq!(answer["added"], 4, "without those that are hidden");
    let wrong = office.run(&["import", "targets", &file, "--hidden-rows", "maybe"]);
    assert!(!wrong.status.success(), "there is no third answer");
}

#[test]
fn two_columns_of_one_heading_are_read_next_time_as_they_were_this_time() {
    let office = Office::sample();
    let desk = office.desk();
    let roster = |name: &str, code: &str| {
        let text = format!("企业名称,统一社会信用代码,企业名称\n{name},{code},别名\n");
        compare_text(&desk, Registry::Targets, &text, ImportReading::default()).unwrap()
    };
    accept(&desk, &roster("徐水第一超市", "91130609MA0000015B")).unwrap();
    let next = roster("徐水第二超市", "91130609MA00000236");
    assert_eq!(
        rows_of(&desk, &next, Fate::Added)[0].name,
        "徐水第二超市",
        "the first of them is the name, and stays it"
    );
}
