//! A ceremony prepared, its seats written down, its cards laid and turned, what was said noted, and everything put away. Each step
//! is durable before anything of it is shown.

use sunlot_store::ceremony::{self, CeremonyRow, Stored};
use sunlot_store::{Change, Connection, draw_record, draw_seal, task};

use super::document::{Archive, CeremonyDocument, Note, NoteKind, PublicNumber, Way};
use super::fault::{CeremonyFault, CeremonyFlaw, invalid};
use super::state::{self, State};
use super::typed::{read_seats, required_lines, take_length};
use super::wire::{
    CeremonyArchive, CeremonyCard, CeremonyDrop, CeremonyId, CeremonyNote, CeremonyPrepare, CeremonySave,
    CeremonyView,
};
use super::{chain::Draws, labels};
use crate::commands::Act;
use crate::error::Flaw;
use crate::event::draw::{CardLaid, CeremonyEdit, CeremonyRemark, CeremonyStep};
use crate::registry::check::{any_text, bound, problem, some_text};
use crate::registry::limits::{MIDDLE, SHORT};
use crate::task::labels as task_labels;
use crate::task::require_task;
use crate::{Desk, Error, Kind, Problem, Reason, Result};

/// The task's state that lets it be drawn formally.
pub(super) const APPROVED: &str = "approved";
const CANCELLED: &str = "cancelled";

impl Desk {
    /// Begins a ceremony: nothing is sealed by that.
    pub fn ceremony_prepare(&self, request: &CeremonyPrepare) -> Result<CeremonyView> {
        let (id, _) = self.change(Act::CeremonyPrepare, |change| {
            let office = change.tx();
            let stored = require_task(office, request.task)?;
            let number = stored
                .row
                .number
                .clone()
                .unwrap_or_else(|| task_labels::number(stored.id));
            let ready = match stored.row.state.as_str() {
                CANCELLED => false,
                APPROVED => true,
                _ => request.rehearsal,
            };
            if !ready {
                let state = task_labels::state(&stored.row.state).label;
                return Err(CeremonyFault::TaskNotReady { number, state }.into());
            }
            for rehearsal in [false, true] {
                let other = ceremony::open(office, rehearsal)?;
                // Trying one out while a formal one is being prepared is what it is for.
                let blocks = |open: &Stored<CeremonyRow>| {
                    rehearsal == request.rehearsal || state_of(&open.row).is_ok_and(State::is_open)
                };
                if let Some(open) = other.filter(blocks) {
                    let title = title_of(office, open.row.task)?;
                    return Err(CeremonyFault::CeremonyOpen { title, rehearsal }.into());
                }
            }
            let basis = self.basis_of(office, request)?;
            if !request.rehearsal && basis.is_none() {
                require_undrawn(office, stored.id)?;
            }
            let document = CeremonyDocument {
                basis,
                seats: labels::usual_seats(),
                ..CeremonyDocument::default()
            };
            let row = CeremonyRow {
                task: stored.id,
                rehearsal: request.rehearsal,
                state: name(State::Prepared),
                document: document.kept()?,
            };
            let id = ceremony::add(change, &row)?;
            let kind = Kind::CeremonySaved(CeremonyEdit {
                ceremony: labels::number(id),
                task: task_labels::number(stored.id),
                title: stored.row.title,
                rehearsal: request.rehearsal,
                seats: small(document.seats.len()),
            });
            Ok((id, Some(kind)))
        })?;
        self.ceremony_view(&CeremonyId { id })
    }

    /// Writes down how it is held and who sits where; only before it is sealed.
    pub fn ceremony_save(&self, request: &CeremonySave) -> Result<CeremonyView> {
        self.change(Act::CeremonySave, |change| {
            let (stored, mut document) = require(change.tx(), request.id)?;
            state::require_prepared(state_of(&stored.row)?)?;
            if stored.version != request.version {
                return Err(CeremonyFault::CeremonyMoved.into());
            }
            let before = document.clone();
            self.seated(request, &mut document)?;
            if document == before {
                return Ok(((), None));
            }
            follow(change, &stored, State::Prepared, &document)?;
            let kind = Kind::CeremonySaved(CeremonyEdit {
                ceremony: labels::number(stored.id),
                task: task_labels::number(stored.row.task),
                title: title_of(change.tx(), stored.row.task)?,
                rehearsal: stored.row.rehearsal,
                seats: small(document.seats.len()),
            });
            Ok(((), Some(kind)))
        })?;
        self.ceremony_view(&CeremonyId { id: request.id })
    }

