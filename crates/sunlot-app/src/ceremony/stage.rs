//! The stage: a picture of the recorded state. It shows what was kept, never more, and what it shows never changes what was kept.
//!
//! Which picture, and how far it was played, is kept too, so that it comes back where it was. How it looks is the window's business.

use std::sync::{Mutex, PoisonError};

use sunlot_draw::commitment::ShortCode;
use sunlot_draw::{Digest, Published};
use sunlot_forms::qr_rows;
use sunlot_store::ceremony::{CeremonyRow, Stored};
use sunlot_store::draw_seal::{self, SealRow};
use sunlot_store::stage_cursor::{self, StageCursor};
use sunlot_store::{Connection, ceremony, office_profile};

use super::acts::{require, small, state_of};
use super::amend::latest_digest;
use super::document::CeremonyDocument;
use super::rows::Names;
use super::stage_wire::{
    StageFact, StagePage, StageScreen, StageSeal, StageSeat, StageShow, StageTyping, StageView,
};
use super::state::State;
use super::{labels, rolling};
use crate::commands::Act;
use crate::{Desk, Result};

/// So many rows stand on a page of the result: legible six metres away.
const PAGE: usize = 9;

/// What is typed just now. It is nowhere kept: only what was entered counts.
#[derive(Default)]
pub(crate) struct Typing(Mutex<StageTyping>);

