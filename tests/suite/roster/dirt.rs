//! What a dirty file may not get away with: what nobody knows is never taken for the best there is, and whatever is doubtful,
//! left out or contradicts itself is told on its row.

use std::fs;

use sunlot_app::Reason;
use sunlot_app::import::{Fate, ImportFault, ImportProblems, ImportReading, ImportSource, Registry};
use sunlot_app::inspector::InspectorSave;
use sunlot_app::target::TargetsRequest;

use super::inspectors::add;
use super::{accept, codes_of, compare_text, fixture, rows_of};
use crate::support::{Office, json};

#[test]
fn a_status_that_nobody_knows_is_not_taken_for_being_in_business_case_36() {
    let office = Office::sample();
    let desk = office.desk();
    let compared = compare_text(
        &desk,
        Registry::Targets,
        "企业名称,统一社会信用代码,登记状态\n\
         徐水第一超市,91130609MA0000015B,不详\n\
         徐水第二超市,91130609MA00000236,僵尸户\n\
         徐水第三超市,91130609MA00000311,\n",
        ImportReading::default(),
    )
    .unwrap();
    let rows = rows_of(&desk, &compared, Fate::Added);
    assert!(
        codes_of(&rows[0]).contains(&"status_unknown"),
        "a word for not knowing is told: {:?}",
        rows[0]
    );
    assert!(
        codes_of(&rows[1]).contains(&"status_unread"),
        "and so is one that only the office knows: {:?}",
        rows[1]
    );
    assert_eq!(compared.words.len(), 1, "whose meaning is asked for");
    accept(&desk, &compared).unwrap();
    let view = desk
        .targets_view(&TargetsRequest {
            limit: 3,
            ..TargetsRequest::default()
        })
        .unwrap();
    let told: Vec<(&str, bool)> = view
        .lines
        .iter()
        .map(|line| (line.status.value.as_str(), line.barred.is_empty()))
        .collect();
    assert_eq!(
        told,
        [("unknown", false), ("unknown", false), ("active", true)],
        "only where nothing stands there may the third be drawn"
    );
}

#[test]
fn a_person_of_whom_nobody_knows_whether_they_are_at_work_is_not_drawn() {
    let office = Office::sample();
    let desk = office.desk();
    let compared = compare_text(
        &desk,
        Registry::Inspectors,
        "姓名,执法证号,执法证有效期,状态\n王芳,13060901001,2030-01-01,待核\n",
        ImportReading::default(),
    )
    .unwrap();
    let rows = rows_of(&desk, &compared, Fate::Added);
    assert_eq!(
        codes_of(&rows[0]),
        ["status_unknown", "not_drawn"],
        "taken, told, and not drawn until somebody has looked"
    );
}

const ITEMS: &str = "抽查事项名称,抽查对象,抽查依据,抽查主体,抽查内容,抽查方式,抽查比例,备注\n\
                     粮食收购检查,粮食收购企业,《粮食流通管理条例》,县粮储局,是否备案,实地检查,5%,\n";
const PEOPLE: &str =
    "姓名,单位名称,执法证号,执法证有效期,联系电话\n王芳,县粮储局,13060901001,2030-01-01,13800000000\n";
const TARGETS: &str =
    "企业名称,统一社会信用代码,法定代表人,联系电话\n徐水第一超市,91130609MA0000015B,王芳,13800000000\n";
const LEDGER: &str = "检查对象,统一社会信用代码,检查日期,检查事项,检查结果\n徐水第一超市,91130609MA0000015B,2026-03-05,粮食检查,合格\n";

#[test]
fn a_list_of_another_kind_is_refused_before_it_is_compared() {
    let office = Office::sample();
    let desk = office.desk();
    for (asked, text, looks) in [
        (Registry::Targets, ITEMS, Registry::Items),
        (Registry::Targets, PEOPLE, Registry::Inspectors),
        (Registry::Targets, LEDGER, Registry::Visits),
        (Registry::Inspectors, TARGETS, Registry::Targets),
        (Registry::Items, TARGETS, Registry::Targets),
        (Registry::Visits, PEOPLE, Registry::Inspectors),
    ] {
        let refused = compare_text(&desk, asked, text, ImportReading::default()).unwrap_err();
        assert!(
            matches!(
                refused.reason,
                Reason::Import(ImportFault::WrongKind { looks: found, .. }) if found == looks
            ),
            "{asked:?}: it would make entries of what is none: {refused:?}"
        );
    }
    for (registry, text) in [
        (Registry::Targets, TARGETS),
        (Registry::Inspectors, PEOPLE),
        (Registry::Items, ITEMS),
        (Registry::Visits, LEDGER),
    ] {
        let compared = compare_text(&desk, registry, text, ImportReading::default());
        assert!(compared.is_ok(), "{registry:?} takes its own: {compared:?}");
    }
    let confirmed = ImportReading {
        kind_confirmed: true,
        ..ImportReading::default()
    };
    let compared = compare_text(&desk, Registry::Targets, PEOPLE, confirmed).unwrap();
    assert_eq!(compared.added, 1, "whoever knows better says so, and is believed");
    accept(&desk, &compared).unwrap();
    let again = compare_text(&desk, Registry::Targets, PEOPLE, ImportReading::default());
    assert!(again.is_ok(), "and is not asked again about the same headings");
}

