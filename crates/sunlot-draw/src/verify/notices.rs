//! Notices: what never makes a file invalid, and what a reader should know before trusting it.

use std::collections::BTreeSet;

use crate::amendment::Change;
use crate::crews::Choice;
use crate::free::Free;
use crate::leaf::Leaf;
use crate::ledger::Ledger;
use crate::manifest::Manifest;
use crate::record::{Place, Published, Record};

use super::Given;

/// Fewer than so many digits in all can be tried out.
const ENOUGH_DIGITS: usize = 20;

/// With fewer to choose from there is little chance in it.
const FEW: usize = 3;

/// How many scarce places a notice lists.
const LISTED: usize = 8;

/// Something to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// No seat: the outcome hangs on the machine's secret alone.
    NoWitness,
    /// So few digits in all.
    FewDigits(usize),
    /// The secret is lost.
    LostSecret,
    /// A void with a missing number: what would have been cannot be seen.
    HiddenResult,
    /// Nobody signed.
    Unsigned,
    /// The fingerprint was not compared.
    UnpinnedStation,
    /// So many sealed leaves.
    SealedLeaves(usize),
    /// So many empty slots in standing rows.
    UnfilledSlots(usize),
    /// So many amendments.
    Amended(usize),
    /// So many people from outside the list.
    Borrowed(usize),
    /// So many recusals touch selected rows.
    Recused(usize),
    /// The attempt, when it is not the first.
    Attempt(u64),
    /// Little to choose from: the first few places, and how many in all.
    TinyPool(Vec<Scarce>, usize),
    /// Only a rehearsal.
    Rehearsal,
}

/// A place with little to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scarce {
    /// A stratum with so few targets.
    Stratum(String, u64),
    /// A slot (from 1) of a row with so few who fit.
    Slot(Place, usize, usize),
}

impl Notice {
    /// As the protocol names it.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoWitness => "no-witness",
            Self::FewDigits(_) => "few-digits",
            Self::LostSecret => "lost-secret",
            Self::HiddenResult => "hidden-result",
            Self::Unsigned => "unsigned",
            Self::UnpinnedStation => "unpinned-station",
            Self::SealedLeaves(_) => "sealed-leaves",
            Self::UnfilledSlots(_) => "unfilled-slots",
            Self::Amended(_) => "amended",
            Self::Borrowed(_) => "borrowed",
            Self::Recused(_) => "recused",
            Self::Attempt(_) => "attempt",
            Self::TinyPool(..) => "tiny-pool",
            Self::Rehearsal => "rehearsal",
        }
    }
}

/// Every notice on this file, in the protocol's order.
pub(super) fn notices(published: &Published, given: &Given) -> Vec<Notice> {
    let record = &published.record;
    let manifest = &record.manifest;
    let digits = record
        .contributions
        .iter()
        .flatten()
        .map(|number| number.chars().count())
        .sum();
    let hidden = record.void.is_some() && record.contributions.iter().any(Option::is_none);
    let pinned = given.fingerprint().is_some() || given.sheet().is_some_and(|sheet| sheet.station.is_some());
    let sealed = sealed_leaves(manifest);
    let unfilled = published
        .standing
        .iter()
        .flat_map(|row| &row.crew)
        .filter(|slot| slot.is_none())
        .count();
    let (borrowed, recused) = outsiders_and_recusals(published);
    let (scarce, scarce_in_all) = scarce(record);
    let rehearsal = manifest.ext.as_ref().and_then(|ext| ext.get("rehearsal")) == Some(&Free::Truth(true));
    let when = |holds: bool, notice: Notice| holds.then_some(notice);
    [
        when(manifest.seats.is_empty(), Notice::NoWitness),
        when(digits < ENOUGH_DIGITS, Notice::FewDigits(digits)),
        when(record.secret.is_none(), Notice::LostSecret),
        when(hidden, Notice::HiddenResult),
        when(published.signatures.is_empty(), Notice::Unsigned),
        when(!pinned, Notice::UnpinnedStation),
        when(sealed > 0, Notice::SealedLeaves(sealed)),
        when(unfilled > 0, Notice::UnfilledSlots(unfilled)),
        when(
            !published.amendments.is_empty(),
            Notice::Amended(published.amendments.len()),
        ),
        when(borrowed > 0, Notice::Borrowed(borrowed)),
        when(recused > 0, Notice::Recused(recused)),
        when(manifest.attempt > 1, Notice::Attempt(manifest.attempt)),
        when(scarce_in_all > 0, Notice::TinyPool(scarce, scarce_in_all)),
        when(rehearsal, Notice::Rehearsal),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn sealed_leaves(manifest: &Manifest) -> usize {
    let targets = manifest
        .strata
        .iter()
        .flat_map(|stratum| &stratum.targets)
        .filter(|leaf| leaf.is_sealed())
        .count();
    targets
        + manifest
            .exclusions
            .iter()
            .filter(|leaf: &&Leaf<_>| leaf.is_sealed())
            .count()
}

/// How many people came from outside the list, and how many recusals touch selected rows.
fn outsiders_and_recusals(published: &Published) -> (usize, usize) {
    let record = &published.record;
    let Some(outcome) = &record.result else {
        return (0, 0);
    };
    let selected: BTreeSet<&Place> = outcome.selected.iter().map(|row| &row.place).collect();
    let amendments = published.amendments.iter().filter(|_| record.void.is_none());
    let ledger = Ledger::settled(&record.manifest, outcome, amendments);
    let sealed = record.manifest.recusals.iter();
    let sealed = sealed.map(|r| (r.inspector.clone(), Place::new(r.stratum.clone(), r.number)));
    let added = ledger.counting().filter_map(|amendment| match &amendment.change {
        Change::Recuse { inspector, place } => Some((inspector.clone(), place.clone())),
        _ => None,
    });
    let pairs: BTreeSet<_> = sealed
        .chain(added)
        .filter(|(_, place)| selected.contains(place))
        .collect();
    (ledger.borrowed().len(), pairs.len())
}

/// Strata with hardly a target, and slots of selected rows that hardly anybody fits.
fn scarce(record: &Record) -> (Vec<Scarce>, usize) {
    let manifest = &record.manifest;
    let few = |stratum: &&crate::manifest::Stratum| stratum.quota > 0 && stratum.targets.len() < FEW;
    let strata = manifest.strata.iter().filter(few);
    let mut listed = Vec::new();
    let mut total = 0;
    let mut add = |scarce: Scarce| {
        total += 1;
        if listed.len() < LISTED {
            listed.push(scarce);
        }
    };
    strata.for_each(|stratum| {
        add(Scarce::Stratum(
            crate::problem::Quote::of(&stratum.key).to_string(),
            stratum.size(),
        ))
    });
    let choice = Choice::new(manifest);
    for row in record.result.iter().flat_map(|outcome| &outcome.selected) {
        for (slot, fitting) in choice.wide(&row.place).enumerate() {
            if fitting < FEW {
                add(Scarce::Slot(row.place.clone(), slot + 1, fitting));
            }
        }
    }
    (listed, total)
}
