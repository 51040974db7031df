//! Where anchors lie: a folder outside every office, by default the one where the system keeps a user's state.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::file;

/// A place outside the office folder that keeps a few short texts by name.
pub trait AnchorPlace: Send + Sync {
    /// What was kept under this name; `None` where there is nothing.
    fn read(&self, name: &str) -> io::Result<Option<String>>;
    /// Keeps a text: when this returns, it is durable, and whoever reads meanwhile finds the old or the new one.
    fn write(&self, name: &str, text: &str) -> io::Result<()>;
    /// Every name.
    fn names(&self) -> Vec<String>;
    /// Where it is, for people.
    fn describe(&self) -> String;
}

/// A folder of anchors.
#[derive(Clone, Debug)]
pub struct FolderOfAnchors {
    folder: Option<PathBuf>,
}

impl FolderOfAnchors {
    /// In this folder; it is made when the first anchor is written.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: Some(folder.into()),
        }
    }

    /// Where this system keeps a user's state.
    pub fn of_this_user() -> Self {
        let state = dirs::state_dir().or_else(dirs::data_local_dir);
        Self {
            folder: state.map(|state| state.join("sunlot").join("anchors")),
        }
    }

    fn folder(&self) -> io::Result<&Path> {
        self.folder
            .as_deref()
            .ok_or_else(|| io::Error::new(ErrorKind::NotFound, "this system has no place for a user's state"))
    }
}

impl AnchorPlace for FolderOfAnchors {
    fn read(&self, name: &str) -> io::Result<Option<String>> {
        let Some(folder) = &self.folder else {
            return Ok(None);
        };
        match fs::read_to_string(folder.join(name)) {
            Ok(text) => Ok(Some(text)),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn write(&self, name: &str, text: &str) -> io::Result<()> {
        let folder = self.folder()?;
        if !folder.is_dir() {
            file::make_private(folder)?;
        }
        file::replace(&folder.join(name), |file| {
            io::Write::write_all(file, text.as_bytes())
        })
    }

    fn names(&self) -> Vec<String> {
        let entries = self.folder.as_ref().and_then(|folder| fs::read_dir(folder).ok());
        let names = entries.into_iter().flatten().flatten();
        names
            .filter_map(|entry| entry.file_name().into_string().ok())
            .filter(|name| !name.ends_with(file::UNFINISHED))
            .collect()
    }

    fn describe(&self) -> String {
        self.folder
            .as_ref()
            .map_or_else(String::new, |folder| folder.display().to_string())
    }
}
