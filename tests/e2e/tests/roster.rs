//! A newcomer's first roster in the window: looked at, compared, taken over, found again, and changed.

use sunlot_e2e::{Office, Screen, Window, brought, fixture};

#[tokio::test]
async fn a_roster_with_titles_above_it_is_taken_over_and_found_again() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    let window = Window::open(&screen, &office).await;
    window.click("nav-targets").await;
    window.click("empty-import").await;
    window.take_over(&fixture("03-title-rows.xlsx")).await;
    window.click("done-list").await;
    window.reads("targets-total", "6").await;
    window.fill("target-text", "烟花").await;
    window.reads("target-table", "𬭎达烟花爆竹专营店").await;
    window
        .until("the others are gone", async |w: &Window| {
            !w.text("target-table").await.contains("瀑河第一加油站")
        })
        .await;
    window.close().await;
}

#[tokio::test]
async fn a_roster_is_found_by_the_button_and_nothing_is_read_where_nobody_chose() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    let window = Window::open(&screen, &office).await;
    window.click("nav-targets").await;
    window.click("empty-import").await;
    window.click("import-pick").await;
    assert_eq!(
        window.value("import-path").await,
        "",
        "a window that was cancelled chose nothing"
    );
    office.chooses(&fixture("03-title-rows.xlsx"));
    window.click("import-pick").await;
    window.get("row-preview").await;
    window.click("step-on").await;
    window.get("import-sums").await;
    let list = office.state().join("问题清单.xlsx").display().to_string();
    office.chooses(&list);
    window.click("import-problems").await;
    window.reads("problems-written", &list).await;
    assert!(
        std::fs::metadata(&list).is_ok_and(|file| file.len() > 0),
        "the list of problems lies where it was wanted"
    );
    window.close().await;
}

#[tokio::test]
async fn a_damaged_code_is_told_with_its_row_and_never_guessed() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    let window = Window::open(&screen, &office).await;
    window.click("nav-targets").await;
    window.click("empty-import").await;
    window.compare(&fixture("15-code-as-number.xlsx")).await;
    window.reads("sum-errors", "2").await;
    window.reads("sum-read", "3").await;
    window.close().await;
}

#[tokio::test]
async fn a_file_that_is_no_roster_leaves_the_window_alive_and_says_what_to_do() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    let window = Window::open(&screen, &office).await;
    window.click("nav-targets").await;
    window.click("empty-import").await;
    window.fill("import-path", &fixture("39-encrypted.xlsx")).await;
    window.click("step-on").await;
    window
        .until("it says that there is a password", async |w: &Window| {
            w.script("done(document.body.innerText)")
                .await
                .as_str()
                .is_some_and(|text| text.contains("密码"))
        })
        .await;
    window.take_over(&fixture("04-not-at-a1.xlsx")).await;
    window.close().await;
}

#[tokio::test]
async fn a_ledger_makes_the_counts_of_the_year_true_and_guesses_nobody() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    office.take_over("targets", &brought("检查对象/01 重点监管企业名录.xlsx"));
    let window = Window::open(&screen, &office).await;
    window.click("nav-targets").await;
    window.click("visits-import").await;
    window.compare(&brought("检查台账.xlsx")).await;
    window.reads("sum-read", "422").await;
    window.reads("sum-added", "420").await;
    // One was inspected whom the registry does not know: they are told, and nobody of a like name is taken instead.
    window.reads("sum-errors", "1").await;
    window.click("step-on").await;
    window.fill("import.reason", "补录检查台账").await;
    window.click("step-on").await;
    window.get("import-done").await;
    window.click("done-list").await;
    window.fill("target-text", "聚源金鼎食品").await;
    window.click("target-8").await;
    window.click("tab-visits").await;
    window.reads("visit-2", "2026-01-02").await;
    window.close().await;
}
