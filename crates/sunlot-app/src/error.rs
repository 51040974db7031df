//! Errors as data: a stable code, and what a person needs to know, worded in `messages`.

mod flaw;
mod from_store;

use std::fmt;

use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr};
use sunlot_draw::Refusal;
use sunlot_draw::read::Unreadable;
use ts_rs::TS;

use crate::access::AccessFault;
use crate::anchor::Standing;
use crate::backup::BackupFault;
use crate::ceremony::CeremonyFault;
use crate::import::ImportFault;
use crate::inspector::InspectorFault;
use crate::item::ItemFault;
use crate::messages::{self, Words};
use crate::outside::OutsideFault;
use crate::personal::PersonalFault;
use crate::plan::PlanFault;
use crate::printer::NotPrinted;
use crate::reader::ReaderFault;
use crate::rules::RulesFault;
use crate::station::StationFault;
use crate::target::TargetFault;
use crate::task::TaskFault;

pub use flaw::Flaw;

/// The result of every use case.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a use case was refused or could not be done. The name in snake case is the code on the wire: stable.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
pub enum Reason {
    /// Another window or command is writing.
    OfficeInUse,
    /// There is no office in the folder.
    OfficeMissing {
        /// The folder.
        folder: String,
    },
    /// There is an office in the folder already.
    OfficeThere {
        /// The folder.
        folder: String,
    },
    /// A file would lie among the office's own data.
    PlaceInOffice {
        /// The file.
        file: String,
    },
    /// There is a file of this name already.
    PlaceTaken {
        /// The file.
        file: String,
    },
    /// The name of a file promises another format.
    PlaceEnding {
        /// The file.
        file: String,
        /// The ending that its format has.
        ending: String,
    },
    /// A second window could not be opened.
    WindowUnopened {
        /// The folder of the office that it was to show.
        folder: String,
    },
    /// The folder holds other things.
    FolderNotOffice {
        /// The folder.
        folder: String,
    },
    /// `office.db` is no office.
    FileNotOffice {
        /// The file.
        file: String,
    },
    /// The office was written by a newer program.
    OfficeNewer {
        /// Its schema.
        found: u32,
        /// The newest schema this program knows.
        known: u32,
    },
    /// No folder could be thought of.
    NoPlace,
    /// SQLite does not give the durability that is needed.
    DiskUnsafe,
    /// The copy before an upgrade failed.
    UpgradeBackupFailed,
    /// The database is damaged.
    OfficeDamaged,
    /// The disk is full.
    DiskFull,
    /// The folder may not be written.
    NotWritable,
    /// The folder may not be read.
    NotReadable,
    /// Another program keeps the database busy.
    OfficeBusy,
    /// The disk answers with an error.
    DiskFailure,
    /// Values of the office profile are not right; the problems say which.
    ProfileInvalid {
        /// How many.
        count: usize,
    },
    /// A word of the command line that is no command.
    CommandUnknown {
        /// The word.
        command: String,
    },
    /// No command at all.
    CommandMissing,
    /// An argument that does not exist.
    ArgumentUnknown {
        /// The argument.
        argument: String,
    },
    /// An argument that must be there.
    ArgumentMissing {
        /// The argument.
        argument: String,
    },
    /// An argument without its value.
    ArgumentValueMissing {
        /// The argument.
        argument: String,
    },
    /// A value that an argument does not take.
    ArgumentValueWrong {
        /// The argument.
        argument: String,
        /// The value.
        value: String,
    },
    /// A value that is not among those that an argument takes.
    ArgumentNotAmong {
        /// The argument.
        argument: String,
        /// The value.
        value: String,
        /// Those that there are, each with what people call it.
        among: Box<[String]>,
    },
    /// An argument given twice, or beside one that excludes it.
    ArgumentTwice {
        /// The argument.
        argument: String,
    },
    /// There is no such file.
    FileMissing {
        /// The file.
        file: String,
    },
    /// A file cannot be opened.
    FileUnread {
        /// The file.
        file: String,
    },
    /// A file cannot be written.
    FileUnwritten {
        /// The file.
        file: String,
    },
    /// A file of a draw has no content.
    DrawFileUnreadable {
        /// The file.
        file: String,
        /// Why.
        why: Unreadable,
    },
    /// A file of a draw is not of the right form; the problems say where.
    DrawFileFaulty {
        /// The file.
        file: String,
        /// How many faults.
        count: usize,
    },
    /// Manifest or numbers break rules; the problems say which.
    DrawRefused {
        /// How many.
        count: usize,
    },
    /// A case without its secret.
    DrawWithoutSecret,
    /// An amendment of a case is refused.
    AmendmentRefused {
        /// Which, from 1.
        number: usize,
        /// Why.
        refusal: Refusal,
    },
    /// A void record with amendments.
    VoidAmended,
    /// A published file that does not verify.
    DrawFileInvalid {
        /// The file.
        file: String,
        /// The checks that fail.
        checks: String,
    },
    /// Nobody by this number or id.
    TargetUnknown {
        /// What was asked for.
        asked: String,
        /// How many leaves are sealed.
        sealed: usize,
    },
    /// A file is larger than anything that is published.
    FileTooLarge {
        /// Which file.
        file: String,
    },
    /// There is no such number of the draw.
    NumberUnknown {
        /// What was asked for.
        asked: String,
        /// The strata by key, and how many numbers each has.
        strata: Vec<(String, u64)>,
    },
    /// A sheet belongs to one file.
    SheetForSeveral,
    /// Whoever asks may not enter, or may not do this; or an account is not right.
    Access(AccessFault),
    /// Something about a backup.
    Backup(BackupFault),
    /// Something about the station's keys.
    Station(StationFault),
    /// Something about a personal value.
    Personal(PersonalFault),
    /// A table was not read.
    Reader(ReaderFault),
    /// Something about the registry of targets.
    Target(TargetFault),
    /// Something about the registry of inspectors.
    Inspector(InspectorFault),
    /// The list of items does not allow it.
    Item(ItemFault),
    /// Something about a task or its pool.
    Task(TaskFault),
    /// Something about a ceremony or a draw.
    Ceremony(CeremonyFault),
    /// Something about a rule profile.
    Rules(RulesFault),
    /// Something about a roster that is taken over.
    Import(ImportFault),
    /// A plan does not allow it.
    Plan(PlanFault),
    /// A draw of another system does not allow it.
    Outside(OutsideFault),
    /// The answer could not be written out.
    OutputFailed,
    /// Nothing was printed.
    NotPrinted {
        /// Why.
        why: NotPrinted,
    },
    /// The fonts of paper are not where they should be.
    FontsMissing {
        /// Where they were looked for.
        places: Vec<String>,
    },
    /// A font of paper is not as it was shipped.
    FontDamaged {
        /// The file.
        file: String,
    },
    /// The request cannot be read as what it should be.
    RequestUnreadable,
    /// The trail is not the one that the anchor tells of.
    AnchorDiffers(Standing),
    /// There is no difference to be acknowledged.
    AnchorFits,
    /// What was typed to acknowledge a difference is not right; the problems say why.
    AcknowledgementInvalid,
    /// A file that should be an anchor is none.
    AnchorFileUnreadable {
        /// The file.
        file: String,
    },
    /// The anchor is another office's.
    AnchorOfAnother {
        /// The file.
        file: String,
    },
    /// The anchor in a file tells of more than this trail has.
    AnchorWouldGoBack {
        /// The file.
        file: String,
        /// How the trail stands to it.
        standing: Standing,
    },
    /// A verification is under way.
    AlreadyVerifying,
    /// What the trail is searched for cannot be searched for; the problems say why.
    FilterInvalid,
    /// There is no such event.
    EventUnknown {
        /// Its number.
        seq: i64,
    },
    /// An event raises no flag that could be seen.
    NotFlagged {
        /// Its number.
        seq: i64,
    },
    /// More events than a worksheet has rows.
    TooManyRows {
        /// How many.
        found: i64,
        /// How many fit.
        max: i64,
    },
    /// There is no room where a file is to be written.
    PlaceFull {
        /// The file.
        file: String,
    },
    /// Where a file is to be written nothing may be written.
    PlaceNotWritable {
        /// The file.
        file: String,
    },
    /// The folder of a file that is to be written does not exist.
    PlaceMissing {
        /// The file.
        file: String,
    },
    /// A file could not be written.
    PlaceFailed {
        /// The file.
        file: String,
    },
    /// The operating system gives no random numbers.
    NoEntropy,
    /// A mistake in the program.
    Internal,
}

