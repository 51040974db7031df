//! What is said to help, done to offices made up by chance: it helps, and less would not.

use sunlot_draw::Manifest;

use super::*;
use crate::crew::dry_run::{DryRun, Verdict, dry_run};
use crate::crew::gaps::count;
use crate::crew::sample::{Dice, TestManifest, by_chance};

const ROUNDS: u64 = 1_000;

/// The manifest as it is when this has been done.
fn done(manifest: &Manifest, help: &Help) -> Manifest {
    let mut changed = manifest.clone();
    let at = |key: &str| manifest.strata.iter().position(|s| &*s.key == key).unwrap();
    match help {
        Help::Borrow {
            requirement, people, ..
        } => {
            for _ in 0..*people {
                let dept = requirement.dept.as_deref().unwrap_or("elsewhere");
                changed = changed.inspector(
                    dept,
                    &requirement.skill.as_deref().into_iter().collect::<Vec<_>>(),
                );
            }
        }
        Help::RaiseCap { least, .. } => changed.crew.cap = *least,
        Help::AskLess {
            stratum, slot, part, ..
        } => {
            let slot = &mut changed.strata[at(stratum)].slots[*slot];
            match part {
                Part::Dept => slot.dept = None,
                Part::Skill => slot.skill = None,
            }
        }
        Help::Reorder { stratum, slots, .. } => {
            let now = &manifest.strata[at(stratum)].slots;
            changed.strata[at(stratum)].slots = slots.iter().map(|at| now[*at].clone()).collect();
        }
        Help::DropRotation { recusals, .. } => {
            let mut place = 0..;
            changed
                .recusals
                .retain(|_| !recusals.contains(&place.next().unwrap()));
        }
        Help::LowerQuota { stratum, quota } => changed.strata[at(stratum)].quota = *quota,
    }
    changed
}

fn short(manifest: &Manifest) -> u64 {
    dry_run(manifest, &[], &[])
        .bottleneck
        .map_or(0, |bottleneck| bottleneck.short)
}

fn bad(manifest: &Manifest, stratum: Option<&String>) -> u64 {
    let all = dry_run(manifest, &[], &[]).strata;
    let of = all.iter().filter(|s| stratum.is_none_or(|key| *key == s.stratum));
    of.map(StratumManning::bad).sum()
}

/// Offices by chance, some of their recusals for rotation alone, with what a dry run said.
fn offices(mut look: impl FnMut(&str, &Manifest, &[usize], &DryRun)) {
    for round in 0..ROUNDS {
        let dice = &mut Dice::new(round);
        let manifest = by_chance(dice).cap(count(dice.below(6)));
        let places = 0..manifest.recusals.len();
        let rotation: Vec<usize> = places.filter(|_| dice.below(2) == 0).collect();
        let found = dry_run(&manifest, &[], &rotation);
        look(
            &format!("round {round}: {:?}", found.help),
            &manifest,
            &rotation,
            &found,
        );
    }
}

#[test]
fn there_is_help_where_something_is_wrong_and_only_there() {
    offices(|what, _, _, found| {
        let wrong = matches!(
            found.verdict,
            Verdict::Thin | Verdict::Short | Verdict::Impossible
        );
        assert_eq!(wrong, !found.help.is_empty(), "{what}: {:?}", found.verdict);
    });
}

#[test]
fn a_02_with_the_borrowed_every_slot_is_filled_and_chance_can_choose() {
    let mut seen = 0;
    offices(|what, manifest, _, found| {
        for wanted in [Until::Filled, Until::Choice] {
            let lent: Vec<_> = found
                .help
                .iter()
                .filter(|help| matches!(help, Help::Borrow { until, .. } if *until == wanted))
                .collect();
            let after = lent
                .iter()
                .fold(manifest.clone(), |office, help| done(&office, help));
            if lent.is_empty() {
                continue;
            }
            seen += 1;
            assert_eq!(
                (bad(&after, None), short(&after)),
                (0, 0),
                "{what}: all are manned"
            );
            let thin = dry_run(&after, &[], &[]).targets(Gap::Thin);
            assert!(
                wanted == Until::Filled || thin == 0,
                "{what}: nothing is thin any more"
            );
        }
    });
    assert!(seen > 300, "the test looks at something: {seen}");
}

#[test]
fn a_04_the_cap_and_the_quota_that_are_named_are_just_enough() {
    let (mut caps, mut quotas) = (0, 0);
    offices(|what, manifest, _, found| {
        for help in &found.help {
            let after = done(manifest, help);
            let one_off = match help {
                Help::RaiseCap { least, certain } => {
                    caps += 1;
                    if let Some(certain) = certain {
                        let never = dry_run(&manifest.clone().cap(*certain), &[], &[]);
                        let bad = never.strata.iter().any(|stratum| stratum.bad() > 0);
                        assert!(never.proved || bad, "{what}: no draw is short by that cap");
                    }
                    manifest.clone().cap(least - 1)
                }
                Help::LowerQuota { stratum, quota } => {
                    quotas += 1;
                    let one_more = Help::LowerQuota {
                        stratum: stratum.clone(),
                        quota: quota + 1,
                    };
                    done(manifest, &one_more)
                }
                _ => continue,
            };
            assert_eq!(short(&after), 0, "{what}: it is enough");
            assert!(short(&one_off) > 0, "{what}: one off is not");
        }
    });
    assert!(
        caps > 30 && quotas > 30,
        "the test looks at something: {caps}, {quotas}"
    );
}

#[test]
fn of_what_helps_in_part_it_is_told_what_is_left() {
    let mut seen = [0; 3];
    offices(|what, manifest, rotation, found| {
        for help in &found.help {
            let after = done(manifest, help);
            match help {
                Help::AskLess {
                    stratum,
                    bad: left,
                    short: over,
                    ..
                } => {
                    seen[0] += 1;
                    let now = (bad(&after, Some(stratum)), short(&after));
                    assert_eq!(now, (*left, *over), "{what}: {help:?}");
                }
                Help::Reorder {
                    stratum, bad: left, ..
                } => {
                    seen[1] += 1;
                    assert_eq!(bad(&after, Some(stratum)), *left, "{what}: {help:?}");
                }
                Help::DropRotation { recusals, bad: left } => {
                    seen[2] += 1;
                    let rotates = |at: &usize| rotation.contains(at);
                    assert!(
                        recusals.iter().all(rotates),
                        "{what}: a conflict is never dropped"
                    );
                    assert_eq!(bad(&after, None), *left, "{what}: {help:?}");
                }
                _ => {}
            }
        }
    });
    assert!(
        seen.iter().all(|seen| *seen > 10),
        "the test looks at something: {seen:?}"
    );
}
