//! How the draw works, in a minute: to be read aloud, handed out, or hung up at the door.

use super::DrawHead;
use crate::block::{Align, Block, MM, Paragraph};
use crate::font::Typeface;
use crate::page::Sheet;
use crate::table::{Borders, Cell, Row, Stand, Table, Width};
use crate::text::Style;

/// What the sheet is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplanationSheet {
    /// Which draw.
    pub head: DrawHead,
    /// What it comes to.
    pub opening: String,
    /// The steps.
    pub steps: Vec<String>,
    /// How many digits each seat draws, and how long it takes.
    pub told: String,
}

const TITLE: Style = Style::new(Typeface::Title, 27.0).leading(38.0).spaced(3.0);
const TASK: Style = Style::new(Typeface::Hei, 13.0).leading(20.0);
const OPENING: Style = Style::new(Typeface::Title, 22.0).leading(34.0);
const STEP: Style = Style::new(Typeface::Fang, 20.0).leading(33.0);
const NUMBER: Style = Style::new(Typeface::Title, 30.0).leading(34.0);
const NOTE: Style = Style::new(Typeface::Hei, 12.0).leading(19.0);

impl ExplanationSheet {
    /// The sheet.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        let head = &self.head;
        let centred = |text: &str, style: Style| Paragraph::new(text, style).align(Align::Centre);
        let rows = self.steps.iter().enumerate().map(|(at, step)| {
            Row::new(vec![
                Cell::new((at + 1).to_string(), NUMBER, Align::Centre).stand(Stand::Top),
                Cell::of(vec![
                    Paragraph::new(step.clone(), STEP).align(Align::Justify).into(),
                ]),
            ])
        });
        let borders = Borders {
            sides: 0.0,
            outer: (1.1, 1.1),
            ..Borders::FORM
        };
        let blocks = vec![
            centred("一分钟看懂公开摇号", TITLE).into(),
            centred(&head.office, TASK).into(),
            centred(&head.task, TASK).space(0.0, 7.0 * MM).into(),
            centred(&self.opening, OPENING).space(0.0, 5.0 * MM).into(),
            Table::form(vec![Width::Mm(20.0), Width::Share(1.0)], rows.collect())
                .borders(borders)
                .padding(3.0 * MM, 5.0 * MM)
                .into(),
            Paragraph::new(self.told.clone(), NOTE)
                .space(6.0 * MM, 0.0)
                .into(),
            Block::Fill,
        ];
        head.paper("一分钟说明", blocks)
    }
}
