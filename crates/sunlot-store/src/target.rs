//! The tables `target` (the registry of what may be inspected, as append-only versions) and `target_current` (which version
//! of each is in force and by which codes it is known: a list that can be rebuilt, and is compared when the trail is
//! verified).
//!
//! What a good value is, and who may change one, is not known here.

use std::borrow::Borrow;

use rusqlite::{Connection, OptionalExtension};
use strum::{EnumCount, IntoStaticStr, VariantArray};

use crate::row_bytes::{self, RowsAside};
use crate::set_aside::{self, Settings};
use crate::values::Values;
use crate::{Change, Result};

/// The texts that a target has, in the order of the table's columns.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, VariantArray, EnumCount,
)]
#[strum(serialize_all = "snake_case")]
#[repr(u8)]
pub enum Column {
    /// What sort of target.
    Kind,
    /// What it is called.
    Name,
    /// What it was called before.
    FormerName,
    /// Its unified social credit code, where that is right.
    Uscc,
    /// Its registration number from before, where that is right.
    RegNo,
    /// What stands for a code and is none that could be right.
    DoubtfulCode,
    /// Who answers for it.
    LegalRep,
    /// Who is asked for there.
    Contact,
    /// Telephone numbers.
    Phone,
    /// Where it is registered.
    Address,
    /// Where it works.
    Premises,
    /// In which township.
    Township,
    /// The code of the region.
    RegionCode,
    /// Its trade in words.
    Industry,
    /// Its trade by GB/T 4754.
    IndustryCode,
    /// What sort of entity it is registered as.
    Nature,
    /// What it may do.
    Scope,
    /// Since when it exists.
    Founded,
    /// Who registered it.
    Registrar,
    /// Who looks after it.
    Supervisor,
    /// Whether it is in business.
    Status,
    /// A permit's name.
    PermitName,
    /// A permit's number.
    PermitNo,
    /// Until when the permit holds.
    PermitValidTo,
    /// The fields of supervision it belongs to.
    Tags,
    /// Its credit class.
    Credit,
    /// When that was decided.
    CreditOn,
    /// On what.
    CreditBasis,
    /// Its level of risk.
    Risk,
    /// The roster it came with.
    Source,
    /// Whatever else.
    Remark,
    /// What somebody must still look at.
    Doubts,
    /// Whether it is in the registry.
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

/// A target in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredTarget {
    /// Its number, from 1; it never passes to another.
    pub id: i64,
    /// Its version, from 1.
    pub version: i64,
    /// The event that wrote it.
    pub event: i64,
    /// Its texts.
    pub values: Values,
}

impl StoredTarget {
    /// One of its texts; empty where there is none.
    pub fn get(&self, column: Column) -> &str {
        self.values.get(column.place())
    }
}

/// The list of what is in force.
pub(crate) const CURRENT: &str = "target_current";

/// From so many new targets on, the lists of codes are made anew instead of being kept in order row by row.
const MANY: usize = 20_000;

/// Writes new targets with consecutive numbers; answers with the first.
pub fn add(change: &Change<'_>, rows: impl ExactSizeIterator<Item: Borrow<Values>>) -> Result<i64> {
    let tx = change.tx();
    let first: i64 = tx.query_row("SELECT coalesce(max(id), 0) + 1 FROM target", [], |row| {
        row.get(0)
    })?;
    let there = usize::try_from(first).unwrap_or(usize::MAX);
    let anew = rows.len() >= MANY && rows.len() > there / 4;
    if anew {
        add_many(change, first, rows)?;
        return Ok(first);
    }
    let mut insert = Insert::prepare(change)?;
    for (values, id) in rows.zip(first..) {
        insert.version(id, 1, values.borrow())?;
        insert.current(id, 1, values.borrow())?;
    }
    Ok(first)
}

/// Very many: the lists are made at the end, the digest of the rows while they are written, and what SQLite would check of
/// every column is asked once of every row.
fn add_many(change: &Change<'_>, first: i64, rows: impl Iterator<Item: Borrow<Values>>) -> Result<()> {
    let tx = change.tx();
    // The list of events is in the order in which rows are written: keeping it is cheaper than making it.
    let lists = set_aside::lists(change, &["target_current"])?;
    let made = {
        let _settings = Settings::for_many(tx)?;
        let mut insert = Insert::prepare(change)?;
        let mut aside = RowsAside::of("target");
        let columns = DigestColumns::new(change.seq());
        for (values, id) in rows.zip(first..) {
            checked(values.borrow())?;
            insert.version(id, 1, values.borrow())?;
            aside.add(|bytes| columns.write(bytes, id, 1, values.borrow()));
        }
        tx.execute(
            "INSERT INTO target_current (id, version, uscc, reg_no)
             SELECT id, version, uscc, reg_no FROM target WHERE id >= ?1 ORDER BY id",
            [first],
        )?;
        lists.restore(change)?;
        aside.finish()
    };
    if let Some(digest) = made {
        change.made("target", digest);
    }
    Ok(())
}

