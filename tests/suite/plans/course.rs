//! The way of a plan: approved, handed in, published, its reports, and back to draft as an amendment only.

use sunlot_app::Reason;
use sunlot_app::plan::{PlanFault, PlanMove, PlanSave, PlanStepName};

use super::{approved, draw_up, line, office, open, problems, step, values};

#[test]
fn n_01_a_plan_is_approved_then_handed_in_then_published() {
    let (_office, desk) = office();
    let draft = draw_up(&desk, vec![line(&[])]);
    let early = step(&draft, PlanStepName::Submit, "2026-11-19", "市局", "收文12号");
    let refused = desk.plan_move(&early).unwrap_err();
    assert!(
        matches!(refused.reason, Reason::Plan(PlanFault::PlanStepOrder { .. })),
        "a draft is not handed in: {refused:?}"
    );
    let approved = approved(&desk, &draft);
    assert_eq!(
        approved.head.state.value, "approved",
        "the head of the office decided"
    );
    let handed = step(&approved, PlanStepName::Submit, "2026-11-19", "市局", "收文12号");
    let handed = desk.plan_move(&handed).unwrap();
    let shown = step(
        &handed,
        PlanStepName::Publish,
        "2026-11-20",
        "门户网站、公示栏",
        "",
    );
    let shown = desk.plan_move(&shown).unwrap();
    assert_eq!(shown.head.state.value, "published", "everybody can read it");
    let steps: Vec<&str> = shown.course.iter().map(|step| step.step.value.as_str()).collect();
    assert_eq!(
        steps,
        ["approve", "submit", "publish"],
        "each step stands in its order"
    );
    assert!(
        shown
            .story
            .iter()
            .any(|moment| moment.sentence.contains("报送市局（收文12号）")),
        "and in the trail with its receipt (N-02)"
    );
}

#[test]
fn every_step_needs_its_papers_and_a_day_that_can_be() {
    let (_office, desk) = office();
    let draft = draw_up(&desk, vec![line(&[])]);
    for (request, wrong, why) in [
        (
            step(&draft, PlanStepName::Approve, "", "", ""),
            &[("who", "required"), ("on", "required")][..],
            "nothing was said; the rules ask who and when, and not every approval has a number",
        ),
        (
            step(&draft, PlanStepName::Approve, "2026-11-01", "局长", "3号"),
            &[("on", "step_back")],
            "before it was drawn up",
        ),
        (
            step(&draft, PlanStepName::Approve, "2026-12-01", "局长", "3号"),
            &[("on", "date_in_future")],
            "nobody has approved what is to come",
        ),
        (
            step(&draft, PlanStepName::Approve, "昨天", "局长", "3号"),
            &[("on", "date_unread")],
            "that is no day, and is told once",
        ),
    ] {
        let refused = desk.plan_move(&request).unwrap_err();
        let found: Vec<(String, &str)> = wrong
            .iter()
            .map(|(field, code)| ((*field).to_owned(), *code))
            .collect();
        assert_eq!(problems(&refused), found, "{why}");
    }
    assert_eq!(open(&desk, draft.head.id).version, 1, "nothing was written");
}

