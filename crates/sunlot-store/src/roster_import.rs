//! The table `roster_import`: every roster that was taken over, what became of its rows, and how its columns were read, so
//! that the next one from the same source is read the same way.

use rusqlite::{Connection, OptionalExtension, Row};

use crate::{Change, Result};

/// A roster that was taken over.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ImportRow {
    /// Into which registry.
    pub registry: String,
    /// The file's name.
    pub file: String,
    /// SHA-256 of its bytes.
    pub digest: [u8; 32],
    /// The sheet.
    pub sheet: String,
    /// The headings, by which the next one of the same source is known.
    pub headings: String,
    /// Which column was read as what, as JSON.
    pub mapping: String,
    /// What the roster is called in the registry.
    pub source: String,
    /// How many rows it had.
    pub read: u64,
    /// How many of them were new.
    pub added: u64,
    /// How many changed something.
    pub updated: u64,
    /// How many said what was known.
    pub same: u64,
    /// How many were left out.
    pub skipped: u64,
    /// How many could not be taken.
    pub errors: u64,
}

/// Writes down what was taken over; answers with its number.
pub fn add(change: &Change<'_>, row: &ImportRow) -> Result<i64> {
    let next = "SELECT coalesce(max(id), 0) + 1 FROM roster_import";
    let id: i64 = change.tx().query_row(next, [], |row| row.get(0))?;
    let source = (!row.source.is_empty()).then_some(&row.source);
    change.tx().execute(
        "INSERT INTO roster_import (id, version, event, registry, file, digest, sheet, headings, mapping, source,
                                    read, added, updated, same, skipped, errors)
         VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        (
            id,
            change.seq(),
            &row.registry,
            &row.file,
            row.digest,
            &row.sheet,
            &row.headings,
            &row.mapping,
            source,
            row.read,
            row.added,
            row.updated,
            row.same,
            row.skipped,
            row.errors,
        ),
    )?;
    Ok(id)
}

const SELECT: &str = "SELECT registry, file, digest, sheet, headings, mapping, coalesce(source, ''), read, added, updated, same,
            skipped, errors, id, event FROM roster_import";

/// How the columns of the last roster with these headings were read.
pub fn remembered(connection: &Connection, registry: &str, headings: &str) -> Result<Option<String>> {
    let mut query = connection.prepare_cached(
        "SELECT mapping FROM roster_import WHERE registry = ?1 AND headings = ?2 ORDER BY id DESC LIMIT 1",
    )?;
    Ok(query
        .query_row([registry, headings], |row| row.get(0))
        .optional()?)
}

/// What was taken over, newest first, each with its number and event.
pub fn all(connection: &Connection) -> Result<Vec<(i64, i64, ImportRow)>> {
    let mut query = connection.prepare_cached(&format!("{SELECT} ORDER BY id DESC"))?;
    let rows = query.query_map([], |row| Ok((row.get(13)?, row.get(14)?, read(row)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<ImportRow> {
    Ok(ImportRow {
        registry: row.get(0)?,
        file: row.get(1)?,
        digest: row.get(2)?,
        sheet: row.get(3)?,
        headings: row.get(4)?,
        mapping: row.get(5)?,
        source: row.get(6)?,
        read: row.get(7)?,
        added: row.get(8)?,
        updated: row.get(9)?,
        same: row.get(10)?,
        skipped: row.get(11)?,
        errors: row.get(12)?,
    })
}
