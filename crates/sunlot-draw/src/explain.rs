//! Why one target fell as it did: the words of the stream and the tickets that decided it, for a reader who wants to
//! follow by hand.
//!
//! Computes nothing of its own: it watches `selection` and `crews` at work.

use crate::crews::{Assignment, Candidate};
use crate::hex::Digest;
use crate::manifest::{Manifest, Stratum};
use crate::record::{Outcome, Place};
use crate::selection::{label, shuffle_head};
use crate::stream::{Stream, Words};
use crate::text::Id;

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
