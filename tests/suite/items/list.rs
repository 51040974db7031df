//! Items of the working list: what is wrong is told at once, nothing is deleted, and without a law nothing is used.

use sunlot_app::item::{
    ItemFacet, ItemFault, ItemFilter, ItemMembership, ItemSave, ItemsRequest, LegalBasis,
};
use sunlot_app::registry::Membership;
use sunlot_app::{Place, Reason};

use super::{add, change, keys, law, open, point, request, values, working};
use crate::support::{Office, TestClock};

#[test]
fn an_item_without_a_law_is_never_usable() {
    let office = Office::sample();
    let desk = office.desk();
    let mut bare = request("没有依据的检查");
    bare.bases = None;
    let view = desk.item_save(&bare).unwrap();
    assert_eq!(
        keys(&view.line.unusable),
        ["no_basis"],
        "it may be written down, and nobody inspects by it"
    );
    let confirmed = ItemSave {
        id: Some(view.line.id),
        confirmed: true,
        reason: "坚持要查".to_owned(),
        ..ItemSave::default()
    };
    assert_eq!(
        keys(&desk.item_save(&confirmed).unwrap().line.unusable),
        ["no_basis"],
        "nobody can wave it through"
    );
    assert_eq!(
        (working(&desk).total, working(&desk).usable),
        (1, 0),
        "it is counted"
    );
}

#[test]
fn a_law_is_looked_at_on_the_day_it_is_and_never_again_after_its_last() {
    let office = Office::sample();
    let clock = TestClock::default();
    let desk = office.desk_at(&clock);
    let mut ending = request("依据将失效的检查");
    ending.bases = Some(vec![law("旧办法", "", "2027-01-10")]);
    let line = desk.item_save(&ending).unwrap().line;
    assert_eq!(line.unusable, [], "today it holds");
    assert_eq!(keys(&line.remarks), ["lapses_soon"], "but not for long");
    clock.show("2027-01-10T23:59:00+08:00");
    assert_eq!(open(&desk, 1).line.unusable, [], "its last day");
    clock.show("2027-01-11T00:01:00+08:00");
    let view = open(&desk, 1);
    assert_eq!(keys(&view.line.unusable), ["lapsed"], "the day after");
    assert_eq!(view.bases[0].state.value, "lapsed", "which of the laws it was");
}

#[test]
fn a_law_that_has_not_begun_is_none_yet() {
    let office = Office::sample();
    let desk = office.desk();
    let mut coming = request("依据未施行的检查");
    coming.bases = Some(vec![LegalBasis {
        law: "新条例".to_owned(),
        valid_from: "2027年1月1日".to_owned(),
        valid_to: "长期".to_owned(),
        ..LegalBasis::default()
    }]);
    let view = desk.item_save(&coming).unwrap();
    assert_eq!(
        keys(&view.line.unusable),
        ["not_yet_in_force"],
        "it begins next year"
    );
    let basis = &view.bases[0];
    assert_eq!(
        (basis.valid_from.as_str(), basis.valid_to.as_str()),
        ("2027-01-01", ""),
        "a date in whatever form, and no end"
    );
}

#[test]
fn everything_that_is_wrong_is_told_at_once_with_its_place() {
    let office = Office::sample();
    let desk = office.desk();
    let wrong = ItemSave {
        values: values(&[
            ("name", " "),
            ("item_class", "特别"),
            ("ratio_authority", "看情况"),
            ("ratio_min", "一些"),
            ("colour", "red"),
            ("bases", "[]"),
        ]),
        bases: Some(vec![
            law("", "", ""),
            LegalBasis {
                valid_to: "2020-01-01".to_owned(),
                ..law("倒过来的办法", "", "")
            },
            law("没有这一天的办法", "", "2026-02-30"),
        ]),
        check_points: Some(vec![point(" ")]),
        reason: "录入".to_owned(),
        ..ItemSave::default()
    };
    let error = desk.item_save(&wrong).unwrap_err();
    let mut fields: Vec<String> = error
        .problems
        .iter()
        .map(|problem| match &problem.place {
            Place::Field { field } => field.clone(),
            other => format!("{other:?}"),
        })
        .collect();
    fields.sort();
    assert_eq!(
        fields,
        [
            "bases",
            "bases.0.law",
            "bases.1.validTo",
            "bases.2.validTo",
            "checkPoints.0.content",
            "colour",
            "item_class",
            "name",
            "ratio_authority",
            "ratio_min"
        ],
        "none is hidden behind another, and a law is no text field"
    );
    assert_eq!(
        desk.item_check(&wrong).unwrap().problems.len(),
        error.problems.len(),
        "a check before saving says the same"
    );
    assert_eq!(working(&desk).total, 0, "nothing was written");
}