/// What the table's checks ask: no text is empty (which [`Values`] never holds), and a target stands somewhere known.
fn checked(values: &Values) -> Result<()> {
    match values.get(Column::Membership.place()) {
        "in" | "suspended" | "removed" => Ok(()),
        other => Err(rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CONSTRAINT_CHECK),
            Some(format!("target: membership {other:?}")),
        )
        .into()),
    }
}

/// The columns of a version in the order in which a digest takes them: by name.
struct DigestColumns {
    by_name: Vec<(&'static str, Part)>,
    event: i64,
}

enum Part {
    Id,
    Version,
    Event,
    /// The place of a text, and what stands in front of it.
    Text(u8, Vec<u8>),
}

impl DigestColumns {
    fn new(event: i64) -> Self {
        let text = |column: &Column| {
            let name = column.name();
            (name, Part::Text(column.place(), row_bytes::front_of_text(name)))
        };
        let texts = Column::VARIANTS.iter().map(text);
        let keys = [
            ("id", Part::Id),
            ("version", Part::Version),
            ("event", Part::Event),
        ];
        let mut by_name: Vec<_> = texts.chain(keys).collect();
        by_name.sort_unstable_by_key(|(name, _)| *name);
        Self { by_name, event }
    }

    fn write(&self, bytes: &mut Vec<u8>, id: i64, version: i64, values: &Values) {
        let mut texts = [""; Column::COUNT];
        for (place, text) in values.iter() {
            if let Some(slot) = texts.get_mut(usize::from(place)) {
                *slot = text;
            }
        }
        for (name, part) in &self.by_name {
            match part {
                Part::Id => row_bytes::write_integer(bytes, name, id),
                Part::Version => row_bytes::write_integer(bytes, name, version),
                Part::Event => row_bytes::write_integer(bytes, name, self.event),
                Part::Text(place, front) => {
                    let text = texts.get(usize::from(*place)).copied().unwrap_or_default();
                    row_bytes::write_behind(bytes, front, text);
                }
            }
        }
    }
}

/// Writes the next version of a target that exists.
pub fn follow(change: &Change<'_>, id: i64, version: i64, values: &Values) -> Result<()> {
    let mut insert = Insert::prepare(change)?;
    insert.version(id, version, values)?;
    insert.current(id, version, values)
}

/// Writes rows, one after the other.
struct Insert<'c> {
    version: rusqlite::CachedStatement<'c>,
    current: rusqlite::CachedStatement<'c>,
    event: i64,
    /// Which texts the row before had.
    bound: [bool; Column::COUNT],
}

impl<'c> Insert<'c> {
    fn prepare(change: &'c Change<'_>) -> Result<Self> {
        let names: Vec<&str> = Column::VARIANTS.iter().map(|column| column.name()).collect();
        // OR FAIL: a single row is written whole or not at all either way, and SQLite then keeps no journal for each of
        // a million statements.
        let version = change.tx().prepare_cached(&format!(
            "INSERT OR FAIL INTO target (id, version, event, {}) VALUES (?1, ?2, ?3{})",
            names.join(", "),
            ", ?".repeat(names.len()),
        ))?;
        let current = change.tx().prepare_cached(
            "INSERT INTO target_current (id, version, uscc, reg_no) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE SET version = excluded.version, uscc = excluded.uscc, reg_no = excluded.reg_no",
        )?;
        Ok(Self {
            version,
            current,
            event: change.seq(),
            bound: [true; Column::COUNT],
        })
    }

    fn version(&mut self, id: i64, version: i64, values: &Values) -> Result<()> {
        for (number, place) in [id, version, self.event].into_iter().zip(1usize..) {
            self.version.raw_bind_parameter(place, number)?;
        }
        let mut texts = values.iter().peekable();
        for (place, bound) in (0..Column::count()).zip(&mut self.bound) {
            let text = texts.next_if(|(found, _)| *found == place).map(|(_, text)| text);
            // What was empty in the row before is empty still.
            if text.is_some() || *bound {
                self.version.raw_bind_parameter(4 + usize::from(place), text)?;
                *bound = text.is_some();
            }
        }
        self.version.raw_execute()?;
        Ok(())
    }

    fn current(&mut self, id: i64, version: i64, values: &Values) -> Result<()> {
        let code = |column: Column| Some(values.get(column.place())).filter(|code| !code.is_empty());
        self.current
            .execute((id, version, code(Column::Uscc), code(Column::RegNo)))?;
        Ok(())
    }
}

