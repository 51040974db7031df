//! One cell of a spreadsheet: what it was, and its text without what nobody sees or meant. What stood there is kept beside it.

use std::borrow::Cow;

use crate::text::is_invisible;

/// So many digits a spreadsheet's number holds; what is longer has lost its end.
pub const EXACT_DIGITS: usize = 15;

/// What a cell was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RawCell<'a> {
    /// Nothing.
    Empty,
    /// Text, or anything of a file that knows nothing but text.
    Text(&'a str),
    /// A number.
    Number {
        /// The number as the file holds it.
        text: &'a str,
        /// What its format makes of it, where that is known.
        shown: Option<&'a str>,
    },
    /// A day, perhaps with a time, as ISO 8601 writes it.
    Date(&'a str),
    /// Yes or no.
    Bool(bool),
    /// An error such as `#REF!`.
    Error(&'a str),
    /// A formula whose value the file does not hold.
    NoValue,
}

/// What kind of cell it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellForm {
    /// Nothing, or blanks alone.
    Empty,
    /// Text.
    Text,
    /// A number.
    Number,
    /// A day.
    Date,
    /// Yes or no.
    Bool,
    /// An error.
    Error,
    /// A formula without its value.
    NoValue,
}

/// A cell's text as it was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleaned<'a> {
    /// The text; empty for an error and for a formula without its value.
    pub text: Cow<'a, str>,
    /// What stood there.
    pub raw: &'a str,
    /// What kind of cell it was.
    pub form: CellForm,
}

impl Cleaned<'_> {
    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether there should be a value and is none: an error, or a formula that was never computed.
    pub const fn is_lost(&self) -> bool {
        matches!(self.form, CellForm::Error | CellForm::NoValue)
    }
}

impl AsRef<str> for Cleaned<'_> {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

/// The cell as it was meant. Nothing is copied where nothing changes.
pub fn clean<'a>(cell: &RawCell<'a>) -> Cleaned<'a> {
    let made = |text: Cow<'a, str>, raw: &'a str, form: CellForm| Cleaned { text, raw, form };
    match *cell {
        RawCell::Empty => made(Cow::Borrowed(""), "", CellForm::Empty),
        RawCell::Text(raw) => {
            let text = clean_text(raw);
            let form = if text.is_empty() {
                CellForm::Empty
            } else {
                CellForm::Text
            };
            made(text, raw, form)
        }
        RawCell::Number { text, shown } => made(number_text(text, shown), text, CellForm::Number),
        RawCell::Date(raw) => made(Cow::Borrowed(raw.trim()), raw, CellForm::Date),
        RawCell::Bool(true) => made(Cow::Borrowed("TRUE"), "TRUE", CellForm::Bool),
        RawCell::Bool(false) => made(Cow::Borrowed("FALSE"), "FALSE", CellForm::Bool),
        RawCell::Error(raw) => made(Cow::Borrowed(""), raw, CellForm::Error),
        RawCell::NoValue => made(Cow::Borrowed(""), "", CellForm::NoValue),
    }
}

/// A text without blanks at its ends, characters that nobody sees, and what programs put around a text to keep it one.
pub fn clean_text(raw: &str) -> Cow<'_, str> {
    let plain = if raw.bytes().any(is_doubtful) {
        without_unseen(raw)
    } else {
        Cow::Borrowed(raw.trim_matches(' '))
    };
    unwrapped(plain)
}

/// Bytes with which something can begin that has to be looked at: control characters, and the first bytes of blanks and
/// unseen characters beyond ASCII.
const fn is_doubtful(byte: u8) -> bool {
    matches!(
        byte,
        0..=0x1F | 0x7F | 0xC2 | 0xCD | 0xD8 | 0xE1 | 0xE2 | 0xE3 | 0xEF | 0xF3
    )
}

