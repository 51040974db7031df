//! How many slots the quotas ask for, and how many the inspectors can take under the cap.
//!
//! Recusals are left aside here: they concern single targets, and are `gaps`' business. That one person takes only one slot of a
//! crew is counted as no more slots than there are targets.

use std::collections::{BTreeMap, VecDeque};

use super::fit::{Fit, Requirement};
use super::gaps::count;

/// What the quotas ask of those who meet one requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// The requirement.
    pub requirement: Requirement,
    /// How many slots ask for just this.
    pub slots: u64,
    /// How many slots can be taken by nobody but them: these, and stricter ones.
    pub competing: u64,
    /// How many meet it.
    pub people: u64,
    /// How many slots they can take; without a cap nothing limits them.
    pub supply: Option<u64>,
    /// How many of the competing slots must stay empty.
    pub short: u64,
}

/// Slots that together ask for more than all who meet any of their requirements can take. In every draw so many stay empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bottleneck {
    /// What these slots ask for.
    pub requirements: Vec<Requirement>,
    /// How many slots there are.
    pub slots: u64,
    /// How many people meet any of it.
    pub people: u64,
    /// How many slots they can take.
    pub supply: u64,
    /// How many stay empty, at least.
    pub short: u64,
}

/// Demand and supply, as numbers that can be varied.
#[derive(Clone, Debug)]
pub(crate) struct Market {
    /// Rows that are drawn, by stratum.
    pub quotas: Vec<u64>,
    /// Slots that ask for each requirement in one row, by stratum.
    slots: Vec<BTreeMap<usize, u64>>,
    /// How many people meet just these requirements.
    groups: Vec<(Vec<usize>, u64)>,
    /// How many slots one takes at most; 0: there is no limit.
    pub cap: u64,
    requirements: usize,
}

/// What the market cannot give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shortage {
    /// How many slots must stay empty.
    pub unmet: u64,
    /// Which requirements together ask for too much.
    pub requirements: Vec<usize>,
    /// One of them that goes without.
    pub unserved: usize,
    /// How many of its slots do.
    pub unserved_slots: u64,
    people: u64,
    supply: u64,
    slots: u64,
}

impl Market {
    pub fn new(fit: &Fit<'_>) -> Self {
        let mut quotas = vec![0; fit.manifest.strata.len()];
        for (at, stratum) in fit.strata() {
            if let Some(quota) = quotas.get_mut(at) {
                *quota = stratum.quota;
            }
        }
        let by_requirement = |slots: &Vec<usize>| {
            let mut counts = BTreeMap::new();
            for slot in slots {
                *counts.entry(*slot).or_insert(0) += 1;
            }
            counts
        };
        let mut met: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (requirement, members) in fit.members.iter().enumerate() {
            for member in members {
                met.entry(*member).or_default().push(requirement);
            }
        }
        let mut groups: BTreeMap<Vec<usize>, u64> = BTreeMap::new();
        for (_, requirements) in met {
            *groups.entry(requirements).or_default() += 1;
        }
        Self {
            quotas,
            slots: fit.slots.iter().map(by_requirement).collect(),
            groups: groups.into_iter().collect(),
            cap: fit.manifest.crew.cap,
            requirements: fit.requirements.len(),
        }
    }

    /// All rows that are drawn.
    pub fn rows(&self) -> u64 {
        self.quotas
            .iter()
            .fold(0, |sum: u64, quota| sum.saturating_add(*quota))
    }

    /// How many slots ask for each requirement.
    pub fn demand(&self) -> Vec<u64> {
        let mut demand = vec![0_u64; self.requirements];
        for (quota, slots) in self.quotas.iter().zip(&self.slots) {
            for (requirement, count) in slots {
                if let Some(demand) = demand.get_mut(*requirement) {
                    *demand = demand.saturating_add(quota.saturating_mul(*count));
                }
            }
        }
        demand
    }

    /// How many slots one person takes at most.
    fn each(&self) -> u64 {
        match self.cap {
            0 => self.rows(),
            cap => cap.min(self.rows()),
        }
    }

    /// What must stay empty, whatever is drawn; none where the people suffice. Found as the greatest flow from slots to people:
    /// where it ends, the slots that still reach nobody with room are the bottleneck.
    pub fn shortage(&self) -> Option<Shortage> {
        let demand = self.demand();
        let mut flow = Flow::new(&demand, &self.groups, self.each());
        flow.fill();
        let unserved = flow.wanting.iter().position(|left| *left > 0)?;
        let reached = flow.reached(unserved);
        let slots = reached.requirements.iter().filter_map(|at| demand.get(*at));
        let people = reached.groups.iter().filter_map(|at| self.groups.get(*at));
        let people = people.map(|(_, people)| *people).sum::<u64>();
        Some(Shortage {
            unmet: flow.wanting.iter().sum(),
            slots: slots.sum(),
            requirements: reached.requirements,
            unserved,
            unserved_slots: flow.wanting.get(unserved).copied().unwrap_or_default(),
            people,
            supply: people.saturating_mul(self.each()),
        })
    }
}

/// Slots given to groups of people so far.
struct Flow<'m> {
    groups: &'m [(Vec<usize>, u64)],
    wanting: Vec<u64>,
    room: Vec<u64>,
    given: BTreeMap<(usize, usize), u64>,
}

/// What can be reached from a requirement by giving slots to others.
struct Reached {
    requirements: Vec<usize>,
    groups: Vec<usize>,
    /// The first group with room, and the way there: requirement and group by turns.
    way: Option<Vec<(usize, usize)>>,
}

