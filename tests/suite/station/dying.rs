//! The program dies, or the disk fails, at any step of an act: afterwards it happened or it did not, database and file
//! agree, and the next act goes on from there.

use std::fs;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use sunlot_app::station::StationView;
use sunlot_app::{Desk, Result};

use super::office::{Broken, FIRST, SECOND, Station, THIRD, code};
use crate::support::{PEOPLE, program};

/// An act, the passphrase that opens the file before it, and the one after it; none where there is no key then.
struct Trial {
    name: &'static str,
    begin: fn(&'static str) -> Station,
    act: fn(&Station, &Desk) -> Result<StationView>,
    before: Option<&'static str>,
    after: Option<&'static str>,
}

const TRIALS: [Trial; 5] = [
    Trial {
        name: "make",
        begin: Station::new,
        act: |station, desk| station.make(desk, FIRST),
        before: None,
        after: Some(FIRST),
    },
    Trial {
        name: "rotate",
        begin: Station::made,
        act: |station, desk| station.rotate(desk, FIRST, SECOND),
        before: Some(FIRST),
        after: Some(SECOND),
    },
    Trial {
        name: "lost",
        begin: Station::made,
        act: |station, desk| station.lose(desk, SECOND),
        before: Some(FIRST),
        after: Some(SECOND),
    },
    Trial {
        name: "rewrap",
        begin: Station::made,
        act: |station, desk| station.rewrap(desk, FIRST, SECOND),
        before: Some(FIRST),
        after: Some(SECOND),
    },
    Trial {
        name: "revoke",
        begin: Station::made,
        act: |station, desk| station.revoke(desk, "2026-11-20", None),
        before: Some(FIRST),
        after: None,
    },
];

/// Whatever happened: all fits, the key in force opens with its passphrase, and one more act tidies up.
fn goes_on(station: &Station, passphrase: Option<&str>, what: &str, unchanged: Option<&StationView>) {
    let desk = station.desk();
    let view = desk.station_view().unwrap();
    if let Some(before) = unchanged {
        assert_eq!(view.current, before.current, "{what}: the old key is in force");
        assert_eq!(
            view.statements, before.statements,
            "{what}: and nothing was stated"
        );
    }
    assert!(view.consistent, "{what}: statements and rows must tell the same");
    let verdict = desk.trail_verify(&mut |_, _| true).unwrap();
    assert!(verdict.valid, "{what}: the trail must fit: {:?}", verdict.faults);
    assert_eq!(
        view.current.is_some(),
        passphrase.is_some(),
        "{what}: a key is in force or not"
    );
    match passphrase {
        Some(passphrase) => {
            assert!(
                view.file.usable,
                "{what}: its file must be found: {}",
                view.file.message
            );
            station.rewrap(&desk, passphrase, THIRD).unwrap();
        }
        None => drop(station.make(&desk, THIRD).unwrap()),
    }
    assert_eq!(
        station.files(),
        ["station.json"],
        "{what}: nothing is left lying about"
    );
    assert_eq!(
        desk.station_view().unwrap().file.state,
        "in_place",
        "{what}: and all is in its place"
    );
}

#[test]
fn a_vault_that_breaks_at_any_step_leaves_the_old_state_or_the_new_one() {
    for trial in TRIALS {
        for broken in Broken::ALL {
            let what = format!("{} {broken:?}", trial.name);
            let station = (trial.begin)("breaks");
            let desk = station.desk();
            let before = desk.station_view().unwrap();
            *station.vault.broken.lock().unwrap() = Some(broken);
            let answer = (trial.act)(&station, &desk);
            drop(desk);
            *station.vault.broken.lock().unwrap() = None;
            // A revocation writes no new file, so there is nothing to break before its commit.
            let happened = broken.after_commit() || trial.after.is_none();
            assert_eq!(
                answer.is_ok(),
                happened,
                "{what}: what is durable is done, and only that"
            );
            let unchanged = (!happened).then_some(&before);
            let after = if happened { trial.after } else { trial.before };
            goes_on(&station, after, &what, unchanged);
        }
    }
}

#[test]
fn a_commit_that_fails_leaves_the_old_state() {
    for trial in TRIALS {
        let station = (trial.begin)("commit");
        station.office.tamper(
            "CREATE TRIGGER disk_full BEFORE INSERT ON audit_event WHEN NEW.kind LIKE 'station.%'
             BEGIN SELECT RAISE(ABORT, 'the commit fails'); END",
        );
        assert!(
            (trial.act)(&station, &station.desk()).is_err(),
            "{}: it cannot be done",
            trial.name
        );
        station.office.tamper("DROP TRIGGER disk_full");
        goes_on(&station, trial.before, trial.name, None);
    }
}

#[test]
fn a_revoked_key_left_on_disk_signs_nothing() {
    let station = Station::made("left");
    *station.vault.broken.lock().unwrap() = Some(Broken::BeforeSettling);
    let desk = station.desk();
    let view = station.revoke(&desk, "2026-11-20", Some(FIRST)).unwrap();
    assert_eq!(
        view.file.state, "leftover",
        "it could not be taken away, and that is told"
    );
    assert_eq!(
        code(station.rewrap(&desk, FIRST, SECOND)),
        "station_key_missing",
        "but it is over"
    );
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_told_and_nothing_happens() {
    use std::os::unix::fs::PermissionsExt;
    let station = Station::made("read only");
    let desk = station.desk();
    let keys = station.folder().keys();
    fs::set_permissions(&keys, fs::Permissions::from_mode(0o500)).unwrap();
    let writable = fs::write(keys.join("probe"), "").is_ok();
    let answer = code(station.rotate(&desk, FIRST, SECOND));
    fs::set_permissions(&keys, fs::Permissions::from_mode(0o700)).unwrap();
    if writable {
        // Root writes anywhere, so permissions prove nothing here; a file in the folder's place does.
        let _ = fs::remove_file(keys.join("probe"));
        station.rewrap(&desk, SECOND, FIRST).unwrap();
        let kept = station.office.path().join("kept");
        fs::rename(&keys, &kept).unwrap();
        fs::write(&keys, "").unwrap();
        let refused = station.rotate(&desk, FIRST, SECOND);
        assert!(refused.is_err(), "there is no folder to write into");
        fs::remove_file(&keys).unwrap();
        fs::rename(&kept, &keys).unwrap();
    } else {
        assert_eq!(answer, "not_writable", "the folder is write-protected");
    }
    drop(desk);
    goes_on(&station, Some(FIRST), "read only", None);
}

/// In earnest: the program itself, killed at moments spread over its run.
#[test]
fn killed_while_wrapping_anew_one_of_two_passphrases_opens_it() {
    let rounds: u32 = std::env::var("SUNLOT_KILL_ROUNDS")
        .ok()
        .and_then(|rounds| rounds.parse().ok())
        .unwrap_or(8);
    let station = Station::made("killed");
    let outside = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = outside.path().join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let password = write("password", PEOPLE[0].password);
    let phrases = [write("first", FIRST), write("second", SECOND)];
    let run = |from: usize, patience: Option<Duration>| {
        let begun = Instant::now();
        let mut child = std::process::Command::new(program())
            .env("SUNLOT_HOME", station.office.path())
            .env("XDG_STATE_HOME", station.office.state())
            .args(["--as", PEOPLE[0].login, "--password-file"])
            .arg(&password)
            .args(["key", "rewrap", "--passphrase-file"])
            .arg(&phrases[from])
            .arg("--new-passphrase-file")
            .arg(&phrases[1 - from])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        if let Some(patience) = patience {
            thread::sleep(patience);
            let _ = child.kill();
        }
        (child.wait().unwrap().success(), begun.elapsed())
    };
    // The clock of the computer is behind the test's or ahead of it; wrapping anew states nothing, so it is all one.
    let (done, usual) = run(0, None);
    assert!(done, "undisturbed it goes well");
    let at = 1;
    for round in 0..rounds {
        let patience = usual.mul_f64(f64::from(round + 1) / f64::from(rounds));
        let (finished, _) = run(at, Some(patience));
        let desk = station.desk();
        let view = desk.station_view().unwrap();
        assert!(
            view.consistent && view.file.usable,
            "round {round}: {}",
            view.file.message
        );
        drop(desk);
        let passphrases = [FIRST, SECOND];
        let desk = station.desk();
        let changed = station.rewrap(&desk, passphrases[1 - at], THIRD);
        assert!(
            changed.is_ok() || !finished,
            "round {round}: what was acknowledged must be there"
        );
        if changed.is_err() {
            station.rewrap(&desk, passphrases[at], THIRD).unwrap();
        }
        station.rewrap(&desk, THIRD, passphrases[at]).unwrap();
        assert!(
            desk.trail_verify(&mut |_, _| true).unwrap().valid,
            "round {round}: the trail must fit"
        );
    }
    assert_eq!(station.files(), ["station.json"], "nothing is left lying about");
}