#[test]
fn the_bounds_of_a_ratio_are_kept_as_per_cent_and_not_upside_down() {
    let office = Office::sample();
    let desk = office.desk();
    let id = add(&desk, "粮食收购活动的检查").line.id;
    let bounds = [
        ("ratio_authority", "上级"),
        ("ratio_min", "3"),
        ("ratio_max", "50‰"),
    ];
    let view = change(&desk, id, &bounds);
    assert_eq!(
        (view.bounds.min, view.bounds.max, view.bounds.told.as_str()),
        (Some(300), Some(500), "上级定：3%–5%"),
        "whatever form they were typed in"
    );
    let view = change(&desk, id, &[("ratio", "10%")]);
    assert_eq!(
        keys(&view.line.remarks),
        ["outside_bounds"],
        "more than the office above set"
    );
    let reversed = ItemSave {
        id: Some(id),
        values: values(&[("ratio_max", "2%")]),
        reason: "调整".to_owned(),
        ..ItemSave::default()
    };
    assert_eq!(
        desk.item_save(&reversed).unwrap_err().problems.len(),
        1,
        "an upper bound below the lower one is none"
    );
}

#[test]
fn words_are_kept_in_one_form_and_what_was_understood_is_told() {
    let office = Office::sample();
    let desk = office.desk();
    let line = add(&desk, "粮食收购活动的检查").line;
    assert_eq!(line.modes, "实地检查、书面检查", "both by their usual word");
    assert_eq!(line.item_class.value, "general", "by its name");
    assert_eq!(
        (line.ratio_read.as_str(), line.frequency_read.as_str()),
        ("5%", "每年1次"),
        "so that a clerk sees a misreading"
    );
    assert_eq!(line.remarks, [], "nothing is missing");
    let line = change(
        &desk,
        line.id,
        &[("ratio", "根据实际情况确定"), ("duty_code", "")],
    )
    .line;
    assert_eq!(
        keys(&line.remarks),
        ["no_duty", "ratio_unread"],
        "what is worth looking at"
    );
    assert_eq!(
        working(&desk).unmapped,
        1,
        "it is missing in the report of duties (L-07)"
    );
}

#[test]
fn what_somebody_else_saved_meanwhile_is_not_written_over() {
    let office = Office::sample();
    let desk = office.desk();
    let id = add(&desk, "粮食收购活动的检查").line.id;
    change(&desk, id, &[("unit", "监督科")]);
    let late = ItemSave {
        id: Some(id),
        version: Some(1),
        values: values(&[("unit", "法规科")]),
        reason: "调整".to_owned(),
        ..ItemSave::default()
    };
    let refused = desk.item_save(&late).unwrap_err().reason;
    assert!(
        matches!(refused, Reason::Item(ItemFault::ItemMoved { .. })),
        "the clerk began with version 1, and version 2 is there: {refused:?}"
    );
}

