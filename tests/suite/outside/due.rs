//! Visits that are due by a draw of another system: the target is left out of a task's pool, goes on one sheet with it, and is in
//! again once somebody was there (N-13, C-01).

use sunlot_app::Desk;
use sunlot_app::outside::{OutsideDrawWithdraw, OutsideTake};
use sunlot_app::task::{PoolRowsRequest, TaskMergedRequest, TaskMergedView, TaskTarget};

use super::{taken, typed, with};
use crate::support::Office;
use crate::tasks::{id, item, request, saved, target, visited};

fn merged(desk: &Desk, task: i64) -> TaskMergedView {
    desk.task_merged(&TaskMergedRequest {
        id: task,
        limit: 50,
        ..TaskMergedRequest::default()
    })
    .unwrap()
}

/// An office with two targets and a task of December.
fn office() -> (Office, Desk, i64) {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    target(&desk, "徐水甲粮站", &[]);
    target(&desk, "徐水乙粮站", &[]);
    let task = saved(&desk, &request(item));
    let task = id(&task).id;
    (office, desk, task)
}

fn size(desk: &Desk, task: i64) -> u32 {
    desk.task_pool(&sunlot_app::task::TaskId { id: task })
        .unwrap()
        .size
}

#[test]
fn n_13_a_target_that_another_draw_has_drawn_is_left_out_and_its_visit_is_one() {
    let (_office, desk, task) = office();
    assert_eq!(size(&desk, task), 2, "nobody is due");
    taken(&desk, &typed(&["徐水甲粮站"]));
    assert_eq!(
        size(&desk, task),
        1,
        "one is visited by the other draw in the same days"
    );
    let rows = desk
        .task_pool_rows(&PoolRowsRequest {
            id: task,
            of: "merged".to_owned(),
            limit: 10,
            ..PoolRowsRequest::default()
        })
        .unwrap();
    assert_eq!(
        rows.rows[0].why,
        "并入另一次检查：外部抽取 WB-0001（市场监管部门随机抽查系统，2026-11-10 抽取，徐市监联〔2026〕4号）已抽中，\
         检查时间 2026-12-01 至 2026-12-31，事项：计量器具检查、安全生产检查",
        "the reason names the draw, its days and its items"
    );
    let told = desk.task_explain(&TaskTarget { task, target: 1 }).unwrap();
    assert!(
        told.sentences
            .iter()
            .any(|sentence| sentence.contains("并作一次检查，这次不再抽")),
        "and so does what explains the target"
    );
    let view = merged(&desk, task);
    assert_eq!((view.merged_total, view.second_total), (1, 0), "one merged visit");
    let visit = &view.merged[0].visits[0];
    assert_eq!(
        visit.period, "2026-12-01 至 2026-12-18",
        "on days that suit both the task and the draw"
    );
    assert_eq!(
        visit.items,
        ["SX-000001 粮食收购检查", "计量器具检查", "安全生产检查"],
        "all items on one sheet"
    );
    assert_eq!(visit.of, ["本任务", "WB-0001"], "what it is made of");
    assert_eq!(view.merged[0].apart, Vec::<String>::new(), "nothing stays apart");
}

#[test]
fn n_13_an_item_that_both_name_stands_once_on_the_sheet() {
    let (_office, desk, task) = office();
    let draw = OutsideTake {
        items: vec![1],
        ..with(typed(&["徐水甲粮站"]), &[("items", "粮食收购检查、计量器具检查")])
    };
    taken(&desk, &draw);
    let view = merged(&desk, task);
    assert_eq!(
        view.merged[0].visits[0].items,
        ["SX-000001 粮食收购检查", "计量器具检查"],
        "by its number or by its name it is the same item"
    );
}

#[test]
fn n_13_two_other_draws_that_no_day_suits_stay_apart_and_say_why() {
    let (_office, desk, task) = office();
    taken(&desk, &with(typed(&["徐水甲粮站"]), &[("to", "2026-12-04")]));
    let later = [
        ("from", "2026-12-10"),
        ("to", "2026-12-15"),
        ("doc_no", "徐消〔2026〕9号"),
    ];
    taken(&desk, &with(typed(&["徐水甲粮站"]), &later));
    let view = merged(&desk, task);
    assert_eq!(view.merged_total, 1, "one target");
    assert_eq!(
        view.merged[0].visits.len(),
        2,
        "two visits: no day suits both draws"
    );
    assert_eq!(
        view.merged[0].apart,
        [
            "本任务和WB-0001虽有共同的日期，但和合在一起的其他检查没有，分开检查。",
            "WB-0002和WB-0001没有共同的检查日期，分开检查；可以商请调整检查时间。",
        ],
        "the task goes with the later one, and why each stays apart from the first is told"
    );
}

