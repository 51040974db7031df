//! What a manifest must fulfil before it may be sealed, and contributions before they may be drawn from.
//!
//! Every violation is found, each with its place. That texts, ids and times are well formed is known from their
//! types; what the types leave open is `form`'s.

use hashbrown::HashSet;
use rustc_hash::FxBuildHasher;

use crate::form::check_form;
use crate::hex::Digest;
use crate::leaf::{Leaf, Target};
use crate::manifest::{Manifest, QuotaRule, StrataByKey, Stratum};
use crate::problem::{Breach, Problems, Quote};
use crate::record::{Place, Stage, Void};
use crate::text::{Id, Text, is_digits};

type Seen<'m> = HashSet<&'m Id, FxBuildHasher>;

/// Where the manifest stands in a published file, before each path.
const MANIFEST: &str = "record.manifest";

/// Every rule of section 1 that this manifest breaks. Sealed leaves are passed over.
pub fn check_manifest(manifest: &Manifest) -> Problems<Breach> {
    let mut found = Problems::default();
    check_chain(manifest, &mut found);
    check_challenge(manifest, &mut found);
    let pool = check_strata(manifest, &mut found);
    check_exclusions(manifest, &pool, &mut found);
    check_inspectors(manifest, &mut found);
    check_recusals(manifest, &mut found);
    check_form(manifest, &mut found);
    found
}

/// One number per seat; none is missing in a drawn record, and none is there where no card was down.
pub fn check_contributions(
    seats: usize,
    contributions: &[Option<Text>],
    void: Option<&Void>,
) -> Problems<Breach> {
    let mut found = Problems::default();
    if seats != contributions.len() {
        let breach = Breach::Contributions {
            seats,
            contributions: contributions.len(),
        };
        found.add(|| "record.contributions".to_owned(), breach);
    }
    for (at, contribution) in contributions.iter().enumerate() {
        let breach = match (contribution, void.map(|void| void.stage)) {
            (Some(number), _) if !is_digits(number) => Breach::Digits,
            (Some(_), Some(Stage::Sealed)) => Breach::NumberBeforeCards,
            (None, None) => Breach::NumberMissing,
            _ => continue,
        };
        found.add(|| format!("record.contributions[{at}]"), breach);
    }
    found
}

fn check_chain(manifest: &Manifest, found: &mut Problems<Breach>) {
    let sequence = manifest.sequence;
    if sequence == 0 {
        return found.add(|| format!("{MANIFEST}.sequence"), Breach::Sequence);
    }
    match (sequence == 1, manifest.previous == Digest::ZERO) {
        (true, false) => found.add(|| format!("{MANIFEST}.previous"), Breach::PreviousOfFirst),
        (false, true) => found.add(|| format!("{MANIFEST}.previous"), Breach::PreviousMissing),
        _ => {}
    }
    if !(1..=sequence).contains(&manifest.attempt) {
        let breach = Breach::Attempt {
            sequence,
            attempt: manifest.attempt,
        };
        found.add(|| format!("{MANIFEST}.attempt"), breach);
    }
    let mut before = 0;
    for (at, amended) in manifest.amended.iter().enumerate() {
        if amended.sequence <= before || amended.sequence >= sequence {
            let breach = Breach::Amended {
                sequence,
                found: amended.sequence,
            };
            found.add(|| format!("{MANIFEST}.amended[{at}].sequence"), breach);
        }
        before = amended.sequence;
    }
}

fn check_challenge(manifest: &Manifest, found: &mut Problems<Breach>) {
    let breach = match manifest.seats.is_empty() {
        true if !manifest.challenge.is_empty() => Breach::ChallengeWithoutSeats,
        false if !is_digits(&manifest.challenge) => Breach::Challenge,
        _ => return,
    };
    found.add(|| format!("{MANIFEST}.challenge"), breach);
}

/// Answers the ids of all targets.
fn check_strata<'m>(manifest: &'m Manifest, found: &mut Problems<Breach>) -> Seen<'m> {
    if manifest.strata.is_empty() {
        found.add(|| format!("{MANIFEST}.strata"), Breach::NoStratum);
    }
    let mut keys = HashSet::with_hasher(FxBuildHasher);
    let targets = manifest.strata.iter().map(|stratum| stratum.targets.len()).sum();
    let mut pool = Seen::with_capacity_and_hasher(targets, FxBuildHasher);
    for (at, stratum) in manifest.strata.iter().enumerate() {
        let path = |rest: &str| format!("{MANIFEST}.strata[{at}].{rest}");
        if !keys.insert(&stratum.key) {
            found.add(|| path("key"), Breach::StratumTwice(Quote::of(&stratum.key)));
        }
        check_quota(stratum, path, found);
        check_targets(&stratum.targets, path, &mut pool, found);
    }
    pool
}

