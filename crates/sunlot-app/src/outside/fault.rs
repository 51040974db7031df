//! Why nothing can be done with a draw of another system, and what is wrong with one of its values or rows. The names in snake
//! case are the codes on the wire: stable.

use strum::{EnumCount, IntoStaticStr};

use crate::error::{Flaw, Reason};
use crate::{Error, Problem};

/// Why nothing can be done.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
pub enum OutsideFault {
    /// Values of a request are not right; the problems say which.
    OutsideInvalid {
        /// How many.
        count: usize,
    },
    /// There is no such draw.
    OutsideMissing {
        /// What was asked for.
        asked: String,
    },
    /// It was withdrawn already.
    OutsideGone {
        /// Its number, for people.
        number: String,
    },
    /// The same draw is registered already.
    OutsideThere {
        /// The number of that one, for people.
        number: String,
    },
    /// The file is not the one that was looked at.
    OutsideFileMoved {
        /// The file.
        file: String,
    },
    /// There are headings, but no row below them.
    OutsideEmpty {
        /// The file.
        file: String,
        /// The sheet.
        sheet: String,
    },
    /// A file has more rows than any draw.
    OutsideLong {
        /// The file.
        file: String,
        /// How many there may be.
        most: u32,
    },
    /// A record was of a rehearsal.
    OutsideRehearsal {
        /// The file.
        file: String,
    },
    /// A record has nobody left to go to: given up, or cancelled.
    OutsideNothingStands {
        /// The file.
        file: String,
    },
    /// A record does not tell the names.
    OutsideNamesSealed {
        /// The file.
        file: String,
    },
    /// It was typed: there is no file.
    OutsideTyped {
        /// Its number, for people.
        number: String,
    },
}

/// What is wrong with one value or row.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs, reason = "the wording beside each in messages says what it is")]
pub enum OutsideFlaw {
    VisitsBeforeDraw {
        drawn_on: String,
    },
    OutsideItemsMissing,
    OutsideRowsMissing,
    OutsideTaskUnknown {
        found: String,
    },
    OutsideFieldUnknown {
        found: String,
    },
    DrawnUnknown {
        found: String,
    },
    DrawnCodeUnknown {
        found: String,
        code: String,
    },
    DrawnOfSeveral {
        found: String,
        count: usize,
    },
    DrawnCodeDiffers {
        found: String,
        code: String,
        number: String,
        known: String,
    },
    AnswerUnknown {
        found: String,
    },
    AnswerStray {
        row: u32,
    },
    CertUnread {
        found: String,
    },
}

impl From<OutsideFault> for Reason {
    fn from(fault: OutsideFault) -> Self {
        Self::Outside(fault)
    }
}

impl From<OutsideFlaw> for Flaw {
    fn from(flaw: OutsideFlaw) -> Self {
        Self::Outside(flaw)
    }
}

pub(super) fn fault(fault: OutsideFault) -> Error {
    Error::new(fault, "")
}

pub(super) fn invalid(problems: Vec<Problem>) -> Error {
    let count = problems.len();
    Error::of_problems(OutsideFault::OutsideInvalid { count }, problems)
}
