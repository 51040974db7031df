//! The one long work of a desk: how far it is, and that somebody wants it stopped.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use sunlot_store::backup::Progress;

use super::fault::BackupFault;
use super::labels;
use super::wire::BackupProgress;
use crate::{Desk, Error, Result};

/// What is under way.
#[derive(Debug, Default)]
pub(crate) struct Work {
    now: Mutex<Option<Progress>>,
    running: AtomicBool,
    stop: AtomicBool,
}

/// Is told how far a backup is.
pub type Tell<'a> = &'a mut dyn FnMut(&BackupProgress);

/// A work that was begun; it ends when this goes.
pub(crate) struct Running<'w> {
    work: &'w Work,
}

impl Work {
    pub(crate) fn begin(&self) -> Result<Running<'_>> {
        if self.running.swap(true, Ordering::SeqCst) {
            return Err(Error::new(BackupFault::BackupRunning, ""));
        }
        self.stop.store(false, Ordering::SeqCst);
        Ok(Running { work: self })
    }

    fn now(&self) -> MutexGuard<'_, Option<Progress>> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Running<'_> {
    /// Takes note of how far it is, and answers whether to go on.
    pub(crate) fn at(&self, progress: Progress, tell: Tell<'_>) -> ControlFlow<()> {
        *self.work.now() = Some(progress);
        tell(&told(progress));
        if self.work.stop.load(Ordering::SeqCst) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        *self.work.now() = None;
        self.work.running.store(false, Ordering::SeqCst);
    }
}

impl Desk {
    /// How far the backup is that is under way; `None` where there is none.
    pub fn backup_progress(&self) -> Option<BackupProgress> {
        self.work().now().map(told)
    }

    /// Stops the backup that is under way. Nothing of it is left.
    pub fn backup_stop(&self) {
        self.work().stop.store(true, Ordering::SeqCst);
    }
}

fn told(progress: Progress) -> BackupProgress {
    BackupProgress {
        told: labels::phase(progress),
        done: progress.done,
        total: progress.total,
    }
}
