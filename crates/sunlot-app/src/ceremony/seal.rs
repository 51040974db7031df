//! Sealing: list, rules, seats and digits become a manifest, a secret is taken, and both are durable before the room sees the code.
//!
//! From then on the draw goes on with this secret or is given up in the open. Nothing here knows another way.

use std::fs;
use std::sync::OnceLock;

use sha2::{Digest as _, Sha256};
use sunlot_draw::commitment::{ShortCode, commitment};
use sunlot_draw::manifest::Seat;
use sunlot_draw::rules::check_manifest;
use sunlot_draw::{Fields, Free, Manifest, PublicKey, Secret, Text, Time};
use sunlot_store::ceremony::{self, CeremonyRow, Stored};
use sunlot_store::draw_seal::{self, SealRow};
use sunlot_store::station;
use sunlot_store::{Change, Connection, task, trail};

use super::acts::{APPROVED, follow, require, require_undrawn, state_of, title_of};
use super::chain::{ChainPlace, Draws, next_place};
use super::checklist::obstacles;
use super::document::{CeremonyDocument, Way};
use super::fault::{CeremonyFault, invalid};
use super::labels;
use super::numbers::{object, words};
use super::record::impossible;
use super::state::{self, State, cards_at_first};
use super::typed::{called, digits};
use super::wire::{CeremonyId, CeremonySeal, CeremonyView};
use crate::commands::Act;
use crate::event::draw::DrawSeal;
use crate::registry::check::problem;
use crate::task::labels as task_labels;
use crate::task::require_task;
use crate::{Desk, Error, Kind, Result};

/// Witnesses who cannot choose beforehand draw at least so many digits together.
const CHALLENGE: u32 = 6;

impl Desk {
    /// Seals a formal draw, by two people.
    pub fn ceremony_seal(&self, request: &CeremonySeal) -> Result<CeremonyView> {
        self.change_by_two(Act::CeremonySeal, request.second.as_ref(), |change| {
            Ok(((), Some(self.seal(change, request, false)?)))
        })?;
        self.ceremony_view(&CeremonyId { id: request.id })
    }

    /// Seals one that is only tried out.
    pub fn rehearsal_seal(&self, request: &CeremonySeal) -> Result<CeremonyView> {
        self.change(Act::RehearsalSeal, |change| {
            Ok(((), Some(self.seal(change, request, true)?)))
        })?;
        self.ceremony_view(&CeremonyId { id: request.id })
    }

    fn seal(&self, change: &Change<'_>, request: &CeremonySeal, rehearsal: bool) -> Result<Kind> {
        let office = change.tx();
        let (stored, mut document) = require(office, request.id)?;
        if stored.row.rehearsal != rehearsal {
            return Err(CeremonyFault::CeremonyKind { rehearsal }.into());
        }
        state::require_prepared(state_of(&stored.row)?)?;
        // The same as when it was prepared: meanwhile the task may have been given up, or drawn, or another one sealed.
        if let Some(open) = ceremony::open(office, !rehearsal)?
            && state_of(&open.row)?.is_open()
        {
            let title = title_of(office, open.row.task)?;
            let rehearsal = open.row.rehearsal;
            return Err(CeremonyFault::CeremonyOpen { title, rehearsal }.into());
        }
        if !rehearsal {
            let task = require_task(office, stored.row.task)?;
            if task.row.state != APPROVED {
                let number = task.row.number.clone().unwrap_or_default();
                let state = task_labels::state(&task.row.state).label;
                return Err(CeremonyFault::TaskNotReady { number, state }.into());
            }
            if document.basis.is_none() {
                require_undrawn(office, task.id)?;
            }
        }
        document.challenge = challenge(&document, &request.challenge)?;
        document.cards = cards_at_first(&document);
        document.terms = Some(self.terms_now(office, stored.row.task)?);
        let manifest = self.manifest_to_seal(office, &stored, &document)?;
        let mut secret = [0; 32];
        self.env().entropy.fill(&mut secret)?;
        let digest = manifest.digest();
        let sealed = commitment(manifest.protocol, &digest, &Secret::new(secret));
        let row = SealRow {
            ceremony: stored.id,
            task: stored.row.task,
            rehearsal,
            sequence: narrow(manifest.sequence)?,
            attempt: narrow(manifest.attempt)?,
            draw_id: manifest.draw_id.to_string(),
            sealed_at: manifest.created_at.to_string(),
            commitment: *sealed.bytes(),
            digest: *digest.bytes(),
            secret,
        };
        let bytes = serde_json::to_vec(&manifest).map_err(|error| impossible(&error.to_string()))?;
        follow(change, &stored, State::Sealed, &document)?;
        draw_seal::add(change, &row, &bytes)?;
        let candidates = manifest
            .strata
            .iter()
            .map(|stratum| stratum.targets.len())
            .sum::<usize>();
        Ok(Kind::DrawSealed(DrawSeal {
            draw: row.draw_id,
            task: task_labels::number(stored.row.task),
            title: manifest.title.to_string(),
            rehearsal,
            sequence: manifest.sequence,
            attempt: manifest.attempt,
            candidates: u64::try_from(candidates).unwrap_or(u64::MAX),
            quota: manifest.strata.iter().map(|stratum| stratum.quota).sum(),
            code: ShortCode::of(&sealed).to_string(),
            seats: u64::try_from(document.seats.len()).unwrap_or(u64::MAX),
        }))
    }

