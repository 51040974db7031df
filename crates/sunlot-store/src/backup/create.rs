//! Making a backup: copy, gather, write, read back, and only then give it its name.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, SecondsFormat};
use rusqlite::Connection;

use super::check::{Checked, Taken, check_into};
use super::container::Container;
use super::digest::digest_of;
use super::entry::Entry;
use super::flaw::{Flaw, damaged};
use super::header::Header;
use super::manifest::{Counts, LARGEST_KEY, Manifest, Occasion, Part};
use super::place::{self, Unfinished};
use super::progress::{Phase, Watch, tell};
use super::seal::{Fresh, Passphrase, Seal};
use super::signature::Signer;
use super::write::{self, Bundle, Source};
use super::{check, snapshot};
use crate::folder::create_private;
use crate::{Error, OfficeFolder, Result};

/// Where copies are put together, in `backups/` of the office.
const WORKING: &str = ".working-";

/// What is to be made.
pub struct Order<'a> {
    /// The office.
    pub office: &'a OfficeFolder,
    /// Where the backup goes.
    pub to: &'a Path,
    /// Why it is made.
    pub occasion: Occasion,
    /// Now.
    pub at: DateTime<FixedOffset>,
    /// Who makes it, as the trail names people.
    pub by: String,
    /// Which program.
    pub program: &'a str,
    /// The passphrase, and fresh randomness to seal with.
    pub seal: Option<(&'a Passphrase, Fresh)>,
    /// The station's key, where there is one.
    pub sign: Option<Signer<'a>>,
}

/// Makes a backup out of an office that may be worked with meanwhile. The answer is what was read back from
/// the disk; without an answer nothing is left behind.
pub fn create(source: &Connection, order: &Order<'_>, watch: Watch<'_>) -> Result<Checked> {
    let own = order.office.backups();
    create_private(&own)?;
    place::judge(order.to, order.office)?;
    tidy(order.office);
    let stage = tempfile::Builder::new()
        .prefix(WORKING)
        .tempdir_in(&own)
        .map_err(|e| Error::io(&own, e))?;
    let copy = stage.path().join("copy.db");
    snapshot::copy(source, &copy, watch)?;
    let moment = snapshot::moment(&crate::open::connect_frozen(&copy)?)?;
    let gathered = gather(order.office, &copy, watch)?;
    let manifest = Manifest {
        counts: gathered.counts(moment.rows),
        epoch: moment.epoch,
        made_at: order.at.to_rfc3339_opts(SecondsFormat::Secs, false),
        made_by: order.by.clone(),
        occasion: order.occasion,
        office: moment.office,
        parts: gathered.parts,
        program: order.program.to_owned(),
        schema: moment.schema,
        trail: moment.trail,
    };
    let unfinished = written(order, &manifest, &gathered.sources, watch)?;
    // The copy is no longer needed, and its room is.
    fs::remove_file(&copy).map_err(|e| Error::io(&copy, e))?;
    let mut checked = read_back(order, &unfinished, stage.path(), watch)?;
    if checked.manifest != manifest {
        return Err(damaged("what was read back is not what was written"));
    }
    checked.file = unfinished.finish()?;
    let named = Container::open(&checked.file)?;
    if hex::encode(named.digest) != checked.digest || named.size != checked.size {
        return Err(damaged("the finished file is not the one that was verified"));
    }
    Ok(checked)
}

fn written(
    order: &Order<'_>,
    manifest: &Manifest,
    sources: &[Source],
    watch: Watch<'_>,
) -> Result<Unfinished> {
    let mut unfinished = Unfinished::begin(order.to, &manifest.office.name, order.at, order.occasion)?;
    let header = Header {
        made_at: manifest.made_at.clone(),
        office: manifest.office.name.clone(),
        seal: order.seal.as_ref().map(|(_, fresh)| Seal::new(fresh)),
    };
    let bundle = Bundle {
        header,
        manifest,
        sources,
        passphrase: order.seal.as_ref().map(|(passphrase, _)| *passphrase),
        sign: order.sign,
    };
    write::write(&bundle, &mut unfinished.file, order.to, watch)?;
    place::forget(&unfinished.file);
    Ok(unfinished)
}

