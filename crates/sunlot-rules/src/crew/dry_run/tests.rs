//! What an office is told before it draws: how many there are, who stays away, and what follows from it.

use super::*;
use crate::crew::fit::Requirement;
use crate::crew::help::{Part, Until};
use crate::crew::sample::{TestManifest, manifest, seed, slot};

fn anybody() -> Requirement {
    Requirement::default()
}

fn asking(dept: Option<&str>, skill: Option<&str>) -> Requirement {
    Requirement {
        dept: dept.map(str::to_owned),
        skill: skill.map(str::to_owned),
    }
}

fn two() -> [sunlot_draw::manifest::Slot; 2] {
    [slot("-", "-"), slot("-", "-")]
}

fn seeds() -> Vec<Digest> {
    (1..=8).map(seed).collect()
}

fn run(manifest: &Manifest) -> DryRun {
    dry_run(manifest, &seeds(), &[])
}

fn borrow(requirement: Requirement, people: u64, until: Until) -> Help {
    Help::Borrow {
        requirement,
        people,
        until,
    }
}

#[test]
fn a_02_small_pools_are_the_normal_case_and_are_said_openly() {
    use Verdict::{Impossible, Sure, Thin};
    for (people, verdict, worst, why) in [
        (0, Impossible, Some(Gap::Nobody), "an office without inspectors"),
        (1, Impossible, Some(Gap::TooFew), "A-01: one is not two"),
        (
            2,
            Thin,
            Some(Gap::Thin),
            "two of two: chance has nothing to choose",
        ),
        (3, Sure, None, "two of three: it has a little"),
    ] {
        let manifest = manifest().inspectors(people).stratum("A", 10, 4, &two());
        let found = run(&manifest);
        assert_eq!(found.verdict, verdict, "{people} inspectors: {why}");
        assert!(
            found.proved,
            "{people} inspectors: without a cap it holds for every seed"
        );
        for gap in [Gap::Nobody, Gap::TooFew, Gap::Order, Gap::Thin] {
            let expected = if Some(gap) == worst { 10 } else { 0 };
            assert_eq!(
                found.targets(gap),
                expected,
                "{people} inspectors, {gap:?}: any of the ten may be drawn, so all are counted"
            );
        }
        let empty = 2_usize.saturating_sub(people) * 4;
        assert!(
            found.simulated.iter().all(|draw| draw.empty == count(empty)),
            "{people} inspectors: four targets with two slots each: {:?}",
            found.simulated
        );
    }
}

#[test]
fn a_02_the_first_places_are_shown_with_how_many_fit() {
    let manifest = manifest()
        .inspectors(2)
        .stratum("A", 10, 4, &two())
        .recused(1, "A", 2);
    let found = run(&manifest);
    assert_eq!(
        found.verdict,
        Verdict::Short,
        "one of two stays away from A-2: if A-2 is drawn, one goes alone"
    );
    let spot = |number, slot, fit| Spot {
        stratum: "A".to_owned(),
        number,
        slot,
        fit,
        competing: 2,
    };
    let spots: Vec<_> = found.spots(Gap::TooFew).cloned().collect();
    assert_eq!(spots, [spot(2, 1, 1)], "the second slot finds nobody");
    let thin: Vec<_> = found.spots(Gap::Thin).cloned().collect();
    assert_eq!(
        thin,
        [1, 3, 4, 5, 6].map(|number| spot(number, 0, 2)),
        "of the nine others the first five"
    );
    assert_eq!(found.targets(Gap::Thin), 9, "but all are counted");
    assert_eq!(
        (found.strata[0].slots[0].fit, found.strata[0].slots[0].least),
        (2, 1),
        "two fit, and at one target one is left"
    );
    assert_eq!(
        found.help,
        [
            borrow(anybody(), 1, Until::Filled),
            borrow(anybody(), 2, Until::Choice)
        ],
        "one from the township is enough; with two there is something to choose at A-2 too"
    );
}

#[test]
fn where_every_target_is_drawn_one_that_cannot_be_manned_is_always_hit() {
    for (quota, verdict, why) in [
        (10, Verdict::Impossible, "all ten are drawn, A-2 among them"),
        (9, Verdict::Short, "A-2 may be the one that is not drawn"),
        (0, Verdict::NothingDrawn, "nobody goes anywhere"),
    ] {
        let manifest = manifest()
            .inspectors(2)
            .stratum("A", 10, quota, &two())
            .recused(1, "A", 2);
        assert_eq!(run(&manifest).verdict, verdict, "{quota} of 10: {why}");
    }
}

