//! How often the targets of the pool were visited in the last twelve months, and how often they will have been (N-10): whether
//! the draw reaches who was never seen, and whom it comes to again.

use sunlot_draw::Manifest;
use sunlot_draw::record::Outcome;

use super::MICRO;
use super::chance::Chance;

/// Nobody, once, twice, three times, and more often.
pub const CLASSES: usize = 5;

/// How many targets were visited how often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Burden {
    /// How many targets there are.
    pub targets: u64,
    /// How many were visited 0, 1, 2, 3 times, and more often.
    pub before: [u64; CLASSES],
    /// How many of each there are to be expected after the draw, in millionths.
    pub expected: [u128; CLASSES],
    /// The share that was never visited.
    pub never: Chance,
    /// How many of those are still not visited after the draw, in millionths.
    pub never_expected: u128,
}

/// The visits that were handed in are not those of the pool's targets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BurdenFault {
    /// For so many strata there are visits, and so many are in the manifest.
    Strata {
        /// In the manifest.
        strata: usize,
        /// With visits.
        visits: usize,
    },
    /// A stratum has so many targets, and there are visits for so many.
    Targets {
        /// The stratum's key.
        stratum: String,
        /// In the manifest.
        targets: usize,
        /// With visits.
        visits: usize,
    },
}

/// How often targets were visited and will have been. `visits` holds, by stratum and in the order of its targets, the visits of
/// the last twelve months.
pub fn burden(manifest: &Manifest, visits: &[&[u16]]) -> Result<Burden, BurdenFault> {
    check(manifest, visits)?;
    let (mut before, mut expected) = ([0; CLASSES], [0; CLASSES]);
    for (stratum, visits) in manifest.strata.iter().zip(visits) {
        let counts = counts(visits.iter().copied());
        let (quota, size) = (u128::from(stratum.quota), u128::from(stratum.size()).max(1));
        let mut moved_up = 0;
        for (at, count) in counts.into_iter().enumerate() {
            let all = u128::from(count) * MICRO;
            // Of the last class nobody moves on: it holds all above.
            let moving = if at + 1 < CLASSES {
                (all * quota + size / 2) / size
            } else {
                0
            };
            if let (Some(before), Some(expected)) = (before.get_mut(at), expected.get_mut(at)) {
                *before += count;
                *expected += all.saturating_sub(moving) + moved_up;
            }
            moved_up = moving.min(all);
        }
    }
    let targets = before.iter().sum();
    let ([never, ..], [never_expected, ..]) = (before, expected);
    Ok(Burden {
        targets,
        before,
        expected,
        never: Chance::of(never, targets),
        never_expected,
    })
}

/// How often they have been visited with what was drawn.
pub fn after(
    manifest: &Manifest,
    visits: &[&[u16]],
    outcome: &Outcome,
) -> Result<[u64; CLASSES], BurdenFault> {
    check(manifest, visits)?;
    let mut drawn: Vec<(&str, u64)> = outcome
        .selected
        .iter()
        .map(|row| (&*row.place.stratum, row.place.number))
        .collect();
    drawn.sort_unstable();
    let mut all = [0; CLASSES];
    for (stratum, visits) in manifest.strata.iter().zip(visits) {
        let numbered = (1..).zip(visits.iter());
        let with_this = numbered.map(|(number, visits)| {
            let drawn = drawn.binary_search(&(&*stratum.key, number)).is_ok();
            visits.saturating_add(u16::from(drawn))
        });
        for (sum, count) in all.iter_mut().zip(counts(with_this)) {
            *sum += count;
        }
    }
    Ok(all)
}

fn check(manifest: &Manifest, visits: &[&[u16]]) -> Result<(), BurdenFault> {
    if manifest.strata.len() != visits.len() {
        return Err(BurdenFault::Strata {
            strata: manifest.strata.len(),
            visits: visits.len(),
        });
    }
    let mut both = manifest.strata.iter().zip(visits);
    match both.find(|(stratum, visits)| stratum.targets.len() != visits.len()) {
        None => Ok(()),
        Some((stratum, visits)) => Err(BurdenFault::Targets {
            stratum: stratum.key.to_string(),
            targets: stratum.targets.len(),
            visits: visits.len(),
        }),
    }
}

fn counts(visits: impl Iterator<Item = u16>) -> [u64; CLASSES] {
    let mut counts = [0; CLASSES];
    for visits in visits {
        let class = usize::from(visits).min(CLASSES - 1);
        if let Some(count) = counts.get_mut(class) {
            *count += 1;
        }
    }
    counts
}
