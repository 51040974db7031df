//! The tables and how a file gets them: numbered migrations, one transaction each together with the version
//! bump, a copy of the file before anything is changed, and refusal of files from the future.
//!
//! `docs/schema.sql` says what every column means; a test compares it with what these migrations make.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rusqlite::{Connection, TransactionBehavior};

use crate::change::Change;
use crate::open::Opening;
use crate::{Error, OfficeFolder, Result, backup, epoch};

/// "SUNL" in the file's header: this is an office and not some other program's database.
const APPLICATION_ID: u32 = 0x5355_4E4C;

/// Every migration in order; the version of a file is how many of them it has had. A new one is added at the
/// end, and an old one never changes. A column added to a table with rows is nullable: a digest covers the
/// columns that are not null, so old digests still hold.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_office.sql"),
    include_str!("migrations/0002_accounts.sql"),
    include_str!("migrations/0003_station.sql"),
    TRAIL,
    include_str!("migrations/0006_epoch.sql"),
    PERSONAL,
    include_str!("migrations/0008_idle.sql"),
    include_str!("migrations/0009_targets.sql"),
    include_str!("migrations/0010_imports.sql"),
    include_str!("migrations/0011_inspectors.sql"),
    include_str!("migrations/0012_items.sql"),
    include_str!("migrations/0013_credit_file.sql"),
    include_str!("migrations/0014_plans.sql"),
    include_str!("migrations/0015_outside_draws.sql"),
    include_str!("migrations/0016_crew_people.sql"),
    include_str!("migrations/0017_draws.sql"),
];

const TRAIL: &str = include_str!("migrations/0005_trail.sql");
const PERSONAL: &str = include_str!("migrations/0007_personal.sql");

/// What opening a file did to its schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Migrated {
    /// There was no office yet.
    Created {
        /// The schema it has now.
        schema: u32,
    },
    /// An older file was brought up to date.
    Upgraded {
        /// The schema it had.
        from: u32,
        /// The schema it has now.
        to: u32,
        /// The name of the copy made before, in `backups/`.
        backup: String,
    },
}

/// The schema that this program writes.
pub fn schema_version() -> u32 {
    version_after(MIGRATIONS)
}

/// The first schema that only programs with anchors write: an office that has it has had an anchor.
pub fn anchored_since() -> u32 {
    since(TRAIL)
}

/// The first schema with personal values: a copy of an older file has none.
pub fn personal_since() -> u32 {
    since(PERSONAL)
}

fn since(migration: &str) -> u32 {
    let before = MIGRATIONS
        .iter()
        .take_while(|earlier| **earlier != migration)
        .count();
    u32::try_from(before + 1).unwrap_or(u32::MAX)
}

fn version_after(migrations: &[&str]) -> u32 {
    u32::try_from(migrations.len()).unwrap_or(u32::MAX)
}

/// What a file's header says of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Header {
    /// Nothing in it yet.
    Blank,
    /// An office with this schema.
    Office(u32),
}

/// Reads the header without changing anything; refuses files that are not ours or are newer than we are.
pub(crate) fn read_header(connection: &Connection, folder: &OfficeFolder) -> Result<Header> {
    read_header_for(connection, folder, MIGRATIONS)
}

fn read_header_for(connection: &Connection, folder: &OfficeFolder, migrations: &[&str]) -> Result<Header> {
    let file = folder.database();
    let number = |pragma: &str| connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    let application = number("application_id").map_err(|error| match Error::from(error) {
        Error::Damaged(detail) => Error::NotAnOffice {
            file: file.clone(),
            detail,
        },
        other => other,
    })?;
    let found = number("user_version")?;
    let tables: u32 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if application == 0 && found == 0 && tables == 0 {
        return Ok(Header::Blank);
    }
    if application != i64::from(APPLICATION_ID) {
        return Err(Error::NotAnOffice {
            file,
            detail: format!("application id {application:#010x}"),
        });
    }
    let known = version_after(migrations);
    match u32::try_from(found) {
        Ok(found) if found > known => Err(Error::Newer { file, found, known }),
        Ok(found) if found > 0 => Ok(Header::Office(found)),
        _ => Err(Error::Damaged(format!("an office with schema {found}"))),
    }
}

/// Brings a file up to date and appends the event that says so, in the same transaction.
pub(crate) fn migrate(
    connection: &mut Connection,
    folder: &OfficeFolder,
    opening: &Opening<'_>,
) -> Result<Option<Migrated>> {
    migrate_with(connection, folder, opening, MIGRATIONS)
}

