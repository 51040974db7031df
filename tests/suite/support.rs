//! What the promises are tested with: an office of its own per test, a clock that stands still, the program.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::{Arc, Mutex, OnceLock};

use chrono::{DateTime, FixedOffset, TimeDelta};
use sunlot_app::account::{AccountEnter, AccountsBegin, NewAccount, Role, Second, Typed};
use sunlot_app::anchor::FolderOfAnchors;
use sunlot_app::office::OfficeProfile;
use sunlot_app::printer::{OtherSystem, Printer};
use sunlot_app::reader::ChildReader;
use sunlot_app::station::FolderVault;
use sunlot_app::{Actor, Clock, Desk, Env, Shell, SystemEntropy, Windows};
use sunlot_store::OfficeFolder;

/// The root of the repository.
pub fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| {
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .expect("tests lie in the root")
            .to_owned()
    })
}

/// A file of the repository as text.
pub fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// A clock that shows the morning of the first ceremony until somebody turns it.
#[derive(Clone)]
pub struct TestClock(Arc<Mutex<DateTime<FixedOffset>>>);

impl Default for TestClock {
    fn default() -> Self {
        let morning = DateTime::parse_from_rfc3339("2026-11-20T09:41:00+08:00").expect("a moment");
        Self(Arc::new(Mutex::new(morning)))
    }
}

impl TestClock {
    /// A clock that shows this moment.
    pub fn at(moment: DateTime<FixedOffset>) -> Self {
        Self(Arc::new(Mutex::new(moment)))
    }

    /// Sets it, zone and all.
    pub fn show(&self, moment: &str) {
        *self.0.lock().expect("nobody panicked over it") =
            DateTime::parse_from_rfc3339(moment).expect("a moment");
    }

    /// Turns it on by so many seconds, or back.
    pub fn turn(&self, seconds: i64) {
        *self.0.lock().expect("nobody panicked over it") += TimeDelta::seconds(seconds);
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<FixedOffset> {
        *self.0.lock().expect("nobody panicked over it")
    }
}

/// Windows are not opened by tests; that one would be is an answer.
pub struct NoWindows;

impl Windows for NoWindows {
    fn open_sample(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }
}

/// Tables are read by the real program.
pub fn reader() -> ChildReader {
    ChildReader::at(program())
}

/// An office in a folder of its own, and a second place for its anchor, gone with the test.
pub struct Office {
    folder: tempfile::TempDir,
    state: tempfile::TempDir,
}

impl Office {
    /// An office that does not exist yet.
    pub fn none() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            state: tempfile::tempdir().expect("a second place"),
        }
    }

    /// An office with the sample profile saved once.
    pub fn sample() -> Self {
        let office = Self::none();
        office
            .desk()
            .office_profile_save(&sample_profile())
            .expect("the sample profile is right");
        office
    }

    /// The sample office with four people, each of one role; see [`PEOPLE`]. Hashing takes its time, so the office is
    /// made once and copied.
    pub fn with_people() -> Self {
        static MADE: OnceLock<Office> = OnceLock::new();
        let made = MADE.get_or_init(|| {
            let office = Self::sample();
            office.begin_accounts();
            office
        });
        made.copied(&["office.db", "office.db-wal"])
    }

    /// Makes the accounts of the four people.
    pub fn begin_accounts(&self) {
        let accounts = PEOPLE.iter().map(|person| person.new_account()).collect();
        self.desk()
            .accounts_begin(&AccountsBegin { accounts })
            .expect("four people are enough");
    }

    /// The same office in another folder, with these of its files and its second place.
    pub fn copied(&self, files: &[&str]) -> Self {
        let office = Self::none();
        for name in files {
            let from = self.path().join(name);
            if from.exists() {
                std::fs::copy(from, office.path().join(name)).expect("a copy");
            }
        }
        std::fs::create_dir_all(office.anchors()).expect("a second place");
        for entry in std::fs::read_dir(self.anchors()).into_iter().flatten().flatten() {
            std::fs::copy(entry.path(), office.anchors().join(entry.file_name())).expect("a copy");
        }
        office
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn database(&self) -> PathBuf {
        self.path().join("office.db")
    }

    /// Where this system's state is kept for this office: `XDG_STATE_HOME`.
    pub fn state(&self) -> &Path {
        self.state.path()
    }

    /// Where the program then keeps anchors.
    pub fn anchors(&self) -> PathBuf {
        self.state().join("sunlot").join("anchors")
    }

    /// Somebody at this office.
    pub fn desk(&self) -> Desk {
        self.desk_at(&TestClock::default())
    }

    /// Somebody at this office, with this clock on the wall.
    pub fn desk_at(&self, clock: &TestClock) -> Desk {
        self.desk_printing(clock, Box::new(OtherSystem))
    }

    /// The same, with this printer.
    pub fn desk_printing(&self, clock: &TestClock, printer: Box<dyn Printer>) -> Desk {
        let env = Env {
            clock: Box::new(clock.clone()),
            entropy: Box::new(SystemEntropy),
            anchors: Box::new(FolderOfAnchors::at(self.anchors())),
            printer,
            vault: Box::new(FolderVault),
            reader: Box::new(reader()),
            windows: Box::new(NoWindows),
            picker: Box::new(sunlot_app::picker::NoPicker),
        };
        Desk::new(
            env,
            OfficeFolder::new(self.path()),
            Actor::named(Shell::Console, "lina"),
        )
    }

    /// Runs the command line at this office.
    pub fn run(&self, arguments: &[&str]) -> Output {
        Command::new(program())
            .env("SUNLOT_HOME", self.path())
            .env("XDG_STATE_HOME", self.state())
            .args(arguments)
            .output()
            .expect("the program starts")
    }

    /// The same, with something on its standard input.
    pub fn run_with_input(&self, arguments: &[&str], input: &str) -> Output {
        let mut child = Command::new(program())
            .env("SUNLOT_HOME", self.path())
            .env("XDG_STATE_HOME", self.state())
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut stdin = child.stdin.take().expect("it has an input");
        stdin.write_all(input.as_bytes()).expect("it reads");
        drop(stdin);
        child.wait_with_output().expect("it ends")
    }

    /// The database behind the program's back.
    pub fn tamper(&self, sql: &str) {
        let connection = rusqlite::Connection::open(self.database()).expect("the file opens");
        connection
            .execute_batch(sql)
            .unwrap_or_else(|e| panic!("{sql}: {e}"));
    }
}

