//! What is said beside a list: in one tone wherever one looks, with the numbers and the days that a clerk needs to go on.

use sunlot_app::inspector::ConflictAdd;
use sunlot_app::plan::PlanView;
use sunlot_app::rules::RulesSave;
use sunlot_app::target::TargetSave;
use sunlot_app::task::{PoolView, TargetExplained, TaskSave, TaskTarget};
use sunlot_app::{Desk, ProblemView};

use super::{approve, approved, everybody, id, item, people, request, saved, target, values, visited};
use crate::items;
use crate::plans;
use crate::support::{Office, said};

fn with_targets(desk: &Desk, count: usize) {
    for at in 0..count {
        target(desk, &format!("徐水第{at}粮站"), &[]);
    }
}

/// The remark of this name.
fn remark<'p>(pool: &'p PoolView, name: &str) -> &'p str {
    let found = pool.remarks.iter().find(|told| told.value == name);
    found.map_or("", |told| told.label.as_str())
}

fn problem<'p>(problems: &'p [ProblemView], code: &str) -> &'p ProblemView {
    let found = problems.iter().find(|problem| problem.code == code);
    found.unwrap_or_else(|| panic!("{code} is among {problems:?}"))
}

#[test]
fn a_02_a_list_that_may_come_out_short_can_be_sealed_and_says_so_everywhere() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    with_targets(&desk, 4);
    people(&desk, &["李娜", "王建国", "张伟"]);
    for inspector in 1..=2 {
        desk.conflict_add(&ConflictAdd {
            inspector,
            target: 1,
            relation: "kinship".to_owned(),
            told_by: "本人".to_owned(),
            ..ConflictAdd::default()
        })
        .unwrap();
    }
    let view = saved(&desk, &request(item));
    let crews = desk.task_crews(&id(&view)).unwrap();
    assert_eq!(
        crews.verdict.value, "short",
        "two of four are drawn, and the first of them nobody could visit"
    );
    let pool = desk.task_pool(&id(&view)).unwrap();
    assert!(
        pool.obstacles.is_empty(),
        "it may be sealed: {:?}",
        pool.obstacles
    );
    let told = remark(&pool, "crews_may_be_short");
    assert!(
        told.starts_with(&crews.sentences[0]) && told.contains("不妨碍封存"),
        "the pool says what the crews say: {told} / {:?}",
        crews.sentences
    );
    let approved = approve(&desk, &view).unwrap();
    assert!(
        approved.notes.iter().any(|note| note.label == told),
        "and whoever approves it is told: {:?}",
        approved.notes
    );
}

/// An office with twenty targets, five of them gone, and a plan of 20% of the twenty: four.
fn planned() -> (Office, Desk, PlanView) {
    let (office, desk) = plans::office();
    items::ratified(&desk, "2026-11-11");
    for at in 0..18 {
        let status = if at < 5 { "deregistered" } else { "active" };
        target(&desk, &format!("徐水第{at}粮站"), &[("status", status)]);
    }
    people(&desk, &["李娜", "王建国", "张伟"]);
    let line = plans::line(&[("base", "18"), ("ratio", "20%"), ("number", "4")]);
    let plan = plans::approved(&desk, &plans::draw_up(&desk, vec![line]));
    (office, desk, plan)
}

fn of_line(plan: &PlanView, share: &str) -> TaskSave {
    let mut task = TaskSave {
        plan: Some(plan.head.id),
        line: Some(1),
        strata: vec![everybody("rate", share)],
        ..request(1)
    };
    task.values
        .extend(values(&[("from", "2027-03-01"), ("to", "2027-03-19")]));
    task
}

#[test]
fn n_01_a_number_that_is_not_the_plans_says_of_how_many_it_is() {
    let (_office, desk, plan) = planned();
    let view = saved(&desk, &of_line(&plan, "20%"));
    let pool = desk.task_pool(&id(&view)).unwrap();
    let both = "计划按 18 户算；范围内现在存续 13 户，按比例合 2.6 户";
    assert_eq!(pool.quota, 3, "20% of thirteen");
    let told = remark(&pool, "recounted");
    assert!(
        told.contains("抽查数量 4 户") && told.contains(both) && told.contains("这次抽 3 户"),
        "four were planned, three are drawn, and that is no fault: {told}"
    );
    let few = saved(&desk, &of_line(&plan, "10%"));
    let pool = desk.task_pool(&id(&few)).unwrap();
    let told = remark(&pool, "fewer_than_planned");
    assert!(
        told.contains(both) && told.contains("至少 2 户"),
        "the same where too few are drawn: {told}"
    );
    let many = saved(&desk, &of_line(&plan, "50%"));
    let pool = desk.task_pool(&id(&many)).unwrap();
    let told = &problem(&pool.obstacles, "not_as_planned").message;
    assert!(
        told.contains(both) && told.contains("至多 4 户"),
        "and where too many are: {told}"
    );
}

#[test]
fn r_02_a_plan_calls_the_state_of_its_task_as_the_task_does() {
    let (_office, desk, plan) = planned();
    let one = TaskSave {
        strata: vec![everybody("count", "1")],
        ..of_line(&plan, "")
    };
    approved(&desk, &saved(&desk, &one));
    assert_eq!(
        plans::open(&desk, plan.head.id).lines[0].tasks[0].state.label,
        "已批准",
        "one word for one thing"
    );
}

