//! The screens of plans, tasks with their pools, and rule profiles.

use sunlot_e2e::{Office, Window};

pub const SCREENS: &[(&str, &str)] = &[
    ("plans-none", "抽查计划，一份也没有"),
    ("plan", "抽查计划，打开一份"),
    ("tasks-none", "抽查任务，一项也没有"),
    ("task", "抽查任务，打开一项"),
    ("task-new", "抽查任务，新登记一项"),
    ("task-scope", "抽查任务，范围与分层"),
    ("task-pool", "抽查任务，对象池"),
    ("task-rows", "抽查任务，对象池的一部分逐户列出"),
    ("task-explain", "抽查任务，说明一户"),
    ("task-crews", "抽查任务，检查组"),
    ("task-fairness", "抽查任务，公平性"),
    ("task-notices", "抽查任务，预公告"),
    ("rules-none", "细则配置，还没有保存过"),
    ("rules", "细则配置，打开一份"),
];

const PLAN: &str = r#"{"values":{"year":"2026","period":"annual","title":"2026年度随机抽查计划","unit":"清源县应急管理局"},"lines":[
{"values":{"name":"烟花爆竹零售点春节前安全检查","items":"SX-000005","scope":"全县烟花爆竹零售点","base":"120","ratio":"20%","number":"24","frequency":"每年1次","months":"1-2","unit":"安全生产科","person":"陈立新","task_scope":"intra_dept","draw_scope":"untargeted"}},
{"values":{"name":"加油站安全检查","items":"SX-000004","scope":"全县加油站","base":"60","ratio":"10%","number":"6","frequency":"每年1次","months":"5-6","unit":"安全生产科","person":"周大勇","task_scope":"intra_dept","draw_scope":"untargeted"}}],
"milestones":[],"reason":"年度安排"}"#;

/// The office that a screen is shown with; none where it is not one of these screens.
pub fn prepared(name: &str) -> Option<Office> {
    if !SCREENS.iter().any(|(known, _)| *known == name) {
        return None;
    }
    if name.ends_with("-none") {
        return Some(Office::sample());
    }
    let office = Office::none();
    let run = |arguments: &[&str]| {
        let done = office.run(arguments);
        assert!(
            done.status.success(),
            "{arguments:?}: {}",
            String::from_utf8_lossy(&done.stderr)
        );
    };
    run(&["demo", &office.path().display().to_string()]);
    run(&["items", "place", "SX-000012", "removed", "--reason", "没有依据"]);
    run(&[
        "catalog",
        "submit",
        "--title",
        "2026年清单",
        "--to",
        "县司法局",
        "--on",
        "2026-01-05",
        "--reason",
        "年度调整",
    ]);
    run(&[
        "catalog",
        "ratify",
        "2026年第1版",
        "--by",
        "县司法局",
        "--on",
        "2026-01-10",
        "--no",
        "清司〔2026〕1号",
        "--effective",
        "2026-01-15",
    ]);
    run(&[
        "rules",
        "set",
        "--preset",
        "xushui",
        "--name",
        "本局细则",
        "--basis",
        "清应急〔2026〕2号",
        "--in-force",
        "--reason",
        "年度修订",
    ]);
    run(&[
        "task",
        "set",
        "--value",
        "title=䶮㛃𠅤自治县烟花爆竹零售点和加油站春节前安全生产条件联合随机抽查（第一批，含节后复产）",
        "--value",
        "kind=double_random",
        "--value",
        "basis=清源县安委会〔2026〕12号",
        "--value",
        "from=2026-12-01",
        "--value",
        "to=2026-12-20",
        "--value",
        "unit=安全生产科",
        "--item",
        "SX-000007",
        "--item",
        "SX-000011",
        "--pattern",
        "risk",
        "--reason",
        "年度安排",
    ]);
    if name == "task-notices" {
        run(&[
            "task",
            "announce",
            "1",
            "--draw-on",
            "2026-12-01",
            "--channels",
            "县政府门户网站",
        ]);
    }
    if name == "plan" {
        let file = office.path().join("plan.json");
        std::fs::write(&file, PLAN).expect("the plan can be written");
        run(&[
            "plan",
            "set",
            "--from",
            &file.display().to_string(),
            "--reason",
            "年度安排",
        ]);
    }
    Some(office)
}

/// The way to a screen.
pub async fn walk(window: &Window, name: &str) {
    match name {
        "plans-none" | "plan" => window.click("nav-plans").await,
        "rules-none" | "rules" => window.click("nav-rules").await,
        "tasks-none" | "task" => window.click("nav-tasks").await,
        "task-new" => {
            window.click("nav-tasks").await;
            window.click("task-new").await;
        }
        other if other.starts_with("task-") => {
            window.click("nav-tasks").await;
            window.click("task-1").await;
            // Rows and explanations are reached by way of the pool.
            let tab = match other {
                "task-rows" | "task-explain" => "tab-pool".to_owned(),
                other => other.replace("task-", "tab-"),
            };
            window.click(&tab).await;
            if matches!(other, "task-rows" | "task-explain") {
                window.click("pool-sum-A").await;
                window.get("pool-rows").await;
            }
            if other == "task-explain" {
                window.click("pool-row-7").await;
            }
        }
        _ => {}
    }
    if name == "task" {
        window.click("task-1").await;
    }
    // What is asked of the program comes a moment later.
    tokio::time::sleep(std::time::Duration::from_millis(1_500)).await;
}
