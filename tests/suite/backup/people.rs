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

/// A backup of the sample office from before it had accounts, and the office with them.
fn office_that_had_none(stick: &std::path::Path) -> (Office, std::path::PathBuf) {
    let office = Office::sample();
    let file = made(&office.desk(), stick);
    office.begin_accounts();
    (office, file)
}

#[test]
fn a_backup_from_before_the_accounts_is_no_way_around_them() {
    let stick = tempfile::tempdir().unwrap();
    let (office, file) = office_that_had_none(stick.path());
    std::fs::write(office.database(), "damaged beyond reading".repeat(500)).unwrap();
    let _ = std::fs::remove_file(office.path().join("office.db-wal"));
    assert_eq!(
        code(restore(&office.desk(), &file)),
        "accounts_forgotten",
        "whoever damages an office with accounts would otherwise have one without, alone"
    );
    let elsewhere = Office::none();
    assert!(
        restore(&elsewhere.desk(), &file).is_ok(),
        "where nobody ever heard of accounts it is a backup like any other"
    );
}

#[test]
fn the_two_people_of_the_office_may_go_back_to_before_the_accounts() {
    let stick = tempfile::tempdir().unwrap();
    let (office, file) = office_that_had_none(stick.path());
    let desk = seated(&office, someone(Role::Administrator));
    restore(&desk, &file).unwrap();
    drop(desk);
    let view = office.desk().accounts_view().unwrap();
    assert!(view.accounts.is_empty(), "both agreed, and the trail says so");
    office.begin_accounts();
}

#[test]
fn an_older_copy_from_before_the_accounts_cannot_be_acknowledged() {
    let office = Office::sample();
    office.tamper("PRAGMA wal_checkpoint(TRUNCATE)");
    let older = std::fs::read(office.database()).unwrap();
    office.begin_accounts();
    office.tamper("PRAGMA wal_checkpoint(TRUNCATE)");
    let _ = std::fs::remove_file(office.path().join("office.db-wal"));
    std::fs::write(office.database(), older).unwrap();
    let request = sunlot_app::anchor::AnchorAcknowledge {
        reason: "硬盘坏了".to_owned(),
        second: None,
    };
    assert_eq!(
        code(office.desk().anchor_acknowledge(&request)),
        "accounts_forgotten",
        "in it one person would be enough, and there were two to ask"
    );
}

#[test]
fn accounts_written_into_the_file_decide_nothing_and_the_backups_people_bring_the_office_back() {
    let (office, stick) = (busy_office(), tempfile::tempdir().unwrap());
    let desk = seated(&office, someone(Role::Administrator));
    let file = made(&desk, stick.path());
    desk.trail_verify(&mut |_, _| true).unwrap();
    drop(desk);
    // The administrator gives the supervisor a password of the administrator's own, behind the program's back.
    crate::trail::forge(
        &office,
        "UPDATE account_password SET hash = (SELECT hash FROM account_password WHERE id = 3) WHERE id = 2",
    );
    let desk = seated(&office, someone(Role::Administrator));
    let check = desk.trail_standing().unwrap().check;
    assert!(
        check
            .faults
            .iter()
            .any(|fault| fault.code == "trail_rows_changed"),
        "though everything was verified before, the next start says so: {:?}",
        check.faults
    );
    let as_supervisor = Second {
        login: "wang".to_owned(),
        password: Typed::new(someone(Role::Administrator).password),
    };
    let add = sunlot_app::account::AccountAdd {
        account: sunlot_app::account::NewAccount {
            login: "liu".to_owned(),
            name: "刘洋".to_owned(),
            roles: vec![Role::Supervisor],
            password: Typed::new("Kankan-eryi27"),
            again: Typed::new("Kankan-eryi27"),
        },
        second: Some(as_supervisor.clone()),
    };
    assert_eq!(
        code(desk.account_add(&add)),
        "accounts_altered",
        "nobody is made a supervisor by it"
    );
    assert_eq!(
        code(desk.office_profile_save(&crate::support::sample_profile())),
        "accounts_altered",
        "and nothing else is written"
    );
    let head = inspect(&desk, &file).unwrap();
    assert!(head.ask_both, "the backup's people are asked");
    let mut request = both(&file, &head.backup.head);
    request.second = Some(as_supervisor);
    assert_eq!(
        code(desk.backup_restore(&request, &mut |_| ())),
        "entry_refused",
        "in the backup the supervisor's password is still the supervisor's"
    );
    desk.backup_restore(&both(&file, &head.backup.head), &mut |_| ())
        .unwrap();
    drop(desk);
    let desk = seated(&office, someone(Role::Supervisor));
    assert!(
        desk.trail_standing().unwrap().check.valid,
        "and so it is in the office again"
    );
}

#[test]
fn over_an_office_that_cannot_be_read_it_is_said_that_nobody_knows_what_goes() {
    let (office, stick) = (busy_office(), tempfile::tempdir().unwrap());
    let file = made(&seated(&office, someone(Role::Administrator)), stick.path());
    std::fs::write(office.database(), "damaged beyond reading".repeat(500)).unwrap();
    let _ = std::fs::remove_file(office.path().join("office.db-wal"));
    let told = inspect(&office.desk(), &file).unwrap().consequences;
    assert!(
        told.iter().any(|line| line.contains("读不出来")),
        "it must not look as if nothing were replaced: {told:?}"
    );
}
