//! What people do about anchors: look at the start, acknowledge a difference, carry one away, hold one against
//! the office.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::Path;

use chrono::{DateTime, TimeDelta};
use sunlot_rules::text::{self, TextFault};
use sunlot_store::{Connection, trail};

use super::compare::{self, Standing};
use super::wire::{
    AnchorAcknowledge, AnchorCheck, AnchorFile, AnchorView, AnchorWrite, AnchorWritten, TrailStanding,
};
use super::{Anchor, Verified};
use crate::commands::Act;
use crate::event::TrailPoint;
use crate::{Desk, Error, Flaw, Kind, Place, Problem, Reason, Result, file, labels, messages};

/// After so long, everything should be verified from the beginning again.
const WHOLE_EVERY: TimeDelta = TimeDelta::days(7);

/// So many events are verified in the time it takes to read the first page: every morning, then.
const SMALL: i64 = 50_000;
const SMALL_EVERY: TimeDelta = TimeDelta::hours(12);

/// The longest reason.
const MAX_REASON: usize = 200;

impl Desk {
    /// How the office stands: its trail beside the anchor, and what came after the last verification.
    pub fn trail_standing(&self) -> Result<TrailStanding> {
        self.read(Act::TrailStanding, |office| self.standing_view(office))
    }

    fn standing_view(&self, office: &Connection) -> Result<TrailStanding> {
        let before = self.verified(office);
        let check = self.verify_quickly(office, before.as_ref())?;
        let whole_at = before.and_then(|before: Verified| before.whole_at);
        Ok(TrailStanding {
            anchor: self.anchor_view(office)?,
            check,
            whole_due: self.whole_is_due(office, whole_at.as_deref())?,
            whole_at,
        })
    }

    fn whole_is_due(&self, office: &Connection, whole_at: Option<&str>) -> Result<bool> {
        let events = trail::head(office)?.map_or(0, |head| head.seq);
        let every = if events <= SMALL { SMALL_EVERY } else { WHOLE_EVERY };
        let last = whole_at.and_then(|at| DateTime::parse_from_rfc3339(at).ok());
        Ok(last.is_none_or(|last| {
            let age = self.now() - last;
            // A last time that is yet to come was written by a clock that was wrong.
            age >= every || age < TimeDelta::minutes(-2)
        }))
    }

    fn anchor_view(&self, office: &Connection) -> Result<AnchorView> {
        let (standing, anchor, failing) = self.bearings(office)?;
        let found = Anchor::of(office, "", &self.moment())?;
        let place = self.env().anchors.describe();
        Ok(AnchorView::of(
            &standing,
            anchor.as_ref(),
            found.as_ref(),
            place,
            failing,
        ))
    }

    /// Acknowledges that the trail is not the one that the anchor tells of; the anchor then moves on.
    pub fn anchor_acknowledge(&self, request: &AnchorAcknowledge) -> Result<TrailStanding> {
        self.hold()?;
        self.change_by_two(Act::AnchorAcknowledge, request.second.as_ref(), |change| {
            let reason = reason_of(&request.reason)?;
            let (standing, anchor, _) = self.bearings(change.tx())?;
            if !standing.blocks() {
                return Err(Error::new(Reason::AnchorFits, standing.code()));
            }
            if let Some(anchor) = &anchor {
                anchor.require_accounts(change.tx())?;
            }
            let head = trail::head(change.tx())?;
            // The anchor moves back with the trail; what had been drawn by it must stay known.
            let draws = anchor.as_ref().map(Anchor::draws).unwrap_or_default();
            let kind = Kind::AnchorAcknowledged {
                difference: standing,
                anchored: anchor.map(|anchor| TrailPoint {
                    seq: anchor.seq,
                    head: anchor.head,
                }),
                found: TrailPoint {
                    seq: head.map_or(0, |head| head.seq),
                    head: head.map(|head| head.head.to_string()).unwrap_or_default(),
                },
                reason,
                draws,
            };
            Ok(((), Some(kind)))
        })?;
        self.trail_standing()
    }