#[test]
fn the_command_line_names_the_command_that_was_meant() {
    let office = Office::sample();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("清单.csv");
    fs::write(&file, ITEMS).unwrap();
    let file = file.display().to_string();
    let refused = office.run(&["import", "targets", &file]);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        said.contains("sunlot import items") && said.contains("--mapping"),
        "where it belongs, and how one insists: {said}"
    );
    let mapping = folder.path().join("mapping.json");
    fs::write(&mapping, r#"{"columns": {"抽查对象": "name"}}"#).unwrap();
    let mapping = mapping.display().to_string();
    let answer = json(&office.run(&[
        "--json",
        "import",
        "targets",
        &file,
        "--mapping",
        &mapping,
        "--dry-run",
    ]));
    assert_eq!(answer["read"], 1, "a mapping that somebody wrote is an answer");
}

#[test]
fn no_sheet_that_explains_another_is_chosen_by_itself_case_08() {
    let office = Office::sample();
    let desk = office.desk();
    let sheet = |name: &str, rows: &[&[&str]]| {
        let rows: String = rows
            .iter()
            .map(|row| {
                let cells: String = row
                    .iter()
                    .map(|cell| format!("<Cell><Data ss:Type=\"String\">{cell}</Data></Cell>"))
                    .collect();
                format!("<Row>{cells}</Row>")
            })
            .collect();
        format!("<Worksheet ss:Name=\"{name}\"><Table>{rows}</Table></Worksheet>")
    };
    let book = |sheets: &[String]| {
        format!(
            "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>\
             <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
             xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">{}</Workbook>",
            sheets.concat()
        )
    };
    let explained = sheet(
        "填写说明",
        &[
            &["企业名称", "统一社会信用代码", "住所", "乡镇街道", "信用类别"],
            &["照执照写", "十八位", "照执照写", "从参数表选", "良好、一般、不良"],
        ],
    );
    let roster = sheet(
        "名单",
        &[
            &["企业名称", "统一社会信用代码"],
            &["徐水第一超市", "91130609MA0000015B"],
        ],
    );
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("名单.xml");
    fs::write(&file, book(&[explained.clone(), roster])).unwrap();
    let source = ImportSource {
        registry: Registry::Targets,
        path: file.display().to_string(),
        pasted: None,
    };
    let look = desk.import_look(&source).unwrap();
    assert_eq!(
        look.sheets[look.chosen].name, "名单",
        "although the other has more headings"
    );
    fs::write(&file, book(&[explained])).unwrap();
    let look = desk.import_look(&source).unwrap();
    assert_eq!(
        look.sheets[look.chosen].name, "填写说明",
        "a sheet that is alone is what there is"
    );
    let look = desk
        .import_look(&ImportSource {
            registry: Registry::Targets,
            path: fixture("08-extra-sheets.xlsx").display().to_string(),
            pasted: None,
        })
        .unwrap();
    assert_ne!(look.chosen, 0, "nor is a list of parameters before the roster");
}

#[test]
fn two_people_in_one_cell_are_no_person() {
    let office = Office::sample();
    let desk = office.desk();
    let compared = compare_text(
        &desk,
        Registry::Inspectors,
        "姓名,执法证号,执法证有效期\n张三、李四,13060901001,2030-01-01\n王  刚,13060901002,2030-01-01\n",
        ImportReading::default(),
    )
    .unwrap();
    assert_eq!((compared.added, compared.errors), (1, 1), "{compared:?}");
    let rows = rows_of(&desk, &compared, Fate::Errors);
    assert_eq!(
        codes_of(&rows[0]),
        ["two_people"],
        "one certificate is one person's, and nobody can tell whose"
    );
}

