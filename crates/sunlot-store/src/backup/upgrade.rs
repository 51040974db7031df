//! The copy of a database that is made before a migration changes it: SQLite's own backup, read back before
//! anything is trusted to it. Backups that people make and restore are another matter and come elsewhere.

use std::fs::{self, File};
use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;
use rusqlite::backup::Backup;

use crate::folder::{create_private, sync_folder};
use crate::{Error, OfficeFolder, Result};

/// Pages copied in one go.
const PAGES: i32 = 1024;

/// Copies the database into `backups/`; answers with the name of the copy.
pub(crate) fn before_migration(
    connection: &Connection,
    folder: &OfficeFolder,
    version: u32,
    at: DateTime<FixedOffset>,
) -> Result<String> {
    let backups = folder.backups();
    create_private(&backups)?;
    tidy(&backups);
    let name = format!("before-upgrade-from-{version}-{}.db", at.format("%Y%m%dT%H%M%S"));
    let unfinished = backups.join(format!("{name}.part"));
    copy(connection, &unfinished).map_err(|e| failed(&unfinished, &e))?;
    check(&unfinished, version).map_err(|e| failed(&unfinished, &e))?;
    let file = File::options()
        .write(true)
        .open(&unfinished)
        .map_err(|e| Error::io(&unfinished, e))?;
    file.sync_all().map_err(|e| Error::io(&unfinished, e))?;
    let finished = backups.join(&name);
    fs::rename(&unfinished, &finished).map_err(|e| Error::io(&finished, e))?;
    tidy(&backups);
    sync_folder(&backups)?;
    Ok(name)
}

/// Takes away what a copy that was interrupted left behind; what cannot be taken away is in nobody's way.
fn tidy(backups: &Path) {
    for entry in fs::read_dir(backups).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with("before-upgrade-") && name.contains(".db.part") {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn copy(connection: &Connection, file: &Path) -> rusqlite::Result<()> {
    let mut copy = Connection::open(file)?;
    Backup::new(connection, &mut copy)?.run_to_completion(PAGES, Duration::ZERO, None)?;
    // A copy in WAL mode would be three files; it must be one.
    copy.pragma_update(None, "journal_mode", "DELETE")
}

fn check(file: &Path, version: u32) -> Result<()> {
    let copy = Connection::open(file)?;
    let verdict: String = copy.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
    let found: u32 = copy.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if verdict == "ok" && found == version {
        Ok(())
    } else {
        Err(Error::Damaged(format!(
            "integrity {verdict}, version {found} instead of {version}"
        )))
    }
}

fn failed(file: &Path, error: &dyn ToString) -> Error {
    Error::Backup {
        file: file.to_owned(),
        detail: error.to_string(),
    }
}
