//! A target entered, changed and moved, its flags and visits: each with its reason, each in the trail, nothing deleted.

use sunlot_app::registry::Membership;
use sunlot_app::target::{
    TargetFacet, TargetFault, TargetFilter, TargetFlagAdd, TargetFlagEnd, TargetId, TargetMembership,
    TargetSave, TargetView, TargetsBulk, TargetsRequest, VisitAdd, VisitWithdraw,
};
use sunlot_app::{Desk, Error, Place, Reason};

use crate::support::{Office, TestClock};

/// Enters a target.
pub fn add(desk: &Desk, values: &[(&str, &str)]) -> TargetView {
    desk.target_save(&request(None, values)).unwrap()
}

/// Changes one.
pub fn save(desk: &Desk, id: i64, values: &[(&str, &str)]) -> TargetView {
    desk.target_save(&request(Some(id), values)).unwrap()
}

fn request(id: Option<i64>, values: &[(&str, &str)]) -> TargetSave {
    let values = values
        .iter()
        .map(|(field, value)| ((*field).to_owned(), (*value).to_owned()));
    TargetSave {
        id,
        version: None,
        values: values.collect(),
        confirmed: false,
        reason: "年度复核".to_owned(),
    }
}

/// Four targets of different sorts.
pub fn sample(desk: &Desk) {
    add(
        desk,
        &[
            ("kind", "enterprise"),
            ("name", "安肃臧记饲料有限公司"),
            ("uscc", "91130609MA0000015B"),
            ("credit", "good"),
            ("township", "安肃镇"),
        ],
    );
    add(
        desk,
        &[
            ("kind", "individual_business"),
            ("name", "遂城王记加油站"),
            ("uscc", "92410603MA00000238"),
            ("legal_rep", "王建国"),
            ("credit", "fair"),
            ("township", "遂城镇"),
            ("status", "suspended"),
        ],
    );
    add(
        desk,
        &[
            ("kind", "enterprise"),
            ("name", "大王店䶮㛃汽车（销售）有限公司"),
            ("uscc", "91350100M000100Y43"),
            ("credit", "poor"),
        ],
    );
    add(
        desk,
        &[
            ("kind", "place"),
            ("name", "徐水区体育馆"),
            ("township", "安肃镇"),
        ],
    );
}

fn reason_of(error: Error) -> Reason {
    error.reason
}

#[test]
fn everything_that_is_wrong_is_told_at_once_with_its_field() {
    let office = Office::sample();
    let desk = office.desk();
    let wrong = [
        ("kind", "castle"),
        ("uscc", "91130609MA0000015C"),
        ("founded", "2030-01-01"),
        ("phone", "电话"),
        ("colour", "red"),
    ];
    let error = desk.target_save(&request(None, &wrong)).unwrap_err();
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
        ["colour", "founded", "kind", "name", "phone", "uscc"],
        "the missing name too, and none is hidden behind another"
    );
    assert_eq!(
        desk.target_check(&request(None, &wrong)).unwrap().problems.len(),
        error.problems.len(),
        "a check before saving says the same"
    );
}

#[test]
fn one_code_is_one_target() {
    let office = Office::sample();
    let desk = office.desk();
    sample(&desk);
    let twin = request(
        None,
        &[
            ("kind", "enterprise"),
            ("name", "同码公司"),
            ("uscc", "91130609ma0000015b"),
        ],
    );
    let refused = reason_of(desk.target_save(&twin).unwrap_err());
    assert!(
        matches!(&refused, Reason::Target(TargetFault::TargetCodeTaken { number, .. }) if number == "DX-000001"),
        "or it would be drawn twice as often: {refused:?}"
    );
}

#[test]
fn what_somebody_else_saved_meanwhile_is_not_written_over() {
    let office = Office::sample();
    let desk = office.desk();
    sample(&desk);
    save(&desk, 1, &[("township", "遂城镇")]);
    let mut late = request(Some(1), &[("township", "漕河镇")]);
    late.version = Some(1);
    let refused = reason_of(desk.target_save(&late).unwrap_err());
    assert!(
        matches!(refused, Reason::Target(TargetFault::TargetMoved { .. })),
        "the clerk began with version 1, and version 2 is there: {refused:?}"
    );
}

