//! What stands after each act: one key in force, the others told of, one file, one event, statements that fit.

use std::fs;

use sunlot_app::account::{Role, Typed};
use sunlot_app::station::{StationMake, Work};
use sunlot_app::trail::TrailRequest;

use super::office::{FIRST, LITTLE, SECOND, Station, THIRD, code, revoking};
use crate::backup::{inspect, made, restore};
use crate::support::someone;

/// A whole life: made, wrapped anew, rotated, lost, revoked, made again.
#[test]
fn a_life_of_keys_is_told_as_it_was() {
    let station = Station::made("life");
    let desk = station.desk();
    let first = desk.station_view().unwrap().current.unwrap();
    assert_eq!(first.opening, "first", "nobody came before it");
    assert_eq!(first.since, "2026-11-20T09:41:00+08:00", "by the office's clock");
    assert_eq!(
        first.certificate_until, "2056-11-20T09:41:00+08:00",
        "papers are kept for thirty years"
    );

    let view = station.rewrap(&desk, FIRST, SECOND).unwrap();
    assert_eq!(
        view.current.as_ref(),
        Some(&first),
        "another passphrase is no other key"
    );

    let view = station.rotate(&desk, SECOND, THIRD).unwrap();
    let rotated = view.current.clone().unwrap();
    assert_eq!(
        (rotated.opening.as_str(), rotated.generation),
        ("crossed", 1),
        "they vouch for each other"
    );
    assert_eq!(view.former[0].state, "retired", "the first one ended well");

    station.clock.turn(60);
    let view = station.lose(&desk, FIRST).unwrap();
    let found = view.current.clone().unwrap();
    assert_eq!(
        (found.opening.as_str(), found.generation),
        ("broken", 2),
        "nobody vouches for it"
    );

    station.clock.turn(60);
    let view = station
        .revoke(&desk, "2026-11-20T10:42:00+08:00", Some(FIRST))
        .unwrap();
    assert_eq!(view.current, None, "nothing is in force");
    assert_eq!(
        view.former[0].until.as_deref(),
        Some("2026-11-20T10:42:00+08:00"),
        "from the day it was stolen"
    );
    assert!(view.former[0].signed_off, "it signed its own end");
    assert_eq!(view.file.state, "none", "the private part is gone");
    assert_eq!(station.files(), Vec::<String>::new(), "from the disk as well");

    let view = station.make(&desk, SECOND).unwrap();
    assert_eq!(
        view.current.unwrap().generation,
        3,
        "what comes after is another story"
    );
    let states: Vec<_> = view.former.iter().map(|key| key.state.as_str()).collect();
    assert_eq!(states, ["revoked", "lost", "retired"], "the latest first");
    assert!(view.consistent, "statements and rows tell the same");
    assert_eq!(
        (view.statements, station.files()),
        (5, vec!["station.json".to_owned()]),
        "one file"
    );
    let verdict = desk.trail_verify(&mut |_, _| true).unwrap();
    assert!(verdict.valid, "every row has its event: {:?}", verdict.faults);
}

#[test]
fn the_trail_names_both_people_and_says_what_happened() {
    let station = Station::made("trail");
    let desk = station.desk();
    station.rotate(&desk, FIRST, SECOND).unwrap();
    let request = TrailRequest {
        filter: sunlot_app::trail::TrailFilter::default(),
        before: None,
        limit: 1,
    };
    let entry = desk.trail_view(&request).unwrap().entries.remove(0);
    assert_eq!(entry.kind, "station.rotated", "a kind of its own");
    assert!(
        entry.actor.contains("李娜")
            && entry
                .second
                .as_deref()
                .is_some_and(|second| second.contains("王建国")),
        "nobody does it alone: {}",
        entry.actor
    );
    assert!(
        entry.sentence.contains("新旧互签，原因：每年更换"),
        "{}",
        entry.sentence
    );
}

