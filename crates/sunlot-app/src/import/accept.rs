//! Taking a roster over: all of it in one transaction with its event, or nothing.

use std::collections::BTreeMap;

use sunlot_store::Change;
use sunlot_store::roster_import::{self, ImportRow};
use sunlot_store::target;
use sunlot_store::target_flag::{self, FlagRow};
use sunlot_store::visit::{self, VisitRow};

use super::acts::sums;
use super::compare::Judged;
use super::fault::ImportFault;
use super::labels;
use super::wire::{Fate, ImportAccept, ImportCompared, ImportDone};
use super::work::{Compared, Held};
use crate::commands::Act;
use crate::event::RosterSums;
use crate::target::checked_reason;
use crate::{Desk, Error, Kind, Reason, Result};

impl Desk {
    /// Takes a compared roster over.
    pub fn import_accept(&self, request: &ImportAccept) -> Result<ImportDone> {
        self.may(Act::ImportAccept)?;
        let running = self.imports().begin(self, labels::STORING)?;
        let done = self.imports().with_compared(request.import, |held, compared| {
            let sums = sums(held, compared);
            if sums.undecided > 0 {
                let groups = sums.undecided;
                return Err(Error::new(ImportFault::ImportUndecided { groups }, ""));
            }
            if sums.added + sums.updated == 0 {
                return Err(Error::new(ImportFault::NothingToImport, ""));
            }
            running.at(labels::STORING, compared.rows.len());
            let (_, recorded) = self.change(Act::ImportAccept, |change| {
                let reason = checked_reason(&request.reason)?;
                if target::newest_event(change.tx())? != compared.seq {
                    return Err(Error::new(ImportFault::ImportMoved, ""));
                }
                self.store(change, held, compared)?;
                let import = roster_import::add(change, &import_row(held, compared, &sums))?;
                let kind = Kind::RosterImported {
                    import,
                    registry: held.registry,
                    file: held.file.clone(),
                    digest: hex::encode(held.digest),
                    sums: event_sums(&sums),
                    reason,
                };
                Ok(((), Some(kind)))
            })?;
            let seq = recorded.map(|recorded| recorded.seq);
            let seq = seq.ok_or_else(|| Error::new(Reason::Internal, "an import without an event"))?;
            Ok(ImportDone { sums, seq })
        })?;
        self.imports().let_go(request.import);
        Ok(done)
    }

    fn store(&self, change: &Change<'_>, held: &Held, compared: &Compared) -> Result<()> {
        let new: Vec<&Judged> = compared
            .rows
            .iter()
            .filter(|row| row.fate == Fate::Added)
            .collect();
        let first = target::add(change, new.iter().map(|row| row.after()))?;
        let mut ids: Vec<(i64, &Judged)> = (first..).zip(new).collect();
        for row in compared.rows.iter().filter(|row| row.fate == Fate::Updated) {
            let Some(stored) = row
                .target
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
        let today = self.today().to_string();
        let mut visits = Vec::new();
        for (id, row) in ids {
            visits.extend(visits_of(id, row));
            for flag in &row.draft.flags {
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
        renew(change, visits)
    }
}

/// Visits that a roster tells of: those of this year, and an earlier last one.
fn visits_of(target: i64, row: &Judged) -> Vec<VisitRow> {
    let Some((last, count)) = &row.draft.visits else {
        return Vec::new();
    };
    let visit = VisitRow {
        target,
        held_on: last.clone(),
        times: (*count).max(1),
        counted: true,
        task_kind: "double_random".to_owned(),
        origin: "roster".to_owned(),
        ..VisitRow::default()
    };
    vec![visit]
}

/// The next roster tells of the same visits again: what it says of a year takes the place of what the last one said.
fn renew(change: &Change<'_>, visits: Vec<VisitRow>) -> Result<()> {
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

fn import_row(held: &Held, compared: &Compared, sums: &ImportCompared) -> ImportRow {
    let registry: &'static str = held.registry.into();
    ImportRow {
        registry: registry.to_owned(),
        file: held.file.clone(),
        digest: held.digest,
        sheet: compared.sheet.clone(),
        headings: compared.headings.clone(),
        mapping: compared.mapping.clone(),
        source: compared.reading.source.trim().to_owned(),
        read: sums.read.into(),
        added: sums.added.into(),
        updated: sums.updated.into(),
        same: sums.same.into(),
        skipped: sums.skipped.into(),
        errors: sums.errors.into(),
    }
}

fn event_sums(sums: &ImportCompared) -> RosterSums {
    RosterSums {
        read: sums.read,
        added: sums.added,
        updated: sums.updated,
        same: sums.same,
        skipped: sums.skipped,
        errors: sums.errors,
    }
}
