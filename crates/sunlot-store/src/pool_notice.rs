//! The table `pool_notice`: lists as they were announced before a draw, by digests and counts.
//!
//! What a document means is not known here.

use rusqlite::{Connection, Row, ToSql};

use crate::documents::{self, Document};
use crate::{Change, Result};

pub use crate::documents::Stored;

/// One version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolNoticeRow {
    /// Of which task.
    pub task: i64,
    /// Digest of the leaves of pool and exclusions.
    pub digest: [u8; 32],
    /// The notice that this one takes the place of.
    pub replaces: Option<i64>,
    /// When.
    pub announced_on: String,
    /// When the draw is to be.
    pub draw_on: String,
    /// Counts, channels and why it changed, as JSON.
    pub document: String,
}

impl Document for PoolNoticeRow {
    const TABLE: &'static str = "pool_notice";
    const COLUMNS: &'static [&'static str] = &[
        "task",
        "digest",
        "replaces",
        "announced_on",
        "draw_on",
        "document",
    ];

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![
            &self.task,
            &self.digest,
            &self.replaces,
            &self.announced_on,
            &self.draw_on,
            &self.document,
        ]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            task: row.get("task")?,
            digest: row.get("digest")?,
            replaces: row.get("replaces")?,
            announced_on: row.get("announced_on")?,
            draw_on: row.get("draw_on")?,
            document: row.get("document")?,
        })
    }
}

/// Writes a new one; answers with its number.
pub fn add(change: &Change<'_>, row: &PoolNoticeRow) -> Result<i64> {
    documents::add(change, row)
}

/// The notices of a task, oldest first.
pub fn of_task(connection: &Connection, task: i64) -> Result<Vec<Stored<PoolNoticeRow>>> {
    documents::latest(connection, "AND task = ?1", &[&task])
}

/// One of them.
pub fn by_id(connection: &Connection, id: i64) -> Result<Option<Stored<PoolNoticeRow>>> {
    documents::by_id(connection, id)
}
