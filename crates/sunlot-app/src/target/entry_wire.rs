//! What is asked about flags and visits of a target, and about the registry as a file.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::wire::{TargetFilter, TargetSort};
use crate::import::Registry;
use crate::registry::ListFormat;

/// A flag to be set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetFlagAdd {
    /// Whose.
    pub target: i64,
    /// Which.
    pub flag: String,
    /// From when.
    pub since: String,
    /// Until when; empty: until it is taken away.
    #[serde(default)]
    pub until: String,
    /// On what it rests.
    pub evidence: String,
}

/// A flag to be ended, or taken back as a mistake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetFlagEnd {
    /// Which.
    pub id: i64,
    /// Its last day; empty: it was a mistake from the beginning.
    #[serde(default)]
    pub until: String,
    /// Why.
    pub reason: String,
}

/// A visit that was made outside of the program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, rename_all = "camelCase")]
pub struct VisitAdd {
    /// To whom.
    pub target: i64,
    /// On which day, month or year.
    pub held_on: String,
    /// Whether it counts.
    pub counted: bool,
    /// What sort of inspection.
    pub task_kind: String,
    /// How it was done.
    pub modes: String,
    /// What was inspected.
    pub items: String,
    /// By which unit.
    pub unit: String,
    /// By whom.
    pub inspectors: String,
    /// What was found.
    pub result: String,
    /// Whatever else.
    pub remark: String,
}

/// A visit to be taken back as a mistake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VisitWithdraw {
    /// Which.
    pub id: i64,
    /// Why.
    pub reason: String,
}

/// A list to be written into a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetsExport {
    /// Which targets.
    pub filter: TargetFilter,
    /// In which order.
    pub sort: TargetSort,
    /// The columns by name, in their order.
    pub columns: Vec<String>,
    /// As what sort of file.
    pub format: ListFormat,
    /// The file; none: in the office's outbox.
    pub path: Option<String>,
    /// Whether a file of this name may be replaced: whoever chose it was asked.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub overwrite: bool,
}

/// A blank roster to be filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RosterTemplate {
    /// For which registry.
    pub registry: Registry,
    /// The file; none: in the office's outbox.
    pub path: Option<String>,
    /// Whether a file of this name may be replaced: whoever chose it was asked.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub overwrite: bool,
}
