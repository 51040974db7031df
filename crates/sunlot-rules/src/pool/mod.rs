//! The pool: who may be drawn, how many of whom, and why not the others. Every target in scope is in exactly one stratum or left out
//! with its reason; those outside the scope are counted (D-07, D-08).
//!
//! The registry is lent by whoever holds it, and a task says what it wants as data. Who is drawn is `sunlot-draw`'s; what a
//! reason is called is for others.

mod bounds;
mod clause;
mod judge;
mod patterns;
mod registry;
mod stratum;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::cap::{CapException, Count};
use crate::day::Day;
use crate::profile::RuleProfile;
use crate::roster::words::RegistrationStatus;

pub use bounds::{BoundFault, ItemBounds, check as check_bounds};
pub use clause::{Clause, ClauseFault, Field, bit, check as check_clauses};
pub use patterns::Pattern;
pub use registry::{Column, Registry, Values, Visits};
pub use stratum::{
    Drawn, MOST as MOST_STRATA, Quota, StratumFault, StratumRemark, StratumRule, check as check_strata, key,
};

/// What a task wants drawn from.
#[derive(Clone, Debug)]
pub struct PoolRequest<'q> {
    /// Who is in scope: what the plan or the task says.
    pub scope: &'q [Clause],
    /// Tags of the targets that the items are for; empty: the items name none. No scope reaches beyond them (N-09, D-08).
    pub item_tags: &'q [String],
    /// The strata, the first that fits takes a target.
    pub strata: &'q [StratumRule],
    /// The first day of the visits.
    pub from: Day,
    /// The profile that the draw uses.
    pub profile: &'q RuleProfile,
    /// The document of the office above that ordered the task; empty: none did.
    pub superior: &'q str,
    /// Whether all items are of a key field.
    pub key_area: bool,
    /// Who is left out by a decision, with its number.
    pub by_hand: &'q BTreeMap<usize, i64>,
    /// Who is due for a visit of another task in the same window, with what that is.
    pub due: &'q BTreeMap<usize, i64>,
}

/// What becomes of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// It is not in scope.
    Outside(Outside),
    /// It is in scope and left out.
    Excluded(Excluded),
    /// It can be drawn, in this stratum from 0.
    In(u8),
    /// No stratum is for it. Sealing is refused then.
    Fallen,
}

/// Why a target is not in scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outside {
    /// It was taken out of the registry.
    Removed,
    /// The items are not for its kind of target.
    NotOfItems,
    /// This clause of the scope does not hold, from 0.
    Clause(u8),
}

/// Why a target in scope is left out: the first of these that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Excluded {
    /// It is suspended in the registry.
    Suspended,
    /// It is not in business.
    Inactive,
    /// Somebody decided so.
    ByHand,
    /// It is visited with another task in the same window (N-13).
    Merged,
    /// It was visited a few days ago.
    VisitedLately,
    /// It was visited often enough this year (N-03).
    CapReached,
}

/// The pool.
#[derive(Clone, Debug)]
pub struct Pool {
    /// What becomes of each target of the registry.
    pub places: Vec<Place>,
    /// Who is in each stratum, by place in the registry.
    pub strata: Vec<Vec<usize>>,
    /// Who is left out, and why.
    pub excluded: Vec<(usize, Excluded)>,
    /// Who is in although the cap is reached, and why.
    pub exceptions: Vec<(usize, CapException)>,
    /// How many are outside, and why.
    pub outside: BTreeMap<Outside, u64>,
    /// How many no stratum is for.
    pub fallen: u64,
    /// How many of the pool the other way of counting a year would leave out.
    pub beside: u64,
    /// How many of the pool were visited this year already, so that a visit would be one more (C-01).
    pub visited_this_year: u64,
}

/// Everything that is known about one target and this pool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// What becomes of it.
    pub place: Place,
    /// Every reason against it, not only the first.
    pub reasons: Vec<Excluded>,
    /// The exception that lets it in, if it needs one.
    pub exception: Option<CapException>,
    /// How often it was visited.
    pub count: Count,
    /// Its status where that is a known word.
    pub status: Option<RegistrationStatus>,
}

impl Pool {
    /// How many can be drawn.
    pub fn size(&self) -> usize {
        self.strata.iter().map(Vec::len).sum()
    }

    /// How many are in scope: in the pool, left out, or fallen through.
    pub fn in_scope(&self) -> usize {
        let fallen = self
            .places
            .iter()
            .filter(|place| **place == Place::Fallen)
            .count();
        self.size() + self.excluded.len() + fallen
    }

    /// How many are left out for each reason.
    pub fn excluded_by(&self) -> BTreeMap<Excluded, u64> {
        let mut sums = BTreeMap::new();
        for (_, reason) in &self.excluded {
            *sums.entry(*reason).or_insert(0) += 1;
        }
        sums
    }
}

/// Makes the pool.
pub fn build(registry: &Registry<'_>, request: &PoolRequest<'_>) -> Pool {
    let judge = judge::Judge::new(registry, request);
    let mut pool = Pool {
        places: Vec::with_capacity(registry.count()),
        strata: vec![Vec::new(); request.strata.len()],
        excluded: Vec::new(),
        exceptions: Vec::new(),
        outside: BTreeMap::new(),
        fallen: 0,
        beside: 0,
        visited_this_year: 0,
    };
    for at in 0..registry.count() {
        let judged = judge.judge(at);
        pool.places.push(judged.place);
        match judged.place {
            Place::Outside(why) => *pool.outside.entry(why).or_insert(0) += 1,
            Place::Excluded(why) => pool.excluded.push((at, why)),
            Place::Fallen => pool.fallen += 1,
            Place::In(stratum) => {
                if let Some(stratum) = pool.strata.get_mut(usize::from(stratum)) {
                    stratum.push(at);
                }
                pool.beside += u64::from(judged.beside);
                pool.visited_this_year += u64::from(judged.count.this_year > 0);
                pool.exceptions.extend(judged.exception.map(|why| (at, why)));
            }
        }
    }
    pool
}

/// Whether a target would be in scope if it were in the registry, wherever it stands there.
pub fn fits(registry: &Registry<'_>, request: &PoolRequest<'_>, at: usize) -> bool {
    judge::Judge::new(registry, request).fits(at)
}

/// Says of one target all that decides.
pub fn explain(registry: &Registry<'_>, request: &PoolRequest<'_>, at: usize) -> Explained {
    judge::Judge::new(registry, request).explain(at)
}

/// How many of these would be in scope if they were in the registry.
pub fn fitting(registry: &Registry<'_>, request: &PoolRequest<'_>, among: &[usize]) -> usize {
    let judge = judge::Judge::new(registry, request);
    among.iter().filter(|at| judge.fits(**at)).count()
}
