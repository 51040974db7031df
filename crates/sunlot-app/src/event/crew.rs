//! What events about the people of a task tell: who is lent, and who shall stay away from whom.

use serde::{Deserialize, Serialize};

/// An inspector was lent for a task, or given back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoanStep {
    /// The task.
    pub task: String,
    /// The number in the registry; empty: the registry does not have them.
    pub inspector: String,
    /// The name.
    pub name: String,
    /// The number of the certificate.
    pub cert: String,
    /// Who lends them.
    pub office: String,
    /// On what document.
    pub document: String,
    /// From when.
    pub since: String,
    /// Until when.
    pub until: String,
    /// Whether they were given back.
    pub withdrawn: bool,
    /// Why they were given back.
    pub reason: String,
}

/// Somebody asked that an inspector stay away from a target, or it was decided or taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecusalStep {
    /// The task.
    pub task: String,
    /// The target's number.
    pub target: String,
    /// What it is called.
    pub target_name: String,
    /// The inspector's number in the registry; empty: somebody who is lent.
    pub inspector: String,
    /// The inspector's name.
    pub name: String,
    /// Who asked: party, inspector, office.
    pub asked_by: String,
    /// What became of it: open, granted, refused, withdrawn.
    pub state: String,
    /// When.
    pub on: String,
    /// Who decided; empty: nobody yet.
    pub who: String,
    /// Why.
    pub reason: String,
}
