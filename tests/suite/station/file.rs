//! `keys/station.json`: each byte of it counts, and whatever else may lie in its place is told apart.

use std::fs;

use super::office::{FIRST, SECOND, Station, THIRD, code};

#[test]
fn every_byte_changed_is_noticed() {
    let station = Station::made("bytes");
    let desk = station.desk();
    let whole = fs::read(station.key_file()).unwrap();
    let mut refused = 0;
    for place in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[place] ^= 1 << (place % 8);
        fs::write(station.key_file(), &bytes).unwrap();
        let view = desk.station_view().unwrap();
        assert_ne!(
            view.file.state, "in_place",
            "byte {place}: it is not the file that the trail knows"
        );
        refused += 1;
        if view.file.usable {
            // Only opening can tell: the same passphrase does not open it.
            assert_eq!(
                code(station.rewrap(&desk, FIRST, SECOND)),
                "key_file_doubtful",
                "byte {place} was changed, and nobody noticed"
            );
        }
    }
    assert_eq!(refused, whole.len(), "not one byte is free");
    fs::write(station.key_file(), &whole).unwrap();
    station.rewrap(&desk, FIRST, SECOND).unwrap();
}

#[test]
fn a_file_cut_short_or_grown_is_noticed() {
    let station = Station::made("cut");
    let desk = station.desk();
    let whole = fs::read(station.key_file()).unwrap();
    for length in (0..whole.len() - 2).step_by(97) {
        fs::write(station.key_file(), &whole[..length]).unwrap();
        assert_eq!(
            desk.station_view().unwrap().file.state,
            "key_file_damaged",
            "the first {length} bytes"
        );
    }
    for more in ["{}", "x", "\0"] {
        fs::write(station.key_file(), [&whole, more.as_bytes()].concat()).unwrap();
        assert_eq!(
            desk.station_view().unwrap().file.state,
            "key_file_damaged",
            "{more:?} behind it"
        );
    }
}

#[test]
fn hostile_values_are_refused_before_any_work_is_done() {
    let station = Station::made("hostile");
    let desk = station.desk();
    let whole = fs::read_to_string(station.key_file()).unwrap();
    for (from, to, state) in [
        (
            "\"memoryKib\": 64",
            "\"memoryKib\": 4294967295",
            "key_file_damaged",
        ),
        ("\"memoryKib\": 64", "\"memoryKib\": 0", "key_file_damaged"),
        ("\"memoryKib\": 64", "\"memoryKib\": -1", "key_file_damaged"),
        ("\"memoryKib\": 64", "\"memoryKib\": 64.5", "key_file_damaged"),
        ("\"passes\": 1", "\"passes\": 4000000000", "key_file_damaged"),
        ("\"passes\": 1", "\"passes\": 0", "key_file_damaged"),
        ("\"lanes\": 1", "\"lanes\": 200", "key_file_damaged"),
        ("argon2id", "argon2i", "key_file_damaged"),
        ("xchacha20-poly1305", "none", "key_file_damaged"),
        ("station-key/1", "station-key/2", "key_file_newer"),
        ("station-key/1", "station-key/0", "key_file_damaged"),
        ("station-key/1", "station-key/one", "key_file_damaged"),
        ("sunlot-station-key", "age-encryption", "key_file_damaged"),
        ("ed25519 for records", "ed25519 for releases", "key_file_damaged"),
        ("\"madeAt\"", "\"madeat\"", "key_file_damaged"),
        ("{\n", "{\n  \"note\": \"\",\n", "key_file_damaged"),
        (
            "\"office\"",
            "\"format\": \"sunlot-station-key/1\",\n  \"office\"",
            "key_file_damaged",
        ),
        ("\"salt\": \"", "\"salt\": \"00", "key_file_damaged"),
        ("\"wrapped\": \"", "\"wrapped\": \"00", "key_file_damaged"),
    ] {
        assert!(whole.contains(from), "{from} must be there to be changed");
        fs::write(station.key_file(), whole.replacen(from, to, 1)).unwrap();
        let view = desk.station_view().unwrap();
        assert_eq!(view.file.state, state, "{to}");
        assert_eq!(
            code(station.rotate(&desk, FIRST, SECOND)),
            state,
            "{to}: and nothing is signed"
        );
    }
}

