//! The table `crew_loan`: inspectors whom another unit lends for one task, as append-only versions.
//!
//! What a document means is not known here.

use rusqlite::{Connection, Row, ToSql};

use crate::documents::{self, Document};
use crate::{Change, Result};

pub use crate::documents::Stored;

/// One version.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct CrewLoanRow {
    /// For which task; never changes.
    pub task: i64,
    /// Who it is in the registry, where the registry has them; never changes.
    pub inspector: Option<i64>,
    /// The number of the certificate by which they are drawn, as it is compared; never changes.
    pub cert_no: String,
    /// What is lent, by whom, on what document, for how long.
    pub document: String,
    /// Whether they were given back.
    pub withdrawn: bool,
}

impl Document for CrewLoanRow {
    const TABLE: &'static str = "crew_loan";
    const COLUMNS: &'static [&'static str] = &["task", "inspector", "cert_no", "document", "withdrawn"];

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![
            &self.task,
            &self.inspector,
            &self.cert_no,
            &self.document,
            &self.withdrawn,
        ]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            task: row.get("task")?,
            inspector: row.get("inspector")?,
            cert_no: row.get("cert_no")?,
            document: row.get("document")?,
            withdrawn: row.get("withdrawn")?,
        })
    }
}

/// Writes a new one; answers with its number.
pub fn add(change: &Change<'_>, row: &CrewLoanRow) -> Result<i64> {
    documents::add(change, row)
}

/// Writes the next version.
pub fn follow(change: &Change<'_>, id: i64, version: i64, row: &CrewLoanRow) -> Result<()> {
    documents::follow(change, id, version, row)
}

/// One as it is in force.
pub fn by_id(connection: &Connection, id: i64) -> Result<Option<Stored<CrewLoanRow>>> {
    documents::by_id(connection, id)
}

/// The loans of a task, those given back too, oldest first.
pub fn of_task(connection: &Connection, task: i64) -> Result<Vec<Stored<CrewLoanRow>>> {
    documents::latest(connection, "AND task = ?1", &[&task])
}