#[test]
fn the_story_tells_every_change_field_by_field_and_nothing_is_deleted() {
    let office = Office::sample();
    let desk = office.desk();
    sample(&desk);
    save(&desk, 1, &[("credit", "不良"), ("credit_basis", "行政处罚")]);
    let removed = desk
        .target_membership(&TargetMembership {
            id: 1,
            version: 2,
            membership: Membership::Removed,
            reason: "已注销".to_owned(),
        })
        .unwrap();
    assert_eq!(
        removed.line.barred[0].value, "removed",
        "it may not be drawn any more"
    );
    let view = desk.target_open(&TargetId { id: 1 }).unwrap();
    assert_eq!(view.story.len(), 3, "entered, changed, removed");
    let change = &view.story[1].changes[0];
    assert_eq!(
        (
            change.label.as_str(),
            change.before.as_str(),
            change.after.as_str()
        ),
        ("信用类别", "良好", "不良"),
        "as people say it, old and new"
    );
    assert!(
        view.story[0].sentence.contains("已注销"),
        "with the reason: {:?}",
        view.story[0]
    );
}

#[test]
fn a_flag_holds_from_its_first_day_to_its_last() {
    let office = Office::sample();
    let clock = TestClock::default();
    clock.show("2026-11-20T09:41:00+08:00");
    let desk = office.desk_at(&clock);
    sample(&desk);
    let flag = TargetFlagAdd {
        target: 1,
        flag: "many_complaints".to_owned(),
        since: "2026-11-01".to_owned(),
        until: "2026-11-20".to_owned(),
        evidence: "12345 转办 7 件".to_owned(),
    };
    let view = desk.target_flag_add(&flag).unwrap();
    assert_eq!(view.line.flags.len(), 1, "its last day belongs to it");
    clock.show("2026-11-21T00:01:00+08:00");
    let view = desk.target_open(&TargetId { id: 1 }).unwrap();
    assert_eq!(view.line.flags.len(), 0, "a minute past midnight it is over");
    let ended = desk
        .target_flag_end(&TargetFlagEnd {
            id: 1,
            until: String::new(),
            reason: "录错了户".to_owned(),
        })
        .unwrap();
    assert!(
        ended.flags[0].withdrawn,
        "a mistake is taken back and stays to be seen"
    );
    let reversed = TargetFlagAdd {
        since: "2026-11-20".to_owned(),
        until: "2026-11-01".to_owned(),
        ..flag
    };
    assert!(
        desk.target_flag_add(&reversed).is_err(),
        "no period ends before it begins"
    );
}

#[test]
fn the_blacklist_is_told_with_its_period_and_what_it_rests_on_and_what_ends_soon_is_found() {
    let office = Office::sample();
    let clock = TestClock::default();
    clock.show("2026-11-20T09:41:00+08:00");
    let desk = office.desk_at(&clock);
    sample(&desk);
    let flag = |target, flag: &str, until: &str| {
        let add = TargetFlagAdd {
            target,
            flag: flag.to_owned(),
            since: "2026-01-10".to_owned(),
            until: until.to_owned(),
            evidence: "安肃县市监罚〔2026〕3 号".to_owned(),
        };
        desk.target_flag_add(&add).unwrap();
    };
    flag(1, "blacklist", "2027-01-09");
    flag(2, "many_complaints", "2027-01-19");
    flag(2, "dishonest", "");
    flag(3, "blacklist", "2027-01-20");
    let asked = |value: &str| {
        let mut request = TargetsRequest {
            limit: 10,
            ..TargetsRequest::default()
        };
        let values = vec![value.to_owned()];
        request.filter.values.insert(TargetFacet::Flag, values);
        desk.targets_view(&request).unwrap()
    };
    let listed = asked("blacklist");
    let told: Vec<_> = listed
        .lines
        .iter()
        .map(|line| (line.id, &line.flagged[0]))
        .collect();
    assert_eq!(
        (told[0].0, told[0].1.until.as_str(), told[0].1.ends_in),
        (1, "2027-01-09", Some(50)),
        "until when, and that this is soon"
    );
    assert_eq!(
        (told[1].0, told[1].1.ends_in),
        (3, None),
        "sixty-one days are not soon"
    );
    assert_eq!(told[0].1.evidence, "安肃县市监罚〔2026〕3 号", "what it rests on");
    let ending: Vec<i64> = asked("ending").lines.iter().map(|line| line.id).collect();
    assert_eq!(ending, [1, 2], "whatever flag it is; its sixtieth day counts");
    let choices = desk.targets_choices().unwrap().facets;
    let flags = choices.iter().find(|one| one.facet == TargetFacet::Flag).unwrap();
    let soon = flags
        .choices
        .iter()
        .find(|choice| choice.value == "ending")
        .unwrap();
    assert_eq!(
        (soon.label.as_str(), soon.count),
        ("60 日内到期", 2),
        "and it can be asked for by name"
    );
}

