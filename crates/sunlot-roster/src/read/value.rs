//! Numbers and days as text, and what a number format makes of them.

use std::fmt::Write;

use chrono::{Datelike, Days, NaiveDate};

use super::part::Cell;

/// From here on a number is written with an exponent.
const PLAIN_BELOW: f64 = 1e21;
/// 9999-12-31 counted from 1900.
const LAST_DAY: f64 = 2_958_466.0;
/// From the one base of days to the other.
const FROM_1904: f64 = 1_462.0;
const SECONDS_A_DAY: f64 = 86_400.0;

/// What a number format shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// The number itself, whatever its decimals and colours.
    #[default]
    General,
    /// A day, a time, or both.
    Date,
    /// So many digits, with zeros in front, and with what stands between them.
    Zeros(String),
}

/// What a format code means: its first section, which is for positive numbers.
pub(super) fn kind_of_code(code: &str) -> Kind {
    let mut pattern = String::new();
    let mut only_zeros = true;
    let mut characters = code.chars();
    while let Some(c) = characters.next() {
        match c {
            ';' => break,
            '"' => pattern.extend(
                characters
                    .by_ref()
                    .take_while(|c| *c != '"')
                    .filter(|c| *c != '0'),
            ),
            '\\' => pattern.extend(characters.next().filter(|c| *c != '0')),
            '_' | '*' => {
                characters.next();
            }
            '[' => {
                let inside: String = characters.by_ref().take_while(|c| *c != ']').collect();
                // An elapsed time is a number of hours, not a time of a day.
                if !inside.is_empty()
                    && inside
                        .chars()
                        .all(|c| matches!(c, 'h' | 'm' | 's' | 'H' | 'M' | 'S'))
                {
                    return Kind::General;
                }
            }
            'y' | 'm' | 'd' | 'h' | 's' | 'Y' | 'M' | 'D' | 'H' | 'S' => return Kind::Date,
            '0' | '-' | ' ' | '(' | ')' | '/' | '+' => pattern.push(c),
            _ => only_zeros = false,
        }
    }
    if only_zeros && pattern.matches('0').count() > 1 {
        return Kind::Zeros(pattern);
    }
    Kind::General
}

/// What a built-in format means (ECMA-376, 18.8.30, and those of East Asia).
pub(super) fn kind_of_builtin(id: u32) -> Kind {
    match id {
        14..=22 | 27..=36 | 45 | 47 | 50..=58 => Kind::Date,
        _ => Kind::General,
    }
}

/// Two buffers for the texts of a number.
#[derive(Debug, Default)]
pub(super) struct Texts {
    text: String,
    shown: String,
}

impl Texts {
    /// A number as its sheet would have it.
    pub(super) fn number(&mut self, number: f64, kind: &Kind, from_1904: bool) -> Cell<'_> {
        self.text.clear();
        match kind {
            Kind::Date if write_moment(number, from_1904, &mut self.text) => {
                if number >= 1.0 || from_1904 && number >= 0.0 {
                    Cell::Date(&self.text)
                } else {
                    // A time of no day.
                    Cell::Text(&self.text)
                }
            }
            Kind::Zeros(pattern) => {
                write_number(number, &mut self.text);
                self.show(pattern)
            }
            _ => {
                write_number(number, &mut self.text);
                self.plain()
            }
        }
    }

    /// A number that is a text of decimal digits already.
    pub(super) fn digits(&mut self, digits: &str, kind: &Kind) -> Cell<'_> {
        self.text.clear();
        self.text.push_str(digits);
        match kind {
            Kind::Zeros(pattern) => self.show(pattern),
            _ => self.plain(),
        }
    }

    fn plain(&self) -> Cell<'_> {
        Cell::Number {
            text: &self.text,
            shown: None,
        }
    }

    fn show(&mut self, pattern: &str) -> Cell<'_> {
        let whole = self.text.bytes().all(|b| b.is_ascii_digit());
        self.shown.clear();
        if whole {
            fill(pattern, &self.text, &mut self.shown);
        }
        Cell::Number {
            text: &self.text,
            shown: whole.then_some(self.shown.as_str()),
        }
    }

    /// The moment of an XML cell, `2016-10-08T00:00:00.000`, without what says nothing.
    pub(super) fn moment<'t>(&'t mut self, iso: &'t str) -> Cell<'t> {
        let iso = iso.trim_end_matches('Z');
        let Some((day, time)) = iso.split_once('T') else {
            return Cell::Date(iso);
        };
        let time = time.split_once('.').map_or(time, |(time, _)| time);
        if time.trim_matches(|c| c == '0' || c == ':').is_empty() {
            return Cell::Date(day);
        }
        self.text.clear();
        let _ = write!(self.text, "{day}T{time}");
        Cell::Date(&self.text)
    }
}

/// The shortest decimal that is this number.
pub(super) fn write_number(number: f64, out: &mut String) {
    // Writing to a text cannot fail.
    let _ = if number == 0.0 {
        write!(out, "0")
    } else if number.abs() < PLAIN_BELOW {
        write!(out, "{number}")
    } else {
        let text = format!("{number:E}");
        match text.split_once('E') {
            Some((digits, exponent)) => write!(out, "{digits}E+{exponent}"),
            None => write!(out, "{text}"),
        }
    };
}

