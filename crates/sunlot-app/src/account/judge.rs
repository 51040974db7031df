//! Whether a login name and a password open the door, and what a wrong one costs.
//!
//! Judging reads and counts; the event that tells of it is written by whoever asked.

use chrono::{DateTime, FixedOffset};
use sunlot_rules::account::lockout::{Door, after};
use sunlot_rules::account::login;
use sunlot_store::account::{self, Origin, StoredAccount, StoredPassword};
use sunlot_store::{Change, Connection};

use super::hash::{self, Judged};
use super::wire::Typed;
use crate::access::EntryFault;
use crate::{Env, Result};

/// What came of it.
pub(crate) enum Judgement {
    /// The door opens. The counter is back at nothing, and a weak hash was made anew, both within the change.
    Open(Opened),
    /// The door stays shut; the attempt was counted within the change.
    Shut(Shut),
}

/// Whose door opens.
pub(crate) struct Opened {
    pub account: StoredAccount,
    /// Whether the password was set by somebody else.
    pub reset: bool,
    /// Whether the change wrote anything.
    pub wrote: bool,
}

/// Why it stays shut.
pub(crate) struct Shut {
    pub why: EntryFault,
    /// Whose account it was about; none where there is no such account.
    pub login: Option<String>,
    /// Wrong ones in a row now.
    pub wrong: u32,
    /// Whether it was an attempt, and not only too early.
    pub counted: bool,
}

/// Judges a password.
pub(crate) fn password(
    env: &Env,
    change: &Change<'_>,
    typed_login: &str,
    typed: &Typed,
) -> Result<Judgement> {
    let account = find(change.tx(), typed_login)?;
    let stored = match &account {
        Some(account) => account::passwords(change.tx(), account.id, 1)?.into_iter().next(),
        None => None,
    };
    // Judged in every case, so that an unknown name and a locked account take as long as any other.
    let judged = hash::judge(typed.as_str(), stored.as_ref().map(|stored| stored.hash.as_str()))?;
    let (Some(account), Some(stored)) = (account, stored) else {
        return Ok(unknown());
    };
    let attempts = Attempts::of(change.tx(), &account, env.clock.now())?;
    if let Some(why) = attempts.closed() {
        return Ok(closed(&account, why, &attempts));
    }
    if judged == Judged::Wrong {
        return wrong(change, &account, &attempts, |pause| EntryFault::Wrong { pause });
    }
    if account.row.suspended {
        return Ok(closed(&account, EntryFault::Suspended, &attempts));
    }
    opened(env, change, account, &stored, judged, typed, &attempts)
}

/// Judges a recovery code, as `sunlot-rules` reads it.
pub(crate) fn recovery(env: &Env, change: &Change<'_>, typed_login: &str, code: &str) -> Result<Judgement> {
    let account = find(change.tx(), typed_login)?;
    let stored = match &account {
        Some(account) => account::recovery(change.tx(), account.id)?,
        None => None,
    };
    let judged = hash::judge(code, stored.as_deref())?;
    let Some(account) = account else {
        return Ok(unknown_code());
    };
    let attempts = Attempts::of(change.tx(), &account, env.clock.now())?;
    // The paper opens a locked door too: it was made for this. Only guessing it is slowed.
    if let Some(why @ EntryFault::Early { .. }) = attempts.closed() {
        return Ok(closed(&account, why, &attempts));
    }
    if judged == Judged::Wrong {
        return wrong(change, &account, &attempts, |pause| EntryFault::CodeWrong {
            pause,
        });
    }
    if account.row.suspended {
        return Ok(closed(&account, EntryFault::Suspended, &attempts));
    }
    attempts.forget(change, &account)?;
    Ok(Judgement::Open(Opened {
        account,
        reset: false,
        wrote: true,
    }))
}

fn find(connection: &Connection, typed_login: &str) -> Result<Option<StoredAccount>> {
    match login::parse(typed_login) {
        Ok(login) => Ok(account::by_login(connection, &login)?),
        Err(_) => Ok(None),
    }
}

fn opened(
    env: &Env,
    change: &Change<'_>,
    account: StoredAccount,
    stored: &StoredPassword,
    judged: Judged,
    typed: &Typed,
    attempts: &Attempts,
) -> Result<Judgement> {
    let mut wrote = attempts.forget(change, &account)?;
    if judged == Judged::RightButWeak && stored.origin != Origin::Reset {
        let anew = hash::hash(env, typed.as_str())?;
        account::set_password(change, account.id, &anew, Origin::Rehash)?;
        wrote = true;
    }
    Ok(Judgement::Open(Opened {
        account,
        reset: stored.origin == Origin::Reset,
        wrote,
    }))
}

/// Nothing is known of who typed it, and what was typed is not kept: people type passwords into the wrong field.
fn unknown() -> Judgement {
    Judgement::Shut(Shut {
        why: EntryFault::Wrong { pause: 0 },
        login: None,
        wrong: 0,
        counted: true,
    })
}

fn unknown_code() -> Judgement {
    Judgement::Shut(Shut {
        why: EntryFault::CodeWrong { pause: 0 },
        login: None,
        wrong: 0,
        counted: true,
    })
}

fn closed(account: &StoredAccount, why: EntryFault, attempts: &Attempts) -> Judgement {
    Judgement::Shut(Shut {
        why,
        login: Some(account.row.login.clone()),
        wrong: attempts.wrong,
        counted: false,
    })
}

fn wrong(
    change: &Change<'_>,
    account: &StoredAccount,
    attempts: &Attempts,
    why: impl FnOnce(u64) -> EntryFault,
) -> Result<Judgement> {
    let wrong = attempts.wrong.saturating_add(1);
    account::note_attempt(change, account.id, wrong)?;
    let why = match after(wrong) {
        Door::Open => why(0),
        Door::Pause(seconds) => why(seconds),
        Door::Locked => EntryFault::Locked,
    };
    Ok(Judgement::Shut(Shut {
        why,
        login: Some(account.row.login.clone()),
        wrong,
        counted: true,
    }))
}

/// Wrong ones in a row, and how long ago the last was.
pub(super) struct Attempts {
    pub(super) wrong: u32,
    seconds_ago: u64,
}

impl Attempts {
    pub(super) fn of(
        connection: &Connection,
        account: &StoredAccount,
        now: DateTime<FixedOffset>,
    ) -> Result<Self> {
        let Some(stored) = account::attempts(connection, account.id)? else {
            return Ok(Self {
                wrong: 0,
                seconds_ago: 0,
            });
        };
        // With the clock set back, nothing has passed yet: a pause becomes longer by it, never shorter.
        let seconds_ago = DateTime::parse_from_rfc3339(&stored.at)
            .ok()
            .and_then(|at| u64::try_from((now - at).num_seconds()).ok())
            .unwrap_or(0);
        Ok(Self {
            wrong: stored.wrong,
            seconds_ago,
        })
    }

    /// Why the next attempt is not heard.
    pub(super) fn closed(&self) -> Option<EntryFault> {
        match after(self.wrong) {
            Door::Open => None,
            Door::Locked => Some(EntryFault::Locked),
            Door::Pause(pause) => match pause.saturating_sub(self.seconds_ago) {
                0 => None,
                seconds => Some(EntryFault::Early { seconds }),
            },
        }
    }

    /// A right one ends the row. Says whether there was one.
    fn forget(&self, change: &Change<'_>, account: &StoredAccount) -> Result<bool> {
        if self.wrong > 0 {
            account::note_attempt(change, account.id, 0)?;
        }
        Ok(self.wrong > 0)
    }
}