#[test]
fn n_05_more_of_everybody_is_no_more_of_those_of_risk() {
    let (_office, desk, plan) = planned();
    let mut task = of_line(&plan, "50%");
    task.values.extend(values(&[
        ("beyond", "risk"),
        ("beyond_why", "风险对象多，增加检查"),
    ]));
    let view = saved(&desk, &task);
    let pool = desk.task_pool(&id(&view)).unwrap();
    assert_eq!(
        remark(&pool, "fewer_than_planned"),
        "",
        "seven are no fewer than were planned"
    );
    let told = problem(&pool.obstacles, "not_as_planned");
    assert!(
        told.message.contains("只有风险对象的层可以多抽"),
        "the reason was chosen, and is not what is missing: {}",
        told.message
    );
    assert!(
        told.hint.contains("三类信用") && told.hint.contains("4 户以内") && !told.hint.contains("选明"),
        "what to do, with the number: {}",
        told.hint
    );
}

/// A task whose rules count the twelve months before.
fn rolling(desk: &Desk) -> TaskSave {
    let rules = desk
        .rules_save(&RulesSave {
            name: Some("本局细则".to_owned()),
            in_force: Some(true),
            values: values(&[("cap_period", "twelve_months"), ("annual_cap", "2")]),
            basis: Some("徐粮〔2026〕2号".to_owned()),
            reason: "建立细则".to_owned(),
            ..RulesSave::default()
        })
        .unwrap();
    TaskSave {
        rules: Some(rules.line.id),
        ..request(item(desk))
    }
}

fn explained(desk: &Desk, task: i64, target: i64) -> TargetExplained {
    desk.task_explain(&TaskTarget { task, target }).unwrap()
}

#[test]
fn n_03_what_a_year_is_and_when_it_is_over_is_said_as_the_profile_counts() {
    let office = Office::sample();
    let desk = office.desk();
    with_targets(&desk, 2);
    people(&desk, &["李娜", "王建国", "张伟"]);
    for target in 1..=2 {
        visited(&desk, target, &["2026-03-05", "2026-06-08"]);
    }
    let task = rolling(&desk);
    let view = saved(&desk, &task);
    let pool = desk.task_pool(&id(&view)).unwrap();
    assert_eq!(
        pool.excluded[0].label, "此前十二个月检查次数已到上限",
        "no calendar year is meant"
    );
    let told = problem(&pool.obstacles, "all_excluded");
    assert!(
        told.hint.contains("最早从 2027-03-05 起又可以抽") && !told.hint.contains("年度"),
        "a year after the first of the two: {}",
        told.hint
    );
    let sentences = explained(&desk, view.line.id, 1).sentences.join("");
    assert!(
        sentences.contains("此前十二个月（2025-12-02 至 2026-12-01）已检查 2 次")
            && sentences.contains("检查开始日期在 2027-03-05 或以后的，又可以抽"),
        "within which days, and from when on no more: {sentences}"
    );
    desk.target_save(&TargetSave {
        id: Some(2),
        version: Some(1),
        values: values(&[("status", "deregistered")]),
        reason: "注销".to_owned(),
        ..TargetSave::default()
    })
    .unwrap();
    let sentences = explained(&desk, view.line.id, 2).sentences.join("");
    assert!(
        !sentences.contains("又可以抽"),
        "no day is promised to one that is gone for another reason: {sentences}"
    );
    let calendar = saved(&desk, &TaskSave { rules: None, ..task });
    desk.rules_save(&RulesSave {
        id: Some(1),
        version: Some(1),
        values: values(&[("cap_period", "calendar_year"), ("visited_within_days", "220")]),
        reason: "改按自然年".to_owned(),
        ..RulesSave::default()
    })
    .unwrap();
    let sentences = explained(&desk, calendar.line.id, 1).sentences.join("");
    assert!(
        sentences.contains("本自然年（2026-01-01 至 2026-12-01）"),
        "and where a calendar year is meant, it is said: {sentences}"
    );
    assert_eq!(
        sentences.matches("又可以抽").count(),
        1,
        "two reasons end on two days, and one day is told: {sentences}"
    );
    assert!(
        sentences.contains("2027-01-15 或以后的，又可以抽"),
        "the later of the two, 220 days after the last visit: {sentences}"
    );
}

#[test]
fn n_13_many_tasks_that_overlap_are_one_remark_and_a_list_for_whoever_asks() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    with_targets(&desk, 4);
    people(&desk, &["李娜", "王建国", "张伟"]);
    for _ in 0..6 {
        approved(&desk, &saved(&desk, &request(item)));
    }
    let first = sunlot_app::task::TaskId { id: 1 };
    let pool = desk.task_pool(&first).unwrap();
    let overlaps = pool.remarks.iter().filter(|told| told.value == "overlapping");
    assert_eq!(overlaps.count(), 1, "five others are no five remarks");
    let told = remark(&pool, "overlapping");
    assert!(
        told.starts_with("还有 5 项") && told.contains("RW-0004") && !told.contains("RW-0005"),
        "how many, and the first three: {told}"
    );
    assert_eq!(pool.overlapping.len(), 5, "all of them for whoever asks");
    drop(desk);
    let shown = said(&office.run(&["task", "pool", "RW-0001"]).stdout);
    assert!(
        shown.contains("--overlaps") && !shown.contains("RW-0006"),
        "the command line says how to ask: {shown}"
    );
    let all = said(&office.run(&["task", "pool", "RW-0001", "--overlaps"]).stdout);
    assert!(
        all.contains("RW-0006") && all.contains("有 4 户"),
        "and then lists all: {all}"
    );
}
