//! The tables `station_key` and `station_statement`: the station's keys, and what it has signed about them.
//!
//! Only public parts; the private ones lie wrapped in a file of their own ([`crate::key_file`]). What a statement means is
//! `sunlot-draw`'s business.

use rusqlite::{Connection, OptionalExtension, Row};

use crate::{Change, Result};

/// What became of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyState {
    /// It signs.
    InForce,
    /// Another took its place in good order.
    Retired,
    /// Nobody can use it any more, or somebody else may.
    Lost,
    /// It does not count.
    Revoked,
}

impl KeyState {
    const ALL: [(Self, &'static str); 4] = [
        (Self::InForce, "in_force"),
        (Self::Retired, "retired"),
        (Self::Lost, "lost"),
        (Self::Revoked, "revoked"),
    ];

    fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(state, _)| *state == self)
            .map_or("in_force", |(_, name)| name)
    }

    fn named(name: &str) -> Self {
        // The table takes no other name.
        Self::ALL
            .iter()
            .find(|(_, known)| *known == name)
            .map_or(Self::InForce, |(state, _)| *state)
    }
}

/// A version of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRow {
    /// The Ed25519 public key.
    pub public_key: [u8; 32],
    /// Its fingerprint.
    pub fingerprint: String,
    /// The certificate, DER.
    pub certificate: Vec<u8>,
    /// Its SHA-256.
    pub certificate_digest: [u8; 32],
    /// Until when it is valid, RFC 3339.
    pub certificate_until: String,
    /// The epoch that it came in with.
    pub epoch: u64,
    /// What became of it.
    pub state: KeyState,
    /// Since when it is in force.
    pub made_at: String,
    /// From when it does not count.
    pub ended_at: Option<String>,
    /// Why it is as it is; empty for a first key.
    pub reason: String,
    /// SHA-256 of the file that holds the private parts; only of the one in force.
    pub file_digest: Option<[u8; 32]>,
}

/// A key as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredKey {
    /// Its number, from 1.
    pub id: i64,
    /// Its version, from 1.
    pub version: i64,
    /// The values.
    pub row: KeyRow,
}

const LATEST: &str =
    "SELECT id, version, public_key, fingerprint, certificate, certificate_digest, certificate_until, epoch,
            state, made_at, ended_at, reason, file_digest FROM station_key k
     WHERE version = (SELECT max(version) FROM station_key WHERE id = k.id)";

/// Every key, the first one first.
pub fn keys(connection: &Connection) -> Result<Vec<StoredKey>> {
    let mut query = connection.prepare_cached(&format!("{LATEST} ORDER BY id"))?;
    let rows = query.query_map([], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The key in force.
pub fn in_force(connection: &Connection) -> Result<Option<StoredKey>> {
    let mut query = connection.prepare_cached(&format!(
        "{LATEST} AND state = 'in_force' ORDER BY id DESC LIMIT 1"
    ))?;
    Ok(query.query_row([], read).optional()?)
}

/// Writes a new key; answers with its number.
pub fn insert(change: &Change<'_>, row: &KeyRow) -> Result<i64> {
    let next = "SELECT coalesce(max(id), 0) + 1 FROM station_key";
    let id = change.tx().query_row(next, [], |row| row.get(0))?;
    write(change, id, row)?;
    Ok(id)
}

/// Writes the next version of a key.
pub fn update(change: &Change<'_>, id: i64, row: &KeyRow) -> Result<()> {
    write(change, id, row)
}

fn write(change: &Change<'_>, id: i64, row: &KeyRow) -> Result<()> {
    change.tx().execute(
        "INSERT INTO station_key (id, version, event, public_key, fingerprint, certificate, certificate_digest,
                                  certificate_until, epoch, state, made_at, ended_at, reason, file_digest)
         SELECT ?1, coalesce(max(version), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13
         FROM station_key WHERE id = ?1",
        (
            id,
            change.seq(),
            row.public_key,
            &row.fingerprint,
            &row.certificate,
            row.certificate_digest,
            &row.certificate_until,
            row.epoch,
            row.state.name(),
            &row.made_at,
            &row.ended_at,
            &row.reason,
            row.file_digest,
        ),
    )?;
    Ok(())
}

/// Every statement with its signatures, as canonical JSON, in order.
pub fn statements(connection: &Connection) -> Result<Vec<String>> {
    let mut query = connection.prepare_cached("SELECT signed FROM station_statement ORDER BY id")?;
    let rows = query.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Appends a statement.
pub fn state(change: &Change<'_>, digest: &[u8; 32], signed: &str) -> Result<()> {
    change.tx().execute(
        "INSERT INTO station_statement (id, version, event, digest, signed)
         SELECT coalesce(max(id), 0) + 1, 1, ?1, ?2, ?3 FROM station_statement",
        (change.seq(), digest, signed),
    )?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<StoredKey> {
    Ok(StoredKey {
        id: row.get(0)?,
        version: row.get(1)?,
        row: KeyRow {
            public_key: row.get(2)?,
            fingerprint: row.get(3)?,
            certificate: row.get(4)?,
            certificate_digest: row.get(5)?,
            certificate_until: row.get(6)?,
            epoch: row.get(7)?,
            state: KeyState::named(&row.get::<_, String>(8)?),
            made_at: row.get(9)?,
            ended_at: row.get(10)?,
            reason: row.get(11)?,
            file_digest: row.get(12)?,
        },
    })
}