/// Blanks of every kind become plain ones, line breaks too; what nobody sees is left out.
fn without_unseen(raw: &str) -> Cow<'_, str> {
    let trimmed = raw.trim_matches(|c: char| is_blank(c) || is_invisible(c));
    if !trimmed
        .chars()
        .any(|c| c != ' ' && (is_blank(c) || is_invisible(c)))
    {
        return Cow::Borrowed(trimmed);
    }
    let mut text = String::with_capacity(trimmed.len());
    let mut broken = false;
    for c in trimmed.chars() {
        // A line break stands for one blank, however much indentation surrounds it.
        if matches!(
            c,
            '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        ) {
            text.truncate(text.trim_end_matches(' ').len());
            text.push(' ');
            broken = true;
        } else if is_blank(c) {
            if !broken {
                text.push(' ');
            }
        } else if !is_invisible(c) {
            text.push(c);
            broken = false;
        }
    }
    Cow::Owned(text)
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{2800}' | '\u{3164}')
}

/// Takes off `="…"` and the apostrophe that says "this is text".
fn unwrapped(text: Cow<'_, str>) -> Cow<'_, str> {
    let inner = |text: &str| -> Option<(usize, usize)> {
        if let Some(inner) = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
            let blanks = inner.len() - inner.trim_start().len();
            return Some((2 + blanks, 2 + blanks + inner.trim().len()));
        }
        let rest = text.strip_prefix('\'')?;
        (!rest.contains('\'')).then(|| {
            let blanks = rest.len() - rest.trim_start().len();
            (1 + blanks, 1 + blanks + rest.trim().len())
        })
    };
    match inner(&text) {
        None => text,
        Some((from, to)) => match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.get(from..to).unwrap_or_default()),
            Cow::Owned(text) => Cow::Owned(text.get(from..to).unwrap_or_default().to_owned()),
        },
    }
}

/// A number without what its being a number added to it: the `.0`, the notation with an exponent where all digits are known.
/// Leading zeros and a percent sign that its format shows belong to it.
fn number_text<'a>(text: &'a str, shown: Option<&'a str>) -> Cow<'a, str> {
    let text = text.trim();
    if let Some(shown) = shown.map(str::trim)
        && (shows_zeros(text, shown) || shows_percent(shown))
    {
        return Cow::Borrowed(shown);
    }
    if let Some((whole, fraction)) = text.split_once('.')
        && !fraction.is_empty()
        && fraction.bytes().all(|b| b == b'0')
    {
        return Cow::Borrowed(whole);
    }
    expanded(text).map_or(Cow::Borrowed(text), Cow::Owned)
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether the format shows the same number with zeros before it: `10` as `0010`.
fn shows_zeros(text: &str, shown: &str) -> bool {
    let whole = text.split_once('.').map_or(text, |(whole, fraction)| {
        if fraction.bytes().all(|b| b == b'0') {
            whole
        } else {
            text
        }
    });
    all_digits(shown)
        && all_digits(whole)
        && shown.len() > whole.len()
        && shown.trim_start_matches('0') == whole.trim_start_matches('0')
}

fn shows_percent(shown: &str) -> bool {
    shown
        .strip_suffix('%')
        .is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit() || b == b'.'))
}

