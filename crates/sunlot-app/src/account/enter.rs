//! Entering, leaving, locking the screen, and the way in by the recovery code.

use sunlot_rules::account::recovery;
use sunlot_store::account::{self, Origin};

use super::check::{Field, Findings, check_password};
use super::judge::{self, Judgement, Shut};
use super::wire::{AccountEnter, AccountRecover, Door, RecoveryCode};
use super::{Person, hash, invalid};
use crate::access::{AccessFault, AccountFlaw};
use crate::commands::Act;
use crate::{ConsoleView, Desk, Error, Kind, Result};

impl Desk {
    /// Somebody enters, or comes back to a locked screen.
    pub fn account_enter(&self, request: &AccountEnter) -> Result<ConsoleView> {
        self.enter(request, true)?;
        self.console_view()
    }

    /// Somebody enters for one command: nothing is written down but wrong passwords, for the act itself names the
    /// person.
    pub fn enter_for_one_command(&self, request: &AccountEnter) -> Result<()> {
        self.enter(request, false)
    }

    fn enter(&self, request: &AccountEnter, announced: bool) -> Result<()> {
        let outcome = self.attempt(Act::AccountEnter, |change| {
            if !account::any(change.tx())? {
                return Err(Error::new(AccessFault::AccountsMissing, ""));
            }
            match judge::password(self.env(), change, &request.login, &request.password)? {
                Judgement::Shut(shut) => Ok((Err(shut), None)),
                Judgement::Open(opened) => {
                    let login = opened.account.row.login.clone();
                    let kind = (announced || opened.wrote).then_some(Kind::AccountEntered { login });
                    Ok((Ok(Person::of(opened.account, opened.reset)), kind))
                }
            }
        })?;
        let person = outcome.map_err(refused)?;
        self.sit(&person)?;
        Ok(())
    }

    /// Gets up.
    pub fn account_leave(&self) -> Result<ConsoleView> {
        if let Some((sitter, _)) = self.sitter() {
            // Who leaves a locked screen does so as nobody: anybody may press the key.
            self.change(Act::AccountLeave, |_| {
                let login = sitter.login.clone();
                Ok(((), Some(Kind::AccountLeft { login })))
            })?;
        }
        self.get_up();
        self.console_view()
    }

    /// Locks the screen; the person stays and types the password again.
    pub fn account_lock(&self) -> Result<ConsoleView> {
        self.lock_screen();
        self.console_view()
    }

    /// Lets somebody in who forgot the password and has the paper, with a password of their own and a new paper.
    pub fn account_recover(&self, request: &AccountRecover) -> Result<RecoveryCode> {
        let code = recovery::parse(request.code.as_str()).map_err(|fault| {
            let mut found = Findings::default();
            found.add(Field::Code, AccountFlaw::from(fault));
            invalid(found.into_problems())
        })?;
        check_password(&request.password, &request.again, &request.login).map_err(invalid)?;
        let outcome = self.attempt(Act::AccountRecover, |change| {
            match judge::recovery(self.env(), change, &request.login, &code)? {
                Judgement::Shut(shut) => Ok((Err(shut), None)),
                Judgement::Open(opened) => {
                    let person = Person::of(opened.account, false);
                    self.refuse_used(change.tx(), person.id, &request.password)?;
                    let hash = hash::hash(self.env(), request.password.as_str())?;
                    account::set_password(change, person.id, &hash, Origin::Recovery)?;
                    let code = self.new_recovery(change, &person)?;
                    let login = person.login.clone();
                    Ok((Ok((person, code)), Some(Kind::AccountRecovered { login })))
                }
            }
        })?;
        let (person, code) = outcome.map_err(refused)?;
        self.sit(&person)?;
        Ok(code)
    }

    /// A change whose refusal is written down as well: an attempt that failed is an event of its own.
    fn attempt<T>(
        &self,
        act: Act,
        write: impl FnOnce(&sunlot_store::Change<'_>) -> Result<(std::result::Result<T, Shut>, Option<Kind>)>,
    ) -> Result<std::result::Result<T, Shut>> {
        let (outcome, _) = self.change(act, |change| {
            let (outcome, kind) = write(change)?;
            let kind = match &outcome {
                Ok(_) => kind,
                Err(shut) => shut.counted.then(|| shut.kind(false)),
            };
            Ok((outcome, kind))
        })?;
        Ok(outcome)
    }

    /// The door as it stands.
    pub(crate) fn door(&self) -> Result<Door> {
        let sitter = self.sitter();
        self.read(Act::ConsoleView, |office| {
            let Some((sitter, locked)) = sitter else {
                return Ok(if account::any(office)? {
                    Door::Closed
                } else {
                    Door::Guests
                });
            };
            Ok(match self.person(office, &sitter)? {
                None => Door::Closed,
                Some(person) if locked => Door::Locked {
                    person: person.view(),
                },
                Some(person) if person.reset => Door::OwnPasswordFirst {
                    person: person.view(),
                },
                Some(person) => Door::Open {
                    person: person.view(),
                },
            })
        })
    }
}

impl Shut {
    /// The event of an attempt that failed.
    pub(crate) fn kind(&self, as_second: bool) -> Kind {
        Kind::AccountRefused {
            login: self.login.clone(),
            wrong: self.wrong,
            second: as_second,
        }
    }
}

fn refused(shut: Shut) -> Error {
    Error::new(AccessFault::EntryRefused { why: shut.why }, "")
}