    /// Writes an anchor into a folder of one's own. One that tells of more than this trail is not written over.
    pub fn anchor_write(&self, request: &AnchorWrite) -> Result<AnchorWritten> {
        let anchor = self
            .read(Act::AnchorWrite, |office| {
                Anchor::of(
                    office,
                    &self.folder().path().display().to_string(),
                    &self.moment(),
                )
            })?
            .ok_or_else(|| Error::new(Reason::Internal, "an office without a first event"))?;
        let folder = Path::new(request.folder.trim());
        let place = folder.join(carried_name(&anchor));
        let shown = place.display().to_string();
        // Without a folder it would land wherever the program was started.
        if !folder.is_dir() {
            return Err(Error::new(Reason::PlaceMissing { file: shown }, ""));
        }
        if place.exists() {
            let there = self.anchor_in(&shown)?;
            let standing = self.read(Act::AnchorWrite, |office| compare::held(office, &there, None))?;
            if there.office == anchor.office && standing.blocks() {
                return Err(Error::new(
                    Reason::AnchorWouldGoBack {
                        file: shown,
                        standing,
                    },
                    "",
                ));
            }
        }
        let text = anchor.text()?;
        file::replace(&place, |file| file.write_all(text.as_bytes()))
            .map_err(|error| file::failed(&place, &error))?;
        Ok(AnchorWritten {
            file: shown,
            anchor: (&anchor).into(),
        })
    }

    /// Holds an anchor file against the office.
    pub fn anchor_check(&self, request: &AnchorFile) -> Result<AnchorCheck> {
        let file = &self.carried_in(&request.file)?;
        let anchor = self.anchor_in(file)?;
        self.read(Act::AnchorCheck, |office| {
            if trail::office_id(office)?.as_deref() != Some(&anchor.office) {
                let reason = Reason::AnchorOfAnother {
                    file: file.to_owned(),
                };
                return Err(Error::new(reason, anchor.office.clone()));
            }
            let verified = self.verified(office).and_then(|verified| verified.checkpoint());
            let standing: Standing = compare::held_apart(office, &anchor, verified.as_ref())?;
            let found = Anchor::of(office, "", &self.moment())?;
            let mut view = AnchorView::of(&standing, Some(&anchor), found.as_ref(), file.to_owned(), None);
            if standing.blocks() {
                view.hint = messages::anchor::CARRIED_DIFFERS.to_owned();
            }
            Ok(AnchorCheck {
                file: file.to_owned(),
                anchor: view,
            })
        })
    }

    /// On a stick, this office's newest anchor is meant.
    fn carried_in(&self, typed: &str) -> Result<String> {
        let folder = Path::new(typed);
        if !folder.is_dir() {
            return Ok(typed.to_owned());
        }
        let here = self.read(Act::AnchorCheck, |office| Anchor::of(office, "", &self.moment()))?;
        let here = here.ok_or_else(|| Error::new(Reason::Internal, "an office without a first event"))?;
        let names = (1..=here.epoch).rev().map(|epoch| {
            carried_name(&Anchor {
                epoch,
                ..here.clone()
            })
        });
        let files: Vec<_> = names.map(|name| folder.join(name)).collect();
        let there = files.iter().find(|file| file.exists()).or(files.first());
        Ok(there.map_or_else(|| typed.to_owned(), |file| file.display().to_string()))
    }

    fn anchor_in(&self, file: &str) -> Result<Anchor> {
        let named = || file.to_owned();
        let text = fs::read_to_string(file).map_err(|error| {
            let reason = match error.kind() {
                ErrorKind::NotFound => Reason::FileMissing { file: named() },
                ErrorKind::InvalidData => Reason::AnchorFileUnreadable { file: named() },
                _ => Reason::FileUnread { file: named() },
            };
            Error::new(reason, error.to_string())
        })?;
        Anchor::read(&text).map_err(|why| Error::new(Reason::AnchorFileUnreadable { file: named() }, why))
    }
}

/// An anchor from before a restore stays beside the new one: it is evidence.
fn carried_name(anchor: &Anchor) -> String {
    let office = &anchor.office[..8];
    match anchor.epoch {
        1 => format!("sunlot-anchor-{office}.json"),
        epoch => format!("sunlot-anchor-{office}-{epoch}.json"),
    }
}

fn reason_of(typed: &str) -> Result<String> {
    text::required(typed, MAX_REASON).map_err(|fault| {
        let flaw = match fault {
            TextFault::Empty => Flaw::Required,
            TextFault::TooLong { max, found } => Flaw::TooLong { max, found },
            TextFault::Invisible { place, found } => Flaw::Invisible { place, found },
        };
        let problem = Problem {
            place: Place::Field {
                field: "reason".to_owned(),
            },
            label: labels::REASON.to_owned(),
            flaw,
        };
        Error::of_problems(Reason::AcknowledgementInvalid, vec![problem])
    })
}
