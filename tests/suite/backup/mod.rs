//! Backups: everything comes back, nothing damaged is taken for good, nothing half done is left.

mod damage;
mod keeping;
mod killed;
mod making;
mod people;
mod places;
mod round_trip;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};
use sha2::{Digest, Sha256};
use sunlot_app::account::{Role, Typed};
use sunlot_app::backup::{
    BackupChecked, BackupDone, BackupFile, BackupInspected, BackupRequest, BackupRestore, BackupRestored,
};
use sunlot_app::{Desk, Result};

use crate::support::{Office, someone};

/// A key as the station keeps it: wrapped.
const WRAPPED: &str = r#"{"kdf":"argon2id","salt":"00","wrapped":"00"}"#;

/// An office with people, attachments and a wrapped key.
pub fn busy_office() -> Office {
    let office = Office::with_people();
    for text in ["现场照片", "检查记录扫描件", ""] {
        attach(&office, text.as_bytes());
    }
    fs::create_dir_all(office.path().join("keys")).unwrap();
    fs::write(office.path().join("keys/station.json"), WRAPPED).unwrap();
    office
}

/// Lays a file among the attachments, named after its content.
pub fn attach(office: &Office, bytes: &[u8]) -> PathBuf {
    let digest: String = Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let shelf = office.path().join("attachments").join(&digest[..2]);
    fs::create_dir_all(&shelf).unwrap();
    let file = shelf.join(digest);
    fs::write(&file, bytes).unwrap();
    file
}

pub fn request(to: &Path) -> BackupRequest {
    BackupRequest {
        to: Some(to.display().to_string()),
        passphrase: None,
        station_passphrase: None,
    }
}

pub fn made(desk: &Desk, to: &Path) -> PathBuf {
    let BackupDone { backup, .. } = desk
        .backup_create(&request(to), &mut |_| ())
        .expect("the stick has room");
    backup.file.into()
}

pub fn file_of(file: &Path) -> BackupFile {
    BackupFile {
        file: file.display().to_string(),
        passphrase: None,
    }
}

pub fn verify(file: &Path) -> Result<BackupChecked> {
    Office::none().desk().backup_verify(&file_of(file), &mut |_| ())
}

pub fn inspect(desk: &Desk, file: &Path) -> Result<BackupInspected> {
    desk.backup_inspect(&file_of(file), &mut |_| ())
}

/// The request of an administrator together with the supervisor.
pub fn both(file: &Path, head: &str) -> BackupRestore {
    BackupRestore {
        file: file.display().to_string(),
        passphrase: None,
        confirm: head.to_owned(),
        first: Some(someone(Role::Administrator).second()),
        second: Some(someone(Role::Supervisor).second()),
    }
}

/// Looks at a backup and puts it back, as those two would.
pub fn restore(desk: &Desk, file: &Path) -> Result<BackupRestored> {
    let head = inspect(desk, file)?.backup.head;
    desk.backup_restore(&both(file, &head), &mut |_| ())
}

pub fn typed(text: &str) -> Option<Typed> {
    Some(Typed::new(text))
}

/// Everything of an office that means something: every row of every table, every attachment, every key.
pub fn dump(folder: &Path) -> BTreeMap<String, Vec<String>> {
    let mut all = BTreeMap::new();
    let database = folder.join("office.db");
    let office = Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
    let mut tables = office
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .unwrap();
    let names: Vec<String> = tables
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(|name| name.unwrap())
        .collect();
    for name in names {
        let mut query = office.prepare(&format!("SELECT * FROM {name}")).unwrap();
        let columns = query.column_count();
        let rows = query.query_map([], |row| {
            let values: Vec<Value> = (0..columns)
                .map(|column| row.get(column))
                .collect::<rusqlite::Result<_>>()?;
            Ok(format!("{values:?}"))
        });
        let mut rows: Vec<String> = rows.unwrap().map(|row| row.unwrap()).collect();
        rows.sort();
        all.insert(name, rows);
    }
    for home in ["attachments", "keys"] {
        files(&folder.join(home), &mut |file| {
            let name = file.strip_prefix(folder).unwrap().display().to_string();
            all.insert(name, vec![format!("{:?}", fs::read(file).unwrap())]);
        });
    }
    all
}

/// Every file below a folder.
pub fn files(folder: &Path, each: &mut dyn FnMut(&Path)) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, each)
        } else {
            each(&path)
        }
    }
}

/// The names in a folder.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Whatever a backup or restore needs on its way must be gone when it is over.
pub fn nothing_half_done(office: &Office, stick: &Path) {
    let half =
        |name: &&String| name.ends_with(".part") || name.starts_with(".working") || *name == "restoring";
    for folder in [office.path(), &office.path().join("backups"), stick] {
        let names = names(folder);
        let left: Vec<_> = names.iter().filter(half).collect();
        assert!(left.is_empty(), "{}: {left:?} was left", folder.display());
    }
}