/// Verifies the file as it lies on the disk.
fn read_back(order: &Order<'_>, unfinished: &Unfinished, stage: &Path, watch: Watch<'_>) -> Result<Checked> {
    let stage = stage.join("read-back");
    create_private(&stage)?;
    let passphrase = order.seal.as_ref().map(|(passphrase, _)| *passphrase);
    let checked = check_into(&stage, unfinished.path(), passphrase, Taken::DatabaseAlone, watch)?;
    check::clear(&stage)?;
    Ok(checked)
}

/// Everything that goes into a backup, digested, in the order of the manifest.
struct Gathered {
    parts: Vec<Part>,
    sources: Vec<Source>,
}

impl Gathered {
    fn counts(&self, rows: u64) -> Counts {
        let mut counts = Counts {
            rows,
            attachments: 0,
            attachment_bytes: 0,
            keys: 0,
        };
        for part in &self.parts {
            match Entry::parse(&part.name) {
                Some(Entry::Attachment(_)) => {
                    counts.attachments += 1;
                    counts.attachment_bytes += part.size;
                }
                Some(Entry::Key(_) | Entry::PersonalKey) => counts.keys += 1,
                _ => (),
            }
        }
        counts
    }
}

fn gather(office: &OfficeFolder, copy: &Path, watch: Watch<'_>) -> Result<Gathered> {
    let mut found = vec![(Entry::Database, copy.to_owned())];
    found.extend(attachment_files(office)?);
    for file in listed(&office.keys())? {
        if let Some(entry) = Entry::key(&last(&file)) {
            wrapped(&file)?;
            found.push((entry, file));
        } else if file == office.personal_key() {
            found.push((Entry::PersonalKey, file));
        }
    }
    found.sort();
    let (mut parts, mut sources) = (Vec::new(), Vec::new());
    let total = found.len() as u64;
    for ((entry, file), done) in found.into_iter().zip(1u64..) {
        let (sha256, size) = File::open(&file)
            .and_then(digest_of)
            .map_err(|e| Error::io(&file, e))?;
        let sha256 = hex::encode(sha256);
        if matches!(&entry, Entry::Attachment(digest) if *digest != sha256) {
            return Err(Flaw::AttachmentDamaged(entry.name()).into());
        }
        let name = entry.name();
        parts.push(Part { name, sha256, size });
        sources.push(Source { file });
        tell(watch, Phase::Gathering, done, total)?;
    }
    Ok(Gathered { parts, sources })
}

fn attachment_files(office: &OfficeFolder) -> Result<Vec<(Entry, PathBuf)>> {
    let mut found = Vec::new();
    for shelf in listed(&office.attachments())? {
        for file in listed(&shelf)? {
            // Whatever else lies there is no attachment: it is being written, or somebody put it there.
            if let Some(entry) = Entry::attachment(&last(&shelf), &last(&file)) {
                found.push((entry, file));
            }
        }
    }
    Ok(found)
}

/// The digests after which the office's attachments are named.
pub(crate) fn attachments(office: &OfficeFolder) -> Result<BTreeSet<String>> {
    let digest = |(_, file): (Entry, PathBuf)| last(&file);
    Ok(attachment_files(office)?.into_iter().map(digest).collect())
}

/// The entries of a folder; one that is not there has none.
fn listed(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        // A file among the shelves is no attachment either.
        Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => return Ok(Vec::new()),
        Err(error) => return Err(Error::io(folder, error)),
    };
    entries
        .map(|entry| entry.map(|entry| entry.path()).map_err(|e| Error::io(folder, e)))
        .collect()
}

fn last(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// A key leaves the office only as it was wrapped: JSON that says how, and no private part in the clear.
fn wrapped(file: &Path) -> Result<()> {
    let open = || Error::from(Flaw::KeyOpen(last(file)));
    let size = fs::metadata(file).map_err(|e| Error::io(file, e))?.len();
    if size > LARGEST_KEY {
        return Err(open());
    }
    let text = fs::read(file).map_err(|e| Error::io(file, e))?;
    let json: serde_json::Value = serde_json::from_slice(&text).map_err(|_| open())?;
    let text = json.to_string();
    let clear = ["PRIVATE KEY", "\"secret\"", "\"d\":", "\"seed\""];
    if text.contains("argon2id") && !clear.iter().any(|mark| text.contains(mark)) {
        Ok(())
    } else {
        Err(open())
    }
}

/// Removes what a program that was killed left in the office's own folder. Only the office's writer may.
pub(crate) fn tidy(office: &OfficeFolder) {
    let own = office.backups();
    for entry in fs::read_dir(&own).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(WORKING) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
    place::sweep(&own);
}