impl Reason {
    /// The code on the wire.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Access(fault) => fault.into(),
            Self::Backup(fault) => fault.into(),
            Self::Station(fault) => fault.into(),
            Self::Personal(fault) => fault.into(),
            Self::Reader(fault) => fault.into(),
            Self::Target(fault) => fault.into(),
            Self::Inspector(fault) => fault.into(),
            Self::Item(fault) => fault.into(),
            Self::Task(fault) => fault.into(),
            Self::Ceremony(fault) => fault.into(),
            Self::Rules(fault) => fault.into(),
            Self::Import(fault) => fault.into(),
            Self::Plan(fault) => fault.into(),
            Self::Outside(fault) => fault.into(),
            other => other.into(),
        }
    }
}

/// Where something is wrong: a field of a form, or a place in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(untagged)]
pub enum Place {
    /// A field by its path, such as `channels.0.detail`.
    Field {
        /// The path.
        field: String,
    },
    /// A place in a file.
    File {
        /// The file's name.
        file: String,
        /// The sheet.
        sheet: Option<String>,
        /// The row, from 1, as a spreadsheet counts.
        row: Option<u32>,
        /// The column's heading.
        column: Option<String>,
    },
}

/// One thing wrong, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What the place is called.
    pub label: String,
    /// What is wrong.
    pub flaw: Flaw,
}

