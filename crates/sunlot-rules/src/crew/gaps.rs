//! What is thin at a target before anybody is drawn: slots that nobody fits, crews that cannot be complete, slots that an earlier
//! one may leave without anybody, and slots where chance has nothing to choose.
//!
//! Exact, and as if no cap and no balance stood in the way; what they do is `capacity`'s and the simulation's to say.

use super::fit::{Fit, Requirement, Special};

/// With fewer who fit, chance chooses among next to nobody. Every verifier says so too.
const FEW: usize = 3;

/// So many places are shown.
const SHOWN: usize = 5;

/// What is wrong at a target, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nobody fits this slot.
    Nobody,
    /// Somebody fits each slot, but there are not enough for all of them.
    TooFew,
    /// There are enough, but an earlier slot may take the last one who fits this one.
    Order,
    /// It will be manned, but no more fit than slots compete for them, or fewer than three in all.
    Thin,
}

/// A slot where something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The stratum's key.
    pub stratum: String,
    /// The target's number.
    pub number: u64,
    /// The slot's place, from 0.
    pub slot: usize,
    /// How many fit it and do not stay away.
    pub fit: u64,
    /// How many slots of this crew can be taken by them alone.
    pub competing: u64,
}

/// How many targets have this as their worst, with the first of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many.
    pub targets: u64,
    /// The first few, by number.
    pub first: Vec<Spot>,
}

/// One slot over all targets of a stratum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotManning {
    /// What it asks for.
    pub requirement: Requirement,
    /// How many fit it.
    pub fit: u64,
    /// How many are left at the target that most of them stay away from.
    pub least: u64,
    /// At how many targets nobody is left.
    pub nobody: u64,
}

/// How a stratum is manned. Every target is in at most one of the four tallies: that of its worst gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StratumManning {
    /// The stratum's key.
    pub stratum: String,
    /// N.
    pub targets: u64,
    /// How many are drawn.
    pub quota: u64,
    /// Its slots.
    pub slots: Vec<SlotManning>,
    /// Targets with a slot that nobody fits.
    pub nobody: Tally,
    /// Targets with fewer people than slots.
    pub too_few: Tally,
    /// Targets that the order of the slots may leave without somebody.
    pub order: Tally,
    /// Targets where chance has nothing to choose.
    pub thin: Tally,
}

impl StratumManning {
    /// How many targets cannot be manned, whatever is drawn.
    pub fn never(&self) -> u64 {
        self.nobody.targets + self.too_few.targets
    }

    /// How many targets may be left without somebody.
    pub fn bad(&self) -> u64 {
        self.never() + self.order.targets
    }

    /// The targets with this gap.
    pub fn tally(&self, gap: Gap) -> &Tally {
        match gap {
            Gap::Nobody => &self.nobody,
            Gap::TooFew => &self.too_few,
            Gap::Order => &self.order,
            Gap::Thin => &self.thin,
        }
    }

    fn tally_mut(&mut self, gap: Gap) -> &mut Tally {
        match gap {
            Gap::Nobody => &mut self.nobody,
            Gap::TooFew => &mut self.too_few,
            Gap::Order => &mut self.order,
            Gap::Thin => &mut self.thin,
        }
    }
}

/// What is wrong at one slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Found {
    gap: Gap,
    slot: usize,
    fit: usize,
    competing: usize,
}

/// How every stratum that is drawn from is manned.
pub(crate) fn gaps(fit: &Fit<'_>) -> Vec<StratumManning> {
    fit.strata()
        .map(|(at, _)| gaps_with(fit, at, fit.slots(at)))
        .collect()
}

/// How a stratum would be manned with these slots.
pub(crate) fn gaps_with(fit: &Fit<'_>, at: usize, slots: &[usize]) -> StratumManning {
    let (key, targets, quota) = match fit.manifest.strata.get(at) {
        Some(stratum) => (stratum.key.to_string(), stratum.size(), stratum.quota),
        None => Default::default(),
    };
    let special = fit.special_of(at);
    let plain = targets.saturating_sub(count(special.len()));
    let mut manning = StratumManning {
        stratum: key,
        targets,
        quota,
        slots: slot_mannings(fit, slots, special, plain),
        nobody: Tally::default(),
        too_few: Tally::default(),
        order: Tally::default(),
        thin: Tally::default(),
    };
    if let Some(found) = worst(fit, slots, &[]).filter(|_| plain > 0) {
        let numbers = (1..=targets).filter(|number| {
            let place = special.binary_search_by_key(number, |special| special.number);
            place.is_err()
        });
        manning.add(found, plain, numbers.take(SHOWN));
    }
    for target in special {
        if let Some(found) = worst(fit, slots, &target.recused) {
            manning.add(found, 1, [target.number].into_iter());
        }
    }
    manning
}

impl StratumManning {
    fn add(&mut self, found: Found, targets: u64, numbers: impl Iterator<Item = u64>) {
        let stratum = self.stratum.clone();
        let tally = self.tally_mut(found.gap);
        tally.targets += targets;
        for number in numbers {
            // Special targets come by number, after all others: what is behind a full list is not shown anyway.
            let place = tally.first.partition_point(|spot| spot.number < number);
            if place < SHOWN {
                let spot = Spot {
                    stratum: stratum.clone(),
                    number,
                    slot: found.slot,
                    fit: count(found.fit),
                    competing: count(found.competing),
                };
                tally.first.insert(place, spot);
                tally.first.truncate(SHOWN);
            }
        }
    }
}

