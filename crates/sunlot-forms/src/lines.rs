//! Lines out of glyphs: no line begins or ends with a mark that may not, words and numbers stay whole.
//!
//! What is longer than a line is torn where it must be. How a line is placed is not decided here.

use std::ops::Range;

use crate::punctuation::{Seam, is_blank, seam};
use crate::text::{BLANK, Glyph};

/// One line, as a range of the glyphs that it was made from; blanks at its ends are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) glyphs: Range<usize>,
    /// It ends a paragraph or stands before a forced break.
    pub(crate) last: bool,
}

/// Cuts glyphs into lines; the first has a width of its own, because of its indent.
pub(crate) fn lines(glyphs: &[Glyph], first: f32, width: f32) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut fresh = true;
    loop {
        let room = if lines.is_empty() { first } else { width };
        if !fresh {
            start += glyphs[start..]
                .iter()
                .take_while(|glyph| is_blank(glyph.character))
                .count();
        }
        let end = line_end(glyphs, start, room);
        let forced = glyphs.get(end).is_some_and(|glyph| glyph.character == '\n');
        let last = forced || end == glyphs.len();
        lines.push(Line {
            glyphs: start..trimmed(glyphs, start, end),
            last,
        });
        start = if forced { end + 1 } else { end };
        fresh = forced;
        if !forced && end == glyphs.len() {
            return lines;
        }
    }
}

/// Where the line that begins at `start` ends: before a line feed, at the end, or at the best seam that fits.
fn line_end(glyphs: &[Glyph], start: usize, room: f32) -> usize {
    let mut width = 0.0;
    let (mut free, mut torn) = (None, None);
    for (place, glyph) in glyphs.iter().enumerate().skip(start) {
        if glyph.character == '\n' {
            return place;
        }
        if place > start {
            match joint(&glyphs[place - 1], glyph) {
                Seam::Free => free = Some(place),
                Seam::InWord => torn = Some(place),
                Seam::Never => {}
            }
        }
        // The spacing behind the last character of a line takes no room; a little slack for rounding.
        let behind = if glyph.character == BLANK {
            0.0
        } else {
            glyph.style.spacing
        };
        if !is_blank(glyph.character) && width + glyph.width - behind > room + 0.01 && place > start {
            return free.or(torn).unwrap_or(place);
        }
        width += glyph.width;
    }
    glyphs.len()
}

fn joint(before: &Glyph, after: &Glyph) -> Seam {
    if before.character == BLANK || after.character == BLANK {
        return Seam::Free;
    }
    seam(before.character, after.character)
}

/// The end without blanks, except where the line is nothing else.
fn trimmed(glyphs: &[Glyph], start: usize, end: usize) -> usize {
    let blanks = glyphs[start..end]
        .iter()
        .rev()
        .take_while(|glyph| is_blank(glyph.character))
        .count();
    end - blanks
}
