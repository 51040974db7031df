//! What the office knows of its station's keys, and the file that goes with it.
//!
//! The database says which key is in force and which file holds it; the file is believed only as far as it agrees.

use sunlot_draw::station::{self, Chain, Judged};
use sunlot_store::station::{StoredKey, in_force, keys, statements};
use sunlot_store::{Connection, OfficeFolder};

use super::StationFault;
use super::wrapped::{KeyFile, Unfit};
use crate::{Env, Error, Reason, Result};

/// What the database holds.
pub(super) struct State {
    pub(super) keys: Vec<StoredKey>,
    pub(super) in_force: Option<StoredKey>,
    pub(super) chain: Chain,
}

impl State {
    pub(super) fn read(office: &Connection) -> Result<Self> {
        let texts = statements(office)?;
        Ok(Self {
            keys: keys(office)?,
            in_force: in_force(office)?,
            chain: chain_of(&texts)?,
        })
    }

    /// The key in force, or that there is none.
    pub(super) fn key(&self) -> Result<&StoredKey> {
        self.in_force
            .as_ref()
            .ok_or_else(|| Error::new(StationFault::StationKeyMissing, "no station key is in force"))
    }

    pub(super) fn judged(&self) -> Judged {
        station::judge(&self.chain)
    }
}

/// The statements, read as strictly as a stranger's.
fn chain_of(texts: &[String]) -> Result<Chain> {
    if texts.is_empty() {
        return Ok(Chain::default());
    }
    let file = format!(
        r#"{{"format":"{}","statements":[{}]}}"#,
        station::Format::NAME,
        texts.join(",")
    );
    station::chain(file.as_bytes())
        .ok()
        .and_then(|read| read.value)
        .ok_or_else(|| Error::new(Reason::OfficeDamaged, "a statement of the station cannot be read"))
}

/// How the file stands to the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// To the byte as the trail says.
    Exact,
    /// The same keys, but wrapped at another time.
    Otherwise,
}

/// A file that holds the key in force.
pub(super) struct Found {
    pub(super) file: KeyFile,
    pub(super) fit: Fit,
}

/// Finds the file of the key in force; says what is in its place otherwise.
pub(super) fn find(env: &Env, folder: &OfficeFolder, state: &State, key: &StoredKey) -> Result<Found> {
    let digest = key.row.file_digest.unwrap_or_default();
    if let Some(bytes) = env.vault.of_digest(folder, &digest)? {
        let file = readable(folder, &bytes)?;
        return belonging(folder, state, key, file, Fit::Exact);
    }
    match env.vault.current(folder)? {
        Some(bytes) => {
            let file = readable(folder, &bytes)?;
            belonging(folder, state, key, file, Fit::Otherwise)
        }
        None => Err(Error::new(
            StationFault::KeyFileMissing { file: shown(folder) },
            "",
        )),
    }
}

fn readable(folder: &OfficeFolder, bytes: &[u8]) -> Result<KeyFile> {
    KeyFile::read(bytes).map_err(|unfit| {
        let file = shown(folder);
        match unfit {
            Unfit::Damaged(detail) => Error::new(StationFault::KeyFileDamaged { file }, detail),
            Unfit::Newer(found) => Error::new(StationFault::KeyFileNewer { file, found }, ""),
        }
    })
}

fn belonging(
    folder: &OfficeFolder,
    state: &State,
    key: &StoredKey,
    file: KeyFile,
    fit: Fit,
) -> Result<Found> {
    let public = file.public_key();
    if public == key.row.public_key && file.certificate() == key.row.certificate {
        return Ok(Found { file, fit });
    }
    let former = state.keys.iter().any(|known| known.row.public_key == public);
    let shown = shown(folder);
    let fault = match former {
        // The right key with another certificate is nothing that this program writes.
        true if public == key.row.public_key => StationFault::KeyFileDamaged { file: shown },
        true => StationFault::KeyFileStale { file: shown },
        false => StationFault::KeyFileForeign { file: shown },
    };
    Err(Error::new(fault, format!("it holds {}", hex::encode(public))))
}

pub(super) fn shown(folder: &OfficeFolder) -> String {
    folder.key_file().display().to_string()
}
