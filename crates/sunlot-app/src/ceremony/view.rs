//! A ceremony as the console shows it: where it stands, what to say, what may be done, and what is recorded.

use sunlot_draw::amendment::Change;
use sunlot_draw::commitment::{ShortCode, fingerprint};
use sunlot_draw::explain::counting;
use sunlot_draw::{Digest, Manifest, Protocol, Published};
use sunlot_rules::digits::{digits_each, weaknesses};
use sunlot_store::ceremony::{CeremonyRow, Stored};
use sunlot_store::draw_seal::{self, SealRow};
use sunlot_store::{Connection, draw_amendment, pool_notice, stage_cursor};

use super::acts::{require, small, state_of};
use super::amend::{Evidence, latest_digest};
use super::chain::Draws;
use super::document::{CeremonyDocument, Way};
use super::fault::CeremonyFault;
use super::labels;
use super::list::line;
use super::rows::{Names, unfilled};
use super::sign::is_signed;
use super::state::State;
use super::typed::called;
use super::wire::{
    AmendmentView, CeremonyId, CeremonySave, CeremonyView, EndedView, EntryView, NoteView, SealedStratum,
    SealedView, SeatForm, SeatView,
};
use crate::commands::Act;
use crate::messages::of_reason;
use crate::{Desk, Result};

/// No more of them are listed; the rest is told by its number.
const MOST_UNFILLED: usize = 50;

impl Desk {
    /// Shows a ceremony.
    pub fn ceremony_view(&self, request: &CeremonyId) -> Result<CeremonyView> {
        self.read(Act::CeremonyView, |office| {
            let (stored, document) = require(office, request.id)?;
            let mut view = self.ceremony_shown(office, &stored, &document)?;
            // A witness who did not agree to be named is known to those who hold the ceremony, and to nobody else.
            if self.admit(office, Act::CeremonySave).is_err() {
                for seat in view.form.seats.iter_mut().filter(|seat| !seat.shown) {
                    seat.name.clear();
                    seat.unit.clear();
                }
            }
            Ok(view)
        })
    }

    /// A ceremony as it stands.
    pub(super) fn ceremony_shown(
        &self,
        office: &Connection,
        stored: &Stored<CeremonyRow>,
        document: &CeremonyDocument,
    ) -> Result<CeremonyView> {
        let state = state_of(&stored.row)?;
        let seal = draw_seal::of_ceremony(office, stored.id)?;
        let published = match &seal {
            Some(seal) => self.published(office, seal)?,
            None => None,
        };
        let lost = self.lost(office, stored.id)?;
        // What cannot be read any more is told by `lost`, and leaves the office able to go on.
        let sealed = match &seal {
            Some(seal) => match self.sealed_manifest(office, seal) {
                Ok(manifest) => Some(sealed(&seal.row, &manifest)),
                Err(_) if lost.is_some() || state.has_ended() => None,
                Err(error) => return Err(error),
            },
            None => None,
        };
        let announced = !pool_notice::of_task(office, stored.row.task)?.is_empty();
        let digits: usize = (0..document.seats.len())
            .filter_map(|seat| document.confirmed(seat))
            .map(str::len)
            .sum();
        let ended = match (&seal, &published) {
            (Some(seal), Some(published)) => Some(ended(office, seal, published)?),
            _ => None,
        };
        let cursor = stage_cursor::read(office)?.filter(|cursor| cursor.ceremony == stored.id);
        let shown = cursor.map(|cursor| cursor.step).unwrap_or_default();
        Ok(CeremonyView {
            line: line(office, stored, seal.as_ref().map(|seal| (seal.id, &seal.row)))?,
            version: stored.version,
            task: stored.row.task,
            told: seal.as_ref().map_or_else(String::new, |seal| {
                labels::told_of(seal.row.sequence, seal.row.attempt, stored.row.rehearsal)
            }),
            earlier: earlier(office, stored, seal.as_ref())?,
            steps: labels::steps(state, document, announced, &shown),
            prompt: labels::prompt(state, document),
            may: match &lost {
                Some(_) => vec![own("ceremony_void", "rehearsal_void", stored.row.rehearsal).to_owned()],
                None => may(state, document, stored.row.rehearsal, ended.is_some()),
            },
            papers: labels::papers(state, document, ended.is_some()),
            lost: lost.as_ref().map_or_else(String::new, |lost| told(lost.fault())),
            form: form(stored, document),
            seats: seats(document, state),
            roles: labels::roles(),
            digits_each: digits_each(small(document.seats.len())),
            digits_told: labels::digits_told(small(digits), document.seats.len()),
            challenge: document.challenge.clone(),
            sealed,
            ended,
            notes: document
                .notes
                .iter()
                .map(|note| NoteView {
                    kind: labels::note_kind(note.kind),
                    who: note.who.clone(),
                    words: note.words.clone(),
                    at: note.at.clone(),
                })
                .collect(),
            void_reasons: match &lost {
                Some(lost) => labels::lost_reasons(lost.code()),
                None => labels::void_reasons(),
            },
            void: document
                .void
                .as_ref()
                .map_or_else(String::new, |void| void.reason.clone()),
            archive: document
                .archive
                .as_ref()
                .map_or_else(String::new, labels::archive),
            minutes: labels::minutes(document),
        })
    }
}

