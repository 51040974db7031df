//! From the rules of an office to the announced list: a profile in force, an annual plan that is approved and made public, a task of
//! one of its lines, its pool, and two announcements of which the second names the first.

use std::fmt::Write;

use sunlot_e2e::{LINA, Office, Screen, WANG, Window, brought, in_days};

/// An office with items in force, thirty targets, inspectors, and two people who work there.
fn office() -> Office {
    let office = Office::sample();
    office.items_in_force();
    let mut roster = String::from("企业名称,乡镇街道,风险等级\n");
    for number in 1..=30 {
        let risk = if number <= 10 { "高风险" } else { "低风险" };
        let _ = writeln!(roster, "清源县第{number}粮油购销站,城关镇,{risk}");
    }
    let list = office.state().join("名录.csv");
    std::fs::write(&list, roster).expect("the roster can be written");
    office.take_over("targets", &list.display().to_string());
    office.take_over("inspectors", &brought("执法人员名录.xlsx"));
    office.begin_accounts(&[&LINA, &WANG]);
    office
}

async fn fill(window: &Window, fields: &[(&str, &str)]) {
    for (id, text) in fields {
        window.fill(id, text).await;
    }
}

/// Whose rules one begins with, made the office's own and put in force.
async fn decide_on_rules(window: &Window) {
    window.click("nav-rules").await;
    window.reads("rules-in-force-told", "通用配置").await;
    window.click("preset-xushui").await;
    window.click("preset-take").await;
    fill(
        window,
        &[("rules.name", "本局细则"), ("rules.basis", "清应急〔2026〕2号")],
    )
    .await;
    window.click("rules-save").await;
    window.reads("reason-says", "作为现行配置").await;
    window.fill("why.reason", "建立细则").await;
    window.click("reason-go").await;
    window
        .reads("rules-in-force-told", "现行 XZ-01 本局细则，第 1 版")
        .await;
}

/// One line of the plan, as far as its form asks.
async fn add_line(window: &Window, item: &str, fields: &[(&str, &str)], comes_to: &str) {
    window.click("plan-add-line").await;
    window.fill("line.items", item).await;
    window.click(&format!("pick-{item}")).await;
    fill(window, fields).await;
    window.reads("line-comes-to", comes_to).await;
    window.click("line-put").await;
    window.gone("line-dialog").await;
}

async fn save_plan(window: &Window, reason: &str) {
    window.click("plan-save").await;
    window.fill("save.reason", reason).await;
    window.click("save-go").await;
    window.gone("save-dialog").await;
}

async fn take_step(window: &Window, step: &str, fields: &[(&str, &str)]) {
    window.click(&format!("plan-step-{step}")).await;
    fill(window, fields).await;
    window.click("step-go").await;
    window.gone("step-dialog").await;
}

/// Two lines, one of which lacks its month at first; then the way of the plan to the public.
async fn draw_up_the_plan(window: &Window) {
    window.click("nav-plans").await;
    window.click("empty-begin").await;
    // What it is time for depends on the day; this one is for the whole of the year that is proposed.
    window.click("tab-fields").await;
    window.pick("plan.period", "全年").await;
    window.click("tab-lines").await;
    let grain = [
        ("line.name", "粮食收购随机抽查"),
        ("line.scope", "全县粮油购销站"),
        ("line.base", "30"),
        ("line.ratio", "20%"),
        ("line.number", "6"),
        ("line.months", "1-12"),
        ("line.unit", "粮食科"),
    ];
    add_line(window, "SX-000006", &grain, "6").await;
    let fuel = [
        ("line.name", "加油站安全检查"),
        ("line.scope", "全县加油站"),
        ("line.base", "60"),
        ("line.ratio", "10%"),
        ("line.number", "6"),
        ("line.unit", "危化科"),
    ];
    add_line(window, "SX-000004", &fuel, "6").await;
    window.reads("plan-lines", "必须改正").await;
    window.click("open-line-2").await;
    window.fill("line.months", "5-6").await;
    window.click("line-put").await;
    window.gone("line-dialog").await;
    save_plan(window, "年度安排").await;
    window.reads("plan-lines", "5月至6月").await;
    take_step(
        window,
        "approve",
        &[("step.who", "局长办公会"), ("step.no", "清应急〔2026〕3号")],
    )
    .await;
    take_step(
        window,
        "submit",
        &[("step.who", "县政府审改办"), ("step.no", "收文 12 号")],
    )
    .await;
    take_step(window, "publish", &[("step.who", "县政府门户网站")]).await;
    window.reads("plan-course", "公布：县政府门户网站").await;
}

