//! What SQLite keeps in order row by row, set aside while very many rows are written and made again by the same words: lists
//! of rows, and the guards of new rows where a writer asks all at once what they ask of each.
//!
//! All of it happens inside the change: one that does not come to its end has set nothing aside.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use crate::{Change, Result};

/// The statements that make it again.
pub(crate) struct SetAside(Vec<String>);

/// Takes away the lists of these tables.
pub(crate) fn lists(change: &Change<'_>, tables: &[&str]) -> Result<SetAside> {
    take(change, "index", "tbl_name", tables)
}

/// Takes away these guards.
pub(crate) fn guards(change: &Change<'_>, names: &[&str]) -> Result<SetAside> {
    take(change, "trigger", "name", names)
}

fn take(change: &Change<'_>, kind: &str, column: &str, names: &[&str]) -> Result<SetAside> {
    let places = vec!["?"; names.len()].join(", ");
    let mut query = change.tx().prepare(&format!(
        "SELECT name, sql FROM sqlite_schema
         WHERE type = ? AND sql IS NOT NULL AND {column} IN ({places}) ORDER BY name"
    ))?;
    let asked = std::iter::once(kind).chain(names.iter().copied());
    let asked = params_from_iter(asked.map(|text| Value::Text(text.to_owned())));
    let found: Vec<(String, String)> = query
        .query_map(asked, |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (name, _) in &found {
        change.tx().execute_batch(&format!("DROP {kind} {name}"))?;
    }
    Ok(SetAside(found.into_iter().map(|(_, sql)| sql).collect()))
}

impl SetAside {
    /// Makes it again.
    pub(crate) fn restore(self, change: &Change<'_>) -> Result<()> {
        for sql in self.0 {
            change.tx().execute_batch(&sql)?;
        }
        Ok(())
    }
}

/// How much SQLite keeps in memory meanwhile, and otherwise: in KiB, as SQLite counts them.
const CACHE_FOR_MANY: i32 = -65_536;
const CACHE: i32 = -2_000;

/// Settings of SQLite that hold while very many rows are written, and not a moment longer.
pub(crate) struct Settings<'c> {
    connection: &'c Connection,
}

impl<'c> Settings<'c> {
    /// More memory, a second thread for sorting, and checks of columns left to the writer.
    pub(crate) fn for_many(connection: &'c Connection) -> Result<Self> {
        let settings = Self { connection };
        connection.pragma_update(None, "cache_size", CACHE_FOR_MANY)?;
        connection.pragma_update(None, "threads", 1)?;
        connection.pragma_update(None, "ignore_check_constraints", true)?;
        Ok(settings)
    }
}

impl Drop for Settings<'_> {
    fn drop(&mut self) {
        // None can fail on a connection that is open; and the next opening sets nothing of the kind.
        let _ = self
            .connection
            .pragma_update(None, "ignore_check_constraints", false);
        let _ = self.connection.pragma_update(None, "threads", 0);
        let _ = self.connection.pragma_update(None, "cache_size", CACHE);
    }
}
