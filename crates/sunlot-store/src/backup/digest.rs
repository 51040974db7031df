//! Digests of what is read in pieces.

use std::io::{self, Read};

use sha2::{Digest, Sha256};

/// How much is read at a time.
pub(crate) const PIECE: usize = 256 * 1024;

/// The digest of everything that comes, and how much that was.
pub(crate) fn digest_of(mut from: impl Read) -> io::Result<([u8; 32], u64)> {
    let mut hash = Sha256::new();
    let mut piece = vec![0; PIECE];
    let mut size = 0;
    loop {
        let read = from.read(&mut piece)?;
        if read == 0 {
            return Ok((hash.finalize().into(), size));
        }
        hash.update(&piece[..read]);
        size += read as u64;
    }
}
