//! The printer: which there are, handing a PDF to one of them, and what became of it.
//!
//! What is on the paper is `sunlot-forms`' business, which paper is printed when a use case's. Here is the way to the
//! operating system's print queue, as a trait, so that tests hand in their own; and what may keep paper from coming out.

mod child;
mod cups;
mod listing;
mod other;

use serde::{Deserialize, Serialize};
use strum::EnumCount;
use ts_rs::TS;

pub use cups::Cups;
pub use other::OtherSystem;

use crate::{Error, Reason, Result};

/// The way to paper.
pub trait Printer: Send + Sync {
    /// Every printer that this computer knows, as its system lists them.
    fn printers(&self) -> Result<Vec<PrinterView>>;
    /// Hands a job over. It is in the queue when this returns, not yet on paper.
    fn print(&self, job: &PrintJob<'_>) -> Result<JobId>;
    /// What became of a job.
    fn job_state(&self, job: &JobId) -> Result<JobView>;
}

/// A printer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PrinterView {
    /// By what name the system knows it.
    pub name: String,
    /// What people call it.
    pub description: String,
    /// Jobs go to it where none is named.
    pub is_default: bool,
    /// Whether it takes jobs.
    pub state: PrinterState,
    /// What the system says of it, in the system's words; often nothing.
    pub said: String,
}

/// Whether a printer takes jobs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PrinterState {
    /// It waits for one.
    Ready,
    /// It prints one.
    Busy,
    /// It was stopped: jobs would lie in the queue until somebody starts it again.
    Stopped,
    /// It takes no job.
    Refusing,
}

/// What is to be printed, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrintJob<'a> {
    /// What the queue calls it.
    pub title: &'a str,
    /// The file.
    pub pdf: &'a [u8],
    /// The name of a printer; none is the default one.
    pub printer: Option<&'a str>,
    /// How often.
    pub copies: u16,
    /// On which sides.
    pub sides: Sides,
    /// Which pages; none is all.
    pub pages: Option<PageRange>,
}

/// On which sides of the paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Sides {
    /// On one.
    #[default]
    One,
    /// On both, turned like a book.
    Both,
    /// On both, turned like a calendar.
    BothTurnedUp,
}

/// Pages from the first to the last, both included, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PageRange {
    /// The first.
    pub first: u32,
    /// The last.
    pub last: u32,
}

/// A job in a queue, as the system numbers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct JobId(pub String);

/// A job in its queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct JobView {
    /// Where it is.
    pub state: JobState,
    /// What the system says of it, in the system's words; often nothing.
    pub said: String,
}

/// Where a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum JobState {
    /// In the queue.
    Waiting,
    /// At the printer.
    Printing,
    /// In the queue of a printer that was stopped.
    Stopped,
    /// Out of the queue. Whether paper came out, the system does not say: somebody has to look.
    Left,
    /// Out of the queue, and the system says that it was not printed as it should have been.
    Failed,
    /// The system knows it no more.
    Unknown,
}

/// Why nothing was printed.
#[derive(Clone, Debug, PartialEq, Eq, EnumCount)]
pub enum NotPrinted {
    /// The program knows no way to this system's printers yet.
    OtherSystem,
    /// The system's printing programs are not installed.
    NotInstalled {
        /// Which is missing.
        program: String,
    },
    /// The system's print service does not run.
    NotRunning,
    /// There is no printer.
    NoPrinter,
    /// There are several printers, and none of them is the default one.
    NoDefault {
        /// How many.
        count: usize,
    },
    /// There is no printer of this name.
    NoSuchPrinter {
        /// The name.
        printer: String,
    },
    /// The printer was stopped.
    Stopped {
        /// Which.
        printer: String,
        /// What the system says of it.
        said: String,
    },
    /// The printer takes no jobs.
    Refusing {
        /// Which.
        printer: String,
        /// What the system says of it.
        said: String,
    },
    /// The system refused the job.
    Refused {
        /// What it said.
        said: String,
    },
    /// The system did not answer.
    TimedOut {
        /// For how long it was waited.
        seconds: u64,
    },
    /// Too many copies, or none.
    WrongCopies {
        /// How many were asked for.
        asked: u16,
        /// How many there may be.
        most: u16,
    },
    /// The last page comes before the first one, or the first before page 1.
    WrongPages {
        /// The first.
        first: u32,
        /// The last.
        last: u32,
    },
}

impl NotPrinted {
    fn because(self, detail: impl Into<String>) -> Error {
        Error::new(Reason::NotPrinted { why: self }, detail)
    }
}

/// As many copies as anybody needs; more is a slip of the finger.
const MOST_COPIES: u16 = 99;

/// What is wrong with a job before any printer is asked.
fn check(job: &PrintJob<'_>) -> Result<()> {
    if !(1..=MOST_COPIES).contains(&job.copies) {
        let why = NotPrinted::WrongCopies {
            asked: job.copies,
            most: MOST_COPIES,
        };
        return Err(why.because(""));
    }
    if let Some(PageRange { first, last }) = job.pages
        && (first == 0 || last < first)
    {
        return Err(NotPrinted::WrongPages { first, last }.because(""));
    }
    if !job.pdf.starts_with(b"%PDF-") {
        return Err(Error::new(Reason::Internal, "what is to be printed is no PDF"));
    }
    Ok(())
}

/// The printer that a job goes to, if it takes one now.
fn choose<'p>(printers: &'p [PrinterView], named: Option<&str>) -> Result<&'p PrinterView> {
    let chosen = match (named, printers) {
        (_, []) => return Err(NotPrinted::NoPrinter.because("")),
        (Some(name), _) => printers
            .iter()
            .find(|printer| printer.name == name)
            .ok_or_else(|| {
                let printer = name.to_owned();
                NotPrinted::NoSuchPrinter { printer }.because("")
            })?,
        (None, [only]) => only,
        (None, several) => several.iter().find(|printer| printer.is_default).ok_or_else(|| {
            let count = several.len();
            NotPrinted::NoDefault { count }.because("")
        })?,
    };
    let (printer, said) = (chosen.description.clone(), chosen.said.clone());
    match chosen.state {
        PrinterState::Ready | PrinterState::Busy => Ok(chosen),
        PrinterState::Stopped => Err(NotPrinted::Stopped { printer, said }.because(&chosen.name)),
        PrinterState::Refusing => Err(NotPrinted::Refusing { printer, said }.because(&chosen.name)),
    }
}
