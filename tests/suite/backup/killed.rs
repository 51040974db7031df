//! Killed at any moment: a backup is whole or not there, an office is the old one or the restored one.

use std::path::Path;
use std::process::{Command, Output};
use std::thread;
use std::time::{Duration, Instant};

use super::{dump, made, names, nothing_half_done, verify};
use crate::support::{Office, program, said, sample_profile};

fn rounds() -> usize {
    std::env::var("SUNLOT_KILL_ROUNDS")
        .ok()
        .and_then(|rounds| rounds.parse().ok())
        .unwrap_or(24)
}

/// An office without accounts, two saves long.
fn office() -> Office {
    let office = Office::sample();
    super::attach(&office, b"an attachment");
    office
}

fn change(office: &Office, address: &str) {
    let mut draft = sample_profile();
    draft.address = address.to_owned();
    office.desk().office_profile_save(&draft).unwrap();
}

fn address(office: &Office) -> String {
    let desk = office.desk();
    let address = desk.office_profile().unwrap().profile.address;
    assert!(
        desk.trail_verify(&mut |_, _| true).unwrap().valid,
        "the trail must fit after a kill"
    );
    address
}

/// Runs the program and kills it after so long; says whether it came to its end.
fn killed_after(office: &Office, arguments: &[&str], patience: Option<Duration>) -> (bool, Duration) {
    let begun = Instant::now();
    let mut running = Command::new(program())
        .env("SUNLOT_HOME", office.path())
        .env("XDG_STATE_HOME", office.state())
        .args(arguments)
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    if let Some(patience) = patience {
        thread::sleep(patience.saturating_sub(begun.elapsed()));
        let _ = running.kill();
    }
    (running.wait().unwrap().success(), begun.elapsed())
}

#[test]
fn killed_while_it_is_made_a_backup_is_whole_or_not_there() {
    let (office, stick) = (office(), tempfile::tempdir().unwrap());
    let to = stick.path().display().to_string();
    let create = ["backup", "create", "--to", &to];
    let (_, usual) = killed_after(&office, &create, None);
    let (mut whole, mut none) = (0, 0);
    for round in 0..rounds() {
        let before = names(stick.path())
            .into_iter()
            .filter(|name| !name.ends_with(".part"))
            .count();
        let patience = usual.mul_f64(1.1 * ((round * 7) % rounds()) as f64 / rounds() as f64);
        let (finished, _) = killed_after(&office, &create, Some(patience));
        let after: Vec<String> = names(stick.path())
            .into_iter()
            .filter(|name| !name.ends_with(".part"))
            .collect();
        assert!(
            !finished || after.len() > before,
            "round {round}: what was acknowledged must be there"
        );
        for name in &after {
            verify(&stick.path().join(name))
                .unwrap_or_else(|e| panic!("round {round}: {name} is no good: {e}"));
        }
        if after.len() > before {
            whole += 1
        } else {
            none += 1
        }
        for name in after {
            std::fs::remove_file(stick.path().join(name)).unwrap();
        }
    }
    killed_after(&office, &create, None);
    nothing_half_done(&office, stick.path());
    println!(
        "{} kills while a backup was made: {whole} whole, {none} none",
        rounds()
    );
    assert!(none > 0, "every kill came too late: this proves nothing");
}

/// Kills a restore at the n-th call of some kind; says whether it came so far.
fn restore_killed_at(office: &Office, file: &Path, head: &str, call: &str, nth: usize) -> Output {
    Command::new("strace")
        .args(["-f", "-qq", "-o", "/dev/null", "-e"])
        .arg(format!("inject={call}:signal=SIGKILL:when={nth}"))
        .arg(program())
        .args(["backup", "restore"])
        .arg(file)
        .args(["--confirm", head])
        .env("SUNLOT_HOME", office.path())
        .env("XDG_STATE_HOME", office.state())
        .output()
        .expect("strace is there: ./dev test installs it")
}

/// Calls at which a restore is killed; the long proof adds every write.
fn calls() -> &'static [&'static str] {
    if std::env::var_os("SUNLOT_EVERY_CALL").is_some() {
        &[
            "rename",
            "unlink",
            "fsync",
            "fdatasync",
            "pwrite64",
            "write",
            "ftruncate",
            "mkdir",
            "unlinkat",
            "rmdir",
        ]
    } else {
        &["rename"]
    }
}

#[test]
fn killed_at_any_step_a_restore_gives_the_old_office_or_the_new_one() {
    let stick = tempfile::tempdir().unwrap();
    let first = office();
    let file = made(&first.desk(), stick.path());
    let head = verify(&file).unwrap().head;
    change(&first, "后来的地址");
    let (mut old, mut new, mut kills) = (0, 0, 0);
    for call in calls() {
        for nth in 1.. {
            let office = copied(&first);
            let ended = restore_killed_at(&office, &file, &head, call, nth);
            let finished = ended.status.success();
            match address(&office).as_str() {
                "后来的地址" => {
                    assert!(!finished, "{call} {nth}: acknowledged, so it must be restored");
                    old += 1;
                }
                found => {
                    assert_eq!(
                        found,
                        sample_profile().address,
                        "{call} {nth}: neither old nor new"
                    );
                    assert_eq!(
                        dump(office.path())["office_epoch"].len(),
                        2,
                        "{call} {nth}: and it says so"
                    );
                    new += 1;
                }
            }
            assert!(
                office.path().join("attachments").exists(),
                "{call} {nth}: the attachments go with it"
            );
            // Whoever comes next tidies up and finds an office that works.
            change(&office, "再后来的地址");
            nothing_half_done(&office, stick.path());
            if finished {
                break;
            }
            kills += 1;
            assert!(nth < 2000, "{call}: {}", said(&ended.stderr));
        }
    }
    println!(
        "{kills} kills at {:?} of a restore: {old} old, {new} new",
        calls()
    );
    assert!(
        old > 0 && new > calls().len(),
        "{old} old and {new} new: the kills missed the moment"
    );
}

fn copied(office: &Office) -> Office {
    let copy = Office::none();
    super::files(office.path(), &mut |file| {
        let to = copy.path().join(file.strip_prefix(office.path()).unwrap());
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::copy(file, to).unwrap();
    });
    // The anchor lies in its own place and comes along.
    std::fs::create_dir_all(copy.anchors()).unwrap();
    super::files(&office.anchors(), &mut |file| {
        std::fs::copy(file, copy.anchors().join(file.file_name().unwrap())).unwrap();
    });
    copy
}
