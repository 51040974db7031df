//! Lines of plans as tasks begin with them.

use sunlot_rules::day::Day;
use sunlot_rules::plan::check::{Between, between};
use sunlot_rules::plan::line::Line;
use sunlot_rules::plan::state::State;
use sunlot_store::Connection;

use super::document::{Plan, all};
use super::labels;
use crate::Result;

/// A line that a task may be of.
#[derive(Clone, Debug)]
pub(crate) struct PlannedTask {
    /// The plan.
    pub plan: i64,
    /// What it is called.
    pub title: String,
    /// The line.
    pub line: i64,
    /// What it says.
    pub said: Line,
    /// The first and the last day of its months, where it names any.
    pub days: Option<(Day, Day)>,
    /// The days that a task of it keeps to: those of its months, else those of the plan.
    pub within: Option<(Day, Day)>,
    /// Whether the plan was approved, and is no draft again.
    pub approved: bool,
}

/// The lines of all plans that were approved, the newest plan first.
pub(crate) fn planned_tasks(office: &Connection) -> Result<Vec<PlannedTask>> {
    let plans = all(office)?.into_iter().rev();
    let approved = plans.filter(|plan| plan.state != State::Draft);
    Ok(approved.flat_map(|plan| lines(&plan)).collect())
}

/// A line, whatever its plan has come to: a task stays of its line while the plan is changed.
pub(crate) fn planned_task(office: &Connection, plan: i64, line: i64) -> Result<Option<PlannedTask>> {
    let all = all(office)?;
    let plan = all.iter().find(|known| known.id == plan);
    Ok(plan.and_then(|plan| lines(plan).into_iter().find(|planned| planned.line == line)))
}

fn lines(plan: &Plan) -> Vec<PlannedTask> {
    let said = plan.lines().into_iter();
    said.zip(&plan.kept.lines)
        .map(|(said, kept)| {
            let days = said.months.and_then(|months| {
                let first = Day::new(plan.year, months.from(), 1)?;
                Some((first, Day::last_of_month(plan.year, months.to())?))
            });
            PlannedTask {
                plan: plan.id,
                title: plan.title.clone(),
                line: i64::from(kept.line),
                days,
                within: days.or_else(|| {
                    let (first, last) = (plan.period.first_day(plan.year), plan.period.last_day(plan.year));
                    first.zip(last)
                }),
                approved: plan.state != State::Draft,
                said,
            }
        })
        .collect()
}

/// Other lines of the same plan that one visit would do for, or that plan the same again, in sentences (N-13).
pub(crate) fn mergeable_lines(office: &Connection, plan: i64, line: i64) -> Result<Vec<String>> {
    let all = all(office)?;
    let Some(plan) = all.iter().find(|known| known.id == plan) else {
        return Ok(Vec::new());
    };
    let lines = plan.lines();
    let place = plan
        .kept
        .lines
        .iter()
        .position(|kept| i64::from(kept.line) == line);
    let told = |found: Between| {
        let (one, other) = match found {
            Between::OneVisit(one, other) | Between::ItemTwice(one, other, _) => (one, other),
            Between::PositionTwice(..) => return None,
        };
        let other = match place {
            Some(own) if own == one => other,
            Some(own) if own == other => one,
            _ => return None,
        };
        lines.get(other).map(labels::could_merge)
    };
    let mut told: Vec<String> = between(&lines).into_iter().filter_map(told).collect();
    told.dedup();
    Ok(told)
}
