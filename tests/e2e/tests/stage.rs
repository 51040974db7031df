//! The ceremony in two windows: whatever is done at the console stands on the stage, and a stage that somebody closes comes back
//! where it was.

use sunlot_e2e::{Office, Screen, Window};

const NUMBERS: [&str; 3] = ["4829137", "1103726", "9917358"];

/// No button is pressed in the moment in which it comes.
const REST: std::time::Duration = std::time::Duration::from_millis(700);

async fn press(window: &Window, act: &str) {
    let css = format!("[data-testid=primary][data-act={act}]:enabled");
    window.until(&css, async |w| w.exists(&css).await).await;
    tokio::time::sleep(REST).await;
    window.click("primary").await;
}

/// What the hall sees, read in its own window.
async fn hall_reads(window: &Window, id: &str, part: &str) -> String {
    window.to_stage().await;
    window.reads(id, part).await;
    let text = window.text(id).await;
    window.to_console().await;
    text
}

async fn hall_sees(window: &Window, picture: &str) {
    window.to_stage().await;
    window.get(&format!("picture-{picture}")).await;
    window.to_console().await;
}

async fn seal(window: &Window) {
    window.click("rehearse-1").await;
    window.get("checklist-reload").await;
    hall_sees(window, "prepare").await;
    window.fill("seal.challenge", "482913").await;
    press(window, "seal").await;
    window.get("sealed-code").await;
    let code = hall_reads(window, "stage-code", "")
        .await
        .replace(char::is_whitespace, "");
    let told = window.text("sealed-code").await.replace(char::is_whitespace, "");
    assert!(
        code.len() == 32 && told.contains(&code),
        "both windows show the same code, {code:?} in {told:?}"
    );
}

async fn witness(window: &Window) {
    for seat in 1..=3 {
        window.click(&format!("card-{seat}")).await;
        window.reads(&format!("card-{seat}"), "已扣好").await;
    }
    press(window, "turn").await;
    hall_sees(window, "witness").await;
    for (at, digits) in NUMBERS.iter().enumerate() {
        let seat = at + 1;
        window.get("number").await.send_keys(digits).await.expect("keys");
        // Not entered yet, and seen already.
        hall_reads(window, &format!("stage-seat-{seat}"), "请对照").await;
        press(window, &format!("enter-{seat}")).await;
        press(window, &format!("confirm-{seat}")).await;
    }
    window.get("stage-play").await;
}

#[tokio::test]
async fn the_stage_follows_a_rehearsal_and_comes_back_where_it_was() {
    let (screen, office) = (Screen::new(1366, 768), Office::ready_to_draw(4));
    let window = Window::open(&screen, &office).await;
    window.click("nav-ceremony").await;
    window.reads("stage-covers", "F11").await;
    window.click("stage-toggle").await;
    hall_sees(&window, "idle").await;
    assert_eq!(window.windows().await, 2, "the console, and the stage");

    seal(&window).await;
    witness(&window).await;
    hall_reads(&window, "stage-before", "4").await;
    window.click("pace-1200").await;
    press(&window, "start").await;
    hall_reads(&window, "stage-fallen", "4 / 4").await;
    window.reads("play-place", "4").await;

    screen.close_window("阳光摇号大屏");
    window.reads("stage-lost", "被关掉了").await;
    window.click("stage-again").await;
    hall_reads(&window, "stage-fallen", "4 / 4").await;
    window.gone("stage-lost").await;

    press(&window, "to-crew").await;
    hall_sees(&window, "crew").await;
    window.click("scene-result").await;
    hall_reads(&window, "stage-page", "共 4 户").await;
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
