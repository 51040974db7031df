//! The true draw, made many times over: who falls, with whom, in which place, and who goes where stray no further from
//! even than chance does.
//!
//! Seeds are fixed, so a result is the same on every machine and in every run. What each statistic can see is shown in
//! `controls`, on draws that are wrong; that every outcome is possible, in `enumeration`.

use std::sync::OnceLock;

use serde_json::{Value, json};
use sunlot_draw::draw::outcome;
use sunlot_draw::record::{Outcome, Place};
use sunlot_draw::selection::draw_places;
use sunlot_draw::{Id, Manifest, read};

use super::tally::{ChiSquare, Sample, Verdict, seed};

/// Draws of targets alone. Were one target of forty to fall in 34 draws of 100 instead of 30, this would add
/// 20 000·0.04²/(0.3·0.7), about 152, to a sum that is 39 ± 9 by chance and may be 97 at most: it could not pass.
const DRAWS: usize = 20_000;

/// Draws with crews, which take longer.
const MANNED: usize = 2_000;

const INSPECTORS: usize = 8;
const SLOTS: usize = 3;

/// A stratum of so many targets, all slots open to everybody.
fn stratum(key: &str, size: usize, quota: usize, reserve: usize) -> Value {
    let target = |number: usize| {
        let (id, salt) = (format!("{key}{number:03}"), "00".repeat(16));
        json!({"id": id, "name": "target", "salt": salt})
    };
    let slots = ["first", "second", "third"].map(|role| json!({"role": role}));
    json!({
        "key": key, "label": key, "items": [], "rule": {"kind": "count", "n": quota},
        "quota": quota, "reserve": reserve, "slots": slots,
        "targets": (1..=size).map(target).collect::<Vec<_>>(),
    })
}

/// A manifest with these strata and eight inspectors, who fit everywhere.
fn manifest(strata: [Value; 2], balance: bool) -> Manifest {
    let mut manifest = super::json("01-small.case.json")["manifest"].take();
    let inspector = |at: usize| {
        let (id, salt) = (at.to_string(), "00".repeat(16));
        json!({"id": id, "name": "inspector", "dept": "one", "skills": [], "salt": salt})
    };
    manifest["strata"] = json!(strata);
    manifest["inspectors"] = (0..INSPECTORS).map(inspector).collect();
    manifest["recusals"] = json!([]);
    manifest["crew"] = json!({"cap": 0, "balance": balance});
    let reading = read::manifest(manifest.to_string().as_bytes()).unwrap();
    assert!(reading.faults.is_empty(), "{:?}", reading.faults);
    reading.value.unwrap()
}

/// The numbers of these places in one stratum, counted from 0.
fn numbers<'p>(places: impl Iterator<Item = &'p Place>, stratum: &str) -> Vec<u32> {
    let of_stratum = places.filter(|place| &*place.stratum == stratum);
    of_stratum
        .map(|place| u32::try_from(place.number - 1).unwrap())
        .collect()
}

/// What was drawn from A, selected and then reserves; what was selected there; and what was drawn from B.
fn targets() -> &'static [Sample; 3] {
    static DRAWN: OnceLock<[Sample; 3]> = OnceLock::new();
    DRAWN.get_or_init(|| {
        let manifest = manifest([stratum("A", 40, 8, 4), stratum("B", 15, 3, 2)], false);
        let draws: Vec<_> = (0..DRAWS)
            .map(|round| draw_places(&manifest, &seed(round)).unwrap())
            .collect();
        let all = |of: &str| {
            let drawn = draws
                .iter()
                .map(|(selected, reserves)| numbers(selected.iter().chain(reserves), of));
            drawn.collect()
        };
        let selected = draws
            .iter()
            .map(|(selected, _)| numbers(selected.iter(), "A"))
            .collect();
        [
            Sample::new(40, all("A")),
            Sample::new(40, selected),
            Sample::new(15, all("B")),
        ]
    })
}

fn chance(found: ChiSquare, what: &str) {
    assert_eq!(found.verdict(), Verdict::Chance, "{what}: {found}");
}

#[test]
fn every_target_falls_equally_often() {
    let [drawn, selected, other] = targets();
    chance(drawn.selection(), "targets of A, selected or reserve");
    chance(selected.selection(), "targets of A, selected");
    chance(other.selection(), "targets of B, selected or reserve");
}

#[test]
fn every_pair_of_targets_falls_together_equally_often() {
    let [drawn, selected, other] = targets();
    chance(drawn.pairs(), "pairs of A, selected or reserve");
    chance(selected.pairs(), "pairs of A, selected");
    chance(other.pairs(), "pairs of B, selected or reserve");
}

#[test]
fn every_target_falls_in_every_place_equally_often() {
    let [drawn, selected, other] = targets();
    chance(
        drawn.places(),
        "target × place in A: no one is more of a reserve than another",
    );
    chance(selected.places(), "target × place among the selected of A");
    chance(other.places(), "target × place in B");
}

