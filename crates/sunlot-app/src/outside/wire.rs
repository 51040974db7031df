//! What is asked and answered about draws that another system made.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ProblemView;
use crate::registry::{FieldView, Moment, Told};

/// The draws of other systems, and what one is registered with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutsideDrawsView {
    /// All of them, the newest first.
    pub lines: Vec<OutsideLine>,
    /// The fields of an empty form.
    pub fields: Vec<FieldView>,
    /// Tasks that one may belong to.
    pub tasks: Vec<Told>,
    /// Items of our list.
    pub items: Vec<Told>,
}

/// A draw of another system in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutsideLine {
    /// Its number, from 1.
    #[ts(type = "number")]
    pub id: i64,
    /// The office's own number of it: WB-0001.
    pub number: String,
    /// What it is marked as wherever it is shown.
    pub mark: String,
    /// The system that drew.
    pub system: String,
    /// The office that drew.
    pub office: String,
    /// The day of the draw.
    pub drawn_on: String,
    /// From when to when the visits are.
    pub period: String,
    /// What is inspected.
    pub items: Vec<String>,
    /// How many targets it drew.
    pub targets: u32,
    /// How many of them are not in our registry.
    pub strangers: u32,
    /// The task that it belongs to; empty: none.
    pub task: String,
    /// Whether it counts.
    pub state: Told,
}

/// Which draw, and which of its rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutsideDrawOpen {
    /// Its number, from 1.
    #[ts(type = "number")]
    pub id: i64,
    /// From which row on.
    #[serde(default)]
    pub from: u32,
}

/// Everything about a draw of another system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutsideDrawView {
    /// The draw in the list.
    pub line: OutsideLine,
    /// Its version.
    #[ts(type = "number")]
    pub version: i64,
    /// Its fields for people.
    pub fields: Vec<FieldView>,
    /// Targets, some hundred of them.
    pub rows: Vec<OutsideRowView>,
    /// From which row on.
    pub from: u32,
    /// The inspectors that it names.
    pub people: Vec<OutsidePerson>,
    /// The file that it was read from.
    pub file: Option<OutsideFile>,
    /// What is to be said.
    pub remarks: Vec<Told>,
    /// As it was typed, to be registered anew.
    pub form: OutsideTake,
    /// What happened to it.
    pub story: Vec<Moment>,
}

/// The file of a draw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutsideFile {
    /// What it was called.
    pub name: String,
    /// Which of its sheets was read.
    pub sheet: String,
    /// SHA-256 of its bytes.
    pub digest: String,
    /// How large it is, for people.
    pub size: String,
    /// Whether it is still in the office folder.
    pub is_there: bool,
}

/// A target of such a draw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutsideRowView {
    /// The row of the file; 0: it was typed.
    pub row: u32,
    /// What stands there as the name.
    pub name: String,
    /// What stands there as the code.
    pub code: String,
    /// What became of it: found, named, chosen, stranger, open.
    pub state: Told,
    /// The target, by number; 0: none.
    #[ts(type = "number")]
    pub target: i64,
    /// The office's own number of it, and what it is called.
    pub known: String,
    /// What is to be said of it.
    pub message: String,
    /// What to do.
    pub hint: String,
}

/// An inspector that such a draw names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutsidePerson {
    /// What stands there as the name.
    pub name: String,
    /// The number of the certificate.
    pub cert_no: String,
    /// Whether it is one of ours: found, stranger, unknown.
    pub state: Told,
    /// The office's own number of the person, and the name.
    pub known: String,
}

/// What a row that was not found is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutsideAnswer {
    /// The row of the file.
    pub row: u32,
    /// A target by number or code; empty: it is not in our registry.
    pub target: String,
}

/// A draw of another system, to be looked at or registered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutsideTake {
    /// Texts by field: system, office, drawn_on, doc_no, from, to, items, note.
    pub values: BTreeMap<String, String>,
    /// Items of our list, by number.
    #[ts(type = "number[]")]
    pub items: Vec<i64>,
    /// The task that it belongs to.
    #[ts(type = "number", optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<i64>,
    /// The file; empty: there is none.
    #[serde(default)]
    pub path: String,
    /// Which of its sheets; empty: the one whose headings are surest.
    #[serde(default)]
    pub sheet: String,
    /// SHA-256 of the file that was looked at; empty: nobody has looked at it.
    #[serde(default)]
    pub digest: String,
    /// Targets that are typed: each by number, code or name.
    #[serde(default)]
    pub targets: Vec<String>,
    /// Inspectors that are typed: each by the number of the certificate.
    #[serde(default)]
    pub inspectors: Vec<String>,
    /// What somebody said of rows that were not found.
    #[serde(default)]
    pub answers: Vec<OutsideAnswer>,
    /// Whether all other rows that were not found are of targets that are not in our registry.
    #[serde(default)]
    pub leave_rest: bool,
}

/// What would be registered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutsideLooked {
    /// The file's name; empty: there is none.
    pub file: String,
    /// SHA-256 of its bytes.
    pub digest: String,
    /// The sheet that was read.
    pub sheet: String,
    /// All sheets.
    pub sheets: Vec<String>,
    /// The columns: what stands above each, and what it was taken for.
    pub columns: Vec<Told>,
    /// What was found, in a sentence.
    pub told: String,
    /// Targets: those that somebody must look at first, and some of the others.
    pub rows: Vec<OutsideRowView>,
    /// How many others there are.
    pub more: u32,
    /// How many somebody must look at.
    pub open: u32,
    /// The inspectors.
    pub people: Vec<OutsidePerson>,
    /// What the file says is inspected.
    pub items: String,
    /// What else is to be said of the file.
    pub notices: Vec<Told>,
    /// What stands in the way.
    pub problems: Vec<ProblemView>,
}

/// A draw that shall count no more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutsideDrawWithdraw {
    /// Which.
    #[ts(type = "number")]
    pub id: i64,
    /// Why.
    pub reason: String,
}

/// The file of a draw, to be saved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutsideDrawFile {
    /// Of which draw.
    #[ts(type = "number")]
    pub id: i64,
    /// Where; none: in the outbox.
    pub path: Option<String>,
    /// Whether a file of this name may be replaced: whoever chose it was asked.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub overwrite: bool,
}
