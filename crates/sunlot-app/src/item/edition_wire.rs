//! What is asked and answered about the editions of the list of items.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;

use crate::ProblemView;
use crate::registry::{FieldChange, Moment, Told};

/// How far an edition has come.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum EditionState {
    /// It was handed in.
    Submitted,
    /// It was sent back; a new submission makes a new edition.
    Returned,
    /// It was decided.
    Ratified,
    /// It was made public.
    Published,
}

/// An edition of the list: what was handed in together. But for how far it has come nothing of it ever changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EditionLine {
    /// Its number for programs.
    pub id: i64,
    /// What people call it: its year and its place in it.
    pub number: String,
    /// What it was handed in as.
    pub title: String,
    /// How far it has come.
    pub state: Told,
    /// How many items it has.
    pub items: u32,
    /// When it was handed in.
    pub submitted_on: String,
    /// To whom.
    pub submitted_to: String,
    /// When it was sent back.
    pub returned_on: String,
    /// Why.
    pub returned_for: String,
    /// Who decided it.
    pub ratified_by: String,
    /// When.
    pub ratified_on: String,
    /// The number of the document.
    pub ratified_no: String,
    /// From when on it is in force.
    pub effective_on: String,
    /// When it was made public.
    pub published_on: String,
    /// Where.
    pub channels: String,
    /// Whether it is the one in force today.
    pub in_force: bool,
    /// Why the list was changed, and on what basis (L-10).
    pub reason: String,
}

/// Which edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EditionId {
    /// Its number for programs.
    pub id: i64,
}

/// Everything about one edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EditionView {
    /// As it stands among the others.
    pub line: EditionLine,
    /// Its version; what a step began with.
    pub version: i64,
    /// What happened to it, newest first.
    pub story: Vec<Moment>,
}

/// The working list to be handed in for a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EditionSubmit {
    /// What it is called.
    pub title: String,
    /// When.
    pub submitted_on: String,
    /// To whom.
    pub submitted_to: String,
    /// Why the list was changed, and on what basis (L-10).
    pub reason: String,
}

/// An edition to be sent back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EditionReturn {
    /// Which.
    pub id: i64,
    /// The version that was looked at.
    pub version: i64,
    /// When.
    pub returned_on: String,
    /// Why.
    pub reason: String,
}

/// An edition that was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EditionRatify {
    /// Which.
    pub id: i64,
    /// The version that was looked at.
    pub version: i64,
    /// Who decided it.
    pub ratified_by: String,
    /// When.
    pub ratified_on: String,
    /// The number of the document.
    pub ratified_no: String,
    /// From when on it is in force; it may lie ahead.
    pub effective_on: String,
}

/// An edition that was made public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EditionPublish {
    /// Which.
    pub id: i64,
    /// The version that was looked at.
    pub version: i64,
    /// When.
    pub published_on: String,
    /// Where; at least one.
    pub channels: Vec<String>,
}

/// Why the working list cannot be handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CatalogCheck {
    /// Every obstacle; none: it can.
    pub obstacles: Vec<ProblemView>,
    /// What is worth looking at, and stands in nobody's way.
    #[serde(default)]
    #[ts(as = "Option<Vec<ItemRemarks>>", optional)]
    pub remarks: Vec<ItemRemarks>,
}

/// What is worth looking at in an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ItemRemarks {
    /// The office's own number.
    pub number: String,
    /// What it is called.
    pub name: String,
    /// What there is to look at.
    pub remarks: Vec<Told>,
}

/// Two lists to be compared; none: the working list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CatalogDiffRequest {
    /// The one.
    pub before: Option<i64>,
    /// The other.
    pub after: Option<i64>,
}

/// How many items differ between two lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CatalogDiffSums {
    /// Only in the second.
    pub added: u32,
    /// In both, but different.
    pub changed: u32,
    /// Only in the first.
    pub removed: u32,
    /// In both, and the same.
    pub same: u32,
}

/// How two lists differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CatalogDiff {
    /// What people call the one.
    pub before: String,
    /// What people call the other.
    pub after: String,
    /// How many.
    pub sums: CatalogDiffSums,
    /// Item by item, without those that are the same.
    pub items: Vec<ItemDiff>,
}

/// How one item differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ItemDiff {
    /// Its number for programs.
    pub id: i64,
    /// The office's own number.
    pub number: String,
    /// What it is called.
    pub name: String,
    /// Added, changed or removed.
    pub kind: Told,
    /// Field by field.
    pub changes: Vec<FieldChange>,
}
