//! One round: an operation in a copy of its office, undisturbed, killed, or under strace.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

use super::operation::{By, Operation};
use super::prepared::{self, copy_folder, workshop};
use crate::support::program;

/// An office of its own, a folder for what leaves it, and the operation to be done there.
pub struct Round {
    folder: TempDir,
    pub operation: &'static Operation,
}

impl Round {
    /// The office as it was prepared.
    pub fn of(operation: &'static Operation) -> Self {
        let round = Self::empty(operation);
        copy_folder(&prepared::site(operation.start), &round.site());
        round
    }

    /// No office yet: somebody lays files down.
    pub fn empty(operation: &'static Operation) -> Self {
        let folder = workshop();
        fs::create_dir_all(folder.path().join("site/out")).unwrap();
        Self { folder, operation }
    }

    /// Where everything of this round lies.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The part of it that the program writes to.
    pub fn site(&self) -> PathBuf {
        self.path().join("site")
    }

    /// The office.
    pub fn office(&self) -> PathBuf {
        self.site().join("office")
    }

    /// The whole command line, the program first.
    pub fn words(&self) -> Vec<String> {
        let file = |login: &str| prepared::desk().join(login).display().to_string();
        let mut words = vec![program().display().to_string(), "--json".to_owned()];
        let mut add = |more: &[&str]| words.extend(more.iter().map(|word| (*word).to_owned()));
        match self.operation.by {
            By::Nobody => {}
            // Nobody knows this person's password, and somebody tries.
            By::One("nobody") => add(&["--as", "lina", "--password-file", &file("nobody")]),
            By::One(login) => add(&["--as", login, "--password-file", &file(login)]),
            By::Two(first, second) => {
                add(&["--as", first, "--password-file", &file(first)]);
                add(&["--second", second, "--second-password-file", &file(second)]);
            }
        }
        let desk = prepared::desk().display().to_string();
        let out = self.site().join("out").display().to_string();
        let filled = |word: &&str| match *word {
            "{head}" => prepared::head_of_the_backup(),
            "{day}" => prepared::day_of_the_key(),
            other => other.replace("{desk}", &desk).replace("{out}", &out),
        };
        words.extend(self.operation.words.iter().map(filled));
        words
    }

    /// Undisturbed.
    pub fn run(&self) -> Answer {
        self.start(&self.words(), None)
    }

    /// Killed after a while. SIGKILL: nothing in the program can react to it.
    pub fn run_killed(&self, after: Duration) -> Answer {
        self.start(&self.words(), Some(after))
    }

    /// Under strace with these options.
    #[cfg(target_os = "linux")]
    pub fn run_traced(&self, options: &[&str]) -> Answer {
        let mut words = vec!["strace".to_owned(), "-f".to_owned()];
        words.extend(options.iter().map(|option| (*option).to_owned()));
        words.extend([
            "-o".to_owned(),
            self.trace().display().to_string(),
            "--".to_owned(),
        ]);
        words.extend(self.words());
        self.start(&words, None)
    }

    /// What strace wrote.
    #[cfg(target_os = "linux")]
    pub fn trace(&self) -> PathBuf {
        self.path().join("trace")
    }

    fn start(&self, words: &[String], killed_after: Option<Duration>) -> Answer {
        let (stdout, stderr) = (self.path().join("stdout"), self.path().join("stderr"));
        let begun = Instant::now();
        let mut process = Command::new(&words[0])
            .args(&words[1..])
            .env("SUNLOT_HOME", self.office())
            .env("XDG_STATE_HOME", self.site().join("state"))
            .env("RUST_BACKTRACE", "0")
            .stdout(File::create(&stdout).unwrap())
            .stderr(File::create(&stderr).unwrap())
            .spawn()
            .unwrap_or_else(|e| panic!("{}: {e}", words[0]));
        if let Some(patience) = killed_after {
            thread::sleep(patience.saturating_sub(begun.elapsed()));
            let _ = process.kill();
        }
        let status = process.wait().unwrap();
        Answer {
            status,
            took: begun.elapsed(),
            stdout: fs::read(stdout).unwrap(),
            stderr: String::from_utf8_lossy(&fs::read(stderr).unwrap()).into_owned(),
        }
    }
}

/// What came of a run.
pub struct Answer {
    status: ExitStatus,
    pub took: Duration,
    stdout: Vec<u8>,
    pub stderr: String,
}

/// How a run ended, as far as it is the same every time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// The exit status; none where it was killed.
    pub status: Option<i32>,
    /// The code of a refusal.
    pub code: Option<String>,
}

impl Ending {
    /// Done, and said so.
    pub fn is_done(&self) -> bool {
        self.status == Some(0)
    }
}

impl Answer {
    /// How it ended.
    pub fn ending(&self) -> Ending {
        Ending {
            status: self.status.code(),
            code: self
                .printed()
                .and_then(|printed| Some(printed["code"].as_str()?.to_owned())),
        }
    }

    /// What was printed for programs.
    pub fn printed(&self) -> Option<Value> {
        serde_json::from_slice(&self.stdout).ok()
    }

    /// Whether anybody could take it for done: the exit status says so, or an answer that is no refusal was printed.
    pub fn says_done(&self) -> bool {
        self.ending().is_done() || (!self.stdout.is_empty() && self.ending().code.is_none())
    }
}
