//! The power goes: what the program wrote and synced is recorded, and the disk is rebuilt as it would be found after a
//! cut behind every single call, with nothing of what was not synced, with all of it, and with random torn parts of it.
//!
//! Such a test proves something only if it can fail: the same with `synchronous=NORMAL`, and with syncs that nobody
//! carries out, must lose what was acknowledged.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;

use sha2::{Digest, Sha256};

use super::dice::Dice;
use super::disk::{Left, Remains};
use super::known::known;
use super::operation::{Operation, Way, operation, operations};
use super::oracle::{Again, Found, judge};
use super::replay::{CALLS, Replay};
use super::round::Round;
use super::tracing::{Call, calls, may_trace};
use super::{Sweep, long, share, thinned};

/// What a program did, and the disk that it began with.
struct Recording {
    operation: &'static Operation,
    start: Replay,
    calls: Vec<Call>,
}

impl Recording {
    fn of(operation: &'static Operation) -> Self {
        let round = Round::of(operation);
        let start = Replay::at(&round.site());
        let answer = round.run_traced(&["-xx", "-s", "4194304", "-e", &format!("trace={CALLS}")]);
        assert_eq!(
            answer.ending(),
            known(operation).ending,
            "{}: being watched changes nothing: {}",
            operation.name,
            answer.stderr
        );
        Self::read(operation, start, &round.trace())
    }

    /// The same rows, written by the control program with another setting of SQLite.
    fn of_control(operation: &'static Operation, synchronous: &str) -> Self {
        let (done, round) = (Round::of(operation), Round::of(operation));
        assert!(done.run().ending().is_done(), "undisturbed, it is done");
        let start = Replay::at(&round.site());
        let traced = Command::new("strace")
            .args([
                "-f",
                "-xx",
                "-s",
                "4194304",
                "-e",
                &format!("trace={CALLS}"),
                "-o",
            ])
            .arg(round.trace())
            .arg("--")
            .arg(env!("CARGO_BIN_EXE_control-writer"))
            .args([round.office().join("office.db"), done.office().join("office.db")])
            .arg(synchronous)
            .output()
            .unwrap();
        assert!(
            traced.status.success(),
            "{}",
            String::from_utf8_lossy(&traced.stderr)
        );
        Self::read(operation, start, &round.trace())
    }

    fn read(operation: &'static Operation, start: Replay, trace: &Path) -> Self {
        let calls = calls(&fs::read_to_string(trace).unwrap());
        Self {
            operation,
            start,
            calls,
        }
    }

    /// The disk behind every call that changed it, `each` time by its three kinds of remains.
    fn cuts(mut self, deaf: bool, random: usize, each: &mut dyn FnMut(Remains, bool)) -> usize {
        self.start.disk.deaf = deaf;
        let mut dice = Dice::of(&format!("power {}", self.operation.name));
        let mut cuts = 0;
        for call in &self.calls {
            if !self.start.apply(call) {
                continue;
            }
            cuts += 1;
            let (disk, said) = (&self.start.disk, self.start.said);
            each(disk.cut(Left::Nothing), said);
            each(disk.cut(Left::Everything), said);
            for _ in 0..random {
                each(disk.cut(Left::Some(&mut dice)), said);
            }
        }
        cuts
    }
}

/// Puts what a cut left into a round of its own.
fn found_after(operation: &'static Operation, root: &Path, remains: &Remains) -> Round {
    let round = Round::empty(operation);
    for (path, content) in remains {
        let path = round.site().join(path.strip_prefix(root).unwrap());
        match content {
            None => fs::create_dir_all(path).unwrap(),
            Some(bytes) => fs::write(path, bytes).unwrap(),
        }
    }
    round
}

fn fingerprint(remains: &Remains, said: bool) -> Vec<u8> {
    let mut digest = Sha256::new_with_prefix([u8::from(said)]);
    for (path, content) in remains {
        digest.update(path.to_string_lossy().as_bytes());
        digest.update([u8::from(content.is_some())]);
        digest.update(Sha256::digest(content.as_deref().unwrap_or_default()));
    }
    digest.finalize().to_vec()
}

