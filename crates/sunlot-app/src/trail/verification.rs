//! Verifying the trail: quickly at every start, wholly on demand, with progress and a way to stop it.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use sunlot_store::{Checkpoint, Connection, Fault, InterruptHandle, Verdict};

use super::wire::{TrailProgress, TrailVerdict};
use crate::anchor::Verified;
use crate::commands::Act;
use crate::messages::{self, Words};
use crate::{Desk, Error, Failure, Reason, Result};

/// Without an earlier verification to begin from, a start looks at so many of the newest events; the rest is the
/// whole verification's, which is then due.
const NEWEST: i64 = 20_000;

/// Whether to go on, asked now and then with the events done and the events in all.
pub type Going<'a> = &'a mut dyn FnMut(u64, u64) -> bool;

/// The verification that is under way, and what the last one found.
#[derive(Default)]
pub struct Verification {
    running: AtomicBool,
    stopping: AtomicBool,
    done: AtomicU64,
    total: AtomicU64,
    last: Mutex<Option<TrailVerdict>>,
    /// SQLite's own search hears nothing but this.
    interrupt: Mutex<Option<InterruptHandle>>,
}

/// Ends with the verification, however that ends.
struct Running<'v>(&'v Verification);

impl Drop for Running<'_> {
    fn drop(&mut self) {
        *locked(&self.0.interrupt) = None;
        self.0.running.store(false, Ordering::SeqCst);
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Verification {
    fn begin(&self) -> Result<Running<'_>> {
        if self.running.swap(true, Ordering::SeqCst) {
            return Err(Error::new(Reason::AlreadyVerifying, ""));
        }
        self.stopping.store(false, Ordering::SeqCst);
        self.done.store(0, Ordering::SeqCst);
        self.total.store(0, Ordering::SeqCst);
        Ok(Running(self))
    }
}

impl Desk {
    /// Recomputes the whole trail and every row it vouches for, beside everything else that goes on.
    pub fn trail_verify(&self, going: Going<'_>) -> Result<TrailVerdict> {
        let state = self.verification();
        let running = state.begin()?;
        let verdict = self.read_aside(Act::TrailVerify, |office| {
            *locked(&state.interrupt) = Some(office.get_interrupt_handle());
            let earlier = self.verified(office).and_then(|earlier| earlier.checkpoint());
            let verdict = sunlot_store::verify(office, earlier.as_ref(), &mut |done, total| {
                state.done.store(done, Ordering::SeqCst);
                state.total.store(total, Ordering::SeqCst);
                going(done, total) && !state.stopping.load(Ordering::SeqCst)
            })?;
            if verdict.faults.is_empty() && !verdict.stopped {
                let now = self.moment();
                self.keep_verified(office, &Verified::to(&verdict.reached, &now, Some(now.clone())))?;
            }
            Ok(self.worded(verdict, 0))
        })?;
        *locked(&state.last) = Some(verdict.clone());
        drop(running);
        Ok(verdict)
    }

    /// How far the verification is that is under way, and what the last one found.
    pub fn trail_progress(&self) -> TrailProgress {
        let state = self.verification();
        TrailProgress {
            running: state.running.load(Ordering::SeqCst),
            done: state.done.load(Ordering::SeqCst),
            total: state.total.load(Ordering::SeqCst),
            verdict: locked(&state.last).clone(),
        }
    }

    /// Stops the verification that is under way; where there is none, nothing happens.
    pub fn trail_stop(&self) {
        let state = self.verification();
        state.stopping.store(true, Ordering::SeqCst);
        if let Some(interrupt) = &*locked(&state.interrupt) {
            interrupt.interrupt();
        }
    }

    /// Verifies what came after the last verification.
    pub fn trail_verify_new(&self) -> Result<TrailVerdict> {
        self.read_aside(Act::TrailVerify, |office| {
            let earlier = self.verified(office);
            self.verify_quickly(office, earlier.as_ref())
        })
    }

    pub(crate) fn verify_quickly(
        &self,
        office: &Connection,
        earlier: Option<&Verified>,
    ) -> Result<TrailVerdict> {
        let (begin, whole_at) = match earlier.and_then(|e| Some((e.checkpoint()?, e.whole_at.clone()))) {
            Some((checkpoint, whole_at)) => (checkpoint, whole_at),
            None => (newest(office)?, None),
        };
        let mut verdict = sunlot_store::verify_since(office, &begin, &mut |_, _| true)?;
        // What is in force is looked at wherever the last verification ended.
        let current = sunlot_store::vouched::current(office)?;
        let fresh: Vec<_> = current
            .into_iter()
            .filter(|fault| !verdict.faults.contains(fault))
            .collect();
        verdict.faults.extend(fresh);
        // From the newest events alone nothing follows for those before them.
        let vouched = earlier.is_some() || begin.seq == 0;
        if vouched && verdict.faults.is_empty() && verdict.events > 0 {
            let now = self.moment();
            self.keep_verified(office, &Verified::to(&verdict.reached, &now, whole_at))?;
        }
        Ok(self.worded(verdict, begin.seq))
    }

    fn worded(&self, verdict: Verdict, since: i64) -> TrailVerdict {
        let mut faulty: Vec<i64> = verdict.faults.iter().filter_map(Fault::seq).collect();
        faulty.sort_unstable();
        faulty.dedup();
        TrailVerdict {
            valid: verdict.faults.is_empty() && !verdict.stopped,
            since,
            events: verdict.events,
            rows: verdict.rows,
            head: (verdict.reached.seq > 0).then(|| verdict.reached.head.to_string()),
            faults: verdict.faults.iter().map(worded).collect(),
            faulty,
            stopped: verdict.stopped,
            at: self.moment(),
        }
    }
}

/// Where the newest events begin.
fn newest(office: &Connection) -> Result<Checkpoint> {
    let last = sunlot_store::trail::head(office)?.map_or(0, |head| head.seq);
    let seq = last - NEWEST;
    let head = match seq {
        1.. => sunlot_store::trail::hash_at(office, seq)?,
        _ => None,
    };
    Ok(head.map_or(Checkpoint::NONE, |head| Checkpoint {
        seq,
        head,
        ..Checkpoint::NONE
    }))
}

fn worded(fault: &Fault) -> Failure {
    let Words { message, hint } = messages::of_fault(fault);
    Failure {
        code: fault_code(fault).to_owned(),
        message,
        hint,
        detail: format!("{fault:?}"),
        problems: Vec::new(),
    }
}

fn fault_code(fault: &Fault) -> &'static str {
    match fault {
        Fault::Damaged { .. } => "trail_damaged",
        Fault::Schema { .. } => "trail_schema_changed",
        Fault::Gap { .. } => "trail_gap",
        Fault::EventChanged { .. } => "trail_event_changed",
        Fault::RowsChanged { .. } => "trail_rows_changed",
        Fault::StrayRow { .. } => "trail_stray_row",
        Fault::ObjectsChanged { .. } => "trail_objects_changed",
        Fault::CheckpointDiffers { .. } => "trail_checkpoint_differs",
    }
}
