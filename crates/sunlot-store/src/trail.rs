//! The trail: the table `audit_event`, each event hashed together with the one before it.
//!
//! `hash = SHA-256("sunlot audit" ‖ 0 ‖ previous hash ‖ jcs(event))`, 32 zero bytes before the first. Checking
//! the whole trail against the rows is `verify`'s work; the kinds and their sentences are `sunlot-app`'s.

use std::borrow::Cow;
use std::fmt;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row, Transaction};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{Error, Result};

/// A hash of the trail.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Hash([u8; 32]);

impl Hash {
    /// What stands before the first event.
    pub const NONE: Self = Self([0; 32]);

    /// Reads a hash as it is written: 64 hex digits.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(text, &mut bytes).ok()?;
        Some(Self(bytes))
    }

    /// The bytes, where something else is hashed together with them.
    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    pub(crate) fn of(hash: Sha256) -> Self {
        Self(hash.finalize().into())
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({self})")
    }
}

/// An event as it stands in the trail.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its number, from 1, without gaps.
    pub seq: i64,
    /// When, RFC 3339 with an offset.
    pub at: String,
    /// Who.
    pub actor: String,
    /// The second person of a two-person act.
    pub second: Option<String>,
    /// What, as `noun.verbed`.
    pub kind: String,
    /// What belongs to it, with `rows` per table.
    pub payload: Value,
}

impl Event {
    /// The hash of this event after `previous`.
    pub fn hash(&self, previous: &Hash) -> Result<Hash> {
        self.hash_with(&canonical_text(&self.payload)?, previous)
    }

    /// The same where the payload's canonical text is at hand. The keys of an event are few and known, so its
    /// canonical form is put together here: a million events are hashed in a moment.
    fn hash_with(&self, payload: &str, previous: &Hash) -> Result<Hash> {
        let text = |text: &str| serde_json::to_string(text).map_err(|e| Error::NotCanonical(e.to_string()));
        let mut event = format!(
            r#"{{"actor":{},"at":{},"kind":{},"payload":{payload}"#,
            text(&self.actor)?,
            text(&self.at)?,
            text(&self.kind)?,
        );
        if let Some(second) = &self.second {
            event += r#","second":"#;
            event += &text(second)?;
        }
        event += &format!(r#","seq":{}}}"#, self.seq);
        let hash = Sha256::new_with_prefix(b"sunlot audit\0")
            .chain_update(previous.0)
            .chain_update(event);
        Ok(Hash::of(hash))
    }

    /// What the event concerns, as its payload says: kind and id, in order.
    pub fn objects(&self) -> Vec<(String, String)> {
        let Value::Object(kinds) = &self.payload[OBJECTS] else {
            return Vec::new();
        };
        let mut objects: Vec<_> = kinds
            .iter()
            .flat_map(|(kind, ids)| {
                let ids = ids.as_array().into_iter().flatten().filter_map(Value::as_str);
                ids.map(|id| (kind.clone(), id.to_owned()))
            })
            .collect();
        objects.sort();
        objects.dedup();
        objects
    }
}

/// Where a payload names what the event concerns: `{kind: [id, …]}`.
pub(crate) const OBJECTS: &str = "objects";

/// The last event's number, and its hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// How many events there are.
    pub seq: i64,
    /// The hash of the last one.
    pub head: Hash,
}

/// An event together with the hash that is stored beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredEvent {
    /// The event.
    pub event: Event,
    /// The stored hash.
    pub hash: Hash,
    /// Whether what is stored is what an event would have stored: texts that are texts, a payload in its
    /// canonical form, a hash of 32 bytes.
    pub(crate) well_formed: bool,
    payload_text: String,
}

impl StoredEvent {
    /// Whether what is stored gives the stored hash. It must be well formed as well: otherwise a byte could
    /// change without changing the hash.
    pub(crate) fn follows(&self, previous: &Hash) -> Result<bool> {
        Ok(self.well_formed && self.event.hash_with(&self.payload_text, previous)? == self.hash)
    }
}

/// Whether one event alone gives its hash after the one before it; `None` where there is no such event.
pub fn event_fits(connection: &Connection, seq: i64) -> Result<Option<bool>> {
    let mut query = connection.prepare_cached(&format!("{SELECT} WHERE seq = ?1"))?;
    let mut rows = query.query([seq])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let stored = read(row)?;
    let previous = if seq == 1 {
        Some(Hash::NONE)
    } else {
        hash_at(connection, seq - 1)?
    };
    match previous {
        Some(previous) => stored.follows(&previous).map(Some),
        None => Ok(Some(false)),
    }
}

/// Whether an event gives its hash, and the one after it goes on from there; `None` where there is no such event.
pub fn stands(connection: &Connection, seq: i64) -> Result<Option<bool>> {
    let fits = event_fits(connection, seq)?;
    Ok(match fits {
        Some(true) => Some(event_fits(connection, seq + 1)? != Some(false)),
        other => other,
    })
}

