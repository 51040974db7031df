//! The files that belong to rows, kept under `attachments/ab/<sha256>` of the office folder: each named after its content, so
//! that the same bytes are kept once and nothing ever takes the place of another.
//!
//! A file is kept before the row that names it, and stays when no row of today names it any more: older versions do. Which
//! rows those are is not known here.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::backup::Entry;
use crate::folder::{create_private, sync_folder};
use crate::whole_file::{self, Readers};
use crate::{Error, OfficeFolder};

/// No attachment is larger.
pub const LARGEST: u64 = 20 * 1024 * 1024;

/// A file that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// SHA-256 of its bytes in lower-case hex.
    pub digest: String,
    /// How many bytes it has.
    pub size: u64,
}

/// Why a file was not kept, or is not there any more.
#[derive(Debug)]
pub enum Refused {
    /// There is no such file.
    Missing,
    /// It cannot be read.
    Unread(String),
    /// There is nothing in it.
    Empty,
    /// It is larger than any attachment.
    TooLarge,
    /// It is not kept: somebody took it out of the folder.
    Gone,
    /// What lies there has other bytes than were kept.
    Changed,
    /// The office folder does not take it.
    Store(Error),
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self::Store(error)
    }
}

/// Keeps the bytes of a file. Only the office's writer may.
pub fn keep(office: &OfficeFolder, from: &Path) -> Result<Kept, Refused> {
    let bytes = read(from)?;
    let digest = hex::encode(Sha256::digest(&bytes));
    let kept = Kept {
        size: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        digest,
    };
    let place = place(office, &kept.digest)?;
    // What lies there whole needs no writing; what does not is put right by it.
    if fs::read(&place).is_ok_and(|there| there == bytes) {
        return Ok(kept);
    }
    let shelf = place.parent().unwrap_or_else(|| office.path()).to_owned();
    create_private(&shelf)?;
    whole_file::write(&place, &bytes, Readers::Owner)?;
    // The shelf itself may be new.
    sync_folder(&office.attachments())?;
    sync_folder(office.path())?;
    Ok(kept)
}

/// The bytes that were kept under a digest.
pub fn bytes(office: &OfficeFolder, digest: &str) -> Result<Vec<u8>, Refused> {
    let place = place(office, digest)?;
    let bytes = match fs::read(&place) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(Refused::Gone),
        Err(error) => return Err(Error::io(place, error).into()),
    };
    if hex::encode(Sha256::digest(&bytes)) == digest {
        Ok(bytes)
    } else {
        Err(Refused::Changed)
    }
}

/// Whether a file lies where this one was kept. Whether it is still the same, only reading it tells.
pub fn is_there(office: &OfficeFolder, digest: &str) -> bool {
    place(office, digest).is_ok_and(|place| place.is_file())
}

/// Where the bytes of a digest lie; nothing that is no digest has a place.
fn place(office: &OfficeFolder, digest: &str) -> Result<PathBuf, Refused> {
    let shelf = digest.get(..2).unwrap_or_default();
    let entry = Entry::attachment(shelf, digest).ok_or(Refused::Gone)?;
    Ok(office.path().join(entry.place()))
}

/// One byte more than the largest says that a file is too large, however large it calls itself.
fn read(from: &Path) -> Result<Vec<u8>, Refused> {
    let unread = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Refused::Missing,
        _ => Refused::Unread(error.to_string()),
    };
    // A pipe or a device would be waited for.
    if !fs::metadata(from).map_err(unread)?.is_file() {
        return Err(Refused::Unread("not a file".to_owned()));
    }
    let mut bytes = Vec::new();
    let file = File::open(from).map_err(unread)?;
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(unread)?;
    match u64::try_from(bytes.len()).unwrap_or(u64::MAX) {
        0 => Err(Refused::Empty),
        size if size > LARGEST => Err(Refused::TooLarge),
        _ => Ok(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn office() -> (tempfile::TempDir, OfficeFolder) {
        let outside = tempfile::tempdir().unwrap();
        let office = OfficeFolder::new(outside.path().join("office"));
        office.prepare().unwrap();
        (outside, office)
    }

    fn file(outside: &tempfile::TempDir, name: &str, bytes: &[u8]) -> PathBuf {
        let path = outside.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    #[test]
    fn a_file_is_kept_under_the_digest_of_its_bytes_and_once() {
        let (outside, office) = office();
        let kept = keep(&office, &file(&outside, "a.docx", b"rules")).unwrap();
        let again = keep(&office, &file(&outside, "b.docx", b"rules")).unwrap();
        assert_eq!(kept, again, "the same bytes are the same attachment");
        assert_eq!(kept.size, 5, "five bytes");
        let shelf = office.attachments().join(&kept.digest[..2]);
        assert_eq!(
            fs::read_dir(&shelf).unwrap().count(),
            1,
            "kept once, nothing beside it"
        );
        assert!(shelf.join(&kept.digest).is_file(), "where a backup looks for it");
        assert_eq!(bytes(&office, &kept.digest).unwrap(), b"rules", "whole");
        assert!(is_there(&office, &kept.digest), "and there");
    }

    #[test]
    fn what_is_no_attachment_is_refused_and_nothing_is_left() {
        let (outside, office) = office();
        assert!(
            matches!(keep(&office, &outside.path().join("none")), Err(Refused::Missing)),
            "there is no file"
        );
        assert!(
            matches!(keep(&office, outside.path()), Err(Refused::Unread(_))),
            "a folder is no file"
        );
        let empty = file(&outside, "empty.docx", b"");
        assert!(
            matches!(keep(&office, &empty), Err(Refused::Empty)),
            "nobody can read nothing"
        );
        let large = outside.path().join("large.pdf");
        File::create(&large).unwrap().set_len(LARGEST + 1).unwrap();
        assert!(
            matches!(keep(&office, &large), Err(Refused::TooLarge)),
            "every backup would carry it"
        );
        File::options()
            .write(true)
            .open(&large)
            .unwrap()
            .set_len(LARGEST)
            .unwrap();
        assert!(keep(&office, &large).is_ok(), "exactly as large as may be");
        assert!(
            !fs::read_dir(office.attachments()).unwrap().any(|shelf| {
                let name = shelf.unwrap().file_name();
                name.to_string_lossy().len() != 2
            }),
            "shelves only"
        );
    }

    #[test]
    fn what_was_taken_out_or_changed_is_said_and_can_be_put_right() {
        let (outside, office) = office();
        let from = file(&outside, "a.docx", b"rules");
        let kept = keep(&office, &from).unwrap();
        let place = office.attachments().join(&kept.digest[..2]).join(&kept.digest);
        fs::write(&place, b"other rules").unwrap();
        assert!(
            matches!(bytes(&office, &kept.digest), Err(Refused::Changed)),
            "nobody takes other bytes for them"
        );
        keep(&office, &from).unwrap();
        assert_eq!(
            bytes(&office, &kept.digest).unwrap(),
            b"rules",
            "kept anew, it is right again"
        );
        fs::remove_file(&place).unwrap();
        assert!(matches!(bytes(&office, &kept.digest), Err(Refused::Gone)), "gone");
        assert!(!is_there(&office, &kept.digest), "and not there");
        for name in ["", "../../office.db", "ab"] {
            assert!(
                matches!(bytes(&office, name), Err(Refused::Gone)),
                "{name:?} is no digest and leads nowhere"
            );
        }
    }
}
