//! Plans out of files and into them: the usual headings, what is read back, and what cannot be read.

use std::fs;

use sunlot_app::import::ImportFault;
use sunlot_app::plan::{PlanBase, PlanExport, PlanHeadings, PlanLineRead, PlanRead, PlanSave};
use sunlot_app::registry::ListFormat;
use sunlot_app::{Desk, Reason};

use super::{draw_up, line, office, open, request, values};
use crate::registry::enrol;

/// The remarks of a line about a field.
fn notes(line: &PlanLineRead, field: &str) -> Vec<String> {
    let about = line.notes.iter().filter(|note| note.field == field);
    about.map(|note| note.message.clone()).collect()
}

fn export(desk: &Desk, id: i64, headings: PlanHeadings, path: &str) -> String {
    let request = PlanExport {
        id,
        headings,
        format: if path.ends_with("csv") {
            ListFormat::Csv
        } else {
            ListFormat::Xlsx
        },
        path: Some(path.to_owned()),
        overwrite: false,
    };
    desk.plan_export(&request).unwrap().path
}

fn read(path: &str) -> PlanRead {
    PlanRead {
        path: path.to_owned(),
        ..PlanRead::default()
    }
}

#[test]
fn a_plan_that_was_written_is_read_back_the_same() {
    let (office, desk) = office();
    crate::items::add(&desk, "收购、储存和运输的检查");
    let lines = vec![
        line(&[]),
        line(&[
            ("name", "联合检查"),
            ("items", "SX-000001、SX-000002"),
            ("task_scope", "cross_dept"),
            ("lead_dept", "应急管理局"),
            ("partner_depts", "市场监管局、消防大队"),
            ("draw_scope", "targeted"),
            ("condition", "信用C类"),
            ("months", "6月"),
            ("item_class", "general"),
        ]),
        line(&[
            ("name", "夏粮收购专项"),
            ("special_campaign", "yes"),
            ("campaign_no", "清应急〔2026〕8号"),
            ("ratio", ""),
            ("number", "12"),
        ]),
    ];
    let view = draw_up(&desk, lines);
    for ending in ["xlsx", "csv"] {
        let path = office.path().join("outbox").join(format!("计划.{ending}"));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let path = export(
            &desk,
            view.head.id,
            PlanHeadings::Ours,
            &path.display().to_string(),
        );
        let reading = desk.plan_read(&read(&path)).unwrap();
        assert_eq!(reading.lines.len(), 3, "every line is a row");
        for (written, read) in view.lines.iter().zip(&reading.lines) {
            assert_eq!(read.values, written.values, "{ending}: as it was");
            assert_eq!(read.notes, [], "{ending}: and nothing is left to ask");
        }
    }
}

#[test]
fn the_headings_of_forms_3_11_are_written_as_they_are() {
    let (office, desk) = office();
    let view = draw_up(&desk, vec![line(&[])]);
    fs::create_dir_all(office.path().join("outbox")).unwrap();
    for (headings, first, row) in [
        (
            PlanHeadings::Yangjiang,
            "序号,抽查任务名称,抽查类型,抽查事项,检查对象,抽查比例,大约抽取的检查对象数量,实施时间,实施单位",
            "1,粮食收购活动抽查,部门内、不定向,粮食收购活动的检查,全县粮食收购企业,5%,5,3月至6月,流通科",
        ),
        (
            PlanHeadings::Joint,
            "抽查计划编号,任务名称,抽查类型,抽查对象,发起部门,参与部门,抽查比例(数量),检查方式,起止时间,抽查事项",
            "JH-01,粮食收购活动抽查,",
        ),
        (
            PlanHeadings::Shanggao,
            "序号,检查主体,年度计划名称,检查内容,计划开展时间,股室,抽查比例,抽查频次,抽查数量",
            "1,清源县应急管理局（示例单位）,粮食收购活动抽查,",
        ),
        (
            PlanHeadings::Gangcheng,
            "序号,抽查事项,抽查对象,事项类别,抽查比例及频次,预估抽查对象数,检查时间,实施主体",
            "1,粮食收购活动的检查,",
        ),
        (
            PlanHeadings::Nanfen,
            "行政执法机关,检查对象,检查内容,检查依据,检查时间,检查方式",
            "清源县应急管理局（示例单位）,全县粮食收购企业,粮食收购活动的检查,《粮食流通管理条例》第九条,",
        ),
        (
            PlanHeadings::Zhejiang,
            "抽查计划部门,类型(本部门/跨部门),年度,计划名称,抽查类型,活动期限,责任单位（牵头处室）,抽查范围及数量比例（地区）,发文文号,附件",
            "清源县应急管理局（示例单位）,本部门,2027,粮食收购活动抽查,不定向,3月至6月,流通科,全县粮食收购企业，5%,,",
        ),
    ] {
        let path = office
            .path()
            .join("outbox")
            .join(format!("{}.csv", <&str>::from(headings)));
        let path = export(&desk, view.head.id, headings, &path.display().to_string());
        let text = fs::read_to_string(&path).unwrap();
        let mut lines = text.trim_start_matches('\u{feff}').lines();
        assert_eq!(lines.next(), Some(first), "{headings:?}");
        let found = lines.next().unwrap_or_default();
        assert!(found.starts_with(row), "{headings:?}: {found}");
    }
}

