//! The table `outside_draw`: draws that another system made, as append-only versions: taken, and perhaps withdrawn.
//!
//! What a document means is not known here; who was drawn stands in `outside_row`.

use rusqlite::{Connection, Row, ToSql};

use crate::documents::{self, Document};
use crate::{Change, Result};

pub use crate::documents::Stored;

/// One version.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct OutsideDrawRow {
    /// The day of the draw; never changes.
    pub drawn_on: String,
    /// The first day of the visits; never changes.
    pub visit_from: String,
    /// The last one; never changes.
    pub visit_to: String,
    /// The task that it belongs to; never changes.
    pub task: Option<i64>,
    /// SHA-256 of the file that it was read from; never changes.
    pub file: Option<[u8; 32]>,
    /// Whether it counts no more.
    pub withdrawn: bool,
    /// Everything else that it says, in JSON.
    pub document: String,
}

impl Document for OutsideDrawRow {
    const TABLE: &'static str = "outside_draw";
    const COLUMNS: &'static [&'static str] = &[
        "drawn_on",
        "visit_from",
        "visit_to",
        "task",
        "file",
        "withdrawn",
        "document",
    ];

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![
            &self.drawn_on,
            &self.visit_from,
            &self.visit_to,
            &self.task,
            &self.file,
            &self.withdrawn,
            &self.document,
        ]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            drawn_on: row.get("drawn_on")?,
            visit_from: row.get("visit_from")?,
            visit_to: row.get("visit_to")?,
            task: row.get("task")?,
            file: row.get("file")?,
            withdrawn: row.get("withdrawn")?,
            document: row.get("document")?,
        })
    }
}

/// Writes a new one; answers with its number.
pub fn add(change: &Change<'_>, row: &OutsideDrawRow) -> Result<i64> {
    documents::add(change, row)
}

/// Writes the next version.
pub fn follow(change: &Change<'_>, id: i64, version: i64, row: &OutsideDrawRow) -> Result<()> {
    documents::follow(change, id, version, row)
}

/// All of them as they are in force, withdrawn ones too, oldest first.
pub fn all(connection: &Connection) -> Result<Vec<Stored<OutsideDrawRow>>> {
    documents::latest(connection, "", &[])
}

/// One as it is in force.
pub fn by_id(connection: &Connection, id: i64) -> Result<Option<Stored<OutsideDrawRow>>> {
    documents::by_id(connection, id)
}
