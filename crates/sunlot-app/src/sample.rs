//! The sample office: a county bureau that does not exist, with the files that a newcomer would bring.
//!
//! It is made by the same use cases as every office, in a folder of its own, so that nobody's data are among it. What it
//! consists of stands in `assets/sample`; a script there makes the files. Its profile comes last: an office that has rosters of
//! the sample and no profile was interrupted, and is filled to the end by whoever comes next.

mod course;
mod drawing;
mod script;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sunlot_store::roster_import::{self, ImportRow};
use sunlot_store::{Connection, filter};
use ts_rs::TS;

use crate::commands::Act;
use crate::import::{
    DuplicateRule, ImportAccept, ImportCompare, ImportCompared, ImportReading, ImportSource, Registry,
};
use crate::office::OfficeProfile;
use crate::target::{TargetFault, TargetFilter, TargetFlagAdd, TargetsRequest};
use crate::{Desk, Error, KindName, Reason, Result, paper};

pub use course::{SampleCourse, SampleFile, SampleStep};
pub use drawing::{SampleDraw, SamplePerson};
pub use script::SampleUnready;

/// A roster of the sample, and what somebody said about it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SampleRoster {
    registry: Registry,
    /// Where it lies under `rosters`.
    file: String,
    /// What it is called in the registry.
    #[serde(default)]
    source: String,
    /// What its words mean.
    #[serde(default)]
    words: BTreeMap<String, BTreeMap<String, String>>,
    /// Which of several rows about one entry counts.
    #[serde(default)]
    duplicates: DuplicateRule,
    /// Why it is taken over.
    reason: String,
}

/// What the bureau of the sample knows of one of its targets.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SampleFlag {
    /// Of which: its code.
    code: String,
    flag: String,
    since: String,
    until: String,
    evidence: String,
}

/// What the sample office consists of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SampleMade {
    /// Where it lies.
    pub folder: String,
    /// How many rosters were there already, where somebody was interrupted.
    pub there: usize,
    /// What became of the rows of each roster, in the order in which they were taken over.
    pub rosters: Vec<ImportCompared>,
}

/// Where the sample office is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SampleOpened {
    /// The folder.
    pub folder: String,
}

impl Desk {
    /// Makes the sample office in this desk's folder, where there is none yet, or goes on where it was interrupted. `told` hears
    /// of each roster.
    pub fn sample_make(&self, told: &mut dyn FnMut(&ImportCompared)) -> Result<SampleMade> {
        let sample = sample_folder()?;
        let rosters = read::<Vec<SampleRoster>>(&sample.join("rosters.json"))?;
        let there = match self.read(Act::ConsoleView, |office| begun(office, &rosters)) {
            Err(error) if matches!(error.reason, Reason::OfficeMissing { .. }) => 0,
            Err(error) => return Err(error),
            Ok(Some(there)) => there,
            Ok(None) => {
                let folder = self.folder().path().display().to_string();
                return Err(Error::new(Reason::OfficeThere { folder }, ""));
            }
        };
        self.hold()?;
        let mut made = Vec::new();
        for roster in rosters.into_iter().skip(there) {
            let sums = self.take_over(&sample.join("rosters"), roster)?;
            told(&sums);
            made.push(sums);
        }
        for flag in read::<Vec<SampleFlag>>(&sample.join("flags.json"))? {
            self.set_flag(flag)?;
        }
        self.office_profile_save(&read::<OfficeProfile>(&sample.join("profile.json"))?)?;
        let folder = self.folder().path().display().to_string();
        Ok(SampleMade {
            folder,
            there,
            rosters: made,
        })
    }

    /// The same where it is not there yet, without a word where it is.
    pub fn sample_once(&self) -> Result<()> {
        match self.sample_make(&mut |_| {}) {
            Err(error) if matches!(error.reason, Reason::OfficeThere { .. }) => Ok(()),
            made => made.map(drop),
        }
    }