#[test]
fn a_roster_whose_counts_contradict_each_other_is_told_so_and_the_day_counts() {
    let office = Office::sample();
    let desk = office.desk();
    let compared = compare_text(
        &desk,
        Registry::Targets,
        "企业名称,统一社会信用代码,本年已查次数,上次检查日期\n\
         徐水第一超市,91130609MA0000015B,5,2024-11-03\n\
         徐水第二超市,91130609MA00000236,0,2026-01-05\n\
         徐水第三超市,91130609MA00000311,2,2026-01-05\n\
         徐水第四超市,91130609MA000004XQ,0,2024-01-05\n\
         徐水第五超市,91130609MA0000058Q,,2026-01-05\n",
        ImportReading::default(),
    )
    .unwrap();
    let rows = rows_of(&desk, &compared, Fate::Added);
    let told: Vec<bool> = rows
        .iter()
        .map(|row| codes_of(row).contains(&"visits_differ"))
        .collect();
    assert_eq!(
        told,
        [true, true, false, false, false],
        "five this year and the last one two years ago, or none and one in January, cannot both be true"
    );
    let said = &rows[0].remarks[0].message;
    assert!(
        said.contains("5 次") && said.contains("2024-11-03"),
        "both values are named: {said}"
    );
    accept(&desk, &compared).unwrap();
    let view = desk
        .targets_view(&TargetsRequest {
            limit: 5,
            ..TargetsRequest::default()
        })
        .unwrap();
    let counts: Vec<u32> = view.lines.iter().map(|line| line.visits_this_year).collect();
    assert_eq!(
        counts,
        [0, 1, 2, 0, 1],
        "the day is what was there; the number is not believed"
    );
}

#[test]
fn one_name_with_a_certificate_here_and_none_there_is_somebodys_to_decide() {
    let office = Office::sample();
    let desk = office.desk();
    add(&desk, &[("name", "陈立新")]);
    add(&desk, &[("name", "王芳"), ("cert_no", "13060901001")]);
    let sums = compare_text(
        &desk,
        Registry::Inspectors,
        "姓名,执法证号,执法证有效期\n陈立新,13060901009,2030-01-01\n王芳,,2030-01-01\n",
        ImportReading::default(),
    )
    .unwrap();
    let skipped = rows_of(&desk, &sums, Fate::Skipped);
    assert_eq!(
        (sums.added, skipped.len()),
        (0, 2),
        "neither becomes a second person without a word: {sums:?}"
    );
    for (row, number) in skipped.iter().zip(["RY-000001", "RY-000002"]) {
        let said = row.remarks.iter().find(|remark| remark.code == "same_person");
        assert!(
            said.is_some_and(|remark| remark.message.contains(number)),
            "who that may be is named: {row:?}"
        );
    }
    desk.inspector_save(&InspectorSave {
        id: Some(1),
        values: [("cert_no".to_owned(), "13060901009".to_owned())].into(),
        reason: "领到了证".to_owned(),
        ..InspectorSave::default()
    })
    .unwrap();
    let roster = "姓名,执法证号,执法证有效期\n陈立新,13060901009,2030-01-01\n";
    let decided = compare_text(&desk, Registry::Inspectors, roster, ImportReading::default()).unwrap();
    assert_eq!(decided.updated, 1, "said to be one person, it is one");
}

#[test]
fn words_are_no_certificate() {
    let office = Office::sample();
    let desk = office.desk();
    let sums = compare_text(
        &desk,
        Registry::Inspectors,
        "姓名,执法证号,执法证有效期\n王芳,正在办理,\n李强,13060901002、待发,2030-01-01\n",
        ImportReading::default(),
    )
    .unwrap();
    let new = rows_of(&desk, &sums, Fate::Added);
    assert_eq!(
        codes_of(&new[0]),
        ["cert_words", "not_drawn"],
        "whoever waits for a certificate has none, and is not drawn"
    );
    assert!(
        codes_of(&new[1]).contains(&"cert_words") && new[1].code == "13060901002",
        "beside a number the words are left out: {:?}",
        new[1]
    );
}

