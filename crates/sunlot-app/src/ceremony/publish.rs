//! The published folder: the record, its sealed edition, the page that recomputes it, and the digests of all of them (contract 23). What
//! was written is read back and verified before anybody is told that it is there.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use sunlot_draw::verify::{Given, verify};
use sunlot_draw::{Published, commitment::ShortCode, read};
use sunlot_store::draw_seal::{self, SealRow};

use super::acts::{require, state_of};
use super::amend::latest_digest;
use super::fault::CeremonyFault;
use super::record::impossible;
use super::rows::Names;
use super::wire::{CeremonyPublish, DrawPublished};
use super::{labels, state};
use crate::commands::Act;
use crate::event::draw::DrawShown;
use crate::file::{self, failed, make_private};
use crate::{Desk, Error, Kind, Reason, Result};

const RECORD: &str = "record.sunlot.json";
const PUBLIC: &str = "public.sunlot.json";
const NUMBERS: &str = "numbers.txt";
const PAGE: &str = "verify.html";
const SUMS: &str = "SHA256SUMS";

/// A file of the folder.
struct Part {
    name: &'static str,
    bytes: Vec<u8>,
}

impl Desk {
    /// Writes the published folder of a draw that has ended, and reads it back.
    pub fn ceremony_publish(&self, request: &CeremonyPublish) -> Result<DrawPublished> {
        let (seal, published, names) = self.read(Act::CeremonyPublish, |office| {
            let (stored, document) = require(office, request.id)?;
            let at = state_of(&stored.row)?;
            state::require_ended(at)?;
            let seal = draw_seal::of_ceremony(office, stored.id)?;
            let seal = seal.ok_or(CeremonyFault::CeremonyStep { state: at })?;
            let published = self.published(office, &seal)?;
            let published = published.ok_or(CeremonyFault::CeremonyStep { state: at })?;
            let names = self.names_may_leave(&self.terms_of(office, stored.row.task, &document)?);
            Ok((seal.row, published, names))
        })?;
        let parts = parts(&published, &seal, names)?;
        let folder = self.folder_for(request, &seal)?;
        for part in &parts {
            let place = folder.join(part.name);
            file::replace(&place, |file| file.write_all(&part.bytes))
                .map_err(|error| failed(&place, &error))?;
        }
        // Numbers that went out before the names did are told by the record now.
        let stale = folder.join(NUMBERS);
        if names && stale.is_file() {
            fs::remove_file(&stale).map_err(|error| failed(&stale, &error))?;
        }
        read_back(&folder, &parts, &seal)?;
        let shown = folder.display().to_string();
        self.change(Act::CeremonyPublish, |_| {
            let kind = Kind::DrawPublished(DrawShown {
                draw: seal.draw_id.clone(),
                folder: shown.clone(),
                names,
                digest: latest_digest(&published).to_string(),
            });
            Ok(((), Some(kind)))
        })?;
        Ok(DrawPublished {
            folder: shown,
            files: parts.iter().map(|part| part.name.to_owned()).collect(),
            names,
            told: labels::published(names),
        })
    }

    /// Where it is written: a folder of its own in the outbox, or on the stick that was named.
    /// Where the record of a draw lies once it was published into the outbox.
    pub(crate) fn record_in_outbox(&self, ceremony: i64) -> Result<PathBuf> {
        self.read(Act::CeremonyView, |office| {
            let (stored, _) = require(office, ceremony)?;
            let seal = draw_seal::of_ceremony(office, stored.id)?;
            let state = state_of(&stored.row)?;
            let seal = seal.ok_or(CeremonyFault::CeremonyStep { state })?.row;
            let folder = labels::folder(seal.sequence, seal.rehearsal);
            Ok(self.folder().outbox().join(folder).join(RECORD))
        })
    }

