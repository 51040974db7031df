//! Text as glyphs: every character with its face and its width, before lines are made of it.

use crate::font::{Fonts, Typeface, is_silent};
use crate::items::{Item, Shown, TextItem};

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Its typeface decides the faces.
    pub typeface: Typeface,
    /// Size in points.
    pub size: f32,
    /// Height of a line in points.
    pub leading: f32,
    /// Room added after each character, in points.
    pub spacing: f32,
    /// 0 is black, 1 is white.
    pub grey: f32,
}

impl Style {
    /// Black, with lines one and a half times as high as the letters.
    #[must_use]
    pub const fn new(typeface: Typeface, size: f32) -> Self {
        Self {
            typeface,
            size,
            leading: size * 1.5,
            spacing: 0.0,
            grey: 0.0,
        }
    }

    /// The same with other lines.
    #[must_use]
    pub const fn leading(self, leading: f32) -> Self {
        Self { leading, ..self }
    }

    /// The same, spaced out.
    #[must_use]
    pub const fn spaced(self, spacing: f32) -> Self {
        Self { spacing, ..self }
    }

    /// The same in grey.
    #[must_use]
    pub const fn grey(self, grey: f32) -> Self {
        Self { grey, ..self }
    }
}

/// A part of a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub enum Span {
    /// Words.
    Text(String, Style),
    /// An empty place to write on, with a line below it; width in points.
    Blank(f32, Style),
}

impl Span {
    /// Words.
    pub fn new(text: impl Into<String>, style: Style) -> Self {
        Self::Text(text.into(), style)
    }
}

/// What stands for a place to write on: a control character, which no text brings here.
pub(crate) const BLANK: char = '\u{1}';

#[derive(Debug, Clone, Copy)]
pub(crate) struct Glyph {
    pub(crate) character: char,
    pub(crate) face: u8,
    pub(crate) glyph: u16,
    /// With the spacing of its style.
    pub(crate) width: f32,
    pub(crate) substitute: bool,
    pub(crate) style: Style,
}

/// The glyphs of a text, in order; a line feed stays one.
pub(crate) fn shape(fonts: &Fonts<'_>, spans: &[Span]) -> Vec<Glyph> {
    let mut glyphs = Vec::new();
    for span in spans {
        match span {
            Span::Blank(width, style) => glyphs.push(Glyph {
                character: BLANK,
                face: 0,
                glyph: 0,
                width: *width,
                substitute: false,
                style: *style,
            }),
            Span::Text(text, style) => {
                let visible = text.chars().filter(|character| !is_silent(*character));
                glyphs.extend(visible.map(|character| glyph(fonts, character, *style)));
            }
        }
    }
    glyphs
}

fn glyph(fonts: &Fonts<'_>, character: char, style: Style) -> Glyph {
    let character = if character == '\t' { ' ' } else { character };
    if character == '\n' {
        return Glyph {
            character,
            face: 0,
            glyph: 0,
            width: 0.0,
            substitute: false,
            style,
        };
    }
    let found = fonts.find(style.typeface, character);
    Glyph {
        character,
        face: found.face,
        glyph: found.glyph,
        width: found.advance * style.size + style.spacing,
        substitute: found.substitute,
        style,
    }
}

/// The width of a line without the spacing behind its last character.
pub(crate) fn width_of(glyphs: &[Glyph]) -> f32 {
    let behind = glyphs.last().map_or(0.0, |glyph| {
        if glyph.character == BLANK {
            0.0
        } else {
            glyph.style.spacing
        }
    });
    glyphs.iter().map(|glyph| glyph.width).sum::<f32>() - behind
}

/// Draws one line: runs of one face and style each, and the lines of empty places.
pub(crate) fn draw(glyphs: &[Glyph], x: f32, baseline: f32, stretch: f32, items: &mut Vec<Item>) {
    let mut pen = x;
    let mut rest = glyphs;
    while let Some(first) = rest.first() {
        if first.character == BLANK {
            items.push(Item::Line {
                from: (pen, baseline + first.style.size * 0.16),
                to: (pen + first.width, baseline + first.style.size * 0.16),
                width: 0.5,
                dash: None,
            });
            pen += first.width;
            rest = &rest[1..];
            continue;
        }
        let alike = |glyph: &&Glyph| {
            glyph.face == first.face && glyph.style == first.style && glyph.character != BLANK
        };
        let run = &rest[..rest.iter().take_while(alike).count()];
        let width = run.iter().map(|glyph| glyph.width + stretch).sum::<f32>();
        items.push(Item::Text(TextItem {
            x: pen,
            baseline,
            face: first.face,
            size: first.style.size,
            grey: first.style.grey,
            spacing: first.style.spacing + stretch,
            width: width - first.style.spacing - stretch,
            turned: false,
            glyphs: run
                .iter()
                .map(|glyph| Shown {
                    glyph: glyph.glyph,
                    character: glyph.character,
                    advance: glyph.width + stretch,
                })
                .collect(),
            substitutes: run
                .iter()
                .filter(|glyph| glyph.substitute)
                .map(|glyph| glyph.character)
                .collect(),
            line: run
                .iter()
                .any(|glyph| glyph.substitute)
                .then(|| glyphs.iter().map(|glyph| glyph.character).collect()),
        }));
        pen += width;
        rest = &rest[run.len()..];
    }
}