/// How the states of a recording came out.
#[derive(Default)]
struct Tally {
    cuts: usize,
    states: usize,
    said: usize,
    again: usize,
    found: [usize; 3],
    bad: Vec<String>,
}

/// Everything in long; in short a part of the cuts, chosen by the seed.
fn tally(recording: Recording, deaf: bool, thin: usize) -> Tally {
    let operation = recording.operation;
    let root = recording.start.root().to_owned();
    let mut tally = Tally::default();
    let mut seen = BTreeSet::new();
    let mut dice = Dice::of(&format!("states {}", operation.name));
    let cuts = recording.cuts(deaf, if long() { 3 } else { 1 }, &mut |remains, said| {
        if dice.below(thin) > 0 || !seen.insert(fingerprint(&remains, said)) {
            return;
        }
        let again = if dice.below(if operation.is_slow() { 24 } else { 6 }) == 0 {
            Again::Tried
        } else {
            Again::Untried
        };
        tally.states += 1;
        tally.said += usize::from(said);
        tally.again += usize::from(again == Again::Tried);
        match judge(&found_after(operation, &root, &remains), said, again) {
            Ok(found) => tally.found[found as usize] += 1,
            Err(bad) => tally.bad.push(format!("state {}: {bad}", tally.states)),
        }
    });
    tally.cuts = cuts;
    tally
}

fn told(kind: &str, name: &str, tally: &Tally) {
    let Tally {
        cuts,
        states,
        said,
        again,
        found: [old, between, new],
        bad,
    } = tally;
    let bad = bad.len();
    println!("{kind} | {name} | {cuts} | {states} | {said} | {old} | {between} | {new} | {again} | {bad}");
}

#[test]
fn after_a_power_cut_there_is_what_was_acknowledged_and_nothing_half_done() {
    if !may_trace() {
        return;
    }
    let sweep = Sweep::default();
    let sum: Mutex<[usize; 3]> = Mutex::default();
    let jobs: Vec<&'static Operation> = operations(Way::Power);
    share(&jobs, |operation| {
        let tally = tally(
            Recording::of(operation),
            false,
            if long() { thinned() } else { 40 },
        );
        for bad in &tally.bad {
            sweep.bad(format!("{}, {bad}", operation.name));
        }
        // Told at once: the long form takes its time.
        told("power", operation.name, &tally);
        let counted = [
            tally.states,
            tally.found[Found::Old as usize],
            tally.found[Found::New as usize],
        ];
        let mut sum = sum.lock().unwrap();
        sum.iter_mut().zip(counted).for_each(|(sum, more)| *sum += more);
    });
    let [states, old, new] = sum.into_inner().unwrap();
    println!("power | all | {states} states, {old} old, {new} new");
    sweep.nothing_bad();
    assert!(
        old > 0 && new > 0,
        "{old} old and {new} new: the cuts missed the moment, so this proves nothing"
    );
}

#[test]
fn the_same_test_fails_where_it_must() {
    if !may_trace() {
        return;
    }
    let change = operation("the office changed");
    // Whole in the short form, too: what must fail is not left to chance.
    let thin = 1;
    for (setting, passes) in [("FULL", true), ("NORMAL", false), ("OFF", false)] {
        let tally = tally(Recording::of_control(change, setting), false, thin);
        told("control", setting, &tally);
        assert!(
            tally.states > 10,
            "{setting}: {} states are too few to prove anything",
            tally.states
        );
        assert_eq!(
            tally.bad.is_empty(),
            passes,
            "with synchronous={setting}, {} of {} states are bad: {:?}",
            tally.bad.len(),
            tally.states,
            tally.bad.first()
        );
    }
    let tally = tally(Recording::of(change), true, thin);
    told("control", "no sync carried out", &tally);
    assert!(
        tally.bad.iter().any(|bad| bad.contains("acknowledged, and lost")),
        "where no sync is carried out, what was acknowledged must be lost: {:?}",
        tally.bad
    );
}
