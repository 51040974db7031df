//! `keys/station.json`: the private keys under a passphrase, with everything public beside them in the clear.
//!
//! argon2id makes a key of the passphrase; XChaCha20-Poly1305 wraps the private parts under it, with every other value of
//! the file as associated data, so that nothing in it can be changed and still be opened. Where the file lies is the
//! vault's; docs/station-key.md lays it down for others.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use sunlot_rules::account::passphrase::LONGEST_BYTES;
use sunlot_rules::account::password::prepared;
use zeroize::Zeroizing;

use super::certificate;
use super::keys::Keys;
use super::vault::Work;
use crate::account::Typed;
use crate::{Env, Error, Reason, Result};

/// The form of the file, and its version.
const FORMAT: &str = "sunlot-station-key/";
const VERSION: u32 = 1;

/// What is wrapped, so that no other file of the same form can take its place.
const PURPOSE: &str = "station: ed25519 for records, p256 for pdf";

const KDF: &str = "argon2id";
const CIPHER: &str = "xchacha20-poly1305";

/// The file, with its public values. Keys stand in canonical order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct KeyFile {
    certificate: String,
    cipher: Cipher,
    format: String,
    kdf: Kdf,
    made_at: String,
    office: Office,
    public_key: String,
    purpose: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Cipher {
    algorithm: String,
    nonce: String,
    wrapped: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Kdf {
    algorithm: String,
    lanes: u32,
    memory_kib: u32,
    passes: u32,
    salt: String,
    version: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Office {
    code: String,
    name: String,
}

/// Why a file is none of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    /// It cannot be read.
    Damaged(String),
    /// A newer program wrote it.
    Newer(u32),
}

/// What stands beside the private keys.
pub(super) struct About<'a> {
    pub(super) code: &'a str,
    pub(super) name: &'a str,
    pub(super) made_at: &'a str,
    pub(super) certificate: &'a [u8],
}

impl KeyFile {
    /// Wraps keys anew.
    pub(super) fn wrap(env: &Env, keys: &Keys, about: &About<'_>, passphrase: &Typed) -> Result<Self> {
        let mut salt = [0; 16];
        let mut nonce = [0; 24];
        env.entropy.fill(&mut salt)?;
        env.entropy.fill(&mut nonce)?;
        let work = env.vault.work();
        let mut file = Self {
            certificate: hex::encode(about.certificate),
            cipher: Cipher {
                algorithm: CIPHER.to_owned(),
                nonce: hex::encode(nonce),
                wrapped: String::new(),
            },
            format: format!("{FORMAT}{VERSION}"),
            kdf: Kdf {
                algorithm: KDF.to_owned(),
                lanes: work.lanes,
                memory_kib: work.memory_kib,
                passes: work.passes,
                salt: hex::encode(salt),
                version: 0x13,
            },
            made_at: about.made_at.to_owned(),
            office: Office {
                code: about.code.to_owned(),
                name: about.name.to_owned(),
            },
            public_key: keys.public_key().to_string(),
            purpose: PURPOSE.to_owned(),
        };
        let cipher = file.cipher(passphrase)?;
        let private = keys.bytes();
        let covered = file.covered();
        let payload = Payload {
            msg: &private,
            aad: covered.as_bytes(),
        };
        let wrapped = cipher.encrypt(&XNonce::from(nonce), payload);
        file.cipher.wrapped = hex::encode(wrapped.map_err(|_| internal("it could not be wrapped"))?);
        Ok(file)
    }

    /// Reads a file; nothing secret is needed for that.
    pub(super) fn read(bytes: &[u8]) -> std::result::Result<Self, Unfit> {
        let damaged = |why: String| Unfit::Damaged(why);
        #[derive(Deserialize)]
        struct Head {
            format: String,
        }
        let head: Head = serde_json::from_slice(bytes).map_err(|error| damaged(error.to_string()))?;
        let version = head
            .format
            .strip_prefix(FORMAT)
            .and_then(|version| version.parse().ok());
        match version {
            Some(VERSION) => {}
            Some(newer) if newer > VERSION => return Err(Unfit::Newer(newer)),
            _ => return Err(damaged(format!("format {:?}", head.format))),
        }
        let file: Self = serde_json::from_slice(bytes).map_err(|error| damaged(error.to_string()))?;
        file.flaw().map_or(Ok(file), |flaw| Err(damaged(flaw.to_owned())))
    }

