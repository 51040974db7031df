//! The way to other people's tables: a trait, because tests hand in their own, and because dirty input is never read in
//! this process. What the rows mean is for whoever asked.
//!
//! The real one starts this program again with a hidden verb (`child`), which gives up every right it does not need
//! (`confine`), reads an open file from its standard input, and says what it found on its standard output. It may be
//! killed, run out of memory or say anything: `parent` makes a typed fault of each.

mod ahead;
mod beside;
mod child;
mod confine;
mod fault;
mod open;
mod parent;

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

pub use sunlot_roster::read::{
    Area, Ask, Book, Cell, Format, Limit, Note, Part, SheetEnd, SheetHead, SheetInfo, Stranger,
};

pub use self::child::read_table_if_asked;
pub use self::fault::{ReaderFault, SourceName};
pub use self::parent::ChildReader;
use crate::Result;

/// The hidden verb of the program.
pub const VERB: &str = "read-table";

/// Where a table comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableSource {
    /// A file.
    File(PathBuf),
    /// What was pasted: lines with tabs, or HTML.
    Pasted(String),
}

impl TableSource {
    /// How it is called in what is said of it.
    pub fn name(&self) -> SourceName {
        match self {
            Self::File(path) => {
                let name = path.file_name().unwrap_or(path.as_os_str());
                SourceName::File(name.to_string_lossy().into_owned())
            }
            Self::Pasted(_) => SourceName::Pasted,
        }
    }
}

/// Something beside the file that whoever imports should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Another program has the file open: what was typed last may not be in it.
    OpenElsewhere {
        /// The file that tells of it.
        owner_file: String,
    },
}

/// A table was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// So many rows came.
    pub rows: u64,
    /// What was noticed around the file.
    pub warnings: Vec<Warning>,
}

/// Whoever reads tables.
pub trait TableReader: Send + Sync {
    /// Reads what is asked for, and hands it over in order. An error of `on_part` ends the reading and comes back;
    /// `stop` ends it from outside, with [`ReaderFault::ReadingStopped`].
    fn read(
        &self,
        source: &TableSource,
        ask: &Ask,
        on_part: &mut dyn FnMut(Part<'_>) -> Result<()>,
        stop: &AtomicBool,
    ) -> Result<Reading>;
}
