//! What must hold of every draw, tried on cases made up by chance.

use serde_json::{Value, json};
use sunlot_draw::draw::{outcome, seed};
use sunlot_draw::{Manifest, Published, read};

use super::mutate::Dice;
use super::random_case::{amended, amendment, case, publish};
use super::{bytes, canonical, failing, judge, published};

const ROUNDS: u64 = 300;

fn manifest(case: &Value) -> Manifest {
    let bytes = serde_json::to_vec(&case["manifest"]).unwrap();
    read::manifest(&bytes).unwrap().value.unwrap()
}

fn shuffle(list: &mut Value, dice: &mut Dice) {
    let list = list.as_array_mut().unwrap();
    for at in (1..list.len()).rev() {
        list.swap(at, dice.below(at + 1));
    }
}

#[test]
fn what_is_drawn_is_valid_and_reads_back_as_it_was() {
    for round in 0..ROUNDS {
        let file = publish(&amended(round, 8)).unwrap();
        let bytes = serde_json::to_vec(&file).unwrap();
        assert_eq!(
            failing(&judge(&bytes)),
            [""; 0],
            "round {round}: whoever draws by the protocol is believed"
        );
        let sorted = canonical(&serde_json::from_slice(&bytes).unwrap());
        assert_eq!(
            String::from_utf8_lossy(&bytes),
            sorted,
            "round {round}: what is written is canonical, so that writing is hashing"
        );
        let read = read::published(&bytes).unwrap().value.unwrap();
        assert_eq!(read, file, "round {round}: nothing is lost in the file");
    }
}

#[test]
fn sealing_changes_no_digest_and_no_verdict() {
    for round in 0..ROUNDS {
        let open = publish(&amended(round, 8)).unwrap();
        let mut sealed = open.clone();
        sealed.seal();
        let bytes = serde_json::to_vec(&sealed).unwrap();
        assert_eq!(
            failing(&judge(&bytes)),
            [""; 0],
            "round {round}: a sealed edition verifies like the file"
        );
        assert_eq!(
            sealed.record.manifest.digest(),
            open.record.manifest.digest(),
            "round {round}: it is the same list"
        );
        assert_eq!(
            (sealed.digest, &sealed.standing),
            (open.digest, &open.standing),
            "round {round}"
        );
    }
}

#[test]
fn no_single_byte_can_be_changed_unseen() {
    let name = "01-small.record.json";
    let (base, before) = (bytes(name), published(name));
    let mut harmless = 0;
    for at in 0..base.len() {
        let flipped = base[at] ^ (1 << (at % 7));
        for (what, changed) in [
            ("replaced", [&base[..at], &[flipped], &base[at + 1..]].concat()),
            ("removed", [&base[..at], &base[at + 1..]].concat()),
            ("doubled", [&base[..=at], &base[at..]].concat()),
        ] {
            let Ok(reading) = read::published(&changed) else {
                continue;
            };
            let Some(after) = reading.value.filter(|_| reading.faults.is_empty()) else {
                continue;
            };
            if after == before {
                harmless += 1;
                continue;
            }
            assert!(
                !failing(&judge(&changed)).is_empty(),
                "byte {at} {what}: other content, and no check fails"
            );
        }
    }
    assert!(
        harmless > 0,
        "some bytes are blanks between values, or the test looks at nothing"
    );
}

#[test]
fn the_order_of_a_roster_decides_nothing() {
    for round in 0..ROUNDS {
        let case = case(round);
        let (sorted, secret) = (manifest(&case), case["secret"].as_str().unwrap());
        let file = publish(&case).unwrap();
        let seed = file.record.seed.unwrap();
        let mut shuffled = case.clone();
        let dice = &mut Dice::new(round);
        shuffle(&mut shuffled["manifest"]["inspectors"], dice);
        let shuffled = manifest(&shuffled);
        assert_eq!(
            outcome(&shuffled, &seed),
            outcome(&sorted, &seed),
            "round {round}: under one seed the same people go to the same places, wherever they stand in the list"
        );
        if shuffled != sorted {
            let breaches = sunlot_draw::rules::check_manifest(&shuffled);
            assert!(
                !breaches.is_empty(),
                "round {round}: and so that nobody can shop for a seed by shuffling ({secret}), only one order may be sealed"
            );
        }
    }
}

