//! Visits that were made outside the program, as a ledger tells of them.

use std::fs;
use std::path::PathBuf;

use sunlot_app::import::{
    Fate, ImportAccept, ImportCompare, ImportCompared, ImportFault, ImportReading, ImportRowsRequest,
    ImportSource, Registry,
};
use sunlot_app::target::{TargetId, TargetSave, TargetsRequest};
use sunlot_app::{Desk, Reason};

use crate::support::Office;

const HEADINGS: &str = "检查对象,统一社会信用代码,检查日期,检查方式,检查事项,检查单位,检查结果,检查来源\n";

fn enrol(desk: &Desk, name: &str, code: &str) -> i64 {
    let values = [("kind", "enterprise"), ("name", name), ("uscc", code)];
    let values = values
        .into_iter()
        .map(|(field, value)| (field.to_owned(), value.to_owned()))
        .collect();
    let reason = "首次登记".to_owned();
    let save = TargetSave {
        values,
        reason,
        ..TargetSave::default()
    };
    desk.target_save(&save).unwrap().line.id
}

struct Ledger {
    folder: tempfile::TempDir,
}

impl Ledger {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn write(&self, rows: &str) -> PathBuf {
        let path = self.folder.path().join("台账.csv");
        fs::write(&path, format!("{HEADINGS}{rows}")).unwrap();
        path
    }

    fn compare(&self, desk: &Desk, rows: &str) -> ImportCompared {
        let look = desk
            .import_look(&ImportSource {
                registry: Registry::Visits,
                path: self.write(rows).display().to_string(),
                pasted: None,
            })
            .unwrap();
        let reading = ImportReading::default();
        desk.import_compare(&ImportCompare {
            import: look.import,
            reading,
        })
        .unwrap()
    }

    fn import(&self, desk: &Desk, rows: &str) -> ImportCompared {
        let import = self.compare(desk, rows).import;
        let reason = "补录上年台账".to_owned();
        desk.import_accept(&ImportAccept { import, reason }).unwrap().sums
    }
}

fn remarks(desk: &Desk, compared: &ImportCompared, fate: Fate) -> Vec<String> {
    let request = ImportRowsRequest {
        import: compared.import,
        fate,
        doubtful: false,
        from: 0,
        limit: 50,
    };
    let rows = desk.import_rows(&request).unwrap().rows;
    rows.iter()
        .flat_map(|row| row.remarks.iter().map(|remark| remark.code.clone()))
        .collect()
}

#[test]
fn a_ledger_makes_the_counts_true() {
    let office = Office::sample();
    let desk = office.desk();
    let id = enrol(&desk, "徐水宏达化工有限公司", "91130609MA0000015B");
    let ledger = Ledger::new();
    let sums = ledger.import(
        &desk,
        "徐水宏达化工有限公司,91130609MA0000015B,2026-03-05,实地检查,安全生产检查,应急管理局,未发现问题,\n\
         写法不同的名称,91130609MA0000015B,2026/6/1,实地检查、书面检查,危化品检查,应急管理局,责令改正,上级\n",
    );
    assert_eq!(
        (sums.read, sums.added),
        (2, 2),
        "the code says whose visit it is: {sums:?}"
    );
    let view = desk.target_open(&TargetId { id }).unwrap();
    assert_eq!(view.line.visits_this_year, 2, "both are of this year");
    assert_eq!(view.line.last_visit, "2026-06-01", "however the date was written");
    assert!(
        view.visits.iter().all(|visit| visit.origin.value == "imported"),
        "and it can be seen where they come from"
    );
    assert!(
        view.visits
            .iter()
            .any(|visit| visit.task_kind.value == "special_campaign"),
        "what the authority above ordered is a campaign"
    );
}

#[test]
fn the_same_ledger_twice_counts_no_visit_twice() {
    let office = Office::sample();
    let desk = office.desk();
    let id = enrol(&desk, "徐水宏达化工有限公司", "91130609MA0000015B");
    let ledger = Ledger::new();
    let row = "徐水宏达化工有限公司,91130609MA0000015B,2026-03-05,,安全生产检查,应急管理局,未发现问题,\n";
    ledger.import(&desk, row);
    let again = ledger.compare(&desk, row);
    assert_eq!(
        (again.same, again.added, again.missing),
        (1, 0, 0),
        "it is known already"
    );
    let twice = ledger.compare(&desk, &row.repeat(2));
    assert_eq!(
        (twice.same, twice.skipped),
        (1, 1),
        "nor where a ledger has it in two rows"
    );
    let told = row.replace("未发现问题", "发现问题已改正");
    assert_eq!(
        ledger.import(&desk, &told).updated,
        1,
        "what was found may be told better later"
    );
    let view = desk.target_open(&TargetId { id }).unwrap();
    assert_eq!(view.line.visits_this_year, 1, "and it is still one visit");
    assert_eq!(view.visits[0].result, "发现问题已改正", "with what is known now");
}

