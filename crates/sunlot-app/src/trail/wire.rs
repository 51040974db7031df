//! What is asked and answered about the trail.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Failure;
use crate::paper::PaperWay;

/// Which events. What is given must all hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct TrailFilter {
    /// Somebody who did it or confirmed it: as the trail names them, or their name alone.
    pub person: Option<String>,
    /// What happened: one of these kinds, as the trail names them. None means any.
    pub kinds: Vec<String>,
    /// What it concerns.
    pub object: Option<ObjectRef>,
    /// The first day, as 2026-11-20.
    pub from: Option<String>,
    /// The last day.
    pub to: Option<String>,
    /// Words in what is told of it.
    pub text: Option<String>,
}

/// A thing that events concern.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ObjectRef {
    /// What sort of thing, as the trail names it.
    pub kind: String,
    /// Which.
    pub id: String,
}

/// Which part of the trail.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrailRequest {
    /// Which events.
    #[serde(default)]
    pub filter: TrailFilter,
    /// Only entries with a smaller number; `None` begins at the newest.
    pub before: Option<i64>,
    /// How many.
    pub limit: u32,
}

/// A part of the trail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrailView {
    /// Newest first.
    pub entries: Vec<TrailEntry>,
    /// How many there are in the whole trail.
    pub total: i64,
    /// The hash of the newest of the whole trail.
    pub head: Option<String>,
}

/// An entry of the trail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrailEntry {
    /// Its number.
    pub seq: i64,
    /// When.
    pub at: String,
    /// Who.
    pub actor: String,
    /// The second person of a two-person act.
    pub second: Option<String>,
    /// What, for programs.
    pub kind: String,
    /// What, for people, in a word.
    pub label: String,
    /// What, for people.
    pub sentence: String,
    /// Its hash.
    pub hash: String,
}

/// Every event that a filter lets through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrailFound {
    /// How many.
    pub count: i64,
    /// Their numbers, newest first, as runs without gaps: first and last, the first being the greater.
    pub runs: Vec<(i64, i64)>,
    /// What the filter says, for people: what the list is headed with.
    pub heading: String,
    /// How many there are in the whole trail.
    pub total: i64,
    /// The hash of the newest of the whole trail.
    pub head: Option<String>,
}

/// What a filter may choose among.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrailChoices {
    /// Everybody who ever did something.
    pub people: Vec<Choice>,
    /// Everything that ever happened.
    pub kinds: Vec<Choice>,
    /// The sorts of things that events concern.
    pub objects: Vec<Choice>,
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Choice {
    /// For programs.
    pub value: String,
    /// For people.
    pub label: String,
}

/// Which event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrailSeq {
    /// Its number.
    pub seq: i64,
}

/// Everything about one event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrailDetail {
    /// The entry.
    pub entry: TrailEntry,
    /// What belongs to it, in plain words.
    pub facts: Vec<Pair>,
    /// What it concerns.
    pub objects: Vec<TrailObject>,
    /// The hash before it.
    pub previous: Option<String>,
    /// Whether its content gives its hash.
    pub fits: bool,
}

/// A label and its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Pair {
    /// What it is.
    pub label: String,
    /// What it says.
    pub value: String,
}

/// A thing that an event concerns, and what people call it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrailObject {
    /// The thing.
    pub object: ObjectRef,
    /// What people call it.
    pub label: String,
}

/// The outcome of a verification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrailVerdict {
    /// Whether everything fits that was looked at.
    pub valid: bool,
    /// After which event it began; 0 for the whole trail.
    pub since: i64,
    /// How many events were looked at.
    pub events: u64,
    /// How many rows.
    pub rows: u64,
    /// The hash of the newest event.
    pub head: Option<String>,
    /// What does not fit, first fault first.
    pub faults: Vec<Failure>,
    /// The events that do not fit.
    pub faulty: Vec<i64>,
    /// Whether somebody stopped it before the end.
    pub stopped: bool,
    /// When it ended.
    pub at: String,
}

/// How far a verification is, and what the last one found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrailProgress {
    /// Whether one is under way.
    pub running: bool,
    /// How many events are done; 0 while the file itself is looked through.
    pub done: u64,
    /// How many there are.
    pub total: u64,
    /// What the last one found.
    pub verdict: Option<TrailVerdict>,
}

/// An extract on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrailPaper {
    /// Which events.
    #[serde(default)]
    pub filter: TrailFilter,
    /// Where the paper goes.
    pub to: PaperWay,
}

/// Where what is shown is to be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrailExport {
    /// Which events.
    #[serde(default)]
    pub filter: TrailFilter,
    /// The file; `None` puts it into the office's own `outbox`.
    pub file: Option<String>,
    /// Whether a file of this name may be replaced: whoever chose it was asked.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub overwrite: bool,
}

/// It was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrailExported {
    /// The file.
    pub file: String,
    /// How many events stand in it.
    pub rows: i64,
}

/// Of which days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct FlagsRequest {
    /// The first day.
    pub from: Option<String>,
    /// The last day.
    pub to: Option<String>,
}

/// What the supervisor should look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FlagsView {
    /// How many there are of each.
    pub counts: Vec<FlagCount>,
    /// The events that raise them, newest first; at most as many as one answer holds.
    pub entries: Vec<FlagEntry>,
    /// How many events raise some.
    pub total: i64,
    /// How many of them the supervisor has not seen.
    pub unseen: i64,
}

/// How often something is flagged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FlagCount {
    /// What, for programs.
    pub flag: String,
    /// What, for people.
    pub label: String,
    /// Why it is worth a look.
    pub why: String,
    /// How many events.
    pub count: i64,
    /// How many of them the supervisor has not seen.
    pub unseen: i64,
}

/// An event that raises flags.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FlagEntry {
    /// The event.
    pub entry: TrailEntry,
    /// Its flags, for people.
    pub flags: Vec<String>,
    /// Who of the supervisors has seen it first.
    pub seen: Option<SeenBy>,
}

/// Who has seen it, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SeenBy {
    /// Who.
    pub by: String,
    /// When.
    pub at: String,
}

/// The supervisor has seen these.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FlagsSeen {
    /// The numbers of the events.
    pub events: Vec<i64>,
    /// Of which days the answer is to be.
    #[serde(default)]
    pub period: FlagsRequest,
}