#[test]
fn foreseen_chance_makes_the_same_files_to_the_byte() {
    let made = || {
        let station = Station::made("same");
        let desk = station.desk();
        station.rotate(&desk, FIRST, SECOND).unwrap();
        (
            fs::read(station.key_file()).unwrap(),
            desk.station_view().unwrap(),
        )
    };
    assert_eq!(
        made(),
        made(),
        "nothing comes from anywhere but clock, chance and passphrase"
    );
    let other = Station::made("other");
    let (file, _) = made();
    assert_ne!(
        file,
        fs::read(other.key_file()).unwrap(),
        "other chance, other keys"
    );
}

#[test]
fn nobody_makes_a_key_alone_or_before_there_are_accounts() {
    let station = Station::new("alone");
    let desk = station.desk();
    let request = |second| StationMake {
        passphrase: Typed::new(FIRST),
        second,
    };
    assert_eq!(
        code(desk.station_make(&request(None))),
        "second_missing",
        "two people"
    );
    let reader = Some(someone(Role::Reader).second());
    assert_eq!(
        code(desk.station_make(&request(reader))),
        "second_not_permitted",
        "and the right ones"
    );
    let mut wrong = someone(Role::Supervisor).second();
    wrong.password = Typed::new("Jiandu-yuan27");
    assert_eq!(
        code(desk.station_make(&request(Some(wrong)))),
        "second_refused",
        "with the right password"
    );
    let guests = crate::support::Office::sample();
    assert_eq!(
        code(guests.desk().station_make(&request(None))),
        "accounts_needed",
        "guests rehearse without"
    );
    assert_eq!(station.files(), Vec::<String>::new(), "none of them left a file");
}

#[test]
fn the_key_is_needed_for_acts_on_it_and_made_only_once() {
    let station = Station::new("needed");
    let desk = station.desk();
    assert_eq!(
        code(station.rotate(&desk, FIRST, SECOND)),
        "station_key_missing",
        "nothing to replace"
    );
    assert_eq!(
        code(station.lose(&desk, SECOND)),
        "station_key_missing",
        "nothing to lose"
    );
    assert_eq!(
        code(station.rewrap(&desk, FIRST, SECOND)),
        "station_key_missing",
        "nothing to wrap"
    );
    assert_eq!(
        code(station.revoke(&desk, "2026-11-20", None)),
        "station_key_missing",
        "nothing to revoke"
    );
    assert_eq!(
        code(desk.station_export(None, None)),
        "station_key_missing",
        "nothing to publish"
    );
    station.make(&desk, FIRST).unwrap();
    assert_eq!(
        code(station.make(&desk, SECOND)),
        "station_key_exists",
        "one is enough"
    );
}

#[test]
fn an_office_without_name_and_code_has_no_key() {
    let station = Station::new("unnamed");
    station
        .office
        .tamper("DROP TRIGGER office_profile_update; UPDATE office_profile SET code = ''");
    let desk = station.desk();
    assert_eq!(
        code(station.make(&desk, FIRST)),
        "station_office_unnamed",
        "both stand in the certificate"
    );
}

#[test]
fn a_retired_key_may_be_revoked_later_and_only_once() {
    let station = Station::made("later");
    let desk = station.desk();
    let first = desk.station_view().unwrap().current.unwrap();
    station.rotate(&desk, FIRST, SECOND).unwrap();
    station.clock.turn(60);
    let shouted = first.fingerprint.to_uppercase();
    let request = revoking("2026-11-20", Some(&shouted), Some(SECOND));
    let view = desk.station_revoke(&request).unwrap();
    let revoked = &view.former[0];
    assert_eq!(revoked.state, "revoked", "found however it was typed");
    assert_eq!(
        revoked.until.as_deref(),
        Some(first.since.as_str()),
        "that day means all that it signed"
    );
    assert!(
        view.current.is_some() && revoked.signed_off,
        "the one in force signed, and stays"
    );
    assert_eq!(code(desk.station_revoke(&request)), "station_key_revoked", "once");
    let unknown = revoking("2026-11-20", Some("00"), None);
    assert_eq!(
        code(desk.station_revoke(&unknown)),
        "station_key_unknown",
        "no such key"
    );
    assert!(desk.station_view().unwrap().consistent, "and all fits");
}

