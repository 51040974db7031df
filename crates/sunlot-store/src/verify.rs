//! Recomputes the trail and every row that it vouches for, and names what does not fit, first fault first: the
//! whole of it, or what came after a checkpoint.
//!
//! Within one file this finds every edit, but not a history that somebody rewrote from end to end, nor one cut
//! off at its end: those show only against an anchor kept elsewhere. A checkpoint must be kept elsewhere, too.

use rusqlite::{Connection, ErrorCode, Statement};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::cursor::{Cursor, JOURNALLED, Journalled};
use crate::objects::Objects;
use crate::row_bytes::RowDigest;
use crate::trail::{self, Hash, StoredEvent};
use crate::{Error, Result, schema, target};

/// After so many faults the rest would only tire the reader.
const ENOUGH: usize = 100;

/// How often the progress is told.
const STEP: u64 = 1024;

/// Something that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// SQLite finds its own file damaged.
    Damaged {
        /// What SQLite says.
        detail: String,
    },
    /// A table, index, trigger or view that is missing, added or changed.
    Schema {
        /// Kind and name, such as `trigger audit_event_delete`.
        object: String,
    },
    /// The numbers do not run on.
    Gap {
        /// The number that should stand here.
        expected: i64,
        /// The number that does.
        found: i64,
    },
    /// The event's content does not give its hash.
    EventChanged {
        /// The event.
        seq: i64,
    },
    /// The rows are not those that the event wrote.
    RowsChanged {
        /// The event.
        seq: i64,
        /// The table.
        table: String,
        /// How many rows the event says it wrote.
        expected: u64,
        /// How many there are.
        found: u64,
    },
    /// A row that no event wrote.
    StrayRow {
        /// The table.
        table: String,
        /// The row's key.
        key: String,
    },
    /// The list of what events concern is not what the events say.
    ObjectsChanged {
        /// The event.
        seq: i64,
    },
    /// The trail up to the checkpoint is not the one that was verified then.
    CheckpointDiffers {
        /// The last event that was verified then.
        seq: i64,
    },
}

impl Fault {
    /// The event that it is about, where it is about one.
    pub fn seq(&self) -> Option<i64> {
        match self {
            Self::Gap { expected, .. } => Some(*expected),
            Self::EventChanged { seq }
            | Self::RowsChanged { seq, .. }
            | Self::ObjectsChanged { seq }
            | Self::CheckpointDiffers { seq } => Some(*seq),
            Self::Damaged { .. } | Self::Schema { .. } | Self::StrayRow { .. } => None,
        }
    }
}

/// How far a verification came that found nothing. The next one may begin here, if this is kept where whoever
/// edits the database cannot edit it as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The last event.
    pub seq: i64,
    /// Its hash.
    pub head: Hash,
    /// The digests of all rows up to there, hashed one after the other.
    pub digest: Hash,
}

impl Checkpoint {
    /// Before the first event.
    pub const NONE: Self = Self {
        seq: 0,
        head: Hash::NONE,
        digest: Hash::NONE,
    };
}

/// The outcome of a verification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// How many events were looked at.
    pub events: u64,
    /// How many rows.
    pub rows: u64,
    /// Where it ended.
    pub reached: Checkpoint,
    /// What does not fit, first fault first; at most a hundred.
    pub faults: Vec<Fault>,
    /// Whether it was stopped before the end.
    pub stopped: bool,
    /// The schema that the file should have.
    pub(crate) schema: u32,
}

/// How far it is: events done, events in all. It goes on as long as the answer is `true`.
pub type Progress<'a> = &'a mut dyn FnMut(u64, u64) -> bool;

/// Verifies everything, in one consistent view of the file. Where an earlier verification is known, the history
/// up to there must still be the same.
pub fn verify(
    connection: &Connection,
    earlier: Option<&Checkpoint>,
    progress: Progress<'_>,
) -> Result<Verdict> {
    verify_at(connection, schema::schema_version(), earlier, progress)
}

/// The same for a file that may be older than this program.
pub(crate) fn verify_at(
    connection: &Connection,
    version: u32,
    earlier: Option<&Checkpoint>,
    progress: Progress<'_>,
) -> Result<Verdict> {
    let view = connection.unchecked_transaction()?;
    let mut verdict = Verdict::beginning_at(Checkpoint::NONE);
    verdict.schema = version;
    verdict.stopped = !progress(0, last_seq(&view)?);
    if !verdict.stopped {
        match damage(&view) {
            Ok(faults) => {
                verdict.faults = faults;
                if version == schema::schema_version() {
                    verdict.faults.extend(misfits(&view)?);
                }
                verdict.run(&view, earlier, progress)?;
            }
            Err(error) if interrupted(&error) => verdict.stopped = true,
            Err(error) => return Err(error),
        }
    }
    Ok(verdict)
}