/// A task of the first line: what the line says stands there, and is divided by risk all the same.
async fn make_the_task(window: &Window) {
    window.click("nav-tasks").await;
    window.click("task-new").await;
    window.pick("task.line", "粮食收购随机抽查").await;
    window.reads("line-amount", "抽查比例 20%").await;
    window.click("tab-scope").await;
    assert_eq!(
        window.value("strata.0.share").await,
        "20%",
        "a task of a line draws what the line says"
    );
    window.click("pattern-risk").await;
    window.click("pattern-take").await;
    window.fill("task.reason", "照计划开展").await;
    window.click("task-save").await;
    window.reads("task-facts", "RW-0001").await;
}

/// Why one target can be drawn; and how it is left out, which nobody does alone.
async fn leave_one_out(window: &Window) {
    window.click("tab-pool").await;
    window.click("pool-sum-A").await;
    window.click("pool-row-1").await;
    window.reads("explain-sentences", "风险等级是高").await;
    window.click("explain-exclude").await;
    window.pick("exclude-kind", "依法限制公开").await;
    window.fill("exclude-basis", "清密〔2026〕1号").await;
    window.click("two-next").await;
    confirm(window).await;
    window.reads("explain-place", "排除").await;
}

/// The supervisor reads what happens, and types the own password.
async fn confirm(window: &Window) {
    window.reads("second-happens", "清源县第1粮油购销站").await;
    window.fill("second.password", WANG.password).await;
    window.click("second-confirm").await;
    window.gone("second-person").await;
    window.gone("two-person-act").await;
}

/// Only what was approved is announced.
async fn approve(window: &Window) {
    window.click("task-approve").await;
    window.fill("approve.by", "局长").await;
    window.fill("approve.on", &in_days(0)).await;
    window.click("approve-go").await;
    window.gone("approve-dialog").await;
}

async fn announce(window: &Window, reason: Option<&str>) {
    window.click("tab-notices").await;
    window.click("notice-announce").await;
    window.fill("announce.draw_on", &in_days(3)).await;
    window.fill("announce.channels", "县政府门户网站").await;
    if let Some(reason) = reason {
        window.fill("announce.reason", reason).await;
    }
    window.click("announce-go").await;
    window.gone("announce-dialog").await;
}

#[tokio::test]
async fn from_the_rules_to_the_plan_to_a_list_that_is_announced_twice() {
    let (screen, office) = (Screen::new(1366, 768), office());
    let window = Window::open(&screen, &office).await;
    window.enter(&LINA).await;
    decide_on_rules(&window).await;
    draw_up_the_plan(&window).await;
    make_the_task(&window).await;
    leave_one_out(&window).await;

    window.click("tab-crews").await;
    window.get("crews-verdict").await;
    window.click("tab-fairness").await;
    window.reads("fairness", "机会").await;
    approve(&window).await;
    announce(&window, None).await;
    window.reads("notice-1", "预公告第 1 号").await;
    window.reads("notice-holds-1", "名单没有变").await;

    // Taken in again, it is another list, and what was announced does not fit it any more.
    window.click("tab-pool").await;
    window.click("exclusion-include-1").await;
    window.click("two-next").await;
    confirm(&window).await;
    window.click("tab-notices").await;
    window.reads("notice-holds-1", "需要新的公告").await;
    announce(&window, Some("撤销一户的排除")).await;
    window.reads("notice-replaces-2", "代替第 1 号预公告").await;
    window.reads("notice-holds-1", "已被第 2 号预公告替代").await;
    window.close().await;
}
