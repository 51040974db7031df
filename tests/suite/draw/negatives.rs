//! Files that must not pass, each named after its lesson, each with exactly the checks that must fail.
//!
//! They are written as edits of the worked cases in `tests/vectors/negatives.json`; what the report says of each
//! stands in `tests/golden/draw-negatives.txt`.

use expect_test::expect_file;
use serde_json::Value;
use sunlot_app::messages::verdict;
use sunlot_draw::amendment::Entry;
use sunlot_draw::verify::{CheckName, Given, Report, Sheet, verify};
use sunlot_draw::{Digest, read};

use super::edit::Draft;
use super::{bytes, failing, forger};
use crate::support::{root, text};

/// The checks that recompute: they all fail where a file has no content.
const COMPUTED: [&str; 9] = [
    "format",
    "manifest",
    "commitment",
    "seed",
    "selection",
    "crews",
    "digest",
    "amendments",
    "signatures",
];

/// A file that must not pass, or several.
pub struct Negative {
    pub lesson: String,
    pub files: Vec<Vec<u8>>,
    pub given: Given,
    fails: Vec<String>,
}

/// All of them.
pub fn negatives() -> Vec<Negative> {
    let table: Vec<Value> = serde_json::from_str(&text("tests/vectors/negatives.json")).unwrap();
    table.iter().map(negative).collect()
}

fn negative(entry: &Value) -> Negative {
    let word = |key: &str| entry[key].as_str().map(str::to_owned);
    let mut files = Vec::new();
    match entry["chain"].as_array() {
        Some(chain) => chain.iter().for_each(|part| files.push(file(part, &files))),
        None => files.push(file(entry, &[])),
    }
    let sheet = entry.get("sheet").map(|sheet| Sheet {
        commitment: sheet["commitment"].as_str().map(str::to_owned),
        challenge: sheet["challenge"].as_str().map(str::to_owned),
        station: sheet["station"].as_str().map(str::to_owned),
        seat: sheet["seat"].as_u64(),
        number: sheet["number"].as_str().map(str::to_owned),
    });
    let fails = entry["fails"]
        .as_array()
        .unwrap()
        .iter()
        .map(|check| check.as_str().unwrap().to_owned());
    Negative {
        lesson: word("lesson").unwrap(),
        files,
        given: Given {
            station: word("station"),
            sheet,
        },
        fails: fails.collect(),
    }
}

/// One file: the base, edited, and remade as far as the forger goes.
fn file(entry: &Value, before: &[Vec<u8>]) -> Vec<u8> {
    let mut draft = Draft {
        bytes: bytes(entry["base"].as_str().unwrap()),
    };
    for edit in entry["edit"].as_array().into_iter().flatten() {
        apply(&mut draft, edit.as_array().unwrap(), before);
    }
    let remake = match entry["forge"].as_str() {
        None => return draft.bytes,
        Some("all") => forger::remake_all,
        Some("digest" | "amendments") => forger::remake_digests,
        Some(other) => panic!("no forger goes as far as {other}"),
    };
    let mut published = forger::parsed(&draft.bytes);
    remake(&mut published);
    if !published.signatures.is_empty() && entry["keep"].as_bool() != Some(true) {
        forger::sign_all(&mut published);
    }
    serde_json::to_vec(&published).unwrap()
}

fn apply(draft: &mut Draft, edit: &[Value], before: &[Vec<u8>]) {
    match edit[0].as_str().unwrap() {
        // Seals a leaf that must stay open: its digest is right.
        "seal" => {
            let mut value = draft.value();
            let path = super::edit::pointer(edit[1].as_str().unwrap());
            let leaf = value.pointer(&path).unwrap();
            let digest = leaf_digest(leaf);
            super::edit::put(&mut value, &path, serde_json::json!({"leaf": digest}));
            draft.bytes = serde_json::to_vec(&value).unwrap();
        }
        "amend" => {
            let mut value = draft.value();
            let mut amendment = edit[1].clone();
            amendment["digest"] = "00".repeat(32).into();
            value["amendments"].as_array_mut().unwrap().push(amendment);
            draft.bytes = serde_json::to_vec(&value).unwrap();
        }
        // Puts somebody else into the first slot that was filled anew.
        "crew" => {
            let mut published = forger::parsed(&draft.bytes);
            let drawn = published.record.result.clone().unwrap().selected;
            let row = published.standing.iter_mut().find(|row| {
                let before = drawn.iter().find(|drawn| drawn.place == row.place);
                before.is_some_and(|before| before.crew != row.crew)
            });
            let row = row.expect("some crew was filled anew");
            row.crew.rotate_left(1);
            draft.bytes = serde_json::to_vec(&published).unwrap();
        }
        _ => {
            let edit: Vec<Value> = edit.iter().map(|part| refer(part, before)).collect();
            let mut value = serde_json::from_slice(&draft.bytes).unwrap_or(Value::Null);
            if forger::edit_signature(&mut value, &edit) {
                draft.bytes = serde_json::to_vec(&value).unwrap();
            } else {
                draft.apply(&edit);
            }
        }
    }
}