impl Typing {
    fn now(&self) -> StageTyping {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Desk {
    /// Moves the stage to another picture, or plays it further.
    pub fn stage_show(&self, request: &StageShow) -> Result<StageView> {
        let (stored, document) = self.read(Act::StageShow, |office| require(office, request.id))?;
        let state = state_of(&stored.row)?;
        let step = match request.step.as_str() {
            "" => usual(state, &document),
            asked => pictures(state, &document)
                .into_iter()
                .find(|step| *step == asked)
                .unwrap_or(usual(state, &document)),
        };
        let cursor = StageCursor {
            ceremony: stored.id,
            step: step.to_owned(),
            place: request.place.into(),
            pace: request.pace.into(),
            replay: state == State::Archived,
        };
        self.point(Act::StageShow, &cursor)?;
        self.stage_view()
    }

    /// Shows a number while it is typed; it is not entered by that.
    pub fn stage_typing(&self, request: &StageTyping) -> Result<()> {
        self.read(Act::StageTyping, |office| require(office, request.id).map(drop))?;
        *self.typing().0.lock().unwrap_or_else(PoisonError::into_inner) = request.clone();
        self.env().windows.stage_changed();
        Ok(())
    }

    /// The picture on the stage.
    pub fn stage_view(&self) -> Result<StageView> {
        self.read(Act::StageView, |office| {
            let Some((stored, cursor)) = self.staged(office)? else {
                return self.idle(office);
            };
            let (_, document) = require(office, stored.id)?;
            self.picture(office, &stored, &document, &cursor)
        })
    }

    /// Which ceremony is on the stage: the one that was shown last, else the one that is under way.
    fn staged(&self, office: &Connection) -> Result<Option<(Stored<CeremonyRow>, StageCursor)>> {
        let (formal, tried) = (ceremony::open(office, false)?, ceremony::open(office, true)?);
        let mut sealed = None;
        for open in [&formal, &tried].into_iter().flatten() {
            if sealed.is_none() && state_of(&open.row)?.is_open() {
                sealed = Some(open.clone());
            }
        }
        let known = stage_cursor::read(office)?;
        let shown = match &known {
            Some(cursor) => ceremony::by_id(office, cursor.ceremony)?,
            None => None,
        };
        // A draw that is under way is never hidden behind one of the past, and one that is only prepared hides none.
        let stored = sealed.or(shown).or(formal).or(tried);
        let Some(stored) = stored else {
            return Ok(None);
        };
        let state = state_of(&stored.row)?;
        let (_, document) = require(office, stored.id)?;
        let fits = |cursor: &StageCursor| {
            cursor.ceremony == stored.id && pictures(state, &document).contains(&cursor.step.as_str())
        };
        let cursor = known.filter(fits).unwrap_or_else(|| StageCursor {
            ceremony: stored.id,
            step: usual(state, &document).to_owned(),
            place: 0,
            pace: 0,
            replay: false,
        });
        Ok(Some((stored, cursor)))
    }

    fn idle(&self, office: &Connection) -> Result<StageView> {
        let name = office_profile::latest(office)?.map_or_else(String::new, |stored| stored.row.name);
        Ok(StageView {
            step: "idle".to_owned(),
            office: name,
            screen: screen(None, None),
            ..StageView::default()
        })
    }

    fn picture(
        &self,
        office: &Connection,
        stored: &Stored<CeremonyRow>,
        document: &CeremonyDocument,
        cursor: &StageCursor,
    ) -> Result<StageView> {
        let state = state_of(&stored.row)?;
        let view = self.ceremony_shown(office, stored, document)?;
        let seal = draw_seal::of_ceremony(office, stored.id)?;
        let published = match &seal {
            Some(seal) => self.published(office, seal)?,
            None => None,
        };
        let names = self.terms_of(office, stored.row.task, document)?.names;
        let place = u32::try_from(cursor.place).unwrap_or(u32::MAX);
        let mut picture = StageView {
            step: cursor.step.clone(),
            place,
            pace: u32::try_from(cursor.pace).unwrap_or(u32::MAX),
            ceremony: stored.id,
            title: view.line.title.clone(),
            told: view.told.clone(),
            earlier: view.earlier.clone(),
            rehearsal: stored.row.rehearsal,
            replay: cursor.replay || state == State::Archived,
            names,
            steps: labels::stage_steps(&cursor.step),
            void: view.void.clone(),
            seats: self.stage_seats(stored.id, &view.seats),
            screen: screen(document.width_cm, document.distance_cm),
            ..self.idle(office)?
        };
        picture.step = cursor.step.clone();
        if let Some(sealed) = view.sealed {
            picture.strata = sealed.strata;
            picture.candidates = sealed.candidates;
            picture.quota = sealed.quota;
            picture.excluded = sealed.excluded;
        } else {
            self.unsealed(office, stored.row.task, &mut picture)?;
        }
        if let Some(seal) = &seal {
            if let Ok(sealed) = self.sealed_manifest(office, seal) {
                picture.items = sealed.items.iter().map(|item| item.name.to_string()).collect();
                picture.office = sealed.office.name.to_string();
            }
            picture.seal = Some(stage_seal(&seal.row, published.as_deref()));
        }
        if let Some(published) = &published {
            match cursor.step.as_str() {
                "draw" | "crew" => {
                    picture.draw = Some(rolling::draw(
                        published,
                        &picture.strata,
                        place,
                        cursor.step == "crew",
                        names,
                    ));
                }
                "result" | "void" => picture.page = Some(page(published, place, names)),
                "check" => picture.check = check(published),
                _ => {}
            }
        }
        Ok(picture)
    }

    /// The pool's figures before anything is sealed.
    fn unsealed(&self, office: &Connection, task: i64, picture: &mut StageView) -> Result<()> {
        let held = self.pool_of(office, task)?;
        let narrow = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
        picture.strata = held.stage_strata();
        picture.candidates = narrow(held.candidates());
        picture.quota = narrow(held.quota());
        picture.excluded = narrow(held.excluded_count());
        picture.items = held.item_names();
        Ok(())
    }

    fn stage_seats(&self, ceremony: i64, seats: &[super::wire::SeatView]) -> Vec<StageSeat> {
        let typing = self.typing().now();
        let seat = |seat: &super::wire::SeatView| {
            let now = typing.id == ceremony && typing.seat == seat.seat && !seat.confirmed;
            let typed = now && !typing.digits.is_empty() && typing.digits != seat.digits;
            StageSeat {
                seat: seat.seat,
                role: seat.role.clone(),
                alias: seat.alias.clone(),
                card: seat.card,
                digits: if typed {
                    typing.digits.clone()
                } else {
                    seat.digits.clone()
                },
                typing: now,
                confirmed: seat.confirmed,
                refused: seat.refused,
                corrected: seat
                    .entries
                    .iter()
                    .filter(|entry| !entry.stands && !entry.digits.is_empty())
                    .map(|entry| entry.digits.clone())
                    .collect(),
            }
        };
        seats.iter().map(seat).collect()
    }
}

/// How the picture is to be sized: an ordinary hall where nobody measured.
fn screen(width_cm: Option<u32>, distance_cm: Option<u32>) -> StageScreen {
    StageScreen {
        width_cm: width_cm.unwrap_or(250),
        distance_cm: distance_cm.unwrap_or(600),
    }
}

/// The picture that belongs to where a ceremony stands.
fn usual(state: State, document: &CeremonyDocument) -> &'static str {
    match state {
        State::Prepared | State::Dropped => "prepare",
        State::Sealed => "seal",
        State::Cards => "witness",
        State::Drawn => "draw",
        State::Void => "void",
        State::Archived if document.void.is_some() => "void",
        State::Archived => "result",
    }
}

/// The pictures that may be shown: nothing that is not decided yet, and nothing that was given up as if it stood.
fn pictures(state: State, document: &CeremonyDocument) -> Vec<&'static str> {
    match state {
        State::Prepared | State::Dropped => vec!["prepare"],
        State::Sealed => vec!["prepare", "seal", "witness"],
        State::Cards => vec!["seal", "witness"],
        State::Archived | State::Void if document.void.is_some() => {
            vec!["seal", "witness", "void", "archive"]
        }
        State::Drawn | State::Archived | State::Void => {
            vec!["seal", "witness", "draw", "crew", "result", "check", "archive"]
        }
    }
}

