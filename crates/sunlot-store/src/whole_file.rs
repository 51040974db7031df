//! A file that is there as a whole or not at all: written beside its place, made durable, then put in place.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::folder::sync_folder;
use crate::{Error, Result};

/// Who may read a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Its owner alone.
    Owner,
    /// Whoever the system lets.
    Anybody,
}

/// Writes a file in place of the one that is there, if any. The folder must be there.
pub fn write(path: &Path, bytes: &[u8], readers: Readers) -> Result<()> {
    let unfinished = unfinished(path);
    let written = create(&unfinished, readers).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    if let Err(error) = written.and_then(|()| fs::rename(&unfinished, path)) {
        // What is half written is of no use to anybody.
        let _ = fs::remove_file(&unfinished);
        return Err(Error::io(path, error));
    }
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => sync_folder(folder),
        _ => sync_folder(Path::new(".")),
    }
}

/// The name of a file under way; nobody else's.
pub(crate) const UNFINISHED: &str = ".unfinished";

fn unfinished(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(UNFINISHED);
    PathBuf::from(name)
}

fn create(path: &Path, readers: Readers) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(true).write(true);
    #[cfg(unix)]
    if readers == Readers::Owner {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    let _ = readers;
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_old_file_stands_until_the_new_one_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("chain.json");
        write(&place, b"one", Readers::Anybody).unwrap();
        write(&place, b"two", Readers::Owner).unwrap();
        assert_eq!(fs::read(&place).unwrap(), b"two", "the new one is in place");
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1,
            "and nothing else is left"
        );
        fs::create_dir(unfinished(&place)).unwrap();
        assert!(
            write(&place, b"three", Readers::Anybody).is_err(),
            "there is no room beside it"
        );
        assert_eq!(fs::read(&place).unwrap(), b"two", "so the old one stands");
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error_and_is_not_made() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("gone/chain.json");
        assert!(
            write(&place, b"one", Readers::Anybody).is_err(),
            "a stick pulled out"
        );
        assert!(
            !folder.path().join("gone").exists(),
            "must not become a folder on the disk"
        );
    }
}
