//! What the office remembers of its backups: the tables `backup_setting` (where they go, how many are kept)
//! and `backup_made` (one row for each that was written and verified). The files themselves are `backup`'s.

use rusqlite::{Connection, OptionalExtension, Row};

use crate::{Change, Result};

/// How many automatic backups are kept where nobody said otherwise.
pub const USUAL_KEEP: u32 = 10;

/// Where backups go and how many are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingRow {
    /// The chosen folder; empty: none yet.
    pub folder: String,
    /// How many automatic ones are kept in each place.
    pub keep: u32,
    /// Whether one is made when the program is left.
    pub automatic: bool,
}

impl Default for SettingRow {
    fn default() -> Self {
        Self {
            folder: String::new(),
            keep: USUAL_KEEP,
            automatic: true,
        }
    }
}

/// A backup that was written and verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeRow {
    /// The file's name.
    pub file: String,
    /// The folder it was written into.
    pub folder: String,
    /// Its bytes.
    pub size: i64,
    /// The digest at its end.
    pub digest: String,
    /// The digest of its manifest.
    pub manifest: String,
    /// Why it was made.
    pub occasion: String,
    /// Whether it has a passphrase.
    pub sealed: bool,
    /// The last event in it.
    pub seq: i64,
    /// When it was made.
    pub made_at: String,
}

/// The settings in force, and the number of their version (0 before the first).
pub fn setting(connection: &Connection) -> Result<(i64, SettingRow)> {
    let found = connection
        .query_row(
            "SELECT version, folder, keep, automatic FROM backup_setting ORDER BY version DESC LIMIT 1",
            [],
            |row| {
                let row_found = SettingRow {
                    folder: row.get(1)?,
                    keep: row.get(2)?,
                    automatic: row.get(3)?,
                };
                Ok((row.get(0)?, row_found))
            },
        )
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// Writes the next version of the settings.
pub fn insert_setting(change: &Change<'_>, row: &SettingRow) -> Result<i64> {
    let (version, _) = setting(change.tx())?;
    change.tx().execute(
        "INSERT INTO backup_setting (id, version, event, folder, keep, automatic) VALUES (1, ?1, ?2, ?3, ?4, ?5)",
        (version + 1, change.seq(), &row.folder, row.keep, row.automatic),
    )?;
    Ok(version + 1)
}

/// Writes down a backup.
pub fn insert_made(change: &Change<'_>, row: &MadeRow) -> Result<()> {
    change.tx().execute(
        "INSERT INTO backup_made (id, version, event, file, folder, size, digest, manifest, occasion, sealed, seq, \
         made_at) SELECT coalesce(max(id), 0) + 1, 1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 FROM backup_made",
        (
            change.seq(),
            &row.file,
            &row.folder,
            row.size,
            &row.digest,
            &row.manifest,
            &row.occasion,
            row.sealed,
            row.seq,
            &row.made_at,
        ),
    )?;
    Ok(())
}

const SELECT: &str =
    "SELECT file, folder, size, digest, manifest, occasion, sealed, seq, made_at FROM backup_made";

fn read(row: &Row<'_>) -> rusqlite::Result<MadeRow> {
    Ok(MadeRow {
        file: row.get(0)?,
        folder: row.get(1)?,
        size: row.get(2)?,
        digest: row.get(3)?,
        manifest: row.get(4)?,
        occasion: row.get(5)?,
        sealed: row.get(6)?,
        seq: row.get(7)?,
        made_at: row.get(8)?,
    })
}

/// The last backup that was made.
pub fn last_made(connection: &Connection) -> Result<Option<MadeRow>> {
    let found = connection
        .query_row(&format!("{SELECT} ORDER BY id DESC LIMIT 1"), [], read)
        .optional()?;
    Ok(found)
}

/// The last backup that was written into this folder.
pub fn last_made_in(connection: &Connection, folder: &str) -> Result<Option<MadeRow>> {
    let found = connection
        .query_row(
            &format!("{SELECT} WHERE folder = ?1 ORDER BY id DESC LIMIT 1"),
            [folder],
            read,
        )
        .optional()?;
    Ok(found)
}

/// The backups that have event number `seq`, the oldest first.
pub fn made_since(connection: &Connection, seq: i64) -> Result<Vec<MadeRow>> {
    let mut query = connection.prepare_cached(&format!("{SELECT} WHERE seq >= ?1 ORDER BY id"))?;
    let rows = query.query_map([seq], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The backup with this digest, if this office made and verified it.
pub fn made_with(connection: &Connection, digest: &str) -> Result<Option<MadeRow>> {
    let found = connection
        .query_row(
            &format!("{SELECT} WHERE digest = ?1 ORDER BY id DESC LIMIT 1"),
            [digest],
            read,
        )
        .optional()?;
    Ok(found)
}

/// How many events came after number `seq` that tell of something else than a backup.
pub fn changes_since(connection: &Connection, seq: i64) -> Result<i64> {
    Ok(connection.query_row(
        "SELECT (SELECT coalesce(max(seq), 0) FROM audit_event) - ?1 - (SELECT count(*) FROM backup_made WHERE event > ?1)",
        [seq],
        |row| row.get(0),
    )?)
}
