//! The papers of the room: which there are, and what stands on each. How they look is `sunlot-forms`' business, the words that are said
//! stand in `labels/prompt`.

mod envelope;
mod told;

use sunlot_forms::Sheet;
use sunlot_forms::sheets::{
    AttendanceRow, AttendanceSheet, CardSeat, DigitSlips, ExplanationSheet, Invitation, InvitationSheet,
    NamePlate, NamePlates, ResultRow, ResultSheet, ResultWitness, ScriptSheet, SealSheet, SealWitness,
    WitnessCards,
};
use sunlot_rules::digits::digits_each;
use sunlot_store::Connection;
use sunlot_store::whole_file::Readers;

use super::acts::{require, small, state_of};
use super::document::{CeremonyDocument, SeatDocument, Way};
use super::fault::CeremonyFault;
use super::labels;
use super::paper_wire::{CeremonyPaper, RoomPaper};
use super::rolling::nameless;
use super::rows::Names;
use super::typed::{called, speaker};
use crate::commands::Act;
use crate::labels::moment;
use crate::paper::{Paper, PaperMade};
use crate::{Desk, Result};
use told::Told;

/// All seats together draw at least so many digits before sealing.
const CHALLENGE: u32 = 6;

impl Desk {
    /// Prints or saves a paper of the room.
    pub fn ceremony_paper(&self, request: &CeremonyPaper) -> Result<PaperMade> {
        let (sheet, readers) = self.read(Act::CeremonyPaper, |office| {
            let (stored, document) = require(office, request.id)?;
            let state = state_of(&stored.row)?;
            let told = Told::read(self, office, &stored, document)?;
            let has_record = told.published.is_some();
            let offered = labels::papers(state, &told.document, has_record);
            if !offered.iter().any(|one| one.paper == request.paper) {
                return Err(CeremonyFault::CeremonyStep { state }.into());
            }
            // A witness who did not agree to be named is known to those who hold the ceremony, and to nobody else.
            let knows = self.admit(office, Act::CeremonySave).is_ok();
            let sheet = self.sheet_of(office, &told, request.paper, knows)?;
            Ok((sheet, readers_of(request.paper)))
        })?;
        let paper = Paper {
            name: request.paper.label().to_owned(),
            sheet,
            readers,
        };
        self.send_paper(Act::CeremonyPaper, &paper, &request.way)
    }

    fn sheet_of(&self, office: &Connection, told: &Told, paper: RoomPaper, knows: bool) -> Result<Sheet> {
        Ok(match paper {
            RoomPaper::SealSheet => seal_sheet(office, told)?.sheet(),
            RoomPaper::WitnessCards => cards(told).sheet(),
            RoomPaper::Attendance => attendance(told, knows).sheet(),
            RoomPaper::NamePlates => plates(told).sheet(),
            RoomPaper::DigitSlips => {
                let head = told.head.clone();
                DigitSlips { head }.sheet()
            }
            RoomPaper::Script => script(told).sheet(),
            RoomPaper::Invitation => invitation(told, knows).sheet(),
            RoomPaper::Explanation => explanation(told).sheet(),
            RoomPaper::Record => {
                let terms = self.terms_of(office, told.task, &told.document)?;
                record(told, self.names_may_leave(&terms))?.sheet()
            }
        })
    }
}

/// What names people, or what may not leave the room yet, is the office's alone.
const fn readers_of(paper: RoomPaper) -> Readers {
    match paper {
        RoomPaper::Attendance | RoomPaper::Invitation | RoomPaper::Record => Readers::Owner,
        _ => Readers::Anybody,
    }
}

/// Those who sit there: a public number sits nowhere.
fn seats(document: &CeremonyDocument) -> impl Iterator<Item = (usize, &SeatDocument)> {
    let seats = document.seats.iter().enumerate();
    seats.filter(|_| document.way == Way::Full)
}

fn seal_sheet(office: &Connection, told: &Told) -> Result<SealSheet> {
    let sealed = told.sealed()?;
    let manifest = told.manifest()?;
    Ok(SealSheet {
        head: told.head.clone(),
        sealed_at: moment(&sealed.at),
        commitment: sealed.commitment.clone(),
        code: sealed.code.clone(),
        fingerprint: if told.has_key() {
            sealed.fingerprint.clone()
        } else {
            String::new()
        },
        challenge: manifest.challenge.to_string(),
        notice: told.notice(office)?,
        public: told.document.public.as_ref().map_or_else(String::new, |public| {
            labels::public_told(&public.source, &public.date)
        }),
        strata: told.strata()?,
        excluded: told.excluded()?,
        people: labels::inspectors(manifest.inspectors.len(), manifest.recusals.len()),
        witnesses: seats(&told.document)
            .map(|(at, seat)| SealWitness {
                seat: labels::seat_told(at + 1),
                role: seat.role.clone(),
                alias: called(at, seat),
            })
            .collect(),
        earlier: told.view.earlier.clone(),
    })
}

