//! The file with the station's wrapped private keys: `keys/station.json`, changed in two steps around the commit.
//!
//! [`stage`] lays the new file durably beside the old one, under the name of its own digest; then the change commits the
//! digest; then [`settle`] puts the staged file in place. Whenever the program dies, the digest in the database says
//! which of the two counts, and [`of_digest`] finds it. What the bytes mean is not known here.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::folder::{create_private, sync_folder};
use crate::whole_file::{self, Readers, UNFINISHED};
use crate::{Error, OfficeFolder, Result};

/// Nobody's keys are longer; a file that is, is not read.
const LARGEST: u64 = 1 << 20;

const STAGED: &str = ".staged";

/// The digest by which the database names the file.
pub fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// The file in its place; `None` where there is none.
pub fn current(folder: &OfficeFolder) -> Result<Option<Vec<u8>>> {
    read(&folder.key_file())
}

/// The file of this digest, in its place or staged.
pub fn of_digest(folder: &OfficeFolder, wanted: &[u8; 32]) -> Result<Option<Vec<u8>>> {
    for path in [folder.key_file(), staged(folder, wanted)] {
        if let Some(bytes) = read(&path)?.filter(|bytes| digest(bytes) == *wanted) {
            return Ok(Some(bytes));
        }
    }
    Ok(None)
}

/// Lays a new file durably beside the one in force.
pub fn stage(folder: &OfficeFolder, bytes: &[u8]) -> Result<()> {
    let keys = folder.keys();
    if !keys.exists() {
        create_private(&keys)?;
        sync_folder(folder.path())?;
    }
    let path = staged(folder, &digest(bytes));
    whole_file::write(&path, bytes, Readers::Owner)
}

/// Puts the staged file of this digest in place, and clears away what other changes left behind that never happened.
/// Only to be called once the digest is committed.
pub fn settle(folder: &OfficeFolder, wanted: &[u8; 32]) -> Result<()> {
    let place = folder.key_file();
    if read(&place)?.is_none_or(|bytes| digest(&bytes) != *wanted) {
        let path = staged(folder, wanted);
        fs::rename(&path, &place).map_err(|e| Error::io(&path, e))?;
        sync_folder(&folder.keys())?;
    }
    sweep(folder)
}

/// Takes the file away: its key is revoked, and shall sign nothing more from here.
pub fn remove(folder: &OfficeFolder) -> Result<()> {
    let place = folder.key_file();
    match fs::remove_file(&place) {
        Err(e) if e.kind() != ErrorKind::NotFound => return Err(Error::io(&place, e)),
        Err(_) if !folder.keys().exists() => return Ok(()),
        _ => sync_folder(&folder.keys())?,
    }
    sweep(folder)
}

fn sweep(folder: &OfficeFolder) -> Result<()> {
    let keys = folder.keys();
    for entry in fs::read_dir(&keys).map_err(|e| Error::io(&keys, e))? {
        let path = entry.map_err(|e| Error::io(&keys, e))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let ours = name.starts_with("station-") && [STAGED, UNFINISHED].iter().any(|end| name.ends_with(end));
        if ours {
            fs::remove_file(&path).map_err(|e| Error::io(&path, e))?;
        }
    }
    sync_folder(&keys)
}

fn staged(folder: &OfficeFolder, digest: &[u8; 32]) -> PathBuf {
    let name = hex::encode(digest.get(..8).unwrap_or_default());
    folder.keys().join(format!("station-{name}{STAGED}"))
}

fn read(path: &Path) -> Result<Option<Vec<u8>>> {
    match fs::metadata(path) {
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(None),
        Ok(about) if about.len() > LARGEST || !about.is_file() => {
            // Nothing of ours: its beginning is enough to say so.
            return Ok(Some(Vec::new()));
        }
        _ => {}
    }
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(None),
        Err(e) if e.kind() == ErrorKind::PermissionDenied => {
            Err(Error::Unreadable(format!("{}: {e}", path.display())))
        }
        Err(e) => Err(Error::io(path, e)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn office() -> (tempfile::TempDir, OfficeFolder) {
        let outside = tempfile::tempdir().unwrap();
        let folder = OfficeFolder::new(outside.path());
        (outside, folder)
    }

    fn names(folder: &OfficeFolder) -> Vec<String> {
        let entries = fs::read_dir(folder.keys()).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn until_it_is_settled_the_old_file_stands_and_both_can_be_found() {
        let (_outside, folder) = office();
        stage(&folder, b"old").unwrap();
        settle(&folder, &digest(b"old")).unwrap();
        stage(&folder, b"new").unwrap();
        assert_eq!(
            current(&folder).unwrap().unwrap(),
            b"old",
            "nothing has happened yet"
        );
        for bytes in [b"old", b"new"] {
            let found = of_digest(&folder, &digest(bytes)).unwrap();
            assert_eq!(
                found.as_deref(),
                Some(&bytes[..]),
                "whichever was committed is there"
            );
        }
        settle(&folder, &digest(b"new")).unwrap();
        assert_eq!(current(&folder).unwrap().unwrap(), b"new", "the change happened");
        assert_eq!(names(&folder), ["station.json"], "and leaves nothing behind");
    }

    #[test]
    fn settling_twice_does_no_harm_and_what_never_happened_is_cleared_away() {
        let (_outside, folder) = office();
        for bytes in [&b"one"[..], b"two", b"three"] {
            stage(&folder, bytes).unwrap();
        }
        for _ in 0..2 {
            settle(&folder, &digest(b"two")).unwrap();
            assert_eq!(
                names(&folder),
                ["station.json"],
                "the committed one alone is left"
            );
        }
        assert!(
            settle(&folder, &digest(b"three")).is_err(),
            "what is not there cannot be put in place"
        );
        assert_eq!(
            current(&folder).unwrap().unwrap(),
            b"two",
            "and the one in force stays"
        );
    }

    #[test]
    fn a_staged_file_that_was_changed_is_not_the_one_that_was_committed() {
        let (_outside, folder) = office();
        stage(&folder, b"new").unwrap();
        fs::write(staged(&folder, &digest(b"new")), b"NEW").unwrap();
        assert_eq!(
            of_digest(&folder, &digest(b"new")).unwrap(),
            None,
            "names are not trusted"
        );
    }

    #[test]
    fn removing_takes_it_away_whether_it_was_there_or_not() {
        let (_outside, folder) = office();
        remove(&folder).unwrap();
        stage(&folder, b"one").unwrap();
        settle(&folder, &digest(b"one")).unwrap();
        stage(&folder, b"left").unwrap();
        remove(&folder).unwrap();
        remove(&folder).unwrap();
        assert!(
            names(&folder).is_empty(),
            "no private part is left: {:?}",
            names(&folder)
        );
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let (_outside, folder) = office();
        stage(&folder, b"one").unwrap();
        settle(&folder, &digest(b"one")).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder.key_file()), 0o600, "the file");
        assert_eq!(mode(&folder.keys()), 0o700, "the folder");
    }
}
