//! `H(tag, …)` of the protocol, and the canonical form (RFC 8785) that flows into it without ever being held.
//!
//! Every type of a file lists its fields in canonical order when it is written, so writing *is* hashing: the same
//! text goes to a file or straight into SHA-256. That the order is kept is tested over every vector.

use std::io::{self, Write};

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::hex::Digest;
use crate::protocol::Protocol;

/// Room for the text of most leaves.
const HELD: usize = 256;

/// A hash under way: SHA-256 over the tag, a zero byte, and what is added.
#[derive(Clone)]
pub(crate) struct Tagged {
    sha: Sha256,
    // A JSON writer hands over single quotes and commas; gathering them is four times as fast.
    held: [u8; HELD],
    filled: usize,
}

impl Tagged {
    /// Begins `H(tag, …)`.
    pub fn new(protocol: Protocol, tag: &str) -> Self {
        let mut begun = Self {
            sha: Sha256::new(),
            held: [0; HELD],
            filled: 0,
        };
        for part in [protocol.name(), " ", tag, "\0"] {
            begun.add(part.as_bytes());
        }
        begun
    }

    /// Adds bytes as they are.
    pub fn bytes(mut self, bytes: &[u8]) -> Self {
        self.add(bytes);
        self
    }

    /// Adds the canonical form of a value.
    pub fn jcs<T: Serialize + ?Sized>(mut self, value: &T) -> Self {
        let written = serde_json::to_writer(&mut self, value);
        // Our types have text for keys and this writer takes everything: there is no way to fail, and going on with
        // half a text would be a wrong digest.
        assert!(written.is_ok(), "canonical form: {written:?}");
        self
    }

    /// Ends it.
    pub fn digest(mut self) -> Digest {
        self.sha.update(&self.held[..self.filled]);
        Digest::new(self.sha.finalize().into())
    }

    #[inline]
    fn add(&mut self, bytes: &[u8]) {
        if bytes.len() > self.held.len() - self.filled {
            self.sha.update(&self.held[..self.filled]);
            self.filled = 0;
        }
        match self.held.get_mut(self.filled..self.filled + bytes.len()) {
            Some(room) => {
                room.copy_from_slice(bytes);
                self.filled += bytes.len();
            }
            None => self.sha.update(bytes),
        }
    }
}

impl Write for Tagged {
    #[inline]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.add(bytes);
        Ok(bytes.len())
    }

    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.add(bytes);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_the_same_however_its_bytes_arrive() {
        let bytes: Vec<u8> = (0..=255).cycle().take(5000).collect();
        let whole = Tagged::new(Protocol::Sunlot1, "leaf").bytes(&bytes).digest();
        for piece in [1, 7, 255, 256, 257, 1024] {
            let begun = Tagged::new(Protocol::Sunlot1, "leaf");
            let pieces = bytes.chunks(piece).fold(begun, Tagged::bytes).digest();
            assert_eq!(pieces, whole, "in pieces of {piece}");
        }
        let mut plain = Sha256::new();
        plain.update(b"sunlot/1 leaf\0");
        plain.update(&bytes);
        assert_eq!(
            whole.bytes(),
            &<[u8; 32]>::from(plain.finalize()),
            "the tag, a zero byte, the bytes"
        );
    }

    #[test]
    fn canonical_text_escapes_as_rfc_8785_does() {
        let written = serde_json::to_string("“𠅤”\"\\\u{8}\u{c}\n\r\t\u{1}\u{7f}\u{2028}/<").unwrap();
        assert_eq!(written, "\"“𠅤”\\\"\\\\\\b\\f\\n\\r\\t\\u0001\u{7f}\u{2028}/<\"");
    }
}
