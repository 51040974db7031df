//! The screens of plans, tasks with their pools, and rule profiles.

use std::fmt::Write;

use serde_json::{Value, json};
use sunlot_e2e::{LINA, Office, WANG, Window, brought};

pub const SCREENS: &[(&str, &str)] = &[
    ("plans-none", "抽查计划，一份也没有"),
    ("plan", "抽查计划，打开一份"),
    ("plan-many", "抽查计划，一百行"),
    ("plan-line", "抽查计划，修改一行"),
    ("plan-step", "抽查计划，登记审批"),
    ("plan-read", "抽查计划，从文件读入"),
    ("plan-export", "抽查计划，导出"),
    ("plan-milestones", "抽查计划，工作任务"),
    ("plan-course", "抽查计划，公布以后"),
    ("tasks-none", "抽查任务，一项也没有"),
    ("task", "抽查任务，打开一项"),
    ("task-new", "抽查任务，新登记一项"),
    ("task-planned", "抽查任务，照计划的一行登记"),
    ("task-scope", "抽查任务，范围与分层"),
    ("task-pool", "抽查任务，对象池"),
    ("task-pool-large", "抽查任务，十万户的对象池"),
    ("task-rows", "抽查任务，对象池的一部分逐户列出"),
    ("task-rows-large", "抽查任务，十万户逐户列出"),
    ("task-explain", "抽查任务，说明一户"),
    ("task-exclude", "抽查任务，人工排除一户"),
    ("task-exclude-second", "抽查任务，人工排除，第二个人"),
    ("task-exclusions", "抽查任务，有人工排除的对象池"),
    ("task-crews", "抽查任务，检查组"),
    ("task-fairness", "抽查任务，公平性"),
    ("task-notices-none", "抽查任务，还没有预公告"),
    ("task-notices", "抽查任务，两次预公告"),
    ("task-announce", "抽查任务，重新公告名单"),
    ("task-story", "抽查任务，经过"),
    ("rules-none", "细则配置，还没有保存过"),
    ("rules", "细则配置，打开一份"),
    ("rules-preset", "细则配置，换成某单位的写法"),
    ("rules-problems", "细则配置，有需要改正的地方"),
    ("rules-texts", "细则配置，细则内容"),
    ("rules-files", "细则配置，附件"),
];

/// More targets than a page could ever hold.
const LARGE: usize = 100_000;
const LONG: &str = "䶮㛃𠅤自治县烟花爆竹零售点和加油站春节前安全生产条件联合随机抽查（第一批，含节后复产）";

fn line(name: &str, item: &str, scope: &str, months: &str) -> Value {
    json!({ "values": {
        "name": name, "items": item, "scope": scope, "base": "120", "ratio": "20%", "number": "24",
        "frequency": "每年1次", "months": months, "unit": "安全生产科", "person": "陈立新",
        "task_scope": "intra_dept", "draw_scope": "untargeted", "modes": "onsite",
    } })
}

/// A plan with so many lines. The first is as it should be, the second not.
fn plan(lines: usize) -> Value {
    let mut all = vec![line(
        "烟花爆竹零售点春节前安全检查",
        "SX-000005",
        "全县烟花爆竹零售点",
        "1-2",
    )];
    let mut wrong = line(
        LONG,
        "SX-000004、SX-000003",
        "全县加油站和危险化学品经营单位",
        "5-6",
    );
    wrong["values"]["number"] = json!("6");
    wrong["values"]["task_scope"] = json!("cross_dept");
    wrong["values"]["lead_dept"] = json!("清源县应急管理局");
    all.push(wrong);
    for number in 3..=lines {
        let (name, month) = (format!("第 {number} 项随机抽查"), number % 12 + 1);
        all.push(line(&name, "SX-000006", "全县粮油购销站", &format!("{month}月")));
    }
    all.truncate(lines);
    let milestone = |task: &str, words: &str, done: &str| json!({ "values": { "task": task, "unit": "办公室", "person": "李娜", "words": words, "done": done } });
    json!({
        "values": { "year": "2026", "period": "annual", "title": "2026年度随机抽查计划", "unit": "清源县应急管理局", "drawn_up": "2026-01-08" },
        "lines": all,
        "milestones": [
            milestone("随机抽查事项清单重新公布", "2026年3月底前", "2026-03-20"),
            milestone("报送全年抽查情况总结和统计", "12月底前", ""),
        ],
        "reason": "年度安排",
    })
}