/// One event, as it is to be shown.
pub fn event(connection: &Connection, seq: i64) -> Result<Option<StoredEvent>> {
    let mut query = connection.prepare_cached(&format!("{SELECT} WHERE seq = ?1"))?;
    let mut rows = query.query([seq])?;
    rows.next()?.map(read_to_show).transpose()
}

/// The hash that is stored beside an event.
pub fn hash_at(connection: &Connection, seq: i64) -> Result<Option<Hash>> {
    let mut query = connection.prepare_cached("SELECT hash FROM audit_event WHERE seq = ?1")?;
    let found = query
        .query_row([seq], |row| row.get::<_, [u8; 32]>(0))
        .optional()?;
    Ok(found.map(Hash))
}

/// What tells this office from every other: the first half of the hash of its first event. `None` before that.
pub fn office_id(connection: &Connection) -> Result<Option<String>> {
    Ok(hash_at(connection, 1)?.map(|hash| hash.to_string()[..32].to_owned()))
}

/// Hands over every event after `seq`, oldest first, as it is to be shown.
pub fn each_after<E: From<Error>>(
    connection: &Connection,
    seq: i64,
    each: &mut dyn FnMut(StoredEvent) -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    let mut query = connection
        .prepare_cached(&format!("{SELECT} WHERE seq > ?1 ORDER BY seq"))
        .map_err(Error::from)?;
    let mut rows = query.query([seq]).map_err(Error::from)?;
    while let Some(row) = rows.next().map_err(Error::from)? {
        each(read_to_show(row)?)?;
    }
    Ok(())
}

/// The numbers of all events where they run on without a gap: the greatest and the least.
pub fn gapless(connection: &Connection) -> Result<Option<(i64, i64)>> {
    let (last, first, count): (Option<i64>, Option<i64>, i64) = connection.query_row(
        "SELECT max(seq), min(seq), count(*) FROM audit_event",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    Ok(last.zip(first).filter(|(last, first)| last - first + 1 == count))
}

/// The newest kind among these that the trail holds.
pub fn latest_of(connection: &Connection, kinds: &[&str]) -> Result<Option<String>> {
    let mut latest: Option<(i64, &str)> = None;
    let mut query = connection.prepare_cached("SELECT max(seq) FROM audit_event WHERE kind = ?1")?;
    for kind in kinds {
        let seq: Option<i64> = query.query_row([kind], |row| row.get(0))?;
        latest = latest.max(seq.map(|seq| (seq, *kind)));
    }
    Ok(latest.map(|(_, kind)| kind.to_owned()))
}

/// Every event of these kinds, the oldest of each first.
pub fn of_kinds(connection: &Connection, kinds: &[&str]) -> Result<Vec<StoredEvent>> {
    let mut found = Vec::new();
    let mut query = connection.prepare_cached(&format!("{SELECT} WHERE kind = ?1 ORDER BY seq"))?;
    for kind in kinds {
        let mut rows = query.query([kind])?;
        while let Some(row) = rows.next()? {
            found.push(read_to_show(row)?);
        }
    }
    Ok(found)
}

/// How many times the office was restored from a backup, and one: each restoring begins an epoch.
pub fn epoch(connection: &Connection) -> Result<u64> {
    let restored: u64 = connection
        .prepare_cached("SELECT count(*) FROM audit_event WHERE kind = 'office.restored'")?
        .query_row([], |row| row.get(0))?;
    Ok(restored + 1)
}

/// Where the trail ends; `None` before the first event.
pub fn head(connection: &Connection) -> Result<Option<Head>> {
    let found = connection
        .query_row(
            "SELECT seq, hash FROM audit_event ORDER BY seq DESC LIMIT 1",
            [],
            |row| {
                Ok(Head {
                    seq: row.get(0)?,
                    head: Hash(row.get(1)?),
                })
            },
        )
        .optional()?;
    Ok(found)
}

/// The newest events below `before`, newest first.
pub fn newest(connection: &Connection, before: Option<i64>, limit: u32) -> Result<Vec<StoredEvent>> {
    let mut query =
        connection.prepare_cached(&format!("{SELECT} WHERE seq < ?1 ORDER BY seq DESC LIMIT ?2"))?;
    let mut rows = query.query((before.unwrap_or(i64::MAX), limit))?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        events.push(read(row)?);
    }
    Ok(events)
}

/// The columns that [`read`] wants, in its order.
pub(crate) const SELECT: &str = "SELECT seq, at, actor, second, kind, payload, hash FROM audit_event";

/// Reads whatever stands there: a damaged event must be shown and named, not stop the reader.
pub(crate) fn read(row: &Row<'_>) -> Result<StoredEvent> {
    let mut stored = read_to_show(row)?;
    stored.well_formed &= canonical_text(&stored.event.payload)? == stored.payload_text;
    Ok(stored)
}

