//! The clear part of a backup: what can be read of it without its passphrase, and how long its body is.
//!
//! ```text
//!  0  16  "sunlot-backup/1\n"
//! 16   4  length of the header, big-endian
//! 20   8  length of the body, big-endian
//! 28      header, canonical JSON
//!         body
//!     32  SHA-256 of everything before
//! ```

use serde::{Deserialize, Serialize};

use super::flaw::{Flaw, damaged, foreign};
use super::seal::Seal;
use crate::{Error, Result};

/// The file's first bytes; the number before the line's end is the format's.
const MAGIC: &[u8; 16] = b"sunlot-backup/1\n";
const FORMAT: u32 = 1;

/// Magic and both lengths.
pub(crate) const PREFIX: usize = 28;
/// The digest at the end.
pub(crate) const TRAILER: u64 = 32;

/// A header holds a name and a moment.
const LARGEST: u32 = 16 * 1024;

/// What can be read without a passphrase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Header {
    /// When the backup was made.
    pub made_at: String,
    /// The office's name.
    pub office: String,
    /// How it is sealed; absent where it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<Seal>,
}

/// Both lengths, as the prefix says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lengths {
    pub header: u32,
    pub body: u64,
}

impl Lengths {
    pub(crate) fn whole(self) -> Option<u64> {
        self.body
            .checked_add(u64::from(self.header))?
            .checked_add(PREFIX as u64 + TRAILER)
    }

    pub(crate) fn bytes(self) -> [u8; PREFIX] {
        let mut bytes = [0; PREFIX];
        bytes[..16].copy_from_slice(MAGIC);
        bytes[16..20].copy_from_slice(&self.header.to_be_bytes());
        bytes[20..].copy_from_slice(&self.body.to_be_bytes());
        bytes
    }

    /// Reads the first bytes of a file that is so long. `head` may be longer than a prefix: what is no backup
    /// is named by it.
    pub(crate) fn read(head: &[u8], found: u64) -> Result<Self> {
        let Some((magic, rest)) = head.split_at_checked(MAGIC.len()) else {
            return Err(short(head, found));
        };
        if magic != MAGIC {
            return Err(other(magic, head));
        }
        let (Some(header), Some(body)) = (rest.first_chunk(), rest.get(4..).and_then(<[u8]>::first_chunk))
        else {
            return Err(short(head, found));
        };
        let lengths = Self {
            header: u32::from_be_bytes(*header),
            body: u64::from_be_bytes(*body),
        };
        match lengths.whole() {
            Some(_) if lengths.header > LARGEST => Err(damaged("length of the header")),
            Some(expected) if found < expected => Err(Flaw::CutOff { expected, found }.into()),
            Some(expected) if found > expected => Err(Flaw::Longer { expected, found }.into()),
            Some(_) => Ok(lengths),
            None => Err(damaged("lengths")),
        }
    }
}

/// A file that ends before its lengths.
fn short(head: &[u8], found: u64) -> Error {
    let begun = head.len().min(MAGIC.len());
    if !head.is_empty() && head[..begun] == MAGIC[..begun] {
        let expected = PREFIX as u64 + TRAILER;
        return Flaw::CutOff { expected, found }.into();
    }
    Flaw::Foreign(foreign(head)).into()
}

/// A file that begins otherwise: of a newer format, or something else altogether.
fn other(magic: &[u8], head: &[u8]) -> Error {
    let number = magic
        .strip_prefix(b"sunlot-backup/")
        .and_then(|rest| std::str::from_utf8(rest).ok())
        .and_then(|rest| rest.split('\n').next())
        .and_then(|number| number.parse().ok());
    match number {
        Some(found) if found > FORMAT => Flaw::Newer { found, known: FORMAT }.into(),
        _ => Flaw::Foreign(foreign(head)).into(),
    }
}

impl Header {
    pub(crate) fn bytes(&self) -> Result<Vec<u8>> {
        serde_json_canonicalizer::to_vec(self).map_err(|error| Error::NotCanonical(error.to_string()))
    }

    pub(crate) fn read(bytes: &[u8]) -> Result<Self> {
        let header: Self =
            serde_json::from_slice(bytes).map_err(|error| damaged(format!("header: {error}")))?;
        if header.bytes()? == bytes {
            Ok(header)
        } else {
            Err(damaged("header: not in its canonical form"))
        }
    }
}