#[test]
fn crews_may_come_later() {
    let manifest = manifest().stratum("A", 10, 4, &[]).stratum("B", 3, 3, &[]);
    let found = run(&manifest);
    assert_eq!(
        found.verdict,
        Verdict::NoCrews,
        "no slots, nobody in the list: targets today, crews on the morning of the visit"
    );
    assert_eq!(
        (found.strata.len(), found.simulated.len(), found.help.len()),
        (0, 0, 0),
        "so nothing is missing"
    );
    let both = manifest.inspectors(3).stratum("C", 5, 1, &two());
    assert_eq!(
        run(&both).verdict,
        Verdict::Sure,
        "where one part has slots, that part is tried"
    );
}

#[test]
fn a_stratum_that_is_not_drawn_from_needs_nobody() {
    let manifest = manifest()
        .inspectors(3)
        .stratum("A", 5, 2, &two())
        .stratum("B", 5, 0, &[slot("nobody's", "-")])
        .stratum("C", 0, 0, &[slot("nobody's", "-")]);
    let found = run(&manifest);
    assert_eq!(
        found.verdict,
        Verdict::Sure,
        "B and C ask for whom they never send"
    );
    assert_eq!(
        found.demand.len(),
        1,
        "nor do they ask for anything: {:?}",
        found.demand
    );
}

#[test]
fn a_slot_that_nobody_fits_is_told_with_what_would_help() {
    let slots = [slot("-", "skill"), slot("-", "-")];
    let manifest = manifest().inspectors(4).stratum("A", 10, 2, &slots);
    let found = run(&manifest);
    assert_eq!(found.verdict, Verdict::Impossible, "nobody has the skill");
    assert_eq!(found.strata[0].slots[0].nobody, 10, "at no target");
    let skilled = || asking(None, Some("skill"));
    assert_eq!(
        found.help,
        [
            borrow(skilled(), 1, Until::Filled),
            borrow(skilled(), 3, Until::Choice),
            Help::AskLess {
                stratum: "A".to_owned(),
                slot: 0,
                part: Part::Skill,
                bad: 0,
                short: 0,
            },
        ],
        "somebody who has it, three for a choice; or nobody need have it"
    );
    let row = &found.demand[0];
    assert_eq!(
        (&row.requirement, row.slots, row.people, row.supply, row.short),
        (&skilled(), 2, 0, None, 2),
        "two slots ask for it, and no cap is needed for both to stay empty"
    );
}

#[test]
fn a_loose_slot_in_front_may_take_the_only_one_who_fits_behind() {
    let manifest = manifest().inspectors(3).inspector("x", &["skill"]).stratum(
        "A",
        10,
        4,
        &[slot("-", "-"), slot("-", "skill")],
    );
    let found = run(&manifest);
    assert_eq!(
        (found.verdict, found.targets(Gap::Order)),
        (Verdict::Short, 10),
        "whoever has the skill may be gone when the second slot asks"
    );
    let reorder = Help::Reorder {
        stratum: "A".to_owned(),
        slots: vec![1, 0],
        bad: 0,
    };
    assert!(
        found.help.contains(&reorder),
        "the strict one first costs nothing: {:?}",
        found.help
    );
}

#[test]
fn a_03_a_department_of_two_of_whom_one_stays_away() {
    let slots = [
        slot("lead", "-"),
        slot("lead", "-"),
        slot("fire", "-"),
        slot("fire", "-"),
    ];
    let mut office = manifest();
    for dept in ["lead", "lead", "lead", "fire", "fire"] {
        office = office.inspector(dept, &[]);
    }
    let manifest = office.stratum("A", 6, 2, &slots).recused(3, "A", 6);
    let found = run(&manifest);
    assert_eq!(found.verdict, Verdict::Short, "at A-6 the fire brigade is one");
    let spot = found.spots(Gap::TooFew).next().unwrap();
    assert_eq!(
        (spot.number, spot.slot, spot.fit, spot.competing),
        (6, 3, 1, 2),
        "its second slot: one for two"
    );
    let fire = || asking(Some("fire"), None);
    assert_eq!(
        found.help[0],
        borrow(fire(), 1, Until::Filled),
        "a third of the lead is no help: it must be one of theirs"
    );
    let less = found
        .help
        .iter()
        .filter(|help| matches!(help, Help::AskLess { part: Part::Dept, .. }));
    let slots: Vec<_> = less
        .filter_map(|help| match help {
            Help::AskLess { slot, .. } => Some(*slot),
            _ => None,
        })
        .collect();
    assert_eq!(
        slots,
        [3],
        "or their last slot asks for no department; not the one before, which would then take theirs"
    );
}

