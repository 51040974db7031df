//! The table `target_flag`: what makes a target be looked at more often, each with its period and evidence, as
//! append-only versions. The blacklist is one of them.
//!
//! Which flags there are and what they mean is not known here.

use rusqlite::{Connection, Row};

use crate::{Change, Result};

/// One version of a flag.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct FlagRow {
    /// Whose.
    pub target: i64,
    /// Which.
    pub flag: String,
    /// From when.
    pub since: String,
    /// Until when; empty: until it is taken away.
    pub until: String,
    /// On what it rests.
    pub evidence: String,
    /// Whether it was entered by mistake.
    pub withdrawn: bool,
}

/// A flag in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredFlag {
    /// Its number, from 1.
    pub id: i64,
    /// Its version, from 1.
    pub version: i64,
    /// The event that wrote it.
    pub event: i64,
    /// What it says.
    pub row: FlagRow,
}

/// Writes a new flag; answers with its number.
pub fn add(change: &Change<'_>, row: &FlagRow) -> Result<i64> {
    let next = "SELECT coalesce(max(id), 0) + 1 FROM target_flag";
    let id = change.tx().query_row(next, [], |row| row.get(0))?;
    follow(change, id, 1, row)?;
    Ok(id)
}

/// Writes the next version of a flag.
pub fn follow(change: &Change<'_>, id: i64, version: i64, row: &FlagRow) -> Result<()> {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    change
        .tx()
        .prepare_cached(
            "INSERT INTO target_flag (id, version, event, target, flag, since, until, evidence, withdrawn)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute((
            id,
            version,
            change.seq(),
            row.target,
            &row.flag,
            &row.since,
            some(&row.until),
            some(&row.evidence),
            row.withdrawn,
        ))?;
    Ok(())
}

const LATEST: &str = "SELECT id, version, event, target, flag, since, coalesce(until, ''), coalesce(evidence, ''), withdrawn
     FROM target_flag AS f WHERE NOT EXISTS (SELECT 1 FROM target_flag WHERE id = f.id AND version = f.version + 1)";

/// The flags of one target, withdrawn ones too, oldest first.
pub fn of_target(connection: &Connection, target: i64) -> Result<Vec<StoredFlag>> {
    let mut query = connection.prepare_cached(&format!("{LATEST} AND target = ?1 ORDER BY id"))?;
    let rows = query.query_map([target], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A flag as it is in force.
pub fn by_id(connection: &Connection, id: i64) -> Result<Option<StoredFlag>> {
    let mut query = connection.prepare_cached(&format!("{LATEST} AND id = ?1"))?;
    let mut rows = query.query_map([id], read)?;
    Ok(rows.next().transpose()?)
}

/// Walks through all flags that are not withdrawn.
pub fn walk(connection: &Connection, each: &mut dyn FnMut(StoredFlag)) -> Result<()> {
    let mut query = connection.prepare(&format!("{LATEST} AND withdrawn = 0 ORDER BY id"))?;
    for flag in query.query_map([], read)? {
        each(flag?);
    }
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<StoredFlag> {
    Ok(StoredFlag {
        id: row.get(0)?,
        version: row.get(1)?,
        event: row.get(2)?,
        row: FlagRow {
            target: row.get(3)?,
            flag: row.get(4)?,
            since: row.get(5)?,
            until: row.get(6)?,
            evidence: row.get(7)?,
            withdrawn: row.get(8)?,
        },
    })
}
