//! Taking a roster over: all of it in one transaction with its event, or nothing.

use sunlot_store::roster_import::{self, ImportRow};

use super::fault::ImportFault;
use super::labels;
use super::register::Register;
use super::shown::{self, sums};
use super::wire::{ImportAccept, ImportCompared, ImportDone};
use super::work::{Compared, Held, Running, with_any};
use crate::commands::Act;
use crate::event::RosterSums;
use crate::event::target::RosterTaken;
use crate::target::checked_reason;
use crate::{Desk, Error, Kind, Reason, Result};

impl Desk {
    /// Takes a compared roster over.
    pub fn import_accept(&self, request: &ImportAccept) -> Result<ImportDone> {
        self.may(Act::ImportAccept)?;
        let running = self.imports().begin(self, labels::STORING)?;
        let done = self.imports().with_compared(
            request.import,
            |held, compared| with_any!(compared, compared => self.accept(held, compared, request, &running)),
        )?;
        self.imports().let_go(request.import);
        Ok(done)
    }

    fn accept<R: Register>(
        &self,
        held: &Held,
        compared: &Compared<R>,
        request: &ImportAccept,
        running: &Running<'_>,
    ) -> Result<ImportDone> {
        let sums = sums(held, compared);
        if let Some(fault) = shown::obstacles(compared).next() {
            return Err(Error::new(fault, ""));
        }
        if sums.added + sums.updated == 0 {
            return Err(Error::new(ImportFault::NothingToImport, ""));
        }
        running.at(labels::STORING, compared.rows.len());
        let (_, recorded) = self.change(Act::ImportAccept, |change| {
            let reason = checked_reason(&request.reason)?;
            if R::newest_event(change.tx())? != compared.seq {
                return Err(Error::new(ImportFault::ImportMoved, ""));
            }
            R::store(self, change, held, compared)?;
            let import = roster_import::add(change, &import_row(held, compared, &sums))?;
            let kind = Kind::RosterImported(RosterTaken {
                import,
                registry: held.registry,
                file: held.file.clone(),
                digest: hex::encode(held.digest),
                sums: event_sums(&sums),
                reason,
            });
            Ok(((), Some(kind)))
        })?;
        let seq = recorded.map(|recorded| recorded.seq);
        let seq = seq.ok_or_else(|| Error::new(Reason::Internal, "an import without an event"))?;
        Ok(ImportDone { sums, seq })
    }
}

fn import_row<R: Register>(held: &Held, compared: &Compared<R>, sums: &ImportCompared) -> ImportRow {
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
