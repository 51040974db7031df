//! Rule profiles: what an office has decided about caps, rounding, crews and publication, versioned, with its basis, the
//! texts of its own rules and its standards of discretion attached.
//!
//! One of them is in force; where none is, what the documents have in common is. What a switch does to a pool or a crew is the
//! business of whoever draws.

mod acts;
mod attachments;
mod check;
mod diff;
mod document;
mod fault;
mod in_force;
pub(crate) mod labels;
mod page;
mod presets;
mod switches;
mod wire;

pub(crate) use attachments::keep_evidence;
pub(crate) use attachments::told as attachment_refused;
pub use fault::{RulesFault, RulesFlaw};
// What tasks are made with.
#[allow(unused_imports, reason = "asked by whoever makes a pool")]
pub(crate) use in_force::{InForce, profile_of};
pub use wire::*;
