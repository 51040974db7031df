//! The table `rule_profile`: rule profiles as append-only versions, and which is in force.
//!
//! What a document means is not known here.

use rusqlite::{Connection, Row, ToSql};

use crate::documents::{self, Document};
use crate::{Change, Result};

pub use crate::documents::Stored;

/// One version.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct RuleProfileRow {
    /// What it is called.
    pub name: String,
    /// Whether new tasks take it.
    pub in_force: bool,
    /// Switches, basis, texts and attachments, as JSON.
    pub document: String,
}

impl Document for RuleProfileRow {
    const TABLE: &'static str = "rule_profile";
    const COLUMNS: &'static [&'static str] = &["name", "in_force", "document"];

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![&self.name, &self.in_force, &self.document]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            name: row.get("name")?,
            in_force: row.get("in_force")?,
            document: row.get("document")?,
        })
    }
}

/// Writes a new one; answers with its number.
pub fn add(change: &Change<'_>, row: &RuleProfileRow) -> Result<i64> {
    documents::add(change, row)
}

/// Writes the next version.
pub fn follow(change: &Change<'_>, id: i64, version: i64, row: &RuleProfileRow) -> Result<()> {
    documents::follow(change, id, version, row)
}

/// All of them, each in its latest version.
pub fn all(connection: &Connection) -> Result<Vec<Stored<RuleProfileRow>>> {
    documents::latest(connection, "", &[])
}

/// One in its latest version.
pub fn by_id(connection: &Connection, id: i64) -> Result<Option<Stored<RuleProfileRow>>> {
    documents::by_id(connection, id)
}

/// One version.
pub fn version(connection: &Connection, id: i64, version: i64) -> Result<Option<Stored<RuleProfileRow>>> {
    documents::version(connection, id, version)
}

/// All versions of one, the newest first.
pub fn history(connection: &Connection, id: i64) -> Result<Vec<Stored<RuleProfileRow>>> {
    documents::history(connection, id)
}
