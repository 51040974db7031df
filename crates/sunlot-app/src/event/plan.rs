//! What events about rule profiles, plans, tasks and their pools tell.

use serde::{Deserialize, Serialize};

/// A rule profile was saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulesChange {
    /// Its number.
    pub profile: String,
    /// What it is called.
    pub name: String,
    /// Which switches differ from before, by their names.
    pub switches: Vec<String>,
    /// Whether it is the one in force from then on.
    pub in_force: bool,
    /// The document that it rests on.
    pub basis: String,
    /// Why.
    pub reason: String,
}

/// A plan was written down or changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanEdit {
    /// Its number.
    pub plan: String,
    /// What it is called.
    pub title: String,
    /// How many lines it has.
    pub lines: u32,
    /// Why.
    pub reason: String,
}

/// A plan came a step further.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanStep {
    /// Its number.
    pub plan: String,
    /// What it is called.
    pub title: String,
    /// What it is now: approved, submitted, published, draft.
    pub state: String,
    /// When.
    pub on: String,
    /// By whom, to whom, or where.
    pub who: String,
    /// The number of the document, or of the receipt.
    pub no: String,
    /// Why, where it is taken back.
    pub reason: String,
}

/// A task was written down or changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskEdit {
    /// Its number in the program.
    pub task: String,
    /// What it is called.
    pub title: String,
    /// What differs from before, by name.
    pub fields: Vec<String>,
    /// Why.
    pub reason: String,
    /// Whether it was approved, and is a draft again by this change.
    #[serde(default, skip_serializing_if = "is_false")]
    pub reopened: bool,
}

/// A task was approved or given up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskStep {
    /// Its number in the program.
    pub task: String,
    /// What it is called.
    pub title: String,
    /// What it is now: approved, cancelled.
    pub state: String,
    /// The number that it was given; empty: none.
    pub number: String,
    /// When.
    pub on: String,
    /// By whom.
    pub who: String,
    /// Why, where it is given up.
    pub reason: String,
    /// The announcement whose list was another than the one that was approved; 0: there is none.
    #[serde(default, skip_serializing_if = "is_none")]
    pub announced_otherwise: i64,
}

/// A target was left out by a decision, or taken in again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandExclusion {
    /// The task.
    pub task: String,
    /// The target's number.
    pub target: String,
    /// What it is called.
    pub name: String,
    /// Of what kind: restricted, other.
    pub kind: String,
    /// On what it rests.
    pub basis: String,
    /// Whether it is taken in again.
    pub withdrawn: bool,
}

/// The list of a task was announced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PoolNotice {
    /// The task.
    pub task: String,
    /// What it is called.
    pub title: String,
    /// The number of the notice.
    pub notice: i64,
    /// The digest of pool and exclusions.
    pub digest: String,
    /// How many can be drawn.
    pub candidates: u64,
    /// How many are left out.
    pub excluded: u64,
    /// The notice that it takes the place of; 0: none.
    pub replaces: i64,
    /// In what it differs from that one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub differs: Vec<ListChange>,
    /// Why it takes its place.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Who was taken out of the registries by hand shortly before.
    #[serde(default, skip_serializing_if = "TakenOut::nobody")]
    pub taken_out: TakenOut,
}

/// In what a list differs from the one that was announced before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListChange {
    /// In what: candidates, excluded, quota, strata, scope, rules, rows, task.
    pub what: String,
    /// How many it was; 0 where it is no number.
    pub before: u64,
    /// How many it is.
    pub after: u64,
}

/// Who was taken out of the registries by hand, one by one, and would stand in the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenOut {
    /// Within so many days before the announcement.
    pub days: u32,
    /// How many targets.
    pub targets: u32,
    /// How many inspectors.
    pub inspectors: u32,
}

impl TakenOut {
    /// Whether nobody was.
    pub fn nobody(&self) -> bool {
        self.targets == 0 && self.inspectors == 0
    }
}

const fn is_false(flag: &bool) -> bool {
    !*flag
}

const fn is_none(notice: &i64) -> bool {
    *notice == 0
}
