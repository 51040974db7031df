//! Changes after the draw: a target that is gone, an inspector who fell ill. The office decides who steps out and why; who steps in
//! follows from the seed, and nobody chooses it (D-07).

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;
use sunlot_draw::amendment::{Amendment, Change as Amended, Colleague};
use sunlot_draw::record::{Place, Row};
use sunlot_draw::{Digest, Free, Id, Impossible, Published, Text, Time};
use sunlot_store::draw_amendment::{self, AmendmentRow};
use sunlot_store::draw_seal::{self, SealRow, Stored};
use sunlot_store::{Change, Connection, draw_record};

use super::acts::{require, take, title_of};
use super::amend_wire::{AmendChoices, AmendKind, AmendPreview, AmendedRow, DrawAmend};
use super::fault::{CeremonyFault, CeremonyFlaw, invalid};
use super::labels;
use super::record::impossible;
use super::rows::{Names, unfilled};
use super::wire::{CeremonyId, CeremonyView};
use crate::commands::Act;
use crate::error::Flaw;
use crate::event::draw::DrawChange;
use crate::registry::Told;
use crate::registry::check::{any_text, problem};
use crate::registry::limits::MIDDLE;
use crate::rules::keep_evidence;
use crate::task::labels as task_labels;
use crate::{Desk, Error, Kind, Problem, Reason, Result};

/// A file that proves a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
pub(super) struct Evidence {
    pub name: String,
    pub digest: String,
}

impl Desk {
    /// What can be changed of a draw, to choose from.
    pub fn draw_amend_choices(&self, request: &CeremonyId) -> Result<AmendChoices> {
        self.read(Act::DrawAmendChoices, |office| {
            let (seal, published) = self.drawn_of(office, request.id)?;
            let names = Names::of(&published);
            let known = names.inspectors();
            let mut borrowed = Vec::new();
            for colleague in self.colleagues(office, seal.row.task)? {
                if !known.iter().any(|told| told.value == *colleague.id) {
                    borrowed.push(Told {
                        value: colleague.id.to_string(),
                        label: labels::person(&colleague.name, &colleague.dept),
                    });
                }
            }
            let kinds = labels::amend_kinds()
                .into_iter()
                .map(|(kind, reasons)| AmendKind { kind, reasons });
            Ok(AmendChoices {
                kinds: kinds.collect(),
                inspectors: known,
                borrowed,
                replacement: self.replacement_allowed(office, &seal)?,
            })
        })
    }

    /// Says what a change would come to, before it is made.
    pub fn draw_amend_check(&self, request: &DrawAmend) -> Result<AmendPreview> {
        self.read(Act::DrawAmendCheck, |office| {
            let (seal, published) = self.drawn_of(office, request.id)?;
            let amendment = self.amendment(office, request, &seal, &published)?;
            let after = with(&published, &amendment)?;
            let names = Names::of(&after);
            Ok(AmendPreview {
                told: names.amended(&amendment),
                rows: differences(&published.standing, &after.standing, &names),
                unfilled: unfilled(&after.standing, &names),
                standing: u32::try_from(after.standing.len()).unwrap_or(u32::MAX),
            })
        })
    }

    /// Changes a formal draw, by two people.
    pub fn draw_amend(&self, request: &DrawAmend) -> Result<CeremonyView> {
        self.change_by_two(Act::DrawAmend, request.second.as_ref(), |change| {
            Ok(((), Some(self.amend(change, request, false)?)))
        })?;
        self.ceremony_view(&CeremonyId { id: request.id })
    }

    /// Changes one that was only tried out.
    pub fn rehearsal_amend(&self, request: &DrawAmend) -> Result<CeremonyView> {
        self.change(Act::RehearsalAmend, |change| {
            Ok(((), Some(self.amend(change, request, true)?)))
        })?;
        self.ceremony_view(&CeremonyId { id: request.id })
    }

