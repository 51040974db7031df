//! Codes that other authorities give out: the unified social credit code ([`uscc`]) and the code of an
//! administrative region ([`region`]).

pub mod region;
pub mod uscc;
