//! What a line of the plan binds its task to, and what the scope, the list and the office's own people allow beside it.

use sunlot_app::Desk;
use sunlot_app::inspector::InspectorSave;
use sunlot_app::plan::{PlanMove, PlanStepName, PlanView};
use sunlot_app::registry::Membership;
use sunlot_app::target::{TargetId, TargetMembership};
use sunlot_app::task::{PoolView, RecusalAsk, StratumForm, TaskBorrow, TaskSave};

use super::{approve, approved, clause, everybody, id, item, people, request, saved, target, values};
use crate::items;
use crate::plans;
use crate::support::Office;

/// An office whose plan has one line of 5% from March to June, and twenty targets.
pub(super) fn planned(line: &[(&str, &str)]) -> (Office, Desk, PlanView) {
    let (office, desk) = plans::office();
    items::ratified(&desk, "2026-11-11");
    for at in 0..20 {
        let credit = if at < 2 { "poor" } else { "good" };
        target(&desk, &format!("徐水第{at}粮站"), &[("credit", credit)]);
    }
    people(&desk, &["李娜", "王建国", "张伟"]);
    let mut said = vec![("base", "20"), ("number", "")];
    said.extend(line);
    let plan = plans::approved(&desk, &plans::draw_up(&desk, vec![plans::line(&said)]));
    (office, desk, plan)
}

/// A task of that line that draws 5%.
pub(super) fn of_line(plan: &PlanView) -> TaskSave {
    let mut task = TaskSave {
        plan: Some(plan.head.id),
        line: Some(1),
        strata: vec![everybody("rate", "5%")],
        ..request(1)
    };
    task.values
        .extend(values(&[("from", "2027-03-01"), ("to", "2027-03-19")]));
    task
}

/// The problems of checking: place and sentence.
pub(super) fn found(desk: &Desk, task: &TaskSave) -> Vec<String> {
    let checked = desk.task_check(task).unwrap();
    checked
        .problems
        .into_iter()
        .map(|problem| problem.message)
        .collect()
}

pub(super) fn remarks(pool: &PoolView) -> Vec<&str> {
    pool.remarks.iter().map(|told| told.value.as_str()).collect()
}

#[test]
fn n_09_items_days_and_mode_of_a_task_are_those_of_its_line() {
    let (_office, desk, plan) = planned(&[]);
    assert!(found(&desk, &of_line(&plan)).is_empty(), "as it was planned");
    let other = items::add(&desk, "粮食储存检查").line.id;
    let foreign = TaskSave {
        items: vec![1, other],
        ..of_line(&plan)
    };
    assert!(
        found(&desk, &foreign)[0].contains("不是计划这一行的事项"),
        "an item that the line does not have"
    );
    let mut early = of_line(&plan);
    early.values.extend(values(&[("from", "2027-02-20")]));
    assert!(
        found(&desk, &early)[0].contains("2027-03-01 至 2027-06-30"),
        "N-11: the line is of March to June"
    );
    assert!(desk.task_save(&early).is_err(), "so it is not saved");
    let picked = TaskSave {
        scope: vec![clause("township", &["安肃镇"])],
        ..of_line(&plan)
    };
    assert!(
        found(&desk, &picked)[0].contains("不定向抽取"),
        "the plan draws from everybody"
    );
    let supervised = TaskSave {
        scope: vec![clause("kind", &["enterprise"])],
        ..of_line(&plan)
    };
    assert!(
        found(&desk, &supervised).is_empty(),
        "what is supervised is the line's own scope, told in words"
    );
}

#[test]
fn n_09_a_line_under_a_condition_is_not_drawn_from_everybody() {
    let line = [("draw_scope", "targeted"), ("condition", "信用不良的企业")];
    let (_office, desk, plan) = planned(&line);
    assert!(
        found(&desk, &of_line(&plan))[0].contains("信用不良的企业"),
        "the condition is named, and has to stand in the task"
    );
    let picked = TaskSave {
        scope: vec![clause("credit", &["poor"])],
        ..of_line(&plan)
    };
    assert!(found(&desk, &picked).is_empty(), "then it does");
}

