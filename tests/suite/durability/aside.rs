//! What a restore keeps of the office that it replaced: the old office, further by what its own trail says of the restore.
//!
//! Until the moment of the exchange the office that goes is still in its place and says the same, event by event.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::contents::Contents;

/// What an undisturbed restore keeps.
pub struct Aside {
    contents: Contents,
    volatile: BTreeSet<String>,
}

/// Whether a file, by its way from the site, is a database in what was set aside: it is looked into, and not compared.
pub fn is_database_set_aside(name: &str) -> bool {
    let inside = name.strip_prefix("office/backups/replaced-");
    inside.is_some_and(|inside| inside.contains("/office.db"))
}

/// The folders in which offices are kept that were replaced.
fn folders(office: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(office.join("backups"))
        .into_iter()
        .flatten()
        .flatten();
    let ours = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("replaced-")
    };
    entries.map(|entry| entry.path()).filter(ours).collect()
}

impl Aside {
    /// Learned from two undisturbed offices; none where nothing was replaced.
    pub fn of(first: &Path, second: &Path) -> Result<Option<Self>, String> {
        let (Some(first), Some(second)) = (folders(first).pop(), folders(second).pop()) else {
            return Ok(None);
        };
        let contents = Contents::of_office(&first)?;
        let volatile = contents.volatile(&Contents::of_office(&second)?);
        Ok(Some(Self { contents, volatile }))
    }

    /// Whether this is the office that is about to be replaced, with some of what its trail says of that.
    pub fn is_on_its_way(&self, old: &Contents, found: &Contents) -> bool {
        let so_far = i64::try_from(found.events).ok();
        found.events > old.events
            && found.events <= self.contents.events
            && found
                .first_difference(&self.contents, so_far, &self.volatile)
                .is_none()
    }

    /// Whatever lies aside is the whole of what was replaced, and after the exchange it does lie there.
    pub fn is_whole(&self, office: &Path, exchanged: bool) -> Result<(), String> {
        let mut kept = 0;
        for folder in folders(office) {
            if fs::read_dir(&folder).is_ok_and(|mut inside| inside.next().is_none()) {
                continue;
            }
            let contents = Contents::of_office(&folder).map_err(|e| format!("what was set aside: {e}"))?;
            if let Some(cell) = contents.first_difference(&self.contents, None, &self.volatile) {
                return Err(format!("what was set aside is not what was replaced: {cell}"));
            }
            kept += 1;
        }
        if kept == usize::from(exchanged) {
            Ok(())
        } else {
            Err(format!("{kept} offices lie aside, exchanged: {exchanged}"))
        }
    }
}

/// A restored office says what it replaced: that lies aside, up to the event that is named.
pub fn fits(office: &Path, restored: &Contents) -> Result<(), String> {
    let (Some(name), Some(last)) = (
        restored.cell("payload/aside"),
        restored.cell("payload/replaced/seq"),
    ) else {
        return Ok(());
    };
    let folder = office.join("backups").join(name.trim_matches('"'));
    let contents = Contents::of_office(&folder).map_err(|e| format!("{name}: {e}"))?;
    let found = contents.last_event().to_string();
    if found == last {
        Ok(())
    } else {
        Err(format!(
            "what was replaced ended with event {last}, and {found} lie aside"
        ))
    }
}