    /// Gives a preparation up: nothing was sealed, so nothing has to be given up in the record.
    pub fn ceremony_drop(&self, request: &CeremonyDrop) -> Result<CeremonyView> {
        self.change(Act::CeremonyDrop, |change| {
            let (stored, document) = require(change.tx(), request.id)?;
            state::require_prepared(state_of(&stored.row)?)?;
            let reason = any_text(&request.reason, SHORT)
                .map_err(|flaw| invalid(vec![problem("reason", labels::field("reason"), flaw)]))?;
            follow(change, &stored, State::Dropped, &document)?;
            Ok(((), Some(moved(change.tx(), &stored, State::Dropped, reason)?)))
        })?;
        self.ceremony_view(&CeremonyId { id: request.id })
    }

    /// A card is laid down, or taken up again before any was turned.
    pub fn ceremony_card(&self, request: &CeremonyCard) -> Result<CeremonyView> {
        self.change(Act::CeremonyCard, |change| {
            let (stored, mut document) = require(change.tx(), request.id)?;
            let at = state_of(&stored.row)?;
            let seat = seat_of(request.seat)?;
            self.require_here(change.tx(), stored.id)?;
            let moment = self.moment();
            let Some(next) = state::lay_card(&mut document, at, seat, request.down, &moment)? else {
                return Ok(((), None));
            };
            follow(change, &stored, next, &document)?;
            let kind = Kind::CardLaid(CardLaid {
                draw: draw_of(change.tx(), stored.id)?,
                seat: request.seat,
                down: request.down,
            });
            Ok(((), Some(kind)))
        })?;
        self.ceremony_view(&CeremonyId { id: request.id })
    }

    /// The cards are turned, or the public number is out: nothing but these numbers counts from here on. With the last card down that is so
    /// by itself.
    pub fn ceremony_turn(&self, request: &CeremonyId) -> Result<CeremonyView> {
        self.change(Act::CeremonyTurn, |change| {
            let (stored, mut document) = require(change.tx(), request.id)?;
            let at = state_of(&stored.row)?;
            self.require_here(change.tx(), stored.id)?;
            let today = self.today().to_string();
            let Some(next) = state::turn_cards(&mut document, at, &self.moment(), &today)? else {
                return Ok(((), None));
            };
            let stored = follow(change, &stored, next, &document)?;
            Ok(((), Some(moved(change.tx(), &stored, next, String::new())?)))
        })?;
        self.ceremony_view(&CeremonyId { id: request.id })
    }

    /// Writes down an objection, or what the supervisor says.
    pub fn ceremony_note(&self, request: &CeremonyNote) -> Result<CeremonyView> {
        self.change(Act::CeremonyNote, |change| {
            let (stored, mut document) = require(change.tx(), request.id)?;
            let at = state_of(&stored.row)?;
            if matches!(at, State::Dropped | State::Archived) {
                return Err(CeremonyFault::CeremonyStep { state: at }.into());
            }
            let mut problems = Vec::new();
            let kind = match request.kind.as_str() {
                "objection" => NoteKind::Objection,
                "opinion" => NoteKind::Opinion,
                found => {
                    let found = found.to_owned();
                    let flaw: Flaw = CeremonyFlaw::ReasonUnknown { found }.into();
                    problems.push(problem("kind", labels::field("kind"), flaw));
                    NoteKind::Objection
                }
            };
            let who = take(&mut problems, "who", some_text(&request.who, SHORT));
            let words = take(&mut problems, "words", required_lines(&request.words));
            if !problems.is_empty() {
                return Err(invalid(problems));
            }
            let note = Note {
                kind,
                who: who.clone(),
                words: words.clone(),
                at: self.moment(),
            };
            let said =
                |last: &Note| (last.kind, &last.who, &last.words) == (note.kind, &note.who, &note.words);
            if document.notes.last().is_some_and(said) {
                // A nervous double click says it once.
                return Ok(((), None));
            }
            document.notes.push(note);
            follow(change, &stored, at, &document)?;
            let kind = Kind::CeremonyNoted(CeremonyRemark {
                ceremony: labels::number(stored.id),
                draw: draw_of(change.tx(), stored.id)?,
                kind: request.kind.clone(),
                who,
                words,
            });
            Ok(((), Some(kind)))
        })?;
        self.ceremony_view(&CeremonyId { id: request.id })
    }

