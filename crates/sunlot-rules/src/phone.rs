//! Telephone numbers as offices print them: with area code or without, mobile, hot line, with an extension,
//! several in one field.
//!
//! The number is kept as written (in half-width); only what cannot be dialled is refused. Nobody is rung up.

use crate::text::half_width;

/// The longest text that still fits its place on a notice.
const MAX_CHARACTERS: usize = 60;

/// Why a text is not a telephone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhoneFault {
    /// A character that no telephone number has.
    Character {
        /// Its place in the whole text, from 1.
        place: usize,
        /// The character.
        found: char,
    },
    /// Too few or too many digits for any kind of number, or a beginning that does not fit the length.
    Digits {
        /// The number in question.
        number: String,
        /// How many digits it has.
        found: usize,
    },
    /// More text than a notice has room for.
    TooLong {
        /// How many characters there may be.
        max: usize,
    },
}

/// Reads one or several telephone numbers; empty text stays empty.
pub fn parse(text: &str) -> Result<String, PhoneFault> {
    let text = half_width(text.trim()).replace(['—', '–', '－'], "-");
    if text.chars().count() > MAX_CHARACTERS {
        return Err(PhoneFault::TooLong { max: MAX_CHARACTERS });
    }
    if let Some((index, found)) = text.chars().enumerate().find(|(_, c)| !is_phone_character(*c)) {
        return Err(PhoneFault::Character {
            place: index + 1,
            found,
        });
    }
    for number in text
        .split(is_between_numbers)
        .map(str::trim)
        .filter(|_| !text.is_empty())
    {
        let (main, extension) = number.split_once('转').unwrap_or((number, "1"));
        let digits = digits_of(main.trim().strip_prefix("+86").unwrap_or(main));
        if !can_be_dialled(&digits) || !(1..=6).contains(&digits_of(extension).len()) {
            return Err(PhoneFault::Digits {
                number: number.to_owned(),
                found: digits.len(),
            });
        }
    }
    Ok(text)
}

fn is_phone_character(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '-' | ' ' | '(' | ')' | '+' | '转') || is_between_numbers(c)
}

fn is_between_numbers(c: char) -> bool {
    matches!(c, '、' | '/' | ',' | ';')
}

fn digits_of(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Hot lines have three to six digits, local numbers seven or eight, 400 and 800 numbers ten; eleven and
/// twelve are a mobile number or one with its area code.
fn can_be_dialled(digits: &str) -> bool {
    match digits.len() {
        3..=6 => digits.starts_with('1') || digits.starts_with('9'),
        7 | 8 => !digits.starts_with('0'),
        10 => digits.starts_with("400") || digits.starts_with("800") || digits.starts_with('0'),
        11 => digits.starts_with('1') || digits.starts_with('0'),
        12 => digits.starts_with('0'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_offices_write_them_are_taken() {
        for number in [
            "0312-8682345",
            "(0312)8682345",
            "0312-8682345转802",
            "8682345",
            "13800000000",
            "+86 13800000000",
            "12345",
            "12315、0312-8682345",
            "400-123-4567",
            "010-12345678",
            "",
        ] {
            assert_eq!(
                parse(number).as_deref(),
                Ok(number),
                "{number:?} can be dialled and is kept as written"
            );
        }
    }

    #[test]
    fn full_width_digits_and_long_dashes_become_plain() {
        assert_eq!(
            parse("０３１２－８６８２３４５").unwrap(),
            "0312-8682345",
            "a Chinese input method gives these"
        );
        assert_eq!(parse("0312—8682345").unwrap(), "0312-8682345", "a dash is a dash");
    }

    #[test]
    fn a_missing_digit_is_noticed_in_the_number_it_is_missing_from() {
        assert_eq!(
            parse("12345、0312-86823"),
            Err(PhoneFault::Digits {
                number: "0312-86823".to_owned(),
                found: 9
            }),
            "nine digits are no number of any kind"
        );
        assert_eq!(
            parse("、12345"),
            Err(PhoneFault::Digits {
                number: String::new(),
                found: 0
            }),
            "a separator with nothing before it hides a forgotten number"
        );
    }

    #[test]
    fn letters_and_extensions_without_digits_are_refused() {
        assert_eq!(
            parse("0312-8682345 李娜"),
            Err(PhoneFault::Character {
                place: 14,
                found: '李'
            }),
            "names do not belong into a number that is printed on every notice"
        );
        assert!(
            parse("0312-8682345转").is_err(),
            "an extension that is not said cannot be dialled"
        );
    }
}
