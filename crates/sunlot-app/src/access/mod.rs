//! Who may do what: the desk asks here before every act, inside the transaction in which the act happens.
//!
//! What makes a password right is `account`'s; which act needs which permit stands in the registry of commands.

mod fault;
mod permit;
mod sitting;

use sunlot_store::account::{self, StoredAccount};
use sunlot_store::{Change, Connection};

pub use fault::{AccessFault, AccountFlaw, EntryFault};
pub use permit::{
    ACKNOWLEDGE, ANYBODY, BACK_UP, BEGIN, DRAW, DRAW_BY_TWO, ENROL, EXCLUDE, KEEP, KEYS, LOOK, OWN, PEOPLE,
    Permit, RESTORE, SAY, SEAL, SETTLE, SHOW, UNLOCK, WATCH, Who,
};
pub(crate) use sitting::{Sitter, Sitting};

use crate::account::judge::{self, Judgement, Shut};
use crate::account::{Person, Role, Second};
use crate::commands::Act;
use crate::{Actor, Desk, Error, Result};

/// Whoever was let through.
pub(crate) struct Admitted {
    /// As the trail knows them.
    pub actor: Actor,
    /// The person; none for a guest or for somebody at the door.
    pub person: Option<Person>,
}

/// What came of asking a second person.
pub(crate) enum Joined {
    /// Nobody is needed: there are no accounts yet.
    Unneeded,
    /// This one joins in.
    By(Person),
    /// The password was not accepted.
    Shut(Shut),
}

impl Desk {
    /// Whether this act may be done by whoever sits here, as the office stands in this transaction.
    pub(crate) fn admit(&self, office: &Connection, act: Act) -> Result<Admitted> {
        let permit = act.permit();
        let sitter = self.sitter();
        let person = match &sitter {
            Some((sitter, false)) => self.person(office, sitter)?,
            _ => None,
        };
        if permit.who == Who::Anybody {
            return Ok(self.admitted(person));
        }
        let refused = |reason| Err(Error::new(reason, ""));
        let Some((_, locked)) = sitter else {
            return if account::any(office)? {
                refused(match permit.who {
                    Who::Nobody => AccessFault::AccountsBegunAlready,
                    _ => AccessFault::EnterFirst,
                })
            } else if permit.guests {
                Ok(self.admitted(None))
            } else {
                refused(AccessFault::AccountsNeeded { act })
            };
        };
        if permit.who == Who::Nobody {
            return refused(AccessFault::AccountsBegunAlready);
        }
        if locked {
            return refused(AccessFault::ScreenLocked);
        }
        let Some(person) = person else {
            return refused(AccessFault::EnterFirst);
        };
        if person.reset && !permit.with_reset_password {
            return refused(AccessFault::OwnPasswordFirst);
        }
        let may = match permit.who {
            Who::One(roles) => person.holds(roles),
            Who::Two(first, second) => person.holds(first) || person.holds(second),
            Who::Anybody | Who::Nobody => false,
        };
        if !may {
            return refused(AccessFault::NotPermitted { act });
        }
        Ok(self.admitted(Some(person)))
    }

    /// Asks the second person of an act that nobody does alone.
    pub(crate) fn join(
        &self,
        change: &Change<'_>,
        act: Act,
        first: &Admitted,
        second: Option<&Second>,
    ) -> Result<Joined> {
        let Some(first) = &first.person else {
            return Ok(Joined::Unneeded);
        };
        let refused = |reason| Err(Error::new(reason, ""));
        let Some(second) = second else {
            return refused(AccessFault::SecondMissing { act });
        };
        if account::by_login(change.tx(), &second.login)?.is_some_and(|found| found.id == first.id) {
            return refused(AccessFault::SecondIsFirst);
        }
        let opened = match judge::password(self.env(), change, &second.login, &second.password)? {
            Judgement::Shut(shut) => return Ok(Joined::Shut(shut)),
            Judgement::Open(opened) => opened,
        };
        if opened.reset {
            return refused(AccessFault::SecondRefused {
                why: EntryFault::PasswordReset,
            });
        }
        let second = Person::of(opened.account, opened.reset);
        if second.id == first.id {
            return refused(AccessFault::SecondIsFirst);
        }
        let Who::Two(one, other) = act.permit().who else {
            return Ok(Joined::By(second));
        };
        let fits = (first.holds(one) && second.holds(other)) || (first.holds(other) && second.holds(one));
        if fits {
            Ok(Joined::By(second))
        } else {
            refused(AccessFault::SecondNotPermitted { act })
        }
    }

    /// What the person here may do now, by the names of the acts.
    pub(crate) fn permitted(&self, office: &Connection) -> Result<Vec<&'static str>> {
        use strum::VariantArray;
        let mut names = Vec::new();
        for act in Act::VARIANTS {
            if self.admit(office, *act).is_ok() {
                names.push(act.into());
            }
        }
        Ok(names)
    }

    /// The account of whoever sits here, as it stands now; none where it was suspended meanwhile.
    pub(crate) fn person(&self, office: &Connection, sitter: &Sitter) -> Result<Option<Person>> {
        let found = account::by_id(office, sitter.id)?;
        let Some(found) = found.filter(|found| !found.row.suspended) else {
            return Ok(None);
        };
        Person::read(office, found).map(Some)
    }

    fn admitted(&self, person: Option<Person>) -> Admitted {
        Admitted {
            actor: match &person {
                Some(person) => self.actor().entered_as(&person.login),
                None => self.actor().clone(),
            },
            person,
        }
    }
}

impl Person {
    /// Whether the person holds one of these roles.
    pub(crate) fn holds(&self, roles: &[Role]) -> bool {
        self.roles.iter().any(|role| roles.contains(role))
    }

    fn read(office: &Connection, found: StoredAccount) -> Result<Self> {
        let password = account::passwords(office, found.id, 1)?.into_iter().next();
        let reset = password.is_some_and(|password| password.origin == account::Origin::Reset);
        Ok(Self::of(found, reset))
    }
}