/// The day and time of a serial number; false where it is none.
fn write_moment(serial: f64, from_1904: bool, out: &mut String) -> bool {
    let serial = if from_1904 { serial + FROM_1904 } else { serial };
    if !(0.0..LAST_DAY).contains(&serial) {
        return false;
    }
    let mut day = serial.floor();
    let mut second = ((serial - day) * SECONDS_A_DAY).round();
    if second >= SECONDS_A_DAY {
        day += 1.0;
        second = 0.0;
    }
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "both were bounded above"
    )]
    let (day, second) = (day as u64, second as u32);
    if day > 0 {
        // The 29th of February 1900, which these programs believe in, is day 60.
        let from = if day < 60 { 31 } else { 30 };
        let base = NaiveDate::from_ymd_opt(1899, 12, from);
        let Some(date) = base.and_then(|base| base.checked_add_days(Days::new(day))) else {
            return false;
        };
        let _ = write!(out, "{:04}-{:02}-{:02}", date.year(), date.month(), date.day());
        if second == 0 {
            return true;
        }
        out.push('T');
    }
    let _ = write!(
        out,
        "{:02}:{:02}:{:02}",
        second / 3600,
        second / 60 % 60,
        second % 60
    );
    true
}

/// Puts digits into the zeros of a pattern, from the right; what is too long goes in front.
fn fill(pattern: &str, digits: &str, out: &mut String) {
    let places = pattern.matches('0').count();
    let spare = digits.len().saturating_sub(places);
    let mut missing = places.saturating_sub(digits.len());
    let mut rest = digits[spare..].chars();
    let mut begun = false;
    for c in pattern.chars() {
        if c != '0' {
            out.push(c);
            continue;
        }
        if !begun {
            out.push_str(&digits[..spare]);
            begun = true;
        }
        if missing > 0 {
            missing -= 1;
            out.push('0');
        } else {
            out.extend(rest.next());
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn text(number: f64) -> String {
        let mut out = String::new();
        write_number(number, &mut out);
        out
    }

    #[test]
    fn a_number_is_its_shortest_decimal() {
        let shown = [
            (201_312_142.0, "201312142"),
            (1.0, "1"),
            (-0.0, "0"),
            (0.1, "0.1"),
            (9.133_010_071_610_36e17, "913301007161036000"),
            (1e21, "1E+21"),
            (1.5e22, "1.5E+22"),
        ];
        for (number, expected) in shown {
            assert_eq!(text(number), expected, "no .0, and no exponent before 1E+21");
        }
    }

    #[test]
    fn a_serial_number_is_a_day() {
        let moments = [
            (42_473.0, false, "2016-04-13"),
            (42_473.395_833_333_336, false, "2016-04-13T09:30:00"),
            (41_011.0, true, "2016-04-13"),
            (1.0, false, "1900-01-01"),
            (2_958_465.0, false, "9999-12-31"),
            (0.5, false, "12:00:00"),
        ];
        for (serial, from_1904, expected) in moments {
            let mut out = String::new();
            assert!(write_moment(serial, from_1904, &mut out), "{serial} is a moment");
            assert_eq!(out, expected, "{serial} by the base of its book");
        }
        assert!(
            !write_moment(1e9, false, &mut String::new()),
            "there is no such day: it stays a number"
        );
    }

    #[test]
    fn a_format_of_zeros_shows_what_a_number_lost() {
        let mut texts = Texts::default();
        let kinds = [
            ("0000", 10.0, Some("0010")),
            ("000000000000000000", 12.0, Some("000000000000000012")),
            ("0000-0000000", 3_127_000_000.0, Some("0312-7000000")),
            ("00", 123.0, Some("123")),
            ("0", 10.0, None),
            ("0.00", 10.0, None),
            ("General", 10.0, None),
            ("@", 10.0, None),
        ];
        for (code, number, expected) in kinds {
            let cell = texts.number(number, &kind_of_code(code), false);
            assert!(
                matches!(cell, Cell::Number { shown, .. } if shown == expected),
                "{code} shows {cell:?}"
            );
        }
    }

    #[test]
    fn formats_of_days_are_known_by_their_letters() {
        for code in [
            "yyyy-mm-dd",
            "yyyy\"年\"m\"月\"d\"日\"",
            "[$-804]aaaa;yyyy/m/d",
            "m/d/yy h:mm",
        ] {
            let first = code.split(';').next().unwrap();
            let expected = if first.contains('y') {
                Kind::Date
            } else {
                Kind::General
            };
            assert_eq!(kind_of_code(code), expected, "{code}");
        }
        for code in ["[Red]0.00", "[h]:mm", "\"day\"0", "#,##0 ;(#,##0)", "_(* #,##0_)"] {
            assert_eq!(kind_of_code(code), Kind::General, "{code} is no day");
        }
    }
}
