//! What a database says, cell by cell, so that two of them can be compared: every table, every column, every leaf of a
//! payload, and the schema.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use serde_json::Value;

use super::files::pattern;
use super::prepared::workshop;

/// The event that a cell belongs to; none for the schema and tables without events.
type EventNumber = Option<i64>;

/// What the program itself remarks, wherever an operation stands: the second place of the anchor could not be written, or
/// can be again; a backup was not put back after all.
const REMARKS: &str = "'anchor.failed', 'anchor.resumed', 'restore.abandoned'";

/// What stands for the digest of an event's rows where a remark came before it: the rows have its number in them, and
/// that is another then. The rows themselves are compared cell by cell.
const RENUMBERED: &str = "renumbered";

/// Cells that two runs may happen to fill alike: where a trail ended that was replaced (it may tell of earlier attempts),
/// how well a backup could be compressed, and how far the trail had come when it was made (remarks count).
const BY_CHANCE: [&str; 6] = [
    "payload/replaced/seq",
    "payload/anchored/seq",
    " replaced_seq",
    " payload/seq",
    " seq",
    " size",
];

/// Everything that a database says. Remarks are left out, and what comes after them is numbered as if they were not there.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    cells: BTreeMap<String, (EventNumber, String)>,
    /// How many events there are.
    pub events: usize,
    remarks: Vec<i64>,
    /// Whether the last remark on the anchor is that it could not be written.
    pub unanchored: bool,
    /// How many objects of a kind an event was seen to concern.
    objects: BTreeMap<(String, EventNumber), usize>,
}

impl PartialEq for Contents {
    fn eq(&self, other: &Self) -> bool {
        self.cells == other.cells
    }
}

impl Contents {
    /// Reads the database of an office, on a copy: looking must change nothing. An office that is not there says
    /// nothing.
    pub fn of_office(office: &Path) -> Result<Self, String> {
        let database = office.join("office.db");
        if fs::metadata(&database).map_or(0, |found| found.len()) == 0
            && !office.join("office.db-wal").exists()
        {
            return Ok(Self::default());
        }
        let shop = workshop();
        for name in ["office.db", "office.db-wal", "office.db-journal"] {
            if office.join(name).exists() {
                fs::copy(office.join(name), shop.path().join(name)).map_err(|e| e.to_string())?;
            }
        }
        Self::of_database(&shop.path().join("office.db"))
    }

    /// Reads a database that nobody else uses.
    pub fn of_database(file: &Path) -> Result<Self, String> {
        let connection = Connection::open(file).map_err(|e| e.to_string())?;
        let mut contents = Self::default();
        contents
            .read(&connection)
            .map_err(|e| format!("unreadable: {e}"))?;
        Ok(contents)
    }