#[test]
fn strata_know_nothing_of_each_other() {
    let [drawn, _, other] = targets();
    chance(
        drawn.beside(other),
        "target of A × target of B: each stratum has words of its own",
    );
}

#[test]
fn no_draw_comes_twice() {
    let [drawn, ..] = targets();
    // 40·39·…·29, about 2.7·10¹⁸ lists, against 2·10⁸ pairs of draws: chance repeats one in 10¹⁰ such series.
    assert_eq!(
        drawn.repeats(),
        0,
        "the whole seed counts, or there would be fewer draws than it has bits for"
    );
}

/// Draws with crews: 4 of 12 targets and 3 of 9, so 7 rows of 3 slots for 8 inspectors.
fn manned(balance: bool) -> Vec<Outcome> {
    let manifest = manifest([stratum("A", 12, 4, 0), stratum("B", 9, 3, 0)], balance);
    (0..MANNED)
        .map(|round| outcome(&manifest, &seed(round)).unwrap())
        .collect()
}

fn unbalanced() -> &'static [Outcome] {
    static DRAWN: OnceLock<Vec<Outcome>> = OnceLock::new();
    DRAWN.get_or_init(|| manned(false))
}

/// A crew as an ordered sample of the inspectors.
fn crew(crew: &[Option<Id>]) -> Vec<u32> {
    let member = |id: &Option<Id>| id.as_ref().unwrap().parse().unwrap();
    crew.iter().map(member).collect()
}

#[test]
fn every_inspector_goes_to_every_target_in_every_slot_equally_often() {
    let targets = [("A", 12), ("B", 9)]
        .into_iter()
        .flat_map(|(key, size)| (1..=size).map(move |at| (key, at)));
    let crews: Vec<Sample> = targets
        .map(|(key, number)| {
            let rows = unbalanced().iter().flat_map(|outcome| &outcome.selected);
            let there = rows.filter(|row| (&*row.place.stratum, row.place.number) == (key, number));
            Sample::new(INSPECTORS, there.map(|row| crew(&row.crew)).collect())
        })
        .collect();
    chance(
        crews.iter().map(Sample::selection).sum(),
        "inspector × target, over all 21 targets",
    );
    chance(
        crews.iter().map(Sample::places).sum(),
        "inspector × slot at each target",
    );
    chance(
        crews.iter().map(Sample::pairs).sum(),
        "inspectors who go together, at each target",
    );
}

/// The crews of each row, row by row of the result.
fn by_row(outcomes: &[Outcome]) -> Vec<Sample> {
    let row = |at: usize| {
        outcomes
            .iter()
            .map(move |outcome| crew(&outcome.selected[at].crew))
            .collect()
    };
    (0..7).map(|at| Sample::new(INSPECTORS, row(at))).collect()
}

#[test]
fn crews_of_one_draw_know_nothing_of_each_other() {
    let rows = by_row(unbalanced());
    chance(
        rows.iter().map(Sample::selection).sum(),
        "inspector × row of the result",
    );
    let pairs = (0..rows.len()).flat_map(|one| (0..one).map(move |other| (one, other)));
    let beside = pairs.map(|(one, other)| rows[one].beside(&rows[other])).sum();
    chance(
        beside,
        "inspector of one row × inspector of another: each row has tickets of its own",
    );
}

/// How many slots each inspector took.
fn loads(outcome: &Outcome) -> [usize; INSPECTORS] {
    let mut loads = [0; INSPECTORS];
    let crews = outcome.selected.iter().flat_map(|row| crew(&row.crew));
    crews.for_each(|member| loads[member as usize] += 1);
    loads
}

#[test]
fn a_balanced_load_is_even_and_chance_says_who_takes_one_more() {
    let outcomes = manned(true);
    let longer = |outcome: &Outcome| -> Vec<u32> {
        let loads = loads(outcome);
        let least = outcome.selected.len() * SLOTS / INSPECTORS;
        let fair = loads.iter().all(|load| (least..=least + 1).contains(load));
        assert!(fair, "21 slots among 8 are 2 or 3 each, not {loads:?}");
        (0..)
            .zip(loads)
            .filter(|(_, load)| *load > least)
            .map(|(inspector, _)| inspector)
            .collect()
    };
    let longer = Sample::new(INSPECTORS, outcomes.iter().map(longer).collect());
    chance(longer.selection(), "who takes three: each equally often");
    chance(longer.pairs(), "and each pair equally often");
    let rows = by_row(&outcomes);
    for (at, row) in rows.iter().enumerate() {
        chance(row.selection(), &format!("inspectors of row {at}"));
        chance(row.places(), &format!("inspector × slot of row {at}"));
    }
}

#[test]
fn without_balance_the_load_is_left_to_chance() {
    let uneven = unbalanced().iter().filter(|outcome| {
        let loads = loads(outcome);
        loads.iter().max().unwrap() - loads.iter().min().unwrap() > 1
    });
    assert!(
        uneven.count() > MANNED * 9 / 10,
        "cap 0 and no balance: nothing evens it out unasked"
    );
}
