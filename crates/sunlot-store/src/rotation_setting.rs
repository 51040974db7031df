//! The table `rotation_setting`: how long two people, or a person and a target, should not meet again, as append-only
//! versions.

use rusqlite::{Connection, OptionalExtension};

use crate::{Change, Result};

/// The months in force; none where nobody has chosen any.
pub fn months(connection: &Connection) -> Result<Option<u32>> {
    let mut query =
        connection.prepare_cached("SELECT months FROM rotation_setting ORDER BY version DESC LIMIT 1")?;
    Ok(query.query_row([], |row| row.get(0)).optional()?)
}

/// Writes the next version.
pub fn insert(change: &Change<'_>, months: u32) -> Result<()> {
    change.tx().execute(
        "INSERT INTO rotation_setting (id, version, event, months)
         SELECT 1, coalesce(max(version), 0) + 1, ?1, ?2 FROM rotation_setting",
        (change.seq(), months),
    )?;
    Ok(())
}
