//! The sample office: a county bureau that does not exist, with the files that a newcomer would bring.
//!
//! It is made by the same use cases as every office, in a folder of its own, so that nobody's data are among it. What it
//! consists of stands in `assets/sample`; a script there makes the files.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::Act;
use crate::import::{
    DuplicateRule, ImportAccept, ImportCompare, ImportCompared, ImportReading, ImportSource, Registry,
};
use crate::office::OfficeProfile;
use crate::{Desk, Error, Reason, Result, paper};

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

/// What the sample office consists of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SampleMade {
    /// Where it lies.
    pub folder: String,
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
    /// Makes the sample office in this desk's folder, where there is none yet. `told` hears of each roster.
    pub fn sample_make(&self, told: &mut dyn FnMut(&ImportCompared)) -> Result<SampleMade> {
        match self.read(Act::ConsoleView, |_| Ok(())) {
            Err(error) if matches!(error.reason, Reason::OfficeMissing { .. }) => {}
            Err(error) => return Err(error),
            Ok(()) => {
                let folder = self.folder().path().display().to_string();
                return Err(Error::new(Reason::OfficeThere { folder }, ""));
            }
        }
        let sample = sample_folder()?;
        self.office_profile_save(&read::<OfficeProfile>(&sample.join("profile.json"))?)?;
        let mut rosters = Vec::new();
        for roster in read::<Vec<SampleRoster>>(&sample.join("rosters.json"))? {
            let sums = self.take_over(&sample.join("rosters"), roster)?;
            told(&sums);
            rosters.push(sums);
        }
        let folder = self.folder().path().display().to_string();
        Ok(SampleMade { folder, rosters })
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
    let unread = |detail: String| {
        let file = file.display().to_string();
        Error::new(Reason::FileUnread { file }, detail)
    };
    let text = fs::read_to_string(file).map_err(|error| unread(error.to_string()))?;
    serde_json::from_str(&text).map_err(|error| unread(error.to_string()))
}
