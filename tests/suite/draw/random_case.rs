//! Cases made up by chance, the same in every run: small enough to read when one fails, odd enough to meet every rule.

use serde_json::{Value, json};
use sunlot_draw::manifest::{QuotaRule, Rounding};
use sunlot_draw::{Case, Impossible, Published, read};

use super::mutate::Dice;

const DEPARTMENTS: [&str; 3] = ["市场监管局", "应急局", "气象局"];
const SKILLS: [&str; 3] = ["计量", "防雷", "食品"];
const NAMES: [&str; 5] = [
    "大王店李记煤炭经销处",
    "𠅤记\"百货\"",
    "a\\b商行",
    "é店",
    "徐水区第一加油站（北）",
];

/// A case of this round, without amendments.
pub fn case(round: u64) -> Value {
    let mut dice = Dice::new(round);
    let dice = &mut dice;
    let keys = ["A", "B", "甲"];
    let mut next_id = 0;
    let strata: Vec<Value> = keys[..=dice.below(3)]
        .iter()
        .map(|key| stratum(key, &mut next_id, dice))
        .collect();
    let inspectors: Vec<Value> = (0..dice.below(8)).map(|at| inspector(at, dice)).collect();
    let recusals = recusals(&strata, inspectors.len(), dice);
    let exclusions: Vec<Value> = (0..dice.below(3))
        .map(|at| json!({"salt": salt(dice), "id": format!("X{at}"), "name": "某店", "reason": "已注销"}))
        .collect();
    let seats = dice.below(4);
    let seat = |at| json!({"role": "人大代表", "alias": format!("见证人{at}")});
    let contributions: Vec<String> = (0..seats).map(|_| digits(dice)).collect();
    let mut manifest = json!({
        "protocol": "sunlot/1", "drawId": format!("d-{round}"), "task": "〔2026〕1号", "sequence": 1, "previous": "0".repeat(64),
        "attempt": 1, "basis": null, "amended": [], "station": super::forger::station(),
        "office": {"code": "130609", "name": "徐水区"}, "title": "抽查", "createdAt": "2026-11-20T09:30:00+08:00",
        "seats": (1..=seats).map(seat).collect::<Vec<_>>(), "challenge": "", "items": [{"code": "QX-01", "name": "防雷"}],
        "strata": strata, "exclusions": exclusions, "inspectors": inspectors, "recusals": recusals,
        "crew": {"cap": dice.below(4), "balance": dice.below(2) == 0}
    });
    if seats > 0 {
        manifest["challenge"] = digits(dice).into();
    }
    if dice.below(3) == 0 {
        manifest["ext"] = json!({"rehearsal": dice.below(2) == 0, "note": {"b": [1, null, "é"], "a": true}});
    }
    json!({"manifest": manifest, "secret": salt(dice).repeat(2), "contributions": contributions, "amendments": []})
}

fn stratum(key: &str, next_id: &mut usize, dice: &mut Dice) -> Value {
    let size = dice.below(13);
    let mut targets = Vec::new();
    for _ in 0..size {
        *next_id += 1 + dice.below(3);
        let name = NAMES[dice.below(NAMES.len())];
        let mut leaf = json!({"salt": salt(dice), "id": format!("T{next_id:04}"), "name": name});
        if dice.below(4) == 0 {
            leaf["region"] = "大王店镇".into();
        }
        targets.push(leaf);
    }
    let (rule, quota) = rule(size as u64, dice);
    let reserve = dice.below(4).min(size - usize::try_from(quota).unwrap());
    let slots: Vec<Value> = (0..dice.below(4)).map(|_| slot(dice)).collect();
    json!({"key": key, "label": format!("{key}类"), "items": ["QX-01"], "rule": rule, "quota": quota, "reserve": reserve,
           "slots": slots, "targets": targets})
}

fn rule(size: u64, dice: &mut Dice) -> (Value, u64) {
    if dice.below(2) == 0 {
        let n = dice.below(8) as u64;
        return (
            json!({"kind": "count", "n": n}),
            QuotaRule::count(n).quota(size).unwrap(),
        );
    }
    let (rounding, word) = [
        (Rounding::Up, "up"),
        (Rounding::HalfUp, "half-up"),
        (Rounding::Down, "down"),
    ][dice.below(3)];
    let (bp, min) = (dice.below(10_001) as u64, dice.below(3) as u64);
    let max = (dice.below(2) == 0).then(|| dice.below(7) as u64);
    let rule = json!({"kind": "rate", "bp": bp, "rounding": word, "min": min, "max": max});
    (rule, QuotaRule::rate(bp, rounding, min, max).quota(size).unwrap())
}

