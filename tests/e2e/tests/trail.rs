//! The trail in the window: read, verified, and plain about what somebody changed.

use sunlot_e2e::{Office, Screen, Window};

#[tokio::test]
async fn the_trail_tells_what_happened_and_is_verified_on_demand() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    let window = Window::open(&screen, &office).await;
    window.click("nav-trail").await;
    window.reads("trail-entry-1", "建立单位文件夹").await;
    window.reads("trail-entry-2", "保存单位资料第 1 版").await;
    window.click("trail-verify").await;
    window.reads("trail-verdict", "核对无误").await;
    window.close().await;
}

#[tokio::test]
async fn an_edit_behind_the_programs_back_is_named() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    office.forge_a_phone();
    let window = Window::open(&screen, &office).await;
    window.reads("notice-faults", "第 2 号留痕写下的单位资料").await;
    window.click("notice-look").await;
    window.click("nav-trail").await;
    window.click("trail-verify").await;
    window.reads("trail-verdict", "第 2 号留痕写下的单位资料").await;
    window.close().await;
}

#[tokio::test]
async fn an_anchor_is_carried_away_and_tells_later_what_was_cut_off() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    let stick = tempfile::tempdir().expect("a stick");
    let window = Window::open(&screen, &office).await;
    window.click("nav-trail").await;
    window.reads("anchor-standing", "留痕与锚点相符").await;
    window.click("anchor-write").await;
    let folder = stick.path().join("没有");
    window.fill("anchor.folder", &folder.display().to_string()).await;
    window.click("anchor-go").await;
    window.get("failure-message").await;
    window
        .fill("anchor.folder", &stick.path().display().to_string())
        .await;
    window.click("anchor-go").await;
    window.reads("anchor-written", "第 2 条，第 1 纪元").await;
    let file = window.text("made-file").await;
    window.click("anchor-done").await;

    window.click("anchor-check").await;
    window.fill("anchor.file", &file).await;
    window.click("check-go").await;
    window.reads("anchor-verdict", "留痕与锚点相符。").await;

    let text = std::fs::read_to_string(&file).expect("the anchor lies there");
    let later = text.replacen("\"seq\": 2", "\"seq\": 5", 1);
    assert_ne!(later, text, "the anchor tells of the second event");
    std::fs::write(&file, later).expect("an anchor of three more events");
    window.click("check-go").await;
    window.reads("anchor-verdict", "缺第 3 至 5 条").await;
    assert!(
        window
            .exists("[data-testid='anchor-verdict'][data-tone='red']")
            .await,
        "what is missing is no good news"
    );
    window.close().await;
}
