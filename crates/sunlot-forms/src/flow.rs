//! Blocks become pieces: strips of known height that no page divides. How they share pages is `page`'s business.

use std::sync::Arc;

use crate::block::{Align, Block, Paragraph};
use crate::code;
use crate::font::Fonts;
use crate::items::{Item, shifted, turned};
use crate::lines::lines;
use crate::problem::Problem;
use crate::table;
use crate::text::{Glyph, draw, shape, width_of};

/// A strip that stays in one piece.
#[derive(Debug, Clone, Default)]
pub(crate) struct Piece {
    pub(crate) height: f32,
    /// From its own upper left corner.
    pub(crate) items: Vec<Item>,
    /// It stays with the next.
    pub(crate) keep: bool,
    pub(crate) kind: Kind,
}

/// What a page does with a piece.
#[derive(Debug, Clone, Default)]
pub(crate) enum Kind {
    #[default]
    Plain,
    /// Room that the top of a page does not need.
    Space,
    /// A row: where its table goes on over a page, this closes the one page and opens the next.
    Row(Arc<Over>),
    Fill,
    NewPage,
}

/// What a table draws where it goes on from one page to the next.
#[derive(Debug)]
pub(crate) struct Over {
    /// Below the last row of the page that is left.
    pub(crate) close: Vec<Item>,
    /// Above the first row of the new page: the head again.
    pub(crate) head: Vec<Item>,
    pub(crate) height: f32,
}

/// What is needed to make pieces.
pub(crate) struct Maker<'f, 'a> {
    pub(crate) fonts: &'f Fonts<'a>,
    /// The height of an empty page between its margins.
    pub(crate) page_height: f32,
    pub(crate) problems: Vec<Problem>,
}

impl Maker<'_, '_> {
    pub(crate) fn pieces(&mut self, blocks: &[Block], width: f32) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.paragraph(paragraph, width, &mut pieces),
                Block::Table(table) => table::pieces(self, table, width, &mut pieces),
                Block::Space(height) => pieces.push(space(*height)),
                Block::Rule(thickness) => pieces.push(rule(*thickness, width)),
                Block::Qr { text, size, align } => pieces.push(self.qr(text, *size, *align, width)),
                Block::Picture {
                    picture,
                    width: wide,
                    height,
                    align,
                } => pieces.push(Piece {
                    height: *height,
                    items: vec![Item::Picture {
                        area: (offset(*align, width - wide), 0.0, *wide, *height),
                        picture: Arc::clone(picture),
                    }],
                    ..Piece::default()
                }),
                Block::Whole(blocks) => {
                    let inner = self.pieces(blocks, width);
                    self.whole(inner, &mut pieces);
                }
                Block::Turned(blocks) => {
                    let upright = stack(self.pieces(blocks, width));
                    pieces.push(Piece {
                        items: turned(upright.items, width, upright.height),
                        height: upright.height,
                        ..Piece::default()
                    });
                }
                // What is pushed to the bottom belongs to what stands before it, where that wants to stay with it.
                Block::Fill => pieces.push(Piece {
                    keep: true,
                    kind: Kind::Fill,
                    ..Piece::default()
                }),
                Block::NewPage => pieces.push(Piece {
                    kind: Kind::NewPage,
                    ..Piece::default()
                }),
            }
        }
        pieces
    }

    /// One piece of many, unless they are higher than a page: then they are divided after all.
    fn whole(&mut self, inner: Vec<Piece>, pieces: &mut Vec<Piece>) {
        if inner.iter().map(|piece| piece.height).sum::<f32>() > self.page_height {
            pieces.extend(inner);
        } else {
            let keep = inner.last().is_some_and(|piece| piece.keep);
            pieces.push(Piece { keep, ..stack(inner) });
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph, width: f32, pieces: &mut Vec<Piece>) {
        let room = width - paragraph.indent.0 - paragraph.indent.1;
        let glyphs = shape(self.fonts, &paragraph.spans);
        let leading = leading_of(paragraph);
        if paragraph.space.0 > 0.0 {
            pieces.push(Piece {
                keep: true,
                ..space(paragraph.space.0)
            });
        }
        let made = lines(&glyphs, room - paragraph.first_indent, room);
        let count = made.len();
        for (number, line) in made.into_iter().enumerate() {
            let line_glyphs = &glyphs[line.glyphs.clone()];
            let indent = if number == 0 { paragraph.first_indent } else { 0.0 };
            let missing = room - indent - width_of(line_glyphs);
            if missing < -0.05 {
                self.problems.push(Problem::WiderThanLine {
                    text: line_glyphs.iter().map(|glyph| glyph.character).collect(),
                });
            }
            let (shift, stretch) = place(paragraph.align, line_glyphs, missing, line.last);
            let mut items = Vec::new();
            let height = line_glyphs
                .iter()
                .map(|glyph| glyph.style.leading)
                .fold(0.0, f32::max);
            let height = if line_glyphs.is_empty() { leading } else { height };
            let size = line_glyphs
                .iter()
                .map(|glyph| glyph.style.size)
                .fold(0.0, f32::max);
            let x = paragraph.indent.0 + indent + shift;
            draw(line_glyphs, x, baseline(height, size), stretch, &mut items);
            pieces.push(Piece {
                height,
                items,
                // No page ends with the first line of a paragraph, and none begins with its last.
                keep: (count > 1 && (number == 0 || number + 2 == count))
                    || (number + 1 == count && paragraph.keep_with_next),
                kind: Kind::Plain,
            });
        }
        if paragraph.space.1 > 0.0 {
            pieces.push(Piece {
                keep: paragraph.keep_with_next,
                ..space(paragraph.space.1)
            });
        }
    }

    fn qr(&mut self, text: &str, size: f32, align: Align, width: f32) -> Piece {
        let mut items = Vec::new();
        match code::squares(text, size) {
            Some(code) => {
                if code.fine {
                    self.problems.push(Problem::QrTooFine { bytes: text.len() });
                }
                items = shifted(vec![code.squares], offset(align, width - size), 0.0);
            }
            None => self.problems.push(Problem::QrTooLong { bytes: text.len() }),
        }
        Piece {
            height: size,
            items,
            ..Piece::default()
        }
    }
}

