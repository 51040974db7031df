//! What became of a key, and what that says of something signed with it.
//!
//! The moment of signing is what a file says of itself: whoever holds a lost key can write any date. So only a key that
//! was given back in good order leaves its old signatures beyond doubt.

use crate::commitment::fingerprint;
use crate::hex::{Digest, PublicKey};
use crate::protocol::Protocol;
use crate::text::Text;
use crate::time::Time;

/// How a key came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// It is the first.
    First,
    /// The one before vouches for it, and it for the one before.
    Crossed,
    /// Nobody vouches for it: the chain is broken here, and only the posted sheet tells whose it is.
    Broken,
}

/// How a key ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Replaced in good order.
    Retired,
    /// Lost.
    Lost,
    /// Revoked.
    Revoked,
}

/// The life of one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyLife {
    /// The key.
    pub key: PublicKey,
    /// SHA-256 of its certificate.
    pub certificate: Option<Digest>,
    /// Which life of the office's data it came in with.
    pub epoch: u64,
    /// Keys that vouch for each other have one number; it grows where the chain is broken.
    pub generation: u64,
    /// How it came in.
    pub opening: Opening,
    /// Since when it is in force.
    pub from: Time,
    /// How it ended.
    pub ending: Option<Ending>,
    /// From when it does not count any more.
    pub until: Option<Time>,
    /// Why it ended.
    pub reason: Option<Text>,
    /// Whether its revocation is signed by a key of the station.
    pub signed_off: bool,
}

/// What a good signature of a key is worth at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// No key of this chain.
    Unknown,
    /// Before the key was made.
    Early,
    /// In force then; and how it ended later, if it did.
    InForce(Option<Ending>),
    /// It had ended.
    Over(Ending),
}

/// How far a key is known to be the office's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// No fingerprint was given to compare with.
    Unpinned,
    /// It is the one on the posted sheet, or keys vouch for each other all the way to it.
    Pinned,
    /// It is of this chain, but the chain is broken between it and the one on the sheet.
    Apart,
    /// The sheet names no key of this chain.
    Foreign,
}

impl KeyLife {
    /// Its fingerprint.
    pub fn fingerprint(&self) -> String {
        fingerprint(Protocol::Sunlot1, &self.key)
    }

    /// What a good signature of this key is worth at a moment.
    pub fn standing(&self, at: &Time) -> Standing {
        if at.is_before(&self.from) {
            return Standing::Early;
        }
        match (self.ending, &self.until) {
            (Some(ending), Some(until)) if !at.is_before(until) => Standing::Over(ending),
            (ending, _) => Standing::InForce(ending),
        }
    }
}
