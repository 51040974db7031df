//! Every row of every roster ends somewhere: what becomes of the files of `tests/fixtures/rosters`, as a table that a clerk
//! can read. The number before a file's name is the case of dirt it shows.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use expect_test::expect_file;
use sunlot_app::import::{Fate, ImportNumber, ImportReading, ImportRow, ImportRowsRequest, Registry};
use sunlot_app::{Desk, Failure};

use super::{compare_with, fixture};
use crate::support::{Office, root};

/// Rosters of inspectors; all others are of targets.
const INSPECTORS: [&str; 11] = [
    "05-hint-row.xlsx",
    "06-sample-row.xlsx",
    "17-leading-zeros.xls",
    "17-leading-zeros.xlsx",
    "17-lost-zeros.xls",
    "18-cert-number-mixed.xlsx",
    "22-wrong-dates.xlsx",
    "33-missing-characters.xlsx",
    "35-mixed-separators.xlsx",
    "43-same-names.xlsx",
    "44-certificates.xlsx",
];

/// Cases that show on the way out, or in the size of a file.
const ELSEWHERE: [(u32, &str); 1] = [(
    40,
    "a very large list is made by the test that reads it, in `import`",
)];

fn files() -> Vec<String> {
    let folder = fixture("");
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with(|c: char| c.is_ascii_digit()))
        .collect();
    names.sort();
    names
}

#[test]
fn every_case_of_dirt_has_a_file() {
    let shown: BTreeSet<u32> = files().iter().map(|name| name[..2].parse().unwrap()).collect();
    let missing: Vec<u32> = (1..=48)
        .filter(|case| !shown.contains(case) && !ELSEWHERE.iter().any(|(known, _)| known == case))
        .collect();
    assert_eq!(
        missing, [0; 0],
        "a case without a file is a case that nobody looks at"
    );
}

#[test]
fn every_row_of_every_file_ends_somewhere() {
    let office = Office::sample();
    let desk = office.desk();
    let mut table = String::new();
    for name in files() {
        writeln!(table, "{name}").unwrap();
        let registry = registry_of(&name);
        match compare_with(&desk, registry, &fixture(&name), ImportReading::default()) {
            Err(error) => {
                let failure = Failure::from(error);
                writeln!(table, "  读不了：{}{}", failure.message, failure.hint).unwrap();
            }
            Ok(sums) => {
                let five = sums.added + sums.updated + sums.same + sums.skipped + sums.errors;
                assert_eq!(
                    sums.read, five,
                    "{name}: the five must add up, or a row was swallowed"
                );
                writeln!(
                    table,
                    "  共读 {} ＝ 新增 {} ＋ 更新 {} ＋ 相同 {} ＋ 跳过 {} ＋ 错误 {}",
                    sums.read, sums.added, sums.updated, sums.same, sums.skipped, sums.errors
                )
                .unwrap();
                for fate in [Fate::Added, Fate::Updated, Fate::Skipped, Fate::Errors] {
                    for row in rows(&desk, sums.import, fate) {
                        table += &told(fate, &row);
                    }
                }
                for word in &sums.words {
                    writeln!(
                        table,
                        "  问：{}“{}”是什么意思（{} 行）",
                        word.label, word.word, word.count
                    )
                    .unwrap();
                }
                desk.import_forget(&ImportNumber { import: sums.import }).unwrap();
            }
        }
    }
    expect_file![root().join("tests/golden/rosters.txt")].assert_eq(&table);
}

#[test]
fn the_readme_beside_the_files_says_what_becomes_of_their_rows() {
    let office = Office::sample();
    let desk = office.desk();
    let readme = fs::read_to_string(fixture("README.md")).unwrap();
    let lines = readme.lines().filter_map(|line| {
        let cells: Vec<&str> = line.split(" | ").collect();
        let name = cells.get(1)?.strip_prefix('`')?.strip_suffix('`')?;
        // What becomes of the second month's rows depends on the first.
        (name != "46-next-month.xlsx").then_some((name, cells.last()?.trim_end_matches(" |")))
    });
    let mut wrong = String::new();
    for (name, promised) in lines {
        let registry = registry_of(name);
        let compared = compare_with(&desk, registry, &fixture(name), ImportReading::default());
        let fates: BTreeMap<u32, Fate> = match &compared {
            Err(_) => BTreeMap::new(),
            Ok(sums) => [Fate::Added, Fate::Skipped, Fate::Errors]
                .into_iter()
                .flat_map(|fate| {
                    let rows = rows(&desk, sums.import, fate);
                    rows.into_iter().map(move |row| (row.number, fate))
                })
                .collect(),
        };
        for (row, word) in promises(promised) {
            let expected = match word {
                "导入" => Fate::Added,
                "跳过" | "待定" => Fate::Skipped,
                _ => Fate::Errors,
            };
            if fates.get(&row) != Some(&expected) {
                writeln!(wrong, "{name}, row {row}: {word}, but {:?}", fates.get(&row)).unwrap();
            }
        }
        assert_eq!(
            compared.is_err(),
            promised.starts_with("整份拒绝"),
            "{name}: refused as a whole or not: {compared:?}"
        );
    }
    assert_eq!(wrong, "", "whoever reads it would be told something else");
}

/// Rows and the word for what becomes of each.
fn promises(text: &str) -> Vec<(u32, &str)> {
    let mut found = Vec::new();
    for part in text.split('；') {
        let Some((rows, outcome)) = part
            .split_once(' ')
            .filter(|(rows, _)| rows.starts_with(char::is_numeric))
        else {
            continue;
        };
        let (first, last) = rows.split_once('–').unwrap_or((rows, rows));
        let end = outcome.find(['（', '：']).unwrap_or(outcome.len());
        let rows = first.parse().unwrap()..=last.parse::<u32>().unwrap();
        found.extend(rows.map(|row| (row, &outcome[..end])));
    }
    found
}

fn registry_of(name: &str) -> Registry {
    if INSPECTORS.contains(&name) {
        Registry::Inspectors
    } else {
        Registry::Targets
    }
}

fn rows(desk: &Desk, import: u32, fate: Fate) -> Vec<ImportRow> {
    let request = ImportRowsRequest {
        import,
        fate,
        doubtful: false,
        from: 0,
        limit: 500,
    };
    desk.import_rows(&request).unwrap().rows
}

/// A row: what it is taken for, and what is said of it.
fn told(fate: Fate, row: &ImportRow) -> String {
    let kept = [
        "统一社会信用代码",
        "注册号",
        "待核代码",
        "名称",
        "姓名",
        "执法证号",
    ];
    let mut text = format!(
        "  第 {} 行 {} {} {}",
        row.number,
        fate.label(),
        row.code,
        row.name
    );
    if fate == Fate::Added {
        let values: Vec<String> = row
            .changes
            .iter()
            .filter(|change| !kept.contains(&change.label.as_str()))
            .map(|change| format!("{}={}", change.label, change.after))
            .collect();
        text += &format!(" [{}]", values.join("；"));
    }
    text.push('\n');
    for remark in &row.remarks {
        text += &format!("      {}\n", remark.message);
    }
    text
}
