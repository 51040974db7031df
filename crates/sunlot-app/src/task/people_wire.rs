//! What is asked and answered about the people of a task: who is lent for it, who shall stay away from whom, and which places a
//! crew has.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::registry::Told;

/// A place of a crew, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SlotForm {
    /// What whoever takes it does: lead, assist, joint.
    pub role: String,
    /// The department that it asks for; empty: any.
    pub dept: String,
    /// The skill that it asks for; empty: any.
    pub skill: String,
}

/// An inspector who is left out of a task, as people know them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LeftOutView {
    /// Who, by number.
    #[ts(type = "number")]
    pub inspector: i64,
    /// The office's own number.
    pub number: String,
    /// The name.
    pub name: String,
    /// The department.
    pub dept: String,
    /// On what it rests.
    pub basis: String,
}

/// To borrow an inspector for a task.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskBorrow {
    /// The task.
    #[ts(type = "number")]
    pub task: i64,
    /// Who, by number, where the registry has them.
    #[ts(type = "number", optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inspector: Option<i64>,
    /// Texts by field: name, `cert_no`, `cert_valid_to`, `second_cert_no`, `second_cert_valid_to`, dept, skills, office,
    /// `document_no`, `document_on`, since, until. What the registry knows needs no words.
    pub values: BTreeMap<String, String>,
}

/// To give somebody back who was lent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LoanReturn {
    /// The loan, by number.
    #[ts(type = "number")]
    pub id: i64,
    /// Why.
    pub reason: String,
}

/// Somebody who is lent for a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LoanView {
    /// Its number, from 1.
    #[ts(type = "number")]
    pub id: i64,
    /// Who, by number; 0: the registry does not have them.
    #[ts(type = "number")]
    pub inspector: i64,
    /// The name.
    pub name: String,
    /// The certificates, each with its last day.
    pub certificates: Vec<String>,
    /// The department that they count for.
    pub dept: String,
    /// What they are good at.
    pub skills: String,
    /// Who lends them, and on what document.
    pub lent: String,
    /// From when to when.
    pub period: String,
    /// Whether they were given back.
    pub withdrawn: bool,
    /// Why they were given back.
    pub returned: String,
    /// Why they cannot be drawn as things are.
    pub why_not: Vec<String>,
}

/// To write down that somebody asks an inspector to stay away from a target.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecusalAsk {
    /// The task.
    #[ts(type = "number")]
    pub task: i64,
    /// The target, by number.
    #[ts(type = "number")]
    pub target: i64,
    /// Who of the registry, by number.
    #[ts(type = "number", optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inspector: Option<i64>,
    /// Or whom another unit lends, by the number of the loan.
    #[ts(type = "number", optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub loan: Option<i64>,
    /// Who asks: party, inspector, office.
    pub asked_by: String,
    /// When.
    pub asked_on: String,
    /// Why.
    pub reason: String,
}

/// What the head of the office decided.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecusalDecide {
    /// The request, by number.
    #[ts(type = "number")]
    pub id: i64,
    /// Whether the inspector stays away.
    pub granted: bool,
    /// Who decided.
    pub by: String,
    /// When.
    pub on: String,
    /// Why.
    pub reason: String,
}

/// To take a request back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecusalWithdraw {
    /// The request, by number.
    #[ts(type = "number")]
    pub id: i64,
    /// Why.
    pub reason: String,
}

/// A request that somebody stay away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RequestView {
    /// Its number, from 1.
    #[ts(type = "number")]
    pub id: i64,
    /// The inspector's name.
    pub inspector: String,
    /// The target, by number.
    #[ts(type = "number")]
    pub target: i64,
    /// The office's own number of it.
    pub target_number: String,
    /// What it is called.
    pub target_name: String,
    /// Who asked.
    pub asked_by: Told,
    /// When.
    pub asked_on: String,
    /// Why.
    pub reason: String,
    /// What became of it: open, granted, refused, withdrawn.
    pub state: Told,
    /// Who decided, when and why; empty: nobody yet.
    pub decided: String,
    /// Why it was taken back; empty: it was not.
    pub withdrawn: String,
}
