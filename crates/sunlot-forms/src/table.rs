//! Tables: columns in millimetres or shares, rows as high as what they hold, heads that come again on each page.
//!
//! A row that is higher than a page is divided between lines; everything else of it stays together.

use std::sync::Arc;

use crate::block::{Align, Block, MM, Paragraph};
use crate::flow::{Kind, Maker, Over, Piece, stack};
use crate::items::{Item, shifted};
use crate::text::Style;

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Width {
    /// Millimetres.
    Mm(f32),
    /// A share of what is left.
    Share(f32),
}

/// Where the content of a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// At the top.
    Top,
    /// In the middle.
    Middle,
    /// At the bottom.
    Bottom,
}

/// One field of a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What it holds.
    pub content: Vec<Block>,
    /// Over how many columns it reaches.
    pub columns: usize,
    /// Where its content stands.
    pub stand: Stand,
    /// Its ground: 0 is black, 1 is white.
    pub ground: Option<f32>,
}

impl Cell {
    /// A text.
    pub fn new(text: impl Into<String>, style: Style, align: Align) -> Self {
        Self::of(vec![Paragraph::new(text, style).align(align).into()])
    }

    /// Anything.
    #[must_use]
    pub const fn of(content: Vec<Block>) -> Self {
        Self {
            content,
            columns: 1,
            stand: Stand::Middle,
            ground: None,
        }
    }

    /// The same over several columns.
    #[must_use]
    pub fn over(self, columns: usize) -> Self {
        Self { columns, ..self }
    }

    /// The same, standing there.
    #[must_use]
    pub fn stand(self, stand: Stand) -> Self {
        Self { stand, ..self }
    }

    /// The same on a grey ground.
    #[must_use]
    pub fn ground(self, grey: f32) -> Self {
        Self {
            ground: Some(grey),
            ..self
        }
    }
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its fields, from the left.
    pub cells: Vec<Cell>,
    /// It is at least as high as this, in points.
    pub min_height: f32,
    /// It stays on the page of the next row.
    pub keep_with_next: bool,
}

impl Row {
    /// As high as it needs to be.
    #[must_use]
    pub const fn new(cells: Vec<Cell>) -> Self {
        Self {
            cells,
            min_height: 0.0,
            keep_with_next: false,
        }
    }

    /// The same, at least this high.
    #[must_use]
    pub fn at_least(self, min_height: f32) -> Self {
        Self { min_height, ..self }
    }
}

/// Thickness of lines in points; 0 draws none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Borders {
    /// Above the first and below the last row.
    pub outer: (f32, f32),
    /// At the left and right.
    pub sides: f32,
    /// Between rows and columns.
    pub inner: f32,
    /// All of them with dashes as long as this, in points: to cut or to tear along.
    pub dash: Option<f32>,
}

impl Borders {
    /// The frame of official forms: thick around, thin within.
    pub const FORM: Self = Self {
        outer: (1.1, 1.1),
        sides: 1.1,
        inner: 0.5,
        dash: None,
    };
    /// The same below another table.
    pub const BELOW: Self = Self {
        outer: (0.0, 1.1),
        ..Self::FORM
    };
    /// No line at all: to place things side by side.
    pub const NONE: Self = Self {
        outer: (0.0, 0.0),
        sides: 0.0,
        inner: 0.0,
        dash: None,
    };
    /// Where scissors go: around everything and between.
    pub const CUT: Self = Self {
        outer: (0.6, 0.6),
        sides: 0.6,
        inner: 0.6,
        dash: Some(3.0),
    };
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its columns, from the left.
    pub columns: Vec<Width>,
    /// The rows that come again at the top of each page.
    pub head: Vec<Row>,
    /// All others.
    pub rows: Vec<Row>,
    /// Its lines.
    pub borders: Borders,
    /// Room between lines and content: left and right, above and below; in points.
    pub padding: (f32, f32),
}

impl Table {
    /// A form without a head.
    #[must_use]
    pub const fn form(columns: Vec<Width>, rows: Vec<Row>) -> Self {
        Self {
            columns,
            head: Vec::new(),
            rows,
            borders: Borders::FORM,
            padding: (1.8 * MM, 1.2 * MM),
        }
    }

    /// The same with other lines.
    #[must_use]
    pub fn borders(self, borders: Borders) -> Self {
        Self { borders, ..self }
    }

    /// The same with other room around what it holds.
    #[must_use]
    pub fn padding(self, sides: f32, above_below: f32) -> Self {
        Self {
            padding: (sides, above_below),
            ..self
        }
    }

    /// The same with a head.
    #[must_use]
    pub fn head(self, head: Vec<Row>) -> Self {
        Self { head, ..self }
    }

    /// The left edges of its columns, and the right edge of the last.
    pub(crate) fn edges(&self, width: f32) -> Vec<f32> {
        let (fixed, shares) = self
            .columns
            .iter()
            .fold((0.0, 0.0), |(fixed, shares), column| match column {
                Width::Mm(mm) => (fixed + mm * MM, shares),
                Width::Share(share) => (fixed, shares + share),
            });
        let left = (width - fixed).max(0.0);
        let mut edges = vec![0.0];
        let mut edge = 0.0;
        for column in &self.columns {
            edge += match column {
                Width::Mm(mm) => mm * MM,
                Width::Share(share) => left * share / shares,
            };
            edges.push(edge);
        }
        edges
    }
}

