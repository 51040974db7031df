//! Who stays away from whom, as pairs with all their reasons (A-06; Penalties Law, article 43).
//!
//! Three things keep an inspector from a target: a conflict of interest in the register, a visit not long ago where the profile
//! rotates, and a party's request that the head of the office granted. Pairs are made from what is known, never by trying all.

use crate::day::Day;

#[cfg(test)]
mod tests;

/// A conflict of interest from the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conflict<'a> {
    /// The inspector's place in the caller's list.
    pub inspector: usize,
    /// The target's place in the caller's list.
    pub target: usize,
    /// What they are to each other.
    pub relation: &'a str,
    /// Since when, if that is known.
    pub since: Option<Day>,
    /// Until when, if it ended.
    pub until: Option<Day>,
}

/// A visit that an inspector made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PastVisit {
    /// The inspector's place.
    pub inspector: usize,
    /// The target's place.
    pub target: usize,
    /// When.
    pub day: Day,
}

/// What the head of the office said to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The inspector stays away.
    Granted,
    /// The inspector may go.
    Refused,
    /// Nothing yet.
    Open,
}

/// A party's request that an inspector stay away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// The inspector's place.
    pub inspector: usize,
    /// The target's place.
    pub target: usize,
    /// What was decided.
    pub decision: Decision,
}

/// What pairs follow from.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The first day of the visits.
    pub from: Day,
    /// The last one.
    pub to: Day,
    /// The register.
    pub conflicts: &'a [Conflict<'a>],
    /// For how many months whoever was there stays away; 0: for none.
    pub rotation_months: u32,
    /// Who was where.
    pub visits: &'a [PastVisit],
    /// What parties asked for.
    pub requests: &'a [Request],
}

/// Why an inspector stays away from a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason<'a> {
    /// What they are to each other.
    Conflict {
        /// The relation.
        relation: &'a str,
        /// Since when.
        since: Option<Day>,
        /// Until when.
        until: Option<Day>,
    },
    /// The party asked for it, and the head of the office agreed.
    Request,
    /// Was there not long ago.
    Rotation {
        /// The last time.
        last: Day,
    },
}

/// An inspector who stays away from a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair<'a> {
    /// The inspector's place.
    pub inspector: usize,
    /// The target's place.
    pub target: usize,
    /// Every reason once: conflicts, then the request, then rotation.
    pub reasons: Vec<Reason<'a>>,
}

impl Pair<'_> {
    /// Whether only the rule of rotation keeps them apart, which the office may drop; a conflict nobody may.
    pub fn is_rotation_alone(&self) -> bool {
        self.reasons
            .iter()
            .all(|reason| matches!(reason, Reason::Rotation { .. }))
    }
}

/// Who stays away, and what is not decided yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recusals<'a> {
    /// Each pair once, by target and then by inspector.
    pub pairs: Vec<Pair<'a>>,
    /// Requests without a decision between those who nothing else keeps apart: inspector and target. Until it is decided the
    /// inspector may go, but a list that is sealed now does not know of it.
    pub undecided: Vec<(usize, usize)>,
}

/// Who stays away from whom in these days.
pub fn recusals<'a>(known: &Known<'a>) -> Recusals<'a> {
    let mut found: Vec<(usize, usize, Reason<'a>)> = Vec::new();
    found.extend(conflicts(known));
    found.extend(granted(known));
    found.extend(rotation(known));
    found.sort_unstable();
    found.dedup();
    let mut pairs: Vec<Pair<'a>> = Vec::new();
    for (target, inspector, reason) in found {
        match pairs.last_mut() {
            Some(pair) if (pair.target, pair.inspector) == (target, inspector) => pair.reasons.push(reason),
            _ => pairs.push(Pair {
                inspector,
                target,
                reasons: vec![reason],
            }),
        }
    }
    let undecided = undecided(known, &pairs);
    Recusals { pairs, undecided }
}

/// Those that hold on any day of the period. Of whose beginning or end nothing is known, it is taken to hold.
fn conflicts<'a>(known: &Known<'a>) -> impl Iterator<Item = (usize, usize, Reason<'a>)> {
    // Days given the wrong way round are the same days.
    let (from, to) = (known.from.min(known.to), known.from.max(known.to));
    let holds = move |conflict: &&Conflict<'a>| {
        conflict.since.is_none_or(|since| since <= to) && conflict.until.is_none_or(|until| until >= from)
    };
    known.conflicts.iter().filter(holds).map(|conflict| {
        let reason = Reason::Conflict {
            relation: conflict.relation,
            since: conflict.since,
            until: conflict.until,
        };
        (conflict.target, conflict.inspector, reason)
    })
}

fn granted<'a>(known: &Known<'a>) -> impl Iterator<Item = (usize, usize, Reason<'a>)> {
    let granted = known.requests.iter().filter(|r| r.decision == Decision::Granted);
    granted.map(|request| (request.target, request.inspector, Reason::Request))
}

/// Of each pair the last visit before the period, where it is not longer ago than the rule says.
fn rotation<'a>(known: &Known<'a>) -> Vec<(usize, usize, Reason<'a>)> {
    let from = known.from.min(known.to);
    let Some(earliest) = months_before(from, known.rotation_months).filter(|_| known.rotation_months > 0)
    else {
        return Vec::new();
    };
    let recent = known
        .visits
        .iter()
        .filter(|visit| (earliest..from).contains(&visit.day));
    let mut last: Vec<_> = recent
        .map(|visit| (visit.target, visit.inspector, visit.day))
        .collect();
    last.sort_unstable_by(|one, other| other.cmp(one));
    last.dedup_by_key(|(target, inspector, _)| (*target, *inspector));
    let reason = |(target, inspector, last)| (target, inspector, Reason::Rotation { last });
    last.into_iter().map(reason).collect()
}

fn undecided(known: &Known<'_>, pairs: &[Pair<'_>]) -> Vec<(usize, usize)> {
    let open = known.requests.iter().filter(|r| r.decision == Decision::Open);
    let apart = |target: usize, inspector: usize| {
        let place = pairs.binary_search_by_key(&(target, inspector), |pair| (pair.target, pair.inspector));
        place.is_ok()
    };
    let mut open: Vec<_> = open.map(|r| (r.target, r.inspector)).collect();
    open.sort_unstable();
    open.dedup();
    open.retain(|(target, inspector)| !apart(*target, *inspector));
    open.into_iter()
        .map(|(target, inspector)| (inspector, target))
        .collect()
}

/// The same day so many months earlier, or the last of that month where it has no such day. Before the first year there is
/// nothing.
fn months_before(day: Day, months: u32) -> Option<Day> {
    let first = Day::new(1, 1, 1);
    let at = u32::from(day.year()) * 12 + u32::from(day.month()) - 1;
    let Some(at) = at.checked_sub(months).filter(|at| *at >= 12) else {
        return first;
    };
    let (year, month) = (u16::try_from(at / 12).ok()?, u8::try_from(at % 12 + 1).ok()?);
    Day::new(year, month, day.day()).or_else(|| Day::last_of_month(year, month))
}
