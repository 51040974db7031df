//! What stands in the way of sealing is said alike wherever somebody looks: in the pool, in the task, when it is to be approved, on the
//! command line, and in the checklist of the ceremony.

use sunlot_app::ceremony::{CeremonyId, CeremonyPrepare};
use sunlot_app::inspector::{InspectorId, InspectorMembership};
use sunlot_app::registry::Membership;
use sunlot_app::task::{CrewForm, TaskFault, TaskId, TaskSave};
use sunlot_app::{Desk, ProblemView, Reason};

use super::{announced, approve, everybody, id, item, people, request, saved, target};
use crate::support::{Office, said};

fn codes(problems: &[ProblemView]) -> Vec<&str> {
    problems.iter().map(|problem| problem.code.as_str()).collect()
}

/// What the pool says, and the task says the same.
fn standing(desk: &Desk, task: i64) -> Vec<String> {
    let pool = desk.task_pool(&TaskId { id: task }).unwrap().obstacles;
    let view = desk.task_open(&TaskId { id: task }).unwrap();
    assert_eq!(view.obstacles, pool, "the task says what its pool says");
    codes(&pool).into_iter().map(str::to_owned).collect()
}

fn suspend(desk: &Desk, inspector: i64) {
    let version = desk
        .inspector_open(&InspectorId { id: inspector })
        .unwrap()
        .version;
    desk.inspector_membership(&InspectorMembership {
        id: inspector,
        version,
        membership: Membership::Suspended,
        reason: "借调省局".to_owned(),
    })
    .unwrap();
}

fn with_targets(count: usize) -> Office {
    let office = Office::sample();
    let desk = office.desk();
    for at in 0..count {
        target(&desk, &format!("徐水第{at}粮站"), &[]);
    }
    office
}

#[test]
fn a_01_a_task_that_nobody_could_inspect_gets_no_number() {
    let office = with_targets(4);
    let desk = office.desk();
    let item = item(&desk);
    people(&desk, &["李娜"]);
    let view = saved(&desk, &request(item));
    assert_eq!(
        standing(&desk, view.line.id),
        ["crew_short"],
        "one person is no crew"
    );
    let refused = approve(&desk, &view).unwrap_err();
    assert!(
        matches!(refused.reason, Reason::Task(TaskFault::PoolNotReady { count: 1 })),
        "and a number is not given to what cannot be sealed: {refused:?}"
    );
    let out = office.run(&["task", "pool", "RW-0001"]);
    let told = said(&out.stdout);
    assert!(
        told.contains("不能封存") && told.contains("每户要 2 人") && !out.status.success(),
        "the command line says it, too: {told}"
    );
    let run = desk.task_crews(&id(&view)).unwrap();
    assert_eq!(
        run.demand.iter().map(|demand| demand.short).sum::<u32>(),
        2,
        "two targets, and one place of each stays empty"
    );
    let later = saved(
        &desk,
        &TaskSave {
            crew: CrewForm {
                later: true,
                ..CrewForm::default()
            },
            ..request(item)
        },
    );
    assert_eq!(
        standing(&desk, later.line.id),
        [""; 0],
        "where crews are drawn later their people are asked for later"
    );
}

#[test]
fn c_01_a_department_of_which_nobody_can_go_keeps_a_joint_list_open() {
    let office = with_targets(4);
    let desk = office.desk();
    let item = item(&desk);
    people(&desk, &["李娜", "王建国", "张伟"]);
    let view = saved(
        &desk,
        &TaskSave {
            crew: CrewForm {
                joint: true,
                lead: "执法一科".to_owned(),
                partners: vec!["执法二科".to_owned()],
                by: "department".to_owned(),
                ..CrewForm::default()
            },
            ..request(item)
        },
    );
    assert_eq!(
        standing(&desk, view.line.id),
        ["dept_unmanned"],
        "the partner has nobody"
    );
    let pool = desk.task_pool(&id(&view)).unwrap();
    assert!(
        pool.obstacles[0].message.contains("执法二科没有一个可以派的"),
        "it is named: {:?}",
        pool.obstacles
    );
}

#[test]
fn a_list_that_changed_after_its_announcement_is_said_wherever_one_looks() {
    let office = with_targets(4);
    let desk = office.desk();
    let item = item(&desk);
    people(&desk, &["李娜", "王建国", "张伟"]);
    let view = saved(&desk, &request(item));
    approve(&desk, &view).unwrap();
    announced(&desk, view.line.id, "2026-11-27", "");
    assert_eq!(standing(&desk, view.line.id), [""; 0], "it is as announced");
    target(&desk, "徐水新办粮站", &[]);
    assert_eq!(
        standing(&desk, view.line.id),
        ["notice_differs"],
        "one more target is another list"
    );
    announced(&desk, view.line.id, "2026-11-27", "新办一户");
    assert_eq!(
        standing(&desk, view.line.id),
        [""; 0],
        "the task itself is in order: a new announcement mends it"
    );
}

#[test]
fn the_checklist_of_the_ceremony_says_what_the_pool_says() {
    let office = with_targets(4);
    let desk = office.desk();
    let item = item(&desk);
    people(&desk, &["李娜", "王建国", "张伟"]);
    let view = saved(&desk, &request(item));
    approve(&desk, &view).unwrap();
    let ceremony = desk
        .ceremony_prepare(&CeremonyPrepare {
            task: view.line.id,
            rehearsal: true,
            basis: None,
        })
        .unwrap();
    for inspector in 2..=3 {
        suspend(&desk, inspector);
    }
    let checklist = desk
        .ceremony_checklist(&CeremonyId { id: ceremony.line.id })
        .unwrap();
    assert_eq!(
        codes(&checklist.problems),
        ["crew_short"],
        "two were suspended since the approval"
    );
    assert_eq!(
        standing(&desk, view.line.id),
        ["crew_short"],
        "in the same words as the pool"
    );
    let crews = checklist.lines.iter().find(|line| line.name == "crew").unwrap();
    assert_eq!(crews.state, "bad", "and its line is red: {}", crews.told);
}

#[test]
fn n_03_a_pool_in_which_all_have_been_visited_often_enough_says_so() {
    let office = with_targets(2);
    let desk = office.desk();
    let item = item(&desk);
    people(&desk, &["李娜", "王建国", "张伟"]);
    for target in 1..=2 {
        super::visited(&desk, target, &["2026-03-05", "2026-06-08"]);
    }
    let view = saved(
        &desk,
        &TaskSave {
            strata: vec![everybody("count", "1")],
            ..request(item)
        },
    );
    let pool = desk.task_pool(&id(&view)).unwrap();
    assert_eq!(codes(&pool.obstacles), ["all_excluded"], "nobody is left");
    assert!(
        pool.obstacles[0].message.contains("本年度检查次数已到上限 2 户"),
        "for the cap, and for how many: {}",
        pool.obstacles[0].message
    );
    assert_eq!(pool.strata[0].chance, "没有候选", "a chance of nobody is no dash");
}
