//! What is fair to expect, and that draws come to it.

use sunlot_draw::Manifest;
use sunlot_draw::draw::outcome;

use super::burden::{BurdenFault, after, burden};
use super::chance::{Chance, chances};
use super::load::{beside, expected_loads};
use super::*;
use crate::crew::by_chance::large;
use crate::crew::sample::{Dice, TestManifest, by_chance, manifest, slot};

fn loads(manifest: &Manifest) -> Vec<u128> {
    expected_loads(manifest)
        .loads
        .into_iter()
        .map(|load| load.expected)
        .collect()
}

#[test]
fn a_chance_is_exact_and_rounded_only_to_be_shown() {
    for (part, whole, fraction, shown, why) in [
        (
            87,
            8_654,
            (87, 8_654),
            101,
            "one in a hundred of 8654: 1.005% is shown as 1.01%",
        ),
        (5, 100, (1, 20), 500, "in lowest terms"),
        (1, 3, (1, 3), 3_333, "a third goes down"),
        (2, 3, (2, 3), 6_667, "two thirds up"),
        (1, 20_000, (1, 20_000), 1, "half a ten-thousandth goes up"),
        (
            1,
            20_001,
            (1, 20_001),
            0,
            "less goes down, and the fraction still says that it is not none",
        ),
        (7, 7, (1, 1), 10_000, "all of them"),
        (0, 9, (0, 1), 0, "none"),
        (0, 0, (0, 1), 0, "of nobody nobody"),
    ] {
        let chance = Chance::of(part, whole);
        assert_eq!(
            (chance.numerator, chance.denominator),
            fraction,
            "{part} of {whole}: {why}"
        );
        assert_eq!(chance.ten_thousandths(), shown, "{part} of {whole}: {why}");
    }
}

#[test]
fn every_stratum_says_its_chance() {
    let mut manifest = manifest().stratum("A", 40, 8, &[]).stratum("B", 0, 0, &[]);
    manifest.strata[0].reserve = 10;
    let found = chances(&manifest);
    let a = &found[0];
    assert_eq!(
        (a.targets, a.quota, a.reserve),
        (40, 8, 10),
        "as it would be sealed"
    );
    assert_eq!(
        (a.drawn, a.standing_by),
        (Chance::of(1, 5), Chance::of(1, 4)),
        "one in five is visited, one in four stands by"
    );
    assert_eq!(found[1].drawn.ten_thousandths(), 0, "B has nobody");
}

#[test]
fn a_04_alike_people_expect_alike_loads() {
    let two = [slot("-", "-"), slot("-", "-")];
    for (people, expected, unfilled, why) in [
        (4, vec![5 * MICRO; 4], 0, "twenty slots among four"),
        (3, vec![6_666_667; 3], 0, "among three"),
        (2, vec![10 * MICRO; 2], 0, "two of two go everywhere"),
        (
            1,
            vec![10 * MICRO],
            10 * MICRO,
            "one goes everywhere, once; the other slots stay empty",
        ),
        (0, vec![], 20 * MICRO, "nobody goes anywhere"),
    ] {
        let manifest = manifest().inspectors(people).stratum("A", 30, 10, &two);
        let found = expected_loads(&manifest);
        assert_eq!(loads(&manifest), expected, "{people}: {why}");
        assert_eq!((found.slots, found.unfilled), (20, unfilled), "{people}: {why}");
    }
}

#[test]
fn a_04_whoever_is_scarce_or_stays_away_expects_another_load() {
    let slots = [slot("-", "skill"), slot("-", "-")];
    let manifest = manifest()
        .inspector("x", &["skill"])
        .inspectors(2)
        .stratum("A", 10, 5, &slots);
    assert_eq!(
        loads(&manifest),
        [5 * MICRO, 2_500_000, 2_500_000],
        "the only one with the skill goes everywhere, and never twice to one target"
    );
    let away = manifest.recused(1, "A", 3).recused(2, "A", 3).recused(1, "A", 7);
    assert_eq!(
        loads(&away),
        [5 * MICRO, 2 * MICRO, 2_500_000],
        "A-3 has nobody for its second slot; at A-7 the third inspector stands in for the second"
    );
    assert_eq!(
        expected_loads(&away).unfilled,
        500_000,
        "A-3 is drawn every second time"
    );
}

#[test]
fn loads_and_what_stays_empty_make_up_all_slots() {
    for round in 0..2_000 {
        let manifest = by_chance(&mut Dice::new(round));
        let found = expected_loads(&manifest);
        let sum = loads(&manifest).into_iter().sum::<u128>() + found.unfilled;
        let off = sum.abs_diff(u128::from(found.slots) * MICRO);
        assert!(
            off <= u128::try_from(manifest.inspectors.len()).unwrap() + 1,
            "round {round}: {sum} millionths are {} slots, but for rounding",
            found.slots
        );
    }
    let manifest = large(250);
    let found = expected_loads(&manifest);
    let sum = loads(&manifest).into_iter().sum::<u128>() + found.unfilled;
    assert!(
        sum.abs_diff(750 * MICRO) <= 250,
        "500 inspectors, each rounded by half a millionth: {sum}"
    );
}

