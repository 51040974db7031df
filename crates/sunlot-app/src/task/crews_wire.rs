//! What is answered about the crews of a task before the ceremony, and about how even its draw is.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::registry::Told;

/// Whether every target can be manned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CrewsView {
    /// In one word.
    pub verdict: Told,
    /// The same in sentences, the weightiest first.
    pub sentences: Vec<String>,
    /// What would help.
    pub help: Vec<String>,
    /// The places of each stratum's crews.
    pub slots: Vec<SlotsView>,
    /// How many are asked for, and how many there are.
    pub demand: Vec<DemandView>,
    /// Where it is thin or nobody fits.
    pub gaps: Vec<GapView>,
    /// Who may be drawn.
    pub people: Vec<CrewPerson>,
    /// Who may not, and why.
    pub left_out: Vec<CrewLeftOut>,
    /// Who stays away from whom, as far as they are shown.
    pub recusals: Vec<RecusalView>,
    /// How many such pairs there are.
    pub recusals_total: u32,
}

/// The places of a stratum's crews.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SlotsView {
    /// The stratum.
    pub stratum: String,
    /// Each place in words.
    pub slots: Vec<String>,
}

/// How many are asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DemandView {
    /// What is asked for.
    pub wanted: String,
    /// How many places.
    pub places: u32,
    /// How many people fit.
    pub people: u32,
    /// How many places they may take; empty: there is no limit.
    pub capacity: String,
    /// How many are missing.
    pub short: u32,
}

/// Where it is thin or nobody fits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GapView {
    /// What is the matter.
    pub label: String,
    /// At how many targets.
    pub count: u32,
    /// Some of them.
    pub examples: Vec<String>,
}

/// Somebody who may be drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CrewPerson {
    /// Who, by number; 0: lent, and not in the registry.
    #[ts(type = "number")]
    pub inspector: i64,
    /// Who lends them, on what document; empty: they are of the registry.
    pub borrowed: String,
    /// The certificate by which they are drawn.
    pub cert: String,
    /// The name.
    pub name: String,
    /// The department.
    pub dept: String,
    /// How many targets they can expect, as 3.4.
    pub expected: String,
    /// The same in thousandths, for a bar.
    #[ts(type = "number")]
    pub thousandths: u64,
    /// How many the draw gave them, once it was held.
    #[ts(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual: Option<u32>,
    /// From how many targets they stay away.
    pub recusals: u32,
}

/// Somebody who may not be drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CrewLeftOut {
    /// Who, by number; 0: lent, and not in the registry.
    #[ts(type = "number")]
    pub inspector: i64,
    /// Who lends them, on what document; empty: they are of the registry.
    pub borrowed: String,
    /// The name.
    pub name: String,
    /// The department.
    pub dept: String,
    /// Why.
    pub reasons: Vec<String>,
}

/// Somebody who stays away from a target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecusalView {
    /// Who.
    pub inspector: String,
    /// From whom.
    pub target: String,
    /// Why.
    pub reasons: Vec<String>,
}

/// How even a draw is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FairnessView {
    /// What it is about: the list as it is now, or which draw.
    pub about: String,
    /// The chance of each target, by stratum.
    pub strata: Vec<ChanceView>,
    /// The load that each inspector can expect.
    pub people: Vec<CrewPerson>,
    /// How often the candidates were visited in twelve months, before and after.
    pub burden: Vec<BurdenView>,
    /// In sentences.
    pub sentences: Vec<String>,
}

/// The chance of each target of a stratum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChanceView {
    /// The stratum.
    pub stratum: String,
    /// How many it has.
    pub size: u32,
    /// How many are drawn.
    pub quota: u32,
    /// The chance of being drawn, in words.
    pub drawn: String,
    /// The same in ten-thousandths, for a bar.
    pub ten_thousandths: u32,
    /// The chance of standing by, in words.
    pub stands_by: String,
}

/// How many targets were visited so often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BurdenView {
    /// So often.
    pub times: String,
    /// How many before the draw.
    pub before: u32,
    /// How many can be expected after it, as 12.5.
    pub after: String,
    /// The same in thousandths, for a bar.
    #[ts(type = "number")]
    pub after_thousandths: u64,
    /// How many there are with what was drawn, once the draw was held.
    #[ts(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drawn: Option<u32>,
}

/// To announce the list of a task.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskAnnounce {
    /// Which task.
    #[ts(type = "number")]
    pub id: i64,
    /// When the draw is to be.
    pub draw_on: String,
    /// Where it is announced.
    pub channels: String,
    /// Why it takes the place of an earlier one; needed where there is one.
    pub reason: String,
}

/// A paper about a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoticePaper {
    /// Which task.
    #[ts(type = "number")]
    pub task: i64,
    /// Which notice, by its number among those of the task.
    #[ts(type = "number")]
    pub notice: i64,
    /// How it comes.
    pub way: crate::paper::PaperWay,
}

/// To write the manifest that would be sealed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskManifest {
    /// Which task.
    #[ts(type = "number")]
    pub id: i64,
    /// Where to; without it into the folder for what goes out.
    #[ts(optional)]
    pub path: Option<String>,
    /// Whether a file that is there may be replaced.
    pub overwrite: bool,
}
