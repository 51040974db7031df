//! Who goes where: every slot of a drawn target falls to the fitting inspector with the least ticket.
//!
//! Tickets depend on the seed alone, so whoever knows the seed can recompute any one of them by hand.

use hashbrown::HashSet;
use rustc_hash::FxBuildHasher;

use crate::hash::Tagged;
use crate::hex::Digest;
use crate::leaf::Inspector;
use crate::manifest::{Manifest, Slot, Stratum};
use crate::protocol::Protocol;
use crate::record::{Crew, Place};
use crate::text::{Id, Text};

/// The tickets for one slot of one row: all that they have in common is hashed once.
#[derive(Clone)]
pub struct Tickets(Tagged);

impl Tickets {
    /// The tickets for this slot, from 0, of the row at this place.
    pub fn new(protocol: Protocol, seed: &Digest, place: &Place, slot: usize) -> Self {
        let begun = Tagged::new(protocol, "ticket").bytes(seed.bytes());
        // The list [stratum key, number, slot index, inspector id], up to the id.
        let begun = begun.bytes(b"[").jcs(&place.stratum);
        let begun = begun.bytes(b",").jcs(&place.number).bytes(b",").jcs(&slot);
        Self(begun.bytes(b",\""))
    }

    /// H("ticket", seed, jcs([stratum key, number, slot index, inspector id])).
    pub fn ticket(&self, inspector: &Id) -> Digest {
        // Nothing that an id is made of needs an escape.
        self.0.clone().bytes(inspector.as_bytes()).bytes(b"\"]").digest()
    }
}

/// The inspectors of a manifest, ready to be asked who fits a slot.
pub(crate) struct Pool<'m> {
    manifest: &'m Manifest,
    recused: HashSet<(&'m str, &'m str, u64), FxBuildHasher>,
    /// Entries whose id stands earlier in the list. A manifest that has one is refused; it still is recomputed, from
    /// the first entry of each id.
    repeated: HashSet<usize, FxBuildHasher>,
}

impl<'m> Pool<'m> {
    pub fn new(manifest: &'m Manifest) -> Self {
        let recused = manifest
            .recusals
            .iter()
            .map(|r| (&*r.inspector, &*r.stratum, r.number))
            .collect();
        let mut seen = HashSet::with_hasher(FxBuildHasher);
        let ids = manifest.inspectors.iter().map(|i| &*i.id).enumerate();
        let repeated = ids
            .filter_map(|(at, id)| (!seen.insert(id)).then_some(at))
            .collect();
        Self {
            manifest,
            recused,
            repeated,
        }
    }

    /// The inspectors, each once, with their places in the manifest's list.
    pub fn inspectors(&self) -> impl Iterator<Item = (usize, &'m Inspector)> {
        let all = self.manifest.inspectors.iter().enumerate();
        all.filter(|(at, _)| !self.repeated.contains(at))
    }

    /// Whether the manifest keeps this inspector from this number.
    pub fn is_recused(&self, inspector: &str, place: &Place) -> bool {
        !self.recused.is_empty() && self.recused.contains(&(inspector, &*place.stratum, place.number))
    }

    /// For each slot, who matches its department and skill, as places in the manifest's list.
    pub fn suited(&self, slots: &[Slot]) -> Vec<Vec<usize>> {
        let suited = |slot: &Slot| {
            self.inspectors()
                .filter(|(_, i)| slot.suits(&i.dept, &i.skills))
                .map(|(at, _)| at)
                .collect()
        };
        slots.iter().map(suited).collect()
    }

    pub fn inspector(&self, at: usize) -> Option<&'m Inspector> {
        self.manifest.inspectors.get(at)
    }
}

/// Shares out the work row by row, as the draw does: loads grow as slots are taken.
pub struct Assignment<'m> {
    pool: Pool<'m>,
    seed: &'m Digest,
    /// By stratum key, then by slot: who matches.
    suited: Vec<(&'m Text, Vec<Vec<usize>>)>,
    loads: Vec<u64>,
}

/// One who fits a slot, with what decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// The place in the manifest's list of inspectors.
    pub inspector: usize,
    /// Slots taken so far.
    pub load: u64,
    /// The ticket; the least one takes the slot.
    pub ticket: Digest,
}

