//! Any bytes as a manifest: checking never stops the program, and whatever is accepted can be drawn and verifies.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sunlot_draw::read;
use sunlot_draw::rules::check_manifest;
use sunlot_draw::verify::{Given, verify};
use sunlot_draw::{Case, Secret, Text};

fuzz_target!(|bytes: &[u8]| {
    let Ok(read::Reading { value: Some(manifest), .. }) = read::manifest(bytes) else {
        return;
    };
    let _ = manifest.digest();
    if !check_manifest(&manifest).is_empty() {
        return;
    }
    let number = || Text::new("20261120");
    let case = Case {
        contributions: manifest.seats.iter().map(|_| number()).collect(),
        manifest,
        secret: Secret::parse(&"5a".repeat(32)),
        amendments: Vec::new(),
        void: None,
        ceremony: None,
    };
    let published = case.publish().expect("what keeps the rules can be drawn");
    let file = serde_json::to_vec(&published).expect("a record can be written");
    let report = verify(&[read::published(&file)], &Given::default());
    // A case may come with leaves sealed that the draw then selects; only those may be held against it.
    let failing = report.files[0].checks.iter().filter(|check| check.verdict.is_fail());
    let names: Vec<_> = failing.map(|check| check.name.name()).collect();
    let sealed = published.record.manifest.strata.iter().flat_map(|s| &s.targets).any(|leaf| leaf.is_sealed());
    assert!(names.is_empty() || sealed && names == ["format"], "drawn by the rules, refused by {names:?}");
});
