//! The wire between the process that reads and the one that asked: frames with a length, of which those with rows hold
//! many. The process that reads may be anything by then, so nothing that comes from it is believed: every length has an
//! end, every text is looked at, and what does not fit is a [`WireFault`].
//!
//! A frame is its length (four bytes, little end first), one byte for its kind, and the rest. Numbers are written in
//! groups of seven bits, texts with their length in front.

mod decode;
mod encode;

pub use self::decode::receive;
pub use self::encode::Sender;

/// No frame is longer.
pub const MOST_FRAME: usize = 8 * 1024 * 1024;
/// Rows are gathered up to here.
const BATCH: usize = 64 * 1024;
/// What stands in front of the first frame: the name and the version of the wire.
const BEGIN: &[u8; 8] = b"sunread1";

/// Why what came over the wire is no reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WireFault {
    /// It ended in the middle.
    Cut,
    /// It is not what a reader says.
    Garbled {
        /// What does not fit: for whoever helps.
        what: &'static str,
    },
    /// It could not be had.
    Io {
        /// For whoever helps.
        detail: String,
    },
    /// Whoever receives wanted no more.
    Stopped,
}

/// The kinds of frames.
mod frame {
    pub(super) const BOOK: u8 = 1;
    pub(super) const SHEET: u8 = 2;
    pub(super) const ROWS: u8 = 3;
    pub(super) const SHEET_END: u8 = 4;
    pub(super) const DONE: u8 = 5;
    pub(super) const FAULT: u8 = 6;
}

/// The kinds of cells.
mod cell {
    pub(super) const EMPTY: u8 = 0;
    pub(super) const TEXT: u8 = 1;
    pub(super) const NUMBER: u8 = 2;
    pub(super) const NUMBER_SHOWN: u8 = 3;
    pub(super) const DATE: u8 = 4;
    pub(super) const FALSE: u8 = 5;
    pub(super) const TRUE: u8 = 6;
    pub(super) const ERROR: u8 = 7;
    pub(super) const NO_VALUE: u8 = 8;
}

#[cfg(test)]
mod tests;