#[test]
fn n_13_who_is_due_in_other_days_or_by_a_withdrawn_draw_can_be_drawn() {
    let (_office, desk, task) = office();
    let january = [("from", "2027-01-04"), ("to", "2027-01-29")];
    taken(&desk, &with(typed(&["徐水甲粮站"]), &january));
    assert_eq!(size(&desk, task), 2, "no day suits both");
    let view = taken(&desk, &with(typed(&["徐水乙粮站"]), &[("doc_no", "另一份")]));
    assert_eq!(size(&desk, task), 1, "the other is due in the same days");
    desk.outside_draw_withdraw(&OutsideDrawWithdraw {
        id: view.line.id,
        reason: "名单发错了".to_owned(),
    })
    .unwrap();
    assert_eq!(size(&desk, task), 2, "what is withdrawn makes nobody due");
}

#[test]
fn n_13_who_was_visited_in_the_days_of_the_draw_is_due_no_more() {
    let (_office, desk, task) = office();
    let november = [
        ("drawn_on", "2026-10-20"),
        ("from", "2026-11-01"),
        ("to", "2026-12-31"),
    ];
    taken(&desk, &with(typed(&["徐水甲粮站", "徐水乙粮站"]), &november));
    assert_eq!(size(&desk, task), 0, "both are due");
    visited(&desk, 1, &["2026-11-12"]);
    visited(&desk, 2, &["2026-10-12"]);
    assert_eq!(
        size(&desk, task),
        1,
        "one was visited in the days of the draw; a visit before them was another one"
    );
    let view = merged(&desk, task);
    assert_eq!(
        view.second_total, 1,
        "C-01: a visit to that one would be the second of the year"
    );
    assert_eq!(view.second[0].name, "徐水甲粮站", "it is named");
    assert_eq!(
        view.second[0].earlier,
        ["2026-11-12 检查过"],
        "with the day of the first"
    );
}

#[test]
fn c_01_the_list_of_second_visits_has_as_many_as_the_remark_says() {
    let (_office, desk, task) = office();
    visited(&desk, 1, &["2026-03-05"]);
    visited(&desk, 2, &["2025-03-05"]);
    let earlier = [
        ("drawn_on", "2026-10-20"),
        ("from", "2026-11-01"),
        ("to", "2026-11-28"),
    ];
    taken(&desk, &with(typed(&["徐水乙粮站"]), &earlier));
    let view = merged(&desk, task);
    let told: Vec<(&str, Vec<&str>)> = view
        .second
        .iter()
        .map(|second| {
            let earlier = second.earlier.iter().map(String::as_str).collect();
            (second.name.as_str(), earlier)
        })
        .collect();
    assert_eq!(
        told,
        [
            ("徐水甲粮站", vec!["2026-03-05 检查过"]),
            (
                "徐水乙粮站",
                vec![
                    "外部抽取 WB-0001（市场监管部门随机抽查系统，2026-10-20 抽取，徐市监联〔2026〕4号）已抽中，\
                     2026-11-01 至 2026-11-28 待检查"
                ]
            ),
        ],
        "one was visited, the other is due before; a visit of last year is none of this"
    );
    let pool = desk.task_pool(&sunlot_app::task::TaskId { id: task }).unwrap();
    let remark = pool
        .remarks
        .iter()
        .find(|remark| remark.value == "visited_this_year");
    assert!(
        remark.is_some_and(|remark| remark.label.contains("候选里有 2 户")),
        "the remark of the pool counts the same"
    );
    let none = desk
        .task_merged(&TaskMergedRequest {
            id: task,
            second_from: 1,
            limit: 1,
            ..TaskMergedRequest::default()
        })
        .unwrap();
    assert_eq!(
        (none.second.len(), none.second[0].name.as_str(), none.second_total),
        (1, "徐水乙粮站", 2),
        "a part at a time"
    );
}

#[test]
fn n_13_the_manifest_names_the_draw_beside_the_target_it_leaves_out() {
    let (office, desk, task) = office();
    taken(&desk, &typed(&["徐水甲粮站"]));
    let path = office.path().join("outbox").join("名单.json");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    crate::tasks::people(&desk, &["李娜", "王建国", "赵某某"]);
    desk.task_manifest(&sunlot_app::task::TaskManifest {
        id: task,
        path: Some(path.display().to_string()),
        overwrite: false,
    })
    .unwrap();
    let text = std::fs::read_to_string(path).unwrap();
    assert!(
        text.contains("并入另一次检查：外部抽取 WB-0001"),
        "whoever reads the sealed list sees where the target is visited"
    );
}

#[test]
fn the_command_line_lists_merged_and_second_visits() {
    let (office, desk, task) = office();
    taken(&desk, &typed(&["徐水甲粮站"]));
    visited(&desk, 2, &["2026-03-05"]);
    drop(desk);
    let out = office.run(&["task", "merged", &format!("RW-{task:04}")]);
    let said = String::from_utf8_lossy(&out.stdout).into_owned();
    for part in [
        "并入另一次检查 1 户；本自然年第二次检查 1 户",
        "带去的事项：SX-000001 粮食收购检查、计量器具检查、安全生产检查",
        "2026-03-05 检查过",
    ] {
        assert!(said.contains(part), "{part} in: {said}");
    }
}