/// `@digest:0` is the digest of the first file of this chain.
fn refer(part: &Value, before: &[Vec<u8>]) -> Value {
    match part.as_str().and_then(|text| text.strip_prefix("@digest:")) {
        Some(at) => forger::parsed(&before[at.parse::<usize>().unwrap()])
            .digest
            .to_string()
            .into(),
        None => part.clone(),
    }
}

/// H("leaf", jcs(leaf)) by another way than the product's.
fn leaf_digest(leaf: &Value) -> String {
    use sha2::{Digest as _, Sha256};
    let hash = Sha256::digest(format!("sunlot/1 leaf\0{}", super::canonical(leaf)));
    super::edit::hex(&hash)
}

fn judge(negative: &Negative) -> Report {
    let files: Vec<_> = negative
        .files
        .iter()
        .map(|bytes| read::published(bytes))
        .collect();
    verify(&files, &negative.given)
}

#[test]
fn every_negative_fails_exactly_the_checks_of_its_lesson() {
    let negatives = negatives();
    assert!(
        negatives.len() > 250,
        "more lessons than rules: {}",
        negatives.len()
    );
    let mut wrong = Vec::new();
    let mut told = String::new();
    for negative in &negatives {
        let expected: Vec<&str> = match &negative.fails[..] {
            [all] if all == "unreadable" || all == "form" => COMPUTED.to_vec(),
            fails => fails.iter().map(String::as_str).collect(),
        };
        let report = judge(negative);
        assert_eq!(
            report.is_unreadable(),
            negative.fails == ["unreadable"],
            "{}",
            negative.lesson
        );
        for file in &report.files {
            let failing = failing(file);
            if failing != expected {
                wrong.push(format!(
                    "{}: should fail {expected:?}, fails {failing:?}",
                    negative.lesson
                ));
            }
        }
        told += &tell(negative, &report);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    expect_file![root().join("tests/golden/draw-negatives.txt")].assert_eq(&told);
}

/// The lesson, and what the last file's report says first.
fn tell(negative: &Negative, report: &Report) -> String {
    let mut text = format!("{}\n", negative.lesson);
    let checks = &report.files.last().unwrap().checks;
    for check in checks.iter().filter(|check| check.verdict.is_fail()) {
        let derived = ["读不出来，无从重算", "格式不合，无从重算"].contains(&&*verdict::of_check(check));
        if check.name == CheckName::Format || !derived {
            text += &format!("  {}：{}\n", check.name.name(), verdict::of_check(check));
        }
    }
    text
}

#[test]
fn what_a_lesson_changes_is_all_that_is_wrong_with_it() {
    // A negative teaches only if its base is good.
    for base in [
        "01-small.record.json",
        "01-small.signed.json",
        "03-amended.signed.json",
        "08-void-after-cards.record.json",
    ] {
        assert!(super::judge(&bytes(base)).is_valid(), "{base}");
    }
}

#[test]
fn a_good_amendment_passes_where_a_bad_one_is_refused() {
    // The same forger, the same way, with amendments that are in order: it is the amendment that fails, not the way.
    let mut published = super::published("01-small.record.json");
    let amendment = super::published("03-amended.record.json").amendments[0]
        .amendment
        .clone();
    published.amendments.push(Entry {
        amendment,
        digest: Digest::ZERO,
    });
    forger::remake_digests(&mut published);
    let file = serde_json::to_vec(&published).unwrap();
    assert!(super::judge(&file).is_valid(), "{:?}", super::judge(&file));
}
