//! The registry of targets as a list: a part of it, what it can be filtered by, and how many have what.

use crate::registry::CountedChoice;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::NaiveDate;
use strum::VariantArray;
use sunlot_rules::roster::words::TaskKind;
use sunlot_store::Connection;
use sunlot_store::target::{self, Column};
use sunlot_store::target_flag::{self, StoredFlag};

use super::flags::{self, FlagKind};
use super::index::TargetIndex;
use super::wire::{
    TargetFacet, TargetFacetChoices, TargetFilter, TargetFlagged, TargetLine, TargetSort, TargetsChoices,
    TargetsRequest, TargetsView,
};
use super::{acts, labels, sheet};
use crate::commands::Act;
use crate::{Desk, Result};

/// The most lines in one answer.
const MOST_LINES: u32 = 500;

/// The registry in memory, and what was last found in it.
#[derive(Default)]
pub(crate) struct Targets {
    index: Mutex<Option<TargetIndex>>,
    found: Mutex<Option<Found>>,
}

/// What a filter let through: the next part of the same list is asked for at once.
#[derive(Clone)]
struct Found {
    seq: i64,
    filter: TargetFilter,
    sort: TargetSort,
    places: Arc<Vec<u32>>,
    may_be_drawn: u32,
}

impl Targets {
    /// Works with the registry as the database has it now.
    pub fn with<T>(
        &self,
        office: &Connection,
        day: NaiveDate,
        work: impl FnOnce(&TargetIndex) -> Result<T>,
    ) -> Result<T> {
        let mut index = self.index.lock().unwrap_or_else(PoisonError::into_inner);
        let up_to_date = match index.as_mut() {
            Some(index) => index.catch_up(office, day)?,
            None => false,
        };
        if !up_to_date {
            *index = None;
            *self.found() = None;
        }
        let index = match &mut *index {
            Some(index) => index,
            empty => empty.insert(TargetIndex::load(office, day)?),
        };
        work(index)
    }

    /// Lets go of everything: the office may be another.
    pub fn forget(&self) {
        *self.index.lock().unwrap_or_else(PoisonError::into_inner) = None;
        *self.found() = None;
    }

    fn found(&self) -> MutexGuard<'_, Option<Found>> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn find(&self, index: &TargetIndex, filter: &TargetFilter, sort: TargetSort) -> Found {
        let mut last = self.found();
        if let Some(found) = &*last
            && found.seq == index.seq()
            && found.filter == *filter
            && found.sort == sort
        {
            return found.clone();
        }
        let places = index.find(filter, sort);
        let may = places
            .iter()
            .filter(|at| index.bars(**at as usize).next().is_none())
            .count();
        let found = Found {
            seq: index.seq(),
            filter: filter.clone(),
            sort,
            places: Arc::new(places),
            may_be_drawn: small(may),
        };
        last.insert(found).clone()
    }
}

impl Desk {
    /// Shows a part of the registry.
    pub fn targets_view(&self, request: &TargetsRequest) -> Result<TargetsView> {
        self.read(Act::TargetsView, |office| {
            self.targets().with(office, self.today(), |index| {
                let found = self.targets().find(index, &request.filter, request.sort);
                let part = found
                    .places
                    .iter()
                    .skip(request.from as usize)
                    .take(request.limit.min(MOST_LINES) as usize);
                let ids: Vec<i64> = part.map(|at| i64::from(*at) + 1).collect();
                let lines = target::by_ids(office, &ids)?;
                let lines = lines.iter().map(|stored| {
                    let line = index.line(stored);
                    // Most have none, and need not be asked about one by one.
                    let flagged = match line.flags.is_empty() {
                        true => Vec::new(),
                        false => flagged(office, stored.id, self.today())?,
                    };
                    Ok(TargetLine { flagged, ..line })
                });
                Ok(TargetsView {
                    lines: lines.collect::<Result<_>>()?,
                    found: small(found.places.len()),
                    total: small(index.count()),
                    seq: index.seq(),
                    heading: labels::heading(&request.filter),
                    may_be_drawn: found.may_be_drawn,
                })
            })
        })
    }

