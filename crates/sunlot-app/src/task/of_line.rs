//! A task and the line of the plan that it is of: its items, its days, and whether it draws from everybody or under a condition are
//! the line's (N-01, N-09, D-08). What the law lets differ is written down with one of two reasons; the rest is refused.

use sunlot_rules::day::Day;
use sunlot_rules::plan::line::DrawScope;
use sunlot_rules::pool::Field;
use sunlot_store::Connection;
use sunlot_store::task::{self, Stored, TaskRow};

use super::document::TaskDocument;
use super::due::drawn_by_line;
use super::fault::{LineFault, TaskFlaw};
use super::labels;
use super::sheet::id_of;
use crate::item::item_number;
use crate::plan::{PlannedTask, planned_task};
use crate::registry::check::problem;
use crate::{Desk, Problem, Result};

/// The office above ordered it otherwise (N-06).
pub(super) const SUPERIOR: &str = "superior";
/// Targets of risk are visited more (N-05, N-08).
pub(super) const RISK: &str = "risk";

/// The line of a task.
#[derive(Clone, Debug)]
pub(super) struct OfLine {
    pub task: PlannedTask,
    /// How many other tasks of the line have drawn.
    pub before: u64,
}

impl OfLine {
    /// The line of a task that is saved.
    pub fn of(office: &Connection, stored: &Stored<TaskRow>) -> Result<Option<Self>> {
        let (Some(plan), Some(line)) = (stored.row.plan, stored.row.line) else {
            return Ok(None);
        };
        let Some(task) = planned_task(office, plan, line)? else {
            return Ok(None);
        };
        let others = task::of_plan(office, plan)?;
        let alone = others
            .iter()
            .all(|other| other.id == stored.id || other.row.line != Some(line));
        let before = if alone {
            0
        } else {
            drawn_by_line(office)?
                .get(&(plan, line))
                .map_or(0, |(drawn, _)| u64::from(*drawn))
        };
        Ok(Some(Self { task, before }))
    }

    /// In what a document differs from it, by field.
    pub fn faults(&self, document: &TaskDocument) -> Vec<(&'static str, LineFault)> {
        faults(&self.task, document)
    }
}

/// In what a document differs from a line, by field.
fn faults(planned: &PlannedTask, document: &TaskDocument) -> Vec<(&'static str, LineFault)> {
    let said = &planned.said;
    let mut found = Vec::new();
    let known: Vec<i64> = said.items.iter().filter_map(|code| id_of(code)).collect();
    for item in document.items.iter().filter(|item| !known.contains(item)) {
        let (item, line) = (item_number(*item), said.items.join(labels::LISTED));
        found.push(("items", LineFault::Item { item, line }));
    }
    let ordered = document.beyond_code() == SUPERIOR;
    let days = Day::parse(&document.from).zip(Day::parse(&document.to));
    if let (Some((first, last)), Some((from, to))) = (planned.within, days)
        && (from < first || to > last)
        && !ordered
    {
        let (from, to) = (first.to_string(), last.to_string());
        found.push(("from", LineFault::Days { from, to }));
    }
    match said.draw_scope {
        // What is supervised is the line's scope itself; any other condition picks some out of it.
        DrawScope::Untargeted => found.extend(
            document
                .scope
                .iter()
                .filter(|clause| !ordered && !matches!(clause.field, Field::Tags | Field::Kind))
                .map(|clause| {
                    (
                        "scope",
                        LineFault::Targeted {
                            clause: labels::clause(clause),
                        },
                    )
                }),
        ),
        DrawScope::Targeted if document.scope.is_empty() => {
            let condition = said.condition.clone();
            found.push(("scope", LineFault::Untargeted { condition }));
        }
        DrawScope::Targeted => {}
    }
    found
}

/// The problems of a document that is saved as one of a line.
pub(super) fn problems(planned: &PlannedTask, document: &TaskDocument) -> Vec<Problem> {
    let told = |(field, fault)| problem(field, labels::task_field(field), TaskFlaw::NotAsPlanned { fault });
    faults(planned, document).into_iter().map(told).collect()
}

impl Desk {
    /// What keeps a task from being approved by its line of the plan.
    pub(super) fn not_as_planned(
        &self,
        office: &Connection,
        stored: &Stored<TaskRow>,
    ) -> Result<Vec<Problem>> {
        if stored.row.plan.is_none() {
            return Ok(Vec::new());
        }
        let found = self.pool_of(office, stored.id)?.beyond_line();
        let told = |(field, flaw)| problem(field, labels::task_field(field), flaw);
        Ok(found.into_iter().map(told).collect())
    }
}
