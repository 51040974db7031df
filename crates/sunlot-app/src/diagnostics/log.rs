//! The technical log: what the program did, how long it took and with which code it failed, for whoever helps.
//!
//! It knows acts, codes and sizes, no names and no values, so that it can be handed on; who did what stands in the
//! trail. One file for each month, kept for a year, in `logs/` of the office folder. A log that cannot be written
//! stops nobody.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, SecondsFormat};
use serde::{Deserialize, Serialize};
use sunlot_store::OfficeFolder;

use crate::commands::Act;
use crate::{Error, Reason};

/// Files that are kept: the law asks for six months of logs, a year shows the last autumn's draw.
const KEPT: usize = 13;

/// Longer than this, looking at something is worth a line.
const SLOW_MS: i64 = 1_000;

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Line {
    at: String,
    version: String,
    act: String,
    ms: i64,
    code: String,
    #[serde(skip_serializing_if = "String::is_empty", default)]
    detail: String,
}

/// How an act went.
pub(crate) struct Outcome<'a> {
    /// Which.
    pub act: Act,
    /// When it began.
    pub begun: DateTime<FixedOffset>,
    /// When it ended.
    pub ended: DateTime<FixedOffset>,
    /// Whether it could have written.
    pub writes: bool,
    /// Why it failed.
    pub error: Option<&'a Error>,
}

/// Adds a line, if the act is worth one. An office that does not exist is not begun by its log.
pub(crate) fn note(folder: &OfficeFolder, outcome: &Outcome<'_>) {
    let ms = (outcome.ended - outcome.begun).num_milliseconds();
    let worth =
        outcome.writes || outcome.error.is_some_and(|error| technical(&error.reason)) || ms >= SLOW_MS;
    if !worth || !folder.database().exists() {
        return;
    }
    let line = Line {
        at: outcome.ended.to_rfc3339_opts(SecondsFormat::Secs, false),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        act: <&str>::from(outcome.act).to_owned(),
        ms,
        code: outcome
            .error
            .map_or("done", |error| error.reason.code())
            .to_owned(),
        detail: outcome
            .error
            .filter(|error| technical(&error.reason))
            .map_or_else(String::new, |error| without_places(&error.detail, folder)),
    };
    let _ = append(folder, outcome.ended, &line);
}

/// Whether a refusal is about the machine and not about what somebody typed. Only of these the detail is kept.
fn technical(reason: &Reason) -> bool {
    matches!(
        reason,
        Reason::Internal
            | Reason::DiskFailure
            | Reason::DiskFull
            | Reason::DiskUnsafe
            | Reason::NotWritable
            | Reason::NotReadable
            | Reason::OfficeBusy
            | Reason::OfficeDamaged
            | Reason::OfficeInUse
            | Reason::UpgradeBackupFailed
            | Reason::NoEntropy
    )
}

/// A path can hold the name of whoever uses the computer.
fn without_places(detail: &str, folder: &OfficeFolder) -> String {
    let mut text = detail.replace(&folder.path().display().to_string(), "<office>");
    if let Some(home) = dirs::home_dir() {
        text = text.replace(&home.display().to_string(), "<home>");
    }
    text
}

fn append(folder: &OfficeFolder, at: DateTime<FixedOffset>, line: &Line) -> std::io::Result<()> {
    let logs = folder.logs();
    let file = logs.join(format!("sunlot-{}.log", at.format("%Y-%m")));
    if !file.exists() {
        fs::create_dir_all(&logs)?;
        forget_the_oldest(&logs);
    }
    let mut text = serde_json::to_string(line)?;
    text.push('\n');
    OpenOptions::new()
        .create(true)
        .append(true)
        .open(file)?
        .write_all(text.as_bytes())
}

/// The files of the log, oldest first.
pub(crate) fn files(logs: &Path) -> Vec<PathBuf> {
    let is_ours = |path: &PathBuf| {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        name.starts_with("sunlot-") && name.ends_with(".log")
    };
    let mut files: Vec<PathBuf> = fs::read_dir(logs)
        .map(|entries| {
            entries
                .filter_map(|entry| Some(entry.ok()?.path()))
                .filter(is_ours)
                .collect()
        })
        .unwrap_or_default();
    files.sort();
    files
}

/// Called before a new month begins.
fn forget_the_oldest(logs: &Path) {
    let files = files(logs);
    for file in files.iter().take((files.len() + 1).saturating_sub(KEPT)) {
        let _ = fs::remove_file(file);
    }
}
