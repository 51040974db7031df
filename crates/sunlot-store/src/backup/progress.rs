//! How far a backup is, in numbers, and the way to stop it.

use std::ops::ControlFlow;

use super::flaw::Flaw;
use crate::Result;

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The database is copied.
    Copying,
    /// Attachments and keys are read and digested.
    Gathering,
    /// The file is written.
    Writing,
    /// The file is read back.
    Reading,
    /// The trail in it is recomputed.
    Verifying,
}

/// How far it is: bytes, or events while verifying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub phase: Phase,
    /// How much is done.
    pub done: u64,
    /// Of how much.
    pub total: u64,
}

/// Is told how far it is, and answers whether to go on.
pub type Watch<'a> = &'a mut dyn FnMut(Progress) -> ControlFlow<()>;

pub(crate) fn tell(watch: Watch<'_>, phase: Phase, done: u64, total: u64) -> Result<()> {
    match watch(Progress { phase, done, total }) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Flaw::Stopped.into()),
    }
}
