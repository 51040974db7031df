//! Tasks: what is drawn and inspected together, from which pool, by whom; before anything is sealed.

mod acts;
mod check;
mod colleagues;
mod crews;
mod crews_wire;
mod document;
mod exclusions;
mod explain;
mod fault;
pub(crate) mod labels;
mod loans;
mod manifest;
mod notice;
mod people;
mod people_wire;
mod places;
mod pool;
mod pool_export;
mod pool_wire;
mod requests;
mod sheet;
mod source;
mod staged;
mod wire;

pub(crate) use acts::require as require_task;
pub(crate) use crews::dry_run_of;
pub use crews_wire::*;
pub use fault::{TaskFault, TaskFlaw};
pub(crate) use manifest::Made;
pub(crate) use people::labels as people_labels;
pub use people_wire::*;
pub(crate) use pool::{Held, Pools};
pub use pool_wire::*;
pub use wire::*;
