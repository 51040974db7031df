//! T15: what a good signature is worth, by the key that made it and the moment that the record names. Only what is beyond
//! doubt is good; a good signature of an unknown key is a good signature of an unknown station.

use std::fs;
use std::path::{Path, PathBuf};

use ed25519_dalek::Signer;
use sunlot_app::station::{KeyVerifyRequest, verify};
use sunlot_draw::station::{Act, Chain};
use sunlot_draw::{Case, SignatureBytes, record, signature};

use super::chain::{append, key, next, public, story, time};
use crate::support::root;

/// A record made at a moment by the station of this key, signed.
fn record(byte: u8, at: &str, signed: bool) -> String {
    let case = fs::read(root().join("tests/vectors/draw/01-small.case.json")).unwrap();
    let mut case: Case = sunlot_draw::read::case(&case).unwrap().value.expect("a vector");
    case.manifest.station = public(byte);
    case.manifest.created_at = time(at);
    case.amendments.clear();
    let mut published = case.publish().expect("it can be drawn");
    if signed {
        let protocol = published.record.manifest.protocol;
        let message = signature::message(protocol, &published.digest);
        published.signatures.push(record::Signature {
            alg: record::Algorithm::Ed25519,
            of: published.digest,
            public_key: public(byte),
            sig: SignatureBytes::new(key(byte).sign(message.bytes()).to_bytes()),
        });
    }
    serde_json::to_string(&published).unwrap()
}

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn put(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    fn chain(&self, chain: &Chain) -> PathBuf {
        self.put("chain.json", &serde_json::to_string(chain).unwrap())
    }

    /// The verdict on a record by a chain, with a sheet on the wall or without.
    fn worth(&self, chain: &Path, record: &str, station: Option<String>) -> (String, String) {
        let record = self.put("record.json", record);
        let view = verify(&KeyVerifyRequest {
            chains: vec![chain.to_owned()],
            records: vec![record],
            station,
        })
        .unwrap();
        let told = &view.records[0];
        assert!(
            view.valid == (told.verdict == "good") || !view.chains[0].valid,
            "green only for what is good"
        );
        (told.verdict.to_owned(), told.message.clone())
    }
}

fn fingerprint(byte: u8) -> String {
    sunlot_draw::commitment::fingerprint(sunlot_draw::Protocol::Sunlot1, &public(byte))
}

/// A chain in which 1 was retired on the 4th, 2 lost on the 6th, 3 revoked from the 7th on, 4 is in force since the 10th.
const MATRIX: &[(u8, &str, &str, &str, &str)] = &[
    (
        9,
        "2026-11-03T09:00:00+08:00",
        "caution",
        "有效签名，未知站点",
        "an unknown key",
    ),
    (
        9,
        "2030-01-01T09:00:00+08:00",
        "caution",
        "有效签名，未知站点",
        "at any time",
    ),
    (
        1,
        "2026-11-01T09:00:00+08:00",
        "bad",
        "还没有启用",
        "retired, before it was made",
    ),
    (
        1,
        "2026-11-03T09:00:00+08:00",
        "good",
        "当时在用的密钥",
        "retired, while in force",
    ),
    (
        1,
        "2026-11-04T08:59:59+08:00",
        "good",
        "当时在用的密钥",
        "to the last second",
    ),
    (
        1,
        "2026-11-04T09:00:00+08:00",
        "bad",
        "已经更换",
        "retired, from its end on",
    ),
    (
        1,
        "2026-11-04T01:00:00Z",
        "bad",
        "已经更换",
        "whatever the offset",
    ),
    (
        2,
        "2026-11-05T09:00:00+08:00",
        "caution",
        "后来挂失",
        "lost, before: whoever has it writes any date",
    ),
    (2, "2026-11-06T09:00:00+08:00", "bad", "已经挂失", "lost, after"),
    (
        3,
        "2026-11-06T10:00:00+08:00",
        "caution",
        "后来作废",
        "revoked, before",
    ),
    (
        3,
        "2026-11-07T12:00:00+08:00",
        "bad",
        "已经作废",
        "revoked: from then on, not from when it was told",
    ),
    (4, "2026-11-10T09:00:00+08:00", "good", "密钥在用", "in force"),
    (
        4,
        "2026-11-09T09:00:00+08:00",
        "bad",
        "还没有启用",
        "in force, but dated back",
    ),
];

#[test]
fn the_matrix_of_keys_and_moments() {
    let desk = Desk::new();
    let chain = desk.chain(&story());
    for (byte, at, verdict, says, lesson) in MATRIX {
        let pinned = if *byte == 9 { 4 } else { *byte };
        let (found, message) = desk.worth(&chain, &record(*byte, at, true), Some(fingerprint(pinned)));
        assert_eq!(found, *verdict, "{lesson}: {message}");
        assert!(
            message.contains(says),
            "{lesson} must be told as {says}: {message}"
        );
    }
}

#[test]
fn without_the_sheet_on_the_wall_nothing_is_beyond_doubt() {
    let desk = Desk::new();
    let chain = desk.chain(&story());
    for (byte, at, ..) in MATRIX {
        let (found, message) = desk.worth(&chain, &record(*byte, at, true), None);
        assert_ne!(found, "good", "anybody can make a chain: {message}");
    }
}

#[test]
fn a_sheet_leads_only_as_far_as_keys_vouch_for_each_other() {
    let desk = Desk::new();
    let chain = desk.chain(&story());
    let in_force = record(4, "2026-11-10T09:00:00+08:00", true);
    let (found, message) = desk.worth(&chain, &in_force, Some(fingerprint(1)));
    assert_eq!(found, "caution", "{message}");
    assert!(message.contains("断代"), "the break is told: {message}");
    let (found, message) = desk.worth(&chain, &in_force, Some(fingerprint(9)));
    assert_eq!(found, "bad", "another station's sheet: {message}");
    let mut rotated = Chain::default();
    for (act, from, to, signers) in [
        (Act::Made, None, 1, &[1][..]),
        (Act::Rotated, Some(1), 2, &[1, 2]),
    ] {
        let statement = next(&rotated, act, from, to);
        append(&mut rotated, statement, signers);
    }
    let chain = desk.chain(&rotated);
    let later = record(2, "2026-12-01T09:00:00+08:00", true);
    let (found, message) = desk.worth(&chain, &later, Some(fingerprint(1)));
    assert_eq!(
        found, "good",
        "last year's sheet still leads to this year's key: {message}"
    );
}

#[test]
fn what_is_unsigned_changed_or_judged_by_a_false_chain_is_never_good() {
    let desk = Desk::new();
    let true_chain = desk.chain(&story());
    let at = "2026-11-10T09:00:00+08:00";
    let sheet = || Some(fingerprint(4));
    let (found, message) = desk.worth(&true_chain, &record(4, at, false), sheet());
    assert_eq!(found, "caution", "unsigned: {message}");
    let changed = record(4, at, true).replacen("\"reserve\":", "\"reserve\": ", 1);
    let (found, _) = desk.worth(&true_chain, &changed, sheet());
    assert_eq!(found, "good", "a blank more is the same record");
    let changed = record(4, at, true).replacen("2026-11-10", "2026-11-11", 1);
    let (found, message) = desk.worth(&true_chain, &changed, sheet());
    assert_eq!(found, "bad", "changed: {message}");
    let mut forged = story();
    forged.statements[4].signatures[0] = forged.statements[0].signatures[0].clone();
    let chain = desk.chain(&forged);
    let (found, message) = desk.worth(&chain, &record(4, at, true), sheet());
    assert_eq!(found, "bad", "by a false chain: {message}");
}
