//! Who goes where: every slot of a drawn target falls to the fitting inspector with the least ticket.
//!
//! Tickets depend on the seed alone, so whoever knows the seed can recompute any one of them by hand.

use hashbrown::{HashMap, HashSet};
use rustc_hash::FxBuildHasher;

use crate::hash::Tagged;
use crate::hex::Digest;
use crate::leaf::Inspector;
use crate::manifest::{Manifest, Slot, StrataByKey};
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
    strata: StrataByKey<'m>,
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
            strata: StrataByKey::new(manifest),
            recused,
            repeated,
        }
    }

    /// The inspectors, each once, with their places in the manifest's list.
    pub fn inspectors(&self) -> impl Iterator<Item = (usize, &'m Inspector)> {
        let all = self.manifest.inspectors.iter().enumerate();
        all.filter(|(at, _)| !self.repeated.contains(at))
    }

    /// The slots of a row; none where its stratum is unknown.
    pub fn slots(&self, place: &Place) -> Option<&'m [Slot]> {
        self.strata.stratum(&place.stratum).map(|stratum| &*stratum.slots)
    }

    /// Whether the manifest keeps this inspector from this number.
    pub fn is_recused(&self, inspector: &str, place: &Place) -> bool {
        !self.recused.is_empty() && self.recused.contains(&(inspector, &*place.stratum, place.number))
    }

    fn inspector(&self, at: usize) -> Option<&'m Inspector> {
        self.manifest.inspectors.get(at)
    }
}

/// Who matches a slot, worked out once for all slots that ask for the same.
struct Suited<'m> {
    pool: Pool<'m>,
    /// By department and skill: places in the manifest's list of inspectors.
    lists: HashMap<Asked<'m>, Vec<usize>, FxBuildHasher>,
}

/// The department and the skill that a slot asks for.
type Asked<'m> = (Option<&'m Text>, Option<&'m Text>);

fn asked(slot: &Slot) -> Asked<'_> {
    (
        slot.dept.iter().flatten().next(),
        slot.skill.iter().flatten().next(),
    )
}

impl<'m> Suited<'m> {
    fn new(manifest: &'m Manifest) -> Self {
        let pool = Pool::new(manifest);
        let mut lists: HashMap<Asked<'m>, Vec<usize>, FxBuildHasher> = HashMap::default();
        for slot in manifest.strata.iter().flat_map(|stratum| &stratum.slots) {
            lists.entry(asked(slot)).or_insert_with(|| {
                let suited = pool.inspectors().filter(|(_, i)| slot.suits(&i.dept, &i.skills));
                suited.map(|(at, _)| at).collect()
            });
        }
        Self { pool, lists }
    }

    /// Who matches this slot and is not recused from this row.
    fn free<'a>(&'a self, place: &'a Place, slot: &'m Slot) -> impl Iterator<Item = usize> + 'a {
        let suited = self.lists.get(&asked(slot)).into_iter().flatten().copied();
        suited.filter(move |at| {
            let inspector = self.pool.inspector(*at);
            inspector.is_some_and(|i| !self.pool.is_recused(&i.id, place))
        })
    }
}

/// Shares out the work row by row, as the draw does: loads grow as slots are taken.
pub(crate) struct Assignment<'m> {
    suited: Suited<'m>,
    seed: &'m Digest,
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
        Self {
            suited: Suited::new(manifest),
            seed,
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
        let id = |at: Option<usize>| Some(self.suited.pool.inspector(at?)?.id.clone());
        Some(crew.into_iter().map(id).collect())
    }

    /// Those among whom the least ticket decides, given who is in this crew already.
    pub fn candidates(&self, place: &Place, slot: usize, crew: &[Option<usize>]) -> Vec<Candidate> {
        let pool = &self.suited.pool;
        let Some(asking) = pool.slots(place).and_then(|slots| slots.get(slot)) else {
            return Vec::new();
        };
        let rule = pool.manifest.crew;
        let free = self.suited.free(place, asking);
        let mut fitting: Vec<usize> = free
            .filter(|inspector| !crew.contains(&Some(*inspector)))
            .filter(|inspector| rule.cap == 0 || self.load(*inspector) < rule.cap)
            .collect();
        if rule.balance {
            let least = fitting.iter().map(|inspector| self.load(*inspector)).min();
            fitting.retain(|inspector| Some(self.load(*inspector)) == least);
        }
        let tickets = Tickets::new(pool.manifest.protocol, self.seed, place, slot);
        let candidate = |inspector: usize| {
            Some(Candidate {
                inspector,
                load: self.load(inspector),
                ticket: tickets.ticket(&pool.inspector(inspector)?.id),
            })
        };
        fitting.into_iter().filter_map(candidate).collect()
    }

    /// How many slots this row has.
    pub fn slots(&self, place: &Place) -> Option<usize> {
        self.suited.pool.slots(place).map(<[Slot]>::len)
    }

    fn load(&self, inspector: usize) -> u64 {
        self.loads.get(inspector).copied().unwrap_or_default()
    }
}

/// How many fit each slot of a row before any crew is chosen.
pub(crate) struct Choice<'m>(Suited<'m>);

impl<'m> Choice<'m> {
    /// Over this manifest's inspectors.
    pub fn new(manifest: &'m Manifest) -> Self {
        Self(Suited::new(manifest))
    }

    /// For each slot of this row, how many fit.
    pub fn wide<'a>(&'a self, place: &'a Place) -> impl Iterator<Item = usize> + 'a {
        let slots = self.0.pool.slots(place).unwrap_or_default();
        slots.iter().map(move |slot| self.0.free(place, slot).count())
    }
}
