//! A plan on paper, and on the command line.

use std::fs;

use serde_json::json;
use sunlot_app::paper::PaperWay;
use sunlot_app::plan::PlanPaper;

use super::{approved, draw_up, line, office};
use crate::support::{json, said};

#[test]
fn the_table_of_a_plan_is_saved_as_a_paper() {
    let (office, desk) = office();
    let view = approved(&desk, &draw_up(&desk, vec![line(&[])]));
    let file = office.path().join("outbox").join("计划.pdf");
    let made = desk
        .plan_paper(&PlanPaper {
            id: view.head.id,
            way: PaperWay::Save {
                file: Some(file.display().to_string()),
            },
        })
        .unwrap();
    assert_eq!(made.pages, 1, "one line is one page");
    assert_eq!(
        made.remarks,
        Vec::<String>::new(),
        "every character has its shape"
    );
    assert!(fs::read(&file).unwrap().starts_with(b"%PDF"), "it is a paper");
}

#[test]
fn the_command_line_does_the_same() {
    let (office, desk) = office();
    desk.leave();
    let plan = json!({
        "values": {"year": "2027", "period": "h1", "drawn_up": "2026-11-18"},
        "lines": [{"values": super::values(&super::LINE)}],
    });
    let set = office.run_with_input(
        &["--json", "plan", "set", "--from", "-", "--reason", "编制计划"],
        &plan.to_string(),
    );
    assert_eq!(set.status.code(), Some(0), "{}", said(&set.stderr));
    assert_eq!(json(&set)["head"]["number"], "JH-01", "it has its number");
    let edit = office.run(&[
        "plan",
        "set",
        "JH-01",
        "--line",
        "1",
        "--set",
        "number=6",
        "--set",
        "ratio=6%",
        "--reason",
        "调整数量",
    ]);
    assert_eq!(edit.status.code(), Some(0), "{}", said(&edit.stderr));
    let checked = office.run(&["plan", "check", "JH-01", "--line", "1", "--set", "ratio=多一些"]);
    assert_eq!(checked.status.code(), Some(1), "what cannot be saved is refused");
    assert!(
        said(&checked.stdout).contains("不是一个比例"),
        "and told: {}",
        said(&checked.stdout)
    );
    let shown = json(&office.run(&["--json", "plan", "show", "JH-01"]));
    assert_eq!(shown["lines"][0]["values"]["number"], "6", "the line was changed");
    let due = office.run(&["plan", "due"]);
    assert_eq!(due.status.code(), Some(0), "{}", said(&due.stderr));
    let none = office.run(&["plan", "show", "JH-07"]);
    assert_eq!(none.status.code(), Some(2), "there is no such plan");
}
