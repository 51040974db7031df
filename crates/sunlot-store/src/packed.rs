//! Long documents as they lie in a table: compressed, and never unpacked into more than they may be.

use std::io::Read;

use zstd::stream::read::Decoder;

use crate::{Error, Result};

/// Fast, and close to what more effort would give.
const LEVEL: i32 = 3;

/// No document is longer: a million rows of a list come to a fifth of it.
const LONGEST: u64 = 1 << 30;

/// Packs a document.
pub(crate) fn pack(bytes: &[u8]) -> Result<Vec<u8>> {
    zstd::encode_all(bytes, LEVEL).map_err(|error| Error::Damaged(format!("packing: {error}")))
}

/// Unpacks what was packed.
pub(crate) fn unpack(packed: &[u8]) -> Result<Vec<u8>> {
    let damaged = |error: std::io::Error| Error::Damaged(format!("unpacking: {error}"));
    let mut bytes = Vec::new();
    let decoder = Decoder::new(packed).map_err(damaged)?;
    decoder.take(LONGEST).read_to_end(&mut bytes).map_err(damaged)?;
    Ok(bytes)
}
