//! Starting: an office that cannot be opened, an office that is open already, and nothing left behind.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use sunlot_e2e::{Group, Office, PATIENCE, Screen, Window, named};

#[tokio::test]
async fn an_office_that_cannot_be_opened_says_why_and_opens_once_that_is_mended() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    let schema = office.schema();
    office.tamper("PRAGMA user_version = 99");
    let window = Window::open(&screen, &office).await;
    window.reads("start-failure", "较新的程序").await;
    office.tamper(&format!("PRAGMA user_version = {schema}"));
    window.click("retry").await;
    window.reads("office-name-top", "清源县应急管理局").await;
    window.close().await;
}

#[tokio::test]
async fn a_second_window_sends_the_first_one_forward_and_goes_away() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    let window = Window::open(&screen, &office).await;
    let mut second = Group::start(
        Command::new(named("SUNLOT_WINDOW_BIN"))
            .env("DISPLAY", screen.display())
            .env("SUNLOT_HOME", office.path())
            .env("XDG_STATE_HOME", office.state())
            .stdout(Stdio::null())
            .stderr(Stdio::null()),
    );
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = second.child().try_wait().unwrap() {
            break status;
        }
        assert!(begun.elapsed() < PATIENCE, "the second window must not stay");
        tokio::time::sleep(Duration::from_millis(20)).await;
    };
    assert!(
        status.success(),
        "it was no failure: the clerk simply clicked twice"
    );
    let refused = office.run(&["office", "set", "--name", "乙"]);
    assert_eq!(
        refused.status.code(),
        Some(1),
        "the first window still holds the office"
    );
    window.reads("office-name-top", "清源县应急管理局").await;
    window.close().await;
}

#[tokio::test]
async fn a_closed_window_leaves_no_process_and_no_lock_behind() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    let window = Window::open(&screen, &office).await;
    let running = window.processes();
    assert!(
        running
            .iter()
            .any(|(_, program)| program.ends_with("sunlot-window")),
        "the program runs: {running:?}"
    );
    window.close().await;
    let left: Vec<_> = running
        .into_iter()
        .filter(|(pid, program)| {
            std::fs::read_link(format!("/proc/{pid}/exe"))
                .is_ok_and(|now| now.display().to_string() == *program)
        })
        .collect();
    assert!(left.is_empty(), "these are still running: {left:?}");
    let set = office.run(&["office", "set", "--name", "清源县应急管理局"]);
    assert!(
        set.status.success(),
        "the lock went with the window: {}",
        String::from_utf8_lossy(&set.stderr)
    );
}
