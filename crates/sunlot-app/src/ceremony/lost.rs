//! Draws that cannot be ended as they were begun: their record was made before a backup was put back, or what was sealed cannot be read any
//! more. Neither is drawn, and neither gets a second record: two people write it off, the office goes on, and every verifier says which
//! number is missing.

use serde_json::json;
use sunlot_store::ceremony::{CeremonyRow, Stored};
use sunlot_store::draw_record::{self, RecordRow};
use sunlot_store::draw_seal::{self, SealRow};
use sunlot_store::{Change, Connection};

use super::acts::{follow, title_of};
use super::chain::{known_before, lost_record};
use super::document::CeremonyDocument;
use super::fault::CeremonyFault;
use super::labels;
use super::record::impossible;
use super::state::State;
use crate::event::draw::DrawEnd;
use crate::task::labels as task_labels;
use crate::{Desk, Error, Kind, Reason, Result};

/// What stands in the place of a record that is not here.
const WRITTEN_OFF: &str = "lost";

/// Why a sealed draw cannot be ended.
pub(super) enum Lost {
    /// It had ended before the data were put back.
    Ended(Seal),
    /// What was sealed cannot be read.
    Damaged(Seal),
}

type Seal = Stored<SealRow>;

impl Lost {
    /// The reason with which it is written off.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Ended(_) => labels::RESTORED,
            Self::Damaged(_) => labels::DAMAGED,
        }
    }

    /// Why nothing else can be done with it.
    pub fn fault(&self) -> CeremonyFault {
        match self {
            Self::Ended(seal) => CeremonyFault::EndedBefore {
                draw: seal.row.draw_id.clone(),
            },
            Self::Damaged(seal) => CeremonyFault::SealLost {
                draw: seal.row.draw_id.clone(),
            },
        }
    }

    fn seal(&self) -> &Seal {
        match self {
            Self::Ended(seal) | Self::Damaged(seal) => seal,
        }
    }
}

impl Desk {
    /// Whether a sealed draw can be ended no more, and why.
    pub(super) fn lost(&self, office: &Connection, ceremony: i64) -> Result<Option<Lost>> {
        let Some(seal) = draw_seal::of_ceremony(office, ceremony)? else {
            return Ok(None);
        };
        if draw_record::of_seal(office, seal.id)?.is_some() {
            return Ok(None);
        }
        if !seal.row.rehearsal && seal.row.sequence <= known_before(office)?.ended {
            return Ok(Some(Lost::Ended(seal)));
        }
        match self.sealed_manifest(office, &seal) {
            Ok(_) => Ok(None),
            Err(error) if is_altered(&error) => Ok(Some(Lost::Damaged(seal))),
            Err(error) => Err(error),
        }
    }

    /// Refuses to go on with a draw that had ended before the data were put back.
    pub(super) fn require_here(&self, office: &Connection, ceremony: i64) -> Result<()> {
        match self.lost(office, ceremony)? {
            Some(lost) => Err(lost.fault().into()),
            None => Ok(()),
        }
    }

    /// Writes it off.
    pub(super) fn write_off(
        &self,
        change: &Change<'_>,
        stored: &Stored<CeremonyRow>,
        document: &CeremonyDocument,
        lost: &Lost,
    ) -> Result<Kind> {
        let office = change.tx();
        let seal = lost.seal();
        let digest = lost_record(office, &known_before(office)?, seal.row.sequence)?;
        let row = RecordRow {
            seal: seal.id,
            outcome: "void".to_owned(),
            digest: *digest.bytes(),
            ended_at: self.moment(),
        };
        let note = json!({ WRITTEN_OFF: lost.code() }).to_string();
        draw_record::add(change, &row, note.as_bytes())?;
        follow(change, stored, State::Void, document)?;
        let number = |number: i64| u64::try_from(number).map_err(|error| impossible(&error.to_string()));
        Ok(Kind::DrawEnded(DrawEnd {
            draw: seal.row.draw_id.clone(),
            task: task_labels::number(stored.row.task),
            title: title_of(office, stored.row.task)?,
            rehearsal: stored.row.rehearsal,
            sequence: number(seal.row.sequence)?,
            attempt: number(seal.row.attempt)?,
            outcome: "lost".to_owned(),
            digest: digest.to_string(),
            selected: 0,
            unfilled: 0,
            reason: document
                .void
                .as_ref()
                .map_or_else(String::new, |void| void.reason.clone()),
        }))
    }
}

fn is_altered(error: &Error) -> bool {
    matches!(
        error.reason,
        Reason::Ceremony(CeremonyFault::RecordAltered { .. })
    )
}

/// Whether a draw was written off: then there is no record of it here.
pub(super) fn is_written_off(body: &serde_json::Value) -> bool {
    body.get(WRITTEN_OFF).is_some() && body.get("outcome").is_none()
}
