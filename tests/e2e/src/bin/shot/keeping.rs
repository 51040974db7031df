//! The screens of what is kept and proven: the trail on paper, red flags, backups, keys, what helpers get, and the notice
//! at the start.

use std::path::Path;

use sunlot_e2e::{LINA, LONG, Office, WANG, Window, ZHAO};

pub const SCREENS: &[(&str, &str)] = &[
    ("notice-shorter", "启动时的提示，留痕比锚点短"),
    ("trail-wide", "留痕，最长的姓名，看其中一条"),
    ("trail-anchor", "锚点带到 U 盘"),
    ("trail-anchor-written", "锚点已经写好"),
    ("trail-anchor-fits", "拿锚点来核对，相符"),
    ("trail-anchor-shorter", "拿锚点来核对，留痕短了"),
    ("trail-paper", "打印留痕摘录"),
    ("trail-paper-made", "留痕摘录已存成文件"),
    ("flags", "红旗"),
    ("flags-none", "红旗，一面也没有"),
    ("backup-none", "备份，还没有做过"),
    ("backup", "备份，做好一份"),
    ("backup-inspected", "查看备份，恢复以前"),
    ("station-none", "密钥，还没有制作"),
    ("station-act", "制作密钥"),
    ("station", "密钥，刚制作好"),
    ("station-wide", "密钥，换过一把"),
    ("diagnostics", "诊断信息"),
];

const PHRASE: &str = "春眠不觉晓处处闻啼鸟夜来";

/// The office that a screen is shown with; none where it is not one of these screens.
pub fn prepared(name: &str) -> Option<Office> {
    if !SCREENS.iter().any(|(known, _)| *known == name) {
        return None;
    }
    if name == "flags-none" {
        return Some(Office::sample());
    }
    let office = Office::with_people(&[&LINA, &WANG, &ZHAO, &LONG]);
    if name == "notice-shorter" {
        let (database, older) = (office.path().join("office.db"), office.path().join("older"));
        std::fs::copy(&database, &older).expect("the office is at rest");
        for number in 1..=3 {
            as_lina(
                &office,
                &["office", "set", "--address", &format!("朝阳路 {number} 号")],
            );
        }
        std::fs::rename(older, database).expect("somebody puts an older file back");
    }
    Some(office)
}

fn as_lina(office: &Office, words: &[&str]) {
    let password = office.state().join("password");
    std::fs::write(&password, LINA.password).expect("the file can be written");
    let who = [
        "--as",
        LINA.login,
        "--password-file",
        &password.display().to_string(),
    ];
    let answer = office.run(&[&who[..], words].concat());
    assert!(
        answer.status.success(),
        "{words:?}: {}",
        String::from_utf8_lossy(&answer.stderr)
    );
}

/// The way to a screen; beside the office lies what backups go to.
pub async fn walk(window: &Window, name: &str, beside: &Path) {
    if name == "flags-none" {
        window.click("nav-flags").await;
        window.get("flags-empty").await;
        return;
    }
    if name == "notice-shorter" {
        window.fill("enter.login", LINA.login).await;
        window.fill("enter.password", LINA.password).await;
        window.click("enter").await;
        window.get("notice-message").await;
        return;
    }
    window.enter(&LINA).await;
    match name.split('-').next().unwrap_or_default() {
        "trail" => walk_trail(window, name, beside).await,
        "flags" => {
            window.click("nav-accounts").await;
            window.click("account-zhao-reset").await;
            window.fill("reset.password", "Linshi-mima26").await;
            window.fill("reset.again", "Linshi-mima26").await;
            window.click("reset").await;
            window.reads("account-zhao", "密码待本人修改").await;
            window.click("nav-flags").await;
            window.get("flags-table").await;
        }
        "backup" => walk_backup(window, name, beside).await,
        "station" => walk_station(window, name).await,
        _ => {
            window.click("nav-diagnostics").await;
            window.click("part-0").await;
            window.get("part-text").await;
        }
    }
}

async fn walk_trail(window: &Window, name: &str, beside: &Path) {
    window.click("nav-trail").await;
    window.get("trail-table").await;
    if name.starts_with("trail-anchor") {
        return walk_anchor(window, name, beside).await;
    }
    if name == "trail-wide" {
        window.click("trail-entry-3").await;
        window.get("detail-verdict").await;
        return;
    }
    window.click("trail-print").await;
    window.click("printer-file").await;
    if name == "trail-paper-made" {
        window.click("paper-go").await;
        window.get("paper-made").await;
    }
}

async fn walk_anchor(window: &Window, name: &str, beside: &Path) {
    window.click("anchor-write").await;
    window.get("anchor-no-stick").await;
    if name == "trail-anchor" {
        return;
    }
    let stick = beside.join("监督员的 U 盘䶮㛃");
    std::fs::create_dir_all(&stick).expect("a folder");
    window.fill("anchor.folder", &stick.display().to_string()).await;
    window.click("anchor-go").await;
    window.get("anchor-written").await;
    if name == "trail-anchor-written" {
        return;
    }
    let file = window.text("made-file").await;
    window.click("anchor-done").await;
    if name == "trail-anchor-shorter" {
        let text = std::fs::read_to_string(&file).expect("the anchor lies there");
        std::fs::write(&file, text.replacen("\"seq\": ", "\"seq\": 9", 1)).expect("one of later events");
    }
    window.click("anchor-check").await;
    window.fill("anchor.file", &file).await;
    window.click("check-go").await;
    window.get("anchor-verdict").await;
}

async fn walk_backup(window: &Window, name: &str, beside: &Path) {
    window.click("nav-backup").await;
    window.get("backup-age").await;
    if name == "backup-none" {
        return;
    }
    let stick = beside.join("U 盘").display().to_string();
    std::fs::create_dir_all(&stick).expect("a folder");
    window.fill("backup-folder", &stick).await;
    window.click("backup-settings-save").await;
    window.click("backup-create").await;
    window.get("backup-done").await;
    if name == "backup-inspected" {
        window.click("backup-inspect").await;
        window.get("backup-inspection").await;
    }
}

async fn walk_station(window: &Window, name: &str) {
    window.click("nav-station").await;
    window.get("station-empty").await;
    if name == "station-none" {
        return;
    }
    window.click("station_make").await;
    window.fill("station.passphrase", PHRASE).await;
    window.fill("station.again", PHRASE).await;
    if name == "station-act" {
        return;
    }
    window.click("station-next").await;
    window.fill("second.password", WANG.password).await;
    window.click("second-confirm").await;
    window.get("station-post").await;
    if name == "station-wide" {
        window.click("station_rotate").await;
        window.fill("station.passphrase", PHRASE).await;
        window
            .fill("station.new_passphrase", "夜来风雨声 花落知多少 又一年")
            .await;
        window.fill("station.again", "夜来风雨声 花落知多少 又一年").await;
        window.fill("station-reason", "经办员变动，按规定更换").await;
        window.click("station-next").await;
        window.fill("second.password", WANG.password).await;
        window.click("second-confirm").await;
        window.get("station-former-table").await;
    }
}
