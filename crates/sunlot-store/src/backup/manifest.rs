//! The manifest: what a backup holds, with the digest of each part, and which office and moment it is of.
//! It is written in canonical JSON and read back strictly: one content, one spelling.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::entry::Entry;
use super::flaw::{Flaw, damaged};
use crate::{Error, Result, schema};

/// A manifest with a million attachments stays below this.
pub(crate) const LARGEST: u32 = 256 * 1024 * 1024;

/// The largest file that is taken out of a backup.
const LARGEST_PART: u64 = 64 * 1024 * 1024 * 1024;

/// A wrapped key is a few hundred bytes.
pub(crate) const LARGEST_KEY: u64 = 64 * 1024;

/// Why a backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// Somebody asked for it: never deleted by the program.
    Hand,
    /// The program was left.
    Exit,
    /// Before an act that replaces much.
    RiskyAct,
}

impl Occasion {
    /// As it stands in files and tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hand => "hand",
            Self::Exit => "exit",
            Self::RiskyAct => "risky_act",
        }
    }
}

/// Which office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeMark {
    /// Its random number, in hex.
    pub id: String,
    /// Its name; empty while it has none.
    pub name: String,
}

/// Where its trail ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrailMark {
    /// The last event.
    pub seq: i64,
    /// Its hash.
    pub head: String,
}

/// How much there is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Counts {
    /// Rows that the trail vouches for.
    pub rows: u64,
    /// Attachments.
    pub attachments: u64,
    /// Their bytes.
    pub attachment_bytes: u64,
    /// Keys: the wrapped ones, and the one of personal values.
    pub keys: u64,
}

/// One part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Part {
    pub name: String,
    pub sha256: String,
    pub size: u64,
}

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Manifest {
    /// How much.
    pub counts: Counts,
    /// The epoch.
    pub epoch: i64,
    /// When it was made.
    pub made_at: String,
    /// By whom, as the trail names people.
    pub made_by: String,
    /// Why.
    pub occasion: Occasion,
    /// Which office.
    pub office: OfficeMark,
    pub(crate) parts: Vec<Part>,
    /// Which program wrote it.
    pub program: String,
    /// The schema of the database.
    pub schema: u32,
    /// Where the trail ended.
    pub trail: TrailMark,
}

impl Manifest {
    pub(crate) fn bytes(&self) -> Result<Vec<u8>> {
        serde_json_canonicalizer::to_vec(self).map_err(|error| Error::NotCanonical(error.to_string()))
    }

    /// Reads it strictly and judges all that can be judged before anything else is read.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self> {
        let manifest: Self =
            serde_json::from_slice(bytes).map_err(|error| damaged(format!("manifest: {error}")))?;
        if manifest.bytes()? != bytes {
            return Err(damaged("manifest: not in its canonical form"));
        }
        let known = schema::schema_version();
        if manifest.schema > known {
            return Err(Flaw::Newer {
                found: manifest.schema,
                known,
            }
            .into());
        }
        manifest.entries()?;
        Ok(manifest)
    }

    /// The parts in their order, which is strict: no part comes twice, and the database comes first.
    pub(crate) fn entries(&self) -> Result<Vec<(Entry, &Part)>> {
        let mut entries: Vec<(Entry, &Part)> = Vec::with_capacity(self.parts.len());
        for part in &self.parts {
            let entry = Entry::parse(&part.name).ok_or_else(|| damaged(format!("part {:?}", part.name)))?;
            if entries.last().is_some_and(|(before, _)| *before >= entry) {
                return Err(damaged(format!("parts out of order at {}", part.name)));
            }
            let fits = match &entry {
                Entry::Database => part.size >= 512,
                Entry::Attachment(digest) => *digest == part.sha256,
                Entry::Key(_) | Entry::PersonalKey => part.size <= LARGEST_KEY,
            };
            if !fits || part.sha256.len() != 64 {
                return Err(damaged(format!("part {} does not fit its name", part.name)));
            }
            if part.size > LARGEST_PART {
                return Err(Flaw::TooLarge(format!("{}: {} bytes", part.name, part.size)).into());
            }
            entries.push((entry, part));
        }
        match entries.first() {
            Some((Entry::Database, _)) => self.count(&entries).map(|()| entries),
            _ => Err(damaged("no database in it")),
        }
    }

    fn count(&self, entries: &[(Entry, &Part)]) -> Result<()> {
        let (mut attachments, mut bytes, mut keys) = (0, 0, 0);
        for (entry, part) in entries {
            match entry {
                Entry::Database => (),
                Entry::Attachment(_) => {
                    attachments += 1;
                    bytes += part.size;
                }
                Entry::Key(_) | Entry::PersonalKey => keys += 1,
            }
        }
        let counts = &self.counts;
        if (attachments, bytes, keys) == (counts.attachments, counts.attachment_bytes, counts.keys) {
            Ok(())
        } else {
            Err(damaged("the manifest counts other parts than it lists"))
        }
    }

    /// The digests of the attachments.
    pub(crate) fn attachments(&self) -> BTreeSet<String> {
        let attachment = |part: &Part| match Entry::parse(&part.name) {
            Some(Entry::Attachment(digest)) => Some(digest),
            _ => None,
        };
        self.parts.iter().filter_map(attachment).collect()
    }

    /// Whether the key of personal values is in it: whoever reads the backup reads them, too.
    pub fn has_personal_key(&self) -> bool {
        self.parts
            .iter()
            .any(|part| Entry::parse(&part.name) == Some(Entry::PersonalKey))
    }

    /// Everything in it, in bytes.
    pub(crate) fn total(&self) -> u64 {
        self.parts.iter().map(|part| part.size).sum()
    }
}

/// The digest by which a manifest is known and signed.
pub(crate) fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}
