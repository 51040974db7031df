//! Whether what is in force is what the trail vouches for, without walking through the whole of it: whoever writes a
//! password, a name or a setting of their own into the file must not get further with it than to the next start.
//!
//! Accounts are looked at from the first row on, everything else in its latest versions. What is no longer in force is the
//! whole verification's.

use std::collections::BTreeSet;

use rusqlite::Connection;
use serde_json::Value;

use crate::cursor::{JOURNALLED, Journalled};
use crate::verify::{Fault, rows_fault};
use crate::{Result, trail};

/// The tables that say who may enter.
const ACCOUNTS: [&str; 3] = ["account", "account_password", "account_recovery"];

/// Wrong passwords in a row: of these the latest count is enough.
const ATTEMPTS: &str = "account_attempt";

/// What is not looked at on the way in: of some there is much and nothing is in force, and the registries may hold a
/// million rows each. They are the whole verification's, and before a draw its pool is.
const LEFT_OUT: [&str; 7] = [
    "backup_made",
    "target",
    "target_flag",
    "visit",
    "roster_import",
    "inspector",
    "inspector_conflict",
];

/// The events that write accounts; others may renew a weak hash, and their rows name them.
const ACCOUNT_KINDS: [&str; 7] = [
    "account.begun",
    "account.added",
    "account.changed",
    "account.reset",
    "account.recovered",
    "password.changed",
    "recovery.made",
];

/// The newest events of these kinds must still have their rows: a latest version that was taken away brings the one before
/// it back into force.
const LATEST_KINDS: [&str; 12] = [
    "account.refused",
    "account.unlocked",
    "profile.saved",
    "station.made",
    "station.rotated",
    "station.lost",
    "station.revoked",
    "station.rewrapped",
    "backup.settings_saved",
    "idle.saved",
    "rotation.saved",
    "office.restored",
];

/// What of the accounts does not fit; nothing where all of it does.
pub fn accounts(connection: &Connection) -> Result<Vec<Fault>> {
    let mut events = BTreeSet::new();
    for kind in ACCOUNT_KINDS {
        seqs(
            connection,
            "SELECT seq FROM audit_event WHERE kind = ?1",
            Some(kind),
            &mut events,
        )?;
    }
    for table in ACCOUNTS {
        seqs(
            connection,
            &format!("SELECT DISTINCT event FROM {table}"),
            None,
            &mut events,
        )?;
    }
    in_force(connection, ATTEMPTS, &mut events)?;
    newest(connection, &["account.refused", "account.unlocked"], &mut events)?;
    faults(connection, &events, |table| {
        ACCOUNTS.contains(&table) || table == ATTEMPTS
    })
}

/// What of all that is in force does not fit, accounts included.
pub fn current(connection: &Connection) -> Result<Vec<Fault>> {
    let mut found = accounts(connection)?;
    let mut events = BTreeSet::new();
    let others = |table: &str| !ACCOUNTS.contains(&table) && table != ATTEMPTS && !LEFT_OUT.contains(&table);
    for table in JOURNALLED.iter().filter(|table| others(table.name)) {
        in_force(connection, table.name, &mut events)?;
    }
    newest(connection, &LATEST_KINDS, &mut events)?;
    let more = faults(connection, &events, others)?;
    found.extend(
        more.into_iter()
            .filter(|fault| !found.contains(fault))
            .collect::<Vec<_>>(),
    );
    Ok(found)
}

/// The events that wrote what is in force. From id to id: of one there may be a million versions.
fn in_force(connection: &Connection, table: &str, events: &mut BTreeSet<i64>) -> Result<()> {
    let mut next = connection.prepare_cached(&format!("SELECT min(id) FROM {table} WHERE id > ?1"))?;
    let mut latest = connection.prepare_cached(&format!(
        "SELECT event FROM {table} WHERE id = ?1 ORDER BY version DESC LIMIT 1"
    ))?;
    let mut last = i64::MIN;
    while let Some(id) = next.query_row([last], |row| row.get::<_, Option<i64>>(0))? {
        events.insert(latest.query_row([id], |row| row.get(0))?);
        last = id;
    }
    Ok(())
}

fn newest(connection: &Connection, kinds: &[&str], events: &mut BTreeSet<i64>) -> Result<()> {
    for kind in kinds {
        let newest = "SELECT max(seq) FROM audit_event WHERE kind = ?1 HAVING max(seq) IS NOT NULL";
        seqs(connection, newest, Some(kind), events)?;
    }
    Ok(())
}

fn seqs(connection: &Connection, sql: &str, kind: Option<&str>, events: &mut BTreeSet<i64>) -> Result<()> {
    let mut query = connection.prepare_cached(sql)?;
    let mut rows = match kind {
        Some(kind) => query.query([kind])?,
        None => query.query([])?,
    };
    while let Some(row) = rows.next()? {
        events.insert(row.get(0)?);
    }
    Ok(())
}

/// Whether these events are what they were, and their rows in these tables what they wrote.
fn faults(connection: &Connection, events: &BTreeSet<i64>, of: impl Fn(&str) -> bool) -> Result<Vec<Fault>> {
    let tables: Vec<&Journalled> = JOURNALLED.iter().filter(|table| of(table.name)).collect();
    let mut faults = Vec::new();
    for seq in events {
        if trail::stands(connection, *seq)? == Some(false) {
            faults.push(Fault::EventChanged { seq: *seq });
        }
        let payload =
            trail::event(connection, *seq)?.map_or_else(Value::default, |stored| stored.event.payload);
        for table in &tables {
            let found = table.digest_of(connection, *seq)?;
            faults.extend(rows_fault(*seq, &payload, table.name, &found));
        }
    }
    Ok(faults)
}
