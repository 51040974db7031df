//! Accounts: who may enter, by which password, and what each person is in the office.
//!
//! What a role may do stands in the registry of commands; whether somebody may do something now is asked in `access`.

mod check;
mod enter;
pub(crate) mod hash;
pub(crate) mod idle;
pub(crate) mod judge;
mod keep;
mod own;
mod person;
mod sheet;
mod wire;

pub(crate) use person::{Names, Person};
pub use wire::{
    AccountAdd, AccountChange, AccountEnter, AccountRecover, AccountReset, AccountUnlock, AccountView,
    AccountsBegin, AccountsBegun, AccountsCheck, AccountsView, Door, IdleSave, NewAccount, OwnPassword,
    OwnRecovery, PersonView, RecoveryCode, RecoveryPaper, Role, Second, Typed,
};

use crate::access::AccessFault;
use crate::{Error, Problem};

fn invalid(problems: Vec<Problem>) -> Error {
    Error::of_problems(
        AccessFault::AccountInvalid {
            count: problems.len(),
        },
        problems,
    )
}
