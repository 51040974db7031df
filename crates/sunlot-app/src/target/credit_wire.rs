//! What is asked and answered about the credit file of a target: how its risk was graded, and where its credit was looked up.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::registry::Told;

/// A target to be graded by its risk (F-01, F-02, F-04).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, rename_all = "camelCase")]
pub struct RiskGrade {
    /// Whose risk.
    pub target: i64,
    /// When.
    pub graded_on: String,
    /// What it does, in words.
    pub activities: String,
    /// The highest level of what it does; empty: only the points count.
    pub inherent: String,
    /// Points from 0 to 25, more points more risk: how far safety has been built up.
    pub safety_building: String,
    /// How grave its hidden dangers are.
    pub hidden_dangers: String,
    /// How well it is managed within.
    pub internal_management: String,
    /// How well it keeps the law.
    pub law_abidance: String,
    /// On what the points rest.
    pub basis: String,
    /// A lower level that holds for now; empty: the one that follows.
    pub lowered_to: String,
    /// Why it may be lower.
    pub lowered_for: String,
    /// When that is looked at again.
    pub review_on: String,
}

/// What a grading would come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RiskGraded {
    /// All points together; none while a factor lacks them.
    pub score: Option<u32>,
    /// The level that follows.
    pub graded: Option<Told>,
    /// What becomes of the level in the registry, where it does not follow.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub notice: String,
    /// What stands in the way.
    pub problems: Vec<crate::ProblemView>,
}

/// A grading of a target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RiskGradingView {
    /// When.
    pub graded_on: String,
    /// What it does, in words.
    pub activities: String,
    /// The highest level of what it does.
    pub inherent: Told,
    /// The points by factor, each with what people call it.
    pub factors: Vec<RiskPoints>,
    /// All points together.
    pub score: u32,
    /// The level that follows.
    pub graded: Told,
    /// The level that holds.
    pub level: Told,
    /// Why it is a lower one.
    pub lowered_for: String,
    /// When that is looked at again.
    pub review_on: String,
    /// Whether that day has come.
    pub review_due: bool,
    /// On what the points rest.
    pub basis: String,
}

/// The points of one factor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RiskPoints {
    /// Which.
    pub factor: Told,
    /// How many.
    pub points: u32,
}

/// A look at a target's credit (T-09).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, rename_all = "camelCase")]
pub struct InquiryAdd {
    /// About whom.
    pub target: i64,
    /// When.
    pub inquired_on: String,
    /// Where: a platform, or a report of a third party.
    pub source: String,
    /// What was found.
    pub found: String,
    /// The file or number under which the answer lies.
    pub document: String,
}

/// An inquiry to be taken back as a mistake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InquiryWithdraw {
    /// Which.
    pub id: i64,
    /// Why.
    pub reason: String,
}

/// A look at a target's credit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InquiryView {
    /// Its number.
    pub id: i64,
    /// When.
    pub inquired_on: String,
    /// Where.
    pub source: String,
    /// What was found.
    pub found: String,
    /// The file or number under which the answer lies.
    pub document: String,
    /// Whether it was entered by mistake.
    pub withdrawn: bool,
}
