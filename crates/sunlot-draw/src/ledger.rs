//! The amendments as a whole: which are accepted, which count, and what they come to.
//!
//! A pure function of the list. Withdrawing takes an amendment out of it as if it had never been, so an order of
//! steps never matters: only what counts in the end.

use std::collections::{BTreeMap, BTreeSet};

use crate::amendment::{Amendment, Change, Colleague, Entry};
use crate::crews::Pool;
use crate::leaf::Inspector;
use crate::manifest::Manifest;
use crate::record::{Outcome, Place};
use crate::text::{Id, Text};

/// Why an amendment is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Its time is before that of the one before it.
    Earlier,
    /// Everything is cancelled.
    Cancelled,
    /// The row does not stand.
    NotStanding(Place),
    /// The stratum has no reserve left.
    NoReserve(Text),
    /// The inspector is not in force.
    NotInForce(Id),
    /// The inspector is in force.
    InForce(Id),
    /// The inspector is known by another name, department or skill.
    KnownOtherwise(Id),
    /// Nobody is known by this id.
    UnknownInspector(Id),
    /// There is no such number.
    UnknownPlace(Place),
    /// Recused already.
    AlreadyRecused(Id, Place),
    /// There is no such amendment before this one.
    NoSuchAmendment(u64),
    /// A withdrawal cannot be withdrawn.
    IsWithdrawal(u64),
    /// Withdrawn already.
    AlreadyWithdrawn(u64),
    /// Without the withdrawn one, this later one could not stand.
    Breaks(u64),
}

/// What a list of amendments comes to.
pub(crate) struct Ledger<'a> {
    base: Base<'a>,
    amendments: Vec<&'a Amendment>,
    /// By amendment: whether it was accepted and is not withdrawn.
    counts: Vec<bool>,
    withdrawn: BTreeSet<usize>,
    state: State<'a>,
    /// By stratum: the most reserves that were in use at any time.
    ever_used: BTreeMap<&'a str, usize>,
}

/// What the draw left behind; no amendment changes it.
struct Base<'a> {
    manifest: &'a Manifest,
    pool: Pool<'a>,
    /// Where each drawn row stands; a result that names one twice fails elsewhere, and is followed all the same.
    rows: BTreeMap<&'a Place, Vec<usize>>,
    /// By stratum, in order.
    reserves: BTreeMap<&'a str, Vec<&'a Place>>,
    inspectors: BTreeMap<&'a str, Colleague>,
}

/// What the amendments that count have changed.
#[derive(Default)]
struct State<'a> {
    /// By place of a drawn row: who stands there now, if anybody.
    moved: BTreeMap<usize, Option<&'a Place>>,
    /// Reserves that stand, and where.
    replacing: BTreeMap<&'a Place, Vec<usize>>,
    /// By stratum: how many reserves are in use.
    used: BTreeMap<&'a str, usize>,
    out: BTreeSet<&'a str>,
    borrowed: Vec<&'a Colleague>,
    /// The same by id.
    borrowed_by_id: BTreeMap<&'a str, &'a Colleague>,
    recused: BTreeSet<(&'a str, &'a Place)>,
    fill: bool,
    cancelled: bool,
}

impl<'a> Ledger<'a> {
    /// An empty ledger over what was drawn.
    pub fn new(manifest: &'a Manifest, outcome: &'a Outcome) -> Self {
        let mut rows: BTreeMap<&Place, Vec<usize>> = BTreeMap::new();
        for (at, row) in outcome.selected.iter().enumerate() {
            rows.entry(&row.place).or_default().push(at);
        }
        let mut reserves: BTreeMap<&str, Vec<&Place>> = BTreeMap::new();
        for place in &outcome.reserves {
            reserves.entry(&place.stratum).or_default().push(place);
        }
        let pool = Pool::new(manifest);
        let known = |(_, i): (usize, &'a Inspector)| {
            let colleague = Colleague {
                dept: i.dept.clone(),
                id: i.id.clone(),
                name: i.name.clone(),
                skills: i.skills.clone(),
            };
            (&*i.id, colleague)
        };
        let inspectors = pool.inspectors().map(known).collect();
        Self {
            base: Base {
                manifest,
                pool,
                rows,
                reserves,
                inspectors,
            },
            amendments: Vec::new(),
            counts: Vec::new(),
            withdrawn: BTreeSet::new(),
            state: State::default(),
            ever_used: BTreeMap::new(),
        }
    }

