//! What a pool is made from: the registry in memory, flags as they are in force on the first day of the visits, every visit that
//! this office knows of, decisions about single targets, the items and the profile.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use sunlot_rules::cap::{VisitBy, VisitFact};
use sunlot_rules::crew::slots::{SlotFault, SlotPlan};
use sunlot_rules::day::Day;
use sunlot_rules::pool::{Column, Pool, PoolRequest, Registry, Values, Visits, build};
use sunlot_rules::profile::RuleProfile;
use sunlot_rules::roster::words::{InspectionMode, TaskKind, VisitOrigin};
use sunlot_store::target::Column as Stored;
use sunlot_store::visit::{StoredVisit, VisitRow};
use sunlot_store::{Connection, pool_exclusion, target_flag, visit};

use super::document::TaskDocument;
use super::due::{DueDraw, DueVisits};
use super::of_line::OfLine;
use super::places::{self, Asked, Place};
use crate::item::{TaskItem, TaskItems};
use crate::registry::check::day_of;
use crate::target::{ROSTER, TargetIndex, flag_bits, visit_period};
use crate::{Error, Reason, Result};

/// Everything that a pool is made from, but for the registry itself.
pub(super) struct Source {
    /// Of which task; one that is not saved yet has no number.
    pub task: Option<i64>,
    pub items: Vec<TaskItem>,
    pub edition: Option<String>,
    pub profile: RuleProfile,
    pub document: TaskDocument,
    pub from: Day,
    pub to: Day,
    /// Tags of the targets that the items are for.
    tags: Vec<String>,
    flags: Vec<u16>,
    visits: Visits,
    by_hand: BTreeMap<usize, i64>,
    due: BTreeMap<usize, i64>,
    due_visits: DueVisits,
    /// The line of the plan that the task is of.
    pub planned: Option<OfLine>,
    /// Whether the plan has no such line any more.
    pub line_gone: bool,
}

impl Source {
    /// Reads it for a task; one that is not saved yet has no decisions about single targets.
    pub fn read(
        office: &Connection,
        task: Option<i64>,
        document: TaskDocument,
        profile: RuleProfile,
        count: usize,
    ) -> Result<Self> {
        let (from, to) = document.period()?;
        let known = TaskItems::read(office, from)?;
        let items: Vec<TaskItem> = document
            .items
            .iter()
            .filter_map(|id| known.get(*id).cloned())
            .collect();
        let mut by_hand = BTreeMap::new();
        if let Some(task) = task {
            let all = pool_exclusion::of_task(office, task)?;
            for stored in all.into_iter().filter(|stored| !stored.row.withdrawn) {
                by_hand.extend(place(stored.row.target).map(|at| (at, stored.id)));
            }
        }
        let (planned, line_gone) = match task {
            Some(task) => {
                let stored = super::acts::require(office, task)?;
                let planned = OfLine::of(office, &stored)?;
                let gone = stored.row.plan.is_some() && planned.is_none();
                (planned, gone)
            }
            None => (None, false),
        };
        let visits = visits_of(office)?;
        let due_visits = DueVisits::read(office, &visits, task, (from, to))?;
        Ok(Self {
            task,
            tags: tags_of(&items),
            flags: flags_on(office, from, count)?,
            visits,
            due: due_visits.within(from, to),
            due_visits,
            edition: known.edition,
            items,
            profile,
            document,
            from,
            to,
            by_hand,
            planned,
            line_gone,
        })
    }

    /// The registry, lent to the rules.
    pub fn registry<'r>(&'r self, index: &'r TargetIndex) -> Registry<'r> {
        let column = |column: Column| {
            let (texts, of) = index.values_of(stored(column));
            Values { texts, of }
        };
        Registry::new(index.count(), column, &self.flags, &self.visits)
    }

