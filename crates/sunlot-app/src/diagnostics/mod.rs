//! What whoever helps needs to know, shown in full before it leaves the office, and written into one plain text file:
//! the program, the machine, the sizes of the office, and the technical log. No names, no rows, no passwords.

pub(crate) mod log;

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sunlot_store::whole_file::{self, Readers};
use sunlot_store::{OfficeFolder, schema_version};
use ts_rs::TS;

use crate::commands::Act;
use crate::{Desk, Error, Reason, Result, labels};

/// The most of one log that is shown and handed on: its end.
const MAX_BYTES: usize = 512 * 1024;

/// Logs that are handed on.
const MONTHS: usize = 6;

/// A part of the information.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DiagnosticsPart {
    /// What it is.
    pub title: String,
    /// All of it.
    pub text: String,
}

/// Everything that would be handed on, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DiagnosticsView {
    /// In the order of the file.
    pub parts: Vec<DiagnosticsPart>,
}

/// The information as a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DiagnosticsSaved {
    /// Where it lies.
    pub file: String,
}

impl Desk {
    /// Shows what would be handed on.
    pub fn diagnostics_view(&self) -> Result<DiagnosticsView> {
        let sizes = self.read(Act::DiagnosticsView, |office| {
            Ok(sunlot_store::table_sizes(office)?)
        })?;
        let mut parts = vec![
            DiagnosticsPart {
                title: labels::DIAGNOSTICS_PROGRAM.to_owned(),
                text: program(),
            },
            DiagnosticsPart {
                title: labels::DIAGNOSTICS_OFFICE.to_owned(),
                text: office(self.folder(), &sizes),
            },
        ];
        let logs = log::files(&self.folder().logs());
        for file in logs.iter().rev().take(MONTHS).rev() {
            parts.push(DiagnosticsPart {
                title: file
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned(),
                text: end_of(file),
            });
        }
        Ok(DiagnosticsView { parts })
    }

    /// Writes it into one text file: the one named, or a new one in the office's `outbox/`.
    pub fn diagnostics_save(&self, to: Option<&Path>) -> Result<DiagnosticsSaved> {
        self.may(Act::DiagnosticsSave)?;
        let view = self.diagnostics_view()?;
        let text: String = view
            .parts
            .iter()
            .map(|part| format!("== {} ==\n{}\n\n", part.title, part.text.trim_end()))
            .collect();
        let name = format!(
            "{}-{}.txt",
            labels::DIAGNOSTICS,
            self.now().format("%Y%m%d-%H%M%S")
        );
        let file = to.map_or_else(|| self.folder().outbox().join(name), PathBuf::from);
        let failed = |detail: String| {
            let file = file.display().to_string();
            Error::new(Reason::FileUnwritten { file }, detail)
        };
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(|error| failed(error.to_string()))?;
        }
        // Half of it would look like all of it.
        whole_file::write(&file, text.as_bytes(), Readers::Anybody).map_err(|error| match error {
            sunlot_store::Error::DiskFull(_) => error.into(),
            other => failed(other.to_string()),
        })?;
        Ok(DiagnosticsSaved {
            file: file.display().to_string(),
        })
    }
}

fn program() -> String {
    format!(
        "Sunlot {}\nschema {}\n{} {}\n{}\n",
        env!("CARGO_PKG_VERSION"),
        schema_version(),
        std::env::consts::OS,
        std::env::consts::ARCH,
        whoami::distro().unwrap_or_default(),
    )
}

/// Sizes only: how much there is of what, never what it is.
fn office(folder: &OfficeFolder, sizes: &[(String, u64)]) -> String {
    let mut text = String::new();
    for name in ["office.db", "office.db-wal"] {
        let bytes = fs::metadata(folder.path().join(name)).map_or(0, |found| found.len());
        text += &format!("{name} {bytes} bytes\n");
    }
    for (table, rows) in sizes {
        text += &format!("{table} {rows} rows\n");
    }
    text
}

/// The end of a file, from the beginning of a line.
fn end_of(file: &Path) -> String {
    let bytes = fs::read(file).unwrap_or_default();
    let begin = bytes.len().saturating_sub(MAX_BYTES);
    let text = String::from_utf8_lossy(&bytes[begin..]).into_owned();
    match text.split_once('\n') {
        Some((_, rest)) if begin > 0 => rest.to_owned(),
        _ => text,
    }
}
