//! The numbers on the cards: typed, seen, confirmed. The last one that is confirmed ends the draw: in the same transaction the whole
//! record is computed and kept, and what comes after only shows it.

use std::collections::BTreeMap;

use sunlot_draw::record::Void;
use sunlot_draw::{Case, Fields, Free, Key, Manifest, Secret, Text, Time};
use sunlot_rules::digits::FEWEST;
use sunlot_store::ceremony::{CeremonyRow, Stored};
use sunlot_store::draw_record::{self, RecordRow};
use sunlot_store::draw_seal;
use sunlot_store::{Change, Connection};

use super::acts::{draw_of, follow, require, seat_of, state_of, title_of};
use super::document::{CeremonyDocument, NoteKind, Way};
use super::fault::{CeremonyFault, invalid};
use super::labels;
use super::record::impossible;
use super::state::{self, Confirmed, State};
use super::typed::{digits, speaker};
use super::wire::{CeremonyId, CeremonyNumber, CeremonyView};
use crate::commands::Act;
use crate::event::draw::{DrawEnd, NumberGiven};
use crate::registry::check::problem;
use crate::task::labels as task_labels;
use crate::{Desk, Kind, Result};

impl Desk {
    /// Types the number of a seat; without digits, that its card was not opened.
    pub fn ceremony_number(&self, request: &CeremonyNumber) -> Result<CeremonyView> {
        self.change(Act::CeremonyNumber, |change| {
            let (stored, mut document) = require(change.tx(), request.id)?;
            let at = state_of(&stored.row)?;
            let seat = seat_of(request.seat)?;
            self.require_here(change.tx(), stored.id)?;
            let typed = match request.digits.trim() {
                "" => None,
                typed => Some(read_digits(typed)?),
            };
            let again = document.last_entry(seat).is_some();
            if !state::type_number(&mut document, at, seat, typed.clone(), &self.moment())? {
                return Ok(((), None));
            }
            follow(change, &stored, at, &document)?;
            let kind = Kind::NumberTyped(NumberGiven {
                draw: draw_of(change.tx(), stored.id)?,
                seat: request.seat,
                digits: typed.unwrap_or_default(),
                again,
            });
            Ok(((), Some(kind)))
        })?;
        self.ceremony_view(&CeremonyId { id: request.id })
    }

    /// The seat confirms the number that it sees. With the last one everything is decided.
    pub fn ceremony_confirm(&self, request: &CeremonyNumber) -> Result<CeremonyView> {
        self.change(Act::CeremonyConfirm, |change| {
            let (stored, mut document) = require(change.tx(), request.id)?;
            let at = state_of(&stored.row)?;
            let seat = seat_of(request.seat)?;
            self.require_here(change.tx(), stored.id)?;
            let seen = read_digits(&request.digits)?;
            let confirmed = state::confirm_number(&mut document, at, seat, &seen)?;
            if confirmed == Confirmed::Already {
                return Ok(((), None));
            }
            let stored = follow(change, &stored, at, &document)?;
            if confirmed == Confirmed::Last {
                let kind = self.end(change, &stored, &document)?;
                return Ok(((), Some(kind)));
            }
            let kind = Kind::NumberConfirmed(NumberGiven {
                draw: draw_of(change.tx(), stored.id)?,
                seat: request.seat,
                digits: seen,
                again: false,
            });
            Ok(((), Some(kind)))
        })?;
        self.ceremony_view(&CeremonyId { id: request.id })
    }

    /// Ends a draw with all its numbers: computes the record and keeps it.
    pub(super) fn end(
        &self,
        change: &Change<'_>,
        stored: &Stored<CeremonyRow>,
        document: &CeremonyDocument,
    ) -> Result<Kind> {
        self.conclude(change, stored, document, State::Cards, None)
    }

    /// Now, but never before what it follows on: a clock that was set back meanwhile breaks no chain.
    pub(super) fn not_before(&self, others: &[&Time]) -> Result<Time> {
        let now = Time::new(self.moment()).ok_or_else(|| impossible("the clock shows no time"))?;
        let later = others.iter().fold(
            &now,
            |latest, other| {
                if latest.is_before(other) { other } else { latest }
            },
        );
        Ok(later.clone())
    }

    /// When a ceremony was sealed.
    pub(super) fn sealed_at(&self, office: &Connection, ceremony: i64) -> Result<Time> {
        let seal = draw_seal::of_ceremony(office, ceremony)?;
        seal.and_then(|seal| Time::new(seal.row.sealed_at))
            .ok_or_else(|| impossible("an open draw without a seal"))
    }

