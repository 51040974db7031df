//! Visits of a task that go together with those of another draw, and second visits within the year (N-13, C-01). What becomes one
//! visit and what is a second one, `sunlot_rules::merging` says; here it gets what is known, and its answer gets words.

pub(super) mod labels;

use std::collections::BTreeMap;

use sunlot_rules::day::Day;
use sunlot_rules::merging::{Due, Earlier, Merged, merge, second_visits};
use sunlot_rules::pool::Excluded;
use sunlot_store::target::{self, Column};
use sunlot_store::{Connection, office_profile};

use super::acts::require;
use super::document::TaskDocument;
use super::due::DueDraw;
use super::labels as task_labels;
use super::merged_wire::{
    MergedDraw, MergedTarget, MergedVisit, SecondVisit, TaskMergedRequest, TaskMergedView,
};
use super::pool::{Held, draw_id, small};
use super::source::{number_at, place};
use crate::commands::Act;
use crate::outside::outside_item;
use crate::plan::mergeable_lines;
use crate::{Desk, Result};

/// The most rows of each list in one answer.
const MOST_ROWS: u32 = 500;

/// A candidate whose visit would be the second within the year, with what was or is before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Second {
    /// The place of the target.
    pub at: usize,
    /// What is before it, in a few words each.
    pub earlier: Vec<String>,
}

impl Desk {
    /// Says which visits of a task go together with others, and which would be the second ones of the year.
    pub fn task_merged(&self, request: &TaskMergedRequest) -> Result<TaskMergedView> {
        self.read(Act::TaskMerged, |office| {
            let held = self.pool_of(office, request.id)?;
            let stored = require(office, request.id)?;
            let merged: Vec<usize> = held
                .pool
                .excluded
                .iter()
                .filter(|(_, why)| *why == Excluded::Merged)
                .map(|(at, _)| *at)
                .collect();
            let second = held.second();
            let limit = usize::try_from(request.limit.min(MOST_ROWS)).unwrap_or(0);
            let own = Own::of(office, &held)?;
            let lines = match (stored.row.plan, stored.row.line) {
                (Some(plan), Some(line)) => mergeable_lines(office, plan, line)?,
                _ => Vec::new(),
            };
            let source = &held.source;
            Ok(TaskMergedView {
                period: task_labels::period(&source.from.to_string(), &source.to.to_string()),
                year: task_labels::year(source.profile.cap_period).to_owned(),
                merged_total: small(merged.len()),
                merged: page(office, &merged, request.merged_from, limit, |at| *at)?
                    .map(|(at, row)| own.merged(&held, *at, row))
                    .collect(),
                second_total: small(second.len()),
                second: page(office, second, request.second_from, limit, |second| second.at)?
                    .map(|(second, row)| SecondVisit {
                        target: row.target,
                        id: row.id,
                        name: row.name,
                        earlier: second.earlier.clone(),
                    })
                    .collect(),
                lines,
            })
        })
    }
}

/// A target as rows show one.
struct Row {
    target: i64,
    id: String,
    name: String,
}

/// A part of a list with the targets that it is about.
fn page<'l, T>(
    office: &Connection,
    list: &'l [T],
    from: u32,
    limit: usize,
    at: impl Fn(&T) -> usize,
) -> Result<impl Iterator<Item = (&'l T, Row)>> {
    let from = usize::try_from(from).unwrap_or(usize::MAX);
    let part: Vec<&T> = list.iter().skip(from).take(limit).collect();
    let ids: Vec<i64> = part.iter().map(|one| number_at(at(one))).collect();
    let mut rows: BTreeMap<usize, Row> = BTreeMap::new();
    for stored in target::by_ids(office, &ids)? {
        let row = Row {
            target: stored.id,
            id: draw_id(&stored),
            name: stored.get(Column::Name).to_owned(),
        };
        rows.extend(place(stored.id).map(|at| (at, row)));
    }
    let rows: Vec<(&T, Row)> = part
        .into_iter()
        .filter_map(|one| Some((one, rows.remove(&at(one))?)))
        .collect();
    Ok(rows.into_iter())
}

/// The task's own visits, as they are merged with others.
struct Own {
    items: Vec<String>,
    lead: String,
    merge_group: String,
    is_key: bool,
}

impl Own {
    fn of(office: &Connection, held: &Held) -> Result<Self> {
        let document = &held.source.document;
        let items = &held.source.items;
        let lead = lead_of(office, document)?;
        let group = items
            .first()
            .map(|item| item.merge_group.as_str())
            .unwrap_or_default();
        let common = items.iter().all(|item| item.merge_group == group);
        Ok(Self {
            items: items
                .iter()
                .map(|item| outside_item(&item.number, &item.name))
                .collect(),
            lead,
            merge_group: if common { group.to_owned() } else { String::new() },
            is_key: items.iter().any(|item| item.key_area),
        })
    }

