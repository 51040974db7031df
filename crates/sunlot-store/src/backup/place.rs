//! The folder that a backup goes into, and the name it gets there: one that a stick formatted anywhere takes,
//! and that no other file has. While it is written it has another name, and goes away if it is not finished.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

use super::flaw::{Flaw, PlaceFault, at_place};
use super::manifest::Occasion;
use crate::folder::sync_folder;
use crate::{OfficeFolder, Result};

/// What every backup's name ends with.
pub const ENDING: &str = ".sunlot-backup";

/// What stands behind it while the file is being written.
const UNFINISHED: &str = ".part";

/// What automatic ones have in their name.
pub(crate) const AUTOMATIC: &str = "自动";

/// Characters of the office's name that are taken over; with date and ending this fits everywhere.
const LONGEST_NAME: usize = 40;

/// How many of one minute are told apart.
const MOST_OF_A_MINUTE: u32 = 99;

/// Sees that backups can go into this folder at all.
pub fn judge(folder: &Path, office: &OfficeFolder) -> Result<()> {
    let io = at_place(folder);
    let found = fs::metadata(folder).map_err(&io)?;
    if !found.is_dir() {
        return Err(Flaw::Place {
            fault: PlaceFault::Gone,
            folder: folder.to_owned(),
            detail: "not a folder".to_owned(),
        }
        .into());
    }
    let real = fs::canonicalize(folder).map_err(&io)?;
    let own = fs::canonicalize(office.path()).unwrap_or_else(|_| office.path().to_owned());
    if real.starts_with(&own) && real != own.join("backups") {
        return Err(Flaw::InsideOffice(folder.to_owned()).into());
    }
    Ok(())
}

/// The name without date and ending.
fn stem(office: &str) -> String {
    let safe = |c: char| {
        let bad = c.is_control() || c.is_whitespace() || r#"\/:*?"<>|"#.contains(c);
        if bad { '_' } else { c }
    };
    let name: String = office.trim().chars().map(safe).take(LONGEST_NAME).collect();
    let name = name.trim_matches(['.', '_']);
    if name.is_empty() {
        "未命名单位".to_owned()
    } else {
        name.to_owned()
    }
}

/// The name that a backup gets; `again` tells those of one minute apart.
fn name(office: &str, at: DateTime<FixedOffset>, occasion: Occasion, again: u32) -> String {
    let mut name = stem(office);
    if occasion != Occasion::Hand {
        name += &format!("-{AUTOMATIC}");
    }
    name += &format!("-{}", at.format("%Y%m%d-%H%M"));
    if again > 1 {
        name += &format!("-{again}");
    }
    name + ENDING
}

/// A file being written. Dropped before it is finished, it leaves nothing.
pub(crate) struct Unfinished {
    folder: PathBuf,
    finished: PathBuf,
    path: PathBuf,
    pub(crate) file: File,
    kept: bool,
}

impl Unfinished {
    /// Begins a file under the first name that is free.
    pub(crate) fn begin(
        folder: &Path,
        office: &str,
        at: DateTime<FixedOffset>,
        occasion: Occasion,
    ) -> Result<Self> {
        sweep(folder);
        let io = at_place(folder);
        for again in 1..=MOST_OF_A_MINUTE {
            let finished = folder.join(name(office, at, occasion, again));
            if fs::symlink_metadata(&finished).is_ok() {
                continue;
            }
            let mut path = finished.clone().into_os_string();
            path.push(UNFINISHED);
            let path = PathBuf::from(path);
            match File::options()
                .read(true)
                .write(true)
                .create_new(true)
                .open(&path)
            {
                Ok(file) => {
                    close_to_others(&file);
                    // Held as long as it is written, so that nobody takes it for a leftover.
                    let _ = file.try_lock();
                    return Ok(Self {
                        folder: folder.to_owned(),
                        finished,
                        path,
                        file,
                        kept: false,
                    });
                }
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => (),
                Err(error) => return Err(io(error)),
            }
        }
        Err(Flaw::NameTaken(folder.join(name(office, at, occasion, 1))).into())
    }

