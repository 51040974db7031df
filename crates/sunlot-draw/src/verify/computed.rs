//! The checks that recompute: commitment, seed, selection, crews, digest, amendments, signatures.

use std::collections::BTreeSet;

use crate::commitment::commitment as commit;
use crate::crews::Assignment;
use crate::draw::seed as make_seed;
use crate::hex::Digest;
use crate::ledger::Ledger;
use crate::problem::{Difference, Mismatch, Problems, Quote};
use crate::record::{Outcome, Place, Published, Record, Row};
use crate::selection::draw_places;
use crate::signature;
use crate::standing::{standing, standing_rows};

use super::report::{Cause, Reason, Skip, Verdict};

pub(super) fn commitment(record: &Record, digest: &Digest) -> Verdict {
    let Some(secret) = &record.secret else {
        return Verdict::Skipped(Skip::SecretLost);
    };
    let expected = commit(record.manifest.protocol, digest, secret);
    same_digest(Some(expected), Some(record.commitment))
}

pub(super) fn seed(record: &Record) -> Verdict {
    let expected = make_seed(
        record.manifest.protocol,
        &record.commitment,
        record.secret.as_ref(),
        &record.contributions,
    );
    match same_digest(expected, record.seed) {
        Verdict::Pass if record.secret.is_none() => Verdict::Skipped(Skip::SecretLost),
        verdict => verdict,
    }
}

pub(super) fn digest(published: &Published, manifest: &Digest) -> Verdict {
    same_digest(Some(published.record.digest(manifest)), Some(published.digest))
}

fn same_digest(expected: Option<Digest>, found: Option<Digest>) -> Verdict {
    if expected == found {
        return Verdict::Pass;
    }
    Verdict::fail(Reason::Computed(Mismatch::Digest(Difference { expected, found })))
}

/// Seed and result where both are there; otherwise the answer to every check that would need them.
fn drawn(record: &Record) -> Result<(&Digest, &Outcome), Verdict> {
    let mismatch = |mismatch| Err(Verdict::fail(Reason::Computed(mismatch)));
    match (&record.seed, &record.result) {
        (None, Some(_)) => mismatch(Mismatch::ResultWithoutSeed),
        (Some(_), None) => mismatch(Mismatch::SeedWithoutResult),
        (None, None) if record.secret.is_none() => Err(Verdict::Skipped(Skip::SecretLost)),
        (None, None) if record.contributions.iter().any(Option::is_none) => Err(Verdict::Pass),
        (None, None) => Err(Verdict::fail(Reason::NotComputed(Cause::Seed))),
        (Some(seed), Some(outcome)) => {
            let exceeds = |s: &crate::manifest::Stratum| {
                s.quota
                    .checked_add(s.reserve)
                    .is_none_or(|count| count > s.size())
            };
            if record.manifest.strata.iter().any(exceeds) {
                return Err(Verdict::fail(Reason::NotComputed(Cause::Rules)));
            }
            Ok((seed, outcome))
        }
    }
}

pub(super) fn selection(record: &Record) -> Verdict {
    let (seed, outcome) = match drawn(record) {
        Ok(drawn) => drawn,
        Err(verdict) => return verdict,
    };
    let Some((selected, reserves)) = draw_places(&record.manifest, seed) else {
        return Verdict::fail(Reason::NotComputed(Cause::Rules));
    };
    let mut found = Problems::new();
    let stated = outcome.selected.iter().map(|row| &row.place);
    compare_places("record.result.selected", &selected, stated, &mut found);
    compare_places(
        "record.result.reserves",
        &reserves,
        outcome.reserves.iter(),
        &mut found,
    );
    Verdict::of(found.map(Reason::Computed))
}

fn compare_places<'p>(
    path: &str,
    expected: &[Place],
    found: impl ExactSizeIterator<Item = &'p Place>,
    problems: &mut Problems<Mismatch>,
) {
    compare_lengths(path, expected.len(), found.len(), problems);
    for (at, (expected, found)) in expected.iter().zip(found).enumerate() {
        if expected != found {
            let difference = Difference {
                expected: expected.clone(),
                found: found.clone(),
            };
            problems.add(|| format!("{path}[{at}]"), Mismatch::Place(difference));
        }
    }
}

fn compare_lengths(path: &str, expected: usize, found: usize, problems: &mut Problems<Mismatch>) {
    if expected != found {
        problems.add(|| path.to_owned(), Mismatch::Rows(Difference { expected, found }));
    }
}