    fn folder_for(&self, request: &CeremonyPublish, seal: &SealRow) -> Result<PathBuf> {
        let name = labels::folder(seal.sequence, seal.rehearsal);
        let parent = match request
            .folder
            .as_deref()
            .map(str::trim)
            .filter(|folder| !folder.is_empty())
        {
            Some(folder) => PathBuf::from(folder),
            None => {
                let outbox = self.folder().outbox();
                make_private(&outbox).map_err(|error| failed(&outbox, &error))?;
                outbox
            }
        };
        // A stick that was pulled out is not made up by a folder on the disk.
        if !parent.is_dir() {
            let file = parent.display().to_string();
            return Err(Error::new(Reason::PlaceMissing { file }, ""));
        }
        let folder = parent.join(name);
        if !folder.is_dir() {
            fs::create_dir(&folder).map_err(|error| failed(&folder, &error))?;
        }
        // Another office's draw of the same number is not written over.
        if is_of_another(&folder, seal) {
            let file = folder.display().to_string();
            return Err(Error::new(Reason::PlaceTaken { file }, ""));
        }
        Ok(folder)
    }
}

/// Whether the record of some other draw lies there.
fn is_of_another(folder: &Path, seal: &SealRow) -> bool {
    let mut read = [RECORD, PUBLIC].iter().filter_map(|name| {
        let bytes = fs::read(folder.join(name)).ok()?;
        read::published(&bytes).ok()?.value
    });
    read.any(|published| *published.record.commitment.bytes() != seal.commitment)
}

/// Everything that goes into the folder. Until names may leave the room only numbers and digests do.
fn parts(published: &Published, seal: &SealRow, names: bool) -> Result<Vec<Part>> {
    let json = |published: &Published| {
        let mut text =
            serde_json::to_string_pretty(published).map_err(|error| impossible(&error.to_string()))?;
        text.push('\n');
        Ok::<_, Error>(text.into_bytes())
    };
    let mut parts = Vec::new();
    if names {
        let mut edition = published.clone();
        edition.seal();
        parts.push(Part {
            name: RECORD,
            bytes: json(published)?,
        });
        parts.push(Part {
            name: PUBLIC,
            bytes: json(&edition)?,
        });
    } else {
        parts.push(Part {
            name: NUMBERS,
            bytes: numbers(published, seal).into_bytes(),
        });
    }
    if let Some(page) = verifier() {
        parts.push(Part {
            name: PAGE,
            bytes: page,
        });
    }
    let mut sums = String::new();
    for part in &parts {
        let _ = writeln!(
            sums,
            "{}  {}",
            hex::encode(Sha256::digest(&part.bytes)),
            part.name
        );
    }
    parts.push(Part {
        name: SUMS,
        bytes: sums.into_bytes(),
    });
    Ok(parts)
}

/// The numbers that were drawn, without names; of a draw that was given up what would have been.
fn numbers(published: &Published, seal: &SealRow) -> String {
    let known = Names::of(published);
    let void = published.record.void.as_ref();
    let drawn = published.record.result.as_ref();
    let rows = match void {
        Some(_) => drawn.map_or(&[][..], |result| &result.selected),
        None => &published.standing,
    };
    let rows: Vec<String> = rows.iter().map(|row| known.number(&row.place)).collect();
    labels::numbers(
        &seal.draw_id,
        &ShortCode::of(&published.record.commitment).to_string(),
        &latest_digest(published).to_string(),
        void.map(|void| &*void.reason),
        &rows,
    )
}

/// The page that recomputes a draw without a network.
fn verifier() -> Option<Vec<u8>> {
    let places = crate::paper::assets().into_iter();
    places
        .map(|assets| assets.join("verifier").join(PAGE))
        .find_map(|page| fs::read(page).ok())
}

/// What lies there must be what was meant, and the record must be valid as anybody would find it.
fn read_back(folder: &Path, parts: &[Part], seal: &SealRow) -> Result<()> {
    let altered = || CeremonyFault::RecordAltered {
        draw: seal.draw_id.clone(),
    };
    for part in parts {
        let place = folder.join(part.name);
        let bytes = fs::read(&place).map_err(|error| failed(&place, &error))?;
        if bytes != part.bytes {
            return Err(altered().into());
        }
        if part.name == RECORD || part.name == PUBLIC {
            let reading = read::published(&bytes).map_err(|_| altered())?;
            let report = verify(&[Ok(reading)], &Given::default());
            if !report.is_valid() {
                return Err(altered().into());
            }
        }
    }
    Ok(())
}
