//! Why nothing can be done with the station's keys, and what is wrong with a request about them. The names in snake case
//! are the codes on the wire: stable.

use strum::{EnumCount, IntoStaticStr};

use crate::error::{Flaw, Reason};

/// Why nothing can be done with the station's keys.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
pub enum StationFault {
    /// No station key is in force.
    StationKeyMissing,
    /// A station key is in force already.
    StationKeyExists {
        /// Its fingerprint.
        fingerprint: String,
    },
    /// No key of this fingerprint.
    StationKeyUnknown {
        /// What was asked for.
        asked: String,
    },
    /// The key is revoked already.
    StationKeyRevoked {
        /// Its fingerprint.
        fingerprint: String,
    },
    /// The office has no name or no code yet.
    StationOfficeUnnamed,
    /// Values of a request about the station's keys are not right; the problems say which.
    StationRequestInvalid {
        /// How many.
        count: usize,
    },
    /// The clock shows a time before the last statement.
    StationClockBack {
        /// When that was.
        last: String,
    },
    /// The passphrase is wrong: the file is what was written.
    PassphraseWrong,
    /// The passphrase is wrong, or the file was changed.
    KeyFileDoubtful {
        /// The file.
        file: String,
    },
    /// The file with the private keys is not there.
    KeyFileMissing {
        /// The file.
        file: String,
    },
    /// It cannot be read as one.
    KeyFileDamaged {
        /// The file.
        file: String,
    },
    /// It holds keys of another office.
    KeyFileForeign {
        /// The file.
        file: String,
    },
    /// It holds keys of this office that are not in force any more.
    KeyFileStale {
        /// The file.
        file: String,
    },
    /// A newer program wrote it.
    KeyFileNewer {
        /// The file.
        file: String,
        /// The version of its form.
        found: u32,
    },
}

/// What is wrong with one value of a request.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs, reason = "the wording beside each in messages says what it is")]
pub enum StationFlaw {
    PassphraseShort { found: usize },
    PassphraseLong,
    PassphrasePlain,
    PassphraseDigits,
    PassphraseHoldsName { name: String },
    PassphraseInvisible { place: usize },
    PassphraseIsPassword,
    PassphraseSame,
    MomentUnreadable,
    MomentToCome,
    MomentBeforeKey,
}

impl From<StationFault> for Reason {
    fn from(fault: StationFault) -> Self {
        Self::Station(fault)
    }
}

impl From<StationFlaw> for Flaw {
    fn from(flaw: StationFlaw) -> Self {
        Self::Station(flaw)
    }
}
