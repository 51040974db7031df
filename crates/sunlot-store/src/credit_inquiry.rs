//! The table `credit_inquiry`: when somebody looked up a target's credit, where, and what was found (T-09), as append-only
//! versions.

use rusqlite::{Connection, Row};

use crate::{Change, Result};

/// One version of an inquiry.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct InquiryRow {
    /// About whom.
    pub target: i64,
    /// When.
    pub inquired_on: String,
    /// Where: a platform, or a report of a third party.
    pub source: String,
    /// What was found.
    pub found: String,
    /// The file or number under which the answer lies.
    pub document: String,
    /// Whether it was entered by mistake.
    pub withdrawn: bool,
}

/// An inquiry in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredInquiry {
    /// Its number, from 1.
    pub id: i64,
    /// Its version, from 1.
    pub version: i64,
    /// What it says.
    pub row: InquiryRow,
}

/// Writes a new inquiry.
pub fn add(change: &Change<'_>, row: &InquiryRow) -> Result<()> {
    let next = "SELECT coalesce(max(id), 0) + 1 FROM credit_inquiry";
    let id: i64 = change.tx().query_row(next, [], |row| row.get(0))?;
    follow(change, id, 1, row)
}

/// Writes the next version of an inquiry.
pub fn follow(change: &Change<'_>, id: i64, version: i64, row: &InquiryRow) -> Result<()> {
    let document = (!row.document.is_empty()).then_some(&row.document);
    change
        .tx()
        .prepare_cached(
            "INSERT INTO credit_inquiry (id, version, event, target, inquired_on, source, found, document, withdrawn)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute((
            id,
            version,
            change.seq(),
            row.target,
            &row.inquired_on,
            &row.source,
            &row.found,
            document,
            row.withdrawn,
        ))?;
    Ok(())
}

const LATEST: &str =
    "SELECT id, version, target, inquired_on, source, found, coalesce(document, ''), withdrawn
     FROM credit_inquiry AS i
     WHERE NOT EXISTS (SELECT 1 FROM credit_inquiry WHERE id = i.id AND version = i.version + 1)";

/// The inquiries about one target, withdrawn ones too, the newest first.
pub fn of_target(connection: &Connection, target: i64) -> Result<Vec<StoredInquiry>> {
    let mut query = connection.prepare_cached(&format!(
        "{LATEST} AND target = ?1 ORDER BY inquired_on DESC, id DESC"
    ))?;
    let rows = query.query_map([target], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// An inquiry as it is in force.
pub fn by_id(connection: &Connection, id: i64) -> Result<Option<StoredInquiry>> {
    let mut query = connection.prepare_cached(&format!("{LATEST} AND id = ?1"))?;
    let mut rows = query.query_map([id], read)?;
    Ok(rows.next().transpose()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<StoredInquiry> {
    Ok(StoredInquiry {
        id: row.get(0)?,
        version: row.get(1)?,
        row: InquiryRow {
            target: row.get(2)?,
            inquired_on: row.get(3)?,
            source: row.get(4)?,
            found: row.get(5)?,
            document: row.get(6)?,
            withdrawn: row.get(7)?,
        },
    })
}
