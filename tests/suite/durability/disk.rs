//! A disk without power: what is written counts when it was synced, what was not may be there, may be missing, may be
//! torn within, in any order.
//!
//! Strict where real disks are kinder: a name is only durable once its folder was synced after it, and syncing a file
//! does not make its name durable. Names become durable in their order, as every journalling file system does it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::dice::Dice;

/// A sector is written whole or not at all.
const SECTOR: usize = 512;

/// What stands under a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Node {
    Folder,
    File(usize),
}

type Names = BTreeMap<PathBuf, Node>;

/// A change to a file that was not synced yet.
#[derive(Clone, Debug)]
enum Write {
    Bytes { at: usize, bytes: Vec<u8> },
    Length(usize),
}

/// A change to names that was not synced yet.
#[derive(Clone, Debug)]
enum Naming {
    Put { path: PathBuf, node: Node },
    Remove { path: PathBuf },
    Move { from: PathBuf, to: PathBuf },
}

#[derive(Clone, Debug, Default)]
struct File {
    durable: Vec<u8>,
    pending: Vec<Write>,
    /// As the program sees it.
    live: Vec<u8>,
}

/// The disk as the program sees it, and as it would be found after a power cut.
#[derive(Clone, Debug, Default)]
pub struct Disk {
    root: PathBuf,
    files: Vec<File>,
    durable: Names,
    pending: Vec<Naming>,
    live: Names,
    /// As if nothing that was asked to be synced ever were: for the control that must fail.
    pub deaf: bool,
}

/// What a power cut leaves of what was not synced.
pub enum Left<'d> {
    Nothing,
    Everything,
    Some(&'d mut Dice),
}

/// Files with their bytes, and folders.
pub type Remains = BTreeMap<PathBuf, Option<Vec<u8>>>;

impl Disk {
    /// A disk with this folder on it, all of it durable.
    pub fn holding(folder: &Path) -> Self {
        let mut disk = Self {
            root: folder.to_owned(),
            ..Self::default()
        };
        disk.take_in(folder);
        disk.durable = disk.live.clone();
        disk
    }

    fn take_in(&mut self, path: &Path) {
        if path.is_dir() {
            self.live.insert(path.to_owned(), Node::Folder);
            for entry in fs::read_dir(path).unwrap().flatten() {
                self.take_in(&entry.path());
            }
            return;
        }
        let bytes = fs::read(path).unwrap();
        let file = File {
            durable: bytes.clone(),
            pending: Vec::new(),
            live: bytes,
        };
        self.live.insert(path.to_owned(), Node::File(self.files.len()));
        self.files.push(file);
    }

    /// What stands under this name now.
    pub fn node(&self, path: &Path) -> Option<Node> {
        self.live.get(path).copied()
    }

    /// The content of a file now.
    pub fn bytes(&self, file: usize) -> &[u8] {
        &self.files[file].live
    }

    /// Makes a file.
    pub fn create(&mut self, path: &Path) -> usize {
        self.files.push(File::default());
        self.name(Naming::Put {
            path: path.to_owned(),
            node: Node::File(self.files.len() - 1),
        });
        self.files.len() - 1
    }

    /// Makes a folder.
    pub fn make_folder(&mut self, path: &Path) {
        self.name(Naming::Put {
            path: path.to_owned(),
            node: Node::Folder,
        });
    }

    /// Takes a name away.
    pub fn remove(&mut self, path: &Path) {
        self.name(Naming::Remove {
            path: path.to_owned(),
        });
    }

    /// Gives another name.
    pub fn rename(&mut self, from: &Path, to: &Path) {
        self.name(Naming::Move {
            from: from.to_owned(),
            to: to.to_owned(),
        });
    }

    fn name(&mut self, naming: Naming) {
        naming.apply(&mut self.live);
        self.pending.push(naming);
    }

    /// Writes bytes.
    pub fn write(&mut self, file: usize, at: usize, bytes: Vec<u8>) {
        self.change(file, Write::Bytes { at, bytes });
    }

    /// Cuts or stretches.
    pub fn set_length(&mut self, file: usize, length: usize) {
        self.change(file, Write::Length(length));
    }

