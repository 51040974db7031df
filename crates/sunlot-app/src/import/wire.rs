//! What is asked and answered while a roster is taken over: looking at the file, comparing it with the registry, accepting
//! it. Between the questions the desk keeps what was read; a number names it.

use crate::registry::{FieldChange, Told};
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;

use super::draft::Weight;

/// Into which registry.
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
pub enum Registry {
    /// The registry of targets.
    Targets,
    /// The registry of inspectors.
    Inspectors,
    /// Visits that were made outside the program.
    Visits,
    /// The list of inspection items.
    Items,
}

/// A roster to be looked at: a file, or what was pasted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportSource {
    /// Into which registry.
    pub registry: Registry,
    /// The file; empty where something was pasted.
    #[serde(default)]
    pub path: String,
    /// What was pasted: tab-separated text or HTML.
    #[serde(default)]
    pub pasted: Option<String>,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportLook {
    /// The number under which the desk keeps it.
    pub import: u32,
    /// The file's name.
    pub file: String,
    /// What sort of file it is, and how its text is written.
    pub format: String,
    /// What a reader should know before going on.
    pub warnings: Vec<ImportWarning>,
    /// Its sheets.
    pub sheets: Vec<SheetLook>,
    /// The sheet that looks most like a roster, as a place in the list.
    pub chosen: usize,
    /// The fields that a column may be read as.
    pub fields: Vec<ImportField>,
    /// Whether the columns are read as they were the last time a roster of this source came.
    pub remembered: bool,
}

/// Something a reader should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportWarning {
    /// What.
    pub message: String,
    /// What to do.
    pub hint: String,
}

/// A sheet as it looks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetLook {
    /// Its place in the file, from 0.
    pub index: u32,
    /// Its name.
    pub name: String,
    /// Whether the file hides it.
    pub hidden: bool,
    /// The first row of the headings, from 1; none where no headings were found.
    pub header: Option<u32>,
    /// Its columns.
    pub columns: Vec<ColumnLook>,
    /// Its first rows, those above the headings too.
    pub rows: Vec<RowLook>,
    /// How many rows the file hides: somebody must say what becomes of them.
    pub hidden_rows: u32,
    /// It looks like a roster of another registry: somebody must say that it is none before it is compared.
    pub other: Option<ImportWarning>,
}

/// A column as it looks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ColumnLook {
    /// Its letters, as a spreadsheet names it.
    pub letters: String,
    /// Its heading; its letters where it has none.
    pub heading: String,
    /// The field it is read as; none: it is left out.
    pub field: Option<String>,
    /// Whether its heading is known. Of one that is not, somebody should say what it is.
    pub known: bool,
    /// Why it is left out, where another column has taken its place; empty: there is none.
    pub note: String,
    /// Some of what stands in it.
    pub samples: Vec<String>,
}

/// A row as it looks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RowLook {
    /// Its number in the file, from 1.
    pub number: u32,
    /// Its cells.
    pub cells: Vec<String>,
    /// What it is taken for: heading, data, or why it is left out.
    pub kind: Told,
}

/// A field that a column may be read as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportField {
    /// Its name.
    pub field: String,
    /// What people call it.
    pub label: String,
    /// Whether a row must have it.
    pub required: bool,
    /// Whether several columns may hold it together.
    pub repeats: bool,
}

/// How a roster is to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, rename_all = "camelCase")]
pub struct ImportReading {
    /// Which sheet; none: the one that looks most like a roster.
    pub sheet: Option<String>,
    /// The first row of the headings, from 1; none: wherever they are found.
    pub header: Option<u32>,
    /// Which column, by its heading or letters, is read as which field; an empty field leaves it out.
    pub columns: BTreeMap<String, String>,
    /// Somebody says that it is a roster of this registry, although its headings look like another's.
    pub kind_confirmed: bool,
    /// What becomes of the rows that the file hides.
    pub hidden_rows: HiddenRows,
    /// What words mean that only this office knows: by field, by word, the value.
    pub words: BTreeMap<String, BTreeMap<String, String>>,
    /// What the roster is called in the registry; empty: it has no name.
    pub source: String,
    /// Which of several rows about one entry counts, where nobody decided.
    pub duplicates: DuplicateRule,
}

/// What becomes of the rows that a file hides (case 38).
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
pub enum HiddenRows {
    /// Somebody must say; until then nothing is taken over.
    #[default]
    Ask,
    /// They are taken like the others.
    Take,
    /// They are left out.
    Skip,
}

/// Which of several rows about one entry counts.
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
pub enum DuplicateRule {
    /// Somebody must decide; until then none does.
    #[default]
    Ask,
    /// The first.
    First,
    /// The last.
    Last,
    /// The first, with what it lacks taken from the others.
    Merge,
    /// None of them.
    Neither,
}

/// A roster that was looked at, to be compared with the registry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportCompare {
    /// Which.
    pub import: u32,
    /// How it is to be read.
    pub reading: ImportReading,
}

