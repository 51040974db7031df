//! What is asked and answered about plans.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;

use crate::ProblemView;
use crate::registry::{FieldView, Moment, Told};

/// All plans, and what is to be thought of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlansView {
    /// The plans, the latest period first.
    pub plans: Vec<PlanSummary>,
    /// What is due, soonest first (N-02, Z-03, Z-12).
    pub reminders: Vec<PlanReminder>,
    /// The plan that it is time for; none: it is there already.
    pub suggestion: Option<PlanSuggestion>,
    /// The fields of a plan that does not exist yet.
    pub head: Vec<FieldView>,
    /// The fields of a line that does not exist yet.
    pub line: Vec<FieldView>,
    /// The fields of a milestone that does not exist yet.
    pub milestone: Vec<FieldView>,
    /// Headings that a table may be written with.
    pub headings: Vec<Told>,
}

/// A plan in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanSummary {
    /// Its number for programs.
    pub id: i64,
    /// The office's own number, as JH-01.
    pub number: String,
    /// What it is called.
    pub title: String,
    /// Its year.
    pub year: u16,
    /// The whole year or a half of it.
    pub period: Told,
    /// Year and period for people.
    pub told: String,
    /// How far it has come.
    pub state: Told,
    /// The unit that draws it up.
    pub unit: String,
    /// How many lines it has.
    pub lines: u32,
    /// All lines together.
    pub sums: PlanProgress,
    /// Lines that stand in the way of an approval.
    pub errors: u32,
}

/// How far a line or a plan has got (N-14). Only targets and visits are counted, never what was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanProgress {
    /// How many were planned.
    pub planned: u32,
    /// How many were drawn.
    pub drawn: u32,
    /// How many of these were visited.
    pub visited: u32,
    /// Drawn, not visited, and the time is over.
    pub overdue: u32,
    /// Planned and not drawn yet.
    pub to_draw: u32,
    /// Planned and never drawn, and the time is over.
    pub not_drawn: u32,
    /// Visited of planned, in ten-thousandths; none: nothing was planned.
    pub rate: Option<u32>,
}

/// Something to think of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanReminder {
    /// By when.
    pub due: String,
    /// So many days are left; less than none: so many too late.
    pub left: i32,
    /// How urgent it is.
    pub tone: PlanTone,
    /// What is to be done, for people.
    pub sentence: String,
    /// How long there is still, for people.
    pub told: String,
    /// The plan that it is about; none: it is still to be drawn up.
    pub plan: Option<i64>,
    /// What it lacks: drawn_up, approved, submitted, published, report, milestone.
    pub lacks: String,
    /// Of which year.
    pub year: u16,
    /// Of which period; empty: of none.
    pub period: String,
}

/// How urgent something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PlanTone {
    /// There is time.
    Calm,
    /// It is near.
    Near,
    /// It is too late.
    Overdue,
}

/// A plan that it is time for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanSuggestion {
    /// Of which year.
    pub year: u16,
    /// Of which period.
    pub period: String,
    /// What it would be called.
    pub title: String,
    /// Year and period for people.
    pub told: String,
}

/// Which plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanId {
    /// Its number for programs.
    pub id: i64,
}

/// Everything about one plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanView {
    /// As it stands in the list.
    pub head: PlanSummary,
    /// Its version; what an edit began with.
    pub version: i64,
    /// Whether its lines may change: only those of a draft do.
    pub editable: bool,
    /// The fields of the plan itself.
    pub fields: Vec<FieldView>,
    /// Its lines.
    pub lines: Vec<PlanLineView>,
    /// What is to be looked at between the lines.
    pub remarks: Vec<PlanRemark>,
    /// What has to be done by when.
    pub milestones: Vec<PlanMilestoneView>,
    /// The steps that were taken, oldest first.
    pub course: Vec<PlanCourseStep>,
    /// The steps that may follow.
    pub next: Vec<PlanStepOffer>,
    /// What happened to it, newest first.
    pub story: Vec<Moment>,
    /// What is to be said of what was just done; nothing where somebody only looks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<Told>>", optional)]
    pub notices: Vec<Told>,
}

/// A line of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanLineView {
    /// Its number, which stays with it for good.
    pub line: u32,
    /// What stands in its fields.
    pub values: BTreeMap<String, String>,
    /// The same for people.
    pub shown: BTreeMap<String, String>,
    /// Its items.
    pub items: Vec<PlanItem>,
    /// How many targets that comes to, if it can be said.
    pub planned: Option<u32>,
    /// The same for people, with how it was reckoned.
    pub comes_to: String,
    /// What is wrong with it, or worth looking at.
    pub remarks: Vec<PlanRemark>,
    /// How far it has got.
    pub progress: PlanProgress,
    /// The tasks that were made of it.
    pub tasks: Vec<PlanTask>,
}

