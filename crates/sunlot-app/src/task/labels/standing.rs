//! How far a task has come, in words: its own state, and what the room has made of it.

use super::state;
use crate::ceremony::TaskDraw;
use crate::registry::Told;

/// The state of a task. That it was sealed or drawn is said by the name of the draw; what may be done with it follows from its state.
pub(in crate::task) fn standing(name: &str, draw: Option<&TaskDraw>) -> Told {
    let mut told = state(name);
    if let Some(draw) = draw {
        let done = if draw.drawn { "已抽取" } else { "已封存" };
        told.label = format!("{done} {}", draw.draw);
    }
    told
}
