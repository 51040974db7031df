//! What the sheets have in common: their styles, labels, numbered points, places to sign.

use crate::block::{Align, Block, MM, Paragraph};
use crate::font::Typeface;
use crate::page::Running;
use crate::table::{Borders, Cell, Row, Stand, Table, Width};
use crate::text::Style;

/// Titles of forms.
pub(super) const TITLE: Style = Style::new(Typeface::Title, 20.0).leading(30.0).spaced(2.4);
/// Text of tables.
pub(super) const TEXT: Style = Style::new(Typeface::Song, 10.5).leading(15.5);
/// What stands out in a table.
pub(super) const STRONG: Style = Style::new(Typeface::Title, 10.5).leading(15.5);
/// Labels of tables.
pub(super) const LABEL: Style = Style::new(Typeface::Hei, 10.0).leading(15.5);
/// Headings within a form.
pub(super) const HEADING: Style = Style::new(Typeface::Hei, 12.0).leading(20.0);
/// Hints and small print: thin strokes would not survive a copier.
pub(super) const SMALL: Style = Style::new(Typeface::Hei, 8.5).leading(13.0);
/// The line at the foot of a page.
pub(super) const FOOT: Style = Style::new(Typeface::Hei, 8.0).leading(11.0);
/// The ground of labels.
pub(super) const GROUND: f32 = 0.955;

pub(super) fn title(text: &str) -> Block {
    Paragraph::new(text, TITLE)
        .align(Align::Centre)
        .keep_with_next()
        .into()
}

/// What stands left and right below a title.
pub(super) fn below_title(left: impl Into<String>, right: impl Into<String>) -> Block {
    let row = Row::new(vec![
        Cell::new(left, SMALL, Align::Left).stand(Stand::Bottom),
        Cell::new(right, SMALL, Align::Right).stand(Stand::Bottom),
    ]);
    Table::form(vec![Width::Share(3.0), Width::Share(2.0)], vec![row])
        .borders(Borders::NONE)
        .padding(0.0, 1.5 * MM)
        .into()
}

pub(super) fn label(text: &str) -> Cell {
    Cell::new(text, LABEL, Align::Centre).ground(GROUND)
}

pub(super) fn value(text: impl Into<String>) -> Cell {
    Cell::new(text, TEXT, Align::Left)
}

pub(super) fn heading(text: &str) -> Block {
    Paragraph::new(text, HEADING)
        .space(3.0 * MM, 0.5 * MM)
        .keep_with_next()
        .into()
}

/// Points with their numbers, whose further lines stand below their first word.
pub(super) fn points(texts: &[&str], style: Style) -> Block {
    numbered(texts, style, false)
}

/// The same, on the page of what follows them: a place to sign never stands alone.
pub(super) fn points_before_signing(texts: &[&str], style: Style) -> Block {
    numbered(texts, style, true)
}

fn numbered(texts: &[&str], style: Style, keep_with_next: bool) -> Block {
    let row = |(number, text): (usize, &&str)| Row {
        keep_with_next,
        ..Row::new(vec![
            Cell::new(format!("{}.", number + 1), style, Align::Left).stand(Stand::Top),
            Cell::of(vec![Paragraph::new(*text, style).align(Align::Justify).into()]),
        ])
    };
    let columns = vec![Width::Mm(style.size * 1.5 / MM), Width::Share(1.0)];
    Table::form(columns, texts.iter().enumerate().map(row).collect())
        .borders(Borders::NONE)
        .padding(0.0, 0.3 * MM)
        .into()
}

/// Places to sign side by side, each with a date.
pub(super) fn signatures(who: &[&str], height: f32) -> Table {
    let cell = |name: &&str| {
        Cell::of(vec![
            Paragraph::new(format!("{name}（签名）："), TEXT).into(),
            Block::Space((height - 2.0 * TEXT.leading - 2.4 * MM).max(0.0)),
            Paragraph::new("年　　月　　日", TEXT).align(Align::Right).into(),
        ])
        .stand(Stand::Top)
    };
    let row = Row::new(who.iter().map(cell).collect()).at_least(height);
    Table::form(vec![Width::Share(1.0); who.len()], vec![row])
}

pub(super) fn foot(left: impl Into<String>) -> Running {
    Running {
        left: left.into(),
        right: None,
        style: FOOT,
        from_second: false,
        rule: true,
    }
}
