//! A person with an account, as use cases know one.

use std::collections::BTreeMap;

use sunlot_store::Connection;
use sunlot_store::account::{self, StoredAccount};

use super::check::roles_of;
use super::wire::{PersonView, Role};
use crate::{Result, actor};

/// A person with an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Person {
    /// The account's number.
    pub id: i64,
    /// Its login name.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// What the person does.
    pub roles: Vec<Role>,
    /// Whether the password was set by somebody else and must be changed first.
    pub reset: bool,
}

impl Person {
    /// The person of an account.
    pub(crate) fn of(stored: StoredAccount, reset: bool) -> Self {
        Self {
            id: stored.id,
            roles: roles_of(&stored.row),
            login: stored.row.login,
            name: stored.row.name,
            reset,
        }
    }

    /// As the head of the window shows the person.
    pub(crate) fn view(&self) -> PersonView {
        PersonView {
            login: self.login.clone(),
            name: self.name.clone(),
            roles: self.roles.clone(),
            role_label: Role::labels(&self.roles),
        }
    }
}

/// What people are called, for whoever reads the trail.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Names(BTreeMap<String, String>);

impl Names {
    /// Everybody who ever had an account.
    pub(crate) fn read(office: &Connection) -> Result<Self> {
        let accounts = account::all(office)?;
        Ok(Self(
            accounts
                .into_iter()
                .map(|stored| (stored.row.login, stored.row.name))
                .collect(),
        ))
    }

    /// An actor of the trail as people read it.
    pub(crate) fn told(&self, in_trail: &str) -> String {
        match actor::login_of(in_trail) {
            Some(login) => self.person(login),
            None => actor::told(in_trail),
        }
    }

    /// A login name with the person's name.
    pub(crate) fn person(&self, login: &str) -> String {
        match self.0.get(login) {
            Some(name) => format!("{name}（{login}）"),
            None => login.to_owned(),
        }
    }
}
