//! What can go wrong between the program and the disk, as data. Wording for people is made in `sunlot-app`.

use std::io;
use std::path::PathBuf;

use rusqlite::ErrorCode;

use crate::backup::Flaw;

/// The result of everything in this crate.
pub type Result<T> = std::result::Result<T, Error>;

/// A failure of the store. The texts are for the technical detail only.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Another writer holds the office.
    #[error("{} is locked by another writer", folder.display())]
    InUse {
        /// The office folder.
        folder: PathBuf,
    },
    /// A reader was sent to a folder without an office.
    #[error("no office.db in {}", folder.display())]
    Missing {
        /// The office folder.
        folder: PathBuf,
    },
    /// The folder holds other things and no office: nothing of ours is put among them.
    #[error("{} is not empty and holds no office.db", folder.display())]
    ForeignFolder {
        /// The folder.
        folder: PathBuf,
    },
    /// `office.db` is a file of some other kind.
    #[error("{} is not an office database: {detail}", file.display())]
    NotAnOffice {
        /// The file.
        file: PathBuf,
        /// What gave it away.
        detail: String,
    },
    /// The file was written by a newer program.
    #[error("{} has schema {found}, this program knows {known}", file.display())]
    Newer {
        /// The file.
        file: PathBuf,
        /// The schema of the file.
        found: u32,
        /// The newest schema this program knows.
        known: u32,
    },
    /// SQLite did not take a setting on which durability rests.
    #[error("SQLite answered {found:?} to {setting}")]
    UnsafeSetting {
        /// The setting.
        setting: &'static str,
        /// What was read back.
        found: String,
    },
    /// The copy that must exist before a migration could not be made or did not read back.
    #[error("backup {} before migration: {detail}", file.display())]
    Backup {
        /// Where the copy was to be.
        file: PathBuf,
        /// What went wrong.
        detail: String,
    },
    /// A backup that is no good, or that could not be made.
    #[error("backup: {0:?}")]
    BackupFlaw(Flaw),
    /// The file is damaged.
    #[error("damaged database: {0}")]
    Damaged(String),
    /// There is no room left on the disk.
    #[error("disk full: {0}")]
    DiskFull(String),
    /// The disk, folder or file may not be written.
    #[error("not writable: {0}")]
    ReadOnly(String),
    /// The folder or file may not be read.
    #[error("not readable: {0}")]
    Unreadable(String),
    /// The disk answers with an error in the middle of SQLite's work.
    #[error("disk failure: {0}")]
    Disk(String),
    /// Another program keeps the database busy.
    #[error("database busy: {0}")]
    Busy(String),
    /// The disk answered with an error.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
    /// Anything else SQLite says; a programming error as a rule.
    #[error("SQLite: {0}")]
    Sqlite(rusqlite::Error),
    /// A payload that cannot be written down canonically; a programming error.
    #[error("not canonical: {0}")]
    NotCanonical(String),
}

impl Error {
    /// Attaches the path to an error of the file system and tells a full or locked disk from the rest.
    pub(crate) fn io(path: impl Into<PathBuf>, source: io::Error) -> Self {
        let path = path.into();
        let detail = || format!("{}: {source}", path.display());
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull(detail()),
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly(detail()),
            _ => Self::Io { path, source },
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull(error.to_string()),
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
                Self::ReadOnly(error.to_string())
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy(error.to_string()),
            Some(ErrorCode::SystemIoFailure) => Self::Disk(error.to_string()),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(error.to_string()),
            _ => Self::Sqlite(error),
        }
    }
}
