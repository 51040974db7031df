//! Taking a roster over: compared first, decided where it must be, accepted as a whole or not at all.

use std::fs;

use sunlot_app::Reason;
use sunlot_app::import::{
    DuplicateRule, Fate, ImportAccept, ImportDecide, ImportFault, ImportNumber, ImportReading,
    ImportRowsRequest, ImportSource, Registry,
};
use sunlot_app::target::{TargetSave, TargetsRequest};

use super::{compare, fixture, import};
use crate::support::{Office, json};

#[test]
fn the_next_month_is_compared_with_what_is_there_case_46() {
    let office = Office::sample();
    let desk = office.desk();
    import(&desk, &fixture("46-first-month.xlsx")).unwrap();
    let sums = compare(&desk, &fixture("46-next-month.xlsx"), ImportReading::default()).unwrap();
    assert!(sums.added > 0, "a firm has come");
    assert!(sums.updated > 0, "a firm has changed");
    assert!(sums.missing > 0, "a firm is not in the roster any more");
    let request = ImportRowsRequest {
        import: sums.import,
        fate: Fate::Updated,
        doubtful: false,
        from: 0,
        limit: 10,
    };
    let updated = desk.import_rows(&request).unwrap();
    assert!(
        updated
            .rows
            .iter()
            .all(|row| !row.changes.is_empty() && row.target.starts_with("DX-")),
        "each change is told field by field, of a target that is named: {updated:?}"
    );
    let before = desk.targets_view(&TargetsRequest::default()).unwrap().total;
    desk.import_accept(&ImportAccept {
        import: sums.import,
        reason: "月度更新".to_owned(),
    })
    .unwrap();
    let after = desk.targets_view(&TargetsRequest::default()).unwrap().total;
    assert_eq!(
        after,
        before + sums.added,
        "what is missing from a roster is never deleted"
    );
}

#[test]
fn the_same_roster_twice_changes_nothing() {
    let office = Office::sample();
    let desk = office.desk();
    let done = import(&desk, &fixture("03-title-rows.xlsx")).unwrap();
    let again = compare(&desk, &fixture("03-title-rows.xlsx"), ImportReading::default()).unwrap();
    assert_eq!(again.same, done.sums.added, "every row says what is known");
    assert_eq!(
        (again.added, again.updated, again.missing),
        (0, 0, 0),
        "and nothing else"
    );
    let refused = desk.import_accept(&ImportAccept {
        import: again.import,
        reason: "再来一次".to_owned(),
    });
    assert_eq!(
        refused.unwrap_err().reason,
        Reason::Import(ImportFault::NothingToImport),
        "an event that says nothing happened would only fill the trail"
    );
}

#[test]
fn rows_about_one_target_wait_for_a_decision_case_29() {
    let office = Office::sample();
    let desk = office.desk();
    let sums = compare(&desk, &fixture("29-duplicates.xlsx"), ImportReading::default()).unwrap();
    assert!(sums.undecided > 0, "nobody has decided");
    let accept = ImportAccept {
        import: sums.import,
        reason: "年度更新".to_owned(),
    };
    let refused = desk.import_accept(&accept).unwrap_err();
    assert_eq!(
        refused.reason,
        Reason::Import(ImportFault::ImportUndecided {
            groups: sums.undecided,
            rows: vec![4, 5],
            more: 0
        }),
        "which of them counts is not the program's to choose, and it says which they are"
    );
    let found = desk.import_groups(&ImportNumber { import: sums.import }).unwrap();
    assert!(
        found.groups.iter().all(|group| group.rows.len() > 1),
        "a group shows the rows that it is about"
    );
    let decided = desk
        .import_decide(&ImportDecide {
            import: sums.import,
            group: None,
            rule: DuplicateRule::Last,
        })
        .unwrap();
    assert_eq!(decided.undecided, 0, "all of them are decided at once");
    assert_eq!(decided.read, sums.read, "and still every row is accounted for");
    desk.import_accept(&accept).unwrap();
}