    /// Papers and cards are in their envelope.
    pub fn ceremony_archive(&self, request: &CeremonyArchive) -> Result<CeremonyView> {
        self.change(Act::CeremonyArchive, |change| {
            let (stored, mut document) = require(change.tx(), request.id)?;
            let at = state_of(&stored.row)?;
            if !matches!(at, State::Drawn | State::Void) {
                return Err(CeremonyFault::CeremonyStep { state: at }.into());
            }
            let mut problems = Vec::new();
            let archive = Archive {
                envelope: take(&mut problems, "envelope", some_text(&request.envelope, SHORT)),
                place: take(&mut problems, "place", any_text(&request.place, SHORT)),
                person: take(&mut problems, "person", any_text(&request.person, SHORT)),
                at: self.moment(),
            };
            if !problems.is_empty() {
                return Err(invalid(problems));
            }
            let told = labels::archive(&archive);
            document.archive = Some(archive);
            let stored = follow(change, &stored, State::Archived, &document)?;
            Ok(((), Some(moved(change.tx(), &stored, State::Archived, told)?)))
        })?;
        self.ceremony_view(&CeremonyId { id: request.id })
    }

    /// Seats as they were typed.
    fn seated(&self, request: &CeremonySave, document: &mut CeremonyDocument) -> Result<()> {
        let mut problems = Vec::new();
        let place = take(&mut problems, "place", any_text(&request.place, MIDDLE));
        let width_cm = take_length(&mut problems, "width_cm", &request.width_cm);
        let distance_cm = take_length(&mut problems, "distance_cm", &request.distance_cm);
        let way = if request.way == "simple" {
            Way::Simple
        } else {
            Way::Full
        };
        let (seats, public) = match way {
            Way::Full => (read_seats(&request.seats, &mut problems), None),
            Way::Simple => {
                let source = take(
                    &mut problems,
                    "public_source",
                    some_text(&request.public_source, SHORT),
                );
                let date = take(
                    &mut problems,
                    "public_date",
                    self.public_date(&request.public_date),
                );
                let seat = labels::public_seat(&source, &date);
                (vec![seat], Some(PublicNumber { source, date }))
            }
        };
        if !problems.is_empty() {
            return Err(invalid(problems));
        }
        document.way = way;
        document.width_cm = width_cm;
        document.distance_cm = distance_cm;
        document.place = place;
        document.seats = seats;
        document.public = public;
        Ok(())
    }

    /// The day on which a public number comes out: one that is out already could be chosen.
    fn public_date(&self, typed: &str) -> std::result::Result<String, Flaw> {
        match bound(typed, self.today())?.as_str() {
            "" => Err(Flaw::Required),
            day if *day <= *self.today().to_string() => {
                let found = day.to_owned();
                Err(CeremonyFlaw::PublicDatePast { found }.into())
            }
            day => Ok(day.to_owned()),
        }
    }

    /// The seal whose drawn targets are to be manned.
    fn basis_of(&self, office: &Connection, request: &CeremonyPrepare) -> Result<Option<i64>> {
        let Some(basis) = request.basis else {
            return Ok(None);
        };
        let seal = draw_seal::of_ceremony(office, basis)?;
        let seal = seal.ok_or(CeremonyFault::CeremonyMissing { asked: basis })?;
        let draw = seal.row.draw_id.clone();
        let published = match self.published(office, &seal)? {
            Some(published) if published.record.void.is_none() => published,
            _ => return Err(CeremonyFault::DrawIsVoid { draw }.into()),
        };
        // Only targets that this task drew and nobody has manned yet, and never from trying one out to a formal draw.
        let manifest = &published.record.manifest;
        let unmanned = manifest.strata.iter().all(|stratum| stratum.slots.is_empty());
        let same = (seal.row.task, seal.row.rehearsal) == (request.task, request.rehearsal);
        let first = manifest.basis.is_none() && unmanned && !published.standing.is_empty();
        if !same || !first || is_manned(office, seal.id)? {
            return Err(CeremonyFault::TaskDrawn { draw }.into());
        }
        Ok(Some(seal.id))
    }
}

