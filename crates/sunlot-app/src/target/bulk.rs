//! One change for every target that a filter lets through: looked at first, then made in one transaction.

use sunlot_store::target::{self, Column, StoredTarget};
use sunlot_store::{Connection, Values};

use super::acts::{checked_reason, invalid};
use super::check::{self, BULK};
use super::credit::level_is_free;
use super::fault::TargetFault;
use super::labels;
use super::list::small;
use super::sheet::differences;
use super::wire::{BulkExample, TargetSort, TargetsBulk, TargetsBulkView};
use crate::commands::Act;
use crate::{Desk, Error, Kind, Result};

/// How many are shown of those that would differ.
const EXAMPLES: usize = 8;

impl Desk {
    /// Says what a change would do.
    pub fn targets_bulk_check(&self, request: &TargetsBulk) -> Result<TargetsBulkView> {
        self.read(Act::TargetsBulkCheck, |office| Ok(self.bulk(office, request)?.0))
    }

    /// Makes the change.
    pub fn targets_bulk_save(&self, request: &TargetsBulk) -> Result<TargetsBulkView> {
        let (view, _) = self.change(Act::TargetsBulkSave, |change| {
            let reason = checked_reason(&request.reason)?;
            let (view, edits) = self.bulk(change.tx(), request)?;
            if let Some(expected) = request.found.filter(|expected| *expected != view.found) {
                let found = view.found;
                return Err(Error::new(TargetFault::BulkMoved { expected, found }, ""));
            }
            if edits.is_empty() {
                return Ok((view, None));
            }
            for (stored, after) in &edits {
                target::follow(change, stored.id, stored.version + 1, after)?;
            }
            let kind = Kind::TargetsChanged {
                count: view.changed,
                which: labels::heading(&request.filter),
                fields: request.values.keys().cloned().collect(),
                reason,
            };
            Ok((view, Some(kind)))
        })?;
        Ok(view)
    }

    fn bulk(
        &self,
        office: &Connection,
        request: &TargetsBulk,
    ) -> Result<(TargetsBulkView, Vec<(StoredTarget, Values)>)> {
        // Whatever is wrong with the values is wrong for all of them: said once, even where nobody is found.
        let anybody = super::acts::new_target()
            .with(Column::Kind.place(), "other")
            .with(Column::Name.place(), "?");
        check::edited(&anybody, &request.values, self.today(), &BULK).map_err(invalid)?;
        let found = self.targets_found(office, &request.filter, TargetSort::default())?;
        let mut view = TargetsBulkView {
            found: small(found.len()),
            changed: 0,
            examples: Vec::new(),
        };
        let mut edits = Vec::new();
        for at in found.iter() {
            let Some(stored) = target::by_id(office, i64::from(*at) + 1)? else {
                continue;
            };
            let after =
                check::edited(&stored.values, &request.values, self.today(), &BULK).map_err(invalid)?;
            if after == stored.values {
                continue;
            }
            let whose = format!("{} {}", labels::number(stored.id), stored.get(Column::Name));
            level_is_free(office, &stored, &after, &whose)?;
            if view.examples.len() < EXAMPLES {
                view.examples.push(BulkExample {
                    number: labels::number(stored.id),
                    name: stored.get(Column::Name).to_owned(),
                    changes: differences(&stored.values, &after),
                });
            }
            edits.push((stored, after));
        }
        view.changed = small(edits.len());
        Ok((view, edits))
    }
}
