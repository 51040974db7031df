//! What is asked and answered about the registry of inspectors.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;

use crate::registry::{CountedChoice, FieldView, ListFormat, Membership, Moment, Told};

/// What inspectors are filtered by.
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
pub enum InspectorFacet {
    /// Whom they work for.
    Unit,
    /// In which department.
    Department,
    /// What they are good at.
    Skills,
    /// Whether they are at work.
    Status,
    /// Whether they may be drawn, and why not.
    Draw,
    /// How their certificates stand today.
    Certificate,
    /// Whether they are in the registry.
    Membership,
    /// Whether somebody must still look at something.
    Doubts,
}

/// Which inspectors. What is given must all hold; of several values of a facet one is enough. An empty value means that
/// nothing stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct InspectorFilter {
    /// A part of a name, a certificate's number, a unit or the office's own number.
    pub text: String,
    /// The values that are wanted.
    pub values: BTreeMap<InspectorFacet, Vec<String>>,
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct InspectorSort {
    /// By what.
    pub by: InspectorSortKey,
    /// The greatest first.
    pub descending: bool,
}

/// By what inspectors are sorted.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    TS,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum InspectorSortKey {
    /// The office's own number.
    #[default]
    Number,
    /// The name.
    Name,
    /// The number of the certificate.
    CertNo,
    /// The last day of the certificate that is valid longest.
    CertValidTo,
    /// The unit.
    Unit,
    /// Whether they are at work.
    Status,
}

/// The list, as it is for the day of an inspection.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct InspectorsRequest {
    /// Which inspectors.
    pub filter: InspectorFilter,
    /// In which order.
    pub sort: InspectorSort,
    /// The day of a planned inspection; none: today.
    pub on: Option<String>,
}

/// The list: all of it, for an office has a few hundred inspectors at most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InspectorsView {
    /// The lines.
    pub lines: Vec<InspectorLine>,
    /// How many there are in all.
    pub total: u32,
    /// How many of those that are found may be drawn on that day.
    pub may_be_drawn: u32,
    /// In the whole registry: whose last valid certificate ends within sixty days from today.
    pub expiring: u32,
    /// In the whole registry: who may not be drawn on that day.
    pub barred: u32,
    /// The day.
    pub on: String,
    /// The day, for people.
    pub on_told: String,
    /// How long two should not meet again.
    pub rotation: RotationView,
    /// The event after which the registry stands so.
    pub seq: i64,
    /// What the filter says, for people: what an export is headed with.
    pub heading: String,
}

/// An inspector in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InspectorLine {
    /// The number for programs.
    pub id: i64,
    /// The office's own number, as RY-000012.
    pub number: String,
    /// What they are called.
    pub name: String,
    /// Whether the name has characters that many systems cannot show.
    pub rare: bool,
    /// Whether another in the registry is called the same: the certificate tells them apart (case 43).
    pub same_name: bool,
    /// Up to two certificates.
    pub certificates: Vec<CertificateView>,
    /// Whom they work for.
    pub unit: String,
    /// In which department.
    pub department: String,
    /// Their post.
    pub duty: String,
    /// What they are good at.
    pub skills: String,
    /// Which matters they may inspect.
    pub scope: String,
    /// Whether they are an expert.
    pub expert: bool,
    /// Whether they are at work.
    pub status: Told,
    /// Whether they are in the registry.
    pub membership: Told,
    /// What somebody must still look at.
    pub doubts: Vec<Told>,
    /// Every reason why they may not be drawn on that day; empty: they may.
    pub barred: Vec<Told>,
    /// The last day of the last valid certificate, where that ends within sixty days from today; else empty.
    pub expires_on: String,
    /// How many days that is from today.
    pub expires_in: Option<i32>,
    /// How many conflicts of interest are in force today.
    pub conflicts: u32,
}

/// A certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CertificateView {
    /// Its number.
    pub number: String,
    /// Who gave it out.
    pub issuer: String,
    /// Until when it is valid, for people; empty: nobody knows.
    pub valid_to: String,
    /// How it stands on that day: valid, expiring (within sixty days), expired or unknown.
    pub state: Told,
}

/// Which inspector.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InspectorId {
    /// The number for programs.
    pub id: i64,
}

