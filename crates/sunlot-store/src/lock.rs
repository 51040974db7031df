//! One writer at a time, kept by the operating system: the lock goes with its process, however that ends.

use std::fs::{File, OpenOptions, TryLockError};

use crate::{Error, OfficeFolder, Result};

/// The right to write, held as long as this value lives.
#[derive(Debug)]
pub(crate) struct WriterLock {
    _file: File,
}

impl WriterLock {
    /// Takes the lock or says at once that somebody else has it.
    pub(crate) fn take(folder: &OfficeFolder) -> Result<Self> {
        let path = folder.lock_file();
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(&path)
            .map_err(|e| Error::io(&path, e))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(Error::InUse {
                folder: folder.path().to_owned(),
            }),
            Err(TryLockError::Error(e)) => Err(Error::io(&path, e)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_writer_is_told_so_until_the_first_is_gone() {
        let outside = tempfile::tempdir().unwrap();
        let folder = OfficeFolder::new(outside.path());
        let first = WriterLock::take(&folder).unwrap();
        assert!(
            matches!(WriterLock::take(&folder), Err(Error::InUse { .. })),
            "two writers would step on each other's numbers"
        );
        drop(first);
        assert!(
            WriterLock::take(&folder).is_ok(),
            "a lock leaves no trace that would need tidying up"
        );
    }
}
