//! The desk: one running program at one office folder. It opens the office when the first use case needs it
//! and keeps it open; every use case of the other modules is a method on it.

use std::cell::RefCell;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, FixedOffset, SecondsFormat};
use sunlot_store::{Change, Connection, Migrated, OfficeFolder, Opening, Reader, Recorded, Writer};

use crate::anchor::Watch;
use crate::trail::{Sentences, Verification};
use crate::{Actor, Env, Error, Kind, Reason, Result};

/// One running program at one office folder.
pub struct Desk {
    env: Env,
    folder: OfficeFolder,
    actor: Actor,
    office: Mutex<Option<Office>>,
    watch: Watch,
    verification: Verification,
    sentences: Sentences,
}

enum Office {
    Reading(Reader),
    Writing(Writer),
}

impl Office {
    fn connection(&self) -> &Connection {
        match self {
            Self::Reading(reader) => reader.connection(),
            Self::Writing(writer) => writer.connection(),
        }
    }
}

impl Desk {
    /// Sits down; nothing is opened yet.
    pub fn new(env: Env, folder: OfficeFolder, actor: Actor) -> Self {
        Self {
            env,
            folder,
            actor,
            office: Mutex::new(None),
            watch: Watch::default(),
            verification: Verification::default(),
            sentences: Sentences::default(),
        }
    }

    /// The office folder.
    pub fn folder(&self) -> &OfficeFolder {
        &self.folder
    }

    pub(crate) fn actor(&self) -> &Actor {
        &self.actor
    }

    pub(crate) fn env(&self) -> &Env {
        &self.env
    }

    pub(crate) fn watch(&self) -> &Watch {
        &self.watch
    }

    pub(crate) fn verification(&self) -> &Verification {
        &self.verification
    }

    pub(crate) fn sentences(&self) -> &Sentences {
        &self.sentences
    }

    /// Now, as the trail writes it.
    pub(crate) fn moment(&self) -> String {
        self.now().to_rfc3339_opts(SecondsFormat::Secs, false)
    }

    pub(crate) fn now(&self) -> DateTime<FixedOffset> {
        self.env.clock.now()
    }

    /// Opens the office for writing and keeps the lock as long as somebody sits here.
    pub fn hold(&self) -> Result<()> {
        self.writer(&mut self.office()).map(drop)
    }

    /// Gets up: the office is closed and its lock given back.
    pub fn leave(&self) {
        *self.office() = None;
        self.watch.forget();
    }

    /// Reads; where nothing is open yet, without taking the lock.
    pub(crate) fn read<T>(&self, read: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let mut office = self.office();
        if office.is_none() {
            match Reader::open(&self.folder)? {
                Some(reader) => *office = Some(Office::Reading(reader)),
                // Older than this program: only a writer may upgrade it.
                None => drop(self.writer(&mut office)?),
            }
        }
        let office = office
            .as_ref()
            .ok_or_else(|| Error::new(Reason::Internal, "the office did not open"))?;
        read(office.connection())
    }

    /// Reads beside everything else: a long work that must not keep anybody from saving.
    pub(crate) fn read_aside<T>(&self, read: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        match Reader::open(&self.folder)? {
            Some(reader) => read(reader.connection()),
            // Older than this program: only a writer may upgrade it.
            None => self.read(read),
        }
    }

    /// Writes: one transaction with its event. `None` instead of an event means that there was nothing to do;
    /// then nothing is written.
    pub(crate) fn change<T>(
        &self,
        write: impl FnOnce(&Change<'_>) -> Result<(T, Option<Kind>)>,
    ) -> Result<(T, Option<Recorded>)> {
        let mut office = self.office();
        let writer = self.writer(&mut office)?;
        self.may_write()?;
        self.commit(writer, write)
    }

    /// Writes even though the trail is not the one that the anchor tells of: only acknowledging that may.
    pub(crate) fn change_the_anchor<T>(
        &self,
        write: impl FnOnce(&Change<'_>) -> Result<(T, Option<Kind>)>,
    ) -> Result<(T, Option<Recorded>)> {
        let mut office = self.office();
        let writer = self.writer(&mut office)?;
        self.commit(writer, write)
    }

    fn commit<T>(
        &self,
        writer: &mut Writer,
        write: impl FnOnce(&Change<'_>) -> Result<(T, Option<Kind>)>,
    ) -> Result<(T, Option<Recorded>)> {
        let change = writer.change()?;
        let (answer, kind) = write(&change)?;
        let Some(kind) = kind else {
            return Ok((answer, None));
        };
        let recorded = change.commit(kind.by(&self.actor, self.now()))?;
        if matches!(kind, Kind::AnchorAcknowledged { .. }) {
            self.accept();
        }
        self.move_anchor(writer);
        Ok((answer, Some(recorded)))
    }

    fn writer<'o>(&self, office: &'o mut Option<Office>) -> Result<&'o mut Writer> {
        if !matches!(office, Some(Office::Writing(_))) {
            let at = self.now();
            let migrated = RefCell::new(None);
            let note = |step: &Migrated| {
                // The first step says where it began.
                migrated.borrow_mut().get_or_insert_with(|| step.clone());
                Kind::from(step).by(&self.actor, at)
            };
            let mut writer = Writer::open(&self.folder, &Opening { at, note: &note })?;
            self.take_bearings(&mut writer, migrated.borrow().as_ref())?;
            *office = Some(Office::Writing(writer));
        }
        match office {
            Some(Office::Writing(writer)) => Ok(writer),
            _ => Err(Error::new(Reason::Internal, "the office did not open")),
        }
    }

    /// A use case that panicked left nothing half done: its transaction was rolled back.
    fn office(&self) -> MutexGuard<'_, Option<Office>> {
        self.office.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
