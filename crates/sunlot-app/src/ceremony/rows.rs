//! The rows of a draw as people read them: numbers with names, and who goes there in which place.

use std::collections::BTreeMap;

use sunlot_draw::amendment::{Amendment, Change, Colleague};
use sunlot_draw::manifest::Slot;
use sunlot_draw::record::{Place, Row};
use sunlot_draw::{Id, Published};

use super::acts::{require, small};
use super::fault::CeremonyFault;
use super::labels;
use super::wire::{DrawCrew, DrawRow, DrawRows, DrawRowsRequest};
use crate::commands::Act;
use crate::registry::Told;
use crate::{Desk, Result};

/// The most rows in one answer.
const MOST_ROWS: u32 = 500;

impl Desk {
    /// Lists the rows of a draw that has ended; of one that was given up what would have been.
    pub fn draw_rows(&self, request: &DrawRowsRequest) -> Result<DrawRows> {
        self.read(Act::DrawRows, |office| {
            let (stored, _) = require(office, request.id)?;
            let state = super::acts::state_of(&stored.row)?;
            let seal = sunlot_store::draw_seal::of_ceremony(office, request.id)?;
            let published = match &seal {
                Some(seal) => self.published(office, seal)?,
                None => None,
            };
            let published = published.ok_or(CeremonyFault::CeremonyStep { state })?;
            let names = Names::of(&published);
            let drawn = published
                .record
                .result
                .as_ref()
                .map_or(&[][..], |result| &result.selected);
            let rows = if request.standing {
                &published.standing
            } else {
                drawn
            };
            let from = usize::try_from(request.from).unwrap_or(usize::MAX);
            let limit = usize::try_from(request.limit.min(MOST_ROWS)).unwrap_or(0);
            let shown = rows.iter().enumerate().skip(from).take(limit);
            Ok(DrawRows {
                rows: shown.map(|(at, row)| names.listed(at, row)).collect(),
                total: small(rows.len()),
            })
        })
    }
}

/// What targets and inspectors of a draw are called.
pub(super) struct Names<'p> {
    published: &'p Published,
    people: BTreeMap<&'p str, Colleague>,
}

impl<'p> Names<'p> {
    pub fn of(published: &'p Published) -> Self {
        let mut people = BTreeMap::new();
        for inspector in &published.record.manifest.inspectors {
            let colleague = Colleague {
                dept: inspector.dept.clone(),
                id: inspector.id.clone(),
                name: inspector.name.clone(),
                skills: inspector.skills.clone(),
            };
            people.insert(&*inspector.id, colleague);
        }
        for entry in &published.amendments {
            if let Change::InspectorIn(colleague) = &entry.amendment.change {
                people.entry(&*colleague.id).or_insert_with(|| colleague.clone());
            }
        }
        Self { published, people }
    }

    /// Somebody of the draw, or who came in later.
    pub fn colleague(&self, id: &str) -> Option<Colleague> {
        self.people.get(id).cloned()
    }

    /// Everybody of the draw, to choose from.
    pub fn inspectors(&self) -> Vec<Told> {
        let all = self.people.values();
        all.map(|person| Told {
            value: person.id.to_string(),
            label: labels::person(&person.name, &person.dept),
        })
        .collect()
    }

    /// What a target is called; empty where only its digest is left.
    pub fn target(&self, place: &Place) -> (&'p str, &'p str) {
        let strata = self.published.record.manifest.strata.iter();
        let stratum = strata.into_iter().find(|stratum| stratum.key == place.stratum);
        let target = stratum.and_then(|stratum| stratum.target(place.number)?.open());
        target.map_or(("", ""), |target| (&*target.name, &*target.id))
    }

    /// The number of a row as it stands on the stage.
    pub fn number(&self, place: &Place) -> String {
        let strata = self.published.record.manifest.strata.iter();
        let size = strata
            .filter(|stratum| stratum.key == place.stratum)
            .map(|stratum| stratum.targets.len())
            .max()
            .unwrap_or(0);
        number_told(&place.stratum, place.number, size)
    }