/// Chinese faces fill a square of their size that reaches 0.12 below the line: it is put in the middle of the line.
pub(crate) fn baseline(height: f32, size: f32) -> f32 {
    (height - size) / 2.0 + size * 0.88
}

fn leading_of(paragraph: &Paragraph) -> f32 {
    let leading = |span: &crate::text::Span| match span {
        crate::text::Span::Text(_, style) | crate::text::Span::Blank(_, style) => style.leading,
    };
    paragraph.spans.iter().map(leading).fold(0.0, f32::max)
}

fn place(align: Align, glyphs: &[Glyph], missing: f32, last: bool) -> (f32, f32) {
    if align != Align::Justify {
        return (offset(align, missing), 0.0);
    }
    let size = glyphs
        .iter()
        .map(|glyph| glyph.style.size)
        .fold(f32::INFINITY, f32::min);
    let gaps = f32::from(u16::try_from(glyphs.len().saturating_sub(1)).unwrap_or(u16::MAX));
    let stretch = if gaps > 0.0 { missing / gaps } else { 0.0 };
    // Where much is missing, letters would fall apart; and a reader of the file would see blanks between them.
    if last || stretch < 0.0 || stretch > size * 0.095 {
        (0.0, 0.0)
    } else {
        (0.0, stretch)
    }
}

pub(crate) fn offset(align: Align, missing: f32) -> f32 {
    match align {
        Align::Left | Align::Justify => 0.0,
        Align::Centre => missing.max(0.0) / 2.0,
        Align::Right => missing.max(0.0),
    }
}

/// Pieces one below the other as one.
pub(crate) fn stack(pieces: Vec<Piece>) -> Piece {
    let mut whole = Piece::default();
    for piece in pieces {
        whole.items.extend(shifted(piece.items, 0.0, whole.height));
        whole.height += piece.height;
    }
    whole
}

fn space(height: f32) -> Piece {
    Piece {
        height,
        kind: Kind::Space,
        ..Piece::default()
    }
}

fn rule(thickness: f32, width: f32) -> Piece {
    Piece {
        height: thickness,
        items: vec![Item::Line {
            from: (0.0, thickness / 2.0),
            to: (width, thickness / 2.0),
            width: thickness,
            dash: None,
        }],
        ..Piece::default()
    }
}
