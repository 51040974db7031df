//! `keys/personal.key`: the key under which personal values are sealed, made when the first of them is kept.
//!
//! It lies beside the database, readable by its owner alone: it keeps a copied database silent, not a copied folder
//! (docs/decisions/0011-personal.md).

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use sunlot_store::personal::{self, StoredNote};
use sunlot_store::{Connection, OfficeFolder};
use zeroize::Zeroizing;

use super::fault::PersonalFault;
use crate::{Env, Error, Result};

/// The form of the file, and its version.
const FORMAT: &str = "sunlot-personal-key/";
const VERSION: u32 = 1;

/// A key.
pub(super) struct PersonalKey(Zeroizing<[u8; 32]>);

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    key: Zeroizing<String>,
}

/// How the file is.
enum Found {
    Nothing,
    Key(PersonalKey),
    Damaged(String),
    Newer(u32),
}

impl PersonalKey {
    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// By which a note knows the key that sealed its value; nothing of the key can be learned from it.
    pub(super) fn mark(&self) -> [u8; 8] {
        let digest: [u8; 32] = Sha256::new_with_prefix(b"sunlot personal key\0")
            .chain_update(self.0.as_slice())
            .finalize()
            .into();
        let mut mark = [0; 8];
        mark.copy_from_slice(&digest[..8]);
        mark
    }

    /// The key to seal with. It is made where nothing is kept that another key sealed.
    pub(super) fn to_seal(env: &Env, folder: &OfficeFolder, office: &Connection) -> Result<Self> {
        let kept = personal::kept(office)?;
        match look(folder)? {
            Found::Key(key) if kept.iter().all(|note| note.row.key_mark == key.mark()) => Ok(key),
            Found::Nothing | Found::Damaged(_) if kept.is_empty() => Self::make(env, folder),
            found => Err(refusal(folder, found)),
        }
    }

    /// The key that sealed this value.
    pub(super) fn to_open(folder: &OfficeFolder, note: &StoredNote) -> Result<Self> {
        match look(folder)? {
            Found::Key(key) if key.mark() == note.row.key_mark => Ok(key),
            found => Err(refusal(folder, found)),
        }
    }

    fn make(env: &Env, folder: &OfficeFolder) -> Result<Self> {
        let mut key = Self(Zeroizing::new([0; 32]));
        env.entropy.fill(key.0.as_mut_slice())?;
        let file = File {
            format: format!("{FORMAT}{VERSION}"),
            key: Zeroizing::new(hex::encode(key.0.as_slice())),
        };
        let bytes = Zeroizing::new(serde_json::to_vec(&file).unwrap_or_default());
        personal::lay_key_file(folder, &bytes)?;
        Ok(key)
    }
}

fn look(folder: &OfficeFolder) -> Result<Found> {
    let Some(bytes) = personal::key_file(folder)?.map(Zeroizing::new) else {
        return Ok(Found::Nothing);
    };
    Ok(read(&bytes).unwrap_or_else(Found::Damaged))
}

fn read(bytes: &[u8]) -> std::result::Result<Found, String> {
    #[derive(Deserialize)]
    struct Head {
        format: String,
    }
    let head: Head = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    let version = head.format.strip_prefix(FORMAT).and_then(|v| v.parse().ok());
    match version {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => return Ok(Found::Newer(newer)),
        _ => return Err("format".to_owned()),
    }
    let file: File = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    let mut key = Zeroizing::new([0; 32]);
    hex::decode_to_slice(file.key.as_bytes(), key.as_mut_slice()).map_err(|error| error.to_string())?;
    Ok(Found::Key(PersonalKey(key)))
}

fn refusal(folder: &OfficeFolder, found: Found) -> Error {
    let file = folder.personal_key().display().to_string();
    match found {
        Found::Nothing => Error::new(PersonalFault::PersonalKeyMissing { file }, ""),
        Found::Key(_) => Error::new(PersonalFault::PersonalKeyForeign { file }, ""),
        Found::Damaged(why) => Error::new(PersonalFault::PersonalKeyDamaged { file }, why),
        Found::Newer(found) => Error::new(PersonalFault::PersonalKeyNewer { file, found }, ""),
    }
}

#[cfg(test)]
impl PersonalKey {
    /// A key in a folder of a test.
    pub(super) fn of_test(env: &Env, folder: &OfficeFolder) -> Result<Self> {
        Self::make(env, folder)
    }
}
