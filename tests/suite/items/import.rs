//! Other people's lists of items taken over: laws and points become one each, what was known stays known, and a row without a
//! law is taken and listed.

use std::fs;

use sunlot_app::Desk;
use sunlot_app::import::{
    ImportAccept, ImportCompare, ImportCompared, ImportReading, ImportSource, Registry,
};
use sunlot_app::item::{ItemSave, ItemsExport, ItemsFormat};
use sunlot_app::target::RosterTemplate;

use super::{add, change, keys, law, open, working};
use crate::support::{Office, json, said};

fn compare(desk: &Desk, file: &str) -> ImportCompared {
    let look = desk
        .import_look(&ImportSource {
            registry: Registry::Items,
            path: file.to_owned(),
            pasted: None,
        })
        .unwrap();
    desk.import_compare(&ImportCompare {
        import: look.import,
        reading: ImportReading::default(),
    })
    .unwrap()
}

fn written(office: &Office, text: &str) -> String {
    let file = office.path().join("清单.csv");
    fs::write(&file, text).unwrap();
    file.display().to_string()
}

fn take_over(desk: &Desk, file: &str) -> [u32; 5] {
    let sums = compare(desk, file);
    let told = [sums.added, sums.updated, sums.same, sums.skipped, sums.errors];
    assert_eq!(
        told.iter().sum::<u32>(),
        sums.read,
        "every row has become something: {told:?}"
    );
    desk.import_accept(&ImportAccept {
        import: sums.import,
        reason: "按上级清单".to_owned(),
    })
    .unwrap();
    told
}

const LIST: &str = "序号,抽查类别,抽查事项名称,抽查依据,抽查内容,抽查方式,抽查比例和频次,事项类别,抽查主体\n\
1,粮食流通,粮食收购活动的检查,《粮食流通管理条例》第九条；《粮油仓储管理办法》,1.是否备案；2.是否公示价格,现场检查,每年1次5%,一般,粮食局\n\
2,粮食流通,没有依据的检查,,是否好看,查阅资料,根据实际情况确定,重点,粮食局\n\
3,粮食流通,,《粮食流通管理条例》,甲,现场检查,5%,一般,粮食局\n";

#[test]
fn laws_and_points_of_a_list_become_one_each_and_no_row_is_lost() {
    let office = Office::sample();
    let desk = office.desk();
    let file = written(&office, LIST);
    assert_eq!(
        take_over(&desk, &file),
        [2, 0, 0, 0, 1],
        "a row without a name is none"
    );
    let view = open(&desk, 1);
    let laws: Vec<(&str, &str)> = view
        .bases
        .iter()
        .map(|basis| (basis.law.as_str(), basis.article.as_str()))
        .collect();
    assert_eq!(
        laws,
        [("粮食流通管理条例", "第九条"), ("粮油仓储管理办法", "")],
        "two laws"
    );
    let points: Vec<&str> = view
        .check_points
        .iter()
        .map(|point| point.content.as_str())
        .collect();
    assert_eq!(points, ["是否备案", "是否公示价格"], "two points");
    assert_eq!(
        view.line.ratio_read, "5%",
        "one column says both: {:?}",
        view.line
    );
    assert_eq!(view.line.modes, "实地检查", "by its usual word");
    assert!(
        keys(&view.line.remarks).contains(&"basis_undated"),
        "no list says since when a law holds: {:?}",
        view.line.remarks
    );
    assert_eq!(
        keys(&open(&desk, 2).line.unusable),
        ["no_basis"],
        "it is taken, and nobody inspects by it"
    );
    let again = compare(&desk, &file);
    assert_eq!(
        (again.same, again.updated, again.errors),
        (2, 0, 1),
        "the same list once more is no news: {again:?}"
    );
}

#[test]
fn what_was_entered_by_hand_stays_when_the_list_comes_again() {
    let office = Office::sample();
    let desk = office.desk();
    let file = written(&office, LIST);
    take_over(&desk, &file);
    let dated = vec![
        law("粮食流通管理条例", "第九条", ""),
        law("粮油仓储管理办法", "", ""),
    ];
    desk.item_save(&ItemSave {
        id: Some(1),
        bases: Some(dated),
        reason: "补日期".to_owned(),
        ..ItemSave::default()
    })
    .unwrap();
    change(&desk, 1, &[("unit", "流通科")]);
    let more = written(&office, &LIST.replace("第九条；", "第九条；《新办法》；"));
    assert_eq!(take_over(&desk, &more)[1], 1, "one law more");
    let view = open(&desk, 1);
    assert_eq!(view.bases.len(), 3, "{:?}", view.bases);
    assert_eq!(view.bases[0].valid_from, "2021-04-15", "the day stays");
    assert_eq!(view.line.unit, "流通科", "and what the list does not tell");
}

#[test]
fn an_exported_list_and_the_blank_one_are_read_again() {
    let office = Office::sample();
    let desk = office.desk();
    add(&desk, "粮食收购活动的检查");
    change(&desk, 1, &[("content", "收购资格和价格")]);
    let file = office.state().join("导出.csv").display().to_string();
    desk.items_export(&ItemsExport {
        edition: None,
        filter: sunlot_app::item::ItemFilter::default(),
        format: ItemsFormat::Csv,
        path: Some(file.clone()),
        overwrite: false,
    })
    .unwrap();
    let sums = compare(&desk, &file);
    assert_eq!(
        (sums.same, sums.updated, sums.added),
        (1, 0, 0),
        "nothing has changed on the way: {sums:?}"
    );
    let blank = office.state().join("模板.xlsx");
    desk.roster_template(&RosterTemplate {
        registry: Registry::Items,
        path: Some(blank.display().to_string()),
        overwrite: false,
    })
    .unwrap();
    assert!(fs::read(blank).unwrap().starts_with(b"PK"), "a workbook");
    assert_eq!(working(&desk).total, 1, "nothing was written");
}

#[test]
fn the_command_line_takes_a_list_over() {
    let office = Office::sample();
    let file = written(&office, LIST);
    let output = office.run(&["--json", "import", "items", &file]);
    assert!(output.status.success(), "{}", said(&output.stderr));
    let list = json(&office.run(&["--json", "items", "list"]));
    assert_eq!(list["total"], 2, "{list}");
}
