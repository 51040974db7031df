//! What is asked and answered about the list of inspection items.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;

use super::edition_wire::{CatalogDiffSums, EditionLine};
use crate::registry::{CountedChoice, FieldView, Membership, Moment, Told};

/// What items are filtered by.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    TS,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ItemFacet {
    /// The group that it belongs to.
    Category,
    /// General or key.
    ItemClass,
    /// The unit that answers for it.
    Unit,
    /// Items that are inspected together.
    MergeGroup,
    /// Whether it may be used, and why not.
    Usable,
    /// Whether it is in the list.
    Membership,
    /// Whether it is a starter that nobody has confirmed.
    Example,
}

/// Which items. What is given must all hold; of several values of a facet one is enough. An empty value means that nothing
/// stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ItemFilter {
    /// A part of a name, a number, a unit or a person.
    pub text: String,
    /// The values that are wanted.
    pub values: BTreeMap<ItemFacet, Vec<String>>,
}

/// The list to be looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ItemsRequest {
    /// Which items.
    #[serde(default)]
    pub filter: ItemFilter,
    /// Which edition; none: the working list.
    #[serde(default)]
    pub edition: Option<i64>,
}

/// The list, whole: it has hundreds of items, not millions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ItemsView {
    /// The items that the filter lets through.
    pub lines: Vec<ItemLine>,
    /// How many items there are in the list; removed ones are not counted.
    pub total: u32,
    /// How many of those may be used.
    pub usable: u32,
    /// How many of those have no code of the list of powers and duties (L-07).
    pub unmapped: u32,
    /// What can be filtered by.
    pub facets: Vec<ItemFacetChoices>,
    /// The editions, newest first.
    pub editions: Vec<EditionLine>,
    /// The edition in force today.
    pub in_force: Option<i64>,
    /// The working list against the edition in force, or else the newest submitted one.
    pub pending: CatalogDiffSums,
    /// The event after which the list stands so.
    pub seq: i64,
    /// What the filter says, for people: what an export is headed with.
    pub heading: String,
}

/// The values of one facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ItemFacetChoices {
    /// Which.
    pub facet: ItemFacet,
    /// What people call it.
    pub label: String,
    /// Its values, each with how many items have it.
    pub choices: Vec<CountedChoice>,
}

/// An item in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ItemLine {
    /// Its number for programs.
    pub id: i64,
    /// The office's own number, as SX-000003.
    pub number: String,
    /// The number that the list itself gives it.
    pub code: String,
    /// The group that it belongs to.
    pub category: String,
    /// What it is called.
    pub name: String,
    /// A part of it.
    pub sub_item: String,
    /// General or key.
    pub item_class: Told,
    /// What is inspected.
    pub target_scope: String,
    /// The tags of the targets that it is for.
    pub tags: String,
    /// How it is inspected.
    pub modes: String,
    /// How many of the targets, in words.
    pub ratio: String,
    /// What was understood of that; empty: nothing.
    pub ratio_read: String,
    /// How often, in words.
    pub frequency: String,
    /// What was understood of that; empty: nothing.
    pub frequency_read: String,
    /// How many legal bases it has.
    pub bases: u32,
    /// How many points are looked at.
    pub check_points: u32,
    /// The unit that answers for it.
    pub unit: String,
    /// The person who answers for it.
    pub person: String,
    /// What an inspector must be able to do.
    pub skill: String,
    /// Items with the same one are inspected together.
    pub merge_group: String,
    /// Whether it is a starter that nobody has confirmed.
    pub example: bool,
    /// Whether it is in the list.
    pub membership: Told,
    /// Why it may not be used; empty: it may.
    pub unusable: Vec<Told>,
    /// What is worth looking at.
    pub remarks: Vec<Told>,
    /// Against the edition in force: added or changed; none: the same.
    pub differs: Option<Told>,
}

/// Which item, and in which list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ItemId {
    /// Its number for programs.
    pub id: i64,
    /// Which edition; none: the working list.
    #[serde(default)]
    pub edition: Option<i64>,
}

