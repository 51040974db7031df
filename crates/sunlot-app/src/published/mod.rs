//! Files of a draw, apart from any office: making, judging, sealing and explaining them. Nobody is asked who they are.
//!
//! What is true of a draw is `sunlot-draw`'s; here files are opened, and answers get the form that every wire
//! carries.

mod about;
mod explain;
mod verify;

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use sunlot_draw::commitment::{ShortCode, commitment};
use sunlot_draw::problem::Problems;
use sunlot_draw::read::{self, Reading, Unreadable};
use sunlot_draw::rules::check_manifest;
use sunlot_draw::{Impossible, Published, Secret};

pub use about::{DrawView, Ending, VoidView};
pub use explain::{
    AmendmentView, Asked, Chance, Crew, CrewMember, Explanation, Fate, SlotView, StepView, TicketView,
    explain,
};
pub use verify::{CheckView, FileView, NoticeView, PaperSheet, VerifyRequest, VerifyView, verify};

use crate::{Error, Flaw, Place, Problem, Reason, Result};

/// What was sealed, for the room to see.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CommitmentView {
    /// 64 hex digits.
    pub commitment: String,
    /// To copy by hand.
    pub short_code: String,
    /// What the commitment covers of the manifest.
    pub manifest_digest: String,
}

/// Makes the published file of a case.
pub fn draw(case: &Path) -> Result<Published> {
    let name = shown(case);
    let case = whole(&name, read::case(&open(case)?))?;
    case.publish()
        .map_err(|impossible| refused(impossible, "record."))
}

/// The sealed edition of a published file that verifies.
pub fn edition(file: &Path) -> Result<Published> {
    let mut published = valid(file)?;
    published.seal();
    Ok(published)
}

/// Commitment and short code of a manifest under a secret.
pub fn commit(manifest: &Path, secret: &str) -> Result<CommitmentView> {
    let wrong = || Reason::ArgumentValueWrong {
        argument: "--secret <密数>（64 位小写十六进制）".to_owned(),
        // A secret, mistyped or not, is not shown.
        value: "…".to_owned(),
    };
    let secret =
        Secret::parse(secret).ok_or_else(|| Error::new(wrong(), "a secret is 64 lower-case hex digits"))?;
    let name = shown(manifest);
    let manifest = whole(&name, read::manifest(&open(manifest)?))?;
    let breaches = check_manifest(&manifest);
    if !breaches.is_empty() {
        return Err(refused(Impossible::Rules(breaches), "record.manifest."));
    }
    let digest = manifest.digest();
    let commitment = commitment(manifest.protocol, &digest, &secret);
    let short_code = ShortCode::of(&commitment).to_string();
    Ok(CommitmentView {
        commitment: commitment.to_string(),
        short_code,
        manifest_digest: digest.to_string(),
    })
}

/// A published file that verifies; any other is refused.
pub(crate) fn valid(file: &Path) -> Result<Published> {
    let name = shown(file);
    let read = read::published(&open(file)?);
    let report = sunlot_draw::verify::verify(std::slice::from_ref(&read), &Default::default());
    let published = whole(&name, read)?;
    let failing = report
        .files
        .iter()
        .flat_map(|file| &file.checks)
        .filter(|check| check.verdict.is_fail());
    let checks: Vec<_> = failing.map(|check| check.name.name()).collect();
    if checks.is_empty() {
        return Ok(published);
    }
    Err(Error::new(
        Reason::DrawFileInvalid {
            file: name,
            checks: checks.join("、"),
        },
        "",
    ))
}

pub(crate) fn shown(file: &Path) -> String {
    file.display().to_string()
}

/// Nobody publishes more: a million targets take a fifth of it.
const LARGEST: u64 = 1 << 30;

/// The bytes of a file.
pub fn open(file: &Path) -> Result<Vec<u8>> {
    if fs::metadata(file).is_ok_and(|about| about.len() > LARGEST) {
        let file = shown(file);
        return Err(Error::new(Reason::FileTooLarge { file }, "more than 1 GiB"));
    }
    fs::read(file).map_err(|error| {
        let file = shown(file);
        let reason = match error.kind() {
            ErrorKind::NotFound => Reason::FileMissing { file },
            _ => Reason::FileUnread { file },
        };
        Error::new(reason, error.to_string())
    })
}

/// What a file holds, if it is whole.
pub(crate) fn whole<T>(name: &str, read: std::result::Result<Reading<T>, Unreadable>) -> Result<T> {
    let file = name.to_owned();
    match read {
        Err(why) => Err(Error::new(Reason::DrawFileUnreadable { file, why }, "")),
        Ok(Reading {
            value: Some(value),
            faults,
        }) if faults.is_empty() => Ok(value),
        Ok(Reading { faults, .. }) => {
            let reason = Reason::DrawFileFaulty {
                file,
                count: faults.total(),
            };
            Err(Error::of_problems(
                reason,
                problems(&faults, "", |fault| Flaw::FileFault(fault.clone())),
            ))
        }
    }
}

fn problems<K>(found: &Problems<K>, above: &str, flaw: impl Fn(&K) -> Flaw) -> Vec<Problem> {
    let problem = |problem: &sunlot_draw::problem::Problem<K>| {
        let path = problem
            .path
            .strip_prefix(above)
            .unwrap_or(&problem.path)
            .to_owned();
        Problem {
            label: path.clone(),
            place: Place::Field { field: path },
            flaw: flaw(&problem.kind),
        }
    };
    found.kept().iter().map(problem).collect()
}

/// `above` leads, in a published file, to what was given alone here.
fn refused(impossible: Impossible, above: &str) -> Error {
    match impossible {
        Impossible::Rules(breaches) => {
            let reason = Reason::DrawRefused {
                count: breaches.total(),
            };
            Error::of_problems(
                reason,
                problems(&breaches, above, |breach| Flaw::RuleBroken(breach.clone())),
            )
        }
        Impossible::NoSecret => Error::new(Reason::DrawWithoutSecret, ""),
        Impossible::Amendment(number, refusal) => {
            Error::new(Reason::AmendmentRefused { number, refusal }, "")
        }
        Impossible::VoidAmended => Error::new(Reason::VoidAmended, ""),
    }
}
