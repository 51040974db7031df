//! What is asked and answered about changes of a draw.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::account::Second;
use crate::registry::Told;

/// A change of a draw.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct DrawAmend {
    /// Which ceremony.
    #[ts(type = "number")]
    pub id: i64,
    /// What is changed: `drop-target`, `inspector-out`, `inspector-in`, `recuse`, `fill`, `cancel` or `withdraw`.
    pub kind: String,
    /// The row, as A-0371.
    pub place: String,
    /// Whether the next one in line takes the row's place.
    pub replace: bool,
    /// The inspector, by certificate.
    pub inspector: String,
    /// The change that is taken back, from 1.
    #[ts(type = "number | null")]
    pub of: Option<u32>,
    /// The reason, by its code.
    pub code: String,
    /// What happened.
    pub reason: String,
    /// Files that prove it, by their paths.
    pub evidence: Vec<String>,
    /// The supervisor; not for one that is only tried out, nor for a preview.
    #[ts(optional)]
    pub second: Option<Second>,
}

/// What a change would come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AmendPreview {
    /// What is changed, in a sentence.
    pub told: String,
    /// The rows that are no longer the same.
    pub rows: Vec<AmendedRow>,
    /// Places in crews that nobody fills afterwards.
    pub unfilled: Vec<String>,
    /// How many rows stand afterwards.
    pub standing: u32,
}

/// A row before and after a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AmendedRow {
    /// What it was; empty: it did not stand.
    pub before: String,
    /// What it is; empty: it no longer stands.
    pub after: String,
}

/// What can be changed, and why, to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AmendChoices {
    /// What can be changed.
    pub kinds: Vec<AmendKind>,
    /// The inspectors of the draw, and those who came in later.
    pub inspectors: Vec<Told>,
    /// Inspectors who could come in.
    pub borrowed: Vec<Told>,
    /// Whether the profile lets the next in line take the place of a target.
    pub replacement: bool,
}

/// Something that can be changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AmendKind {
    /// Its name, and what people call it.
    pub kind: Told,
    /// The reasons for it.
    pub reasons: Vec<Told>,
}
