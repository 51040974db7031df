//! One target and one task: why it can be drawn or cannot, since when, and which visits this office knows of.

mod labels;

use sunlot_rules::cap::{VisitFact, free_from};
use sunlot_rules::day::Day;
use sunlot_rules::pool::{Excluded, Explained, Place, explain};
use sunlot_store::target::{self, Column};
use sunlot_store::{Connection, pool_exclusion, target_flag, visit};

use super::acts::{may_now, require};
use super::labels as task_labels;
use super::merged::labels as merged_labels;
use super::pool::{Held, draw_id};
use super::pool_wire::{TargetExplained, TaskTarget, VisitExplained};
use super::source::{date_of, fact, place};
use crate::commands::Act;
use crate::target::{flag_in_force, require_target};
use crate::{Desk, Result};

impl Desk {
    /// Says of one target all that decides about it.
    pub fn task_explain(&self, request: &TaskTarget) -> Result<TargetExplained> {
        self.read(Act::TaskExplain, |office| {
            let stored = require_target(office, request.target)?;
            let held = self.pool_of(office, request.task)?;
            let at = place(stored.id).unwrap_or(usize::MAX);
            let explained = self.targets().with(office, self.today(), |index| {
                Ok(explain(&held.source.registry(index), &held.source.request(), at))
            })?;
            let (told, why) = held.told(at);
            let mut sentences = sentences(office, &held, &stored, &explained, at)?;
            // The draw with which it goes together stands in the sentence about that.
            let why = match explained.place {
                Place::Excluded(why @ Excluded::Merged) => {
                    task_labels::excluded(why, &held.source.profile).label
                }
                _ => why,
            };
            if !why.is_empty() {
                sentences.insert(0, labels::place_told(&told.label, &why));
            }
            sentences.extend(super::requests::about(office, request.task, stored.id)?);
            let task = require(office, request.task)?;
            // One decision about a target is enough, and outside the scope none is needed.
            let in_scope = !matches!(explained.place, Place::Outside(_));
            let decided = held.source.by_hand(at).is_some();
            Ok(TargetExplained {
                id: draw_id(&stored),
                name: stored.get(Column::Name).to_owned(),
                place: told,
                sentences,
                may_exclude: in_scope && !decided && !may_now(office, &task)?.is_empty(),
                visits: visits(office, &held, stored.id)?,
            })
        })
    }
}

/// Every reason in a sentence, with since when it holds.
fn sentences(
    office: &Connection,
    held: &Held,
    stored: &target::StoredTarget,
    explained: &Explained,
    at: usize,
) -> Result<Vec<String>> {
    let profile = &held.source.profile;
    let mut told = Vec::new();
    for reason in &explained.reasons {
        told.push(match reason {
            Excluded::Suspended => labels::suspended(&since(office, stored, Column::Membership)?),
            Excluded::Inactive => labels::inactive(
                stored.get(Column::Status),
                &since(office, stored, Column::Status)?,
            ),
            Excluded::ByHand => by_hand(office, held, at)?,
            Excluded::Merged => {
                let all = held.source.due_of(at);
                told.extend(all.map(merged_labels::sentence));
                continue;
            }
            Excluded::VisitedLately => labels::visited_lately(explained.count.last, profile),
            Excluded::CapReached => labels::cap_reached(&explained.count, profile, held.source.from),
        });
    }
    told.extend(free_on(held, explained, at).map(labels::free));
    if let Some(why) = &explained.exception {
        told.push(labels::excepted(&explained.count, profile, why));
        told.extend(flags(office, stored.id, held.source.from)?);
    }
    let inside = matches!(explained.place, Place::In(_));
    if inside && explained.exception.is_none() {
        told.push(labels::visited_so_often(&explained.count, profile));
    }
    if let Place::In(stratum) = explained.place
        && let Some((_, drawn)) = held.drawn().get(usize::from(stratum))
    {
        told.push(labels::chance_told(drawn.quota, drawn.size));
    }
    Ok(told)
}

/// From which day on a target may be drawn again, where nothing stands against it but that it was visited: the last of the days on which
/// a reason ends.
fn free_on(held: &Held, explained: &Explained, at: usize) -> Option<Day> {
    let profile = &held.source.profile;
    let ends = explained.reasons.iter().map(|reason| match reason {
        Excluded::VisitedLately => {
            let days = i32::try_from(profile.visited_within_days).ok()?.checked_add(1)?;
            explained.count.last?.plus(days)
        }
        Excluded::CapReached => free_from(held.source.visits(at), profile, held.source.from),
        _ => None,
    });
    let ends: Option<Vec<Day>> = ends.collect();
    ends?.into_iter().max()
}

/// The day from which on a column of a target says what it says.
fn since(office: &Connection, stored: &target::StoredTarget, column: Column) -> Result<String> {
    let mut versions = target::history(office, stored.id)?;
    versions.sort_by_key(|version| std::cmp::Reverse(version.version));
    let same = versions
        .iter()
        .take_while(|version| version.get(column) == stored.get(column));
    let Some(first) = same.last() else {
        return Ok(String::new());
    };
    let event = sunlot_store::trail::event(office, first.event)?;
    Ok(event
        .and_then(|event| event.event.at.get(..10).map(str::to_owned))
        .unwrap_or_default())
}

fn by_hand(office: &Connection, held: &Held, at: usize) -> Result<String> {
    let Some(id) = held.source.by_hand(at) else {
        return Ok(String::new());
    };
    let stored = pool_exclusion::by_id(office, id)?;
    let decided = match &stored {
        Some(stored) => super::exclusions::decided(office, stored)?,
        None => String::new(),
    };
    Ok(stored
        .map(|stored| labels::by_hand(&stored.row.kind, &stored.row.basis, &decided))
        .unwrap_or_default())
}

/// The flags in force, with what each rests on.
fn flags(office: &Connection, target: i64, on: Day) -> Result<Vec<String>> {
    let day = date_of(on)?;
    let all = target_flag::of_target(office, target)?.into_iter();
    let in_force = all.filter(|stored| flag_in_force(&stored.row, day));
    Ok(in_force
        .map(|stored| labels::flag_told(&stored.row.flag, &stored.row.since, &stored.row.evidence))
        .collect())
}

fn visits(office: &Connection, held: &Held, target: i64) -> Result<Vec<VisitExplained>> {
    let mut told = Vec::new();
    for stored in visit::of_target(office, target)? {
        let Some(known): Option<VisitFact> = fact(&stored) else {
            continue;
        };
        told.push(VisitExplained {
            held_on: stored.row.held_on.clone(),
            told: labels::visit_told(&stored.row),
            counts: task_labels::counts(&known, &held.source.profile),
        });
    }
    told.sort_by(|a, b| b.held_on.cmp(&a.held_on));
    Ok(told)
}
