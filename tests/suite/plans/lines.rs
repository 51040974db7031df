//! Lines of a plan: what must stand there, how many targets they come to, and what the list of items allows.

use sunlot_app::Reason;
use sunlot_app::plan::{PlanFault, PlanLineSave, PlanRemark, PlanSave, PlanStepName};

use super::{LINE, approved, draw_up, line, office, open, problems, request, step, values};
use crate::items::change;

/// The fields of the remarks that are errors.
fn errors(remarks: &[PlanRemark]) -> Vec<&str> {
    let errors = remarks.iter().filter(|remark| remark.severity.value == "error");
    errors.map(|remark| remark.field.as_str()).collect()
}

#[test]
fn n_01_a_line_says_what_it_comes_to_by_the_offices_rounding() {
    let (_office, desk) = office();
    for (base, ratio, expected, why) in [
        ("8654", "1%", Some(87), "86.54 is rounded half up"),
        (
            "18",
            "20%",
            Some(4),
            "3.6 is 4, and by another rule it would be 3",
        ),
        ("18", "0.5%", Some(1), "less than one is one where there are any"),
        ("", "20%", None, "of an unknown base nobody knows"),
    ] {
        let request = request(vec![line(&[("base", base), ("ratio", ratio), ("number", "")])]);
        let checked = desk.plan_check(&request).unwrap();
        assert_eq!(checked.lines[0].planned, expected, "{base} × {ratio}: {why}");
    }
    let other = request(vec![line(&[("base", "18"), ("ratio", "20%"), ("number", "3")])]);
    let checked = desk.plan_check(&other).unwrap();
    let told = &checked.lines[0].remarks;
    assert!(
        told.iter()
            .any(|remark| remark.field == "number" && remark.severity.value == "warning"),
        "cut off, where the office rounds: told, and not refused: {told:?}"
    );
    let wrong = request(vec![line(&[("base", "18"), ("ratio", "20%"), ("number", "9")])]);
    let checked = desk.plan_check(&wrong).unwrap();
    assert!(
        errors(&checked.lines[0].remarks).contains(&"number"),
        "no rounding makes nine of 3.6"
    );
}

#[test]
fn n_09_less_than_the_list_asks_for_is_told_and_not_approved() {
    let office = crate::support::Office::sample();
    let desk = office.desk();
    let mut item = crate::items::request("粮食储存检查");
    item.values.extend(values(&[("ratio", "不低于10%")]));
    desk.item_save(&item).unwrap();
    let view = draw_up(&desk, vec![line(&[("ratio", "5%"), ("number", "")])]);
    let told = view.lines[0].remarks.iter();
    let told: Vec<&PlanRemark> = told.filter(|remark| remark.severity.value == "error").collect();
    assert!(
        told.len() == 1 && told[0].hint.contains("请写不低于10%的比例，按基数是至少 10 户"),
        "it may be saved, and what is to be typed is said: {told:?}"
    );
    let refused = desk
        .plan_move(&step(
            &view,
            PlanStepName::Approve,
            "2026-11-19",
            "局长办公会",
            "",
        ))
        .unwrap_err();
    assert!(
        matches!(refused.reason, Reason::Plan(PlanFault::PlanNotReady { .. })),
        "a plan that no draw could carry out is not approved: {refused:?}"
    );
    let right = line(&[("ratio", "10%"), ("number", "")]);
    approved(&desk, &draw_up(&desk, vec![right]));
}

#[test]
fn n_01_what_cannot_stand_in_a_field_is_told_with_its_place_and_nothing_is_saved() {
    let (_office, desk) = office();
    let wrong = line(&[
        ("base", "约20"),
        ("ratio", "不低于3%"),
        ("months", "适时"),
        ("task_scope", "两家一起"),
        ("colour", "红"),
    ]);
    let refused = desk.plan_save(&request(vec![line(&[]), wrong])).unwrap_err();
    assert!(
        matches!(refused.reason, Reason::Plan(PlanFault::PlanInvalid { count: 5 })),
        "all of them at once: {refused:?}"
    );
    assert_eq!(
        problems(&refused),
        [
            ("lines.1.base".to_owned(), "whole_number_unread"),
            ("lines.1.colour".to_owned(), "field_unknown"),
            ("lines.1.months".to_owned(), "months_unread"),
            ("lines.1.ratio".to_owned(), "share_unread"),
            ("lines.1.task_scope".to_owned(), "choice_unknown"),
        ],
        "each in its line and field"
    );
    assert_eq!(super::all(&desk).plans, [], "nothing was written");
}

#[test]
fn n_01_words_that_people_use_are_taken_for_choices() {
    let (_office, desk) = office();
    let view = draw_up(
        &desk,
        vec![line(&[
            ("items", "粮食收购活动的检查"),
            ("task_scope", "跨部门"),
            ("lead_dept", "应急管理局"),
            ("partner_depts", "市场监管局，消防大队"),
            ("modes", "现场检查"),
            ("months", "二季度"),
        ])],
    );
    let values = &view.lines[0].values;
    assert_eq!(values["items"], "SX-000001", "an item by its name");
    assert_eq!(values["task_scope"], "cross_dept", "a choice by its word");
    assert_eq!(
        values["partner_depts"], "市场监管局、消防大队",
        "departments one by one"
    );
    assert_eq!(values["months"], "4-6", "a quarter is three months (N-11)");
    assert_eq!(view.lines[0].shown["months"], "4月至6月", "and people read it so");
}

