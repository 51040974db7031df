//! Why one target fell as it did: the words of the stream and the tickets that decided it, for a reader who wants to
//! follow by hand.
//!
//! Computes nothing of its own: it watches `selection`, `crews` and `standing` at work.

use crate::amendment::Change;
use crate::crews::{Assignment, Candidate};
use crate::hex::Digest;
use crate::ledger::Ledger;
use crate::manifest::{Manifest, Stratum};
use crate::record::{Outcome, Place, Published};
use crate::selection::{label, shuffle_head};
use crate::standing::refills;
use crate::stream::{Stream, Words};
use crate::text::Id;

pub use crate::standing::Refill;

/// One step of the shuffle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// i: which place is decided, from 0.
    pub place: u64,
    /// N − i: how many are left.
    pub left: u64,
    /// The words read; all but the last were passed over.
    pub words: Vec<u32>,
    /// j = i + (word mod left): with which place it is swapped.
    pub swap: u64,
    /// The number that falls.
    pub number: u64,
}

/// How one slot of a crew was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotChoice {
    /// Among whom the least ticket decided.
    pub candidates: Vec<(Id, Candidate)>,
    /// Who takes the slot.
    pub taken: Option<Id>,
}

/// What the amendments made of one row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Afterwards {
    /// Whether it stood at any time after the draw, as a reserve.
    pub stood: bool,
    /// The drawn row in whose place it stands, where it moved up.
    pub replaces: Option<Place>,
    /// How slots were filled anew.
    pub refills: Vec<Refill>,
    /// The amendments that count and touch this row or everything, as places in the file's list.
    pub amendments: Vec<usize>,
}

/// Words, remembered as they are read.
struct Watched<W> {
    words: W,
    read: Vec<u32>,
}

impl<W: Words> Words for Watched<W> {
    fn next_word(&mut self) -> u32 {
        let word = self.words.next_word();
        self.read.push(word);
        word
    }
}

/// Every step that draws this stratum, selected and reserves.
pub fn steps(manifest: &Manifest, stratum: &Stratum, seed: &Digest) -> Option<Vec<Step>> {
    let size = u32::try_from(stratum.size()).ok()?;
    let count = u32::try_from(stratum.quota.checked_add(stratum.reserve)?)
        .ok()
        .filter(|count| *count <= size)?;
    let mut watched = Watched {
        words: Stream::new(manifest.protocol, seed, &label(stratum)),
        read: Vec::new(),
    };
    let fallen = shuffle_head(&mut watched, size, count);
    let mut read = watched.read.into_iter();
    let step = |(place, fallen): (u32, u32)| {
        let left = size - place;
        let mut words = Vec::new();
        for word in read.by_ref() {
            words.push(word);
            if u64::from(word) < (1 << 32) - (1_u64 << 32) % u64::from(left) {
                break;
            }
        }
        let swap = u64::from(place) + u64::from(words.last().copied()? % left);
        Some(Step {
            place: place.into(),
            left: left.into(),
            words,
            swap,
            number: u64::from(fallen) + 1,
        })
    };
    (0..count).zip(fallen).map(step).collect()
}

/// How each slot of this row was taken; none where the row was not drawn.
pub fn choices(
    manifest: &Manifest,
    outcome: &Outcome,
    seed: &Digest,
    place: &Place,
) -> Option<Vec<SlotChoice>> {
    let row = outcome.selected.iter().position(|row| row.place == *place)?;
    let mut assignment = Assignment::new(manifest, seed);
    for earlier in outcome.selected.iter().take(row) {
        assignment.crew(&earlier.place)?;
    }
    let mut crew = Vec::new();
    let mut choices = Vec::new();
    for slot in 0..assignment.slots(place)? {
        let mut candidates = assignment.candidates(place, slot, &crew);
        candidates.sort_by_key(|candidate| candidate.ticket);
        let id = |candidate: &Candidate| manifest.inspectors.get(candidate.inspector).map(|i| i.id.clone());
        crew.push(candidates.first().map(|candidate| candidate.inspector));
        let taken = candidates.first().and_then(id);
        let candidates = candidates
            .iter()
            .filter_map(|candidate| Some((id(candidate)?, *candidate)))
            .collect();
        choices.push(SlotChoice { candidates, taken });
    }
    Some(choices)
}

/// Which amendments count: those that were accepted and are not withdrawn.
pub fn counting(published: &Published) -> Vec<bool> {
    let record = &published.record;
    match (&record.void, &record.result) {
        (None, Some(outcome)) => Ledger::settled(&record.manifest, outcome, &published.amendments)
            .counts()
            .to_vec(),
        _ => published.amendments.iter().map(|_| false).collect(),
    }
}

/// What happened to a row after the draw; nothing in a void record.
pub fn afterwards(published: &Published, place: &Place) -> Afterwards {
    let record = &published.record;
    let (None, Some(outcome), Some(seed)) = (&record.void, &record.result, &record.seed) else {
        return Afterwards::default();
    };
    let ledger = Ledger::settled(&record.manifest, outcome, &published.amendments);
    let mut drawn = outcome.selected.iter().enumerate();
    let replaced = drawn.find(|(at, _)| ledger.moved(*at) == Some(Some(place)));
    let replaces = replaced.map(|(_, row)| row.place.clone());
    let standing = published.standing.iter().find(|row| row.place == *place);
    let now = || standing.iter().flat_map(|row| row.crew.iter().flatten());
    let row = outcome.selected.iter().find(|row| row.place == *place);
    let before = || row.iter().flat_map(|row| row.crew.iter().flatten());
    let touches = |change: &Change| match change {
        Change::DropTarget { place: left, .. } => left == place || Some(left) == replaces.as_ref(),
        Change::Recuse { place: of, .. } => of == place,
        // Whoever left this crew, or came into it.
        Change::InspectorOut(id) => before().any(|one| one == id),
        Change::InspectorIn(colleague) => now().any(|one| *one == colleague.id),
        Change::Fill => now().count() > before().count(),
        Change::Cancel => true,
        Change::Withdraw(_) => false,
    };
    let entries = published.amendments.iter().zip(ledger.counts()).enumerate();
    let touching = entries.filter(|(_, (entry, counts))| **counts && touches(&entry.amendment.change));
    Afterwards {
        stood: ledger.ever_standing().any(|reserve| reserve == place),
        amendments: touching.map(|(at, _)| at).collect(),
        refills: refills(&ledger, outcome, seed, place),
        replaces,
    }
}
