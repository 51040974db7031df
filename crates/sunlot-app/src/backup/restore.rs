//! The way back. Two people go it together: those of the office that is replaced, or, where that has no accounts
//! or cannot be read, those of the backup.

use std::path::Path;

use sunlot_store::backup::Checked;
use sunlot_store::backup::restore::{self, Before, Claim, Restored, Staged};
use sunlot_store::station::{self, KeyState};
use sunlot_store::trail::{self, Head};
use sunlot_store::{Change, Connection, NewEvent, Opening, Recorded, account, personal, vouched};

use super::fault::{BackupFault, while_reading};
use super::look::{Erasures, can_be_replaced, is_blank};
use super::make::passphrase;
use super::wire::{BackupRestore, BackupRestored};
use super::work::{Running, Tell};
use crate::access::{AccessFault, EntryFault};
use crate::account::judge::{self, Judgement};
use crate::account::{AccountEnter, Person, Role, Second};
use crate::anchor::{Anchor, Verified};
use crate::ceremony::anchor_point;
use crate::commands::Act;
use crate::event::draw::DrawsKnown;
use crate::messages::backup as messages;
use crate::personal::ERASED_BEFORE;
use crate::{Actor, Desk, Error, Kind, Reason, Result, TrailPoint, actor};

/// What stands in the office's place now.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// An office with people who decide.
    Office,
    /// One that was only just begun, or has no accounts, or accounts that the trail does not vouch for: the backup's people
    /// decide.
    Open,
    /// None, or none that can be read.
    Nothing,
}

/// What is known of the office that goes.
#[derive(Default)]
struct Gone {
    head: Option<Head>,
    /// Whether there was one that could be read and had something in it.
    known: bool,
    /// The commitments of the personal values that were erased in it: they must not come back with the backup.
    erased: Vec<[u8; 32]>,
    /// The fingerprints of the keys that had been replaced, lost or revoked.
    ended: Vec<String>,
    /// How far its draws had come.
    draws: DrawsKnown,
}

/// What came of a restore.
struct Outcome {
    recorded: Recorded,
    restored: Restored,
    erasures: Erasures,
    revived: Option<String>,
}

/// Who restores.
struct Both {
    first: Actor,
    second: Option<String>,
}

impl Desk {
    /// Puts a backup in the office's place and opens a new epoch. Everything is checked before anything is
    /// touched; what is replaced is kept.
    pub fn backup_restore(&self, request: &BackupRestore, tell: Tell<'_>) -> Result<BackupRestored> {
        let running = self.work().begin()?;
        let standing = self.stands()?;
        let outcome = match self.restore_onto(standing, request, &running, tell) {
            // Its damage showed only when it was to be written: then it is no office any more.
            Err(error) if standing != Standing::Nothing && can_be_replaced(&error.reason) => {
                self.leave();
                self.restore_onto(Standing::Nothing, request, &running, tell)
            }
            outcome => outcome,
        };
        let (checked, outcome) = outcome?;
        // The anchor and the last verification follow now, and not at the next start.
        self.watch().restored();
        let verified = Verified::to(&checked.reached, &self.moment(), Some(self.moment()));
        self.hold()?;
        self.read(Act::ConsoleView, |office| self.keep_verified(office, &verified))?;
        // Whoever sat here may be nobody in the office as it was then.
        self.get_up();
        let aside = outcome
            .restored
            .aside
            .as_ref()
            .map(|name| self.folder().backups().join(name));
        Ok(BackupRestored {
            backup: self.told(&checked),
            epoch: outcome.restored.epoch,
            seq: outcome.recorded.seq,
            aside: aside.map(|aside| aside.display().to_string()),
            remarks: outcome.told(),
        })
    }

    fn stands(&self) -> Result<Standing> {
        match self.read(Act::ConsoleView, decides) {
            Ok(true) => Ok(Standing::Office),
            Ok(false) => Ok(Standing::Open),
            Err(error) if can_be_replaced(&error.reason) => {
                self.leave();
                Ok(Standing::Nothing)
            }
            Err(error) => Err(error),
        }
    }

