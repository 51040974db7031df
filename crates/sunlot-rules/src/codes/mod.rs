//! Codes that other authorities give out: the unified social credit code ([`uscc`]) and what a mistyped one may have been
//! ([`lookalike`]), the registration number before it ([`reg_no`]), and the code of an administrative region ([`region`]).
//! A code of which nobody said what it is goes through [`check`].

mod checked;
pub mod lookalike;
pub mod reg_no;
pub mod region;
pub mod uscc;

pub use checked::{Checked, CodeKind, CodeReason, check};
