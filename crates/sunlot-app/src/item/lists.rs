//! The lists that there are: the working list and the editions made from it, and which edition is in force.

use std::collections::BTreeMap;

use sunlot_rules::day::Day;
use sunlot_store::catalog::{self, StoredCatalog};
use sunlot_store::{Connection, item};

use super::document::Document;
use super::edition_wire::{EditionLine, EditionState};
use super::fault::{ItemFault, fault};
use super::labels;
use crate::registry::check::day_of;
use crate::{Desk, Error, Reason, Result};

/// An edition with its number.
#[derive(Clone, Debug)]
pub(super) struct Edition {
    /// What people call it.
    pub number: String,
    pub stored: StoredCatalog,
}

/// The editions in the order in which they were handed in, and the day on which they are looked at.
pub(super) struct Editions {
    pub list: Vec<Edition>,
    today: Day,
}

impl Edition {
    pub fn state(&self) -> Option<EditionState> {
        self.stored.row.state.parse().ok()
    }

    /// Whether it was decided, published or not.
    pub fn ratified(&self) -> bool {
        matches!(
            self.state(),
            Some(EditionState::Ratified | EditionState::Published)
        )
    }

    /// Its items, in the versions that it has them in.
    pub fn items(&self, office: &Connection) -> Result<Vec<Document>> {
        let stored = item::of_edition(office, self.stored.id)?;
        stored.into_iter().map(Document::read).collect()
    }
}

impl Editions {
    pub fn read(office: &Connection, today: Day) -> Result<Self> {
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        let mut list = Vec::new();
        for stored in catalog::all(office)? {
            let year = stored.row.submitted_on.get(..4).unwrap_or_default().to_owned();
            let place = places.entry(year.clone()).or_default();
            *place += 1;
            list.push(Edition {
                number: labels::edition(&year, *place),
                stored,
            });
        }
        Ok(Self { list, today })
    }

    /// The one of this number.
    pub fn require(&self, id: i64) -> Result<&Edition> {
        let found = self.list.iter().find(|edition| edition.stored.id == id);
        found.ok_or_else(|| {
            let asked = id.to_string();
            fault(ItemFault::EditionMissing { asked })
        })
    }

    /// The number that the next one handed in on a day would have.
    pub fn next_number(&self, submitted_on: Day) -> String {
        let year = format!("{:04}", submitted_on.year());
        let there = self
            .list
            .iter()
            .filter(|edition| edition.stored.row.submitted_on.starts_with(&year));
        labels::edition(&year, there.count() + 1)
    }

    /// The one in force: of those that were decided and have begun, the one that began last.
    pub fn in_force(&self) -> Option<&Edition> {
        let begun = |edition: &&Edition| {
            let from = Day::parse(&edition.stored.row.effective_on);
            edition.ratified() && from.is_some_and(|from| from <= self.today)
        };
        let begun = self.list.iter().filter(begun);
        begun.max_by_key(|edition| (edition.stored.row.effective_on.clone(), edition.stored.id))
    }

    /// The one under review.
    pub fn under_review(&self) -> Option<&Edition> {
        self.list
            .iter()
            .find(|edition| edition.state() == Some(EditionState::Submitted))
    }

    /// What the working list is compared with: the edition in force, or else the newest one.
    pub fn compared_with(&self) -> Option<&Edition> {
        self.in_force().or_else(|| self.list.last())
    }

    /// All of them as they are shown, newest first.
    pub fn lines(&self) -> Vec<EditionLine> {
        self.list.iter().rev().map(|edition| self.line(edition)).collect()
    }

    pub fn line(&self, edition: &Edition) -> EditionLine {
        let row = edition.stored.row.clone();
        let in_force = self.in_force().map(|edition| edition.stored.id);
        EditionLine {
            id: edition.stored.id,
            number: edition.number.clone(),
            title: row.title,
            state: labels::state(&row.state),
            items: edition.stored.items,
            submitted_on: row.submitted_on,
            submitted_to: row.submitted_to,
            returned_on: row.returned_on,
            returned_for: row.returned_for,
            ratified_by: row.ratified_by,
            ratified_on: row.ratified_on,
            ratified_no: row.ratified_no,
            effective_on: row.effective_on,
            published_on: row.published_on,
            channels: row.channels,
            in_force: in_force == Some(edition.stored.id),
            reason: row.reason,
        }
    }

    /// What a list is called: an edition by its number.
    pub fn name_of(&self, edition: Option<i64>) -> Result<String> {
        match edition {
            Some(id) => Ok(self.require(id)?.number.clone()),
            None => Ok(labels::WORKING.to_owned()),
        }
    }

    /// The items of a list; of the working list those that are in it.
    pub fn items_of(&self, office: &Connection, edition: Option<i64>) -> Result<Vec<Document>> {
        match edition {
            Some(id) => self.require(id)?.items(office),
            None => {
                let mut items = working(office)?;
                items.retain(Document::listed);
                Ok(items)
            }
        }
    }
}

/// The working list, removed items too.
pub(super) fn working(office: &Connection) -> Result<Vec<Document>> {
    item::all(office)?.into_iter().map(Document::read).collect()
}

impl Desk {
    /// The day it is here, as the rules know one.
    pub(super) fn item_day(&self) -> Result<Day> {
        let today = self.today();
        day_of(today).ok_or_else(|| Error::new(Reason::Internal, today.to_string()))
    }
}
