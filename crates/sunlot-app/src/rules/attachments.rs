//! The files that belong to a profile: the text of the office's own rules and its standards of discretion.
//!
//! Their bytes lie in the office folder and stay there when a profile names them no more: an older version, with which something
//! was drawn, still does.

use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;

use sunlot_store::attachment::{self, Refused};
use sunlot_store::{Connection, rule_profile};

use super::acts::write;
use super::check;
use super::document::{Document, KeptAttachment, require};
use super::fault::{RulesFault, RulesFlaw, fault, invalid};
use super::labels;
use super::wire::{AttachmentSaved, RulesAttach, RulesAttachmentSave, RulesDetach, RulesOpened};
use crate::commands::Act;
use crate::file::{self, Named};
use crate::registry::check::{problem, some_text};
use crate::registry::labels::unchanged;
use crate::registry::limits::SHORT;
use crate::{Desk, Error, Reason, Result};

/// As many as somebody can still look through.
const MOST: usize = 20;

/// What a file without an ending gets when it is copied out.
const SOME_ENDING: &str = "bin";

impl Desk {
    /// Attaches a file to a profile.
    pub fn rules_attach(&self, request: &RulesAttach) -> Result<RulesOpened> {
        // Whether all else is right is known before any bytes are kept; the bytes are kept before the row that names them.
        self.read(Act::RulesAttach, |office| Wanted::of(office, request).map(drop))?;
        self.hold()?;
        let path = Path::new(&request.path);
        let kept = attachment::keep(self.folder(), path).map_err(|why| told(why, &request.path))?;
        let ((), recorded) = self.change(Act::RulesAttach, |change| {
            let wanted = Wanted::of(change.tx(), request)?;
            let attachment = KeptAttachment {
                kind: request.kind,
                title: wanted.title,
                file: wanted.file,
                digest: kept.digest,
                size: kept.size,
            };
            let mut after = wanted.document.clone();
            attach(&mut after.attachments, attachment)?;
            let (_, kind) = write(change, Some(&wanted.document), after, wanted.reason)?;
            Ok(((), kind))
        })?;
        let mut opened = self.read(Act::RulesOpen, |office| self.rules_of(office, request.id))?;
        opened.notices = unchanged(recorded.as_ref());
        Ok(opened)
    }

    /// Takes a file from a profile. Older versions keep it.
    pub fn rules_detach(&self, request: &RulesDetach) -> Result<RulesOpened> {
        self.change(Act::RulesDetach, |change| {
            let before = check::unmoved(change.tx(), request.id, Some(request.version))?;
            let reason = check::reason(&request.reason)?;
            let mut after = before.clone();
            after.attachments.retain(|known| known.digest != request.digest);
            if after.attachments.len() == before.attachments.len() {
                return Err(no_such(request.id, &request.digest));
            }
            let (_, kind) = write(change, Some(&before), after, reason)?;
            Ok(((), kind))
        })?;
        self.read(Act::RulesOpen, |office| self.rules_of(office, request.id))
    }

    /// Copies an attachment out, of whichever version has it.
    pub fn rules_attachment_save(&self, request: &RulesAttachmentSave) -> Result<AttachmentSaved> {
        self.read(Act::RulesAttachmentSave, |office| {
            let found = find(office, request.id, &request.digest)?;
            let bytes =
                attachment::bytes(self.folder(), &found.digest).map_err(|why| told(why, &found.file))?;
            let name = Path::new(&found.file);
            let part = |part: Option<&OsStr>| part.and_then(OsStr::to_str).map(str::to_owned);
            let stem = part(name.file_stem()).unwrap_or_else(|| found.title.clone());
            let ending = part(name.extension()).unwrap_or_else(|| SOME_ENDING.to_owned());
            let named = Named::of(request.path.as_deref(), request.overwrite);
            let place = self.place_for(named, &stem, &ending)?;
            file::replace(&place, |file| file.write_all(&bytes))
                .map_err(|error| file::failed(&place, &error))?;
            Ok(AttachmentSaved {
                path: place.display().to_string(),
                digest: found.digest,
            })
        })
    }
}

