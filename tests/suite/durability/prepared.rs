//! Offices as operations find them, each made once and copied for every round: hashing passwords takes its time.

mod drawn;
mod planned;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, OnceLock};

use chrono::Local;
use serde_json::{Value, json};
use sunlot_app::account::{AccountEnter, Role, Typed};
use sunlot_app::anchor::FolderOfAnchors;
use sunlot_app::office::OfficeProfile;
use sunlot_app::{Actor, Desk, Env, Shell};
use sunlot_store::OfficeFolder;

use crate::support::{PEOPLE, TestClock, program, root, someone};

/// An office to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Start {
    /// An empty folder.
    Nothing,
    /// The sample profile, saved once.
    Profile,
    /// The same; the program that saved it last was killed before it could tidy up.
    Crashed,
    /// Four people, one of each role.
    People,
    /// The same; one of them mistyped until the account was locked.
    Locked,
    /// Four people; the anchor is gone.
    Unanchored,
    /// Four people and a key of the station.
    Keyed,
    /// Four people, one of whom has a number that is kept.
    Personal,
    /// The same, changed after a backup of it was made.
    BackedUp,
    /// Fifty targets, an item in force, rules, a plan and a task.
    Planned,
    /// The same with four people.
    PlannedByPeople,
    /// As planned; the task's list was announced, and is another by now.
    Announced,
    /// As planned, the task approved; four people and a key.
    Approved,
    /// The same; a ceremony is prepared.
    Ready,
    /// It is sealed.
    Sealed,
    /// All cards are down, and two of three numbers confirmed.
    Turned,
    /// It is drawn.
    Drawn,
    /// Written when there were no accounts.
    Schema1,
    /// Written when there was no key of the station.
    Schema2,
}

impl Start {
    /// How many steps an upgrade of it takes.
    pub fn steps_behind(self) -> isize {
        let newest = isize::try_from(sunlot_store::schema_version()).expect("a handful");
        match self {
            Self::Schema1 => newest - 1,
            Self::Schema2 => newest - 2,
            _ => 0,
        }
    }
}

/// The new password of every operation that sets one.
const NEW: &str = "Linshi-mima26";

/// Where rounds take place: in memory, where there is room, for what the disk does is acted by the tests themselves.
pub fn workshop() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    let shop = tempfile::Builder::new().prefix(&prefix()).tempdir_in(memory);
    shop.or_else(|_| tempfile::tempdir())
        .expect("a folder for the round")
}

fn prefix() -> String {
    format!("sunlot-proof-{}-", std::process::id())
}

/// What is made once in a process, and lasts as long as it.
struct Shelf {
    folder: PathBuf,
    offices: Mutex<BTreeMap<Start, PathBuf>>,
}

fn shelf() -> &'static Shelf {
    static SHELF: OnceLock<Shelf> = OnceLock::new();
    SHELF.get_or_init(|| {
        let folder = workshop().keep();
        sweep_up_behind_the_dead(folder.parent().expect("it lies in a folder"));
        Shelf {
            folder,
            offices: Mutex::default(),
        }
    })
}

