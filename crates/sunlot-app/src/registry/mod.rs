//! What the list and the two registries have in common when they are shown: words for people, fields of a form, and what
//! happened to an entry. What an entry is, each of them knows.

pub(crate) mod check;
pub(crate) mod export;
mod facet;
pub(crate) mod labels;
pub(crate) mod limits;
pub(crate) mod story;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};
use ts_rs::TS;

use crate::ProblemView;

pub use facet::Facet;

/// A value with what people call it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Told {
    /// For programs; empty: nothing stands there.
    pub value: String,
    /// For people.
    pub label: String,
}

/// Something to choose, and how many have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CountedChoice {
    /// For programs; empty: nothing stands there.
    pub value: String,
    /// For people.
    pub label: String,
    /// How many.
    pub count: u32,
}

/// One field of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldView {
    /// Its name.
    pub field: String,
    /// What people call it.
    pub label: String,
    /// The part of the form where it stands.
    pub group: String,
    /// What stands there.
    pub value: String,
    /// The same for people.
    pub shown: String,
    /// What may be chosen; empty: anything may be typed.
    pub choices: Vec<Told>,
    /// Whether it is a date.
    pub date: bool,
    /// Whether it must be filled.
    pub required: bool,
    /// Whether it may be filled in for many entries at once.
    pub bulk: bool,
}

/// What a field said and says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldChange {
    /// Its name.
    pub field: String,
    /// What people call it.
    pub label: String,
    /// What it said.
    pub before: String,
    /// What it says.
    pub after: String,
}

/// One thing that happened to an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Moment {
    /// When.
    pub at: String,
    /// Who.
    pub by: String,
    /// What.
    pub sentence: String,
    /// Field by field.
    pub changes: Vec<FieldChange>,
    /// Its number in the trail.
    pub seq: i64,
}

/// What stands in the way of saving.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FormChecked {
    /// Every problem with its field.
    pub problems: Vec<ProblemView>,
}

/// Where an entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, EnumString, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Membership {
    /// In the registry.
    In,
    /// For a time it takes part in no draw.
    Suspended,
    /// It does not belong to the registry any more.
    Removed,
}

/// As what sort of file a list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, EnumString, IntoStaticStr)]
pub enum ListFormat {
    /// A workbook.
    #[serde(rename = "xlsx")]
    #[strum(serialize = "xlsx")]
    Xlsx,
    /// Lines with commas, in UTF-8 with its mark.
    #[serde(rename = "csv")]
    #[strum(serialize = "csv")]
    Csv,
    /// The same in GB 18030.
    #[serde(rename = "csv_gb18030")]
    #[strum(serialize = "csv_gb18030")]
    CsvGb18030,
}
