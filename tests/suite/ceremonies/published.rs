//! What leaves the room: a folder that anybody can verify without us, one draw after the other as a chain.

use std::fs;
use std::path::Path;

use sha2::{Digest as _, Sha256};
use sunlot_app::Desk;
use sunlot_app::account::Typed;
use sunlot_app::ceremony::{CeremonyPublish, CeremonySign, DrawAmend};
use sunlot_draw::read;
use sunlot_draw::verify::{CheckName, Given, Read, Report, Sheet, Verdict, verify};

use super::{CARDS, PASSPHRASE, Room, finish, supervisor, void};

fn publish(desk: &Desk, id: i64) -> String {
    let made = desk
        .ceremony_publish(&CeremonyPublish { id, folder: None })
        .expect("it has ended, so it can be published");
    made.folder
}

fn file(folder: &str, name: &str) -> Read {
    read::published(&fs::read(Path::new(folder).join(name)).unwrap())
}

fn verdict(report: &Report, file: usize, name: CheckName) -> Verdict {
    let check = report.files[file].checks.iter().find(|check| check.name == name);
    check.expect("every check is answered").verdict.clone()
}

fn sign(desk: &Desk, id: i64) {
    desk.ceremony_sign(&CeremonySign {
        id,
        passphrase: Typed::new(PASSPHRASE),
    })
    .unwrap();
}

#[test]
fn the_folder_holds_what_anybody_needs_and_every_check_passes() {
    let room = Room::ready();
    let desk = room.desk();
    let drawn = room.drawn(&desk);
    sign(&desk, drawn.line.id);
    let folder = publish(&desk, drawn.line.id);
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "SHA256SUMS",
            "public.sunlot.json",
            "record.sunlot.json",
            "verify.html"
        ],
        "record, sealed edition, the page that recomputes them, and the digests"
    );
    for line in fs::read_to_string(Path::new(&folder).join("SHA256SUMS"))
        .unwrap()
        .lines()
    {
        let (sum, name) = line.split_once("  ").unwrap();
        let bytes = fs::read(Path::new(&folder).join(name)).unwrap();
        let made: String = Sha256::digest(&bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        assert_eq!(sum, made, "{name} is what its digest says");
    }
    let seal = drawn.sealed.unwrap();
    let given = Given {
        station: Some(seal.fingerprint.clone()),
        sheet: Some(Sheet {
            commitment: Some(seal.code.clone()),
            challenge: Some("482913".to_owned()),
            ..Sheet::default()
        }),
    };
    for name in ["record.sunlot.json", "public.sunlot.json"] {
        let report = verify(&[file(&folder, name)], &given);
        for check in &report.files[0].checks {
            assert!(
                matches!(check.verdict, Verdict::Pass | Verdict::Skipped(_)),
                "{name}: {:?}",
                check
            );
        }
        assert!(
            matches!(verdict(&report, 0, CheckName::Signatures), Verdict::Pass),
            "{name}: the station vouches for it"
        );
    }
}

#[test]
fn void_redrawn_and_amended_the_files_are_one_chain() {
    let room = Room::ready();
    let desk = room.desk();
    let first = room.sealed(&desk).line.id;
    desk.ceremony_void(&void(first, "interrupted")).unwrap();
    let second = room.drawn(&desk);
    let amend = DrawAmend {
        id: second.line.id,
        kind: "cancel".to_owned(),
        code: "superior".to_owned(),
        reason: "市局〔2026〕31号".to_owned(),
        second: Some(supervisor().second()),
        ..DrawAmend::default()
    };
    desk.draw_amend(&amend).unwrap();
    let third = room.drawn(&desk);
    for id in [first, second.line.id, third.line.id] {
        sign(&desk, id);
    }
    let files: Vec<Read> = [first, second.line.id, third.line.id]
        .into_iter()
        .map(|id| file(&publish(&desk, id), "record.sunlot.json"))
        .collect();
    let report = verify(&files, &Given::default());
    for at in 0..3 {
        let chain = verdict(&report, at, CheckName::Chain);
        assert!(matches!(chain, Verdict::Pass), "file {at}: {chain:?}");
        assert!(report.files[at].is_valid(), "file {at} is valid by itself");
    }
    let without = [files[0].clone(), files[2].clone()];
    let report = verify(&without, &Given::default());
    assert!(
        matches!(verdict(&report, 0, CheckName::Chain), Verdict::Fail(_)),
        "a record that is missing shows"
    );
}

#[test]
fn a_witness_whose_number_was_typed_otherwise_finds_it_out() {
    let room = Room::ready();
    let desk = room.desk();
    let id = room.sealed(&desk).line.id;
    finish(&desk, id);
    let folder = publish(&desk, id);
    let sheet = |number: &str| Given {
        sheet: Some(Sheet {
            seat: Some(1),
            number: Some(number.to_owned()),
            ..Sheet::default()
        }),
        ..Given::default()
    };
    let check = |number: &str| {
        let report = verify(&[file(&folder, "record.sunlot.json")], &sheet(number));
        verdict(&report, 0, CheckName::Sheet)
    };
    assert!(
        matches!(check(CARDS[0]), Verdict::Pass),
        "the own card is in the record"
    );
    assert!(
        matches!(check("4829138"), Verdict::Fail(_)),
        "any other is not (T12)"
    );
}