    /// What no file of this version holds.
    fn flaw(&self) -> Option<&'static str> {
        // One value is written in one way only.
        let plain = |text: &str| !text.bytes().any(|byte| byte.is_ascii_uppercase());
        let bytes = |text: &str| match hex::decode(text) {
            Ok(bytes) if plain(text) => bytes.len(),
            _ => 0,
        };
        let (work, most) = (self.work(), Work::MOST);
        let checks = [
            (self.format == format!("{FORMAT}{VERSION}"), "format"),
            (self.purpose == PURPOSE, "purpose"),
            (self.kdf.algorithm == KDF && self.kdf.version == 0x13, "kdf"),
            (!most.is_below(work) && self.params().is_some(), "kdf parameters"),
            (self.cipher.algorithm == CIPHER, "cipher"),
            (bytes(&self.kdf.salt) == 16, "salt"),
            (bytes(&self.cipher.nonce) == 24, "nonce"),
            (bytes(&self.cipher.wrapped) == super::keys::BYTES + 16, "wrapped"),
            (bytes(&self.public_key) == 32, "publicKey"),
            (bytes(&self.certificate) > 0, "certificate"),
        ];
        checks.into_iter().find(|(good, _)| !good).map(|(_, flaw)| flaw)
    }

    /// Unwraps the private keys; none where the passphrase is wrong or something in the file was changed. It takes as
    /// long whatever is wrong: the work comes first.
    pub(super) fn unwrap(&self, passphrase: &Typed) -> Result<Option<Keys>> {
        let cipher = self.cipher(passphrase)?;
        let nonce: Option<[u8; 24]> = hex::decode(&self.cipher.nonce)
            .ok()
            .and_then(|n| n.try_into().ok());
        let wrapped = hex::decode(&self.cipher.wrapped).unwrap_or_default();
        let covered = self.covered();
        let payload = Payload {
            msg: &wrapped,
            aad: covered.as_bytes(),
        };
        let private = nonce.and_then(|nonce| cipher.decrypt(&XNonce::from(nonce), payload).ok());
        let keys = private.map(Zeroizing::new).and_then(|private| Keys::of(&private));
        Ok(keys.filter(|keys| {
            *keys.public_key().bytes() == self.public_key() && certificate::belongs(&self.certificate(), keys)
        }))
    }

    /// The file's bytes, for people to look at as well.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    pub(super) fn public_key(&self) -> [u8; 32] {
        let bytes = hex::decode(&self.public_key).unwrap_or_default();
        bytes.try_into().unwrap_or_default()
    }

    pub(super) fn certificate(&self) -> Vec<u8> {
        hex::decode(&self.certificate).unwrap_or_default()
    }

    pub(super) fn work(&self) -> Work {
        Work {
            memory_kib: self.kdf.memory_kib,
            passes: self.kdf.passes,
            lanes: self.kdf.lanes,
        }
    }

    fn params(&self) -> Option<Params> {
        let Work {
            memory_kib,
            passes,
            lanes,
        } = self.work();
        Params::new(memory_kib, passes, lanes, Some(32)).ok()
    }

    /// The cipher under the key that argon2id makes of the passphrase.
    fn cipher(&self, passphrase: &Typed) -> Result<XChaCha20Poly1305> {
        let params = self.params().ok_or_else(|| internal("no such parameters"))?;
        let salt = hex::decode(&self.kdf.salt).map_err(|_| internal("no salt"))?;
        let typed = Zeroizing::new(prepared(passphrase.as_str()));
        // What is longer than any passphrase is wrong, and is not hashed without end.
        let typed = typed.as_bytes();
        let typed = typed.get(..LONGEST_BYTES + 1).unwrap_or(typed);
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(typed, &salt, key.as_mut_slice())
            .map_err(|error| internal(&error.to_string()))?;
        Ok(XChaCha20Poly1305::new(
            key.as_slice().try_into().map_err(|_| internal("key"))?,
        ))
    }

    /// Everything but what is wrapped, in canonical form.
    fn covered(&self) -> String {
        let mut covered = self.clone();
        covered.cipher.wrapped = String::new();
        serde_json::to_string(&covered).unwrap_or_default()
    }
}

fn internal(detail: &str) -> Error {
    Error::new(Reason::Internal, format!("station key: {detail}"))
}
