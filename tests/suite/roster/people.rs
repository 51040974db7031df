//! Rosters of inspectors that are taken over: the certificate is who it is, a name alone says nothing, and whoever may not be
//! drawn is taken and listed.

use std::fs;

use sunlot_app::Desk;
use sunlot_app::import::{
    DuplicateRule, Fate, ImportAccept, ImportCompared, ImportDecide, ImportNumber, ImportReading, ImportRow,
    ImportRowsRequest, ImportSource, Registry,
};
use sunlot_app::inspector::{
    InspectorFilter, InspectorId, InspectorSort, InspectorsExport, InspectorsRequest,
};
use sunlot_app::registry::ListFormat;
use sunlot_app::target::RosterTemplate;

use super::inspectors::add;
use super::{compare_with, fixture};
use crate::support::{Office, json, said};

/// Compares a roster that is written here.
fn compare(desk: &Desk, text: &str) -> ImportCompared {
    compare_from(desk, text, "")
}

fn compare_from(desk: &Desk, text: &str, source: &str) -> ImportCompared {
    let folder = tempfile::tempdir().unwrap();
    let roster = folder.path().join("人员.csv");
    fs::write(&roster, text).unwrap();
    let reading = ImportReading {
        source: source.to_owned(),
        ..ImportReading::default()
    };
    compare_with(desk, Registry::Inspectors, &roster, reading).unwrap()
}

fn accept(desk: &Desk, sums: &ImportCompared) {
    desk.import_accept(&ImportAccept {
        import: sums.import,
        reason: "年度更新".to_owned(),
    })
    .unwrap();
}

fn rows(desk: &Desk, sums: &ImportCompared, fate: Fate) -> Vec<ImportRow> {
    let request = ImportRowsRequest {
        import: sums.import,
        fate,
        doubtful: false,
        from: 0,
        limit: 100,
    };
    desk.import_rows(&request).unwrap().rows
}

fn codes(row: &ImportRow) -> Vec<&str> {
    row.remarks.iter().map(|remark| remark.code.as_str()).collect()
}

fn everybody(desk: &Desk) -> u32 {
    desk.inspectors_view(&InspectorsRequest::default()).unwrap().total
}

#[test]
fn the_certificate_is_who_it_is_and_a_name_alone_says_nothing_case_43() {
    let office = Office::sample();
    let desk = office.desk();
    add(
        &desk,
        &[
            ("name", "王芳"),
            ("cert_no", "13060901001"),
            ("cert_valid_to", "2030-01-01"),
        ],
    );
    let sums = compare(
        &desk,
        "姓名,执法证号,执法证有效期\n王芳,13060901002,2030-01-01\n王小芳,1306 0901 001,2031-01-01\n",
    );
    assert_eq!(
        (sums.added, sums.updated),
        (1, 1),
        "one is new, one has a new name"
    );
    let new = &rows(&desk, &sums, Fate::Added)[0];
    assert_eq!(
        (new.name.as_str(), codes(new)),
        ("王芳", vec!["same_name"]),
        "another certificate is another person, whatever the name"
    );
    let known = &rows(&desk, &sums, Fate::Updated)[0];
    assert_eq!(
        (known.target.as_str(), codes(known)),
        ("RY-000001", vec!["renamed"]),
        "the same certificate is the same person, however it is typed"
    );
    let changes: Vec<&str> = known.changes.iter().map(|change| change.label.as_str()).collect();
    assert_eq!(changes, ["姓名", "执法证有效期"], "field by field");
    accept(&desk, &sums);
    let story = desk.inspector_open(&InspectorId { id: 1 }).unwrap().story;
    assert!(
        story[0].sentence.contains("导入执法检查人员库"),
        "and the story tells where that came from: {:?}",
        story[0]
    );
}

