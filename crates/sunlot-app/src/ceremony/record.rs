//! What was sealed and how it ended, read back from the office and held against its digests: what the stage plays and what is
//! published is never anything else than what was sealed.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};
use sunlot_draw::amendment::Amendment;
use sunlot_draw::record::{Algorithm, Signature};
use sunlot_draw::{Case, Digest, Manifest, PublicKey, Published, Record, SignatureBytes, read};
use sunlot_store::draw_seal::{SealRow, Stored};
use sunlot_store::{Connection, draw_amendment, draw_record, draw_seal, draw_signature};

use super::fault::CeremonyFault;
use super::lost::is_written_off;
use crate::{Desk, Error, Reason, Result};

/// So many draws are held at once: the one on the stage, the one on the console, and what they are compared with.
const HELD: usize = 4;

/// The draws that were read last: the stage asks for them all the time, and a list of a hundred thousand is not read twice a second.
#[derive(Default)]
pub(crate) struct Drawn(Mutex<Held>);

#[derive(Default)]
struct Held {
    sealed: VecDeque<(SealKey, Arc<Manifest>)>,
    published: VecDeque<(Key, Arc<Published>)>,
}

/// Which seal: of another office it has another commitment.
type SealKey = (i64, [u8; 32]);

/// What a published file depends on.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Key {
    seal: SealKey,
    amendments: usize,
    signatures: usize,
}

