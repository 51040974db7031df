//! Dry runs of offices made up by chance, held against trying everything; and of a large one.

use sunlot_draw::manifest::{Slot, Stratum};
use sunlot_draw::{Inspector, Manifest};

use super::capacity::Demand;
use super::dry_run::{Verdict, dry_run};
use super::fit::Requirement;
use super::gaps::{Gap, SlotManning, StratumManning, count};
use super::sample::{Dice, TestManifest, by_chance, manifest, seed, slot};

const ROUNDS: u64 = 3_000;

fn fitting<'m>(manifest: &'m Manifest, slot: &Slot, stratum: &Stratum, number: u64) -> Vec<&'m Inspector> {
    let away = |inspector: &Inspector| {
        manifest
            .recusals
            .iter()
            .any(|r| (&r.inspector, &r.stratum, r.number) == (&inspector.id, &stratum.key, number))
    };
    let all = manifest.inspectors.iter();
    all.filter(|i| slot.suits(&i.dept, &i.skills) && !away(i))
        .collect()
}

/// Whether slot after slot can end with a full crew, and whether it can end with another: everything is tried.
fn ways(slots: &[Vec<&Inspector>], crew: &mut Vec<String>) -> (bool, bool) {
    let Some((slot, rest)) = slots.split_first() else {
        return (true, false);
    };
    let free: Vec<_> = slot
        .iter()
        .filter(|i| !crew.contains(&i.id.to_string()))
        .collect();
    if free.is_empty() {
        return (false, true);
    }
    let (mut full, mut lacking) = (false, false);
    for inspector in free {
        crew.push(inspector.id.to_string());
        let (one, other) = ways(rest, crew);
        crew.pop();
        (full, lacking) = (full || one, lacking || other);
    }
    (full, lacking)
}

fn worst(slots: &[Vec<&Inspector>]) -> Option<Gap> {
    if slots.iter().any(Vec::is_empty) {
        return Some(Gap::Nobody);
    }
    let id = |i: &&Inspector| i.id.to_string();
    match ways(slots, &mut Vec::new()) {
        (false, _) => Some(Gap::TooFew),
        (true, true) => Some(Gap::Order),
        (true, false) => {
            let thin = slots.iter().any(|slot| {
                let people: Vec<_> = slot.iter().map(id).collect();
                let within = |other: &&Vec<&Inspector>| other.iter().all(|i| people.contains(&id(i)));
                people.len() < 3 || people.len() <= slots.iter().filter(within).count()
            });
            thin.then_some(Gap::Thin)
        }
    }
}

#[test]
fn what_is_wrong_at_each_target_is_what_trying_everything_shows() {
    let mut seen = [0; 4];
    for round in 0..ROUNDS {
        let manifest = by_chance(&mut Dice::new(round));
        let found = dry_run(&manifest, &[], &[]);
        let mut mannings = found.strata.iter();
        for stratum in manifest
            .strata
            .iter()
            .filter(|s| s.quota > 0 && !s.slots.is_empty())
        {
            let manning: &StratumManning = mannings.next().unwrap();
            let crews: Vec<Vec<Vec<&Inspector>>> = (1..=stratum.size())
                .map(|number| {
                    let slots = stratum.slots.iter();
                    slots
                        .map(|slot| fitting(&manifest, slot, stratum, number))
                        .collect()
                })
                .collect();
            for (at, gap) in [Gap::Nobody, Gap::TooFew, Gap::Order, Gap::Thin]
                .into_iter()
                .enumerate()
            {
                let numbers: Vec<u64> = (1..)
                    .zip(&crews)
                    .filter(|(_, crew)| worst(crew) == Some(gap))
                    .map(|(number, _)| number)
                    .collect();
                let tally = manning.tally(gap);
                assert_eq!(
                    tally.targets,
                    count(numbers.len()),
                    "round {round}, {gap:?}: how many"
                );
                let shown: Vec<u64> = tally.first.iter().map(|spot| spot.number).collect();
                assert_eq!(
                    shown,
                    numbers[..numbers.len().min(5)],
                    "round {round}, {gap:?}: which"
                );
                seen[at] += numbers.len();
            }
            for (at, manning) in manning.slots.iter().enumerate() {
                let left = || crews.iter().map(|crew| count(crew[at].len()));
                let expected = SlotManning {
                    requirement: Requirement::of(&stratum.slots[at]),
                    fit: count(fitting(&manifest, &stratum.slots[at], stratum, 0).len()),
                    least: left().min().unwrap(),
                    nobody: count(left().filter(|left| *left == 0).count()),
                };
                assert_eq!(manning, &expected, "round {round}: slot {at}");
            }
        }
        assert_eq!(mannings.next(), None, "round {round}: no stratum more");
    }
    assert!(
        seen.iter().all(|seen| *seen > 100),
        "every kind of gap was among them, or the test looks at nothing: {seen:?}"
    );
}

