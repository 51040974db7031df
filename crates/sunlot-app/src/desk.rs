//! The desk: one running program at one office folder. It opens the office when the first use case needs it
//! and keeps it open; every use case of the other modules is a method on it. Before each act it asks `access`
//! whether whoever sits here may.

use std::cell::RefCell;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};
use sunlot_store::backup::restore::{Claim, Interrupted};
use sunlot_store::stage_cursor::StageCursor;
use sunlot_store::{Change, Connection, Migrated, OfficeFolder, Opening, Reader, Recorded, Writer};

use crate::access::{AccessFault, Admitted, Joined, Sitter, Sitting};
use crate::account::{Person, Second};
use crate::anchor::Watch;
use crate::backup::Work;
use crate::ceremony::{Drawn, Typing};
use crate::commands::Act;
use crate::diagnostics::log;
use crate::import::Imports;
use crate::picker::LastFolders;
use crate::target::Targets;
use crate::task::Pools;
use crate::trail::{Sentences, Verification};
use crate::{Actor, Env, Error, Kind, Reason, Result};

/// One running program at one office folder.
pub struct Desk {
    env: Env,
    folder: OfficeFolder,
    actor: Actor,
    office: Mutex<Option<Office>>,
    sitting: Mutex<Sitting>,
    watch: Watch,
    verification: Verification,
    sentences: Sentences,
    work: Work,
    targets: Targets,
    imports: Imports,
    pools: Pools,
    drawn: Drawn,
    typing: Typing,
    last_folders: LastFolders,
    found: Mutex<Option<Interrupted>>,
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
            sitting: Mutex::default(),
            watch: Watch::default(),
            verification: Verification::default(),
            sentences: Sentences::default(),
            work: Work::default(),
            targets: Targets::default(),
            imports: Imports::default(),
            pools: Pools::default(),
            drawn: Drawn::default(),
            typing: Typing::default(),
            last_folders: LastFolders::default(),
            found: Mutex::default(),
        }
    }

    /// The office folder.
    pub fn folder(&self) -> &OfficeFolder {
        &self.folder
    }

    pub(crate) fn actor(&self) -> &Actor {
        &self.actor
    }

    pub(crate) fn imports(&self) -> &Imports {
        &self.imports
    }

    pub(crate) fn typing(&self) -> &Typing {
        &self.typing
    }

    pub(crate) fn drawn(&self) -> &Drawn {
        &self.drawn
    }

    pub(crate) fn pools(&self) -> &Pools {
        &self.pools
    }

    pub(crate) fn last_folders(&self) -> &LastFolders {
        &self.last_folders
    }

    pub(crate) fn targets(&self) -> &Targets {
        &self.targets
    }

    pub(crate) fn work(&self) -> &Work {
        &self.work
    }

    /// What was found of an interrupted restore when the office was opened.
    pub(crate) fn found(&self) -> Option<Interrupted> {
        *self.found.lock().unwrap_or_else(PoisonError::into_inner)
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

    /// The day it is here.
    pub(crate) fn today(&self) -> NaiveDate {
        self.now().date_naive()
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
        self.targets.forget();
        self.pools.forget();
        self.drawn.forget();
    }

    /// Whether this act may be done. An office that does not exist yet has guests only.
    pub(crate) fn may(&self, act: Act) -> Result<()> {
        match self.read(act, |_| Ok(())) {
            Err(error) if matches!(error.reason, Reason::OfficeMissing { .. }) && act.permit().guests => {
                Ok(())
            }
            answer => answer,
        }
    }

    /// Reads; where nothing is open yet, without taking the lock.
    pub(crate) fn read<T>(&self, act: Act, read: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        self.noted(act, false, || self.read_now(act, read))
    }

    fn read_now<T>(&self, act: Act, read: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
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
        self.admit(office.connection(), act)?;
        read(office.connection())
    }

    /// Reads beside everything else: a long work that must not keep anybody from saving.
    pub(crate) fn read_aside<T>(&self, act: Act, read: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        match Reader::open(&self.folder)? {
            Some(reader) => {
                self.admit(reader.connection(), act)?;
                read(reader.connection())
            }
            // Older than this program: only a writer may upgrade it.
            None => self.read(act, read),
        }
    }

    /// Writes: one transaction with its event. `None` instead of an event means that there was nothing to do;
    /// then nothing is written.
    pub(crate) fn change<T>(
        &self,
        act: Act,
        write: impl FnOnce(&Change<'_>) -> Result<(T, Option<Kind>)>,
    ) -> Result<(T, Option<Recorded>)> {
        self.change_admitted(act, |change, _| write(change))
    }

    /// The same for acts that turn on who does them.
    pub(crate) fn change_admitted<T>(
        &self,
        act: Act,
        write: impl FnOnce(&Change<'_>, &Admitted) -> Result<(T, Option<Kind>)>,
    ) -> Result<(T, Option<Recorded>)> {
        self.noted(act, true, || {
            let mut office = self.office();
            let writer = self.writer_for(act, &mut office)?;
            let change = writer.change()?;
            let admitted = self.admit(change.tx(), act)?;
            self.may_write(act)?;
            let (answer, kind) = write(&change, &admitted)?;
            let Some(kind) = kind else {
                return Ok((answer, None));
            };
            let recorded = change.commit(kind.by(&admitted.actor, None, self.now()))?;
            self.move_anchor(writer, act);
            self.env.windows.stage_changed();
            Ok((answer, Some(recorded)))
        })
    }

    /// The same for acts that nobody does alone. A second password that is wrong is counted and written down, and
    /// nothing else happens.
    pub(crate) fn change_by_two<T>(
        &self,
        act: Act,
        second: Option<&Second>,
        write: impl FnOnce(&Change<'_>) -> Result<(T, Option<Kind>)>,
    ) -> Result<(T, Option<Recorded>)> {
        self.noted(act, true, || {
            let mut office = self.office();
            let writer = self.writer_for(act, &mut office)?;
            let change = writer.change()?;
            let first = self.admit(change.tx(), act)?;
            self.may_write(act)?;
            self.require_accounts(change.tx())?;
            let second = match self.join(&change, act, &first, second)? {
                Joined::Unneeded => None,
                Joined::By(second) => Some(second),
                Joined::Shut(shut) => {
                    if shut.counted {
                        change.commit(shut.kind(true).by(&first.actor, None, self.now()))?;
                        self.move_anchor(writer, Act::AccountEnter);
                    }
                    return Err(Error::new(AccessFault::SecondRefused { why: shut.why }, ""));
                }
            };
            let (answer, kind) = write(&change)?;
            let Some(kind) = kind else {
                return Ok((answer, None));
            };
            let recorded = change.commit(kind.by(&first.actor, second.as_ref(), self.now()))?;
            self.move_anchor(writer, act);
            self.env.windows.stage_changed();
            Ok((answer, Some(recorded)))
        })
    }

    /// Moves what the stage shows. It is no event: nothing is decided by it.
    pub(crate) fn point(&self, act: Act, cursor: &StageCursor) -> Result<()> {
        self.noted(act, false, || {
            let mut office = self.office();
            let writer = self.writer_for(act, &mut office)?;
            self.admit(writer.connection(), act)?;
            writer.point(cursor)?;
            self.env.windows.stage_changed();
            Ok(())
        })
    }

    /// The same for what the program does of itself.
    pub(crate) fn change_by_itself(
        &self,
        act: Act,
        write: impl FnOnce(&Change<'_>) -> Result<Kind>,
    ) -> Result<Recorded> {
        self.noted(act, true, || {
            let mut office = self.office();
            let writer = self.writer_for(act, &mut office)?;
            let change = writer.change()?;
            self.may_write(act)?;
            let kind = write(&change)?;
            let recorded = change.commit(kind.by(&Actor::program(), None, self.now()))?;
            self.move_anchor(writer, act);
            Ok(recorded)
        })
    }

    /// Closes the office, keeps its lock, and lets it be replaced. It is opened anew when it is needed.
    pub(crate) fn give_way<T>(&self, replace: impl FnOnce(&Claim) -> Result<T>) -> Result<T> {
        let mut office = self.office();
        self.writer(&mut office)?;
        let Some(Office::Writing(writer)) = office.take() else {
            return Err(Error::new(Reason::Internal, "the office did not open"));
        };
        let outcome = replace(&writer.give_way(&self.folder)?);
        self.watch.forget();
        self.targets.forget();
        self.pools.forget();
        self.drawn.forget();
        outcome
    }

    /// Empties the database's log, so that what was deleted is in neither; `false` where somebody is reading.
    pub(crate) fn empty_log(&self) -> Result<bool> {
        Ok(self.writer(&mut self.office())?.empty_log()?)
    }

    /// A random number for an office that has none yet.
    pub(crate) fn fresh_office(&self) -> Result<[u8; 16]> {
        let mut office = [0; 16];
        self.env.entropy.fill(&mut office)?;
        Ok(office)
    }

    /// Does something and leaves a line in the technical log where it is worth one.
    fn noted<T>(&self, act: Act, writes: bool, work: impl FnOnce() -> Result<T>) -> Result<T> {
        let begun = self.now();
        let answer = work();
        let outcome = log::Outcome {
            act,
            begun,
            ended: self.now(),
            writes,
            error: answer.as_ref().err(),
        };
        log::note(&self.folder, &outcome);
        answer
    }

    /// Who sits here, and whether the screen is locked.
    pub(crate) fn sitter(&self) -> Option<(Sitter, bool)> {
        self.sitting().now(self.now())
    }

    pub(crate) fn sit(&self, person: &Person) -> Result<()> {
        let idle = self.idle_minutes()?;
        self.sitting().enter(person.id, &person.login, idle, self.now());
        Ok(())
    }

    pub(crate) fn idle_after(&self, minutes: u32) {
        self.sitting().idle_after(minutes);
    }

    pub(crate) fn get_up(&self) {
        self.sitting().leave();
    }

    pub(crate) fn lock_screen(&self) {
        self.sitting().lock();
    }

    /// A key was pressed or the mouse moved: whoever sits here is still here.
    pub fn console_stir(&self) {
        self.sitting().stir(self.now());
    }

    /// Only what an office begins with makes one: a slip in the name of the folder would else leave an empty office behind, and
    /// whoever comes next would take it for the real one.
    fn writer_for<'o>(&self, act: Act, office: &'o mut Option<Office>) -> Result<&'o mut Writer> {
        if office.is_none()
            && !act.begins_an_office()
            && let Err(missing @ sunlot_store::Error::Missing { .. }) = Reader::open(&self.folder)
        {
            return Err(missing.into());
        }
        self.writer(office)
    }

    fn writer<'o>(&self, office: &'o mut Option<Office>) -> Result<&'o mut Writer> {
        if !matches!(office, Some(Office::Writing(_))) {
            let at = self.now();
            let migrated = RefCell::new(None);
            let note = |step: &Migrated| {
                // The first step says where it began.
                migrated.borrow_mut().get_or_insert_with(|| step.clone());
                Kind::from(step).by(&self.actor, None, at)
            };
            let opening = Opening {
                at,
                note: &note,
                office: self.fresh_office()?,
            };
            let mut writer = Writer::open(&self.folder, &opening)?;
            self.take_bearings(&mut writer, migrated.borrow().as_ref())?;
            self.take_note(&mut writer)?;
            *office = Some(Office::Writing(writer));
        }
        match office {
            Some(Office::Writing(writer)) => Ok(writer),
            _ => Err(Error::new(Reason::Internal, "the office did not open")),
        }
    }

    /// Says what was found of a restore that did not come to its end.
    fn take_note(&self, writer: &mut Writer) -> Result<()> {
        let Some(found) = writer.found() else {
            return Ok(());
        };
        *self.found.lock().unwrap_or_else(PoisonError::into_inner) = Some(found);
        if found == Interrupted::Undone && self.may_write(Act::BackupRestore).is_ok() {
            let abandoned = Kind::RestoreAbandoned { backup: None };
            let event = abandoned.by(&Actor::program(), None, self.now());
            writer.change()?.commit(event)?;
            self.move_anchor(writer, Act::BackupRestore);
        }
        Ok(())
    }

    fn sitting(&self) -> MutexGuard<'_, Sitting> {
        self.sitting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A use case that panicked left nothing half done: its transaction was rolled back.
    fn office(&self) -> MutexGuard<'_, Option<Office>> {
        self.office.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
