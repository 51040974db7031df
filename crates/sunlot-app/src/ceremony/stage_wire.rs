//! What the stage shows: one picture of the recorded state, and nothing that could be pressed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::wire::{DrawRow, SealedStratum};

/// To move the stage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct StageShow {
    /// Which ceremony.
    #[ts(type = "number")]
    pub id: i64,
    /// Which picture: `prepare`, `seal`, `witness`, `draw`, `crew`, `result`, `check`, `archive` or `void`; empty: the one that belongs to
    /// where it stands.
    pub step: String,
    /// How far it is played: rows that have fallen, or the page of a table from 0.
    pub place: u32,
    /// How long one row is played, in milliseconds; 0: it stands there at once.
    pub pace: u32,
}

/// To show a number while it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct StageTyping {
    /// Which ceremony.
    #[ts(type = "number")]
    pub id: i64,
    /// Which seat, from 1.
    pub seat: u32,
    /// What stands in the box.
    pub digits: String,
}

/// The picture on the stage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StageView {
    /// Which picture; `idle` where there is none.
    pub step: String,
    /// How far it is played.
    pub place: u32,
    /// How long one row is played, in milliseconds.
    pub pace: u32,
    /// Changes whenever another ceremony is shown.
    #[ts(type = "number")]
    pub ceremony: i64,
    /// The office.
    pub office: String,
    /// What is drawn.
    pub title: String,
    /// What is inspected.
    pub items: Vec<String>,
    /// Which draw, and which try of its task.
    pub told: String,
    /// The earlier draws of the task that were given up, with their reasons.
    pub earlier: Vec<String>,
    /// Whether it is only tried out.
    pub rehearsal: bool,
    /// Whether a draw of the past is shown once more.
    pub replay: bool,
    /// Whether names may be shown; else numbers alone.
    pub names: bool,
    /// Pictures in their order, with where the ceremony stands: name, label, `done`, `now` or `next`.
    pub steps: Vec<super::wire::StepView>,
    /// The strata.
    pub strata: Vec<SealedStratum>,
    /// How many can be drawn.
    pub candidates: u32,
    /// How many are drawn.
    pub quota: u32,
    /// How many are left out.
    pub excluded: u32,
    /// What was sealed.
    pub seal: Option<StageSeal>,
    /// The seats.
    pub seats: Vec<StageSeat>,
    /// What falls now, and what has fallen.
    pub draw: Option<StageDraw>,
    /// A page of the result.
    pub page: Option<StagePage>,
    /// What to type on another computer, and what must appear there.
    pub check: Vec<StageFact>,
    /// Why it was given up; empty: it was not.
    pub void: String,
    /// How the picture is to be sized.
    pub screen: StageScreen,
}

/// What was sealed, for photographs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StageSeal {
    /// The short code: eight groups of four.
    pub code: Vec<String>,
    /// The commitment: sixteen groups of four.
    pub commitment: Vec<String>,
    /// When.
    pub at: String,
    /// The commitment as a QR code, row by row; `1` is dark.
    pub qr: Vec<String>,
    /// The seed, once all numbers are there: groups of four; empty before.
    pub seed: Vec<String>,
}

/// A seat on the stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StageSeat {
    /// From 1.
    pub seat: u32,
    /// What the witness is.
    pub role: String,
    /// The name that everybody sees.
    pub alias: String,
    /// Whether the card lies face down.
    pub card: bool,
    /// The number, as far as it was typed.
    pub digits: String,
    /// Whether it is being typed now.
    pub typing: bool,
    /// Whether the seat confirmed it.
    pub confirmed: bool,
    /// Whether the card was not opened.
    pub refused: bool,
    /// Numbers that were typed before and corrected.
    pub corrected: Vec<String>,
}

/// What falls, and what has fallen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StageDraw {
    /// How many rows there are.
    pub total: u32,
    /// The row that falls now or fell last; none before the first.
    pub now: Option<DrawRow>,
    /// Its stratum.
    pub stratum: Option<SealedStratum>,
    /// Whether there is nothing to roll: one candidate is left, or all are drawn.
    pub order_only: bool,
    /// Numbers and names to roll through: still undrawn candidates of the stratum, none of them twice.
    pub rolling: Vec<StageName>,
    /// The last rows that have fallen, the newest first.
    pub fallen: Vec<DrawRow>,
    /// How many have fallen of each stratum.
    pub progress: Vec<StageProgress>,
}

/// A candidate that rolls by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StageName {
    /// The number, as A-0371.
    pub number: String,
    /// The name; empty where numbers stand alone.
    pub name: String,
}

/// How far a stratum has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StageProgress {
    /// Its key.
    pub key: String,
    /// What it is called.
    pub label: String,
    /// How many have fallen.
    pub done: u32,
    /// How many fall in all.
    pub quota: u32,
}

/// A page of the result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StagePage {
    /// From 1.
    pub page: u32,
    /// How many there are.
    pub pages: u32,
    /// The rows.
    pub rows: Vec<DrawRow>,
    /// How many rows there are in all.
    pub total: u32,
    /// The digest of the record: sixteen groups of four.
    pub digest: Vec<String>,
    /// The same as a QR code.
    pub qr: Vec<String>,
}

/// Something to hold against paper or another screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StageFact {
    /// What it is called.
    pub label: String,
    /// What it is.
    pub value: String,
}

/// How the picture is to be sized.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StageScreen {
    /// How wide the picture is, in centimetres.
    pub width_cm: u32,
    /// How far away the last witness sits, in centimetres.
    pub distance_cm: u32,
}
