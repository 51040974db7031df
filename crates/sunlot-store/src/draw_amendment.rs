//! The table `draw_amendment`: what was changed of a draw afterwards, in order. Nothing is taken out; a withdrawal is one more.
//!
//! What a document means is not known here.

use rusqlite::{Connection, Row, ToSql};

use crate::documents::{self, Document};
use crate::{Change, Result};

pub use crate::documents::Stored;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmendmentRow {
    /// Of which seal.
    pub seal: i64,
    /// Its number, from 1.
    pub number: i64,
    /// Its digest, after those before it.
    pub digest: [u8; 32],
    /// Why, as a code.
    pub code: String,
    /// What the published file says, as JSON.
    pub document: String,
    /// The files that prove the reason, as JSON.
    pub evidence: String,
}

impl Document for AmendmentRow {
    const TABLE: &'static str = "draw_amendment";
    const COLUMNS: &'static [&'static str] = &["seal", "number", "digest", "code", "document", "evidence"];

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![
            &self.seal,
            &self.number,
            &self.digest,
            &self.code,
            &self.document,
            &self.evidence,
        ]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            seal: row.get("seal")?,
            number: row.get("number")?,
            digest: row.get("digest")?,
            code: row.get("code")?,
            document: row.get("document")?,
            evidence: row.get("evidence")?,
        })
    }
}

/// Writes a new one; answers with its number in the table.
pub fn add(change: &Change<'_>, row: &AmendmentRow) -> Result<i64> {
    documents::add(change, row)
}

/// Those of a seal, in order.
pub fn of_seal(connection: &Connection, seal: i64) -> Result<Vec<Stored<AmendmentRow>>> {
    documents::latest(connection, "AND seal = ?1", &[&seal])
}
