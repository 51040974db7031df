//! Codes that other authorities give out: the unified social credit code ([`uscc`]) and what a mistyped one may have been
//! ([`lookalike`]), the registration number before it ([`reg_no`]), and the code of an administrative region ([`region`]).

pub mod lookalike;
pub mod reg_no;
pub mod region;
pub mod uscc;