fn slot(dice: &mut Dice) -> Value {
    let mut slot = json!({"role": "检查员"});
    for (key, words) in [("dept", DEPARTMENTS), ("skill", SKILLS)] {
        match dice.below(6) {
            0 => slot[key] = words[dice.below(3)].into(),
            1 => slot[key] = Value::Null,
            _ => {}
        }
    }
    slot
}

fn inspector(at: usize, dice: &mut Dice) -> Value {
    let skills = &SKILLS[..dice.below(4)];
    json!({"salt": salt(dice), "id": id(at), "name": format!("检查员{at}"), "dept": DEPARTMENTS[dice.below(3)], "skills": skills})
}

fn recusals(strata: &[Value], inspectors: usize, dice: &mut Dice) -> Vec<Value> {
    let mut recusals = Vec::new();
    for stratum in strata {
        let size = stratum["targets"].as_array().unwrap().len();
        for _ in 0..dice.below(4) {
            if size > 0 && inspectors > 0 {
                let (inspector, number) = (id(dice.below(inspectors)), 1 + dice.below(size));
                recusals.push(json!({"salt": salt(dice), "inspector": inspector, "stratum": stratum["key"], "number": number,
                                     "reason": "近亲属"}));
            }
        }
    }
    recusals
}

/// An inspector's id; those from 8 on are in no manifest.
fn id(at: usize) -> String {
    format!("冀F{at:03}")
}

fn digits(dice: &mut Dice) -> String {
    (0..6 + dice.below(20))
        .map(|_| char::from(b'0' + u8::try_from(dice.below(10)).unwrap()))
        .collect()
}

fn salt(dice: &mut Dice) -> String {
    (0..4).map(|_| format!("{:08x}", dice.word())).collect()
}

/// What an office might do next; often enough something that is refused.
pub fn amendment(at: usize, case: &Value, dice: &mut Dice) -> Value {
    let strata = case["manifest"]["strata"].as_array().unwrap();
    let stratum = &strata[dice.below(strata.len())]["key"];
    let number = 1 + dice.below(12);
    let mut amendment = match dice.below(12) {
        0..=2 => {
            json!({"kind": "drop-target", "stratum": stratum, "number": number, "replace": dice.below(3) > 0})
        }
        3 | 4 => json!({"kind": "inspector-out", "inspector": id(dice.below(10))}),
        5 | 6 => {
            let borrowed = 8 + dice.below(2);
            json!({"kind": "inspector-in", "inspector": {"id": id(borrowed), "name": "借调", "dept": "应急局", "skills": SKILLS}})
        }
        7 | 8 => {
            json!({"kind": "recuse", "inspector": id(dice.below(8)), "stratum": stratum, "number": number})
        }
        9 => json!({"kind": "fill"}),
        10 if dice.below(3) == 0 => json!({"kind": "cancel"}),
        _ => json!({"kind": "withdraw", "of": 1 + dice.below(at + 1)}),
    };
    amendment["reason"] = "情况有变".into();
    amendment["at"] = format!("2026-11-21T09:30:{:02}+08:00", at % 60).into();
    amendment["by"] = json!(["李主任"]);
    amendment
}

/// The published file of a case.
pub fn publish(case: &Value) -> Result<Published, Impossible> {
    let reading = read::case(&serde_json::to_vec(case).unwrap()).unwrap();
    assert!(
        reading.faults.is_empty(),
        "a made-up case keeps to the form: {:?}",
        reading.faults
    );
    let case: Case = reading.value.unwrap();
    case.publish()
}

/// A case of this round with those amendments, out of `tries`, that are accepted.
pub fn amended(round: u64, tries: usize) -> Value {
    let mut case = case(round);
    let mut dice = Dice::new(round ^ 0xa3e4_d000);
    for at in 0..tries {
        let amendment = amendment(at, &case, &mut dice);
        case["amendments"].as_array_mut().unwrap().push(amendment);
        match publish(&case) {
            Ok(_) => {}
            Err(Impossible::Amendment(..)) => drop(case["amendments"].as_array_mut().unwrap().pop()),
            Err(other) => panic!("round {round}: {other:?}"),
        }
    }
    case
}
