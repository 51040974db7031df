//! What the host says, step by step: the same words that the console shows while it is done.

use super::super::parts::{SMALL, TEXT, heading};
use super::{DrawHead, facts, pair, wide};
use crate::block::{Align, Block, MM, Paragraph};
use crate::font::Typeface;
use crate::page::Sheet;
use crate::table::{Borders, Cell, Row, Stand, Table, Width};
use crate::text::Style;

/// What the script is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptSheet {
    /// Which draw.
    pub head: DrawHead,
    /// How many minutes it is likely to take.
    pub minutes: String,
    /// The parts in their order.
    pub parts: Vec<ScriptPart>,
}

/// A part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptPart {
    /// Which step.
    pub step: String,
    /// What happens meanwhile.
    pub meanwhile: String,
    /// What is said.
    pub lines: Vec<String>,
}

/// Large enough to be read standing.
const SAID: Style = Style::new(Typeface::Fang, 15.0).leading(25.0);
const STEP: Style = Style::new(Typeface::Hei, 13.0).leading(21.0);

impl ScriptSheet {
    /// The script.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        let head = &self.head;
        let mut blocks = vec![
            facts(vec![
                wide("抽查任务", &head.task),
                pair(("第几次", &head.told), ("大约用时", &self.minutes)),
            ])
            .into(),
            Paragraph::new("大字照着念；左边是这一步电脑上和桌上做的事。", SMALL)
                .space(2.0 * MM, 1.0 * MM)
                .into(),
        ];
        let rows = self.parts.iter().map(row).collect();
        let borders = Borders {
            sides: 0.0,
            outer: (0.8, 0.8),
            ..Borders::FORM
        };
        blocks.push(
            Table::form(vec![Width::Mm(42.0), Width::Share(1.0)], rows)
                .borders(borders)
                .padding(2.0 * MM, 2.5 * MM)
                .into(),
        );
        blocks.push(heading("临时要说的"));
        let lines = (0..3).map(|_| Row::new(vec![Cell::new("", TEXT, Align::Left)]).at_least(9.0 * MM));
        let borders = Borders {
            outer: (0.0, 0.5),
            sides: 0.0,
            ..Borders::FORM
        };
        blocks.push(Block::Whole(vec![
            Table::form(vec![Width::Share(1.0)], lines.collect())
                .borders(borders)
                .into(),
        ]));
        head.form("主持词", blocks)
    }
}

fn row(part: &ScriptPart) -> Row {
    let mut left = vec![Paragraph::new(part.step.clone(), STEP).into()];
    if !part.meanwhile.is_empty() {
        left.push(Paragraph::new(part.meanwhile.clone(), SMALL).into());
    }
    let said = part.lines.iter().map(|line| {
        Paragraph::new(line.clone(), SAID)
            .align(Align::Justify)
            .space(0.0, 1.0 * MM)
            .into()
    });
    Row::new(vec![
        Cell::of(left).stand(Stand::Top),
        Cell::of(said.collect()).stand(Stand::Top),
    ])
}
