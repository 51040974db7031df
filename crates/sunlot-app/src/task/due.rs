//! Visits that are due: somebody was drawn, and nobody has been there yet (N-13, C-01). Each source of draws tells of its own in
//! [`DueDraw`]s; today these are the draws of other systems that the office takes part in, as long as they are not withdrawn.
//!
//! What becomes one visit is `sunlot_rules::merging`'s business.

use std::collections::BTreeMap;

use sunlot_rules::day::Day;
use sunlot_rules::pool::Visits;
use sunlot_store::{Connection, outside_draw, outside_row};

use super::source::place;
use crate::item::TaskItems;
use crate::outside::{OutsideDocument, items_of, outside_number, outside_period};
use crate::{Error, Reason, Result};

/// A draw whose targets are to be visited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DueDraw {
    /// The office's own number of it.
    pub number: String,
    /// What it is called in a sentence.
    pub told: String,
    /// The first day of its visits.
    pub from: Day,
    /// The last one.
    pub to: Day,
    /// What is inspected, in words.
    pub items: Vec<String>,
    /// Who leads its visits.
    pub lead: String,
    /// Whether its items are of a key field.
    pub is_key: bool,
}

impl DueDraw {
    /// Its days in words.
    pub fn period(&self) -> String {
        outside_period(&self.from.to_string(), &self.to.to_string())
    }

    /// Whether some day suits it and these days.
    pub fn meets(&self, from: Day, to: Day) -> bool {
        self.from <= to && from <= self.to
    }
}

/// Every draw with visits that are due, and whose they are.
#[derive(Clone, Debug, Default)]
pub(super) struct DueVisits {
    draws: Vec<DueDraw>,
    /// By the place of a target, the places of its draws, the earliest first.
    of: BTreeMap<usize, Vec<usize>>,
}

impl DueVisits {
    /// Reads them. Whoever was visited in the days of a draw is not due by it any more: whose visit it was, nobody is visited
    /// twice for.
    pub fn read(office: &Connection, visits: &Visits) -> Result<Self> {
        let mut due = Self::default();
        for (draw, targets) in of_outside(office)? {
            let at = due.draws.len();
            for target in targets.into_iter().filter_map(place) {
                if !was_visited(visits, target, &draw) {
                    due.of.entry(target).or_default().push(at);
                }
            }
            due.draws.push(draw);
        }
        for draws in due.of.values_mut() {
            draws.sort_by_key(|at| due.draws.get(*at).map(|draw| (draw.from, draw.to)));
        }
        Ok(due)
    }

    /// Who is due in these days, as a pool asks for it.
    pub fn within(&self, from: Day, to: Day) -> BTreeMap<usize, i64> {
        let first = |(target, draws): (&usize, &Vec<usize>)| {
            let meets = |at: &&usize| self.draws.get(**at).is_some_and(|draw| draw.meets(from, to));
            let first = draws.iter().find(meets)?;
            Some((*target, i64::try_from(*first).ok()?))
        };
        self.of.iter().filter_map(first).collect()
    }

    /// The draws by which a target is due.
    pub fn of(&self, target: usize) -> impl Iterator<Item = &DueDraw> {
        let draws = self.of.get(&target).into_iter().flatten();
        draws.filter_map(|at| self.draws.get(*at))
    }
}

/// Only a visit that was certainly in the days of the draw is its visit: of one known by its month or year nobody can say so.
fn was_visited(visits: &Visits, target: usize, draw: &DueDraw) -> bool {
    let all = visits.of(target).iter();
    let mut dated = all.filter(|visit| !visit.told);
    dated.any(|visit| visit.first >= draw.from && visit.last <= draw.to)
}

/// The draws of other systems.
fn of_outside(office: &Connection) -> Result<Vec<(DueDraw, Vec<i64>)>> {
    let mut found = Vec::new();
    for stored in outside_draw::all(office)?
        .into_iter()
        .filter(|one| !one.row.withdrawn)
    {
        let document = OutsideDocument::read(&stored.row)?;
        let (from, to) = (day(&stored.row.visit_from)?, day(&stored.row.visit_to)?);
        let known = TaskItems::read(office, from)?;
        let ours = document.items.iter().filter_map(|id| known.get(*id));
        let draw = DueDraw {
            number: outside_number(stored.id),
            told: document.told(stored.id, &stored.row),
            from,
            to,
            is_key: ours.into_iter().any(|item| item.key_area),
            items: items_of(&document, &known),
            lead: document.office,
        };
        found.push((draw, outside_row::targets_of(office, stored.id)?));
    }
    Ok(found)
}

fn day(text: &str) -> Result<Day> {
    Day::parse(text).ok_or_else(|| Error::new(Reason::OfficeDamaged, format!("outside_draw: no day {text}")))
}
