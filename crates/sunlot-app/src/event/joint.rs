//! What events about the partner departments of a task tell.

use serde::{Deserialize, Serialize};

/// Partner departments were asked whom they send, or the answer of one was taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct JointStep {
    /// The task.
    pub task: String,
    /// What it is called.
    pub title: String,
    /// Whether an answer was taken; else they were asked.
    pub taken: bool,
    /// The files: one for each department that was asked, or that of the answer.
    pub papers: Vec<JointPaper>,
    /// How many people the department sends.
    pub people: u32,
    /// How many of them were new.
    pub added: u32,
    /// How many of them changed.
    pub updated: u32,
    /// How many of its people are left out of the task.
    pub left_out: u32,
    /// How many recusals it told.
    pub recusals: u32,
    /// Whether the task was approved, and is a draft again.
    pub reopened: bool,
}

/// A file that went to a department or came from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JointPaper {
    /// Which department.
    pub dept: String,
    /// What it was called.
    pub file: String,
    /// SHA-256 of its bytes.
    pub digest: String,
}

/// One, as tests tell of it.
#[cfg(test)]
pub(super) fn sample() -> super::Kind {
    super::Kind::JointMoved(JointStep {
        task: "RW-0001".to_owned(),
        title: "烟花爆竹零售点抽查".to_owned(),
        taken: true,
        papers: vec![JointPaper {
            dept: "县市场监督管理局".to_owned(),
            file: "联合检查征询表-县市场监督管理局.xlsx".to_owned(),
            digest: "5d".repeat(32),
        }],
        people: 4,
        added: 1,
        updated: 2,
        left_out: 1,
        recusals: 1,
        reopened: true,
    })
}
