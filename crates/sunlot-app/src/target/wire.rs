//! What is asked and answered about the registry of targets.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;

use super::credit_wire::{InquiryView, RiskGradingView};
use crate::registry::{CountedChoice, FieldChange, FieldView, Membership, Moment, Told};

/// What targets are filtered by: values of which a list has few.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    TS,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum TargetFacet {
    /// What sort of target.
    Kind,
    /// Its credit class.
    Credit,
    /// Its level of risk.
    Risk,
    /// Its township.
    Township,
    /// Its trade.
    Industry,
    /// The fields of supervision it belongs to.
    Tags,
    /// What makes it be looked at more often.
    Flag,
    /// How often it was visited this year: 0, 1, 2 or more.
    Visits,
    /// Whether it may take part in a draw, and why not.
    Draw,
    /// Whether it is in business.
    Status,
    /// Whether it is in the registry.
    Membership,
    /// Whether somebody must still look at something.
    Doubts,
    /// Who looks after it.
    Supervisor,
    /// The roster it came with.
    Source,
}

/// Which targets. What is given must all hold; of several values of a facet one is enough. An empty value means that
/// nothing stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct TargetFilter {
    /// A part of a name, of a person's name or of a code.
    pub text: String,
    /// The values that are wanted.
    pub values: BTreeMap<TargetFacet, Vec<String>>,
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct TargetSort {
    /// By what.
    pub by: TargetSortKey,
    /// The greatest first.
    pub descending: bool,
}

/// By what targets are sorted.
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
pub enum TargetSortKey {
    /// The office's own number.
    #[default]
    Number,
    /// The name.
    Name,
    /// The code.
    Code,
    /// What sort.
    Kind,
    /// The credit class, the best first.
    Credit,
    /// The level of risk, the lowest first.
    Risk,
    /// The township.
    Township,
    /// The trade.
    Industry,
    /// Visits this year.
    Visits,
    /// The last visit.
    LastVisit,
    /// Whether it is in business.
    Status,
}

/// A part of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetsRequest {
    /// Which targets.
    #[serde(default)]
    pub filter: TargetFilter,
    /// In which order.
    #[serde(default)]
    pub sort: TargetSort,
    /// The first line, from 0.
    #[serde(default)]
    pub from: u32,
    /// How many lines; at most 500.
    pub limit: u32,
}

/// A part of the list, and how long the whole is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetsView {
    /// The lines.
    pub lines: Vec<TargetLine>,
    /// How many targets the filter lets through.
    pub found: u32,
    /// How many there are in all.
    pub total: u32,
    /// The event after which the registry stands so.
    pub seq: i64,
    /// What the filter says, for people: what an export is headed with.
    pub heading: String,
    /// How many of those that are found may take part in a draw.
    pub may_be_drawn: u32,
}

/// A target in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TargetLine {
    /// Its number for programs.
    pub id: i64,
    /// The office's own number, as DX-000123.
    pub number: String,
    /// Its code: the unified one, else the registration number, else what stands there; empty where there is none.
    pub code: String,
    /// Whether the code cannot be right, or is an old one that nothing vouches for.
    pub code_doubtful: bool,
    /// What it is called.
    pub name: String,
    /// Whether the name has characters that many systems cannot show.
    pub rare: bool,
    /// What sort.
    pub kind: Told,
    /// Who answers for it.
    pub legal_rep: String,
    /// Its credit class.
    pub credit: Told,
    /// Its level of risk.
    pub risk: Told,
    /// Its township.
    pub township: String,
    /// Its trade.
    pub industry: String,
    /// Where it is.
    pub address: String,
    /// The fields of supervision.
    pub tags: String,
    /// Who looks after it.
    pub supervisor: String,
    /// The roster it came with.
    pub source: String,
    /// Visits this year.
    pub visits_this_year: u32,
    /// Visits in the last twelve months.
    pub visits_twelve_months: u32,
    /// The last visit, as 2026-03-05; empty: never.
    pub last_visit: String,
    /// The flags in force.
    pub flags: Vec<Told>,
    /// The same with their periods and what they rest on; only in a part of a list.
    pub flagged: Vec<TargetFlagged>,
    /// Whether it is in business.
    pub status: Told,
    /// Whether it is in the registry.
    pub membership: Told,
    /// What somebody must still look at.
    pub doubts: Vec<Told>,
    /// Why it may not take part in a draw; empty: it may.
    pub barred: Vec<Told>,
}

