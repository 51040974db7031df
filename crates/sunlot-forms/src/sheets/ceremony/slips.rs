//! Ten slips with a digit each, to cut out and draw from a box where nobody has dice. Two sets, all of one size.

use super::super::parts::{TEXT, title};
use super::DrawHead;
use crate::block::{Align, Block, MM, Paragraph};
use crate::font::Typeface;
use crate::page::Sheet;
use crate::table::{Borders, Cell, Row, Table, Width};
use crate::text::{Span, Style};

/// What the slips are told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DigitSlips {
    /// Which draw.
    pub head: DrawHead,
}

const DIGIT: Style = Style::new(Typeface::Hei, 60.0).leading(72.0);
/// Below the digit: on a slip that lies upside down it shows which way to read it.
const FOOT: Style = Style::new(Typeface::Hei, 11.0).leading(16.0);
const BASE: f32 = 1.6;

const USE: &str = "沿虚线剪开，得到两套 0 到 9，每套十张。一套放进不透明的箱子，另一套备用；两套不要混。每张对折一次，字朝里，大小折法都相同。各席轮流：摇一摇，摸一张，记下数字，放回去再摸下一位。横线在下的一面是正的，6 和 9 不会认错。";

impl DigitSlips {
    /// The slips.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        let set = |name: &str| -> Vec<Row> {
            let cell = |digit: usize| {
                let number = Paragraph::new(digit.to_string(), DIGIT).align(Align::Centre);
                let base = Paragraph::of(vec![Span::Blank(16.0 * MM, FOOT)]).align(Align::Centre);
                let foot = Paragraph::new(name, FOOT).align(Align::Centre);
                Cell::of(vec![
                    number.into(),
                    base.into(),
                    Block::Space(BASE * MM),
                    foot.into(),
                ])
            };
            let row = |from: usize| {
                let cells = (from..from + 5).map(cell);
                Row::new(cells.collect()).at_least(50.0 * MM)
            };
            vec![row(0), row(5)]
        };
        let mut rows = set("甲套");
        rows.extend(set("乙套"));
        let slips = Table::form(vec![Width::Share(1.0); 5], rows)
            .borders(Borders::CUT)
            .padding(1.0 * MM, 1.0 * MM);
        let blocks = vec![
            title("数字签"),
            Paragraph::new(USE, TEXT)
                .align(Align::Justify)
                .first_indent(2.0 * TEXT.size)
                .space(0.0, 3.0 * MM)
                .into(),
            slips.into(),
        ];
        self.head.paper("数字签", blocks)
    }
}
