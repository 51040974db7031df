//! The disk answers with an error, or the program is killed, at each single call that could change the disk.
//!
//! An undisturbed run is counted first; then every call is made to fail, once with each error, or becomes the last thing
//! the program ever did.

use std::collections::BTreeMap;
use std::fs;
use std::sync::{Mutex, OnceLock};

use sha2::{Digest, Sha256};

use super::dice::Dice;
use super::known::known;
use super::operation::{Operation, Way, operation, operations};
use super::oracle::{Again, Found, judge};
use super::round::{Answer, Round};
use super::tracing::{calls, may_trace};
use super::{Sweep, long, share, thinned};

/// Calls that change the disk. `openat` only counts where it may make a file.
const CALLS: &str = "write,pwrite64,writev,fsync,fdatasync,rename,renameat,renameat2,ftruncate,fallocate,unlink,unlinkat,\
                     openat,mkdir,mkdirat,link,linkat,copy_file_range,rmdir";

/// What happens at a call.
const FAULTS: [&str; 4] = ["error=EIO", "error=ENOSPC", "error=EROFS", "signal=SIGKILL"];

/// The nth call of a kind.
#[derive(Clone, Debug)]
struct Point {
    call: String,
    number: usize,
    fault: &'static str,
    /// From here on every call of the kind fails, as on a disk that is full for good.
    lasting: bool,
}

impl Point {
    fn told(&self) -> String {
        let Self {
            call, number, fault, ..
        } = self;
        let lasting = if self.lasting { " and all after" } else { "" };
        format!("{fault} at {call} {number}{lasting}")
    }

    fn options(&self) -> [String; 2] {
        let Self {
            call, number, fault, ..
        } = self;
        let plus = if self.lasting { "+" } else { "" };
        [
            format!("trace={call}"),
            format!("inject={call}:{fault}:when={number}{plus}"),
        ]
    }
}

/// Every call of an undisturbed run that could change the disk.
fn changing_calls(operation: &'static Operation) -> Vec<(String, usize)> {
    let round = Round::of(operation);
    let trace = format!("trace={CALLS}");
    round.run_traced(&["-xx", "-e", &trace]);
    let text = fs::read_to_string(round.trace()).unwrap();
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    let mut points = Vec::new();
    for call in calls(&text) {
        let number = counted.entry(call.name.clone()).or_default();
        *number += 1;
        if call.name != "openat" || call.flag("O_CREAT") {
            points.push((call.name.clone(), *number));
        }
    }
    points
}

/// What came of the faults of one operation.
#[derive(Default)]
struct Tally {
    calls: usize,
    runs: usize,
    hit: usize,
    found: [usize; 3],
    /// The program said that it failed, and it was done all the same.
    unsaid: usize,
    codes: BTreeMap<String, usize>,
}

/// What a round left on the disk, the technical log aside: the same bytes need not be looked at twice.
fn fingerprint(round: &Round) -> Vec<u8> {
    let mut digest = Sha256::new();
    let mut folders = vec![round.site()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut entries: Vec<_> = entries.map(|entry| entry.path()).collect();
        entries.sort();
        for path in entries {
            let inside = path
                .strip_prefix(round.site())
                .unwrap()
                .to_string_lossy()
                .into_owned();
            if inside.ends_with("/logs") || inside.ends_with("-shm") {
                continue;
            }
            digest.update(format!("{inside}\0"));
            if path.is_dir() {
                folders.push(path);
            } else {
                digest.update(Sha256::digest(fs::read(path).unwrap()));
            }
        }
    }
    digest.finalize().to_vec()
}

/// The answer to a fault is a Chinese sentence with a code that is not "a mistake in the program".
fn answer_is_fit(point: &Point, answer: &Answer) -> Result<(), String> {
    let ending = answer.ending();
    match ending.status {
        None if point.fault.starts_with("signal") => return Ok(()),
        Some(1 | 2) => {}
        _ => return Err(format!("it ended {ending:?}: {}", answer.stderr)),
    }
    // The answer itself could not be written: then the other stream says so.
    let spoken = answer
        .printed()
        .map_or_else(|| answer.stderr.clone(), |printed| printed["message"].to_string());
    let mute = point.call == "write" && point.lasting;
    if ending.code.as_deref() == Some("internal") {
        return Err(format!("a mistake in the program: {}", answer.stderr));
    }
    if !mute && !spoken.contains('。') {
        return Err(format!("no sentence for people: {spoken:?} {:?}", answer.stderr));
    }
    Ok(())
}

/// One operation under faults, with what was seen already.
struct Bench {
    operation: &'static Operation,
    calls: OnceLock<Vec<(String, usize)>>,
    seen: Mutex<BTreeMap<(bool, Vec<u8>), Found>>,
    tally: Mutex<Tally>,
}