fn check_quota(stratum: &Stratum, path: impl Fn(&str) -> String, found: &mut Problems<Breach>) {
    let (size, quota, reserve) = (stratum.size(), stratum.quota, stratum.reserve);
    match (stratum.rule.quota(size), &stratum.rule) {
        (None, QuotaRule::Rate(rate)) => found.add(|| path("rule.bp"), Breach::Rate(rate.bp)),
        (Some(expected), _) if expected != quota => {
            found.add(
                || path("quota"),
                Breach::Quota {
                    size,
                    expected,
                    quota,
                },
            );
        }
        _ => {}
    }
    if quota.checked_add(reserve).is_none_or(|count| count > size) {
        found.add(|| path("reserve"), Breach::Reserve { size, quota, reserve });
    }
}

fn check_targets<'m>(
    targets: &'m [Leaf<Target>],
    path: impl Fn(&str) -> String,
    pool: &mut Seen<'m>,
    found: &mut Problems<Breach>,
) {
    let mut before: Option<&Id> = None;
    for (at, leaf) in targets.iter().enumerate() {
        let Some(target) = leaf.open() else { continue };
        let breach = if !pool.insert(&target.id) {
            Some(Breach::Twice(target.id.clone()))
        } else {
            before
                .filter(|before| target.id < **before)
                .map(|before| out_of_order(&target.id, before))
        };
        if let Some(breach) = breach {
            found.add(|| path(&format!("targets[{at}].id")), breach);
        }
        before = Some(&target.id);
    }
}

fn out_of_order(id: &Id, before: &Id) -> Breach {
    Breach::Order {
        id: id.clone(),
        before: before.clone(),
    }
}

fn check_exclusions<'m>(manifest: &'m Manifest, pool: &Seen<'m>, found: &mut Problems<Breach>) {
    let mut seen = Seen::default();
    for (at, exclusion) in manifest.exclusions.iter().enumerate() {
        let Some(exclusion) = exclusion.open() else {
            continue;
        };
        let path = || format!("{MANIFEST}.exclusions[{at}].id");
        let twice = !seen.insert(&exclusion.id);
        if pool.contains(&exclusion.id) {
            found.add(path, Breach::ExcludedInPool(exclusion.id.clone()));
        } else if twice {
            found.add(path, Breach::Twice(exclusion.id.clone()));
        }
    }
}

fn check_inspectors(manifest: &Manifest, found: &mut Problems<Breach>) {
    let mut seen = Seen::default();
    let mut before: Option<&Id> = None;
    for (at, inspector) in manifest.inspectors.iter().enumerate() {
        let id = &inspector.id;
        let breach = if !seen.insert(id) {
            Some(Breach::Twice(id.clone()))
        } else {
            before
                .filter(|before| id < *before)
                .map(|before| out_of_order(id, before))
        };
        if let Some(breach) = breach {
            found.add(|| format!("{MANIFEST}.inspectors[{at}].id"), breach);
        }
        before = Some(id);
    }
}

fn check_recusals(manifest: &Manifest, found: &mut Problems<Breach>) {
    let known: Seen<'_> = manifest
        .inspectors
        .iter()
        .map(|inspector| &inspector.id)
        .collect();
    let strata = StrataByKey::new(manifest);
    for (at, recusal) in manifest.recusals.iter().enumerate() {
        let path = |rest: &str| format!("{MANIFEST}.recusals[{at}].{rest}");
        if !known.contains(&recusal.inspector) {
            found.add(
                || path("inspector"),
                Breach::UnknownInspector(recusal.inspector.clone()),
            );
        }
        match strata.stratum(&recusal.stratum) {
            None => found.add(
                || path("stratum"),
                Breach::UnknownStratum(Quote::of(&recusal.stratum)),
            ),
            Some(stratum) if stratum.target(recusal.number).is_none() => {
                let place = Place::new(recusal.stratum.clone(), recusal.number);
                found.add(|| path("number"), Breach::UnknownPlace(place));
            }
            Some(_) => {}
        }
    }
}
