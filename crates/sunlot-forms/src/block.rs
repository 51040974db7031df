//! What a sheet is made of, before it has lines and pages: paragraphs, tables, codes, and what stays together.

use std::sync::Arc;

use crate::items::Picture;
use crate::table::Table;
use crate::text::{Span, Style};

/// Points in a millimetre.
pub const MM: f32 = 72.0 / 25.4;

/// Where a line stands between its edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the left edge.
    Left,
    /// In the middle.
    Centre,
    /// At the right edge.
    Right,
    /// From edge to edge, where little is missing; the last line at the left.
    Justify,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    /// What it says.
    pub spans: Vec<Span>,
    /// How its lines stand.
    pub align: Align,
    /// How far the first line stands in, in points.
    pub first_indent: f32,
    /// How far all lines stand in, left and right, in points.
    pub indent: (f32, f32),
    /// Room above and below, in points.
    pub space: (f32, f32),
    /// It stays on the page of what follows.
    pub keep_with_next: bool,
}

impl Paragraph {
    /// One style, at the left edge, with nothing around.
    pub fn new(text: impl Into<String>, style: Style) -> Self {
        Self::of(vec![Span::new(text, style)])
    }

    /// Several styles.
    #[must_use]
    pub const fn of(spans: Vec<Span>) -> Self {
        Self {
            spans,
            align: Align::Left,
            first_indent: 0.0,
            indent: (0.0, 0.0),
            space: (0.0, 0.0),
            keep_with_next: false,
        }
    }

    /// The same, standing so.
    #[must_use]
    pub fn align(self, align: Align) -> Self {
        Self { align, ..self }
    }

    /// The same with a first line that stands in.
    #[must_use]
    pub fn first_indent(self, first_indent: f32) -> Self {
        Self { first_indent, ..self }
    }

    /// The same, standing in left and right.
    #[must_use]
    pub fn indent(self, left: f32, right: f32) -> Self {
        Self {
            indent: (left, right),
            ..self
        }
    }

    /// The same with room above and below.
    #[must_use]
    pub fn space(self, above: f32, below: f32) -> Self {
        Self {
            space: (above, below),
            ..self
        }
    }

    /// The same, never the last thing on a page.
    #[must_use]
    pub fn keep_with_next(self) -> Self {
        Self {
            keep_with_next: true,
            ..self
        }
    }
}

/// A part of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Text.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
    /// Empty room, in points; none at the top of a page.
    Space(f32),
    /// A line from edge to edge, this thick.
    Rule(f32),
    /// A QR code in a square of this size, quiet zone included.
    Qr {
        /// What it says.
        text: String,
        /// Its side in points.
        size: f32,
        /// Where it stands.
        align: Align,
    },
    /// A picture as wide and high as this, in points.
    Picture {
        /// What it shows.
        picture: Arc<Picture>,
        /// Width in points.
        width: f32,
        /// Height in points.
        height: f32,
        /// Where it stands.
        align: Align,
    },
    /// Something that is not divided between pages if it fits on one.
    Whole(Vec<Block>),
    /// Something that stands on its head, for paper that is folded; its pictures do not turn with it.
    Turned(Vec<Block>),
    /// Pushes what follows to the bottom of the page.
    Fill,
    /// Whatever follows begins a new page.
    NewPage,
}

impl From<Paragraph> for Block {
    fn from(paragraph: Paragraph) -> Self {
        Self::Paragraph(paragraph)
    }
}

impl From<Table> for Block {
    fn from(table: Table) -> Self {
        Self::Table(table)
    }
}
