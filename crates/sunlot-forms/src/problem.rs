//! What is wrong with a sheet, as data: what the paper shows although it could not show everything, and what stops it.
//!
//! No wording: that is the business of those who show it.

use crate::font::FontFile;

/// Something that a reader of the paper must be told of. The sheet is printed all the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Problem {
    /// No font has this character: a visible substitute stands in its place.
    MissingGlyph {
        /// The character.
        character: char,
        /// The line in which it was to stand, with the character itself.
        line: String,
        /// The first page with it, from 1.
        page: usize,
    },
    /// One line, picture or block is taller than a page and hangs over its edge.
    TallerThanPage {
        /// The page, from 1.
        page: usize,
    },
    /// One word or sign is wider than the room for its line and hangs over its edge.
    WiderThanLine {
        /// The sign.
        text: String,
    },
    /// A text has too many bytes for a QR code: its place stays empty.
    QrTooLong {
        /// How many it has.
        bytes: usize,
    },
    /// A QR code has so many modules for its size that a copy of the paper may not scan: it is drawn all the same.
    QrTooFine {
        /// How many bytes its text has.
        bytes: usize,
    },
}

/// Why no paper could be made at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A font file cannot be read.
    UnreadableFont {
        /// Which.
        file: FontFile,
    },
    /// A font may not be embedded, says the font itself.
    ForbiddenFont {
        /// Which.
        file: FontFile,
    },
    /// A picture has fewer or more bytes than its width and height say.
    BrokenPicture,
    /// The PDF could not be written; the reason is for the technical log.
    Writer {
        /// What the writer said, in English.
        said: String,
    },
}
