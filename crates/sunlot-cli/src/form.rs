//! From options and a JSON file to changes of the office profile: what is not named stays as it was.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use serde::{Deserialize, Deserializer};
use strum::VariantArray;
use sunlot_app::office::{AuthorityKind, Channel, ChannelKind, OfficeProfile};
use sunlot_app::{Error, Reason, Result};

use crate::args::Profile;

/// No profile is anywhere near as long.
const MAX_BYTES: u64 = 1 << 20;

/// What is to be changed. A field that is not there stays as it was; one named twice is refused.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(crate) struct Changes {
    name: Option<String>,
    code: Option<String>,
    // A choice can be taken back: `null` is something else than not naming it.
    #[serde(deserialize_with = "named")]
    authority: Option<Option<AuthorityKind>>,
    entrusting_authority: Option<String>,
    doc_prefix: Option<String>,
    region_code: Option<String>,
    region_name: Option<String>,
    address: Option<String>,
    phone: Option<String>,
    supervision_phone: Option<String>,
    channels: Option<Vec<Channel>>,
}

impl Changes {
    /// Reads the file, if there is one, and then the options, which come after it.
    pub(crate) fn read(options: &Profile) -> Result<Self> {
        let file = options.from.as_deref().map(read).transpose()?.unwrap_or_default();
        let later = |option: &Option<String>, file: Option<String>| option.clone().or(file);
        Ok(Self {
            name: later(&options.name, file.name),
            code: later(&options.code, file.code),
            authority: options
                .authority
                .as_deref()
                .map(authority)
                .transpose()?
                .or(file.authority),
            entrusting_authority: later(&options.entrusting_authority, file.entrusting_authority),
            doc_prefix: later(&options.doc_prefix, file.doc_prefix),
            region_code: later(&options.region_code, file.region_code),
            region_name: later(&options.region_name, file.region_name),
            address: later(&options.address, file.address),
            phone: later(&options.phone, file.phone),
            supervision_phone: later(&options.supervision_phone, file.supervision_phone),
            channels: channels(&options.channels)?.or(file.channels),
        })
    }

    /// The profile with these changes.
    pub(crate) fn of(&self, mut profile: OfficeProfile) -> OfficeProfile {
        let texts = [
            (&mut profile.name, &self.name),
            (&mut profile.code, &self.code),
            (&mut profile.entrusting_authority, &self.entrusting_authority),
            (&mut profile.doc_prefix, &self.doc_prefix),
            (&mut profile.region_code, &self.region_code),
            (&mut profile.region_name, &self.region_name),
            (&mut profile.address, &self.address),
            (&mut profile.phone, &self.phone),
            (&mut profile.supervision_phone, &self.supervision_phone),
        ];
        for (value, change) in texts {
            if let Some(change) = change {
                value.clone_from(change);
            }
        }
        if let Some(authority) = self.authority {
            profile.authority = authority;
        }
        if let Some(channels) = &self.channels {
            profile.channels.clone_from(channels);
        }
        profile
    }
}

fn named<'de, D>(value: D) -> std::result::Result<Option<Option<AuthorityKind>>, D::Error>
where
    D: Deserializer<'de>,
{
    Option::deserialize(value).map(Some)
}

fn read(path: &Path) -> Result<Changes> {
    let failed = |what: String| unreadable(format!("{}: {what}", path.display()));
    let mut text = String::new();
    let read = if path == Path::new("-") {
        io::stdin().take(MAX_BYTES + 1).read_to_string(&mut text)
    } else {
        File::open(path).and_then(|file| file.take(MAX_BYTES + 1).read_to_string(&mut text))
    };
    let length = read.map_err(|error| failed(error.to_string()))?;
    if length as u64 > MAX_BYTES {
        return Err(failed("more than 1 MiB".to_owned()));
    }
    // A file saved by a Windows editor often begins with a byte order mark.
    let form = text.trim_start_matches('\u{FEFF}').trim_start();
    if !form.starts_with('{') {
        return Err(failed("not a JSON object".to_owned()));
    }
    serde_json::from_str(form).map_err(|error| failed(error.to_string()))
}

fn authority(text: &str) -> Result<Option<AuthorityKind>> {
    if text.is_empty() {
        return Ok(None);
    }
    let found = choose(text, AuthorityKind::VARIANTS, AuthorityKind::label);
    found.map(Some).ok_or_else(|| wrong("--authority", text))
}

/// Channels are given as a whole; a single empty one clears them.
fn channels(texts: &[String]) -> Result<Option<Vec<Channel>>> {
    let given = texts
        .iter()
        .filter(|text| !text.is_empty())
        .map(|text| channel(text));
    if texts.is_empty() {
        Ok(None)
    } else {
        given.collect::<Result<_>>().map(Some)
    }
}

fn channel(text: &str) -> Result<Channel> {
    let (kind, detail) = text.split_once('=').unwrap_or((text, ""));
    let found = choose(kind, ChannelKind::VARIANTS, ChannelKind::label);
    let kind = found.ok_or_else(|| wrong("--channel", text))?;
    Ok(Channel {
        kind,
        detail: detail.to_owned(),
    })
}

/// A choice by its name on the wire or by what people call it.
fn choose<T: Copy + Into<&'static str>>(
    text: &str,
    all: &[T],
    label: impl Fn(T) -> &'static str,
) -> Option<T> {
    all.iter()
        .copied()
        .find(|one| Into::<&str>::into(*one) == text || label(*one) == text)
}

fn wrong(argument: &str, value: &str) -> Error {
    let (argument, value) = (argument.to_owned(), value.to_owned());
    Error::new(Reason::ArgumentValueWrong { argument, value }, "")
}

fn unreadable(detail: String) -> Error {
    Error::new(Reason::RequestUnreadable, detail)
}
