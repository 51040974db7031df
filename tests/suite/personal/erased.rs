//! What was erased is gone: the sealed bytes, the salt, and nothing of the trail.

use rusqlite::Connection;
use sunlot_app::account::Role;
use sunlot_app::personal::PersonalField;

use super::scan::{holding, laid_down};
use super::{PHONE, erase, keep, keeping, recorded, show, shown, trail_fits};
use crate::accounts::{code, seated, told};
use crate::backup::made;
use crate::support::{Office, someone};

/// The sealed values on the disk, with the login names of their holders.
fn sealed(office: &Office) -> Vec<(String, Vec<u8>)> {
    let database = Connection::open(office.database()).unwrap();
    let mut query = database
        .prepare("SELECT holder, sealed FROM personal_field JOIN personal_note ON note = id AND version = 1")
        .unwrap();
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.map(|row| row.unwrap()).collect()
}

#[test]
fn sealed_bytes_and_salt_are_in_no_file_and_the_trail_fits() {
    let office = Office::with_people();
    let (desk, chance) = recorded(&office);
    for login in ["lina", "wang", "guan", "zhao"] {
        keep(&desk, login, PersonalField::MobilePhone, PHONE).unwrap();
    }
    let before = sealed(&office);
    assert_eq!(before.len(), 4, "four values lie sealed");
    for (login, bytes) in &before {
        assert!(
            !holding(office.path(), std::slice::from_ref(bytes)).is_empty(),
            "{login}: it is there before"
        );
    }
    let erased = erase(&desk, "wang", PersonalField::MobilePhone).unwrap();
    assert_eq!(erased.remains, [""; 0], "no copy was made while it was kept");
    assert_eq!(erased.view.items.len(), 3, "the others are kept");
    let gone = |login: &str| {
        let (_, bytes) = before.iter().find(|(holder, _)| holder == login).unwrap();
        holding(office.path(), std::slice::from_ref(bytes))
    };
    // The program still sits there, so the log is a file as well.
    assert!(
        gone("wang").is_empty(),
        "the sealed bytes are left in {:?}",
        gone("wang")
    );
    assert!(
        !gone("lina").is_empty(),
        "a search that never finds anything would prove nothing"
    );
    for salt in chance.of_length(32) {
        // The key is among what chance gave, and has its file.
        let found = holding(office.path(), &laid_down(&salt));
        assert!(
            found.is_empty() || found == ["keys/personal.key"],
            "a salt is left in {found:?}: with it, eleven digits are found by trying"
        );
    }
    assert_eq!(
        code(show(&desk, "wang", PersonalField::MobilePhone)),
        "personal_not_kept",
        "gone"
    );
    assert_eq!(
        show(&desk, "zhao", PersonalField::MobilePhone).unwrap(),
        PHONE,
        "the others open"
    );
    assert!(
        told(&desk, 3)
            .join("\n")
            .contains("抹去王建国（wang）的手机号码，理由：已经调离"),
        "it is told"
    );
    drop(desk);
    assert!(gone("wang").is_empty(), "nor when it is closed");
    assert!(trail_fits(&office), "and the trail fits");
}

#[test]
fn no_copy_stays_where_the_database_moved_rows_about() {
    let office = Office::with_people();
    let (desk, _) = recorded(&office);
    let fields = [PersonalField::MobilePhone, PersonalField::IdNumber];
    // Kept and erased over and over, so that pages fill, part and empty again.
    let mut ever = Vec::new();
    for round in 0..6 {
        for (field, value) in fields.into_iter().zip([PHONE, super::ID]) {
            for login in ["lina", "wang", "guan", "zhao"] {
                keep(&desk, login, field, value).unwrap();
            }
        }
        ever.extend(sealed(&office).into_iter().map(|(_, bytes)| bytes));
        for login in ["lina", "wang", "guan", "zhao"] {
            erase(&desk, login, fields[round % 2]).unwrap();
            erase(&desk, login, fields[(round + 1) % 2]).unwrap();
        }
    }
    assert_eq!(ever.len(), 48, "every value was sealed anew");
    for bytes in ever {
        let found = holding(office.path(), &[bytes]);
        assert!(found.is_empty(), "sealed bytes are left in {found:?}");
    }
}

#[test]
fn pages_full_of_values_part_and_nothing_of_the_erased_stays_in_either() {
    let (office, desk) = keeping();
    drop(desk);
    // As many as a large office keeps; behind the program's back, for accounts are slow to make.
    let planted = |number: usize| format!("{:0>90}", format!("planted-{number}-"));
    let mut batch = String::new();
    for number in 3..400 {
        // Numbers fall, so that pages part in the middle as well.
        let note = 1_000 - number;
        batch += &format!(
            "INSERT INTO personal_field VALUES ({note}, zeroblob(24), CAST('{}' AS BLOB));",
            planted(number)
        );
    }
    office.tamper(&batch);
    let there = |number| holding(office.path(), &[planted(number).into_bytes()]);
    assert!(!there(7).is_empty(), "they were laid down");
    let desk = seated(&office, someone(Role::Administrator));
    erase(&desk, "lina", PersonalField::MobilePhone).unwrap();
    for number in 3..400 {
        assert!(
            there(number).is_empty(),
            "rows that no note keeps go with any erasing, with every copy of them: {number} in {:?}",
            there(number)
        );
    }
    assert_eq!(
        shown(&desk.personal_view().unwrap()),
        ["320301********0039"],
        "and what is kept stays"
    );
}

#[test]
fn copies_from_before_are_named_so_that_people_can_destroy_them() {
    let (office, desk) = keeping();
    let stick = tempfile::tempdir().unwrap();
    let file = made(&desk, stick.path());
    let name = file.file_name().unwrap().to_string_lossy().into_owned();
    std::fs::create_dir_all(office.path().join("backups/replaced-20261101T080000")).unwrap();
    let old = office
        .path()
        .join("backups/before-upgrade-from-2-20260101T080000.db");
    std::fs::write(old, "from before anything personal was kept").unwrap();
    let remains = erase(&desk, "lina", PersonalField::MobilePhone).unwrap().remains;
    assert_eq!(remains.len(), 2, "{remains:?}");
    assert!(
        remains[0].contains(&name),
        "the backup by its name: {}",
        remains[0]
    );
    assert!(
        remains[1].contains("另有 1 份换下的数据"),
        "and what was replaced: {}",
        remains[1]
    );
    std::fs::remove_file(&file).unwrap();
    keep(&desk, "wang", PersonalField::MobilePhone, PHONE).unwrap();
    let later = erase(&desk, "wang", PersonalField::MobilePhone).unwrap().remains;
    assert!(
        !later.join("").contains(&name),
        "a backup from before it was kept does not have it: {later:?}"
    );
}

#[test]
fn erasing_needs_no_key() {
    let (office, desk) = keeping();
    std::fs::remove_file(office.path().join("keys/personal.key")).unwrap();
    for field in [PersonalField::MobilePhone, PersonalField::IdNumber] {
        erase(&desk, "lina", field).expect("what cannot be read any more can still be erased");
    }
    keep(&desk, "lina", PersonalField::MobilePhone, PHONE).expect("a new key is made where nothing is kept");
    assert_eq!(
        show(&desk, "lina", PersonalField::MobilePhone).unwrap(),
        PHONE,
        "and it opens"
    );
}
