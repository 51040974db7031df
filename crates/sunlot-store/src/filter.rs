//! Searching the trail: by person, kind, object and date, each over an index, newest first.
//!
//! Each condition is a descending run of event numbers; those that stand in all of them are found by leaping from
//! one to the other, so the rarest condition sets the pace. What an event says in words is searched elsewhere.

use rusqlite::{Connection, params};

use crate::Result;
use crate::trail::{self, StoredEvent};

/// How many numbers are read from an index at once, at first and at most.
const FIRST: usize = 16;
const CHUNK: usize = 512;

/// Which events. Conditions that are given must all hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of each group one mark must be there.
    pub all_of: Vec<Vec<Mark>>,
    /// The first day, `2026-11-20`, as the events' own clocks showed it.
    pub from: Option<String>,
    /// The last day.
    pub to: Option<String>,
}

/// Something that an event bears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Who did it, as it stands in the trail.
    Actor(String),
    /// The second person.
    Second(String),
    /// What happened.
    Kind(String),
    /// What it concerns.
    Object {
        /// What sort of thing.
        kind: String,
        /// Which.
        id: String,
    },
}

/// The numbers of the events below `before` that the filter lets through, newest first, until `each` says stop.
pub fn seqs(
    connection: &Connection,
    filter: &Filter,
    before: Option<i64>,
    each: &mut dyn FnMut(i64) -> Result<bool>,
) -> Result<()> {
    let Some(days) = Days::of(connection, filter)? else {
        return Ok(());
    };
    let mut below = before.unwrap_or(i64::MAX).min(days.newest + 1);
    let mut runs: Vec<Run<'_>> = filter.all_of.iter().map(|any| Run::of(connection, any)).collect();
    if runs.is_empty() {
        runs.push(Run::everything(connection));
    }
    while let Some(seq) = in_all(&mut runs, below)?.filter(|seq| *seq >= days.oldest) {
        below = seq;
        if days.hold(connection, seq)? && !each(seq)? {
            break;
        }
    }
    Ok(())
}

/// The greatest number below `below` that stands in all runs: each takes the others further down until none does.
fn in_all(runs: &mut [Run<'_>], below: i64) -> Result<Option<i64>> {
    let mut candidate = below - 1;
    loop {
        let offered = candidate;
        for run in &mut *runs {
            match run.below(candidate + 1)? {
                Some(seq) => candidate = seq,
                None => return Ok(None),
            }
        }
        if candidate == offered {
            return Ok(Some(candidate));
        }
    }
}

/// The newest events below `before` that the filter lets through, newest first.
pub fn page(
    connection: &Connection,
    filter: &Filter,
    before: Option<i64>,
    limit: usize,
) -> Result<Vec<StoredEvent>> {
    let mut found = Vec::new();
    if limit > 0 {
        seqs(connection, filter, before, &mut |seq| {
            found.extend(trail::event(connection, seq)?);
            Ok(found.len() < limit)
        })?;
    }
    Ok(found)
}

/// Everybody who ever acted, as they stand in the trail.
pub fn actors(connection: &Connection) -> Result<Vec<String>> {
    let mut actors = distinct(connection, "SELECT min(actor) FROM audit_event WHERE actor > ?1")?;
    actors.extend(distinct(
        connection,
        "SELECT min(second) FROM audit_event WHERE second IS NOT NULL AND second > ?1",
    )?);
    actors.sort();
    actors.dedup();
    Ok(actors)
}

/// Every kind that ever happened.
pub fn kinds(connection: &Connection) -> Result<Vec<String>> {
    distinct(connection, "SELECT min(kind) FROM audit_event WHERE kind > ?1")
}

/// Leaps from value to value through an index, instead of reading a million entries for ten values.
fn distinct(connection: &Connection, next: &str) -> Result<Vec<String>> {
    let mut query = connection.prepare_cached(next)?;
    let mut found = Vec::new();
    let mut last = String::new();
    while let Some(value) = query.query_row([&last], |row| row.get::<_, Option<String>>(0))? {
        last.clone_from(&value);
        found.push(value);
    }
    Ok(found)
}

/// The days asked for, as numbers of events where the clock went on evenly, and as they stand where it did not.
struct Days {
    oldest: i64,
    newest: i64,
    /// First moment and first moment after, where numbers alone do not tell.
    moments: Option<(String, String)>,
}

impl Days {
    fn of(connection: &Connection, filter: &Filter) -> Result<Option<Self>> {
        if filter.from.is_none() && filter.to.is_none() {
            return Ok(Some(Self {
                oldest: i64::MIN,
                newest: i64::MAX - 1,
                moments: None,
            }));
        }
        let from = filter.from.clone().unwrap_or_default();
        // The sign after T in every moment of that day.
        let to = filter.to.as_ref().map_or("~".to_owned(), |day| format!("{day}U"));
        let (oldest, newest, count): (Option<i64>, Option<i64>, i64) = connection
            .prepare_cached(
                "SELECT min(seq), max(seq), count(*) FROM audit_event WHERE at >= ?1 AND at < ?2",
            )?
            .query_row([&from, &to], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let (Some(oldest), Some(newest)) = (oldest, newest) else {
            return Ok(None);
        };
        let even = newest - oldest + 1 == count;
        Ok(Some(Self {
            oldest,
            newest,
            moments: (!even).then_some((from, to)),
        }))
    }

    fn hold(&self, connection: &Connection, seq: i64) -> Result<bool> {
        let Some((from, to)) = &self.moments else {
            return Ok(true);
        };
        let mut query = connection.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM audit_event WHERE seq = ?1 AND at >= ?2 AND at < ?3)",
        )?;
        Ok(query.query_row(params![seq, from, to], |row| row.get(0))?)
    }
}

