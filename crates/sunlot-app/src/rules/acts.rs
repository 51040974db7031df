//! Saving a profile: a new one, the next version of one, and which of them is in force. Nothing is deleted, and each change has
//! its reason.

use sunlot_rules::profile::Switch;
use sunlot_store::{Change, rule_profile};

use super::check;
use super::diff::changed;
use super::document::Document;
use super::labels;
use super::wire::{RulesOpened, RulesSave};
use crate::commands::Act;
use crate::event::plan::RulesChange;
use crate::registry::FormChecked;
use crate::registry::labels::unchanged;
use crate::{Desk, Kind, Result};

impl Desk {
    /// Says what stands in the way of saving.
    pub fn rules_check(&self, request: &RulesSave) -> Result<FormChecked> {
        self.read(Act::RulesCheck, |office| {
            let problems = match check::edited(office, request) {
                Err(error) if !error.problems.is_empty() => error.problems,
                Err(error) => return Err(error),
                Ok(_) => Vec::new(),
            };
            Ok(FormChecked {
                problems: problems.into_iter().map(Into::into).collect(),
            })
        })
    }

    /// Saves a new profile, or the next version of one.
    pub fn rules_save(&self, request: &RulesSave) -> Result<RulesOpened> {
        let (id, recorded) = self.change(Act::RulesSave, |change| {
            let (before, after) = check::edited(change.tx(), request)?;
            let reason = check::reason(&request.reason)?;
            write(change, before.as_ref(), after, reason)
        })?;
        let mut opened = self.read(Act::RulesOpen, |office| self.rules_of(office, id))?;
        opened.notices = unchanged(recorded.as_ref());
        Ok(opened)
    }
}

/// Writes what a profile says now, and its event; nothing where it says what it said.
pub(super) fn write(
    change: &Change<'_>,
    before: Option<&Document>,
    after: Document,
    reason: String,
) -> Result<(i64, Option<Kind>)> {
    let blank = Document::blank();
    let changes = changed(before.unwrap_or(&blank), &after).into_iter();
    let fields: Vec<String> = changes.map(|change| change.field).collect();
    if before.is_some() && fields.is_empty() {
        return Ok((after.id, None));
    }
    // Of a new one it is worth saying in what it departs from what would hold without it.
    let worth_saying = |field: &String| before.is_some() || field.parse::<Switch>().is_ok();
    let switches = fields.into_iter().filter(worth_saying).collect();
    let id = match before {
        Some(before) => {
            rule_profile::follow(change, before.id, before.version + 1, &after.row()?)?;
            before.id
        }
        None => rule_profile::add(change, &after.row()?)?,
    };
    if after.in_force {
        take_force(change, id)?;
    }
    let kind = Kind::RulesSaved(RulesChange {
        profile: labels::number(id),
        name: after.name,
        switches,
        in_force: after.in_force,
        basis: after.basis,
        reason,
    });
    Ok((id, Some(kind)))
}

/// Only one is in force: whatever else was is not any more, from the same event on.
fn take_force(change: &Change<'_>, id: i64) -> Result<()> {
    for stored in rule_profile::all(change.tx())? {
        if stored.id != id && stored.row.in_force {
            let mut row = stored.row;
            row.in_force = false;
            rule_profile::follow(change, stored.id, stored.version + 1, &row)?;
        }
    }
    Ok(())
}