#[test]
fn a_column_that_is_not_taken_over_is_told_and_not_lost_without_a_word() {
    let office = Office::sample();
    let desk = office.desk();
    let compared = compare_text(
        &desk,
        Registry::Targets,
        "序号,企业名称,统一社会信用代码,单位名称,注册资本,吉祥物\n1,徐水第一超市,91130609MA0000015B,旧名,一万,熊\n",
        ImportReading::default(),
    )
    .unwrap();
    let told: Vec<(&str, &str)> = compared
        .left_columns
        .iter()
        .map(|column| (column.letters.as_str(), column.code.as_str()))
        .collect();
    assert_eq!(
        told,
        [("D", "twice"), ("E", "not_kept"), ("F", "unknown")],
        "each with its reason; running numbers nobody misses"
    );
    assert!(
        compared.left_columns[0].message.contains("用了 B 列"),
        "of two columns of one sort, it is said which was used: {:?}",
        compared.left_columns[0]
    );
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("问题清单.xlsx").display().to_string();
    let written = desk
        .import_problems(&ImportProblems {
            import: compared.import,
            path: Some(path.clone()),
            overwrite: false,
        })
        .unwrap();
    assert_eq!(written.rows, 3, "the list of problems has a line for each");
    let listed = json(&office.run(&["--json", "table", &path])).to_string();
    assert!(listed.contains("吉祥物"), "by its heading: {listed}");
}

#[test]
fn the_command_line_tells_of_columns_that_are_left_out() {
    let office = Office::sample();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("名单.csv");
    fs::write(
        &file,
        "企业名称,统一社会信用代码,吉祥物\n徐水第一超市,91130609MA0000015B,熊\n",
    )
    .unwrap();
    let file = file.display().to_string();
    let said = office.run(&["import", "targets", &file, "--dry-run"]);
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(said.contains("C 列“吉祥物”"), "to people: {said}");
    let answer = json(&office.run(&["--json", "import", "targets", &file, "--dry-run"]));
    assert_eq!(answer["leftColumns"][0]["heading"], "吉祥物", "and to programs");
}

#[test]
fn a_flag_may_be_a_column_of_yes_and_no_case_42() {
    let office = Office::sample();
    let desk = office.desk();
    let compared = compare_text(
        &desk,
        Registry::Targets,
        "企业名称,统一社会信用代码,投诉举报多,是否失信,经营异常名录\n\
         徐水第一超市,91130609MA0000015B,是,0,√\n\
         徐水第二超市,91130609MA00000236,,有,无\n\
         徐水第三超市,91130609MA00000311,不清楚,否,\n",
        ImportReading::default(),
    )
    .unwrap();
    assert_eq!(compared.left_columns.len(), 0, "all columns are read");
    let rows = rows_of(&desk, &compared, Fate::Added);
    assert!(
        codes_of(&rows[2]).contains(&"flag_unread"),
        "neither yes nor no is told: {:?}",
        rows[2]
    );
    accept(&desk, &compared).unwrap();
    let view = desk
        .targets_view(&TargetsRequest {
            limit: 3,
            ..TargetsRequest::default()
        })
        .unwrap();
    let flags: Vec<Vec<&str>> = view
        .lines
        .iter()
        .map(|line| line.flags.iter().map(|flag| flag.value.as_str()).collect())
        .collect();
    assert_eq!(
        flags,
        [
            vec!["many_complaints", "abnormal_listing"],
            vec!["dishonest"],
            vec![]
        ],
        "each under the name of its column"
    );
}

#[test]
fn of_a_row_that_is_not_taken_nothing_says_that_it_was() {
    let office = Office::sample();
    let desk = office.desk();
    let compared = compare_text(
        &desk,
        Registry::Targets,
        "企业名称,统一社会信用代码,注册号,登记状态\n\
         徐水□超市,9.1130609E+17,130609600000120,不详\n\
         徐水㛃超市,9.1130609E+17,,存续\n",
        ImportReading::default(),
    )
    .unwrap();
    let rows = rows_of(&desk, &compared, Fate::Errors);
    assert_eq!(rows.len(), 2, "damaged codes are errors");
    for remark in rows.iter().flat_map(|row| &row.remarks) {
        assert!(
            !remark.message.contains("已收") && !remark.message.contains("记为"),
            "nothing was taken: {remark:?}"
        );
    }
    assert!(
        codes_of(&rows[0]).contains(&"name_broken") && codes_of(&rows[0]).contains(&"code_invalid"),
        "what else is wrong is told all the same, to be mended at once: {:?}",
        rows[0]
    );
    assert_eq!(
        codes_of(&rows[1]),
        ["code_damaged"],
        "and what is only worth knowing is not"
    );
}
