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