#[test]
fn an_unsigned_revocation_is_marked_as_such() {
    let station = Station::made("unsigned");
    let desk = station.desk();
    let view = station.revoke(&desk, "2026-11-20", None).unwrap();
    assert!(
        !view.former[0].signed_off,
        "only the stamped notice tells that it is true"
    );
    assert!(view.consistent, "but it is a statement like any other");
}

#[test]
fn a_clock_set_back_cannot_make_a_chain_that_nobody_accepts() {
    let station = Station::made("clock");
    station.clock.turn(-7200);
    let early = station.rotate(&station.desk(), FIRST, SECOND);
    assert_eq!(code(early), "station_clock_back", "times go on");
    station.clock.turn(7200);
    station.rotate(&station.desk(), FIRST, SECOND).unwrap();
}

#[test]
fn what_is_exported_can_be_read_by_others() {
    let station = Station::made("export");
    let desk = station.desk();
    let certificate = station.office.path().join("station.cer");
    let exported = desk.station_export(None, Some(&certificate)).unwrap();
    assert!(
        exported.chain.ends_with("outbox/station-chain.json"),
        "where published things are"
    );
    let chain = fs::read(&exported.chain).unwrap();
    let read = sunlot_draw::station::chain(&chain).unwrap();
    assert!(read.faults.is_empty(), "strictly read: {:?}", read.faults);
    let nowhere = station.office.path().join("gone/chain.json");
    assert_eq!(
        code(desk.station_export(Some(&nowhere), None)),
        "file_unwritten",
        "a stick pulled out"
    );
    assert!(
        fs::read(certificate).unwrap().starts_with(&[0x30, 0x82]),
        "a DER sequence"
    );
}

#[test]
fn more_work_in_the_vault_is_taken_up_when_the_passphrase_changes() {
    let station = Station::made("work");
    let more = Work { passes: 2, ..LITTLE };
    *station.vault.work.lock().unwrap() = more;
    let desk = station.desk();
    station.rewrap(&desk, FIRST, SECOND).unwrap();
    let file: serde_json::Value = serde_json::from_slice(&fs::read(station.key_file()).unwrap()).unwrap();
    assert_eq!(file["kdf"]["passes"], 2, "the new file says what it takes");
    station.rotate(&desk, SECOND, THIRD).unwrap();
}

#[test]
fn a_key_that_a_restore_brings_back_is_named_before_and_after() {
    let station = Station::made("revived");
    let stick = tempfile::tempdir().unwrap();
    let desk = station.desk();
    let first = desk.station_view().unwrap().current.unwrap().fingerprint;
    let backup = made(&desk, stick.path());
    let told = |desk: &sunlot_app::Desk| inspect(desk, &backup).unwrap().consequences.join("");
    assert!(
        !told(&desk).contains(&first),
        "as long as it is in force there is nothing to say"
    );
    station.rotate(&desk, FIRST, SECOND).unwrap();
    assert!(
        told(&desk).contains(&first),
        "that a key given up comes back is known before anybody agrees: {}",
        told(&desk)
    );
    desk.account_enter(&someone(Role::Administrator).entering())
        .unwrap();
    let restored = restore(&desk, &backup).unwrap();
    assert!(
        restored.remarks.iter().any(|remark| remark.contains(&first)),
        "and said when it is done: {:?}",
        restored.remarks
    );
    drop(desk);
    let desk = station.desk();
    let entry = &desk
        .trail_view(&TrailRequest {
            limit: 3,
            ..TrailRequest::default()
        })
        .unwrap()
        .entries;
    assert!(
        entry
            .iter()
            .any(|entry| entry.kind == "office.restored" && entry.sentence.contains(&first)),
        "and stands in the trail: {entry:?}"
    );
}