/// What a table becomes: its head, then its rows, each with its lines.
pub(crate) fn pieces(maker: &mut Maker<'_, '_>, table: &Table, width: f32, pieces: &mut Vec<Piece>) {
    let edges = table.edges(width);
    let top = table.borders.outer.0;
    let mut head_rows = Vec::new();
    for (number, row) in table.head.iter().enumerate() {
        let above = if number == 0 { top } else { table.borders.inner };
        let mut drawn = draw_row(maker, table, row, &edges, f32::INFINITY);
        for piece in &mut drawn {
            frame(piece, table, &edges, above);
        }
        head_rows.extend(drawn);
    }
    let has_head = !head_rows.is_empty();
    let head = stack(head_rows);
    let over = over(table, &head, &edges);
    let room = maker.page_height - head.height;
    if has_head {
        pieces.push(Piece {
            keep: !table.rows.is_empty(),
            ..head
        });
    }
    for (number, row) in table.rows.iter().enumerate() {
        let mut drawn = draw_row(maker, table, row, &edges, room);
        let parts = drawn.len();
        for (part, piece) in drawn.iter_mut().enumerate() {
            let first = number == 0 && part == 0 && !has_head;
            frame(
                piece,
                table,
                &edges,
                if first { top } else { table.borders.inner },
            );
            piece.kind = Kind::Row(Arc::clone(&over));
            piece.keep = row.keep_with_next && part + 1 == parts;
        }
        pieces.extend(drawn);
    }
    // The last line of all is the outer one.
    if let Some(last) = pieces.last_mut()
        && !(table.rows.is_empty() && table.head.is_empty())
    {
        let right = edges.last().copied().unwrap_or_default();
        line(
            (0.0, last.height),
            (right, last.height),
            (table.borders.outer.1, table.borders.dash),
            &mut last.items,
        );
    }
}

/// A page that a table leaves is closed, and the next one opened, with the line that ends the table.
fn over(table: &Table, head: &Piece, edges: &[f32]) -> Arc<Over> {
    let right = edges.last().copied().unwrap_or_default();
    let mut close = Vec::new();
    let width = (table.borders.outer.1, table.borders.dash);
    line((0.0, 0.0), (right, 0.0), width, &mut close);
    let mut again = head.items.clone();
    again.extend(close.iter().cloned());
    Arc::new(Over {
        close,
        head: again,
        height: head.height,
    })
}

/// A row without its frame: one piece, or several if it is higher than the room.
fn draw_row(maker: &mut Maker<'_, '_>, table: &Table, row: &Row, edges: &[f32], room: f32) -> Vec<Piece> {
    let (sides, above) = table.padding;
    let mut column = 0;
    let mut cells = Vec::new();
    for cell in &row.cells {
        let end = (column + cell.columns.max(1)).min(edges.len() - 1);
        let (left, right) = (edges[column.min(end)], edges[end]);
        let content = maker.pieces(&cell.content, (right - left - 2.0 * sides).max(0.0));
        cells.push((cell, left, right, content));
        column = end;
    }
    let mut parts = Vec::new();
    loop {
        // What of each cell fits into this part.
        let mut now = Vec::new();
        let mut rest = false;
        for (cell, left, right, content) in &mut cells {
            let mut height = 0.0;
            let fits = content
                .iter()
                .take_while(|piece| {
                    height += piece.height;
                    height + 2.0 * above <= room
                })
                .count();
            // One thing higher than the room goes through: the page reports it.
            let taken = fits.max(usize::from(!content.is_empty()));
            let later = content.split_off(taken);
            now.push((*cell, *left, *right, stack(std::mem::replace(content, later))));
            rest |= !content.is_empty();
        }
        let content = now.iter().map(|(.., piece)| piece.height).fold(0.0, f32::max);
        let least = if parts.is_empty() && !rest {
            row.min_height.min(room)
        } else {
            0.0
        };
        let height = (content + 2.0 * above).max(least);
        let mut part = Piece {
            height,
            ..Piece::default()
        };
        for (cell, left, right, piece) in now {
            if let Some(ground) = cell.ground {
                part.items.push(Item::Rect {
                    area: (left, 0.0, right - left, height),
                    fill: Some(ground),
                    stroke: None,
                });
            }
            let free = height - 2.0 * above - piece.height;
            let down = match cell.stand {
                Stand::Top => 0.0,
                Stand::Middle => free / 2.0,
                Stand::Bottom => free,
            };
            part.items
                .extend(shifted(piece.items, left + sides, above + down.max(0.0)));
            if left > 0.0 {
                let width = (table.borders.inner, table.borders.dash);
                line((left, 0.0), (left, height), width, &mut part.items);
            }
        }
        parts.push(part);
        if !rest {
            return parts;
        }
    }
}

/// The lines above and beside a row. The line below belongs to the next one, or to the end of the page.
fn frame(piece: &mut Piece, table: &Table, edges: &[f32], above: f32) {
    let right = edges.last().copied().unwrap_or_default();
    let height = piece.height;
    let Borders {
        sides, inner, dash, ..
    } = table.borders;
    let lines = [
        ((0.0, 0.0), (right, 0.0), above),
        ((0.0, height), (right, height), inner),
        ((0.0, 0.0), (0.0, height), sides),
        ((right, 0.0), (right, height), sides),
    ];
    for (from, to, width) in lines {
        line(from, to, (width, dash), &mut piece.items);
    }
}

fn line(from: (f32, f32), to: (f32, f32), (width, dash): (f32, Option<f32>), items: &mut Vec<Item>) {
    if width > 0.0 {
        items.push(Item::Line {
            from,
            to,
            width,
            dash,
        });
    }
}
