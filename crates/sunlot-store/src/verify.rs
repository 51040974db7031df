//! Recomputes the whole trail and every row that it vouches for, and names what does not fit, first fault
//! first.
//!
//! Within one file this finds every edit, but not a history that somebody rewrote from end to end, nor one cut
//! off at its end: those show only against an anchor kept elsewhere.

use rusqlite::{Connection, Statement};

use crate::cursor::{Cursor, JOURNALLED, Journalled};
use crate::trail::{self, Hash, StoredEvent};
use crate::{Result, schema};

/// After so many faults the rest would only tire the reader.
const ENOUGH: usize = 100;

/// Something that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// SQLite finds its own file damaged.
    Damaged {
        /// What SQLite says.
        detail: String,
    },
    /// A table, index, trigger or view that is missing, added or changed.
    Schema {
        /// Kind and name, such as `trigger audit_event_delete`.
        object: String,
    },
    /// The numbers do not run on.
    Gap {
        /// The number that should stand here.
        expected: i64,
        /// The number that does.
        found: i64,
    },
    /// The event's content does not give its hash.
    EventChanged {
        /// The event.
        seq: i64,
    },
    /// The rows are not those that the event wrote.
    RowsChanged {
        /// The event.
        seq: i64,
        /// The table.
        table: String,
        /// How many rows the event says it wrote.
        expected: u64,
        /// How many there are.
        found: u64,
    },
    /// A row that no event wrote.
    StrayRow {
        /// The table.
        table: String,
        /// The row's key.
        key: String,
    },
}

/// The outcome of a verification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// How many events were looked at.
    pub events: u64,
    /// How many rows.
    pub rows: u64,
    /// The hash of the last event.
    pub head: Option<Hash>,
    /// What does not fit, first fault first; at most a hundred.
    pub faults: Vec<Fault>,
}

/// How far it is: events done, events in all.
pub type Progress<'a> = &'a mut dyn FnMut(u64, u64);

/// Verifies everything, in one consistent view of the file.
pub fn verify(connection: &Connection, progress: Progress<'_>) -> Result<Verdict> {
    verify_at(connection, schema::schema_version(), progress)
}

/// The same for a file that may be older than this program.
pub(crate) fn verify_at(connection: &Connection, version: u32, progress: Progress<'_>) -> Result<Verdict> {
    let view = connection.unchecked_transaction()?;
    let mut verdict = Verdict {
        events: 0,
        rows: 0,
        head: None,
        faults: damage(&view)?,
    };
    verdict.faults.extend(schema_faults(&view, version)?);
    // What cannot even be read is a finding too, and no failure of the search.
    if let Err(error) = walk(&view, version, &mut verdict, progress) {
        verdict.faults.push(Fault::Damaged {
            detail: error.to_string(),
        });
    }
    verdict.faults.truncate(ENOUGH);
    Ok(verdict)
}

fn damage(connection: &Connection) -> Result<Vec<Fault>> {
    let mut faults = Vec::new();
    let mut check = connection.prepare("PRAGMA integrity_check(20)")?;
    for line in check.query_map([], |row| row.get::<_, String>(0))? {
        let detail = line?;
        if detail != "ok" {
            faults.push(Fault::Damaged { detail });
        }
    }
    let mut check = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = check.query([])?;
    while let Some(row) = rows.next()? {
        let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
        faults.push(Fault::Damaged {
            detail: format!("{table}: a row refers to a missing row of {parent}"),
        });
    }
    Ok(faults)
}

fn schema_faults(connection: &Connection, version: u32) -> Result<Vec<Fault>> {
    let expected = schema::expected_statements_at(version)?;
    let found = schema::statements(connection)?;
    let objects = expected
        .keys()
        .chain(found.keys().filter(|object| !expected.contains_key(*object)));
    let differs = objects.filter(|object| expected.get(*object) != found.get(*object));
    Ok(differs
        .map(|object| Fault::Schema {
            object: object.clone(),
        })
        .collect())
}

/// The tables that a file of this version has, of those that the trail vouches for.
pub(crate) fn journalled_at(version: u32) -> Result<Vec<&'static Journalled>> {
    let expected = schema::expected_statements_at(version)?;
    let exists = |table: &&Journalled| expected.contains_key(&format!("table {}", table.name));
    Ok(JOURNALLED.iter().filter(exists).collect())
}

fn walk(connection: &Connection, version: u32, verdict: &mut Verdict, progress: Progress<'_>) -> Result<()> {
    let tables = journalled_at(version)?;
    let total: u64 = connection.query_row("SELECT count(*) FROM audit_event", [], |row| row.get(0))?;
    let mut statements: Vec<Statement<'_>> = tables
        .iter()
        .map(|table| table.statement(connection))
        .collect::<Result<_>>()?;
    let mut cursors = Vec::new();
    for (table, statement) in tables.iter().zip(&mut statements) {
        cursors.push(Cursor::new(table, statement)?);
    }
    let mut query = connection.prepare(&format!("{} ORDER BY seq", trail::SELECT))?;
    let mut rows = query.query([])?;
    let mut last = (0, Hash::NONE);
    while let Some(row) = rows.next()? {
        let event = trail::read(row)?;
        check_event(&event, last, verdict)?;
        for (table, cursor) in tables.iter().zip(&mut cursors) {
            check_rows(&event, table.name, cursor, verdict)?;
        }
        last = (event.event.seq, event.hash);
        verdict.events += 1;
        verdict.head = Some(event.hash);
        if verdict.events.is_multiple_of(1024) || verdict.events == total {
            progress(verdict.events, total);
        }
    }
    for (table, cursor) in tables.iter().zip(&mut cursors) {
        report_stray(table.name, cursor.rest()?, verdict);
    }
    Ok(())
}

fn check_event(stored: &StoredEvent, last: (i64, Hash), verdict: &mut Verdict) -> Result<()> {
    let event = &stored.event;
    if event.seq != last.0 + 1 {
        verdict.faults.push(Fault::Gap {
            expected: last.0 + 1,
            found: event.seq,
        });
    }
    // What is stored must be well formed: otherwise a byte could change without changing the hash.
    if !stored.well_formed || event.hash(&last.1)? != stored.hash {
        verdict.faults.push(Fault::EventChanged { seq: event.seq });
    }
    Ok(())
}

fn check_rows(
    stored: &StoredEvent,
    table: &str,
    cursor: &mut Cursor<'_>,
    verdict: &mut Verdict,
) -> Result<()> {
    let event = &stored.event;
    let (found, stray) = cursor.take(event.seq)?;
    report_stray(table, stray, verdict);
    verdict.rows += found.count;
    let claim = &event.payload["rows"][table];
    let expected = claim["count"].as_u64().unwrap_or(0);
    let same =
        expected == found.count && (expected == 0 || claim["digest"].as_str() == Some(found.digest.as_str()));
    if !same {
        verdict.faults.push(Fault::RowsChanged {
            seq: event.seq,
            table: table.to_owned(),
            expected,
            found: found.count,
        });
    }
    Ok(())
}

fn report_stray(table: &str, keys: Vec<String>, verdict: &mut Verdict) {
    let faults = keys.into_iter().map(|key| Fault::StrayRow {
        table: table.to_owned(),
        key,
    });
    verdict.faults.extend(faults);
}
