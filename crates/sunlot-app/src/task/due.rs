//! Visits that are due: somebody was drawn, and nobody has been there yet (N-13, C-01). Each source of draws tells of its own in
//! [`DueDraw`]s: the office's own formal draws, and those of other systems that it takes part in, as long as they are not withdrawn.
//!
//! What becomes one visit is `sunlot_rules::merging`'s business.

use std::collections::BTreeMap;

use sunlot_rules::day::Day;
use sunlot_rules::pool::Visits;
use sunlot_store::{Connection, outside_draw, outside_row, task, visit};

use super::document::TaskDocument;
use super::labels;
use super::merged::lead_of;
use super::source::{fact, place};
use crate::ceremony::{OwnDraw, own_draws};
use crate::item::TaskItems;
use crate::outside::{OutsideDocument, items_of, outside_item, outside_number, outside_period};
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
    pub fn read(office: &Connection, visits: &Visits, task: Option<i64>, around: (Day, Day)) -> Result<Self> {
        let mut due = Self::default();
        let mut draws = of_own(office, task, around)?;
        draws.extend(of_outside(office)?);
        for (draw, targets) in draws {
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

/// The office's own draws for other tasks, in the years around these days: what is further away matters to nobody here.
fn of_own(office: &Connection, except: Option<i64>, around: (Day, Day)) -> Result<Vec<(DueDraw, Vec<i64>)>> {
    let mut tasks = BTreeMap::new();
    for stored in task::all(office)?
        .into_iter()
        .filter(|stored| Some(stored.id) != except)
    {
        let document = TaskDocument::read(&stored.row)?;
        let (from, to) = document.period()?;
        if to.year() >= around.0.year() && from.year() <= around.1.year() {
            tasks.insert(stored.id, (stored, document));
        }
    }
    let mut found = Vec::new();
    for OwnDraw {
        task, draw, targets, ..
    } in own_draws(office, &|task| tasks.contains_key(&task))?
    {
        let Some((stored, document)) = tasks.get(&task) else {
            continue;
        };
        let (from, to) = document.period()?;
        let known = TaskItems::read(office, from)?;
        let ours: Vec<_> = document.items.iter().filter_map(|id| known.get(*id)).collect();
        let due = DueDraw {
            number: labels::number(task),
            told: format!("{draw} {}", stored.row.title),
            from,
            to,
            is_key: ours.iter().any(|item| item.key_area),
            items: ours
                .iter()
                .map(|item| outside_item(&item.number, &item.name))
                .collect(),
            lead: lead_of(office, document)?,
        };
        found.push((due, targets));
    }
    Ok(found)
}

/// How many stand of the draws of each line of a plan, and how many of them were visited in the days of their task (N-14).
pub(crate) fn drawn_by_line(office: &Connection) -> Result<BTreeMap<(i64, i64), (u32, u32)>> {
    let mut tasks = BTreeMap::new();
    for stored in task::all(office)? {
        if let (Some(plan), Some(line)) = (stored.row.plan, stored.row.line) {
            tasks.insert(
                stored.id,
                ((plan, line), TaskDocument::read(&stored.row)?.period()?),
            );
        }
    }
    let mut counts: BTreeMap<(i64, i64), (u32, u32)> = BTreeMap::new();
    for own in own_draws(office, &|task| tasks.contains_key(&task))? {
        let Some((line, (from, to))) = tasks.get(&own.task) else {
            continue;
        };
        let count = counts.entry(*line).or_default();
        for target in own.targets {
            count.0 += 1;
            let visits = visit::of_target(office, target)?;
            let facts = visits.iter().filter_map(fact);
            let mut dated = facts.filter(|visit| !visit.told);
            count.1 += u32::from(dated.any(|visit| visit.first >= *from && visit.last <= *to));
        }
    }
    Ok(counts)
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