impl Bench {
    fn of(operation: &'static Operation) -> Self {
        Self {
            operation,
            calls: OnceLock::new(),
            seen: Mutex::default(),
            tally: Mutex::default(),
        }
    }

    fn try_point(&self, point: &Point) -> Result<(), String> {
        let round = Round::of(self.operation);
        let [trace, inject] = point.options();
        let answer = round.run_traced(&["-xx", "-e", &trace, "-e", &inject]);
        let text = fs::read_to_string(round.trace()).unwrap_or_default();
        let hit = text.contains("(INJECTED)") || text.contains("killed by SIGKILL");
        let undisturbed = answer.ending() == known(self.operation).ending;
        let acknowledged = answer.says_done() || undisturbed;
        self.count(|tally| {
            tally.runs += 1;
            tally.hit += usize::from(hit);
            let code = answer.ending().code.unwrap_or_else(|| "(none)".to_owned());
            *tally.codes.entry(code).or_default() += 1;
        });
        if !undisturbed {
            answer_is_fit(point, &answer)?;
        }
        let print = (acknowledged, fingerprint(&round));
        let before = self.seen.lock().unwrap().get(&print).copied();
        let found = match before {
            Some(found) => found,
            None => judge(&round, acknowledged, Again::Tried)?,
        };
        self.seen.lock().unwrap().insert(print, found);
        let killed = answer.ending().status.is_none();
        self.count(|tally| {
            tally.found[found as usize] += 1;
            tally.unsaid += usize::from(found == Found::New && !acknowledged && !killed);
        });
        Ok(())
    }

    fn count(&self, add: impl FnOnce(&mut Tally)) {
        add(&mut self.tally.lock().unwrap());
    }
}

/// Every call with every fault; once, and from there on.
fn all_points(call: &(String, usize)) -> Vec<Point> {
    let mut points = Vec::new();
    for fault in FAULTS {
        for lasting in [false, true] {
            // Nobody is killed twice.
            if lasting && fault.starts_with("signal") {
                continue;
            }
            points.push(Point {
                call: call.0.clone(),
                number: call.1,
                fault,
                lasting,
            });
        }
    }
    points
}

#[test]
fn a_new_office_on_a_disk_that_is_full_for_good_raises_no_alarm_later() {
    if !may_trace() {
        return;
    }
    let bench = Bench::of(operation("an office made"));
    let syncs = changing_calls(bench.operation)
        .into_iter()
        .filter(|(call, _)| ["fsync", "fdatasync"].contains(&call.as_str()));
    let points: Vec<Point> = syncs
        .flat_map(|call| all_points(&call))
        .filter(|point| point.lasting && point.fault.ends_with("ENOSPC"))
        .collect();
    assert!(
        points.len() > 8,
        "the database and the first anchor are synced, so {} are too few",
        points.len()
    );
    let sweep = Sweep::default();
    share(&points, |point| {
        if let Err(bad) = bench.try_point(point) {
            sweep.bad(format!("{}: {bad}", point.told()));
        }
    });
    sweep.nothing_bad();
}

#[test]
fn at_each_call_the_disk_fails_and_nothing_is_half_done() {
    if !may_trace() {
        return;
    }
    let sweep = Sweep::default();
    let mut dice = Dice::of("faults");
    let benches: Vec<Bench> = operations(Way::Faults).into_iter().map(Bench::of).collect();
    share(&benches, |bench| {
        let calls = bench.calls.get_or_init(|| changing_calls(bench.operation));
        bench.count(|tally| tally.calls = calls.len());
        // Learned here, and not while other rounds wait for it.
        let _ = known(bench.operation);
    });
    let (mut runs, mut hit) = (0, 0);
    for bench in benches {
        let calls = bench.calls.get().expect("they were counted");
        // Thinned out, every call still fails once.
        let points: Vec<Point> = calls
            .iter()
            .flat_map(|call| {
                let all = all_points(call);
                let some = all.len().div_ceil(thinned());
                dice.some(all, some)
            })
            .collect();
        let sample = if bench.operation.is_slow() { 4 } else { 10 };
        let points = if long() { points } else { dice.some(points, sample) };
        share(&points, |point| {
            if let Err(bad) = bench.try_point(point) {
                sweep.bad(format!("{}, {}: {bad}", bench.operation.name, point.told()));
            }
        });
        let tally = bench.tally.into_inner().unwrap();
        let [old, between, new] = tally.found;
        // Told at once: the long form takes its time.
        println!(
            "faults | {} | {} | {} | {} | {old} | {between} | {new} | {} | {:?}",
            bench.operation.name, tally.calls, tally.runs, tally.hit, tally.unsaid, tally.codes
        );
        runs += tally.runs;
        hit += tally.hit;
    }
    println!("faults | all | {runs} runs, {hit} hit");
    sweep.nothing_bad();
    assert!(
        hit * 100 >= runs * 98,
        "{hit} of {runs} faults came about: the others met no such call, so they prove nothing"
    );
}
