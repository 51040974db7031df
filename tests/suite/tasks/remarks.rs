//! What is said beside a list: in one tone wherever one looks, with the numbers and the days that a clerk needs to go on.

use sunlot_app::inspector::ConflictAdd;
use sunlot_app::plan::PlanView;
use sunlot_app::rules::RulesSave;
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