impl<'m> Assignment<'m> {
    /// Begins with nobody assigned.
    pub fn new(manifest: &'m Manifest, seed: &'m Digest) -> Self {
        let pool = Pool::new(manifest);
        let suited = manifest
            .strata
            .iter()
            .map(|stratum| (&stratum.key, pool.suited(&stratum.slots)))
            .collect();
        Self {
            pool,
            seed,
            suited,
            loads: vec![0; manifest.inspectors.len()],
        }
    }

    /// The crew of the next row; none where its stratum is unknown.
    pub fn crew(&mut self, place: &Place) -> Option<Crew> {
        let slots = self.slots(place)?;
        let mut crew: Vec<Option<usize>> = Vec::with_capacity(slots);
        for slot in 0..slots {
            let candidates = self.candidates(place, slot, &crew);
            let taken = candidates
                .iter()
                .min_by_key(|candidate| candidate.ticket)
                .map(|c| c.inspector);
            if let Some(load) = taken.and_then(|inspector| self.loads.get_mut(inspector)) {
                *load += 1;
            }
            crew.push(taken);
        }
        let id = |at: Option<usize>| Some(self.pool.inspector(at?)?.id.clone());
        Some(crew.into_iter().map(id).collect())
    }

    /// Those among whom the least ticket decides, given who is in this crew already.
    pub fn candidates(&self, place: &Place, slot: usize, crew: &[Option<usize>]) -> Vec<Candidate> {
        let rule = self.pool.manifest.crew;
        let within = |inspector: &usize| rule.cap == 0 || self.load(*inspector) < rule.cap;
        let mut fitting: Vec<usize> = self.fitting(place, slot, crew).filter(within).collect();
        if rule.balance {
            let least = fitting.iter().map(|inspector| self.load(*inspector)).min();
            fitting.retain(|inspector| Some(self.load(*inspector)) == least);
        }
        let tickets = Tickets::new(self.pool.manifest.protocol, self.seed, place, slot);
        let candidate = |inspector: usize| {
            Some(Candidate {
                inspector,
                load: self.load(inspector),
                ticket: tickets.ticket(&self.pool.inspector(inspector)?.id),
            })
        };
        fitting.into_iter().filter_map(candidate).collect()
    }

    /// Who fits, whatever the load: matches the slot, is not recused, is not in this crew.
    fn fitting(&self, place: &Place, slot: usize, crew: &[Option<usize>]) -> impl Iterator<Item = usize> {
        let suited = self.suited(&place.stratum).and_then(|slots| slots.get(slot));
        let free = move |inspector: &usize| {
            let id = self.pool.inspector(*inspector).map(|i| &*i.id);
            !crew.contains(&Some(*inspector)) && id.is_some_and(|id| !self.pool.is_recused(id, place))
        };
        suited.into_iter().flatten().copied().filter(free)
    }

    /// How many slots this row has.
    pub fn slots(&self, place: &Place) -> Option<usize> {
        self.suited(&place.stratum).map(Vec::len)
    }

    fn suited(&self, stratum: &Text) -> Option<&Vec<Vec<usize>>> {
        self.suited
            .iter()
            .find(|(key, _)| *key == stratum)
            .map(|(_, slots)| slots)
    }

    fn load(&self, inspector: usize) -> u64 {
        self.loads.get(inspector).copied().unwrap_or_default()
    }
}

/// How many fit each slot of a row before any crew is chosen.
pub struct Choice<'m> {
    pool: Pool<'m>,
    suited: Vec<(&'m Text, Vec<Vec<usize>>)>,
}

impl<'m> Choice<'m> {
    /// Over this manifest's inspectors.
    pub fn new(manifest: &'m Manifest) -> Self {
        let pool = Pool::new(manifest);
        let suited = manifest
            .strata
            .iter()
            .map(|s: &Stratum| (&s.key, pool.suited(&s.slots)))
            .collect();
        Self { pool, suited }
    }

    /// For each slot of this row, how many fit.
    pub fn wide(&self, place: &Place) -> Vec<usize> {
        let slots = self
            .suited
            .iter()
            .find(|(key, _)| **key == place.stratum)
            .map(|(_, slots)| slots);
        let fits = |at: &&usize| {
            self.pool
                .inspector(**at)
                .is_some_and(|i| !self.pool.is_recused(&i.id, place))
        };
        slots
            .into_iter()
            .flatten()
            .map(|suited| suited.iter().filter(fits).count())
            .collect()
    }
}
