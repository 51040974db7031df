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
mod planned;
mod pool;
mod pool_wire;
mod sheet;
mod source;
mod wire;

pub use crews_wire::*;
pub use fault::{TaskFault, TaskFlaw};
pub(crate) use pool::Pools;
pub use pool_wire::*;
pub use wire::*;