/// A process cannot tidy up after itself at its very end, so the next one does.
fn sweep_up_behind_the_dead(shops: &Path) {
    for entry in fs::read_dir(shops).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(process) = name
            .strip_prefix("sunlot-proof-")
            .and_then(|rest| rest.split('-').next())
        else {
            continue;
        };
        if !Path::new("/proc").join(process).exists() {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Passwords, forms and codes that operations read.
pub fn desk() -> &'static Path {
    static DESK: OnceLock<PathBuf> = OnceLock::new();
    DESK.get_or_init(|| {
        let desk = shelf().folder.join("desk");
        fs::create_dir(&desk).unwrap();
        let lay = |name: &str, text: &str| fs::write(desk.join(name), text).unwrap();
        for person in &PEOPLE {
            lay(person.login, person.password);
        }
        lay("new", NEW);
        lay("number", "13987650123");
        lay("phrase", "春眠不觉晓处处闻啼鸟夜来");
        lay("other-phrase", "夜来风雨声 花落知多少 又一年");
        lay("nobody", "Bushi-zhege26");
        lay("accounts.json", &accounts().to_string());
        lay("roster.csv", &roster());
        planned::FORMS.iter().for_each(|(name, text)| lay(name, text));
        lay(
            "bases.json",
            r#"[{"law": "粮食流通管理条例", "article": "第九条"}]"#,
        );
        fs::copy(
            root().join("assets/sample/profile.json"),
            desk.join("profile.json"),
        )
        .unwrap();
        desk
    })
}

/// Fifty targets; without codes, so that none has to be invented.
fn roster() -> String {
    let row = |place: usize| format!("徐水第{place}超市,安肃镇商街{place}号,在营\n");
    let head = "企业名称,住所,登记状态\n".to_owned();
    (1..=50).map(row).fold(head, |text, row| text + &row)
}

fn accounts() -> Value {
    let account = |person: &crate::support::Someone| {
        json!({
            "login": person.login, "name": person.name, "roles": [person.role],
            "password": person.password, "again": person.password,
        })
    };
    json!({ "accounts": PEOPLE.iter().map(account).collect::<Vec<_>>() })
}

/// Where the trail of the kept backup ends.
pub fn head_of_the_backup() -> String {
    site(Start::BackedUp);
    fs::read_to_string(desk().join("head")).unwrap()
}

/// The day on which the station's key was made. Written down, so that midnight makes no difference.
pub fn day_of_the_key() -> String {
    site(Start::Keyed);
    fs::read_to_string(desk().join("day")).unwrap()
}

/// The office and the second place of its anchor, made now if nobody asked for it before.
pub fn site(start: Start) -> PathBuf {
    // Kept while it is made, so that it is made once.
    let mut offices = shelf()
        .offices
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    made(start, &mut offices)
}

fn made(start: Start, offices: &mut BTreeMap<Start, PathBuf>) -> PathBuf {
    if let Some(made) = offices.get(&start) {
        return made.clone();
    }
    let folder = shelf().folder.join(format!("{start:?}"));
    fs::create_dir_all(&folder).unwrap();
    match start {
        // A place for an office, and none there.
        Start::Nothing => {}
        Start::Profile => drop(run(
            &folder,
            &["office", "set", "--from", &at_desk("profile.json")],
        )),
        Start::Crashed => {
            let before = shelf().folder.join("before-the-crash");
            copy_folder(&made(Start::Profile, offices), &before);
            crash(&before, &folder);
        }
        Start::People => {
            copy_folder(&made(Start::Profile, offices), &folder);
            let begun = run(
                &folder,
                &["account", "begin", "--from", &at_desk("accounts.json")],
            );
            lay_down_codes(&begun);
        }
        Start::Locked => {
            copy_folder(&made(Start::People, offices), &folder);
            lock_out(&folder, someone(Role::Reader).login);
        }
        Start::Unanchored => {
            copy_folder(&made(Start::People, offices), &folder);
            fs::remove_dir_all(folder.join("state/sunlot/anchors")).unwrap();
        }
        Start::Keyed => {
            copy_folder(&made(Start::People, offices), &folder);
            make_key(&folder);
            fs::write(at_desk("day"), Local::now().date_naive().to_string()).unwrap();
        }
        Start::Personal => {
            copy_folder(&made(Start::People, offices), &folder);
            let words = [
                "--as",
                "guan",
                "--password-file",
                &at_desk("guan"),
                "personal",
                "keep",
                "--account",
                "lina",
                "--field",
                "mobile_phone",
                "--value-file",
                &at_desk("number"),
                "--reason",
                "值班联系",
            ];
            run(&folder, &words);
        }
        Start::BackedUp => {
            copy_folder(&made(Start::Keyed, offices), &folder);
            back_up(&folder);
        }
        Start::Planned => {
            copy_folder(&made(Start::Profile, offices), &folder);
            planned::plan(&folder);
        }
        Start::PlannedByPeople => {
            copy_folder(&made(Start::Planned, offices), &folder);
            run(
                &folder,
                &["account", "begin", "--from", &at_desk("accounts.json")],
            );
        }
        Start::Announced => {
            copy_folder(&made(Start::Planned, offices), &folder);
            planned::announce(&folder);
        }
        Start::Approved => {
            copy_folder(&made(Start::Planned, offices), &folder);
            drawn::approve(&folder);
        }
        Start::Ready => {
            copy_folder(&made(Start::Approved, offices), &folder);
            drawn::prepare(&folder);
        }
        Start::Sealed => {
            copy_folder(&made(Start::Ready, offices), &folder);
            drawn::seal(&folder);
        }
        Start::Turned => {
            copy_folder(&made(Start::Sealed, offices), &folder);
            drawn::turn(&folder);
        }
        Start::Drawn => {
            copy_folder(&made(Start::Turned, offices), &folder);
            drawn::draw(&folder);
        }
        Start::Schema1 => fixture(1, &folder),
        Start::Schema2 => fixture(2, &folder),
    }
    offices.insert(start, folder.clone());
    folder
}

/// The two make a key of the station.
fn make_key(site: &Path) {
    let (lina, wang) = (at_desk("lina"), at_desk("wang"));
    let two = [
        "--as",
        "lina",
        "--password-file",
        &lina,
        "--second",
        "wang",
        "--second-password-file",
        &wang,
    ];
    let words = ["key", "make", "--passphrase-file", &at_desk("phrase")];
    run(site, &[&two[..], &words].concat());
}

/// Keeps a backup at the desk, and lets the office go on.
fn back_up(site: &Path) {
    let (guan, stick) = (at_desk("guan"), shelf().folder.join("stick"));
    fs::create_dir(&stick).unwrap();
    let to = stick.display().to_string();
    let one = ["--as", "guan", "--password-file", &guan];
    let made = run(site, &[&one[..], &["backup", "create", "--to", &to]].concat());
    let backup = &made["backup"];
    fs::rename(backup["file"].as_str().unwrap(), at_desk("kept.sunlot-backup")).unwrap();
    fs::write(at_desk("head"), backup["head"].as_str().unwrap()).unwrap();
    run(
        site,
        &[&one[..], &["office", "set", "--phone", "0516-11112222"]].concat(),
    );
}

/// A database as an older version of the program left it.
fn fixture(schema: u32, folder: &Path) {
    let office = folder.join("office");
    fs::create_dir(&office).unwrap();
    let kept = root().join(format!("tests/fixtures/office-of-schema-{schema}.db"));
    fs::copy(kept, office.join("office.db")).unwrap();
}

fn at_desk(name: &str) -> String {
    desk().join(name).display().to_string()
}

/// Runs the command line, which must succeed.
fn run(site: &Path, words: &[&str]) -> Value {
    let output = Command::new(program())
        .env("SUNLOT_HOME", site.join("office"))
        .env("XDG_STATE_HOME", site.join("state"))
        .arg("--json")
        .args(words)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words:?}: {said}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The recovery codes are shown once; here they are kept for the operation that uses one.
fn lay_down_codes(begun: &Value) {
    for made in begun["recovery"].as_array().expect("one for each account") {
        let groups: Vec<_> = made["groups"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(Value::as_str)
            .collect();
        let name = format!("code-{}", made["login"].as_str().unwrap());
        fs::write(desk().join(name), groups.join("-")).unwrap();
    }
}

/// Copies what is on the disk while the program still sits there: its log has changes that are not in the database.
fn crash(site: &Path, into: &Path) {
    let desk = sit(site, &TestClock::at(Local::now().fixed_offset()));
    for number in 1..=3 {
        let profile = desk.office_profile().unwrap().profile;
        let phone = format!("0516-8765432{number}");
        desk.office_profile_save(&OfficeProfile { phone, ..profile })
            .unwrap();
    }
    copy_folder(site, into);
    let log = fs::metadata(into.join("office/office.db-wal")).map_or(0, |log| log.len());
    assert!(log > 0, "without a log this would be no crash");
}

/// Mistypes fifteen times, waiting out every pause on a clock that stands hours back.
fn lock_out(site: &Path, login: &str) {
    let clock = TestClock::at(Local::now().fixed_offset());
    clock.turn(-6 * 3600);
    let desk = sit(site, &clock);
    for wrong in 1..=15u32 {
        let refused = desk.account_enter(&AccountEnter {
            login: login.to_owned(),
            password: Typed::new("Wrong-password1"),
        });
        assert!(refused.is_err(), "that is not the password");
        clock.turn(wrong.checked_sub(5).map_or(1, |doublings| 16 << doublings));
    }
}

/// Somebody at this office, with this clock on the wall.
fn sit(site: &Path, clock: &TestClock) -> Desk {
    let env = Env {
        clock: Box::new(clock.clone()),
        ..env_of(site)
    };
    Desk::new(
        env,
        OfficeFolder::new(site.join("office")),
        Actor::of_this_computer(Shell::Cli),
    )
}

/// The world of an office whose second place lies beside it.
pub fn env_of(site: &Path) -> Env {
    Env {
        anchors: Box::new(FolderOfAnchors::at(site.join("state/sunlot/anchors"))),
        ..Env::of_this_computer()
    }
}

/// Copies a folder with everything in it.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