    /// Says what the registry can be filtered by.
    pub fn targets_choices(&self) -> Result<TargetsChoices> {
        self.read(Act::TargetsChoices, |office| {
            self.targets().with(office, self.today(), |index| {
                let facets = TargetFacet::VARIANTS
                    .iter()
                    .map(|facet| TargetFacetChoices {
                        facet: *facet,
                        label: facet.label().to_owned(),
                        choices: choices(index, *facet),
                    })
                    .collect();
                Ok(TargetsChoices {
                    facets,
                    fields: sheet::fields(&acts::new_target()),
                    flags: FlagKind::VARIANTS.iter().map(|flag| flag.told()).collect(),
                    task_kinds: TaskKind::ALL
                        .iter()
                        .map(|kind| labels::task_kind(kind.name()))
                        .collect(),
                })
            })
        })
    }

    /// The places of all targets that a filter lets through, in order.
    pub(crate) fn targets_found(
        &self,
        office: &Connection,
        filter: &TargetFilter,
        sort: TargetSort,
    ) -> Result<Arc<Vec<u32>>> {
        self.targets().with(office, self.today(), |index| {
            Ok(self.targets().find(index, filter, sort).places)
        })
    }
}

/// The flags of a target that are in force on a day.
pub(super) fn flagged(office: &Connection, target: i64, day: NaiveDate) -> Result<Vec<TargetFlagged>> {
    let all = target_flag::of_target(office, target)?.into_iter();
    let in_force = all.filter(|stored| flags::in_force(&stored.row, day));
    let view = |stored: StoredFlag| {
        let kind: FlagKind = stored.row.flag.parse().ok()?;
        Some(TargetFlagged {
            flag: kind.told(),
            ends_in: flags::ends_in(&stored.row, day),
            since: stored.row.since,
            until: stored.row.until,
            evidence: stored.row.evidence,
        })
    };
    Ok(in_force.filter_map(view).collect())
}

/// The column behind a facet, where there is one.
pub(super) fn column(facet: TargetFacet) -> Option<Column> {
    Some(match facet {
        TargetFacet::Kind => Column::Kind,
        TargetFacet::Credit => Column::Credit,
        TargetFacet::Risk => Column::Risk,
        TargetFacet::Township => Column::Township,
        TargetFacet::Industry => Column::Industry,
        TargetFacet::Tags => Column::Tags,
        TargetFacet::Status => Column::Status,
        TargetFacet::Membership => Column::Membership,
        TargetFacet::Supervisor => Column::Supervisor,
        TargetFacet::Source => Column::Source,
        TargetFacet::Flag | TargetFacet::Visits | TargetFacet::Draw | TargetFacet::Doubts => return None,
    })
}

fn choices(index: &TargetIndex, facet: TargetFacet) -> Vec<CountedChoice> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    let mut add = |value: &str, count: u32| *counts.entry(value.to_owned()).or_default() += count;
    match facet {
        TargetFacet::Tags => {
            for (text, count) in index.counts(Column::Tags) {
                text.split('、').for_each(|tag| add(tag, count));
            }
        }
        TargetFacet::Doubts => {
            for (text, count) in index.counts(Column::Doubts) {
                add(if text.is_empty() { "no" } else { "yes" }, count);
            }
        }
        TargetFacet::Flag | TargetFacet::Visits | TargetFacet::Draw => {
            for at in 0..index.count() {
                index.each_value(facet, at, &mut |value| add(value, 1));
            }
        }
        other => {
            for (text, count) in column(other)
                .map(|column| index.counts(column))
                .unwrap_or_default()
            {
                add(text, count);
            }
        }
    }
    let mut choices: Vec<CountedChoice> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(value, count)| CountedChoice {
            label: labels::facet_value(facet, &value),
            value,
            count,
        })
        .collect();
    let weight =
        |choice: &CountedChoice| column(facet).map_or(0, |column| labels::weight(column, &choice.value));
    let listed = matches!(
        column(facet),
        Some(Column::Kind | Column::Credit | Column::Risk | Column::Status)
    );
    // Values with an order of their own stand in it; of the others the commonest comes first.
    choices.sort_by(|a, b| {
        let common = if listed {
            std::cmp::Ordering::Equal
        } else {
            b.count.cmp(&a.count)
        };
        a.value
            .is_empty()
            .cmp(&b.value.is_empty())
            .then(common)
            .then(weight(a).cmp(&weight(b)))
    });
    choices
}

pub(super) fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
