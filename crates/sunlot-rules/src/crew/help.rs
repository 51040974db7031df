//! What would help where targets cannot be manned or chance has nothing to choose, each tried out before it is said.
//!
//! Only the office decides which of it to do; and a department's own two in a joint inspection are not to be had by
//! asking for less.

use std::collections::{BTreeMap, BTreeSet};

use super::capacity::Market;
use super::dry_run::cap_never_bites;
use super::fit::{Fit, Requirement};
use super::gaps::{Gap, StratumManning, gaps, gaps_with, worst_gap};

#[cfg(test)]
mod tests;

/// More than so many are not borrowed one by one.
const MOST_BORROWED: usize = 200;

/// How far a help goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Until {
    /// Every slot is filled.
    Filled,
    /// And chance has something to choose everywhere.
    Choice,
}

/// What of a slot's requirement is given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The department.
    Dept,
    /// The skill.
    Skill,
}

/// Something that would help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Help {
    /// Borrow inspectors who meet a requirement. Those of one reach belong together, and are enough; another mix may be, too.
    Borrow {
        /// What they must meet.
        requirement: Requirement,
        /// How many.
        people: u64,
        /// How far it goes.
        until: Until,
    },
    /// Let each take more targets.
    RaiseCap {
        /// With less, every draw leaves a slot empty.
        least: u64,
        /// With so much, no draw does because of the cap; none where people are missing as well.
        certain: Option<u64>,
    },
    /// Ask for less.
    AskLess {
        /// The stratum's key.
        stratum: String,
        /// The slot's place, from 0.
        slot: usize,
        /// What is given up.
        part: Part,
        /// How many targets of this stratum may still be left without somebody.
        bad: u64,
        /// How many slots the cap still leaves empty in all.
        short: u64,
    },
    /// Put the slots in another order, the scarcest first.
    Reorder {
        /// The stratum's key.
        stratum: String,
        /// The places that the slots have now, in the order that they should have.
        slots: Vec<usize>,
        /// How many targets of this stratum may still be left without somebody.
        bad: u64,
    },
    /// Drop the rule of rotation for these.
    DropRotation {
        /// Places in the manifest's list of recusals.
        recusals: Vec<usize>,
        /// How many targets in all may still be left without somebody.
        bad: u64,
    },
    /// Draw fewer from a stratum.
    LowerQuota {
        /// The stratum's key.
        stratum: String,
        /// The greatest quota that can be manned.
        quota: u64,
    },
}

/// Everything that would help; nothing where nothing is wrong. `empty` is whether a simulated draw left a slot empty.
pub(crate) fn help(
    fit: &Fit<'_>,
    market: &Market,
    strata: &[StratumManning],
    rotation: &[usize],
    empty: bool,
) -> Vec<Help> {
    let mut found = borrow(fit);
    let bad = strata.iter().any(|stratum| stratum.bad() > 0);
    found.extend(raise_cap(fit, market, strata, empty && !bad));
    found.extend(ask_less(fit, market, strata));
    found.extend(reorder(fit, strata));
    found.extend(drop_rotation(fit, strata, rotation));
    found.extend(lower_quota(fit, market));
    found
}

/// Imagines one more after the other where it is worst, until all is filled, and then until chance has a choice.
fn borrow(fit: &Fit<'_>) -> Vec<Help> {
    let mut fit = fit.clone();
    let mut people: BTreeMap<usize, u64> = BTreeMap::new();
    let mut found = Vec::new();
    for until in [Until::Filled, Until::Choice] {
        let before = people.clone();
        let enough = (0..MOST_BORROWED).any(|_| match missing(&fit, until) {
            None => true,
            Some((requirement, count)) => {
                *people.entry(requirement).or_default() += count;
                (0..count).for_each(|_| fit.imagine(requirement));
                false
            }
        });
        if !enough {
            break;
        }
        if people != before {
            found.extend(people.iter().filter_map(|(requirement, people)| {
                Some(Help::Borrow {
                    requirement: fit.requirements.get(*requirement)?.clone(),
                    people: *people,
                    until,
                })
            }));
        }
    }
    found
}

