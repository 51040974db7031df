//! Entering an inspector, changing one, and moving one out of the registry and back. Nothing is deleted, and each change
//! has its reason (P-05).

use sunlot_store::inspector::{self, Column, StoredInspector};
use sunlot_store::{Connection, Values};

use super::fault::InspectorFault;
use super::sheet::{differences, require};
use super::standing::CERTIFICATES;
use super::wire::{InspectorMembership, InspectorSave, InspectorView};
use super::{check, labels};
use crate::commands::Act;
use crate::event::inspector::{InspectorEdit, InspectorMade, InspectorMove};
use crate::registry::labels::unchanged;
use crate::registry::{self, FormChecked};
use crate::{Desk, Error, Kind, Problem, Result};

impl Desk {
    /// Says what stands in the way of saving.
    pub fn inspector_check(&self, request: &InspectorSave) -> Result<FormChecked> {
        self.read(Act::InspectorCheck, |office| {
            let problems = match self.inspector_edited(office, request) {
                Ok(_) => Vec::new(),
                Err(error) if error.problems.is_empty() => return Err(error),
                Err(error) => error.problems,
            };
            Ok(FormChecked {
                problems: problems.into_iter().map(Into::into).collect(),
            })
        })
    }

    /// Enters an inspector, or changes what is said of one.
    pub fn inspector_save(&self, request: &InspectorSave) -> Result<InspectorView> {
        let (id, recorded) = self.change(Act::InspectorSave, |change| {
            let (before, after) = self.inspector_edited(change.tx(), request)?;
            let reason = checked_reason(&request.reason)?;
            let name = after.get(Column::Name.place()).to_owned();
            certificates_are_free(change.tx(), request.id, &after)?;
            let Some(stored) = before else {
                let id = inspector::add(change, &after)?;
                let inspector = labels::number(id);
                let kind = Kind::InspectorAdded(InspectorMade {
                    inspector,
                    name,
                    reason,
                });
                return Ok((id, Some(kind)));
            };
            let fields = differences(&stored.values, &after);
            if fields.is_empty() {
                return Ok((stored.id, None));
            }
            inspector::follow(change, stored.id, stored.version + 1, &after)?;
            let kind = Kind::InspectorChanged(InspectorEdit {
                inspector: labels::number(stored.id),
                name,
                fields: fields.into_iter().map(|change| change.field).collect(),
                reason,
            });
            Ok((stored.id, Some(kind)))
        })?;
        let mut view = self.read(Act::InspectorOpen, |office| self.inspector_of(office, id))?;
        view.notices = unchanged(recorded.as_ref());
        Ok(view)
    }

    /// Suspends an inspector in the registry, removes them from there, or takes them in again.
    pub fn inspector_membership(&self, request: &InspectorMembership) -> Result<InspectorView> {
        let ((), recorded) = self.change(Act::InspectorMembership, |change| {
            let stored = require(change.tx(), request.id)?;
            unmoved(request.version, &stored)?;
            let reason = checked_reason(&request.reason)?;
            let membership: &'static str = request.membership.into();
            if stored.get(Column::Membership) == membership {
                return Ok(((), None));
            }
            let after = stored.values.with(Column::Membership.place(), membership);
            certificates_are_free(change.tx(), Some(stored.id), &after)?;
            inspector::follow(change, stored.id, stored.version + 1, &after)?;
            let kind = Kind::InspectorPlaced(InspectorMove {
                inspector: labels::number(stored.id),
                name: stored.get(Column::Name).to_owned(),
                membership: membership.to_owned(),
                reason,
            });
            Ok(((), Some(kind)))
        })?;
        let mut view = self.read(Act::InspectorOpen, |office| self.inspector_of(office, request.id))?;
        view.notices = unchanged(recorded.as_ref());
        Ok(view)
    }

    /// What is said of an inspector, and would be said.
    fn inspector_edited(
        &self,
        office: &Connection,
        request: &InspectorSave,
    ) -> Result<(Option<StoredInspector>, Values)> {
        let before = match request.id {
            Some(id) => Some(require(office, id)?),
            None => None,
        };
        if let (Some(stored), Some(edited)) = (&before, request.version) {
            unmoved(edited, stored)?;
        }
        let values = before
            .as_ref()
            .map_or_else(new_inspector, |stored| stored.values.clone());
        let after = check::edited(&values, &request.values, self.today()).map_err(invalid)?;
        let after = if request.confirmed {
            after.with(Column::Doubts.place(), "")
        } else {
            after
        };
        Ok((before, after))
    }
}

/// What is said of a new inspector before anybody has filled in anything.
pub(crate) fn new_inspector() -> Values {
    Values::of([
        (Column::Status.place(), "active"),
        (Column::Membership.place(), "in"),
    ])
}

fn unmoved(edited: i64, stored: &StoredInspector) -> Result<()> {
    if stored.version == edited {
        return Ok(());
    }
    let number = labels::number(stored.id);
    let name = stored.get(Column::Name).to_owned();
    Err(Error::new(InspectorFault::InspectorMoved { number, name }, ""))
}

/// The certificate is what a person is known by: no two in the registry have one (P-03). Whoever was removed does not count.
fn certificates_are_free(office: &Connection, own: Option<i64>, values: &Values) -> Result<()> {
    let numbers = |values: &Values| CERTIFICATES.map(|[number, ..]| values.get(number.place()).to_owned());
    let mine = numbers(values);
    let removed = |values: &Values| values.get(Column::Membership.place()) == "removed";
    if removed(values) {
        return Ok(());
    }
    for other in inspector::all(office)? {
        if Some(other.id) == own || removed(&other.values) {
            continue;
        }
        let theirs = numbers(&other.values);
        let both = mine.iter().find(|cert| !cert.is_empty() && theirs.contains(cert));
        if let Some(cert) = both {
            let fault = InspectorFault::CertificateTaken {
                cert: cert.clone(),
                whose: format!("{} {}", labels::number(other.id), other.get(Column::Name)),
            };
            return Err(Error::new(fault, ""));
        }
    }
    Ok(())
}

pub(super) fn checked_reason(typed: &str) -> Result<String> {
    registry::check::reason(typed).map_err(invalid)
}

pub(super) fn invalid(problems: Vec<Problem>) -> Error {
    let count = problems.len();
    Error::of_problems(InspectorFault::InspectorInvalid { count }, problems)
}
