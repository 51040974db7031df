//! The ceremony: a draw from its preparation in the room to its archiving, and what may be changed of it afterwards.
//!
//! The draw itself is `sunlot-draw`'s: here it is sealed, its numbers are taken, and its record is kept before anything is shown.
//! Who may be drawn is `task`'s business.

mod acts;
mod amend;
mod amend_wire;
mod basis;
mod chain;
mod checklist;
mod document;
mod draw_wire;
mod fault;
pub(crate) mod labels;
mod list;
mod lost;
mod numbers;
mod of_task;
mod paper_wire;
mod papers;
mod publish;
mod record;
mod rolling;
mod rows;
mod seal;
mod sign;
mod stage;
mod stage_wire;
mod standing;
pub mod state;
mod terms;
mod typed;
mod view;
mod void;
mod wire;

pub(crate) use acts::drawn_already;
pub use amend_wire::*;
pub(crate) use chain::anchor_point;
pub use fault::{CeremonyFault, CeremonyFlaw};
pub(crate) use of_task::{TaskDraw, task_draw};
pub use paper_wire::*;
pub(crate) use record::Drawn;
pub(crate) use stage::Typing;
pub use stage_wire::*;
pub(crate) use standing::{OwnDraw, number_of, own_draws};
pub use wire::*;
