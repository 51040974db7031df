//! The registry of inspectors (P-01 … P-06): whoever may be sent out, with up to two certificates each, who may not be drawn
//! on a day and why, with which targets they have a conflict of interest, and how long two should not meet again.

mod wire;

pub use wire::*;
