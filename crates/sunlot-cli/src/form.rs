//! From options and a JSON file to the office profile that is to be saved: what is not named stays as it was.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use serde_json::{Map, Value, json};
use strum::VariantArray;
use sunlot_app::office::{AuthorityKind, ChannelKind, OfficeProfile};
use sunlot_app::{Error, Reason, Result};

use crate::args::Profile;

/// The profile in force with the changes that were asked for.
pub(crate) fn filled_in(current: &OfficeProfile, changes: &Profile) -> Result<OfficeProfile> {
    let mut form = json!(current);
    if let Some(path) = &changes.from {
        overlay(&mut form, read(path)?);
    }
    overlay(&mut form, named(changes)?);
    serde_json::from_value(form).map_err(unreadable)
}

fn overlay(form: &mut Value, changes: Map<String, Value>) {
    for (key, value) in changes {
        form[key] = value;
    }
}

fn read(path: &Path) -> Result<Map<String, Value>> {
    let mut text = String::new();
    let read = if path == Path::new("-") {
        io::stdin().read_to_string(&mut text).map(drop)
    } else {
        fs::read_to_string(path).map(|found| text = found)
    };
    read.map_err(|e| unreadable(format!("{}: {e}", path.display())))?;
    // A file saved by a Windows editor often begins with a byte order mark.
    serde_json::from_str(text.trim_start_matches('\u{FEFF}'))
        .map_err(|e| unreadable(format!("{}: {e}", path.display())))
}

fn named(changes: &Profile) -> Result<Map<String, Value>> {
    let texts = [
        ("name", &changes.name),
        ("code", &changes.code),
        ("entrustingAuthority", &changes.entrusting_authority),
        ("docPrefix", &changes.doc_prefix),
        ("regionCode", &changes.region_code),
        ("regionName", &changes.region_name),
        ("address", &changes.address),
        ("phone", &changes.phone),
        ("supervisionPhone", &changes.supervision_phone),
    ];
    let mut named: Map<String, Value> = texts
        .into_iter()
        .filter_map(|(key, text)| Some((key.to_owned(), json!(text.as_ref()?))))
        .collect();
    if let Some(text) = &changes.authority {
        named.insert("authority".to_owned(), authority(text)?);
    }
    if !changes.channels.is_empty() {
        let given = changes.channels.iter().filter(|text| !text.is_empty());
        named.insert(
            "channels".to_owned(),
            given.map(|text| channel(text)).collect::<Result<_>>()?,
        );
    }
    Ok(named)
}

fn authority(text: &str) -> Result<Value> {
    if text.is_empty() {
        return Ok(Value::Null);
    }
    let found = choose(text, AuthorityKind::VARIANTS, |kind| kind.label());
    found
        .map(|kind| json!(kind))
        .ok_or_else(|| unreadable(format!("--authority {text}")))
}

fn channel(text: &str) -> Result<Value> {
    let (kind, detail) = text.split_once('=').unwrap_or((text, ""));
    let found = choose(kind, ChannelKind::VARIANTS, |kind| kind.label());
    found
        .map(|kind| json!({ "kind": kind, "detail": detail }))
        .ok_or_else(|| unreadable(format!("--channel {text}")))
}

/// A choice by its name on the wire or by what people call it.
fn choose<T: Copy + serde::Serialize>(text: &str, all: &[T], label: impl Fn(T) -> &'static str) -> Option<T> {
    all.iter()
        .copied()
        .find(|one| json!(one) == text || label(*one) == text)
}

fn unreadable(detail: impl ToString) -> Error {
    Error::new(Reason::RequestUnreadable, detail.to_string())
}
