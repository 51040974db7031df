//! What is asked and answered about tasks and their pools.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::joint::wire::JointAnswerView;
use super::people_wire::{LeftOutView, LoanView, RequestView, SlotForm};
use crate::ProblemView;
use crate::account::Second;
use crate::outside::OutsideLine;
use crate::registry::{FieldView, Moment, Told};

/// Which task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskId {
    /// Its number, from 1.
    #[ts(type = "number")]
    pub id: i64,
}

/// The tasks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TasksView {
    /// All of them, the newest first.
    pub lines: Vec<TaskLine>,
}

/// A task in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskLine {
    /// Its number, from 1.
    #[ts(type = "number")]
    pub id: i64,
    /// The program's number for it: RW-0001.
    pub number: String,
    /// The number that it was given when it was approved; empty: none yet.
    pub task_no: String,
    /// What it is called.
    pub title: String,
    /// How far it has come.
    pub state: Told,
    /// What sort of inspection.
    pub kind: Told,
    /// From when to when.
    pub period: String,
    /// What is inspected.
    pub items: Vec<String>,
    /// The line of a plan that it is of; empty: none.
    pub plan: String,
    /// Who carries it out.
    pub unit: String,
}

/// A condition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ClauseForm {
    /// What it asks about.
    pub field: String,
    /// The values; empty text: nobody knows.
    pub any_of: Vec<String>,
    /// Whether none of them may be.
    pub not: bool,
}

/// A stratum as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct StratumForm {
    /// What it is called outside the office.
    pub label: String,
    /// What it means, for the office alone.
    pub meaning: String,
    /// Who belongs to it.
    pub clauses: Vec<ClauseForm>,
    /// How many are drawn: rate, count, all.
    pub quota: String,
    /// The share, as 5%; for a rate.
    pub share: String,
    /// At least so many; for a rate. Empty: what the profile says.
    pub min: String,
    /// At most so many; for a rate. Empty: no limit.
    pub max: String,
    /// The number; for a count.
    pub count: String,
    /// How many stand by; empty: as many as is usual.
    pub reserve: String,
    /// Items by their numbers; empty: all of the task.
    #[ts(type = "number[]")]
    pub items: Vec<i64>,
    /// The places of its crews; none: as they follow from the profile and the items.
    #[ts(as = "Option<Vec<SlotForm>>", optional)]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub slots: Vec<SlotForm>,
}

/// Who inspects, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct CrewForm {
    /// Whether crews are drawn in a ceremony of their own, later.
    pub later: bool,
    /// Whether several departments inspect together.
    pub joint: bool,
    /// The department that leads; empty: anybody may.
    pub lead: String,
    /// The departments that take part.
    pub partners: Vec<String>,
    /// How many there are for a target; empty: as few as the profile allows.
    pub size: String,
    /// So many targets one takes at most; empty: what the profile says.
    pub cap: String,
    /// Inspectors who are left out, with what that rests on.
    pub left_out: Vec<LeftOutForm>,
    /// What the names of lead and partners are of: unit, department; empty: whichever the registry knows.
    #[ts(as = "Option<String>", optional)]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}

/// An inspector who is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LeftOutForm {
    /// Who, by number.
    #[ts(type = "number")]
    pub inspector: i64,
    /// On what it rests.
    pub basis: String,
}

/// A task as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct TaskSave {
    /// Its number; without it a new one.
    #[ts(type = "number", optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<i64>,
    /// The version that was opened.
    #[ts(type = "number", optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// Texts by field: title, kind, basis, superior, from, to, unit, person, modes.
    pub values: BTreeMap<String, String>,
    /// The plan that it is of.
    #[ts(type = "number", optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<i64>,
    /// The line of that plan.
    #[ts(type = "number", optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<i64>,
    /// The profile; without it the one in force.
    #[ts(type = "number", optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<i64>,
    /// What is inspected, by number.
    #[ts(type = "number[]")]
    pub items: Vec<i64>,
    /// Who is in scope.
    pub scope: Vec<ClauseForm>,
    /// The strata, the first that fits takes a target.
    pub strata: Vec<StratumForm>,
    /// Who inspects.
    pub crew: CrewForm,
    /// Why.
    pub reason: String,
}

