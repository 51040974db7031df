//! An office that has something to plan with: fifty targets, an item in a list in force, rules, a plan and a task.

use std::path::Path;

use super::{at_desk, run};

/// Forms that are read from the desk.
pub(super) const FORMS: [(&str, &str); 3] = [
    ("points.json", r#"[{"content": "是否备案"}]"#),
    (
        "plan.json",
        r#"{"values": {"title": "抽查计划", "year": "2026", "period": "annual", "drawn_up": "2026-11-18"},
            "lines": [{"values": {"name": "粮食收购活动抽查", "items": "SX-000001", "scope": "全县粮食收购企业", "base": "50",
            "ratio": "5%", "frequency": "每年1次", "months": "12月", "unit": "流通科", "person": "李娜", "modes": "onsite"}}]}"#,
    ),
    (
        "task.json",
        r#"{"values": {"title": "粮食收购检查第一批", "kind": "double_random", "basis": "徐粮〔2026〕12号", "from": "2099-12-01",
            "to": "2099-12-18"}, "items": [1], "scope": [], "strata": [{"label": "甲类", "meaning": "", "clauses": [],
            "quota": "rate", "share": "20%", "min": "", "max": "", "count": "", "reserve": "", "items": []}],
            "crew": {"later": true, "joint": false, "lead": "", "partners": [], "size": "", "cap": "", "left_out": []},
            "reason": ""}"#,
    ),
];

/// From an office with a profile to one that plans.
pub(super) fn plan(site: &Path) {
    let (roster, bases, points) = (
        at_desk("roster.csv"),
        at_desk("bases.json"),
        at_desk("points.json"),
    );
    let (plan, task) = (at_desk("plan.json"), at_desk("task.json"));
    let steps: [&[&str]; 9] = [
        &["import", "targets", &roster, "--reason", "首次建库"],
        &[
            "items",
            "set",
            "--value",
            "name=粮食收购检查",
            "--value",
            "ratio=不低于5%",
            "--bases",
            &bases,
            "--points",
            &points,
            "--reason",
            "对照权力清单",
        ],
        &[
            "catalog",
            "submit",
            "--title",
            "抽查事项清单",
            "--on",
            "2026-11-02",
            "--to",
            "徐水区司法局",
            "--reason",
            "首次编制",
        ],
        &[
            "catalog",
            "ratify",
            "2026年第1版",
            "--by",
            "徐水区司法局",
            "--on",
            "2026-11-10",
            "--no",
            "徐司审〔2026〕3号",
            "--effective",
            "2026-11-11",
        ],
        &[
            "rules",
            "set",
            "--name",
            "本局细则",
            "--preset",
            "general",
            "--in-force",
            "--basis",
            "徐粮〔2026〕2号",
            "--reason",
            "建立细则",
        ],
        &["plan", "set", "--from", &plan, "--reason", "编制计划"],
        &["task", "set", "--from", &task, "--reason", "年度安排"],
        &["task", "set", "--from", &task, "--reason", "可以公告的"],
        &["task", "approve", "RW-0002", "--by", "局长", "--on", "2026-11-19"],
    ];
    for words in steps {
        run(site, words);
    }
}

/// The list is announced, and one of its targets does not stand in it any more.
pub(super) fn announce(site: &Path) {
    let announced = [
        "task",
        "announce",
        "RW-0002",
        "--draw-on",
        "2099-12-01",
        "--channels",
        "公示栏",
    ];
    run(site, &announced);
    run(
        site,
        &[
            "targets",
            "place",
            "DX-000007",
            "suspended",
            "--reason",
            "停业整顿",
        ],
    );
}
