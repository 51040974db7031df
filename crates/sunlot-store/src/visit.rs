//! The table `visit`: who was inspected when, by this program or outside of it, as append-only versions, so that how often
//! somebody was visited this year is true.
//!
//! What counts as a visit, and how many are allowed, is not known here.

use rusqlite::{Connection, Row};

use crate::{Change, Result};

/// One version of a visit.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct VisitRow {
    /// To whom.
    pub target: i64,
    /// On which day; a month or a year where no more is known.
    pub held_on: String,
    /// How many visits it stands for: a roster may only tell a number.
    pub times: u32,
    /// Whether it counts against how often somebody may be visited.
    pub counted: bool,
    /// What sort of inspection.
    pub task_kind: String,
    /// How it was done.
    pub modes: String,
    /// What was inspected.
    pub items: String,
    /// By which unit.
    pub unit: String,
    /// By whom.
    pub inspectors: String,
    /// What was found.
    pub result: String,
    /// Whatever else.
    pub remark: String,
    /// How the program knows of it.
    pub origin: String,
    /// Whether it was entered by mistake.
    pub withdrawn: bool,
}

/// A visit in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredVisit {
    /// Its number, from 1.
    pub id: i64,
    /// Its version, from 1.
    pub version: i64,
    /// The event that wrote it.
    pub event: i64,
    /// What it says.
    pub row: VisitRow,
}

/// Writes new visits.
pub fn add(change: &Change<'_>, rows: &[VisitRow]) -> Result<()> {
    let next = "SELECT coalesce(max(id), 0) + 1 FROM visit";
    let first: i64 = change.tx().query_row(next, [], |row| row.get(0))?;
    for (row, id) in rows.iter().zip(first..) {
        follow(change, id, 1, row)?;
    }
    Ok(())
}

/// Writes the next version of a visit.
pub fn follow(change: &Change<'_>, id: i64, version: i64, row: &VisitRow) -> Result<()> {
    let some = |text: &'_ str| (!text.is_empty()).then(|| text.to_owned());
    change
        .tx()
        .prepare_cached(
            "INSERT INTO visit (id, version, event, target, held_on, times, counted, task_kind, modes, items, unit,
                                inspectors, result, remark, origin, withdrawn)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
        )?
        .execute((
            id,
            version,
            change.seq(),
            row.target,
            &row.held_on,
            row.times,
            row.counted,
            &row.task_kind,
            some(&row.modes),
            some(&row.items),
            some(&row.unit),
            some(&row.inspectors),
            some(&row.result),
            some(&row.remark),
            &row.origin,
            row.withdrawn,
        ))?;
    Ok(())
}

const LATEST: &str = "SELECT id, version, event, target, held_on, times, counted, task_kind, coalesce(modes, ''),
            coalesce(items, ''), coalesce(unit, ''), coalesce(inspectors, ''), coalesce(result, ''), coalesce(remark, ''),
            origin, withdrawn
     FROM visit AS v WHERE NOT EXISTS (SELECT 1 FROM visit WHERE id = v.id AND version = v.version + 1)";

/// The visits to one target, withdrawn ones too, newest first.
pub fn of_target(connection: &Connection, target: i64) -> Result<Vec<StoredVisit>> {
    let mut query = connection.prepare_cached(&format!(
        "{LATEST} AND target = ?1 ORDER BY held_on DESC, id DESC"
    ))?;
    let rows = query.query_map([target], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A visit as it is in force.
pub fn by_id(connection: &Connection, id: i64) -> Result<Option<StoredVisit>> {
    let mut query = connection.prepare_cached(&format!("{LATEST} AND id = ?1"))?;
    let mut rows = query.query_map([id], read)?;
    Ok(rows.next().transpose()?)
}

/// Walks through all visits that are not withdrawn.
pub fn walk(connection: &Connection, each: &mut dyn FnMut(StoredVisit)) -> Result<()> {
    let mut query = connection.prepare(&format!("{LATEST} AND withdrawn = 0 ORDER BY id"))?;
    for visit in query.query_map([], read)? {
        each(visit?);
    }
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<StoredVisit> {
    Ok(StoredVisit {
        id: row.get(0)?,
        version: row.get(1)?,
        event: row.get(2)?,
        row: VisitRow {
            target: row.get(3)?,
            held_on: row.get(4)?,
            times: row.get(5)?,
            counted: row.get(6)?,
            task_kind: row.get(7)?,
            modes: row.get(8)?,
            items: row.get(9)?,
            unit: row.get(10)?,
            inspectors: row.get(11)?,
            result: row.get(12)?,
            remark: row.get(13)?,
            origin: row.get(14)?,
            withdrawn: row.get(15)?,
        },
    })
}
