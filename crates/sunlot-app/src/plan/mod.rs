//! Plans of a year or a half: their lines, how far they have come, and what is due (N-01 to N-14, R-02, R-04, Z-03, Z-12).
//!
//! A plan is one document with append-only versions; its lines change while it is a draft only. Tasks are made of its lines
//! elsewhere, and so are draws.

mod acts;
mod check;
mod diff;
mod document;
mod export;
mod fault;
mod file_wire;
mod for_tasks;
mod headings;
mod judge;
pub(crate) mod labels;
mod list;
mod paper;
mod read;
mod steps;
mod view;
mod wire;

pub use fault::{PlanFault, PlanFlaw};
pub use file_wire::*;
pub(crate) use for_tasks::{PlannedTask, mergeable_lines, planned_task, planned_tasks};
pub use wire::*;
