//! Where the station's wrapped private keys lie, as an argument: tests hand in a vault that breaks where they want it to.
//!
//! The order of steps is the acts'; how each is made durable, `sunlot-store`'s.

use sunlot_store::{OfficeFolder, key_file};

use crate::Result;

/// How much work it takes to try a passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Work {
    /// 64 MiB, three passes, one lane, as for passwords. A file made with less is wrapped anew when it is next opened.
    pub const TODAY: Self = Self {
        memory_kib: 64 * 1024,
        passes: 3,
        lanes: 1,
    };

    /// More than this is asked of nobody: a file that does is no file of ours.
    pub(crate) const MOST: Self = Self {
        memory_kib: 1024 * 1024,
        passes: 16,
        lanes: 8,
    };

    /// Whether some part is less than the other's.
    pub(crate) fn is_below(self, other: Self) -> bool {
        self.memory_kib < other.memory_kib || self.passes < other.passes || self.lanes < other.lanes
    }
}

/// Where the wrapped keys lie.
pub trait Vault: Send + Sync {
    /// The file in its place.
    fn current(&self, folder: &OfficeFolder) -> Result<Option<Vec<u8>>>;
    /// The file of this digest, in its place or beside it.
    fn of_digest(&self, folder: &OfficeFolder, digest: &[u8; 32]) -> Result<Option<Vec<u8>>>;
    /// Lays a new file durably beside the one in its place.
    fn stage(&self, folder: &OfficeFolder, bytes: &[u8]) -> Result<()>;
    /// Puts a staged file in its place, once its digest is committed.
    fn settle(&self, folder: &OfficeFolder, digest: &[u8; 32]) -> Result<()>;
    /// Takes the file away.
    fn remove(&self, folder: &OfficeFolder) -> Result<()>;
    /// How much work a new wrapping takes.
    fn work(&self) -> Work {
        Work::TODAY
    }
}

/// The office folder.
#[derive(Clone, Copy, Debug, Default)]
pub struct FolderVault;

impl Vault for FolderVault {
    fn current(&self, folder: &OfficeFolder) -> Result<Option<Vec<u8>>> {
        Ok(key_file::current(folder)?)
    }

    fn of_digest(&self, folder: &OfficeFolder, digest: &[u8; 32]) -> Result<Option<Vec<u8>>> {
        Ok(key_file::of_digest(folder, digest)?)
    }

    fn stage(&self, folder: &OfficeFolder, bytes: &[u8]) -> Result<()> {
        Ok(key_file::stage(folder, bytes)?)
    }

    fn settle(&self, folder: &OfficeFolder, digest: &[u8; 32]) -> Result<()> {
        Ok(key_file::settle(folder, digest)?)
    }

    fn remove(&self, folder: &OfficeFolder) -> Result<()> {
        Ok(key_file::remove(folder)?)
    }
}
