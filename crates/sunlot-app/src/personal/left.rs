//! Where a value that was erased may still be found: copies that were made while it was kept. The program says so; taking
//! them away is for people, who know where the sticks are.

use std::fs;
use std::path::Path;

use sunlot_store::personal::StoredNote;
use sunlot_store::{Connection, backup_record, personal_since};

use crate::messages::personal as messages;
use crate::{Desk, Result};

impl Desk {
    /// Copies that still have the value of a note, a sentence for each sort.
    pub(super) fn personal_left_behind(&self, office: &Connection, note: &StoredNote) -> Result<Vec<String>> {
        let made = backup_record::made_since(office, note.event)?;
        let there = made.into_iter().filter(|made| {
            let folder = Path::new(&made.folder);
            // A stick that is not plugged in may have it all the same.
            !folder.is_dir() || folder.join(&made.file).is_file()
        });
        let backups: Vec<_> = there.map(|made| made.file).collect();
        let folder = self.folder().backups();
        let aside: Vec<_> = fs::read_dir(&folder)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .filter(|name| may_have_values(name))
            .collect();
        let mut told = Vec::new();
        if !backups.is_empty() {
            told.push(messages::left_in_backups(&backups));
        }
        if !aside.is_empty() {
            told.push(messages::left_aside(&folder.display().to_string(), aside.len()));
        }
        Ok(told)
    }
}

/// Whether something in `backups/` is a database that may have personal values: one that was replaced, or a copy from before
/// an upgrade.
fn may_have_values(name: &str) -> bool {
    let upgraded_from = name
        .strip_prefix("before-upgrade-from-")
        .and_then(|rest| rest.split('-').next())
        .and_then(|schema| schema.parse::<u32>().ok());
    name.starts_with("replaced-") || upgraded_from.is_some_and(|schema| schema >= personal_since())
}
