//! The table `outside_row`: who was drawn by a draw that another system made. A row is written with its draw and never changes.

use rusqlite::{Connection, Row, ToSql};

use crate::documents::{self, Document};
use crate::{Change, Result};

pub use crate::documents::Stored;

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct OutsideRow {
    /// Of which draw.
    pub draw: i64,
    /// target or inspector.
    pub kind: String,
    /// Whom of our registry; nothing: somebody who is not in it.
    pub entry: Option<i64>,
    /// The row of the file; nothing: it was typed.
    pub place: Option<i64>,
    /// What stands there as the name.
    pub name: String,
    /// What stands there as the code or the certificate.
    pub code: String,
}

impl Document for OutsideRow {
    const TABLE: &'static str = "outside_row";
    const COLUMNS: &'static [&'static str] = &["draw", "kind", "entry", "place", "name", "code"];

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![
            &self.draw,
            &self.kind,
            &self.entry,
            &self.place,
            &self.name,
            &self.code,
        ]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            draw: row.get("draw")?,
            kind: row.get("kind")?,
            entry: row.get("entry")?,
            place: row.get("place")?,
            name: row.get("name")?,
            code: row.get("code")?,
        })
    }
}

/// Writes a row.
pub fn add(change: &Change<'_>, row: &OutsideRow) -> Result<()> {
    documents::add(change, row)?;
    Ok(())
}

/// The rows of a draw, in the order in which they were written.
pub fn of_draw(connection: &Connection, draw: i64) -> Result<Vec<Stored<OutsideRow>>> {
    documents::latest(connection, "AND draw = ?1", &[&draw])
}

/// The targets of our registry that a draw has drawn.
pub fn targets_of(connection: &Connection, draw: i64) -> Result<Vec<i64>> {
    let mut query = connection.prepare_cached(
        "SELECT entry FROM outside_row WHERE draw = ?1 AND kind = 'target' AND entry IS NOT NULL ORDER BY entry",
    )?;
    let rows = query.query_map([draw], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many targets a draw has drawn, and how many of them are not in our registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutsideSums {
    /// All of them.
    pub targets: u32,
    /// Those that are not ours.
    pub strangers: u32,
}

/// Counts the targets of a draw.
pub fn sums(connection: &Connection, draw: i64) -> Result<OutsideSums> {
    let mut query = connection.prepare_cached(
        "SELECT count(*), count(*) - count(entry) FROM outside_row WHERE draw = ?1 AND kind = 'target'",
    )?;
    Ok(query.query_row([draw], |row| {
        Ok(OutsideSums {
            targets: row.get(0)?,
            strangers: row.get(1)?,
        })
    })?)
}
