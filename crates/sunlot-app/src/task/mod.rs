//! Tasks: what is drawn and inspected together, from which pool, by whom; before anything is sealed.

mod acts;
mod check;
mod crews;
mod crews_wire;
mod document;
mod exclusions;
mod explain;
mod fault;
pub(crate) mod labels;
mod manifest;
mod notice;
mod people;
mod pool;
mod pool_wire;
mod sheet;
mod source;
mod wire;

pub(crate) use acts::require as require_task;
pub(crate) use crews::dry_run_of;
pub use crews_wire::*;
pub use fault::{TaskFault, TaskFlaw};
pub(crate) use manifest::Made;
pub(crate) use people::{as_colleague, drawable_inspector};
pub(crate) use pool::{Held, Pools};
pub use pool_wire::*;
pub use wire::*;
