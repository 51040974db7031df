//! Replacing one office by another so that it can be interrupted anywhere.
//!
//! Everything of the new office lies verified in `restoring/new/`. Then, each step durable before the next:
//!
//! 1. `restoring/plan.json` appears. Before it, the old office stands and `restoring/` is thrown away at the
//!    next start; from here on, the next start goes on with what follows.
//! 2. The old files go one by one into `backups/replaced-…/`, the log before the database.
//! 3. `restoring/moved` appears: from here on nothing in the office's place is old.
//! 4. The new files come one by one into their places, the database last.
//! 5. The plan is renamed to `restoring/done.json`, and `restoring/` is thrown away.
//!
//! A step that was done already finds nothing to do, so the list can be begun anew as often as it takes.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use crate::folder::{create_private, sync_folder};
use crate::{Error, OfficeFolder, Result};

/// What goes aside: a log must never meet another database than its own.
const OLD: [&str; 6] = [
    "office.db-wal",
    "office.db-shm",
    "office.db-journal",
    "attachments",
    "keys",
    "office.db",
];

/// What comes in; the database last, because with it there is an office.
const NEW: [&str; 3] = ["attachments", "keys", "office.db"];

/// What was found of a restore that did not come to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interrupted {
    /// It had not begun to replace anything: the old office stands.
    Undone,
    /// It was gone on with: the restored office stands.
    Completed,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    /// The folder in `backups/` for what is replaced.
    aside: Option<String>,
}

/// Where the new office is put together.
pub(super) fn new(folder: &OfficeFolder) -> PathBuf {
    folder.restoring().join("new")
}

fn planned(folder: &OfficeFolder) -> PathBuf {
    folder.restoring().join("plan.json")
}

fn moved(folder: &OfficeFolder) -> PathBuf {
    folder.restoring().join("moved")
}

fn done(folder: &OfficeFolder) -> PathBuf {
    folder.restoring().join("done.json")
}

/// Whether an office is being replaced: whoever only reads must wait for a writer to finish it.
pub(crate) fn is_pending(folder: &OfficeFolder) -> bool {
    planned(folder).exists()
}

/// A folder name for what is replaced; `None` where there is nothing to replace.
pub(super) fn aside(folder: &OfficeFolder, at: DateTime<FixedOffset>) -> Option<String> {
    if !OLD.iter().any(|name| folder.path().join(name).exists()) {
        return None;
    }
    let name = format!("replaced-{}", at.format("%Y%m%dT%H%M%S"));
    let free = |name: &String| !folder.backups().join(name).exists();
    let numbered = (2..).map(|number: u32| format!("{name}-{number}"));
    std::iter::once(name.clone()).chain(numbered).find(free)
}

/// Step 1.
pub(super) fn plan(folder: &OfficeFolder, aside: Option<String>) -> Result<()> {
    let text = serde_json::to_vec(&Plan { aside }).map_err(|e| Error::NotCanonical(e.to_string()))?;
    sync_tree(&new(folder))?;
    put(&planned(folder), &text)
}

/// The steps after the plan. What fails before anything of the new office is in place is undone.
pub(super) fn carry_out(folder: &OfficeFolder) -> Result<()> {
    go_on(folder, &mut || Ok(())).inspect_err(|_| {
        if !moved(folder).exists() {
            let _ = undo(folder);
        }
    })
}

/// Finishes or throws away what an interrupted restore left; only the holder of the lock may.
pub(crate) fn finish(folder: &OfficeFolder) -> Result<Option<Interrupted>> {
    let home = folder.restoring();
    if !home.exists() {
        return Ok(None);
    }
    if planned(folder).exists() {
        go_on(folder, &mut || Ok(()))?;
        return Ok(Some(Interrupted::Completed));
    }
    let outcome = if done(folder).exists() {
        Interrupted::Completed
    } else {
        Interrupted::Undone
    };
    fs::remove_dir_all(&home).map_err(|e| Error::io(&home, e))?;
    Ok(Some(outcome))
}