#[test]
fn whoever_has_no_certificate_is_taken_once_and_never_guessed_case_44() {
    let office = Office::sample();
    let desk = office.desk();
    let text = "姓名,工号,执法证号,执法证有效期\n陈立新,0010,,2030-01-01\n";
    let sums = compare(&desk, text);
    assert_eq!((sums.added, sums.doubtful), (1, 1), "taken, and to be looked at");
    assert_eq!(
        codes(&rows(&desk, &sums, Fate::Added)[0]),
        ["cert_without", "not_drawn"],
        "a day without its certificate is left out, and nobody is drawn for it"
    );
    accept(&desk, &sums);
    let again = compare(&desk, text);
    assert_eq!(again.same, 1, "next month it is the same person");
    let licensed = compare(&desk, "姓名,工号,执法证号\n陈立新,0010,13060901001\n");
    assert_eq!(
        codes(&rows(&desk, &licensed, Fate::Updated)[0])[0],
        "linked_by_name",
        "the unit's own number tells that somebody has got one since, and that is said"
    );
    add(&desk, &[("name", "陈立新"), ("cert_no", "13060901009")]);
    let unclear = compare(&desk, "姓名,执法证号\n陈立新,\n");
    assert_eq!(
        codes(&rows(&desk, &unclear, Fate::Errors)[0]),
        ["name_of_several"],
        "of two of that name nobody is taken for the one"
    );
}

#[test]
fn one_certificate_twice_is_decided_about_and_not_two_people_case_43() {
    let office = Office::sample();
    let desk = office.desk();
    let sums = compare(
        &desk,
        "姓名,执法证号,科室\n王芳,13060901001,执法科\n王芳,13060901001,监督科\n王芳,13060901002,执法科\n",
    );
    assert_eq!(
        (sums.added, sums.skipped, sums.undecided),
        (1, 2, 1),
        "nobody has decided which of the two counts"
    );
    let groups = desk
        .import_groups(&ImportNumber { import: sums.import })
        .unwrap()
        .groups;
    assert_eq!(groups[0].why, "同一人：13060901001", "said as people say it");
    let decided = desk
        .import_decide(&ImportDecide {
            import: sums.import,
            group: None,
            rule: DuplicateRule::Last,
        })
        .unwrap();
    assert_eq!(
        (decided.added, decided.undecided),
        (2, 0),
        "the last of them counts"
    );
    let second = compare(
        &desk,
        "姓名,执法证号,第二执法证号\n王芳,13060901001,豫P-1\n李强,13060901002,豫P-1\n",
    );
    assert_eq!(
        codes(&rows(&desk, &second, Fate::Errors)[0])[0],
        "cert_of_row",
        "nor is a second certificate two people's"
    );
}

#[test]
fn two_certificates_that_are_two_peoples_are_an_error() {
    let office = Office::sample();
    let desk = office.desk();
    add(&desk, &[("name", "王芳"), ("cert_no", "13060901001")]);
    add(&desk, &[("name", "李强"), ("cert_no", "13060901002")]);
    let sums = compare(&desk, "姓名,执法证号\n王芳,13060901001、13060901002\n");
    let row = &rows(&desk, &sums, Fate::Errors)[0];
    assert_eq!(codes(row)[0], "two_targets", "nobody can be both");
    assert!(
        row.remarks[0].message.contains("RY-000001"),
        "and who they are is said: {:?}",
        row.remarks[0]
    );
    let three = compare(
        &desk,
        "姓名,执法证号\n孙丽,13060901005、13060901006、13060901007\n",
    );
    assert!(
        codes(&rows(&desk, &three, Fate::Added)[0]).contains(&"cert_surplus"),
        "two are kept, and the third is said to be left out"
    );
}

#[test]
fn zeros_that_a_spreadsheet_lost_do_not_make_a_second_person_case_17() {
    let office = Office::sample();
    let desk = office.desk();
    let read = |name: &str| {
        compare_with(
            &desk,
            Registry::Inspectors,
            &fixture(name),
            ImportReading::default(),
        )
        .unwrap()
    };
    let whole = read("17-leading-zeros.xlsx");
    accept(&desk, &whole);
    let lost = read("17-lost-zeros.xls");
    assert_eq!(
        (lost.added, lost.skipped),
        (0, 3),
        "all three are known with their zeros"
    );
    assert_eq!(
        codes(&rows(&desk, &lost, Fate::Skipped)[0])[0],
        "cert_zeros",
        "and only a person may put zeros back"
    );
    assert_eq!(everybody(&desk), 3, "there are as many as before");
}

