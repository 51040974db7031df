//! What is exported and taken over again says the same, in this office and in another.

use sunlot_app::Desk;
use sunlot_app::import::{ImportCompared, ImportReading, Registry};
use sunlot_app::item::{
    CheckPoint, ItemFilter, ItemId, ItemSave, ItemView, ItemsExport, ItemsFormat, LegalBasis,
};

use super::{accept, compare_with};
use crate::support::Office;

fn point(content: &str, method: &str, materials: &str) -> CheckPoint {
    CheckPoint {
        content: content.to_owned(),
        method: method.to_owned(),
        materials: materials.to_owned(),
    }
}

/// An item with something in every column that a list has.
fn enter(desk: &Desk, name: &str, content: &str) {
    let values = [
        ("name", name),
        ("content", content),
        ("category", "粮食流通监管"),
        ("item_class", "重点"),
        ("tags", "粮食收购、储备粮"),
        ("key_area", "是"),
        ("ratio", "5%"),
        ("frequency", "每年1次"),
        ("ratio_authority", "superior"),
        ("ratio_min", "3%"),
        ("ratio_max", "10%"),
        ("ratio_document", "省粮储发〔2026〕1 号"),
        ("merge_group", "粮食合并检查"),
        ("group_lead", "流通科"),
        ("requirement", "两人以上\n出示证件"),
        ("modes", "现场检查"),
        ("person", "李娜"),
    ];
    desk.item_save(&ItemSave {
        values: values
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(field, value)| (field.to_owned(), value.to_owned()))
            .collect(),
        bases: Some(vec![LegalBasis {
            law: "粮食流通管理条例".to_owned(),
            article: "第九条".to_owned(),
            ..LegalBasis::default()
        }]),
        check_points: Some(vec![
            point("是否备案；是否公示", "查看台账；询问", ""),
            point("收购价格\n（含等级价）", "", "价格牌照片"),
            point("水分不超过 13.5%", "1、取样\n2、检测", "检测报告"),
        ]),
        reason: "年度调整".to_owned(),
        ..ItemSave::default()
    })
    .unwrap();
}

fn list_of(desk: &Desk, path: &str, format: ItemsFormat) {
    desk.items_export(&ItemsExport {
        edition: None,
        filter: ItemFilter::default(),
        format,
        path: Some(path.to_owned()),
        overwrite: false,
    })
    .unwrap();
}

fn compare(desk: &Desk, path: &str) -> ImportCompared {
    compare_with(desk, Registry::Items, path.as_ref(), ImportReading::default()).unwrap()
}

fn said(view: &ItemView) -> Vec<(String, String)> {
    let fields = view.fields.iter();
    fields
        .map(|field| (field.field.clone(), field.value.clone()))
        .collect()
}

#[test]
fn an_exported_list_of_items_is_the_same_list_at_home_and_elsewhere() {
    let (here, there) = (Office::sample(), Office::sample());
    let (our_desk, their_desk) = (here.desk(), there.desk());
    enter(&our_desk, "粮食收购检查", "");
    enter(&our_desk, "储备粮检查", "数量、质量和储存安全");
    let folder = tempfile::tempdir().unwrap();
    for (name, format) in [("清单.xlsx", ItemsFormat::Xlsx), ("清单.csv", ItemsFormat::Csv)] {
        let path = folder.path().join(name).display().to_string();
        list_of(&our_desk, &path, format);
        let at_home = compare(&our_desk, &path);
        assert_eq!(
            (at_home.same, at_home.updated, at_home.errors),
            (2, 0, 0),
            "{name}: nothing has changed on the way: {at_home:?}"
        );
        assert_eq!(
            at_home.left_columns.len(),
            0,
            "{name}: every column that is written is read: {:?}",
            at_home.left_columns
        );
    }
    let path = folder.path().join("清单.xlsx").display().to_string();
    let abroad = compare(&their_desk, &path);
    assert_eq!((abroad.added, abroad.errors), (2, 0), "{abroad:?}");
    accept(&their_desk, &abroad).unwrap();
    for id in [1, 2] {
        let request = ItemId { id, edition: None };
        let ours = our_desk.item_open(&request).unwrap();
        let theirs = their_desk.item_open(&request).unwrap();
        assert_eq!(said(&theirs), said(&ours), "every column arrives");
        assert_eq!(
            theirs.check_points, ours.check_points,
            "and each point, with how and with what it is looked at"
        );
    }
}
