//! The report on published files, in the form that `docs/verify-report.md` lays down.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sunlot_draw::read;
use sunlot_draw::verify::{self as draw, FileReport, Given, Sheet, Verdict};

use super::{DrawView, open, shown};
use crate::messages::verdict;
use crate::{Error, Reason, Result};

/// Files to judge, and what whoever asks knows from elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VerifyRequest {
    /// The files; several are also judged as a chain.
    pub files: Vec<PathBuf>,
    /// The station's fingerprint as it hangs on the wall.
    pub station: Option<String>,
    /// What stands on the sealing sheet.
    pub sheet: Option<PaperSheet>,
}

/// What stands on paper, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PaperSheet {
    /// The commitment, as 64 hex digits or as short code.
    pub commitment: Option<String>,
    /// The challenge digits.
    pub challenge: Option<String>,
    /// The station's fingerprint.
    pub station: Option<String>,
    /// The seat, from 1.
    pub seat: Option<u64>,
    /// The number on that seat's card.
    pub number: Option<String>,
}

/// The report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VerifyView {
    /// Whether every file is valid.
    pub valid: bool,
    /// One for each file.
    pub files: Vec<FileView>,
    /// Whether some file cannot be read at all: told by the exit status, not on the wire.
    #[serde(skip)]
    pub unreadable: bool,
}

/// The report on one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileView {
    /// The file as it was given.
    pub file: String,
    /// Whether no check fails.
    pub valid: bool,
    /// All twelve.
    pub checks: Vec<CheckView>,
    /// What should be known besides.
    pub notices: Vec<NoticeView>,
    /// Which draw it is, where the content could be read: told to people, not part of the report.
    #[serde(skip)]
    pub draw: Option<DrawView>,
}

/// A check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CheckView {
    /// As the protocol names it.
    pub name: &'static str,
    /// `pass`, `fail` or `skipped`.
    pub status: &'static str,
    /// Why; empty where it passes.
    pub reason: String,
    /// The same one by one, so that no text of the file can look like a reason of its own.
    #[serde(skip)]
    pub reasons: Vec<String>,
}

/// A notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoticeView {
    /// As the protocol names it.
    pub code: &'static str,
    /// What it says.
    pub text: String,
}

/// Judges files.
pub fn verify(request: &VerifyRequest) -> Result<VerifyView> {
    if request.sheet.is_some() && request.files.len() > 1 {
        return Err(Error::new(Reason::SheetForSeveral, ""));
    }
    // One file's bytes are let go before the next are read.
    let read = |file: &PathBuf| Ok(read::published(&open(file)?));
    let files = request.files.iter().map(read).collect::<Result<Vec<_>>>()?;
    let given = Given {
        station: request.station.clone(),
        sheet: request.sheet.clone().map(sheet),
    };
    let report = draw::verify(&files, &given);
    Ok(VerifyView {
        valid: report.is_valid(),
        unreadable: report.is_unreadable(),
        files: request
            .files
            .iter()
            .zip(&files)
            .zip(&report.files)
            .map(|((file, read), report)| view(file, read, report))
            .collect(),
    })
}

fn sheet(paper: PaperSheet) -> Sheet {
    let PaperSheet {
        commitment,
        challenge,
        station,
        seat,
        number,
    } = paper;
    Sheet {
        commitment,
        challenge,
        station,
        seat,
        number,
    }
}

fn view(file: &Path, read: &draw::Read, report: &FileReport) -> FileView {
    let check = |check: &draw::Check| CheckView {
        name: check.name.name(),
        status: match check.verdict {
            Verdict::Pass => "pass",
            Verdict::Fail(_) => "fail",
            Verdict::Skipped(_) => "skipped",
        },
        reason: verdict::of_check(check),
        reasons: verdict::all_of_check(check),
    };
    let notice = |notice: &draw::Notice| NoticeView {
        code: notice.code(),
        text: verdict::of_notice(notice),
    };
    FileView {
        file: shown(file),
        valid: report.is_valid(),
        checks: report.checks.iter().map(check).collect(),
        notices: report.notices.iter().map(notice).collect(),
        draw: read
            .as_ref()
            .ok()
            .and_then(|reading| reading.value.as_ref())
            .map(DrawView::of),
    }
}
