//! One writer at a time, kept by the operating system: the lock goes with its process, however that ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::thread;
use std::time::Duration;

use crate::{Error, OfficeFolder, Result};

/// A lock that was just given back can linger: a process being started holds a copy of every open file of its
/// parent until it runs its own program. So a refusal is only believed after a few tries.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(10);

/// The right to write, held as long as this value lives.
#[derive(Debug)]
pub(crate) struct WriterLock {
    _file: File,
}

impl WriterLock {
    /// Takes the lock, or says within a moment that somebody else has it.
    pub(crate) fn take(folder: &OfficeFolder) -> Result<Self> {
        let path = folder.lock_file();
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(&path)
            .map_err(|e| Error::io(&path, e))?;
        for _ in 0..TRIES {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file }),
                Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
                Err(TryLockError::Error(e)) => return Err(Error::io(&path, e)),
            }
        }
        Err(Error::InUse {
            folder: folder.path().to_owned(),
        })
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
