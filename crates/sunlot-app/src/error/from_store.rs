//! What the store says went wrong, as a reason that a person can be told.

use super::{Error, Reason};
use crate::backup;

impl From<sunlot_store::Error> for Error {
    fn from(error: sunlot_store::Error) -> Self {
        use sunlot_store::Error as Store;
        let reason = match &error {
            Store::InUse { .. } => Reason::OfficeInUse,
            Store::Missing { folder } => Reason::OfficeMissing {
                folder: folder.display().to_string(),
            },
            Store::ForeignFolder { folder } => Reason::FolderNotOffice {
                folder: folder.display().to_string(),
            },
            Store::NotAnOffice { file, .. } => Reason::FileNotOffice {
                file: file.display().to_string(),
            },
            Store::Newer { found, known, .. } => Reason::OfficeNewer {
                found: *found,
                known: *known,
            },
            Store::UnsafeSetting { .. } => Reason::DiskUnsafe,
            Store::Backup { .. } => Reason::UpgradeBackupFailed,
            Store::BackupFlaw(flaw) => backup::reason_of(flaw.clone(), ""),
            Store::Damaged(_) => Reason::OfficeDamaged,
            Store::DiskFull(_) => Reason::DiskFull,
            Store::ReadOnly(_) => Reason::NotWritable,
            Store::Busy(_) => Reason::OfficeBusy,
            Store::Unreadable(_) => Reason::NotReadable,
            Store::Io { .. } | Store::Disk(_) => Reason::DiskFailure,
            Store::Sqlite(_) | Store::NotCanonical(_) => Reason::Internal,
        };
        Self::new(reason, error.to_string())
    }
}