#[test]
fn n_12_a_plan_of_the_office_above_is_read_cell_by_cell() {
    let (office, desk) = office();
    let path = office.path().join("市局计划.csv");
    let text = "\
2027年市场监管领域抽查计划,,,,,,,,
序号,抽查任务名称,抽查类型,抽查事项,检查对象,抽查比例,大约抽取的检查对象数量,实施时间,实施单位
1,粮食收购检查,跨部门、不定向,粮食收购活动的检查,粮食收购企业,5%,约20户,2027年3月至6月,市粮食局
2,计量器具检查,定向,计量器具监督检查,加油站,3%-5%,,适时开展,市市场监管局
3,安全生产检查,部门内,粮食收购活动的检查,粮库,按实际情况,,9月,市应急局
合计,,,,,,,,
";
    fs::write(&path, text).unwrap();
    let reading = desk.plan_read(&read(&path.display().to_string())).unwrap();
    assert_eq!(reading.year, Some(2027), "the cells name it");
    assert_eq!(reading.lines.len(), 3, "sums are no line");
    let [first, second, third] = reading.lines.as_slice() else {
        panic!("three lines");
    };
    assert_eq!(
        first.values["items"], "SX-000001",
        "an item of this office's list by its name"
    );
    assert_eq!(first.values["task_scope"], "cross_dept", "several departments");
    assert_eq!(first.values["months"], "3-6", "the months");
    assert_eq!(first.values["number"], "20", "about twenty is twenty");
    assert_eq!(
        first.values["unit"], "市粮食局",
        "who inspects stands for who carries it out"
    );
    assert_eq!(
        notes(second, "items").len(),
        1,
        "this list has no such item: {:?}",
        second.notes
    );
    assert_eq!(second.values["ratio"], "", "from three to five is no ratio");
    assert!(
        notes(second, "ratio")[0].contains("3%-5%"),
        "and is told as it stands there"
    );
    assert!(
        notes(second, "months")[0].contains("适时开展"),
        "nor are words a time"
    );
    assert!(
        notes(third, "ratio")[0].contains("按实际情况"),
        "nor words a share"
    );
    let taken = PlanSave {
        values: values(&[("year", "2027"), ("period", "annual")]),
        lines: Some(
            reading
                .lines
                .iter()
                .map(|line| sunlot_app::plan::PlanLineSave {
                    line: None,
                    values: line.values.clone(),
                })
                .collect(),
        ),
        reason: "承接市局计划".to_owned(),
        ..PlanSave::default()
    };
    let view = desk.plan_save(&taken).unwrap();
    assert_eq!(view.lines.len(), 3, "what was read can be kept as a draft");
    assert!(view.head.errors > 0, "and says what is still to be done");
}

#[test]
fn a_file_that_is_no_plan_is_refused() {
    let (office, desk) = office();
    let path = office.path().join("随便.csv");
    fs::write(&path, "甲,乙\n1,2\n").unwrap();
    let refused = desk.plan_read(&read(&path.display().to_string())).unwrap_err();
    assert!(
        matches!(refused.reason, Reason::Import(ImportFault::HeaderMissing { .. })),
        "no headings of a plan: {refused:?}"
    );
    let gone = desk.plan_read(&read("/nowhere/计划.xlsx")).unwrap_err();
    assert!(
        matches!(gone.reason, Reason::Reader(_)),
        "there is no file: {gone:?}"
    );
}

#[test]
fn a_base_is_counted_by_the_tags_of_items_and_targets() {
    let (_office, desk) = office();
    let ask = PlanBase {
        items: vec!["SX-000001".to_owned()],
    };
    enrol(&desk, "丙粮行", &[]);
    let uncounted = desk.plan_base(&ask).unwrap();
    assert_eq!(uncounted.count, None, "without tags nobody can count");
    assert!(
        uncounted.told.contains("名录库一共 1 户"),
        "but nobody has more than there are, and how to count is said: {}",
        uncounted.told
    );
    crate::items::change(&desk, 1, &[("tags", "粮食收购")]);
    enrol(&desk, "甲粮食收购站", &[("tags", "粮食收购、粮食储存")]);
    enrol(&desk, "乙粮库", &[("tags", "粮食储存")]);
    assert_eq!(
        desk.plan_base(&ask).unwrap().count,
        Some(1),
        "one of three is marked so"
    );
    let view = draw_up(&desk, vec![line(&[])]);
    let told = view.lines[0].remarks.iter().find(|remark| remark.field == "base");
    assert!(
        told.is_some_and(|told| told.message.contains("名录库一共 3 户")),
        "a base of a hundred is told where there are three: {told:?}"
    );
    assert_eq!(
        open(&desk, view.head.id).lines[0].values["base"],
        "100",
        "what was typed stands"
    );
    let _ = request(Vec::new());
}
