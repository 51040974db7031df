//! Why nothing can be done with a plan, and what is wrong with one of its values. The names in snake case are the codes on the
//! wire: stable.

use strum::{EnumCount, IntoStaticStr};
use sunlot_rules::plan::check;

use crate::error::{Flaw, Reason};
use crate::{Error, Problem};

/// Why nothing can be done with a plan.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
pub enum PlanFault {
    /// Values of a request are not right; the problems say which.
    PlanInvalid {
        /// How many.
        count: usize,
    },
    /// There is no such plan.
    PlanMissing {
        /// What was asked for.
        asked: String,
    },
    /// Somebody else saved it meanwhile.
    PlanMoved {
        /// Its number, for people.
        number: String,
        /// What it is called.
        title: String,
    },
    /// It is no draft any more: its lines change by an amendment only.
    PlanFixed {
        /// Its number, for people.
        number: String,
        /// How far it is, for people.
        state: String,
    },
    /// A step does not follow from where it stands.
    PlanStepOrder {
        /// Its number, for people.
        number: String,
        /// How far it is, for people.
        state: String,
    },
    /// A file has the headings of a plan and no line.
    PlanEmpty {
        /// The file.
        file: String,
        /// The sheet.
        sheet: String,
    },
    /// It cannot be approved; the problems say why.
    PlanNotReady {
        /// How many.
        count: usize,
    },
}

/// What is wrong with one value, or stands in the way of an approval.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs, reason = "the wording beside each in messages says what it is")]
pub enum PlanFlaw {
    WholeNumberUnread { found: String },
    ShareUnread { found: String },
    MonthsUnread { found: String },
    YearUnread { found: String },
    PeriodFixed,
    LineUnknown { found: u32 },
    TooManyLines { max: usize, found: usize },
    LinesMissing,
    StepBack { last: String },
    ReportTwice { on: String },
    ReportElsewhere,
    LineFlawed(check::Flaw),
}

impl From<PlanFault> for Reason {
    fn from(fault: PlanFault) -> Self {
        Self::Plan(fault)
    }
}

impl From<PlanFlaw> for Flaw {
    fn from(flaw: PlanFlaw) -> Self {
        Self::Plan(flaw)
    }
}

pub(super) fn fault(fault: PlanFault) -> Error {
    Error::new(fault, "")
}

pub(super) fn invalid(problems: Vec<Problem>) -> Error {
    let count = problems.len();
    Error::of_problems(PlanFault::PlanInvalid { count }, problems)
}