#[test]
fn n_09_more_than_the_line_says_is_neither_approved_nor_sealed() {
    let (_office, desk, plan) = planned(&[]);
    let more = TaskSave {
        strata: vec![everybody("count", "2")],
        ..of_line(&plan)
    };
    let view = saved(&desk, &more);
    let refused = approve(&desk, &view).unwrap_err();
    assert_eq!(
        plans::problems(&refused),
        [("strata".to_owned(), "not_as_planned")],
        "two of twenty are not 5%"
    );
    let pool = desk.task_pool(&id(&view)).unwrap();
    assert!(
        pool.obstacles
            .iter()
            .any(|found| found.message.contains("计划这一行写的是抽查比例 5%，至多 1 户")),
        "and the pool says so: {:?}",
        pool.obstacles
    );
    approve(&desk, &saved(&desk, &of_line(&plan))).unwrap();
}

#[test]
fn n_05_and_n_06_what_differs_by_law_is_written_down_with_its_reason() {
    let (_office, desk, plan) = planned(&[]);
    let poor = StratumForm {
        label: "甲类".to_owned(),
        clauses: vec![clause("credit", &["poor"])],
        ..everybody("all", "")
    };
    let rest = StratumForm {
        label: "乙类".to_owned(),
        ..everybody("rate", "5%")
    };
    let mut risk = TaskSave {
        strata: vec![poor, rest],
        ..of_line(&plan)
    };
    assert!(
        approve(&desk, &saved(&desk, &risk)).is_err(),
        "without a reason three of twenty are too many"
    );
    risk.values.extend(values(&[("beyond", "risk")]));
    assert!(
        found(&desk, &risk)[0].contains("与计划不同的说明"),
        "a reason is said in words, too"
    );
    risk.values
        .extend(values(&[("beyond_why", "信用不良的增加检查")]));
    let view = saved(&desk, &risk);
    let pool = desk.task_pool(&id(&view)).unwrap();
    assert!(
        remarks(&pool).contains(&"beyond"),
        "it stands beside the list: {:?}",
        remarks(&pool)
    );
    assert!(
        pool.obstacles.is_empty(),
        "N-05: of those of risk more are drawn, by the line and by the list: {:?}",
        pool.obstacles
    );
    approve(&desk, &view).unwrap();
    let mut ordered = TaskSave {
        strata: vec![everybody("count", "4")],
        ..of_line(&plan)
    };
    ordered.values.extend(values(&[
        ("beyond", "superior"),
        ("beyond_why", "省局要求一季度完成"),
        ("from", "2027-02-01"),
    ]));
    assert!(
        found(&desk, &ordered)[0].contains("上级部署的文号"),
        "N-06: what was ordered has a number"
    );
    ordered.values.extend(values(&[("superior", "冀粮〔2026〕30号")]));
    approve(&desk, &saved(&desk, &ordered)).unwrap();
}

#[test]
fn l_10_a_line_of_a_plan_that_is_a_draft_again_carries_no_approval() {
    let (_office, desk, plan) = planned(&[]);
    let view = saved(&desk, &of_line(&plan));
    let amend = PlanMove {
        reason: "调整安排".to_owned(),
        ..plans::step(&plan, PlanStepName::Amend, "2026-11-20", "", "清应急〔2026〕9号")
    };
    let plan = desk.plan_move(&amend).unwrap();
    let refused = approve(&desk, &view).unwrap_err();
    assert_eq!(
        plans::problems(&refused),
        [("plan".to_owned(), "not_as_planned")],
        "nothing is drawn by a draft"
    );
    let again = plans::step(
        &plan,
        PlanStepName::Approve,
        "2026-11-20",
        "局长办公会",
        "清应急〔2026〕10号",
    );
    desk.plan_move(&again).unwrap();
    approve(&desk, &view).unwrap();
}

