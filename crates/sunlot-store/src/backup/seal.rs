//! The optional passphrase: argon2id makes a key of it, XChaCha20-Poly1305 seals the body in chunks by the
//! STREAM construction, so that no chunk can be moved, left out or added.

use std::fmt;
use std::io::{self, Read, Write};

use aead_stream::{DecryptorBE32, EncryptorBE32};
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::XChaCha20Poly1305;
use chacha20poly1305::aead::Payload;
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, Zeroizing};

use super::flaw::{Flaw, damaged};
use crate::{Error, Result};

/// How much is sealed at a time, and what sealing adds.
const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;

/// RFC 9106, second choice: what an old office PC does in half a second.
const MEMORY: u32 = 64 * 1024;
const PASSES: u32 = 3;

/// More than this is no passphrase of ours, and only meant to bring the computer down.
const MOST_MEMORY: u32 = 1024 * 1024;
const MOST_PASSES: u32 = 16;

/// A passphrase, wiped when it is no longer needed and never shown.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes what somebody typed.
    pub fn new(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// Fresh randomness for one seal: salt, then nonce.
#[derive(Clone, Copy)]
pub struct Fresh(pub [u8; 35]);

/// How the body is sealed, for whoever has the passphrase. Stands in the clear header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Seal {
    /// Kibibytes.
    memory: u32,
    nonce: String,
    passes: u32,
    salt: String,
}

impl Seal {
    pub(crate) fn new(fresh: &Fresh) -> Self {
        let (salt, nonce) = fresh.0.split_at(16);
        Self {
            memory: MEMORY,
            nonce: hex::encode(nonce),
            passes: PASSES,
            salt: hex::encode(salt),
        }
    }

    fn key(&self, passphrase: &Passphrase) -> Result<Zeroizing<[u8; 32]>> {
        if self.memory > MOST_MEMORY || self.passes > MOST_PASSES {
            return Err(Flaw::TooLarge("cost of the passphrase".to_owned()).into());
        }
        let wrong = |error: &dyn fmt::Display| damaged(format!("seal: {error}"));
        let salt = hex::decode(&self.salt).map_err(|e| wrong(&e))?;
        let params = Params::new(self.memory, self.passes, 1, Some(32)).map_err(|e| wrong(&e))?;
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase.0.as_bytes(), &salt, key.as_mut())
            .map_err(|e| wrong(&e))?;
        Ok(key)
    }

    fn nonce(&self) -> Result<[u8; 19]> {
        let mut nonce = [0; 19];
        hex::decode_to_slice(&self.nonce, &mut nonce).map_err(|e| damaged(format!("seal: {e}")))?;
        Ok(nonce)
    }
}

/// Seals what is written through it. `finish` writes the last chunk; without it nothing can be opened.
pub(crate) struct Sealing<W> {
    stream: EncryptorBE32<XChaCha20Poly1305>,
    /// The clear header, to which every chunk is bound.
    header: Vec<u8>,
    pending: Vec<u8>,
    out: W,
}

impl<W: Write> Sealing<W> {
    pub(crate) fn new(seal: &Seal, passphrase: &Passphrase, header: Vec<u8>, out: W) -> Result<Self> {
        let key = seal.key(passphrase)?;
        Ok(Self {
            stream: EncryptorBE32::new((&*key).into(), (&seal.nonce()?).into()),
            header,
            pending: Vec::with_capacity(CHUNK),
            out,
        })
    }

    pub(crate) fn finish(mut self) -> io::Result<W> {
        let payload = Payload {
            msg: &self.pending,
            aad: &self.header,
        };
        let sealed = self.stream.encrypt_last(payload).map_err(|_| too_long())?;
        self.pending.zeroize();
        self.out.write_all(&sealed)?;
        Ok(self.out)
    }
}

impl<W: Write> Write for Sealing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A full chunk is held back until it is certain that it is not the last.
        if self.pending.len() == CHUNK {
            let payload = Payload {
                msg: &self.pending,
                aad: &self.header,
            };
            let sealed = self.stream.encrypt_next(payload).map_err(|_| too_long())?;
            self.out.write_all(&sealed)?;
            self.pending.clear();
        }
        let taken = bytes.len().min(CHUNK - self.pending.len());
        self.pending.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn too_long() -> io::Error {
    io::Error::from(io::ErrorKind::FileTooLarge)
}

/// Opens what was sealed, chunk by chunk.
pub(crate) struct Opened<R> {
    stream: Option<DecryptorBE32<XChaCha20Poly1305>>,
    header: Vec<u8>,
    sealed: R,
    left: u64,
    chunk: Zeroizing<Vec<u8>>,
    read: usize,
}

impl<R: Read> Opened<R> {
    /// Opens the first chunk: a wrong passphrase shows here.
    pub(crate) fn new(
        seal: &Seal,
        passphrase: &Passphrase,
        header: Vec<u8>,
        sealed: R,
        length: u64,
    ) -> Result<Self> {
        let key = seal.key(passphrase)?;
        let mut opened = Self {
            stream: Some(DecryptorBE32::new((&*key).into(), (&seal.nonce()?).into())),
            header,
            sealed,
            left: length,
            chunk: Zeroizing::new(Vec::new()),
            read: 0,
        };
        opened.advance().map_err(|_| Error::from(Flaw::PassphraseWrong))?;
        Ok(opened)
    }

    fn advance(&mut self) -> io::Result<()> {
        let Some(mut stream) = self.stream.take() else {
            return Ok(());
        };
        let size = usize::try_from(self.left).unwrap_or(usize::MAX).min(CHUNK + TAG);
        let mut sealed = vec![0; size];
        self.sealed.read_exact(&mut sealed)?;
        self.left -= size as u64;
        let payload = Payload {
            msg: &sealed,
            aad: &self.header,
        };
        let last = self.left == 0;
        let opened = if last {
            stream.decrypt_last(payload)
        } else {
            let opened = stream.decrypt_next(payload);
            self.stream = Some(stream);
            opened
        };
        let opened = opened.map_err(|_| io::Error::other("a sealed chunk does not open"))?;
        self.chunk = Zeroizing::new(opened);
        self.read = 0;
        Ok(())
    }
}

impl<R: Read> Read for Opened<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        if self.read == self.chunk.len() && self.stream.is_some() {
            self.advance()?;
        }
        let taken = bytes.len().min(self.chunk.len() - self.read);
        bytes[..taken].copy_from_slice(&self.chunk[self.read..self.read + taken]);
        self.read += taken;
        Ok(taken)
    }
}
