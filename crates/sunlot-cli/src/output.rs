//! How answers and refusals are printed, and what the exit status says.

use std::cell::Cell;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::PrettyFormatter;
use sunlot_app::backup::BackupFault;
use sunlot_app::ceremony::CeremonyFault;
use sunlot_app::import::ImportFault;
use sunlot_app::inspector::InspectorFault;
use sunlot_app::item::ItemFault;
use sunlot_app::outside::OutsideFault;
use sunlot_app::personal::PersonalFault;
use sunlot_app::plan::PlanFault;
use sunlot_app::rules::RulesFault;
use sunlot_app::station::StationFault;
use sunlot_app::target::TargetFault;
use sunlot_app::task::TaskFault;
use sunlot_app::{Error, Failure, Place, Reason};

/// How a verb ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// Done.
    Done,
    /// Refused, or looked at and found not valid.
    Refused,
    /// Unreadable or misused.
    Unreadable,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Done => 0,
            Status::Refused => 1,
            Status::Unreadable => 2,
        })
    }
}

/// Where answers go. A reader that went away early (`| head`) is no failure; a full disk behind `>` is one.
pub(crate) struct Output {
    json: bool,
    lost: Cell<bool>,
}

impl Output {
    pub(crate) fn new(json: bool) -> Self {
        Self {
            json,
            lost: Cell::new(false),
        }
    }

    /// Whether answers are for programs.
    pub(crate) fn json(&self) -> bool {
        self.json
    }

    /// Prints an answer: itself as JSON, or as told to people.
    pub(crate) fn answer<T: Serialize>(&self, answer: &T, told: impl FnOnce(&T) -> String) {
        let text = if self.json {
            serde_json::to_string_pretty(answer).unwrap_or_default() + "\n"
        } else {
            told(answer)
        };
        self.tell(&text);
    }

    /// Prints a file of a draw: JSON whoever asks, indented so that a change shows in a line.
    pub(crate) fn file<T: Serialize>(&self, file: &T) -> sunlot_app::Result<Status> {
        let mut stdout = BufWriter::with_capacity(1 << 16, io::stdout().lock());
        let indented = PrettyFormatter::with_indent(b" ");
        let written = file.serialize(&mut Serializer::with_formatter(&mut stdout, indented));
        let ended = written
            .map_err(io::Error::from)
            .and_then(|()| stdout.write_all(b"\n"))
            .and_then(|()| stdout.flush());
        if ended.is_err_and(|error| error.kind() != io::ErrorKind::BrokenPipe) {
            self.lost.set(true);
        }
        Ok(Status::Done)
    }

    /// Prints text to stdout.
    pub(crate) fn tell(&self, text: &str) -> Status {
        let mut stdout = io::stdout().lock();
        let written = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush());
        if written.is_err_and(|error| error.kind() != io::ErrorKind::BrokenPipe) {
            self.lost.set(true);
        }
        Status::Done
    }

    /// Prints a remark to stderr; nothing can be done where even that fails.
    pub(crate) fn remark(&self, text: &str) {
        let _ = io::stderr().write_all(text.as_bytes());
    }

    /// Prints a refusal: for people on stderr, for programs as JSON on stdout.
    pub(crate) fn refuse(&self, error: Error) -> Status {
        let status = status_of(&error.reason);
        let failure = Failure::from(error);
        self.remark(&told(&failure));
        if self.json {
            self.answer(&failure, told);
        }
        status
    }

    /// The status of the whole run, once everything was to be printed.
    pub(crate) fn finished(&self, status: Status) -> Status {
        if !self.lost.get() {
            return status;
        }
        self.remark(&told(&Failure::from(Error::new(Reason::OutputFailed, "stdout"))));
        Status::Refused
    }
}

/// A failure for people: what is wrong, every problem with its place, what to do, the technical detail.
pub(crate) fn told(failure: &Failure) -> String {
    let mut text = format!("{}\n", failure.message);
    for problem in &failure.problems {
        text += &format!(
            "  {}{}\n      {}\n",
            place(&problem.place),
            problem.message,
            problem.hint
        );
    }
    text += &format!("{}\n", failure.hint);
    if !failure.detail.is_empty() {
        text += &format!("（{}：{}）\n", failure.code, failure.detail);
    }
    text
}

/// A field is named in its message already; a place in a file is not.
fn place(place: &Place) -> String {
    match place {
        Place::Field { .. } => String::new(),
        Place::File {
            file,
            sheet,
            row,
            column,
        } => {
            let mut text = file.clone();
            for part in [
                sheet.as_ref().map(|sheet| format!("工作表“{sheet}”")),
                row.map(|row| format!("第 {row} 行")),
                column.as_ref().map(|column| format!("“{column}”列")),
            ]
            .into_iter()
            .flatten()
            {
                text += &format!(" {part}");
            }
            text + "："
        }
    }
}

