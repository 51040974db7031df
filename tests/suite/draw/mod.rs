//! The draw and its verifier, held against the protocol's worked cases and against cases of our own.

mod command_line;
mod controls;
mod edit;
mod enumeration;
mod forger;
mod hostile;
mod mutate;
mod negatives;
mod notices;
mod properties;
mod random_case;
mod statistics;
mod tally;
mod two_verifiers;
mod vectors;

use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use sunlot_draw::verify::{FileReport, Given, Report, verify};
use sunlot_draw::{Published, read};

use crate::support::root;

/// The folder of the protocol's worked cases.
pub fn folder() -> PathBuf {
    root().join("tests/vectors/draw")
}

/// The names of all cases with this ending, without it.
pub fn cases(ending: &str) -> Vec<String> {
    let mut found: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .filter_map(|entry| {
            Some(
                entry
                    .unwrap()
                    .file_name()
                    .to_str()?
                    .strip_suffix(ending)?
                    .to_owned(),
            )
        })
        .collect();
    found.sort();
    assert!(!found.is_empty(), "no {ending}: the test is blind");
    found
}

pub fn bytes(name: &str) -> Vec<u8> {
    fs::read(folder().join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

pub fn json(name: &str) -> Value {
    serde_json::from_slice(&bytes(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// The canonical form by another way: keys are ASCII and numbers are integers, so sorted and compact is canonical.
pub fn canonical(value: &Value) -> String {
    serde_json::to_string(value).unwrap()
}

pub fn published(name: &str) -> Published {
    let reading = read::published(&bytes(name)).unwrap();
    assert!(reading.faults.is_empty(), "{name}: {:?}", reading.faults);
    reading.value.unwrap()
}

/// The report on one file that is given by its bytes.
pub fn judge(bytes: &[u8]) -> FileReport {
    let mut report = verify(&[read::published(bytes)], &Given::default());
    report.files.remove(0)
}

/// The report on several files.
pub fn judge_all(files: &[Vec<u8>]) -> Report {
    let files: Vec<_> = files.iter().map(|bytes| read::published(bytes)).collect();
    verify(&files, &Given::default())
}

/// The names of the checks that fail.
pub fn failing(report: &FileReport) -> Vec<&'static str> {
    let fails = report.checks.iter().filter(|check| check.verdict.is_fail());
    fails.map(|check| check.name.name()).collect()
}
