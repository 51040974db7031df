//! What is wrong with a backup, or with the place where it was to go, as data.

use std::io;
use std::path::{Path, PathBuf};

use crate::Error;

/// Why a file cannot be used as a backup, or none could be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// The file is something else.
    Foreign(Foreign),
    /// Shorter than it says: copying it was not finished.
    CutOff {
        /// How long it should be.
        expected: u64,
        /// How long it is.
        found: u64,
    },
    /// Longer than it says.
    Longer {
        /// How long it should be.
        expected: u64,
        /// How long it is.
        found: u64,
    },
    /// A byte that is not what was written, or parts that do not belong together.
    Damaged(String),
    /// It can only be opened with its passphrase.
    PassphraseWanted,
    /// The passphrase is not the right one.
    PassphraseWrong,
    /// A newer program wrote it.
    Newer {
        /// What it says.
        found: u32,
        /// What this program knows.
        known: u32,
    },
    /// It claims more than any office has.
    TooLarge(String),
    /// Of another office than the one here.
    OtherOffice {
        /// The other office.
        name: String,
    },
    /// It is not the one that was looked at before.
    Changed,
    /// The office itself does not verify: what is copied would be no good.
    OfficeInvalid(String),
    /// An attachment of the office is not what its name says.
    AttachmentDamaged(String),
    /// A file in `keys/` that is not a wrapped key.
    KeyOpen(String),
    /// Somebody stopped it.
    Stopped,
    /// The place where it was to go lies in the office folder itself.
    InsideOffice(PathBuf),
    /// Too many of that name.
    NameTaken(PathBuf),
    /// The place where it goes failed.
    Place {
        /// How.
        fault: PlaceFault,
        /// The folder.
        folder: PathBuf,
        /// The system's answer.
        detail: String,
    },
}

/// What a file is that is no backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// Nothing in it.
    Empty,
    /// A PDF.
    Pdf,
    /// A modern spreadsheet or text document.
    OfficeDocument,
    /// An old spreadsheet or text document.
    OldOfficeDocument,
    /// An archive.
    Archive,
    /// The bare database of an office.
    OfficeDatabase,
    /// Some other database.
    Database,
    /// A picture.
    Picture,
    /// Text or JSON.
    Text,
    /// A folder.
    Folder,
    /// Something else.
    Unknown,
}

/// How the place of a backup failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceFault {
    /// Not there, or pulled out meanwhile.
    Gone,
    /// Full.
    Full,
    /// Write-protected.
    ReadOnly,
    /// Not allowed.
    Denied,
    /// The file system takes no file of this size.
    FileTooLarge,
    /// Something else.
    Failed,
}

impl From<Flaw> for Error {
    fn from(flaw: Flaw) -> Self {
        Self::BackupFlaw(flaw)
    }
}

/// Something that does not fit, in words for whoever helps.
pub(crate) fn damaged(detail: impl Into<String>) -> Error {
    Flaw::Damaged(detail.into()).into()
}

/// A failure at the place where a backup goes or comes from.
pub(crate) fn at_place(folder: &Path) -> impl Fn(io::Error) -> Error + '_ {
    move |error| {
        Flaw::Place {
            fault: fault_of(&error),
            folder: folder.to_owned(),
            detail: error.to_string(),
        }
        .into()
    }
}

fn fault_of(error: &io::Error) -> PlaceFault {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => PlaceFault::Full,
        io::ErrorKind::ReadOnlyFilesystem => PlaceFault::ReadOnly,
        io::ErrorKind::PermissionDenied => PlaceFault::Denied,
        io::ErrorKind::FileTooLarge => PlaceFault::FileTooLarge,
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::StaleNetworkFileHandle => {
            PlaceFault::Gone
        }
        _ => of_system(error.raw_os_error()),
    }
}

/// EIO, ENXIO, ENODEV: what Linux says of a stick that was pulled out.
#[cfg(unix)]
fn of_system(code: Option<i32>) -> PlaceFault {
    match code {
        Some(5 | 6 | 19) => PlaceFault::Gone,
        _ => PlaceFault::Failed,
    }
}

/// Not ready, device gone, no such device; and 19, which is write protection here.
#[cfg(windows)]
fn of_system(code: Option<i32>) -> PlaceFault {
    match code {
        Some(19) => PlaceFault::ReadOnly,
        Some(15 | 21 | 55 | 433 | 1006 | 1167) => PlaceFault::Gone,
        _ => PlaceFault::Failed,
    }
}

#[cfg(not(any(unix, windows)))]
fn of_system(_code: Option<i32>) -> PlaceFault {
    PlaceFault::Failed
}

/// What a file that is no backup is, by its first bytes.
pub(crate) fn foreign(head: &[u8]) -> Foreign {
    const SQLITE: &[u8] = b"SQLite format 3\0";
    let begins = |magic: &[u8]| head.starts_with(magic);
    if head.is_empty() {
        Foreign::Empty
    } else if begins(b"%PDF-") {
        Foreign::Pdf
    } else if begins(b"PK\x03\x04") {
        let part = |name: &[u8]| head.windows(name.len()).any(|window| window == name);
        if part(b"[Content_Types].xml") || part(b"_rels/") || part(b"mimetypeapplication/vnd") {
            Foreign::OfficeDocument
        } else {
            Foreign::Archive
        }
    } else if begins(b"\xD0\xCF\x11\xE0") {
        Foreign::OldOfficeDocument
    } else if begins(SQLITE) {
        // The application id stands at byte 68 of every SQLite file.
        if head.get(68..72) == Some(b"SUNL") {
            Foreign::OfficeDatabase
        } else {
            Foreign::Database
        }
    } else if begins(b"Rar!") || begins(b"7z\xBC\xAF") || begins(b"\x1F\x8B") || begins(b"\x28\xB5\x2F\xFD") {
        Foreign::Archive
    } else if begins(b"\x89PNG") || begins(b"\xFF\xD8\xFF") || begins(b"GIF8") || begins(b"BM") {
        Foreign::Picture
    } else if is_text(head) {
        Foreign::Text
    } else {
        Foreign::Unknown
    }
}

fn is_text(head: &[u8]) -> bool {
    let readable = match std::str::from_utf8(head) {
        Ok(_) => true,
        // The piece may end within a character.
        Err(error) => error.error_len().is_none(),
    };
    readable && !head.iter().any(|byte| *byte < b'\t')
}