/// What may be done now, by the names of the commands.
fn may(state: State, document: &CeremonyDocument, rehearsal: bool, is_here: bool) -> Vec<String> {
    let own = |formal, tried| own(formal, tried, rehearsal);
    let acts: Vec<&str> = match state {
        State::Prepared => vec![
            "ceremony_save",
            own("ceremony_seal", "rehearsal_seal"),
            "ceremony_drop",
            "ceremony_note",
        ],
        State::Sealed => {
            let mut acts = vec![
                "ceremony_card",
                own("ceremony_envelope", "rehearsal_envelope"),
                own("ceremony_void", "rehearsal_void"),
                "ceremony_note",
            ];
            if document.way == Way::Simple {
                acts.push("ceremony_turn");
            }
            acts
        }
        State::Cards => vec![
            "ceremony_number",
            "ceremony_confirm",
            own("ceremony_void", "rehearsal_void"),
            "ceremony_note",
        ],
        State::Drawn => vec![
            own("draw_amend", "rehearsal_amend"),
            "ceremony_sign",
            "ceremony_publish",
            "ceremony_archive",
            "ceremony_note",
        ],
        State::Void if !is_here => vec!["ceremony_archive", "ceremony_note"],
        State::Archived if !is_here => Vec::new(),
        State::Void => vec![
            "ceremony_sign",
            "ceremony_publish",
            "ceremony_archive",
            "ceremony_note",
        ],
        State::Archived if document.void.is_some() => vec!["ceremony_sign", "ceremony_publish"],
        State::Archived => vec![
            own("draw_amend", "rehearsal_amend"),
            "ceremony_sign",
            "ceremony_publish",
        ],
        State::Dropped => Vec::new(),
    };
    let fits = |act: &&str| !(rehearsal && *act == "ceremony_sign");
    acts.into_iter().filter(fits).map(str::to_owned).collect()
}

fn told(fault: CeremonyFault) -> String {
    let words = of_reason(&fault.into());
    words.message + &words.hint
}

fn own(formal: &'static str, tried: &'static str, rehearsal: bool) -> &'static str {
    if rehearsal { tried } else { formal }
}

/// The earlier draws of the task, with why they were given up.
fn earlier(
    office: &Connection,
    stored: &Stored<CeremonyRow>,
    seal: Option<&Stored<SealRow>>,
) -> Result<Vec<String>> {
    let draws = Draws::read(office, stored.row.rehearsal)?;
    let mut told = Vec::new();
    for (other, ended) in draws.of_task(stored.row.task) {
        let is_before = seal.is_none_or(|seal| other.row.sequence < seal.row.sequence);
        let Some(ended) = ended.filter(|_| is_before) else {
            continue;
        };
        let (_, document) = require(office, other.row.ceremony)?;
        told.push(match document.void {
            Some(void) => labels::earlier(&other.row.draw_id, &ended.ended_at, &void.reason),
            None => labels::earlier_drawn(&other.row.draw_id, &ended.ended_at),
        });
    }
    Ok(told)
}

fn form(stored: &Stored<CeremonyRow>, document: &CeremonyDocument) -> CeremonySave {
    let public = document.public.clone().unwrap_or_default();
    let seats = document.seats.iter().filter(|_| document.way == Way::Full);
    CeremonySave {
        id: stored.id,
        version: stored.version,
        way: labels::way(document).to_owned(),
        place: document.place.clone(),
        seats: seats
            .enumerate()
            .map(|(at, seat)| SeatForm {
                role: seat.role.clone(),
                alias: called(at, seat),
                name: seat.name.clone(),
                unit: seat.unit.clone(),
                shown: seat.shown,
            })
            .collect(),
        width_cm: document
            .width_cm
            .map_or_else(String::new, |width| width.to_string()),
        distance_cm: document
            .distance_cm
            .map_or_else(String::new, |distance| distance.to_string()),
        public_source: public.source,
        public_date: public.date,
    }
}

