//! What is asked and answered about ceremonies and draws.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use super::draw_wire::{CeremonyPublish, DrawCrew, DrawPublished, DrawRow, DrawRows, DrawRowsRequest};
use super::paper_wire::OfferedPaper;
use crate::ProblemView;
use crate::account::{Second, Typed};
use crate::registry::Told;

/// Which ceremony.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CeremonyId {
    /// Its number, from 1.
    #[ts(type = "number")]
    pub id: i64,
}

/// The ceremonies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CeremoniesView {
    /// All of them, the newest first.
    pub lines: Vec<CeremonyLine>,
    /// The tasks that can be drawn now.
    pub tasks: Vec<DrawableTask>,
    /// The formal one that is under way.
    #[ts(type = "number | null")]
    pub open: Option<i64>,
    /// The one under way that is only tried out.
    #[ts(type = "number | null")]
    pub rehearsing: Option<i64>,
}

/// A ceremony in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CeremonyLine {
    /// Its number, from 1.
    #[ts(type = "number")]
    pub id: i64,
    /// Which draw it is, in words; of one that is not sealed yet, that it is being prepared.
    pub label: String,
    /// The name of the draw; empty: nothing was sealed.
    pub draw: String,
    /// What it is of.
    pub title: String,
    /// The number of the task.
    pub task_no: String,
    /// Whether it is only tried out.
    pub rehearsal: bool,
    /// How far it has come.
    pub state: Told,
    /// When it was sealed; empty: it was not.
    pub sealed_at: String,
    /// The short code; empty: nothing was sealed.
    pub code: String,
    /// How many were changed afterwards.
    pub amendments: u32,
}

/// A task that can be drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DrawableTask {
    /// Its number, from 1.
    #[ts(type = "number")]
    pub id: i64,
    /// Its number and name, for people.
    pub label: String,
    /// Whether it may be drawn formally: it was approved.
    pub formal: bool,
}

/// To begin a ceremony.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct CeremonyPrepare {
    /// Of which task.
    #[ts(type = "number")]
    pub task: i64,
    /// Whether it is only tried out.
    pub rehearsal: bool,
    /// The ceremony whose drawn targets are to be manned now.
    #[ts(type = "number | null")]
    pub basis: Option<i64>,
}

/// A seat as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct SeatForm {
    /// What the witness is.
    pub role: String,
    /// The name that everybody sees; empty: a witness by the number of the seat.
    pub alias: String,
    /// The name.
    pub name: String,
    /// Where the witness comes from.
    pub unit: String,
    /// Whether the witness agrees to be named.
    pub shown: bool,
}

/// Who sits where, and how it is held.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct CeremonySave {
    /// Which.
    #[ts(type = "number")]
    pub id: i64,
    /// The version that was edited.
    #[ts(type = "number")]
    pub version: i64,
    /// `full` with witnesses, or `simple` with a public number.
    pub way: String,
    /// Where.
    pub place: String,
    /// The seats; of a simple one none.
    pub seats: Vec<SeatForm>,
    /// The public number of a simple one, so that anybody can look it up.
    pub public_source: String,
    /// The day on which it comes out.
    pub public_date: String,
    /// How wide the picture on the wall is, in centimetres; empty: 250.
    pub width_cm: String,
    /// How far away the last witness sits, in centimetres; empty: 600.
    pub distance_cm: String,
}

/// To give a preparation up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CeremonyDrop {
    /// Which.
    #[ts(type = "number")]
    pub id: i64,
    /// Why.
    pub reason: String,
}

/// To seal.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct CeremonySeal {
    /// Which.
    #[ts(type = "number")]
    pub id: i64,
    /// The digits that the seats have just drawn.
    pub challenge: String,
    /// The supervisor; not for one that is only tried out.
    #[ts(optional)]
    pub second: Option<Second>,
}

/// To lay a card down, or to take it up again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CeremonyCard {
    /// Which ceremony.
    #[ts(type = "number")]
    pub id: i64,
    /// Which seat, from 1.
    pub seat: u32,
    /// Whether it lies face down.
    pub down: bool,
}

/// To type a number, or to confirm it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct CeremonyNumber {
    /// Which ceremony.
    #[ts(type = "number")]
    pub id: i64,
    /// Which seat, from 1.
    pub seat: u32,
    /// The digits; empty when typing: the card is not opened.
    pub digits: String,
}

/// To give a sealed draw up.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct CeremonyVoid {
    /// Which.
    #[ts(type = "number")]
    pub id: i64,
    /// The reason, by its code.
    pub code: String,
    /// What happened.
    pub reason: String,
    /// The supervisor; not for one that is only tried out.
    #[ts(optional)]
    pub second: Option<Second>,
}

/// To write down what was said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct CeremonyNote {
    /// Which.
    #[ts(type = "number")]
    pub id: i64,
    /// `objection` or `opinion`.
    pub kind: String,
    /// Who said it.
    pub who: String,
    /// What.
    pub words: String,
}

/// To sign what has ended.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CeremonySign {
    /// Which.
    #[ts(type = "number")]
    pub id: i64,
    /// The passphrase of the station's keys.
    pub passphrase: Typed,
}

/// To put papers and cards away.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct CeremonyArchive {
    /// Which.
    #[ts(type = "number")]
    pub id: i64,
    /// The number of the envelope with the cards.
    pub envelope: String,
    /// Where it is kept.
    pub place: String,
    /// Who answers for it.
    pub person: String,
}

