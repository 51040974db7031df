//! The pool of a task as it is shown: its table, its rows, and one target explained.

mod parts;
mod told;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use sunlot_rules::cap::{CapException, free_from};
use sunlot_rules::crew::slots::SlotPlan;
use sunlot_rules::day::Day;
use sunlot_rules::pool::{Drawn, Excluded, Place, Pool, StratumRule, check_strata, key};
use sunlot_store::target::{self, Column};
use sunlot_store::{Connection, trail};

use super::document::TaskDocument;
use super::fault::{EverybodyOut, TaskFlaw};
use super::labels;
use super::merged::{self, Second, labels as merged_labels};
use super::people::labels as people_labels;
use super::pool_wire::{PoolRow, PoolRows, PoolRowsRequest, PoolSum, PoolView, StratumView};
use super::sealing;
use super::source::{Source, number_at, place};
use super::wire::TaskId;
use crate::commands::Act;
use crate::registry::Told;
use crate::registry::check::problem;
use crate::target::{TargetIndex, target_number};
use crate::{Desk, Problem, Result};

/// The most rows in one answer.
const MOST_ROWS: u32 = 500;

/// The pool that was made last: its rows are asked for at once.
#[derive(Default)]
pub(crate) struct Pools(Mutex<Option<(Key, Arc<Held>)>>);

/// Whatever happens in the office, the pool is made anew.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Key {
    task: i64,
    seq: i64,
}

/// A pool with what it was made from.
pub(crate) struct Held {
    pub(super) source: Source,
    pub(super) pool: Pool,
    /// How many are in the registry.
    pub(super) count: usize,
    /// The exception of each target that needs one.
    exceptions: BTreeMap<usize, CapException>,
    /// Candidates whose visit would be the second within the year, once somebody asks.
    second: OnceLock<Vec<Second>>,
    /// What stands in the way of sealing it, once somebody asks.
    pub(super) standing: OnceLock<sealing::Standing>,
}