/// Whether a later draw that stands, or is under way, mans what a draw left.
fn is_manned(office: &Connection, basis: i64) -> Result<bool> {
    for stored in ceremony::all(office)? {
        let state = state_of(&stored.row)?;
        if CeremonyDocument::read(&stored.row)?.basis != Some(basis)
            || !(state.is_open() || state.has_ended())
        {
            continue;
        }
        let Some(seal) = draw_seal::of_ceremony(office, stored.id)? else {
            continue;
        };
        let ended = draw_record::of_seal(office, seal.id)?;
        let is_void = ended.is_some_and(|ended| ended.row.outcome == "void");
        if !is_void && !is_cancelled(office, seal.id)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A task is drawn once; what was given up does not count, nor a draw that was cancelled as a whole.
pub(super) fn require_undrawn(office: &Connection, task: i64) -> Result<()> {
    match drawn_already(office, task)? {
        Some(draw) => Err(CeremonyFault::TaskDrawn { draw }.into()),
        None => Ok(()),
    }
}

/// The formal draw of a task that stands.
pub(crate) fn drawn_already(office: &Connection, task: i64) -> Result<Option<String>> {
    let draws = Draws::read(office, false)?;
    for (seal, ended) in draws.of_task(task) {
        if ended.is_some_and(|ended| ended.outcome == "drawn") && !is_cancelled(office, seal.id)? {
            return Ok(Some(seal.row.draw_id.clone()));
        }
    }
    Ok(None)
}

/// Whether nothing stands of a draw any more.
pub(super) fn is_cancelled(office: &Connection, seal: i64) -> Result<bool> {
    use sunlot_draw::amendment::Change;
    let changes = sunlot_store::draw_amendment::of_seal(office, seal)?;
    let read: Vec<_> = changes
        .iter()
        .filter_map(|stored| super::record::amendment_of(&stored.row.document))
        .collect();
    let withdrawn = |at: usize| {
        read.iter().any(|other| matches!(other.change, Change::Withdraw(of) if usize::try_from(of).is_ok_and(|of| of == at + 1)))
    };
    Ok(read
        .iter()
        .enumerate()
        .any(|(at, change)| change.change == Change::Cancel && !withdrawn(at)))
}

pub(super) fn take(
    problems: &mut Vec<Problem>,
    field: &str,
    read: std::result::Result<String, Flaw>,
) -> String {
    read.unwrap_or_else(|flaw| {
        problems.push(problem(field, labels::field(field), flaw));
        String::new()
    })
}

/// The ceremony of this number, with what it says.
pub(super) fn require(office: &Connection, id: i64) -> Result<(Stored<CeremonyRow>, CeremonyDocument)> {
    let stored = ceremony::by_id(office, id)?.ok_or(CeremonyFault::CeremonyMissing { asked: id })?;
    let document = CeremonyDocument::read(&stored.row)?;
    Ok((stored, document))
}

/// Writes its next version.
pub(super) fn follow(
    change: &Change<'_>,
    stored: &Stored<CeremonyRow>,
    state: State,
    document: &CeremonyDocument,
) -> Result<Stored<CeremonyRow>> {
    let row = CeremonyRow {
        state: name(state),
        document: document.kept()?,
        ..stored.row.clone()
    };
    ceremony::follow(change, stored.id, stored.version + 1, &row)?;
    Ok(Stored {
        version: stored.version + 1,
        row,
        ..stored.clone()
    })
}

pub(super) fn state_of(row: &CeremonyRow) -> Result<State> {
    row.state
        .parse()
        .map_err(|_| Error::new(Reason::OfficeDamaged, format!("no state {}", row.state)))
}

pub(super) fn name(state: State) -> String {
    <&'static str>::from(state).to_owned()
}

pub(super) fn seat_of(seat: u32) -> Result<usize> {
    let at = seat.checked_sub(1).and_then(|seat| usize::try_from(seat).ok());
    at.ok_or_else(|| CeremonyFault::SeatUnknown { seat: 0 }.into())
}

/// The name of the draw of a ceremony; empty before it is sealed.
pub(super) fn draw_of(office: &Connection, ceremony: i64) -> Result<String> {
    let seal = draw_seal::of_ceremony(office, ceremony)?;
    Ok(seal.map_or_else(String::new, |seal| seal.row.draw_id))
}

pub(super) fn title_of(office: &Connection, id: i64) -> Result<String> {
    Ok(task::by_id(office, id)?.map_or_else(String::new, |stored| stored.row.title))
}

/// Tells that it came a step further.
pub(super) fn moved(
    office: &Connection,
    stored: &Stored<CeremonyRow>,
    state: State,
    told: String,
) -> Result<Kind> {
    Ok(Kind::CeremonyMoved(CeremonyStep {
        ceremony: labels::number(stored.id),
        draw: draw_of(office, stored.id)?,
        task: task_labels::number(stored.row.task),
        title: title_of(office, stored.row.task)?,
        rehearsal: stored.row.rehearsal,
        state: name(state),
        told,
    }))
}

pub(super) fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
