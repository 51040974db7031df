//! Why nothing can be done with a personal value, and what is wrong with one. The names in snake case are the codes on
//! the wire: stable. None of them carries the value.

use strum::{EnumCount, IntoStaticStr};

use super::wire::PersonalField;
use crate::error::{Flaw, Reason};

/// Why nothing can be done with a personal value.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
pub enum PersonalFault {
    /// Values of a request are not right; the problems say which.
    PersonalInvalid {
        /// How many.
        count: usize,
    },
    /// There is nobody of this name whose value could be kept.
    HolderUnknown {
        /// What was asked for.
        asked: String,
    },
    /// The value is kept already.
    PersonalKeptAlready {
        /// Whose, for people.
        holder: String,
        /// Which.
        field: PersonalField,
    },
    /// No such value is kept.
    PersonalNotKept {
        /// Whose, for people.
        holder: String,
        /// Which.
        field: PersonalField,
    },
    /// The sealed value is not where it should be.
    PersonalValueGone {
        /// Whose, for people.
        holder: String,
        /// Which.
        field: PersonalField,
    },
    /// The sealed value was changed, or is another's.
    PersonalValueDamaged {
        /// Whose, for people.
        holder: String,
        /// Which.
        field: PersonalField,
    },
    /// The file of the key is not there.
    PersonalKeyMissing {
        /// The file.
        file: String,
    },
    /// It cannot be read as one.
    PersonalKeyDamaged {
        /// The file.
        file: String,
    },
    /// It holds another key than the one that sealed what is kept.
    PersonalKeyForeign {
        /// The file.
        file: String,
    },
    /// A newer program wrote it.
    PersonalKeyNewer {
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
pub enum PersonalFlaw {
    PersonalCharacter { place: usize },
    PersonalLength { found: usize, wanted: usize },
    MobileBeginning,
    IdOfFifteen,
    IdProvince,
    IdBirth,
    IdCheck,
    ReasonTellsNumber,
}

impl From<PersonalFault> for Reason {
    fn from(fault: PersonalFault) -> Self {
        Self::Personal(fault)
    }
}

impl From<PersonalFlaw> for Flaw {
    fn from(flaw: PersonalFlaw) -> Self {
        Self::Personal(flaw)
    }
}
