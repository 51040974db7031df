//! The table `plan`: plans of a year or a half, each version the whole document.
//!
//! What a document means is not known here.

use rusqlite::{Connection, Row, ToSql};

use crate::documents::{self, Document};
use crate::{Change, Result};

pub use crate::documents::Stored;

/// One version.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PlanRow {
    /// Of which year; never changes.
    pub year: i64,
    /// annual, h1 or h2; never changes.
    pub period: String,
    /// How far it has come.
    pub state: String,
    /// What it is called.
    pub title: String,
    /// Unit, lines, milestones and steps, as JSON.
    pub document: String,
}

impl Document for PlanRow {
    const TABLE: &'static str = "plan";
    const COLUMNS: &'static [&'static str] = &["year", "period", "state", "title", "document"];

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![&self.year, &self.period, &self.state, &self.title, &self.document]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            year: row.get("year")?,
            period: row.get("period")?,
            state: row.get("state")?,
            title: row.get("title")?,
            document: row.get("document")?,
        })
    }
}

/// Writes a new one; answers with its number.
pub fn add(change: &Change<'_>, row: &PlanRow) -> Result<i64> {
    documents::add(change, row)
}

/// Writes the next version.
pub fn follow(change: &Change<'_>, id: i64, version: i64, row: &PlanRow) -> Result<()> {
    documents::follow(change, id, version, row)
}

/// All of them as they are in force.
pub fn all(connection: &Connection) -> Result<Vec<Stored<PlanRow>>> {
    documents::latest(connection, "", &[])
}

/// One as it is in force.
pub fn by_id(connection: &Connection, id: i64) -> Result<Option<Stored<PlanRow>>> {
    documents::by_id(connection, id)
}

/// One version.
pub fn version(connection: &Connection, id: i64, version: i64) -> Result<Option<Stored<PlanRow>>> {
    documents::version(connection, id, version)
}
