//! The tables `personal_note` (what is kept of whom and why, vouched for by the trail) and `personal_field` (the sealed
//! values, which the trail does not know, so that one can be erased and the trail still fits).
//!
//! What is sealed and under which key is not known here; the file of the key lies where [`key_file`] reads it.

use std::fs;
use std::io::ErrorKind;

use rusqlite::{Connection, OptionalExtension, Row};

use crate::folder::{create_private, sync_folder};
use crate::whole_file::{self, Readers};
use crate::{Change, Error, OfficeFolder, Result};

/// A key is a hundred bytes; a file that is longer is none.
const LARGEST_KEY: u64 = 4096;

/// A value that is kept, or was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteRow {
    /// What sort of person or thing it belongs to.
    pub holder_kind: String,
    /// Which one.
    pub holder: String,
    /// Which of its values.
    pub field: String,
    /// The salted digest of the value.
    pub commitment: [u8; 32],
    /// By which the key is known that seals it.
    pub key_mark: [u8; 8],
    /// Why it is kept.
    pub reason: String,
}

/// A note as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredNote {
    /// Its number, from 1; it never passes to another value.
    pub id: i64,
    /// The event that began it.
    pub event: i64,
    /// What it says.
    pub row: NoteRow,
}

/// A value as it lies on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedValue {
    /// The nonce.
    pub nonce: Vec<u8>,
    /// What is sealed.
    pub sealed: Vec<u8>,
}

const KEPT: &str =
    "SELECT id, event, holder_kind, holder, field, commitment, key_mark, reason FROM personal_note n
     WHERE version = 1 AND NOT EXISTS (SELECT 1 FROM personal_note WHERE id = n.id AND version = 2)";

/// Every value that is kept, in the order in which they came.
pub fn kept(connection: &Connection) -> Result<Vec<StoredNote>> {
    let mut query = connection.prepare_cached(&format!("{KEPT} ORDER BY id"))?;
    let rows = query.query_map([], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The value of this name that is kept of this holder.
pub fn kept_of(connection: &Connection, kind: &str, holder: &str, field: &str) -> Result<Option<StoredNote>> {
    let mut query = connection.prepare_cached(&format!(
        "{KEPT} AND holder_kind = ?1 AND holder = ?2 AND field = ?3 ORDER BY id DESC LIMIT 1"
    ))?;
    Ok(query.query_row((kind, holder, field), read).optional()?)
}

/// How many values were erased after event `seq` that were kept until then.
pub fn erased_since(connection: &Connection, seq: i64) -> Result<u64> {
    Ok(connection.query_row(
        "SELECT count(*) FROM personal_note kept JOIN personal_note erased USING (id)
         WHERE kept.version = 1 AND kept.event <= ?1 AND erased.version = 2 AND erased.event > ?1",
        [seq],
        |row| row.get(0),
    )?)
}

/// The commitments of all values that were erased.
pub fn erased(connection: &Connection) -> Result<Vec<[u8; 32]>> {
    let mut query =
        connection.prepare_cached("SELECT commitment FROM personal_note WHERE version = 2 ORDER BY id")?;
    let rows = query.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Begins a note; answers with its number, under which its value is then sealed.
pub fn note(change: &Change<'_>, row: &NoteRow) -> Result<i64> {
    let next = "SELECT coalesce(max(id), 0) + 1 FROM personal_note";
    let id = change.tx().query_row(next, [], |row| row.get(0))?;
    write(change, id, row, "kept", &row.reason)?;
    Ok(id)
}

/// Lays down the sealed value of a note.
pub fn lay(change: &Change<'_>, note: i64, value: &SealedValue) -> Result<()> {
    insert(change, note, value)
}

/// The sealed value of a note; none where somebody took it away.
pub fn sealed(connection: &Connection, note: i64) -> Result<Option<SealedValue>> {
    let mut query = connection.prepare_cached("SELECT nonce, sealed FROM personal_field WHERE note = ?1")?;
    Ok(query
        .query_row([note], |row| {
            Ok(SealedValue {
                nonce: row.get(0)?,
                sealed: row.get(1)?,
            })
        })
        .optional()?)
}

/// Erases a value: its note says so from now on, and the sealed bytes are gone.
///
/// A row that is deleted is overwritten, but not the copy of it that is left behind where SQLite once moved it from one
/// page to another. So the whole table is emptied, which overwrites all of its pages, and what is kept is laid down
/// anew. There is little of it.
pub fn erase(change: &Change<'_>, note: &StoredNote, reason: &str) -> Result<()> {
    write(change, note.id, &note.row, "erased", reason)?;
    let mut staying = Vec::new();
    for kept in kept(change.tx())? {
        if let Some(value) = sealed(change.tx(), kept.id)? {
            staying.push((kept.id, value));
        }
    }
    // Without a condition, all pages are freed as a whole; `secure_delete` fills each of them with zeros.
    change.tx().execute("DELETE FROM personal_field", [])?;
    for (id, value) in &staying {
        insert(change, *id, value)?;
    }
    Ok(())
}

fn insert(change: &Change<'_>, note: i64, value: &SealedValue) -> Result<()> {
    change.tx().execute(
        "INSERT INTO personal_field (note, nonce, sealed) VALUES (?1, ?2, ?3)",
        (note, &value.nonce, &value.sealed),
    )?;
    Ok(())
}

fn write(change: &Change<'_>, id: i64, row: &NoteRow, state: &str, reason: &str) -> Result<()> {
    change.tx().execute(
        "INSERT INTO personal_note (id, version, event, holder_kind, holder, field, commitment, key_mark, state, reason)
         SELECT ?1, coalesce(max(version), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 FROM personal_note WHERE id = ?1",
        (
            id,
            change.seq(),
            &row.holder_kind,
            &row.holder,
            &row.field,
            row.commitment,
            row.key_mark,
            state,
            reason,
        ),
    )?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<StoredNote> {
    Ok(StoredNote {
        id: row.get(0)?,
        event: row.get(1)?,
        row: NoteRow {
            holder_kind: row.get(2)?,
            holder: row.get(3)?,
            field: row.get(4)?,
            commitment: row.get(5)?,
            key_mark: row.get(6)?,
            reason: row.get(7)?,
        },
    })
}

/// The file of the key; `None` where there is none. One that is far too long is not read, and so comes back empty.
pub fn key_file(folder: &OfficeFolder) -> Result<Option<Vec<u8>>> {
    let path = folder.personal_key();
    match fs::metadata(&path) {
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(None),
        Ok(about) if about.len() > LARGEST_KEY || !about.is_file() => return Ok(Some(Vec::new())),
        _ => {}
    }
    match fs::read(&path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(None),
        Err(e) if e.kind() == ErrorKind::PermissionDenied => {
            Err(Error::Unreadable(format!("{}: {e}", path.display())))
        }
        Err(e) => Err(Error::io(path, e)),
    }
}

/// Lays the file of a new key down, durably, before anything is sealed under it.
pub fn lay_key_file(folder: &OfficeFolder, bytes: &[u8]) -> Result<()> {
    let keys = folder.keys();
    if !keys.exists() {
        create_private(&keys)?;
        sync_folder(folder.path())?;
    }
    whole_file::write(&folder.personal_key(), bytes, Readers::Owner)
}