#[test]
fn identity_and_mobile_numbers_are_left_out_and_that_is_said() {
    let office = Office::sample();
    let desk = office.desk();
    let folder = tempfile::tempdir().unwrap();
    let roster = folder.path().join("人员.csv");
    fs::write(
        &roster,
        "姓名,身份证号,手机号,执法证号,执法证有效期\n王芳,11010519491231002X,13800000001,13060901001,2030-01-01\n\
         李强,,,11010519491231002X,\n",
    )
    .unwrap();
    let look = desk
        .import_look(&ImportSource {
            registry: Registry::Inspectors,
            path: roster.display().to_string(),
            pasted: None,
        })
        .unwrap();
    assert!(
        look.warnings
            .iter()
            .any(|warning| warning.message == "“身份证号”、“手机号”不收。"),
        "before anything is imported: {:?}",
        look.warnings
    );
    assert!(
        look.fields.iter().all(|field| field.field != "id_number"),
        "nor can a column be said to be one"
    );
    let sums = compare_with(&desk, Registry::Inspectors, &roster, ImportReading::default()).unwrap();
    let wrong = &rows(&desk, &sums, Fate::Errors)[0];
    assert_eq!(
        codes(wrong)[0],
        "code_personal",
        "one in the place of a certificate is an error"
    );
    assert!(
        !format!("{wrong:?}").contains("1949"),
        "and is not even told: {wrong:?}"
    );
    accept(&desk, &sums);
    let view = desk.inspector_open(&InspectorId { id: 1 }).unwrap();
    assert!(
        !format!("{view:?}").contains("1949") && !format!("{view:?}").contains("13800000001"),
        "nothing of it is kept"
    );
}

#[test]
fn whoever_is_not_in_the_next_roster_of_the_same_source_is_told_and_stays_case_46() {
    let office = Office::sample();
    let desk = office.desk();
    let first = compare_from(
        &desk,
        "姓名,执法证号\n王芳,13060901001\n李强,13060901002\n",
        "执法科",
    );
    accept(&desk, &first);
    add(&desk, &[("name", "孙丽"), ("cert_no", "13060901005")]);
    let next = compare_from(&desk, "姓名,执法证号,状态\n王芳,13060901001,退休\n", "执法科");
    assert_eq!(
        (next.updated, next.missing),
        (1, 1),
        "one has retired, one is not there"
    );
    assert_eq!(
        rows(&desk, &next, Fate::Missing)[0].name,
        "李强",
        "whoever came with another roster is not meant"
    );
    accept(&desk, &next);
    assert_eq!(everybody(&desk), 3, "nobody is deleted");
}

#[test]
fn what_goes_out_comes_back_and_says_the_same() {
    let office = Office::sample();
    let desk = super::inspectors::sample(&office);
    let folder = tempfile::tempdir().unwrap();
    for format in [ListFormat::Xlsx, ListFormat::CsvGb18030] {
        let file = folder.path().join("人员");
        let written = desk.inspectors_export(&InspectorsExport {
            filter: InspectorFilter::default(),
            sort: InspectorSort::default(),
            on: None,
            columns: Vec::new(),
            format,
            path: Some(file.display().to_string()),
            overwrite: false,
        });
        let file = std::path::PathBuf::from(written.unwrap().path);
        let reading = ImportReading::default();
        let sums = compare_with(&desk, Registry::Inspectors, &file, reading).unwrap();
        assert_eq!(
            (sums.read, sums.same),
            (6, 6),
            "{format:?}: every person is known again, and nothing is different: {:?}",
            rows(&desk, &sums, Fate::Updated)
        );
    }
    let blank = folder.path().join("模板.xlsx");
    let path = blank.display().to_string();
    desk.roster_template(&RosterTemplate {
        registry: Registry::Inspectors,
        path: Some(path.clone()),
        overwrite: false,
    })
    .unwrap();
    let look = desk
        .import_look(&ImportSource {
            registry: Registry::Inspectors,
            path,
            pasted: None,
        })
        .unwrap();
    let columns = &look.sheets[look.chosen].columns;
    assert!(
        columns.len() > 10 && columns.iter().all(|column| column.field.is_some()),
        "and every column of a blank roster is one that is read: {columns:?}"
    );
    assert_eq!(look.warnings, [], "none of them personal");
}

