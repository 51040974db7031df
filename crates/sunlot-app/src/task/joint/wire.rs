//! What is asked and answered about partner departments.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::import::ImportRemark;
use crate::registry::{FieldChange, Told};

/// Partner departments that shall be asked whom they send.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskJointSend {
    /// For which task.
    #[ts(type = "number")]
    pub id: i64,
    /// The folder that the files go to; none: the outbox.
    pub folder: Option<String>,
    /// Until when they answer; empty: before the visits begin.
    #[serde(default)]
    pub until: String,
    /// Whether files of these names may be replaced: whoever chose the folder was asked.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub overwrite: bool,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct JointSent {
    /// A file for each department.
    pub files: Vec<JointFile>,
}

/// The file for one department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct JointFile {
    /// Which department.
    pub dept: String,
    /// The file.
    pub path: String,
    /// SHA-256 of its bytes.
    pub digest: String,
    /// How many of its people were known and filled in.
    pub people: u32,
}

/// The file that a department sent back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskJointAnswer {
    /// For which task.
    #[ts(type = "number")]
    pub id: i64,
    /// The file.
    pub path: String,
    /// SHA-256 of the file that was looked at; empty: nobody has looked at it.
    #[serde(default)]
    pub digest: String,
}

/// What would become of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct JointLooked {
    /// The file's name.
    pub file: String,
    /// SHA-256 of its bytes.
    pub digest: String,
    /// The department whose answer it is.
    pub dept: String,
    /// What was found, in a sentence.
    pub told: String,
    /// The people and the recusals, in the order of the file.
    pub rows: Vec<JointRow>,
    /// Who of the department would be left out of the task, each with the reason.
    pub left_out: Vec<Told>,
    /// What else is to be said.
    pub notices: Vec<Told>,
    /// Why it cannot be taken; empty: it can.
    pub obstacles: Vec<String>,
}

/// What would become of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct JointRow {
    /// The sheet.
    pub sheet: String,
    /// Its row there, from 1.
    pub row: u32,
    /// Whom it is about.
    pub name: String,
    /// The office's own number of whom it is about; empty: somebody new.
    pub number: String,
    /// What would become of it: added, updated, same, skipped, errors.
    pub fate: Told,
    /// So many targets at most; empty: nothing was said.
    pub cap: String,
    /// What would be different.
    pub changes: Vec<FieldChange>,
    /// What is to be said of it, with the column.
    pub remarks: Vec<ImportRemark>,
}

/// What a partner of a task said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct JointAnswerView {
    /// The department.
    pub dept: String,
    /// What its file was called; empty: it has not answered.
    pub file: String,
    /// SHA-256 of that file.
    pub digest: String,
    /// When it was taken.
    pub on: String,
    /// In a sentence.
    pub told: String,
    /// Whom it sends, each with the most targets.
    pub people: Vec<String>,
}
