//! The tables `account`, `account_password`, `account_attempt` and `account_recovery`: who may enter, as append-only
//! versions.
//!
//! Hashes come in made and go out to be compared; what a good password is, and who may do what, is not known here.

use rusqlite::{Connection, OptionalExtension, Row};

use crate::{Change, Result};

/// One version of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountRow {
    /// The name typed to enter, as normalised.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// Prepares and runs draws.
    pub handler: bool,
    /// Confirms what may not be done alone.
    pub supervisor: bool,
    /// Keeps accounts, settings and backups.
    pub administrator: bool,
    /// Looks.
    pub reader: bool,
    /// Whether nobody may enter by it any more.
    pub suspended: bool,
}

/// An account in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredAccount {
    /// Its number, from 1; it never passes to somebody else.
    pub id: i64,
    /// Its version, from 1.
    pub version: i64,
    /// The values.
    pub row: AccountRow,
}

/// How a password came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Its owner chose it.
    Own,
    /// Somebody else set it, and its owner must choose another.
    Reset,
    /// Its owner chose it by the paper recovery code.
    Recovery,
    /// The same password, hashed anew with more work.
    Rehash,
}

impl Origin {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Own, "own"),
        (Self::Reset, "reset"),
        (Self::Recovery, "recovery"),
        (Self::Rehash, "rehash"),
    ];

    fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(origin, _)| *origin == self)
            .map_or("own", |(_, name)| name)
    }

    fn named(name: &str) -> Self {
        // The table takes no other name.
        Self::ALL
            .iter()
            .find(|(_, known)| *known == name)
            .map_or(Self::Own, |(origin, _)| *origin)
    }
}

/// A password in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPassword {
    /// The hash as a PHC string.
    pub hash: String,
    /// How it came to be.
    pub origin: Origin,
}

/// Wrong passwords in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempts {
    /// How many.
    pub wrong: u32,
    /// When the last attempt was, as it stands in the trail.
    pub at: String,
}

const LATEST: &str =
    "SELECT id, version, login, name, handler, supervisor, administrator, reader, suspended FROM account a
     WHERE version = (SELECT max(version) FROM account WHERE id = a.id)";

/// Every account, in the order in which they were made.
pub fn all(connection: &Connection) -> Result<Vec<StoredAccount>> {
    let mut query = connection.prepare_cached(&format!("{LATEST} ORDER BY id"))?;
    let rows = query.query_map([], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether there is any account.
pub fn any(connection: &Connection) -> Result<bool> {
    Ok(connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM account)")?
        .query_row([], |row| row.get(0))?)
}

/// The account of this number.
pub fn by_id(connection: &Connection, id: i64) -> Result<Option<StoredAccount>> {
    let mut query = connection.prepare_cached(&format!("{LATEST} AND id = ?1"))?;
    Ok(query.query_row([id], read).optional()?)
}

/// The account of this login name.
pub fn by_login(connection: &Connection, login: &str) -> Result<Option<StoredAccount>> {
    let mut query = connection.prepare_cached(&format!("{LATEST} AND login = ?1"))?;
    Ok(query.query_row([login], read).optional()?)
}

/// Writes a new account; answers with its number.
pub fn insert(change: &Change<'_>, row: &AccountRow) -> Result<i64> {
    let id = change
        .tx()
        .query_row("SELECT coalesce(max(id), 0) + 1 FROM account", [], |row| {
            row.get(0)
        })?;
    write(change, id, row)?;
    Ok(id)
}

/// Writes the next version of an account.
pub fn update(change: &Change<'_>, id: i64, row: &AccountRow) -> Result<()> {
    write(change, id, row)
}

fn write(change: &Change<'_>, id: i64, row: &AccountRow) -> Result<()> {
    change.tx().execute(
        "INSERT INTO account (id, version, event, login, name, handler, supervisor, administrator, reader, suspended)
         SELECT ?1, coalesce(max(version), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 FROM account WHERE id = ?1",
        (
            id,
            change.seq(),
            &row.login,
            &row.name,
            row.handler,
            row.supervisor,
            row.administrator,
            row.reader,
            row.suspended,
        ),
    )?;
    Ok(())
}

/// The last passwords of an account, the one in force first.
pub fn passwords(connection: &Connection, id: i64, count: u32) -> Result<Vec<StoredPassword>> {
    let mut query = connection.prepare_cached(
        "SELECT hash, origin FROM account_password WHERE id = ?1 ORDER BY version DESC LIMIT ?2",
    )?;
    let rows = query.query_map((id, count), |row| {
        Ok(StoredPassword {
            hash: row.get(0)?,
            origin: Origin::named(&row.get::<_, String>(1)?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes the next password of an account.
pub fn set_password(change: &Change<'_>, id: i64, hash: &str, origin: Origin) -> Result<()> {
    change.tx().execute(
        "INSERT INTO account_password (id, version, event, hash, origin)
         SELECT ?1, coalesce(max(version), 0) + 1, ?2, ?3, ?4 FROM account_password WHERE id = ?1",
        (id, change.seq(), hash, origin.name()),
    )?;
    Ok(())
}

/// Wrong passwords in a row, and when the last attempt was; none while nobody has tried.
pub fn attempts(connection: &Connection, id: i64) -> Result<Option<Attempts>> {
    let mut query = connection.prepare_cached(
        "SELECT a.wrong, e.at FROM account_attempt a JOIN audit_event e ON e.seq = a.event
         WHERE a.id = ?1 ORDER BY a.version DESC LIMIT 1",
    )?;
    let read = |row: &Row<'_>| {
        Ok(Attempts {
            wrong: row.get(0)?,
            at: row.get(1)?,
        })
    };
    Ok(query.query_row([id], read).optional()?)
}

/// Notes an attempt: so many wrong ones in a row now, none after a right one or an unlocking.
pub fn note_attempt(change: &Change<'_>, id: i64, wrong: u32) -> Result<()> {
    change.tx().execute(
        "INSERT INTO account_attempt (id, version, event, wrong)
         SELECT ?1, coalesce(max(version), 0) + 1, ?2, ?3 FROM account_attempt WHERE id = ?1",
        (id, change.seq(), wrong),
    )?;
    Ok(())
}

/// The hash of the recovery code in force; none where none was made, or it was used.
pub fn recovery(connection: &Connection, id: i64) -> Result<Option<String>> {
    let mut query = connection
        .prepare_cached("SELECT hash FROM account_recovery WHERE id = ?1 ORDER BY version DESC LIMIT 1")?;
    let found: Option<String> = query.query_row([id], |row| row.get(0)).optional()?;
    Ok(found.filter(|hash| !hash.is_empty()))
}

/// Writes the next recovery code of an account; an empty hash says that the one before was used.
pub fn set_recovery(change: &Change<'_>, id: i64, hash: &str) -> Result<()> {
    change.tx().execute(
        "INSERT INTO account_recovery (id, version, event, hash)
         SELECT ?1, coalesce(max(version), 0) + 1, ?2, ?3 FROM account_recovery WHERE id = ?1",
        (id, change.seq(), hash),
    )?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<StoredAccount> {
    Ok(StoredAccount {
        id: row.get(0)?,
        version: row.get(1)?,
        row: AccountRow {
            login: row.get(2)?,
            name: row.get(3)?,
            handler: row.get(4)?,
            supervisor: row.get(5)?,
            administrator: row.get(6)?,
            reader: row.get(7)?,
            suspended: row.get(8)?,
        },
    })
}
