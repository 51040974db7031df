//! The table `item`: the list of inspection items as it is worked on, as append-only versions. A version is a whole document,
//! so that an edition of the list only has to name it.
//!
//! What a good value is, and which item may be used, is not known here.

use rusqlite::{Connection, Row};
use strum::{EnumCount, IntoStaticStr, VariantArray};

use crate::values::Values;
use crate::{Change, Result};

/// The texts that an item has, in the order of the table's columns.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, VariantArray, EnumCount,
)]
#[strum(serialize_all = "snake_case")]
#[repr(u8)]
pub enum Column {
    /// The number that the list itself gives it.
    Code,
    /// The group that it belongs to.
    Category,
    /// What it is called.
    Name,
    /// A part of it.
    SubItem,
    /// General or key.
    ItemClass,
    /// Who inspects.
    Authority,
    /// In whose name the law is enforced.
    EnforcementAuthority,
    /// What is inspected.
    TargetScope,
    /// The tags of the targets that it is for.
    Tags,
    /// Whether it belongs to an area that is watched more closely, as food or work safety.
    KeyArea,
    /// What is looked at, in short.
    Content,
    /// How it is inspected.
    Modes,
    /// In which steps.
    Procedure,
    /// By which standard.
    Standard,
    /// How far it reaches.
    Range,
    /// With what means.
    Means,
    /// What is asked of the inspection.
    Requirement,
    /// Of how many targets.
    Base,
    /// How many of the targets, in words.
    Ratio,
    /// How often, in words.
    Frequency,
    /// Who decides the ratio.
    RatioAuthority,
    /// Not less than this.
    RatioMin,
    /// Not more than this.
    RatioMax,
    /// By which document of the office above.
    RatioDocument,
    /// When in the year.
    Season,
    /// Its code in the list of powers and duties.
    DutyCode,
    /// Its name there.
    DutyName,
    /// The unit that answers for it.
    Unit,
    /// The person who answers for it.
    Person,
    /// What an inspector must be able to do.
    Skill,
    /// Items with the same one are inspected together.
    MergeGroup,
    /// The unit that leads such a group.
    GroupLead,
    /// Whatever else.
    Remark,
    /// The list it came with.
    Source,
    /// What somebody must still look at.
    Doubts,
    /// The laws that it rests on, as a document.
    Bases,
    /// The points that are looked at, as a document.
    CheckPoints,
    /// Whether it is a starter that nobody has compared with the law.
    Example,
    /// Whether it is in the list.
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

/// One version of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredItem {
    /// Its number, from 1; it never passes to another.
    pub id: i64,
    /// Its version, from 1.
    pub version: i64,
    /// The event that wrote it.
    pub event: i64,
    /// Its texts.
    pub values: Values,
}

impl StoredItem {
    /// One of its texts; empty where there is none.
    pub fn get(&self, column: Column) -> &str {
        self.values.get(column.place())
    }
}

/// Writes new items with consecutive numbers; answers with the first.
pub fn add(change: &Change<'_>, rows: &[Values]) -> Result<i64> {
    let next = "SELECT coalesce(max(id), 0) + 1 FROM item";
    let first: i64 = change.tx().query_row(next, [], |row| row.get(0))?;
    for (values, id) in rows.iter().zip(first..) {
        follow(change, id, 1, values)?;
    }
    Ok(first)
}

/// Writes the next version of an item.
pub fn follow(change: &Change<'_>, id: i64, version: i64, values: &Values) -> Result<()> {
    let mut insert = change.tx().prepare_cached(&format!(
        "INSERT INTO item (id, version, event, {}) VALUES (?1, ?2, ?3{})",
        names(),
        ", ?".repeat(Column::COUNT),
    ))?;
    for (number, place) in [id, version, change.seq()].into_iter().zip(1usize..) {
        insert.raw_bind_parameter(place, number)?;
    }
    for place in 0..Column::count() {
        let text = Some(values.get(place)).filter(|text| !text.is_empty());
        insert.raw_bind_parameter(4 + usize::from(place), text)?;
    }
    insert.raw_execute()?;
    Ok(())
}

/// The items as they are worked on, removed ones too, in the order of their numbers.
pub fn all(connection: &Connection) -> Result<Vec<StoredItem>> {
    let latest = "NOT EXISTS (SELECT 1 FROM item WHERE id = i.id AND version = i.version + 1)";
    find(
        connection,
        &format!("FROM item AS i WHERE {latest} ORDER BY i.id"),
        [],
    )
}

/// An item as it is worked on.
pub fn by_id(connection: &Connection, id: i64) -> Result<Option<StoredItem>> {
    let last = "FROM item AS i WHERE i.id = ?1 ORDER BY i.version DESC LIMIT 1";
    Ok(find(connection, last, [id])?.pop())
}

/// All versions of an item, the newest first.
pub fn history(connection: &Connection, id: i64) -> Result<Vec<StoredItem>> {
    find(
        connection,
        "FROM item AS i WHERE i.id = ?1 ORDER BY i.version DESC",
        [id],
    )
}

/// The items of an edition, in the versions that it has them in.
pub fn of_edition(connection: &Connection, edition: i64) -> Result<Vec<StoredItem>> {
    find(
        connection,
        "FROM catalog_entry AS e JOIN item AS i ON i.id = e.item AND i.version = e.item_version
         WHERE e.catalog = ?1 ORDER BY i.id",
        [edition],
    )
}

/// The last event that wrote an item or a step of an edition; 0 where there is none.
pub fn newest_event(connection: &Connection) -> Result<i64> {
    Ok(connection.query_row(
        "SELECT max((SELECT coalesce(max(event), 0) FROM item), (SELECT coalesce(max(event), 0) FROM catalog))",
        [],
        |row| row.get(0),
    )?)
}

fn find(connection: &Connection, from: &str, params: impl rusqlite::Params) -> Result<Vec<StoredItem>> {
    let columns: Vec<String> = Column::VARIANTS
        .iter()
        .map(|column| format!("i.{}", quoted(*column)))
        .collect();
    let mut query = connection.prepare_cached(&format!(
        "SELECT i.id, i.version, i.event, {} {from}",
        columns.join(", ")
    ))?;
    let mut rows = query.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

fn names() -> String {
    let names: Vec<String> = Column::VARIANTS.iter().map(|column| quoted(*column)).collect();
    names.join(", ")
}

/// `range` is a word of SQL.
fn quoted(column: Column) -> String {
    format!("\"{}\"", column.name())
}

fn read(row: &Row<'_>) -> Result<StoredItem> {
    Ok(StoredItem {
        id: row.get(0)?,
        version: row.get(1)?,
        event: row.get(2)?,
        values: Values::read(row, 3, Column::count())?,
    })
}
