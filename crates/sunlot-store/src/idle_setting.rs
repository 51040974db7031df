//! The table `idle_setting`: after how long without anybody the screen is locked, as append-only versions.

use rusqlite::{Connection, OptionalExtension};

use crate::{Change, Result};

/// The minutes in force; none where nobody has chosen any.
pub fn minutes(connection: &Connection) -> Result<Option<u32>> {
    let mut query =
        connection.prepare_cached("SELECT minutes FROM idle_setting ORDER BY version DESC LIMIT 1")?;
    Ok(query.query_row([], |row| row.get(0)).optional()?)
}

/// Writes the next version.
pub fn insert(change: &Change<'_>, minutes: u32) -> Result<()> {
    change.tx().execute(
        "INSERT INTO idle_setting (id, version, event, minutes)
         SELECT 1, coalesce(max(version), 0) + 1, ?1, ?2 FROM idle_setting",
        (change.seq(), minutes),
    )?;
    Ok(())
}
