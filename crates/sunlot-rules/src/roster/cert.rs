//! The number of an enforcement certificate: eleven digits on the unified card, with a Chinese prefix on older ones. There is no
//! check digit, so all that can be said is whether it is whole.

use super::cell::{CellForm, Cleaned, EXACT_DIGITS};
use super::words::is_nothing;
use crate::codes::region::RegionCode;
use crate::codes::uscc::is_scientific;
use crate::text::half_width;

/// The longest one.
pub const MAX_CHARACTERS: usize = 32;

/// Digits of the number on the unified card (2020).
const UNIFIED: usize = 11;

/// A certificate's number as a cell gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CertNo {
    /// Nothing.
    Missing,
    /// A number, as it is kept: half-width, upper case, without blanks.
    Whole(String),
    /// A number cell without a format: if zeros stood before it, they have gone, and nobody can know. Taken as it stands, for
    /// somebody to look at.
    Doubtful(String),
    /// Its end is lost: an exponent, a fraction, more digits than a number cell holds. Never taken; what is left of it.
    Damaged(String),
    /// Words in the place of a number, as of one that is still being made out: every number has a digit.
    Words(String),
    /// Longer than any.
    TooLong {
        /// How many characters it has.
        found: usize,
    },
}

impl CertNo {
    /// The number, where there is one to keep.
    pub fn number(&self) -> Option<&str> {
        match self {
            Self::Whole(number) | Self::Doubtful(number) => Some(number),
            _ => None,
        }
    }
}

/// A number as it is kept and compared.
pub fn kept(text: &str) -> String {
    let plain = half_width(text);
    let plain = plain.chars().filter(|c| !c.is_whitespace());
    plain.flat_map(char::to_uppercase).collect()
}

/// Reads a cell.
pub fn read(cell: &Cleaned<'_>) -> CertNo {
    let text = kept(&cell.text);
    if text.is_empty() || is_nothing(&cell.text) {
        return CertNo::Missing;
    }
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    if cell.form == CellForm::Number {
        return match () {
            () if !digits || text.len() > EXACT_DIGITS => CertNo::Damaged(text),
            // The unified number begins with its province, never with a zero. Others show their zeros by their format.
            () if text.starts_with('0') || is_unified(&text) => CertNo::Whole(text),
            () => CertNo::Doubtful(text),
        };
    }
    match text.chars().count() {
        _ if is_scientific(&text) => CertNo::Damaged(text),
        found if found > MAX_CHARACTERS => CertNo::TooLong { found },
        _ if !is_number(&text) => CertNo::Words(cell.text.trim().to_owned()),
        _ => CertNo::Whole(text),
    }
}

/// Whether a text can be the number of a certificate: it has a digit.
pub fn is_number(text: &str) -> bool {
    half_width(text).bytes().any(|b| b.is_ascii_digit())
}

fn is_unified(digits: &str) -> bool {
    let region = digits.get(..6).unwrap_or_default();
    digits.len() == UNIFIED && RegionCode::parse(region).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::cell::{RawCell, clean};

    fn text(raw: &str) -> CertNo {
        read(&clean(&RawCell::Text(raw)))
    }

    fn number(text: &str, shown: Option<&str>) -> CertNo {
        read(&clean(&RawCell::Number { text, shown }))
    }

    // Case 18: a number here and text there are one number.
    #[test]
    fn case_18_one_number_is_kept_in_one_way() {
        for raw in [
            "13060901001",
            " １３０６０９０１００１ ",
            "1306 0901 001",
            "'13060901001",
        ] {
            assert_eq!(text(raw), CertNo::Whole("13060901001".to_owned()), "{raw:?}");
        }
        assert_eq!(
            number("13060901001.0", None),
            text("13060901001"),
            "as a number in one row and as text in another"
        );
        assert_eq!(
            text("豫p-12345"),
            CertNo::Whole("豫P-12345".to_owned()),
            "an older one with its prefix"
        );
        for nothing in ["", "-", "无", "/"] {
            assert_eq!(text(nothing), CertNo::Missing, "{nothing:?}");
        }
    }

    #[test]
    fn case_17_what_a_number_cell_lost_is_never_guessed() {
        assert_eq!(
            number("1001", None),
            CertNo::Doubtful("1001".to_owned()),
            "01001 would look the same"
        );
        assert_eq!(
            number("1001", Some("01001")),
            CertNo::Whole("01001".to_owned()),
            "the format shows it"
        );
        for (damaged, why) in [
            ("1.30609010011234E+17", "an exponent"),
            ("130609010011234000", "more digits than it holds"),
            ("1306.5", "a fraction"),
        ] {
            assert_eq!(
                number(damaged, None),
                CertNo::Damaged(damaged.to_owned()),
                "{why}"
            );
        }
        assert_eq!(
            text("1.30609E+17"),
            CertNo::Damaged("1.30609E+17".to_owned()),
            "an exponent that has become text"
        );
        assert_eq!(
            text("13060901001").number(),
            Some("13060901001"),
            "what is whole is kept"
        );
        assert_eq!(text("1.30609E+17").number(), None, "what is not is not");
    }

    #[test]
    fn a_number_longer_than_any_is_refused() {
        assert_eq!(
            text("执".repeat(33).as_str()),
            CertNo::TooLong { found: 33 },
            "counted in characters"
        );
        assert!(
            matches!(text(&format!("{}1", "执".repeat(31))), CertNo::Whole(_)),
            "so many it may have"
        );
    }

    #[test]
    fn words_are_no_number() {
        for words in ["正在办理", "待发", "已交回", "〇"] {
            assert_eq!(
                text(words),
                CertNo::Words(words.to_owned()),
                "{words} has no digit"
            );
            assert_eq!(text(words).number(), None, "and nobody is known by it");
        }
        assert_eq!(
            text("冀Ｂ－１").number(),
            Some("冀B-1"),
            "one digit in any width is enough"
        );
    }
}
