//! Why somebody may not enter, or may not do something, and what is wrong with an account. The names in snake case are
//! the codes on the wire: stable.

use strum::{EnumCount, IntoStaticStr};

use crate::account::Role;
use crate::commands::Act;
use crate::error::{Flaw, Reason};

/// Why somebody may not enter, or may not do something.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
pub enum AccessFault {
    /// The office has no accounts yet, and this act needs them.
    AccountsNeeded {
        /// What was asked for.
        act: Act,
    },
    /// The first accounts were made already.
    AccountsBegunAlready,
    /// These data have no accounts, though the office had some.
    AccountsForgotten,
    /// The accounts are not those that the trail vouches for.
    AccountsAltered,
    /// There is nobody to enter as.
    AccountsMissing,
    /// Nobody has entered.
    EnterFirst,
    /// The screen is locked.
    ScreenLocked,
    /// The password was set by somebody else and must be changed first.
    OwnPasswordFirst,
    /// The roles of whoever has entered do not reach so far.
    NotPermitted {
        /// What was asked for.
        act: Act,
    },
    /// Somebody could not enter.
    EntryRefused {
        /// Why.
        why: EntryFault,
    },
    /// An act that nobody does alone, without a second person.
    SecondMissing {
        /// What was asked for.
        act: Act,
    },
    /// The second person's password was not accepted.
    SecondRefused {
        /// Why.
        why: EntryFault,
    },
    /// The second person is the first.
    SecondIsFirst,
    /// The two do not hold the roles that the act needs.
    SecondNotPermitted {
        /// What was asked for.
        act: Act,
    },
    /// Values of accounts are not right; the problems say which.
    AccountInvalid {
        /// How many.
        count: usize,
    },
    /// There is no such account.
    AccountUnknown {
        /// The login name.
        login: String,
    },
    /// Without this account nobody would be left who may do something.
    LastOfRole {
        /// What nobody would do any more.
        role: Role,
    },
    /// Somebody would change the own account in a way that others must decide.
    OwnAccount,
    /// The account is not locked.
    NotLocked {
        /// The login name.
        login: String,
    },
}

/// Why a login name and password do not open the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryFault {
    /// No such login name, or another password.
    Wrong {
        /// Seconds until the next attempt is heard.
        pause: u64,
    },
    /// Too early after wrong ones.
    Early {
        /// Seconds that are left.
        seconds: u64,
    },
    /// Too many wrong ones.
    Locked,
    /// Nobody may enter by this account any more.
    Suspended,
    /// The password was set by somebody else, and its owner must enter and change it first.
    PasswordReset,
    /// There is no recovery code in force, or it is another.
    CodeWrong {
        /// Seconds until the next attempt is heard.
        pause: u64,
    },
}

/// What is wrong with one value of an account.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs, reason = "the wording beside each in messages says what it is")]
pub enum AccountFlaw {
    LoginCharacter { place: usize, found: char },
    LoginTaken,
    PersonTaken,
    PasswordTooShort { min: usize, found: usize },
    PasswordTooLong { max: usize },
    PasswordKinds { min: usize, found: usize },
    PasswordHoldsLogin,
    PasswordInvisible { place: usize },
    PasswordUsed { last: u32 },
    PasswordShared,
    PasswordsDiffer,
    PasswordWrong,
    RolesMissing,
    SupervisorAlone,
    ReaderAlone,
    RoleUnfilled { role: Role },
    RecoveryLength { expected: usize, found: usize },
    RecoveryGroup { group: usize },
    CodeNotInForce,
    IdleOutside { least: u32, most: u32 },
}

impl From<AccessFault> for Reason {
    fn from(fault: AccessFault) -> Self {
        Self::Access(fault)
    }
}

impl From<AccountFlaw> for Flaw {
    fn from(flaw: AccountFlaw) -> Self {
        Self::Account(flaw)
    }
}
