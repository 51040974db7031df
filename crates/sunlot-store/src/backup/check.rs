//! Verifying a backup from the disk: every byte, every part, the database's own integrity, its schema, the
//! whole trail with every row. Only what passes all of it counts as a backup.

use std::fs::{self, File};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::container::{Container, Contents};
use super::entry::Entry;
use super::flaw::{Flaw, damaged};
use super::manifest::Manifest;
use super::progress::{Phase, Progress, Watch};
use super::seal::Passphrase;
use super::signature::Signature;
use super::snapshot;
use crate::folder::create_private;
use crate::verify::{Checkpoint, Verdict};
use crate::{Error, Result, open, verify};

/// A backup that was verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The file.
    pub file: PathBuf,
    /// Its bytes.
    pub size: u64,
    /// The digest at its end.
    pub digest: String,
    /// What it holds.
    pub manifest: Manifest,
    /// The digest of the manifest.
    pub manifest_digest: String,
    /// Who signed it; the signature holds, but whose key it is, is not known here.
    pub signature: Option<Signature>,
    /// Whether it has a passphrase.
    pub sealed: bool,
    /// How far its trail was verified: to its end.
    pub reached: Checkpoint,
}

/// How much is taken out while checking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// What cannot be verified otherwise.
    DatabaseAlone,
    /// Everything, to be used afterwards.
    Everything,
}

/// What can be said of a file without its passphrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glimpse {
    /// The office's name.
    pub office: String,
    /// When it was made.
    pub made_at: String,
    /// Whether it has a passphrase.
    pub sealed: bool,
    /// Its bytes.
    pub size: u64,
    /// The digest at its end.
    pub digest: String,
    /// The manifest, where no passphrase hides it.
    pub manifest: Option<Manifest>,
}

/// Looks at the clear part alone; every byte may still be wrong.
pub fn glimpse(file: &Path) -> Result<Glimpse> {
    let container = Container::open(file)?;
    let mut glimpse = Glimpse {
        office: container.header.office.clone(),
        made_at: container.header.made_at.clone(),
        sealed: container.header.seal.is_some(),
        size: container.size,
        digest: hex::encode(container.digest),
        manifest: None,
    };
    if !glimpse.sealed {
        glimpse.manifest = Some(container.contents(None)?.manifest);
    }
    Ok(glimpse)
}

/// Verifies a backup; leaves nothing on the disk.
pub fn check(file: &Path, passphrase: Option<&Passphrase>, watch: Watch<'_>) -> Result<Checked> {
    let stage = tempfile::Builder::new()
        .prefix("sunlot-check-")
        .tempdir()
        .map_err(|e| Error::io(std::env::temp_dir(), e))?;
    check_into(stage.path(), file, passphrase, Taken::DatabaseAlone, watch)
}

/// Verifies a backup and leaves what was taken out of it in `stage`, an empty folder of ours.
pub(crate) fn check_into(
    stage: &Path,
    file: &Path,
    passphrase: Option<&Passphrase>,
    taken: Taken,
    watch: Watch<'_>,
) -> Result<Checked> {
    let mut container = Container::open(file)?;
    container.check_digest(watch)?;
    let (size, digest) = (container.size, hex::encode(container.digest));
    let sealed = container.header.seal.is_some();
    let mut contents = container.contents(passphrase)?;
    take_out(&mut contents, stage, taken, watch)?;
    let database = open::connect_frozen(&stage.join(Entry::Database.place()))?;
    let reached = check_database(&database, &contents.manifest, watch)?;
    Ok(Checked {
        file: file.to_owned(),
        size,
        digest,
        manifest_digest: hex::encode(contents.manifest_digest),
        manifest: contents.manifest,
        signature: contents.signature,
        sealed,
        reached,
    })
}

fn take_out(contents: &mut Contents, stage: &Path, taken: Taken, watch: Watch<'_>) -> Result<()> {
    let mut place = |entry: &Entry| {
        if taken == Taken::DatabaseAlone && *entry != Entry::Database {
            return Ok(None);
        }
        let file = stage.join(entry.place());
        if let Some(folder) = file.parent() {
            create_private(folder)?;
        }
        let mut options = File::options();
        options.write(true).create_new(true);
        // Keys are among them.
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let made = options.open(&file).map_err(|e| Error::io(&file, e))?;
        Ok(Some(made))
    };
    contents.unpack(&mut place, watch)
}

/// The database in it must be what the manifest says, and whole by every measure there is.
fn check_database(database: &Connection, manifest: &Manifest, watch: Watch<'_>) -> Result<Checkpoint> {
    let Verdict {
        rows,
        faults,
        reached,
        ..
    } = verdict(database, manifest.schema, watch)?;
    if let Some(fault) = faults.first() {
        return Err(Flaw::OfficeInvalid(format!("{fault:?}")).into());
    }
    let found = snapshot::moment(database)?;
    let said = (found.office, found.epoch, found.schema, found.trail, found.rows);
    let expected = (
        manifest.office.clone(),
        manifest.epoch,
        manifest.schema,
        manifest.trail.clone(),
        manifest.counts.rows,
    );
    if said == expected && rows == manifest.counts.rows {
        Ok(reached)
    } else {
        Err(damaged("the database is not the one that the manifest describes"))
    }
}

/// Recomputes the trail, and can be stopped on the way.
fn verdict(database: &Connection, schema: u32, watch: Watch<'_>) -> Result<Verdict> {
    let verdict = verify::verify_at(database, schema, None, &mut |done, total| {
        let phase = Phase::Verifying;
        watch(Progress { phase, done, total }) == ControlFlow::Continue(())
    })?;
    if verdict.stopped {
        return Err(Flaw::Stopped.into());
    }
    Ok(verdict)
}

/// Removes what a check took out.
pub(crate) fn clear(stage: &Path) -> Result<()> {
    match fs::remove_dir_all(stage) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Error::io(stage, error)),
        _ => Ok(()),
    }
}