/// Steps 2 to 5; `before` is asked before each one whether to go on.
fn go_on(folder: &OfficeFolder, before: &mut dyn FnMut() -> Result<()>) -> Result<()> {
    let plan = read(folder)?;
    if let (Some(aside), false) = (&plan.aside, moved(folder).exists()) {
        let aside = folder.backups().join(aside);
        create_private(&aside)?;
        for name in OLD {
            before()?;
            rename(&folder.path().join(name), &aside.join(name))?;
        }
        sync_folder(&aside)?;
        sync_folder(&folder.backups())?;
        sync_folder(folder.path())?;
    }
    before()?;
    put(&moved(folder), b"")?;
    for name in NEW {
        before()?;
        rename(&new(folder).join(name), &folder.path().join(name))?;
    }
    before()?;
    sync_folder(folder.path())?;
    rename(&planned(folder), &done(folder))?;
    sync_folder(&folder.restoring())?;
    before()?;
    let home = folder.restoring();
    fs::remove_dir_all(&home).map_err(|e| Error::io(&home, e))?;
    sync_folder(folder.path())
}

fn undo(folder: &OfficeFolder) -> Result<()> {
    if let Some(aside) = read(folder)?.aside {
        let aside = folder.backups().join(aside);
        for name in OLD.iter().rev().filter(|name| !folder.path().join(name).exists()) {
            rename(&aside.join(name), &folder.path().join(name))?;
        }
        sync_folder(folder.path())?;
        let _ = fs::remove_dir(&aside);
    }
    let home = folder.restoring();
    fs::remove_file(planned(folder)).map_err(|e| Error::io(&home, e))?;
    fs::remove_dir_all(&home).map_err(|e| Error::io(&home, e))
}

fn read(folder: &OfficeFolder) -> Result<Plan> {
    let file = planned(folder);
    let text = fs::read(&file).map_err(|e| Error::io(&file, e))?;
    let plan: Plan = serde_json::from_slice(&text)
        .map_err(|error| Error::Damaged(format!("{}: {error}", file.display())))?;
    // The name was ours when it was written; somebody may have been here since.
    let ours = |name: &str| {
        name.strip_prefix("replaced-")
            .is_some_and(|rest| rest.bytes().all(of_a_moment))
    };
    match &plan.aside {
        Some(name) if !ours(name) => Err(Error::Damaged(format!("{}: {name:?}", file.display()))),
        _ => Ok(plan),
    }
}

fn of_a_moment(byte: u8) -> bool {
    byte.is_ascii_digit() || byte == b'T' || byte == b'-'
}

/// Moves a file or folder; one that is not there was moved already, or never was.
fn rename(from: &Path, to: &Path) -> Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        moved => moved.map_err(|e| Error::io(from, e)),
    }
}

/// A small file, there whole or not at all.
fn put(file: &Path, text: &[u8]) -> Result<()> {
    let part = file.with_extension("part");
    let io = |error| Error::io(file, error);
    let mut written = File::create(&part).map_err(io)?;
    written
        .write_all(text)
        .and_then(|()| written.sync_all())
        .map_err(io)?;
    fs::rename(&part, file).map_err(io)?;
    file.parent().map_or(Ok(()), sync_folder)
}