#[test]
fn n_09_both_ends_of_what_the_list_says_bind() {
    let office = Office::sample();
    let desk = office.desk();
    let asked = items::request("粮食收购检查");
    let mut said = asked.values.clone();
    said.extend(values(&[("ratio", "5%—10%")]));
    let item = desk
        .item_save(&sunlot_app::item::ItemSave {
            values: said,
            ..asked
        })
        .unwrap()
        .line
        .id;
    people(&desk, &["李娜", "王建国", "张伟"]);
    items::ratified(&desk, "2026-11-11");
    for at in 0..40 {
        target(&desk, &format!("徐水第{at}粮站"), &[]);
    }
    for (count, right, why) in [
        ("1", false, "below 5% of forty"),
        ("2", true, "just 5%"),
        ("4", true, "just 10%"),
        (
            "5",
            false,
            "above 10%: whoever decides the ratio decides it in the list",
        ),
    ] {
        let view = saved(
            &desk,
            &TaskSave {
                strata: vec![everybody("count", count)],
                ..request(item)
            },
        );
        let pool = desk.task_pool(&id(&view)).unwrap();
        assert_eq!(pool.obstacles.is_empty(), right, "{why}: {:?}", pool.obstacles);
    }
    for (share, figure, why) in [
        (
            "3%",
            "请把比例提高到 3.75%",
            "1.5 of forty is rounded to the two that are asked for",
        ),
        ("20%", "请把比例降到 11.24%", "4.49 is still the four that may be"),
    ] {
        let view = saved(
            &desk,
            &TaskSave {
                strata: vec![everybody("rate", share)],
                ..request(item)
            },
        );
        let pool = desk.task_pool(&id(&view)).unwrap();
        assert!(
            pool.obstacles.iter().any(|told| told.hint.contains(figure)),
            "{why}: {:?}",
            pool.obstacles
        );
    }
    let choices = desk.task_choices().unwrap();
    let whole = choices
        .patterns_of(&[item])
        .iter()
        .find(|pattern| pattern.name == "whole");
    assert_eq!(
        whole.map(|whole| whole.strata[0].share.as_str()),
        Some("5%"),
        "what is ready to be taken over is within it"
    );
}

#[test]
fn d_08_a_scope_that_nobody_wrote_down_is_told_and_never_wider_than_the_plan() {
    let (_office, desk, plan) = planned(&[("base", "12")]);
    let view = saved(&desk, &of_line(&plan));
    let pool = desk.task_pool(&id(&view)).unwrap();
    assert!(
        remarks(&pool).contains(&"scope_open"),
        "neither items nor task say who is in scope: {:?}",
        remarks(&pool)
    );
    assert!(
        pool.obstacles.iter().any(|found| found
            .message
            .contains("计划这一行的范围是“全县粮食收购企业”12 户，现在范围内有 20 户")),
        "and it is wider than was planned: {:?}",
        pool.obstacles
    );
    assert!(
        !pool
            .remarks
            .iter()
            .chain(&view.notes)
            .any(|told| told.value == "fewer_than_planned")
            && pool.obstacles.iter().all(|told| told.code != "outside_bounds"),
        "nobody is told to draw more of those who are not to be drawn from: {:?}",
        pool.obstacles
    );
    assert!(
        view.notes.iter().any(|told| told
            .label
            .contains("计划这一行的范围是文字“全县粮食收购企业”，基数 12 户")),
        "and whoever saves it is told at once what the line says: {:?}",
        view.notes
    );
    let narrow = TaskSave {
        scope: vec![clause("kind", &["enterprise"])],
        ..of_line(&plan)
    };
    let pool = desk.task_pool(&id(&saved(&desk, &narrow))).unwrap();
    assert!(
        pool.obstacles.is_empty() && remarks(&pool).contains(&"wider_than_planned"),
        "where the scope is written down a registry that has grown is only told: {:?}",
        pool.obstacles
    );
}

