//! The ceremony in two windows: whatever is done at the console stands on the stage, and a stage that somebody closes comes back
//! where it was.

use sunlot_e2e::{Office, Screen, Window};

const NUMBERS: [&str; 3] = ["4829137", "1103726", "9917358"];

#[tokio::test]
async fn the_stage_follows_a_rehearsal_and_comes_back_where_it_was() {
    let (screen, office) = (Screen::new(1366, 768), Office::ready_to_draw(4));
    let window = Window::open(&screen, &office).await;
    window.click("nav-ceremony").await;
    window.reads("stage-covers", "F11").await;
    window.click("stage-toggle").await;
    window.hall_sees("idle").await;
    assert_eq!(window.windows().await, 2, "the console, and the stage");

    window.click("rehearse-1").await;
    window.seal("482913", None).await;
    window.witness(&NUMBERS).await;
    window.hall_reads("stage-before", "4").await;
    window.click("pace-1200").await;
    window.press("start").await;
    window.hall_reads("stage-fallen", "4 / 4").await;
    window.reads("play-place", "4").await;

    screen.close_window("阳光摇号大屏");
    window.reads("stage-lost", "被关掉了").await;
    window.click("stage-again").await;
    window.hall_reads("stage-fallen", "4 / 4").await;
    window.gone("stage-lost").await;

    window.press("to-crew").await;
    window.hall_sees("crew").await;
    window.click("scene-result").await;
    window.hall_reads("stage-page", "共 4 户").await;
    window.click("stage-toggle").await;
    window.until("one window", async |w| w.windows().await == 1).await;
    assert!(
        !window.exists("[data-testid=stage-lost]").await,
        "it was closed on purpose"
    );
    window.close().await;
}

#[tokio::test]
async fn the_stage_can_ask_for_its_picture_and_for_nothing_else() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    let window = Window::open(&screen, &office).await;
    window.click("nav-ceremony").await;
    window.click("stage-toggle").await;
    window.to_stage().await;
    window.get("picture-idle").await;
    for command in [
        "ceremonies_view",
        "stage_show",
        "stage_typing",
        "stage_open",
        "office_profile",
    ] {
        let call = format!(
            "window.__TAURI_INTERNALS__.invoke('{command}', {{ request: null }}).then(() => done('answered'), (e) => done(String(e)))"
        );
        let answer = window.script(&call).await;
        assert!(
            answer.as_str().is_some_and(|said| said.contains("not allowed")),
            "{command} is not for the stage, but said {answer}"
        );
    }
    window.to_console().await;
    window.close().await;
}
