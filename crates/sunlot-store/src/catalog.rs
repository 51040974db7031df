//! The tables `catalog` (editions of the list of items, as append-only versions: each the next step of an edition) and
//! `catalog_entry` (which version of which item stands in one).
//!
//! Which step may follow which, the tables themselves see to; when it may be taken is not known here.

use rusqlite::{Connection, Row};

use crate::{Change, Result};

/// One version of an edition.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct CatalogRow {
    /// How far it has come.
    pub state: String,
    /// What it was handed in as.
    pub title: String,
    /// When.
    pub submitted_on: String,
    /// To whom.
    pub submitted_to: String,
    /// Why the list was changed.
    pub reason: String,
    /// When it was sent back.
    pub returned_on: String,
    /// Why.
    pub returned_for: String,
    /// Who decided it.
    pub ratified_by: String,
    /// When.
    pub ratified_on: String,
    /// The number of the document.
    pub ratified_no: String,
    /// From when on it is in force.
    pub effective_on: String,
    /// When it was made public.
    pub published_on: String,
    /// Where.
    pub channels: String,
}

/// An edition as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredCatalog {
    /// Its number, from 1.
    pub id: i64,
    /// Its version, from 1.
    pub version: i64,
    /// The event that wrote it.
    pub event: i64,
    /// How many items it has.
    pub items: u32,
    /// What it says.
    pub row: CatalogRow,
}

/// Writes a new edition with the items that it has, each with its version; answers with its number.
pub fn add(change: &Change<'_>, row: &CatalogRow, items: &[(i64, i64)]) -> Result<i64> {
    let next = |table: &str| {
        let next = format!("SELECT coalesce(max(id), 0) + 1 FROM {table}");
        change.tx().query_row(&next, [], |row| row.get::<_, i64>(0))
    };
    let id = next("catalog")?;
    follow(change, id, 1, row)?;
    let first = next("catalog_entry")?;
    let mut insert = change.tx().prepare_cached(
        "INSERT INTO catalog_entry (id, version, event, catalog, item, item_version) VALUES (?1, 1, ?2, ?3, ?4, ?5)",
    )?;
    for ((item, version), entry) in items.iter().zip(first..) {
        insert.execute((entry, change.seq(), id, item, version))?;
    }
    Ok(id)
}

/// Writes the next step of an edition.
pub fn follow(change: &Change<'_>, id: i64, version: i64, row: &CatalogRow) -> Result<()> {
    let some = |text: &'_ str| (!text.is_empty()).then(|| text.to_owned());
    change
        .tx()
        .prepare_cached(
            "INSERT INTO catalog (id, version, event, state, title, submitted_on, submitted_to, reason, returned_on,
                                  returned_for, ratified_by, ratified_on, ratified_no, effective_on, published_on,
                                  channels)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
        )?
        .execute((
            id,
            version,
            change.seq(),
            &row.state,
            &row.title,
            &row.submitted_on,
            &row.submitted_to,
            &row.reason,
            some(&row.returned_on),
            some(&row.returned_for),
            some(&row.ratified_by),
            some(&row.ratified_on),
            some(&row.ratified_no),
            some(&row.effective_on),
            some(&row.published_on),
            some(&row.channels),
        ))?;
    Ok(())
}

/// The editions as they stand, in the order in which they were handed in.
pub fn all(connection: &Connection) -> Result<Vec<StoredCatalog>> {
    let mut query = connection.prepare_cached(
        "SELECT id, version, event, (SELECT count(*) FROM catalog_entry WHERE catalog = c.id), state, title,
                submitted_on, submitted_to, reason, coalesce(returned_on, ''), coalesce(returned_for, ''),
                coalesce(ratified_by, ''), coalesce(ratified_on, ''), coalesce(ratified_no, ''),
                coalesce(effective_on, ''), coalesce(published_on, ''), coalesce(channels, '')
         FROM catalog AS c WHERE NOT EXISTS (SELECT 1 FROM catalog WHERE id = c.id AND version = c.version + 1)
         ORDER BY id",
    )?;
    let rows = query.query_map([], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<StoredCatalog> {
    Ok(StoredCatalog {
        id: row.get(0)?,
        version: row.get(1)?,
        event: row.get(2)?,
        items: row.get(3)?,
        row: CatalogRow {
            state: row.get(4)?,
            title: row.get(5)?,
            submitted_on: row.get(6)?,
            submitted_to: row.get(7)?,
            reason: row.get(8)?,
            returned_on: row.get(9)?,
            returned_for: row.get(10)?,
            ratified_by: row.get(11)?,
            ratified_on: row.get(12)?,
            ratified_no: row.get(13)?,
            effective_on: row.get(14)?,
            published_on: row.get(15)?,
            channels: row.get(16)?,
        },
    })
}