/// Somebody of the office with four people.
pub struct Someone {
    pub login: &'static str,
    pub name: &'static str,
    pub role: Role,
    pub password: &'static str,
}

/// One person for each role.
pub const PEOPLE: [Someone; 4] = [
    Someone {
        login: "lina",
        name: "李娜",
        role: Role::Handler,
        password: "Shuang-suiji26",
    },
    Someone {
        login: "wang",
        name: "王建国",
        role: Role::Supervisor,
        password: "Jiandu-yuan26",
    },
    Someone {
        login: "guan",
        name: "关敏",
        role: Role::Administrator,
        password: "Bao-zhanghao26",
    },
    Someone {
        login: "zhao",
        name: "赵䶮",
        role: Role::Reader,
        password: "Kankan-eryi26",
    },
];

/// Whoever has this role.
pub fn someone(role: Role) -> &'static Someone {
    PEOPLE
        .iter()
        .find(|person| person.role == role)
        .expect("one for each role")
}

impl Someone {
    /// The account as its owner types it.
    pub fn new_account(&self) -> NewAccount {
        NewAccount {
            login: self.login.to_owned(),
            name: self.name.to_owned(),
            roles: vec![self.role],
            password: Typed::new(self.password),
            again: Typed::new(self.password),
        }
    }

    /// Typing the right password.
    pub fn entering(&self) -> AccountEnter {
        AccountEnter {
            login: self.login.to_owned(),
            password: Typed::new(self.password),
        }
    }

    /// Joining in with the right password.
    pub fn second(&self) -> Second {
        Second {
            login: self.login.to_owned(),
            password: Typed::new(self.password),
        }
    }
}

/// The profile of the sample office.
pub fn sample_profile() -> OfficeProfile {
    serde_json::from_str(&text("assets/sample/profile.json")).expect("the sample is a profile")
}

/// The command line. `SUNLOT_BIN` names it; otherwise it is built, so that no test meets an old one.
pub fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        if let Some(named) = std::env::var_os("SUNLOT_BIN") {
            return named.into();
        }
        let built = Command::new(env!("CARGO"))
            // All of the workspace: with another set of features everything would be compiled once more.
            .args(["build", "--quiet", "--workspace", "--bins"])
            .current_dir(root())
            .status()
            .expect("cargo runs");
        assert!(built.success(), "the command line must build");
        let here = std::env::current_exe().expect("this test has a path");
        here.ancestors()
            .nth(2)
            .expect("target/debug/deps/suite")
            .join("sunlot")
    })
}

/// What a run printed for programs.
pub fn json(output: &Output) -> serde_json::Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|e| {
        panic!(
            "{e} in {:?}, stderr {:?}",
            said(&output.stdout),
            said(&output.stderr)
        )
    })
}

/// What a run printed for people.
pub fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What a package is built from on this system.
pub fn dependencies(package: &str) -> BTreeSet<String> {
    let tree = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--offline",
            "-p",
            package,
            "-e",
            "normal",
            "--prefix",
            "none",
            "--format",
            "{p}",
        ])
        .current_dir(root())
        .output()
        .unwrap();
    let names: BTreeSet<String> = String::from_utf8_lossy(&tree.stdout)
        .lines()
        .filter_map(|line| Some(line.split(' ').next()?.to_owned()))
        .collect();
    assert!(
        names.contains(package),
        "cargo tree must answer: {}",
        String::from_utf8_lossy(&tree.stderr)
    );
    names
}
