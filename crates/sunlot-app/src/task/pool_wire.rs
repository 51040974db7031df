//! What is answered about the pool of a task: who may be drawn, how many, and why not the others.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ProblemView;
use crate::registry::{ListFormat, Told};

/// A pool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PoolView {
    /// The first day of the visits, for which it was made.
    pub day: String,
    /// The profile that it was made by.
    pub rules: String,
    /// How many are in the registry.
    pub registry: u32,
    /// How many are in scope.
    pub in_scope: u32,
    /// How many can be drawn.
    pub size: u32,
    /// How many are drawn in all.
    pub quota: u32,
    /// Who is outside the scope, beside its rule.
    pub outside: Vec<PoolSum>,
    /// Who is left out, by reason.
    pub excluded: Vec<PoolSum>,
    /// Who is in by an exception, by kind.
    pub exceptions: Vec<PoolSum>,
    /// The strata.
    pub strata: Vec<StratumView>,
    /// What keeps it from being sealed.
    pub obstacles: Vec<ProblemView>,
    /// What is to be said.
    pub remarks: Vec<Told>,
    /// All tasks that are not drawn yet and could meet the same targets in the same days; the remark names the first of them.
    pub overlapping: Vec<String>,
}

/// How many for a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PoolSum {
    /// The reason's name, by which its rows are asked for.
    pub value: String,
    /// For people.
    pub label: String,
    /// How many.
    pub count: u32,
}

/// What a stratum comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StratumView {
    /// A, B, C …
    pub key: String,
    /// What it is called outside the office.
    pub label: String,
    /// What it means.
    pub meaning: String,
    /// Its conditions in words.
    pub clauses: Vec<String>,
    /// How many it has.
    pub size: u32,
    /// The rule in words.
    pub rule: String,
    /// How many are drawn.
    pub quota: u32,
    /// How many stand by.
    pub reserve: u32,
    /// The chance of each, in words.
    pub chance: String,
    /// What its targets are inspected for.
    pub items: Vec<String>,
    /// The places of its crews in words.
    pub slots: Vec<String>,
    /// What is to be said of it.
    pub remarks: Vec<Told>,
}

/// Which rows of a pool.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PoolRowsRequest {
    /// The task.
    #[ts(type = "number")]
    pub id: i64,
    /// A stratum's key, the name of a reason, or nothing for everybody in scope.
    pub of: String,
    /// Words that the name or the code must have.
    pub text: String,
    /// From which row on.
    pub from: u32,
    /// How many.
    pub limit: u32,
}

/// Rows of a pool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PoolRows {
    /// The rows asked for.
    pub rows: Vec<PoolRow>,
    /// How many there are.
    pub total: u32,
}

/// A part of a pool as a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PoolExport {
    /// The task.
    #[ts(type = "number")]
    pub id: i64,
    /// A stratum's key, the name of a reason, or nothing for everybody in scope.
    pub of: String,
    /// Words that the name or the code must have.
    pub text: String,
    /// As what sort of file.
    pub format: ListFormat,
    /// Where to; without it into the folder for what goes out.
    pub path: Option<String>,
    /// Whether a file that is there may be replaced.
    pub overwrite: bool,
}

/// A target of a pool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PoolRow {
    /// Its number, from 1.
    #[ts(type = "number")]
    pub target: i64,
    /// What stands for it in the draw: its code, or the office's own number.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What becomes of it.
    pub place: Told,
    /// Why.
    pub why: String,
}

/// A target and a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskTarget {
    /// The task.
    #[ts(type = "number")]
    pub task: i64,
    /// The target, by number.
    #[ts(type = "number")]
    pub target: i64,
}

/// Everything that decides about one target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetExplained {
    /// What stands for it in the draw.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What becomes of it.
    pub place: Told,
    /// Why, one sentence after the other.
    pub sentences: Vec<String>,
    /// Whether it may be left out by a decision.
    pub may_exclude: bool,
    /// The visits that this office knows of.
    pub visits: Vec<VisitExplained>,
}

/// A visit, and whether it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VisitExplained {
    /// When.
    pub held_on: String,
    /// What for, by whom.
    pub told: String,
    /// Whether it counts, and why not.
    pub counts: Told,
}
