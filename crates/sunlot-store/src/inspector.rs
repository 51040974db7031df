//! The table `inspector`: the registry of whoever may be sent out, as append-only versions. There are a few hundred at
//! most, so that it is always read as a whole.
//!
//! What a good value is, and who may change one, is not known here.

use rusqlite::{Connection, Params, Row};
use strum::{EnumCount, IntoStaticStr, VariantArray};

use crate::values::Values;
use crate::{Change, Result};

/// The texts that an inspector has, in the order of the table's columns.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, VariantArray, EnumCount,
)]
#[strum(serialize_all = "snake_case")]
#[repr(u8)]
pub enum Column {
    /// What they are called.
    Name,
    /// The number that their unit gave them.
    StaffNo,
    /// Whom they work for.
    Unit,
    /// In which department.
    Department,
    /// Their post.
    Duty,
    /// What they are good at.
    Skills,
    /// Which matters they may inspect.
    Scope,
    /// Where they may inspect.
    Region,
    /// Whether they are an expert.
    Expert,
    /// The number of the enforcement certificate.
    CertNo,
    /// Until when it is valid.
    CertValidTo,
    /// Who gave it out.
    CertIssuer,
    /// The number of a second one.
    SecondCertNo,
    /// Until when that is valid.
    SecondCertValidTo,
    /// Who gave that out.
    SecondCertIssuer,
    /// The result of a test.
    Score,
    /// Why they are in the registry.
    Basis,
    /// The roster they came with.
    Source,
    /// Whatever else.
    Remark,
    /// What somebody must still look at.
    Doubts,
    /// Whether they are at work.
    Status,
    /// Whether they are in the registry.
    Membership,
}

impl Column {
    /// Its name in the table.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Its place in a row's values.
    pub fn place(self) -> u8 {
        self as u8
    }

    /// How many there are.
    fn count() -> u8 {
        u8::try_from(Self::COUNT).unwrap_or(u8::MAX)
    }
}

/// An inspector in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredInspector {
    /// The number, from 1; it never passes to another.
    pub id: i64,
    /// The version, from 1.
    pub version: i64,
    /// The event that wrote it.
    pub event: i64,
    /// The texts.
    pub values: Values,
}

impl StoredInspector {
    /// One of the texts; empty where there is none.
    pub fn get(&self, column: Column) -> &str {
        self.values.get(column.place())
    }
}

/// Writes a new inspector; answers with the number.
pub fn add(change: &Change<'_>, values: &Values) -> Result<i64> {
    let next = "SELECT coalesce(max(id), 0) + 1 FROM inspector";
    let id = change.tx().query_row(next, [], |row| row.get(0))?;
    follow(change, id, 1, values)?;
    Ok(id)
}

/// Writes the next version of an inspector.
pub fn follow(change: &Change<'_>, id: i64, version: i64, values: &Values) -> Result<()> {
    let mut insert = change.tx().prepare_cached(&format!(
        "INSERT INTO inspector (id, version, event, {}) VALUES (?1, ?2, ?3{})",
        names(),
        ", ?".repeat(Column::COUNT),
    ))?;
    for (number, place) in [id, version, change.seq()].into_iter().zip(1usize..) {
        insert.raw_bind_parameter(place, number)?;
    }
    for (column, place) in Column::VARIANTS.iter().zip(4usize..) {
        let text = Some(values.get(column.place())).filter(|text| !text.is_empty());
        insert.raw_bind_parameter(place, text)?;
    }
    insert.raw_execute()?;
    Ok(())
}

/// All of them as they are in force, in the order of their numbers.
pub fn all(connection: &Connection) -> Result<Vec<StoredInspector>> {
    query(
        connection,
        "AS i WHERE NOT EXISTS (SELECT 1 FROM inspector WHERE id = i.id AND version = i.version + 1) ORDER BY id",
        [],
    )
}

/// An inspector as they are in force.
pub fn by_id(connection: &Connection, id: i64) -> Result<Option<StoredInspector>> {
    let found = query(connection, "WHERE id = ?1 ORDER BY version DESC LIMIT 1", [id])?;
    Ok(found.into_iter().next())
}

/// All versions of an inspector, the newest first.
pub fn history(connection: &Connection, id: i64) -> Result<Vec<StoredInspector>> {
    query(connection, "WHERE id = ?1 ORDER BY version DESC", [id])
}

/// The last event that wrote an inspector, a conflict or the rule of rotation; 0 where there is none.
pub fn newest_event(connection: &Connection) -> Result<i64> {
    Ok(connection.query_row(
        "SELECT max((SELECT coalesce(max(event), 0) FROM inspector),
                    (SELECT coalesce(max(event), 0) FROM inspector_conflict),
                    (SELECT coalesce(max(event), 0) FROM rotation_setting))",
        [],
        |row| row.get(0),
    )?)
}

fn names() -> String {
    let names: Vec<&str> = Column::VARIANTS.iter().map(|column| column.name()).collect();
    names.join(", ")
}

fn query(connection: &Connection, which: &str, params: impl Params) -> Result<Vec<StoredInspector>> {
    let mut query = connection.prepare_cached(&format!(
        "SELECT id, version, event, {} FROM inspector {which}",
        names()
    ))?;
    let mut rows = query.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

fn read(row: &Row<'_>) -> Result<StoredInspector> {
    Ok(StoredInspector {
        id: row.get(0)?,
        version: row.get(1)?,
        event: row.get(2)?,
        values: Values::read(row, 3, Column::count())?,
    })
}