/// What would become of a roster's rows. `read` is the sum of the five that follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportCompared {
    /// Which.
    pub import: u32,
    /// The file's name.
    pub file: String,
    /// The sheet.
    pub sheet: String,
    /// Rows that are not blank, below the headings.
    pub read: u32,
    /// New ones.
    pub added: u32,
    /// Ones that change something.
    pub updated: u32,
    /// Ones that say what is known.
    pub same: u32,
    /// Ones that are left out, with a reason.
    pub skipped: u32,
    /// Ones that cannot be taken, with a reason.
    pub errors: u32,
    /// Targets of the registry that this roster does not have. They stay as they are.
    pub missing: u32,
    /// Rows that are taken with something to be looked at afterwards.
    pub doubtful: u32,
    /// Groups of rows about one entry that nobody has decided about.
    pub undecided: u32,
    /// Words whose meaning only the office knows, and of which nobody has said it.
    pub words: Vec<UnknownWord>,
    /// Those of which it was said, now or when a roster of this source came before. Another answer takes its place.
    pub answered: Vec<UnknownWord>,
    /// Columns that are not taken over, but for running numbers.
    pub left_columns: Vec<ColumnLeft>,
    /// Why it cannot be accepted yet; empty: it can.
    pub obstacles: Vec<ImportWarning>,
}

/// A column that is not taken over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ColumnLeft {
    /// Its letters, as a spreadsheet names it.
    pub letters: String,
    /// Its heading.
    pub heading: String,
    /// Why, for programs.
    pub code: String,
    /// Why.
    pub message: String,
    /// What to do.
    pub hint: String,
}

/// A word whose meaning only the office knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnknownWord {
    /// In which field.
    pub field: String,
    /// What people call the field.
    pub label: String,
    /// The word.
    pub word: String,
    /// In how many rows.
    pub count: u32,
    /// What it may mean.
    pub choices: Vec<Told>,
    /// What somebody said that it means; empty: nobody has.
    pub meaning: String,
}

/// What may become of a row.
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
pub enum Fate {
    /// It is new.
    Added,
    /// It changes something.
    Updated,
    /// It says what is known.
    Same,
    /// It is left out.
    Skipped,
    /// It cannot be taken.
    Errors,
    /// It is in the registry and not in the roster. No row at all.
    Missing,
}

/// A part of what would become of the rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportRowsRequest {
    /// Which import.
    pub import: u32,
    /// Of which rows.
    pub fate: Fate,
    /// Only those with something to be looked at.
    #[serde(default)]
    pub doubtful: bool,
    /// The first, from 0.
    #[serde(default)]
    pub from: u32,
    /// How many; at most 500.
    pub limit: u32,
}

/// A part of what would become of the rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportRows {
    /// The rows.
    pub rows: Vec<ImportRow>,
    /// How many there are of this fate.
    pub found: u32,
}

/// What would become of one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportRow {
    /// Its number in the file, from 1; 0 for what is not in it.
    pub number: u32,
    /// Its code, as it stands there.
    pub code: String,
    /// Its name, as it stands there.
    pub name: String,
    /// The entry it is about, as DX-000123 or RY-000012; empty where it is new.
    pub target: String,
    /// What would be different, field by field; of a new one everything.
    pub changes: Vec<FieldChange>,
    /// Why it is left out or cannot be taken, and what somebody must look at.
    pub remarks: Vec<ImportRemark>,
    /// The group of rows about one entry; none where it is alone.
    pub group: Option<u32>,
}

/// What is to be said of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportRemark {
    /// The column's heading; empty: the row as a whole.
    pub column: String,
    /// For programs.
    pub code: String,
    /// What it means for its row.
    pub weight: Weight,
    /// What.
    pub message: String,
    /// What to do.
    pub hint: String,
}

/// Groups of rows about one entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportGroups {
    /// The groups, those first that nobody has decided about.
    pub groups: Vec<ImportGroup>,
}

/// Rows about one entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportGroup {
    /// Its number.
    pub group: u32,
    /// By what they were found to be about one entry, for people.
    pub why: String,
    /// The rows.
    pub rows: Vec<ImportRow>,
    /// What was decided.
    pub decided: Option<DuplicateRule>,
    /// What it was decided as, for people; empty: not yet.
    pub told: String,
}

/// Which rows of a group count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportDecide {
    /// Which import.
    pub import: u32,
    /// Which group; none: all that nobody has decided about.
    pub group: Option<u32>,
    /// Which of its rows.
    pub rule: DuplicateRule,
}

/// Which import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportNumber {
    /// The number under which the desk keeps it.
    pub import: u32,
}

/// A roster to be taken over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportAccept {
    /// Which.
    pub import: u32,
    /// Why it is taken over.
    pub reason: String,
}

/// What was taken over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportDone {
    /// What became of the rows.
    pub sums: ImportCompared,
    /// The event in the trail.
    pub seq: i64,
}

/// How far a reading or comparing is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportProgress {
    /// What is being done, for people.
    pub told: String,
    /// Rows done.
    pub rows: u32,
    /// Rows in a second.
    pub per_second: u32,
}

/// Where a list of problems is to be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportProblems {
    /// Which import.
    pub import: u32,
    /// The file; none: in the office's outbox.
    #[serde(default)]
    pub path: Option<String>,
    /// Whether a file of this name may be replaced: whoever chose it was asked.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub overwrite: bool,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileWritten {
    /// The file.
    pub path: String,
    /// How many rows it has.
    pub rows: u32,
}