    /// What the task asks of it.
    pub fn request(&self) -> PoolRequest<'_> {
        PoolRequest {
            scope: &self.document.scope,
            item_tags: &self.tags,
            strata: &self.document.strata,
            from: self.from,
            profile: &self.profile,
            superior: &self.document.superior,
            key_area: !self.items.is_empty() && self.items.iter().all(|item| item.key_area),
            by_hand: &self.by_hand,
            due: &self.due,
        }
    }

    /// By stratum the places of its crews.
    pub fn slots(&self) -> Vec<Vec<SlotPlan>> {
        let (crew, strata) = (&self.document.crew, self.document.strata.iter().enumerate());
        strata
            .map(|(at, stratum)| places::of(&self.profile, crew, &self.items, at, &stratum.items))
            .collect()
    }

    /// What stands against places that somebody wrote, by stratum: the profile or an item may have changed since.
    pub fn slot_faults(&self) -> Vec<(usize, SlotFault)> {
        let crew = &self.document.crew;
        let strata = self.document.strata.iter().enumerate();
        let written = strata.filter_map(|(at, stratum)| {
            let places = crew.slots.get(at).filter(|places| !places.is_empty())?;
            let places: Vec<SlotPlan> = places.iter().map(Place::plan).collect();
            let asked = Asked::of(&self.profile, crew, &self.items, &stratum.items);
            Some((at, asked.faults(&places)))
        });
        written
            .flat_map(|(at, faults)| faults.into_iter().map(move |fault| (at, fault)))
            .collect()
    }

    /// The tags of the targets that the items are for.
    pub fn tags(&self) -> &[String] {
        &self.tags
    }

    /// The decision that leaves a target out.
    pub fn by_hand(&self, at: usize) -> Option<i64> {
        self.by_hand.get(&at).copied()
    }

    /// The visits to a target that this office knows of.
    pub fn visits(&self, at: usize) -> &[VisitFact] {
        self.visits.of(at)
    }

    /// The other draws by which a target is due in the days of the task.
    pub fn due_of(&self, at: usize) -> impl Iterator<Item = &DueDraw> {
        let all = self.due_visits.of(at);
        all.filter(|draw| draw.meets(self.from, self.to))
    }

    /// Those by which it is due in other days.
    pub fn due_by_other_days(&self, at: usize) -> impl Iterator<Item = &DueDraw> {
        let all = self.due_visits.of(at);
        all.filter(|draw| !draw.meets(self.from, self.to))
    }

    /// Makes the pool.
    pub fn pool(&self, index: &TargetIndex) -> Pool {
        build(&self.registry(index), &self.request())
    }
}

/// Where an item names no tags, it is for everybody, and so is the task.
pub(super) fn tags_of(items: &[TaskItem]) -> Vec<String> {
    if items.iter().any(|item| item.tags.is_empty()) {
        return Vec::new();
    }
    let mut tags: Vec<String> = items.iter().flat_map(|item| item.tags.clone()).collect();
    tags.sort();
    tags.dedup();
    tags
}

const fn stored(column: Column) -> Stored {
    match column {
        Column::Kind => Stored::Kind,
        Column::Credit => Stored::Credit,
        Column::Risk => Stored::Risk,
        Column::Tags => Stored::Tags,
        Column::Industry => Stored::Industry,
        Column::Township => Stored::Township,
        Column::Supervisor => Stored::Supervisor,
        Column::Source => Stored::Source,
        Column::Status => Stored::Status,
        Column::Membership => Stored::Membership,
    }
}

fn flags_on(office: &Connection, on: Day, count: usize) -> Result<Vec<u16>> {
    let day = date_of(on)?;
    let mut flags = vec![0_u16; count];
    target_flag::walk(office, &mut |stored| {
        if let Some(bits) = flag_bits(&stored.row, day)
            && let Some(flags) = place(stored.row.target).and_then(|at| flags.get_mut(at))
        {
            *flags |= bits;
        }
    })?;
    Ok(flags)
}

fn visits_of(office: &Connection) -> Result<Visits> {
    let mut visits = Vec::new();
    visit::walk(office, &mut |stored| {
        if let (Some(at), Some(fact)) = (place(stored.row.target), fact(&stored)) {
            visits.push((at, fact));
        }
    })?;
    Ok(Visits::new(visits))
}

/// A visit as the rules know one; one that was taken back is none.
pub(super) fn fact(stored: &StoredVisit) -> Option<VisitFact> {
    let row: &VisitRow = &stored.row;
    let (first, last) = visit_period(&row.held_on)?;
    if row.withdrawn {
        return None;
    }
    let modes = row.modes.split(['、', ',']);
    let modes = modes.filter_map(|mode| mode.trim().parse::<InspectionMode>().ok());
    Some(VisitFact {
        id: stored.id,
        first: day_of(first)?,
        last: day_of(last)?,
        times: row.times,
        told: row.origin == ROSTER,
        counted: row.counted,
        modes: modes.collect(),
        case: row.task_kind == TaskKind::CaseInspection.name(),
        by: match row.origin.parse() {
            Ok(VisitOrigin::UpperLevel) => VisitBy::Superior,
            Ok(VisitOrigin::OtherDept) => VisitBy::OtherDept,
            Ok(VisitOrigin::Own | VisitOrigin::Joint) | Err(_) => VisitBy::Own,
        },
    })
}

/// Where a target stands in the registry.
pub(super) fn place(target: i64) -> Option<usize> {
    usize::try_from(target.checked_sub(1)?).ok()
}

/// The number of the target that stands there.
pub(super) fn number_at(at: usize) -> i64 {
    i64::try_from(at).map_or(i64::MAX, |at| at + 1)
}

/// A day as the calendar of the program knows one.
pub(super) fn date_of(day: Day) -> Result<NaiveDate> {
    let (month, of_month) = (u32::from(day.month()), u32::from(day.day()));
    NaiveDate::from_ymd_opt(i32::from(day.year()), month, of_month)
        .filter(|date| date.year() > 0)
        .ok_or_else(|| Error::new(Reason::Internal, format!("no day {day}")))
}