    fn slots(&self, place: &Place) -> &'p [Slot] {
        let strata = self.published.record.manifest.strata.iter();
        let stratum = strata.into_iter().find(|stratum| stratum.key == place.stratum);
        stratum.map_or(&[], |stratum| &stratum.slots)
    }

    /// A row in a table.
    pub fn listed(&self, at: usize, row: &Row) -> DrawRow {
        let (name, id) = self.target(&row.place);
        let crew = self.slots(&row.place).iter().zip(&row.crew);
        DrawRow {
            order: small(at + 1),
            number: self.number(&row.place),
            name: name.to_owned(),
            id: id.to_owned(),
            crew: crew.map(|(slot, id)| self.placed(slot, id.as_ref())).collect(),
        }
    }

    fn placed(&self, slot: &Slot, id: Option<&Id>) -> DrawCrew {
        let person = id.and_then(|id| self.people.get(&**id));
        DrawCrew {
            role: slot.role.to_string(),
            name: person.map_or_else(String::new, |person| self.name(person)),
            cert: id.map_or_else(String::new, ToString::to_string),
            dept: person.map_or_else(String::new, |person| person.dept.to_string()),
        }
    }

    /// What somebody is called; of two of one name by what tells them apart.
    fn name(&self, person: &Colleague) -> String {
        let others = self
            .people
            .values()
            .filter(|other| other.name == person.name && other.id != person.id);
        let mut alike = others.peekable();
        if alike.peek().is_none() {
            return person.name.to_string();
        }
        if person.dept.is_empty() || alike.any(|other| other.dept == person.dept) {
            labels::by_number(&person.name, &person.id)
        } else {
            labels::person(&person.name, &person.dept)
        }
    }

    /// A row in a sentence.
    pub fn row(&self, row: &Row) -> String {
        let (name, _) = self.target(&row.place);
        let crew = self.slots(&row.place).iter().zip(&row.crew);
        let crew: Vec<String> = crew
            .map(|(slot, id)| {
                let person = id.as_ref().and_then(|id| self.people.get(&**id));
                let name = person.map(|person| self.name(person));
                labels::placed(&slot.role, name.as_deref())
            })
            .collect();
        labels::row(&self.number(&row.place), name, &crew)
    }

    /// What an amendment changes, in a sentence.
    pub fn amended(&self, amendment: &Amendment) -> String {
        let target = |place: &Place| labels::target(&self.number(place), self.target(place).0);
        let person = |id: &str| {
            self.people
                .get(id)
                .map_or_else(|| id.to_owned(), |person| self.name(person))
        };
        match &amendment.change {
            Change::DropTarget { place, replace } => labels::dropped(&target(place), *replace),
            Change::InspectorOut(id) => labels::inspector_out(&person(id)),
            Change::InspectorIn(colleague) => {
                let back = self
                    .published
                    .record
                    .manifest
                    .inspectors
                    .iter()
                    .any(|known| known.id == colleague.id);
                labels::inspector_in(&labels::person(&colleague.name, &colleague.dept), back)
            }
            Change::Recuse { inspector, place } => labels::recused(&person(inspector), &target(place)),
            Change::Fill => labels::FILLED.to_owned(),
            Change::Cancel => labels::CANCELLED.to_owned(),
            Change::Withdraw(of) => labels::withdrawn(*of),
        }
    }
}

/// Places in crews that nobody fills, a sentence each.
pub(super) fn unfilled(rows: &[Row], names: &Names<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for row in rows {
        for (slot, _) in names
            .slots(&row.place)
            .iter()
            .zip(&row.crew)
            .filter(|(_, id)| id.is_none())
        {
            found.push(labels::unfilled(
                &names.number(&row.place),
                names.target(&row.place).0,
                &slot.role,
            ));
        }
    }
    found
}

/// A number as it is written: with as many figures as the largest of its stratum, four at least.
pub(super) fn number_told(key: &str, number: u64, size: usize) -> String {
    let width = size.to_string().len().max(4);
    format!("{key}-{number:0width$}")
}
