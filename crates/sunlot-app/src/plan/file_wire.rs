//! What is asked and answered where plans come from files and go into them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;

use super::wire::PlanRemark;
use crate::paper::PaperWay;
use crate::registry::{ListFormat, Told};

/// A plan of another office to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanRead {
    /// The file; empty where something was pasted.
    #[serde(default)]
    pub path: String,
    /// What was pasted.
    #[serde(default)]
    pub pasted: Option<String>,
    /// Which of its sheets; none: the one that looks most like a plan.
    #[serde(default)]
    pub sheet: Option<String>,
}

/// What was read. Nothing of it is kept: the lines are for a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanReading {
    /// The file's name.
    pub file: String,
    /// The sheet that was read.
    pub sheet: String,
    /// All sheets.
    pub sheets: Vec<String>,
    /// The year, where one is named.
    pub year: Option<u16>,
    /// The columns: what stands above them, and what it was taken for.
    pub columns: Vec<PlanColumn>,
    /// The lines.
    pub lines: Vec<PlanLineRead>,
    /// What else is to be said of the file.
    pub notices: Vec<Told>,
}

/// A column of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanColumn {
    /// What stands above it.
    pub heading: String,
    /// What it was taken for, for people; empty: it is left out.
    pub label: String,
}

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanLineRead {
    /// Its row in the file, from 1.
    pub row: u32,
    /// The values of a line, as far as they were understood.
    pub values: BTreeMap<String, String>,
    /// The same for people.
    pub shown: BTreeMap<String, String>,
    /// What could not be read, or has to be looked at.
    pub notes: Vec<PlanRemark>,
}

/// How many targets there are for some items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanBase {
    /// The numbers of the items.
    pub items: Vec<String>,
}

/// How many targets there are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanBased {
    /// How many; none: the items name no tags, so nobody can count.
    pub count: Option<u32>,
    /// How it was counted.
    pub told: String,
}

/// With which headings a plan is written as a table (forms 3.11).
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    TS,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum PlanHeadings {
    /// Every column; what this program reads back whole.
    #[default]
    Ours,
    /// Yangjiang 2025.
    Yangjiang,
    /// Plans of several departments together.
    Joint,
    /// Shanggao 2023.
    Shanggao,
    /// Gangcheng 2021.
    Gangcheng,
    /// Nanfen 2025.
    Nanfen,
    /// A province that asks each department for its own.
    Zhejiang,
}

/// A plan as a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanExport {
    /// Which.
    pub id: i64,
    /// With which headings.
    #[serde(default)]
    pub headings: PlanHeadings,
    /// As what sort of file.
    pub format: ListFormat,
    /// Where; none: among the exports of the office.
    #[serde(default)]
    pub path: Option<String>,
    /// Whether a file of this name may be replaced: whoever chose it was asked.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub overwrite: bool,
}

/// A plan on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanPaper {
    /// Which.
    pub id: i64,
    /// Where it goes.
    pub way: PaperWay,
}