/// The events that bear one of some marks, as a descending run of numbers.
struct Run<'c> {
    parts: Vec<Part<'c>>,
}

impl<'c> Run<'c> {
    fn of(connection: &'c Connection, any: &[Mark]) -> Self {
        let parts = any.iter().map(|mark| Part::of(connection, mark)).collect();
        Self { parts }
    }

    fn everything(connection: &'c Connection) -> Self {
        Self {
            parts: vec![Part::with(
                connection,
                "?1 IS NULL AND ?2 IS NULL AND",
                "audit_event",
                None,
                None,
            )],
        }
    }

    /// The greatest number below `seq`.
    fn below(&mut self, seq: i64) -> Result<Option<i64>> {
        let mut greatest = None;
        for part in &mut self.parts {
            greatest = greatest.max(part.below(seq)?);
        }
        Ok(greatest)
    }
}

/// The events that bear one mark.
struct Part<'c> {
    connection: &'c Connection,
    query: String,
    first: Option<String>,
    second: Option<String>,
    /// Ascending, so that the greatest is taken from the end.
    ahead: Vec<i64>,
    /// Everything below this is still to be read.
    unread: i64,
    /// Grows while numbers are taken one after the other, so that a long run costs few queries.
    chunk: usize,
}

impl<'c> Part<'c> {
    fn of(connection: &'c Connection, mark: &Mark) -> Self {
        let one = |with, value| Self::with(connection, with, "audit_event", Some(value), None);
        match mark {
            Mark::Actor(actor) => one("actor = ?1 AND ?2 IS NULL AND", actor),
            Mark::Second(second) => one("second = ?1 AND ?2 IS NULL AND", second),
            Mark::Kind(kind) => one("kind = ?1 AND ?2 IS NULL AND", kind),
            Mark::Object { kind, id } => Self::with(
                connection,
                "kind = ?1 AND id = ?2 AND",
                "audit_object",
                Some(kind),
                Some(id),
            ),
        }
    }

    fn with(
        connection: &'c Connection,
        condition: &str,
        table: &str,
        first: Option<&String>,
        second: Option<&String>,
    ) -> Self {
        Self {
            connection,
            query: format!("SELECT seq FROM {table} WHERE {condition} seq < ?3 ORDER BY seq DESC LIMIT ?4"),
            first: first.cloned(),
            second: second.cloned(),
            ahead: Vec::new(),
            unread: i64::MAX,
            chunk: FIRST,
        }
    }

    fn below(&mut self, seq: i64) -> Result<Option<i64>> {
        self.ahead
            .truncate(self.ahead.partition_point(|known| *known < seq));
        if self.ahead.is_empty() && self.unread > i64::MIN {
            if seq < self.unread {
                // A leap: what comes after it may be leapt over as well.
                self.chunk = FIRST;
            }
            self.read(seq.min(self.unread))?;
        }
        Ok(self.ahead.last().copied())
    }

    fn read(&mut self, below: i64) -> Result<()> {
        let mut query = self.connection.prepare_cached(&self.query)?;
        let rows = query.query_map(params![self.first, self.second, below, self.chunk], |row| {
            row.get(0)
        })?;
        self.ahead = rows.collect::<rusqlite::Result<_>>()?;
        self.ahead.reverse();
        let full = self.ahead.len() == self.chunk;
        self.unread = self.ahead.first().filter(|_| full).copied().unwrap_or(i64::MIN);
        self.chunk = (self.chunk * 2).min(CHUNK);
        Ok(())
    }
}
