//! Worked cases for others: `tests/vectors/station`, made of foreseen chance, compared to the byte.

use std::fs;

use expect_test::expect_file;
use sunlot_draw::station::{Flaw, judge};

use super::office::{FIRST, SECOND, Station, THIRD};
use crate::support::root;

/// What `UPDATE_EXPECT=1` writes anew.
fn same(name: &str, found: &str) {
    expect_file![root().join("tests/vectors/station").join(name)].assert_eq(found);
}

fn file(station: &Station) -> String {
    fs::read_to_string(station.key_file()).unwrap()
}

#[test]
fn the_worked_case_is_made_to_the_byte() {
    let station = Station::made("sunlot station vectors");
    let desk = station.desk();
    same("1-made.station.json", &file(&station));
    station.rotate(&desk, FIRST, SECOND).unwrap();
    same("2-rotated.station.json", &file(&station));
    station.clock.turn(60);
    station.lose(&desk, THIRD).unwrap();
    same("3-lost.station.json", &file(&station));
    station.clock.turn(60);
    station
        .revoke(&desk, "2026-11-20T10:42:00+08:00", Some(THIRD))
        .unwrap();
    station.make(&desk, FIRST).unwrap();
    same("5-made.station.json", &file(&station));
    let certificate = station.office.path().join("station.cer");
    let exported = desk.station_export(None, Some(&certificate)).unwrap();
    same("chain.json", &fs::read_to_string(exported.chain).unwrap());
    let der: String = fs::read(certificate)
        .unwrap()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    same("5-made.certificate.hex", &(der + "\n"));
    let summary: Vec<_> = desk.station_view().unwrap().former.into_iter().rev().collect();
    let mut told = String::new();
    for key in summary {
        told += &format!("{} {} {}\n", key.fingerprint, key.certificate, key.state);
    }
    same("fingerprints.txt", &told);
}

#[test]
fn the_committed_chain_is_valid_and_each_false_one_fails_for_its_reason() {
    let text = fs::read_to_string(root().join("tests/vectors/station/chain.json")).unwrap();
    let chain = sunlot_draw::station::chain(text.as_bytes())
        .unwrap()
        .value
        .expect("it is well formed");
    assert!(judge(&chain).is_valid(), "the true one");
    let swapped = {
        let mut chain = chain.clone();
        let (one, two) = (
            chain.statements[0].signatures.clone(),
            chain.statements[1].signatures.clone(),
        );
        chain.statements[0].signatures = vec![two[0].clone()];
        chain.statements[1].signatures = vec![one[0].clone(), two[1].clone()];
        chain
    };
    let mut cut = chain.clone();
    cut.statements.remove(2);
    let mut unsigned = chain.clone();
    unsigned.statements[1].signatures.remove(0);
    let mut retyped = chain.clone();
    retyped.statements[2].statement.act = sunlot_draw::station::Act::Rotated;
    let mut redated = chain.clone();
    redated.statements[3].statement.since = Some(chain.statements[3].statement.at.clone());
    for (name, forged, expected) in [
        ("chain.bad-01-signatures-swapped.json", swapped, Flaw::Signature),
        ("chain.bad-02-statement-missing.json", cut, Flaw::Previous),
        ("chain.bad-03-old-key-silent.json", unsigned, Flaw::Unsigned),
        ("chain.bad-04-loss-as-rotation.json", retyped, Flaw::Signature),
        ("chain.bad-05-revocation-redated.json", redated, Flaw::Signature),
    ] {
        same(name, &(serde_json::to_string_pretty(&forged).unwrap() + "\n"));
        let flaws = judge(&forged).flaws;
        assert!(
            flaws.kept().iter().any(|problem| problem.kind == expected),
            "{name} must fail as {expected:?}: {flaws:?}"
        );
    }
}
