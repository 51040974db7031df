//! The program is killed at any moment while it saves: afterwards there is the old profile or the new one,
//! whole, and the trail fits.

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use sunlot_app::office::{Channel, ChannelKind, OfficeProfile};

use crate::support::{Office, program};

/// A profile every part of which carries the number, so that a mixture of two would show.
fn numbered(number: usize) -> OfficeProfile {
    OfficeProfile {
        name: format!("第 {number} 个名称"),
        address: format!("第 {number} 个地址"),
        region_name: format!("第 {number} 个区划"),
        channels: (0..number % 7)
            .map(|place| Channel {
                kind: ChannelKind::Other,
                detail: format!("第 {number} 个渠道之 {place}"),
            })
            .collect(),
        ..OfficeProfile::default()
    }
}

struct Save {
    finished: bool,
    took: Duration,
}

/// Saves profile `number` in a process of its own and kills it after `patience`.
fn save(office: &Office, number: usize, patience: Option<Duration>) -> Save {
    let form = office.path().with_extension("json");
    fs::write(&form, serde_json::to_vec(&numbered(number)).unwrap()).unwrap();
    let begun = Instant::now();
    let mut saving = Command::new(program())
        .env("SUNLOT_HOME", office.path())
        .env("XDG_STATE_HOME", office.state())
        .args(["office", "set", "--from"])
        .arg(&form)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    if let Some(patience) = patience {
        thread::sleep(patience.saturating_sub(begun.elapsed()));
        // SIGKILL on Unix: nothing in the program can react to it.
        let _ = saving.kill();
    }
    let finished = saving.wait().unwrap().success();
    fs::remove_file(&form).unwrap();
    Save {
        finished,
        took: begun.elapsed(),
    }
}

#[test]
fn either_the_old_profile_or_the_new_one() {
    let rounds: usize = std::env::var("SUNLOT_KILL_ROUNDS")
        .ok()
        .and_then(|rounds| rounds.parse().ok())
        .unwrap_or(240);
    let office = Office::none();
    let mut took: Vec<_> = (1..=9).map(|number| save(&office, number, None).took).collect();
    took.sort();
    // The quickest was not disturbed by anything; the slowest made the office.
    let usual = took[0];
    let mut current = 9;
    let (mut old, mut new, mut finished) = (0, 0, 0);
    for round in 0..rounds {
        let number = 10 + round;
        // The moments are spread evenly from before the first instruction to after the last.
        let patience = usual.mul_f64(1.05 * ((round * 97) % rounds) as f64 / rounds as f64);
        let save = save(&office, number, Some(patience));
        let desk = office.desk();
        let found = desk.office_profile().unwrap().profile;
        if found == numbered(number) {
            current = number;
            new += 1;
        } else {
            assert!(
                !save.finished,
                "round {round}: the save was acknowledged, so its profile must be there"
            );
            assert_eq!(
                found,
                numbered(current),
                "round {round}: neither the old profile nor the new one"
            );
            old += 1;
        }
        finished += usize::from(save.finished);
        let verdict = desk.trail_verify(&mut |_, _| true).unwrap();
        assert!(
            verdict.valid,
            "round {round}: the trail must fit after a kill: {:?}",
            verdict.faults
        );
    }
    println!(
        "{rounds} kills: {old} times the old profile, {new} times the new one, {finished} came too late"
    );
    assert!(
        old > 0 && new > 0,
        "{old} old and {new} new: the kills missed the moment, so this proves nothing"
    );
}
