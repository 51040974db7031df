//! Choosing files in the system's own window: where it begins, what it shows, and what its answer means.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use sunlot_app::picker::{FileChoose, FileChosen, FilePurpose, FileQuestion, FileSort, Picker};
use sunlot_app::{Actor, Desk, Env, Shell};
use sunlot_store::OfficeFolder;

use crate::support::{Office, TestClock};

/// Somebody before a window of files: what they were asked, and what they choose.
#[derive(Clone, Default)]
struct Hand(Arc<Mutex<(Vec<FileQuestion>, Option<PathBuf>)>>);

impl Hand {
    fn chooses(&self, path: impl Into<PathBuf>) {
        self.0.lock().unwrap().1 = Some(path.into());
    }

    fn asked(&self) -> FileQuestion {
        self.0.lock().unwrap().0.last().unwrap().clone()
    }
}

impl Picker for Hand {
    fn ask(&self, question: &FileQuestion) -> Option<PathBuf> {
        let mut hand = self.0.lock().unwrap();
        hand.0.push(question.clone());
        hand.1.clone()
    }

    fn home(&self) -> Option<PathBuf> {
        Some(PathBuf::from("/home/lina"))
    }
}

fn desk(office: &Office, hand: &Hand) -> Desk {
    let env = Env {
        clock: Box::new(TestClock::default()),
        picker: Box::new(hand.clone()),
        ..Env::of_this_computer()
    };
    Desk::new(
        env,
        OfficeFolder::new(office.path()),
        Actor::named(Shell::Console, "lina"),
    )
}

fn choose(desk: &Desk, purpose: FilePurpose, at: &str, name: Option<&str>) -> Option<FileChosen> {
    let name = name.map(str::to_owned);
    let at = at.to_owned();
    desk.file_choose(&FileChoose { purpose, at, name }).unwrap()
}

fn text(path: &Path) -> String {
    path.display().to_string()
}

#[test]
fn the_file_that_was_chosen_is_the_answer_and_nothing_is_where_nobody_chose() {
    let (office, hand) = (Office::none(), Hand::default());
    let desk = desk(&office, &hand);
    assert_eq!(
        choose(&desk, FilePurpose::Roster, "", None),
        None,
        "whoever cancels has chosen nothing"
    );
    hand.chooses("/media/usb/名录.xlsx");
    let chosen = choose(&desk, FilePurpose::Roster, "", None).unwrap();
    assert_eq!(
        (chosen.path.as_str(), chosen.replaces),
        ("/media/usb/名录.xlsx", false),
        "a file that is read replaces nothing"
    );
    assert_eq!(hand.asked().sort, FileSort::Open, "a roster is there already");
    assert!(!office.database().exists(), "looking for a file makes no office");
}

#[test]
fn the_window_begins_where_the_field_points_then_where_something_was_chosen_last() {
    let (office, hand) = (Office::none(), Hand::default());
    let (stick, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let desk = desk(&office, &hand);
    let begins = |purpose, at: &str| {
        choose(&desk, purpose, at, None);
        hand.asked().folder.unwrap()
    };
    assert_eq!(
        begins(FilePurpose::Roster, ""),
        Path::new("/home/lina"),
        "nobody has been anywhere yet"
    );
    assert_eq!(
        begins(FilePurpose::Roster, "名录.xlsx"),
        Path::new("/home/lina"),
        "a name alone is nowhere"
    );
    assert_eq!(
        begins(FilePurpose::Roster, "/no/such/place/名录.xlsx"),
        Path::new("/home/lina"),
        "a place that is not there helps nobody, nor does the root of the disk"
    );
    assert_eq!(
        begins(FilePurpose::Roster, &text(&other.path().join("名录.xlsx"))),
        other.path(),
        "the folder of what was typed"
    );
    hand.chooses(stick.path().join("名录.xlsx"));
    begins(FilePurpose::Roster, "");
    assert_eq!(
        begins(FilePurpose::Roster, ""),
        stick.path(),
        "once something was chosen, there"
    );
    assert_eq!(
        begins(FilePurpose::Backup, ""),
        Path::new("/home/lina"),
        "backups lie elsewhere than rosters"
    );
    fs::remove_dir(stick.path()).unwrap();
    assert_eq!(
        begins(FilePurpose::Roster, ""),
        Path::new("/home/lina"),
        "a stick that was pulled out is nowhere"
    );
}

#[test]
fn a_list_gets_a_name_of_its_day_and_an_ending_and_only_what_was_asked_about_is_replaced() {
    let (office, hand) = (Office::none(), Hand::default());
    let desk = desk(&office, &hand);
    let folder = tempfile::tempdir().unwrap();
    hand.chooses(folder.path().join("给局长.xlsx"));
    let chosen = choose(&desk, FilePurpose::List, "", Some("检查对象.xlsx")).unwrap();
    let asked = hand.asked();
    assert_eq!(
        asked.name.as_deref(),
        Some("检查对象-20261120.xlsx"),
        "tomorrow's list does not take the place of today's"
    );
    let kinds: Vec<_> = asked.kinds.iter().map(|kind| kind.label).collect();
    assert_eq!(kinds, ["Excel 表格"], "what it is about to be");
    assert!(chosen.replaces, "the window has asked about just this name");

    hand.chooses(folder.path().join("给局长"));
    let chosen = choose(&desk, FilePurpose::List, "", Some("检查对象.xlsx")).unwrap();
    assert_eq!(
        (chosen.path, chosen.replaces),
        (text(&folder.path().join("给局长.xlsx")), false),
        "without an ending nobody could open it, and about the longer name nobody was asked"
    );
    choose(&desk, FilePurpose::Template, "", Some("检查对象名单模板.xlsx"));
    assert_eq!(
        hand.asked().name.as_deref(),
        Some("检查对象名单模板.xlsx"),
        "a blank roster is of no day"
    );
}

#[test]
fn the_command_line_asks_nobody() {
    let office = Office::none();
    assert_eq!(
        choose(&office.desk(), FilePurpose::Folder, "", None),
        None,
        "without a window nothing is chosen"
    );
}