#[test]
fn who_steps_in_does_not_depend_on_the_order_of_the_steps() {
    let mut compared = 0;
    for round in 0..ROUNDS * 4 {
        let base = amended(round, 3);
        let dice = &mut Dice::new(round ^ 0x0c0d_e000);
        let [one, other] = [(); 2].map(|()| {
            let mut amendment = amendment(0, &base, dice);
            amendment["at"] = json!("2026-12-01T00:00:00Z");
            amendment
        });
        let order = |steps: [&Value; 2]| {
            let mut case = base.clone();
            let amendments = case["amendments"].as_array_mut().unwrap();
            amendments.extend(steps.into_iter().cloned());
            publish(&case).ok()
        };
        let (Some(forth), Some(back)) = (order([&one, &other]), order([&other, &one])) else {
            continue;
        };
        // Two targets of one stratum share its reserves, and two who are borrowed stand in line: there, order is meant to count.
        let shares = |kind: &str| one["kind"] == kind && other["kind"] == kind;
        if shares("inspector-in") || shares("drop-target") && one["stratum"] == other["stratum"] {
            continue;
        }
        compared += 1;
        assert_eq!(
            forth.standing, back.standing,
            "round {round}: {one} and {other} come to the same either way"
        );
    }
    assert!(
        compared > 100,
        "only {compared} pairs were accepted in both orders"
    );
}

#[test]
fn a_withdrawn_amendment_leaves_no_trace_in_who_goes_where() {
    let mut compared = 0;
    for round in 0..ROUNDS * 2 {
        let base = amended(round, 3);
        let dice = &mut Dice::new(round ^ 0x0171_d000);
        let mut step = amendment(0, &base, dice);
        step["at"] = json!("2026-12-01T00:00:00Z");
        let number = base["amendments"].as_array().unwrap().len() + 1;
        let mut case = base.clone();
        let undo = json!({"kind": "withdraw", "of": number, "reason": "误操作", "at": "2026-12-01T00:00:00Z", "by": ["李主任"]});
        let amendments = case["amendments"].as_array_mut().unwrap();
        amendments.extend([step.clone(), undo]);
        let Ok(undone) = publish(&case) else { continue };
        compared += 1;
        let before: Published = publish(&base).unwrap();
        assert_eq!(
            undone.standing, before.standing,
            "round {round}: {step}, withdrawn, has never been"
        );
        assert!(
            undone.amendments.len() == number + 1,
            "round {round}: but it stays in the list, for everybody to see"
        );
    }
    assert!(compared > 100, "only {compared} steps were accepted");
}

#[test]
fn every_part_of_what_is_sealed_goes_into_the_seed() {
    const PARTS: [&str; 12] = [
        "/title",
        "/office/name",
        "/items/0/name",
        "/seats/0/alias",
        "/strata/0/label",
        "/strata/0/slots/0/role",
        "/strata/0/targets/0/name",
        "/strata/0/targets/0/region",
        "/exclusions/0/reason",
        "/inspectors/0/name",
        "/recusals/0/reason",
        "/drawId",
    ];
    let mut changed = [0; PARTS.len()];
    for round in 0..ROUNDS / 4 {
        let case = case(round);
        let before = publish(&case).unwrap();
        for (part, changed) in PARTS.iter().zip(&mut changed) {
            let mut other = case.clone();
            let Some(Value::String(text)) = other["manifest"].pointer_mut(part) else {
                continue;
            };
            text.push('改');
            *changed += 1;
            let after = publish(&other).unwrap();
            assert_ne!(
                (before.record.commitment, before.record.seed),
                (after.record.commitment, after.record.seed),
                "round {round}: {part} is not beside the draw"
            );
        }
        let of = |secret| {
            let record = &before.record;
            seed(
                record.manifest.protocol,
                &record.commitment,
                secret,
                &record.contributions,
            )
        };
        assert_eq!(
            of(None),
            None,
            "round {round}: and without the secret there is no seed"
        );
        assert_eq!(
            of(before.record.secret.as_ref()),
            before.record.seed,
            "round {round}: with it there is"
        );
    }
    assert!(
        changed.iter().all(|count| *count > 0),
        "every part was met: {changed:?}"
    );
}