    fn restore_onto(
        &self,
        standing: Standing,
        request: &BackupRestore,
        running: &Running<'_>,
        tell: Tell<'_>,
    ) -> Result<(Checked, Outcome)> {
        let claim = match standing {
            Standing::Nothing => Some(Claim::take(self.folder())?),
            Standing::Office => {
                self.enter_first(request)?;
                self.may(Act::BackupRestore)?;
                if request.second.is_none() {
                    let act = Act::BackupRestore;
                    return Err(Error::new(AccessFault::SecondMissing { act }, ""));
                }
                self.hold().map(|()| None)?
            }
            Standing::Open => self.hold().map(|()| None)?,
        };
        let file = Path::new(&request.file);
        let sealed = passphrase(request.passphrase.as_ref());
        let watch = &mut |progress| running.at(progress, tell);
        let staged =
            restore::stage(self.folder(), file, sealed.as_ref(), watch).map_err(while_reading(file))?;
        staged
            .require_head(&request.confirm)
            .map_err(while_reading(file))?;
        let checked = staged.checked.clone();
        let Some(claim) = claim else {
            let outcome = self.replace(standing, staged, request, running, tell)?;
            return Ok((checked, outcome));
        };
        let both = |change: &Change<'_>, anchor: Option<&Anchor>| self.both_of(change, anchor, request);
        let outcome = self.replaced_by(&claim, staged, &Gone::default(), both)?;
        Ok((checked, outcome))
    }

    fn enter_first(&self, request: &BackupRestore) -> Result<()> {
        match (&request.first, self.sitter()) {
            (Some(first), None) => self.enter_for_one_command(&AccountEnter {
                login: first.login.clone(),
                password: first.password.clone(),
            }),
            _ => Ok(()),
        }
    }

    /// Replaces an office that can be read. Its own backup is made first; one that is itself no good any more is
    /// kept all the same, as what was replaced.
    fn replace(
        &self,
        standing: Standing,
        staged: Staged,
        request: &BackupRestore,
        running: &Running<'_>,
        tell: Tell<'_>,
    ) -> Result<Outcome> {
        self.read(Act::ConsoleView, |office| {
            if standing == Standing::Open && is_blank(office)? {
                return Ok(());
            }
            Ok(staged.require_office(office)?)
        })?;
        match self.before_risky_act(running, tell) {
            Err(error) if !is_of_the_office(&error.reason) => return Err(error),
            _ => (),
        }
        let approved = match standing {
            Standing::Office => Some(self.approved(&staged, request)?),
            _ => None,
        };
        let gone = self.gone()?;
        let outcome = self.give_way(|claim| {
            self.replaced_by(claim, staged, &gone, |change, anchor| match approved {
                Some(both) => Ok(both),
                None => self.both_of(change, anchor, request),
            })
        });
        if outcome.is_err() && standing == Standing::Office {
            // The office goes on, and its trail says that nothing came of it.
            let backup = Some(file_name(&request.file));
            let _ = self.change_by_itself(Act::BackupRestore, |_| Ok(Kind::RestoreAbandoned { backup }));
        }
        outcome
    }

    /// The people of the office decide, and it is the last thing that stands in its trail.
    fn approved(&self, staged: &Staged, request: &BackupRestore) -> Result<Both> {
        let mark = &staged.checked.manifest.trail;
        let approved = Kind::RestoreApproved {
            backup: file_name(&request.file),
            restored: TrailPoint {
                seq: mark.seq,
                head: mark.head.clone(),
            },
        };
        let (_, recorded) = self.change_by_two(Act::BackupRestore, request.second.as_ref(), |_| {
            Ok(((), Some(approved)))
        })?;
        self.read(Act::ConsoleView, |office| {
            let last = match &recorded {
                Some(recorded) => trail::event(office, recorded.seq)?,
                None => None,
            };
            let (first, second) = last
                .map(|last| (last.event.actor, last.event.second))
                .unwrap_or_default();
            let first = match actor::login_of(&first) {
                Some(login) => self.actor().entered_as(login),
                None => self.actor().clone(),
            };
            Ok(Both { first, second })
        })
    }

    fn gone(&self) -> Result<Gone> {
        self.read(Act::ConsoleView, |office| {
            Ok(Gone {
                head: trail::head(office)?,
                known: !is_blank(office)?,
                erased: personal::erased(office)?,
                ended: station::keys(office)?
                    .into_iter()
                    .filter(|key| key.row.state != KeyState::InForce)
                    .map(|key| key.row.fingerprint)
                    .collect(),
                draws: anchor_point(office)?,
            })
        })
    }

