//! The office folder: where its files lie, and that nobody else on this computer may look inside.
//!
//! Which folder it is, is decided by whoever starts the program.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::backup::restore;
use crate::{Error, Result};

/// A folder that holds, or will hold, one office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeFolder(PathBuf);

impl OfficeFolder {
    /// Names a folder; nothing is touched.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The database.
    pub fn database(&self) -> PathBuf {
        self.0.join("office.db")
    }

    /// The file whose lock makes its holder the only writer.
    pub fn lock_file(&self) -> PathBuf {
        self.0.join("office.lock")
    }

    /// Copies of the database.
    pub fn backups(&self) -> PathBuf {
        self.0.join("backups")
    }

    /// Files that belong to rows, each named after its content.
    pub fn attachments(&self) -> PathBuf {
        self.0.join("attachments")
    }

    /// What a restore under way needs; there is none otherwise.
    pub(crate) fn restoring(&self) -> PathBuf {
        self.0.join("restoring")
    }

    /// The technical log.
    pub fn logs(&self) -> PathBuf {
        self.0.join("logs")
    }

    /// What leaves the office: published folders, papers, information for whoever helps.
    pub fn outbox(&self) -> PathBuf {
        self.0.join("outbox")
    }

    /// The station's keys.
    pub fn keys(&self) -> PathBuf {
        self.0.join("keys")
    }

    /// The file with the wrapped private keys.
    pub fn key_file(&self) -> PathBuf {
        self.keys().join("station.json")
    }

    /// The file with the key under which personal values are sealed.
    pub fn personal_key(&self) -> PathBuf {
        self.keys().join("personal.key")
    }

    /// Whether there is an office in it. A folder that may not be looked into is no empty folder.
    pub(crate) fn holds_office(&self) -> Result<bool> {
        match fs::metadata(self.database()) {
            Ok(found) if found.len() == 0 && self.had_an_office() => Err(Error::Damaged(format!(
                "{} was emptied",
                self.database().display()
            ))),
            Ok(found) => Ok(found.is_file()),
            Err(e) if e.kind() == ErrorKind::PermissionDenied => Err(Error::Unreadable(e.to_string())),
            Err(_) => Ok(false),
        }
    }

    /// What only a used office leaves: changes not yet in the database, or backups. Beside them an empty
    /// database is no beginning but a loss, and opening it would throw the changes away.
    fn had_an_office(&self) -> bool {
        let log = fs::metadata(self.log()).is_ok_and(|log| log.len() > 0);
        let backups = fs::read_dir(self.backups()).is_ok_and(|mut entries| entries.next().is_some());
        log || backups
    }

    /// SQLite's write-ahead log.
    pub(crate) fn log(&self) -> PathBuf {
        self.0.join("office.db-wal")
    }

    /// What SQLite needs to take back a change that was begun before there was a log: the making of the file.
    pub(crate) fn journal(&self) -> PathBuf {
        self.0.join("office.db-journal")
    }

    /// Makes the folder for a writer: created with 0700, or closed to others where it is an office already.
    /// A folder full of somebody's other files is refused, so that a slip of `--office` does no harm.
    pub(crate) fn prepare(&self) -> Result<()> {
        if !self.0.exists() {
            create_private(&self.0)?;
            return self.0.parent().map_or(Ok(()), sync_folder);
        }
        // Where a restore was interrupted, the office is just on its way in.
        let ours = restore::is_pending(self) || self.holds_office()? || self.is_as_good_as_empty()?;
        if !ours {
            return Err(Error::ForeignFolder {
                folder: self.0.clone(),
            });
        }
        close_to_others(&self.0)
    }

    /// Makes the folder for a restore: there may be the remains of an office, but nothing of anybody else.
    pub(crate) fn prepare_for_restore(&self) -> Result<()> {
        const OURS: [&str; 10] = [
            "office.db",
            "office.db-wal",
            "office.db-shm",
            "office.db-journal",
            "office.lock",
            "attachments",
            "keys",
            "backups",
            "logs",
            "outbox",
        ];
        if !self.0.exists() {
            return self.prepare();
        }
        let entries = fs::read_dir(&self.0).map_err(|e| Error::io(&self.0, e))?;
        for entry in entries {
            let name = entry.map_err(|e| Error::io(&self.0, e))?.file_name();
            if name != "restoring" && !OURS.iter().any(|ours| name == *ours) {
                return Err(Error::ForeignFolder {
                    folder: self.0.clone(),
                });
            }
        }
        close_to_others(&self.0)
    }