#[test]
fn draws_come_to_what_is_expected() {
    const DRAWS: u128 = 3_000;
    let strict = [slot("one", "skill"), slot("one", "-"), slot("-", "-")];
    let mut manifest = manifest()
        .inspector("one", &["skill"])
        .inspector("one", &["skill"])
        .inspector("one", &[])
        .inspector("two", &[])
        .inspector("two", &["skill"])
        .stratum("A", 6, 2, &strict)
        .stratum("B", 3, 1, &[slot("two", "-"), slot("-", "-")])
        .recused(0, "A", 1)
        .recused(3, "B", 2);
    manifest.crew.balance = false;
    let mut sums = [0_u128; 5];
    for round in 0..DRAWS {
        let mut bytes = [7; 32];
        bytes[..16].copy_from_slice(&round.to_le_bytes());
        let drawn = outcome(&manifest, &sunlot_draw::Digest::new(bytes)).unwrap();
        for (sum, load) in sums.iter_mut().zip(beside(&manifest, &drawn)) {
            *sum += u128::from(load.actual);
        }
    }
    for (expected, sum) in loads(&manifest).into_iter().zip(sums) {
        let mean = sum * MICRO / DRAWS;
        assert!(
            mean.abs_diff(expected) < 60_000,
            "over {DRAWS} draws the mean is {mean}, and {expected} was expected"
        );
    }
}

#[test]
fn expected_and_actual_stand_side_by_side_in_the_list_s_order() {
    let manifest = manifest()
        .inspectors(2)
        .stratum("A", 5, 5, &[slot("-", "-"), slot("-", "-")]);
    let drawn = outcome(&manifest, &crate::crew::sample::seed(1)).unwrap();
    let rows: Vec<_> = beside(&manifest, &drawn)
        .into_iter()
        .map(|row| (row.inspector, row.expected, row.actual))
        .collect();
    assert_eq!(
        rows,
        [
            ("P0000".to_owned(), 5 * MICRO, 5),
            ("P0001".to_owned(), 5 * MICRO, 5)
        ],
        "by id: nobody is ranked"
    );
}

#[test]
fn n_10_burden_is_who_was_visited_how_often_and_will_have_been() {
    let manifest = manifest().stratum("A", 8, 2, &[]).stratum("B", 2, 2, &[]);
    let visits: [&[u16]; 2] = [&[0, 0, 0, 0, 1, 2, 4, 900], &[0, 3]];
    let found = burden(&manifest, &visits).unwrap();
    assert_eq!(found.targets, 10, "all of the pool");
    assert_eq!(
        found.before,
        [5, 1, 1, 1, 2],
        "five never, two four times and more"
    );
    assert_eq!(
        found.expected,
        [3 * MICRO, 2_750_000, MICRO, 250_000, 3 * MICRO],
        "of A a quarter moves on, of B all; who was visited often stays in the last class"
    );
    assert_eq!(found.never, Chance::of(1, 2), "half was never visited");
    assert_eq!(
        found.never_expected,
        3 * MICRO,
        "three of the five still will not have been"
    );
    let drawn = outcome(&manifest, &crate::crew::sample::seed(3)).unwrap();
    let real = after(&manifest, &visits, &drawn).unwrap();
    assert_eq!(real.iter().sum::<u64>(), 10, "nobody is lost: {real:?}");
    let visited = |counts: [u64; 5]| -> u64 { (0..).zip(counts).map(|(times, count)| times * count).sum() };
    assert!(
        visited(real) - visited(found.before) <= 4,
        "four visits more, but for those above the last class: {real:?}"
    );
}

#[test]
fn n_10_visits_of_another_pool_are_refused() {
    let manifest = manifest().stratum("A", 2, 1, &[]).stratum("B", 3, 1, &[]);
    let short: [&[u16]; 1] = [&[0, 0]];
    assert_eq!(
        burden(&manifest, &short),
        Err(BurdenFault::Strata { strata: 2, visits: 1 }),
        "nothing is known of B"
    );
    let other: [&[u16]; 2] = [&[0, 0], &[0, 0]];
    assert_eq!(
        burden(&manifest, &other),
        Err(BurdenFault::Targets {
            stratum: "B".to_owned(),
            targets: 3,
            visits: 2,
        }),
        "of one of B's targets nothing is known, and nobody knows of which"
    );
    let empty = crate::crew::sample::manifest();
    let found = burden(&empty, &[]).unwrap();
    assert_eq!(
        (found.targets, found.never),
        (0, Chance::of(0, 0)),
        "an empty pool burdens nobody"
    );
}
