//! QR codes as squares.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::items::Item;

/// Modules around the code that stay white, as ISO/IEC 18004 asks for.
const QUIET: i32 = 4;

/// A module has to be at least four dots wide on a copier of 300 dots to the inch, in points.
const LEAST: f32 = 4.0 * 72.0 / 300.0;

/// A code as squares.
pub(crate) struct Code {
    pub(crate) squares: Item,
    /// Its modules may be too small to be scanned from a copy.
    pub(crate) fine: bool,
}

/// The squares of a code within a square of this size, quiet zone included; none if the text is too long.
///
/// Neighbours in a row are one rectangle, so that no hairline shows between them.
pub(crate) fn squares(text: &str, size: f32) -> Option<Code> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let modules = code.size();
    let step = size / to_points(modules + 2 * QUIET);
    let mut areas = Vec::new();
    for row in 0..modules {
        let mut column = 0;
        while column < modules {
            let begun = column;
            while column < modules && code.get_module(column, row) {
                column += 1;
            }
            if column > begun {
                areas.push((
                    to_points(begun + QUIET) * step,
                    to_points(row + QUIET) * step,
                    to_points(column - begun) * step,
                    step,
                ));
            }
            column += 1;
        }
    }
    Some(Code {
        squares: Item::Squares(areas),
        fine: step < LEAST,
    })
}

/// The modules of a code for a screen, row by row, without its quiet zone: `1` is dark. None if the text is too long.
pub fn qr_rows(text: &str) -> Option<Vec<String>> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let row = |y: i32| {
        (0..code.size())
            .map(|x| if code.get_module(x, y) { '1' } else { '0' })
            .collect()
    };
    Some((0..code.size()).map(row).collect())
}

/// A code has fewer than 200 modules on a side.
fn to_points(modules: i32) -> f32 {
    f32::from(i16::try_from(modules).unwrap_or(i16::MAX))
}
