//! Judging published files: twelve checks by name, each answered, none stopping another; and notices beside them.
//!
//! Every link is judged from the links the file states, so a report points at the one that is broken. Wording is
//! left to others; the same checks in another language are `ui/verifier/`.

mod chain;
mod computed;
mod notices;
mod report;
mod sheet;

use crate::commitment::fingerprint;
use crate::problem::{Difference, Fault, Problems};
use crate::read::{Reading, Unreadable};
use crate::record::Published;
use crate::rules::{check_contributions, check_manifest};

pub use chain::Break;
pub use notices::{Notice, Scarce};
pub use report::{Cause, Check, CheckName, FileReport, Reason, Report, Skip, Verdict};
pub use sheet::{Sheet, SheetMismatch};

/// A file as it was read.
pub type Read = Result<Reading<Published>, Unreadable>;

/// What whoever verifies knows from elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given {
    /// The station's fingerprint as it hangs on the wall.
    pub station: Option<String>,
    /// What stands on the sealing sheet.
    pub sheet: Option<Sheet>,
}

impl Given {
    /// The fingerprint as it is meant; an empty one was not given.
    fn fingerprint(&self) -> Option<String> {
        let typed = sheet::plain(self.station.as_deref()?).to_ascii_lowercase();
        (!typed.is_empty()).then_some(typed)
    }

    /// What was typed from paper as it is meant; none where nothing of it can be compared.
    fn sheet(&self) -> Option<Sheet> {
        self.sheet.as_ref().and_then(Sheet::plain)
    }
}

/// Judges files, each by itself and all of them as a chain.
pub fn verify(files: &[Read], given: &Given) -> Report {
    let chain = judge_chain(files);
    let judge = |file: &Read| match file {
        Ok(Reading {
            value: Some(published),
            faults,
        }) => judge(published, faults, given, &chain),
        Ok(Reading { value: None, faults }) => {
            judge_unread(faults.clone().map(Reason::Format), Cause::Form, given, &chain)
        }
        Err(unreadable) => {
            let mut problems = Problems::new();
            problems.add(String::new, Reason::Unreadable(*unreadable));
            judge_unread(problems, Cause::Unread, given, &chain)
        }
    };
    Report {
        files: files.iter().map(judge).collect(),
    }
}

fn judge(published: &Published, faults: &Problems<Fault>, given: &Given, chain: &Verdict) -> FileReport {
    let record = &published.record;
    let mut format = faults.clone();
    format.join(sealed_rows(published));
    let mut rules = check_manifest(&record.manifest);
    rules.join(check_contributions(
        record.manifest.seats.len(),
        &record.contributions,
        record.void.as_ref(),
    ));
    let manifest_digest = record.manifest.digest();
    let checks = CheckName::ALL.map(|name| {
        let verdict = match name {
            CheckName::Format => Verdict::of(format.clone().map(Reason::Format)),
            CheckName::Manifest => Verdict::of(rules.clone().map(Reason::Manifest)),
            CheckName::Commitment => computed::commitment(record, &manifest_digest),
            CheckName::Seed => computed::seed(record),
            CheckName::Selection => computed::selection(record),
            CheckName::Crews => computed::crews(record),
            CheckName::Digest => computed::digest(published, &manifest_digest),
            CheckName::Amendments => computed::amendments(published),
            CheckName::Signatures => computed::signatures(published),
            CheckName::Station => station(published, given),
            CheckName::Sheet => sheet::judge(published, given.sheet()),
            CheckName::Chain => chain.clone(),
        };
        Check { name, verdict }
    });
    FileReport {
        checks,
        notices: notices::notices(published, given),
        unreadable: false,
    }
}

/// The report on a file without content to judge.
fn judge_unread(problems: Problems<Reason>, cause: Cause, given: &Given, chain: &Verdict) -> FileReport {
    let checks = CheckName::ALL.map(|name| {
        let verdict = match name {
            CheckName::Format => Verdict::of(problems.clone()),
            CheckName::Station if given.fingerprint().is_none() => Verdict::Skipped(Skip::NoFingerprint),
            CheckName::Sheet if given.sheet().is_none() => Verdict::Skipped(Skip::NoSheet),
            CheckName::Chain => chain.clone(),
            _ => Verdict::fail(Reason::NotComputed(cause)),
        };
        Check { name, verdict }
    });
    FileReport {
        checks,
        notices: Vec::new(),
        unreadable: matches!(cause, Cause::Unread),
    }
}

fn judge_chain(files: &[Read]) -> Verdict {
    if files.len() < 2 {
        return Verdict::Skipped(Skip::OneFile);
    }
    let read = |file: &Read| {
        file.as_ref()
            .ok()
            .and_then(|reading| reading.value.is_some().then_some(()))
    };
    let unread = files.iter().filter(|file| read(file).is_none()).count();
    if unread > 0 {
        return Verdict::fail(Reason::Chain(Break::Unread(unread)));
    }
    let files = files.iter().filter_map(|file| file.as_ref().ok()?.value.as_ref());
    chain::judge(files.collect())
}

/// Leaves that are sealed though their targets were drawn, or stood at any time.
fn sealed_rows(published: &Published) -> Problems<Fault> {
    let mut found = Problems::new();
    let strata = published.record.manifest.strata.iter();
    for (at, (stratum, named)) in strata.zip(published.ever_named()).enumerate() {
        for (place, (leaf, number)) in stratum.targets.iter().zip(1..).enumerate() {
            if leaf.is_sealed() && named.contains(&number) {
                found.add(
                    || format!("record.manifest.strata[{at}].targets[{place}]"),
                    Fault::SealedRow,
                );
            }
        }
    }
    found
}

fn station(published: &Published, given: &Given) -> Verdict {
    let Some(expected) = given.fingerprint() else {
        return Verdict::Skipped(Skip::NoFingerprint);
    };
    let manifest = &published.record.manifest;
    let found = fingerprint(manifest.protocol, &manifest.station);
    if expected == found {
        return Verdict::Pass;
    }
    Verdict::fail(Reason::Station(Difference { expected, found }))
}
