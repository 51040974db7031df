//! Why nothing can be done with the list of items, and what is wrong with one of its values. The names in snake case are the
//! codes on the wire: stable.

use strum::{EnumCount, IntoStaticStr};

use crate::error::{Flaw, Reason};
use crate::{Error, Problem};

/// Why nothing can be done with the list.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
pub enum ItemFault {
    /// Values of a request are not right; the problems say which.
    ItemInvalid {
        /// How many.
        count: usize,
    },
    /// There is no such item.
    ItemMissing {
        /// What was asked for.
        asked: String,
    },
    /// An edition does not have this item.
    ItemNotInEdition {
        /// The item.
        asked: String,
        /// The edition.
        edition: String,
    },
    /// Somebody else saved it meanwhile.
    ItemMoved {
        /// Its number, for people.
        number: String,
        /// What it is called.
        name: String,
    },
    /// There is no such edition.
    EditionMissing {
        /// What was asked for.
        asked: String,
    },
    /// An edition has come further meanwhile.
    EditionMoved {
        /// The edition.
        number: String,
    },
    /// A step does not follow from where an edition stands.
    EditionStep {
        /// The edition.
        number: String,
        /// Where it stands, for people.
        state: String,
    },
    /// The working list cannot be handed in; the problems say why.
    CatalogNotReady {
        /// How many.
        count: usize,
    },
    /// There is no such starter.
    StarterMissing {
        /// What was asked for.
        asked: String,
    },
    /// The working list has this starter already.
    StarterThere {
        /// Its number there.
        number: String,
        /// What it is called.
        name: String,
    },
    /// The starters were not found.
    StartersMissing {
        /// Where they were looked for.
        places: Vec<String>,
    },
    /// A file of starters is damaged.
    StartersDamaged {
        /// Which.
        file: String,
    },
}

/// What is wrong with one value, or with one item of a list that shall be handed in.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs, reason = "the wording beside each in messages says what it is")]
pub enum ItemFlaw {
    AuthorityUnknown { found: String },
    BoundUnread { found: String },
    BoundsReversed,
    TooManyEntries { max: usize, found: usize },
    BasisMissing,
    BasisNotYet,
    BasisLapsed,
    ExampleUnconfirmed,
    LawUnnamed { found: String },
    TwinItem { other: String },
    TwinCode { code: String, other: String },
    ListEmpty,
    NothingChanged { edition: String },
    UnderReview { edition: String },
    StepBefore { step: String, on: String },
}

impl From<ItemFault> for Reason {
    fn from(fault: ItemFault) -> Self {
        Self::Item(fault)
    }
}

impl From<ItemFlaw> for Flaw {
    fn from(flaw: ItemFlaw) -> Self {
        Self::Item(flaw)
    }
}

pub(super) fn fault(fault: ItemFault) -> Error {
    Error::new(fault, "")
}

pub(super) fn invalid(problems: Vec<Problem>) -> Error {
    let count = problems.len();
    Error::of_problems(ItemFault::ItemInvalid { count }, problems)
}
