//! The table `recusal_request`: requests that an inspector stay away from a target in one task, and what was decided, as
//! append-only versions.
//!
//! What a document means is not known here.

use rusqlite::{Connection, Row, ToSql};

use crate::documents::{self, Document};
use crate::{Change, Result};

pub use crate::documents::Stored;

/// One version.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct RecusalRequestRow {
    /// In which task; never changes.
    pub task: i64,
    /// From whom; never changes.
    pub target: i64,
    /// Who of the registry; never changes.
    pub inspector: Option<i64>,
    /// Or whom another unit lends; never changes.
    pub loan: Option<i64>,
    /// open, granted, refused or withdrawn.
    pub state: String,
    /// Who asked, why, and what was decided by whom.
    pub document: String,
}

impl Document for RecusalRequestRow {
    const TABLE: &'static str = "recusal_request";
    const COLUMNS: &'static [&'static str] = &["task", "target", "inspector", "loan", "state", "document"];

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![
            &self.task,
            &self.target,
            &self.inspector,
            &self.loan,
            &self.state,
            &self.document,
        ]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            task: row.get("task")?,
            target: row.get("target")?,
            inspector: row.get("inspector")?,
            loan: row.get("loan")?,
            state: row.get("state")?,
            document: row.get("document")?,
        })
    }
}

/// Writes a new one; answers with its number.
pub fn add(change: &Change<'_>, row: &RecusalRequestRow) -> Result<i64> {
    documents::add(change, row)
}

/// Writes the next version.
pub fn follow(change: &Change<'_>, id: i64, version: i64, row: &RecusalRequestRow) -> Result<()> {
    documents::follow(change, id, version, row)
}

/// One as it is in force.
pub fn by_id(connection: &Connection, id: i64) -> Result<Option<Stored<RecusalRequestRow>>> {
    documents::by_id(connection, id)
}

/// The requests of a task, withdrawn ones too, oldest first.
pub fn of_task(connection: &Connection, task: i64) -> Result<Vec<Stored<RecusalRequestRow>>> {
    documents::latest(connection, "AND task = ?1", &[&task])
}