    /// What is sealed: the list of the task as it is now, with its seats, its digits and its place in the chain.
    fn manifest_to_seal(
        &self,
        office: &Connection,
        stored: &Stored<CeremonyRow>,
        document: &CeremonyDocument,
    ) -> Result<Manifest> {
        let rehearsal = stored.row.rehearsal;
        let (found, made) = obstacles(self, office, stored, document)?;
        if !found.is_empty() {
            let count = found.len();
            return Err(Error::of_problems(CeremonyFault::SealNotReady { count }, found));
        }
        let made = made.ok_or_else(|| impossible("a list without obstacles was not made"))?;
        let draws = Draws::read(office, rehearsal)?;
        let anchor = self.watch().anchor();
        let place = next_place(office, &draws, anchor.as_ref(), stored.row.task, rehearsal)?;
        let now = self.moment();
        let created_at = Time::new(now.clone()).ok_or_else(|| impossible("the clock shows no time"))?;
        clock_goes_on(&created_at, &place)?;
        let basis = self.basis_digest(office, document)?;
        let mut manifest = self.on_basis(office, document, made)?;
        let year = now.get(..4).unwrap_or_default();
        manifest.draw_id = text(&labels::draw_id(year, place.sequence, rehearsal))?;
        manifest.sequence = place.sequence;
        manifest.previous = place.previous;
        manifest.attempt = place.attempt;
        manifest.amended = place.amended;
        manifest.basis = basis;
        manifest.station = station_key(office, rehearsal)?;
        manifest.created_at = created_at;
        manifest.challenge = text(&document.challenge)?;
        manifest.seats = document
            .seats
            .iter()
            .enumerate()
            .map(|(at, seat)| {
                Ok(Seat {
                    alias: text(&called(at, seat))?,
                    role: text(&seat.role)?,
                })
            })
            .collect::<Result<_>>()?;
        let given_up = given_up(office, &draws, stored.row.task)?;
        manifest.ext = Some(ext(office, manifest.ext.take(), document, rehearsal, given_up)?);
        let breaches = check_manifest(&manifest);
        if breaches.is_empty() {
            Ok(manifest)
        } else {
            Err(impossible(&format!("{breaches:?}")))
        }
    }
}

/// Digits that were drawn in the room, so that nothing can have been prepared at home. Where nobody sits nobody draws any.
fn challenge(document: &CeremonyDocument, typed: &str) -> Result<String> {
    if document.seats.is_empty() {
        return Ok(String::new());
    }
    digits(typed, CHALLENGE)
        .map_err(|flaw| invalid(vec![problem("challenge", labels::field("challenge"), flaw)]))
}

