//! The digest of what is compared, for the trail. It is made beside the reading: a list of a million rows is large.

use std::fs::File;
use std::io::{self, Read};
use std::thread::{self, JoinHandle};

use sha2::{Digest, Sha256};

use crate::reader::TableSource;
use crate::{Error, Reason, Result};

/// A digest that is being made.
pub(super) struct Aside(JoinHandle<Result<[u8; 32]>>);

/// Begins to make the digest of a source.
pub(super) fn aside(source: TableSource) -> Aside {
    Aside(thread::spawn(move || of(&source)))
}

impl Aside {
    /// The digest.
    pub(super) fn finish(self) -> Result<[u8; 32]> {
        let gone = |_| Err(Error::new(Reason::Internal, "the thread of the digest is gone"));
        self.0.join().unwrap_or_else(gone)
    }
}

/// The digest of a source.
pub(crate) fn of(source: &TableSource) -> Result<[u8; 32]> {
    let path = match source {
        TableSource::Pasted(text) => return Ok(Sha256::digest(text.as_bytes()).into()),
        TableSource::File(path) => path,
    };
    let unread = |error: io::Error| {
        let file = path.display().to_string();
        Error::new(Reason::FileUnread { file }, error.to_string())
    };
    let mut file = File::open(path).map_err(unread)?;
    let mut hash = Sha256::new();
    let mut part = vec![0; 1 << 16];
    loop {
        let read = file.read(&mut part).map_err(unread)?;
        if read == 0 {
            return Ok(hash.finalize().into());
        }
        hash.update(&part[..read]);
    }
}