fn slot_mannings(fit: &Fit<'_>, slots: &[usize], special: &[Special], plain: u64) -> Vec<SlotManning> {
    let one = |requirement: &usize| {
        let all = fit.members(*requirement).len();
        let left = || {
            special
                .iter()
                .map(|target| fit.count(*requirement, &target.recused))
        };
        let of_plain = Some(all).filter(|_| plain > 0);
        SlotManning {
            requirement: fit.requirements.get(*requirement).cloned().unwrap_or_default(),
            fit: count(all),
            least: count(left().chain(of_plain).min().unwrap_or(all)),
            nobody: count(left().filter(|left| *left == 0).count()) + if all == 0 { plain } else { 0 },
        }
    };
    slots.iter().map(one).collect()
}

/// A count that a file holds.
pub(crate) fn count(of: usize) -> u64 {
    u64::try_from(of).unwrap_or(u64::MAX)
}

/// The worst that is wrong with a crew from which these stay away: the first slot of the worst gap.
fn worst(fit: &Fit<'_>, slots: &[usize], recused: &[usize]) -> Option<Found> {
    let crew = Crew::new(fit, slots, recused);
    let mut worst: Option<Found> = None;
    for found in crew.found() {
        if worst.is_none_or(|worst| found.gap < worst.gap) {
            worst = Some(found);
        }
    }
    worst
}

/// The worst gap of a target from which these stay away.
pub(crate) fn worst_gap(fit: &Fit<'_>, slots: &[usize], recused: &[usize]) -> Option<Gap> {
    worst(fit, slots, recused).map(|found| found.gap)
}

/// The slots of one target, each with how many fit it, and with who they are where there are no more than slots: a slot that
/// more fit always finds somebody.
struct Crew<'f> {
    fit: &'f Fit<'f>,
    slots: &'f [usize],
    counts: Vec<usize>,
    tight: Vec<Option<Vec<usize>>>,
}

impl<'f> Crew<'f> {
    fn new(fit: &'f Fit<'_>, slots: &'f [usize], recused: &[usize]) -> Self {
        let counts: Vec<usize> = slots.iter().map(|slot| fit.count(*slot, recused)).collect();
        let few = FEW.max(slots.len() + 1);
        let both = slots.iter().zip(&counts);
        let tight = both
            .map(|(slot, count)| (*count < few).then(|| fit.free(*slot, recused)))
            .collect();
        Self {
            fit,
            slots,
            counts,
            tight,
        }
    }

    fn found(&self) -> Vec<Found> {
        let mut found = Vec::new();
        let mut complete = Matching::default();
        for (slot, people) in self.listed() {
            let gap = if people.is_empty() {
                Some(Gap::Nobody)
            } else if !complete.place(slot, &|slot: usize| self.people(slot)) {
                Some(Gap::TooFew)
            } else if self.may_be_emptied(slot, people) {
                Some(Gap::Order)
            } else {
                let thin = people.len() <= self.competing(people) || people.len() < FEW;
                thin.then_some(Gap::Thin)
            };
            found.extend(gap.map(|gap| Found {
                gap,
                slot,
                fit: self.counts.get(slot).copied().unwrap_or_default(),
                competing: self.competing(people),
            }));
        }
        found
    }

    fn listed(&self) -> impl Iterator<Item = (usize, &[usize])> {
        let all = self.tight.iter().enumerate();
        all.filter_map(|(slot, people)| Some((slot, people.as_deref()?)))
    }

    fn people(&self, slot: usize) -> &[usize] {
        self.tight
            .get(slot)
            .and_then(Option::as_deref)
            .unwrap_or_default()
    }

    /// How many slots can be taken by these people alone.
    fn competing(&self, people: &[usize]) -> usize {
        let within = |(_, others): &(usize, &[usize])| {
            !others.is_empty() && others.iter().all(|other| people.binary_search(other).is_ok())
        };
        self.listed().filter(within).count()
    }

    /// Whether the slots before may take every one of these people: whether each of them can be given to one of those slots.
    fn may_be_emptied(&self, slot: usize, people: &[usize]) -> bool {
        if people.len() > slot {
            return false;
        }
        let suits = |person: usize| -> Vec<usize> {
            let before = self.slots.iter().take(slot).enumerate();
            before
                .filter(|(_, requirement)| self.fit.members(**requirement).binary_search(&person).is_ok())
                .map(|(at, _)| at)
                .collect()
        };
        let slots: Vec<Vec<usize>> = people.iter().map(|person| suits(*person)).collect();
        let mut matching = Matching::default();
        let of = |at: usize| slots.get(at).map(Vec::as_slice).unwrap_or_default();
        (0..people.len()).all(|person| matching.place(person, &of))
    }
}

/// Who is given to whom, one to one.
#[derive(Default)]
struct Matching(Vec<(usize, usize)>);

impl Matching {
    /// Gives one of its choices to this one too, moving others where that helps; false where no way is found.
    fn place<'c>(&mut self, one: usize, choices: &impl Fn(usize) -> &'c [usize]) -> bool {
        self.try_place(one, choices, &mut Vec::new())
    }

    fn try_place<'c>(
        &mut self,
        one: usize,
        choices: &impl Fn(usize) -> &'c [usize],
        seen: &mut Vec<usize>,
    ) -> bool {
        for choice in choices(one) {
            if seen.contains(choice) {
                continue;
            }
            seen.push(*choice);
            let holder = self.0.iter().find(|(_, given)| given == choice);
            let holder = holder.map(|(holder, _)| *holder);
            if holder.is_none_or(|holder| self.try_place(holder, choices, seen)) {
                self.0
                    .retain(|pair| holder.is_none_or(|holder| *pair != (holder, *choice)));
                self.0.push((one, *choice));
                return true;
            }
        }
        false
    }
}
