//! The second copy of the secret: printed by those who seal, while no card is down that could be turned, and never written to a file.
//!
//! The first copy is a column of the seal in the office's own database, and leaves it with the record. This one goes through a pipe to the
//! printer; the bytes are gone with the call. Each print is in the trail before anything is handed over, so that there is no paper without
//! an event; an event whose paper jammed is told by the next.

use sunlot_forms::sheets::EnvelopeSheet;
use sunlot_store::whole_file::Readers;
use sunlot_store::{Change, trail};

use super::super::acts::{require, state_of};
use super::super::fault::CeremonyFault;
use super::super::labels;
use super::super::paper_wire::CeremonyEnvelope;
use super::super::state::State;
use super::told::Told;
use crate::commands::Act;
use crate::event::draw::SecretCopy;
use crate::labels::moment;
use crate::paper::{Paper, PaperMade, PaperWay};
use crate::{Desk, Error, Kind, Result};

impl Desk {
    /// Prints the second copy of the secret of a formal draw, by two people.
    pub fn ceremony_envelope(&self, request: &CeremonyEnvelope) -> Result<PaperMade> {
        let act = Act::CeremonyEnvelope;
        let (sheet, _) = self.change_by_two(act, request.second.as_ref(), |change| {
            self.copied(change, request.id, false)
        })?;
        self.hand_over(act, &sheet, request)
    }

    /// Prints that of one that is only tried out.
    pub fn rehearsal_envelope(&self, request: &CeremonyEnvelope) -> Result<PaperMade> {
        let act = Act::RehearsalEnvelope;
        let (sheet, _) = self.change(act, |change| self.copied(change, request.id, true))?;
        self.hand_over(act, &sheet, request)
    }

    fn copied(&self, change: &Change<'_>, id: i64, rehearsal: bool) -> Result<(EnvelopeSheet, Option<Kind>)> {
        let office = change.tx();
        let (stored, document) = require(office, id)?;
        if stored.row.rehearsal != rehearsal {
            let rehearsal = stored.row.rehearsal;
            return Err(CeremonyFault::CeremonyKind {
                rehearsal: !rehearsal,
            }
            .into());
        }
        let state = state_of(&stored.row)?;
        // With the last card down the numbers are fixed: whoever read the secret then would know the result before the room does.
        if state != State::Sealed {
            return Err(CeremonyFault::CeremonyStep { state }.into());
        }
        self.require_here(office, stored.id)?;
        // Where no printer can be reached nothing is handed over, and nothing is written down of it.
        let printers = self.env().printer.printers();
        match printers {
            Ok(printers) if !printers.is_empty() => {}
            Ok(_) => return Err(CeremonyFault::CopyNeedsPrinter.into()),
            Err(error) => return Err(Error::new(CeremonyFault::CopyNeedsPrinter, error.detail)),
        }
        let told = Told::read(self, office, &stored, document)?;
        let sealed = told.sealed()?;
        let seal = told.seal.as_ref();
        let seal = seal.ok_or(CeremonyFault::CeremonyStep { state })?;
        let before = trail::of_kinds(office, &["envelope.printed"])?;
        let of_this = before.iter().filter(|stored| {
            matches!(Kind::of(&stored.event), Some(Kind::EnvelopePrinted(copy)) if copy.draw == seal.row.draw_id)
        });
        let number = u64::try_from(of_this.count()).unwrap_or(u64::MAX) + 1;
        let sheet = EnvelopeSheet {
            sealed_at: moment(&sealed.at),
            code: sealed.code.clone(),
            secret: hex::encode(seal.row.secret),
            print: labels::print_told(number),
            head: told.head.clone(),
        };
        let kind = Kind::EnvelopePrinted(SecretCopy {
            draw: seal.row.draw_id.clone(),
            rehearsal,
            number,
        });
        Ok((sheet, Some(kind)))
    }

    fn hand_over(&self, act: Act, sheet: &EnvelopeSheet, request: &CeremonyEnvelope) -> Result<PaperMade> {
        let paper = Paper {
            name: labels::ENVELOPE.to_owned(),
            sheet: sheet.sheet(),
            readers: Readers::Owner,
        };
        let printer = request.printer.clone();
        self.send_paper(act, &paper, &PaperWay::Print { printer })
    }
}