/// Whom the sample office has.
const LISTS: [&str; 4] = [
    "检查对象/01 重点监管企业名录.xlsx",
    "检查对象/02 个体工商户.csv",
    "检查对象/03 合作社和事业单位.xls",
    "检查对象/04 产品项目场所.docx",
];

/// The office that a screen is shown with; none where it is not one of these screens.
pub fn prepared(name: &str) -> Option<Office> {
    if !SCREENS.iter().any(|(known, _)| *known == name) {
        return None;
    }
    if matches!(name, "plans-none" | "tasks-none" | "rules-none") {
        return Some(Office::sample());
    }
    let office = Office::sample();
    office.items_in_force();
    for list in LISTS {
        office.take_over("targets", &brought(list));
    }
    office.take_over("inspectors", &brought("执法人员名录.xlsx"));
    if name.ends_with("-large") {
        let list = office.state().join("名录.csv");
        let mut text = String::from("企业名称,所在乡镇,住所\n");
        for number in 0..LARGE {
            let _ = writeln!(text, "清源县城关镇第{number}粮油购销站,城关镇,城关镇{number}号");
        }
        std::fs::write(&list, text).expect("the roster can be written");
        office.take_over("targets", &list.display().to_string());
    }
    let rules = ["rules", "set", "--preset", "xushui", "--name", "本局细则"];
    let basis = [
        "--basis",
        "清应急〔2026〕2号",
        "--in-force",
        "--reason",
        "年度修订",
    ];
    office.did(&[&rules[..], &basis].concat());
    if name.starts_with("plan") || name == "task-planned" {
        planned(&office, name);
    }
    if name.starts_with("task") && name != "task-planned" {
        tasked(&office, name);
    }
    if name.starts_with("task-exclu") {
        office.begin_accounts(&[&LINA, &WANG]);
    }
    Some(office)
}

fn planned(office: &Office, name: &str) {
    let through = matches!(name, "plan-course" | "task-planned");
    let lines = match name {
        "plan-many" => 100,
        _ if through => 1,
        _ => 2,
    };
    let file = office.state().join("plan.json");
    std::fs::write(&file, plan(lines).to_string()).expect("the plan can be written");
    let set = [
        "plan",
        "set",
        "--from",
        &file.display().to_string(),
        "--reason",
        "年度安排",
    ];
    office.did(&set);
    if through {
        let to = |step: &str, more: &[&str]| office.did(&[&["plan", step, "JH-01"], more].concat());
        let (by, no) = ("局长办公会", "清应急〔2026〕3号");
        to("approve", &["--by", by, "--on", "2026-01-12", "--no", no]);
        to(
            "submit",
            &[
                "--to",
                "县政府审改办",
                "--on",
                "2026-01-13",
                "--receipt",
                "收文 12 号",
            ],
        );
        to("publish", &["--channel", "县政府门户网站", "--on", "2026-01-15"]);
    }
}