/// The names of all files below a folder become durable; their contents are already.
fn sync_tree(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder).map_err(|e| Error::io(folder, e))? {
        let path = entry.map_err(|e| Error::io(folder, e))?.path();
        if path.is_dir() {
            sync_tree(&path)?;
        }
    }
    sync_folder(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment() -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2026-11-21T09:41:00+08:00").unwrap()
    }

    /// An office of marked files with another one staged beside it.
    fn staged(outside: &Path, old: &[&str]) -> OfficeFolder {
        let folder = OfficeFolder::new(outside);
        for (home, mark, names) in [
            (folder.path().to_owned(), "old", old),
            (new(&folder), "new", &NEW[..]),
        ] {
            create_private(&home).unwrap();
            for name in names {
                if ["attachments", "keys"].contains(name) {
                    create_private(&home.join(name)).unwrap();
                    fs::write(home.join(name).join("file"), mark).unwrap();
                } else {
                    fs::write(home.join(name), mark).unwrap();
                }
            }
        }
        folder
    }

    fn marks(folder: &Path) -> Vec<(String, String)> {
        let read = |name: &&str| {
            let file = folder.join(name);
            let text = fs::read_to_string(file.join("file")).or_else(|_| fs::read_to_string(&file));
            text.ok().map(|text| ((*name).to_owned(), text))
        };
        OLD.iter().filter_map(read).collect()
    }

    fn all(mark: &str, names: &[&str]) -> Vec<(String, String)> {
        let named = |name: &&&str| names.contains(name);
        OLD.iter()
            .filter(named)
            .map(|name| ((*name).to_owned(), mark.to_owned()))
            .collect()
    }

    const USUAL: &[&str] = &["office.db-wal", "attachments", "keys", "office.db"];

    #[test]
    fn interrupted_before_any_step_the_next_start_comes_to_the_same_end() {
        let mut stops = 0;
        for stop in 0.. {
            let outside = tempfile::tempdir().unwrap();
            let folder = staged(outside.path(), USUAL);
            plan(&folder, aside(&folder, moment())).unwrap();
            let mut left = stop;
            let ended = go_on(&folder, &mut || {
                left -= 1;
                if left < 0 {
                    Err(Error::Busy("killed".to_owned()))
                } else {
                    Ok(())
                }
            });
            if ended.is_ok() {
                break;
            }
            stops += 1;
            assert_eq!(
                finish(&folder).unwrap(),
                Some(Interrupted::Completed),
                "stopped before step {stop}, it must be gone on with"
            );
            assert_eq!(
                marks(folder.path()),
                all("new", &NEW),
                "step {stop}: nothing old is left in place"
            );
            let kept = folder.backups().join("replaced-20261121T094100");
            assert_eq!(
                marks(&kept),
                all("old", USUAL),
                "step {stop}: and nothing old is lost"
            );
            assert!(
                !folder.restoring().exists(),
                "step {stop}: nothing half done lies about"
            );
        }
        assert!(stops > 8, "{stops} stops are fewer than there are steps");
    }

    #[test]
    fn before_the_plan_stands_the_old_office_stands() {
        let outside = tempfile::tempdir().unwrap();
        let folder = staged(outside.path(), USUAL);
        fs::write(folder.restoring().join("plan.part"), "{").unwrap();
        assert_eq!(
            finish(&folder).unwrap(),
            Some(Interrupted::Undone),
            "half a plan is none"
        );
        assert_eq!(
            marks(folder.path()),
            all("old", USUAL),
            "the old office is as it was"
        );
        assert!(!folder.restoring().exists(), "and the new one was thrown away");
    }

    #[test]
    fn what_fails_on_the_way_out_is_put_back() {
        let outside = tempfile::tempdir().unwrap();
        let folder = staged(outside.path(), USUAL);
        let kept = aside(&folder, moment()).unwrap();
        plan(&folder, Some(kept.clone())).unwrap();
        // A folder with something in it stands where the old database should go.
        create_private(&folder.backups().join(&kept).join("keys/in the way")).unwrap();
        carry_out(&folder).expect_err("the keys cannot be moved");
        fs::remove_dir_all(folder.backups()).unwrap();
        assert_eq!(
            marks(folder.path()),
            all("old", &["office.db-wal", "attachments", "keys", "office.db"]),
            "the old office stands again"
        );
        assert_eq!(
            finish(&folder).unwrap(),
            None,
            "and nothing is left to go on with"
        );
    }

    #[test]
    fn into_an_empty_folder_nothing_goes_aside() {
        let outside = tempfile::tempdir().unwrap();
        let folder = staged(outside.path(), &[]);
        assert_eq!(aside(&folder, moment()), None, "there is nothing to keep");
        plan(&folder, None).unwrap();
        carry_out(&folder).unwrap();
        assert_eq!(marks(folder.path()), all("new", &NEW), "the office is there");
        assert!(
            !folder.backups().exists(),
            "and no empty folder pretends to keep something"
        );
    }

    #[test]
    fn a_plan_that_points_elsewhere_is_not_followed() {
        let outside = tempfile::tempdir().unwrap();
        let folder = staged(outside.path(), USUAL);
        plan(&folder, Some("replaced-../../elsewhere".to_owned())).unwrap();
        assert!(finish(&folder).is_err(), "a name with a way in it is not ours");
        assert_eq!(marks(folder.path()), all("old", USUAL), "nothing was moved");
    }
}
