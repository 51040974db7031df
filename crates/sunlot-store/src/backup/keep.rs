//! The backups in a folder: which there are, and which old automatic ones make room for new ones.

use std::fs;
use std::path::{Path, PathBuf};

use super::check::{Checked, Glimpse, glimpse};
use super::container::Container;
use super::flaw::at_place;
use super::manifest::Occasion;
use super::place::{AUTOMATIC, ENDING};
use crate::{Error, Result};

/// A backup that lies in a folder, with what can be read of it in a moment.
#[derive(Debug)]
pub struct Listed {
    /// The file.
    pub file: PathBuf,
    /// Its clear part, or why it has none.
    pub glimpse: Result<Glimpse>,
}

/// What lies in a folder, newest first; what cannot be read comes last.
pub fn list(folder: &Path) -> Result<Vec<Listed>> {
    let io = at_place(folder);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(&io)? {
        let file = entry.map_err(&io)?.path();
        if file.to_string_lossy().ends_with(ENDING) {
            let glimpse = glimpse(&file);
            found.push(Listed { file, glimpse });
        }
    }
    let moment = |listed: &Listed| {
        listed
            .glimpse
            .as_ref()
            .ok()
            .map(|glimpse| glimpse.made_at.clone())
    };
    found.sort_by(|a, b| (moment(b), &b.file).cmp(&(moment(a), &a.file)));
    Ok(found)
}

/// Removes automatic backups of this office beyond the last `keep`, in the folder where one was just made and
/// verified. That one always stays, and so does whatever a person made, renamed or took from another office.
pub fn prune(made: &Checked, keep: u32) -> Result<Vec<PathBuf>> {
    let Some(folder) = made.file.parent() else {
        return Ok(Vec::new());
    };
    // Without the good one nothing is removed.
    if hex::encode(Container::open(&made.file)?.digest) != made.digest {
        return Ok(Vec::new());
    }
    let ours = |listed: &Listed| {
        let named = listed.file.to_string_lossy().contains(&format!("-{AUTOMATIC}-"));
        let manifest = listed
            .glimpse
            .as_ref()
            .ok()
            .and_then(|glimpse| glimpse.manifest.as_ref());
        named
            && listed.file != made.file
            && manifest.is_some_and(|manifest| {
                manifest.occasion != Occasion::Hand && manifest.office.id == made.manifest.office.id
            })
    };
    let kept_besides = usize::try_from(keep.saturating_sub(1)).unwrap_or(usize::MAX);
    let mut removed = Vec::new();
    for listed in list(folder)?.into_iter().filter(ours).skip(kept_besides) {
        fs::remove_file(&listed.file).map_err(|e| Error::io(&listed.file, e))?;
        removed.push(listed.file);
    }
    Ok(removed)
}