/// Whom to borrow next, and how many of them.
fn missing(fit: &Fit<'_>, until: Until) -> Option<(usize, u64)> {
    let strata = gaps(fit);
    let worst = match until {
        Until::Filled => &[Gap::Nobody, Gap::TooFew, Gap::Order][..],
        Until::Choice => &[Gap::Nobody, Gap::TooFew, Gap::Order, Gap::Thin],
    };
    let by_place = || fit.strata().zip(&strata);
    let spot = worst.iter().find_map(|gap| {
        by_place().find_map(|((at, _), stratum)| {
            let spot = stratum.tally(*gap).first.first()?;
            fit.slots(at).get(spot.slot).copied()
        })
    });
    if let Some(requirement) = spot {
        return Some((requirement, 1));
    }
    let market = Market::new(fit);
    let shortage = market.shortage().filter(|_| market.cap > 0)?;
    // Under a cap no lower than the rows it does not bind; then each takes one slot of every row.
    let each = market.cap.min(market.rows()).max(1);
    Some((shortage.unserved, shortage.unserved_slots.div_ceil(each)))
}

/// The least cap by the numbers, and the least with which nobody can ever be full too early. Between them it is for the seed
/// to say.
fn raise_cap(fit: &Fit<'_>, market: &Market, strata: &[StratumManning], empty: bool) -> Option<Help> {
    if market.cap == 0 || (market.shortage().is_none() && !empty) {
        return None;
    }
    let enough = |cap: &u64| {
        let mut raised = market.clone();
        raised.cap = *cap;
        raised.shortage().is_none()
    };
    // Nobody takes more than one slot of each row.
    let most = market.rows().max(market.cap);
    let by_numbers = least(market.cap, most, enough)?;
    let certain = least(by_numbers, most, |cap| cap_never_bites(fit, strata, *cap));
    Some(Help::RaiseCap {
        least: by_numbers,
        certain,
    })
}

