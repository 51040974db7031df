//! The way back: a backup is taken out beside the office, verified whole, brought up to date, given its next
//! epoch and the event that tells of it, and only then put in the office's place (`swap`).
//!
//! Who may do that, and that two persons agree to it, is decided by whoever calls.

mod swap;

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::check::{Checked, Taken, check_into};
use super::flaw::{Flaw, damaged};
use super::progress::Watch;
use super::seal::Passphrase;
use crate::change::{Change, NewEvent, Recorded};
use crate::folder::create_private;
use crate::lock::WriterLock;
use crate::open::{Opening, connect_frozen, connect_writer};
use crate::trail::{self, Head};
use crate::{Error, OfficeFolder, Result, epoch, schema};

pub use swap::Interrupted;
pub(crate) use swap::{finish, is_pending};

/// The right to replace what lies in an office folder: its lock, with no database open.
#[derive(Debug)]
pub struct Claim {
    folder: OfficeFolder,
    _lock: WriterLock,
}

impl Claim {
    /// Claims a folder whose office is not there or cannot be opened. A folder with somebody's other files is
    /// refused. What an interrupted restore left is finished first.
    pub fn take(folder: &OfficeFolder) -> Result<Self> {
        folder.prepare_for_restore()?;
        let claim = Self::with(folder, WriterLock::take(folder)?);
        finish(folder)?;
        Ok(claim)
    }

    pub(crate) fn with(folder: &OfficeFolder, lock: WriterLock) -> Self {
        Self {
            folder: folder.clone(),
            _lock: lock,
        }
    }
}

/// What is written down about a restore, beside who did it.
#[derive(Clone, Debug)]
pub struct Restored {
    /// The backup's file name.
    pub backup: String,
    /// Where the replaced trail ended; `None` where there was none, or it could not be read.
    pub replaced: Option<Head>,
    /// Where the backup's trail ended.
    pub restored: Head,
    /// The epoch that begins.
    pub epoch: i64,
    /// The folder in `backups/` that keeps what was replaced; `None` where nothing was.
    pub aside: Option<String>,
}

/// What is known of the office that is replaced.
#[derive(Clone, Copy, Debug, Default)]
pub struct Before {
    /// Where its trail ended; `None` where there was none, or it could not be read.
    pub replaced: Option<Head>,
    /// The highest number of a draw that is known from outside; numbering goes on from there.
    pub last_sequence: Option<i64>,
}

/// A backup taken out into the office folder and verified, ready to replace what is there. Dropped, it leaves
/// nothing.
#[derive(Debug)]
pub struct Staged {
    folder: OfficeFolder,
    /// What was verified.
    pub checked: Checked,
    planned: bool,
}

/// Takes a backup out and verifies all of it. Only the office's writer may, or who claimed the folder.
pub fn stage(
    folder: &OfficeFolder,
    file: &Path,
    passphrase: Option<&Passphrase>,
    watch: Watch<'_>,
) -> Result<Staged> {
    let home = folder.restoring();
    if home.exists() {
        fs::remove_dir_all(&home).map_err(|e| Error::io(&home, e))?;
    }
    let new = swap::new(folder);
    create_private(&new)?;
    let taken = check_into(&new, file, passphrase, Taken::Everything, watch);
    match taken {
        Ok(checked) => Ok(Staged {
            folder: folder.clone(),
            checked,
            planned: false,
        }),
        Err(error) => {
            let _ = fs::remove_dir_all(&home);
            Err(error)
        }
    }
}

impl Staged {
    /// The database in it, for reading: whose accounts it has, what its trail says.
    pub fn database(&self) -> Result<Connection> {
        connect_frozen(&swap::new(&self.folder).join("office.db"))
    }

    /// Refuses a backup of another office than this one.
    pub fn require_office(&self, office: &Connection) -> Result<()> {
        let here = epoch::latest(office)?.map(|epoch| epoch.office);
        let there = &self.checked.manifest.office;
        if here.as_ref().is_none_or(|here| *here == there.id) {
            return Ok(());
        }
        Err(Flaw::OtherOffice {
            name: there.name.clone(),
        }
        .into())
    }

    /// Refuses another backup than the one whose trail ended with this hash.
    pub fn require_head(&self, head: &str) -> Result<()> {
        if self.checked.manifest.trail.head == head {
            Ok(())
        } else {
            Err(Flaw::Changed.into())
        }
    }

    /// Brings it up to date, opens the next epoch in it, and puts it in the office's place. Killed at any
    /// moment, there is the old office or the new one at the next start, never a mixture.
    ///
    /// `note` makes the event, and may refuse: it sees the restored office in the change that the event belongs
    /// to, so that it can ask its accounts.
    pub fn replace<E: From<Error>>(
        mut self,
        claim: &Claim,
        opening: &Opening<'_>,
        before: Before,
        note: impl FnOnce(&Change<'_>, &Restored) -> std::result::Result<NewEvent, E>,
    ) -> std::result::Result<Recorded, E> {
        let aside = swap::aside(&claim.folder, opening.at);
        let mut connection = connect_writer(&OfficeFolder::new(swap::new(&self.folder)))?;
        let backup = file_name(&self.checked.file);
        let restored = trail::head(&connection)?.ok_or_else(|| damaged("an office without a trail"))?;
        schema::migrate_copy(&mut connection, opening, &backup)?;
        let change = Change::begin(&mut connection)?;
        let epoch = epoch::reopen(
            &change,
            &epoch::Reopened {
                restored,
                replaced: before.replaced,
                last_sequence: before.last_sequence,
            },
        )?;
        let event = note(
            &change,
            &Restored {
                backup,
                replaced: before.replaced,
                restored,
                epoch,
                aside: aside.clone(),
            },
        )?;
        let recorded = change.commit(event)?;
        settle(connection)?;
        swap::plan(&claim.folder, aside)?;
        self.planned = true;
        swap::carry_out(&claim.folder)?;
        Ok(recorded)
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        if !self.planned {
            let _ = fs::remove_dir_all(self.folder.restoring());
        }
    }
}

/// Brings everything from the log into the file and closes it.
pub(crate) fn settle(connection: Connection) -> Result<()> {
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    connection.close().map_err(|(_, error)| error.into())
}

fn file_name(file: &Path) -> String {
    file.file_name()
        .map_or_else(PathBuf::new, PathBuf::from)
        .display()
        .to_string()
}
