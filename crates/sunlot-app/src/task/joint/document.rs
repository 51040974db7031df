//! What a partner department said, as a task keeps it.

use serde::{Deserialize, Serialize};

use crate::task::document::Crew;

/// What one department said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Answer {
    /// Which.
    pub dept: String,
    /// What its file was called.
    pub file: String,
    /// SHA-256 of that file in lower-case hex.
    pub digest: String,
    /// On which day it was taken.
    pub on: String,
    /// Whom it sends.
    pub people: Vec<Sent>,
    /// Who of them stays away from which target.
    pub stays: Vec<Stay>,
}

/// Somebody whom a department sends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sent {
    /// Who, by number in the registry.
    pub inspector: i64,
    /// So many targets they take at most; none: nothing was said.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cap: Option<u32>,
}

/// Somebody who stays away from a target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Stay {
    /// Who, by number in the registry.
    pub inspector: i64,
    /// From which target.
    pub target: i64,
    /// Why.
    pub reason: String,
}

impl Answer {
    /// Whether another says the same, on whatever day it was taken.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let dated = |answer: &Self| Self {
            on: String::new(),
            ..answer.clone()
        };
        dated(self) == dated(other)
    }
}

/// What a form does not have stays as it was, as long as the department takes part.
pub(crate) fn kept(before: &Crew, after: &mut Crew) {
    let answers = before.answers.iter();
    after.answers = answers
        .filter(|answer| after.joint && after.partners.contains(&answer.dept))
        .cloned()
        .collect();
}
