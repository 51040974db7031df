//! Printed paper: plain structs in, deterministic PDF bytes out.
//!
//! A module of `sheets` makes a [`Sheet`] of what it is told; [`lay`] gives it lines and pages, [`write`] makes a file
//! of them, and [`print`] does both. Nothing here knows a clock, a disk or chance: fonts, dates and ids are arguments.
//! What paper cannot show is reported as [`Problem`]s, in data; wording it is for others.

mod block;
mod code;
mod flow;
mod font;
mod items;
mod lines;
mod page;
mod pdf;
mod problem;
mod punctuation;
mod rare;
pub mod sheets;
mod table;
mod text;

pub use block::{Align, Block, MM, Paragraph};
pub use code::qr_rows;
pub use font::{FontFile, FontFiles, Fonts, Typeface};
pub use items::{Item, Picture, Shown, TextItem};
pub use page::{Laid, Paper, Running, Sheet, lay};
pub use pdf::{Imprint, Made, write};
pub use problem::{Fault, Problem};
pub use punctuation::{may_not_begin, may_not_end};
pub use rare::{RareFiles, Slice};
pub use table::{Borders, Cell, Row, Stand, Table, Width};
pub use text::{Span, Style};

/// A printed sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The PDF file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// What a reader of the paper must be told of.
    pub problems: Vec<Problem>,
}

/// Lays a sheet and writes its file.
///
/// # Errors
/// Says which font cannot be embedded, or what kept the file from being written.
pub fn print(fonts: &Fonts<'_>, sheet: &Sheet, imprint: &Imprint) -> Result<Printed, Fault> {
    let laid = lay(fonts, sheet);
    let bytes = write(fonts, &laid, imprint)?;
    Ok(Printed {
        bytes,
        pages: laid.pages.len(),
        problems: laid.problems,
    })
}