/// Everything about a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskView {
    /// The task in the list.
    pub line: TaskLine,
    /// Its version.
    #[ts(type = "number")]
    pub version: i64,
    /// Its fields for people and for the form.
    pub fields: Vec<FieldView>,
    /// As it was typed, to be typed on.
    pub form: TaskSave,
    /// Each condition of the scope in words.
    pub scope: Vec<String>,
    /// Each stratum in words: who belongs to it, how many are drawn.
    pub strata: Vec<String>,
    /// Who inspects, in sentences: one department or several, how many go, how many each takes.
    pub crew: Vec<String>,
    /// What stands in the way of sealing its list, while it is still to be drawn.
    pub obstacles: Vec<ProblemView>,
    /// The profile that it uses.
    pub rules: String,
    /// Who approved it, and when; empty: nobody yet.
    pub approval: String,
    /// What is drawn when: targets and crews at once, or crews in a ceremony of their own.
    pub ceremony: String,
    /// The inspectors whom the task leaves out, as people know them.
    pub left_out: Vec<LeftOutView>,
    /// Who is lent for it, those given back too.
    pub loans: Vec<LoanView>,
    /// What each partner department answered; empty: no joint inspection.
    pub joint: Vec<JointAnswerView>,
    /// Who shall stay away from whom, by request.
    pub requests: Vec<RequestView>,
    /// What may be done with it as it stands.
    pub next: Vec<TaskAct>,
    /// Who is left out by a decision.
    pub exclusions: Vec<HandExclusionView>,
    /// The lists as they were announced, the newest first.
    pub notices: Vec<NoticeView>,
    /// Draws of other systems that belong to it, the newest first.
    pub outside: Vec<OutsideLine>,
    /// What happened to it.
    pub story: Vec<Moment>,
    /// What is to be said after saving.
    #[ts(as = "Option<Vec<Told>>", optional)]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Told>,
}

/// What may be done with a task, as far as it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TaskAct {
    /// It may be changed.
    Change,
    /// It may be approved.
    Approve,
    /// It may be given up.
    Cancel,
    /// Its list may be announced.
    Announce,
}

/// What a task's form chooses among.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskChoices {
    /// The fields of an empty form.
    pub fields: Vec<FieldView>,
    /// What conditions may ask about, and what each may be.
    pub clauses: Vec<ClauseChoices>,
    /// Strata ready to be taken over.
    pub patterns: Vec<PatternView>,
    /// The same within what some items allow, the more that is asked for the later; an item says which are its own.
    pub bounded: Vec<Vec<PatternView>>,
    /// Items, and why some may not be inspected.
    pub items: Vec<TaskItemView>,
    /// The edition that the items are from; empty: none is in force.
    pub edition: String,
    /// Departments of certified inspectors, for inspections within the office.
    pub departments: Vec<Told>,
    /// Units of certified inspectors, for inspections of several units.
    pub units: Vec<Told>,
    /// What the names of lead and partners may be of.
    pub by: Vec<Told>,
    /// What somebody in a crew does.
    pub roles: Vec<Told>,
    /// What inspectors are good at, and items ask for.
    pub skills: Vec<Told>,
    /// Who may ask that an inspector stay away.
    pub asked_by: Vec<Told>,
    /// Profiles.
    pub rules: Vec<Told>,
    /// Lines of plans in force.
    pub lines: Vec<PlanLineChoice>,
}

impl TaskChoices {
    /// Strata ready to be taken over for these items: those of the one that asks for most.
    pub fn patterns_of(&self, items: &[i64]) -> &[PatternView] {
        let chosen = self.items.iter().filter(|item| items.contains(&item.id));
        let most = chosen.map(|item| item.bounded).max().unwrap_or(0);
        let at = usize::try_from(most).ok().and_then(|most| most.checked_sub(1));
        at.and_then(|at| self.bounded.get(at)).unwrap_or(&self.patterns)
    }
}

/// What a condition may ask about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClauseChoices {
    /// Its name.
    pub field: String,
    /// What people call it.
    pub label: String,
    /// The values; a value that is not among them may be typed where `free` is set.
    pub choices: Vec<Told>,
    /// Whether a word may be typed that is looked for in the value.
    pub free: bool,
}