    fn change(&mut self, file: usize, write: Write) {
        let file = &mut self.files[file];
        write.apply(&mut file.live);
        file.pending.push(write);
    }

    /// Makes a file's content durable.
    pub fn sync_file(&mut self, file: usize) {
        if !self.deaf {
            let file = &mut self.files[file];
            file.durable.clone_from(&file.live);
            file.pending.clear();
        }
    }

    /// Makes a folder's names durable, and with them all that were given before.
    pub fn sync_folder(&mut self, folder: &Path) {
        let last = self.pending.iter().rposition(|naming| naming.concerns(folder));
        if let (Some(last), false) = (last, self.deaf) {
            for naming in self.pending.drain(..=last) {
                naming.apply(&mut self.durable);
            }
        }
    }

    /// What is found when the power goes now.
    pub fn cut(&self, mut left: Left<'_>) -> Remains {
        let mut names = self.durable.clone();
        let named = match &mut left {
            Left::Nothing => 0,
            Left::Everything => self.pending.len(),
            Left::Some(dice) => dice.below(self.pending.len() + 1),
        };
        for naming in &self.pending[..named] {
            naming.apply(&mut names);
        }
        let mut remains = Remains::new();
        for (path, node) in &names {
            // Folders come before what lies in them; what lies in one that was not durable is gone with it.
            let there = *path == self.root
                || path
                    .parent()
                    .is_some_and(|parent| remains.get(parent) == Some(&None));
            if there {
                let content = match node {
                    Node::Folder => None,
                    Node::File(file) => Some(self.files[*file].remains(&mut left)),
                };
                remains.insert(path.clone(), content);
            }
        }
        remains
    }
}

impl File {
    fn remains(&self, left: &mut Left<'_>) -> Vec<u8> {
        let mut bytes = self.durable.clone();
        for write in &self.pending {
            match left {
                Left::Nothing => {}
                Left::Everything => write.apply(&mut bytes),
                Left::Some(dice) => match dice.below(3) {
                    0 => {}
                    1 => write.apply(&mut bytes),
                    _ => write.tear(&mut bytes, dice),
                },
            }
        }
        bytes
    }
}

impl Write {
    fn apply(&self, bytes: &mut Vec<u8>) {
        match self {
            Self::Length(length) => bytes.resize(*length, 0),
            Self::Bytes { at, bytes: new } => {
                bytes.resize(bytes.len().max(at + new.len()), 0);
                bytes[*at..at + new.len()].copy_from_slice(new);
            }
        }
    }

    /// Some sectors of it arrive.
    fn tear(&self, bytes: &mut Vec<u8>, dice: &mut Dice) {
        let Self::Bytes { at, bytes: new } = self else {
            return self.apply(bytes);
        };
        let mut place = *at;
        while place < at + new.len() {
            let end = ((place / SECTOR + 1) * SECTOR).min(at + new.len());
            if dice.heads() {
                let part = new[place - at..end - at].to_vec();
                Self::Bytes {
                    at: place,
                    bytes: part,
                }
                .apply(bytes);
            }
            place = end;
        }
    }
}

impl Naming {
    fn apply(&self, names: &mut Names) {
        match self {
            Self::Put { path, node } => {
                names.insert(path.clone(), *node);
            }
            Self::Remove { path } => {
                names.remove(path);
            }
            Self::Move { from, to } => {
                let moved: Vec<_> = names
                    .keys()
                    .filter(|path| path.starts_with(from))
                    .cloned()
                    .collect();
                for path in moved {
                    let inside = path.strip_prefix(from).unwrap();
                    // Joining nothing would end the name in a slash.
                    let new = if inside.as_os_str().is_empty() {
                        to.clone()
                    } else {
                        to.join(inside)
                    };
                    if let Some(node) = names.remove(&path) {
                        names.insert(new, node);
                    }
                }
            }
        }
    }

    fn concerns(&self, folder: &Path) -> bool {
        let inside = |path: &PathBuf| path.parent() == Some(folder);
        match self {
            Self::Put { path, .. } | Self::Remove { path } => inside(path),
            Self::Move { from, to } => inside(from) || inside(to),
        }
    }
}
