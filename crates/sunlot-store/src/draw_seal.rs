//! The table `draw_seal`: what was sealed, to the byte, with the secret that was taken then. A sealed draw goes on; the table takes no
//! second seal before it has ended.

use rusqlite::{Connection, OptionalExtension, Row, ToSql};

use crate::documents::{self, Document};
use crate::packed::{pack, unpack};
use crate::{Change, Result};

pub use crate::documents::Stored;

/// A sealed draw, without its manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealRow {
    /// Of which ceremony.
    pub ceremony: i64,
    /// Of which task.
    pub task: i64,
    /// Whether it is only tried out.
    pub rehearsal: bool,
    /// The number of the draw.
    pub sequence: i64,
    /// Which try of its task it is.
    pub attempt: i64,
    /// Its name.
    pub draw_id: String,
    /// When.
    pub sealed_at: String,
    /// What the room was shown.
    pub commitment: [u8; 32],
    /// The digest of the manifest.
    pub digest: [u8; 32],
    /// The machine's share.
    pub secret: [u8; 32],
}

/// The same with the manifest, packed: only on its way into the table.
struct Whole<'r> {
    row: &'r SealRow,
    manifest: Vec<u8>,
}

const COLUMNS: &[&str] = &[
    "ceremony",
    "task",
    "rehearsal",
    "sequence",
    "attempt",
    "draw_id",
    "sealed_at",
    "commitment",
    "digest",
    "secret",
];

impl SealRow {
    fn listed(&self) -> Vec<&dyn ToSql> {
        vec![
            &self.ceremony,
            &self.task,
            &self.rehearsal,
            &self.sequence,
            &self.attempt,
            &self.draw_id,
            &self.sealed_at,
            &self.commitment,
            &self.digest,
            &self.secret,
        ]
    }
}

impl Document for SealRow {
    const TABLE: &'static str = "draw_seal";
    const COLUMNS: &'static [&'static str] = COLUMNS;

    fn values(&self) -> Vec<&dyn ToSql> {
        self.listed()
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            ceremony: row.get("ceremony")?,
            task: row.get("task")?,
            rehearsal: row.get("rehearsal")?,
            sequence: row.get("sequence")?,
            attempt: row.get("attempt")?,
            draw_id: row.get("draw_id")?,
            sealed_at: row.get("sealed_at")?,
            commitment: row.get("commitment")?,
            digest: row.get("digest")?,
            secret: row.get("secret")?,
        })
    }
}

/// Writes a seal with the manifest that it is of; answers with its number.
pub fn add(change: &Change<'_>, row: &SealRow, manifest: &[u8]) -> Result<i64> {
    let whole = Whole {
        row,
        manifest: pack(manifest)?,
    };
    let next = "SELECT coalesce(max(id), 0) + 1 FROM draw_seal";
    let id: i64 = change.tx().query_row(next, [], |row| row.get(0))?;
    let marks: Vec<String> = (3..=COLUMNS.len() + 3).map(|place| format!("?{place}")).collect();
    let insert = format!(
        "INSERT INTO draw_seal (id, version, event, {}, manifest) VALUES (?1, 1, ?2, {})",
        COLUMNS.join(", "),
        marks.join(", ")
    );
    let seq = change.seq();
    let mut values: Vec<&dyn ToSql> = vec![&id, &seq];
    values.extend(whole.row.listed());
    values.push(&whole.manifest);
    change.tx().prepare_cached(&insert)?.execute(&*values)?;
    Ok(id)
}

/// The seal of a ceremony.
pub fn of_ceremony(connection: &Connection, ceremony: i64) -> Result<Option<Stored<SealRow>>> {
    let found = documents::latest(connection, "AND ceremony = ?1", &[&ceremony])?;
    Ok(found.into_iter().next())
}

/// One of them.
pub fn by_id(connection: &Connection, id: i64) -> Result<Option<Stored<SealRow>>> {
    documents::by_id(connection, id)
}

/// All of them, the oldest first; those that were only tried out apart.
pub fn all(connection: &Connection, rehearsal: bool) -> Result<Vec<Stored<SealRow>>> {
    documents::latest(connection, "AND rehearsal = ?1", &[&rehearsal])
}

/// The manifest of a seal, as the bytes that were hashed.
pub fn manifest(connection: &Connection, id: i64) -> Result<Option<Vec<u8>>> {
    let mut query = connection.prepare_cached("SELECT manifest FROM draw_seal WHERE id = ?1")?;
    let packed: Option<Vec<u8>> = query.query_row([id], |row| row.get(0)).optional()?;
    packed.as_deref().map(unpack).transpose()
}
