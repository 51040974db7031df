//! Entering a target, changing one, and moving one out of the registry and back. Nothing is deleted, and each change has
//! its reason (T-04).

use crate::registry::labels::unchanged;
use crate::registry::{self, FormChecked, Told};
use sunlot_store::target::{self, Column};
use sunlot_store::{Change, Connection, Values};

use super::check::{self, FILLED};
use super::credit::level_is_free;
use super::fault::TargetFault;
use super::index::{id_at, position};
use super::labels;
use super::sheet::{differences, require};
use super::wire::{TargetLine, TargetMembership, TargetSave, TargetView};
use crate::commands::Act;
use crate::{Desk, Error, Kind, Problem, Result};

impl Desk {
    /// Says what stands in the way of saving.
    pub fn target_check(&self, request: &TargetSave) -> Result<FormChecked> {
        self.read(Act::TargetCheck, |office| {
            let problems = match self.target_edited(office, request) {
                Ok(_) => Vec::new(),
                Err(error) if error.problems.is_empty() => return Err(error),
                Err(error) => error.problems,
            };
            Ok(FormChecked {
                problems: problems.into_iter().map(Into::into).collect(),
            })
        })
    }

    /// Enters a target, or changes what it says.
    pub fn target_save(&self, request: &TargetSave) -> Result<TargetView> {
        let (id, recorded) = self.change(Act::TargetSave, |change| {
            let (before, after) = self.target_edited(change.tx(), request)?;
            let reason = checked_reason(&request.reason)?;
            let name = after.get(Column::Name.place()).to_owned();
            code_is_free(change.tx(), request.id, &after)?;
            let Some(stored) = before else {
                let id = target::add(change, std::iter::once(after))?;
                let target = labels::number(id);
                return Ok((id, Some(Kind::TargetAdded { target, name, reason })));
            };
            let fields = differences(&stored.values, &after);
            if fields.is_empty() {
                return Ok((stored.id, None));
            }
            target::follow(change, stored.id, stored.version + 1, &after)?;
            let kind = Kind::TargetChanged {
                target: labels::number(stored.id),
                name,
                fields: fields.into_iter().map(|change| change.field).collect(),
                reason,
            };
            Ok((stored.id, Some(kind)))
        })?;
        self.read(Act::TargetOpen, |office| {
            let mut view = self.target_of(office, id)?;
            view.notices = unchanged(recorded.as_ref());
            if recorded.is_some() {
                view.notices.extend(self.namesakes(office, &view.line)?);
            }
            Ok(view)
        })
    }

    /// Others in business that are called the same: two entries of one would be drawn twice as often, and yet a name may be two
    /// targets'.
    fn namesakes(&self, office: &Connection, line: &TargetLine) -> Result<Option<Told>> {
        let numbers: Vec<String> = self.targets().with(office, self.today(), |index| {
            let others = index.called(&line.name).into_iter();
            let others = others.filter(|at| {
                position(line.id) != Some(*at)
                    && index.value(*at, Column::Status) == "active"
                    && index.value(*at, Column::Membership) != "removed"
            });
            Ok(others.map(|at| labels::number(id_at(at))).collect())
        })?;
        Ok((!numbers.is_empty()).then(|| labels::namesakes(&numbers)))
    }

    /// Suspends a target in the registry, removes it from there, or takes it in again.
    pub fn target_membership(&self, request: &TargetMembership) -> Result<TargetView> {
        let ((), recorded) = self.change(Act::TargetMembership, |change| {
            let stored = require(change.tx(), request.id)?;
            unmoved(stored.version, request.version, &stored)?;
            let reason = checked_reason(&request.reason)?;
            let membership: &'static str = request.membership.into();
            if stored.get(Column::Membership) == membership {
                return Ok(((), None));
            }
            let after = stored.values.with(Column::Membership.place(), membership);
            target::follow(change, stored.id, stored.version + 1, &after)?;
            let kind = Kind::TargetPlaced {
                target: labels::number(stored.id),
                name: stored.get(Column::Name).to_owned(),
                membership: membership.to_owned(),
                reason,
            };
            Ok(((), Some(kind)))
        })?;
        let mut view = self.read(Act::TargetOpen, |office| self.target_of(office, request.id))?;
        view.notices = unchanged(recorded.as_ref());
        Ok(view)
    }

    /// What a target says, and would say.
    fn target_edited(
        &self,
        office: &Connection,
        request: &TargetSave,
    ) -> Result<(Option<target::StoredTarget>, Values)> {
        let before = match request.id {
            Some(id) => Some(require(office, id)?),
            None => None,
        };
        if let (Some(stored), Some(edited)) = (&before, request.version) {
            unmoved(stored.version, edited, stored)?;
        }
        let values = before
            .as_ref()
            .map_or_else(new_target, |stored| stored.values.clone());
        let after = check::edited(&values, &request.values, self.today(), &FILLED).map_err(invalid)?;
        if let Some(stored) = &before {
            level_is_free(office, stored, &after, "")?;
        }
        let after = if request.confirmed {
            after.with(Column::Doubts.place(), "")
        } else {
            after
        };
        Ok((before, after))
    }
}

/// What a new target says before anybody has filled in anything.
pub(crate) fn new_target() -> Values {
    Values::of([
        (Column::Status.place(), "active"),
        (Column::Membership.place(), "in"),
    ])
}

fn unmoved(version: i64, edited: i64, stored: &target::StoredTarget) -> Result<()> {
    if version == edited {
        return Ok(());
    }
    let number = labels::number(stored.id);
    let name = stored.get(Column::Name).to_owned();
    Err(Error::new(TargetFault::TargetMoved { number, name }, ""))
}

/// Two targets with one code would be drawn twice as often.
fn code_is_free(office: &Connection, own: Option<i64>, values: &Values) -> Result<()> {
    let code = |column: Column| values.get(column.place());
    let mut others = Vec::new();
    if !code(Column::Uscc).is_empty() {
        others.push((code(Column::Uscc), target::by_uscc(office, code(Column::Uscc))?));
    }
    if !code(Column::RegNo).is_empty() {
        others.push((
            code(Column::RegNo),
            target::by_reg_no(office, code(Column::RegNo))?,
        ));
    }
    for (code, other) in others {
        if let Some(id) = other.filter(|id| Some(*id) != own) {
            let fault = TargetFault::TargetCodeTaken {
                code: code.to_owned(),
                number: labels::number(id),
                name: require(office, id)?.get(Column::Name).to_owned(),
            };
            return Err(Error::new(fault, ""));
        }
    }
    Ok(())
}

pub(crate) fn checked_reason(typed: &str) -> Result<String> {
    registry::check::reason(typed).map_err(invalid)
}

pub(super) fn invalid(problems: Vec<Problem>) -> Error {
    let count = problems.len();
    Error::of_problems(TargetFault::TargetInvalid { count }, problems)
}

/// The same for what belongs to a target that exists.
pub(super) fn about(change: &Change<'_>, id: i64) -> Result<(String, String)> {
    let stored = require(change.tx(), id)?;
    Ok((labels::number(id), stored.get(Column::Name).to_owned()))
}
