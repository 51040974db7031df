//! The table `pool_exclusion`: targets that a decision left out of a task's pool, as append-only versions.
//!
//! What a document means is not known here.

use rusqlite::{Connection, Row, ToSql};

use crate::documents::{self, Document};
use crate::{Change, Result};

pub use crate::documents::Stored;

/// One version.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PoolExclusionRow {
    /// Of which task; never changes.
    pub task: i64,
    /// Whom; never changes.
    pub target: i64,
    /// restricted or other.
    pub kind: String,
    /// On what it rests.
    pub basis: String,
    /// Whether it is taken in again.
    pub withdrawn: bool,
}

impl Document for PoolExclusionRow {
    const TABLE: &'static str = "pool_exclusion";
    const COLUMNS: &'static [&'static str] = &["task", "target", "kind", "basis", "withdrawn"];

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![&self.task, &self.target, &self.kind, &self.basis, &self.withdrawn]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            task: row.get("task")?,
            target: row.get("target")?,
            kind: row.get("kind")?,
            basis: row.get("basis")?,
            withdrawn: row.get("withdrawn")?,
        })
    }
}

/// Writes a new one; answers with its number.
pub fn add(change: &Change<'_>, row: &PoolExclusionRow) -> Result<i64> {
    documents::add(change, row)
}

/// Writes the next version.
pub fn follow(change: &Change<'_>, id: i64, version: i64, row: &PoolExclusionRow) -> Result<()> {
    documents::follow(change, id, version, row)
}

/// All of them as they are in force.
pub fn all(connection: &Connection) -> Result<Vec<Stored<PoolExclusionRow>>> {
    documents::latest(connection, "", &[])
}

/// One as it is in force.
pub fn by_id(connection: &Connection, id: i64) -> Result<Option<Stored<PoolExclusionRow>>> {
    documents::by_id(connection, id)
}

/// The exclusions of a task, withdrawn ones too, oldest first.
pub fn of_task(connection: &Connection, task: i64) -> Result<Vec<Stored<PoolExclusionRow>>> {
    documents::latest(connection, "AND task = ?1", &[&task])
}
