//! Why an import does not go on. The names in snake case are the codes on the wire: stable.

use strum::{EnumCount, IntoStaticStr};

use super::wire::Registry;
use crate::error::Reason;

/// Why an import does not go on.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
pub enum ImportFault {
    /// What was looked at is not kept any more.
    ImportGone,
    /// Another one is being read.
    ImportRunning,
    /// There is no such sheet.
    SheetUnknown {
        /// What was asked for.
        asked: String,
    },
    /// No headings were found.
    HeaderMissing {
        /// The sheet.
        sheet: String,
    },
    /// No column is read as a field that a roster cannot be without.
    ColumnsUnknown {
        /// The field, for people.
        field: String,
    },
    /// A sheet looks like a roster of another registry.
    WrongKind {
        /// The sheet.
        sheet: String,
        /// What it was taken for.
        asked: Registry,
        /// What it looks like.
        looks: Registry,
    },
    /// A file of columns and fields cannot be read.
    MappingUnreadable {
        /// The file.
        file: String,
    },
    /// Columns and fields do not go together.
    MappingWrong {
        /// What is wrong, for people.
        problem: String,
    },
    /// Nobody has decided about rows that are about one target.
    ImportUndecided {
        /// How many groups.
        groups: u32,
        /// The first rows of them.
        rows: Vec<u32>,
        /// How many rows of them there are besides.
        more: u32,
    },
    /// Nobody has said what becomes of the rows that the file hides.
    HiddenRowsOpen {
        /// How many.
        count: u32,
    },
    /// The registry is not the one that was compared with.
    ImportMoved,
    /// No row is new, and none changes anything.
    NothingToImport,
}

impl From<ImportFault> for Reason {
    fn from(fault: ImportFault) -> Self {
        Self::Import(fault)
    }
}
