//! Says before the ceremony whether every target can be manned, where it gets thin, and what would help.
//!
//! What can be known is counted exactly; the rest is tried, with the very draw that will be held and seeds that are handed in.
//! None of it decides anything: the draw's own seed does not exist yet.

use sunlot_draw::draw::outcome;
use sunlot_draw::manifest::Stratum;
use sunlot_draw::record::Outcome;
use sunlot_draw::{Digest, Manifest};

use super::capacity::{Bottleneck, Demand, Market, bottleneck, demand};
use super::fit::{Fit, places_by_id};
use super::gaps::{Gap, Spot, StratumManning, count, gaps};
use super::help::{Help, help};

#[cfg(test)]
mod tests;

/// What a draw with one seed came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Simulated {
    /// How many slots stayed empty.
    pub empty: u64,
    /// How many targets were not fully manned.
    pub incomplete: u64,
    /// The least that an inspector got.
    pub least: u64,
    /// The most.
    pub greatest: u64,
}

/// What the dry run comes to, from good to bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// No stratum has slots: targets now, crews in a later draw.
    NoCrews,
    /// No target is drawn, so nobody is needed.
    NothingDrawn,
    /// Every slot was filled in every draw that was tried, and nothing is thin.
    Sure,
    /// Every slot will be filled, but somewhere chance has next to nothing to choose.
    Thin,
    /// Some draw can leave a slot empty.
    Short,
    /// Every draw leaves a slot empty.
    Impossible,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DryRun {
    /// What it comes to.
    pub verdict: Verdict,
    /// Whether the verdict holds for every seed, and not only for those that were tried. Where there is a cap it may depend on
    /// the seed.
    pub proved: bool,
    /// How each stratum that is drawn from is manned.
    pub strata: Vec<StratumManning>,
    /// What the quotas ask for, and what the people can give.
    pub demand: Vec<Demand>,
    /// What cannot be given, if anything.
    pub bottleneck: Option<Bottleneck>,
    /// What each seed came to.
    pub simulated: Vec<Simulated>,
    /// What would help.
    pub help: Vec<Help>,
}

impl DryRun {
    /// How many targets have this as their worst.
    pub fn targets(&self, gap: Gap) -> u64 {
        self.strata.iter().map(|stratum| stratum.tally(gap).targets).sum()
    }

    /// The first few of them in each stratum.
    pub fn spots(&self, gap: Gap) -> impl Iterator<Item = &Spot> {
        self.strata
            .iter()
            .flat_map(move |stratum| &stratum.tally(gap).first)
    }
}

/// Tries a manifest. `rotation` says which of its recusals, by their places, stand for the rule of rotation alone, which an
/// office may drop; all others stay.
pub fn dry_run(manifest: &Manifest, seeds: &[Digest], rotation: &[usize]) -> DryRun {
    let fit = Fit::new(manifest, |_| true);
    let market = Market::new(&fit);
    let strata = gaps(&fit);
    let bottleneck = bottleneck(&fit, &market);
    let simulated: Vec<Simulated> = match strata.is_empty() {
        // Without a slot there is nothing to try.
        true => Vec::new(),
        false => seeds.iter().filter_map(|seed| simulate(manifest, seed)).collect(),
    };
    let empty = simulated.iter().any(|draw| draw.empty > 0);
    let (verdict, proved) = verdict(&fit, &strata, bottleneck.is_some(), empty);
    let help = help(&fit, &market, &strata, rotation, empty);
    DryRun {
        verdict,
        proved,
        demand: demand(&fit, &market),
        strata,
        bottleneck,
        simulated,
        help,
    }
}

/// The verdict, and whether it holds for every seed.
fn verdict(fit: &Fit<'_>, strata: &[StratumManning], over: bool, empty: bool) -> (Verdict, bool) {
    let slots = fit
        .manifest
        .strata
        .iter()
        .any(|stratum| !stratum.slots.is_empty());
    if !slots {
        return (Verdict::NoCrews, true);
    }
    if strata.is_empty() {
        return (Verdict::NothingDrawn, true);
    }
    // More than can be passed over: every draw takes one of them.
    let hit = |stratum: &StratumManning| stratum.never() > stratum.targets.saturating_sub(stratum.quota);
    if over || strata.iter().any(hit) {
        return (Verdict::Impossible, true);
    }
    if empty || strata.iter().any(|stratum| stratum.bad() > 0) {
        return (Verdict::Short, true);
    }
    let thin = strata.iter().any(|stratum| stratum.thin.targets > 0);
    let verdict = if thin { Verdict::Thin } else { Verdict::Sure };
    (verdict, cap_never_bites(fit, strata, fit.manifest.crew.cap))
}

/// Whether no draw at all can bring so many to the cap that a slot finds nobody: those who fit it, less those who may be in its
/// crew already, would have to take more slots than there are for them.
pub(crate) fn cap_never_bites(fit: &Fit<'_>, strata: &[StratumManning], cap: u64) -> bool {
    if cap == 0 {
        return true;
    }
    let by_place = fit.strata().zip(strata);
    let mut slots = by_place.flat_map(|((at, _), stratum)| {
        let asked = fit.slots(at).iter().copied().zip(&stratum.slots).enumerate();
        asked.map(move |(place, (requirement, slot))| {
            let before = fit.slots(at).iter().take(place);
            let sharing = before
                .filter(|other| share_somebody(fit, **other, requirement))
                .count();
            (requirement, slot.least.saturating_sub(count(sharing)))
        })
    });
    slots.all(|(requirement, must_be_full)| {
        let taken = must_be_full.saturating_mul(cap);
        must_be_full > 0 && taken > reaching(fit, requirement).saturating_sub(1)
    })
}

/// Whether anybody meets both.
fn share_somebody(fit: &Fit<'_>, one: usize, other: usize) -> bool {
    let others = fit.members(other);
    fit.members(one).iter().any(|at| others.binary_search(at).is_ok())
}

/// How many slots can go to anybody who meets a requirement.
fn reaching(fit: &Fit<'_>, requirement: usize) -> u64 {
    let of = |(at, stratum): (usize, &Stratum)| {
        let slots = fit.slots(at).iter();
        let slots = slots
            .filter(|other| share_somebody(fit, **other, requirement))
            .count();
        stratum.quota.saturating_mul(count(slots))
    };
    fit.strata()
        .map(of)
        .fold(0, |sum: u64, slots| sum.saturating_add(slots))
}

/// One draw; none where a quota is more than there are.
fn simulate(manifest: &Manifest, seed: &Digest) -> Option<Simulated> {
    let outcome = outcome(manifest, seed)?;
    let crews = || outcome.selected.iter().map(|row| &row.crew);
    let empty = |crew: &Vec<Option<_>>| count(crew.iter().filter(|slot| slot.is_none()).count());
    let loads = loads(manifest, &outcome);
    Some(Simulated {
        empty: crews().map(empty).sum(),
        incomplete: count(crews().filter(|crew| empty(crew) > 0).count()),
        least: loads.iter().copied().min().unwrap_or_default(),
        greatest: loads.iter().copied().max().unwrap_or_default(),
    })
}

/// How many slots each inspector got, in the manifest's order.
pub(crate) fn loads(manifest: &Manifest, outcome: &Outcome) -> Vec<u64> {
    let places = places_by_id(manifest);
    let mut loads = vec![0; manifest.inspectors.len()];
    let taken = outcome.selected.iter().flat_map(|row| row.crew.iter().flatten());
    for place in taken.filter_map(|id| places.get(&**id)) {
        if let Some(load) = loads.get_mut(*place) {
            *load += 1;
        }
    }
    loads
}