/// A ceremony as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CeremonyView {
    /// It in the list.
    pub line: CeremonyLine,
    /// Its version.
    #[ts(type = "number")]
    pub version: i64,
    /// The task, by its number in the program.
    #[ts(type = "number")]
    pub task: i64,
    /// What it is of, in one line: which draw, which try.
    pub told: String,
    /// The earlier draws of the task that were given up, with their reasons.
    pub earlier: Vec<String>,
    /// The steps, with where it stands.
    pub steps: Vec<StepView>,
    /// What to say now.
    pub prompt: Vec<String>,
    /// What may be done now, by the names of the commands.
    pub may: Vec<String>,
    /// The papers that can be made now, those that are needed first.
    pub papers: Vec<OfferedPaper>,
    /// How it is held.
    pub form: CeremonySave,
    /// The seats.
    pub seats: Vec<SeatView>,
    /// The roles that are offered for seats.
    pub roles: Vec<String>,
    /// How many digits each seat draws.
    pub digits_each: u32,
    /// How many digits there are so far, and whether they are enough.
    pub digits_told: String,
    /// The digits that were drawn before sealing.
    pub challenge: String,
    /// What was sealed.
    pub sealed: Option<SealedView>,
    /// How it ended.
    pub ended: Option<EndedView>,
    /// What was said in the room.
    pub notes: Vec<NoteView>,
    /// Why it can be ended no more, and only be written off; empty: it can.
    pub lost: String,
    /// Why a draw can be given up, to choose from.
    pub void_reasons: Vec<Told>,
    /// Why it was given up; empty: it was not.
    pub void: String,
    /// Where papers and cards are; empty: nowhere yet.
    pub archive: String,
    /// Minutes that it is likely to take.
    pub minutes: u32,
}

/// A step of the ceremony.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepView {
    /// Its name.
    pub step: String,
    /// What people call it.
    pub label: String,
    /// `done`, `now` or `next`.
    pub state: String,
}

/// A seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SeatView {
    /// From 1.
    pub seat: u32,
    /// What the witness is.
    pub role: String,
    /// The name that everybody sees.
    pub alias: String,
    /// Whether the card lies face down.
    pub card: bool,
    /// Every number that was typed, the last one counts.
    pub entries: Vec<EntryView>,
    /// The last number; empty: none.
    pub digits: String,
    /// Whether it is confirmed.
    pub confirmed: bool,
    /// Whether the card was not opened.
    pub refused: bool,
    /// What is striking about the number.
    pub warnings: Vec<String>,
}

/// A number as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EntryView {
    /// The digits; empty: the card was not opened.
    pub digits: String,
    /// When.
    pub at: String,
    /// Whether it stands.
    pub stands: bool,
}

/// What was sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SealedView {
    /// The name of the draw.
    pub draw: String,
    /// When.
    pub at: String,
    /// The commitment, 64 hex digits.
    pub commitment: String,
    /// The short code, eight groups of four.
    pub code: String,
    /// The fingerprint of the station.
    pub fingerprint: String,
    /// The strata.
    pub strata: Vec<SealedStratum>,
    /// How many can be drawn.
    pub candidates: u32,
    /// How many are drawn.
    pub quota: u32,
    /// How many are left out.
    pub excluded: u32,
    /// How many inspectors there are.
    pub inspectors: u32,
}

/// A stratum as it was sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SealedStratum {
    /// Its key.
    pub key: String,
    /// What it is called outside the office.
    pub label: String,
    /// How many it has.
    pub size: u32,
    /// How many are drawn.
    pub quota: u32,
    /// How many stand by.
    pub reserve: u32,
    /// The chance of each, in words.
    pub chance: String,
}

/// How a draw ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EndedView {
    /// `drawn` or `void`.
    pub outcome: String,
    /// When.
    pub at: String,
    /// The digest of the record.
    pub digest: String,
    /// The digest after the last change.
    pub latest: String,
    /// How many were drawn.
    pub selected: u32,
    /// How many stand by.
    pub reserves: u32,
    /// How many rows stand now.
    pub standing: u32,
    /// Places in crews that nobody fills, with what to do.
    pub unfilled: Vec<String>,
    /// What was changed afterwards.
    pub amendments: Vec<AmendmentView>,
    /// Whether it is signed by the station, and all changes with it.
    pub signed: bool,
}

/// A change after the draw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AmendmentView {
    /// From 1.
    pub number: u32,
    /// What was changed.
    pub told: String,
    /// Why.
    pub reason: String,
    /// When.
    pub at: String,
    /// Whether it counts.
    pub counts: bool,
    /// The names of the files that prove it.
    pub evidence: Vec<String>,
}

/// Something that was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoteView {
    /// Of what kind.
    pub kind: Told,
    /// Who.
    pub who: String,
    /// What.
    pub words: String,
    /// When.
    pub at: String,
}

/// What is to be looked at before sealing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CeremonyChecklist {
    /// One line for each.
    pub lines: Vec<CheckLine>,
    /// Everything that keeps it from being sealed.
    pub problems: Vec<ProblemView>,
}

/// Something to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckLine {
    /// Its name.
    pub name: String,
    /// What people call it.
    pub label: String,
    /// `good`, `warn`, `bad`, or `hand`: people look at it themselves.
    pub state: String,
    /// What was found.
    pub told: String,
}
