//! What events about the credit file of a target tell.

use serde::{Deserialize, Serialize};

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
