//! What drives the real window: a screen of its own (Xvfb, or Xorg where there are two monitors), the program, and a hand on mouse and keyboard
//! (WebDriver through tauri-driver). What is promised stands in the tests; what is pictured in `shot`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    missing_docs,
    reason = "a drive that cannot go on says so and stops"
)]

mod hall;
mod people;
mod process;
mod room;
mod roster;
mod screen;
mod window;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub use hall::in_days;
pub use people::{LINA, LONG, Someone, WANG, ZHAO};
pub use process::Group;
pub use roster::{brought, fixture};
pub use screen::{Eye, Screen};
pub use window::{PATIENCE, Window};

/// An office folder of its own, and the programs that work at it.
pub struct Office {
    folder: tempfile::TempDir,
    state: tempfile::TempDir,
    /// Who works at it, where nobody does anything without entering.
    clerk: Option<&'static Someone>,
}

impl Office {
    /// An office that does not exist yet.
    pub fn none() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            state: tempfile::tempdir().expect("a second place"),
            clerk: None,
        }
    }

    /// The sample office with all that it has, and with all that it did.
    pub fn demo() -> Self {
        let mut office = Self::none();
        office.did(&["demo", &office.path().display().to_string()]);
        // The accounts of the sample have these names and passwords.
        office.clerk = Some(&LINA);
        office
    }

    /// Who has to enter before anything is seen.
    pub fn clerk(&self) -> Option<&'static Someone> {
        self.clerk
    }

    /// The profile of the sample, and nothing else.
    pub fn sample() -> Self {
        let office = Self::none();
        let profile = root().join("assets/sample/profile.json");
        let set = office.run(&["office", "set", "--from", &profile.display().to_string()]);
        assert!(
            set.status.success(),
            "the sample profile is right: {}",
            String::from_utf8_lossy(&set.stderr)
        );
        office
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Where anchors are kept for it.
    pub fn state(&self) -> &Path {
        self.state.path()
    }

    /// What whoever sits here chooses the next time the window of files opens.
    pub fn chooses(&self, path: &str) {
        std::fs::write(self.choice(), path).expect("a file");
    }

    /// Where that stands: there is no window of files in the program that is walked through.
    pub(crate) fn choice(&self) -> PathBuf {
        self.state().join("choice")
    }

    /// Runs the command line at this office.
    pub fn run(&self, arguments: &[&str]) -> Output {
        match self.clerk {
            Some(clerk) => self.run_as(clerk, arguments),
            None => self.run_by_anybody(arguments),
        }
    }

    /// The same, whoever may or may not.
    pub(crate) fn run_by_anybody(&self, arguments: &[&str]) -> Output {
        let run = Command::new(named("SUNLOT_BIN"))
            .env("SUNLOT_HOME", self.path())
            .env("XDG_STATE_HOME", self.state())
            .args(arguments)
            .output();
        run.expect("the command line starts")
    }

    /// The same where the command line is only needed for what it leaves behind.
    pub fn did(&self, arguments: &[&str]) {
        let done = self.run(arguments);
        assert!(
            done.status.success(),
            "{arguments:?}: {}",
            String::from_utf8_lossy(&done.stderr)
        );
    }

    /// Brings the list of items of the sample into force: what is planned and drawn must stand in one that is.
    pub fn items_in_force(&self) {
        self.take_over("items", &brought("抽查事项清单.xlsx"));
        self.ratify_items();
    }

    /// The same where the list is there already: the item without a law is taken out, the rest goes its way.
    pub fn ratify_items(&self) {
        self.did(&["items", "place", "SX-000012", "removed", "--reason", "没有依据"]);
        let submit = ["catalog", "submit", "--title", "2026年清单", "--to", "县司法局"];
        self.did(&[&submit[..], &["--on", "2026-01-05", "--reason", "年度调整"]].concat());
        let ratify = ["catalog", "ratify", "2026年第1版", "--by", "县司法局"];
        let when = [
            "--on",
            "2026-01-10",
            "--no",
            "清司〔2026〕1号",
            "--effective",
            "2026-01-15",
        ];
        self.did(&[&ratify[..], &when].concat());
    }

    /// The profile as the command line shows it.
    pub fn profile(&self) -> serde_json::Value {
        let shown = self.run(&["--json", "office", "show"]);
        serde_json::from_slice::<serde_json::Value>(&shown.stdout).expect("an answer")["profile"].take()
    }

    /// Changes a telephone number in an old version and puts the trigger that forbids it back, to the letter.
    pub fn forge_a_phone(&self) {
        let connection = rusqlite::Connection::open(self.path().join("office.db")).expect("the file opens");
        let find = "SELECT sql FROM sqlite_schema WHERE name = 'office_profile_update'";
        let trigger: String = connection
            .query_row(find, [], |row| row.get(0))
            .expect("the trigger is there");
        self.tamper(&format!(
            "DROP TRIGGER office_profile_update;
             UPDATE office_profile SET phone = '110' WHERE version = 1;
             {trigger};"
        ));
    }

    /// The version of the tables, as the file itself says.
    pub fn schema(&self) -> i64 {
        let connection = rusqlite::Connection::open(self.path().join("office.db")).expect("the file opens");
        connection
            .query_row("PRAGMA user_version", [], |row| row.get(0))
            .expect("every database has one")
    }

    /// The database behind the program's back.
    pub fn tamper(&self, sql: &str) {
        let connection = rusqlite::Connection::open(self.path().join("office.db")).expect("the file opens");
        connection.execute_batch(sql).expect("the edit is SQL");
    }
}

/// The root of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors()
        .nth(2)
        .expect("two folders below the root")
        .to_owned()
}

/// A program named by an environment variable, as `./dev` sets them.
pub fn named(variable: &str) -> PathBuf {
    let path =
        std::env::var_os(variable).unwrap_or_else(|| panic!("{variable} is not set: start this by ./dev"));
    PathBuf::from(path)
}