/// Everything about one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ItemView {
    /// As it stands in the list.
    pub line: ItemLine,
    /// Its version; what an edit began with.
    pub version: i64,
    /// All of its fields.
    pub fields: Vec<FieldView>,
    /// What law it rests on.
    pub bases: Vec<LegalBasis>,
    /// What is looked at.
    pub check_points: Vec<CheckPoint>,
    /// Who decides the ratio, and within what.
    pub bounds: RatioBounds,
    /// What happened to it, newest first.
    pub story: Vec<Moment>,
    /// What is to be said of what was just done; nothing where somebody only looks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<Told>>", optional)]
    pub notices: Vec<Told>,
}

/// A law that an item rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LegalBasis {
    /// What it is called.
    pub law: String,
    /// Which article.
    #[serde(default)]
    pub article: String,
    /// What the article says.
    #[serde(default)]
    pub text: String,
    /// Since when it is in force; empty: not known.
    #[serde(default)]
    pub valid_from: String,
    /// Until when; empty: until it is abolished.
    #[serde(default)]
    pub valid_to: String,
    /// How it stands today; an answer only, a save passes over it.
    #[serde(default)]
    pub state: Told,
}

/// Something that is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckPoint {
    /// What.
    pub content: String,
    /// How.
    #[serde(default)]
    pub method: String,
    /// What the target has to show.
    #[serde(default)]
    pub materials: String,
}

/// Who decides how many of the targets are inspected, and within what (N-09). In ten-thousandths.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RatioBounds {
    /// This office, or the one above it.
    pub authority: Told,
    /// Not less than this.
    pub min: Option<u32>,
    /// Not more than this.
    pub max: Option<u32>,
    /// The same for people.
    pub told: String,
}

/// Values of an item to be saved: of a new one, or what shall be different.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ItemSave {
    /// Which item; none: a new one.
    pub id: Option<i64>,
    /// The version that was edited.
    pub version: Option<i64>,
    /// The fields by name; what is not named stays.
    pub values: BTreeMap<String, String>,
    /// The legal bases; none: as they are.
    pub bases: Option<Vec<LegalBasis>>,
    /// What is looked at; none: as it is.
    pub check_points: Option<Vec<CheckPoint>>,
    /// Whether somebody compared an example with the law.
    #[serde(default)]
    pub confirmed: bool,
    /// Why.
    pub reason: String,
}

/// An item to be removed or taken in again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ItemMembership {
    /// Which.
    pub id: i64,
    /// The version that was looked at.
    pub version: i64,
    /// Where it shall stand.
    pub membership: Membership,
    /// Why.
    pub reason: String,
}

/// What an item may be made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ItemsChoices {
    /// The fields of an item that does not exist yet.
    pub fields: Vec<FieldView>,
    /// Who may decide a ratio.
    pub authorities: Vec<Told>,
    /// Items to begin with, by trade.
    pub starters: Vec<StarterTrade>,
}

/// Items of one trade to begin with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StarterTrade {
    /// Which, for programs.
    pub trade: String,
    /// What people call it.
    pub label: String,
    /// Its items.
    pub items: Vec<StarterItem>,
}

/// An item to begin with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StarterItem {
    /// Which, for programs.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// What law it rests on.
    pub basis: String,
    /// Whether the working list has it already.
    pub there: bool,
}

/// Starters to be taken into the working list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StartersTake {
    /// Which.
    pub keys: Vec<String>,
    /// Why.
    pub reason: String,
}

/// As what sort of file the list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, EnumString, IntoStaticStr)]
pub enum ItemsFormat {
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
    /// A page for a website.
    #[serde(rename = "html")]
    #[strum(serialize = "html")]
    Html,
}

/// The list as a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ItemsExport {
    /// Which edition; none: the working list.
    #[serde(default)]
    pub edition: Option<i64>,
    /// Which items.
    #[serde(default)]
    pub filter: ItemFilter,
    /// As what.
    pub format: ItemsFormat,
    /// Where; none: among the exports of the office.
    pub path: Option<String>,
    /// Whether a file of this name may be replaced: whoever chose it was asked.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub overwrite: bool,
}
