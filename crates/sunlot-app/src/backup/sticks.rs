//! The sticks and other disks that are plugged in now, so that nobody has to know where the system hides them.

use std::fs;
use std::path::{Path, PathBuf};

use super::wire::BackupPlace;

/// What can be chosen as a place for backups, beside any folder that somebody names.
pub(crate) fn plugged_in() -> Vec<BackupPlace> {
    let told = |folder: PathBuf| BackupPlace {
        label: label(&folder),
        folder: folder.display().to_string(),
    };
    let mut places: Vec<_> = disks().into_iter().map(told).collect();
    places.sort_by(|a, b| a.folder.cmp(&b.folder));
    places
}

/// Where desktops mount what is plugged in: a folder for each user, and in it one for each disk.
#[cfg(unix)]
fn disks() -> Vec<PathBuf> {
    let below = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries
            .map(|entry| entry.path())
            .filter(|path| path.is_dir())
            .collect()
    };
    let users = ["/media", "/run/media"]
        .into_iter()
        .flat_map(|home| below(Path::new(home)));
    users.flat_map(|user| below(&user)).collect()
}

/// Every letter but those of old floppies and of the system itself.
#[cfg(windows)]
fn disks() -> Vec<PathBuf> {
    let roots = ('D'..='Z').map(|letter| PathBuf::from(format!("{letter}:\\")));
    roots.filter(|root| fs::metadata(root).is_ok()).collect()
}

fn label(folder: &Path) -> String {
    folder.file_name().map_or_else(
        || folder.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}
