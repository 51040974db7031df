//! What a draw is bound to: settled with its seal, or, before that, as task and rules stand now.

use sunlot_store::Connection;

use super::document::{CeremonyDocument, Terms};
use crate::{Desk, Result};

impl Desk {
    /// The terms of a task as it stands now.
    pub(super) fn terms_now(&self, office: &Connection, task: i64) -> Result<Terms> {
        let (names, until, replacement) = self.terms(office, task)?;
        Ok(Terms {
            names,
            until,
            replacement,
        })
    }

    /// The terms of a ceremony of this task.
    pub(super) fn terms_of(
        &self,
        office: &Connection,
        task: i64,
        document: &CeremonyDocument,
    ) -> Result<Terms> {
        match &document.terms {
            Some(terms) => Ok(terms.clone()),
            None => self.terms_now(office, task),
        }
    }

    /// Whether names may leave the room by now: with the draw, or when the visits are over.
    pub(super) fn names_may_leave(&self, terms: &Terms) -> bool {
        terms.names || terms.until < self.today().to_string()
    }
}
