//! What events are made of beside names and numbers.

use serde::{Deserialize, Serialize};
use sunlot_store::trail::Head;

use crate::account::{Person, Role};

/// A place in the history of an office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrailPoint {
    /// The number of the event.
    pub seq: i64,
    /// Its hash.
    pub head: String,
}

impl From<Head> for TrailPoint {
    fn from(head: Head) -> Self {
        Self {
            seq: head.seq,
            head: head.head.to_string(),
        }
    }
}

/// An account as an event tells of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeAccount {
    /// Its login name.
    pub login: String,
    /// The person's name at that time.
    pub name: String,
    /// What the person does from then on.
    pub roles: Vec<Role>,
}

impl MadeAccount {
    pub(crate) fn of(person: &Person) -> Self {
        Self {
            login: person.login.clone(),
            name: person.name.clone(),
            roles: person.roles.clone(),
        }
    }
}

/// What became of a roster's rows. `read` is the sum of the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterSums {
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
}