#[test]
fn a_03_people_of_other_offices_only_inspect_together_or_on_loan() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    target(&desk, "徐水甲粮站", &[]);
    target(&desk, "徐水乙粮站", &[]);
    let own = desk.office_profile().unwrap().profile.name;
    for (at, (name, unit)) in [
        ("李娜", own.as_str()),
        ("王建国", own.as_str()),
        ("张伟", "徐水区市场监督管理局"),
        ("赵敏", "徐水区市场监督管理局"),
    ]
    .into_iter()
    .enumerate()
    {
        desk.inspector_save(&InspectorSave {
            values: values(&[
                ("name", name),
                ("unit", unit),
                ("cert_no", &format!("1306090100{at}")),
                ("cert_valid_to", "2029-12-31"),
                ("status", "active"),
            ]),
            reason: "首次登记".to_owned(),
            ..InspectorSave::default()
        })
        .unwrap();
    }
    let view = saved(&desk, &request(item));
    let out = || {
        let crews = desk.task_crews(&id(&view)).unwrap();
        let told = crews.left_out.into_iter();
        told.map(|out| (out.name, out.reasons.join("、")))
            .collect::<Vec<_>>()
    };
    let names: Vec<String> = out().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["张伟", "赵敏"], "the other office does not take part");
    assert!(out()[0].1.contains("其他单位"), "and why is said: {:?}", out());
    desk.task_borrow(&TaskBorrow {
        task: view.line.id,
        inspector: Some(3),
        values: values(&[
            ("office", "徐水区市场监督管理局"),
            ("document_no", "徐市监函〔2026〕8号"),
            ("document_on", "2026-11-18"),
            ("since", "2026-12-01"),
            ("until", "2026-12-31"),
        ]),
    })
    .unwrap();
    let names: Vec<String> = out().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["赵敏"], "whoever is lent with a document is drawn");
}

#[test]
fn n_13_tasks_that_are_not_drawn_yet_are_told_of_each_other() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    for at in 0..4 {
        target(&desk, &format!("徐水第{at}粮站"), &[]);
    }
    let first = saved(&desk, &request(item));
    let mut later = request(item);
    later
        .values
        .extend(values(&[("from", "2026-12-18"), ("to", "2026-12-30")]));
    let other = saved(&desk, &later);
    let pool = desk.task_pool(&id(&first)).unwrap();
    let told = pool.remarks.iter().find(|told| told.value == "overlapping");
    assert!(
        told.is_some_and(|told| told.label.contains("RW-0002") && told.label.contains("有 4 户")),
        "C-01: one day and four targets in common: {:?}",
        pool.remarks
    );
    let mut apart = TaskSave {
        id: Some(other.line.id),
        ..later
    };
    apart.values.extend(values(&[("from", "2026-12-19")]));
    saved(&desk, &apart);
    let pool = desk.task_pool(&id(&first)).unwrap();
    assert!(
        !remarks(&pool).contains(&"overlapping"),
        "no day in common: {:?}",
        remarks(&pool)
    );
}

#[test]
fn a_06_a_request_about_a_target_that_is_suspended_is_kept_and_told() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    let first = target(&desk, "徐水甲粮站", &[]);
    target(&desk, "徐水乙粮站", &[]);
    people(&desk, &["李娜", "王建国"]);
    let view = approved(&desk, &saved(&desk, &request(item)));
    let version = desk.target_open(&TargetId { id: first }).unwrap().version;
    desk.target_membership(&TargetMembership {
        id: first,
        version,
        membership: Membership::Suspended,
        reason: "停业整顿".to_owned(),
    })
    .unwrap();
    let asked = desk
        .recusal_ask(&RecusalAsk {
            task: view.line.id,
            target: first,
            inspector: Some(1),
            loan: None,
            asked_by: "party".to_owned(),
            asked_on: "2026-11-19".to_owned(),
            reason: "亲属".to_owned(),
        })
        .unwrap();
    assert_eq!(asked.requests.len(), 1, "the request stands");
    assert!(
        asked.notes[0].label.contains("名录里已暂停"),
        "and comes to nothing as things stand: {:?}",
        asked.notes
    );
}
