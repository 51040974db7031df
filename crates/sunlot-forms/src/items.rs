//! What is drawn on a page, as one list: text, lines, rectangles, squares, pictures.
//!
//! Everything that makes paper ends here, and everything that writes files begins here. Points, from the upper left
//! corner, downwards.

use std::sync::Arc;

/// One thing on a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A run of one face.
    Text(TextItem),
    /// A straight line.
    Line {
        /// From here,
        from: (f32, f32),
        /// to here,
        to: (f32, f32),
        /// this thick,
        width: f32,
        /// with dashes as long as this, if any.
        dash: Option<f32>,
    },
    /// A rectangle.
    Rect {
        /// Left, top, width, height.
        area: (f32, f32, f32, f32),
        /// 0 is black, 1 is white; none is empty.
        fill: Option<f32>,
        /// Thickness of its border, if any.
        stroke: Option<f32>,
    },
    /// Black rectangles that belong together: left, top, width, height.
    Squares(Vec<(f32, f32, f32, f32)>),
    /// A picture.
    Picture {
        /// Left, top, width, height.
        area: (f32, f32, f32, f32),
        /// What it shows.
        picture: Arc<Picture>,
    },
}

/// A run of glyphs of one face.
#[derive(Debug, Clone, PartialEq)]
pub struct TextItem {
    /// Left edge.
    pub x: f32,
    /// Where the letters stand.
    pub baseline: f32,
    /// The number of the face among the fonts.
    pub face: u8,
    /// Size in points.
    pub size: f32,
    /// 0 is black, 1 is white.
    pub grey: f32,
    /// Room after each glyph.
    pub spacing: f32,
    /// From the left edge of the first to the right edge of the last glyph.
    pub width: f32,
    /// It stands on its head: it begins at its right edge.
    pub turned: bool,
    /// What is shown, in order.
    pub glyphs: Vec<Shown>,
    /// Characters of this run that no font has.
    pub substitutes: Vec<char>,
    /// The line that this run belongs to, if something in it is a substitute.
    pub line: Option<String>,
}

impl TextItem {
    /// Its characters.
    #[must_use]
    pub fn text(&self) -> String {
        self.glyphs.iter().map(|shown| shown.character).collect()
    }
}

/// One glyph of a run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shown {
    /// Its number in the face.
    pub glyph: u16,
    /// The character that it shows.
    pub character: char,
    /// How far the next one stands away, in points.
    pub advance: f32,
}

/// A picture of grey or coloured dots, row by row from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Dots in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Red, green and blue of each dot, or one grey.
    pub coloured: bool,
    /// One byte per value.
    pub dots: Vec<u8>,
}

impl Picture {
    /// Whether there are as many bytes as its measures ask for.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let values = if self.coloured { 3 } else { 1 };
        let wanted = self
            .width
            .checked_mul(self.height)
            .and_then(|dots| dots.checked_mul(values));
        self.width > 0 && self.height > 0 && wanted == Some(self.dots.len())
    }
}

impl Item {
    /// The same elsewhere.
    pub fn shift(&mut self, right: f32, down: f32) {
        match self {
            Self::Text(text) => {
                text.x += right;
                text.baseline += down;
            }
            Self::Line { from, to, .. } => {
                *from = (from.0 + right, from.1 + down);
                *to = (to.0 + right, to.1 + down);
            }
            Self::Rect { area, .. } | Self::Picture { area, .. } => move_area(area, right, down),
            Self::Squares(areas) => areas.iter_mut().for_each(|area| move_area(area, right, down)),
        }
    }
}

/// The same on its head, within a strip of this width and height.
pub(crate) fn turned(mut items: Vec<Item>, width: f32, height: f32) -> Vec<Item> {
    let area_turned = |area: &mut (f32, f32, f32, f32)| {
        *area = (width - area.0 - area.2, height - area.1 - area.3, area.2, area.3);
    };
    for item in &mut items {
        match item {
            Item::Text(text) => {
                text.x = width - text.x - text.width;
                text.baseline = height - text.baseline;
                text.turned = !text.turned;
            }
            Item::Line { from, to, .. } => {
                *from = (width - from.0, height - from.1);
                *to = (width - to.0, height - to.1);
            }
            Item::Rect { area, .. } | Item::Picture { area, .. } => area_turned(area),
            Item::Squares(areas) => areas.iter_mut().for_each(area_turned),
        }
    }
    items
}

fn move_area(area: &mut (f32, f32, f32, f32), right: f32, down: f32) {
    area.0 += right;
    area.1 += down;
}

/// A whole list elsewhere.
pub(crate) fn shifted(mut items: Vec<Item>, right: f32, down: f32) -> Vec<Item> {
    for item in &mut items {
        item.shift(right, down);
    }
    items
}
