//! What everybody does for themselves: choosing a password, and having a recovery code made.

use sunlot_rules::account::recovery;
use sunlot_store::account::{self, Origin};
use sunlot_store::{Change, Connection};

use super::check::{Field, Findings, check_password};
use super::hash::{self, Judged};
use super::judge::{self, Judgement};
use super::wire::{OwnPassword, OwnRecovery, RecoveryCode, Typed};
use super::{Person, invalid};
use crate::access::{AccessFault, AccountFlaw, EntryFault};
use crate::commands::Act;
use crate::{ConsoleView, Desk, Error, Kind, Result};

/// So many passwords back, none is used again.
const REMEMBERED: u32 = 5;

/// Random bytes asked for at once: more than enough for a code, though some are passed over.
const CHANCE: usize = 64;

impl Desk {
    /// Chooses a password of one's own.
    pub fn account_password(&self, request: &OwnPassword) -> Result<ConsoleView> {
        self.by_own(
            Act::AccountPassword,
            Field::Old,
            &request.old,
            |change, person| {
                check_password(&request.password, &request.again, &person.login).map_err(invalid)?;
                self.refuse_used(change.tx(), person.id, &request.password)?;
                let hash = hash::hash(self.env(), request.password.as_str())?;
                account::set_password(change, person.id, &hash, Origin::Own)?;
                let login = person.login.clone();
                Ok(((), Kind::PasswordChanged { login }))
            },
        )?;
        self.console_view()
    }

    /// Makes a new recovery code; the one before is worth nothing any more.
    pub fn account_recovery_make(&self, request: &OwnRecovery) -> Result<RecoveryCode> {
        let (act, typed) = (Act::AccountRecoveryMake, &request.password);
        self.by_own(act, Field::Password, typed, |change, person| {
            let code = self.new_recovery(change, person)?;
            let login = person.login.clone();
            Ok((code, Kind::RecoveryMade { login }))
        })
    }

    /// Whoever changes how the door opens shows once more that it is theirs: the chair may have been left open. A wrong
    /// password counts like one at the door.
    fn by_own<T>(
        &self,
        act: Act,
        field: Field,
        typed: &Typed,
        write: impl FnOnce(&Change<'_>, &Person) -> Result<(T, Kind)>,
    ) -> Result<T> {
        let (outcome, _) = self.change_admitted(act, |change, admitted| {
            let person = present(admitted.person.as_ref())?;
            match judge::password(self.env(), change, &person.login, typed)? {
                Judgement::Shut(shut) => {
                    let kind = shut.counted.then(|| shut.kind(false));
                    Ok((Err(shut.why), kind))
                }
                Judgement::Open(_) => {
                    let (done, kind) = write(change, person)?;
                    Ok((Ok(done), Some(kind)))
                }
            }
        })?;
        outcome.map_err(|why| match why {
            EntryFault::Wrong { pause: 0 } => {
                let mut found = Findings::default();
                found.add(field, AccountFlaw::PasswordWrong);
                invalid(found.into_problems())
            }
            why => Error::new(AccessFault::EntryRefused { why }, ""),
        })
    }

    /// Writes a new recovery code of somebody and answers with it, this once.
    pub(super) fn new_recovery(&self, change: &Change<'_>, person: &Person) -> Result<RecoveryCode> {
        let mut chance = [0; CHANCE];
        let code = loop {
            self.env().entropy.fill(&mut chance)?;
            if let Some(code) = recovery::from_random(&chance) {
                break code;
            }
        };
        account::set_recovery(change, person.id, &hash::hash(self.env(), &code)?)?;
        Ok(RecoveryCode {
            login: person.login.clone(),
            name: person.name.clone(),
            groups: code.split('-').map(str::to_owned).collect(),
        })
    }

    /// Nobody goes back to a password that others may have learnt.
    pub(super) fn refuse_used(&self, office: &Connection, id: i64, password: &Typed) -> Result<()> {
        for before in account::passwords(office, id, REMEMBERED)? {
            if hash::judge(password.as_str(), Some(&before.hash))? != Judged::Wrong {
                let mut found = Findings::default();
                found.add(Field::Password, AccountFlaw::PasswordUsed { last: REMEMBERED });
                return Err(invalid(found.into_problems()));
            }
        }
        Ok(())
    }
}

/// The desk let somebody through, so somebody is there.
fn present(person: Option<&Person>) -> Result<&Person> {
    person.ok_or_else(|| Error::new(AccessFault::EnterFirst, "nobody has entered"))
}
