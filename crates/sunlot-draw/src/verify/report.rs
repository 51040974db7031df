//! The report: what was checked, how it came out, and what a reader should know besides.

use crate::problem::{Breach, Difference, Fault, Mismatch, Problems};
use crate::read::Unreadable;

use super::chain::Break;
use super::notices::Notice;
use super::sheet::SheetMismatch;

/// The report on one or more files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// One for each file, in the order given.
    pub files: Vec<FileReport>,
}

/// The report on one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileReport {
    /// All twelve, in the protocol's order.
    pub checks: [Check; 12],
    /// What never fails but should be known.
    pub notices: Vec<Notice>,
    /// Whether the file is not even JSON with an object.
    pub unreadable: bool,
}

/// A check and how it came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Which.
    pub name: CheckName,
    /// How it came out.
    pub verdict: Verdict,
}

/// The checks of section 6.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckName {
    /// Notation, keys and types; only leaves that may be sealed are.
    Format,
    /// The rules of section 1, and the contributions.
    Manifest,
    /// From manifest and secret.
    Commitment,
    /// From commitment, secret and contributions.
    Seed,
    /// Who is drawn, who stands by.
    Selection,
    /// Who goes where.
    Crews,
    /// The record's digest.
    Digest,
    /// Every amendment, and the standing rows.
    Amendments,
    /// Every signature, and the station's on everything.
    Signatures,
    /// The fingerprint given.
    Station,
    /// What was typed from paper.
    Sheet,
    /// Several files together.
    Chain,
}

/// How a check came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// As it should be.
    Pass,
    /// Not so, for these reasons.
    Fail(Problems<Reason>),
    /// Not asked, or not possible.
    Skipped(Skip),
}

/// Why a check fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The file cannot be read.
    Unreadable(Unreadable),
    /// The form.
    Format(Fault),
    /// A rule of the manifest.
    Manifest(Breach),
    /// Something recomputed.
    Computed(Mismatch),
    /// Another station.
    Station(Difference<String>),
    /// Not what paper says.
    Sheet(SheetMismatch),
    /// The files do not make a chain.
    Chain(Break),
    /// Cannot be computed because of an earlier failure.
    NotComputed(Cause),
}

/// The earlier failure that keeps a check from being computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// The file cannot be read.
    Unread,
    /// Its form is broken.
    Form,
    /// More are to be drawn than there are.
    Rules,
    /// There is no seed, though there should be one.
    Seed,
}

/// Why a check is not answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Skip {
    /// The secret is lost.
    SecretLost,
    /// Nobody signed.
    NoSignature,
    /// No fingerprint was given.
    NoFingerprint,
    /// Nothing was typed from paper.
    NoSheet,
    /// There is one file.
    OneFile,
    /// Sealed leaves hide whether this record's targets are those of that one (their sequences).
    SealedBasis(Vec<(u64, u64)>),
}

impl CheckName {
    /// In the protocol's order.
    pub const ALL: [Self; 12] = [
        Self::Format,
        Self::Manifest,
        Self::Commitment,
        Self::Seed,
        Self::Selection,
        Self::Crews,
        Self::Digest,
        Self::Amendments,
        Self::Signatures,
        Self::Station,
        Self::Sheet,
        Self::Chain,
    ];

    /// As the protocol names it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Manifest => "manifest",
            Self::Commitment => "commitment",
            Self::Seed => "seed",
            Self::Selection => "selection",
            Self::Crews => "crews",
            Self::Digest => "digest",
            Self::Amendments => "amendments",
            Self::Signatures => "signatures",
            Self::Station => "station",
            Self::Sheet => "sheet",
            Self::Chain => "chain",
        }
    }
}

impl Verdict {
    /// Pass without problems, else fail.
    pub(crate) fn of(problems: Problems<Reason>) -> Self {
        if problems.is_empty() {
            Self::Pass
        } else {
            Self::Fail(problems)
        }
    }

    /// Fails for one reason that concerns the check as a whole.
    pub(crate) fn fail(reason: Reason) -> Self {
        let mut problems = Problems::new();
        problems.add(String::new, reason);
        Self::Fail(problems)
    }

    /// Whether this fails.
    pub const fn is_fail(&self) -> bool {
        matches!(self, Self::Fail(_))
    }
}

impl FileReport {
    /// Whether no check fails: the file is consistent in itself.
    pub fn is_valid(&self) -> bool {
        !self.checks.iter().any(|check| check.verdict.is_fail())
    }
}

impl Report {
    /// Whether every file is valid.
    pub fn is_valid(&self) -> bool {
        self.files.iter().all(FileReport::is_valid)
    }

    /// Whether some file cannot be read at all.
    pub fn is_unreadable(&self) -> bool {
        self.files.iter().any(|file| file.unreadable)
    }
}
