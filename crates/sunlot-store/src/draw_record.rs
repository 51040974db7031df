//! The table `draw_record`: how each sealed draw ended, drawn or void; the record without its manifest, which stands with the seal.

use rusqlite::{Connection, OptionalExtension, Row, ToSql};

use crate::documents::{self, Document};
use crate::packed::{pack, unpack};
use crate::{Change, Result};

pub use crate::documents::Stored;

/// How a draw ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordRow {
    /// Of which seal.
    pub seal: i64,
    /// `drawn` or `void`.
    pub outcome: String,
    /// The digest of the record.
    pub digest: [u8; 32],
    /// When.
    pub ended_at: String,
}

impl Document for RecordRow {
    const TABLE: &'static str = "draw_record";
    const COLUMNS: &'static [&'static str] = &["seal", "outcome", "digest", "ended_at"];

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![&self.seal, &self.outcome, &self.digest, &self.ended_at]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            seal: row.get("seal")?,
            outcome: row.get("outcome")?,
            digest: row.get("digest")?,
            ended_at: row.get("ended_at")?,
        })
    }
}

/// Writes how a draw ended, with the record itself; answers with its number.
pub fn add(change: &Change<'_>, row: &RecordRow, record: &[u8]) -> Result<i64> {
    let next = "SELECT coalesce(max(id), 0) + 1 FROM draw_record";
    let id: i64 = change.tx().query_row(next, [], |row| row.get(0))?;
    change.tx().execute(
        "INSERT INTO draw_record (id, version, event, seal, outcome, digest, ended_at, document)
         VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (
            id,
            change.seq(),
            row.seal,
            &row.outcome,
            row.digest,
            &row.ended_at,
            pack(record)?,
        ),
    )?;
    Ok(id)
}

/// How a seal's draw ended; none where it goes on.
pub fn of_seal(connection: &Connection, seal: i64) -> Result<Option<Stored<RecordRow>>> {
    let found = documents::latest(connection, "AND seal = ?1", &[&seal])?;
    Ok(found.into_iter().next())
}

/// All of them, the oldest first.
pub fn all(connection: &Connection) -> Result<Vec<Stored<RecordRow>>> {
    documents::latest(connection, "", &[])
}

/// The record of a seal.
pub fn document(connection: &Connection, seal: i64) -> Result<Option<Vec<u8>>> {
    let mut query = connection.prepare_cached("SELECT document FROM draw_record WHERE seal = ?1")?;
    let packed: Option<Vec<u8>> = query.query_row([seal], |row| row.get(0)).optional()?;
    packed.as_deref().map(unpack).transpose()
}