    /// A lock file alone is what a first start leaves behind that was killed before it made the database; what
    /// a restore into an empty folder leaves is as good as nothing, too.
    fn is_as_good_as_empty(&self) -> Result<bool> {
        if !self.0.is_dir() {
            return Ok(false);
        }
        let entries = fs::read_dir(&self.0).map_err(|e| Error::io(&self.0, e))?;
        for entry in entries {
            let entry = entry.map_err(|e| Error::io(&self.0, e))?;
            if entry.path() != self.lock_file() && entry.path() != self.restoring() {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// Makes a folder, and those above it, readable by its owner alone.
pub(crate) fn create_private(path: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|e| Error::io(path, e))
}

#[cfg(unix)]
fn close_to_others(path: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(path)
        .map_err(|e| Error::io(path, e))?
        .permissions()
        .mode();
    if mode & 0o077 == 0 {
        return Ok(());
    }
    fs::set_permissions(path, fs::Permissions::from_mode(0o700)).map_err(|e| Error::io(path, e))
}

/// On Windows the usual place lies below the user's own profile, which others may not read; a folder named
/// elsewhere has the rights that its owner gave it.
#[cfg(not(unix))]
fn close_to_others(_path: &Path) -> Result<()> {
    Ok(())
}

/// Makes a new or renamed entry of a folder durable.
pub(crate) fn sync_folder(path: &Path) -> Result<()> {
    // Windows gives no handle to a folder that could be flushed, and does not need one.
    if cfg!(unix) {
        fs::File::open(path)
            .and_then(|folder| folder.sync_all())
            .map_err(|e| Error::io(path, e))?;
    }
    Ok(())
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).map_or(0, |found| found.permissions().mode() & 0o777)
    }

    #[test]
    fn a_new_folder_is_its_owners_alone() {
        let outside = tempfile::tempdir().unwrap();
        let folder = OfficeFolder::new(outside.path().join("share/sunlot"));
        folder.prepare().unwrap();
        assert_eq!(
            mode(folder.path()),
            0o700,
            "other users of the PC must not read an office"
        );
    }

    #[test]
    fn an_office_that_was_opened_to_others_is_closed_again() {
        let outside = tempfile::tempdir().unwrap();
        let folder = OfficeFolder::new(outside.path());
        fs::write(folder.database(), "").unwrap();
        fs::set_permissions(outside.path(), fs::Permissions::from_mode(0o755)).unwrap();
        folder.prepare().unwrap();
        assert_eq!(
            mode(outside.path()),
            0o700,
            "a copied office often arrives with the rights of the stick"
        );
    }

    #[test]
    fn a_folder_with_other_things_is_left_alone() {
        let outside = tempfile::tempdir().unwrap();
        fs::write(outside.path().join("letter.docx"), "").unwrap();
        fs::set_permissions(outside.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let refused = OfficeFolder::new(outside.path()).prepare();
        assert!(
            matches!(refused, Err(Error::ForeignFolder { .. })),
            "a slip of --office is refused"
        );
        assert_eq!(mode(outside.path()), 0o755, "and changes nothing");
    }

    #[test]
    fn an_emptied_database_beside_its_log_is_a_loss_and_not_a_beginning() {
        let outside = tempfile::tempdir().unwrap();
        let folder = OfficeFolder::new(outside.path());
        fs::write(folder.database(), "").unwrap();
        fs::write(folder.log(), "changes that are not in the database yet").unwrap();
        let refused = folder.prepare();
        assert!(
            matches!(refused, Err(Error::Damaged(_))),
            "opening it would delete the log: {refused:?}"
        );
        assert!(folder.log().exists(), "and with it what could still be saved");
    }

    #[test]
    fn what_a_killed_first_start_leaves_behind_is_no_obstacle() {
        let outside = tempfile::tempdir().unwrap();
        let folder = OfficeFolder::new(outside.path());
        fs::write(folder.lock_file(), "").unwrap();
        assert!(
            folder.prepare().is_ok(),
            "a lock file without a database is an office that never began"
        );
    }
}
