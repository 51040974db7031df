//! Who may enter: login names, passwords, how long a wrong password keeps the door shut, and which roles one person may
//! hold together.
//!
//! Only what can be said without knowing the office: whether a name is taken, a password right or an account locked is
//! for others.

pub mod lockout;
pub mod login;
pub mod passphrase;
pub mod password;
pub mod recovery;
pub mod role;
