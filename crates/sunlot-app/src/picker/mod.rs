//! Choosing a file in the system's own window: what the window is told, where it begins, and what its answer means. Opening
//! it is the shell's business; what becomes of the path is that of whoever asked for it.

mod labels;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::Act;
use crate::{Desk, Result};

/// What opens the system's window of files.
pub trait Picker: Send + Sync {
    /// Asks, and waits for the answer; `None`: nothing was chosen.
    fn ask(&self, question: &FileQuestion) -> Option<PathBuf>;

    /// Where it begins as long as nobody has chosen anything.
    fn home(&self) -> Option<PathBuf> {
        let desktop = dirs::desktop_dir().filter(|folder| folder.is_dir());
        desktop.or_else(dirs::home_dir)
    }
}

/// For shells without windows: nothing is ever chosen.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoPicker;

impl Picker for NoPicker {
    fn ask(&self, _: &FileQuestion) -> Option<PathBuf> {
        None
    }
}

/// What the system's window is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileQuestion {
    /// What it is called.
    pub title: &'static str,
    /// What its button is called.
    pub verb: &'static str,
    /// What the other one is called, which chooses nothing.
    pub stop: &'static str,
    /// What is chosen in it.
    pub sort: FileSort,
    /// Which files it shows, the first ones first. Where none are named it shows all.
    pub kinds: Vec<FileKind>,
    /// The folder in which it begins.
    pub folder: Option<PathBuf>,
    /// What a new file would be called.
    pub name: Option<String>,
}

/// What is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileSort {
    /// A file that is there.
    Open,
    /// A file that is to be written; the window asks before one is replaced.
    Save,
    /// A folder.
    Folder,
}

/// Files of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileKind {
    /// What people call them.
    pub label: &'static str,
    /// What their names end in, without the dot; empty: anything.
    pub endings: &'static [&'static str],
}

/// What a file is chosen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FilePurpose {
    /// Somebody's list, to be taken over.
    Roster,
    /// A list, to be written.
    List,
    /// A blank roster, to be written.
    Template,
    /// A backup, to be looked at.
    Backup,
    /// An anchor that was carried away, to be compared.
    Anchor,
    /// A folder into which something is to go.
    Folder,
    /// A document to be attached.
    Attachment,
    /// A copy of one, to be written.
    AttachmentCopy,
}

/// A file to be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileChoose {
    /// What for.
    pub purpose: FilePurpose,
    /// What stands in the field now: the window begins there, where that is a place.
    pub at: String,
    /// What a new file would be called, with its ending; none where a file or folder is there already.
    pub name: Option<String>,
}

/// What was chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileChosen {
    /// The file or folder.
    pub path: String,
    /// Whether the window has asked about replacing what stands there, and heard a yes.
    pub replaces: bool,
}

/// Where something was chosen last, for each purpose, while the program runs.
#[derive(Default)]
pub(crate) struct LastFolders(Mutex<BTreeMap<FilePurpose, PathBuf>>);

impl LastFolders {
    fn of(&self, purpose: FilePurpose) -> Option<PathBuf> {
        let last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // A stick may be gone by now.
        last.get(&purpose).filter(|folder| folder.is_dir()).cloned()
    }

    fn note(&self, purpose: FilePurpose, folder: PathBuf) {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        last.insert(purpose, folder);
    }
}

impl FilePurpose {
    /// What is chosen.
    pub fn sort(self) -> FileSort {
        match self {
            Self::Roster | Self::Backup | Self::Anchor | Self::Attachment => FileSort::Open,
            Self::List | Self::Template | Self::AttachmentCopy => FileSort::Save,
            Self::Folder => FileSort::Folder,
        }
    }
}

impl Desk {
    /// Asks in the system's own window for a file or a folder; `None`: whoever was asked chose nothing.
    pub fn file_choose(&self, request: &FileChoose) -> Result<Option<FileChosen>> {
        self.may(Act::FileChoose)?;
        let FileChoose { purpose, at, name } = request;
        let typed = folder_of(Path::new(at.trim()));
        let last = || self.last_folders().of(*purpose);
        let question = FileQuestion {
            title: purpose.title(),
            verb: purpose.verb(),
            stop: labels::STOP,
            sort: purpose.sort(),
            kinds: labels::kinds(*purpose, name.as_deref()),
            folder: typed.or_else(last).or_else(|| self.env().picker.home()),
            name: name.as_ref().map(|name| self.called(*purpose, name)),
        };
        let Some(chosen) = self.env().picker.ask(&question) else {
            return Ok(None);
        };
        let (path, replaces) = match question.sort {
            FileSort::Save => ended(chosen, question.name.as_deref()),
            FileSort::Open | FileSort::Folder => (chosen, false),
        };
        if let Some(folder) = folder_of(&path) {
            self.last_folders().note(*purpose, folder);
        }
        let path = path.display().to_string();
        Ok(Some(FileChosen { path, replaces }))
    }

    /// A list is of a day, and the next one should not take its place.
    fn called(&self, purpose: FilePurpose, name: &str) -> String {
        match (purpose, name.rsplit_once('.')) {
            (FilePurpose::List, Some((stem, ending))) => {
                format!("{stem}-{}.{ending}", self.now().format("%Y%m%d"))
            }
            _ => name.to_owned(),
        }
    }
}

/// The folder that this is or lies in. Without a whole path it would depend on where the program was started.
fn folder_of(place: &Path) -> Option<PathBuf> {
    let mut folders = place.ancestors().filter(|folder| folder.is_absolute());
    let folder = folders.find(|folder| folder.is_dir())?;
    // A mistyped path would otherwise lead to the root of the disk.
    let near = folder == place || Some(folder) == place.parent();
    near.then(|| folder.to_owned())
}

/// With the ending that was suggested: without one no other program would know what it is. The window has asked about the name
/// that was typed, so what stands under the longer one is not replaced.
fn ended(chosen: PathBuf, suggested: Option<&str>) -> (PathBuf, bool) {
    let wanted = suggested.and_then(|name| Path::new(name).extension());
    let has = |ending: &&OsStr| {
        chosen
            .extension()
            .is_some_and(|own| own.eq_ignore_ascii_case(ending))
    };
    let Some(ending) = wanted.filter(|ending| !has(ending)) else {
        return (chosen, true);
    };
    let mut named = chosen.into_os_string();
    named.push(".");
    named.push(ending);
    (named.into(), false)
}