    fn read(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        let objects = "SELECT type, name, coalesce(sql, '') FROM sqlite_schema";
        let mut query = connection.prepare(objects)?;
        let mut rows = query.query([])?;
        let mut tables = Vec::new();
        while let Some(row) = rows.next()? {
            let (kind, name, sql): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            if kind == "table" {
                tables.push(name.clone());
            }
            self.put(format!("schema {kind} {name}"), None, sql);
        }
        // A file that was begun and never committed says nothing either.
        if !tables.is_empty() {
            self.put("schema version".to_owned(), None, version.to_string());
        }
        let remarks = format!("SELECT seq FROM audit_event WHERE kind IN ({REMARKS})");
        if tables.iter().any(|table| table == "audit_event") {
            let mut query = connection.prepare(&remarks)?;
            self.remarks = query
                .query_map([], |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?;
            let last = "SELECT kind = 'anchor.failed' FROM audit_event WHERE kind LIKE 'anchor.%' ORDER BY seq DESC LIMIT 1";
            self.unanchored = connection.query_row(last, [], |row| row.get(0)).unwrap_or(false);
        }
        tables
            .iter()
            .try_for_each(|table| self.read_table(connection, table))
    }

    fn read_table(&mut self, connection: &Connection, table: &str) -> rusqlite::Result<()> {
        let mut query = connection.prepare(&format!("SELECT * FROM {table}"))?;
        let columns: Vec<String> = query.column_names().map(str::to_owned).collect();
        let mut key =
            connection.prepare("SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk")?;
        let key: Vec<String> = key
            .query_map([table], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let by_event = if columns.iter().any(|column| column == "event") {
                "event"
            } else {
                "seq"
            };
            let event = row.get::<_, i64>(by_event).ok();
            if event.is_some_and(|event| self.remarks.contains(&event)) {
                continue;
            }
            let moved = event.is_some_and(|event| self.renumbered(event) != event);
            let event = event.map(|event| self.renumbered(event));
            let value = |column: &String| match event {
                Some(event) if column == by_event => Ok(event.to_string()),
                _ => text(row, column),
            };
            let mut keys: Vec<String> = key.iter().map(value).collect::<rusqlite::Result<_>>()?;
            if table == "audit_object" {
                // What an event concerns may have a name by chance; which of its objects it is, is none.
                let nth = self.objects.entry((keys[0].clone(), event)).or_default();
                *nth += 1;
                keys[1] = nth.to_string();
            }
            self.events += usize::from(table == "audit_event");
            for column in &columns {
                let path = format!("{table} {} {column}", keys.join("/"));
                self.put_leaves(path, event, &value(column)?);
            }
            if moved && table == "audit_event" {
                self.set_digests_aside(&format!("{table} {} payload/rows/", keys.join("/")));
            }
        }
        Ok(())
    }

    fn set_digests_aside(&mut self, rows: &str) {
        let of_rows = self.cells.iter_mut().filter(|(path, _)| path.starts_with(rows));
        for (_, (_, value)) in of_rows.filter(|(path, _)| path.ends_with("/digest")) {
            RENUMBERED.clone_into(value);
        }
    }

    fn renumbered(&self, event: i64) -> i64 {
        let before = self.remarks.iter().filter(|remark| **remark < event).count();
        event - i64::try_from(before).unwrap()
    }

    /// The number of the last event, remarks among them.
    pub fn last_event(&self) -> usize {
        self.events + self.remarks.len()
    }

    /// What the last cell says whose path ends like this.
    pub fn cell(&self, ending: &str) -> Option<&str> {
        let mut ours = self.cells.iter().filter(|(path, _)| path.ends_with(ending));
        ours.next_back().map(|(_, (_, value))| value.as_str())
    }

    /// A payload is taken apart, so that what differs from run to run in it can be told from what does not.
    fn put_leaves(&mut self, path: String, event: EventNumber, value: &str) {
        match serde_json::from_str(value) {
            Ok(whole @ (Value::Object(_) | Value::Array(_))) => {
                for (leaf, value) in leaves(&whole) {
                    self.put(format!("{path}{leaf}"), event, value);
                }
            }
            _ => self.put(path, event, value.to_owned()),
        }
    }

    fn put(&mut self, path: String, event: EventNumber, value: String) {
        // The name of a backup has the minute in it.
        let value = if value.contains(".sunlot-backup") {
            pattern(&value)
        } else {
            value
        };
        self.cells.insert(path, (event, value));
    }

    /// Cells that two runs of the same operation filled differently: moments, salts, hashes of both.
    pub fn volatile(&self, other: &Self) -> BTreeSet<String> {
        let differs = |(path, cell): &(&String, &(EventNumber, String))| {
            other.cells.get(*path) != Some(*cell) || BY_CHANCE.iter().any(|end| path.ends_with(end))
        };
        let mut volatile: BTreeSet<String> = self
            .cells
            .iter()
            .filter(differs)
            .map(|(path, _)| path.clone())
            .collect();
        // Objects are listed by their names, and one name by chance gives the others another place.
        let lists: BTreeSet<String> = volatile.iter().filter_map(|path| list_of_objects(path)).collect();
        let listed = |path: &&String| list_of_objects(path).is_some_and(|list| lists.contains(&list));
        volatile.extend(self.cells.keys().filter(listed).cloned());
        volatile
    }

    /// The first cell in which this is not `whole`, setting aside what differs from run to run. With a number of
    /// events, only what belongs to those is asked for, and nothing that belongs to others may be there.
    pub fn first_difference(
        &self,
        whole: &Self,
        events: Option<i64>,
        volatile: &BTreeSet<String>,
    ) -> Option<String> {
        let counts = |event: EventNumber| match events {
            Some(last) => event.is_some_and(|event| event <= last),
            None => true,
        };
        let wanted = whole.cells.iter().filter(|(_, (event, _))| counts(*event));
        let missing = wanted.filter(|(path, wanted)| {
            let found = self.cells.get(*path);
            let aside = found.is_some_and(|(_, value)| value == RENUMBERED);
            found != Some(*wanted) && !aside && (found.is_none() || !volatile.contains(*path))
        });
        let there = |(path, (event, _)): &(&String, &(EventNumber, String))| {
            !whole.cells.contains_key(*path) || (event.is_some() && !counts(*event))
        };
        let added = self
            .cells
            .iter()
            .filter(|(_, (event, _))| events.is_none() || event.is_some());
        let (path, _) = missing.chain(added.filter(there)).next()?;
        let cell = |contents: &Self| contents.cells.get(path).map(|(_, value)| value.clone());
        Some(format!("{path}: {:?} for {:?}", cell(self), cell(whole)))
    }
}

/// The list of an event's objects that a cell belongs to.
fn list_of_objects(path: &str) -> Option<String> {
    if let Some((event, _)) = path.split_once(" payload/objects/") {
        return Some(event.to_owned());
    }
    // Its kind, which of them it is, the event.
    let mut key = path.strip_prefix("audit_object ")?.split('/');
    let (kind, _, event) = (key.next()?, key.next()?, key.next()?);
    Some(format!("{kind} {event}"))
}

fn text(row: &Row<'_>, column: &str) -> rusqlite::Result<String> {
    Ok(match row.get_ref(column)? {
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        other => format!("{other:?}"),
    })
}

/// The leaves of a JSON value with their paths.
pub fn leaves(value: &Value) -> Vec<(String, String)> {
    let inside = |name: String, value: &Value| {
        leaves(value)
            .into_iter()
            .map(move |(path, leaf)| (format!("/{name}{path}"), leaf))
            .collect::<Vec<_>>()
    };
    match value {
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(name, value)| inside(name.clone(), value))
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .flat_map(|(at, item)| inside(at.to_string(), item))
            .collect(),
        leaf => vec![(String::new(), leaf.to_string())],
    }
}