/// Verifies what came after a checkpoint, and that the trail still goes through it. SQLite's own search through
/// the whole file is left out: it takes seconds where the file is large.
pub fn verify_since(
    connection: &Connection,
    checkpoint: &Checkpoint,
    progress: Progress<'_>,
) -> Result<Verdict> {
    let view = connection.unchecked_transaction()?;
    let mut verdict = Verdict::beginning_at(*checkpoint);
    let here = checkpoint.seq == 0 || trail::hash_at(&view, checkpoint.seq)? == Some(checkpoint.head);
    // The last event that was verified is read once more: its content must still give its hash.
    let fits = checkpoint.seq == 0 || trail::event_fits(&view, checkpoint.seq)? == Some(true);
    if !(here && fits) {
        verdict
            .faults
            .push(Fault::CheckpointDiffers { seq: checkpoint.seq });
        verdict.faults.extend(schema_faults(&view, verdict.schema)?);
        return Ok(verdict);
    }
    verdict.run(&view, None, progress)?;
    Ok(verdict)
}

impl Verdict {
    fn beginning_at(checkpoint: Checkpoint) -> Self {
        Self {
            events: 0,
            rows: 0,
            reached: checkpoint,
            faults: Vec::new(),
            stopped: false,
            schema: schema::schema_version(),
        }
    }

    fn run(&mut self, view: &Connection, earlier: Option<&Checkpoint>, progress: Progress<'_>) -> Result<()> {
        self.faults.extend(schema_faults(view, self.schema)?);
        // What cannot even be read is a finding too, and no failure of the search.
        match walk(view, self, earlier, progress) {
            Ok(()) => {}
            Err(error) if interrupted(&error) => self.stopped = true,
            Err(error) => self.faults.push(Fault::Damaged {
                detail: error.to_string(),
            }),
        }
        self.faults.truncate(ENOUGH);
        Ok(())
    }
}

/// SQLite's own search can only be stopped from beside it, through the connection's interrupt handle.
fn interrupted(error: &Error) -> bool {
    let Error::Sqlite(error) = error else {
        return false;
    };
    error.sqlite_error_code() == Some(ErrorCode::OperationInterrupted)
}

fn last_seq(connection: &Connection) -> Result<u64> {
    Ok(
        connection.query_row("SELECT coalesce(max(seq), 0) FROM audit_event", [], |row| {
            row.get(0)
        })?,
    )
}

fn damage(connection: &Connection) -> Result<Vec<Fault>> {
    let mut faults = Vec::new();
    let mut check = connection.prepare("PRAGMA integrity_check(20)")?;
    for line in check.query_map([], |row| row.get::<_, String>(0))? {
        let detail = line?;
        if detail != "ok" {
            faults.push(Fault::Damaged { detail });
        }
    }
    let mut check = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = check.query([])?;
    while let Some(row) = rows.next()? {
        let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
        faults.push(Fault::Damaged {
            detail: format!("{table}: a row refers to a missing row of {parent}"),
        });
    }
    Ok(faults)
}

/// Entries of the list of targets in force that the targets do not bear out.
fn misfits(connection: &Connection) -> Result<Vec<Fault>> {
    // Where the table itself was taken away, the search for what was changed says so.
    if !connection.table_exists(None, target::CURRENT)? || !connection.table_exists(None, "target")? {
        return Ok(Vec::new());
    }
    let stray = |id: i64| Fault::StrayRow {
        table: target::CURRENT.to_owned(),
        key: id.to_string(),
    };
    Ok(target::misfits(connection)?.into_iter().map(stray).collect())
}

fn schema_faults(connection: &Connection, version: u32) -> Result<Vec<Fault>> {
    let older;
    let expected = if version == schema::schema_version() {
        schema::expected_statements()?
    } else {
        older = schema::statements_at(version)?;
        &older
    };
    let found = schema::statements(connection)?;
    let objects = expected
        .keys()
        .chain(found.keys().filter(|object| !expected.contains_key(*object)));
    let differs = objects.filter(|object| expected.get(*object) != found.get(*object));
    Ok(differs
        .map(|object| Fault::Schema {
            object: object.clone(),
        })
        .collect())
}

/// The tables that a file of this version has, of those that the trail vouches for.
pub(crate) fn journalled_at(version: u32) -> Result<Vec<&'static Journalled>> {
    if version == schema::schema_version() {
        return Ok(JOURNALLED.iter().collect());
    }
    let expected = schema::statements_at(version)?;
    let exists = |table: &&Journalled| expected.contains_key(&format!("table {}", table.name));
    Ok(JOURNALLED.iter().filter(exists).collect())
}

