//! The screens of the registry of targets, and of rosters that are taken over.

use sunlot_e2e::{Office, Window, root};

pub const SCREENS: &[(&str, &str)] = &[
    ("targets-none", "检查对象库，一户也没有"),
    ("targets", "检查对象库，导入了几份名单"),
    ("target", "检查对象库，打开一户"),
    ("import-source", "导入名单，选文件"),
    ("import-look", "导入名单，看列对应"),
    ("import-compare", "导入名单，比对结果"),
];

const ROSTERS: [&str; 5] = [
    "03-title-rows.xlsx",
    "21-dates-as-text.xlsx",
    "26-check-digits.xlsx",
    "36-status-words.xlsx",
    "41-credit-words.xlsx",
];

fn fixture(name: &str) -> String {
    root()
        .join("tests/fixtures/rosters")
        .join(name)
        .display()
        .to_string()
}

/// The office that a screen is shown with; none where it is not one of these screens.
pub fn prepared(name: &str) -> Option<Office> {
    if !SCREENS.iter().any(|(known, _)| *known == name) {
        return None;
    }
    let office = Office::sample();
    if name != "targets-none" {
        for roster in ROSTERS {
            let done = office.run(&["import", "targets", &fixture(roster), "--duplicates", "first"]);
            assert!(
                done.status.success(),
                "{roster}: {}",
                String::from_utf8_lossy(&done.stderr)
            );
        }
    }
    Some(office)
}

/// The way to a screen.
pub async fn walk(window: &Window, name: &str) {
    window.click("nav-targets").await;
    match name {
        "targets-none" => {
            window.get("targets-empty").await;
        }
        "targets" => {
            window.get("target-1").await;
        }
        "target" => {
            window.click("target-2").await;
            window.get("pane-name").await;
        }
        _ => {
            window.click("targets-import").await;
            window.get("import-path").await;
            if name == "import-source" {
                return;
            }
            window.fill("import-path", &fixture("29-duplicates.xlsx")).await;
            window.click("step-on").await;
            window.get("row-preview").await;
            if name == "import-compare" {
                window.click("step-on").await;
                window.get("import-sums").await;
            }
        }
    }
}
