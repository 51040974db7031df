//! Rosters: where those of the sample and those of the tests lie, and how a clerk takes one over.

use crate::{Office, Window, root};

/// A small roster with one thing wrong with it, made for the tests.
pub fn fixture(name: &str) -> String {
    let path = root().join("tests/fixtures/rosters").join(name);
    path.display().to_string()
}

/// A roster of the sample office, as a newcomer would bring it.
pub fn brought(name: &str) -> String {
    let path = root().join("assets/sample/rosters").join(name);
    path.display().to_string()
}

impl Office {
    /// Takes a roster over by the command line, where a walk only needs what is in it.
    pub fn take_over(&self, registry: &str, path: &str) {
        let done = self.run(&["import", registry, path, "--duplicates", "first"]);
        assert!(
            done.status.success(),
            "{path} can be taken over: {}",
            String::from_utf8_lossy(&done.stderr)
        );
    }
}

impl Window {
    /// Goes through the wizard as a clerk would, from its first step to its last.
    pub async fn take_over(&self, path: &str) {
        self.compare(path).await;
        self.click("step-on").await;
        self.fill("import.reason", "年度更新").await;
        self.click("step-on").await;
        self.get("import-done").await;
    }

    /// As far as the sums, before anything is taken over.
    pub async fn compare(&self, path: &str) {
        self.fill("import-path", path).await;
        self.click("step-on").await;
        self.get("row-preview").await;
        self.click("step-on").await;
        self.get("import-sums").await;
    }
}