#[test]
fn the_command_line_takes_a_roster_of_inspectors_over() {
    let office = Office::sample();
    let file = fixture("44-certificates.xlsx").display().to_string();
    let dry = json(&office.run(&["--json", "import", "inspectors", &file, "--dry-run"]));
    assert_eq!(
        (&dry["read"], &dry["added"]),
        (&4.into(), &4.into()),
        "all four are taken"
    );
    let done = office.run(&["import", "inspectors", &file]);
    assert!(
        done.status.success() && said(&done.stdout).contains("逐人核实"),
        "and are people: {}",
        said(&done.stdout)
    );
    let list = json(&office.run(&["--json", "inspectors", "list", "--on", "2026-11-20"]));
    assert_eq!(
        (&list["total"], &list["may_be_drawn"], &list["barred"]),
        (&4.into(), &1.into(), &3.into()),
        "of whom one may be drawn"
    );
    for words in [
        &["import", "look", file.as_str(), "--registry", "inspectors"][..],
        &["import", "fields", "--registry", "inspectors"],
    ] {
        let output = office.run(words);
        assert!(output.status.success(), "{words:?}: {}", said(&output.stderr));
    }
}

#[test]
fn the_command_line_does_the_same() {
    let office = Office::sample();
    let made = json(&office.run(&[
        "--json",
        "inspectors",
        "set",
        "--value",
        "name=王芳",
        "--value",
        "cert_no=13060901001",
        "--value",
        "cert_valid_to=长期",
        "--reason",
        "新招录",
    ]));
    assert_eq!(made["line"]["number"], "RY-000001", "entered");
    let target = [
        "targets",
        "set",
        "--value",
        "kind=place",
        "--value",
        "name=体育馆",
        "--reason",
        "新建",
    ];
    assert!(office.run(&target).status.success(), "a target to be away from");
    let conflict = json(&office.run(&[
        "--json",
        "inspectors",
        "conflict",
        "ry-000001",
        "DX-000001",
        "--relation",
        "kinship",
        "--told-by",
        "本人申报",
    ]));
    assert_eq!(conflict["conflicts"][0]["inForce"], true, "in force at once");
    let rule = office.run(&["inspectors", "rotation", "24", "--reason", "细则第九条"]);
    assert!(rule.status.success(), "the rule: {}", said(&rule.stderr));
    let list = json(&office.run(&["--json", "inspectors", "list", "--where", "draw=yes"]));
    assert_eq!(list["may_be_drawn"], 1, "and may be drawn");
    assert_eq!(list["rotation"]["months"], 24, "beside the rule");
    for words in [
        &["inspectors", "list"][..],
        &["inspectors", "choices"],
        &["inspectors", "show", "1"],
        &["inspectors", "conflicts"],
        &["inspectors", "place", "1", "suspended", "--reason", "借调"],
        &["inspectors", "conflict", "--end", "1", "--reason", "登记错了"],
        &["export", "inspectors"],
        &["export", "template", "--registry", "inspectors"],
    ] {
        let output = office.run(words);
        assert!(
            output.status.success() && !output.stdout.is_empty(),
            "{words:?}: {}",
            said(&output.stderr)
        );
    }
    let nobody = office.run(&["inspectors", "show", "RY-000009"]);
    assert_eq!(nobody.status.code(), Some(2), "nobody has that number");
}
