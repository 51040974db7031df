//! Accounts: who may enter, and by which password.

pub(crate) mod hash;
