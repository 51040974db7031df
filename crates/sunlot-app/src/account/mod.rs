//! Accounts: who may enter, and by which password.

mod hash;