/// A flag that is in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TargetFlagged {
    /// Which.
    pub flag: Told,
    /// From when.
    pub since: String,
    /// Until when; empty: until it is taken away.
    pub until: String,
    /// In how many days that is, where it is soon.
    pub ends_in: Option<i64>,
    /// On what it rests.
    pub evidence: String,
}

/// What a filter may choose among.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TargetsChoices {
    /// The facets.
    pub facets: Vec<TargetFacetChoices>,
    /// The fields of a target that does not exist yet, empty or as a new one begins.
    pub fields: Vec<FieldView>,
    /// The flags that somebody may set.
    pub flags: Vec<Told>,
    /// The sorts of inspections that somebody may enter.
    pub task_kinds: Vec<Told>,
}

/// The values of one facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetFacetChoices {
    /// Which.
    pub facet: TargetFacet,
    /// What people call it.
    pub label: String,
    /// Its values, each with how many targets have it.
    pub choices: Vec<CountedChoice>,
}

/// Which target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetId {
    /// Its number for programs.
    pub id: i64,
}

/// Everything about one target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetView {
    /// As it stands in the list.
    pub line: TargetLine,
    /// Its version; what an edit began with.
    pub version: i64,
    /// All of its fields.
    pub fields: Vec<FieldView>,
    /// Its flags, withdrawn ones too.
    pub flags: Vec<TargetFlagView>,
    /// The visits to it, withdrawn ones too.
    pub visits: Vec<TargetVisitView>,
    /// How its risk was graded, the newest first.
    pub gradings: Vec<RiskGradingView>,
    /// Where its credit was looked up, withdrawn entries too.
    pub inquiries: Vec<InquiryView>,
    /// What happened to it, newest first.
    pub story: Vec<Moment>,
    /// What is to be said of what was just done; nothing where somebody only looks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<Told>>", optional)]
    pub notices: Vec<Told>,
}

/// A flag of a target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TargetFlagView {
    /// Its number.
    pub id: i64,
    /// Which.
    pub flag: Told,
    /// From when.
    pub since: String,
    /// Until when; empty: until it is taken away.
    pub until: String,
    /// On what it rests.
    pub evidence: String,
    /// Whether it is in force today.
    pub in_force: bool,
    /// Whether it was entered by mistake.
    pub withdrawn: bool,
}

/// A visit to a target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TargetVisitView {
    /// Its number.
    pub id: i64,
    /// On which day, month or year.
    pub held_on: String,
    /// How many visits it stands for.
    pub times: u32,
    /// Whether it counts.
    pub counted: bool,
    /// What sort of inspection.
    pub task_kind: Told,
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
    /// How the program knows of it.
    pub origin: Told,
    /// Whether it was entered by mistake.
    pub withdrawn: bool,
}

/// Values of a target to be saved: of a new one, or what shall be different.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetSave {
    /// Which target; none: a new one.
    pub id: Option<i64>,
    /// The version that was edited.
    pub version: Option<i64>,
    /// The fields by name; what is not named stays.
    pub values: BTreeMap<String, String>,
    /// Whether somebody looked at what was doubtful and found it right.
    #[serde(default)]
    pub confirmed: bool,
    /// Why.
    pub reason: String,
}

/// A target to be suspended, removed or taken in again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetMembership {
    /// Which.
    pub id: i64,
    /// The version that was looked at.
    pub version: i64,
    /// Where it shall stand.
    pub membership: Membership,
    /// Why.
    pub reason: String,
}

/// Values for every target that a filter lets through.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetsBulk {
    /// Which targets.
    pub filter: TargetFilter,
    /// The fields by name.
    pub values: BTreeMap<String, String>,
    /// Why.
    pub reason: String,
    /// How many were found when it was looked at: another number refuses to be changed.
    pub found: Option<u32>,
}

/// What a bulk change would do, or did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetsBulkView {
    /// How many the filter lets through.
    pub found: u32,
    /// How many would differ, or differ now.
    pub changed: u32,
    /// The first of them.
    pub examples: Vec<BulkExample>,
}

/// One target of a bulk change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BulkExample {
    /// The office's own number.
    pub number: String,
    /// What it is called.
    pub name: String,
    /// What is different.
    pub changes: Vec<FieldChange>,
}
