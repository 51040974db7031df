//! The registry as a list: searched, filtered, sorted, counted.

use std::collections::BTreeMap;

use sunlot_app::Desk;
use sunlot_app::target::{TargetFacet, TargetFilter, TargetLine, TargetSort, TargetSortKey, TargetsRequest};

use super::targets::{add, sample};
use crate::support::Office;

fn found(desk: &Desk, text: &str) -> Vec<String> {
    lines(
        desk,
        TargetFilter {
            text: text.to_owned(),
            ..Default::default()
        },
        TargetSort::default(),
    )
    .into_iter()
    .map(|line| line.name)
    .collect()
}

fn lines(desk: &Desk, filter: TargetFilter, sort: TargetSort) -> Vec<TargetLine> {
    let request = TargetsRequest {
        filter,
        sort,
        from: 0,
        limit: 100,
    };
    desk.targets_view(&request).unwrap().lines
}

fn by(facet: TargetFacet, values: &[&str]) -> TargetFilter {
    TargetFilter {
        text: String::new(),
        values: BTreeMap::from([(facet, values.iter().map(|value| (*value).to_owned()).collect())]),
    }
}

#[test]
fn two_characters_of_a_name_a_person_or_a_code_find_a_target() {
    let office = Office::sample();
    let desk = office.desk();
    sample(&desk);
    assert_eq!(
        found(&desk, "臧记"),
        ["安肃臧记饲料有限公司"],
        "by two characters of its name"
    );
    assert_eq!(
        found(&desk, "䶮㛃"),
        ["大王店䶮㛃汽车（销售）有限公司"],
        "rare ones too"
    );
    assert_eq!(
        found(&desk, "王建国"),
        ["遂城王记加油站"],
        "by who answers for it"
    );
    assert_eq!(
        found(&desk, "ma0000015b"),
        ["安肃臧记饲料有限公司"],
        "by a code in small letters"
    );
    assert_eq!(
        found(&desk, "汽车(销售"),
        ["大王店䶮㛃汽车（销售）有限公司"],
        "brackets of any width"
    );
    assert_eq!(
        found(&desk, "dx-2"),
        ["遂城王记加油站"],
        "by the office's own number"
    );
    assert_eq!(
        found(&desk, "没有这一户"),
        [""; 0],
        "and who is not there is not found"
    );
}

#[test]
fn a_former_name_still_finds_the_target_after_it_is_called_otherwise() {
    let office = Office::sample();
    let desk = office.desk();
    sample(&desk);
    super::targets::save(
        &desk,
        1,
        &[
            ("name", "安肃新名饲料有限公司"),
            ("former_name", "安肃臧记饲料有限公司"),
        ],
    );
    assert_eq!(
        found(&desk, "臧记"),
        ["安肃新名饲料有限公司"],
        "people remember the old name"
    );
    assert_eq!(
        found(&desk, "新名"),
        ["安肃新名饲料有限公司"],
        "and the new one is found at once"
    );
}

#[test]
fn facets_narrow_the_list_and_all_of_them_must_hold() {
    let office = Office::sample();
    let desk = office.desk();
    sample(&desk);
    let names = |filter| -> Vec<String> {
        lines(&desk, filter, TargetSort::default())
            .into_iter()
            .map(|line| line.name)
            .collect()
    };
    assert_eq!(
        names(by(TargetFacet::Credit, &["poor", "fair"])).len(),
        2,
        "one of several values is enough"
    );
    assert_eq!(
        names(by(TargetFacet::Township, &[""])),
        ["大王店䶮㛃汽车（销售）有限公司"],
        "an empty value finds where nothing stands"
    );
    assert_eq!(
        names(by(TargetFacet::Draw, &["not_active"])),
        ["遂城王记加油站"],
        "and why somebody may not be drawn can be asked for"
    );
    let mut both = by(TargetFacet::Credit, &["poor", "fair"]);
    both.values.insert(TargetFacet::Draw, vec!["may".to_owned()]);
    assert_eq!(names(both).len(), 1, "two facets must both hold");
}

#[test]
fn values_with_a_meaning_are_sorted_by_it_and_empty_ones_come_last() {
    let office = Office::sample();
    let desk = office.desk();
    sample(&desk);
    let sort = TargetSort {
        by: TargetSortKey::Credit,
        descending: false,
    };
    let credit: Vec<String> = lines(&desk, TargetFilter::default(), sort)
        .into_iter()
        .map(|line| line.credit.value)
        .collect();
    assert_eq!(
        credit,
        ["good", "fair", "poor", ""],
        "good before fair before poor, and unknown at the end"
    );
}

#[test]
fn a_list_is_asked_for_in_parts_and_says_how_long_it_is() {
    let office = Office::sample();
    let desk = office.desk();
    assert_eq!(
        desk.targets_view(&TargetsRequest::default()).unwrap().total,
        0,
        "nobody is there yet"
    );
    for number in 0..7 {
        add(
            &desk,
            &[("kind", "place"), ("name", &format!("第{number}号场所"))],
        );
    }
    let request = TargetsRequest {
        from: 5,
        limit: 5,
        ..TargetsRequest::default()
    };
    let view = desk.targets_view(&request).unwrap();
    assert_eq!(view.lines.len(), 2, "the last part is shorter");
    assert_eq!(
        (view.found, view.total),
        (7, 7),
        "and the whole length is told with every part"
    );
}

#[test]
fn choices_are_counted() {
    let office = Office::sample();
    let desk = office.desk();
    sample(&desk);
    let choices = desk.targets_choices().unwrap();
    for facet in choices
        .facets
        .iter()
        .filter(|facet| facet.facet != TargetFacet::Tags)
    {
        let sum: u32 = facet.choices.iter().map(|choice| choice.count).sum();
        assert_eq!(
            sum, 4,
            "{}: every target has exactly one value, if only none",
            facet.label
        );
    }
}