#[test]
fn visits_made_outside_of_the_program_are_counted_and_can_be_taken_back() {
    let office = Office::sample();
    let clock = TestClock::default();
    clock.show("2026-11-20T09:41:00+08:00");
    let desk = office.desk_at(&clock);
    sample(&desk);
    let visit = |held_on: &str, counted| VisitAdd {
        target: 1,
        held_on: held_on.to_owned(),
        counted,
        task_kind: "special_campaign".to_owned(),
        ..VisitAdd::default()
    };
    desk.visit_add(&visit("2026-03-05", true)).unwrap();
    desk.visit_add(&visit("2025-12-01", true)).unwrap();
    let view = desk.visit_add(&visit("2026-05-01", false)).unwrap();
    assert_eq!(
        view.line.visits_this_year, 1,
        "the one of last year and the one that does not count are left out"
    );
    assert_eq!(
        view.line.visits_twelve_months, 2,
        "twelve months reach back into last year"
    );
    let view = desk
        .visit_withdraw(&VisitWithdraw {
            id: 1,
            reason: "录重了".to_owned(),
        })
        .unwrap();
    assert_eq!(
        view.line.visits_this_year, 0,
        "what was taken back counts no more"
    );
    assert_eq!(view.visits.len(), 3, "and can still be seen");
    assert!(
        desk.visit_add(&visit("2026-13-01", true)).is_err(),
        "there is no thirteenth month"
    );
    assert!(
        desk.visit_add(&visit("2026-12-01", true)).is_err(),
        "nor has December come"
    );
}

#[test]
fn a_change_for_many_is_shown_first_and_made_as_one() {
    let office = Office::sample();
    let desk = office.desk();
    sample(&desk);
    let mut bulk = TargetsBulk {
        filter: TargetFilter::default(),
        values: [("supervisor".to_owned(), "城区监管所".to_owned())].into(),
        reason: "科室调整".to_owned(),
        found: None,
    };
    let shown = desk.targets_bulk_check(&bulk).unwrap();
    assert_eq!((shown.found, shown.changed), (4, 4), "all four would differ");
    bulk.found = Some(3);
    assert!(
        matches!(
            reason_of(desk.targets_bulk_save(&bulk).unwrap_err()),
            Reason::Target(TargetFault::BulkMoved {
                expected: 3,
                found: 4
            })
        ),
        "what is changed is what was looked at"
    );
    bulk.found = Some(4);
    desk.targets_bulk_save(&bulk).unwrap();
    let again = desk.targets_bulk_check(&bulk).unwrap();
    assert_eq!(again.changed, 0, "made once, it has nothing left to do");
    bulk.values = [("uscc".to_owned(), "91130609MA0000015B".to_owned())].into();
    assert!(
        desk.targets_bulk_check(&bulk).is_err(),
        "what tells one from another is not changed for many"
    );
}

#[test]
fn a_row_that_was_edited_behind_the_program_shows_when_the_trail_is_verified() {
    let office = Office::sample();
    {
        let desk = office.desk();
        sample(&desk);
        assert!(
            desk.trail_verify(&mut |_, _| true).unwrap().valid,
            "nothing was touched yet"
        );
        desk.leave();
    }
    office.tamper("DROP TRIGGER target_update; UPDATE target SET credit = 'good' WHERE id = 3;");
    let verdict = office.desk().trail_verify(&mut |_, _| true).unwrap();
    assert!(
        !verdict.valid,
        "a better class for one firm must not go unnoticed: {verdict:?}"
    );
}

#[test]
fn a_list_of_what_is_in_force_that_the_targets_do_not_bear_out_shows_too() {
    let office = Office::sample();
    {
        let desk = office.desk();
        sample(&desk);
        desk.leave();
    }
    office.tamper("UPDATE target_current SET uscc = NULL WHERE id = 1;");
    let verdict = office.desk().trail_verify(&mut |_, _| true).unwrap();
    assert!(
        !verdict.valid,
        "a second target could be given the code: {verdict:?}"
    );
}