fn status_of(reason: &Reason) -> Status {
    match reason {
        Reason::Backup(fault) => of_backup(fault),
        Reason::Station(
            StationFault::KeyFileMissing { .. }
            | StationFault::KeyFileDamaged { .. }
            | StationFault::KeyFileForeign { .. }
            | StationFault::KeyFileStale { .. }
            | StationFault::KeyFileNewer { .. },
        ) => Status::Unreadable,
        Reason::Personal(
            PersonalFault::PersonalKeyMissing { .. }
            | PersonalFault::PersonalKeyDamaged { .. }
            | PersonalFault::PersonalKeyForeign { .. }
            | PersonalFault::PersonalKeyNewer { .. },
        ) => Status::Unreadable,
        Reason::Reader(_)
        | Reason::Target(TargetFault::TargetMissing { .. } | TargetFault::TargetEntryMissing { .. })
        | Reason::Inspector(
            InspectorFault::InspectorMissing { .. }
            | InspectorFault::ConflictMissing { .. }
            | InspectorFault::InspectionDayWrong { .. },
        )
        | Reason::Item(
            ItemFault::ItemMissing { .. }
            | ItemFault::ItemNotInEdition { .. }
            | ItemFault::EditionMissing { .. }
            | ItemFault::StarterMissing { .. },
        )
        | Reason::Ceremony(CeremonyFault::CeremonyMissing { .. } | CeremonyFault::SeatUnknown { .. })
        | Reason::Task(
            TaskFault::TaskMissing { .. }
            | TaskFault::ExclusionMissing { .. }
            | TaskFault::LoanMissing { .. }
            | TaskFault::RequestMissing { .. }
            | TaskFault::PartUnknown { .. }
            | TaskFault::NoticeMissing { .. },
        )
        | Reason::Rules(
            RulesFault::RulesMissing { .. }
            | RulesFault::RulesNewer { .. }
            | RulesFault::AttachmentMissing { .. }
            | RulesFault::AttachmentGone { .. }
            | RulesFault::AttachmentChanged { .. },
        )
        | Reason::Outside(
            OutsideFault::OutsideMissing { .. }
            | OutsideFault::OutsideEmpty { .. }
            | OutsideFault::OutsideLong { .. },
        )
        | Reason::Plan(PlanFault::PlanMissing { .. } | PlanFault::PlanEmpty { .. })
        | Reason::Import(
            ImportFault::SheetUnknown { .. }
            | ImportFault::HeaderMissing { .. }
            | ImportFault::ColumnsUnknown { .. }
            | ImportFault::WrongKind { .. }
            | ImportFault::MappingUnreadable { .. }
            | ImportFault::MappingWrong { .. },
        ) => Status::Unreadable,
        Reason::OfficeMissing { .. }
        | Reason::FolderNotOffice { .. }
        | Reason::FileNotOffice { .. }
        | Reason::OfficeNewer { .. }
        | Reason::OfficeDamaged
        | Reason::NoPlace
        | Reason::NotReadable
        | Reason::FileMissing { .. }
        | Reason::FileUnread { .. }
        | Reason::FileTooLarge { .. }
        | Reason::DrawFileUnreadable { .. }
        | Reason::SheetForSeveral
        | Reason::CommandUnknown { .. }
        | Reason::CommandMissing
        | Reason::ArgumentUnknown { .. }
        | Reason::ArgumentMissing { .. }
        | Reason::ArgumentValueMissing { .. }
        | Reason::ArgumentValueWrong { .. }
        | Reason::ArgumentNotAmong { .. }
        | Reason::ArgumentTwice { .. }
        | Reason::AnchorFileUnreadable { .. }
        | Reason::FilterInvalid
        | Reason::EventUnknown { .. }
        | Reason::PlaceMissing { .. }
        | Reason::RequestUnreadable => Status::Unreadable,
        Reason::OfficeInUse
        | Reason::OfficeThere { .. }
        | Reason::PlaceTaken { .. }
        | Reason::PlaceEnding { .. }
        | Reason::WindowUnopened { .. }
        | Reason::PlaceInOffice { .. }
        | Reason::DiskUnsafe
        | Reason::UpgradeBackupFailed
        | Reason::DiskFull
        | Reason::NotWritable
        | Reason::OfficeBusy
        | Reason::DiskFailure
        | Reason::ProfileInvalid { .. }
        | Reason::DrawFileFaulty { .. }
        | Reason::DrawRefused { .. }
        | Reason::DrawWithoutSecret
        | Reason::AmendmentRefused { .. }
        | Reason::VoidAmended
        | Reason::DrawFileInvalid { .. }
        | Reason::TargetUnknown { .. }
        | Reason::NumberUnknown { .. }
        | Reason::NotPrinted { .. }
        | Reason::FontsMissing { .. }
        | Reason::FontDamaged { .. }
        | Reason::Access(_)
        | Reason::Station(_)
        | Reason::Personal(_)
        | Reason::Target(_)
        | Reason::Inspector(_)
        | Reason::Item(_)
        | Reason::Ceremony(_)
        | Reason::Task(_)
        | Reason::Rules(_)
        | Reason::Import(_)
        | Reason::Plan(_)
        | Reason::Outside(_)
        | Reason::OutputFailed
        | Reason::AnchorDiffers(_)
        | Reason::AnchorFits
        | Reason::AcknowledgementInvalid
        | Reason::AnchorOfAnother { .. }
        | Reason::AnchorWouldGoBack { .. }
        | Reason::AlreadyVerifying
        | Reason::NotFlagged { .. }
        | Reason::TooManyRows { .. }
        | Reason::PlaceFull { .. }
        | Reason::PlaceNotWritable { .. }
        | Reason::PlaceFailed { .. }
        | Reason::NoEntropy
        | Reason::FileUnwritten { .. }
        | Reason::Internal => Status::Refused,
    }
}

/// What lies in the file is unreadable; all else was refused.
fn of_backup(fault: &BackupFault) -> Status {
    match fault {
        BackupFault::BackupForeign { .. }
        | BackupFault::BackupCutOff { .. }
        | BackupFault::BackupNewer { .. }
        | BackupFault::BackupTooLarge { .. }
        | BackupFault::BackupPassphraseWanted { .. }
        | BackupFault::BackupPlaceMissing => Status::Unreadable,
        _ => Status::Refused,
    }
}
