//! The protocol's worked cases: what `draw` makes of them, and what `verify` says, to the byte.

use serde_json::Value;
use sunlot_draw::commitment::ShortCode;
use sunlot_draw::stream::{Stream, below};
use sunlot_draw::verify::CheckName;
use sunlot_draw::{Digest, Protocol, read};

use super::{bytes, canonical, cases, failing, json, judge, judge_all, published};

#[test]
fn every_case_gives_its_record_to_the_byte() {
    for name in cases(".case.json") {
        let reading = read::case(&bytes(&format!("{name}.case.json"))).unwrap();
        assert!(reading.faults.is_empty(), "{name}: {:?}", reading.faults);
        let published = reading
            .value
            .unwrap()
            .publish()
            .unwrap_or_else(|e| panic!("{name}: {e:?}"));
        let expected = canonical(&json(&format!("{name}.record.json")));
        let made = serde_json::to_string(&published).unwrap();
        assert!(
            made == expected,
            "{name}: another file than the worked one\n{made}\n{expected}"
        );
    }
}

#[test]
fn every_record_is_valid_and_reads_back_as_it_was_written() {
    for ending in [".record.json", ".signed.json", ".sealed-edition.json"] {
        for name in cases(ending) {
            let name = format!("{name}{ending}");
            let report = judge(&bytes(&name));
            assert!(report.is_valid(), "{name} fails {:?}", report.checks);
            let made = serde_json::to_string(&published(&name)).unwrap();
            assert_eq!(
                made,
                canonical(&json(&name)),
                "{name}: reading and writing changes nothing"
            );
        }
    }
}

#[test]
fn every_bad_file_fails_the_check_it_is_named_after() {
    let mut seen = 0;
    for name in cases(".json")
        .into_iter()
        .filter(|name| name.contains(".bad-") && !name.ends_with("-chain"))
    {
        let check = name.rsplit('-').next().unwrap();
        let report = judge(&bytes(&format!("{name}.json")));
        assert!(
            failing(&report).contains(&check),
            "{name} fails only {:?}",
            failing(&report)
        );
        seen += 1;
    }
    assert_eq!(seen, 77, "every bad file was tried");
}

#[test]
fn a_whole_chain_passes_and_every_broken_one_fails() {
    let whole: Vec<_> = (1..=3)
        .map(|at| bytes(&format!("10-chain-{at}.record.json")))
        .collect();
    for order in [[0, 1, 2], [2, 0, 1]] {
        let files = order.map(|at: usize| whole[at].clone());
        assert!(judge_all(&files).is_valid(), "in the order {order:?}");
    }
    for name in cases("-chain.json")
        .into_iter()
        .filter(|name| name.starts_with("13-chain.bad-"))
    {
        let vector = json(&format!("{name}-chain.json"));
        let files: Vec<_> = vector["files"]
            .as_array()
            .unwrap()
            .iter()
            .map(|file| canonical(file).into_bytes())
            .collect();
        for report in judge_all(&files).files {
            assert_eq!(failing(&report), ["chain"], "{name}: {}", vector["lesson"]);
        }
    }
}

#[test]
fn a_sealed_edition_is_the_file_with_what_may_be_sealed_sealed() {
    for name in cases(".sealed-edition.json") {
        let signed = published(&format!("{name}.signed.json"));
        let mut edition = published(&format!("{name}.record.json"));
        edition.seal();
        let expected = json(&format!("{name}.sealed-edition.json"));
        let mut made: Value = serde_json::from_str(&serde_json::to_string(&edition).unwrap()).unwrap();
        if expected["signatures"] != made["signatures"] {
            made["signatures"] = serde_json::to_value(&signed.signatures).unwrap();
        }
        assert_eq!(canonical(&made), canonical(&expected), "{name}");
    }
}

#[test]
fn a_stream_gives_the_worked_numbers() {
    for stream in json("streams.json").as_array().unwrap() {
        let seed = Digest::parse(stream["seed"].as_str().unwrap()).unwrap();
        let label = stream["label"].as_str().unwrap();
        let n = u32::try_from(stream["n"].as_u64().unwrap()).unwrap();
        let mut words = Stream::new(Protocol::Sunlot1, &seed, label);
        for (at, expected) in stream["below"].as_array().unwrap().iter().enumerate() {
            assert_eq!(
                u64::from(below(&mut words, n)),
                expected.as_u64().unwrap(),
                "{label}, below {n}, value {at}"
            );
        }
    }
}

#[test]
fn a_short_code_is_the_worked_one() {
    for (name, code) in json("short-codes.json").as_object().unwrap() {
        let commitment = published(&format!("{name}.record.json")).record.commitment;
        assert_eq!(
            ShortCode::of(&commitment).to_string(),
            code.as_str().unwrap(),
            "{name}"
        );
    }
}

#[test]
fn all_twelve_checks_are_answered_whatever_the_file() {
    for file in [
        bytes("01-small.record.json"),
        b"{}".to_vec(),
        b"[]".to_vec(),
        b"\xff".to_vec(),
        Vec::new(),
    ] {
        let names = judge(&file).checks.map(|check| check.name);
        assert_eq!(names, CheckName::ALL, "in the protocol's order");
    }
}