/// The least number between two that is enough, where everything above one that is enough is so too.
fn least(from: u64, to: u64, enough: impl Fn(&u64) -> bool) -> Option<u64> {
    if !enough(&to) {
        return None;
    }
    let (mut low, mut high) = (from, to);
    while low < high {
        let middle = low + (high - low) / 2;
        if enough(&middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Some(low)
}

/// For each slot: what it would bring to ask for the skill or the department no longer.
fn ask_less(fit: &Fit<'_>, market: &Market, strata: &[StratumManning]) -> Vec<Help> {
    let over = |fit: &Fit<'_>| {
        let shortage = Market::new(fit).shortage().filter(|_| market.cap > 0);
        shortage.map_or(0, |shortage| shortage.unmet)
    };
    let short_now = over(fit);
    let mut found = Vec::new();
    for ((at, _), stratum) in fit.strata().zip(strata) {
        if stratum.bad() == 0 && short_now == 0 {
            continue;
        }
        for (slot, manning) in stratum.slots.iter().enumerate() {
            for (part, less) in lesser(&manning.requirement) {
                let mut changed = fit.clone();
                let asked = changed.requirement(less);
                if let Some(place) = changed.slots.get_mut(at).and_then(|slots| slots.get_mut(slot)) {
                    *place = asked;
                }
                let bad = gaps_with(&changed, at, changed.slots(at)).bad();
                let short = over(&changed);
                let better = (bad < stratum.bad() && short <= short_now)
                    || (bad <= stratum.bad() && short < short_now);
                found.extend(better.then(|| Help::AskLess {
                    stratum: stratum.stratum.clone(),
                    slot,
                    part,
                    bad,
                    short,
                }));
            }
        }
    }
    found
}

fn lesser(asked: &Requirement) -> impl Iterator<Item = (Part, Requirement)> {
    let without_skill = Requirement {
        skill: None,
        ..asked.clone()
    };
    let without_dept = Requirement {
        dept: None,
        ..asked.clone()
    };
    let both = [(Part::Skill, without_skill), (Part::Dept, without_dept)];
    both.into_iter().filter(move |(_, less)| less != asked)
}

/// The scarcest slots first, where their order leaves one without somebody.
fn reorder(fit: &Fit<'_>, strata: &[StratumManning]) -> Vec<Help> {
    let mut found = Vec::new();
    for ((at, _), stratum) in fit.strata().zip(strata).filter(|(_, s)| s.order.targets > 0) {
        let mut slots: Vec<usize> = (0..stratum.slots.len()).collect();
        slots.sort_by_key(|slot| stratum.slots.get(*slot).map(|manning| manning.fit));
        let now = fit.slots(at);
        let reordered: Vec<usize> = slots.iter().filter_map(|slot| now.get(*slot)).copied().collect();
        let bad = gaps_with(fit, at, &reordered).bad();
        if bad < stratum.bad() {
            found.push(Help::Reorder {
                stratum: stratum.stratum.clone(),
                slots,
                bad,
            });
        }
    }
    found
}

/// The recusals of rotation at those targets that would be better off without.
fn drop_rotation(fit: &Fit<'_>, strata: &[StratumManning], rotation: &[usize]) -> Option<Help> {
    let mut dropped = rotation.to_vec();
    dropped.sort_unstable();
    dropped.dedup();
    let without = Fit::new(fit.manifest, |at| dropped.binary_search(&at).is_err());
    let better = better_targets(fit, &without);
    let known = |at: &usize| {
        let recusal = fit.manifest.recusals.get(*at);
        recusal.is_some_and(|r| better.contains(&(&*r.stratum, r.number)))
    };
    let recusals: Vec<usize> = dropped.iter().copied().filter(known).collect();
    if recusals.is_empty() {
        return None;
    }
    let left = Fit::new(fit.manifest, |at| recusals.binary_search(&at).is_err());
    let bad = gaps(&left).iter().map(StratumManning::bad).sum();
    let before: u64 = strata.iter().map(StratumManning::bad).sum();
    (bad < before).then_some(Help::DropRotation { recusals, bad })
}

/// Stratum key and number of each target that is better off in another state.
fn better_targets<'m>(now: &Fit<'m>, then: &Fit<'_>) -> BTreeSet<(&'m str, u64)> {
    let mut better = BTreeSet::new();
    for (at, stratum) in now.strata() {
        let others = then.special_of(at);
        for target in now.special_of(at) {
            let Some(gap) = worst_gap(now, now.slots(at), &target.recused).filter(|gap| *gap <= Gap::Order)
            else {
                continue;
            };
            let place = others.binary_search_by_key(&target.number, |other| other.number);
            let left = place.ok().and_then(|place| others.get(place));
            let recused = left.map(|left| left.recused.as_slice()).unwrap_or_default();
            if worst_gap(then, then.slots(at), recused).is_none_or(|then| then > gap) {
                better.insert((&*stratum.key, target.number));
            }
        }
    }
    better
}

/// For each stratum: the greatest quota with which the cap leaves nothing empty, the others as they are.
fn lower_quota(fit: &Fit<'_>, market: &Market) -> Vec<Help> {
    if market.cap == 0 || market.shortage().is_none() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (at, stratum) in fit.strata() {
        let enough = |lowered_by: &u64| {
            let mut lowered = market.clone();
            if let Some(quota) = lowered.quotas.get_mut(at) {
                *quota = quota.saturating_sub(*lowered_by);
            }
            lowered.shortage().is_none()
        };
        // Down to one: to draw none is no help.
        let most = stratum.quota.saturating_sub(1);
        let lowered_by = Some(most)
            .filter(|most| *most > 0)
            .and_then(|most| least(1, most, enough));
        found.extend(lowered_by.map(|by| Help::LowerQuota {
            stratum: stratum.key.to_string(),
            quota: stratum.quota.saturating_sub(by),
        }));
    }
    found
}
