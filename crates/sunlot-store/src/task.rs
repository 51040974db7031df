//! The table `task`: what is drawn and inspected together, each version the whole document.
//!
//! What a document means is not known here.

use rusqlite::{Connection, Row, ToSql};

use crate::documents::{self, Document};
use crate::{Change, Result};

pub use crate::documents::Stored;

/// One version.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct TaskRow {
    /// How far it has come.
    pub state: String,
    /// What it is called.
    pub title: String,
    /// The plan that it is of.
    pub plan: Option<i64>,
    /// The line of that plan.
    pub line: Option<i64>,
    /// The year in its number.
    pub year: Option<i64>,
    /// Its number in that year.
    pub serial: Option<i64>,
    /// The number as it is written.
    pub number: Option<String>,
    /// Items, period, scope, strata, crews and approval, as JSON.
    pub document: String,
}

impl Document for TaskRow {
    const TABLE: &'static str = "task";
    const COLUMNS: &'static [&'static str] = &[
        "state", "title", "plan", "line", "year", "serial", "number", "document",
    ];

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![
            &self.state,
            &self.title,
            &self.plan,
            &self.line,
            &self.year,
            &self.serial,
            &self.number,
            &self.document,
        ]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            state: row.get("state")?,
            title: row.get("title")?,
            plan: row.get("plan")?,
            line: row.get("line")?,
            year: row.get("year")?,
            serial: row.get("serial")?,
            number: row.get("number")?,
            document: row.get("document")?,
        })
    }
}

/// Writes a new one; answers with its number.
pub fn add(change: &Change<'_>, row: &TaskRow) -> Result<i64> {
    documents::add(change, row)
}

/// Writes the next version.
pub fn follow(change: &Change<'_>, id: i64, version: i64, row: &TaskRow) -> Result<()> {
    documents::follow(change, id, version, row)
}

/// All of them as they are in force.
pub fn all(connection: &Connection) -> Result<Vec<Stored<TaskRow>>> {
    documents::latest(connection, "", &[])
}

/// One as it is in force.
pub fn by_id(connection: &Connection, id: i64) -> Result<Option<Stored<TaskRow>>> {
    documents::by_id(connection, id)
}

/// One version.
pub fn version(connection: &Connection, id: i64, version: i64) -> Result<Option<Stored<TaskRow>>> {
    documents::version(connection, id, version)
}

/// Whether one was written as a draft after an event: what somebody was told of it then may not hold any more.
pub fn redrafted_since(connection: &Connection, id: i64, event: i64) -> Result<bool> {
    let query = "SELECT EXISTS (SELECT 1 FROM task WHERE id = ?1 AND event > ?2 AND state = 'draft')";
    Ok(connection.query_row(query, [id, event], |row| row.get(0))?)
}

/// The next number of a year.
pub fn next_serial(connection: &Connection, year: i64) -> Result<i64> {
    let next = "SELECT coalesce(max(serial), 0) + 1 FROM task WHERE year = ?1";
    Ok(connection.query_row(next, [year], |row| row.get(0))?)
}

/// The tasks of a plan.
pub fn of_plan(connection: &Connection, plan: i64) -> Result<Vec<Stored<TaskRow>>> {
    documents::latest(connection, "AND plan = ?1", &[&plan])
}
