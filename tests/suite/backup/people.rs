//! Who may put a backup back: two people of this office, or, where there are none, two of the backup's.

use sunlot_app::account::{Role, Second, Typed};

use super::{both, busy_office, dump, inspect, made, restore};
use crate::accounts::{code, seated, told};
use crate::support::{Office, someone};

#[test]
fn nobody_restores_alone() {
    let (office, stick) = (busy_office(), tempfile::tempdir().unwrap());
    let desk = seated(&office, someone(Role::Administrator));
    let file = made(&desk, stick.path());
    let head = inspect(&desk, &file).unwrap().backup.head;
    let mut request = both(&file, &head);
    request.second = None;
    assert_eq!(
        code(desk.backup_restore(&request, &mut |_| ())),
        "second_missing",
        "the administrator alone is not enough"
    );
    request.second = Some(someone(Role::Handler).second());
    assert_eq!(
        code(desk.backup_restore(&request, &mut |_| ())),
        "second_not_permitted",
        "nor with somebody who does not watch"
    );
    let mut wrong = someone(Role::Supervisor).second();
    wrong.password = Typed::new("Wrong-password1");
    request.second = Some(wrong);
    assert_eq!(
        code(desk.backup_restore(&request, &mut |_| ())),
        "second_refused",
        "nor with a guessed password"
    );
    assert!(
        told(&desk, 1)[0].contains("第二人确认未通过"),
        "and the attempt is written down: {:?}",
        told(&desk, 1)
    );
    assert_eq!(
        dump(office.path())["office_epoch"].len(),
        1,
        "nothing was put back"
    );
}

#[test]
fn only_what_was_looked_at_is_put_back() {
    let (office, stick) = (busy_office(), tempfile::tempdir().unwrap());
    let desk = seated(&office, someone(Role::Administrator));
    let file = made(&desk, stick.path());
    let other = made(&desk, stick.path());
    let head = inspect(&desk, &file).unwrap().backup.head;
    assert_eq!(
        code(desk.backup_restore(&both(&other, &head), &mut |_| ())),
        "backup_changed",
        "somebody exchanged the stick meanwhile"
    );
}

#[test]
fn another_offices_backup_does_not_come_in() {
    let stick = tempfile::tempdir().unwrap();
    let stranger = Office::sample();
    let file = made(&stranger.desk(), stick.path());
    let office = Office::sample();
    let desk = office.desk();
    let inspected = inspect(&desk, &file).unwrap();
    assert_eq!(
        inspected.refused.map(|refused| refused.code).as_deref(),
        Some("backup_other_office"),
        "looking at it says so already"
    );
    assert_eq!(
        code(restore(&desk, &file)),
        "backup_other_office",
        "two offices with one name are still two"
    );
    super::nothing_half_done(&office, stick.path());
}

#[test]
fn into_an_office_just_begun_the_backups_own_people_bring_it() {
    let (office, stick) = (busy_office(), tempfile::tempdir().unwrap());
    let file = made(&seated(&office, someone(Role::Administrator)), stick.path());
    drop(office);
    let new = Office::none();
    let desk = new.desk();
    // The window makes an office as soon as it opens.
    desk.console_view().unwrap();
    let head = inspect(&desk, &file).unwrap().backup.head;
    let mut request = both(&file, &head);
    request.first = None;
    assert_eq!(
        code(desk.backup_restore(&request, &mut |_| ())),
        "restore_needs_both",
        "an empty office is no way around the accounts in the backup"
    );
    request.first = Some(Second {
        login: "guan".to_owned(),
        password: Typed::new("Wrong-password1"),
    });
    assert_eq!(
        code(desk.backup_restore(&request, &mut |_| ())),
        "entry_refused",
        "nor is a guess"
    );
    request.first = Some(someone(Role::Reader).second());
    assert_eq!(
        code(desk.backup_restore(&request, &mut |_| ())),
        "restore_not_permitted",
        "nor are two who may not"
    );
    request.first = Some(someone(Role::Administrator).second());
    let restored = desk.backup_restore(&request, &mut |_| ()).unwrap();
    assert!(restored.aside.is_some(), "even the empty office is kept");
    assert_eq!(dump(new.path())["account"].len(), 4, "and the people are there");
}

#[test]
fn a_damaged_office_is_replaced_by_the_backups_people_and_kept() {
    let (office, stick) = (busy_office(), tempfile::tempdir().unwrap());
    let file = made(&seated(&office, someone(Role::Administrator)), stick.path());
    std::fs::write(office.database(), "damaged beyond reading".repeat(500)).unwrap();
    let _ = std::fs::remove_file(office.path().join("office.db-wal"));
    let desk = office.desk();
    let restored = restore(&desk, &file).unwrap();
    let aside = std::path::PathBuf::from(restored.aside.unwrap());
    assert!(
        std::fs::read_to_string(aside.join("office.db"))
            .unwrap()
            .starts_with("damaged"),
        "what was damaged may still be wanted as evidence"
    );
    drop(desk);
    let desk = seated(&office, someone(Role::Reader));
    assert!(
        desk.trail_verify(&mut |_, _| true).unwrap().valid,
        "and the office works again"
    );
}