#[test]
fn l_10_an_approved_plan_changes_by_an_amendment_only_and_its_history_stays() {
    let (_office, desk) = office();
    let view = approved(&desk, &draw_up(&desk, vec![line(&[])]));
    let edit = |version: i64| PlanSave {
        id: Some(view.head.id),
        version: Some(version),
        lines: Some(vec![line(&[("number", "6"), ("ratio", "6%")])]),
        reason: "上级新部署".to_owned(),
        ..PlanSave::default()
    };
    let refused = desk.plan_save(&edit(view.version)).unwrap_err();
    assert!(
        matches!(refused.reason, Reason::Plan(PlanFault::PlanFixed { .. })),
        "what was approved stands: {refused:?}"
    );
    let bare = step(&view, PlanStepName::Amend, "2026-11-20", "", "");
    let refused = desk.plan_move(&bare).unwrap_err();
    assert_eq!(
        problems(&refused),
        [("reason".to_owned(), "required"), ("no".to_owned(), "required")],
        "an amendment says why, and by which document"
    );
    let amended = desk
        .plan_move(&PlanMove {
            reason: "上级新部署".to_owned(),
            ..step(&view, PlanStepName::Amend, "2026-11-20", "", "市局〔2026〕9号")
        })
        .unwrap();
    assert!(amended.editable, "it is a draft again");
    let changed = desk.plan_save(&edit(amended.version)).unwrap();
    let steps: Vec<&str> = changed
        .course
        .iter()
        .map(|step| step.step.value.as_str())
        .collect();
    assert_eq!(
        steps,
        ["approve", "amend"],
        "the approval of before stays in its history"
    );
    assert!(
        changed.story[0]
            .changes
            .iter()
            .any(|change| change.after == "粮食收购活动抽查" || change.before == "粮食收购活动抽查"),
        "and the story says what changed: {:?}",
        changed.story[0].changes
    );
    assert_eq!(changed.head.state.value, "draft", "it has to be approved again");
}

#[test]
fn z_12_milestones_are_ticked_while_the_plan_is_carried_out() {
    let (_office, desk) = office();
    let mut request = super::request(vec![line(&[])]);
    request.milestones = Some(vec![sunlot_app::plan::PlanMilestoneSave {
        milestone: None,
        values: values(&[
            ("task", "建立检查对象名录库"),
            ("unit", "法制科"),
            ("words", "2026年10月10日前"),
        ]),
    }]);
    let view = approved(&desk, &desk.plan_save(&request).unwrap());
    assert_eq!(view.milestones[0].due, "2026-10-10", "its words name a day");
    let tick = |more: &[(&str, &str)]| PlanSave {
        id: Some(view.head.id),
        version: Some(view.version),
        milestones: Some(vec![sunlot_app::plan::PlanMilestoneSave {
            milestone: Some(1),
            values: values(more),
        }]),
        reason: "已完成".to_owned(),
        ..PlanSave::default()
    };
    let refused = desk.plan_save(&tick(&[("unit", "办公室")])).unwrap_err();
    assert!(
        matches!(refused.reason, Reason::Plan(PlanFault::PlanFixed { .. })),
        "who does it was approved: {refused:?}"
    );
    let done = desk.plan_save(&tick(&[("done", "2026-11-20")])).unwrap();
    assert_eq!(done.milestones[0].due, "", "it is done, and due no more");
    assert_eq!(done.head.state.value, "approved", "the plan stands as it did");
}

#[test]
fn z_03_a_half_years_report_is_handed_in_once_and_by_the_plan_that_it_is_of() {
    let (_office, desk) = office();
    let view = approved(&desk, &draw_up(&desk, vec![line(&[])]));
    let report = |version: i64, half: &str| PlanMove {
        version,
        half: half.to_owned(),
        ..step(&view, PlanStepName::Report, "2026-11-20", "市局", "收文13号")
    };
    let refused = desk.plan_move(&report(view.version, "h2")).unwrap_err();
    assert_eq!(
        problems(&refused),
        [("half".to_owned(), "report_elsewhere")],
        "the plan is of the first half"
    );
    let told = desk.plan_move(&report(view.version, "h1")).unwrap();
    assert_eq!(
        told.head.state.value, "approved",
        "a report is no step of the plan's own way"
    );
    let refused = desk.plan_move(&report(told.version, "h1")).unwrap_err();
    assert_eq!(
        problems(&refused),
        [("half".to_owned(), "report_twice")],
        "once is enough"
    );
}

#[test]
fn n_02_a_plan_that_was_handed_in_late_says_by_how_much() {
    let (_office, desk) = office();
    let mut request = super::request(vec![line(&[("months", "9月至11月")])]);
    request
        .values
        .extend(values(&[("year", "2026"), ("period", "h2")]));
    let view = approved(&desk, &desk.plan_save(&request).unwrap());
    let handed = step(&view, PlanStepName::Submit, "2026-11-20", "市局", "收文12号");
    let handed = desk.plan_move(&handed).unwrap();
    assert_eq!(handed.course[1].late, 133, "the tenth of July is long gone");
}
