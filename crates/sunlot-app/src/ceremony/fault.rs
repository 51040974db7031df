//! Why nothing can be done with a ceremony, and what keeps one from being sealed. The names in snake case are the codes on the wire:
//! stable.

use strum::{EnumCount, IntoStaticStr};

use super::state::State;
use crate::error::{Flaw, Reason};
use crate::{Error, Problem};

/// Why nothing can be done with a ceremony, or with a draw.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
pub enum CeremonyFault {
    /// Values of a request are not right; the problems say which.
    CeremonyInvalid {
        /// How many.
        count: usize,
    },
    /// There is no such ceremony.
    CeremonyMissing {
        /// What was asked for.
        asked: i64,
    },
    /// Somebody else saved it meanwhile.
    CeremonyMoved,
    /// Another one is under way.
    CeremonyOpen {
        /// What it is of.
        title: String,
        /// Whether it is only tried out.
        rehearsal: bool,
    },
    /// A step does not follow from where it stands.
    CeremonyStep {
        /// Where it stands.
        state: State,
    },
    /// This is for formal draws, or only for those that are tried out.
    CeremonyKind {
        /// Whether it is only tried out.
        rehearsal: bool,
    },
    /// The task was not approved, or given up.
    TaskNotReady {
        /// Its number.
        number: String,
        /// Where it stands, for people.
        state: String,
    },
    /// The task was drawn already.
    TaskDrawn {
        /// The draw.
        draw: String,
    },
    /// It cannot be sealed; the problems say why.
    SealNotReady {
        /// How many.
        count: usize,
    },
    /// The station has no keys yet.
    StationKeysMissing,
    /// The clock shows an earlier moment than that of the last seal.
    DrawClockBack {
        /// That moment.
        last: String,
    },
    /// There is no such seat.
    SeatUnknown {
        /// From 1.
        seat: usize,
    },
    /// Cards are not down yet.
    CardsNotDown {
        /// How many.
        count: usize,
    },
    /// The public number is not out yet.
    PublicNumberNotOut {
        /// When it comes out.
        date: String,
    },
    /// Numbers that are on the table belong into the record before the draw is given up.
    NumbersFirst {
        /// The seats, from 1.
        seats: Vec<usize>,
    },
    /// It had ended before the data were put back: it is neither drawn nor given up once more.
    EndedBefore {
        /// The draw.
        draw: String,
    },
    /// What was sealed cannot be read any more.
    SealLost {
        /// The draw.
        draw: String,
    },
    /// This reason is for something else that happened.
    NotThisReason {
        /// The reason.
        label: String,
    },
    /// No number was typed for the seat.
    NumberMissing {
        /// From 1.
        seat: usize,
    },
    /// The number that was confirmed is not the one that was typed.
    NumberOther {
        /// From 1.
        seat: usize,
    },
    /// A void draw has no rows that could be changed.
    DrawIsVoid {
        /// The draw.
        draw: String,
    },
    /// What stands in the office is not what was sealed and drawn.
    RecordAltered {
        /// The draw.
        draw: String,
    },
    /// The copy of the secret goes to a printer or nowhere, and none is reached.
    CopyNeedsPrinter,
    /// Everything is signed already.
    SignedAlready {
        /// The draw.
        draw: String,
    },
    /// The key in force is not the one that the draw was sealed under.
    StationKeyOther {
        /// The draw.
        draw: String,
    },
}

/// What is wrong with one value, or keeps a ceremony from being sealed.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs, reason = "the wording beside each in messages says what it is")]
pub enum CeremonyFlaw {
    SeatsMissing,
    SeatsMany { most: usize },
    PublicDatePast { found: String },
    DigitsUnread { found: String },
    DigitsFew { least: u32, found: u32 },
    DigitsMany { most: u32, found: u32 },
    ReasonUnknown { found: String },
    BasisUnknown { number: String },
    PlacesMissing { label: String },
    PlaceUnread { found: String },
    InspectorUnknown { found: String },
    ReplacementForbidden,
    ProofMissing,
    LengthUnread { found: String },
}

impl From<CeremonyFault> for Reason {
    fn from(fault: CeremonyFault) -> Self {
        Self::Ceremony(fault)
    }
}

impl From<CeremonyFlaw> for Flaw {
    fn from(flaw: CeremonyFlaw) -> Self {
        Self::Ceremony(flaw)
    }
}

impl From<CeremonyFault> for Error {
    fn from(fault: CeremonyFault) -> Self {
        Self::new(fault, "")
    }
}

pub(super) fn invalid(problems: Vec<Problem>) -> Error {
    let count = problems.len();
    Error::of_problems(CeremonyFault::CeremonyInvalid { count }, problems)
}
