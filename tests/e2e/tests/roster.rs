//! A newcomer's first roster in the window: looked at, compared, taken over, found again, and changed.

use sunlot_e2e::{Office, Screen, Window, root};

fn fixture(name: &str) -> String {
    root()
        .join("tests/fixtures/rosters")
        .join(name)
        .display()
        .to_string()
}

/// Takes a roster over as a clerk would.
async fn import(window: &Window, name: &str) {
    window.fill("import-path", &fixture(name)).await;
    window.click("step-on").await;
    window.get("row-preview").await;
    window.click("step-on").await;
    window.get("import-sums").await;
    window.click("step-on").await;
    window.fill("import.reason", "年度更新").await;
    window.click("step-on").await;
    window.get("import-done").await;
}

#[tokio::test]
async fn a_roster_with_titles_above_it_is_taken_over_and_found_again() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    let window = Window::open(&screen, &office).await;
    window.click("nav-targets").await;
    window.click("empty-import").await;
    import(&window, "03-title-rows.xlsx").await;
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
async fn a_damaged_code_is_told_with_its_row_and_never_guessed() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    let window = Window::open(&screen, &office).await;
    window.click("nav-targets").await;
    window.click("empty-import").await;
    window
        .fill("import-path", &fixture("15-code-as-number.xlsx"))
        .await;
    window.click("step-on").await;
    window.get("row-preview").await;
    window.click("step-on").await;
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
    import(&window, "04-not-at-a1.xlsx").await;
    window.close().await;
}
