//! How many slots an inspector may expect before the draw, and how many it gave.
//!
//! Expected is what chance alone gives: every target equally likely, every slot equally likely for all who fit it, do not stay
//! away and are not in the crew yet. Balance and cap only move real loads closer together. Where slots ask for people that overlap
//! without one holding the other, who is in the crew already is taken on average.

use std::collections::BTreeMap;

use sunlot_draw::Manifest;
use sunlot_draw::record::Outcome;

use super::MICRO;
use crate::crew::dry_run::loads;
use crate::crew::fit::Fit;

/// One slot, finely enough that a million targets do not add up to a millionth.
const ONE: u128 = 1_000_000_000_000_000;

/// What one inspector may expect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InspectorLoad {
    /// The inspector's id.
    pub inspector: String,
    /// How many slots, in millionths.
    pub expected: u128,
}

/// What all may expect, in the manifest's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectedLoads {
    /// Inspector by inspector.
    pub loads: Vec<InspectorLoad>,
    /// How many slots the quotas ask for.
    pub slots: u64,
    /// How many of them stay empty because nobody fits, in millionths. With the loads it makes up all slots, but for rounding.
    pub unfilled: u128,
}

/// What an inspector might expect, and what the draw gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadBeside {
    /// The inspector's id.
    pub inspector: String,
    /// How many slots were to be expected, in millionths.
    pub expected: u128,
    /// How many there were.
    pub actual: u64,
}

/// What every inspector may expect of a draw of this manifest.
pub fn expected_loads(manifest: &Manifest) -> ExpectedLoads {
    let fit = Fit::new(manifest, |_| true);
    let mut sums = vec![0; manifest.inspectors.len()];
    let (mut unfilled, mut slots) = (0, 0_u64);
    for (at, stratum) in fit.strata() {
        let (quota, size) = (u128::from(stratum.quota), u128::from(stratum.size()).max(1));
        let of_all = StratumLoad::new(&fit, at, stratum.size());
        for (inspector, load) in of_all.loads {
            if let Some(sum) = sums.get_mut(inspector) {
                *sum += load * quota / size;
            }
        }
        unfilled += of_all.unfilled * quota / size;
        let of_row = u64::try_from(stratum.slots.len()).unwrap_or(u64::MAX);
        slots = slots.saturating_add(stratum.quota.saturating_mul(of_row));
    }
    let each = manifest.inspectors.iter().zip(sums);
    let load = |(inspector, sum): (&sunlot_draw::Inspector, u128)| InspectorLoad {
        inspector: inspector.id.to_string(),
        expected: micro(sum),
    };
    ExpectedLoads {
        loads: each.map(load).collect(),
        slots,
        unfilled: micro(unfilled),
    }
}

/// What was expected beside what the draw gave, in the manifest's order.
pub fn beside(manifest: &Manifest, outcome: &Outcome) -> Vec<LoadBeside> {
    let expected = expected_loads(manifest).loads.into_iter();
    let both = expected.zip(loads(manifest, outcome));
    both.map(|(load, actual)| LoadBeside {
        inspector: load.inspector,
        expected: load.expected,
        actual,
    })
    .collect()
}

/// In millionths, a half and more going up.
const fn micro(of: u128) -> u128 {
    let unit = ONE / MICRO;
    (of + unit / 2) / unit
}

/// What everybody would get if all targets of a stratum were visited.
struct StratumLoad {
    loads: BTreeMap<usize, u128>,
    unfilled: u128,
}

/// Inspectors who fit the same slots of a stratum: alike, until somebody stays away.
struct Alike {
    fits: Vec<usize>,
    people: Vec<usize>,
}

impl StratumLoad {
    fn new(fit: &Fit<'_>, at: usize, targets: u64) -> Self {
        let slots = fit.slots(at);
        let kinds = alike(fit, slots);
        let special = fit.special_of(at);
        let plain = u128::from(targets)
            - u128::try_from(special.len())
                .unwrap_or(0)
                .min(u128::from(targets));
        let all = |_: &Alike| 0;
        let of_plain = Shares::new(slots.len(), &kinds, all);
        let mut by_kind: Vec<u128> = of_plain.each.iter().map(|share| share * plain).collect();
        let mut unfilled = of_plain.unfilled * plain;
        let mut missed: BTreeMap<usize, u128> = BTreeMap::new();
        for target in special {
            let away = |kind: &Alike| {
                let away = target.recused.iter();
                away.filter(|person| kind.people.binary_search(person).is_ok())
                    .count()
            };
            let shares = Shares::new(slots.len(), &kinds, away);
            unfilled += shares.unfilled;
            for ((sum, share), kind) in by_kind.iter_mut().zip(&shares.each).zip(&kinds) {
                *sum += share;
                for person in target
                    .recused
                    .iter()
                    .filter(|p| kind.people.binary_search(p).is_ok())
                {
                    *missed.entry(*person).or_default() += share;
                }
            }
        }
        let mut loads = BTreeMap::new();
        for (kind, sum) in kinds.iter().zip(by_kind) {
            for person in &kind.people {
                let missed = missed.get(person).copied().unwrap_or_default();
                loads.insert(*person, sum - missed);
            }
        }
        Self { loads, unfilled }
    }
}

fn alike(fit: &Fit<'_>, slots: &[usize]) -> Vec<Alike> {
    let mut fits: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (slot, requirement) in slots.iter().enumerate() {
        for person in fit.members(*requirement) {
            fits.entry(*person).or_default().push(slot);
        }
    }
    let mut kinds: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
    for (person, fits) in fits {
        kinds.entry(fits).or_default().push(person);
    }
    kinds
        .into_iter()
        .map(|(fits, people)| Alike { fits, people })
        .collect()
}

/// What one target brings to each of a kind.
struct Shares {
    each: Vec<u128>,
    unfilled: u128,
}

impl Shares {
    /// Fills slot after slot: each is shared out among those of whom something is left. `away` says how many of a kind stay away.
    fn new(slots: usize, kinds: &[Alike], away: impl Fn(&Alike) -> usize) -> Self {
        let people: Vec<u128> = kinds
            .iter()
            .map(|kind| u128::try_from(kind.people.len() - away(kind)).unwrap_or_default())
            .collect();
        let mut left: Vec<u128> = people.iter().map(|people| people * ONE).collect();
        let mut unfilled = 0;
        for slot in 0..slots {
            let fitting =
                || (0..kinds.len()).filter(|at| kinds.get(*at).is_some_and(|k| k.fits.contains(&slot)));
            let total: u128 = fitting().filter_map(|at| left.get(at)).sum();
            let filled = total.min(ONE);
            unfilled += ONE - filled;
            for at in fitting() {
                if let Some(left) = left.get_mut(at).filter(|_| total > 0) {
                    *left -= filled * *left / total;
                }
            }
        }
        let each = people.iter().zip(left).map(|(people, left)| match people {
            0 => 0,
            people => (people * ONE - left) / people,
        });
        Self {
            each: each.collect(),
            unfilled,
        }
    }
}