    /// What was drawn, and all amendments after it. A refused one does not count; the verifier says so elsewhere.
    pub fn settled(
        manifest: &'a Manifest,
        outcome: &'a Outcome,
        amendments: impl IntoIterator<Item = &'a Entry>,
    ) -> Self {
        let mut ledger = Self::new(manifest, outcome);
        for entry in amendments {
            let _ = ledger.add(&entry.amendment);
        }
        ledger
    }

    /// Adds the next amendment. A refused one does not count, and the ledger goes on without it.
    pub fn add(&mut self, amendment: &'a Amendment) -> Result<(), Refusal> {
        let judged = self.judge(amendment);
        self.amendments.push(amendment);
        self.counts
            .push(judged.is_ok() && !matches!(amendment.change, Change::Withdraw(_)));
        // Nothing else uses up a reserve, and what a withdrawal gives back was used all the same.
        if let Change::DropTarget { place, .. } = &amendment.change {
            let used = self.state.used.get(&*place.stratum).copied().unwrap_or_default();
            let most = self.ever_used.entry(&place.stratum).or_default();
            *most = (*most).max(used);
        }
        judged
    }

    fn judge(&mut self, amendment: &'a Amendment) -> Result<(), Refusal> {
        if self
            .amendments
            .last()
            .is_some_and(|before| amendment.at.is_before(&before.at))
        {
            return Err(Refusal::Earlier);
        }
        match &amendment.change {
            Change::Withdraw(of) => self.withdraw(*of),
            change => self.state.apply(&self.base, change),
        }
    }

    fn withdraw(&mut self, of: u64) -> Result<(), Refusal> {
        let number = usize::try_from(of)
            .ok()
            .filter(|number| (1..=self.amendments.len()).contains(number));
        let at = number.ok_or(Refusal::NoSuchAmendment(of))? - 1;
        if matches!(self.amendments[at].change, Change::Withdraw(_)) {
            return Err(Refusal::IsWithdrawal(of));
        }
        if self.withdrawn.contains(&at) {
            return Err(Refusal::AlreadyWithdrawn(of));
        }
        let mut state = State::default();
        for (other, amendment) in self.amendments.iter().enumerate() {
            if other != at && self.counts[other] && state.apply(&self.base, &amendment.change).is_err() {
                return Err(Refusal::Breaks(other as u64 + 1));
            }
        }
        self.state = state;
        self.counts[at] = false;
        self.withdrawn.insert(at);
        Ok(())
    }

    /// The amendments that count, in order.
    pub fn counting(&self) -> impl Iterator<Item = &'a Amendment> {
        self.amendments
            .iter()
            .zip(&self.counts)
            .filter(|(_, counts)| **counts)
            .map(|(amendment, _)| *amendment)
    }

    /// The row that stands at this place of the draw's list: the drawn one (none), a reserve, or nobody.
    pub fn moved(&self, row: usize) -> Option<Option<&'a Place>> {
        self.state.moved.get(&row).copied()
    }

    /// Whether everything is cancelled.
    pub const fn is_cancelled(&self) -> bool {
        self.state.cancelled
    }

    /// Whether slots that the draw left empty are to be taken.
    pub const fn fills(&self) -> bool {
        self.state.fill
    }

    /// Whether this inspector is in force.
    pub fn in_force(&self, inspector: &str) -> bool {
        self.state.known(&self.base, inspector).is_some() && !self.state.out.contains(inspector)
    }

    /// Whether this inspector must not go there.
    pub fn is_recused(&self, inspector: &str, place: &Place) -> bool {
        self.base.pool.is_recused(inspector, place) || self.state.recused.contains(&(inspector, place))
    }

    /// By amendment: whether it counts.
    pub fn counts(&self) -> &[bool] {
        &self.counts
    }

    /// Those borrowed, in the order of first coming in.
    pub fn borrowed(&self) -> &[&'a Colleague] {
        &self.state.borrowed
    }

    /// Reserves that stood at any time.
    pub fn ever_standing(&self) -> impl Iterator<Item = &'a Place> {
        let used = |(stratum, most): (&&'a str, &usize)| {
            let reserves = self
                .base
                .reserves
                .get(stratum)
                .map(Vec::as_slice)
                .unwrap_or_default();
            reserves.iter().take(*most).copied().collect::<Vec<_>>()
        };
        self.ever_used.iter().flat_map(used)
    }

    pub const fn manifest(&self) -> &'a Manifest {
        self.base.manifest
    }

    pub const fn pool(&self) -> &Pool<'a> {
        &self.base.pool
    }
}

