//! The register of conflicts of interest: who must not be sent to whom, what connects them, for how long and who said
//! so. Entered, ended and taken back, never deleted.

use sunlot_rules::day::Day;
use sunlot_store::Connection;
use sunlot_store::inspector::{self, Column, StoredInspector};
use sunlot_store::inspector_conflict::{self, ConflictRow, StoredConflict};
use sunlot_store::target::{self, StoredTarget};

use super::acts::{checked_reason, invalid};
use super::fault::{InspectorFault, InspectorFlaw};
use super::labels;
use super::relation::Relation;
use super::sheet::require;
use super::wire::{ConflictAdd, ConflictEnd, ConflictView, ConflictsView, InspectorView};
use crate::commands::Act;
use crate::event::inspector::{ConflictBetween, ConflictMade, ConflictOver};
use crate::registry::check::{any_text, bound, problem, some_text};
use crate::registry::limits::SHORT;
use crate::target::{TargetFlaw, require_target, target_number};
use crate::{Desk, Error, Kind, Problem, Result};

impl Desk {
    /// Shows the whole register, what is in force first.
    pub fn conflicts_view(&self) -> Result<ConflictsView> {
        self.read(Act::ConflictsView, |office| {
            let today = self.days(None)?.today;
            let everybody = inspector::all(office)?;
            let name = |id: i64| {
                let found = everybody.iter().find(|stored| stored.id == id);
                found.map_or("", |stored| stored.get(Column::Name))
            };
            let mut conflicts = Vec::new();
            for stored in inspector_conflict::all(office)? {
                let of = name(stored.row.inspector).to_owned();
                conflicts.push(view(office, stored, &of, today)?);
            }
            conflicts.sort_by_key(|conflict| (!conflict.in_force, conflict.withdrawn));
            Ok(ConflictsView { conflicts })
        })
    }

    /// Enters a conflict of interest.
    pub fn conflict_add(&self, request: &ConflictAdd) -> Result<InspectorView> {
        self.change(Act::ConflictAdd, |change| {
            let stored = require(change.tx(), request.inspector)?;
            let target = require_target(change.tx(), request.target)?;
            let (relation, row) = self.conflict_row(request).map_err(invalid)?;
            let today = self.days(None)?.today;
            let all = inspector_conflict::of_inspector(change.tx(), stored.id)?;
            let same = all.iter().find(|other| {
                let there = &other.row;
                there.target == row.target && there.relation == row.relation && in_force(there, today)
            });
            if let Some(same) = same {
                return Err(Error::new(InspectorFault::ConflictStands { id: same.id }, ""));
            }
            inspector_conflict::add(change, &row)?;
            let kind = Kind::ConflictAdded(ConflictMade {
                between: between(&stored, &target, relation),
                told_by: row.told_by,
                since: row.since,
                until: row.until,
            });
            Ok(((), Some(kind)))
        })?;
        self.read(Act::InspectorOpen, |office| {
            self.inspector_of(office, request.inspector)
        })
    }

    /// Ends a conflict of interest, or takes it back as a mistake.
    pub fn conflict_end(&self, request: &ConflictEnd) -> Result<InspectorView> {
        let (id, _) = self.change(Act::ConflictEnd, |change| {
            let id = request.id;
            let missing = || Error::new(InspectorFault::ConflictMissing { id }, "");
            let conflict = inspector_conflict::by_id(change.tx(), id)?.ok_or_else(missing)?;
            if conflict.row.withdrawn {
                return Err(Error::new(InspectorFault::ConflictWithdrawn { id }, ""));
            }
            let stored = require(change.tx(), conflict.row.inspector)?;
            let target = require_target(change.tx(), conflict.row.target)?;
            let reason = checked_reason(&request.reason)?;
            let wrong = |flaw| invalid(vec![problem("until", labels::UNTIL, flaw)]);
            let until = bound(&request.until, self.today()).map_err(wrong)?;
            if !until.is_empty() && until < conflict.row.since {
                return Err(wrong(TargetFlaw::PeriodReversed.into()));
            }
            let row = ConflictRow {
                withdrawn: until.is_empty(),
                until: if until.is_empty() {
                    conflict.row.until.clone()
                } else {
                    until.clone()
                },
                ..conflict.row.clone()
            };
            inspector_conflict::follow(change, id, conflict.version + 1, &row)?;
            let relation = conflict.row.relation.parse().unwrap_or(Relation::Other);
            let kind = Kind::ConflictEnded(ConflictOver {
                between: between(&stored, &target, relation),
                until,
                reason,
            });
            Ok((stored.id, Some(kind)))
        })?;
        self.read(Act::InspectorOpen, |office| self.inspector_of(office, id))
    }

