//! Whether the accounts are those that the trail vouches for, without walking through the whole of it: whoever writes a
//! password of their own into the file must not get further with it than to the next start.
//!
//! Wrong passwords in a row are left to the whole verification: there is much of them, and little to gain.

use std::collections::BTreeSet;

use rusqlite::{Connection, Statement};
use serde_json::Value;

use crate::cursor::{Cursor, JOURNALLED, Journalled};
use crate::verify::{Fault, rows_fault};
use crate::{Result, trail};

/// The tables that say who may enter.
const TABLES: [&str; 3] = ["account", "account_password", "account_recovery"];

/// The events that write them; others may renew a weak hash, and their rows name them.
const KINDS: [&str; 7] = [
    "account.begun",
    "account.added",
    "account.changed",
    "account.reset",
    "account.recovered",
    "password.changed",
    "recovery.made",
];

/// What of the accounts does not fit; nothing where all of it does.
pub fn accounts(connection: &Connection) -> Result<Vec<Fault>> {
    let events = events(connection)?;
    let mut faults = Vec::new();
    for seq in &events {
        match trail::event_fits(connection, *seq)? {
            // The event after it holds its hash.
            Some(true) if trail::event_fits(connection, seq + 1)? != Some(false) => {}
            Some(_) => faults.push(Fault::EventChanged { seq: *seq }),
            None => {}
        }
    }
    for table in JOURNALLED.iter().filter(|table| TABLES.contains(&table.name)) {
        let mut statement = table.statement(connection, i64::MIN)?;
        faults.extend(of_table(connection, table, &mut statement, &events)?);
    }
    Ok(faults)
}

/// Every event that wrote accounts, or that an account's row names.
fn events(connection: &Connection) -> Result<BTreeSet<i64>> {
    let mut events = BTreeSet::new();
    let mut by_kind = connection.prepare_cached("SELECT seq FROM audit_event WHERE kind = ?1")?;
    for kind in KINDS {
        for seq in by_kind.query_map([kind], |row| row.get(0))? {
            events.insert(seq?);
        }
    }
    for table in TABLES {
        let mut named = connection.prepare_cached(&format!("SELECT DISTINCT event FROM {table}"))?;
        for seq in named.query_map([], |row| row.get(0))? {
            events.insert(seq?);
        }
    }
    Ok(events)
}

fn of_table(
    connection: &Connection,
    table: &'static Journalled,
    statement: &mut Statement<'_>,
    events: &BTreeSet<i64>,
) -> Result<Vec<Fault>> {
    let mut faults = Vec::new();
    let mut rows = Cursor::new(table, statement)?;
    for seq in events {
        let (found, _) = rows.take(*seq)?;
        let payload =
            trail::event(connection, *seq)?.map_or_else(Value::default, |stored| stored.event.payload);
        faults.extend(rows_fault(*seq, &payload, table.name, &found));
    }
    Ok(faults)
}