#[test]
fn a_missing_file_is_told_and_a_lost_key_can_be_reported() {
    let station = Station::made("missing");
    let desk = station.desk();
    fs::remove_file(station.key_file()).unwrap();
    assert_eq!(
        desk.station_view().unwrap().file.state,
        "key_file_missing",
        "at the next look"
    );
    assert_eq!(
        code(station.rotate(&desk, FIRST, SECOND)),
        "key_file_missing",
        "nothing to sign with"
    );
    let view = station.lose(&desk, SECOND).unwrap();
    assert_eq!(view.file.state, "in_place", "a new beginning needs no old file");
    station.rewrap(&desk, SECOND, THIRD).unwrap();
}

#[test]
fn files_of_two_offices_are_not_mixed_up() {
    let (here, there) = (Station::made("here"), Station::made("there"));
    let desk = here.desk();
    let own = fs::read(here.key_file()).unwrap();
    fs::copy(there.key_file(), here.key_file()).unwrap();
    assert_eq!(
        desk.station_view().unwrap().file.state,
        "key_file_foreign",
        "the same passphrase opens it"
    );
    assert_eq!(
        code(here.rotate(&desk, FIRST, SECOND)),
        "key_file_foreign",
        "but it signs nothing here"
    );
    fs::write(here.key_file(), own).unwrap();
    here.rotate(&desk, FIRST, SECOND).unwrap();
}

#[test]
fn an_old_file_put_back_signs_nothing_once_its_key_is_replaced() {
    let station = Station::made("old");
    let desk = station.desk();
    let old = fs::read(station.key_file()).unwrap();
    station.rotate(&desk, FIRST, SECOND).unwrap();
    fs::write(station.key_file(), old).unwrap();
    assert_eq!(
        desk.station_view().unwrap().file.state,
        "key_file_stale",
        "a key that was retired"
    );
    assert_eq!(
        code(station.rewrap(&desk, FIRST, THIRD)),
        "key_file_stale",
        "stays retired"
    );
}

#[test]
fn the_same_key_wrapped_at_another_time_can_be_used_and_is_told() {
    let station = Station::made("rewrapped");
    let desk = station.desk();
    let old = fs::read(station.key_file()).unwrap();
    station.rewrap(&desk, FIRST, SECOND).unwrap();
    fs::write(station.key_file(), old).unwrap();
    let view = desk.station_view().unwrap();
    assert_eq!(
        (view.file.state.as_str(), view.file.usable),
        ("otherwise", true),
        "restored by itself"
    );
    assert_eq!(
        code(station.rewrap(&desk, SECOND, THIRD)),
        "key_file_doubtful",
        "by its own passphrase alone"
    );
    let view = station.rewrap(&desk, FIRST, THIRD).unwrap();
    assert_eq!(view.file.state, "in_place", "and then all is as it should be");
}

#[test]
fn a_folder_or_a_huge_file_in_its_place_is_damage() {
    let station = Station::made("folder");
    let desk = station.desk();
    fs::remove_file(station.key_file()).unwrap();
    fs::create_dir(station.key_file()).unwrap();
    assert_eq!(
        desk.station_view().unwrap().file.state,
        "key_file_damaged",
        "no file"
    );
    fs::remove_dir(station.key_file()).unwrap();
    fs::write(station.key_file(), vec![b' '; 2 << 20]).unwrap();
    assert_eq!(
        desk.station_view().unwrap().file.state,
        "key_file_damaged",
        "not read to its end"
    );
}

#[test]
fn rows_changed_behind_the_programs_back_are_told() {
    let station = Station::made("rows");
    station.office.tamper("DROP TRIGGER station_key_update; UPDATE station_key SET made_at = '2025-01-01T00:00:00+08:00', certificate_digest = zeroblob(32)");
    let desk = station.desk();
    assert!(
        !desk.station_view().unwrap().consistent,
        "the signed statement says otherwise"
    );
    assert!(
        !desk.trail_verify(&mut |_, _| true).unwrap().valid,
        "and so does the trail"
    );
}
