//! Name plates for the table: a page each, folded to stand, the same on both sides.

use super::super::parts::SMALL;
use super::DrawHead;
use crate::block::{Align, Block, MM, Paragraph};
use crate::font::Typeface;
use crate::page::{Paper, Sheet};
use crate::table::{Borders, Cell, Row, Table, Width};
use crate::text::Style;

/// What the plates are told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamePlates {
    /// Which draw.
    pub head: DrawHead,
    /// The plates.
    pub plates: Vec<NamePlate>,
}

/// A plate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamePlate {
    /// What is read from afar: what the witness is.
    pub large: String,
    /// Below it: which seat, what the room calls the witness.
    pub below: String,
}

/// How high a side of the plate is; what is left below it is the foot.
const SIDE: f32 = 112.0;
const FOOT: &str = "沿虚线折三次：两面朝外，这一条折在下面，粘到另一边。";
const BELOW: Style = Style::new(Typeface::Hei, 30.0).leading(42.0);

impl NamePlates {
    /// The plates, a page each.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        let mut blocks = Vec::new();
        for (at, plate) in self.plates.iter().enumerate() {
            if at > 0 {
                blocks.push(Block::NewPage);
            }
            blocks.push(plate.folded().into());
        }
        if blocks.is_empty() {
            let none = Paragraph::new("这次抽取没有见证席，不需要席位牌。", SMALL);
            blocks.push(none.align(Align::Centre).into());
        }
        let sheet = self.head.paper("席位牌", blocks);
        Sheet {
            paper: Paper {
                top: 16.0,
                bottom: 16.0,
                left: 12.0,
                right: 12.0,
                ..Paper::FORM
            },
            ..sheet
        }
    }
}

impl NamePlate {
    fn folded(&self) -> Table {
        let side = |blocks: Vec<Block>| Row::new(vec![Cell::of(blocks)]).at_least(SIDE * MM);
        let rows = vec![
            side(vec![Block::Turned(self.side())]),
            side(self.side()),
            Row::new(vec![Cell::new(FOOT, SMALL, Align::Centre)]).at_least(30.0 * MM),
        ];
        Table::form(vec![Width::Share(1.0)], rows)
            .borders(Borders::CUT)
            .padding(4.0 * MM, 2.0 * MM)
    }

    fn side(&self) -> Vec<Block> {
        let large = Paragraph::new(self.large.clone(), large_style(self.large.chars().count()));
        let mut blocks = vec![large.align(Align::Centre).into()];
        if !self.below.is_empty() {
            blocks.push(Block::Space(3.0 * MM));
            let style = if self.below.chars().count() > 16 {
                Style::new(Typeface::Hei, 20.0).leading(28.0)
            } else {
                BELOW
            };
            let below = Paragraph::new(self.below.clone(), style);
            blocks.push(below.align(Align::Centre).into());
        }
        blocks
    }
}

/// As large as a line holds it; what is longer takes two lines or three.
fn large_style(characters: usize) -> Style {
    let size = match characters {
        0..=4 => 104.0,
        5..=6 => 78.0,
        7..=8 => 60.0,
        9..=20 => 46.0,
        _ => 34.0,
    };
    Style::new(Typeface::Title, size).leading(size * 1.25)
}
