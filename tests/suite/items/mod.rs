//! The list of inspection items: nobody inspects without a law, an edition never changes, and what differs is told.

mod editions;
mod files;
mod import;
mod laws;
mod list;
mod starters;
pub mod words;

use std::collections::BTreeMap;

use sunlot_app::Desk;
use sunlot_app::item::{
    CheckPoint, EditionRatify, EditionSubmit, EditionView, ItemId, ItemSave, ItemView, ItemsRequest,
    ItemsView, LegalBasis,
};
use sunlot_app::registry::Told;

/// A law that holds since 2021, and until a day if it ends.
pub fn law(name: &str, article: &str, valid_to: &str) -> LegalBasis {
    LegalBasis {
        law: name.to_owned(),
        article: article.to_owned(),
        valid_from: "2021-04-15".to_owned(),
        valid_to: valid_to.to_owned(),
        ..LegalBasis::default()
    }
}

/// A point that is looked at.
pub fn point(content: &str) -> CheckPoint {
    CheckPoint {
        content: content.to_owned(),
        method: "查看台账".to_owned(),
        materials: "收购备案回执".to_owned(),
    }
}

/// Values of an item.
pub fn values(values: &[(&str, &str)]) -> BTreeMap<String, String> {
    let pair = |(field, value): &(&str, &str)| ((*field).to_owned(), (*value).to_owned());
    values.iter().map(pair).collect()
}

/// A new item with a law in force.
pub fn request(name: &str) -> ItemSave {
    ItemSave {
        values: values(&[
            ("name", name),
            ("category", "粮食流通监管"),
            ("item_class", "一般"),
            ("ratio", "5%"),
            ("frequency", "每年1次"),
            ("ratio_authority", "own"),
            ("duty_code", "LS-01"),
            ("unit", "流通科"),
            ("person", "李娜"),
            ("modes", "现场检查，查阅资料"),
        ]),
        bases: Some(vec![law("粮食流通管理条例", "第九条", "")]),
        check_points: Some(vec![point("是否备案")]),
        reason: "对照权力清单".to_owned(),
        ..ItemSave::default()
    }
}

/// Enters an item.
pub fn add(desk: &Desk, name: &str) -> ItemView {
    desk.item_save(&request(name)).unwrap()
}

/// Changes one.
pub fn change(desk: &Desk, id: i64, fields: &[(&str, &str)]) -> ItemView {
    desk.item_save(&ItemSave {
        id: Some(id),
        values: values(fields),
        reason: "年度调整".to_owned(),
        ..ItemSave::default()
    })
    .unwrap()
}

/// The working list.
pub fn working(desk: &Desk) -> ItemsView {
    desk.items_view(&ItemsRequest::default()).unwrap()
}

/// An edition of it.
pub fn edition(desk: &Desk, id: i64) -> ItemsView {
    let edition = Some(id);
    desk.items_view(&ItemsRequest {
        edition,
        ..ItemsRequest::default()
    })
    .unwrap()
}

/// An item as it is worked on.
pub fn open(desk: &Desk, id: i64) -> ItemView {
    desk.item_open(&ItemId { id, edition: None }).unwrap()
}

/// What is asked when the list is handed in.
pub fn submission() -> EditionSubmit {
    EditionSubmit {
        title: "2026年随机抽查事项清单".to_owned(),
        submitted_on: "2026-11-02".to_owned(),
        submitted_to: "徐水区司法局".to_owned(),
        reason: "年度调整".to_owned(),
    }
}

/// Hands the list in.
pub fn submit(desk: &Desk) -> EditionView {
    desk.edition_submit(&submission()).unwrap()
}

/// What is asked when an edition is decided.
pub fn decision(view: &EditionView, effective_on: &str) -> EditionRatify {
    EditionRatify {
        id: view.line.id,
        version: view.version,
        ratified_by: "徐水区司法局".to_owned(),
        ratified_on: "2026-11-10".to_owned(),
        ratified_no: "徐司审〔2026〕3号".to_owned(),
        effective_on: effective_on.to_owned(),
    }
}

/// Hands the list in and has it decided.
pub fn ratified(desk: &Desk, effective_on: &str) -> EditionView {
    let view = submit(desk);
    desk.edition_ratify(&decision(&view, effective_on)).unwrap()
}

/// The values of a list of things that are told.
pub fn keys(told: &[Told]) -> Vec<&str> {
    told.iter().map(|told| told.value.as_str()).collect()
}