#[test]
fn whom_a_visit_was_to_is_never_guessed() {
    let office = Office::sample();
    let desk = office.desk();
    enrol(&desk, "徐水宏达化工有限公司", "91130609MA0000015B");
    enrol(&desk, "徐水顺达超市", "91130609MA00000236");
    let ledger = Ledger::new();
    for (row, fate, code, why) in [
        (
            "查无此店,,2026-03-05,,检查,局,,\n",
            Fate::Errors,
            "target_unknown",
            "nobody is called so",
        ),
        (
            ",91130609MA00000319,2026-03-05,,检查,局,,\n",
            Fate::Errors,
            "target_unknown",
            "nobody has this code",
        ),
        (
            ",,2026-03-05,,检查,局,,\n",
            Fate::Errors,
            "name_missing",
            "neither name nor code",
        ),
        (
            "徐水顺达超市,,,,检查,局,,\n",
            Fate::Errors,
            "date_missing",
            "some day it must have been",
        ),
        (
            "徐水顺达超市,,去年,,检查,局,,\n",
            Fate::Errors,
            "date_missing",
            "and one that can be read",
        ),
        (
            "徐水顺达超市,,1965-03-05,,检查,局,,\n",
            Fate::Errors,
            "date_odd",
            "one on which there was nobody to inspect",
        ),
        (
            "徐水顺达超市,,1900-01-01,,检查,局,,\n",
            Fate::Errors,
            "date_odd",
            "what databases write for nothing",
        ),
        (
            "徐水顺达超市,,2099-01-01,,检查,局,,\n",
            Fate::Errors,
            "date_odd",
            "and none that is still to come",
        ),
        (
            "徐水顺达超市,9.1130609E+17,2026-03-05,,检查,局,,\n",
            Fate::Errors,
            "code_damaged",
            "a damaged code is never guessed, though the name is known",
        ),
        (
            "徐水顺达超市,91130609MA0000015B,2026-03-05,,检查,局,,\n",
            Fate::Added,
            "name_differs",
            "the code is another's: it decides, and somebody must look",
        ),
        (
            "徐水顺达超市,,2026-03-05,,检查,局,,\n",
            Fate::Added,
            "linked_by_name",
            "one alone is called so",
        ),
    ] {
        let compared = ledger.compare(&desk, row);
        let said = remarks(&desk, &compared, fate);
        assert!(
            said.iter().any(|found| found == code),
            "{row}: {why}; it says {said:?}, {compared:?}"
        );
    }
    let refused = desk.import_accept(&ImportAccept {
        import: ledger.compare(&desk, "查无此店,,2026-03-05,,检查,局,,\n").import,
        reason: "补录".to_owned(),
    });
    assert_eq!(
        refused.unwrap_err().reason,
        Reason::Import(ImportFault::NothingToImport),
        "of such rows alone there is nothing to take over"
    );
    assert_eq!(
        desk.targets_view(&TargetsRequest::default()).unwrap().total,
        2,
        "and a ledger enrols nobody"
    );
}

#[test]
fn why_a_visit_took_place_is_read_from_the_column_for_it_or_from_the_one_for_how() {
    let office = Office::sample();
    let desk = office.desk();
    let id = enrol(&desk, "徐水宏达化工有限公司", "91130609MA0000015B");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("台账.csv");
    let compare = |text: &str| {
        fs::write(&path, text).unwrap();
        let look = desk
            .import_look(&ImportSource {
                registry: Registry::Visits,
                path: path.display().to_string(),
                pasted: None,
            })
            .unwrap();
        let reading = ImportReading::default();
        let import = look.import;
        desk.import_compare(&ImportCompare { import, reading }).unwrap()
    };
    let accept = |compared: &ImportCompared| {
        let reason = "补录上年台账".to_owned();
        let import = compared.import;
        desk.import_accept(&ImportAccept { import, reason }).unwrap()
    };
    let kinds = || {
        let mut visits = desk.target_open(&TargetId { id }).unwrap().visits;
        visits.sort_by(|one, other| one.held_on.cmp(&other.held_on));
        let told = visits
            .into_iter()
            .map(|visit| (visit.task_kind.value, visit.modes));
        told.collect::<Vec<_>>()
    };
    let told = |kind: &str, modes: &str| (kind.to_owned(), modes.to_owned());
    let head = "检查对象,统一社会信用代码,检查日期,检查类别,检查方式\n";
    let row = "徐水宏达化工有限公司,91130609MA0000015B";
    let compared = compare(&format!(
        "{head}{row},2026-01-01,专项检查,实地检查\n{row},2026-01-02,投诉举报,\n{row},2026-01-03,,\n{row},2026-01-04,回头看,\n"
    ));
    assert_eq!(
        compared
            .words
            .iter()
            .map(|word| word.word.as_str())
            .collect::<Vec<_>>(),
        ["回头看"],
        "what only the office knows is asked"
    );
    assert_eq!(
        remarks(&desk, &compared, Fate::Added),
        ["word_unknown"],
        "and told on its row"
    );
    accept(&compared);
    let read = [
        told("special_campaign", "实地检查"),
        told("case_inspection", ""),
        told("double_random", ""),
        told("double_random", ""),
    ];
    assert_eq!(
        kinds(),
        read,
        "a campaign and a complaint are no visits by chance"
    );
    let again = compare(&format!(
        "检查对象,统一社会信用代码,检查日期,检查方式\n{row},2026-01-05,专项检查、实地检查\n{row},2026-01-01,\n"
    ));
    assert_eq!(
        (again.added, again.same),
        (1, 1),
        "a ledger without the column changes nothing of what is known"
    );
    accept(&again);
    assert_eq!(
        kinds().last(),
        Some(&told("special_campaign", "实地检查")),
        "many ledgers say both in one column"
    );
}
