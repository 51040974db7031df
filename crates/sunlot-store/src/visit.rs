//! The table `visit`: who was inspected when, by this program or outside of it, as append-only versions, so that how often
//! somebody was visited this year is true.
//!
//! What counts as a visit, and how many are allowed, is not known here.

use rusqlite::{CachedStatement, Connection, OptionalExtension, Row};

use crate::row_bytes::{self, RowsAside};
use crate::{Change, Result, set_aside};

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

/// From so many new visits on, the lists are made anew, and what the guard asks of each is asked of all at once.
const MANY: usize = 20_000;

/// Writes new visits.
pub fn add(change: &Change<'_>, rows: &[VisitRow]) -> Result<()> {
    let next = "SELECT coalesce(max(id), 0) + 1 FROM visit";
    let first: i64 = change.tx().query_row(next, [], |row| row.get(0))?;
    let there = usize::try_from(first).unwrap_or(usize::MAX);
    if rows.len() >= MANY && rows.len() > there / 4 {
        return add_many(change, first, rows);
    }
    let mut insert = Insert::prepare(change)?;
    for (row, id) in rows.iter().zip(first..) {
        insert.version(id, 1, row)?;
    }
    Ok(())
}

/// Very many: their numbers follow the last one and their version is the first by themselves; that each is to a target that
/// there is, is asked at the end.
fn add_many(change: &Change<'_>, first: i64, rows: &[VisitRow]) -> Result<()> {
    let lists = set_aside::lists(change, &["visit"])?;
    let guard = set_aside::guards(change, &["visit_insert"])?;
    let mut aside = RowsAside::of("visit");
    {
        let mut insert = Insert::prepare(change)?;
        for (row, id) in rows.iter().zip(first..) {
            insert.version(id, 1, row)?;
            aside.add(|bytes| write_down(bytes, id, 1, change.seq(), row));
        }
    }
    lists.restore(change)?;
    guard.restore(change)?;
    let stray: Option<i64> = change
        .tx()
        .query_row(
            "SELECT target FROM visit WHERE id >= ?1 AND target NOT IN (SELECT id FROM target_current) LIMIT 1",
            [first],
            |row| row.get(0),
        )
        .optional()?;
    if let Some(target) = stray {
        return Err(rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CONSTRAINT_TRIGGER),
            Some(format!("visit: no target {target}")),
        )
        .into());
    }
    if let Some(digest) = aside.finish() {
        change.made("visit", digest);
    }
    Ok(())
}

/// Writes the next version of a visit.
pub fn follow(change: &Change<'_>, id: i64, version: i64, row: &VisitRow) -> Result<()> {
    Insert::prepare(change)?.version(id, version, row)
}

/// Writes rows, one after the other.
struct Insert<'c> {
    version: CachedStatement<'c>,
    event: i64,
}

impl<'c> Insert<'c> {
    fn prepare(change: &'c Change<'_>) -> Result<Self> {
        let version = change.tx().prepare_cached(
            "INSERT INTO visit (id, version, event, target, held_on, times, counted, task_kind, modes, items, unit,
                                inspectors, result, remark, origin, withdrawn)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
        )?;
        Ok(Self {
            version,
            event: change.seq(),
        })
    }

    fn version(&mut self, id: i64, version: i64, row: &VisitRow) -> Result<()> {
        let some = |text| Some(text).filter(|text: &&String| !text.is_empty());
        self.version.execute((
            id,
            version,
            self.event,
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
}

/// A row as its digest takes it: its columns by name.
fn write_down(bytes: &mut Vec<u8>, id: i64, version: i64, event: i64, row: &VisitRow) {
    row_bytes::write_integer(bytes, "counted", row.counted.into());
    row_bytes::write_integer(bytes, "event", event);
    row_bytes::write_text(bytes, "held_on", &row.held_on);
    row_bytes::write_integer(bytes, "id", id);
    row_bytes::write_text(bytes, "inspectors", &row.inspectors);
    row_bytes::write_text(bytes, "items", &row.items);
    row_bytes::write_text(bytes, "modes", &row.modes);
    row_bytes::write_text(bytes, "origin", &row.origin);
    row_bytes::write_text(bytes, "remark", &row.remark);
    row_bytes::write_text(bytes, "result", &row.result);
    row_bytes::write_integer(bytes, "target", row.target);
    row_bytes::write_text(bytes, "task_kind", &row.task_kind);
    row_bytes::write_integer(bytes, "times", row.times.into());
    row_bytes::write_text(bytes, "unit", &row.unit);
    row_bytes::write_integer(bytes, "version", version);
    row_bytes::write_integer(bytes, "withdrawn", row.withdrawn.into());
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