#[test]
fn a_verdict_holds_for_seeds_that_were_not_tried() {
    let mut seen = [0; 3];
    for round in 0..ROUNDS / 3 {
        let dice = &mut Dice::new(round);
        let manifest = by_chance(dice).cap(count(dice.below(6)));
        let foreseen = dry_run(&manifest, &[], &[]);
        let seeds: Vec<_> = (0..12).map(seed).collect();
        let drawn = dry_run(&manifest, &seeds, &[]).simulated;
        let what = || {
            format!(
                "round {round}: {:?}, proved {}",
                foreseen.verdict, foreseen.proved
            )
        };
        match foreseen.verdict {
            Verdict::Impossible => {
                seen[0] += 1;
                let short = foreseen
                    .bottleneck
                    .as_ref()
                    .map_or(1, |bottleneck| bottleneck.short);
                assert!(
                    drawn
                        .iter()
                        .all(|draw| draw.empty >= short && draw.incomplete > 0),
                    "{}: every draw leaves some empty: {drawn:?}",
                    what()
                );
            }
            Verdict::Sure | Verdict::Thin if foreseen.proved => {
                seen[1] += 1;
                assert!(
                    drawn.iter().all(|draw| draw.empty == 0 && draw.incomplete == 0),
                    "{}: no draw leaves any empty: {drawn:?}",
                    what()
                );
            }
            Verdict::NoCrews | Verdict::NothingDrawn => assert_eq!(drawn, [], "{}", what()),
            _ => seen[2] += drawn.iter().filter(|draw| draw.empty > 0).count(),
        }
    }
    assert!(
        seen.iter().all(|seen| *seen > 30),
        "all of them occurred: {seen:?}"
    );
}

#[test]
fn demand_is_what_the_quotas_ask_for() {
    for round in 0..ROUNDS / 3 {
        let dice = &mut Dice::new(round);
        let manifest = by_chance(dice).cap(count(dice.below(4)));
        let of = |requirement: &Requirement| -> Vec<bool> {
            manifest
                .inspectors
                .iter()
                .map(|i| requirement.is_met_by(i))
                .collect()
        };
        for demand in dry_run(&manifest, &[], &[]).demand {
            let Demand {
                requirement,
                slots,
                competing,
                people,
                short,
                ..
            } = demand.clone();
            let asked = |fits: &dyn Fn(&Requirement) -> bool| -> u64 {
                let count = |s: &Stratum| {
                    s.quota * count(s.slots.iter().filter(|slot| fits(&Requirement::of(slot))).count())
                };
                manifest.strata.iter().map(count).sum()
            };
            let own = of(&requirement);
            let within =
                |other: &Requirement| of(other).iter().zip(&own).all(|(inner, outer)| *outer || !inner);
            let rows: u64 = manifest
                .strata
                .iter()
                .filter(|s| !s.slots.is_empty())
                .map(|s| s.quota)
                .sum();
            let fit = count(own.iter().filter(|fits| **fits).count());
            let cap = manifest.crew.cap;
            let limit = if cap == 0 { u64::MAX } else { fit * cap.min(rows) };
            assert_eq!(
                slots,
                asked(&|other| *other == requirement),
                "round {round}: {demand:?}"
            );
            assert_eq!(competing, asked(&within), "round {round}: {demand:?}");
            assert_eq!(people, fit, "round {round}: {demand:?}");
            // Nobody goes twice to one target: of a crew's places those stay empty that are more than the people.
            let beyond = |s: &Stratum| {
                let asked = s.slots.iter().filter(|slot| within(&Requirement::of(slot)));
                s.quota * count(asked.count()).saturating_sub(fit)
            };
            let alone: u64 = manifest.strata.iter().map(beyond).sum();
            assert_eq!(
                short,
                competing.saturating_sub(limit).max(alone),
                "round {round}: {demand:?}"
            );
        }
    }
}

/// The office of the step's figures: 5,000 targets, 500 inspectors, 2,000 recusals.
pub(crate) fn large(quota: u64) -> Manifest {
    let dice = &mut Dice::new(5);
    let mut made = manifest();
    for at in 0..500 {
        let skills: &[&str] = if at % 50 == 0 { &["skill"] } else { &[] };
        made = made.inspector(["one", "two", "three"][at % 3], skills);
    }
    made = made.stratum(
        "A",
        5_000,
        quota,
        &[slot("one", "skill"), slot("two", "-"), slot("-", "-")],
    );
    for _ in 0..2_000 {
        // Every second one concerns somebody who is scarce.
        let inspector = dice.below(500);
        let inspector = if dice.below(2) == 0 {
            inspector / 50 * 50
        } else {
            inspector
        };
        made = made.recused(inspector, "A", 1 + dice.below(400));
    }
    made
}

#[test]
fn a_large_office_is_counted_as_target_by_target() {
    let manifest = large(250);
    let found = dry_run(&manifest, &[seed(1)], &[]);
    let stratum = &manifest.strata[0];
    let recused: std::collections::BTreeSet<(u64, String)> = manifest
        .recusals
        .iter()
        .map(|r| (r.number, r.inspector.to_string()))
        .collect();
    for (slot, manning) in stratum.slots.iter().zip(&found.strata[0].slots) {
        let suited: Vec<_> = manifest
            .inspectors
            .iter()
            .filter(|i| slot.suits(&i.dept, &i.skills))
            .collect();
        let left: Vec<u64> = (1..=5_000)
            .map(|number| {
                let free = suited
                    .iter()
                    .filter(|i| !recused.contains(&(number, i.id.to_string())));
                count(free.count())
            })
            .collect();
        assert_eq!(manning.fit, count(suited.len()), "{slot:?}: all who fit");
        assert_eq!(
            manning.least,
            *left.iter().min().unwrap(),
            "{slot:?}: the worst target"
        );
        let nobody = count(left.iter().filter(|left| **left == 0).count());
        assert_eq!(manning.nobody, nobody, "{slot:?}: where nobody is left");
    }
    assert_eq!(found.strata[0].slots[0].fit, 4, "few have the skill");
    assert!(
        found.targets(Gap::Thin) > 0,
        "so recusals make it thin: {:?}",
        found.strata[0]
    );
    let drawn = found.simulated[0];
    assert!(drawn.greatest > drawn.least, "and they go more often: {drawn:?}");
}