/// Brings a file that was taken out of a backup up to date; that backup is the copy from before.
pub(crate) fn migrate_copy(connection: &mut Connection, opening: &Opening<'_>, backup: &str) -> Result<()> {
    let from: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    upgrade(connection, opening, MIGRATIONS, from, backup)
}

fn migrate_with(
    connection: &mut Connection,
    folder: &OfficeFolder,
    opening: &Opening<'_>,
    migrations: &[&str],
) -> Result<Option<Migrated>> {
    match read_header_for(connection, folder, migrations)? {
        Header::Blank => create(connection, opening, migrations).map(Some),
        Header::Office(from) if from < version_after(migrations) => {
            let backup = backup::before_migration(connection, folder, from, opening.at)?;
            upgrade(connection, opening, migrations, from, &backup)?;
            Ok(Some(Migrated::Upgraded {
                from,
                to: version_after(migrations),
                backup,
            }))
        }
        Header::Office(_) => Ok(None),
    }
}

/// A new file takes all steps at once: there is nothing to lose on the way.
fn create(connection: &mut Connection, opening: &Opening<'_>, migrations: &[&str]) -> Result<Migrated> {
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for migration in migrations {
        tx.execute_batch(migration)?;
    }
    let schema = version_after(migrations);
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    tx.pragma_update(None, "user_version", schema)?;
    let done = Migrated::Created { schema };
    let change = Change::of_upgrade(tx)?;
    epoch::begin(&change, &opening.office)?;
    change.commit((opening.note)(&done))?;
    Ok(done)
}

fn upgrade(
    connection: &mut Connection,
    opening: &Opening<'_>,
    migrations: &[&str],
    from: u32,
    backup: &str,
) -> Result<()> {
    for (migration, to) in migrations.iter().zip(1u32..).skip(from as usize) {
        let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute_batch(migration)?;
        tx.pragma_update(None, "user_version", to)?;
        let change = Change::of_upgrade(tx)?;
        epoch::begin(&change, &opening.office)?;
        change.commit((opening.note)(&Migrated::Upgraded {
            from: to - 1,
            to,
            backup: backup.to_owned(),
        }))?;
    }
    Ok(())
}

