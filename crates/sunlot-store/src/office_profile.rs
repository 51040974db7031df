//! The tables `office_profile` and `office_channel`: who the office is, as append-only versions.
//!
//! The rows arrive checked; what a good value is, is decided in `sunlot-app`.

use rusqlite::{Connection, OptionalExtension, Row};

use crate::{Change, Result};

/// One version of the profile. An empty text means that nothing was given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProfileRow {
    /// The office's full name.
    pub name: String,
    /// Its unified social credit code.
    pub code: String,
    /// On what its power to enforce rests: `statutory`, `authorized`, `entrusted` or nothing yet.
    pub authority: String,
    /// Who entrusted it, where it is entrusted.
    pub entrusting_authority: String,
    /// The characters before year and number of its documents.
    pub doc_prefix: String,
    /// The code of its region.
    pub region_code: String,
    /// The name of its region.
    pub region_name: String,
    /// Where it is.
    pub address: String,
    /// Where it can be rung up.
    pub phone: String,
    /// Where its inspectors can be complained of.
    pub supervision_phone: String,
    /// Where it publishes, in its own order.
    pub channels: Vec<ChannelRow>,
}

/// One place where the office publishes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChannelRow {
    /// What kind of place.
    pub kind: String,
    /// Which one: an address, a column, a wall.
    pub detail: String,
}

/// A profile with what the trail says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredProfile {
    /// Its version, from 1.
    pub version: i64,
    /// When it was saved.
    pub saved_at: String,
    /// By whom.
    pub saved_by: String,
    /// The values.
    pub row: ProfileRow,
}

/// The profile in force; `None` while none was ever saved.
pub fn latest(connection: &Connection) -> Result<Option<StoredProfile>> {
    let found = connection
        .query_row(
            "SELECT p.version, e.at, e.actor, p.name, p.code, p.authority, p.entrusting_authority, p.doc_prefix,
                    p.region_code, p.region_name, p.address, p.phone, p.supervision_phone
             FROM office_profile p JOIN audit_event e ON e.seq = p.event
             ORDER BY p.version DESC LIMIT 1",
            [],
            read,
        )
        .optional()?;
    let Some(mut stored) = found else { return Ok(None) };
    stored.row.channels = channels(connection, stored.version)?;
    Ok(Some(stored))
}

/// Writes the next version; answers with its number.
pub fn insert(change: &Change<'_>, row: &ProfileRow) -> Result<i64> {
    let tx = change.tx();
    let version: i64 = tx.query_row(
        "SELECT coalesce(max(version), 0) + 1 FROM office_profile",
        [],
        |row| row.get(0),
    )?;
    tx.execute(
        "INSERT INTO office_profile (id, version, event, name, code, authority, entrusting_authority, doc_prefix,
                                     region_code, region_name, address, phone, supervision_phone)
         VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        (
            version,
            change.seq(),
            &row.name,
            &row.code,
            &row.authority,
            &row.entrusting_authority,
            &row.doc_prefix,
            &row.region_code,
            &row.region_name,
            &row.address,
            &row.phone,
            &row.supervision_phone,
        ),
    )?;
    let mut insert = tx.prepare(
        "INSERT INTO office_channel (id, version, event, profile, kind, detail) VALUES (?1, ?2, ?3, 1, ?4, ?5)",
    )?;
    for (channel, id) in row.channels.iter().zip(1i64..) {
        insert.execute((id, version, change.seq(), &channel.kind, &channel.detail))?;
    }
    Ok(version)
}

fn read(row: &Row<'_>) -> rusqlite::Result<StoredProfile> {
    Ok(StoredProfile {
        version: row.get(0)?,
        saved_at: row.get(1)?,
        saved_by: row.get(2)?,
        row: ProfileRow {
            name: row.get(3)?,
            code: row.get(4)?,
            authority: row.get(5)?,
            entrusting_authority: row.get(6)?,
            doc_prefix: row.get(7)?,
            region_code: row.get(8)?,
            region_name: row.get(9)?,
            address: row.get(10)?,
            phone: row.get(11)?,
            supervision_phone: row.get(12)?,
            channels: Vec::new(),
        },
    })
}

fn channels(connection: &Connection, version: i64) -> Result<Vec<ChannelRow>> {
    let mut query = connection
        .prepare_cached("SELECT kind, detail FROM office_channel WHERE version = ?1 ORDER BY id")?;
    let rows = query.query_map([version], |row| {
        Ok(ChannelRow {
            kind: row.get(0)?,
            detail: row.get(1)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