fn walk(
    connection: &Connection,
    verdict: &mut Verdict,
    earlier: Option<&Checkpoint>,
    progress: Progress<'_>,
) -> Result<()> {
    let begin = verdict.reached.seq;
    let total = last_seq(connection)?.saturating_sub(u64::try_from(begin).unwrap_or(0));
    // From the very beginning, rows that claim to stand before it count as well.
    let after = if begin == 0 { i64::MIN } else { begin };
    let tables = journalled_at(verdict.schema)?;
    let mut statements: Vec<Statement<'_>> = tables
        .iter()
        .map(|table| table.statement(connection, after))
        .collect::<Result<_>>()?;
    let mut cursors = Vec::new();
    for (table, statement) in tables.iter().zip(&mut statements) {
        cursors.push(Cursor::new(table, statement)?);
    }
    let mut objects = Objects::statement(connection, after)?;
    let mut objects = Objects::new(&mut objects)?;
    // Written into the statement and not bound: the smallest number has no opposite.
    let mut query = connection.prepare(&format!("{} WHERE seq > {after} ORDER BY seq", trail::SELECT))?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let event = trail::read(row)?;
        check_event(&event, verdict)?;
        let mut digest =
            Sha256::new_with_prefix(b"sunlot checkpoint\0").chain_update(verdict.reached.digest.bytes());
        for (table, cursor) in tables.iter().zip(&mut cursors) {
            let found = check_rows(&event, table.name, cursor, verdict)?;
            if found.count > 0 {
                digest.update(table.name);
                digest.update(found.digest);
            }
        }
        if !objects.fit(&event.event)? {
            verdict
                .faults
                .push(Fault::ObjectsChanged { seq: event.event.seq });
        }
        verdict.events += 1;
        verdict.reached = Checkpoint {
            seq: event.event.seq,
            head: event.hash,
            digest: Hash::of(digest),
        };
        if earlier.is_some_and(|earlier| earlier.seq == event.event.seq && *earlier != verdict.reached) {
            verdict
                .faults
                .push(Fault::CheckpointDiffers { seq: event.event.seq });
        }
        let told = verdict.events.is_multiple_of(STEP) || verdict.events == total;
        if told && !progress(verdict.events, total) {
            verdict.stopped = true;
            return Ok(());
        }
    }
    for (table, cursor) in tables.iter().zip(&mut cursors) {
        report_stray(table.name, cursor.rest()?, verdict);
    }
    for seq in objects.rest()? {
        verdict.faults.push(Fault::ObjectsChanged { seq });
    }
    if let Some(earlier) = earlier.filter(|earlier| earlier.seq > verdict.reached.seq) {
        verdict.faults.push(Fault::CheckpointDiffers { seq: earlier.seq });
    }
    Ok(())
}

fn check_event(stored: &StoredEvent, verdict: &mut Verdict) -> Result<()> {
    let (event, last) = (&stored.event, verdict.reached);
    if event.seq != last.seq + 1 {
        verdict.faults.push(Fault::Gap {
            expected: last.seq + 1,
            found: event.seq,
        });
    }
    if !stored.follows(&last.head)? {
        verdict.faults.push(Fault::EventChanged { seq: event.seq });
    }
    Ok(())
}

fn check_rows(
    stored: &StoredEvent,
    table: &str,
    cursor: &mut Cursor<'_>,
    verdict: &mut Verdict,
) -> Result<RowDigest> {
    let event = &stored.event;
    let (found, stray) = cursor.take(event.seq)?;
    report_stray(table, stray, verdict);
    verdict.rows += found.count;
    verdict
        .faults
        .extend(rows_fault(event.seq, &event.payload, table, &found));
    Ok(found)
}

/// What is wrong with the rows that an event wrote into a table, by what it says of them.
pub(crate) fn rows_fault(seq: i64, payload: &Value, table: &str, found: &RowDigest) -> Option<Fault> {
    let claim = &payload["rows"][table];
    let expected = claim["count"].as_u64().unwrap_or(0);
    let same =
        expected == found.count && (expected == 0 || claim["digest"].as_str() == Some(found.digest.as_str()));
    (!same).then(|| Fault::RowsChanged {
        seq,
        table: table.to_owned(),
        expected,
        found: found.count,
    })
}

fn report_stray(table: &str, keys: Vec<String>, verdict: &mut Verdict) {
    let faults = keys.into_iter().map(|key| Fault::StrayRow {
        table: table.to_owned(),
        key,
    });
    verdict.faults.extend(faults);
}