/// The statements that a file's schema consists of, by kind and name, to the letter.
pub fn statements(connection: &Connection) -> Result<BTreeMap<String, String>> {
    let mut query =
        connection.prepare("SELECT type, name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name")?;
    let rows = query.query_map([], |row| {
        let (kind, name): (String, String) = (row.get(0)?, row.get(1)?);
        Ok((format!("{kind} {name}"), row.get(2)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many rows each table has.
pub fn table_sizes(connection: &Connection) -> Result<Vec<(String, u64)>> {
    let mut query =
        connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?;
    let names: Vec<String> = query
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let count = |name: String| {
        let quoted = name.replace('"', "\"\"");
        let rows = connection.query_row(&format!("SELECT count(*) FROM \"{quoted}\""), [], |row| {
            row.get(0)
        })?;
        Ok((name, rows))
    };
    names.into_iter().map(count).collect()
}

/// The statements that this program's own migrations make; they stay the same as long as it runs.
pub(crate) fn expected_statements() -> Result<&'static BTreeMap<String, String>> {
    static EXPECTED: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    if let Some(expected) = EXPECTED.get() {
        return Ok(expected);
    }
    let made = statements_at(schema_version())?;
    Ok(EXPECTED.get_or_init(|| made))
}

/// Those that the first migrations make, for a file that has had no more.
pub(crate) fn statements_at(version: u32) -> Result<BTreeMap<String, String>> {
    let connection = Connection::open_in_memory()?;
    for migration in MIGRATIONS.iter().take(version as usize) {
        connection.execute_batch(migration)?;
    }
    statements(&connection)
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, FixedOffset};

    use super::*;
    use crate::open::connect_writer;
    use crate::{NewEvent, trail};

    const NOTES: &str = "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT) STRICT;";
    const COLOURS: &str = "ALTER TABLE note ADD COLUMN colour TEXT;";
    const BROKEN: &str = "ALTER TABLE note ADD COLUMN size TEXT; ALTER TABLE nowhere ADD COLUMN x TEXT;";

    fn at() -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2026-11-20T09:41:00+08:00").unwrap()
    }

    fn note(migrated: &Migrated) -> NewEvent {
        let kind = match migrated {
            Migrated::Created { .. } => "office.created",
            Migrated::Upgraded { .. } => "office.upgraded",
        };
        NewEvent::new(at(), "test", kind)
    }

    fn opening() -> Opening<'static> {
        Opening {
            at: at(),
            note: &note,
            office: [7; 16],
        }
    }

    struct Trial {
        _outside: tempfile::TempDir,
        folder: OfficeFolder,
        connection: Connection,
    }

    impl Trial {
        fn with(migrations: &[&str]) -> Self {
            let outside = tempfile::tempdir().unwrap();
            let folder = OfficeFolder::new(outside.path());
            let mut connection = connect_writer(&folder).unwrap();
            migrate_with(&mut connection, &folder, &opening(), migrations).unwrap();
            Self {
                _outside: outside,
                folder,
                connection,
            }
        }

        fn migrate(&mut self, migrations: &[&str]) -> Result<Option<Migrated>> {
            migrate_with(&mut self.connection, &self.folder, &opening(), migrations)
        }

        fn version(&self) -> u32 {
            self.connection
                .pragma_query_value(None, "user_version", |row| row.get(0))
                .unwrap()
        }

        fn kinds(&self) -> Vec<String> {
            trail::newest(&self.connection, None, 10)
                .unwrap()
                .into_iter()
                .map(|stored| stored.event.kind)
                .collect()
        }
    }

    #[test]
    fn a_new_file_takes_all_steps_at_once_and_says_so_once() {
        let trial = Trial::with(&[MIGRATIONS[0], NOTES, COLOURS]);
        assert_eq!(trial.version(), 3, "it starts at the newest schema");
        assert_eq!(trial.kinds(), ["office.created"], "one event tells of its birth");
    }

    #[test]
    fn an_older_file_is_copied_first_and_then_climbs_step_by_step() {
        let mut trial = Trial::with(&[MIGRATIONS[0]]);
        let done = trial.migrate(&[MIGRATIONS[0], NOTES, COLOURS]).unwrap();
        let Some(Migrated::Upgraded {
            from: 1,
            to: 3,
            backup,
        }) = done
        else {
            panic!("expected an upgrade from 1 to 3, got {done:?}");
        };
        assert_eq!(trial.version(), 3, "both steps were taken");
        assert_eq!(
            trial.kinds(),
            ["office.upgraded", "office.upgraded", "office.created"],
            "each step left its own event"
        );
        let copy = Connection::open(trial.folder.backups().join(backup)).unwrap();
        let version: u32 = copy
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap();
        assert_eq!(version, 1, "the copy is the file as it was before");
    }

    #[test]
    fn what_an_interrupted_copy_left_lying_about_is_taken_away_by_the_next() {
        let mut trial = Trial::with(&[MIGRATIONS[0]]);
        let backups = trial.folder.backups();
        std::fs::create_dir(&backups).unwrap();
        for left in [
            "from-1-20260101T080000.db.part",
            "from-1-20260101T080000.db.part-wal",
        ] {
            std::fs::write(backups.join(format!("before-upgrade-{left}")), "half").unwrap();
        }
        std::fs::write(backups.join("letter.db.part"), "somebody's").unwrap();
        trial.migrate(&[MIGRATIONS[0], NOTES]).unwrap();
        let mut names: Vec<_> = std::fs::read_dir(&backups)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        assert_eq!(
            names,
            ["before-upgrade-from-1-20261120T094100.db", "letter.db.part"],
            "the copy is there, its unfinished predecessor is gone, and other files are nobody's business"
        );
    }

    #[test]
    fn a_step_that_fails_leaves_the_file_where_it_was() {
        let mut trial = Trial::with(&[MIGRATIONS[0], NOTES]);
        let refused = trial.migrate(&[MIGRATIONS[0], NOTES, BROKEN]);
        assert!(
            refused.is_err(),
            "the second statement of the step names a table that is not there"
        );
        assert_eq!(trial.version(), 2, "the version goes with its step");
        let size = trial.connection.prepare("SELECT size FROM note");
        assert!(
            size.is_err(),
            "the first statement of the failed step is undone as well"
        );
        assert_eq!(
            trial.kinds(),
            ["office.created"],
            "and nothing claims that it happened"
        );
    }

    #[test]
    fn a_file_from_the_future_is_refused_untouched() {
        let mut trial = Trial::with(&[MIGRATIONS[0], NOTES]);
        let refused = trial.migrate(&[MIGRATIONS[0]]);
        assert!(
            matches!(
                refused,
                Err(Error::Newer {
                    found: 2,
                    known: 1,
                    ..
                })
            ),
            "an old program would not understand the rows of a newer one"
        );
        assert_eq!(trial.version(), 2, "refusing changes nothing");
    }
}
