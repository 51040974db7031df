//! Rows as bytes, and the digest of many of them.
//!
//! A row is written down as its columns that are not null, in the order of their names, each with its length
//! in front, so that two different rows never give the same bytes and a column added later changes no digest.

use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use sha2::{Digest, Sha256};

/// The mark of a text.
pub(crate) const TEXT: u8 = b't';

/// How many rows an event wrote into a table, and their digest in lower-case hex.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RowDigest {
    pub count: u64,
    pub digest: String,
}

/// The digest of rows of one table, in the order of their key.
pub(crate) struct RowsDigest {
    count: u64,
    hash: Sha256,
}

impl RowsDigest {
    pub(crate) fn of(table: &str) -> Self {
        let hash = Sha256::new_with_prefix(b"sunlot rows\0")
            .chain_update(table)
            .chain_update([0]);
        Self { count: 0, hash }
    }

    pub(crate) fn add(&mut self, row: &[u8]) {
        self.count += 1;
        self.hash.update(length(row));
        self.hash.update(row);
    }

    pub(crate) fn finish(self) -> RowDigest {
        RowDigest {
            count: self.count,
            digest: hex::encode(self.hash.finalize()),
        }
    }
}

/// The same, made on another thread while the rows are written: reading a million rows back takes longer than hashing them.
pub(crate) struct RowsAside {
    pieces: SyncSender<Vec<u8>>,
    thread: JoinHandle<Sha256>,
    piece: Vec<u8>,
    count: u64,
}

/// So many bytes go to the other thread at once.
const PIECE: usize = 1 << 15;

impl RowsAside {
    pub(crate) fn of(table: &str) -> Self {
        let mut hash = RowsDigest::of(table).hash;
        let (pieces, arriving) = sync_channel::<Vec<u8>>(4);
        let thread = thread::spawn(move || {
            for piece in arriving {
                hash.update(&piece);
            }
            hash
        });
        Self {
            pieces,
            thread,
            piece: Vec::with_capacity(PIECE + 4_096),
            count: 0,
        }
    }

    /// The next row, as `write` writes it down.
    pub(crate) fn add(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        self.count += 1;
        let at = self.piece.len();
        self.piece.extend_from_slice(&length(&[]));
        let from = self.piece.len();
        write(&mut self.piece);
        let row = length(&self.piece[from..]);
        self.piece[at..from].copy_from_slice(&row);
        if self.piece.len() >= PIECE {
            self.send();
        }
    }

    fn send(&mut self) {
        let piece = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE + 4_096));
        // A thread that is gone makes no digest; `finish` sees that.
        let _ = self.pieces.send(piece);
    }

    /// The digest; none where the thread did not come to its end.
    pub(crate) fn finish(mut self) -> Option<RowDigest> {
        self.send();
        drop(self.pieces);
        let hash = self.thread.join().ok()?;
        Some(RowDigest {
            count: self.count,
            digest: hex::encode(hash.finalize()),
        })
    }
}

/// A column with a whole number.
pub(crate) fn write_integer(bytes: &mut Vec<u8>, name: &str, number: i64) {
    write(bytes, name, b'i', &number.to_be_bytes());
}

/// A column with a text; one without has nothing there.
pub(crate) fn write_text(bytes: &mut Vec<u8>, name: &str, text: &str) {
    if !text.is_empty() {
        write(bytes, name, TEXT, text.as_bytes());
    }
}

/// What stands in front of a text of this column, made once for many rows.
pub(crate) fn front_of_text(name: &str) -> Vec<u8> {
    let mut front = Vec::new();
    write_part(&mut front, name.as_bytes());
    front.push(TEXT);
    front
}

/// The text behind its front; one without has nothing there.
pub(crate) fn write_behind(bytes: &mut Vec<u8>, front: &[u8], text: &str) {
    if !text.is_empty() {
        bytes.extend_from_slice(front);
        write_part(bytes, text.as_bytes());
    }
}

/// A column with its mark.
pub(crate) fn write(bytes: &mut Vec<u8>, name: &str, mark: u8, value: &[u8]) {
    write_part(bytes, name.as_bytes());
    bytes.push(mark);
    write_part(bytes, value);
}

fn write_part(bytes: &mut Vec<u8>, part: &[u8]) {
    bytes.extend_from_slice(&length(part));
    bytes.extend_from_slice(part);
}

fn length(bytes: &[u8]) -> [u8; 8] {
    (bytes.len() as u64).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_made_aside_is_the_same() {
        for count in [0u32, 1, 2, 40_000] {
            let (mut plain, mut aside) = (RowsDigest::of("target"), RowsAside::of("target"));
            for number in 0..count {
                let mut row = Vec::new();
                write_integer(&mut row, "id", number.into());
                write(&mut row, "name", TEXT, "县城关镇".as_bytes());
                plain.add(&row);
                aside.add(|bytes| bytes.extend_from_slice(&row));
            }
            assert_eq!(
                aside.finish(),
                Some(plain.finish()),
                "{count} rows: however many pieces they went in"
            );
        }
    }
}
