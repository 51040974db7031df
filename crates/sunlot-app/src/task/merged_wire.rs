//! What is asked and answered about visits of a task that go together with others, and about second visits within the year.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which task, and which rows of its two lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskMergedRequest {
    /// The task.
    #[ts(type = "number")]
    pub id: i64,
    /// From which merged visit on.
    pub merged_from: u32,
    /// From which second visit on.
    pub second_from: u32,
    /// How many of each.
    pub limit: u32,
}

/// Visits that go together, and second visits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskMergedView {
    /// The days of the task's own visits.
    pub period: String,
    /// What a year is, as the profile has it.
    pub year: String,
    /// Targets that are visited with another draw, and so are not drawn.
    pub merged: Vec<MergedTarget>,
    /// How many there are.
    pub merged_total: u32,
    /// Targets of the pool whose visit would be the second within the year.
    pub second: Vec<SecondVisit>,
    /// How many there are.
    pub second_total: u32,
    /// Lines of the plan that could go together with the task's, in sentences.
    pub lines: Vec<String>,
}

/// A target that is visited with another draw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MergedTarget {
    /// Its number, from 1.
    #[ts(type = "number")]
    pub target: i64,
    /// What stands for it in a draw.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The other draws by which it is due, in the days of the task.
    pub draws: Vec<MergedDraw>,
    /// The visits that become of them and the task.
    pub visits: Vec<MergedVisit>,
    /// What stays apart, and why, in sentences.
    pub apart: Vec<String>,
}

/// Another draw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MergedDraw {
    /// The office's own number of it.
    pub number: String,
    /// What it is called.
    pub told: String,
    /// From when to when its visits are.
    pub period: String,
    /// What is inspected.
    pub items: Vec<String>,
}

/// One visit with one sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MergedVisit {
    /// The days that suit all of it.
    pub period: String,
    /// What is taken along on one sheet.
    pub items: Vec<String>,
    /// Who goes, the leading one first.
    pub depts: Vec<String>,
    /// What it is made of: draws by number, and the task.
    pub of: Vec<String>,
}

/// A target whose visit would be the second within the year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SecondVisit {
    /// Its number, from 1.
    #[ts(type = "number")]
    pub target: i64,
    /// What stands for it in a draw.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The visits before, each in a few words.
    pub earlier: Vec<String>,
}