pub(super) fn crews(record: &Record) -> Verdict {
    let (seed, outcome) = match drawn(record) {
        Ok(drawn) => drawn,
        Err(verdict) => return verdict,
    };
    let mut found = Problems::new();
    let mut assignment = Assignment::new(&record.manifest, seed);
    for (at, row) in outcome.selected.iter().enumerate() {
        let path = || format!("record.result.selected[{at}]");
        match assignment.crew(&row.place) {
            None => found.add(path, Mismatch::UnknownStratum(Quote::of(&row.place.stratum))),
            Some(expected) if expected != row.crew => {
                found.add(|| path() + ".crew", Mismatch::crew(&expected, &row.crew));
            }
            Some(_) => {}
        }
    }
    Verdict::of(found.map(Reason::Computed))
}

pub(super) fn amendments(published: &Published) -> Verdict {
    let record = &published.record;
    let (outcome, seed) = match (&record.result, &record.seed) {
        (Some(outcome), Some(seed)) if record.void.is_none() => (outcome, seed),
        // A drawn record has both, or it would not have been read.
        _ => return Verdict::of(void_amended(published).map(Reason::Computed)),
    };
    let mut found = Problems::new();
    let mut ledger = Ledger::new(&record.manifest, outcome);
    let mut before = published.digest;
    let mut refused = false;
    for (at, entry) in published.amendments.iter().enumerate() {
        let expected = entry.amendment.digest(record.manifest.protocol, &before);
        before = entry.digest;
        if expected != entry.digest {
            let difference = Difference {
                expected: Some(expected),
                found: Some(entry.digest),
            };
            found.add(
                || format!("amendments[{at}].digest"),
                Mismatch::Digest(difference),
            );
        }
        if let Err(refusal) = ledger.add(&entry.amendment) {
            refused = true;
            found.add(|| format!("amendments[{at}]"), Mismatch::Refused(refusal));
        }
    }
    if !refused {
        compare_lengths(
            "standing",
            standing_rows(&ledger, outcome),
            published.standing.len(),
            &mut found,
        );
        let expected = standing(&ledger, outcome, seed);
        compare_standing(&ledger, expected, &published.standing, &mut found);
    }
    Verdict::of(found.map(Reason::Computed))
}

fn void_amended(published: &Published) -> Problems<Mismatch> {
    let mut found = Problems::new();
    if !published.amendments.is_empty() {
        found.add(String::new, Mismatch::VoidAmended);
    }
    if !published.standing.is_empty() {
        found.add(String::new, Mismatch::VoidStanding);
    }
    found
}

fn compare_standing(
    ledger: &Ledger<'_>,
    expected: impl Iterator<Item = Row>,
    found: &[Row],
    problems: &mut Problems<Mismatch>,
) {
    for (at, (expected, found)) in expected.zip(found).enumerate() {
        if expected.place != found.place {
            let difference = Difference {
                expected: expected.place,
                found: found.place.clone(),
            };
            problems.add(|| format!("standing[{at}]"), Mismatch::Place(difference));
        } else if expected.crew != found.crew && ledger.pool().slots(&found.place).is_some() {
            problems.add(
                || format!("standing[{at}].crew"),
                Mismatch::crew(&expected.crew, &found.crew),
            );
        }
    }
}

pub(super) fn signatures(published: &Published) -> Verdict {
    if published.signatures.is_empty() {
        return Verdict::Skipped(Skip::NoSignature);
    }
    let manifest = &published.record.manifest;
    let mut found = Problems::new();
    let signed: Vec<Digest> = std::iter::once(published.digest)
        .chain(published.amendments.iter().map(|entry| entry.digest))
        .collect();
    let known: BTreeSet<&Digest> = signed.iter().collect();
    let mut by_station = BTreeSet::new();
    for (at, signature) in published.signatures.iter().enumerate() {
        let holds = signature::holds(manifest.protocol, signature);
        if !known.contains(&signature.of) {
            found.add(|| format!("signatures[{at}].of"), Mismatch::SignatureOf);
        }
        if !holds {
            found.add(|| format!("signatures[{at}].sig"), Mismatch::Signature);
        }
        if holds && signature.public_key == manifest.station {
            by_station.insert(signature.of);
        }
    }
    for (number, _) in signed
        .iter()
        .enumerate()
        .filter(|(_, of)| !by_station.contains(*of))
    {
        found.add(String::new, Mismatch::Unsigned(number));
    }
    Verdict::of(found.map(Reason::Computed))
}
