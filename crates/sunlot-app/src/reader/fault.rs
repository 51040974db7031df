//! Why a table was not read. The names in snake case are the codes on the wire: stable.

use strum::{EnumCount, IntoStaticStr};
use sunlot_roster::read::{Limit, ReadFault, Stranger};

use crate::error::Reason;

/// How a source is called in what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceName {
    /// A file by its name.
    File(String),
    /// What was pasted.
    Pasted,
}

/// Why a table was not read, or not to its end.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
pub enum ReaderFault {
    /// There is no such file.
    TableMissing {
        /// Which.
        source: SourceName,
    },
    /// It is a folder, or something else that is no file.
    TableNoFile {
        /// Which.
        source: SourceName,
    },
    /// It may not be read.
    TableNotPermitted {
        /// Which.
        source: SourceName,
    },
    /// Another program keeps it to itself.
    TableHeld {
        /// Which.
        source: SourceName,
    },
    /// The disk or stick does not give it.
    TableUnread {
        /// Which.
        source: SourceName,
    },
    /// Nothing stands in it.
    TableEmpty {
        /// Which.
        source: SourceName,
    },
    /// It wants a password.
    TableEncrypted {
        /// Which.
        source: SourceName,
    },
    /// It is something else.
    NotATable {
        /// Which.
        source: SourceName,
        /// What it is.
        what: Stranger,
    },
    /// It is cut, or not as it should be.
    TableDamaged {
        /// Which.
        source: SourceName,
        /// How many rows came before.
        rows: u64,
    },
    /// It is more than will be read.
    TableTooLarge {
        /// Which.
        source: SourceName,
        /// Of what there is too much.
        limit: Limit,
    },
    /// The book has fewer sheets.
    SheetMissing {
        /// Which book.
        source: SourceName,
        /// What was asked for, from 1.
        sheet: u32,
        /// How many there are.
        sheets: u32,
    },
    /// It took longer than any list does.
    ReadingTooSlow {
        /// Which.
        source: SourceName,
        /// How many seconds were given.
        seconds: u64,
    },
    /// It took more memory than any list does.
    ReadingTooBig {
        /// Which.
        source: SourceName,
    },
    /// The process that read it died.
    ReadingDied {
        /// Which.
        source: SourceName,
    },
    /// What the process said is no reading.
    ReadingGarbled {
        /// Which.
        source: SourceName,
    },
    /// The process could not be started.
    ReadingNotStarted,
    /// Somebody stopped it.
    ReadingStopped,
}

impl From<ReaderFault> for Reason {
    fn from(fault: ReaderFault) -> Self {
        Self::Reader(fault)
    }
}

/// What the process that reads said of the bytes, as a fault of this source.
pub(super) fn of_bytes(fault: ReadFault, source: SourceName, rows: u64) -> (ReaderFault, String) {
    let mut detail = String::new();
    let fault = match fault {
        ReadFault::Empty => ReaderFault::TableEmpty { source },
        ReadFault::Encrypted => ReaderFault::TableEncrypted { source },
        ReadFault::NotATable(what) => ReaderFault::NotATable { source, what },
        ReadFault::Damaged { detail: why } => {
            detail = why;
            ReaderFault::TableDamaged { source, rows }
        }
        ReadFault::TooLarge(limit) => ReaderFault::TableTooLarge { source, limit },
        ReadFault::NoSuchSheet { sheet, sheets } => ReaderFault::SheetMissing {
            source,
            sheet: sheet.saturating_add(1),
            sheets,
        },
        ReadFault::Io { detail: why } => {
            detail = why;
            ReaderFault::TableUnread { source }
        }
        ReadFault::Stopped => ReaderFault::ReadingStopped,
    };
    (fault, detail)
}
