//! The table `inspector_conflict`: which inspector has a conflict of interest with which target, what connects them, for
//! how long and who said so, as append-only versions.
//!
//! Which connections there are and what they mean is not known here.

use rusqlite::{Connection, Params, Row};

use crate::{Change, Result};

/// One version of a conflict.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ConflictRow {
    /// Whose.
    pub inspector: i64,
    /// With which target.
    pub target: i64,
    /// What connects them.
    pub relation: String,
    /// Who said so.
    pub told_by: String,
    /// From when; empty: from the beginning.
    pub since: String,
    /// Until when; empty: without an end.
    pub until: String,
    /// More about it.
    pub detail: String,
    /// Whether it was entered by mistake.
    pub withdrawn: bool,
}

/// A conflict in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredConflict {
    /// Its number, from 1.
    pub id: i64,
    /// Its version, from 1.
    pub version: i64,
    /// The event that wrote it.
    pub event: i64,
    /// What it says.
    pub row: ConflictRow,
}

/// Writes a new conflict; answers with its number.
pub fn add(change: &Change<'_>, row: &ConflictRow) -> Result<i64> {
    let next = "SELECT coalesce(max(id), 0) + 1 FROM inspector_conflict";
    let id = change.tx().query_row(next, [], |row| row.get(0))?;
    follow(change, id, 1, row)?;
    Ok(id)
}

/// Writes the next version of a conflict.
pub fn follow(change: &Change<'_>, id: i64, version: i64, row: &ConflictRow) -> Result<()> {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    change
        .tx()
        .prepare_cached(
            "INSERT INTO inspector_conflict
               (id, version, event, inspector, target, relation, told_by, since, until, detail, withdrawn)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute((
            id,
            version,
            change.seq(),
            row.inspector,
            row.target,
            &row.relation,
            &row.told_by,
            some(&row.since),
            some(&row.until),
            some(&row.detail),
            row.withdrawn,
        ))?;
    Ok(())
}

/// The whole register, withdrawn ones too, oldest first.
pub fn all(connection: &Connection) -> Result<Vec<StoredConflict>> {
    query(connection, "", [])
}

/// The conflicts of one inspector, withdrawn ones too, oldest first.
pub fn of_inspector(connection: &Connection, inspector: i64) -> Result<Vec<StoredConflict>> {
    query(connection, "AND inspector = ?1", [inspector])
}

/// A conflict as it is in force.
pub fn by_id(connection: &Connection, id: i64) -> Result<Option<StoredConflict>> {
    Ok(query(connection, "AND id = ?1", [id])?.into_iter().next())
}

fn query(connection: &Connection, which: &str, params: impl Params) -> Result<Vec<StoredConflict>> {
    let mut query = connection.prepare_cached(&format!(
        "SELECT id, version, event, inspector, target, relation, told_by, coalesce(since, ''), coalesce(until, ''),
                coalesce(detail, ''), withdrawn
         FROM inspector_conflict AS c
         WHERE NOT EXISTS (SELECT 1 FROM inspector_conflict WHERE id = c.id AND version = c.version + 1) {which}
         ORDER BY id"
    ))?;
    let rows = query.query_map(params, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<StoredConflict> {
    Ok(StoredConflict {
        id: row.get(0)?,
        version: row.get(1)?,
        event: row.get(2)?,
        row: ConflictRow {
            inspector: row.get(3)?,
            target: row.get(4)?,
            relation: row.get(5)?,
            told_by: row.get(6)?,
            since: row.get(7)?,
            until: row.get(8)?,
            detail: row.get(9)?,
            withdrawn: row.get(10)?,
        },
    })
}