impl Drawn {
    /// Lets go of them: the office may be another.
    pub fn forget(&self) {
        *self.held() = Held::default();
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn known<K: PartialEq, T>(held: &VecDeque<(K, Arc<T>)>, key: &K) -> Option<Arc<T>> {
    let found = held.iter().find(|(known, _)| known == key);
    found.map(|(_, value)| Arc::clone(value))
}

fn keep<K: PartialEq, T>(held: &mut VecDeque<(K, Arc<T>)>, key: K, value: &Arc<T>) {
    held.retain(|(known, _)| *known != key);
    held.push_front((key, Arc::clone(value)));
    held.truncate(HELD);
}

/// The manifest of a seal, which must be the one that was hashed.
pub(super) fn manifest_of(office: &Connection, seal: &Stored<SealRow>) -> Result<Manifest> {
    let bytes = match draw_seal::manifest(office, seal.id) {
        // Bytes that are no manifest any more are told as what they were.
        Ok(None) | Err(sunlot_store::Error::Damaged(_)) => return Err(altered(&seal.row)),
        bytes => bytes?.unwrap_or_default(),
    };
    let read = read::manifest(&bytes).ok().and_then(|reading| reading.value);
    let manifest = read.ok_or_else(|| altered(&seal.row))?;
    if *manifest.digest().bytes() != seal.row.digest {
        return Err(altered(&seal.row));
    }
    Ok(manifest)
}

/// How a sealed draw ended, without what was changed afterwards.
pub(super) fn record_of(office: &Connection, seal: &Stored<SealRow>) -> Result<Option<Record>> {
    let Some(ended) = draw_record::of_seal(office, seal.id)? else {
        return Ok(None);
    };
    let bytes = draw_record::document(office, seal.id)?.ok_or_else(|| altered(&seal.row))?;
    let body: Value = serde_json::from_slice(&bytes).map_err(|_| altered(&seal.row))?;
    if is_written_off(&body) {
        return Ok(None);
    }
    let published = case_of(&body, manifest_of(office, seal)?, &seal.row)?
        .publish()
        .map_err(|_| altered(&seal.row))?;
    if *published.digest.bytes() != ended.row.digest {
        return Err(altered(&seal.row));
    }
    Ok(Some(published.record))
}

/// What the record says beside its manifest; the result follows from it.
fn case_of(body: &Value, manifest: Manifest, seal: &SealRow) -> Result<Case> {
    let mut parts = json!({ "manifest": null, "amendments": [] });
    for key in ["secret", "contributions", "void", "ceremony"] {
        if let Some(value) = body.get(key) {
            parts[key] = value.clone();
        }
    }
    // A manifest of a million rows is not written and read once more: a small one holds its place.
    let text = parts.to_string().replacen("\"manifest\":null", STAND_IN, 1);
    let read = read::case(text.as_bytes()).ok().and_then(|reading| reading.value);
    let case = read.ok_or_else(|| altered(seal))?;
    Ok(Case { manifest, ..case })
}

/// The smallest manifest that can be read.
const STAND_IN: &str = concat!(
    r#""manifest":{"protocol":"sunlot/1","drawId":"1","task":"1","sequence":1,"previous":""#,
    "0000000000000000000000000000000000000000000000000000000000000000",
    r#"","attempt":1,"basis":null,"amended":[],"station":""#,
    "0000000000000000000000000000000000000000000000000000000000000000",
    r#"","office":{"code":"","name":""},"title":"","createdAt":"2026-01-01T00:00:00Z","seats":[],"challenge":"","items":[],"#,
    r#""strata":[],"exclusions":[],"inspectors":[],"recusals":[],"crew":{"cap":0,"balance":true}}"#,
);

impl Desk {
    /// The manifest of a seal, kept for whoever asks next.
    pub(crate) fn sealed_manifest(
        &self,
        office: &Connection,
        seal: &Stored<SealRow>,
    ) -> Result<Arc<Manifest>> {
        let key = (seal.id, seal.row.commitment);
        if let Some(manifest) = known(&self.drawn().held().sealed, &key) {
            return Ok(manifest);
        }
        let manifest = Arc::new(manifest_of(office, seal)?);
        keep(&mut self.drawn().held().sealed, key, &manifest);
        Ok(manifest)
    }

    /// The published file of a draw that has ended, kept for whoever asks next.
    pub(crate) fn published(
        &self,
        office: &Connection,
        seal: &Stored<SealRow>,
    ) -> Result<Option<Arc<Published>>> {
        let changes = draw_amendment::of_seal(office, seal.id)?;
        let signatures = draw_signature::of_seal(office, seal.id)?;
        let key = Key {
            seal: (seal.id, seal.row.commitment),
            amendments: changes.len(),
            signatures: signatures.len(),
        };
        if let Some(published) = known(&self.drawn().held().published, &key) {
            return Ok(Some(published));
        }
        let Some(published) = published_of(office, seal)? else {
            return Ok(None);
        };
        let published = Arc::new(published);
        keep(&mut self.drawn().held().published, key, &published);
        Ok(Some(published))
    }
}

/// The published file of a draw that has ended: with everything that was changed since, and its signatures.
pub(super) fn published_of(office: &Connection, seal: &Stored<SealRow>) -> Result<Option<Published>> {
    let changes = draw_amendment::of_seal(office, seal.id)?;
    let signatures = draw_signature::of_seal(office, seal.id)?;
    let Some(record) = record_of(office, seal)? else {
        return Ok(None);
    };
    let mut amendments = Vec::new();
    for change in &changes {
        amendments.push(amendment_of(&change.row.document).ok_or_else(|| altered(&seal.row))?);
    }
    let digest = record.digest(&Digest::new(seal.row.digest));
    let mut published = Published::unsigned(record, digest, amendments).map_err(|_| altered(&seal.row))?;
    let kept = changes.iter().map(|change| Digest::new(change.row.digest));
    if !kept.eq(published.amendments.iter().map(|entry| entry.digest)) {
        return Err(altered(&seal.row));
    }
    published.signatures = signatures
        .iter()
        .map(|stored| Signature {
            alg: Algorithm::Ed25519,
            of: Digest::new(stored.row.signed),
            public_key: PublicKey::new(stored.row.public_key),
            sig: SignatureBytes::new(stored.row.signature),
        })
        .collect();
    Ok(Some(published))
}

/// An amendment as it is kept.
pub(super) fn amendment_of(document: &str) -> Option<Amendment> {
    let text = format!(r#"{{{STAND_IN},"secret":null,"contributions":[],"amendments":[{document}]}}"#);
    let read = read::case(text.as_bytes()).ok()?.value?;
    read.amendments.into_iter().next()
}

fn altered(seal: &SealRow) -> Error {
    let draw = seal.draw_id.clone();
    CeremonyFault::RecordAltered { draw }.into()
}

/// A record that could not be made, though everything was checked before it was sealed.
pub(super) fn impossible(detail: &str) -> Error {
    Error::new(Reason::Internal, detail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stand_in_can_be_read_and_an_amendment_beside_it() {
        let document = r#"{"at":"2026-11-20T10:05:00+08:00","by":["经办员"],"kind":"fill","reason":"补齐"}"#;
        assert!(
            amendment_of(document).is_some(),
            "an amendment is read as it was written"
        );
        assert!(amendment_of("{}").is_none(), "nothing is guessed");
        let twice = format!("{document},{document}");
        assert_eq!(
            amendment_of(&twice),
            amendment_of(document),
            "one is read at a time"
        );
    }
}
