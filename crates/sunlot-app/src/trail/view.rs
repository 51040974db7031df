//! Showing the trail: a page of it, every number that a filter lets through, and what there is to filter by.

use strum::VariantArray;
use sunlot_store::Connection;
use sunlot_store::filter;
use sunlot_store::trail::{self, Event, StoredEvent};

use super::filter::{asked, heading, kind_label};
use super::wire::{Choice, TrailChoices, TrailEntry, TrailFilter, TrailFound, TrailRequest, TrailView};
use crate::account::Names;
use crate::commands::Act;
use crate::{Desk, Kind, KindName, ObjectKind, Result, actor, labels};

/// The most entries one answer holds.
const MAX_ENTRIES: u32 = 500;

impl Desk {
    /// Shows a part of the trail.
    pub fn trail_view(&self, request: &TrailRequest) -> Result<TrailView> {
        self.read(Act::TrailView, |office| {
            let names = Names::read(office)?;
            let limit = request.limit.min(MAX_ENTRIES) as usize;
            let mut entries = Vec::new();
            self.each_found(office, &request.filter, request.before, &mut |seq| {
                entries.extend(trail::event(office, seq)?.map(|stored| told(stored, &names)));
                Ok(entries.len() < limit)
            })?;
            let head = trail::head(office)?;
            Ok(TrailView {
                entries,
                total: head.map_or(0, |head| head.seq),
                head: head.map(|head| head.head.to_string()),
            })
        })
    }

    /// Finds every event that a filter lets through.
    pub fn trail_find(&self, wanted: &TrailFilter) -> Result<TrailFound> {
        self.read(Act::TrailFind, |office| {
            let mut found = TrailFound {
                count: 0,
                runs: Vec::new(),
                heading: heading(wanted, &Names::read(office)?),
                total: 0,
                head: None,
            };
            let everything = *wanted == TrailFilter::default();
            if let Some(run) = trail::gapless(office)?.filter(|_| everything) {
                found.count = run.0 - run.1 + 1;
                found.runs.push(run);
            } else {
                self.each_found(office, wanted, None, &mut |seq| {
                    found.count += 1;
                    match found.runs.last_mut() {
                        Some((_, last)) if *last == seq + 1 => *last = seq,
                        _ => found.runs.push((seq, seq)),
                    }
                    Ok(true)
                })?;
            }
            let head = trail::head(office)?;
            found.total = head.map_or(0, |head| head.seq);
            found.head = head.map(|head| head.head.to_string());
            Ok(found)
        })
    }

    /// What there is to filter by.
    pub fn trail_choices(&self) -> Result<TrailChoices> {
        self.read(Act::TrailChoices, |office| {
            let names = Names::read(office)?;
            let choice = |value: String, label: String| Choice { value, label };
            Ok(TrailChoices {
                people: filter::actors(office)?
                    .into_iter()
                    .map(|person| choice(person.clone(), names.told(&person)))
                    .collect(),
                kinds: filter::kinds(office)?
                    .into_iter()
                    .map(|kind| choice(kind.clone(), kind_label(&kind)))
                    .collect(),
                objects: ObjectKind::VARIANTS
                    .iter()
                    .map(|kind| {
                        let name: &'static str = kind.into();
                        choice(name.to_owned(), kind.label().to_owned())
                    })
                    .collect(),
            })
        })
    }

    /// The numbers below `before` that a filter lets through, newest first, until `each` says stop.
    pub(super) fn each_found(
        &self,
        office: &Connection,
        wanted: &TrailFilter,
        before: Option<i64>,
        each: &mut dyn FnMut(i64) -> Result<bool>,
    ) -> Result<()> {
        let asked = asked(office, wanted)?;
        let sentences = match &asked.text {
            Some(_) => Some(self.sentences().up_to_now(office)?),
            None => None,
        };
        let words = asked.text.unwrap_or_default();
        let mut failed = None;
        filter::seqs(office, &asked.filter, before, &mut |seq| {
            if sentences.as_ref().is_some_and(|kept| !kept.hold(seq, &words)) {
                return Ok(true);
            }
            // A failure of the reader above ends the search and is carried past it.
            Ok(each(seq).unwrap_or_else(|error| {
                failed = Some(error);
                false
            }))
        })?;
        failed.map_or(Ok(()), Err)
    }
}

/// An event as people read it.
pub(crate) fn told(stored: StoredEvent, names: &Names) -> TrailEntry {
    TrailEntry {
        seq: stored.event.seq,
        sentence: sentence(&stored.event, names),
        label: kind_label(&stored.event.kind),
        at: stored.event.at,
        actor: if stored.event.kind == KindName::AccountRefused.on_disk() {
            actor::told_at_the_door(&stored.event.actor).unwrap_or_else(|| names.told(&stored.event.actor))
        } else {
            names.told(&stored.event.actor)
        },
        second: stored.event.second.as_deref().map(|second| names.told(second)),
        kind: stored.event.kind,
        hash: stored.hash.to_string(),
    }
}

/// The same for whoever carries it away: what does not give its hash does not leave as if it did.
pub(super) fn told_if(stored: StoredEvent, names: &Names, stands: bool) -> TrailEntry {
    let mut entry = told(stored, names);
    if !stands {
        entry.sentence = labels::altered(&entry.sentence);
    }
    entry
}

/// What happened, for people; a kind from a newer program is named as it stands.
pub(super) fn sentence(event: &Event, names: &Names) -> String {
    Kind::of(event).map_or_else(|| labels::unknown_kind(&event.kind), |kind| kind.sentence(names))
}