fn tasked(office: &Office, name: &str) {
    let title = format!("title={LONG}");
    // By risk, the sample draws less than its list asks for: that is told where the pool is pictured.
    let announced = matches!(name, "task-notices" | "task-announce");
    let pattern = if announced { "whole" } else { "risk" };
    let mut set = vec!["task", "set"];
    let values = [
        title.as_str(),
        "kind=double_random",
        "basis=清源县安委会〔2026〕12号",
        "from=2027-12-01",
        "to=2027-12-20",
        "unit=安全生产科",
    ];
    set.extend(values.iter().flat_map(|value| ["--value", value]));
    set.extend(["--item", "SX-000007", "--item", "SX-000011", "--pattern", pattern]);
    set.extend(["--reason", "年度安排"]);
    office.did(&set);
    if announced {
        let announce = ["task", "announce", "1", "--draw-on", "2027-12-01"];
        let places = ["--channels", "县政府门户网站、政务服务中心一楼公示栏"];
        let approve = ["task", "approve", "1", "--by", "局长", "--on", "2026-11-20"];
        office.did(&approve);
        office.did(&[&announce[..], &places].concat());
        office.did(&[
            "task",
            "set",
            "1",
            "--value",
            "to=2027-12-25",
            "--reason",
            "时间放宽",
        ]);
        office.did(&[
            "task",
            "set",
            "1",
            "--where",
            "kind=enterprise",
            "--reason",
            "范围缩小",
        ]);
        if name == "task-notices" {
            let why = ["--reason", "抽取范围改为企业"];
            office.did(&approve);
            office.did(&[&announce[..], &places, &why].concat());
        }
    }
}

/// The way to a screen.
pub async fn walk(window: &Window, name: &str) {
    match name {
        _ if name.starts_with("task-exclu") => {
            window.enter(&LINA).await;
            exclude(window, name).await;
        }
        _ if name.starts_with("plan") => plans(window, name).await,
        _ if name.starts_with("rules") => rules(window, name).await,
        _ => tasks(window, name).await,
    }
    // What is asked of the program comes a moment later.
    tokio::time::sleep(std::time::Duration::from_millis(1_500)).await;
}

async fn plans(window: &Window, name: &str) {
    window.click("nav-plans").await;
    match name {
        "plan-line" => window.click("open-line-2").await,
        "plan-step" => window.click("plan-step-approve").await,
        "plan-read" | "plan-export" => window.click(name).await,
        "plan-milestones" => window.click("tab-milestones").await,
        _ => {}
    }
}

async fn rules(window: &Window, name: &str) {
    window.click("nav-rules").await;
    match name {
        "rules-preset" => {
            window.click("rules-adopt").await;
            window.pick("preset-choice", "大洼").await;
        }
        "rules-problems" => {
            window.fill("rules.annual_cap", "99").await;
            window.fill("rules.name", "").await;
            window.click("rules-save").await;
        }
        "rules-texts" | "rules-files" => window.click(&name.replace("rules-", "tab-")).await,
        _ => {}
    }
}

async fn tasks(window: &Window, name: &str) {
    window.click("nav-tasks").await;
    match name {
        "tasks-none" => return,
        "task-planned" => {
            window.click("task-new").await;
            window.pick("task.line", "第 1 行").await;
            return;
        }
        _ => window.click("task-1").await,
    }
    match name {
        "task" => {}
        "task-new" => window.click("task-new").await,
        "task-announce" => {
            window.click("tab-notices").await;
            window.click("notice-announce").await;
        }
        "task-notices-none" => window.click("tab-notices").await,
        "task-pool-large" => window.click("tab-pool").await,
        "task-rows" | "task-rows-large" | "task-explain" => {
            rows(window).await;
            if name == "task-explain" {
                window.click("pool-row-7").await;
            }
        }
        other => window.click(&other.replace("task-", "tab-")).await,
    }
}

/// Rows and explanations are reached by way of the pool.
async fn rows(window: &Window) {
    window.click("tab-pool").await;
    window.click("pool-sum-in_scope").await;
    window.get("pool-rows").await;
}

async fn exclude(window: &Window, name: &str) {
    window.click("nav-tasks").await;
    window.click("task-1").await;
    rows(window).await;
    window.click("pool-row-7").await;
    window.click("explain-exclude").await;
    window.pick("exclude-kind", "依法限制公开").await;
    window
        .fill("exclude-basis", "清密〔2026〕1号，军工配套单位")
        .await;
    if name == "task-exclude" {
        return;
    }
    window.click("two-next").await;
    window.get("second-happens").await;
    if name == "task-exclusions" {
        window.fill("second.password", WANG.password).await;
        window.click("second-confirm").await;
        window.gone("second-person").await;
        window.click("pool-back").await;
    }
}
