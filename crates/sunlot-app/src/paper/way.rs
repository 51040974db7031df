//! The way of a paper out of the program: laid, then printed, or saved as a PDF file.
//!
//! What stands on it its use case says; how it looks, `sunlot-forms`.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, FixedOffset, Timelike};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use sunlot_forms::{Imprint, Made, Sheet, print};
use sunlot_store::office_profile;
use sunlot_store::whole_file::{self, Readers};
use ts_rs::TS;

use super::{fonts, not_made};
use crate::commands::Act;
use crate::messages;
use crate::printer::{PrintJob, PrinterView, Sides};
use crate::{Desk, Error, Reason, Result};

/// Where a paper goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "way", rename_all = "snake_case")]
pub enum PaperWay {
    /// To a printer.
    Print {
        /// Which; none is the default one.
        printer: Option<String>,
    },
    /// Into a file.
    Save {
        /// Which; none is a new one in the office's `outbox/`.
        file: Option<String>,
    },
}

/// A paper that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperMade {
    /// How many pages it has.
    pub pages: usize,
    /// The file it was saved into.
    pub file: Option<String>,
    /// The number of its job in the print queue.
    pub job: Option<String>,
    /// What its reader must be told of, such as a character that no font has.
    pub remarks: Vec<String>,
}

/// The printers of this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PrintersView {
    /// Every one that the system lists.
    pub printers: Vec<PrinterView>,
}

/// A paper that is to be made.
pub(crate) struct Paper {
    /// What the print queue and the file are called.
    pub name: String,
    /// What stands on it.
    pub sheet: Sheet,
    /// Who may read the file.
    pub readers: Readers,
}

impl Desk {
    /// Lists the printers.
    pub fn printers_view(&self) -> Result<PrintersView> {
        self.may(Act::PrintersView)?;
        Ok(PrintersView {
            printers: self.env().printer.printers()?,
        })
    }

    /// Makes a paper and sends it on its way.
    pub(crate) fn send_paper(&self, act: Act, paper: &Paper, way: &PaperWay) -> Result<PaperMade> {
        let author = self.read(act, |office| Ok(office_profile::latest(office)?))?;
        let now = self.now();
        let imprint = Imprint {
            author: author.map(|stored| stored.row.name).unwrap_or_default(),
            producer: concat!("Sunlot ", env!("CARGO_PKG_VERSION")).to_owned(),
            made: made(now),
            id: id_of(paper, now),
        };
        let printed = print(&fonts()?, &paper.sheet, &imprint).map_err(|fault| not_made(&fault))?;
        let mut answer = PaperMade {
            pages: printed.pages,
            file: None,
            job: None,
            remarks: printed.problems.iter().map(messages::of_paper).collect(),
        };
        match way {
            PaperWay::Print { printer } => {
                let job = self.env().printer.print(&PrintJob {
                    title: &paper.name,
                    pdf: &printed.bytes,
                    printer: printer.as_deref(),
                    copies: 1,
                    sides: Sides::One,
                    pages: None,
                })?;
                answer.job = Some(job.0);
            }
            PaperWay::Save { file } => {
                let name = format!("{}-{}.pdf", paper.name, now.format("%Y%m%d-%H%M%S"));
                let file = file
                    .as_ref()
                    .map_or_else(|| self.folder().outbox().join(name), PathBuf::from);
                save(&file, &printed.bytes, paper.readers)?;
                answer.file = Some(file.display().to_string());
            }
        }
        Ok(answer)
    }
}

fn save(file: &Path, bytes: &[u8], readers: Readers) -> Result<()> {
    let unwritten = |detail: String| {
        let file = file.display().to_string();
        Error::new(Reason::FileUnwritten { file }, detail)
    };
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(|error| unwritten(error.to_string()))?;
    }
    whole_file::write(file, bytes, readers).map_err(|error| unwritten(error.to_string()))
}

/// Two papers are one only where they say the same at the same moment.
fn id_of(paper: &Paper, now: DateTime<FixedOffset>) -> [u8; 16] {
    let digest = Sha256::new_with_prefix(b"sunlot paper\0")
        .chain_update(&paper.name)
        .chain_update([0])
        .chain_update(now.to_rfc3339())
        .chain_update([0])
        .chain_update(format!("{:?}", paper.sheet))
        .finalize();
    let mut id = [0; 16];
    id.copy_from_slice(&digest[..16]);
    id
}

fn made(now: DateTime<FixedOffset>) -> Made {
    let two = |value: u32| u8::try_from(value).unwrap_or_default();
    Made {
        date: (
            u16::try_from(now.year()).unwrap_or_default(),
            two(now.month()),
            two(now.day()),
        ),
        time: (two(now.hour()), two(now.minute()), two(now.second())),
        ahead: i16::try_from(now.offset().local_minus_utc() / 60).unwrap_or_default(),
    }
}
