//! Backup, everything lost, restore: in the window, as it would happen to an office.

use std::fs;
use std::path::Path;

use sunlot_e2e::{LINA, Office, Screen, WANG, Window};

/// What a person would compare: the profile, and every line of the trail.
fn told(office: &Office, desk: &Path) -> (serde_json::Value, Vec<String>) {
    let password = desk.join("password");
    fs::write(&password, LINA.password).expect("the file can be written");
    let password = password.display().to_string();
    let asked = |words: &[&str]| {
        let who = ["--as", LINA.login, "--password-file", &password];
        let answer = office.run(&[&who[..], words].concat());
        let said = String::from_utf8_lossy(&answer.stderr).into_owned();
        assert!(answer.status.success(), "{words:?}: {said}");
        String::from_utf8(answer.stdout).expect("text")
    };
    let shown: serde_json::Value = serde_json::from_str(&asked(&["--json", "office", "show"])).expect("JSON");
    let trail = asked(&["audit", "show"]);
    (
        shown["profile"].clone(),
        trail.lines().map(str::to_owned).collect(),
    )
}

fn wipe(folder: &Path) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        let removed = if path.is_dir() {
            fs::remove_dir_all(&path)
        } else {
            fs::remove_file(&path)
        };
        removed.expect("nobody else is there");
    }
}

#[tokio::test]
async fn what_was_wiped_comes_back_from_the_stick() {
    let (screen, office) = (Screen::new(1366, 768), Office::with_people(&[&LINA, &WANG]));
    let (stick, desk) = (
        tempfile::tempdir().expect("a stick"),
        tempfile::tempdir().expect("a desk"),
    );
    let (profile, trail) = told(&office, desk.path());
    assert_eq!(
        profile["name"], "清源县应急管理局（示例单位）",
        "there is something to lose"
    );
    let window = Window::open(&screen, &office).await;
    window.enter(&LINA).await;
    window.click("nav-backup").await;
    window
        .fill("backup-folder", &stick.path().display().to_string())
        .await;
    window.click("backup-automatic").await;
    window.click("backup-settings-save").await;
    window.click("backup-create").await;
    window.reads("backup-done", "核对无误").await;
    let made = fs::read_dir(stick.path()).expect("the stick").flatten().next();
    let file = made.expect("one backup").path().display().to_string();
    window.close().await;

    wipe(office.path());
    let window = Window::open(&screen, &office).await;
    window.reads("notice-message", "来历不同").await;
    window.click("notice-look").await;
    window.click("nav-backup").await;
    window.fill("backup-other", &file).await;
    window.click("backup-other-inspect").await;
    window.reads("backup-inspection", "清源县应急管理局").await;
    window.fill("restore-first", LINA.login).await;
    window.fill("restore-first-password", LINA.password).await;
    window.fill("restore-second", WANG.login).await;
    window.fill("restore-second-password", "Wrong-password1").await;
    window.click("restore-do").await;
    window.reads("failure-message", "登录名或密码不对。").await;
    window.fill("restore-first", LINA.login).await;
    window.fill("restore-first-password", LINA.password).await;
    window.fill("restore-second", WANG.login).await;
    window.fill("restore-second-password", WANG.password).await;
    window.click("restore-do").await;
    window.enter(&LINA).await;
    window.click("nav-trail").await;
    window.click("trail-verify").await;
    window.reads("trail-verdict", "核对无误").await;
    window.close().await;

    let (restored, longer) = told(&office, desk.path());
    assert_eq!(restored, profile, "every field is back");
    let counted = |line: &&String| line.starts_with("留痕共");
    let missing: Vec<_> = trail
        .iter()
        .filter(|line| !counted(line) && !longer.contains(line))
        .collect();
    assert!(
        missing.is_empty(),
        "every line of the trail up to the backup is back: {missing:#?}"
    );
    assert!(
        longer.iter().any(|line| line.contains("恢复")),
        "and the trail says that it was restored: {longer:#?}"
    );
}