#[test]
fn a_04_a_cap_that_is_too_low_is_told_with_the_one_that_is_enough() {
    let manifest = manifest().inspectors(3).stratum("A", 30, 10, &two()).cap(6);
    let found = run(&manifest);
    assert_eq!(
        (found.verdict, found.proved),
        (Verdict::Impossible, true),
        "twenty slots, and three times six are eighteen"
    );
    assert_eq!(
        found.bottleneck,
        Some(Bottleneck {
            requirements: vec![anybody()],
            slots: 20,
            people: 3,
            supply: 18,
            short: 2,
        }),
        "two stay empty"
    );
    assert!(
        found
            .simulated
            .iter()
            .all(|draw| draw.empty >= 2 && draw.greatest == 6),
        "as every draw shows: {:?}",
        found.simulated
    );
    assert_eq!(
        found.help,
        [
            borrow(anybody(), 1, Until::Filled),
            Help::RaiseCap {
                least: 7,
                certain: Some(10),
            },
            Help::LowerQuota {
                stratum: "A".to_owned(),
                quota: 9,
            },
        ],
        "a fourth, or at least seven each, or one target less; with ten, one for each target, a cap is none"
    );
}

#[test]
fn a_04_a_cap_that_is_just_enough_by_numbers_may_still_leave_one_over() {
    let mut manifest = manifest().inspectors(3).stratum("A", 30, 9, &two()).cap(6);
    manifest.crew.balance = false;
    let found = run(&manifest);
    assert_eq!(found.bottleneck, None, "eighteen slots, three times six");
    assert!(
        found.simulated.iter().any(|draw| draw.empty > 0),
        "yet at the last target only one may have room, and one cannot go twice: {:?}",
        found.simulated
    );
    assert_eq!(found.verdict, Verdict::Short, "a draw has shown it");
    let raised = found.help.iter().find_map(|help| match help {
        Help::RaiseCap { least, certain } => Some((*least, *certain)),
        _ => None,
    });
    assert_eq!(
        raised,
        Some((6, Some(9))),
        "by the numbers six are enough; with nine each nobody can ever be full too early"
    );
    let loose = manifest.cap(9);
    assert_eq!(
        (run(&loose).verdict, run(&loose).proved),
        (Verdict::Sure, true),
        "and that is so for every seed, not only for those that were tried"
    );
}

#[test]
fn rotation_may_be_dropped_and_a_conflict_may_not() {
    let manifest = manifest()
        .inspectors(3)
        .stratum("A", 10, 4, &two())
        .recused(0, "A", 2)
        .recused(1, "A", 2)
        .recused(0, "A", 3)
        .recused(0, "A", 4)
        .recused(1, "A", 4);
    let found = dry_run(&manifest, &[], &[1, 2]);
    assert_eq!(found.targets(Gap::TooFew), 2, "at A-2 and at A-4 one is left");
    let dropped = found
        .help
        .iter()
        .find(|help| matches!(help, Help::DropRotation { .. }));
    assert_eq!(
        dropped,
        Some(&Help::DropRotation {
            recusals: vec![1],
            bad: 1,
        }),
        "at A-2 it helps; at A-3 nothing is wrong; at A-4 there is no rotation to drop"
    );
    let kept = dry_run(&manifest, &[], &[]);
    assert!(
        !kept
            .help
            .iter()
            .any(|help| matches!(help, Help::DropRotation { .. })),
        "nobody may drop a conflict of interest"
    );
}

#[test]
fn what_names_nobody_and_nothing_does_no_harm() {
    let manifest = manifest()
        .inspectors(3)
        .stratum("A", 4, 2, &two())
        .recused(9, "A", 1)
        .recused(0, "Z", 1)
        .recused(0, "A", 5)
        .recused(0, "A", 0);
    let found = run(&manifest);
    assert_eq!(
        found.strata[0].slots[0].least, 3,
        "such a manifest is refused elsewhere; here nobody stays away from anything"
    );
    let mut greedy = manifest;
    greedy.strata[0].quota = 5;
    assert_eq!(
        run(&greedy).simulated,
        [],
        "five of four cannot be drawn, so nothing was tried"
    );
}
