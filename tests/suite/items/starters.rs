//! The library of items to begin with: examples until somebody has compared them with the law.

use sunlot_app::Reason;
use sunlot_app::item::{ItemFault, ItemSave, StartersTake};

use super::{keys, open, working};
use crate::support::Office;

fn take(keys: &[&str]) -> StartersTake {
    StartersTake {
        keys: keys.iter().map(|key| (*key).to_owned()).collect(),
        reason: "初次建清单".to_owned(),
    }
}

#[test]
fn the_whole_library_can_be_taken_and_every_item_of_it_is_whole() {
    let office = Office::sample();
    let desk = office.desk();
    let starters = desk.items_choices().unwrap().starters;
    let labels: Vec<&str> = starters.iter().map(|trade| trade.label.as_str()).collect();
    assert_eq!(
        labels,
        ["汽车与煤炭经营", "食品", "粮食流通", "气象防雷", "安全生产"],
        "the trades of the first offices"
    );
    let all: Vec<&str> = starters
        .iter()
        .flat_map(|trade| &trade.items)
        .map(|item| item.key.as_str())
        .collect();
    let view = desk.starters_take(&take(&all)).unwrap();
    assert_eq!(view.lines.len(), all.len(), "each of them");
    for line in &view.lines {
        assert!(line.bases >= 1, "{}: a law", line.name);
        assert!(line.check_points >= 2, "{}: points", line.name);
        assert!(
            !line.ratio_read.is_empty(),
            "{}: a ratio that is understood",
            line.name
        );
        assert!(!line.frequency_read.is_empty(), "{}: and how often", line.name);
        let missing: Vec<&str> = keys(&line.remarks)
            .into_iter()
            .filter(|remark| !["basis_undated", "no_duty", "no_unit", "no_person"].contains(remark))
            .collect();
        assert_eq!(
            missing, [""; 0],
            "{}: only what every office fills in itself is missing",
            line.name
        );
    }
    let there = desk.items_choices().unwrap().starters;
    assert!(
        there.iter().flat_map(|trade| &trade.items).all(|item| item.there),
        "the library says so"
    );
}

#[test]
fn a_starter_is_used_by_nobody_until_it_was_compared_with_the_law() {
    let office = Office::sample();
    let desk = office.desk();
    let view = desk.starters_take(&take(&["grain/purchase"])).unwrap();
    assert!(view.lines[0].example, "it is marked");
    assert_eq!(
        keys(&view.lines[0].unusable),
        ["example_unconfirmed"],
        "and not used"
    );
    let check = desk.catalog_check().unwrap();
    assert_eq!(
        check.obstacles[0].code, "example_unconfirmed",
        "nor handed in: {check:?}"
    );
    let mut save = ItemSave {
        id: Some(1),
        reason: "已对照条例原文".to_owned(),
        ..ItemSave::default()
    };
    save.values.insert("unit".to_owned(), "流通科".to_owned());
    assert!(
        desk.item_save(&save).unwrap().line.example,
        "an edit alone confirms nothing"
    );
    save.confirmed = true;
    let line = desk.item_save(&save).unwrap().line;
    assert!(!line.example, "somebody said so");
    assert_eq!(line.unusable, [], "now it may be used");
    assert_eq!(desk.catalog_check().unwrap().obstacles, [], "and handed in");
    let sentence = &open(&desk, 1).story[0].sentence;
    assert!(
        sentence.contains("示例"),
        "the trail says who confirmed it: {sentence}"
    );
}

#[test]
fn nothing_is_taken_twice_or_from_nowhere() {
    let office = Office::sample();
    let desk = office.desk();
    desk.starters_take(&take(&["grain/purchase"])).unwrap();
    let refused = |keys: &[&str]| desk.starters_take(&take(keys)).unwrap_err().reason;
    let again = refused(&["grain/storage", "grain/purchase"]);
    assert!(
        matches!(again, Reason::Item(ItemFault::StarterThere { .. })),
        "it is there: {again:?}"
    );
    for key in ["grain/none", "none/purchase", "purchase", "../grain/purchase", ""] {
        let unknown = refused(&[key]);
        assert!(
            matches!(unknown, Reason::Item(ItemFault::StarterMissing { .. })),
            "{key}: {unknown:?}"
        );
    }
    assert_eq!(working(&desk).total, 1, "all or nothing");
    let silent = StartersTake {
        reason: String::new(),
        ..take(&["grain/storage"])
    };
    assert!(desk.starters_take(&silent).is_err(), "nobody says why");
}