/// A draw does not begin before the one before it: somebody set the clock back.
fn clock_goes_on(now: &Time, place: &ChainPlace) -> Result<()> {
    let last = place.last_sealed.clone().unwrap_or_default();
    match Time::new(last.clone()) {
        Some(before) if now.is_before(&before) => Err(CeremonyFault::DrawClockBack { last }.into()),
        _ => Ok(()),
    }
}

/// Under which key it is sealed. One that is only tried out needs none.
fn station_key(office: &Connection, rehearsal: bool) -> Result<PublicKey> {
    match station::in_force(office)? {
        Some(key) => Ok(PublicKey::new(key.row.public_key)),
        None if rehearsal => Ok(PublicKey::new([0; 32])),
        None => Err(CeremonyFault::StationKeysMissing.into()),
    }
}

/// The earlier draws of the task that were given up, with why: whoever reads the list reads them, too.
fn given_up(office: &Connection, draws: &Draws, task: i64) -> Result<Vec<Free>> {
    let mut told = Vec::new();
    for (seal, ended) in draws.of_task(task) {
        let Some(ended) = ended.filter(|ended| ended.outcome == "void") else {
            continue;
        };
        let (_, document) = require(office, seal.row.ceremony)?;
        let reason = document.void.map(|void| void.reason).unwrap_or_default();
        let one = [
            ("drawId", words(&seal.row.draw_id)?),
            ("at", words(&ended.ended_at)?),
            ("reason", words(&labels::one_line(&reason))?),
        ];
        told.push(Free::Object(object(one)?));
    }
    Ok(told)
}

/// What the office adds of its own (contract 8).
fn ext(
    office: &Connection,
    made: Option<Fields>,
    document: &CeremonyDocument,
    rehearsal: bool,
    given_up: Vec<Free>,
) -> Result<Fields> {
    let mut fields: Vec<(&str, Free)> = Vec::new();
    if !given_up.is_empty() {
        fields.push(("givenUp", Free::List(given_up)));
    }
    for key in ["profile", "scope"] {
        if let Some(value) = made.as_ref().and_then(|made| made.get(key)) {
            fields.push((key, value.clone()));
        }
    }
    let seq = trail::head(office)?.map_or(0, |head| head.seq);
    fields.push(("snapshot", Free::Number(u64::try_from(seq).unwrap_or(0))));
    fields.push(("epoch", Free::Number(trail::epoch(office)?)));
    fields.push(("rehearsal", Free::Truth(rehearsal)));
    let software = [
        ("name", words("Sunlot")?),
        ("version", words(env!("CARGO_PKG_VERSION"))?),
        ("digest", words(program_digest())?),
    ];
    fields.push(("software", Free::Object(object(software)?)));
    if let (Way::Simple, Some(public)) = (document.way, &document.public) {
        let public = [("source", words(&public.source)?), ("date", words(&public.date)?)];
        fields.push(("publicSeat", Free::Object(object(public)?)));
    }
    object(fields)
}

/// SHA-256 of this program; empty where it cannot be read.
fn program_digest() -> &'static str {
    static DIGEST: OnceLock<String> = OnceLock::new();
    DIGEST.get_or_init(|| {
        let program = std::env::current_exe().and_then(fs::read);
        program.map_or_else(|_| String::new(), |bytes| hex::encode(Sha256::digest(bytes)))
    })
}

/// The title of the task as it is called on the stage.
pub(super) fn task_number(office: &Connection, id: i64) -> Result<(String, String)> {
    let number = task::by_id(office, id)?.and_then(|stored| stored.row.number);
    Ok((number.unwrap_or_default(), title_of(office, id)?))
}

fn text(words: &str) -> Result<Text> {
    Text::new(words.to_owned()).ok_or_else(|| impossible(words))
}

fn narrow(number: u64) -> Result<i64> {
    i64::try_from(number).map_err(|error| impossible(&error.to_string()))
}
