//! What events about the flags, the credit file and the rosters of targets tell.

use serde::{Deserialize, Serialize};

use super::parts::RosterSums;
use crate::import::Registry;
use crate::target::FlagKind;

/// A flag was set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlagSet {
    /// The target's number.
    pub target: String,
    /// What it is called.
    pub name: String,
    /// Which.
    pub flag: FlagKind,
    /// From when.
    pub since: String,
    /// On what it rests.
    pub evidence: String,
}

/// A flag ended, or was a mistake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlagOver {
    /// The target's number.
    pub target: String,
    /// What it is called.
    pub name: String,
    /// Which.
    pub flag: FlagKind,
    /// Its last day; empty: it was a mistake.
    pub until: String,
    /// Why.
    pub reason: String,
}

/// A roster was taken over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterTaken {
    /// The number of the import.
    pub import: i64,
    /// Into which registry.
    pub registry: Registry,
    /// The file's name.
    pub file: String,
    /// SHA-256 of its bytes.
    pub digest: String,
    /// What became of its rows.
    pub sums: RosterSums,
    /// Why.
    pub reason: String,
}

/// A target was graded by its risk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskGraded {
    /// Its number.
    pub target: String,
    /// What it is called.
    pub name: String,
    /// All points together.
    pub score: u8,
    /// The level that follows.
    pub graded: String,
    /// The level that holds.
    pub level: String,
    /// Why it is a lower one; empty: it is not.
    pub lowered_for: String,
    /// The day of the later grading that stays in force; empty: this one is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub newer: String,
}

/// A target's credit was looked up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreditInquired {
    /// Its number.
    pub target: String,
    /// What it is called.
    pub name: String,
    /// When.
    pub inquired_on: String,
    /// Where.
    pub source: String,
}

/// An inquiry was taken back as a mistake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InquiryWithdrawn {
    /// Its number.
    pub target: String,
    /// What it is called.
    pub name: String,
    /// When it was said to have been.
    pub inquired_on: String,
    /// Why.
    pub reason: String,
}

/// A visit was taken back as a mistake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitTakenBack {
    /// The number of the target.
    pub target: String,
    /// What it is called.
    pub name: String,
    /// When it was said to have been.
    pub held_on: String,
    /// Why.
    pub reason: String,
}