#[test]
fn l_01_an_item_that_is_not_of_the_list_or_may_not_be_used_keeps_a_plan_from_approval() {
    let (_office, desk) = office();
    let view = draw_up(&desk, vec![line(&[("items", "SX-000009")])]);
    assert!(
        errors(&view.lines[0].remarks).contains(&"items"),
        "a draft may be saved so, and says what is wrong"
    );
    let refused = desk
        .plan_move(&step(&view, PlanStepName::Approve, "2026-11-19", "局长", "3号"))
        .unwrap_err();
    assert!(
        matches!(refused.reason, Reason::Plan(PlanFault::PlanNotReady { .. })),
        "{refused:?}"
    );
    assert_eq!(
        problems(&refused),
        [("lines.0.items".to_owned(), "line_flawed")],
        "the line and the field"
    );
    let bare = draw_up(&desk, Vec::new());
    let refused = desk
        .plan_move(&step(&bare, PlanStepName::Approve, "2026-11-19", "局长", "3号"))
        .unwrap_err();
    assert_eq!(
        problems(&refused),
        [("lines".to_owned(), "lines_missing")],
        "nothing is planned"
    );
}

#[test]
fn n_09_a_ratio_outside_of_what_was_ordered_above_is_refused_at_the_approval() {
    let (_office, desk) = office();
    change(
        &desk,
        1,
        &[
            ("ratio_authority", "superior"),
            ("ratio_min", "3%"),
            ("ratio_max", "5%"),
        ],
    );
    for (ratio, number, wrong, why) in [
        ("5%", "5", false, "within"),
        ("6%", "6", true, "more than was ordered"),
        ("2%", "2", true, "less than was ordered"),
    ] {
        let request = request(vec![line(&[("ratio", ratio), ("number", number)])]);
        let remarks = &desk.plan_check(&request).unwrap().lines[0].remarks;
        assert_eq!(
            errors(remarks).contains(&"ratio"),
            wrong,
            "{ratio}: {why}: {remarks:?}"
        );
    }
}

#[test]
fn n_12_a_line_across_departments_names_the_leading_one_and_its_partners() {
    let (_office, desk) = office();
    for (more, wrong, why) in [
        (
            &[("task_scope", "cross_dept")][..],
            &["lead_dept", "partner_depts"][..],
            "nobody is named",
        ),
        (
            &[
                ("task_scope", "cross_dept"),
                ("lead_dept", "甲局"),
                ("partner_depts", "甲局"),
            ],
            &["partner_depts"],
            "the leading one is no partner of itself",
        ),
        (
            &[
                ("task_scope", "cross_dept"),
                ("lead_dept", "甲局"),
                ("partner_depts", "乙局"),
            ],
            &[],
            "two departments",
        ),
        (
            &[("partner_depts", "乙局")],
            &["partner_depts"],
            "within one there is no partner",
        ),
    ] {
        let checked = desk.plan_check(&request(vec![line(more)])).unwrap();
        let mut found = errors(&checked.lines[0].remarks);
        found.dedup();
        assert_eq!(found, wrong, "{why}");
    }
}

#[test]
fn n_02_months_of_the_other_half_are_not_this_plans() {
    let (_office, desk) = office();
    let checked = desk
        .plan_check(&request(vec![line(&[("months", "5月至8月")])]))
        .unwrap();
    assert_eq!(
        errors(&checked.lines[0].remarks),
        ["months"],
        "July and August are of another plan"
    );
}

#[test]
fn r_02_unit_is_needed_and_a_person_is_wanted() {
    let (_office, desk) = office();
    let checked = desk
        .plan_check(&request(vec![line(&[("unit", ""), ("person", "")])]))
        .unwrap();
    let remarks = &checked.lines[0].remarks;
    assert_eq!(errors(remarks), ["unit"], "somebody carries it out");
    assert!(
        remarks
            .iter()
            .any(|remark| remark.field == "person" && remark.severity.value == "warning"),
        "Huantai asks for a person, others do not: {remarks:?}"
    );
}

#[test]
fn n_13_lines_for_the_same_targets_in_the_same_months_are_told() {
    let (_office, desk) = office();
    crate::items::add(&desk, "储备粮检查");
    let second = line(&[("items", "SX-000002"), ("months", "6月")]);
    let checked = desk.plan_check(&request(vec![line(&[]), second])).unwrap();
    assert_eq!(
        checked.remarks.len(),
        1,
        "one visit would do for both: {:?}",
        checked.remarks
    );
    let later = line(&[("items", "SX-000002"), ("months", "2月")]);
    let checked = desk.plan_check(&request(vec![line(&[]), later])).unwrap();
    assert_eq!(checked.remarks, [], "no month in common");
}

