//! How a task comes of a line of the plan: by whom, how many beside the line's other tasks, and with which strata it begins.

use sunlot_app::task::TaskSave;

use super::lines::{of_line, planned};

#[test]
fn n_01_a_task_of_a_line_without_strata_is_told_how_to_draw_as_planned() {
    let (_office, desk, plan) = planned(&[]);
    let bare = TaskSave {
        strata: Vec::new(),
        ..of_line(&plan)
    };
    let checked = desk.task_check(&bare).unwrap();
    assert!(
        checked.problems[0].hint.contains("--pattern plan"),
        "the line itself says how many: {:?}",
        checked.problems
    );
    let alone = TaskSave {
        plan: None,
        line: None,
        ..bare
    };
    let checked = desk.task_check(&alone).unwrap();
    assert!(
        !checked.problems[0].hint.contains("--pattern plan"),
        "where there is no plan, it says nothing: {:?}",
        checked.problems
    );
}
