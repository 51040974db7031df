//! One change of the office: everything it writes and the event that tells of it become durable together, or
//! nothing does.
//!
//! The event's payload holds, per table, how many rows the change wrote and their digest, so that a row edited
//! later behind the program's back shows. What a kind of event means is declared in `sunlot-app`. A clock that
//! went back is remarked here, where nothing that commits can pass it by.

use std::cell::RefCell;

use chrono::{DateTime, FixedOffset, SecondsFormat};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use serde_json::{Map, Value, json};

use crate::cursor::JOURNALLED;
use crate::row_bytes::RowDigest;
use crate::trail::{self, Event, Hash, OBJECTS};
use crate::{Error, Result, clock};

/// An event as it is handed in; its number and hash follow from the trail.
#[derive(Clone, Debug)]
pub struct NewEvent {
    at: DateTime<FixedOffset>,
    actor: String,
    second: Option<String>,
    kind: String,
    payload: Map<String, Value>,
}

impl NewEvent {
    /// Who did what, and when.
    pub fn new(at: DateTime<FixedOffset>, actor: impl Into<String>, kind: impl Into<String>) -> Self {
        Self {
            at,
            actor: actor.into(),
            second: None,
            kind: kind.into(),
            payload: Map::new(),
        }
    }

    /// Names something that the event concerns, so that its story can be told.
    pub fn about(mut self, kind: &str, id: &str) -> Self {
        let objects = self.payload.entry(OBJECTS).or_insert_with(|| json!({}));
        if let Value::Object(kinds) = objects {
            let ids = kinds.entry(kind).or_insert_with(|| json!([]));
            if let Value::Array(ids) = ids
                && !ids.iter().any(|known| known.as_str() == Some(id))
            {
                ids.push(json!(id));
            }
        }
        self
    }

    /// Names the second person of an act that nobody does alone.
    pub fn and_second(mut self, second: impl Into<String>) -> Self {
        self.second = Some(second.into());
        self
    }

    /// Adds what a reader of the trail must know. `rows` is filled in by the store.
    pub fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.payload.insert(key.to_owned(), value.into());
        self
    }
}

/// What was written: the event's number and moment, and its hash, which is the trail's new head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The event's number.
    pub seq: i64,
    /// Its moment, as it stands in the trail.
    pub at: String,
    /// Who did it, as it stands in the trail.
    pub actor: String,
    /// The new head of the trail.
    pub head: Hash,
}

/// A change under way. Dropped without [`Change::commit`], it never happened.
pub struct Change<'office> {
    tx: Transaction<'office>,
    seq: i64,
    previous: Hash,
    climbing: bool,
    /// Digests that were made while the rows were written, by table.
    made: RefCell<Vec<(&'static str, RowDigest)>>,
}

impl<'office> Change<'office> {
    pub(crate) fn begin(connection: &'office mut Connection) -> Result<Self> {
        Self::of(connection.transaction_with_behavior(TransactionBehavior::Immediate)?)
    }

    pub(crate) fn of(tx: Transaction<'office>) -> Result<Self> {
        let (seq, previous) = trail::head(&tx)?.map_or((0, Hash::NONE), |head| (head.seq, head.head));
        Ok(Self {
            tx,
            seq: seq + 1,
            previous,
            climbing: false,
            made: RefCell::default(),
        })
    }

    /// A change that is a step of an upgrade.
    pub(crate) fn of_upgrade(tx: Transaction<'office>) -> Result<Self> {
        Ok(Self {
            climbing: true,
            ..Self::of(tx)?
        })
    }

    /// The transaction, for the writers of the tables.
    pub fn tx(&self) -> &Transaction<'office> {
        &self.tx
    }

    /// The number that the event of this change will have; every row it writes carries it.
    pub fn seq(&self) -> i64 {
        self.seq
    }

    /// Takes a digest that was made of new rows while they were written, in the order of their key.
    pub(crate) fn made(&self, table: &'static str, digest: RowDigest) {
        self.made.borrow_mut().push((table, digest));
    }

    /// Appends the event and makes everything durable.
    pub fn commit(self, event: NewEvent) -> Result<Recorded> {
        let mut payload = event.payload;
        let rows = self.rows_written()?;
        if !rows.is_empty() {
            payload.insert("rows".to_owned(), Value::Object(rows));
        }
        let event = Event {
            seq: self.seq,
            at: event.at.to_rfc3339_opts(SecondsFormat::Secs, false),
            actor: event.actor,
            second: event.second,
            kind: event.kind,
            payload: Value::Object(payload),
        };
        let mut head = trail::append(&self.tx, &event, &self.previous)?;
        for remark in clock::remarks(&self.tx, &event)? {
            head = trail::append(&self.tx, &remark, &head)?;
        }
        self.tx.commit().map_err(Error::from)?;
        Ok(Recorded {
            seq: self.seq,
            at: event.at,
            actor: event.actor,
            head,
        })
    }

    /// Count and digest of what this change wrote, per table; no writer can forget to report a row.
    fn rows_written(&self) -> Result<Map<String, Value>> {
        let mut written = Map::new();
        for table in JOURNALLED {
            // On the way up from an older schema, later tables are not there yet.
            if self.climbing && !self.tx.table_exists(None, table.name)? {
                continue;
            }
            let made = self.made.borrow();
            let made = made.iter().find(|(name, _)| *name == table.name);
            // One that was made beforehand must be of all rows that are there, or it does not count.
            let whole = match made {
                Some((_, made)) if made.count == table.count_of(&self.tx, self.seq)? => Some(made.clone()),
                _ => None,
            };
            let RowDigest { count, digest } = match whole {
                Some(made) => made,
                None => table.digest_of(&self.tx, self.seq)?,
            };
            if count > 0 {
                written.insert(table.name.to_owned(), json!({ "count": count, "digest": digest }));
            }
        }
        Ok(written)
    }
}