fn stage_seal(seal: &SealRow, published: Option<&Published>) -> StageSeal {
    let commitment = Digest::new(seal.commitment).to_string();
    let seed = published.and_then(|published| published.record.seed.as_ref());
    StageSeal {
        code: ShortCode::of(&Digest::new(seal.commitment))
            .to_string()
            .split('-')
            .map(str::to_owned)
            .collect(),
        qr: qr_rows(&commitment).unwrap_or_default(),
        commitment: groups(&commitment),
        at: seal.sealed_at.clone(),
        seed: seed.map(|seed| groups(&seed.to_string())).unwrap_or_default(),
    }
}

fn page(published: &Published, place: u32, names: bool) -> StagePage {
    let known = Names::of(published);
    let drawn = published
        .record
        .result
        .as_ref()
        .map_or(&[][..], |result| &result.selected);
    let rows = if published.record.void.is_some() {
        drawn
    } else {
        &published.standing
    };
    let pages = rows.len().div_ceil(PAGE).max(1);
    let at = usize::try_from(place).unwrap_or(0).min(pages - 1);
    let shown = rows.iter().enumerate().skip(at * PAGE).take(PAGE);
    let digest = latest_digest(published).to_string();
    StagePage {
        page: small(at + 1),
        pages: small(pages),
        rows: shown
            .map(|(at, row)| rolling::nameless(known.listed(at, row), names))
            .collect(),
        total: small(rows.len()),
        qr: qr_rows(&digest).unwrap_or_default(),
        digest: groups(&digest),
    }
}

/// What is typed on another computer from the sealing sheet, and what must appear there.
fn check(published: &Published) -> Vec<StageFact> {
    let record = &published.record;
    let standing = published.standing.len();
    labels::check(
        &ShortCode::of(&record.commitment).to_string(),
        &record.manifest.challenge,
        &latest_digest(published).to_string(),
        standing,
    )
}

fn groups(hex: &str) -> Vec<String> {
    let digits: Vec<char> = hex.chars().collect();
    digits.chunks(4).map(|group| group.iter().collect()).collect()
}
