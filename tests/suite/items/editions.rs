//! Editions of the list: what was handed in never changes, each step has its day, and one is in force.

use sunlot_app::item::{
    CatalogDiffRequest, EditionPublish, EditionRatify, EditionReturn, ItemFault, ItemId, ItemMembership,
    ItemSave,
};
use sunlot_app::registry::Membership;
use sunlot_app::{Desk, Error, Reason};

use super::{
    add, change, decision, edition, keys, law, open, ratified, request, submission, submit, values, working,
};
use crate::support::{Office, TestClock};

/// What stands in the way of handing the list in.
fn obstacles(desk: &Desk) -> Vec<String> {
    let check = desk.catalog_check().unwrap();
    check
        .obstacles
        .into_iter()
        .map(|obstacle| obstacle.code)
        .collect()
}

fn codes(error: &Error) -> Vec<&'static str> {
    error.problems.iter().map(|problem| problem.flaw.code()).collect()
}

#[test]
fn an_item_that_may_not_be_used_never_gets_into_an_edition() {
    let office = Office::sample();
    let desk = office.desk();
    assert_eq!(obstacles(&desk), ["list_empty"], "there is nothing to hand in");
    add(&desk, "粮食收购活动的检查");
    let mut bare = request("没有依据的检查");
    bare.bases = Some(Vec::new());
    desk.item_save(&bare).unwrap();
    let mut lapsed = request("依据失效的检查");
    lapsed.bases = Some(vec![law("旧办法", "", "2026-01-01")]);
    desk.item_save(&lapsed).unwrap();
    add(&desk, "粮食收购 活动的检查");
    assert_eq!(
        obstacles(&desk),
        ["basis_missing", "basis_lapsed", "twin_item"],
        "everything at once, and a blank makes no other item"
    );
    let refused = desk.edition_submit(&submission()).unwrap_err();
    assert!(
        matches!(
            refused.reason,
            Reason::Item(ItemFault::CatalogNotReady { count: 3 })
        ),
        "{refused:?}"
    );
    assert_eq!(working(&desk).editions, [], "nothing was written");
    for id in [2, 3, 4] {
        let removal = ItemMembership {
            id,
            version: 1,
            membership: Membership::Removed,
            reason: "依据不全".to_owned(),
        };
        desk.item_membership(&removal).unwrap();
    }
    assert_eq!(submit(&desk).line.items, 1, "only what may be used");
}

#[test]
fn an_edition_never_changes_when_the_working_list_does() {
    let office = Office::sample();
    let desk = office.desk();
    let id = add(&desk, "粮食收购活动的检查").line.id;
    let first = ratified(&desk, "2026-11-15").line.id;
    let before = edition(&desk, first).lines;
    change(&desk, id, &[("ratio", "10%"), ("unit", "监督科")]);
    desk.item_save(&ItemSave {
        id: Some(id),
        bases: Some(Vec::new()),
        check_points: Some(Vec::new()),
        reason: "条例废止".to_owned(),
        ..ItemSave::default()
    })
    .unwrap();
    add(&desk, "新增的检查");
    let removal = ItemMembership {
        id,
        version: open(&desk, id).version,
        membership: Membership::Removed,
        reason: "不再开展".to_owned(),
    };
    desk.item_membership(&removal).unwrap();
    assert_eq!(
        edition(&desk, first).lines,
        before,
        "what was drawn from it stays true"
    );
    let then = ItemId {
        id,
        edition: Some(first),
    };
    let then = desk.item_open(&then).unwrap();
    assert_eq!(
        (then.bases.len(), then.check_points.len()),
        (1, 1),
        "laws and points too"
    );
    let later = ItemId {
        id: 2,
        edition: Some(first),
    };
    assert!(
        matches!(
            desk.item_open(&later).unwrap_err().reason,
            Reason::Item(ItemFault::ItemNotInEdition { .. })
        ),
        "what came later is not in it"
    );
}

#[test]
fn past_the_program_nobody_can_change_an_edition_either() {
    let office = Office::sample();
    let desk = office.desk();
    add(&desk, "粮食收购活动的检查");
    ratified(&desk, "2026-11-15");
    drop(desk);
    let database = sunlot_store::Connection::open(office.database()).unwrap();
    for sql in [
        "UPDATE catalog SET title = '别的'",
        "DELETE FROM catalog_entry",
        "UPDATE item SET ratio = '100%'",
        "INSERT INTO catalog_entry (id, version, event, catalog, item, item_version) SELECT 2, 1, max(seq), 1, 1, 1 FROM audit_event",
        "INSERT INTO catalog SELECT id, 3, event, 'ratified', '别的', submitted_on, submitted_to, reason, returned_on,
           returned_for, ratified_by, ratified_on, ratified_no, effective_on, published_on, channels
         FROM catalog WHERE version = 2",
        "INSERT INTO catalog SELECT id, 3, event, 'submitted', title, submitted_on, submitted_to, reason, NULL, NULL, NULL,
           NULL, NULL, NULL, NULL, NULL FROM catalog WHERE version = 2",
    ] {
        let refused = database.execute_batch(sql).unwrap_err().to_string();
        assert!(refused.contains("catalog") || refused.contains("append-only"), "{sql}: {refused}");
    }
}

