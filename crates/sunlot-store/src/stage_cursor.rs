//! The table `stage_cursor`: what the stage shows, so that it comes back there. It decides nothing, and no event vouches for it: what
//! is drawn stands elsewhere, and only how far it was played stands here.

use rusqlite::{Connection, OptionalExtension};

use crate::Result;

/// What the stage shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageCursor {
    /// Which ceremony.
    pub ceremony: i64,
    /// Which picture.
    pub step: String,
    /// How far that picture was played.
    pub place: i64,
    /// How long one row is played, in milliseconds; 0: it stands there at once.
    pub pace: i64,
    /// Whether a draw of the past is shown once more.
    pub replay: bool,
}

/// What the stage shows; none before the first ceremony.
pub fn read(connection: &Connection) -> Result<Option<StageCursor>> {
    let mut query = connection
        .prepare_cached("SELECT ceremony, step, place, pace, replay FROM stage_cursor WHERE id = 1")?;
    let read = |row: &rusqlite::Row<'_>| {
        Ok(StageCursor {
            ceremony: row.get(0)?,
            step: row.get(1)?,
            place: row.get(2)?,
            pace: row.get(3)?,
            replay: row.get(4)?,
        })
    };
    Ok(query.query_row([], read).optional()?)
}

/// Moves it: no event tells of it.
pub(crate) fn write_to(connection: &Connection, cursor: &StageCursor) -> Result<()> {
    connection.execute(
        "INSERT INTO stage_cursor (id, ceremony, step, place, pace, replay) VALUES (1, ?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET ceremony = ?1, step = ?2, place = ?3, pace = ?4, replay = ?5",
        (
            cursor.ceremony,
            &cursor.step,
            cursor.place,
            cursor.pace,
            cursor.replay,
        ),
    )?;
    Ok(())
}
