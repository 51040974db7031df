//! The registry of targets (T-01 … T-11): whoever and whatever may be inspected, in a list that is searched, filtered and
//! counted in memory and kept as append-only versions on the disk.
//!
//! Taking over rosters is `import`'s work; who of them is drawn is the draw's.

mod flags;
mod index;
mod labels;
mod line;
mod list;
mod query;
mod tally;
mod wire;

pub use flags::FlagKind;
pub(crate) use list::Targets;
pub use wire::*;
