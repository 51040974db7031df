//! Why nothing can be done with a target, and what is wrong with one of its values. The names in snake case are the codes
//! on the wire: stable.

use strum::{EnumCount, IntoStaticStr};

use crate::error::{Flaw, Reason};

/// Why nothing can be done with a target.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
pub enum TargetFault {
    /// Values of a request are not right; the problems say which.
    TargetInvalid {
        /// How many.
        count: usize,
    },
    /// There is no such target.
    TargetMissing {
        /// What was asked for.
        asked: String,
    },
    /// Somebody else saved it meanwhile.
    TargetMoved {
        /// Its number, for people.
        number: String,
        /// What it is called.
        name: String,
    },
    /// Another target has this code.
    TargetCodeTaken {
        /// The code.
        code: String,
        /// The other's number.
        number: String,
        /// The other's name.
        name: String,
    },
    /// The flag or visit does not exist.
    TargetEntryMissing {
        /// Its number.
        id: i64,
    },
    /// It was taken back already.
    TargetEntryWithdrawn {
        /// Its number.
        id: i64,
    },
    /// The same flag stands already in a part of its period.
    FlagStands {
        /// Its number.
        id: i64,
        /// What it is called.
        flag: super::flags::FlagKind,
        /// From when.
        since: String,
        /// Until when; empty: until it is taken away.
        until: String,
    },
    /// The same visit stands already.
    VisitStands {
        /// Its number.
        id: i64,
        /// When it was.
        held_on: String,
    },
    /// The same inquiry stands already.
    InquiryStands {
        /// Its number.
        id: i64,
        /// When it was.
        inquired_on: String,
        /// Where.
        source: String,
    },
    /// What a filter lets through is not what was looked at.
    BulkMoved {
        /// How many were found when it was looked at.
        expected: u32,
        /// How many are found now.
        found: u32,
    },
}

/// What is wrong with one value of a target.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs, reason = "the wording beside each in messages says what it is")]
pub enum TargetFlaw {
    FieldUnknown,
    FieldNotBulk,
    ChoiceUnknown { found: String },
    DateUnread { found: String },
    DateBeforeAll { found: String },
    DateInFuture { found: String },
    RegNoCharacter { place: usize, found: char },
    RegNoLength { found: usize },
    RegNoCheckDigit { expected: char, found: char },
    PeriodReversed,
    FlagUnknown { found: String },
    PointsUnread { found: String },
    NotLower,
    ReviewDay,
    LevelGraded { whose: String, on: String },
}

impl From<TargetFault> for Reason {
    fn from(fault: TargetFault) -> Self {
        Self::Target(fault)
    }
}

impl From<TargetFlaw> for Flaw {
    fn from(flaw: TargetFlaw) -> Self {
        Self::Target(flaw)
    }
}