impl<'a> State<'a> {
    /// One amendment that counts, unless it is refused; then nothing has changed.
    fn apply(&mut self, base: &Base<'a>, change: &'a Change) -> Result<(), Refusal> {
        if self.cancelled {
            return Err(Refusal::Cancelled);
        }
        match change {
            Change::DropTarget { place, replace } => self.drop_target(base, place, *replace)?,
            Change::InspectorOut(id) => {
                if self.known(base, id).is_none() || !self.out.insert(id) {
                    return Err(Refusal::NotInForce(id.clone()));
                }
            }
            Change::InspectorIn(colleague) => self.inspector_in(base, colleague)?,
            Change::Recuse { inspector, place } => self.recuse(base, inspector, place)?,
            Change::Fill => self.fill = true,
            Change::Cancel => self.cancelled = true,
            // A withdrawal changes which others count; the ledger sees to that.
            Change::Withdraw(_) => {}
        }
        Ok(())
    }

    fn drop_target(&mut self, base: &Base<'a>, place: &'a Place, replace: bool) -> Result<(), Refusal> {
        let drawn = base.rows.get(place).into_iter().flatten();
        let replacing = self.replacing.get(place).into_iter().flatten();
        let standing = drawn.filter(|row| !self.moved.contains_key(row)).chain(replacing);
        let row = standing.min().copied();
        let row = row.ok_or_else(|| Refusal::NotStanding(place.clone()))?;
        let mut next = None;
        if replace {
            let used = self.used.get(&*place.stratum).copied().unwrap_or_default();
            let reserves = base.reserves.get(&*place.stratum);
            let reserve = reserves.and_then(|reserves| reserves.get(used)).copied();
            next = Some(reserve.ok_or_else(|| Refusal::NoReserve(place.stratum.clone()))?);
            self.used.insert(&place.stratum, used + 1);
        }
        if let Some(rows) = self.replacing.get_mut(place) {
            rows.retain(|other| *other != row);
        }
        self.moved.insert(row, next);
        if let Some(reserve) = next {
            self.replacing.entry(reserve).or_default().push(row);
        }
        Ok(())
    }

    fn inspector_in(&mut self, base: &Base<'a>, colleague: &'a Colleague) -> Result<(), Refusal> {
        match self.known(base, &colleague.id) {
            Some(_) if !self.out.contains(&*colleague.id) => {
                return Err(Refusal::InForce(colleague.id.clone()));
            }
            Some(known) if known != colleague => return Err(Refusal::KnownOtherwise(colleague.id.clone())),
            Some(_) => {
                self.out.remove(&*colleague.id);
            }
            None => {
                self.borrowed.push(colleague);
                self.borrowed_by_id.insert(&colleague.id, colleague);
            }
        }
        Ok(())
    }

    fn recuse(&mut self, base: &Base<'a>, inspector: &'a Id, place: &'a Place) -> Result<(), Refusal> {
        if self.known(base, inspector).is_none() {
            return Err(Refusal::UnknownInspector(inspector.clone()));
        }
        if base.manifest.target(&place.stratum, place.number).is_none() {
            return Err(Refusal::UnknownPlace(place.clone()));
        }
        if base.pool.is_recused(inspector, place) || !self.recused.insert((inspector, place)) {
            return Err(Refusal::AlreadyRecused(inspector.clone(), place.clone()));
        }
        Ok(())
    }

    fn known<'s>(&'s self, base: &'s Base<'a>, inspector: &str) -> Option<&'s Colleague> {
        let borrowed = || self.borrowed_by_id.get(inspector).copied();
        base.inspectors.get(inspector).or_else(borrowed)
    }
}
