//! A task and the line of the plan that it is of: its items, its days, and whether it draws from everybody or under a condition are
//! the line's (N-01, N-09, D-08). What the law lets differ is written down with one of two reasons; the rest is refused.

pub(super) mod joint;

use sunlot_rules::day::Day;
use sunlot_rules::plan::drawn::is_of_risk;
use sunlot_rules::plan::line::DrawScope;
use sunlot_rules::pool::{Field, key};
use sunlot_store::Connection;
use sunlot_store::task::{self, Stored, TaskRow};

use super::document::TaskDocument;
use super::fault::{LineFault, TaskFlaw};
use super::labels;
use super::planned::labels as planned_labels;
use super::pool::wide;
use super::sheet::id_of;
use crate::ceremony::{OwnDraw, drawn_already, own_draws};
use crate::item::{TaskItem, TaskItems, item_number};
use crate::plan::{PlannedTask, planned_task};
use crate::registry::Told;
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
    /// What other tasks take of the line.
    pub others: Vec<OfOther>,
}

/// What another task takes of the same line.
#[derive(Clone, Debug)]
pub(super) struct OfOther {
    /// Its number and its name, for people.
    pub told: String,
    /// How many the line counts.
    pub quota: u64,
    /// Whether they are drawn; else they are approved to be.
    pub drawn: bool,
}

impl OfLine {
    /// The line of a task that is saved. What others take of it is not looked at here.
    pub fn of(office: &Connection, stored: &Stored<TaskRow>) -> Result<Option<Self>> {
        let (Some(plan), Some(line)) = (stored.row.plan, stored.row.line) else {
            return Ok(None);
        };
        let planned = planned_task(office, plan, line)?;
        Ok(planned.map(|task| Self {
            task,
            others: Vec::new(),
        }))
    }

    /// How many the others take of it.
    pub fn before(&self) -> u64 {
        self.others.iter().map(|other| other.quota).sum()
    }

    /// The same task by task, in words.
    pub fn others_told(&self) -> Vec<String> {
        let told = |other: &OfOther| planned_labels::of_other(&other.told, other.quota, other.drawn);
        self.others.iter().map(told).collect()
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
    found.extend(
        joint::fault(said, &document.crew)
            .filter(|_| !ordered)
            .map(|fault| ("crew", fault)),
    );
    found
}

/// How many of a draw the line counts: of those of risk more may be drawn, where that is the reason (N-05, N-08).
fn counted(draw: &OwnDraw, document: &TaskDocument) -> u64 {
    let risk = document.beyond_code() == RISK;
    let beside = |letter: &&String| {
        let mut strata = document.strata.iter().enumerate();
        let of = strata.find(|(at, _)| key(*at).is_some_and(|key| key.to_string() == **letter));
        risk && of.is_some_and(|(_, rule)| is_of_risk(&rule.clauses))
    };
    wide(draw.strata.iter().filter(|letter| !beside(letter)).count())
}

/// The problems of a document that is saved as one of a line.
pub(super) fn problems(planned: &PlannedTask, document: &TaskDocument) -> Vec<Problem> {
    let told = |(field, fault)| problem(field, labels::task_field(field), TaskFlaw::NotAsPlanned { fault });
    faults(planned, document).into_iter().map(told).collect()
}

impl Desk {
    /// What the other tasks of a line take of it: those that were drawn, and those that are approved or sealed and are going to be
    /// (N-09). A draft takes nothing, nor does what an office above ordered beside the plan (N-06).
    pub(super) fn others_of_line(
        &self,
        office: &Connection,
        task: i64,
        planned: &PlannedTask,
    ) -> Result<Vec<OfOther>> {
        let mut others = Vec::new();
        for stored in task::of_plan(office, planned.plan)? {
            if stored.id == task || stored.row.line != Some(planned.line) {
                continue;
            }
            let document = TaskDocument::read(&stored.row)?;
            if document.beyond_code() == SUPERIOR {
                continue;
            }
            // A draw that was cancelled as a whole leaves its task to be drawn again.
            let drawn = drawn_already(office, stored.id)?.is_some();
            let quota = if drawn {
                let draws = own_draws(office, &|drawn| drawn == stored.id)?;
                draws.iter().map(|draw| counted(draw, &document)).sum()
            } else if stored.row.state == super::acts::APPROVED {
                self.pool_alone(office, Some(stored.id), document)?.of_line()
            } else {
                0
            };
            if quota > 0 {
                let told = planned_labels::task(&labels::number(stored.id), &stored.row.title);
                others.push(OfOther { told, quota, drawn });
            }
        }
        Ok(others)
    }

    /// That the scope of a line, which it says in words, is to be written into a task that draws from everybody (D-08).
    pub(super) fn scope_to_write(&self, office: &Connection, task: i64) -> Result<Option<Told>> {
        let stored = super::acts::require(office, task)?;
        let document = TaskDocument::read(&stored.row)?;
        let Some(of_line) = OfLine::of(office, &stored)?.filter(|_| document.scope.is_empty()) else {
            return Ok(None);
        };
        let known = TaskItems::read(office, document.period()?.0)?;
        let items: Vec<TaskItem> = document
            .items
            .iter()
            .filter_map(|id| known.get(*id).cloned())
            .collect();
        let said = &of_line.task.said;
        let open = super::source::tags_of(&items).is_empty();
        Ok(open.then(|| planned_labels::scope_to_write(&said.scope, said.base)))
    }

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