/// An item that a line names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanItem {
    /// The office's own number.
    pub number: String,
    /// What it is called; empty: the list does not have it.
    pub name: String,
    /// Why it may not be used then; empty: it may.
    pub unusable: Vec<Told>,
}

/// A task that was made of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanTask {
    /// Its number for programs.
    pub id: i64,
    /// Its number for people; empty: it has none yet.
    pub number: String,
    /// What it is called.
    pub title: String,
    /// How far it has come.
    pub state: Told,
}

/// What is wrong with a field, or worth looking at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanRemark {
    /// The field; empty: none of its own.
    pub field: String,
    /// How much it matters: error, warning, note.
    pub severity: Told,
    /// What.
    pub message: String,
    /// What to do.
    pub hint: String,
}

/// What has to be done by when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanMilestoneView {
    /// Its number, which stays with it for good.
    pub milestone: u32,
    /// What stands in its fields.
    pub values: BTreeMap<String, String>,
    /// By which day it is due next; empty: it is not.
    pub due: String,
    /// That, for people.
    pub told: String,
    /// How urgent it is.
    pub tone: PlanTone,
    /// What it lacks.
    pub remarks: Vec<PlanRemark>,
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanCourseStep {
    /// Which.
    pub step: Told,
    /// When.
    pub on: String,
    /// By whom, to whom, or where.
    pub who: String,
    /// The number of the document or of the receipt.
    pub no: String,
    /// Why.
    pub reason: String,
    /// All of it for people.
    pub sentence: String,
    /// So many days after it was due; 0: in time.
    pub late: u32,
}

/// A step that may follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanStepOffer {
    /// Which.
    pub step: PlanStepName,
    /// What people call it.
    pub label: String,
    /// What it means, in a sentence.
    pub note: String,
    /// What it needs.
    pub fields: Vec<FieldView>,
}

/// A step of a plan.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum PlanStepName {
    /// The head of the office approves it.
    Approve,
    /// It is handed in (N-02).
    Submit,
    /// It is made public.
    Publish,
    /// A half-year's report is handed in (Z-03).
    Report,
    /// It goes back to draft, because something changes.
    Amend,
}

/// A plan to be saved: a new one, or what shall be different.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct PlanSave {
    /// Which plan; none: a new one.
    pub id: Option<i64>,
    /// The version that was edited.
    pub version: Option<i64>,
    /// The fields of the plan by name; what is not named stays.
    pub values: BTreeMap<String, String>,
    /// All of its lines; none: as they are.
    pub lines: Option<Vec<PlanLineSave>>,
    /// All of its milestones; none: as they are.
    pub milestones: Option<Vec<PlanMilestoneSave>>,
    /// Why.
    pub reason: String,
}

/// A line to be saved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct PlanLineSave {
    /// Its number; none: a new line.
    pub line: Option<u32>,
    /// The fields by name; what is not named stays.
    pub values: BTreeMap<String, String>,
}

/// A milestone to be saved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct PlanMilestoneSave {
    /// Its number; none: a new one.
    pub milestone: Option<u32>,
    /// The fields by name; what is not named stays.
    pub values: BTreeMap<String, String>,
}

/// What stands in the way of saving, and what would be said of the lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanChecked {
    /// Every problem with its place, as `lines.3.ratio`.
    pub problems: Vec<ProblemView>,
    /// The lines in the order of the request.
    pub lines: Vec<PlanLineChecked>,
    /// What is to be looked at between the lines.
    pub remarks: Vec<PlanRemark>,
}

/// What would be said of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanLineChecked {
    /// How many targets it comes to, if it can be said.
    pub planned: Option<u32>,
    /// The same for people, with how it was reckoned.
    pub comes_to: String,
    /// What stands in its fields, for people.
    pub shown: BTreeMap<String, String>,
    /// Its items.
    pub items: Vec<PlanItem>,
    /// What is wrong with it, or worth looking at.
    pub remarks: Vec<PlanRemark>,
}

/// A step to be written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanMove {
    /// Which plan.
    pub id: i64,
    /// The version that was looked at.
    pub version: i64,
    /// Which step.
    pub step: PlanStepName,
    /// When.
    #[serde(default)]
    pub on: String,
    /// By whom, to whom, or where.
    #[serde(default)]
    pub who: String,
    /// The number of the document or of the receipt.
    #[serde(default)]
    pub no: String,
    /// Why, where it goes back to draft.
    #[serde(default)]
    pub reason: String,
    /// Whose report: h1 or h2.
    #[serde(default)]
    pub half: String,
}
