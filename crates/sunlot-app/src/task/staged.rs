//! A task's pool as the ceremony needs it: its figures for the stage, and with crews for a draw that mans what was drawn before.

use std::sync::Arc;

use sunlot_rules::pool::{Place, key};
use sunlot_store::Connection;

use super::document::TaskDocument;
use super::labels;
use super::pool::{Held, narrow, wide};
use super::source::place;
use crate::ceremony::SealedStratum;
use crate::{Desk, Result};

impl Held {
    /// How many can be drawn.
    pub fn candidates(&self) -> u64 {
        wide(self.pool.size())
    }

    /// How many are left out.
    pub fn excluded_count(&self) -> u64 {
        wide(self.pool.excluded.len())
    }

    /// How many are drawn.
    pub fn quota(&self) -> u64 {
        self.drawn().iter().map(|(_, drawn)| drawn.quota).sum()
    }

    /// The names of what is inspected.
    pub fn item_names(&self) -> Vec<String> {
        self.source.items.iter().map(|item| item.name.clone()).collect()
    }

    /// What each stratum comes to, as it is shown outside: by its neutral name.
    pub fn stage_strata(&self) -> Vec<SealedStratum> {
        let strata = self.drawn().into_iter().enumerate();
        strata
            .map(|(at, (rule, drawn))| SealedStratum {
                key: key(at).map(String::from).unwrap_or_default(),
                label: rule.label.clone(),
                size: narrow(drawn.size),
                quota: narrow(drawn.quota),
                reserve: narrow(drawn.reserve),
                chance: labels::chance(drawn.quota, drawn.size),
            })
            .collect()
    }
}

impl Desk {
    /// The pool of a task whose crews are drawn now, though they were to be drawn later.
    pub(crate) fn pool_with_crews(&self, office: &Connection, task: i64) -> Result<Arc<Held>> {
        let stored = super::acts::require(office, task)?;
        let mut document = TaskDocument::read(&stored.row)?;
        document.crew.later = false;
        Ok(Arc::new(self.pool_made(office, Some(task), document)?))
    }

    /// The list of a draw that mans what was drawn before: exactly those targets, by stratum and number, whatever became of them in the registry
    /// since.
    pub(crate) fn pool_of_drawn(
        &self,
        office: &Connection,
        task: i64,
        drawn: &[(String, i64)],
    ) -> Result<Arc<Held>> {
        let stored = super::acts::require(office, task)?;
        let mut document = TaskDocument::read(&stored.row)?;
        document.crew.later = false;
        let mut held = self.pool_made(office, Some(task), document)?;
        let pool = &mut held.pool;
        pool.places.fill(Place::Fallen);
        pool.excluded.clear();
        pool.exceptions.clear();
        pool.outside.clear();
        for (at, members) in pool.strata.iter_mut().enumerate() {
            let here = key(at).map(String::from).unwrap_or_default();
            let drawn = drawn.iter().filter(|(stratum, _)| *stratum == here);
            *members = drawn.filter_map(|(_, number)| place(*number)).collect();
            for member in members {
                if let (Some(known), Ok(at)) = (pool.places.get_mut(*member), u8::try_from(at)) {
                    *known = Place::In(at);
                }
            }
        }
        Ok(Arc::new(held))
    }
}
