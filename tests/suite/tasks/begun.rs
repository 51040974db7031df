//! How a task comes of a line of the plan: by whom, how many beside the line's other tasks, and with which strata it begins.

use sunlot_app::task::TaskSave;

use super::lines::{found, of_line, planned, remarks};
use super::{id, item, request, saved, target, values};
use crate::support::Office;

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

#[test]
fn n_06_what_was_ordered_has_a_number_where_there_is_no_plan_too() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    target(&desk, "徐水甲粮站", &[]);
    let mut ordered = request(item);
    ordered
        .values
        .extend(values(&[("beyond", "superior"), ("beyond_why", "省局专项")]));
    assert!(
        found(&desk, &ordered)[0].contains("上级部署的文号"),
        "an order without its number is nobody's order: {:?}",
        found(&desk, &ordered)
    );
    ordered.values.extend(values(&[("superior", "冀粮〔2026〕30号")]));
    let pool = desk.task_pool(&id(&saved(&desk, &ordered))).unwrap();
    let told = pool.remarks.iter().find(|told| told.value == "beyond");
    assert!(
        told.is_some_and(|told| told.label.starts_with("上级部署")),
        "and with it the order stands beside the list: {:?}",
        pool.remarks
    );
}
