//! What is asked and answered about rule profiles.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;

use crate::registry::{FieldChange, Moment, Told};

/// Everything there is of rule profiles, and what one may be made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RulesView {
    /// Those that were saved, in the order of their numbers.
    pub profiles: Vec<RulesLine>,
    /// What holds where none of them is in force.
    pub built_in: RulesLine,
    /// The one that new tasks take.
    pub in_force: RulesInForce,
    /// Offices whose rules one may begin with.
    pub presets: Vec<RulesPreset>,
    /// Every switch, in the order in which they are shown.
    pub switches: Vec<RulesSwitch>,
    /// The parts that an office's own rules have.
    pub texts: Vec<Told>,
    /// What may be attached.
    pub kinds: Vec<Told>,
}

/// The profile in force; where none is, what is built in, with the number 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RulesInForce {
    /// Its number for programs.
    pub id: i64,
    /// Its version.
    pub version: i64,
    /// The office's own number, as XZ-01.
    pub number: String,
    /// What it is called.
    pub name: String,
    /// Whether it is what is built in.
    pub built_in: bool,
    /// Which holds, in a sentence.
    pub sentence: String,
    /// Everything that it says, in words: what the record of a draw prints.
    pub told: Vec<RulesTold>,
}

/// One thing that a profile says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RulesTold {
    /// About what.
    pub label: String,
    /// What.
    pub value: String,
}

/// A profile in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RulesLine {
    /// Its number for programs; 0: it is built in.
    pub id: i64,
    /// Its version; what an edit began with.
    pub version: i64,
    /// The office's own number, as XZ-01.
    pub number: String,
    /// What it is called.
    pub name: String,
    /// Whether new tasks take it.
    pub in_force: bool,
    /// Whether it may be changed: what is built in never is.
    pub may_change: bool,
    /// The document that it rests on.
    pub basis: String,
    /// In how many switches it departs from what is built in.
    pub differs: u32,
    /// How many files are attached.
    pub attachments: u32,
}

/// An office whose rules one may begin with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RulesPreset {
    /// Which, for programs.
    pub preset: String,
    /// What people call it.
    pub label: String,
    /// The document that it is taken from; empty: none.
    pub source: String,
    /// What that says, in a sentence.
    pub said: String,
    /// Every switch.
    pub values: BTreeMap<String, String>,
    /// In what it departs from what is built in.
    pub differences: Vec<FieldChange>,
}

/// What a switch is set with.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum SwitchKind {
    /// One of the choices.
    One,
    /// Any of the choices, between commas.
    Several,
    /// `yes` or `no`.
    YesNo,
    /// A whole number.
    Number,
    /// A share in percent.
    Share,
}

/// A switch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RulesSwitch {
    /// Its name.
    pub name: String,
    /// What people call it.
    pub label: String,
    /// The part of the page where it stands.
    pub group: String,
    /// What it does, and where that is written.
    pub explanation: String,
    /// What it is set with.
    pub kind: SwitchKind,
    /// What may be chosen; empty: something is typed.
    pub choices: Vec<Told>,
    /// Not less than this; of a share in percent.
    pub min: Option<u32>,
    /// Not more than this; likewise.
    pub max: Option<u32>,
    /// What stands behind the number; empty: nothing.
    pub unit: String,
    /// What a 0 means; empty: what it says.
    pub zero: String,
    /// How it stands where nobody has decided.
    pub default: String,
}

/// Which profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RulesId {
    /// Its number for programs; 0: what is built in.
    pub id: i64,
}

/// Everything about one profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RulesOpened {
    /// As it stands in the list.
    pub line: RulesLine,
    /// Every switch.
    pub values: Vec<RulesValue>,
    /// The texts of the office's own rules, every part of them.
    pub texts: Vec<RulesText>,
    /// The files.
    pub attachments: Vec<RulesAttachment>,
    /// In what it departs from what is built in.
    pub differences: Vec<FieldChange>,
    /// What happened to it, newest first.
    pub story: Vec<Moment>,
    /// What is to be said of what was just done; nothing where somebody only looks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<Told>>", optional)]
    pub notices: Vec<Told>,
}

/// How a switch stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RulesValue {
    /// Which.
    pub name: String,
    /// What people call it.
    pub label: String,
    /// For programs.
    pub value: String,
    /// For people.
    pub told: String,
    /// Whether it departs from what is built in.
    pub differs: bool,
}

/// A part of the office's own rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RulesText {
    /// Which, for programs.
    pub name: String,
    /// What people call it.
    pub label: String,
    /// What it says; empty: nothing.
    pub text: String,
}

/// What an attachment is.
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
pub enum AttachmentKind {
    /// The text of the office's own rules.
    #[default]
    RulesText,
    /// The standards of discretion, for reference.
    Discretion,
}

/// A file that is attached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RulesAttachment {
    /// What it is.
    pub kind: Told,
    /// What people call it.
    pub title: String,
    /// What the file was called.
    pub file: String,
    /// SHA-256 of its bytes.
    pub digest: String,
    /// How many bytes it has.
    pub size: u64,
    /// Whether it still lies in the office folder.
    pub there: bool,
}

/// A profile to be saved: a new one, or what shall be different.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RulesSave {
    /// Which; none: a new one.
    #[serde(default)]
    pub id: Option<i64>,
    /// The version that was edited.
    #[serde(default)]
    pub version: Option<i64>,
    /// What it is called; none: as it is.
    #[serde(default)]
    pub name: Option<String>,
    /// Whether it shall be the one in force; none: as it is.
    #[serde(default)]
    pub in_force: Option<bool>,
    /// The switches by name; what is not named stays.
    #[serde(default)]
    pub values: BTreeMap<String, String>,
    /// The parts of the office's own rules; what is not named stays.
    #[serde(default)]
    pub texts: BTreeMap<String, String>,
    /// The document that it rests on; none: as it is.
    #[serde(default)]
    pub basis: Option<String>,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// A file to be attached.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RulesAttach {
    /// To which profile.
    pub id: i64,
    /// The version that was looked at.
    pub version: i64,
    /// As what.
    pub kind: AttachmentKind,
    /// What it shall be called; empty: as the file is.
    #[serde(default)]
    pub title: String,
    /// Where the file lies.
    pub path: String,
    /// Why.
    pub reason: String,
}

/// A file to be taken away.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RulesDetach {
    /// From which profile.
    pub id: i64,
    /// The version that was looked at.
    pub version: i64,
    /// Which.
    pub digest: String,
    /// Why.
    pub reason: String,
}

/// An attachment to be copied out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RulesAttachmentSave {
    /// Of which profile.
    pub id: i64,
    /// Which.
    pub digest: String,
    /// Where to; none: into the outbox.
    #[serde(default)]
    pub path: Option<String>,
    /// Whether another file of this name may go.
    #[serde(default)]
    pub overwrite: bool,
}

/// Where a copy lies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttachmentSaved {
    /// The file.
    pub path: String,
    /// SHA-256 of its bytes: those that were attached.
    pub digest: String,
}
