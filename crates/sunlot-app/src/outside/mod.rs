//! Draws that another system made and in which the office takes part (Z-11): registered with their source and their
//! file, shown as what they are, and never part of the chain of the office's own draws. What of them is due, tasks ask.

mod acts;
mod check;
mod document;
mod fault;
pub(crate) mod labels;
mod matching;
mod prepare;
mod read;
mod record;
mod sheet;
mod wire;

pub(crate) use document::{OutsideDocument, items_of};
pub use fault::{OutsideFault, OutsideFlaw};
pub(crate) use labels::{item as outside_item, number as outside_number, period as outside_period};
pub(crate) use sheet::of_task as outside_of_task;
pub use wire::*;
