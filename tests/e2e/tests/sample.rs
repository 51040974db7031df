//! Whoever only wants to look gets the sample office, in a second window and a folder of its own.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use sunlot_e2e::{Office, Screen, Window};

/// The folder beside the office, which goes with the test.
struct Beside(PathBuf);

impl Beside {
    fn of(office: &Office) -> Self {
        let name = office.path().file_name().unwrap_or_default().display();
        Self(office.path().with_file_name(format!("{name}-sample")))
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// How many programs of ours work in this window's name.
fn programs(window: &Window) -> usize {
    let all = window.processes().into_iter();
    all.filter(|(_, program)| program.ends_with("sunlot-window"))
        .count()
}

/// Waits until the sample office has all of its targets: making it takes longer than anything else on a page.
async fn filled(office: &Office, sample: &Beside) {
    let folder = sample.0.display().to_string();
    for _ in 0..90 {
        let listed = office.run(&["--office", &folder, "targets", "list"]);
        if String::from_utf8_lossy(&listed.stdout).contains("全库 1200 户") {
            return;
        }
        tokio::time::sleep(Duration::from_secs(2)).await;
    }
    panic!("the sample office was not filled");
}

#[tokio::test]
async fn the_sample_office_opens_beside_an_empty_one_which_stays_empty() {
    let (screen, office) = (Screen::new(1366, 768), Office::none());
    let sample = Beside::of(&office);
    let window = Window::open(&screen, &office).await;
    // The very first click, on the page that one sees first: nothing may move under the pointer by now.
    window.click("sample-open").await;
    window
        .reads("sample-opened", &sample.0.display().to_string())
        .await;
    filled(&office, &sample).await;
    window
        .until("a window of its own", async |w: &Window| programs(w) == 2)
        .await;
    assert_eq!(
        office.profile()["name"],
        "",
        "whoever only looked has entered nothing about their own office"
    );
    // Both end with the drive; nothing is left that could write into a folder that is gone.
    window.close().await;
}