#[test]
fn a_registry_that_changed_meanwhile_is_not_written_over() {
    let office = Office::sample();
    let desk = office.desk();
    let sums = compare(&desk, &fixture("03-title-rows.xlsx"), ImportReading::default()).unwrap();
    let values = [
        ("kind", "enterprise"),
        ("name", "后来登记的有限公司"),
        ("uscc", "91130609MA0000015B"),
    ];
    desk.target_save(&TargetSave {
        values: values
            .map(|(field, value)| (field.to_owned(), value.to_owned()))
            .into(),
        reason: "新开业".to_owned(),
        ..TargetSave::default()
    })
    .unwrap();
    let refused = desk.import_accept(&ImportAccept {
        import: sums.import,
        reason: "年度更新".to_owned(),
    });
    assert_eq!(
        refused.unwrap_err().reason,
        Reason::Import(ImportFault::ImportMoved),
        "what was compared is not what is there"
    );
}

#[test]
fn how_columns_were_read_is_remembered_per_source_case_13() {
    let office = Office::sample();
    let desk = office.desk();
    let folder = tempfile::tempdir().unwrap();
    let roster = folder.path().join("名单.csv");
    fs::write(
        &roster,
        "甲,乙,丙\n安肃臧记饲料有限公司,91130609MA0000015B,安肃镇\n",
    )
    .unwrap();
    let columns = [("甲", "name"), ("乙", "code"), ("丙", "township")];
    let told = ImportReading {
        header: Some(1),
        columns: columns
            .map(|(heading, field)| (heading.to_owned(), field.to_owned()))
            .into(),
        ..ImportReading::default()
    };
    let sums = compare(&desk, &roster, told).unwrap();
    assert_eq!(
        sums.added, 1,
        "headings that nobody knows are read as the person says"
    );
    desk.import_accept(&ImportAccept {
        import: sums.import,
        reason: "首次导入".to_owned(),
    })
    .unwrap();
    let line = &desk
        .targets_view(&TargetsRequest {
            limit: 1,
            ..Default::default()
        })
        .unwrap()
        .lines[0];
    assert_eq!(line.township, "安肃镇", "the third column is the township");
}

#[test]
fn what_is_pasted_is_read_like_a_file() {
    let office = Office::sample();
    let desk = office.desk();
    let look = desk
        .import_look(&ImportSource {
            registry: Registry::Targets,
            path: String::new(),
            pasted: Some("企业名称\t统一社会信用代码\n安肃臧记饲料有限公司\t91130609MA0000015B\n".to_owned()),
        })
        .unwrap();
    assert_eq!(look.sheets[0].header, Some(1), "the headings came with it");
    let fields: Vec<_> = look.sheets[0]
        .columns
        .iter()
        .map(|column| column.field.clone())
        .collect();
    assert_eq!(
        fields,
        [Some("name".to_owned()), Some("uscc".to_owned())],
        "and are known"
    );
}

#[test]
fn the_command_line_answers_with_one_entry_for_each_row_that_was_not_taken() {
    let office = Office::sample();
    let file = fixture("15-code-as-number.xlsx").display().to_string();
    let answer = json(&office.run(&["--json", "import", "targets", &file, "--dry-run"]));
    assert_eq!(answer["read"], 3, "three rows lie below the headings");
    assert_eq!(answer["added"], 1, "one has a code that is whole");
    let errors = answer["errors"].as_array().unwrap();
    assert_eq!(errors.len(), 2, "two were ruined by a spreadsheet (case 15)");
    assert_eq!(
        errors[0]["problems"][0]["code"], "code_damaged",
        "a damaged code is an error and never guessed"
    );
    assert_eq!(answer["dryRun"], true, "and nothing was written");
    let list = json(&office.run(&["--json", "targets", "list"]));
    assert_eq!(list["total"], 0, "the registry is as empty as it was");
}