    fn amend(&self, change: &Change<'_>, request: &DrawAmend, rehearsal: bool) -> Result<Kind> {
        let office = change.tx();
        let (stored, _) = require(office, request.id)?;
        if stored.row.rehearsal != rehearsal {
            return Err(CeremonyFault::CeremonyKind { rehearsal }.into());
        }
        let (seal, published) = self.drawn_of(office, request.id)?;
        let amendment = self.amendment(office, request, &seal, &published)?;
        if let Amended::Withdraw(of) = amendment.change {
            let at = usize::try_from(of).ok().and_then(|of| of.checked_sub(1));
            let taken_back = at.and_then(|at| published.amendments.get(at));
            if taken_back.is_some_and(|entry| entry.amendment.change == Amended::Cancel) {
                // Two results of one task must not stand beside each other.
                not_drawn_since(office, &seal)?;
            }
        }
        let after = with(&published, &amendment)?;
        let digest = after
            .amendments
            .last()
            .map_or(published.digest, |entry| entry.digest);
        let mut evidence = Vec::new();
        for path in request.evidence.iter().filter(|path| !path.trim().is_empty()) {
            let (name, digest) = keep_evidence(self, Path::new(path.trim()))?;
            evidence.push(Evidence { name, digest });
        }
        // A formal change rests on something that somebody can look up (D-07); that an empty place is filled rests on the draw itself.
        if !rehearsal && evidence.is_empty() && request.reason.trim().is_empty() && request.kind != "fill" {
            let flaw: Flaw = CeremonyFlaw::ProofMissing.into();
            return Err(invalid(vec![problem(
                "evidence",
                labels::field("evidence"),
                flaw,
            )]));
        }
        let number = i64::try_from(after.amendments.len()).unwrap_or(i64::MAX);
        let row = AmendmentRow {
            seal: seal.id,
            number,
            digest: *digest.bytes(),
            code: request.code.clone(),
            document: json(&amendment)?,
            evidence: json(&evidence)?,
        };
        draw_amendment::add(change, &row)?;
        Ok(Kind::DrawAmended(DrawChange {
            draw: seal.row.draw_id.clone(),
            task: task_labels::number(seal.row.task),
            title: title_of(office, seal.row.task)?,
            rehearsal,
            number: u64::try_from(number).unwrap_or(0),
            kind: amendment.change.kind().to_owned(),
            what: Names::of(&after).amended(&amendment),
            reason: amendment.reason.to_string(),
            digest: digest.to_string(),
        }))
    }

    /// The published file of a draw that was not given up.
    pub(super) fn drawn_of(
        &self,
        office: &Connection,
        ceremony: i64,
    ) -> Result<(Stored<SealRow>, std::sync::Arc<Published>)> {
        let (stored, _) = require(office, ceremony)?;
        let seal = draw_seal::of_ceremony(office, ceremony)?;
        let step = |seal: &SealRow| -> Error {
            let draw = seal.draw_id.clone();
            CeremonyFault::DrawIsVoid { draw }.into()
        };
        let state = super::acts::state_of(&stored.row)?;
        super::state::require_ended(state)?;
        let seal = seal.ok_or(CeremonyFault::CeremonyStep { state })?;
        match self.published(office, &seal)? {
            Some(published) if published.record.void.is_none() => Ok((seal, published)),
            _ => Err(step(&seal.row)),
        }
    }

    /// Whether the next in line may take a place of a draw.
    fn replacement_allowed(&self, office: &Connection, seal: &Stored<SealRow>) -> Result<bool> {
        let (_, document) = require(office, seal.row.ceremony)?;
        Ok(self.terms_of(office, seal.row.task, &document)?.replacement)
    }

    /// What was typed, as the protocol has it.
    fn amendment(
        &self,
        office: &Connection,
        request: &DrawAmend,
        seal: &Stored<SealRow>,
        published: &Published,
    ) -> Result<Amendment> {
        let task = seal.row.task;
        let mut problems: Vec<Problem> = Vec::new();
        let mut wrong = |field: &str, flaw: Flaw| problems.push(problem(field, labels::field(field), flaw));
        let place = || read_place(&request.place, published);
        let unread = |found: &str| CeremonyFlaw::PlaceUnread {
            found: found.to_owned(),
        };
        let unknown = || CeremonyFlaw::InspectorUnknown {
            found: request.inspector.clone(),
        };
        let inspector = Id::new(request.inspector.trim().to_owned());
        let change = match request.kind.as_str() {
            "drop-target" => place()
                .map(|place| Amended::DropTarget {
                    place,
                    replace: request.replace,
                })
                .ok_or(("place", unread(&request.place))),
            "inspector-out" => inspector
                .map(Amended::InspectorOut)
                .ok_or(("inspector", unknown())),
            "inspector-in" => self
                .colleague(office, request, task, published)?
                .map(Amended::InspectorIn)
                .ok_or(("inspector", unknown())),
            "recuse" => match (inspector, place()) {
                (None, _) => Err(("inspector", unknown())),
                (_, None) => Err(("place", unread(&request.place))),
                (Some(inspector), Some(place)) => Ok(Amended::Recuse { inspector, place }),
            },
            "fill" => Ok(Amended::Fill),
            "cancel" => Ok(Amended::Cancel),
            "withdraw" => request
                .of
                .map(|of| Amended::Withdraw(of.into()))
                .ok_or(("of", unread(""))),
            found => Err((
                "kind",
                CeremonyFlaw::ReasonUnknown {
                    found: found.to_owned(),
                },
            )),
        };
        if request.kind == "drop-target" && request.replace && !self.replacement_allowed(office, seal)? {
            wrong("replace", CeremonyFlaw::ReplacementForbidden.into());
        }
        let label = labels::amend_reason(&request.kind, &request.code);
        if label.is_none() {
            let found = request.code.clone();
            wrong("code", CeremonyFlaw::ReasonUnknown { found }.into());
        }
        let more = any_text(&request.reason, MIDDLE);
        let change = change.map_err(|(field, flaw)| wrong(field, flaw.into())).ok();
        let more = take(&mut problems, "reason", more);
        if request.code == labels::OTHER && more.is_empty() {
            problems.push(problem("reason", labels::field("reason"), Flaw::Required));
        }
        let Some(change) = change.filter(|_| problems.is_empty()) else {
            return Err(invalid(problems));
        };
        let reason = labels::void_told(label.unwrap_or_default(), &more);
        let text = |words: &str| Text::new(words.to_owned()).ok_or_else(|| impossible("amendment"));
        Ok(Amendment {
            change,
            reason: text(&reason)?,
            at: self.not_before(&before(published))?,
            by: labels::decided_by(is_rehearsal(published))
                .into_iter()
                .map(text)
                .collect::<Result<_>>()?,
        })
    }

