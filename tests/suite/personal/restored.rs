//! Backup and restore: what is kept comes back with its key, what was erased does not come back unnoticed.

use std::fs;
use std::path::Path;

use sunlot_app::account::Role;
use sunlot_app::backup::BackupRequest;
use sunlot_app::personal::PersonalField;

use super::scan::{holding, written};
use super::{ID, PHONE, erase, keeping, show, shown, trail_fits};
use crate::accounts::{code, seated, told};
use crate::backup::{both, file_of, inspect, made, restore, typed};
use crate::support::{Office, someone};

#[test]
fn backup_wipe_and_restore_bring_the_readable_value_back() {
    for passphrase in [None, typed("春眠不觉晓 处处闻啼鸟")] {
        let (office, desk) = keeping();
        let stick = tempfile::tempdir().unwrap();
        let done = desk
            .backup_create(
                &BackupRequest {
                    to: Some(stick.path().display().to_string()),
                    passphrase: passphrase.clone(),
                    station_passphrase: None,
                },
                &mut |_| (),
            )
            .unwrap();
        assert_eq!(done.backup.keys, 1, "the key goes with what it opens");
        assert_eq!(
            done.remarks.len(),
            usize::from(passphrase.is_none()),
            "whoever makes one without a passphrase is told what it holds: {:?}",
            done.remarks
        );
        drop(desk);
        drop(office);
        let office = Office::none();
        let desk = office.desk();
        let file = Path::new(&done.backup.file);
        let mut request = both(file, &done.backup.head);
        request.passphrase = passphrase;
        let restored = desk.backup_restore(&request, &mut |_| ()).unwrap();
        assert_eq!(
            restored.remarks.len(),
            1,
            "nobody knows here what was erased since: {:?}",
            restored.remarks
        );
        drop(desk);
        let desk = seated(&office, someone(Role::Supervisor));
        assert_eq!(
            show(&desk, "lina", PersonalField::MobilePhone).unwrap(),
            PHONE,
            "it opens again"
        );
        assert_eq!(
            show(&desk, "lina", PersonalField::IdNumber).unwrap(),
            ID,
            "and so does the other"
        );
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let key = fs::metadata(office.path().join("keys/personal.key")).unwrap();
            assert_eq!(
                key.permissions().mode() & 0o777,
                0o600,
                "the key is its owner's alone again"
            );
        }
        let found = holding(office.path(), &written(PHONE));
        assert!(found.is_empty(), "and stands in clear nowhere: {found:?}");
    }
}

#[test]
fn what_was_erased_since_the_backup_is_erased_again() {
    let (office, desk) = keeping();
    let stick = tempfile::tempdir().unwrap();
    let file = made(&desk, stick.path());
    erase(&desk, "lina", PersonalField::MobilePhone).unwrap();
    let consequences = inspect(&desk, &file).unwrap().consequences.join("\n");
    assert!(
        consequences.contains("抹去过 1 项个人信息") && consequences.contains("再次抹去"),
        "it is said before: {consequences}"
    );
    let restored = restore(&desk, &file).unwrap();
    assert!(
        restored.remarks.join("").contains("再次抹去"),
        "and afterwards: {:?}",
        restored.remarks
    );
    drop(desk);
    let desk = seated(&office, someone(Role::Administrator));
    assert_eq!(
        code(show(&desk, "lina", PersonalField::MobilePhone)),
        "personal_not_kept",
        "a restore does not undo an erasing"
    );
    assert_eq!(
        show(&desk, "lina", PersonalField::IdNumber).unwrap(),
        ID,
        "what was kept is kept"
    );
    assert!(
        told(&desk, 100)
            .join("\n")
            .contains("备份以后抹去过的 1 项个人信息再次抹去"),
        "and the trail tells of it"
    );
    drop(desk);
    assert!(trail_fits(&office), "which fits");
}

#[test]
fn into_an_empty_folder_it_is_said_plainly_that_erased_values_come_back() {
    let (office, desk) = keeping();
    let stick = tempfile::tempdir().unwrap();
    let file = made(&desk, stick.path());
    erase(&desk, "lina", PersonalField::MobilePhone).unwrap();
    drop(desk);
    drop(office);
    let new = Office::none();
    let desk = new.desk();
    let inspected = desk.backup_inspect(&file_of(&file), &mut |_| ()).unwrap();
    assert!(
        inspected.consequences.join("\n").contains("会重新出现"),
        "before: {:?}",
        inspected.consequences
    );
    let restored = desk
        .backup_restore(&both(&file, &inspected.backup.head), &mut |_| ())
        .unwrap();
    assert!(
        restored.remarks.join("").contains("会重新出现"),
        "and afterwards: {:?}",
        restored.remarks
    );
    drop(desk);
    let desk = seated(&new, someone(Role::Administrator));
    assert_eq!(
        shown(&desk.personal_view().unwrap()).len(),
        2,
        "it is back, as was said: nothing here knows better"
    );
}

#[test]
fn where_nothing_personal_is_kept_nothing_is_said_of_it() {
    let office = Office::with_people();
    let desk = seated(&office, someone(Role::Administrator));
    let stick = tempfile::tempdir().unwrap();
    let file = made(&desk, stick.path());
    let told = inspect(&desk, &file).unwrap().consequences.join("\n");
    assert!(!told.contains("个人信息"), "no alarm without cause: {told}");
    let restored = restore(&desk, &file).unwrap();
    assert!(restored.remarks.is_empty(), "{:?}", restored.remarks);
}