    /// Where it lies now.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Gives it its name and makes that durable.
    pub(crate) fn finish(mut self) -> Result<PathBuf> {
        let io = at_place(&self.folder);
        fs::rename(&self.path, &self.finished).map_err(&io)?;
        self.path.clone_from(&self.finished);
        // Not every file system of a stick can sync a folder; those that can, say so.
        if let Err(error) = sync_folder(&self.folder) {
            let _ = fs::metadata(&self.finished).map_err(&io)?;
            let cannot = matches!(&error, crate::Error::Io { source, .. } if source.kind() == std::io::ErrorKind::InvalidInput);
            if !cannot {
                return Err(error);
            }
        }
        self.kept = true;
        Ok(self.finished.clone())
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if !self.kept {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Removes what a program that was killed left behind. What is being written is locked and stays.
pub(crate) fn sweep(folder: &Path) {
    let ending = format!("{ENDING}{UNFINISHED}");
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let left_over = entry.file_name().to_string_lossy().ends_with(&ending)
            && File::options()
                .write(true)
                .open(entry.path())
                .is_ok_and(|file| file.try_lock().is_ok());
        if left_over {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// As the office folder itself; a stick may know no rights, and then nothing is lost.
fn close_to_others(file: &File) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let _ = file.set_permissions(fs::Permissions::from_mode(0o600));
    }
    #[cfg(not(unix))]
    let _ = file;
}

/// Asks the system to forget what it keeps of a file in memory, so that reading it means reading the disk.
pub(crate) fn forget(file: &File) {
    #[cfg(target_os = "linux")]
    let _ = rustix::fs::fadvise(file, 0, None, rustix::fs::Advice::DontNeed);
    #[cfg(not(target_os = "linux"))]
    let _ = file;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at() -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2026-11-21T09:41:00+08:00").unwrap()
    }

    #[test]
    fn a_backup_is_called_after_office_and_minute() {
        assert_eq!(
            name("徐水区气象局", at(), Occasion::Hand, 1),
            "徐水区气象局-20261121-0941.sunlot-backup",
            "a person finds it again in any file manager"
        );
        assert_eq!(
            name("徐水区气象局", at(), Occasion::Exit, 2),
            "徐水区气象局-自动-20261121-0941-2.sunlot-backup",
            "automatic ones can be told by their name"
        );
    }

    #[test]
    fn every_name_can_stand_on_a_stick() {
        for office in [
            "",
            "..",
            "a/b\\c:d*e?f\"g<h>i|j",
            "CON",
            "甲\n乙",
            " . ",
            &"长".repeat(300),
        ] {
            let name = name(office, at(), Occasion::RiskyAct, 99);
            assert!(
                !name.chars().any(|c| c.is_control() || r#"\/:*?"<>|"#.contains(c)),
                "{name} has a character that FAT and NTFS refuse"
            );
            assert!(name.len() < 200, "{name} is too long for some file systems");
            assert!(
                !name.starts_with(['.', '-', ' ']),
                "{name} would be hidden or taken for an option"
            );
        }
    }

    #[test]
    fn an_unfinished_file_goes_away_and_takes_nobodys_name() {
        let folder = tempfile::tempdir().unwrap();
        let first = Unfinished::begin(folder.path(), "局", at(), Occasion::Hand).unwrap();
        let second = Unfinished::begin(folder.path(), "局", at(), Occasion::Hand).unwrap();
        assert!(
            first.path().exists(),
            "what is being written is not swept away by the next"
        );
        let kept = second.finish().unwrap();
        drop(first);
        let left: Vec<_> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        assert_eq!(left, [kept], "the finished one alone is left");
    }

    #[test]
    fn what_a_killed_program_left_is_swept_away() {
        let folder = tempfile::tempdir().unwrap();
        let left = folder.path().join("局-20261120-0800.sunlot-backup.part");
        fs::write(&left, "half").unwrap();
        fs::write(folder.path().join("a.part"), "somebody's").unwrap();
        let new = Unfinished::begin(folder.path(), "局", at(), Occasion::Hand).unwrap();
        assert!(!left.exists(), "half a backup is no backup");
        assert!(
            folder.path().join("a.part").exists(),
            "other people's files are none of our business"
        );
        drop(new);
    }
}
