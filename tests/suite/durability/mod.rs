//! Nothing acknowledged is lost and nothing is half done, whatever happens while the program writes: it is killed, the
//! disk answers with an error, the power goes, a byte of the file turns over.
//!
//! One table of writing operations ([`operation`]), one oracle ([`oracle`]), and one module for each way in which things
//! go wrong. Each test is a seeded sample of its long form, which runs with `SUNLOT_PROOF=long` (`./dev proof`).

mod aside;
mod contents;
mod dice;
#[cfg(target_os = "linux")]
mod disk;
#[cfg(target_os = "linux")]
mod faults;
mod files;
mod flips;
mod kill;
mod known;
mod operation;
mod oracle;
#[cfg(target_os = "linux")]
mod power;
mod prepared;
#[cfg(target_os = "linux")]
mod replay;
mod round;
#[cfg(target_os = "linux")]
mod tracing;

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Whether everything is tried, and not a sample.
pub fn long() -> bool {
    std::env::var("SUNLOT_PROOF").is_ok_and(|length| length == "long")
}

/// One in how many is taken of everything that the long form tries; all where nothing is said. `SUNLOT_PROOF_THIN`.
pub fn thinned() -> usize {
    let said = std::env::var("SUNLOT_PROOF_THIN").ok();
    said.and_then(|said| said.parse().ok()).unwrap_or(1).max(1)
}

/// What went wrong in a sweep, and how much was tried. All of it is told, not the first alone.
#[derive(Default)]
pub struct Sweep {
    bad: Mutex<Vec<String>>,
}

impl Sweep {
    /// Notes that something is not as promised.
    pub fn bad(&self, what: String) {
        println!("BAD {what}");
        self.bad.lock().unwrap().push(what);
    }

    /// Ends the sweep: nothing may be bad.
    pub fn nothing_bad(self) {
        let bad = self.bad.into_inner().unwrap();
        let first: Vec<_> = bad.iter().take(20).collect();
        assert!(bad.is_empty(), "{} bad, the first of them: {first:#?}", bad.len());
    }
}

/// Does every job, on as many processors as there are.
pub fn share<T: Sync>(jobs: &[T], work: impl Fn(&T) + Sync) {
    let next = AtomicUsize::new(0);
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    work(job);
                }
            });
        }
    });
}
