//! How a task comes of a line of the plan: by whom, how many beside the line's other tasks, and with which strata it begins.

use sunlot_app::task::{CrewForm, TaskMove, TaskSave};

use super::lines::{found, of_line, planned, remarks};
use super::{approve, everybody, id, item, people, request, saved, target, values};
use crate::items;
use crate::plans;
use crate::support::Office;

#[test]
fn n_09_one_line_is_not_drawn_twice_over_by_tasks_that_are_approved() {
    // Ten of twenty, and the list leaves the upper end open.
    let office = Office::sample();
    let desk = office.desk();
    item(&desk);
    for at in 0..20 {
        target(&desk, &format!("徐水第{at}粮站"), &[]);
    }
    people(&desk, &["李娜", "王建国", "张伟"]);
    let ten = plans::line(&[("base", "20"), ("ratio", ""), ("number", "10")]);
    let plan = plans::approved(&desk, &plans::draw_up(&desk, vec![ten]));
    let six = || TaskSave {
        strata: vec![everybody("count", "6")],
        ..of_line(&plan)
    };
    let first = saved(&desk, &six());
    let second = saved(&desk, &six());
    approve(&desk, &first).unwrap();
    let refused = approve(&desk, &second).unwrap_err();
    assert_eq!(
        plans::problems(&refused),
        [("strata".to_owned(), "not_as_planned")],
        "six and six are more than ten, though nobody is drawn yet"
    );
    let pool = desk.task_pool(&id(&second)).unwrap();
    let told = &pool.obstacles[0];
    assert!(
        told.message
            .contains("RW-0001 粮食收购检查第一批（已批准，要抽 6 户）"),
        "which task takes how many is said: {}",
        told.message
    );
    assert!(
        told.hint.contains("最多还可以抽 4 户"),
        "and what is left: {}",
        told.hint
    );
    let four = TaskSave {
        id: Some(second.line.id),
        strata: vec![everybody("count", "4")],
        ..of_line(&plan)
    };
    approve(&desk, &saved(&desk, &four)).unwrap();
    let pool = desk.task_pool(&id(&first)).unwrap();
    assert!(
        pool.obstacles.is_empty() && !remarks(&pool).contains(&"fewer_than_planned"),
        "six and four are the ten: nothing is too much, and nothing is left over: {:?}",
        pool.obstacles
    );
    desk.task_cancel(&TaskMove {
        id: first.line.id,
        version: desk.task_open(&id(&first)).unwrap().version,
        reason: "不再办理".to_owned(),
        ..TaskMove::default()
    })
    .unwrap();
    let ten = TaskSave {
        id: Some(second.line.id),
        strata: vec![everybody("count", "10")],
        ..of_line(&plan)
    };
    approve(&desk, &saved(&desk, &ten)).unwrap();
}

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

#[test]
fn n_12_a_joint_line_is_inspected_jointly() {
    let (_office, desk, plan) = planned(&[
        ("task_scope", "cross_dept"),
        ("lead_dept", "执法一科"),
        ("partner_depts", "市场监督管理局"),
    ]);
    let alone = of_line(&plan);
    assert!(
        found(&desk, &alone)[0].contains("计划这一行是联合抽查（牵头执法一科，配合市场监督管理局）"),
        "one department alone is not what was planned: {:?}",
        found(&desk, &alone)
    );
    let lines = desk.task_choices().unwrap().lines;
    assert_eq!(
        (lines[0].lead.as_str(), lines[0].partners.as_slice()),
        ("执法一科", &["市场监督管理局".to_owned()][..]),
        "a task begins with those whom the line names"
    );
    let joint = TaskSave {
        crew: CrewForm {
            joint: true,
            lead: lines[0].lead.clone(),
            partners: lines[0].partners.clone(),
            ..alone.crew.clone()
        },
        ..alone.clone()
    };
    assert!(found(&desk, &joint).is_empty(), "and with them it may be saved");
    let mut ordered = alone;
    ordered.values.extend(values(&[
        ("beyond", "superior"),
        ("beyond_why", "省局要求由粮食部门单独检查"),
        ("superior", "冀粮〔2026〕30号"),
    ]));
    assert!(
        found(&desk, &ordered).is_empty(),
        "N-06: what an office above ordered otherwise is carried out as it says"
    );
}

#[test]
fn n_09_what_is_ready_begins_with_the_least_that_the_list_asks_for() {
    let office = Office::sample();
    let desk = office.desk();
    let mut asked = items::request("粮食储存检查");
    asked.values.extend(values(&[("ratio", "不低于10%")]));
    let strict = desk.item_save(&asked).unwrap().line.id;
    let usual = items::add(&desk, "粮食收购检查").line.id;
    items::ratified(&desk, "2026-11-11");
    let choices = desk.task_choices().unwrap();
    let shares = |items: &[i64]| -> Vec<String> {
        let credit = choices.patterns_of(items).iter().find(|one| one.name == "credit");
        credit
            .unwrap()
            .strata
            .iter()
            .map(|one| one.share.clone())
            .collect()
    };
    assert_eq!(
        shares(&[strict]),
        ["20%", "10%", "10%"],
        "no stratum below the least"
    );
    assert_eq!(
        shares(&[usual, strict]),
        ["20%", "10%", "10%"],
        "of several that which asks for most"
    );
    assert_eq!(shares(&[]), ["20%", "5%", "1%"], "nothing is chosen yet");
}

#[test]
fn n_01_who_is_left_out_makes_the_plan_no_smaller() {
    let office = Office::sample();
    let desk = office.desk();
    item(&desk);
    let tenth = plans::line(&[("base", "20"), ("ratio", "10%"), ("number", "")]);
    plans::approved(&desk, &plans::draw_up(&desk, vec![tenth]));
    let choices = desk.task_choices().unwrap();
    let strata = choices.lines[0].pattern.as_ref().unwrap().strata.clone();
    assert_eq!(
        (strata[0].share.as_str(), strata[0].min.as_str()),
        ("10%", "2"),
        "a tenth of the twenty that the plan counted, however many of them may be drawn"
    );
}
