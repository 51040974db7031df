//! The fixtures, changed by chance: bytes turned over, taken out, put in and repeated, in the file or, where it is a zip,
//! in a part that is packed again with a right checksum. Whatever comes of it, the program lives and says a sentence.

use std::collections::BTreeMap;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sunlot_app::Failure;
use sunlot_app::reader::{Ask, TableSource};
use zip::CompressionMethod;

use super::made::{unzipped, zipped};
use super::{all_fixtures, read_with};
use crate::support::reader;

/// So many in the long form.
const LONG: u64 = 1_000;
/// So many in every run.
const SAMPLE: u64 = 60;

/// Bytes by chance.
pub fn noise(seed: u64, length: usize) -> Vec<u8> {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    (0..length).map(|_| chance.random()).collect()
}

fn change(bytes: &mut Vec<u8>, chance: &mut ChaCha8Rng) {
    for _ in 0..chance.random_range(1..=8) {
        if bytes.is_empty() {
            return;
        }
        let at = chance.random_range(0..bytes.len());
        let length = chance.random_range(1..=64).min(bytes.len() - at);
        match chance.random_range(0..5) {
            0 => bytes[at] ^= 1 << chance.random_range(0..8),
            1 => {
                bytes[at] = *[0, 0xFF, b'<', b'>', b'"', b'&', b'9']
                    .get(chance.random_range(0..7))
                    .unwrap_or(&0)
            }
            2 => {
                bytes.drain(at..at + length);
            }
            3 => {
                let piece = bytes[at..at + length].to_vec();
                let again = chance.random_range(1..=50);
                let pieces = piece.repeat(again);
                bytes.splice(at..at, pieces);
            }
            _ => {
                let strange: Vec<u8> = (0..length).map(|_| chance.random()).collect();
                bytes.splice(at..at, strange);
            }
        }
    }
}

fn changed(bytes: &[u8], chance: &mut ChaCha8Rng) -> Vec<u8> {
    let inside = chance.random_bool(0.8);
    if let Some(mut parts) = unzipped(bytes).filter(|_| inside) {
        let place = chance.random_range(0..parts.len());
        if let Some(part) = parts.values_mut().nth(place) {
            change(part, chance);
        }
        return zipped(&parts, CompressionMethod::Deflated);
    }
    let mut bytes = bytes.to_vec();
    change(&mut bytes, chance);
    bytes
}

/// Zips, containers, documents and lines: each as often as the others, however many fixtures it has.
fn families(fixtures: &[(String, Vec<u8>)]) -> Vec<Vec<&(String, Vec<u8>)>> {
    let family = |bytes: &[u8]| match bytes.first() {
        Some(b'P') => 0,
        Some(0xD0) => 1,
        Some(b'<' | b'V') => 2,
        _ => 3,
    };
    (0..4)
        .map(|wanted| {
            fixtures
                .iter()
                .filter(|(_, bytes)| family(bytes) == wanted)
                .collect()
        })
        .collect()
}

#[test]
fn a_thousand_changed_files_take_nothing_with_them() {
    let long = std::env::var("SUNLOT_PROOF").is_ok_and(|length| length == "long");
    let fixtures = all_fixtures();
    let families = families(&fixtures);
    let folder = tempfile::tempdir().expect("a folder");
    let mut outcomes: BTreeMap<String, u32> = BTreeMap::new();
    for seed in 0..if long { LONG } else { SAMPLE } {
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let family = &families[chance.random_range(0..families.len())];
        let (name, bytes) = family[chance.random_range(0..family.len())];
        let path = folder.path().join(format!("{seed}-{name}"));
        std::fs::write(&path, changed(bytes, &mut chance)).expect("a file");
        let patient = reader().patient_for(30);
        let outcome = match read_with(&patient, &TableSource::File(path), &Ask::default()) {
            Ok(_) => "read".to_owned(),
            Err(error) => {
                let failure = Failure::from(error);
                assert!(
                    failure.message.ends_with('。') && failure.hint.ends_with('。'),
                    "seed {seed} of {name} ends in sentences: {}",
                    failure.message
                );
                assert_ne!(
                    failure.code, "reading_garbled",
                    "seed {seed} of {name}: the wire holds"
                );
                if failure.code == "reading_died" {
                    println!("seed {seed} of {name}: {}", failure.detail);
                }
                failure.code
            }
        };
        *outcomes.entry(outcome).or_default() += 1;
    }
    println!("{outcomes:?}");
    assert!(
        outcomes.len() > 1,
        "some are still read and some are not: {outcomes:?}"
    );
}