/// Everything about one inspector.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InspectorView {
    /// As they stand in the list, today.
    pub line: InspectorLine,
    /// The version; what an edit began with.
    pub version: i64,
    /// All of the fields.
    pub fields: Vec<FieldView>,
    /// The conflicts of interest, ended and withdrawn ones too.
    pub conflicts: Vec<ConflictView>,
    /// What happened, newest first.
    pub story: Vec<Moment>,
    /// What is to be said of what was just done; nothing where somebody only looks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<Told>>", optional)]
    pub notices: Vec<Told>,
}

/// A conflict of interest between an inspector and a target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConflictView {
    /// Its number.
    pub id: i64,
    /// Whose.
    pub inspector: i64,
    /// What they are called.
    pub inspector_name: String,
    /// With which target.
    pub target: i64,
    /// The office's own number of the target.
    pub target_number: String,
    /// What the target is called.
    pub target_name: String,
    /// What connects them: kinship, shareholding, former_post, same_case or other.
    pub relation: Told,
    /// More about that.
    pub detail: String,
    /// Who said so.
    pub told_by: String,
    /// From when; empty: from the beginning.
    pub since: String,
    /// Until when; empty: without an end.
    pub until: String,
    /// Whether it is in force today.
    pub in_force: bool,
    /// Whether it was entered by mistake.
    pub withdrawn: bool,
}

/// What a filter and the forms may choose among.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InspectorsChoices {
    /// The facets.
    pub facets: Vec<InspectorFacetChoices>,
    /// The fields of an inspector that does not exist yet, empty or as a new one begins.
    pub fields: Vec<FieldView>,
    /// What may connect an inspector and a target.
    pub relations: Vec<Told>,
}

/// The values of one facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InspectorFacetChoices {
    /// Which.
    pub facet: InspectorFacet,
    /// What people call it.
    pub label: String,
    /// Its values, each with how many inspectors have it.
    pub choices: Vec<CountedChoice>,
}

/// Values of an inspector to be saved: of a new one, or what shall be different.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InspectorSave {
    /// Which inspector; none: a new one.
    pub id: Option<i64>,
    /// The version that was edited.
    pub version: Option<i64>,
    /// The fields by name; what is not named stays.
    pub values: BTreeMap<String, String>,
    /// Whether somebody looked at what was doubtful and found it right.
    #[serde(default)]
    pub confirmed: bool,
    /// Why.
    pub reason: String,
}

/// An inspector to be suspended, removed or taken in again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InspectorMembership {
    /// Which.
    pub id: i64,
    /// The version that was looked at.
    pub version: i64,
    /// Where they shall stand.
    pub membership: Membership,
    /// Why.
    pub reason: String,
}

/// A conflict of interest to be entered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConflictAdd {
    /// Whose.
    pub inspector: i64,
    /// With which target.
    pub target: i64,
    /// What connects them.
    pub relation: String,
    /// More about that.
    #[serde(default)]
    pub detail: String,
    /// Who said so.
    pub told_by: String,
    /// From when; empty: from the beginning.
    #[serde(default)]
    pub since: String,
    /// Until when; empty: without an end.
    #[serde(default)]
    pub until: String,
}

/// A conflict of interest to be ended, or taken back as a mistake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConflictEnd {
    /// Which.
    pub id: i64,
    /// Its last day; empty: it was a mistake from the beginning.
    #[serde(default)]
    pub until: String,
    /// Why.
    pub reason: String,
}

/// The whole register, what is in force first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConflictsView {
    /// The conflicts of interest.
    pub conflicts: Vec<ConflictView>,
}

/// How long two people, or a person and a target, should not meet again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RotationView {
    /// For so many months; 0: there is no rule.
    pub months: u32,
    /// The same in a sentence.
    pub told: String,
}

/// The rule to be set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RotationSave {
    /// For so many months; 0: there is no rule.
    pub months: u32,
    /// Why.
    pub reason: String,
}

/// A list to be written into a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InspectorsExport {
    /// Which inspectors.
    pub filter: InspectorFilter,
    /// In which order.
    pub sort: InspectorSort,
    /// The day of a planned inspection; none: today.
    pub on: Option<String>,
    /// The columns by name, in their order; empty: all.
    pub columns: Vec<String>,
    /// As what sort of file.
    pub format: ListFormat,
    /// The file; none: in the office's outbox.
    pub path: Option<String>,
    /// Whether a file of this name may be replaced: whoever chose it was asked.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub overwrite: bool,
}