#[test]
fn every_change_has_its_reason_and_stands_in_the_story() {
    let office = Office::sample();
    let desk = office.desk();
    let id = add(&desk, "粮食收购活动的检查").line.id;
    let silent = ItemSave {
        id: Some(id),
        values: values(&[("unit", "监督科")]),
        ..ItemSave::default()
    };
    assert_eq!(
        desk.item_save(&silent).unwrap_err().problems.len(),
        1,
        "nobody changes the list without saying why"
    );
    let mut lapsed = law("粮食流通管理条例", "第九条", "");
    lapsed.valid_to = "2026-12-31".to_owned();
    let view = desk
        .item_save(&ItemSave {
            id: Some(id),
            bases: Some(vec![lapsed, law("新办法", "第三条", "")]),
            reason: "条例修订".to_owned(),
            ..ItemSave::default()
        })
        .unwrap();
    let change = &view.story[0].changes[0];
    assert_eq!(
        (change.before.as_str(), change.after.as_str()),
        (
            "1．《粮食流通管理条例》第九条，2021-04-15 起",
            "1．《粮食流通管理条例》第九条，2021-04-15 至 2026-12-31；2．《新办法》第三条，2021-04-15 起"
        ),
        "which laws, in words"
    );
    assert_eq!(view.story.len(), 2, "entered and changed");
    let again = change_nothing(id);
    assert_eq!(
        desk.item_save(&again).unwrap().version,
        view.version,
        "the same once more is no change"
    );
}

fn change_nothing(id: i64) -> ItemSave {
    ItemSave {
        id: Some(id),
        values: values(&[("unit", "流通科")]),
        reason: "年度调整".to_owned(),
        ..ItemSave::default()
    }
}

#[test]
fn a_removed_item_stays_and_can_come_back_but_is_never_suspended() {
    let office = Office::sample();
    let desk = office.desk();
    let id = add(&desk, "粮食收购活动的检查").line.id;
    let place = |membership, version| {
        desk.item_membership(&ItemMembership {
            id,
            version,
            membership,
            reason: "职权划转".to_owned(),
        })
    };
    assert!(
        place(Membership::Suspended, 1).is_err(),
        "an item is in the list or not"
    );
    let view = place(Membership::Removed, 1).unwrap();
    assert_eq!(keys(&view.line.unusable), ["removed"], "nobody inspects by it");
    assert_eq!(working(&desk).total, 0, "it is not in the list");
    assert_eq!(working(&desk).lines, [], "nor shown without being asked for");
    let mut filter = ItemFilter::default();
    filter
        .values
        .insert(ItemFacet::Membership, vec!["removed".to_owned()]);
    let found = desk
        .items_view(&ItemsRequest {
            filter,
            ..ItemsRequest::default()
        })
        .unwrap();
    assert_eq!(found.lines.len(), 1, "it is found by whoever looks for it");
    assert!(
        place(Membership::In, 1).is_err(),
        "by somebody who saw it as it is now"
    );
    place(Membership::In, 2).unwrap();
    assert_eq!(working(&desk).total, 1, "it is back");
}

#[test]
fn items_are_found_by_their_words_and_by_what_they_are() {
    let office = Office::sample();
    let desk = office.desk();
    add(&desk, "粮食收购活动的检查");
    let mut other = request("防雷检查");
    other.values.insert("unit".to_owned(), "法规科".to_owned());
    other.bases = Some(vec![law("气象法", "第三十一条", "")]);
    desk.item_save(&other).unwrap();
    let find = |text: &str, facets: &[(ItemFacet, &str)]| {
        let mut filter = ItemFilter {
            text: text.to_owned(),
            ..ItemFilter::default()
        };
        for (facet, value) in facets {
            filter.values.entry(*facet).or_default().push((*value).to_owned());
        }
        let request = ItemsRequest {
            filter,
            ..ItemsRequest::default()
        };
        let view = desk.items_view(&request).unwrap();
        view.lines.iter().map(|line| line.id).collect::<Vec<_>>()
    };
    assert_eq!(find("防雷", &[]), [2], "by a part of the name");
    assert_eq!(find("sx-000001", &[]), [1], "by the number");
    assert_eq!(find("气象法", &[]), [2], "by the law");
    assert_eq!(find("", &[(ItemFacet::Unit, "流通科")]), [1], "by the unit");
    assert_eq!(
        find("防雷", &[(ItemFacet::Unit, "流通科")]),
        [0i64; 0],
        "both must hold"
    );
    assert_eq!(
        find("", &[(ItemFacet::Usable, "yes")]),
        [1, 2],
        "both may be used"
    );
    assert_eq!(
        find("雷检法规", &[]),
        [0i64; 0],
        "nothing is found across two columns"
    );
}
