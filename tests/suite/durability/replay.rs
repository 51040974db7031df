//! Recorded system calls, done again on a disk that only exists here.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::disk::{Disk, Node};
use super::tracing::Call;

/// Everything that changes a disk, and what is needed to follow it.
pub const CALLS: &str = "openat,open,creat,close,dup,dup2,dup3,fcntl,read,lseek,write,writev,pwrite64,pwritev,pwritev2,\
                         ftruncate,truncate,fallocate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,rmdir,\
                         mkdir,mkdirat,link,linkat,symlink,symlinkat,copy_file_range,sendfile";

#[derive(Clone)]
struct Open {
    path: PathBuf,
    node: Node,
    offset: usize,
    appends: bool,
}

/// A program's calls on their way.
pub struct Replay {
    root: PathBuf,
    pub disk: Disk,
    open: BTreeMap<i64, Open>,
    /// Whether the program has said anything.
    pub said: bool,
}

/// Shared memory between processes: it is made anew after every crash.
fn is_memory(path: &Path) -> bool {
    path.to_string_lossy().ends_with("-shm")
}

impl Replay {
    /// Begins with what lies in this folder.
    pub fn at(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            disk: Disk::holding(root),
            open: BTreeMap::new(),
            said: false,
        }
    }

    /// The folder that is the disk.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Does a call; says whether it changed the disk, or what the program has said.
    pub fn apply(&mut self, call: &Call) -> bool {
        if call.result < 0 {
            return false;
        }
        match call.name.as_str() {
            "openat" => self.opened(call),
            "close" => self.closed(call),
            "fcntl" => self.doubled(call),
            "read" | "lseek" => self.moved(call),
            "write" => self.written(call),
            "pwrite64" => self.written_at(call),
            "ftruncate" | "fallocate" => self.stretched(call),
            "fsync" | "fdatasync" => self.synced(call),
            "mkdir" => self.named(&[call.path(0)], |disk, paths| disk.make_folder(&paths[0])),
            "mkdirat" => self.named(&[self.beside(call, 0)], |disk, paths| disk.make_folder(&paths[0])),
            "unlink" | "rmdir" => self.named(&[call.path(0)], |disk, paths| disk.remove(&paths[0])),
            "unlinkat" => self.named(&[self.beside(call, 0)], |disk, paths| disk.remove(&paths[0])),
            "rename" => self.named(&[call.path(0), call.path(1)], |disk, paths| {
                disk.rename(&paths[0], &paths[1])
            }),
            "renameat" | "renameat2" => {
                let paths = [self.beside(call, 0), self.beside(call, 2)];
                self.named(&paths, |disk, paths| disk.rename(&paths[0], &paths[1]))
            }
            "copy_file_range" => self.copied(call, [0, 1, 2]),
            "sendfile" => self.copied(call, [1, 2, 0]),
            other => {
                let here = call
                    .arguments
                    .iter()
                    .any(|argument| self.open.contains_key(&argument.parse().unwrap_or(-1)));
                assert!(!here, "{other} is not understood: {call:?}");
                false
            }
        }
    }

    /// A path that may be meant beside an open folder.
    fn beside(&self, call: &Call, place: usize) -> String {
        let path = call.path(place + 1);
        match self.open.get(&call.arguments[place].parse().unwrap_or(-1)) {
            Some(folder) if !path.starts_with('/') => folder.path.join(path).display().to_string(),
            _ => path,
        }
    }

    /// Whether a path concerns the disk at all.
    fn ours(&self, path: &str) -> Option<PathBuf> {
        let path = PathBuf::from(path);
        (path.starts_with(&self.root) && !is_memory(&path)).then_some(path)
    }

    fn named(&mut self, paths: &[String], change: impl FnOnce(&mut Disk, &[PathBuf])) -> bool {
        let ours: Vec<PathBuf> = paths.iter().filter_map(|path| self.ours(path)).collect();
        if ours.len() == paths.len() {
            change(&mut self.disk, &ours);
            return true;
        }
        assert!(
            ours.is_empty(),
            "a name that leaves the disk is not understood: {paths:?}"
        );
        false
    }

    fn opened(&mut self, call: &Call) -> bool {
        let Some(path) = self.ours(&self.beside(call, 0)) else {
            return false;
        };
        let before = self.disk.node(&path);
        let node = before.unwrap_or_else(|| {
            assert!(
                call.flag("O_CREAT"),
                "{} was opened and never made",
                path.display()
            );
            Node::File(self.disk.create(&path))
        });
        let mut changed = before.is_none();
        if let (Node::File(file), true) = (node, call.flag("O_TRUNC")) {
            changed |= !self.disk.bytes(file).is_empty();
            self.disk.set_length(file, 0);
        }
        let appends = call.flag("O_APPEND");
        self.open.insert(
            call.result,
            Open {
                path,
                node,
                offset: 0,
                appends,
            },
        );
        changed
    }

    fn closed(&mut self, call: &Call) -> bool {
        self.open.remove(&call.number(0));
        false
    }

    fn doubled(&mut self, call: &Call) -> bool {
        if call.flag("F_DUPFD_CLOEXEC") || call.flag("F_DUPFD") {
            let copy = self.open.get(&call.number(0)).cloned();
            self.open.extend(copy.map(|copy| (call.result, copy)));
        }
        false
    }

    fn moved(&mut self, call: &Call) -> bool {
        let by = usize::try_from(call.result).unwrap();
        if let Some(open) = self.open.get_mut(&call.number(0)) {
            open.offset = if call.name == "lseek" {
                by
            } else {
                open.offset + by
            };
        }
        false
    }

    fn written(&mut self, call: &Call) -> bool {
        if let Some(open) = self.open.get_mut(&call.number(0)) {
            let Node::File(file) = open.node else { return false };
            let at = if open.appends {
                self.disk.bytes(file).len()
            } else {
                open.offset
            };
            let bytes = call.bytes(1);
            open.offset = at + bytes.len();
            self.disk.write(file, at, bytes);
            return true;
        }
        self.said |= call.number(0) == 1;
        call.number(0) == 1
    }

    fn written_at(&mut self, call: &Call) -> bool {
        let Some(Open {
            node: Node::File(file),
            ..
        }) = self.open.get(&call.number(0))
        else {
            return false;
        };
        let at = usize::try_from(call.number(3)).unwrap();
        self.disk.write(*file, at, call.bytes(1));
        true
    }

    fn stretched(&mut self, call: &Call) -> bool {
        let Some(Open {
            node: Node::File(file),
            ..
        }) = self.open.get(&call.number(0))
        else {
            return false;
        };
        let length = if call.name == "ftruncate" {
            call.number(1)
        } else {
            let now = i64::try_from(self.disk.bytes(*file).len()).unwrap();
            now.max(call.number(2) + call.number(3))
        };
        self.disk.set_length(*file, usize::try_from(length).unwrap());
        true
    }

    fn synced(&mut self, call: &Call) -> bool {
        match self.open.get(&call.number(0)) {
            Some(Open {
                node: Node::File(file),
                ..
            }) => self.disk.sync_file(*file),
            Some(Open {
                node: Node::Folder,
                path,
                ..
            }) => self.disk.sync_folder(path),
            None => return false,
        }
        true
    }

    fn copied(&mut self, call: &Call, [from, from_at, to]: [usize; 3]) -> bool {
        let Some(Open {
            node: Node::File(target),
            offset: put,
            ..
        }) = self.open.get(&call.number(to)).cloned()
        else {
            return false;
        };
        let length = usize::try_from(call.result).unwrap();
        assert_eq!(
            call.arguments[from_at], "NULL",
            "a copy from a place of its own is not understood"
        );
        let Some(Open {
            node: Node::File(source),
            offset: got,
            ..
        }) = self.open.get(&call.number(from)).cloned()
        else {
            panic!("a copy from elsewhere is not understood: {call:?}");
        };
        let bytes = self.disk.bytes(source)[got..got + length].to_vec();
        self.disk.write(target, put, bytes);
        for (number, at) in [(from, got), (to, put)] {
            if let Some(open) = self.open.get_mut(&call.number(number)) {
                open.offset = at + length;
            }
        }
        length > 0
    }
}
