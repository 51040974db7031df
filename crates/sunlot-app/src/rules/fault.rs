//! Why nothing can be done with a rule profile, and what is wrong with one of its values. The names in snake case are the codes
//! on the wire: stable.

use strum::{EnumCount, IntoStaticStr};
use sunlot_rules::profile::{Choices, Switch, SwitchFault};

use super::labels;
use crate::error::{Flaw, Reason};
use crate::{Error, Problem};

/// Why nothing can be done.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
pub enum RulesFault {
    /// Values of a request are not right; the problems say which.
    RulesInvalid {
        /// How many.
        count: usize,
    },
    /// There is no such profile.
    RulesMissing {
        /// What was asked for.
        asked: String,
    },
    /// What is built in cannot be changed.
    RulesBuiltIn {
        /// What it is called.
        name: String,
    },
    /// Somebody else saved it meanwhile.
    RulesMoved {
        /// Its number, for people.
        number: String,
        /// What it is called.
        name: String,
    },
    /// It was saved by a newer program: something in it is not known here.
    RulesNewer {
        /// Its number, for people.
        number: String,
        /// What is not known.
        found: String,
    },
    /// A profile has no such attachment.
    AttachmentMissing {
        /// Its number, for people.
        number: String,
        /// What was asked for.
        asked: String,
    },
    /// There is nothing in a file that shall be attached.
    AttachmentEmpty {
        /// The file.
        file: String,
    },
    /// A file is larger than any attachment.
    AttachmentTooLarge {
        /// The file.
        file: String,
        /// How many megabytes there may be.
        most: u64,
    },
    /// An attachment is not in the office folder any more.
    AttachmentGone {
        /// The file's name.
        file: String,
    },
    /// An attachment in the office folder has other bytes than were kept.
    AttachmentChanged {
        /// The file's name.
        file: String,
    },
}

/// What is wrong with one value.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs, reason = "the wording beside each in messages says what it is")]
pub enum RulesFlaw {
    SwitchNoChoice { found: String, among: Vec<String> },
    SwitchNoNumber { found: String },
    SwitchNoShare { found: String },
    SwitchOutOfBounds { found: String, min: u32, max: u32 },
    SwitchNothingChosen,
    RulesNameTaken { number: String },
    TooManyAttachments { max: usize },
}

impl RulesFlaw {
    /// What a switch refused.
    pub(super) fn of_switch(switch: Switch, typed: &str, fault: &SwitchFault) -> Self {
        let found = typed.trim().to_owned();
        match fault {
            SwitchFault::NoChoice => Self::SwitchNoChoice {
                found,
                among: labels::choices(switch)
                    .into_iter()
                    .map(|told| told.label)
                    .collect(),
            },
            SwitchFault::NoNumber if matches!(switch.choices(), Choices::Share(..)) => {
                Self::SwitchNoShare { found }
            }
            SwitchFault::NoNumber => Self::SwitchNoNumber { found },
            SwitchFault::OutOfBounds { min, max } => Self::SwitchOutOfBounds {
                found,
                min: *min,
                max: *max,
            },
            SwitchFault::NothingChosen => Self::SwitchNothingChosen,
        }
    }
}

impl From<RulesFault> for Reason {
    fn from(fault: RulesFault) -> Self {
        Self::Rules(fault)
    }
}

impl From<RulesFlaw> for Flaw {
    fn from(flaw: RulesFlaw) -> Self {
        Self::Rules(flaw)
    }
}

pub(super) fn fault(fault: RulesFault) -> Error {
    Error::new(fault, "")
}

pub(super) fn invalid(problems: Vec<Problem>) -> Error {
    let count = problems.len();
    Error::of_problems(RulesFault::RulesInvalid { count }, problems)
}
