//! Who fits which slot of a manifest: one list for each distinct requirement, and the few targets that somebody stays away from.
//!
//! All other targets of a stratum are alike, so that a million of them cost no more than one. What follows from it is `gaps`',
//! `capacity`'s and `fairness`' business.

use std::collections::BTreeMap;
use std::sync::Arc;

use sunlot_draw::manifest::{Slot, Stratum};
use sunlot_draw::{Inspector, Manifest};

/// What a slot asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Requirement {
    /// The department.
    pub dept: Option<String>,
    /// The skill.
    pub skill: Option<String>,
}

impl Requirement {
    /// What this slot asks for.
    pub fn of(slot: &Slot) -> Self {
        let text = |asked: Option<&sunlot_draw::Text>| asked.map(|text| text.to_string());
        Self {
            dept: text(slot.dept.iter().flatten().next()),
            skill: text(slot.skill.iter().flatten().next()),
        }
    }

    /// Whether this inspector meets it.
    pub fn is_met_by(&self, inspector: &Inspector) -> bool {
        let dept = self.dept.as_deref().is_none_or(|dept| dept == &*inspector.dept);
        dept && (self.skill.as_deref()).is_none_or(|skill| inspector.skills.iter().any(|has| &**has == skill))
    }

    /// Whether whoever meets this one meets the other too.
    pub fn implies(&self, other: &Self) -> bool {
        let dept = other.dept.is_none() || other.dept == self.dept;
        dept && (other.skill.is_none() || other.skill == self.skill)
    }
}

/// A target that somebody stays away from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Special {
    /// The stratum's place.
    pub stratum: usize,
    /// The target's number.
    pub number: u64,
    /// Who stays away: places in the manifest's list of inspectors, ascending.
    pub recused: Vec<usize>,
}

/// Who fits what.
#[derive(Clone, Debug)]
pub(crate) struct Fit<'m> {
    /// The manifest.
    pub manifest: &'m Manifest,
    /// Each requirement once.
    pub requirements: Vec<Requirement>,
    /// Who meets each: places in the manifest's list of inspectors, ascending. Beyond the list's end stand those who are imagined.
    pub members: Vec<Vec<usize>>,
    /// By stratum and slot: which requirement.
    pub slots: Vec<Vec<usize>>,
    /// By stratum and number.
    pub special: Arc<[Special]>,
    /// The inspectors, each once.
    pub inspectors: Vec<usize>,
    imagined: usize,
}

impl<'m> Fit<'m> {
    /// Who fits, with the recusals whose places `counts` lets stand.
    pub fn new(manifest: &'m Manifest, counts: impl Fn(usize) -> bool) -> Self {
        let places = places_by_id(manifest);
        let mut inspectors: Vec<usize> = places.values().copied().collect();
        inspectors.sort_unstable();
        let mut fit = Self {
            manifest,
            requirements: Vec::new(),
            members: Vec::new(),
            slots: Vec::with_capacity(manifest.strata.len()),
            special: specials(manifest, &places, counts).into(),
            inspectors,
            imagined: manifest.inspectors.len(),
        };
        for stratum in &manifest.strata {
            let slots = stratum
                .slots
                .iter()
                .map(|slot| fit.requirement(Requirement::of(slot)));
            let slots = slots.collect();
            fit.slots.push(slots);
        }
        fit
    }

    /// The place of a requirement, which is new or known.
    pub fn requirement(&mut self, asked: Requirement) -> usize {
        if let Some(known) = self.requirements.iter().position(|known| *known == asked) {
            return known;
        }
        let met = |at: &usize| {
            let inspector = self.manifest.inspectors.get(*at);
            inspector.is_some_and(|inspector| asked.is_met_by(inspector))
        };
        self.members
            .push(self.inspectors.iter().copied().filter(met).collect());
        self.requirements.push(asked);
        self.requirements.len() - 1
    }

    /// One more, who meets just this requirement and whatever it implies, and stays away from nobody.
    pub fn imagine(&mut self, requirement: usize) {
        let Some(asked) = self.requirements.get(requirement) else {
            return;
        };
        for (known, members) in self.requirements.iter().zip(&mut self.members) {
            if asked.implies(known) {
                members.push(self.imagined);
            }
        }
        self.imagined += 1;
    }

    /// Who meets a requirement.
    pub fn members(&self, requirement: usize) -> &[usize] {
        self.members
            .get(requirement)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// The requirements of a stratum's slots.
    pub fn slots(&self, stratum: usize) -> &[usize] {
        self.slots.get(stratum).map(Vec::as_slice).unwrap_or_default()
    }

    /// How many meet a requirement and do not stay away.
    pub fn count(&self, requirement: usize, recused: &[usize]) -> usize {
        let members = self.members(requirement);
        let away = recused
            .iter()
            .filter(|at| members.binary_search(at).is_ok())
            .count();
        members.len() - away
    }

    /// Who they are.
    pub fn free(&self, requirement: usize, recused: &[usize]) -> Vec<usize> {
        let members = self.members(requirement).iter().copied();
        members.filter(|at| recused.binary_search(at).is_err()).collect()
    }

    /// The strata that are drawn from and manned, with their places. Where nothing is drawn nobody is needed.
    pub fn strata(&self) -> impl Iterator<Item = (usize, &'m Stratum)> {
        let all = self.manifest.strata.iter().enumerate();
        all.filter(|(_, stratum)| stratum.quota > 0 && !stratum.slots.is_empty())
    }

    /// The special targets of one stratum.
    pub fn special_of(&self, stratum: usize) -> &[Special] {
        let from = self.special.partition_point(|special| special.stratum < stratum);
        let to = self.special.partition_point(|special| special.stratum <= stratum);
        self.special.get(from..to).unwrap_or_default()
    }
}

/// Where each inspector stands; of two with one id the first, as in the draw.
pub(crate) fn places_by_id(manifest: &Manifest) -> BTreeMap<&str, usize> {
    let mut places = BTreeMap::new();
    for (at, inspector) in manifest.inspectors.iter().enumerate() {
        places.entry(&*inspector.id).or_insert(at);
    }
    places
}

/// Recusals gathered by target. What names nobody or nothing is passed over: such a manifest is refused elsewhere.
fn specials(
    manifest: &Manifest,
    places: &BTreeMap<&str, usize>,
    counts: impl Fn(usize) -> bool,
) -> Vec<Special> {
    let mut strata: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, stratum) in manifest.strata.iter().enumerate() {
        strata.entry(&*stratum.key).or_insert(at);
    }
    let all = manifest.recusals.iter().enumerate().filter(|(at, _)| counts(*at));
    let known = all.filter_map(|(_, recusal)| {
        let stratum = *strata.get(&*recusal.stratum)?;
        manifest.strata.get(stratum)?.target(recusal.number)?;
        Some((stratum, recusal.number, *places.get(&*recusal.inspector)?))
    });
    let mut triples: Vec<(usize, u64, usize)> = known.collect();
    triples.sort_unstable();
    triples.dedup();
    let same = |one: &(usize, u64, usize), other: &(usize, u64, usize)| (one.0, one.1) == (other.0, other.1);
    let special = |group: &[(usize, u64, usize)]| {
        let (stratum, number, _) = *group.first()?;
        Some(Special {
            stratum,
            number,
            recused: group.iter().map(|(_, _, inspector)| *inspector).collect(),
        })
    };
    triples.chunk_by(same).filter_map(special).collect()
}