#[test]
fn a_roster_that_only_tells_of_more_visits_or_a_flag_is_news() {
    let office = Office::sample();
    let desk = office.desk();
    let folder = tempfile::tempdir().unwrap();
    let roster = folder.path().join("名单.csv");
    let head = "企业名称,统一社会信用代码,本年已查次数,触发标志";
    let row = "一户公司,91130609MA0001018U";
    fs::write(&roster, format!("{head}\n{row},1,\n")).unwrap();
    import(&desk, &roster).unwrap();
    fs::write(&roster, format!("{head}\n{row},2,投诉举报多\n")).unwrap();
    let done = import(&desk, &roster).unwrap();
    assert_eq!(done.sums.updated, 1, "the counts of this year must be true");
    let line = &desk
        .targets_view(&TargetsRequest {
            limit: 1,
            ..Default::default()
        })
        .unwrap()
        .lines[0];
    assert_eq!(
        (line.visits_this_year, line.flags.len()),
        (2, 1),
        "two visits, not three, and the flag"
    );
    let again = compare(&desk, &roster, ImportReading::default()).unwrap();
    assert_eq!(again.same, 1, "told twice, it is no news");
}

#[test]
fn very_many_rows_are_vouched_for_like_a_few() {
    let office = Office::sample();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("全县.csv");
    let mut text = "企业名称,注册号,住所,本年已查次数\n".to_owned();
    for number in 0..20_000 {
        text.push_str(&format!("徐水第{number}号超市,,安肃镇{number}号,1\n"));
    }
    fs::write(&file, text).unwrap();
    let desk = office.desk();
    let done = import(&desk, &file).unwrap();
    assert_eq!(done.sums.added, 20_000, "every row is there");
    let verdict = desk.trail_verify(&mut |_, _| true).unwrap();
    assert!(
        verdict.valid,
        "a digest made while the rows were written is that of the rows that are there: {verdict:?}"
    );
    drop(desk);
    let again = import(&office.desk(), &file).unwrap_err();
    assert_eq!(
        again.reason,
        Reason::Import(ImportFault::NothingToImport),
        "each was found by its name again"
    );
    office.tamper("DROP TRIGGER target_update; UPDATE target SET address = '别处' WHERE id = 19999");
    assert!(
        !office.desk().trail_verify(&mut |_, _| true).unwrap().valid,
        "and one that is changed behind the program's back shows"
    );
}

#[test]
fn a_very_long_list_is_taken_to_its_last_row_case_40() {
    let office = Office::sample();
    let desk = office.desk();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("全省名单.txt");
    // As long as the longest real list that was seen, in the old encoding, with a total under it.
    const ROWS: u32 = 42_783;
    let mut text = "序号\t名称\t信用类别\t住所\n".to_owned();
    for row in 1..=ROWS {
        text.push_str(&format!("{row}\t清源县第{row}号喆记商店\t良好\t某路{row}号\n"));
    }
    text.push_str(&format!("合计\t{ROWS}\t\t\n"));
    fs::write(&file, encoding_rs::GB18030.encode(&text).0).unwrap();
    let done = import(&desk, &file).unwrap().sums;
    assert_eq!(
        (done.read, done.added, done.skipped, done.errors),
        (ROWS + 1, ROWS, 1, 0),
        "more rows than a sheet of the old kind is often cut to, and not one is lost"
    );
    let filter = sunlot_app::target::TargetFilter {
        text: format!("第{ROWS}号"),
        ..Default::default()
    };
    let found = desk
        .targets_view(&TargetsRequest {
            filter,
            limit: 10,
            ..TargetsRequest::default()
        })
        .unwrap();
    assert_eq!(found.found, 1, "the last one is there");
    assert_eq!(
        found.lines[0].address,
        format!("某路{ROWS}号"),
        "with its own values"
    );
}