    /// Opens a second window with the sample office, which is made beside this one's folder where it is not there yet.
    pub fn sample_open(&self) -> Result<SampleOpened> {
        self.may(Act::SampleOpen)?;
        let folder = beside(self.folder().path());
        let shown = folder.display().to_string();
        self.env().windows.open_sample(&folder).map_err(|error| {
            let folder = shown.clone();
            Error::new(Reason::WindowUnopened { folder }, error.to_string())
        })?;
        Ok(SampleOpened { folder: shown })
    }

    /// Sets a flag; one that stands already was set before the filling was interrupted.
    fn set_flag(&self, flag: SampleFlag) -> Result<()> {
        let found = self.targets_view(&TargetsRequest {
            filter: TargetFilter {
                text: flag.code,
                ..TargetFilter::default()
            },
            limit: 1,
            ..TargetsRequest::default()
        })?;
        let Some(target) = found.lines.first() else {
            return Ok(());
        };
        let set = self.target_flag_add(&TargetFlagAdd {
            target: target.id,
            flag: flag.flag,
            since: flag.since,
            until: flag.until,
            evidence: flag.evidence,
        });
        match set {
            Err(error) if matches!(error.reason, Reason::Target(TargetFault::FlagStands { .. })) => Ok(()),
            set => set.map(drop),
        }
    }

    fn take_over(&self, folder: &Path, roster: SampleRoster) -> Result<ImportCompared> {
        let look = self.import_look(&ImportSource {
            registry: roster.registry,
            path: folder.join(&roster.file).display().to_string(),
            pasted: None,
        })?;
        let reading = ImportReading {
            words: roster.words,
            source: roster.source,
            duplicates: roster.duplicates,
            ..ImportReading::default()
        };
        let import = look.import;
        self.import_compare(&ImportCompare { import, reading })?;
        let reason = roster.reason;
        Ok(self.import_accept(&ImportAccept { import, reason })?.sums)
    }
}

/// How many of the sample's rosters are in an office that was interrupted while it was filled. Nothing where it is whole, or is
/// somebody's own.
fn begun(office: &Connection, rosters: &[SampleRoster]) -> Result<Option<usize>> {
    const OURS: [KindName; 3] = [
        KindName::OfficeCreated,
        KindName::RosterImported,
        KindName::TriggerSet,
    ];
    let ours = |name: &String| KindName::of_disk(name).is_some_and(|kind| OURS.contains(&kind));
    let taken = roster_import::all(office)?;
    // The newest comes first.
    let begins = taken.len() <= rosters.len() && taken.iter().rev().zip(rosters).all(same_file);
    Ok((begins && filter::kinds(office)?.iter().all(ours)).then_some(taken.len()))
}

/// Whether an import took over a roster of the sample.
fn same_file(((_, _, row), roster): (&(i64, i64, ImportRow), &SampleRoster)) -> bool {
    Path::new(&roster.file).file_name() == Some(row.file.as_ref())
}

/// The folder of the sample office beside another's.
fn beside(folder: &Path) -> PathBuf {
    let mut name = folder.file_name().unwrap_or_default().to_owned();
    name.push("-sample");
    folder.with_file_name(name)
}

fn sample_folder() -> Result<PathBuf> {
    let places = paper::assets();
    let found = places.iter().map(|place| place.join("sample"));
    found
        .clone()
        .find(|folder| folder.join("rosters.json").is_file())
        .ok_or_else(|| {
            let file = found
                .map(|folder| folder.display().to_string())
                .next()
                .unwrap_or_default();
            Error::new(Reason::FileMissing { file }, "no rosters.json")
        })
}

fn read<T: for<'de> Deserialize<'de>>(file: &Path) -> Result<T> {
    parse(file, &text_of(file)?)
}

fn text_of(file: &Path) -> Result<String> {
    fs::read_to_string(file).map_err(|error| unread(file, &error))
}

fn parse<T: for<'de> Deserialize<'de>>(file: &Path, text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| unread(file, &error))
}

fn unread(file: &Path, error: &dyn std::fmt::Display) -> Error {
    let file = file.display().to_string();
    Error::new(Reason::FileUnread { file }, error.to_string())
}
