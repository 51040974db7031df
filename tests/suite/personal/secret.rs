//! A value occurs in no file: not in the database and its log, not in what leaves the office.

use std::fs;
use std::process::Command;

use rusqlite::Connection;
use sha2::{Digest, Sha256};
use sunlot_app::account::Role;
use sunlot_app::paper::PaperWay;
use sunlot_app::personal::PersonalField;
use sunlot_app::trail::{TrailExport, TrailFilter, TrailPaper};

use super::scan::{holding, holds, laid_down, written};
use super::{ID, PHONE, erase, keep, keeping, recorded, show};
use crate::backup::made;
use crate::support::{Office, TestClock, root, someone};

#[test]
fn no_file_of_the_office_and_nothing_that_leaves_it_holds_a_value() {
    let (office, desk) = keeping();
    show(&desk, "lina", PersonalField::MobilePhone).unwrap();
    keep(&desk, "lina", PersonalField::IdNumber, "320301198805120038").unwrap_err();
    let out = tempfile::tempdir().unwrap();
    let at = |name: &str| Some(out.path().join(name).display().to_string());
    desk.trail_export(&TrailExport {
        filter: TrailFilter::default(),
        file: at("trail.xlsx"),
        overwrite: false,
    })
    .unwrap();
    desk.trail_paper(&TrailPaper {
        filter: TrailFilter::default(),
        to: PaperWay::Save {
            file: at("trail.pdf"),
        },
    })
    .unwrap();
    desk.diagnostics_save(Some(&out.path().join("diagnostics.txt")))
        .unwrap();
    let view = format!("{:?}", desk.diagnostics_view().unwrap());
    let stick = out.path().join("stick");
    fs::create_dir(&stick).unwrap();
    made(&desk, &stick);
    let pages = Command::new("pdftotext")
        .arg(at("trail.pdf").unwrap())
        .arg("-")
        .output()
        .unwrap()
        .stdout;
    assert!(holds(&pages, "公民身份号码".as_bytes()), "the extract was read");
    let unpacked = unpacked(&out.path().join("trail.xlsx"));
    assert!(holds(&unpacked, "公民身份号码".as_bytes()), "so was the sheet");
    for value in [PHONE, ID, "320301198805120038"] {
        // While the program works: the log of the database is there as well.
        for folder in [office.path(), office.state(), out.path()] {
            let found = holding(folder, &written(value));
            assert!(
                found.is_empty(),
                "{value} stands in {found:?} of {}",
                folder.display()
            );
        }
        for way in written(value) {
            assert!(!holds(&pages, &way), "{value} stands on paper");
            assert!(!holds(&unpacked, &way), "{value} stands in the sheet");
            assert!(!holds(view.as_bytes(), &way), "{value} is shown to whoever helps");
        }
    }
    assert!(
        office.path().join("office.db-wal").exists(),
        "the log was among the files"
    );
    drop(desk);
    let closed = holding(office.path(), &written(PHONE));
    assert!(closed.is_empty(), "nor when it is closed: {closed:?}");
}

/// What stands in a sheet, which is a zip archive.
fn unpacked(sheet: &std::path::Path) -> Vec<u8> {
    use calamine::{Reader, Xlsx, open_workbook};
    let mut book: Xlsx<_> = open_workbook(sheet).unwrap();
    let mut text = String::new();
    for (name, range) in book.worksheets() {
        text += &name;
        for row in range.rows() {
            text.extend(row.iter().map(|cell| format!("{cell}\t")));
        }
    }
    text.into_bytes()
}

#[test]
fn the_database_alone_does_not_even_confirm_a_guess() {
    let office = Office::with_people();
    let (desk, chance) = recorded(&office);
    keep(&desk, "lina", PersonalField::MobilePhone, PHONE).unwrap();
    drop(desk);
    let commitment: Vec<u8> = Connection::open(office.database())
        .unwrap()
        .query_row("SELECT commitment FROM personal_note", [], |row| row.get(0))
        .unwrap();
    let by = |salt: &[u8]| {
        let bytes = [b"sunlot personal\0".as_slice(), salt, PHONE.as_bytes()].concat();
        Sha256::digest(bytes).to_vec()
    };
    let salts: Vec<_> = chance
        .of_length(32)
        .into_iter()
        .filter(|salt| by(salt) == commitment)
        .collect();
    assert_eq!(
        salts.len(),
        1,
        "whoever has value and salt can prove what was kept"
    );
    let found = holding(office.path(), &laid_down(&salts[0]));
    assert!(
        found.is_empty(),
        "beside the commitment, a salt in clear gives away a number of eleven digits in minutes: {found:?}"
    );
    assert_ne!(by(&[]), commitment, "and without it the guess is not confirmed");
}

#[cfg(unix)]
#[test]
fn the_key_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (office, _desk) = keeping();
    let mode = |name: &str| {
        fs::metadata(office.path().join(name))
            .unwrap()
            .permissions()
            .mode()
            & 0o777
    };
    assert_eq!(mode("keys/personal.key"), 0o600, "the file");
    assert_eq!(mode("keys"), 0o700, "its folder");
}

#[test]
fn no_key_is_made_where_nothing_is_kept() {
    let office = Office::with_people();
    let desk = office.desk_at(&TestClock::default());
    desk.account_enter(&someone(Role::Administrator).entering())
        .unwrap();
    desk.personal_view().unwrap();
    keep(&desk, "lina", PersonalField::MobilePhone, "1").unwrap_err();
    erase(&desk, "lina", PersonalField::MobilePhone).unwrap_err();
    assert!(
        !office.path().join("keys").exists(),
        "an office that keeps nothing has no key to look after"
    );
}

#[test]
fn the_program_asks_for_no_such_number() {
    // Forms are made from these types; a field that is not there cannot be asked for.
    for name in [
        "NewAccount.ts",
        "OfficeProfile.ts",
        "AccountView.ts",
        "PersonView.ts",
    ] {
        let text = fs::read_to_string(root().join("ui/src/ipc/generated").join(name)).unwrap();
        for asked in ["idNumber", "id_number", "mobile"] {
            assert!(!text.contains(asked), "{name} asks for {asked}");
        }
    }
}