/// `1.38E+10` written out, where the number holds all of its digits.
fn expanded(text: &str) -> Option<String> {
    let (mantissa, exponent) = text.split_once(['E', 'e'])?;
    let exponent: usize = exponent.strip_prefix('+').unwrap_or(exponent).parse().ok()?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let fraction = fraction.trim_end_matches('0');
    let digits = whole.len() + exponent;
    let fits = all_digits(whole) && fraction.bytes().all(|b| b.is_ascii_digit());
    if !fits || fraction.len() > exponent || digits > EXACT_DIGITS {
        return None;
    }
    Some(format!("{whole}{fraction:0<exponent$}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(raw: &str) -> String {
        clean(&RawCell::Text(raw)).text.into_owned()
    }

    fn number(text: &str, shown: Option<&str>) -> String {
        clean(&RawCell::Number { text, shown }).text.into_owned()
    }

    // Cases 23 and 24.
    #[test]
    fn case_24_what_nobody_sees_is_left_out_and_what_stood_there_is_kept() {
        for (raw, meant) in [
            ("  张三  ", "张三"),
            ("\u{3000}张三\u{A0}", "张三"),
            ("\u{FEFF}张三", "张三"),
            ("张\u{200B}三", "张三"),
            ("张三\t\n", "张三"),
            ("一楼\r\n  大厅", "一楼 大厅"),
            ("一楼\n\n大厅", "一楼 大厅"),
            ("王  刚", "王  刚"),
            ("王\u{3000}刚", "王 刚"),
            ("徐水（集团）", "徐水（集团）"),
            ("\u{200B}\u{3000}", ""),
        ] {
            assert_eq!(text(raw), meant, "{raw:?}");
            assert_eq!(
                clean(&RawCell::Text(raw)).raw,
                raw,
                "what stood there can still be shown"
            );
        }
        assert_eq!(
            clean(&RawCell::Text("\u{3000} ")).form,
            CellForm::Empty,
            "blanks alone are nothing"
        );
    }

    #[test]
    fn case_28_what_keeps_a_text_a_text_is_taken_off() {
        for (raw, meant) in [
            ("'0010", "0010"),
            ("=\"0010\"", "0010"),
            ("\t91130609MA0000015B", "91130609MA0000015B"),
            ("=\" 0010 \"", "0010"),
            ("' 0010", "0010"),
            ("'引'用", "'引'用"),
            ("=\"", "=\""),
            ("=A1", "=A1"),
        ] {
            assert_eq!(text(raw), meant, "{raw:?}");
        }
    }

    // Case 18 as well: the same certificate as a number here and as text there.
    #[test]
    fn case_19_a_number_is_told_without_what_being_a_number_added() {
        for (raw, shown, meant) in [
            ("201312142.0", None, "201312142"),
            ("1.0", None, "1"),
            ("13060001", None, "13060001"),
            ("1.38E+10", None, "13800000000"),
            ("1.3800001E10", None, "13800001000"),
            ("9.13301007161036E+17", None, "9.13301007161036E+17"),
            ("3.5", None, "3.5"),
            ("1.5E+0", None, "1.5E+0"),
            ("0.05", Some("5%"), "5%"),
            ("42473", Some("2016/4/13"), "42473"),
            ("-1.0", None, "-1"),
        ] {
            assert_eq!(number(raw, shown), meant, "{raw} shown as {shown:?}");
        }
    }

    #[test]
    fn case_17_zeros_that_the_format_shows_belong_to_the_number() {
        assert_eq!(number("10", Some("0010")), "0010", "the format says four places");
        assert_eq!(
            number("10", Some("0011")),
            "10",
            "another number is not the same one with zeros"
        );
        assert_eq!(
            number("10", None),
            "10",
            "and without a format nobody knows of any"
        );
    }

    #[test]
    fn case_37_an_error_has_no_text_and_is_not_taken_for_an_empty_cell() {
        for cell in [RawCell::Error("#REF!"), RawCell::NoValue] {
            let cleaned = clean(&cell);
            assert!(
                cleaned.is_empty() && cleaned.is_lost(),
                "{cell:?} had a value that is lost"
            );
        }
        assert!(!clean(&RawCell::Empty).is_lost(), "nothing was never a value");
    }

    #[test]
    fn nothing_is_copied_where_nothing_changes() {
        for raw in [
            "91130609MA0000015B",
            "西平县盘龙街道",
            " 有空格 ",
            "（集团）",
            "一、二",
            "“名”",
        ] {
            assert!(
                matches!(clean(&RawCell::Text(raw)).text, Cow::Borrowed(_)),
                "{raw:?} is a part of what stood there"
            );
        }
    }

    #[test]
    fn cleaning_what_is_clean_changes_nothing() {
        for raw in [
            "'0010",
            "=\"'1\"",
            " \u{FEFF}a\n b ",
            "\u{2028}x\u{85}y",
            "王\u{3000}\u{200B}\n 刚",
            "\u{180E}",
        ] {
            let once = text(raw);
            assert!(
                !once.chars().any(is_invisible),
                "{raw:?}: nothing unseen is left in {once:?}"
            );
            let plain = without_unseen(&once).into_owned();
            assert_eq!(plain, once, "{raw:?}: no blank is left to take away");
        }
    }
}
