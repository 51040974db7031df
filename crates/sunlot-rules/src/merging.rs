//! Merging of due visits: a target that is due for several items is visited once, with one sheet (N-13; Dawa article 3 (1),
//! Shancheng article 4 (2) 1, Huantai article 7; Regulation on Optimizing the Business Environment, article 54).
//!
//! And the warning of a second visit within a year. Who goes there, and whether the cap leaves a target out, is for others.

mod again;

use std::collections::BTreeSet;

use crate::day::Day;

pub use again::{Again, Earlier, second_visits};

/// A visit that is due, by a task or a stratum of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due<'d> {
    /// Which target.
    pub target: &'d str,
    /// For which items, by their codes.
    pub items: &'d [&'d str],
    /// The department that leads.
    pub lead_dept: &'d str,
    /// The first day on which it may be.
    pub from: Day,
    /// The last one.
    pub to: Day,
    /// Visits of one group belong together (L-15); empty: it is in none.
    pub merge_group: &'d str,
    /// Whether its items are key ones.
    pub is_key: bool,
}

/// One visit with one sheet. Due visits are named by their place, from 0, among those that were given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged<'d> {
    /// Which target.
    pub target: &'d str,
    /// All items, each once, in the order of the due visits.
    pub items: Vec<&'d str>,
    /// The first day that suits all.
    pub from: Day,
    /// The last one.
    pub to: Day,
    /// The departments, the leading one first: that of the first key visit, else that of the first visit.
    pub depts: Vec<&'d str>,
    /// Whether a key item is among them.
    pub is_key: bool,
    /// The due visits that it is made of, one or more.
    pub from_tasks: Vec<usize>,
}

/// Why two due visits of one target stay two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Apart {
    /// No day suits both.
    NoCommonDay,
    /// A day suits both, but not all those with which they were put together.
    NoCommonDayForAll,
}

/// A due visit that is not in one visit with another of its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Separate {
    /// This one.
    pub task: usize,
    /// Not in one with this one, which comes before it.
    pub with: usize,
    /// Why.
    pub reason: Apart,
}

/// The visits that are left, and what could not be put together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merging<'d> {
    /// By target and by their first day.
    pub visits: Vec<Merged<'d>>,
    /// By the places of the due visits.
    pub separate: Vec<Separate>,
    /// Due visits that end before they begin: no visit can be made of them.
    pub impossible: Vec<usize>,
}

/// Puts together what can be one visit: first what is of one group, then the rest.
pub fn merge<'d>(due: &'d [Due<'d>]) -> Merging<'d> {
    let mut order: Vec<usize> = (0..due.len()).collect();
    order.sort_by_key(|place| due.get(*place).map(|due| due.target));
    let mut merging = Merging::default();
    let same = |one: &usize, other: &usize| target(due, *one) == target(due, *other);
    for places in order.chunk_by(same) {
        of_target(due, places, &mut merging);
    }
    merging.separate.sort_unstable();
    merging.impossible.sort_unstable();
    merging
}

fn target<'d>(due: &[Due<'d>], place: usize) -> Option<&'d str> {
    due.get(place).map(|due| due.target)
}

/// Due visits of one target that become one, and the days that suit all of them.
#[derive(Clone, Debug)]
struct Block {
    places: Vec<usize>,
    from: Day,
    to: Day,
}

fn of_target<'d>(due: &'d [Due<'d>], places: &[usize], merging: &mut Merging<'d>) {
    let mut groups: Vec<(&str, Vec<Block>)> = Vec::new();
    let mut alone = Vec::new();
    for (place, due) in places.iter().filter_map(|place| Some((*place, due.get(*place)?))) {
        if due.from > due.to {
            merging.impossible.push(place);
            continue;
        }
        let block = Block {
            places: vec![place],
            from: due.from,
            to: due.to,
        };
        let group = due.merge_group.trim();
        match groups.iter_mut().find(|(name, _)| *name == group) {
            _ if group.is_empty() => alone.push(block),
            Some((_, blocks)) => blocks.push(block),
            None => groups.push((group, vec![block])),
        }
    }
    let mut blocks: Vec<Block> = groups
        .into_iter()
        .flat_map(|(_, blocks)| joined(blocks))
        .collect();
    blocks.append(&mut alone);
    let mut blocks = joined(blocks);
    blocks.sort_by(|one, other| (one.from, &one.places).cmp(&(other.from, &other.places)));
    if places.len() > 1 {
        apart(due, &blocks, merging);
    }
    merging
        .visits
        .extend(blocks.iter().filter_map(|block| visit(due, block)));
}

/// The fewest blocks: each takes in all that have a day in common with the one that ends first. Among those the days that are
/// left suit all.
fn joined(mut blocks: Vec<Block>) -> Vec<Block> {
    blocks.sort_by(|one, other| (one.to, one.from, &one.places).cmp(&(other.to, other.from, &other.places)));
    let mut joined: Vec<Block> = Vec::new();
    for block in blocks {
        match joined.last_mut() {
            // What comes later ends later: it suits where it begins in time.
            Some(last) if block.from <= last.to => {
                last.from = last.from.max(block.from);
                last.places.extend(block.places);
                last.places.sort_unstable();
            }
            _ => joined.push(block),
        }
    }
    joined
}

/// Says of each block but the first why it is not one with the one before it.
fn apart(due: &[Due<'_>], blocks: &[Block], merging: &mut Merging<'_>) {
    let common = |one: usize, other: usize| {
        let both = due.get(one).zip(due.get(other));
        both.is_some_and(|(one, other)| one.from <= other.to && other.from <= one.to)
    };
    for pair in blocks.windows(2) {
        let [before, after] = pair else { continue };
        for task in after.places.iter().copied() {
            let suits = before.places.iter().copied().find(|with| common(task, *with));
            let (with, reason) = match (suits, before.places.first()) {
                (Some(with), _) => (with, Apart::NoCommonDayForAll),
                (None, Some(with)) => (*with, Apart::NoCommonDay),
                (None, None) => continue,
            };
            merging.separate.push(Separate { task, with, reason });
        }
    }
}

fn visit<'d>(due: &'d [Due<'d>], block: &Block) -> Option<Merged<'d>> {
    let all = || block.places.iter().filter_map(|place| due.get(*place));
    let first = all().next()?;
    let leading = all().find(|due| due.is_key).unwrap_or(first);
    let depts = std::iter::once(leading).chain(all()).map(|due| due.lead_dept);
    Some(Merged {
        target: first.target,
        items: each_once(all().flat_map(|due| due.items.iter().copied())),
        from: block.from,
        to: block.to,
        depts: each_once(depts),
        is_key: all().any(|due| due.is_key),
        from_tasks: block.places.clone(),
    })
}

/// In the order in which they come.
fn each_once<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut seen = BTreeSet::new();
    texts.filter(|text| seen.insert(*text)).collect()
}

#[cfg(test)]
mod tests;
