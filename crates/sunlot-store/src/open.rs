//! Opening an office: as the one writer, or as a reader beside it. A setting on which durability rests is
//! read back; where SQLite did not take it, the office stays closed.

use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::change::{Change, NewEvent};
use crate::lock::WriterLock;
use crate::schema::{self, Header, Migrated};
use crate::{Error, OfficeFolder, Result};

/// How long a statement waits for the other process's short moment of exclusive use.
const PATIENCE: Duration = Duration::from_secs(5);

/// What opening needs to know from outside: the time, and how to put into words what it did to the schema.
pub struct Opening<'a> {
    /// Now.
    pub at: DateTime<FixedOffset>,
    /// Makes the event that goes with a creation or an upgrade.
    pub note: &'a dyn Fn(&Migrated) -> NewEvent,
}

/// The office, open for its one writer.
#[derive(Debug)]
pub struct Writer {
    // Declared before the lock, so that the database is closed when the lock goes.
    connection: Connection,
    _lock: WriterLock,
}

impl Writer {
    /// Takes the lock, creates or upgrades the file where needed, and opens it.
    pub fn open(folder: &OfficeFolder, opening: &Opening<'_>) -> Result<Self> {
        folder.prepare()?;
        let lock = WriterLock::take(folder)?;
        let mut connection = connect_writer(folder)?;
        schema::migrate(&mut connection, folder, opening.at, opening.note)?;
        Ok(Self {
            connection,
            _lock: lock,
        })
    }

    /// For reading.
    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Begins a change; nothing of it lasts unless it is committed with its event.
    pub fn change(&mut self) -> Result<Change<'_>> {
        Change::begin(&mut self.connection)
    }
}

/// The office, open for reading while another process may write.
#[derive(Debug)]
pub struct Reader {
    connection: Connection,
}

impl Reader {
    /// Opens the file without touching it. `None` where it is older than this program: a writer must upgrade
    /// it first.
    pub fn open(folder: &OfficeFolder) -> Result<Option<Self>> {
        let missing = || Error::Missing {
            folder: folder.path().to_owned(),
        };
        if !folder.holds_office() {
            return Err(missing());
        }
        let connection = Connection::open_with_flags(folder.database(), OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        connection.busy_timeout(PATIENCE)?;
        distrust(&connection)?;
        match schema::read_header(&connection, folder)? {
            Header::Blank => Err(missing()),
            Header::Office(version) if version < schema::schema_version() => Ok(None),
            Header::Office(_) => Ok(Some(Self { connection })),
        }
    }

    /// For reading.
    pub fn connection(&self) -> &Connection {
        &self.connection
    }
}

/// A connection that may write, with every setting that durability and append-only rest on.
pub(crate) fn connect_writer(folder: &OfficeFolder) -> Result<Connection> {
    let connection = Connection::open(folder.database())?;
    connection.busy_timeout(PATIENCE)?;
    // Look before anything is changed: the settings below write into the file.
    schema::read_header(&connection, folder)?;
    distrust(&connection)?;
    require(&connection, "journal_mode", "WAL", "wal")?;
    require(&connection, "synchronous", "FULL", "2")?;
    require(&connection, "foreign_keys", "ON", "1")?;
    // Without it, INSERT OR REPLACE would delete a row behind the back of its triggers.
    require(&connection, "recursive_triggers", "ON", "1")?;
    Ok(connection)
}

/// What stands in the file is data: its schema may run nothing and damaged pages are noticed.
fn distrust(connection: &Connection) -> Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    require(connection, "cell_size_check", "ON", "1")
}

/// Sets a pragma and reads it back: an injected disk error made SQLite stay in another mode without a word.
fn require(connection: &Connection, setting: &'static str, value: &str, expected: &str) -> Result<()> {
    connection.pragma_update(None, setting, value)?;
    let found = connection.pragma_query_value(None, setting, |row| {
        let value = row.get_ref(0)?;
        Ok(value
            .as_i64()
            .map_or_else(|_| value.as_str().unwrap_or("?").to_owned(), |n| n.to_string()))
    })?;
    if found == expected {
        Ok(())
    } else {
        Err(Error::UnsafeSetting { setting, found })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_that_sqlite_does_not_take_keeps_the_office_closed() {
        // A database in memory cannot have a write-ahead log: SQLite answers "memory" and no error.
        let connection = Connection::open_in_memory().unwrap();
        let refused = require(&connection, "journal_mode", "WAL", "wal");
        assert!(
            matches!(refused, Err(Error::UnsafeSetting { setting: "journal_mode", ref found }) if found == "memory"),
            "without the log an acknowledged change could be lost, so {refused:?} must not be success"
        );
    }
}
