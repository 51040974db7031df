//! Pages: pieces share them, heads of tables come again, and every page says which of how many it is.

use std::sync::Arc;

use crate::block::{Align, Block, MM};
use crate::flow::{Kind, Maker, Over, Piece, baseline, offset};
use crate::font::{Fonts, Typeface};
use crate::items::{Item, shifted};
use crate::problem::Problem;
use crate::text::{Span, Style, draw, shape, width_of};

/// The paper and its margins, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paper {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// Above the text.
    pub top: f32,
    /// Below the text.
    pub bottom: f32,
    /// Left of the text, where holes are punched.
    pub left: f32,
    /// Right of the text.
    pub right: f32,
}

impl Paper {
    /// A4 for forms and tables.
    pub const FORM: Self = Self {
        width: 210.0,
        height: 297.0,
        top: 18.0,
        bottom: 20.0,
        left: 20.0,
        right: 14.0,
    };
    /// The same on its side, for tables of many columns.
    pub const FORM_WIDE: Self = Self {
        width: 297.0,
        height: 210.0,
        top: 18.0,
        bottom: 16.0,
        left: 15.0,
        right: 12.0,
    };
    /// A4 as GB/T 9704-2012, 5.2 sets official documents: 156 by 225 mm of text.
    pub const OFFICIAL: Self = Self {
        width: 210.0,
        height: 297.0,
        top: 37.0,
        bottom: 35.0,
        left: 28.0,
        right: 26.0,
    };
}

/// A line in the margin of every page.
#[derive(Debug, Clone, PartialEq)]
pub struct Running {
    /// At the left edge.
    pub left: String,
    /// At the right edge, instead of the number of the page.
    pub right: Option<String>,
    /// How it is set.
    pub style: Style,
    /// Not on the first page.
    pub from_second: bool,
    /// A thin line divides it from the text.
    pub rule: bool,
}

/// A sheet of paper as a whole, before it has pages.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// What it is called, in the file and in a list of print jobs.
    pub title: String,
    /// What it is printed on.
    pub paper: Paper,
    /// In the upper margin.
    pub header: Option<Running>,
    /// In the lower margin.
    pub footer: Option<Running>,
    /// What stands large and pale behind everything: it is no paper that counts.
    pub watermark: Option<String>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A sheet with pages: everything in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Laid {
    /// Its title.
    pub title: String,
    /// Width and height of its pages, in points.
    pub size: (f32, f32),
    /// What is drawn on each page.
    pub pages: Vec<Vec<Item>>,
    /// What a reader of the paper must be told of.
    pub problems: Vec<Problem>,
}

/// Between the text and a line in the margin, in points.
const MARGIN_GAP: f32 = 5.0 * MM;

/// Puts everything into its place.
#[must_use]
pub fn lay(fonts: &Fonts<'_>, sheet: &Sheet) -> Laid {
    let paper = sheet.paper;
    let width = (paper.width - paper.left - paper.right) * MM;
    let height = (paper.height - paper.top - paper.bottom) * MM;
    let mut maker = Maker {
        fonts,
        page_height: height,
        problems: Vec::new(),
    };
    let pieces = maker.pieces(&sheet.blocks, width);
    let mut pager = Pager::new(height);
    pager.all(pieces);
    let mut problems = maker.problems;
    problems.append(&mut pager.problems);
    let bodies = pager.pages;
    let count = bodies.len();
    let pages: Vec<Vec<Item>> = bodies
        .into_iter()
        .enumerate()
        .map(|(number, body)| {
            let mut items = sheet.watermark.as_ref().map_or_else(Vec::new, |words| {
                shifted(
                    watermark(fonts, words, width, height),
                    paper.left * MM,
                    paper.top * MM,
                )
            });
            items.extend(shifted(body, paper.left * MM, paper.top * MM));
            for (running, is_header) in [(&sheet.header, true), (&sheet.footer, false)] {
                if let Some(running) = running
                    .as_ref()
                    .filter(|running| number > 0 || !running.from_second)
                {
                    let drawn = margin_line(fonts, running, number + 1, count, width, is_header);
                    let down = if is_header {
                        paper.top * MM - MARGIN_GAP - running.style.leading
                    } else {
                        (paper.height - paper.bottom) * MM + MARGIN_GAP
                    };
                    items.extend(shifted(drawn, paper.left * MM, down));
                }
            }
            // Grounds lie below everything: a line between two rows belongs to both.
            items.sort_by_key(|item| !matches!(item, Item::Rect { fill: Some(_), .. }));
            items
        })
        .collect();
    missing_glyphs(&pages, &mut problems);
    Laid {
        title: sheet.title.clone(),
        size: (paper.width * MM, paper.height * MM),
        pages,
        problems,
    }
}

/// Pale enough to read what stands on it, dark enough for a copier.
const WATERMARK: Style = Style::new(Typeface::Hei, 108.0).spaced(70.0).grey(0.9);

/// The same words again and again down the page, so that no part of it is taken for a paper that counts.
fn watermark(fonts: &Fonts<'_>, words: &str, width: f32, height: f32) -> Vec<Item> {
    let glyphs = shape(fonts, &[Span::new(words, WATERMARK)]);
    let left = offset(Align::Centre, width - width_of(&glyphs));
    let mut items = Vec::new();
    let mut down = height / 8.0;
    while down < height {
        draw(&glyphs, left, down + WATERMARK.size * 0.38, 0.0, &mut items);
        down += height / 4.0;
    }
    items
}

/// The number of a page as official forms write it.
fn page_of(page: usize, pages: usize) -> String {
    format!("第 {page} 页 共 {pages} 页")
}

