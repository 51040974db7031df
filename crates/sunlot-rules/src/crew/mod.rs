//! Crews before the draw: which slots a stratum gets, who stays away from whom, who is left out and why, and whether every target
//! can be manned at all.
//!
//! Who goes where is the draw's business (`sunlot_draw::crews`); here it is only foreseen. What a slot is called, and how a reason
//! is told, is said by whoever asks.

pub mod borrowed;
pub mod capacity;
pub mod dry_run;
pub(crate) mod fit;
pub mod gaps;
pub mod help;
pub mod left_out;
pub mod recusals;
pub mod slots;

#[cfg(test)]
pub(crate) mod by_chance;
#[cfg(test)]
pub(crate) mod sample;

pub use fit::Requirement;
