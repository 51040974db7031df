//! Drawing a plan up and changing one. Only the lines of a draft change; each change has its reason, and nothing is deleted.

use sunlot_store::plan as store;
use sunlot_store::{Connection, Recorded};

use super::check::{Ground, edited};
use super::document::{Kept, Plan, all, require_at};
use super::fault::{PlanFault, PlanFlaw, fault, invalid};
use super::judge::Judge;
use super::labels;
use super::list::own_name;
use super::wire::{PlanChecked, PlanSave, PlanView};
use crate::commands::Act;
use crate::event::plan::PlanEdit;
use crate::registry::check;
use crate::registry::labels::unchanged;
use crate::{Desk, Kind, Problem, Result};

impl Desk {
    /// Says what stands in the way of saving, and what would be said of the lines.
    pub fn plan_check(&self, request: &PlanSave) -> Result<PlanChecked> {
        self.read(Act::PlanCheck, |office| {
            let (_, plan, problems) = self.plan_edited(office, request)?;
            let judge = Judge::read(office, self.plan_day()?)?;
            let lines = plan.lines();
            let mut remarks = judge.between(&lines);
            remarks.extend(judge.twins(&plan, &all(office)?));
            Ok(PlanChecked {
                problems: problems.into_iter().map(Into::into).collect(),
                lines: lines.iter().map(|line| judge.checked(&plan, line)).collect(),
                remarks,
            })
        })
    }

    /// Draws a plan up, or changes what it says.
    pub fn plan_save(&self, request: &PlanSave) -> Result<PlanView> {
        let (id, recorded) = self.change(Act::PlanSave, |change| {
            let (before, after, mut problems) = self.plan_edited(change.tx(), request)?;
            let reason = check::reason(&request.reason).unwrap_or_else(|wrong| {
                problems.extend(wrong);
                String::new()
            });
            if !problems.is_empty() {
                return Err(invalid(problems));
            }
            let kind = |id: i64| {
                Kind::PlanSaved(PlanEdit {
                    plan: labels::number(id),
                    title: after.title.clone(),
                    lines: u32::try_from(after.kept.lines.len()).unwrap_or(u32::MAX),
                    reason: reason.clone(),
                })
            };
            let Some(before) = before else {
                let id = store::add(change, &after.row()?)?;
                return Ok((id, Some(kind(id))));
            };
            if before == after {
                return Ok((before.id, None));
            }
            if !before.editable() && !only_done(&before, &after) {
                return Err(fault(PlanFault::PlanFixed {
                    number: before.number(),
                    state: labels::state(before.state).label,
                }));
            }
            store::follow(change, before.id, before.version + 1, &after.row()?)?;
            Ok((before.id, Some(kind(before.id))))
        })?;
        self.plan_seen(id, recorded.as_ref())
    }

    /// A plan after an act.
    pub(super) fn plan_seen(&self, id: i64, recorded: Option<&Recorded>) -> Result<PlanView> {
        let mut view = self.read(Act::PlanOpen, |office| self.plan_of(office, id))?;
        view.notices = unchanged(recorded);
        Ok(view)
    }

    /// What a plan says, and would say.
    fn plan_edited(
        &self,
        office: &Connection,
        request: &PlanSave,
    ) -> Result<(Option<Plan>, Plan, Vec<Problem>)> {
        let before = match (request.id, request.version) {
            (Some(id), Some(version)) => Some(require_at(office, id, version)?),
            (Some(id), None) => Some(super::document::require(office, id)?),
            (None, _) => None,
        };
        let judge = Judge::read(office, self.plan_day()?)?;
        let ground = Ground {
            items: &judge.items,
            today: self.today(),
            unit: own_name(office)?,
        };
        let (after, problems) = edited(before.as_ref(), request, &ground)?;
        Ok((before, after, problems))
    }
}

/// Whether nothing changed but what was done of the milestones: that goes on while the plan is carried out (Z-12).
fn only_done(before: &Plan, after: &Plan) -> bool {
    let undone = |kept: &Kept| {
        let mut kept = kept.clone();
        for milestone in &mut kept.milestones {
            milestone.values.remove("done");
        }
        kept
    };
    before.title == after.title && undone(&before.kept) == undone(&after.kept)
}

/// Everything that keeps a plan from being approved: the errors of its lines (N-09, L-01).
pub(super) fn obstacles(judge: &Judge, plan: &Plan) -> Vec<Problem> {
    use sunlot_rules::plan::check::Severity;
    let lines = plan.lines();
    let mut problems = Vec::new();
    if lines.is_empty() {
        problems.push(check::problem("lines", labels::LINES, PlanFlaw::LinesMissing));
    }
    for (place, line) in lines.iter().enumerate() {
        for flaw in judge.flaws(plan, line) {
            if flaw.severity() != Severity::Error {
                continue;
            }
            let path = format!("lines.{place}.{}", flaw.field().name());
            let label = labels::nth_line(place + 1, labels::field(flaw.field()));
            problems.push(check::problem(&path, &label, PlanFlaw::LineFlawed(flaw)));
        }
    }
    problems
}