/// Strata ready to be taken over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PatternView {
    /// Its name.
    pub name: String,
    /// What people call it.
    pub label: String,
    /// What it is for.
    pub about: String,
    /// Its strata.
    pub strata: Vec<StratumForm>,
}

/// An item to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskItemView {
    /// Its number, from 1.
    #[ts(type = "number")]
    pub id: i64,
    /// The office's own number.
    pub number: String,
    /// What it is called.
    pub name: String,
    /// How many are drawn for it, in words.
    pub ratio: String,
    /// The tags of the targets that it is for.
    pub tags: Vec<String>,
    /// Items with the same one are inspected together.
    pub merge_group: String,
    /// Which strata suit it, among those that are bounded, from 1; 0: those that suit any.
    pub bounded: u32,
    /// Why it may not be inspected.
    pub why_not: Vec<Told>,
}

/// A line of a plan to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanLineChoice {
    /// The plan.
    #[ts(type = "number")]
    pub plan: i64,
    /// The line.
    #[ts(type = "number")]
    pub line: i64,
    /// What people call it.
    pub label: String,
    /// What a task of it begins with.
    pub values: BTreeMap<String, String>,
    /// The items.
    #[ts(type = "number[]")]
    pub items: Vec<i64>,
    /// The department that leads where several inspect together; empty: one inspects alone.
    pub lead: String,
    /// The departments that inspect with it.
    pub partners: Vec<String>,
    /// How many the line says are drawn, in words; empty: it says nothing of it.
    pub amount: String,
    /// Strata that draw as many as the line says; none: it says nothing of it.
    pub pattern: Option<PatternView>,
}

/// A step of a task.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskMove {
    /// Which.
    #[ts(type = "number")]
    pub id: i64,
    /// The version that was opened.
    #[ts(type = "number")]
    pub version: i64,
    /// When; for an approval.
    pub on: String,
    /// By whom; for an approval.
    pub by: String,
    /// Why; for giving it up.
    pub reason: String,
}

/// A target that is left out by a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HandExclusionView {
    /// Its number, from 1.
    #[ts(type = "number")]
    pub id: i64,
    /// The target's number, from 1.
    #[ts(type = "number")]
    pub target: i64,
    /// The office's own number of it.
    pub number: String,
    /// What it is called.
    pub name: String,
    /// Of what kind.
    pub kind: Told,
    /// On what it rests.
    pub basis: String,
    /// Who decided it, and which supervisor was there; of one that was taken back: who took it back.
    pub decided: String,
    /// Whether it was taken in again.
    pub withdrawn: bool,
    /// Whether it may be taken in again.
    pub may_include: bool,
}

/// To leave a target out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetExclude {
    /// The task.
    #[ts(type = "number")]
    pub task: i64,
    /// The target, by number.
    #[ts(type = "number")]
    pub target: i64,
    /// restricted or other.
    pub kind: String,
    /// On what it rests.
    pub basis: String,
    /// The supervisor.
    #[ts(optional)]
    pub second: Option<Second>,
}

/// To take one in again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetInclude {
    /// The exclusion, by number.
    #[ts(type = "number")]
    pub id: i64,
    /// The supervisor.
    #[ts(optional)]
    pub second: Option<Second>,
}

/// A list as it was announced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoticeView {
    /// Its number among those of the task, from 1.
    #[ts(type = "number")]
    pub id: i64,
    /// The same with the task's number, as it stands on paper.
    pub number: String,
    /// The digest of pool and exclusions.
    pub digest: String,
    /// When it was announced.
    pub announced_on: String,
    /// When the draw is to be.
    pub draw_on: String,
    /// Counts in words.
    pub counts: Vec<String>,
    /// Where it was announced.
    pub channels: String,
    /// Why it took the place of another; empty: it did not.
    pub reason: String,
    /// The one of the task that it took the place of; 0: none.
    #[ts(type = "number")]
    pub replaces: i64,
    /// The same in words, with its day, the beginning of its digest and what is different; empty: none.
    pub replaces_told: String,
    /// Whether the list is still the same.
    pub holds: Told,
}

/// What stands in the way, or is to be said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskChecked {
    /// Every problem with its field.
    pub problems: Vec<ProblemView>,
}
