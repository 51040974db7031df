//! Who may be sent on the planned day, who may not and why, and from whom somebody keeps away.

use std::fs;

use sunlot_e2e::{Office, Screen, Window, brought, fixture};

const PEOPLE: &str = "执法人员名录.xlsx";

#[tokio::test]
async fn who_may_not_be_drawn_is_told_with_the_reason_for_the_day_that_is_planned() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    let window = Window::open(&screen, &office).await;
    window.click("nav-inspectors").await;
    window.click("empty-import").await;
    window.take_over(&brought(PEOPLE)).await;
    window.click("done-list").await;
    window.reads("inspectors-total", "18").await;

    // A day of the roster's own year, so that the walk holds in every year.
    window.fill("inspectors-on", "2026-11-02").await;
    window.reads("inspectors-on-told", "2026年11月2日").await;
    window.reads("preset-barred", "6").await;
    window.click("preset-barred").await;
    for reason in [
        "2025-08-31 到期",
        "人员状态是“退休”",
        "没有执法证",
        "专家或协助人员",
    ] {
        window.reads("inspector-table", reason).await;
    }

    window.fill("inspectors-on", "2026-12-21").await;
    window.reads("preset-barred", "9").await;
    window.click("preset-barred").await;
    window.reads("inspector-table", "杨㛃").await;
    window.click("inspector-3").await;
    window.reads("inspector-barred", "2026-12-20 到期").await;
    window.close().await;
}

/// The day after so many days.
fn in_days(days: u32) -> String {
    let clock = rusqlite::Connection::open_in_memory().unwrap();
    let ask = format!("SELECT date('now', 'localtime', '+{days} days')");
    clock.query_row(&ask, [], |row| row.get(0)).unwrap()
}

#[tokio::test]
async fn whose_certificate_ends_soon_is_named_while_there_is_time() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    let roster = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
    let (soon, later) = (in_days(30), in_days(90));
    let rows = format!(
        "姓名,单位,执法证号,有效期至\n陈立新,清源县应急管理局,13993101001,{soon}\n周大勇,清源县应急管理局,13993101002,{later}\n"
    );
    fs::write(roster.path(), rows).unwrap();
    office.take_over("inspectors", &roster.path().display().to_string());
    let window = Window::open(&screen, &office).await;
    window.click("nav-inspectors").await;
    window.reads("inspectors-total", "60 日内到期 1 人").await;
    window.click("preset-expiring").await;
    window
        .until("whoever has more time is gone", async |w: &Window| {
            !w.text("inspector-table").await.contains("周大勇")
        })
        .await;
    window.reads("inspector-table", "天到期").await;
    window.click("inspector-1").await;
    window.reads("inspector-expiring", &soon).await;
    window.close().await;
}

#[tokio::test]
async fn somebody_keeps_away_from_a_target_until_that_is_ended() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    office.take_over("targets", &fixture("03-title-rows.xlsx"));
    office.take_over("inspectors", &brought(PEOPLE));
    let window = Window::open(&screen, &office).await;
    window.click("nav-inspectors").await;
    window.click("inspector-2").await;
    window.click("act-conflict").await;
    window.fill("conflict.target", "烟花").await;
    window.click("conflict.target-2").await;
    window.reads("conflict.target-chosen", "𬭎达烟花爆竹专营店").await;
    window.pick("conflict.relation", "亲属关系").await;
    window.fill("conflict.told_by", "本人申报").await;
    window.click("conflict-save").await;
    // The pane turns to what was just entered.
    window.reads("conflict-1", "生效").await;
    window.reads("conflict-1", "本人申报").await;

    window.click("conflict-end-1").await;
    window.fill("end.until", "2026-03-05").await;
    window.fill("end.reason", "亲属已不在该店任职").await;
    window.click("conflict-end-save").await;
    window.reads("conflict-1", "不在期限内").await;

    // The register shows whom to keep apart today; what was entered once is not forgotten.
    window.click("pane-close").await;
    window.click("tab-register").await;
    window.reads("conflicts-total", "生效 0 项，共登记过 1 项").await;
    window.click("conflicts-in-force").await;
    window.reads("conflict-1", "周大勇").await;
    window.reads("conflict-1", "至 2026-03-05").await;
    window.close().await;
}
