//! Writing what rosters of targets tell: the targets, and the visits and flags beside them.

use std::collections::BTreeMap;

use sunlot_store::Change;
use sunlot_store::target;
use sunlot_store::target_flag::{self, FlagRow};
use sunlot_store::visit::{self, VisitRow};

use super::Targets;
use crate::import::compare::Judged;
use crate::import::fault::ImportFault;
use crate::import::labels;
use crate::import::wire::Fate;
use crate::import::work::{Compared, Held};
use crate::target::new_target;
use crate::{Desk, Error, Result};

pub(super) fn store(
    desk: &Desk,
    change: &Change<'_>,
    held: &Held,
    compared: &Compared<Targets>,
) -> Result<()> {
    let new: Vec<&Judged<Targets>> = compared
        .rows
        .iter()
        .filter(|row| row.fate == Fate::Added)
        .collect();
    let fresh = new_target();
    let first = target::add(change, new.iter().map(|row| row.begun_with(&fresh)))?;
    // Nobody was told of a visit to a target that was not there: what rosters said before need not be looked up.
    let visits: Vec<VisitRow> = (first..)
        .zip(&new)
        .filter_map(|(id, row)| visit_of(id, row))
        .collect();
    visit::add(change, &visits)?;
    let mut ids: Vec<(i64, &Judged<Targets>)> = (first..).zip(new).collect();
    let added = ids.len();
    for row in compared.rows.iter().filter(|row| row.fate == Fate::Updated) {
        let Some(stored) = row
            .entry
            .map(|id| target::by_id(change.tx(), id))
            .transpose()?
            .flatten()
        else {
            return Err(Error::new(ImportFault::ImportMoved, ""));
        };
        let after = row.after();
        if stored.values != *after {
            target::follow(change, stored.id, stored.version + 1, &after)?;
        }
        ids.push((stored.id, row));
    }
    renew(
        change,
        ids[added..].iter().filter_map(|(id, row)| visit_of(*id, row)),
    )?;
    let today = desk.today().to_string();
    for (id, row) in ids {
        for flag in &row.draft.beside.flags {
            let flag: &'static str = (*flag).into();
            let set = target_flag::of_target(change.tx(), id)?;
            if set.iter().any(|set| set.row.flag == flag && !set.row.withdrawn) {
                continue;
            }
            let flag_row = FlagRow {
                target: id,
                flag: flag.to_owned(),
                since: today.clone(),
                until: String::new(),
                evidence: labels::by_roster(&held.file),
                withdrawn: false,
            };
            target_flag::add(change, &flag_row)?;
        }
    }
    Ok(())
}

/// The visits that a roster tells of, in one: how many there were, and the last of them.
fn visit_of(target: i64, row: &Judged<Targets>) -> Option<VisitRow> {
    let (last, count) = row.draft.beside.visits.as_ref()?;
    Some(VisitRow {
        target,
        held_on: last.clone(),
        times: (*count).max(1),
        counted: true,
        task_kind: "double_random".to_owned(),
        origin: "roster".to_owned(),
        ..VisitRow::default()
    })
}

/// The next roster tells of the same visits again: what it says of a year takes the place of what the last one said.
fn renew(change: &Change<'_>, visits: impl Iterator<Item = VisitRow>) -> Result<()> {
    let mut new = Vec::new();
    for row in visits {
        let year = |row: &VisitRow| row.held_on.get(..4).map(str::to_owned);
        let before: BTreeMap<i64, _> = visit::of_target(change.tx(), row.target)?
            .into_iter()
            .filter(|stored| {
                stored.row.origin == "roster" && !stored.row.withdrawn && year(&stored.row) == year(&row)
            })
            .map(|stored| (stored.id, stored))
            .collect();
        match before.into_values().next() {
            None => new.push(row),
            Some(stored) if stored.row == row => {}
            Some(stored) => visit::follow(change, stored.id, stored.version + 1, &row)?,
        }
    }
    Ok(visit::add(change, &new)?)
}
