//! The list of inspection items (L-01 … L-15): one working list of append-only versions, and editions made from it that are
//! handed in, decided and made public.
//!
//! An edition pins the versions of its items when it is handed in, and nothing of it changes afterwards but how far it has
//! come: a draw that was made from it stays true. Who is drawn for what is the draw's work.

mod acts;
mod check;
mod diff;
mod document;
mod edition_wire;
mod editions;
mod export;
mod fault;
mod labels;
mod line;
mod list;
mod lists;
mod obstacles;
mod page;
mod planned;
mod ratio;
mod roster;
mod sheet;
mod starters;
mod usable;
mod wire;

pub(crate) use acts::new_item;
pub use edition_wire::*;
pub(crate) use export::blank;
pub use fault::{ItemFault, ItemFlaw};
pub(crate) use labels::{choices_of, column_label, number as item_number, read_authority};
pub(crate) use planned::{PlannedItem, planned_items, told_unusable};
pub(crate) use roster::{
    bases_json, item_differences, keep_known, modes, points_json, read_bound, why_not_used,
};
pub(crate) use usable::{TaskItem, TaskItems};
pub use wire::*;