#[test]
fn only_one_edition_is_under_review_and_a_returned_one_is_final() {
    let office = Office::sample();
    let desk = office.desk();
    add(&desk, "粮食收购活动的检查");
    let first = submit(&desk);
    add(&desk, "粮食储存活动的检查");
    assert_eq!(
        obstacles(&desk),
        ["under_review"],
        "the other one must be decided first"
    );
    let back = EditionReturn {
        id: first.line.id,
        version: first.version,
        returned_on: "2026-11-05".to_owned(),
        reason: "依据要写到条款".to_owned(),
    };
    let returned = desk.edition_return(&back).unwrap();
    assert_eq!(returned.line.state.value, "returned", "{returned:?}");
    assert_eq!(returned.line.returned_for, "依据要写到条款", "and why");
    let refused = desk
        .edition_ratify(&decision(&returned, "2026-11-15"))
        .unwrap_err();
    assert!(
        matches!(refused.reason, Reason::Item(ItemFault::EditionStep { .. })),
        "nobody decides it any more: {refused:?}"
    );
    let second = submit(&desk);
    assert_eq!(
        (second.line.number.as_str(), second.line.items),
        ("2026年第2版", 2),
        "the list was handed in anew"
    );
    assert_eq!(
        edition(&desk, first.line.id).total,
        1,
        "the returned one stays what it was"
    );
}

#[test]
fn no_step_is_dated_ahead_or_before_the_one_it_follows() {
    let office = Office::sample();
    let desk = office.desk();
    add(&desk, "粮食收购活动的检查");
    let mut early = submission();
    early.submitted_on = "2026-11-21".to_owned();
    early.submitted_to = String::new();
    assert_eq!(
        codes(&desk.edition_submit(&early).unwrap_err()),
        ["required", "date_in_future"],
        "tomorrow is not today, and somebody must have got it"
    );
    let view = submit(&desk);
    let wrong = EditionRatify {
        ratified_on: "2026-11-01".to_owned(),
        ratified_no: " ".to_owned(),
        effective_on: "2026-10-01".to_owned(),
        ..decision(&view, "")
    };
    assert_eq!(
        codes(&desk.edition_ratify(&wrong).unwrap_err()),
        ["step_before", "required", "step_before"],
        "not before it was handed in, not without a number, and not in force before it was decided"
    );
    let done = desk.edition_ratify(&decision(&view, "2027-01-01")).unwrap();
    assert!(!done.line.in_force, "it begins next year");
    let publish = |on: &str, channels: &[&str]| {
        desk.edition_publish(&EditionPublish {
            id: done.line.id,
            version: done.version,
            published_on: on.to_owned(),
            channels: channels.iter().map(|channel| (*channel).to_owned()).collect(),
        })
    };
    assert_eq!(
        codes(&publish("2026-11-09", &[" "]).unwrap_err()),
        ["step_before", "required"],
        "not before it was decided, and somewhere"
    );
    let shown = publish("2026-11-12", &["区政府门户网站", "区政府门户网站", "政务公开栏"]).unwrap();
    assert_eq!(shown.line.channels, "区政府门户网站；政务公开栏", "each once");
    assert!(
        publish("2026-11-12", &["区政府门户网站"]).is_err(),
        "once is enough"
    );
    let story: Vec<&str> = shown
        .story
        .iter()
        .map(|moment| moment.sentence.as_str())
        .collect();
    assert_eq!(
        story,
        [
            "2026-11-12 公布抽查事项清单2026年第1版，渠道：区政府门户网站；政务公开栏",
            "2026-11-10 徐水区司法局审定抽查事项清单2026年第1版（徐司审〔2026〕3号），2027-01-01 起施行",
            "2026-11-02 把抽查事项清单2026年第1版“2026年随机抽查事项清单”（1 项）送徐水区司法局审定，调整的原因和依据：年度调整"
        ],
        "step by step"
    );
}

#[test]
fn the_edition_that_began_last_is_in_force_whenever_it_is_looked_at() {
    let office = Office::sample();
    let clock = TestClock::default();
    let desk = office.desk_at(&clock);
    let id = add(&desk, "粮食收购活动的检查").line.id;
    let first = submit(&desk);
    assert_eq!(
        working(&desk).in_force,
        None,
        "what is under review is used by nobody"
    );
    let first = desk
        .edition_ratify(&decision(&first, "2026-11-15"))
        .unwrap()
        .line
        .id;
    assert_eq!(working(&desk).in_force, Some(first), "since five days");
    assert_eq!(
        obstacles(&desk),
        ["nothing_changed"],
        "there is no news to hand in"
    );
    change(&desk, id, &[("ratio", "10%")]);
    change(&desk, id, &[("ratio", "5%")]);
    assert_eq!(
        obstacles(&desk),
        ["nothing_changed"],
        "there and back is no news either"
    );
    change(&desk, id, &[("ratio", "8%")]);
    let second = ratified(&desk, "2027-01-01").line.id;
    assert_eq!(working(&desk).in_force, Some(first), "the next one has not begun");
    clock.show("2027-01-01T00:00:00+08:00");
    assert_eq!(working(&desk).in_force, Some(second), "now it has");
    let lines = working(&desk).editions;
    let in_force: Vec<bool> = lines.iter().map(|line| line.in_force).collect();
    assert_eq!(in_force, [true, false], "newest first, and one only");
}