#[test]
fn a_line_keeps_its_number_when_others_go() {
    let (_office, desk) = office();
    let first = draw_up(
        &desk,
        vec![line(&[]), line(&[("name", "第二")]), line(&[("name", "第三")])],
    );
    let keep = |number: u32| PlanLineSave {
        line: Some(number),
        ..PlanLineSave::default()
    };
    let edit = PlanSave {
        id: Some(first.head.id),
        version: Some(first.version),
        lines: Some(vec![keep(3), line(&[("name", "新的")]), keep(1)]),
        reason: "合并".to_owned(),
        ..PlanSave::default()
    };
    let view = desk.plan_save(&edit).unwrap();
    let numbers: Vec<(u32, &str)> = view
        .lines
        .iter()
        .map(|line| (line.line, line.values["name"].as_str()))
        .collect();
    assert_eq!(
        numbers,
        [(3, "第三"), (4, "新的"), (1, "粮食收购活动抽查")],
        "tasks name lines by their numbers: the second's is never given again"
    );
    let gone = PlanSave {
        version: Some(view.version),
        lines: Some(vec![keep(2)]),
        ..edit
    };
    let refused = desk.plan_save(&gone).unwrap_err();
    assert_eq!(
        problems(&refused),
        [("lines.0".to_owned(), "line_unknown")],
        "it is gone"
    );
}

#[test]
fn a_stale_edit_is_refused_and_an_empty_one_says_so() {
    let (_office, desk) = office();
    let view = draw_up(&desk, vec![line(&[])]);
    let edit = |version: i64, title: &str, reason: &str| PlanSave {
        id: Some(view.head.id),
        version: Some(version),
        values: values(&[("title", title)]),
        reason: reason.to_owned(),
        ..PlanSave::default()
    };
    let second = desk.plan_save(&edit(1, "上半年计划", "改名")).unwrap();
    assert_eq!(second.version, 2, "each save is a version");
    let stale = desk.plan_save(&edit(1, "另一个名字", "改名")).unwrap_err();
    assert!(
        matches!(stale.reason, Reason::Plan(PlanFault::PlanMoved { .. })),
        "somebody saved it meanwhile: {stale:?}"
    );
    let same = desk.plan_save(&edit(2, "上半年计划", "再存一次")).unwrap();
    assert_eq!(same.version, 2, "nothing was different");
    assert_eq!(same.notices[0].value, "unchanged", "and that is said");
    let silent = desk.plan_save(&edit(2, "没有理由", "")).unwrap_err();
    assert_eq!(
        problems(&silent),
        [("reason".to_owned(), "required")],
        "every change has its reason"
    );
}

#[test]
fn year_and_period_are_a_plans_for_good() {
    let (_office, desk) = office();
    let view = draw_up(&desk, vec![line(&[])]);
    let edit = PlanSave {
        id: Some(view.head.id),
        version: Some(view.version),
        values: values(&[("year", "2028")]),
        reason: "改年度".to_owned(),
        ..PlanSave::default()
    };
    let refused = desk.plan_save(&edit).unwrap_err();
    assert_eq!(
        problems(&refused),
        [("year".to_owned(), "period_fixed")],
        "another year is another plan"
    );
}

#[test]
fn n_14_what_was_planned_is_counted_and_nothing_is_invented() {
    let (_office, desk) = office();
    change(&desk, 1, &[("ratio", "1%—5%")]);
    let view = approved(
        &desk,
        &draw_up(
            &desk,
            vec![
                line(&[]),
                line(&[("base", "8654"), ("ratio", "1%"), ("number", "87")]),
            ],
        ),
    );
    let sums = view.head.sums;
    assert_eq!(
        (sums.planned, sums.drawn, sums.visited),
        (92, 0, 0),
        "5 and 87, and no draw yet"
    );
    assert_eq!(sums.rate, Some(0), "nothing of it is done");
    assert_eq!(open(&desk, view.head.id).head, view.head, "the same whoever asks");
    assert_eq!(LINE.len(), 11, "the usual line has these fields");
}

#[test]
fn n_01_less_than_one_target_says_that_one_is_drawn_all_the_same() {
    let (_office, desk) = office();
    let view = draw_up(
        &desk,
        vec![line(&[("base", "5"), ("ratio", "1%"), ("number", "")])],
    );
    assert!(
        view.lines[0]
            .comes_to
            .contains("四舍五入是 0 户，按细则至少抽 1 户"),
        "0.05 is not one by rounding: {}",
        view.lines[0].comes_to
    );
}

#[test]
fn n_02_two_plans_in_force_for_one_half_year_know_of_each_other() {
    let (_office, desk) = office();
    let first = approved(&desk, &draw_up(&desk, vec![line(&[])]));
    let second = draw_up(&desk, vec![line(&[])]);
    assert!(
        second
            .remarks
            .iter()
            .any(|remark| remark.message.contains(&first.head.number)),
        "an office may have two, one with other departments; it is told of the other: {:?}",
        second.remarks
    );
}
