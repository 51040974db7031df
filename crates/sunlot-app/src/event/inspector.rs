//! What events about inspectors tell.

use serde::{Deserialize, Serialize};

use crate::inspector::Relation;

/// An inspector was entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InspectorMade {
    /// The number.
    pub inspector: String,
    /// What they are called.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// Values of an inspector were changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InspectorEdit {
    /// The number.
    pub inspector: String,
    /// What they are called.
    pub name: String,
    /// Which values, by their names.
    pub fields: Vec<String>,
    /// Why.
    pub reason: String,
}

/// An inspector was suspended in the registry, removed from it, or taken in again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InspectorMove {
    /// The number.
    pub inspector: String,
    /// What they are called.
    pub name: String,
    /// Where they stand now.
    pub membership: String,
    /// Why.
    pub reason: String,
}

/// A conflict of interest was entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConflictMade {
    /// Between whom.
    #[serde(flatten)]
    pub between: ConflictBetween,
    /// Who said so.
    pub told_by: String,
    /// From when; empty: from the beginning.
    pub since: String,
    /// Until when; empty: without an end.
    pub until: String,
}

/// A conflict of interest ended, or was a mistake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConflictOver {
    /// Between whom.
    #[serde(flatten)]
    pub between: ConflictBetween,
    /// Its last day; empty: it was a mistake.
    pub until: String,
    /// Why.
    pub reason: String,
}

/// An inspector, a target, and what connects them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConflictBetween {
    /// The number of the inspector.
    pub inspector: String,
    /// What they are called.
    pub name: String,
    /// The number of the target.
    pub target: String,
    /// What it is called.
    pub target_name: String,
    /// What connects them.
    pub relation: Relation,
}

/// Somebody chose how long two should not meet again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rotation {
    /// For so many months; 0: there is no rule.
    pub months: u32,
    /// Why.
    pub reason: String,
}
