//! What the room has made of a task: a list that is sealed and not drawn yet, or a draw that stands. Neither lets the task change.

use sunlot_store::{Connection, ceremony};

use super::acts::{draw_of, drawn_already, state_of};
use crate::Result;

/// A formal draw that holds its task.
pub(crate) struct TaskDraw {
    /// Its name.
    pub draw: String,
    /// Whether it ended; else it is sealed and goes on.
    pub drawn: bool,
}

/// The formal draw of a task that is under way or stands. One that was only prepared, was given up, or was cancelled as a whole
/// holds nothing.
pub(crate) fn task_draw(office: &Connection, task: i64) -> Result<Option<TaskDraw>> {
    if let Some(open) = ceremony::open(office, false)?
        && open.row.task == task
        && state_of(&open.row)?.is_open()
    {
        let draw = draw_of(office, open.id)?;
        return Ok(Some(TaskDraw { draw, drawn: false }));
    }
    let draw = drawn_already(office, task)?;
    Ok(draw.map(|draw| TaskDraw { draw, drawn: true }))
}