    /// Somebody who comes in: back as known, or from the registry.
    fn colleague(
        &self,
        office: &Connection,
        request: &DrawAmend,
        task: i64,
        published: &Published,
    ) -> Result<Option<Colleague>> {
        let asked = request.inspector.trim();
        let known = Names::of(published).colleague(asked);
        if known.is_some() {
            return Ok(known);
        }
        let all = self.colleagues(office, task)?;
        Ok(all.into_iter().find(|colleague| *colleague.id == *asked))
    }
}

/// Whether the task was not drawn again, nor is being drawn, after this draw.
fn not_drawn_since(office: &Connection, seal: &Stored<SealRow>) -> Result<()> {
    let all = draw_seal::all(office, seal.row.rehearsal)?;
    let mut later = all
        .into_iter()
        .filter(|other| other.row.task == seal.row.task && other.id > seal.id);
    let stands = later.find_map(|other| {
        let ended = draw_record::of_seal(office, other.id).ok()?;
        let is_void = ended.is_some_and(|ended| ended.row.outcome == "void");
        (!is_void).then_some(other.row.draw_id)
    });
    match stands {
        Some(draw) => Err(CeremonyFault::TaskDrawn { draw }.into()),
        None => Ok(()),
    }
}

/// The published file with one change more.
fn with(published: &Published, amendment: &Amendment) -> Result<Published> {
    let mut all: Vec<Amendment> = published
        .amendments
        .iter()
        .map(|entry| entry.amendment.clone())
        .collect();
    all.push(amendment.clone());
    Published::unsigned(published.record.clone(), published.digest, all).map_err(|why| match why {
        Impossible::Amendment(number, refusal) => {
            Error::new(Reason::AmendmentRefused { number, refusal }, "")
        }
        why => impossible(&format!("{why:?}")),
    })
}

/// The rows that are no longer the same.
fn differences(before: &[Row], after: &[Row], names: &Names<'_>) -> Vec<AmendedRow> {
    let by_place = |rows: &'_ [Row]| -> BTreeMap<Place, Row> {
        rows.iter().map(|row| (row.place.clone(), row.clone())).collect()
    };
    let (was, is) = (by_place(before), by_place(after));
    let told = |row: Option<&Row>| row.map_or_else(String::new, |row| names.row(row));
    let gone = before.iter().filter(|row| is.get(&row.place) != Some(row));
    let new = after.iter().filter(|row| !was.contains_key(&row.place));
    let gone = gone.map(|row| (Some(row), is.get(&row.place)));
    let all = gone.chain(new.map(|row| (None, Some(row))));
    all.map(|(before, after)| AmendedRow {
        before: told(before),
        after: told(after),
    })
    .collect()
}

/// What an amendment follows on.
fn before(published: &Published) -> Vec<&Time> {
    let last = published.amendments.last().map(|entry| &entry.amendment.at);
    let sealed = &published.record.manifest.created_at;
    last.into_iter().chain([sealed]).collect()
}

/// A row as people write it: A-0371, a371, A 371.
pub(super) fn read_place(typed: &str, published: &Published) -> Option<Place> {
    let typed: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{FF0D}'))
        .collect();
    let typed = typed.to_uppercase();
    let strata = &published.record.manifest.strata;
    strata.iter().find_map(|stratum| {
        let number: u64 = typed.strip_prefix(&*stratum.key)?.parse().ok()?;
        stratum.target(number)?;
        Some(Place::new(stratum.key.clone(), number))
    })
}

/// Whether a draw was only tried out.
pub(super) fn is_rehearsal(published: &Published) -> bool {
    let ext = published.record.manifest.ext.as_ref();
    ext.and_then(|ext| ext.get("rehearsal")) == Some(&Free::Truth(true))
}

fn json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| impossible(&error.to_string()))
}

/// The digest of a draw after its last change.
pub(super) fn latest_digest(published: &Published) -> Digest {
    published
        .amendments
        .last()
        .map_or(published.digest, |entry| entry.digest)
}
