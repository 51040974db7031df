//! The table `outside_draw`: draws that were made elsewhere, as their file told of them.
//!
//! What a document means is not known here.

use rusqlite::{Connection, Row, ToSql};

use crate::documents::{self, Document};
use crate::{Change, Result};

pub use crate::documents::Stored;

/// One version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutsideDrawRow {
    /// The task that they are for.
    pub task: Option<i64>,
    /// Where it was made.
    pub source: String,
    /// The file's name.
    pub file: String,
    /// SHA-256 of its bytes.
    pub digest: [u8; 32],
    /// When it was made.
    pub drawn_on: String,
    /// What was drawn, row by row, as JSON.
    pub document: String,
}

impl Document for OutsideDrawRow {
    const TABLE: &'static str = "outside_draw";
    const COLUMNS: &'static [&'static str] = &["task", "source", "file", "digest", "drawn_on", "document"];

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![
            &self.task,
            &self.source,
            &self.file,
            &self.digest,
            &self.drawn_on,
            &self.document,
        ]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            task: row.get("task")?,
            source: row.get("source")?,
            file: row.get("file")?,
            digest: row.get("digest")?,
            drawn_on: row.get("drawn_on")?,
            document: row.get("document")?,
        })
    }
}

/// Writes a new one; answers with its number.
pub fn add(change: &Change<'_>, row: &OutsideDrawRow) -> Result<i64> {
    documents::add(change, row)
}

/// All of them as they are in force.
pub fn all(connection: &Connection) -> Result<Vec<Stored<OutsideDrawRow>>> {
    documents::latest(connection, "", &[])
}

/// One as it is in force.
pub fn by_id(connection: &Connection, id: i64) -> Result<Option<Stored<OutsideDrawRow>>> {
    documents::by_id(connection, id)
}