    fn conflict_row(
        &self,
        request: &ConflictAdd,
    ) -> std::result::Result<(Relation, ConflictRow), Vec<Problem>> {
        let mut problems = Vec::new();
        let relation: Option<Relation> = request.relation.parse().ok();
        if relation.is_none() {
            let found = request.relation.clone();
            let flaw = InspectorFlaw::RelationUnknown { found };
            problems.push(problem("relation", labels::RELATION, flaw));
        }
        let told_by = some_text(&request.told_by, SHORT).unwrap_or_else(|fault| {
            problems.push(problem("told_by", labels::TOLD_BY, fault));
            String::new()
        });
        // What the list has no word for must be told.
        let read = match relation {
            Some(Relation::Other) => some_text(&request.detail, SHORT),
            _ => any_text(&request.detail, SHORT),
        };
        let detail = read.unwrap_or_else(|fault| {
            problems.push(problem("detail", labels::DETAIL, fault));
            String::new()
        });
        let mut dated = |field: &str, label: &str, typed: &str| {
            bound(typed, self.today()).unwrap_or_else(|flaw| {
                problems.push(problem(field, label, flaw));
                String::new()
            })
        };
        let since = dated("since", labels::SINCE, &request.since);
        let until = dated("until", labels::UNTIL, &request.until);
        if !until.is_empty() && until < since {
            problems.push(problem("until", labels::UNTIL, TargetFlaw::PeriodReversed));
        }
        let row = ConflictRow {
            inspector: request.inspector,
            target: request.target,
            relation: request.relation.clone(),
            told_by,
            since,
            until,
            detail,
            withdrawn: false,
        };
        relation
            .filter(|_| problems.is_empty())
            .map(|relation| (relation, row))
            .ok_or(problems)
    }
}

fn between(stored: &StoredInspector, target: &StoredTarget, relation: Relation) -> ConflictBetween {
    ConflictBetween {
        inspector: labels::number(stored.id),
        name: stored.get(Column::Name).to_owned(),
        target: target_number(target.id),
        target_name: target.get(target::Column::Name).to_owned(),
        relation,
    }
}

/// The conflicts of one inspector, ended and withdrawn ones too.
pub(super) fn of_inspector(
    office: &Connection,
    stored: &StoredInspector,
    today: Day,
) -> Result<Vec<ConflictView>> {
    inspector_conflict::of_inspector(office, stored.id)?
        .into_iter()
        .map(|conflict| view(office, conflict, stored.get(Column::Name), today))
        .collect()
}

/// Whether a conflict is in force on a day; its first and its last day count.
pub(super) fn in_force(row: &ConflictRow, day: Day) -> bool {
    let day = day.to_string();
    let begun = row.since.is_empty() || row.since <= day;
    let lasts = row.until.is_empty() || day <= row.until;
    !row.withdrawn && begun && lasts
}

fn view(office: &Connection, stored: StoredConflict, name: &str, today: Day) -> Result<ConflictView> {
    let in_force = in_force(&stored.row, today);
    let row = stored.row;
    let target = target::by_id(office, row.target)?;
    let target_name = target.map(|target| target.get(target::Column::Name).to_owned());
    let relation: Option<Relation> = row.relation.parse().ok();
    Ok(ConflictView {
        id: stored.id,
        inspector: row.inspector,
        inspector_name: name.to_owned(),
        target: row.target,
        target_number: target_number(row.target),
        target_name: target_name.unwrap_or_default(),
        relation: relation.map_or_else(|| labels::told(&row.relation, &row.relation), Relation::told),
        detail: row.detail,
        told_by: row.told_by,
        since: row.since,
        until: row.until,
        in_force,
        withdrawn: row.withdrawn,
    })
}
