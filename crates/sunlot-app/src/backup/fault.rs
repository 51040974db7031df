//! Why a backup could not be made, read or put back, as data.

use std::path::Path;

use strum::{EnumCount, IntoStaticStr};
use sunlot_store::backup::{Flaw, Foreign, PlaceFault};

use crate::{Error, Reason};

/// Why something about a backup was refused or failed. The name in snake case is the code on the wire.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs, reason = "the wording beside each in messages says what it is")]
pub enum BackupFault {
    /// Nobody said yet where backups go.
    BackupPlaceMissing,
    BackupPlaceGone {
        folder: String,
    },
    BackupPlaceFull {
        folder: String,
    },
    BackupPlaceReadOnly {
        folder: String,
    },
    BackupPlaceDenied {
        folder: String,
    },
    BackupPlaceSmallFiles {
        folder: String,
    },
    BackupPlaceFailed {
        folder: String,
    },
    BackupPlaceInside {
        folder: String,
    },
    BackupNameTaken {
        file: String,
    },
    BackupKeepWrong {
        most: u32,
    },
    BackupStopped,
    BackupRunning,
    /// The office itself does not verify, so a copy of it is no good.
    BackupOfficeInvalid,
    BackupAttachmentDamaged {
        name: String,
    },
    BackupKeyOpen {
        name: String,
    },
    BackupForeign {
        file: String,
        what: Foreign,
    },
    BackupCutOff {
        file: String,
        expected: u64,
        found: u64,
    },
    BackupLonger {
        file: String,
        expected: u64,
        found: u64,
    },
    BackupDamaged {
        file: String,
    },
    /// The file is as it was written, but the office in it does not verify.
    BackupInvalid {
        file: String,
    },
    BackupTooLarge {
        file: String,
    },
    BackupNewer {
        file: String,
        found: u32,
        known: u32,
    },
    BackupPassphraseWanted {
        file: String,
    },
    BackupPassphraseWrong {
        file: String,
    },
    BackupPassphraseShort {
        least: usize,
    },
    BackupOtherOffice {
        name: String,
    },
    BackupChanged {
        file: String,
    },
    /// The accounts of the backup judge who may restore it, and somebody must say who they are.
    RestoreNeedsBoth,
    /// The two do not hold the roles that it takes.
    RestoreNotPermitted,
}

impl From<BackupFault> for Reason {
    fn from(fault: BackupFault) -> Self {
        Self::Backup(fault)
    }
}

/// A failure while a backup was made.
pub(crate) fn while_making(error: sunlot_store::Error) -> Error {
    match error {
        sunlot_store::Error::BackupFlaw(Flaw::OfficeInvalid(detail)) => {
            Error::new(BackupFault::BackupOfficeInvalid, detail)
        }
        other => other.into(),
    }
}

/// A failure while a file was read: it names the file.
pub(crate) fn while_reading(file: &Path) -> impl Fn(sunlot_store::Error) -> Error + '_ {
    move |error| {
        let detail = error.to_string();
        match error {
            sunlot_store::Error::BackupFlaw(Flaw::Place { fault, .. }) => {
                let file = file.display().to_string();
                let reason = match fault {
                    PlaceFault::Gone => Reason::FileMissing { file },
                    _ => Reason::FileUnread { file },
                };
                Error::new(reason, detail)
            }
            sunlot_store::Error::BackupFlaw(flaw) => Error::new(reason_of(flaw, &named(file)), detail),
            other => other.into(),
        }
    }
}

fn named(file: &Path) -> String {
    file.file_name().map_or_else(
        || file.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}

/// What a flaw of the store means; `file` is what the backup is called.
pub(crate) fn reason_of(flaw: Flaw, file: &str) -> Reason {
    let file = file.to_owned();
    let fault = match flaw {
        Flaw::Foreign(what) => BackupFault::BackupForeign { file, what },
        Flaw::CutOff { expected, found } => BackupFault::BackupCutOff {
            file,
            expected,
            found,
        },
        Flaw::Longer { expected, found } => BackupFault::BackupLonger {
            file,
            expected,
            found,
        },
        Flaw::Damaged(_) => BackupFault::BackupDamaged { file },
        Flaw::PassphraseWanted => BackupFault::BackupPassphraseWanted { file },
        Flaw::PassphraseWrong => BackupFault::BackupPassphraseWrong { file },
        Flaw::Newer { found, known } => BackupFault::BackupNewer { file, found, known },
        Flaw::TooLarge(_) => BackupFault::BackupTooLarge { file },
        Flaw::OtherOffice { name } => BackupFault::BackupOtherOffice { name },
        Flaw::Changed => BackupFault::BackupChanged { file },
        Flaw::OfficeInvalid(_) => BackupFault::BackupInvalid { file },
        Flaw::AttachmentDamaged(name) => BackupFault::BackupAttachmentDamaged { name },
        Flaw::KeyOpen(name) => BackupFault::BackupKeyOpen { name },
        Flaw::Stopped => BackupFault::BackupStopped,
        Flaw::InsideOffice(folder) => BackupFault::BackupPlaceInside {
            folder: folder.display().to_string(),
        },
        Flaw::NameTaken(file) => BackupFault::BackupNameTaken {
            file: file.display().to_string(),
        },
        Flaw::Place { fault, folder, .. } => at_place(fault, folder.display().to_string()),
    };
    fault.into()
}

fn at_place(fault: PlaceFault, folder: String) -> BackupFault {
    match fault {
        PlaceFault::Gone => BackupFault::BackupPlaceGone { folder },
        PlaceFault::Full => BackupFault::BackupPlaceFull { folder },
        PlaceFault::ReadOnly => BackupFault::BackupPlaceReadOnly { folder },
        PlaceFault::Denied => BackupFault::BackupPlaceDenied { folder },
        PlaceFault::FileTooLarge => BackupFault::BackupPlaceSmallFiles { folder },
        PlaceFault::Failed => BackupFault::BackupPlaceFailed { folder },
    }
}