    /// Computes the record of a sealed draw, drawn or given up, and keeps it.
    pub(super) fn conclude(
        &self,
        change: &Change<'_>,
        stored: &Stored<CeremonyRow>,
        document: &CeremonyDocument,
        from: State,
        void: Option<Void>,
    ) -> Result<Kind> {
        let office = change.tx();
        let seal = draw_seal::of_ceremony(office, stored.id)?;
        let seal = seal.ok_or_else(|| impossible("an open draw without a seal"))?;
        let numbers = state::contributions(document, from).into_iter();
        let case = Case {
            manifest: Manifest::clone(&*self.sealed_manifest(office, &seal)?),
            secret: Some(Secret::new(seal.row.secret)),
            contributions: numbers.map(|number| number.and_then(Text::new)).collect(),
            amendments: Vec::new(),
            void,
            ceremony: Some(told(document, &seal.row.sealed_at, &self.moment())?),
        };
        let published = case.publish().map_err(|why| impossible(&format!("{why:?}")))?;
        let record = &published.record;
        if *record.commitment.bytes() != seal.row.commitment {
            let draw = seal.row.draw_id;
            return Err(CeremonyFault::RecordAltered { draw }.into());
        }
        let (state, outcome) = match record.void {
            Some(_) => (State::Void, "void"),
            None => (State::Drawn, "drawn"),
        };
        let row = RecordRow {
            seal: seal.id,
            outcome: outcome.to_owned(),
            digest: *published.digest.bytes(),
            ended_at: self.not_before(&[&record.manifest.created_at])?.to_string(),
        };
        draw_record::add(change, &row, record.body(&record.manifest.digest()).as_bytes())?;
        follow(change, stored, state, document)?;
        let selected = record.result.iter().flat_map(|result| &result.selected);
        let unfilled = selected
            .clone()
            .flat_map(|row| &row.crew)
            .filter(|place| place.is_none());
        Ok(Kind::DrawEnded(DrawEnd {
            draw: seal.row.draw_id.clone(),
            task: task_labels::number(stored.row.task),
            title: title_of(office, stored.row.task)?,
            rehearsal: stored.row.rehearsal,
            sequence: record.manifest.sequence,
            attempt: record.manifest.attempt,
            outcome: outcome.to_owned(),
            digest: published.digest.to_string(),
            selected: count(selected.count()),
            unfilled: count(unfilled.count()),
            reason: document
                .void
                .as_ref()
                .map_or_else(String::new, |void| void.reason.clone()),
        }))
    }
}

fn read_digits(typed: &str) -> Result<String> {
    digits(typed, FEWEST).map_err(|flaw| invalid(vec![problem("digits", labels::field("digits"), flaw)]))
}

/// What the office publishes of the event: when and where, who was there as far as they agree, what was typed wrong, what was said.
fn told(document: &CeremonyDocument, sealed_at: &str, now: &str) -> Result<Fields> {
    let mut fields = vec![
        ("sealedAt", words(sealed_at)?),
        (
            "way",
            words(if document.way == Way::Simple {
                "simple"
            } else {
                "full"
            })?,
        ),
    ];
    if !document.place.is_empty() {
        fields.push(("place", words(&document.place)?));
    }
    if !document.turned_at.is_empty() {
        fields.push(("turnedAt", words(&document.turned_at)?));
    }
    let mut named = Vec::new();
    for (at, seat) in document.seats.iter().enumerate().filter(|(_, seat)| seat.shown) {
        let unit = words(&seat.unit)?;
        let seat = [("seat", place(at)), ("name", words(&seat.name)?), ("unit", unit)];
        named.push(Free::Object(object(seat)?));
    }
    let mut corrected = Vec::new();
    for (place_in, entry) in document.entries.iter().enumerate() {
        let later = document.entries.iter().skip(place_in + 1);
        if let Some(digits) = &entry.digits
            && later.clone().any(|later| later.seat == entry.seat)
        {
            let entry = [
                ("seat", place(entry.seat)),
                ("typed", words(digits)?),
                ("at", words(&entry.at)?),
            ];
            corrected.push(Free::Object(object(entry)?));
        }
    }
    let mut said: BTreeMap<&str, Vec<Free>> = BTreeMap::new();
    for note in &document.notes {
        let key = match note.kind {
            NoteKind::Objection => "objections",
            NoteKind::Opinion => "opinions",
        };
        let note = [
            ("who", words(&speaker(document, &note.who))?),
            ("words", words(&labels::one_line(&note.words))?),
        ];
        said.entry(key).or_default().push(Free::Object(object(note)?));
    }
    let lists = [
        ("witnesses", named),
        ("corrections", corrected),
        ("clockBack", clock_back(document, sealed_at, now)?),
    ];
    let lists = lists.into_iter().chain(said).filter(|(_, list)| !list.is_empty());
    fields.extend(lists.map(|(key, list)| (key, Free::List(list))));
    object(fields)
}

/// Where the clock went back between two steps in the room (T4). The order of the steps is theirs, whatever the clock said.
fn clock_back(document: &CeremonyDocument, sealed_at: &str, now: &str) -> Result<Vec<Free>> {
    let turned = Some(&*document.turned_at).filter(|at| !at.is_empty());
    let typed = document.entries.iter().map(|entry| &*entry.at);
    let moments: Vec<&str> = std::iter::once(sealed_at)
        .chain(turned)
        .chain(typed)
        .chain([now])
        .collect();
    let mut back = Vec::new();
    for pair in moments.windows(2) {
        if let [before, after] = *pair
            && let (Some(earlier), Some(later)) = (Time::new(before.to_owned()), Time::new(after.to_owned()))
            && later.is_before(&earlier)
        {
            let one = [("from", words(before)?), ("to", words(after)?)];
            back.push(Free::Object(object(one)?));
        }
    }
    Ok(back)
}

pub(super) fn object<'k>(fields: impl IntoIterator<Item = (&'k str, Free)>) -> Result<Fields> {
    let keyed = fields.into_iter().map(|(key, value)| {
        let key = Key::new(key.to_owned()).ok_or_else(|| impossible(key))?;
        Ok((key, value))
    });
    Ok(Fields::new(keyed.collect::<Result<Vec<_>>>()?))
}

pub(super) fn words(words: &str) -> Result<Free> {
    Text::new(words.to_owned())
        .map(Free::Text)
        .ok_or_else(|| impossible("a text that no record can hold"))
}

fn place(at: usize) -> Free {
    Free::Number(count(at + 1))
}

fn count(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