/// A target as it is in force.
pub fn by_id(connection: &Connection, id: i64) -> Result<Option<StoredTarget>> {
    let mut query = connection.prepare_cached(&format!(
        "{} WHERE id = ?1 ORDER BY version DESC LIMIT 1",
        select()
    ))?;
    let mut rows = query.query([id])?;
    rows.next()?.map(read).transpose()
}

/// All versions of a target, the newest first.
pub fn history(connection: &Connection, id: i64) -> Result<Vec<StoredTarget>> {
    let mut query =
        connection.prepare_cached(&format!("{} WHERE id = ?1 ORDER BY version DESC", select()))?;
    let mut rows = query.query([id])?;
    let mut versions = Vec::new();
    while let Some(row) = rows.next()? {
        versions.push(read(row)?);
    }
    Ok(versions)
}

/// The number of the target that is known by this credit code.
pub fn by_uscc(connection: &Connection, code: &str) -> Result<Option<i64>> {
    let mut query = connection.prepare_cached("SELECT id FROM target_current WHERE uscc = ?1")?;
    Ok(query.query_row([code], |row| row.get(0)).optional()?)
}

/// The number of the target that is known by this registration number.
pub fn by_reg_no(connection: &Connection, number: &str) -> Result<Option<i64>> {
    let mut query = connection.prepare_cached("SELECT id FROM target_current WHERE reg_no = ?1")?;
    Ok(query.query_row([number], |row| row.get(0)).optional()?)
}

/// These targets as they are in force, in the order asked for.
pub fn by_ids(connection: &Connection, ids: &[i64]) -> Result<Vec<StoredTarget>> {
    let mut found = Vec::with_capacity(ids.len());
    for id in ids {
        found.extend(by_id(connection, *id)?);
    }
    Ok(found)
}

/// Walks through all targets as they are in force, in the order of their numbers. One walk along the table: of almost
/// every target there is one version.
pub fn walk(connection: &Connection, each: &mut dyn FnMut(StoredTarget) -> Result<()>) -> Result<()> {
    let mut query = connection.prepare(&format!("{} ORDER BY id, version", select()))?;
    let mut rows = query.query([])?;
    let mut pending: Option<StoredTarget> = None;
    while let Some(row) = rows.next()? {
        let next = read(row)?;
        if let Some(before) = pending.replace(next)
            && pending.as_ref().is_some_and(|next| next.id != before.id)
        {
            each(before)?;
        }
    }
    pending.map_or(Ok(()), each)
}

/// How many there are, of whatever standing.
pub fn count(connection: &Connection) -> Result<u64> {
    Ok(connection.query_row("SELECT count(*) FROM target_current", [], |row| row.get(0))?)
}

/// The last event that wrote a target, one of its flags, a visit to one or a grading of one; 0 where there is none.
pub fn newest_event(connection: &Connection) -> Result<i64> {
    Ok(connection.query_row(
        "SELECT max((SELECT coalesce(max(event), 0) FROM target), (SELECT coalesce(max(event), 0) FROM target_flag),
                    (SELECT coalesce(max(event), 0) FROM visit), (SELECT coalesce(max(event), 0) FROM risk_grading))",
        [],
        |row| row.get(0),
    )?)
}

/// The targets that events after `seq` are about, at most `limit` of them and one more.
pub fn touched_since(connection: &Connection, seq: i64, limit: usize) -> Result<Vec<i64>> {
    let mut query = connection.prepare_cached(
        "SELECT id FROM target WHERE event > ?1 UNION SELECT target FROM target_flag WHERE event > ?1
         UNION SELECT target FROM visit WHERE event > ?1 LIMIT ?2",
    )?;
    let rows = query.query_map((seq, limit + 1), |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The numbers of targets whose entry in the list of what is in force is not what their versions say.
pub(crate) fn misfits(connection: &Connection) -> Result<Vec<i64>> {
    let mut query = connection.prepare(
        "SELECT id FROM target AS t WHERE NOT EXISTS (SELECT 1 FROM target WHERE id = t.id AND version = t.version + 1)
           AND NOT EXISTS (SELECT 1 FROM target_current AS c WHERE c.id = t.id AND c.version = t.version
                           AND c.uscc IS t.uscc AND c.reg_no IS t.reg_no)
         UNION ALL
         SELECT id FROM target_current AS c WHERE NOT EXISTS (SELECT 1 FROM target WHERE id = c.id)
         LIMIT 20",
    )?;
    let rows = query.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn select() -> String {
    let names: Vec<&str> = Column::VARIANTS.iter().map(|column| column.name()).collect();
    format!("SELECT id, version, event, {} FROM target", names.join(", "))
}

fn read(row: &rusqlite::Row<'_>) -> Result<StoredTarget> {
    Ok(StoredTarget {
        id: row.get(0)?,
        version: row.get(1)?,
        event: row.get(2)?,
        values: Values::read(row, 3, Column::count())?,
    })
}
