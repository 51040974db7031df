//! Damaged files, the same in every run: a byte here, a value there, a value with every digest made anew.

use serde_json::{Value, json};
use sunlot_draw::stream::{Stream, Words, below};
use sunlot_draw::{Digest, Protocol, read};

use super::forger;

/// Chances that are the same in every run.
pub struct Dice(Stream);

impl Dice {
    pub fn new(round: u64) -> Self {
        let mut seed = [0x5a; 32];
        seed[..8].copy_from_slice(&round.to_le_bytes());
        Self(Stream::new(Protocol::Sunlot1, &Digest::new(seed), "mutants"))
    }

    pub fn below(&mut self, n: usize) -> usize {
        below(&mut self.0, u32::try_from(n).unwrap()) as usize
    }

    pub fn word(&mut self) -> u32 {
        self.0.next_word()
    }
}

/// One byte changed, removed, doubled, or inserted.
pub fn byte(base: &[u8], round: u64) -> Vec<u8> {
    let mut dice = Dice::new(round);
    let mut bytes = base.to_vec();
    let at = dice.below(bytes.len());
    let other = u8::try_from(dice.word() & 0xff).unwrap();
    match dice.below(5) {
        0 => bytes[at] = other,
        1 => bytes[at] ^= 1 << (other & 7),
        2 => drop(bytes.remove(at)),
        3 => bytes.insert(at, bytes[at]),
        _ => bytes.insert(at, b"0123456789,:\"{}[]a\\ "[usize::from(other) % 20]),
    }
    bytes
}

/// One value somewhere in the file changed, removed, doubled, or replaced by one of another kind.
pub fn value(base: &[u8], round: u64) -> Vec<u8> {
    serde_json::to_vec(&changed(base, &mut Dice::new(round))).unwrap()
}

/// The same, and then every digest made anew where the form allows it.
pub fn forged(base: &[u8], round: u64) -> Vec<u8> {
    let mut dice = Dice::new(round);
    let changed = serde_json::to_vec(&changed(base, &mut dice)).unwrap();
    let Ok(read::Reading {
        value: Some(mut published),
        ..
    }) = read::published(&changed)
    else {
        return changed;
    };
    forger::remake_digests(&mut published);
    if dice.below(2) == 0 {
        forger::sign_all(&mut published);
    }
    serde_json::to_vec(&published).unwrap()
}

fn changed(base: &[u8], dice: &mut Dice) -> Value {
    let mut value: Value = serde_json::from_slice(base).unwrap();
    let mut places = Vec::new();
    collect(&value, String::new(), &mut places);
    for _ in 0..=dice.below(2) {
        let place = places[dice.below(places.len())].clone();
        if value.pointer(&place).is_some() {
            change(&mut value, &place, dice, &places);
        }
    }
    value
}

fn collect(value: &Value, at: String, places: &mut Vec<String>) {
    match value {
        Value::Object(map) => map
            .iter()
            .for_each(|(key, inner)| collect(inner, format!("{at}/{key}"), places)),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .for_each(|(n, inner)| collect(inner, format!("{at}/{n}"), places)),
        _ => {}
    }
    if !at.is_empty() {
        places.push(at);
    }
}

fn change(value: &mut Value, place: &str, dice: &mut Dice, places: &[String]) {
    let (parent, last) = place.rsplit_once('/').unwrap();
    let other = value
        .pointer(&places[dice.below(places.len())])
        .cloned()
        .unwrap_or(Value::Null);
    let new = neighbour(value.pointer(place).unwrap(), dice, other);
    match (value.pointer_mut(parent).unwrap(), dice.below(6)) {
        (Value::Object(map), 0) => drop(map.remove(last)),
        (Value::Object(map), 1) => drop(map.insert("extra".to_owned(), new)),
        (Value::Object(map), _) => drop(map.insert(last.to_owned(), new)),
        (Value::Array(list), 0) => drop(list.remove(last.parse().unwrap())),
        (Value::Array(list), 1) => list.insert(last.parse().unwrap(), new),
        (Value::Array(list), 2) => {
            let at = dice.below(list.len());
            list.swap(at, last.parse().unwrap());
        }
        (Value::Array(list), _) => list[last.parse::<usize>().unwrap()] = new,
        (other, _) => panic!("{parent} holds no values: {other}"),
    }
}

/// Something near this value: off by one, a letter else, another kind, or a value from elsewhere in the file.
fn neighbour(value: &Value, dice: &mut Dice, other: Value) -> Value {
    let odd = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1.5),
        json!("x"),
        json!([]),
        json!({}),
        json!("\u{200b}"),
    ];
    match (value, dice.below(4)) {
        (_, 0) => odd[dice.below(odd.len())].clone(),
        (_, 1) => other,
        (Value::Number(number), _) => json!(
            number
                .as_u64()
                .unwrap_or_default()
                .wrapping_add(1 + u64::from(dice.word() % 3))
        ),
        (Value::String(text), 2) => json!(format!("{text}甲")),
        (Value::String(text), _) => {
            let mut letters: Vec<char> = text.chars().collect();
            if let Some(letter) = (!letters.is_empty()).then(|| dice.below(letters.len())) {
                letters[letter] = ['0', 'a', 'A', '-', '查'][dice.below(5)];
            }
            json!(letters.into_iter().collect::<String>())
        }
        (Value::Bool(truth), _) => json!(!truth),
        (unchanged, _) => unchanged.clone(),
    }
}
