//! The one import of a desk: what was read of it, how far a reading is, and that somebody wants it stopped.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use chrono::{DateTime, FixedOffset};

use super::compare::{Group, Judged};
use super::fault::ImportFault;
use super::inspectors::Inspectors;
use super::items::Items;
use super::register::Register;
use super::sheet::Sheet;
use super::targets::Targets;
use super::visits::Visits;
use super::wire::{ColumnLeft, DuplicateRule, ImportProgress, ImportReading, Registry, UnknownWord};
use crate::reader::{Book, TableSource};
use crate::{Desk, Error, Result};

/// What the desk keeps of an import between two questions.
#[derive(Default)]
pub(crate) struct Imports {
    held: Mutex<Option<Held>>,
    last: AtomicU32,
    stop: AtomicBool,
    now: Mutex<Option<Now>>,
}

#[derive(Clone)]
struct Now {
    told: &'static str,
    rows: u32,
    begun: DateTime<FixedOffset>,
}

/// A roster that was looked at.
pub(super) struct Held {
    pub number: u32,
    pub registry: Registry,
    pub source: TableSource,
    pub file: String,
    /// Of what was compared.
    pub digest: [u8; 32],
    pub book: Option<Book>,
    pub sheets: Vec<Sheet>,
    pub compared: Option<AnyCompared>,
}

/// A roster that was compared with the registry it belongs to.
pub(super) enum AnyCompared {
    Targets(Compared<Targets>),
    Inspectors(Compared<Inspectors>),
    Visits(Compared<Visits>),
    Items(Compared<Items>),
}

/// Runs an expression with a compared roster, whatever registry it belongs to.
macro_rules! with_any {
    ($any:expr, $compared:ident => $run:expr) => {
        match $any {
            $crate::import::work::AnyCompared::Targets($compared) => $run,
            $crate::import::work::AnyCompared::Inspectors($compared) => $run,
            $crate::import::work::AnyCompared::Visits($compared) => $run,
            $crate::import::work::AnyCompared::Items($compared) => $run,
        }
    };
}
pub(super) use with_any;

/// A roster that was compared with the registry.
pub(super) struct Compared<R: Register> {
    pub reading: ImportReading,
    pub sheet: String,
    pub headings: String,
    pub mapping: String,
    pub seq: i64,
    pub rows: Vec<Judged<R>>,
    /// How many rows the file hides.
    pub hidden: u32,
    pub groups: Vec<Group>,
    pub rules: HashMap<String, DuplicateRule>,
    pub missing: Vec<i64>,
    pub words: Vec<UnknownWord>,
    pub answered: Vec<UnknownWord>,
    pub left: Vec<ColumnLeft>,
}

/// A reading that was begun; it ends when this goes.
pub(super) struct Running<'i> {
    imports: &'i Imports,
}

impl Imports {
    /// Begins a reading; there is one at a time.
    pub(super) fn begin(&self, desk: &Desk, told: &'static str) -> Result<Running<'_>> {
        let mut now = self.now();
        if now.is_some() {
            return Err(Error::new(ImportFault::ImportRunning, ""));
        }
        self.stop.store(false, Ordering::SeqCst);
        *now = Some(Now {
            told,
            rows: 0,
            begun: desk.now(),
        });
        Ok(Running { imports: self })
    }

    pub(super) fn next_number(&self) -> u32 {
        self.last.fetch_add(1, Ordering::SeqCst) + 1
    }

    /// Keeps what was looked at, in the place of what was there.
    pub(super) fn keep(&self, held: Held) {
        *self.held() = Some(held);
    }

    /// Works with the import of this number.
    pub(super) fn with<T>(&self, number: u32, work: impl FnOnce(&mut Held) -> Result<T>) -> Result<T> {
        let mut held = self.held();
        match held.as_mut().filter(|held| held.number == number) {
            Some(held) => work(held),
            None => Err(Error::new(ImportFault::ImportGone, "")),
        }
    }

    /// The same for an import that was compared.
    pub(super) fn with_compared<T>(
        &self,
        number: u32,
        work: impl FnOnce(&Held, &AnyCompared) -> Result<T>,
    ) -> Result<T> {
        self.with(number, |held| match &held.compared {
            Some(compared) => work(held, compared),
            None => Err(Error::new(ImportFault::ImportGone, "it was not compared")),
        })
    }

    pub(super) fn let_go(&self, number: u32) {
        let mut held = self.held();
        if let Some(gone) = held.take_if(|held| held.number == number) {
            // A million rows are let go one by one; nobody waits for that.
            thread::spawn(move || drop(gone));
        }
    }

    fn held(&self) -> MutexGuard<'_, Option<Held>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn now(&self) -> MutexGuard<'_, Option<Now>> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Running<'_> {
    /// Whether somebody wants it stopped; the reader asks this as well.
    pub(super) fn stop(&self) -> &AtomicBool {
        &self.imports.stop
    }

    /// Takes note of what is being done now, and of how many rows are done.
    pub(super) fn at(&self, told: &'static str, rows: usize) {
        if let Some(now) = self.imports.now().as_mut() {
            now.told = told;
            now.rows = u32::try_from(rows).unwrap_or(u32::MAX);
        }
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        *self.imports.now() = None;
    }
}

impl Desk {
    /// How far the reading is that is under way; `None` where there is none.
    pub fn import_progress(&self) -> Option<ImportProgress> {
        let now = self.imports().now().clone()?;
        let milliseconds = (self.now() - now.begun).num_milliseconds().max(1);
        let per_second = i64::from(now.rows) * 1_000 / milliseconds;
        Some(ImportProgress {
            told: now.told.to_owned(),
            rows: now.rows,
            per_second: u32::try_from(per_second).unwrap_or(0),
        })
    }

    /// Stops the reading that is under way. Nothing of it is kept, and the registry is as it was.
    pub fn import_stop(&self) {
        self.imports().stop.store(true, Ordering::SeqCst);
    }
}
