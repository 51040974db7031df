//! Reading files strictly: nothing is guessed, nothing repeated is overlooked, and every fault is told with its place.
//!
//! Visitors walk the text once, straight into typed values. A file with a fault of form yields no value (but for a byte
//! order mark, which is passed over), so nothing is ever computed from a file that two programs could read differently.

mod amendment;
mod leaf;
pub(crate) mod manifest;
pub(crate) mod object;
pub(crate) mod published;
pub(crate) mod reader;
pub(crate) mod scalar;

use serde::de::{DeserializeSeed, IgnoredAny};

use crate::draw::Case;
use crate::manifest::Manifest;
use crate::problem::{Fault, Problems};
use crate::record::Published;
use object::Object;
use reader::{At, Reader};

/// Why a file has no content to judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// Its bytes are not UTF-8.
    NotUtf8,
    /// Its text is not JSON.
    NotJson,
    /// It is JSON, but no object.
    NotObject,
}

/// What was read: a value, or the faults that keep it from being one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading<T> {
    /// The value; there where nothing is wrong with the form.
    pub value: Option<T>,
    /// What is wrong.
    pub faults: Problems<Fault>,
}

/// Reads a published file.
pub fn published(bytes: &[u8]) -> Result<Reading<Published>, Unreadable> {
    read(bytes, 0, Object(published::PublishedForm))
}

/// Reads a case: what `sunlot draw` is given. Its parts will stand one level deeper, in the record.
pub fn case(bytes: &[u8]) -> Result<Reading<Case>, Unreadable> {
    read(bytes, 1, Object(published::CaseForm))
}

/// Reads a manifest that stands alone, and will stand two levels deeper.
pub fn manifest(bytes: &[u8]) -> Result<Reading<Manifest>, Unreadable> {
    read(bytes, 2, Object(manifest::ManifestForm))
}

pub(crate) fn read<'de, S>(bytes: &'de [u8], above: usize, shape: S) -> Result<Reading<S::Value>, Unreadable>
where
    S: reader::Shape<'de>,
{
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable::NotUtf8)?;
    let plain = text.strip_prefix('\u{feff}');
    let mut reader = Reader::new(above);
    if plain.is_some() {
        reader.fault(Fault::ByteOrderMark);
    }
    let text = plain.unwrap_or(text);
    let not_json = || serde_json::from_str::<IgnoredAny>(text).is_err();
    if !text.trim_start_matches([' ', '\t', '\r', '\n']).starts_with('{') {
        return Err(if not_json() {
            Unreadable::NotJson
        } else {
            Unreadable::NotObject
        });
    }
    let mut json = serde_json::Deserializer::from_str(text);
    let seed = At {
        reader: &mut reader,
        shape,
    };
    let value = match seed
        .deserialize(&mut json)
        .and_then(|value| json.end().map(|()| value))
    {
        Ok(value) => value,
        Err(_) if not_json() => return Err(Unreadable::NotJson),
        // It is JSON, so only what has no place in a Rust string or number can have stopped the reader.
        Err(_) => {
            reader.fault(Fault::Unreadable);
            None
        }
    };
    let faults = reader.faults();
    // A byte order mark is passed over: a fault, but one that hides nothing of what follows.
    let hidden = faults.total() > usize::from(plain.is_some());
    Ok(Reading {
        value: value.filter(|_| !hidden),
        faults,
    })
}
