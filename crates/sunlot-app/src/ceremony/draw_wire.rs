//! What is asked and answered about the rows of a draw, and about the folder in which it goes out.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The rows of a draw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DrawRowsRequest {
    /// Which ceremony.
    #[ts(type = "number")]
    pub id: i64,
    /// Whether the rows as they stand now, and not as they were drawn.
    pub standing: bool,
    /// From which row, from 0.
    pub from: u32,
    /// How many.
    pub limit: u32,
}

/// The rows of a draw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DrawRows {
    /// Those that were asked for.
    pub rows: Vec<DrawRow>,
    /// How many there are.
    pub total: u32,
}

/// A row of a draw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DrawRow {
    /// In the order in which they fell, from 1.
    pub order: u32,
    /// The number, as A-0371.
    pub number: String,
    /// What it is called.
    pub name: String,
    /// The target's id.
    pub id: String,
    /// Who goes, by slot.
    pub crew: Vec<DrawCrew>,
}

/// Who takes a place in a crew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DrawCrew {
    /// The place.
    pub role: String,
    /// The name; empty: nobody.
    pub name: String,
    /// The certificate; empty: nobody.
    pub cert: String,
    /// The department.
    pub dept: String,
}

/// To write the published folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct CeremonyPublish {
    /// Which.
    #[ts(type = "number")]
    pub id: i64,
    /// The folder that it is put into, such as a stick; without it the office's outbox.
    #[ts(optional)]
    pub folder: Option<String>,
}

/// The published folder, written and read back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DrawPublished {
    /// Where it is.
    pub folder: String,
    /// What is in it.
    pub files: Vec<String>,
    /// Whether names are in it.
    pub names: bool,
    /// What was done, in a sentence.
    pub told: String,
}