/// The same where nothing is judged: whether a payload is canonical takes as long as all the rest.
fn read_to_show(row: &Row<'_>) -> Result<StoredEvent> {
    let mut well_formed = true;
    let mut text = |place: usize| -> Result<String> {
        let bytes = row
            .get_ref(place)?
            .as_bytes_or_null()
            .ok()
            .flatten()
            .unwrap_or_default();
        let text = String::from_utf8_lossy(bytes);
        well_formed &= matches!(text, Cow::Borrowed(_));
        Ok(text.into_owned())
    };
    let (at, actor, kind, payload_text) = (text(1)?, text(2)?, text(4)?, text(5)?);
    let second = if matches!(row.get_ref(3)?, ValueRef::Null) {
        None
    } else {
        Some(text(3)?)
    };
    let payload: Value = serde_json::from_str(&payload_text).unwrap_or_default();
    let hash = row.get::<_, [u8; 32]>(6);
    well_formed &= hash.is_ok();
    let event = Event {
        seq: row.get(0)?,
        at,
        actor,
        second,
        kind,
        payload,
    };
    Ok(StoredEvent {
        event,
        hash: hash.map_or(Hash::NONE, Hash),
        well_formed,
        payload_text,
    })
}

pub(crate) fn append(tx: &Transaction<'_>, event: &Event, previous: &Hash) -> Result<Hash> {
    let payload = canonical_text(&event.payload)?;
    let hash = event.hash_with(&payload, previous)?;
    tx.execute(
        "INSERT INTO audit_event (seq, at, actor, second, kind, payload, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (
            event.seq,
            &event.at,
            &event.actor,
            &event.second,
            &event.kind,
            payload,
            hash.0,
        ),
    )?;
    // A cache of the payloads: which events concern a thing is asked far more often than written.
    for (kind, id) in event.objects() {
        tx.prepare_cached("INSERT INTO audit_object (kind, id, seq) VALUES (?1, ?2, ?3)")?
            .execute((kind, id, event.seq))?;
    }
    Ok(hash)
}

fn canonical_text(value: &Value) -> Result<String> {
    String::from_utf8(canonical(value)?).map_err(|e| Error::NotCanonical(e.to_string()))
}

fn canonical(value: &Value) -> Result<Vec<u8>> {
    serde_json_canonicalizer::to_vec(value).map_err(|e| Error::NotCanonical(e.to_string()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn event() -> Event {
        Event {
            seq: 1,
            at: "2026-11-20T09:41:00+08:00".to_owned(),
            actor: "cli:lina".to_owned(),
            second: None,
            kind: "office.created".to_owned(),
            payload: json!({ "schema": 1 }),
        }
    }

    #[test]
    fn the_hash_is_what_anybody_can_recompute_from_the_contract() {
        let by_hand = concat!(
            r#"{"actor":"cli:lina","at":"2026-11-20T09:41:00+08:00","kind":"office.created","#,
            r#""payload":{"schema":1},"seq":1}"#
        );
        let mut bytes = b"sunlot audit\0".to_vec();
        bytes.extend([0; 32]);
        bytes.extend(by_hand.as_bytes());
        let expected = hex::encode(Sha256::digest(&bytes));
        assert_eq!(
            event().hash(&Hash::NONE).unwrap().to_string(),
            expected,
            "tag, zero, previous hash, canonical JSON"
        );
    }

    #[test]
    fn an_event_put_together_by_hand_is_what_the_canonicaliser_makes_of_it() {
        for text in ["\u{1}\u{8}\t\n\u{c}\r\"\\/", "\u{7f}\u{2028}𠮷（", "", "李娜"] {
            let mut event = event();
            event.actor = text.to_owned();
            event.second = Some(text.to_owned());
            event.payload = json!({ text: [text, 1, null], "é": true, "a": {} });
            let whole = json!({ "seq": 1, "at": event.at, "actor": text, "second": text, "kind": event.kind,
                "payload": event.payload });
            let expected = Sha256::new_with_prefix(b"sunlot audit\0")
                .chain_update([0; 32])
                .chain_update(canonical(&whole).unwrap());
            assert_eq!(
                event.hash(&Hash::NONE).unwrap(),
                Hash::of(expected),
                "RFC 8785 is the contract, however it is computed: {text:?}"
            );
        }
    }

    #[test]
    fn every_part_of_an_event_counts() {
        let plain = event().hash(&Hash::NONE).unwrap();
        let changes: [fn(&mut Event); 6] = [
            |e| e.seq = 2,
            |e| e.at = "2026-11-20T09:41:01+08:00".to_owned(),
            |e| e.actor = "cli:lin".to_owned(),
            |e| e.second = Some(String::new()),
            |e| e.kind = "office.create".to_owned(),
            |e| e.payload = json!({ "schema": 1, "x": null }),
        ];
        for (which, change) in changes.iter().enumerate() {
            let mut changed = event();
            change(&mut changed);
            assert_ne!(
                changed.hash(&Hash::NONE).unwrap(),
                plain,
                "change {which} must change the hash"
            );
        }
        assert_ne!(
            event().hash(&plain).unwrap(),
            plain,
            "and so must the event before"
        );
    }
}