impl<'m> Flow<'m> {
    fn new(demand: &[u64], groups: &'m [(Vec<usize>, u64)], each: u64) -> Self {
        let room = groups.iter().map(|(_, people)| people.saturating_mul(each));
        Self {
            groups,
            wanting: demand.to_vec(),
            room: room.collect(),
            given: BTreeMap::new(),
        }
    }

    fn fill(&mut self) {
        for requirement in 0..self.wanting.len() {
            while self.wanting.get(requirement).is_some_and(|left| *left > 0) {
                let Some(way) = self.reached(requirement).way else {
                    break;
                };
                if !self.give(requirement, &way) {
                    break;
                }
            }
        }
    }

    fn reached(&self, from: usize) -> Reached {
        // By group: from which requirement it was reached; and the other way round.
        let mut to_group: BTreeMap<usize, usize> = BTreeMap::new();
        let mut to_requirement: BTreeMap<usize, Option<usize>> = BTreeMap::from([(from, None)]);
        let mut queue = VecDeque::from([from]);
        while let Some(requirement) = queue.pop_front() {
            for (group, (meets, _)) in self.groups.iter().enumerate() {
                if !meets.contains(&requirement) || to_group.contains_key(&group) {
                    continue;
                }
                to_group.insert(group, requirement);
                if self.room.get(group).is_some_and(|room| *room > 0) {
                    let way = way_to(group, &to_group, &to_requirement);
                    return Reached {
                        requirements: Vec::new(),
                        groups: Vec::new(),
                        way: Some(way),
                    };
                }
                for other in meets {
                    let given = self.given.get(&(*other, group)).is_some_and(|given| *given > 0);
                    if given && !to_requirement.contains_key(other) {
                        to_requirement.insert(*other, Some(group));
                        queue.push_back(*other);
                    }
                }
            }
        }
        Reached {
            requirements: to_requirement.into_keys().collect(),
            groups: to_group.into_keys().collect(),
            way: None,
        }
    }

    /// Gives as many as go this way; false where none does.
    fn give(&mut self, from: usize, way: &[(usize, usize)]) -> bool {
        let Some((_, last)) = way.last() else { return false };
        let back = way.windows(2).filter_map(|pair| match pair {
            [(_, group), (next, _)] => Some((*next, *group)),
            _ => None,
        });
        let back: Vec<(usize, usize)> = back.collect();
        let taken = back.iter().filter_map(|edge| self.given.get(edge)).copied();
        let ends = [self.wanting.get(from), self.room.get(*last)];
        let ends = ends.into_iter().map(|end| end.copied().unwrap_or_default());
        let amount = taken.chain(ends).min().unwrap_or_default();
        if amount == 0 {
            return false;
        }
        for edge in way {
            *self.given.entry(*edge).or_default() += amount;
        }
        for edge in back {
            *self.given.entry(edge).or_default() -= amount;
        }
        for end in [self.wanting.get_mut(from), self.room.get_mut(*last)]
            .into_iter()
            .flatten()
        {
            *end -= amount;
        }
        true
    }
}

fn way_to(
    group: usize,
    to_group: &BTreeMap<usize, usize>,
    to_requirement: &BTreeMap<usize, Option<usize>>,
) -> Vec<(usize, usize)> {
    let mut way = Vec::new();
    let mut at = Some(group);
    while let Some(group) = at {
        let Some(requirement) = to_group.get(&group) else {
            break;
        };
        way.push((*requirement, group));
        at = to_requirement.get(requirement).copied().flatten();
    }
    way.reverse();
    way
}

/// What the quotas ask for, requirement by requirement, as far as anything asks for it.
pub(crate) fn demand(fit: &Fit<'_>, market: &Market) -> Vec<Demand> {
    let asked = market.demand();
    let within = |inner: usize, outer: usize| {
        let (inner, outer) = (fit.members(inner), fit.members(outer));
        inner.len() <= outer.len() && inner.iter().all(|at| outer.binary_search(at).is_ok())
    };
    // Nobody goes twice to one target: of more places in a crew than people, the rest stay empty.
    let alone = |at: usize, people: u64| {
        let strata = market.quotas.iter().zip(&market.slots);
        let each = strata.map(|(quota, slots)| {
            let inside = slots.iter().filter(|(other, _)| within(**other, at));
            let asked = inside.map(|(_, count)| *count).sum::<u64>();
            quota.saturating_mul(asked.saturating_sub(people))
        });
        each.fold(0, u64::saturating_add)
    };
    let row = |(at, slots): (usize, &u64)| {
        let others = asked.iter().enumerate();
        let competing = others
            .filter(|(other, slots)| **slots > 0 && within(*other, at))
            .map(|(_, slots)| *slots)
            .sum::<u64>();
        let people = count(fit.members(at).len());
        let supply = (market.cap > 0).then(|| people.saturating_mul(market.each()));
        Demand {
            requirement: fit.requirements.get(at).cloned().unwrap_or_default(),
            slots: *slots,
            competing,
            people,
            supply,
            short: supply
                .map_or(0, |limit| competing.saturating_sub(limit))
                .max(alone(at, people)),
        }
    };
    let rows = asked.iter().enumerate().filter(|(_, slots)| **slots > 0);
    rows.map(row).collect()
}

/// The slots that must stay empty because of the cap, if any. Without a cap, what is missing is missing at single targets.
pub(crate) fn bottleneck(fit: &Fit<'_>, market: &Market) -> Option<Bottleneck> {
    let shortage = market.shortage().filter(|_| market.cap > 0)?;
    let requirements = shortage.requirements.iter();
    Some(Bottleneck {
        requirements: requirements
            .filter_map(|at| fit.requirements.get(*at).cloned())
            .collect(),
        slots: shortage.slots,
        people: shortage.people,
        supply: shortage.supply,
        short: shortage.unmet,
    })
}