    fn replaced_by(
        &self,
        claim: &Claim,
        staged: Staged,
        gone: &Gone,
        both: impl FnOnce(&Change<'_>, Option<&Anchor>) -> Result<Both>,
    ) -> Result<Outcome> {
        let at = self.now();
        // Outside the office it is known how far its draws were numbered: numbering never falls behind that.
        let (_, anchor) = self.standing_of(&staged.database()?, false)?;
        let checked = staged.checked.clone();
        let anchored = anchor.as_ref().map(Anchor::draws).unwrap_or_default();
        let draws = gone.draws.clone().or_further(anchored);
        let before = Before {
            replaced: gone.head,
            last_sequence: Some(draws.sealed).filter(|last| *last > 0),
        };
        let anchored = anchor.as_ref().map(|anchor| TrailPoint {
            seq: anchor.seq,
            head: anchor.head.clone(),
        });
        let note = |migrated: &sunlot_store::Migrated| Kind::from(migrated).by(&Actor::program(), None, at);
        let opening = Opening {
            at,
            note: &note,
            office: self.fresh_office()?,
        };
        let mut told = None;
        let recorded = staged.replace(claim, &opening, before, |change, restored| -> Result<NewEvent> {
            let both = both(change, anchor.as_ref())?;
            let again = erase_again(change, &gone.erased)?;
            let revived = station::in_force(change.tx())?
                .map(|key| key.row.fingerprint)
                .filter(|key| gone.ended.contains(key));
            told = Some((restored.clone(), again, revived.clone()));
            let event = Kind::of_restore(restored, anchored, again, revived, draws).by(&both.first, None, at);
            Ok(match &both.second {
                Some(second) => event.and_second(second),
                None => event,
            })
        })?;
        let (restored, again, revived) =
            told.ok_or_else(|| Error::new(Reason::Internal, "no account of the restore"))?;
        Ok(Outcome {
            recorded,
            restored,
            erasures: Erasures::after(&checked, gone.known, again),
            revived,
        })
    }

    /// Asks the accounts in the backup whether these two may. An office without accounts asks nobody, unless the anchor
    /// knows that it came to have some.
    fn both_of(&self, change: &Change<'_>, anchor: Option<&Anchor>, request: &BackupRestore) -> Result<Both> {
        if let Some(anchor) = anchor {
            anchor.require_accounts(change.tx())?;
        }
        if !account::any(change.tx())? {
            return Ok(Both {
                first: self.actor().clone(),
                second: None,
            });
        }
        let (Some(first), Some(second)) = (&request.first, &request.second) else {
            return Err(Error::new(BackupFault::RestoreNeedsBoth, ""));
        };
        let first = self.judged(change, first)?;
        let second = self.judged(change, second)?;
        if first.id == second.id {
            return Err(Error::new(AccessFault::SecondIsFirst, ""));
        }
        let fits = |one: &Person, other: &Person| {
            one.holds(&[Role::Administrator]) && other.holds(&[Role::Supervisor])
        };
        if !fits(&first, &second) && !fits(&second, &first) {
            return Err(Error::new(BackupFault::RestoreNotPermitted, ""));
        }
        Ok(Both {
            first: self.actor().entered_as(&first.login),
            second: Some(actor::account_in_trail(&second.login)),
        })
    }

    fn judged(&self, change: &Change<'_>, who: &Second) -> Result<Person> {
        let refused = |why| Err(Error::new(AccessFault::EntryRefused { why }, ""));
        match judge::password(self.env(), change, &who.login, &who.password)? {
            Judgement::Shut(shut) => refused(shut.why),
            Judgement::Open(opened) if opened.reset => refused(EntryFault::PasswordReset),
            Judgement::Open(opened) => Ok(Person::of(opened.account, false)),
        }
    }
}

impl Outcome {
    /// What people should know of it, a sentence each.
    fn told(&self) -> Vec<String> {
        let revived = self.revived.as_deref().map(messages::key_revived);
        self.erasures.told().into_iter().chain(revived).collect()
    }
}

/// Whether the office has people who decide: accounts that somebody wrote into the file are nobody's.
fn decides(office: &Connection) -> Result<bool> {
    Ok(account::any(office)? && vouched::accounts(office)?.is_empty())
}

/// Erases anew what was erased in the office that goes, and comes back with the backup.
fn erase_again(change: &Change<'_>, erased: &[[u8; 32]]) -> Result<usize> {
    let mut kept = personal::kept(change.tx())?;
    kept.retain(|note| erased.contains(&note.row.commitment));
    for note in &kept {
        personal::erase(change, note, ERASED_BEFORE)?;
    }
    Ok(kept.len())
}

/// Whether it is the office itself that does not verify.
fn is_of_the_office(reason: &Reason) -> bool {
    matches!(
        reason,
        Reason::AnchorDiffers(_)
            | Reason::Access(AccessFault::AccountsAltered)
            | Reason::Backup(
                BackupFault::BackupOfficeInvalid
                    | BackupFault::BackupAttachmentDamaged { .. }
                    | BackupFault::BackupKeyOpen { .. }
            )
    )
}

fn file_name(file: &str) -> String {
    Path::new(file)
        .file_name()
        .map_or_else(|| file.to_owned(), |name| name.to_string_lossy().into_owned())
}
