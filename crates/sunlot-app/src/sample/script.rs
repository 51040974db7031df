//! What the sample office does, as it stands in `assets/sample/course.json`: its decisions, its plan and tasks, its draws and what came
//! after them. Nothing is done here.

use serde::{Deserialize, Serialize};

use crate::ceremony::SeatForm;
use crate::item::EditionSubmit;
use crate::plan::{PlanSave, PlanStepName};
use crate::rules::RulesSave;
use crate::task::TaskSave;

/// What the office of the sample does.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Course {
    pub unready: Vec<SampleUnready>,
    pub edition: Decided,
    pub rules: Rules,
    pub plan: Planned,
    pub task: Asked,
    pub announce: Announced,
    pub ceremonies: Ceremonies,
    pub files: Files,
}

/// An item that may not be used, and is taken out before the list is decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SampleUnready {
    /// What it is called.
    pub item: String,
    /// Why.
    pub reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Decided {
    pub submit: EditionSubmit,
    pub ratified_by: String,
    pub ratified_no: String,
    pub channels: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rules {
    /// The office whose rules it begins with; `save` says in what it is different.
    pub preset: String,
    pub save: RulesSave,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Planned {
    pub save: PlanSave,
    pub steps: Vec<Step>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    pub step: PlanStepName,
    pub who: String,
    pub no: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    /// The line of the plan that it is of.
    pub line: i64,
    pub save: TaskSave,
    pub approved_by: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Announced {
    pub draw_on: String,
    pub channels: String,
}

/// What the files in the outbox are called.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Files {
    pub plan: String,
    pub pool: String,
    pub excluded: String,
    pub notice: String,
    pub manifest: String,
}

/// What is drawn in front of witnesses.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ceremonies {
    /// What wraps the station's keys.
    pub passphrase: String,
    /// Where it is held.
    pub place: String,
    /// Who sits there.
    pub seats: Vec<SeatForm>,
    pub draws: Vec<Drawn>,
}

/// A task that is drawn.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Drawn {
    pub task: Asked,
    pub announce: Announced,
    /// Each is given up but the last.
    pub tries: Vec<Try>,
    /// What was changed afterwards.
    #[serde(default)]
    pub changes: Vec<Changed>,
}

/// A draw of a task.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Try {
    /// The digits that the seats draw before sealing.
    pub challenge: String,
    /// What stands on the cards, by seat.
    #[serde(default)]
    pub cards: Vec<String>,
    /// Why it is given up before any card lies.
    pub void: Option<GivenUp>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GivenUp {
    pub code: String,
    pub reason: String,
}

/// A change of what was drawn; which row and whom, the draw decides.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Changed {
    pub kind: String,
    /// The row among those that stand, from 1.
    pub row: usize,
    /// Whether the first of its crew is meant.
    #[serde(default)]
    pub first_of_crew: bool,
    #[serde(default)]
    pub replace: bool,
    pub code: String,
    pub reason: String,
}