#[test]
fn what_differs_between_two_lists_is_told_item_by_item() {
    let office = Office::sample();
    let desk = office.desk();
    let pending = |desk: &Desk| {
        let sums = working(desk).pending;
        (sums.added, sums.changed, sums.removed, sums.same)
    };
    add(&desk, "粮食收购活动的检查");
    add(&desk, "粮食储存活动的检查");
    add(&desk, "统计制度的检查");
    assert_eq!(pending(&desk), (3, 0, 0, 0), "everything is new");
    let first = ratified(&desk, "2026-11-15").line.id;
    assert_eq!(pending(&desk), (0, 0, 0, 3), "nothing is");
    change(&desk, 1, &[("ratio", "10%")]);
    let removal = ItemMembership {
        id: 2,
        version: 1,
        membership: Membership::Removed,
        reason: "职权划转".to_owned(),
    };
    desk.item_membership(&removal).unwrap();
    add(&desk, "质量安全的检查");
    assert_eq!(pending(&desk), (1, 1, 1, 1), "one of each");
    let view = working(&desk);
    let differs: Vec<Option<&str>> = view
        .lines
        .iter()
        .map(|line| line.differs.as_ref().map(|told| told.value.as_str()))
        .collect();
    assert_eq!(
        differs,
        [Some("changed"), None, Some("added")],
        "beside each line"
    );
    let diff = |before, after| desk.catalog_diff(&CatalogDiffRequest { before, after }).unwrap();
    let told = diff(Some(first), None);
    assert_eq!(
        (told.before.as_str(), told.after.as_str()),
        ("2026年第1版", "工作清单"),
        "which lists"
    );
    let kinds: Vec<(i64, &str)> = told
        .items
        .iter()
        .map(|item| (item.id, item.kind.value.as_str()))
        .collect();
    assert_eq!(
        kinds,
        [(1, "changed"), (4, "added"), (2, "removed")],
        "without the same one"
    );
    let ratio = &told.items[0].changes;
    assert_eq!(ratio.len(), 1, "only what is different");
    assert_eq!(
        (ratio[0].before.as_str(), ratio[0].after.as_str()),
        ("5%", "10%"),
        "{ratio:?}"
    );
    let second = submit(&desk).line.id;
    assert_eq!(
        diff(Some(second), None).items,
        [],
        "the new edition is the working list"
    );
    let sums = diff(Some(second), Some(first)).sums;
    assert_eq!((sums.added, sums.removed), (1, 1), "the other way round");
    assert!(
        desk.catalog_diff(&CatalogDiffRequest {
            before: Some(7),
            after: None
        })
        .is_err(),
        "there is no such edition"
    );
}

#[test]
fn an_edition_that_was_looked_at_earlier_is_not_decided_twice() {
    let office = Office::sample();
    let desk = office.desk();
    add(&desk, "粮食收购活动的检查");
    let view = submit(&desk);
    desk.edition_ratify(&decision(&view, "2026-11-15")).unwrap();
    assert!(
        desk.edition_ratify(&decision(&view, "2026-11-15")).is_err(),
        "it is decided"
    );
    let mut stale = decision(&view, "2026-11-15");
    stale.id = 9;
    assert!(
        matches!(
            desk.edition_ratify(&stale).unwrap_err().reason,
            Reason::Item(ItemFault::EditionMissing { .. })
        ),
        "there is no such edition"
    );
}

#[test]
fn an_item_of_an_edition_whose_law_ends_later_is_shown_so() {
    let office = Office::sample();
    let clock = TestClock::default();
    let desk = office.desk_at(&clock);
    let mut ending = request("依据将失效的检查");
    ending.bases = Some(vec![law("旧办法", "", "2026-12-31")]);
    ending.values.extend(values(&[("code", "3")]));
    desk.item_save(&ending).unwrap();
    let id = ratified(&desk, "2026-11-15").line.id;
    clock.show("2027-01-01T08:00:00+08:00");
    let view = edition(&desk, id);
    assert_eq!(
        (view.total, view.usable),
        (1, 0),
        "it was decided, and may be used no more"
    );
    assert_eq!(keys(&view.lines[0].unusable), ["lapsed"], "{:?}", view.lines);
}