fn cards(told: &Told) -> WitnessCards {
    let count = small(seats(&told.document).count()).max(1);
    let sealed = told.view.sealed.as_ref();
    WitnessCards {
        head: told.head.clone(),
        digits_each: digits_each(count),
        challenge_each: CHALLENGE.div_ceil(count),
        challenge: told.document.challenge.clone(),
        code: sealed.map_or_else(String::new, |sealed| sealed.code.clone()),
        commitment: sealed.map_or_else(String::new, |sealed| sealed.commitment.clone()),
        published: told.channels.clone(),
        seats: seats(&told.document)
            .map(|(at, seat)| CardSeat {
                number: (at + 1).to_string(),
                role: seat.role.clone(),
                alias: called(at, seat),
            })
            .collect(),
    }
}

fn attendance(told: &Told, knows: bool) -> AttendanceSheet {
    let known = |seat: &SeatDocument, text: &str| if knows || seat.shown { text } else { "" }.to_owned();
    AttendanceSheet {
        head: told.head.clone(),
        rows: seats(&told.document)
            .map(|(at, seat)| AttendanceRow {
                seat: (at + 1).to_string(),
                role: seat.role.clone(),
                name: known(seat, &seat.name),
                unit: known(seat, &seat.unit),
            })
            .collect(),
    }
}

fn plates(told: &Told) -> NamePlates {
    NamePlates {
        head: told.head.clone(),
        plates: seats(&told.document)
            .map(|(at, seat)| NamePlate {
                large: seat.role.clone(),
                below: [labels::seat_told(at + 1), called(at, seat)].join("　"),
            })
            .collect(),
    }
}

fn script(told: &Told) -> ScriptSheet {
    ScriptSheet {
        head: told.head.clone(),
        minutes: labels::minutes_told(&told.document),
        parts: labels::script(&told.document),
    }
}

fn invitation(told: &Told, knows: bool) -> InvitationSheet {
    InvitationSheet {
        head: sunlot_forms::sheets::DrawHead {
            telephone: told.telephone.clone(),
            ..told.head.clone()
        },
        minutes: labels::minutes_told(&told.document),
        guests: seats(&told.document)
            .map(|(_, seat)| Invitation {
                to: if knows || seat.shown {
                    [&*seat.unit, &*seat.name].join(" ").trim().to_owned()
                } else {
                    String::new()
                },
                role: seat.role.clone(),
            })
            .collect(),
    }
}

fn explanation(told: &Told) -> ExplanationSheet {
    let (opening, steps) = labels::explanation(&told.document);
    ExplanationSheet {
        head: told.head.clone(),
        opening,
        steps,
        told: labels::held(&told.document),
    }
}

fn record(told: &Told, names: bool) -> Result<ResultSheet> {
    let sealed = told.sealed()?;
    let published = told.ended()?;
    let ended = told.view.ended.as_ref();
    let record = &published.record;
    let result = record.result.as_ref();
    let known = Names::of(published);
    let rows = result.map_or(&[][..], |result| &result.selected);
    let document = &told.document;
    let was_sealed_only = document.turned_at.is_empty();
    Ok(ResultSheet {
        head: told.head.clone(),
        times: (
            moment(&sealed.at),
            ended.map_or_else(String::new, |ended| moment(&ended.at)),
        ),
        outcome: labels::outcome(
            &told.view.void,
            small(rows.len()),
            small(result.map_or(0, |result| result.reserves.len())),
            published.amendments.len(),
        ),
        rows_told: labels::rows_told(record.void.is_some(), names),
        strata: told.strata()?,
        digests: told.digests()?,
        challenge: document.challenge.clone(),
        witnesses: told
            .view
            .seats
            .iter()
            .map(|seat| ResultWitness {
                seat: labels::seat_told(usize::try_from(seat.seat).unwrap_or(0)),
                who: [&*seat.role, &*seat.alias].join(" "),
                number: labels::number_told(&seat.digits, seat.refused, was_sealed_only),
            })
            .collect(),
        notes: document
            .notes
            .iter()
            .map(|note| {
                let kind = labels::note_kind(note.kind).label;
                labels::said(&kind, &speaker(document, &note.who), &note.words)
            })
            .collect(),
        earlier: told.view.earlier.clone(),
        rows: rows
            .iter()
            .enumerate()
            .map(|(at, row)| result_row(nameless(known.listed(at, row), names)))
            .collect(),
        scanned: published.digest.to_string(),
    })
}

fn result_row(row: super::wire::DrawRow) -> ResultRow {
    let crew = row.crew.iter().map(|one| {
        let name = Some(&*one.name).filter(|name| !name.is_empty());
        labels::placed(&one.role, name)
    });
    ResultRow {
        place: row.order.to_string(),
        crew: crew.collect::<Vec<_>>().join(labels::BETWEEN),
        number: row.number,
        name: row.name,
    }
}