/// A refusal or failure on its way out of a use case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// Why.
    pub reason: Reason,
    /// For whoever helps: English, technical.
    pub detail: String,
    /// Every problem with its place, not the first alone.
    pub problems: Vec<Problem>,
}

impl Error {
    /// An error without places.
    pub fn new(reason: impl Into<Reason>, detail: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
            detail: detail.into(),
            problems: Vec::new(),
        }
    }

    /// An error that consists of problems.
    pub fn of_problems(reason: impl Into<Reason>, problems: Vec<Problem>) -> Self {
        Self {
            reason: reason.into(),
            detail: String::new(),
            problems,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.reason.code(), self.detail)
    }
}

impl std::error::Error for Error {}

/// An error as every wire carries it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Failure {
    /// Stable, for programs.
    pub code: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// For whoever helps.
    pub detail: String,
    /// Every problem with its place.
    pub problems: Vec<ProblemView>,
}

/// A problem as every wire carries it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename = "Problem")]
pub struct ProblemView {
    /// Where.
    pub place: Place,
    /// Stable, for programs.
    pub code: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let Words { message, hint } = messages::of_reason(&error.reason);
        let problems = error.problems.into_iter().map(Into::into).collect();
        Self {
            code: error.reason.code().to_owned(),
            message,
            hint,
            detail: error.detail,
            problems,
        }
    }
}

impl From<Problem> for ProblemView {
    fn from(problem: Problem) -> Self {
        let Words { message, hint } = messages::of_flaw(&problem.label, &problem.flaw);
        let code = problem.flaw.code();
        Self {
            place: problem.place,
            code: code.to_owned(),
            message,
            hint,
        }
    }
}
