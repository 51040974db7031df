//! Opening an office: as the one writer, or as a reader beside it. A setting on which durability rests is
//! read back; where SQLite did not take it, the office stays closed.

use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::backup;
use crate::backup::restore::{self, Claim, Interrupted};
use crate::change::{Change, NewEvent};
use crate::lock::WriterLock;
use crate::schema::{self, Header, Migrated};
use crate::stage_cursor::{self, StageCursor};
use crate::{Error, OfficeFolder, Result};

/// How long a statement waits for the other process's short moment of exclusive use.
const PATIENCE: Duration = Duration::from_secs(5);

/// What opening needs to know from outside: the time, and how to put into words what it did to the schema.
pub struct Opening<'a> {
    /// Now.
    pub at: DateTime<FixedOffset>,
    /// Makes the event that goes with a creation or an upgrade.
    pub note: &'a dyn Fn(&Migrated) -> NewEvent,
    /// A random number for an office that has none yet.
    pub office: [u8; 16],
}

/// The office, open for its one writer.
#[derive(Debug)]
pub struct Writer {
    // Declared before the lock, so that the database is closed when the lock goes.
    connection: Connection,
    lock: WriterLock,
    found: Option<Interrupted>,
}

impl Writer {
    /// Takes the lock, creates or upgrades the file where needed, and opens it.
    pub fn open(folder: &OfficeFolder, opening: &Opening<'_>) -> Result<Self> {
        folder.prepare()?;
        let lock = WriterLock::take(folder)?;
        let found = restore::finish(folder)?;
        backup::tidy(folder);
        let mut connection = connect_writer(folder)?;
        schema::migrate(&mut connection, folder, opening)?;
        Ok(Self {
            connection,
            lock,
            found,
        })
    }

    /// What was found of a restore that did not come to its end.
    pub fn found(&self) -> Option<Interrupted> {
        self.found
    }

    /// Closes the database and keeps the lock, so that the office can be replaced.
    pub fn give_way(self, folder: &OfficeFolder) -> Result<Claim> {
        restore::settle(self.connection)?;
        Ok(Claim::with(folder, self.lock))
    }

    /// For reading.
    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Brings everything from the log into the database and empties the log, so that what was deleted is in neither.
    /// `false`: somebody is reading; then it happens when the office is closed.
    pub fn empty_log(&self) -> Result<bool> {
        let busy: i64 = self
            .connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        Ok(busy == 0)
    }

    /// Moves what the stage shows; no event tells of it.
    pub fn point(&mut self, cursor: &StageCursor) -> Result<()> {
        stage_cursor::write_to(&self.connection, cursor)
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
    /// Opens the file for reading. `None` where it is older than this program, or its making or a restore of it was
    /// interrupted: a writer must bring it in order first.
    pub fn open(folder: &OfficeFolder) -> Result<Option<Self>> {
        let missing = || Error::Missing {
            folder: folder.path().to_owned(),
        };
        // A restore was interrupted: a writer must finish it first.
        if restore::is_pending(folder) {
            return Ok(None);
        }
        if !folder.holds_office()? {
            return Err(missing());
        }
        let unfinished = folder.journal().exists();
        let opened = connect_reader(folder, false).or_else(|error| match error {
            // A disk that cannot be written has no room for SQLite's notes; without a log none are needed.
            Error::ReadOnly(_) if !folder.log().exists() && !unfinished => connect_reader(folder, true),
            other => Err(other),
        });
        match opened {
            Ok((_, Header::Blank)) => Err(missing()),
            Ok((_, Header::Office(version))) if version < schema::schema_version() => Ok(None),
            Ok((connection, Header::Office(_))) => Ok(Some(Self { connection })),
            // The power went while the file was made: only a writer may take back what was begun.
            Err(Error::ReadOnly(_)) if unfinished => Ok(None),
            Err(Error::ReadOnly(detail)) => Err(Error::Unreadable(detail)),
            Err(other) => Err(other),
        }
    }

    /// For reading.
    pub fn connection(&self) -> &Connection {
        &self.connection
    }
}

/// Nobody shares a connection, and nobody writes through one that reads.
const READING: OpenFlags = OpenFlags::SQLITE_OPEN_READ_ONLY.union(OpenFlags::SQLITE_OPEN_NO_MUTEX);

/// A connection for reading; `frozen` promises that nobody can change the file meanwhile.
fn connect_reader(folder: &OfficeFolder, frozen: bool) -> Result<(Connection, Header)> {
    let connection = if frozen {
        connect_frozen(&folder.database())?
    } else {
        Connection::open_with_flags(folder.database(), READING)?
    };
    connection.busy_timeout(PATIENCE)?;
    distrust(&connection)?;
    let header = schema::read_header(&connection, folder)?;
    Ok((connection, header))
}

/// A connection to a file that nobody writes while it is open, with nothing in it trusted.
pub(crate) fn connect_frozen(file: &Path) -> Result<Connection> {
    let address = format!("{}?immutable=1", address_of(file));
    let connection = Connection::open_with_flags(address, READING | OpenFlags::SQLITE_OPEN_URI)?;
    distrust(&connection)?;
    Ok(connection)
}

/// A path as the address that SQLite reads options from.
fn address_of(path: &Path) -> String {
    let path = path
        .to_string_lossy()
        .replace('%', "%25")
        .replace('?', "%3f")
        .replace('#', "%23");
    if cfg!(windows) {
        format!("file:///{}", path.replace('\\', "/"))
    } else {
        format!("file://{path}")
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
    // What is deleted is overwritten: a personal value that was erased must not be left lying in a free page.
    require(&connection, "secure_delete", "ON", "1")?;
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
