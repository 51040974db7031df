//! Targets that a decision leaves out of a task's pool: with its basis, and with the supervisor (D-07).

use sunlot_rules::pool::Place;
use sunlot_store::pool_exclusion::{self, PoolExclusionRow, Stored};
use sunlot_store::target::{self, Column};
use sunlot_store::{Connection, trail};

use super::acts::{may_now, require, require_open, require_unsealed};
use super::fault::{TaskFault, fault, invalid};
use super::labels;
use super::source::place;
use super::wire::{HandExclusionView, TargetExclude, TargetInclude, TaskId, TaskView};
use crate::account::Names;
use crate::commands::Act;
use crate::error::Flaw;
use crate::event::plan::HandExclusion;
use crate::registry::check::{problem, some_text};
use crate::registry::labels::told;
use crate::registry::limits::LONG;
use crate::target::{TargetFlaw, require_target, target_number};
use crate::trail::told as trail_told;
use crate::{Desk, Kind, Result};

impl Desk {
    /// Leaves a target out of a task's pool.
    pub fn target_exclude(&self, request: &TargetExclude) -> Result<TaskView> {
        self.change_by_two(Act::TargetExclude, request.second.as_ref(), |change| {
            let task = require_open(change.tx(), request.task)?;
            require_unsealed(change.tx(), &task)?;
            let stored = require_target(change.tx(), request.target)?;
            let name = stored.get(Column::Name).to_owned();
            let mut problems = Vec::new();
            let basis = some_text(&request.basis, LONG).unwrap_or_else(|flaw| {
                problems.push(problem("basis", labels::exclusion_field("basis"), flaw));
                String::new()
            });
            if !matches!(request.kind.as_str(), "restricted" | "other") {
                let found = request.kind.clone();
                let flaw: Flaw = TargetFlaw::ChoiceUnknown { found }.into();
                problems.push(problem("kind", labels::exclusion_field("kind"), flaw));
            }
            if !problems.is_empty() {
                return Err(invalid(problems));
            }
            let held = self.pool_of(change.tx(), task.id)?;
            let standing = place(stored.id).and_then(|at| held.pool.places.get(at).copied());
            match standing {
                Some(Place::Outside(_)) | None => return Err(fault(TaskFault::OutOfScope { name })),
                Some(_) => {}
            }
            let known = pool_exclusion::of_task(change.tx(), task.id)?;
            if known
                .iter()
                .any(|known| known.row.target == stored.id && !known.row.withdrawn)
            {
                return Err(fault(TaskFault::ExclusionStands { name }));
            }
            let row = PoolExclusionRow {
                task: task.id,
                target: stored.id,
                kind: request.kind.clone(),
                basis: basis.clone(),
                withdrawn: false,
            };
            pool_exclusion::add(change, &row)?;
            Ok(((), Some(moved(&row, name))))
        })?;
        self.task_open(&TaskId { id: request.task })
    }

    /// Takes one in again.
    pub fn target_include(&self, request: &TargetInclude) -> Result<TaskView> {
        let (task, _) = self.change_by_two(Act::TargetInclude, request.second.as_ref(), |change| {
            let stored = pool_exclusion::by_id(change.tx(), request.id)?
                .filter(|stored| !stored.row.withdrawn)
                .ok_or_else(|| fault(TaskFault::ExclusionMissing { id: request.id }))?;
            let task = require_open(change.tx(), stored.row.task)?;
            require_unsealed(change.tx(), &task)?;
            let row = PoolExclusionRow {
                withdrawn: true,
                ..stored.row.clone()
            };
            pool_exclusion::follow(change, stored.id, stored.version + 1, &row)?;
            let target = require_target(change.tx(), row.target)?;
            let name = target.get(Column::Name).to_owned();
            Ok((row.task, Some(moved(&row, name))))
        })?;
        self.task_open(&TaskId { id: task })
    }
}

fn moved(row: &PoolExclusionRow, name: String) -> Kind {
    Kind::ExclusionMoved(HandExclusion {
        task: labels::number(row.task),
        target: target_number(row.target),
        name,
        kind: row.kind.clone(),
        basis: row.basis.clone(),
        withdrawn: row.withdrawn,
    })
}

/// The decisions about a task's targets, those taken back too.
pub(super) fn of(office: &Connection, task: i64) -> Result<Vec<HandExclusionView>> {
    let all = pool_exclusion::of_task(office, task)?;
    let open = !may_now(office, &require(office, task)?)?.is_empty();
    let ids: Vec<i64> = all.iter().map(|stored| stored.row.target).collect();
    let targets = target::by_ids(office, &ids)?;
    let name = |id: i64| {
        let found = targets.iter().find(|target| target.id == id);
        found.map_or_else(String::new, |target| target.get(Column::Name).to_owned())
    };
    all.iter()
        .map(|stored| {
            Ok(HandExclusionView {
                decided: decided(office, stored)?,
                id: stored.id,
                target: stored.row.target,
                number: target_number(stored.row.target),
                name: name(stored.row.target),
                kind: told(&stored.row.kind, labels::exclusion_kind(&stored.row.kind)),
                basis: stored.row.basis.clone(),
                withdrawn: stored.row.withdrawn,
                may_include: open && !stored.row.withdrawn,
            })
        })
        .collect()
}

/// Who decided it, and which supervisor was there.
pub(super) fn decided(office: &Connection, stored: &Stored<PoolExclusionRow>) -> Result<String> {
    let names = Names::read(office)?;
    let entry = trail::event(office, stored.event)?.map(|event| trail_told(event, &names));
    Ok(entry.map_or_else(String::new, |entry| {
        labels::decided(&entry.actor, entry.second.as_deref(), stored.row.withdrawn)
    }))
}