fn margin_line(
    fonts: &Fonts<'_>,
    running: &Running,
    page: usize,
    pages: usize,
    width: f32,
    is_header: bool,
) -> Vec<Item> {
    let mut items = Vec::new();
    let style = running.style;
    let right = running.right.clone().unwrap_or_else(|| page_of(page, pages));
    let right = shape(fonts, &[Span::new(right, style)]);
    let right_width = width_of(&right);
    let mut left = shape(fonts, &[Span::new(running.left.clone(), style)]);
    // Too long a line ends in dots where the number begins.
    let room = width - right_width - style.size;
    if width_of(&left) > room {
        let dots = shape(fonts, &[Span::new("…", style)]);
        while !left.is_empty() && width_of(&left) + width_of(&dots) > room {
            left.pop();
        }
        left.extend(dots);
    }
    let stand = baseline(style.leading, style.size);
    draw(&left, 0.0, stand, 0.0, &mut items);
    draw(
        &right,
        offset(Align::Right, width - right_width),
        stand,
        0.0,
        &mut items,
    );
    if running.rule {
        let y = if is_header { style.leading + 1.5 } else { -1.5 };
        items.push(Item::Line {
            from: (0.0, y),
            to: (width, y),
            width: 0.5,
            dash: None,
        });
    }
    items
}

/// Each character that no font has, once, with the first line that it was to stand in.
fn missing_glyphs(pages: &[Vec<Item>], problems: &mut Vec<Problem>) {
    let mut known = std::collections::BTreeSet::new();
    for (number, items) in pages.iter().enumerate() {
        for item in items {
            let Item::Text(text) = item else { continue };
            for character in &text.substitutes {
                let line = text.line.clone().unwrap_or_default();
                if known.insert((*character, line.clone())) {
                    problems.push(Problem::MissingGlyph {
                        character: *character,
                        line,
                        page: number + 1,
                    });
                }
            }
        }
    }
}

/// Fills pages with pieces.
struct Pager {
    height: f32,
    pages: Vec<Vec<Item>>,
    page: Vec<Item>,
    /// How far the page is full.
    full: f32,
    /// Something stands on the page already.
    begun: bool,
    /// From which item on everything goes to the bottom.
    fill: Option<usize>,
    /// The table whose row stands last on the page.
    open: Option<Arc<Over>>,
    problems: Vec<Problem>,
}

impl Pager {
    const fn new(height: f32) -> Self {
        Self {
            height,
            pages: Vec::new(),
            page: Vec::new(),
            full: 0.0,
            begun: false,
            fill: None,
            open: None,
            problems: Vec::new(),
        }
    }

    fn all(&mut self, pieces: Vec<Piece>) {
        let mut rest = pieces.into_iter().peekable();
        while let Some(piece) = rest.next() {
            let mut group = vec![piece];
            while group.last().is_some_and(|last| last.keep) {
                match rest.next() {
                    Some(next) => group.push(next),
                    None => break,
                }
            }
            self.group(group);
        }
        // A printer needs something: nothing at all is one empty page.
        if self.begun || self.pages.is_empty() {
            self.turn();
        }
    }

    /// Pieces that belong together: on one page if one page can hold them.
    fn group(&mut self, group: Vec<Piece>) {
        let together: f32 = group.iter().map(|piece| piece.height).sum();
        if let Some(first) = group.first()
            && self.begun
            && !self.fits(together)
            && together <= self.height
        {
            self.leave(&first.kind);
        }
        for piece in group {
            self.piece(piece);
        }
    }

    fn fits(&self, height: f32) -> bool {
        // A little slack for rounding.
        self.full + height <= self.height + 0.01
    }

    fn piece(&mut self, piece: Piece) {
        match &piece.kind {
            Kind::NewPage if self.begun => return self.turn(),
            Kind::NewPage => return,
            Kind::Fill => {
                self.fill = Some(self.page.len());
                return;
            }
            Kind::Space if !self.begun => return,
            Kind::Space if !self.fits(piece.height) => return self.turn(),
            Kind::Space => {
                self.full += piece.height;
                return;
            }
            Kind::Plain | Kind::Row(_) => {}
        }
        if self.begun && !self.fits(piece.height) {
            self.leave(&piece.kind);
        }
        let table = match &piece.kind {
            Kind::Row(over) => Some(Arc::clone(over)),
            _ => None,
        };
        if let (false, Some(over)) = (self.begun, &table) {
            self.page.extend(shifted(over.head.clone(), 0.0, self.full));
            self.full += over.height;
        }
        if !self.fits(piece.height) {
            self.problems.push(Problem::TallerThanPage {
                page: self.pages.len() + 1,
            });
        }
        self.page.extend(shifted(piece.items, 0.0, self.full));
        self.full += piece.height;
        self.begun = true;
        self.open = table;
    }

    /// Turns the page before something of this kind; a table that goes on closes the page that it leaves.
    fn leave(&mut self, next: &Kind) {
        if let (Some(open), Kind::Row(over)) = (&self.open, next)
            && Arc::ptr_eq(open, over)
        {
            self.page.extend(shifted(open.close.clone(), 0.0, self.full));
        }
        self.turn();
    }

    fn turn(&mut self) {
        let down = (self.height - self.full).max(0.0);
        if let Some(from) = self.fill.take() {
            // What was to stand at the bottom did not fit any more: it goes to the bottom of the next page.
            if from == self.page.len() && !self.page.is_empty() {
                self.fill = Some(0);
            }
            for item in self.page.iter_mut().skip(from) {
                item.shift(0.0, down);
            }
        }
        self.pages.push(std::mem::take(&mut self.page));
        self.full = 0.0;
        self.begun = false;
        self.open = None;
    }
}