impl Pools {
    /// Lets go of it: the office may be another.
    pub fn forget(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl Held {
    /// What each stratum comes to.
    pub fn drawn(&self) -> Vec<(&StratumRule, Drawn)> {
        let strata = self.source.document.strata.iter().zip(&self.pool.strata);
        let drawn = |(stratum, members): (&'_ StratumRule, &Vec<usize>)| {
            stratum.drawn(wide(members.len()), &self.source.profile)
        };
        self.source
            .document
            .strata
            .iter()
            .zip(strata.map(drawn))
            .collect()
    }

    /// Everything about the list itself that keeps it from being sealed; people and announcements are `sealing`'s.
    pub fn obstacles(&self) -> Vec<Problem> {
        let mut found = Vec::new();
        let mut add = |field: &str, flaw: TaskFlaw| {
            found.push(problem(field, labels::task_field(field), flaw));
        };
        if self.source.edition.is_none() {
            add("items", TaskFlaw::EditionMissing);
        }
        for item in self.source.items.iter().filter(|item| !item.why_not.is_empty()) {
            let why: Vec<&str> = item.why_not.iter().map(|why| why.label.as_str()).collect();
            let (item, why) = (labels::item(&item.number, &item.name), why.join("、"));
            add("items", TaskFlaw::ItemUnusable { item, why });
        }
        let codes: Vec<String> = self.source.items.iter().map(|item| item.number.clone()).collect();
        for (at, fault) in check_strata(&self.source.document.strata, &codes) {
            let field = at.map_or_else(|| "strata".to_owned(), |at| format!("strata.{at}"));
            add(&field, TaskFlaw::Stratum { fault });
        }
        let now = !self.source.document.crew.later;
        for (at, fault) in self.source.slot_faults().into_iter().filter(|_| now) {
            add(&format!("strata.{at}"), TaskFlaw::Slot { fault });
        }
        if self.pool.fallen > 0 {
            let count = self.pool.fallen;
            add("strata", TaskFlaw::FallenThrough { count });
        }
        let quota: u64 = self.drawn().iter().map(|(_, drawn)| drawn.quota).sum();
        if self.pool.size() == 0 {
            let reasons = self.pool.excluded_by().into_iter();
            let profile = &self.source.profile;
            let reasons = reasons.map(|(why, count)| (labels::excluded(why, profile).label, count));
            let reasons: Vec<(String, u64)> = reasons.collect();
            if reasons.is_empty() {
                add("scope", TaskFlaw::PoolEmpty);
            } else {
                let again = self.again().map(|day| day.to_string());
                let out = EverybodyOut { reasons, again };
                add("scope", TaskFlaw::AllExcluded { out });
            }
        } else if quota == 0 {
            add("strata", TaskFlaw::NothingDrawn);
        }
        // What is wider than the line is held against nothing: more would only be drawn of what is not to be drawn from.
        if self.too_wide().is_none() {
            for (fault, share) in self.bounds() {
                add("strata", TaskFlaw::OutsideBounds { fault, share });
            }
        }
        for (field, flaw) in self.beyond_line() {
            add(field, flaw);
        }
        found
    }

    /// The first day on which one of those who were visited often enough may be drawn again.
    fn again(&self) -> Option<Day> {
        let capped = |(at, why): &(usize, Excluded)| (*why == Excluded::CapReached).then_some(*at);
        let source = &self.source;
        let free = |at| free_from(source.visits(at), &source.profile, source.from);
        let all = self.pool.excluded.iter();
        all.filter_map(capped).filter_map(free).min()
    }

    /// Whether a target can be drawn.
    pub fn is_candidate(&self, at: usize) -> bool {
        matches!(self.pool.places.get(at), Some(Place::In(_)))
    }

    /// The candidates whose visit would be the second within the year.
    pub(super) fn second(&self) -> &[Second] {
        self.second.get_or_init(|| merged::second(self))
    }

    fn remarks(&self) -> Vec<Told> {
        let mut remarks = Vec::new();
        let profile = &self.source.profile;
        let quota: u64 = self.drawn().iter().map(|(_, drawn)| drawn.quota).sum();
        let base = wide(self.pool.in_scope());
        let large = u128::from(quota) * 10_000 > u128::from(base) * u128::from(profile.share_warning);
        if profile.share_warning > 0 && large {
            remarks.push(labels::share_large(quota, base, profile));
        }
        remarks.extend(self.bounds_remarks());
        if self.pool.beside > 0 {
            remarks.push(labels::beside(self.pool.beside, profile, self.source.from));
        }
        let again = self.second().len();
        if again > 0 {
            remarks.push(merged_labels::visited(again, profile));
        }
        if self.source.document.crew.later {
            remarks.push(people_labels::later());
        }
        remarks
    }

    fn view(&self) -> PoolView {
        let (drawn, slots) = (self.drawn(), self.source.slots());
        let names: BTreeMap<&str, &str> = self
            .source
            .items
            .iter()
            .map(|item| (item.number.as_str(), item.name.as_str()))
            .collect();
        let outside = self.pool.outside.iter().map(|(why, count)| {
            let told = labels::outside(*why, &self.source.document.scope, self.source.tags());
            sum(told, *count)
        });
        let excluded = self.pool.excluded_by().into_iter();
        PoolView {
            day: self.source.from.to_string(),
            rules: String::new(),
            registry: small(self.count),
            in_scope: small(self.pool.in_scope()),
            size: small(self.pool.size()),
            quota: narrow(drawn.iter().map(|(_, drawn)| drawn.quota).sum()),
            outside: outside.collect(),
            excluded: excluded
                .map(|(why, count)| sum(labels::excluded(why, &self.source.profile), count))
                .collect(),
            exceptions: self.exception_sums(),
            strata: drawn
                .iter()
                .enumerate()
                .map(|(at, (stratum, drawn))| self.stratum(at, stratum, drawn, &names, &slots))
                .collect(),
            obstacles: Vec::new(),
            remarks: self.remarks(),
            overlapping: Vec::new(),
        }
    }

    /// Who is in by an exception, by kind.
    fn exception_sums(&self) -> Vec<PoolSum> {
        let mut exceptions: BTreeMap<String, PoolSum> = BTreeMap::new();
        for why in self.exceptions.values() {
            let told = labels::exception(why);
            let entry = exceptions.entry(told.value.clone());
            entry.or_insert_with(|| sum(told, 0)).count += 1;
        }
        exceptions.into_values().collect()
    }

    /// The same for paper.
    pub(super) fn exceptions_by(&self) -> Vec<(String, u64)> {
        let sums = self.exception_sums().into_iter();
        sums.map(|sum| (sum.label, sum.count.into())).collect()
    }

    fn stratum(
        &self,
        at: usize,
        stratum: &StratumRule,
        drawn: &Drawn,
        names: &BTreeMap<&str, &str>,
        slots: &[Vec<SlotPlan>],
    ) -> StratumView {
        let all: Vec<&str> = names.keys().copied().collect();
        let codes: Vec<&str> = if stratum.items.is_empty() {
            all
        } else {
            stratum.items.iter().map(String::as_str).collect()
        };
        let name = |code: &&str| names.get(*code).map(|name| (*name).to_owned());
        StratumView {
            key: key(at).map(String::from).unwrap_or_default(),
            label: stratum.label.clone(),
            meaning: stratum.meaning.clone(),
            clauses: labels::clauses(stratum),
            size: narrow(drawn.size),
            rule: labels::quota(stratum.quota, &self.source.profile),
            quota: narrow(drawn.quota),
            reserve: narrow(drawn.reserve),
            chance: labels::chance(drawn.quota, drawn.size),
            items: codes.iter().filter_map(name).collect(),
            slots: slots.get(at).map_or_else(Vec::new, |places| {
                places.iter().map(people_labels::place).collect()
            }),
            remarks: drawn
                .remarks
                .iter()
                .map(|remark| labels::remark(*remark))
                .collect(),
        }
    }
}

impl Desk {
    /// Says who may be drawn for a task, how many, and why not the others.
    pub fn task_pool(&self, request: &TaskId) -> Result<PoolView> {
        self.read(Act::TaskPool, |office| {
            let held = self.pool_of(office, request.id)?;
            let mut view = held.view();
            view.rules = self.rules_told(office, &held.source.document)?;
            let standing = self.standing_in_the_way(office, request.id, &held)?;
            view.obstacles = standing.problems.into_iter().map(Into::into).collect();
            view.remarks.extend(standing.remark);
            view.remarks.extend(self.ahead_remark(office, request.id, &held)?);
            view.overlapping = self.overlapping(office, request.id, &held)?;
            view.remarks.extend(merged_labels::overlaps(&view.overlapping));
            view.remarks.extend(super::own_people::remark(office, &held)?);
            view.remarks
                .extend(super::requests::open(office, request.id)?.map(people_labels::open));
            Ok(view)
        })
    }

    /// Lists a part of the pool, or who is left out of it.
    pub fn task_pool_rows(&self, request: &PoolRowsRequest) -> Result<PoolRows> {
        self.read(Act::TaskPoolRows, |office| {
            let held = self.pool_of(office, request.id)?;
            let places = self.pool_places(office, &held, &request.of, &request.text)?;
            let from = usize::try_from(request.from).unwrap_or(usize::MAX);
            let limit = usize::try_from(request.limit.min(MOST_ROWS)).unwrap_or(0);
            let ids: Vec<i64> = places
                .iter()
                .skip(from)
                .take(limit)
                .map(|at| number_at(*at))
                .collect();
            let rows = target::by_ids(office, &ids)?.into_iter().map(|stored| {
                let (told, why) =
                    place(stored.id).map_or_else(|| (labels::fallen(), String::new()), |at| held.told(at));
                PoolRow {
                    target: stored.id,
                    id: draw_id(&stored),
                    name: stored.get(Column::Name).to_owned(),
                    place: told,
                    why,
                }
            });
            Ok(PoolRows {
                rows: rows.collect(),
                total: small(places.len()),
            })
        })
    }

    /// The places of a part of a pool, those whose name or code has these words.
    pub(super) fn pool_places(
        &self,
        office: &Connection,
        held: &Held,
        of: &str,
        text: &str,
    ) -> Result<Vec<usize>> {
        let mut places = held.places(of.trim())?;
        if !text.trim().is_empty() {
            let found = self
                .targets()
                .with(office, self.today(), |index| Ok(index.found_by(text)))?;
            places.retain(|at| found.binary_search(at).is_ok());
        }
        Ok(places)
    }

    /// The pool of a task as the office is now.
    pub(crate) fn pool_of(&self, office: &Connection, task: i64) -> Result<Arc<Held>> {
        let seq = trail::head(office)?.map_or(0, |head| head.seq);
        let key = Key { task, seq };
        if let Some((known, held)) = &*self.pools().lock()
            && *known == key
        {
            return Ok(Arc::clone(held));
        }
        let stored = super::acts::require(office, task)?;
        let document = TaskDocument::read(&stored.row)?;
        let held = Arc::new(self.pool_made(office, Some(task), document)?);
        *self.pools().lock() = Some((key, Arc::clone(&held)));
        Ok(held)
    }

    /// Makes a pool. What other tasks of the same line of a plan take of it is known with theirs.
    pub(super) fn pool_made(
        &self,
        office: &Connection,
        task: Option<i64>,
        document: TaskDocument,
    ) -> Result<Held> {
        let mut held = self.pool_alone(office, task, document)?;
        if let (Some(task), Some(planned)) = (task, &mut held.source.planned) {
            planned.others = self.others_of_line(office, task, &planned.task)?;
        }
        Ok(held)
    }

    /// Makes a pool without looking at any other task's.
    pub(super) fn pool_alone(
        &self,
        office: &Connection,
        task: Option<i64>,
        document: TaskDocument,
    ) -> Result<Held> {
        let (_, profile) = self.task_rules(office, &document)?;
        self.targets().with(office, self.today(), |index: &TargetIndex| {
            let source = Source::read(office, task, document, profile, index.count())?;
            let pool = source.pool(index);
            Ok(Held {
                exceptions: pool.exceptions.iter().cloned().collect(),
                second: OnceLock::new(),
                standing: OnceLock::new(),
                pool,
                source,
                count: index.count(),
            })
        })
    }
}

impl Pools {
    fn lock(&self) -> std::sync::MutexGuard<'_, Option<(Key, Arc<Held>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What stands for a target in a draw (contract 7).
pub(super) fn draw_id(stored: &target::StoredTarget) -> String {
    let code = [Column::Uscc, Column::RegNo]
        .into_iter()
        .map(|column| stored.get(column))
        .find(|code| !code.is_empty());
    code.map_or_else(|| target_number(stored.id), str::to_owned)
}

fn sum(told: Told, count: u64) -> PoolSum {
    PoolSum {
        value: told.value,
        label: told.label,
        count: narrow(count),
    }
}

pub(super) fn narrow(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

pub(super) fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

pub(super) fn wide(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
