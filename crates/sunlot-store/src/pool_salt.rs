//! The table `pool_salt`: the secret of each task from which the salts of its list follow.
//!
//! What a document means is not known here.

use rusqlite::{Connection, Row, ToSql};

use crate::documents::{self, Document};
use crate::{Change, Result};

pub use crate::documents::Stored;

/// One version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolSaltRow {
    /// Of which task.
    pub task: i64,
    /// Random, made once.
    pub salt: [u8; 32],
}

impl Document for PoolSaltRow {
    const TABLE: &'static str = "pool_salt";
    const COLUMNS: &'static [&'static str] = &["task", "salt"];

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![&self.task, &self.salt]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            task: row.get("task")?,
            salt: row.get("salt")?,
        })
    }
}

/// Writes a new one; answers with its number.
pub fn add(change: &Change<'_>, row: &PoolSaltRow) -> Result<i64> {
    documents::add(change, row)
}

/// The salt of a task.
pub fn of_task(connection: &Connection, task: i64) -> Result<Option<[u8; 32]>> {
    let found = documents::latest::<PoolSaltRow>(connection, "AND task = ?1", &[&task])?;
    Ok(found.into_iter().next().map(|stored| stored.row.salt))
}