    /// What becomes of the task's visit to a target and of those that other draws have to it.
    fn merged(&self, held: &Held, at: usize, row: Row) -> MergedTarget {
        let source = &held.source;
        let draws: Vec<&DueDraw> = source.due_of(at).collect();
        let items: Vec<Vec<&str>> = std::iter::once(&self.items)
            .chain(draws.iter().map(|draw| &draw.items))
            .map(|items| items.iter().map(String::as_str).collect())
            .collect();
        let own = items.first().map(|items| Due {
            target: &row.id,
            items,
            lead_dept: &self.lead,
            from: source.from,
            to: source.to,
            merge_group: &self.merge_group,
            is_key: self.is_key,
        });
        let others = draws.iter().zip(items.iter().skip(1)).map(|(draw, items)| Due {
            target: &row.id,
            items,
            lead_dept: &draw.lead,
            from: draw.from,
            to: draw.to,
            merge_group: "",
            is_key: draw.is_key,
        });
        let due: Vec<Due<'_>> = own.into_iter().chain(others).collect();
        let merging = merge(&due);
        let called = |place: usize| match place.checked_sub(1).and_then(|at| draws.get(at)) {
            Some(draw) => draw.number.clone(),
            None => labels::THIS_TASK.to_owned(),
        };
        let visits = merging.visits.iter().map(|visit| MergedVisit {
            period: task_labels::period(&visit.from.to_string(), &visit.to.to_string()),
            items: owned(&visit.items),
            depts: owned(&visit.depts),
            of: visit.from_tasks.iter().map(|place| called(*place)).collect(),
        });
        let apart = merging
            .separate
            .iter()
            .map(|one| labels::apart(&called(one.task), &called(one.with), one.reason));
        MergedTarget {
            visits: visits.collect(),
            apart: apart.collect(),
            draws: draws
                .iter()
                .map(|draw| MergedDraw {
                    number: draw.number.clone(),
                    told: draw.told.clone(),
                    period: draw.period(),
                    items: draw.items.clone(),
                })
                .collect(),
            target: row.target,
            id: row.id.clone(),
            name: row.name,
        }
    }
}

/// Who leads the inspection of a task: of a joint one its lead, else whoever carries it out, else the office itself.
pub(super) fn lead_of(office: &Connection, document: &TaskDocument) -> Result<String> {
    let named = [&document.crew.lead, &document.unit];
    match named.into_iter().find(|name| !name.is_empty()) {
        Some(name) => Ok(name.clone()),
        None => Ok(office_profile::latest(office)?.map_or_else(String::new, |stored| stored.row.name)),
    }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// The candidates whose visit would be the second within the year, by their places.
pub(super) fn second(held: &Held) -> Vec<Second> {
    let source = &held.source;
    let known = |at: &usize| !source.visits(*at).is_empty() || source.due_by_other_days(*at).next().is_some();
    let mut places: Vec<usize> = held.pool.strata.iter().flatten().copied().filter(known).collect();
    places.sort_unstable();
    let names: Vec<String> = places.iter().map(|at| format!("{at:012}")).collect();
    let due = |target, from, to| Merged {
        target,
        items: Vec::new(),
        from,
        to,
        depts: Vec::new(),
        is_key: false,
        from_tasks: Vec::new(),
    };
    // The task's own visits stand first, so that their places are those of the targets.
    let mut visits: Vec<Merged<'_>> = names
        .iter()
        .map(|name| due(name.as_str(), source.from, source.to))
        .collect();
    let mut others: Vec<&DueDraw> = Vec::new();
    let mut made: Vec<(&str, Day)> = Vec::new();
    for (at, name) in places.iter().zip(&names) {
        for draw in source.due_by_other_days(*at) {
            visits.push(due(name.as_str(), draw.from, draw.to));
            others.push(draw);
        }
        made.extend(
            source
                .visits(*at)
                .iter()
                .map(|visit| (name.as_str(), made_on(visit, source.to))),
        );
    }
    let again = second_visits(&visits, &made, source.profile.cap_period);
    let told = |again: sunlot_rules::merging::Again<'_>| {
        let at = *places.get(again.visit)?;
        let earlier = again.earlier.iter().filter_map(|earlier| match earlier {
            Earlier::Made(day) => {
                let visits = source.visits(at).iter();
                let visit = visits
                    .into_iter()
                    .find(|visit| made_on(visit, source.to) == *day)?;
                Some(labels::made(visit))
            }
            Earlier::Due { visit, .. } => {
                let draw = others.get(visit.checked_sub(places.len())?)?;
                Some(labels::waiting(draw))
            }
        });
        Some(Second {
            at,
            earlier: earlier.collect(),
        })
    };
    again.into_iter().filter_map(told).collect()
}

/// The day that stands for a visit. Of one that is only known by its month or year it is assumed that it was late, as the cap does,
/// but not that it is still to come.
fn made_on(visit: &sunlot_rules::cap::VisitFact, to: Day) -> Day {
    if visit.first <= to {
        visit.last.min(to)
    } else {
        visit.last
    }
}