/// Adds a file to those that are there. The same bytes again are no second file, though what they are called may be another.
fn attach(attachments: &mut Vec<KeptAttachment>, attachment: KeptAttachment) -> Result<()> {
    let known = attachments
        .iter_mut()
        .find(|known| known.digest == attachment.digest);
    if let Some(known) = known {
        *known = attachment;
        return Ok(());
    }
    if attachments.len() >= MOST {
        let (field, label) = (labels::ATTACHMENTS_FIELD, labels::ATTACHMENTS);
        let flaw = RulesFlaw::TooManyAttachments { max: MOST };
        return Err(invalid(vec![problem(field, label, flaw)]));
    }
    attachments.push(attachment);
    Ok(())
}

/// What somebody wants to attach, and to what.
struct Wanted {
    document: Document,
    title: String,
    file: String,
    reason: String,
}

impl Wanted {
    fn of(office: &Connection, request: &RulesAttach) -> Result<Self> {
        let document = check::unmoved(office, request.id, Some(request.version))?;
        let reason = check::reason(&request.reason)?;
        let path = Path::new(&request.path);
        let file = path.file_name().map(OsStr::to_string_lossy).unwrap_or_default();
        let stem = path.file_stem().map(OsStr::to_string_lossy).unwrap_or_default();
        let title = match request.title.trim() {
            "" => stem.as_ref(),
            title => title,
        };
        let mut problems = Vec::new();
        let mut read = |typed: &str, field: (&str, &str)| {
            let text = some_text(typed, SHORT);
            text.unwrap_or_else(|flaw| {
                problems.push(problem(field.0, field.1, flaw));
                String::new()
            })
        };
        let file = read(&file, (labels::PATH_FIELD, labels::FILE));
        let title = read(title, (labels::TITLE_FIELD, labels::TITLE));
        if !problems.is_empty() {
            return Err(invalid(problems));
        }
        Ok(Self {
            document,
            title,
            file,
            reason,
        })
    }
}

/// Keeps a file that proves something; answers with its name and its digest.
pub(crate) fn keep_evidence(desk: &Desk, path: &Path) -> Result<(String, String)> {
    let shown = path.display().to_string();
    let kept = attachment::keep(desk.folder(), path).map_err(|why| told(why, &shown))?;
    let name = path
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Ok((name, kept.digest))
}

/// The attachment of this digest, in the newest version that has it.
fn find(office: &Connection, id: i64, digest: &str) -> Result<KeptAttachment> {
    require(office, id)?;
    for stored in rule_profile::history(office, id)? {
        let mut attachments = Document::read(stored)?.attachments.into_iter();
        if let Some(found) = attachments.find(|known| known.digest == digest) {
            return Ok(found);
        }
    }
    Err(no_such(id, digest))
}

fn no_such(id: i64, digest: &str) -> Error {
    let number = labels::number(id);
    let asked = digest.to_owned();
    fault(RulesFault::AttachmentMissing { number, asked })
}

/// Why bytes were not kept, or are not there.
pub(crate) fn told(why: Refused, file: &str) -> Error {
    let file = file.to_owned();
    let most = attachment::LARGEST / (1024 * 1024);
    match why {
        Refused::Missing => Error::new(Reason::FileMissing { file }, ""),
        Refused::Unread(detail) => Error::new(Reason::FileUnread { file }, detail),
        Refused::Empty => fault(RulesFault::AttachmentEmpty { file }),
        Refused::TooLarge => fault(RulesFault::AttachmentTooLarge { file, most }),
        Refused::Gone => fault(RulesFault::AttachmentGone { file }),
        Refused::Changed => fault(RulesFault::AttachmentChanged { file }),
        Refused::Store(error) => error.into(),
    }
}
