//! The table `ceremony`: each draw from its preparation to its archiving, as append-only versions of one document.
//!
//! Which state may follow which is kept by the table itself; what a document means is not known here.

use rusqlite::{Connection, Row, ToSql};

use crate::documents::{self, Document};
use crate::{Change, Result};

pub use crate::documents::Stored;

/// One version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CeremonyRow {
    /// Of which task.
    pub task: i64,
    /// Whether it is only tried out.
    pub rehearsal: bool,
    /// How far it has come.
    pub state: String,
    /// Seats, cards, numbers and what was said, as JSON.
    pub document: String,
}

impl Document for CeremonyRow {
    const TABLE: &'static str = "ceremony";
    const COLUMNS: &'static [&'static str] = &["task", "rehearsal", "state", "document"];

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![&self.task, &self.rehearsal, &self.state, &self.document]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            task: row.get("task")?,
            rehearsal: row.get("rehearsal")?,
            state: row.get("state")?,
            document: row.get("document")?,
        })
    }
}

/// Writes a new one; answers with its number.
pub fn add(change: &Change<'_>, row: &CeremonyRow) -> Result<i64> {
    documents::add(change, row)
}

/// Writes the next version of one.
pub fn follow(change: &Change<'_>, id: i64, version: i64, row: &CeremonyRow) -> Result<()> {
    documents::follow(change, id, version, row)
}

/// One of them as it stands.
pub fn by_id(connection: &Connection, id: i64) -> Result<Option<Stored<CeremonyRow>>> {
    documents::by_id(connection, id)
}

/// All of them as they stand, the oldest first.
pub fn all(connection: &Connection) -> Result<Vec<Stored<CeremonyRow>>> {
    documents::latest(connection, "", &[])
}

/// The one that is under way, formal or tried out.
pub fn open(connection: &Connection, rehearsal: bool) -> Result<Option<Stored<CeremonyRow>>> {
    let condition = "AND rehearsal = ?1 AND state IN ('prepared', 'sealed', 'cards')";
    Ok(documents::latest(connection, condition, &[&rehearsal])?
        .into_iter()
        .next())
}