#[test]
fn what_was_exported_and_comes_back_counts_no_visit_twice() {
    let office = Office::sample();
    let desk = office.desk();
    let folder = tempfile::tempdir().unwrap();
    let write = |rows: &str| {
        let file = folder.path().join("名录.csv");
        fs::write(&file, format!("名称,住所,上次检查日期,本年已查次数\n{rows}")).unwrap();
        file
    };
    import(&desk, &write("徐水第一超市,安肃镇,2026-06-01,2\n")).unwrap();
    let visits = || {
        desk.targets_view(&TargetsRequest {
            limit: 1,
            ..TargetsRequest::default()
        })
        .unwrap()
        .lines[0]
            .visits_this_year
    };
    assert_eq!(visits(), 2, "as the roster says");
    let request = sunlot_app::target::TargetsExport {
        filter: sunlot_app::target::TargetFilter::default(),
        sort: sunlot_app::target::TargetSort::default(),
        columns: ["number", "name", "code", "visits", "last_visit"]
            .map(str::to_owned)
            .to_vec(),
        format: sunlot_app::registry::ListFormat::Csv,
        path: Some(folder.path().join("导出.csv").display().to_string()),
        overwrite: false,
    };
    let exported = desk.targets_export(&request).unwrap();
    let again = compare(&desk, exported.path.as_ref(), ImportReading::default()).unwrap();
    assert_eq!(
        (again.same, again.updated),
        (1, 0),
        "what the program wrote itself is no news to it"
    );
    let less = compare(
        &desk,
        &write("徐水第一超市,安肃镇,2026-03-01,1\n"),
        ImportReading::default(),
    )
    .unwrap();
    assert_eq!(less.same, 1, "nor is a roster that knows of less");
    import(&desk, &write("徐水第一超市,安肃镇,2026-11-01,3\n")).unwrap();
    assert_eq!(
        visits(),
        3,
        "one that knows of more takes the place of what was told before"
    );
}

#[test]
fn a_row_without_a_code_makes_no_second_target_of_one_that_is_there() {
    let office = Office::sample();
    let desk = office.desk();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("名单.csv");
    fs::write(
        &file,
        "企业名称,统一社会信用代码\n徐水宏达化工有限公司,91130609MA0000015B\n",
    )
    .unwrap();
    import(&desk, &file).unwrap();
    fs::write(
        &file,
        "企业名称,法定代表人,住所\n徐水宏达化工有限公司,韩建国,无\n",
    )
    .unwrap();
    let sums = import(&desk, &file).unwrap().sums;
    assert_eq!(
        (sums.added, sums.updated, sums.doubtful),
        (0, 1, 1),
        "two chances for one would be unfair"
    );
    let line = desk
        .targets_view(&TargetsRequest {
            limit: 5,
            ..TargetsRequest::default()
        })
        .unwrap()
        .lines
        .remove(0);
    assert_eq!(line.legal_rep, "韩建国", "what the row tells is taken");
    fs::write(
        &file,
        "企业名称,法定代表人,统一社会信用代码\n徐水宏达化工有限公司,—,91130609MA0000015B\n",
    )
    .unwrap();
    let compared = compare(&desk, &file, ImportReading::default()).unwrap();
    assert_eq!(compared.same, 1, "and a stroke does not take the place of a name");
}

#[test]
fn no_list_is_written_over_the_offices_own_data() {
    let office = Office::sample();
    let desk = office.desk();
    import(&desk, &fixture("03-title-rows.xlsx")).unwrap();
    let before = fs::read(office.database()).unwrap();
    let request = |path: std::path::PathBuf| sunlot_app::target::TargetsExport {
        filter: sunlot_app::target::TargetFilter::default(),
        sort: sunlot_app::target::TargetSort::default(),
        columns: vec!["name".to_owned()],
        format: sunlot_app::registry::ListFormat::Csv,
        path: Some(path.display().to_string()),
        overwrite: false,
    };
    for name in ["office.db", "名录.csv", "backups/../office.db"] {
        let refused = desk.targets_export(&request(office.path().join(name)));
        assert!(
            matches!(
                refused.as_ref().unwrap_err().reason,
                Reason::PlaceInOffice { .. } | Reason::PlaceMissing { .. } | Reason::PlaceEnding { .. }
            ),
            "{name}: {refused:?}"
        );
    }
    assert_eq!(
        fs::read(office.database()).unwrap(),
        before,
        "nothing was touched"
    );
    let elsewhere = tempfile::tempdir().unwrap();
    assert!(
        desk.targets_export(&request(elsewhere.path().join("名录.csv")))
            .is_ok(),
        "elsewhere it may be written"
    );
}