fn seats(document: &CeremonyDocument, state: State) -> Vec<SeatView> {
    let stands = |seat: usize| document.last_entry(seat);
    let view = |(at, seat): (usize, &super::document::SeatDocument)| {
        let last = stands(at);
        let digits = last.and_then(|entry| entry.digits.clone()).unwrap_or_default();
        let others = (0..document.seats.len()).filter(|other| *other != at);
        let others = others.filter_map(|other| stands(other)?.digits.as_deref());
        let entries: Vec<_> = document.entries.iter().filter(|entry| entry.seat == at).collect();
        SeatView {
            seat: small(at + 1),
            role: seat.role.clone(),
            alias: called(at, seat),
            card: document.cards.get(at).copied().unwrap_or(false) || state == State::Cards,
            entries: entries
                .iter()
                .enumerate()
                .map(|(place, entry)| EntryView {
                    digits: entry.digits.clone().unwrap_or_default(),
                    at: entry.at.clone(),
                    stands: place + 1 == entries.len(),
                })
                .collect(),
            confirmed: last.is_some_and(|entry| entry.confirmed),
            refused: last.is_some_and(|entry| entry.digits.is_none()),
            warnings: weaknesses(&digits, others)
                .into_iter()
                .map(|weak| labels::weakness(weak).to_owned())
                .collect(),
            digits,
        }
    };
    document.seats.iter().enumerate().map(view).collect()
}

fn sealed(seal: &SealRow, manifest: &Manifest) -> SealedView {
    let commitment = Digest::new(seal.commitment);
    let size = |stratum: &sunlot_draw::manifest::Stratum| small(stratum.targets.len());
    let narrow = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    SealedView {
        draw: seal.draw_id.clone(),
        at: seal.sealed_at.clone(),
        commitment: commitment.to_string(),
        code: ShortCode::of(&commitment).to_string(),
        fingerprint: fingerprint(Protocol::Sunlot1, &manifest.station),
        strata: manifest
            .strata
            .iter()
            .map(|stratum| SealedStratum {
                key: stratum.key.to_string(),
                label: stratum.label.to_string(),
                size: size(stratum),
                quota: narrow(stratum.quota),
                reserve: narrow(stratum.reserve),
                chance: labels::chance(stratum.quota, u64::from(size(stratum))),
            })
            .collect(),
        candidates: manifest.strata.iter().map(size).sum(),
        quota: narrow(manifest.strata.iter().map(|stratum| stratum.quota).sum()),
        excluded: small(manifest.exclusions.len()),
        inspectors: small(manifest.inspectors.len()),
    }
}

fn ended(office: &Connection, seal: &Stored<SealRow>, published: &Published) -> Result<EndedView> {
    let names = Names::of(published);
    let result = published.record.result.as_ref();
    let kept = draw_amendment::of_seal(office, seal.id)?;
    let counts = counting(published);
    let mut amendments = Vec::new();
    for (at, entry) in published.amendments.iter().enumerate() {
        let files = kept.get(at).map_or("[]", |stored| stored.row.evidence.as_str());
        let files: Vec<Evidence> = serde_json::from_str(files).unwrap_or_default();
        amendments.push(AmendmentView {
            number: small(at + 1),
            told: names.amended(&entry.amendment),
            reason: entry.amendment.reason.to_string(),
            at: entry.amendment.at.to_string(),
            // A withdrawal does its work and is never itself withdrawn.
            counts: counts.get(at).copied().unwrap_or(false)
                || matches!(entry.amendment.change, Change::Withdraw(_)),
            evidence: files.into_iter().map(|file| file.name).collect(),
        });
    }
    let mut empty = unfilled(&published.standing, &names);
    empty.truncate(MOST_UNFILLED);
    let ended_at = sunlot_store::draw_record::of_seal(office, seal.id)?.map(|stored| stored.row.ended_at);
    Ok(EndedView {
        outcome: if published.record.void.is_some() {
            "void"
        } else {
            "drawn"
        }
        .to_owned(),
        at: ended_at.unwrap_or_default(),
        digest: published.digest.to_string(),
        latest: latest_digest(published).to_string(),
        selected: small(result.map_or(0, |result| result.selected.len())),
        reserves: small(result.map_or(0, |result| result.reserves.len())),
        standing: small(published.standing.len()),
        unfilled: empty,
        amendments,
        signed: is_signed(published),
    })
}
