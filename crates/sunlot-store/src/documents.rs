//! What tables of whole documents have in common: a number, versions without gaps, and JSON that somebody else understands.

use rusqlite::{Connection, OptionalExtension, Row, ToSql};

use crate::{Change, Result};

/// A version of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored<T> {
    /// Its number, from 1.
    pub id: i64,
    /// Its version, from 1.
    pub version: i64,
    /// The event that wrote it.
    pub event: i64,
    /// What it says.
    pub row: T,
}

/// A row that is kept as a document: its columns behind id, version and event, in the order of the table.
pub(crate) trait Document: Sized {
    const TABLE: &'static str;
    const COLUMNS: &'static [&'static str];

    fn values(&self) -> Vec<&dyn ToSql>;
    fn read(row: &Row<'_>) -> rusqlite::Result<Self>;
}

/// Writes a new document; answers with its number.
pub(crate) fn add<T: Document>(change: &Change<'_>, row: &T) -> Result<i64> {
    let next = format!("SELECT coalesce(max(id), 0) + 1 FROM {}", T::TABLE);
    let id = change.tx().query_row(&next, [], |row| row.get(0))?;
    follow(change, id, 1, row)?;
    Ok(id)
}

/// Writes the next version of a document.
pub(crate) fn follow<T: Document>(change: &Change<'_>, id: i64, version: i64, row: &T) -> Result<()> {
    let columns = T::COLUMNS.join(", ");
    let marks: Vec<String> = (4..4 + T::COLUMNS.len())
        .map(|place| format!("?{place}"))
        .collect();
    let insert = format!(
        "INSERT INTO {} (id, version, event, {columns}) VALUES (?1, ?2, ?3, {})",
        T::TABLE,
        marks.join(", ")
    );
    let seq = change.seq();
    let mut values: Vec<&dyn ToSql> = vec![&id, &version, &seq];
    values.extend(row.values());
    change.tx().prepare_cached(&insert)?.execute(&*values)?;
    Ok(())
}

/// The latest version of each document for which a condition holds, in the order of their numbers.
pub(crate) fn latest<T: Document>(
    connection: &Connection,
    condition: &str,
    values: &[&dyn ToSql],
) -> Result<Vec<Stored<T>>> {
    let mut query = connection.prepare_cached(&format!(
        "SELECT id, version, event, {columns} FROM {table} AS d
         WHERE NOT EXISTS (SELECT 1 FROM {table} WHERE id = d.id AND version = d.version + 1) {condition}
         ORDER BY id",
        columns = T::COLUMNS.join(", "),
        table = T::TABLE,
    ))?;
    let rows = query.query_map(values, stored)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The latest version of one document.
pub(crate) fn by_id<T: Document>(connection: &Connection, id: i64) -> Result<Option<Stored<T>>> {
    Ok(latest(connection, "AND id = ?1", &[&id])?.into_iter().next())
}

/// One version of a document.
pub(crate) fn version<T: Document>(
    connection: &Connection,
    id: i64,
    version: i64,
) -> Result<Option<Stored<T>>> {
    let mut query = connection.prepare_cached(&format!(
        "SELECT id, version, event, {} FROM {} WHERE id = ?1 AND version = ?2",
        T::COLUMNS.join(", "),
        T::TABLE,
    ))?;
    Ok(query.query_row([id, version], stored).optional()?)
}

/// All versions of one document, the newest first.
pub(crate) fn history<T: Document>(connection: &Connection, id: i64) -> Result<Vec<Stored<T>>> {
    let mut query = connection.prepare_cached(&format!(
        "SELECT id, version, event, {} FROM {} WHERE id = ?1 ORDER BY version DESC",
        T::COLUMNS.join(", "),
        T::TABLE,
    ))?;
    let rows = query.query_map([id], stored)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn stored<T: Document>(row: &Row<'_>) -> rusqlite::Result<Stored<T>> {
    Ok(Stored {
        id: row.get("id")?,
        version: row.get("version")?,
        event: row.get("event")?,
        row: T::read(row)?,
    })
}
