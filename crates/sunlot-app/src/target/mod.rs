//! The registry of targets (T-01 … T-11): whoever and whatever may be inspected, in a list that is searched, filtered and
//! counted in memory and kept as append-only versions on the disk.
//!
//! Taking over rosters is `import`'s work; who of them is drawn is the draw's.

mod acts;
mod bulk;
mod check;
mod credit;
mod credit_wire;
mod entries;
mod entry_wire;
mod export;
mod fault;
mod flags;
mod index;
mod labels;
mod line;
mod list;
mod query;
mod sheet;
mod tally;
mod template;
mod wire;

pub(crate) use acts::{checked_reason, new_target};
pub use credit_wire::*;
pub use entry_wire::*;
pub use fault::{TargetFault, TargetFlaw};
pub use flags::FlagKind;
pub(crate) use flags::{bits_of_kinds as flag_bits, in_force as flag_in_force};
pub(crate) use index::TargetIndex;
pub use labels::columns;
pub(crate) use labels::{choices_of, column_label, number as target_number};
pub(crate) use list::Targets;
pub(crate) use sheet::{differences, require as require_target};
pub(crate) use tally::{ROSTER, Tally, period as visit_period};
pub use wire::*;
