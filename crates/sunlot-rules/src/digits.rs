//! The numbers that witnesses give: how many digits each seat draws, and what makes a number look as if nobody had drawn it.
//!
//! A weak number is pointed out and taken all the same: the card prevails, and one honest seat is enough.

/// All seats together give at least so many digits: fewer could be searched through.
pub const ENOUGH: u32 = 20;

/// No seat gives fewer.
pub const FEWEST: u32 = 6;

/// No seat gives more.
pub const MOST: u32 = 64;

/// Why a number looks as if it had not been drawn by chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weakness {
    /// One digit throughout: 000000.
    OneDigit,
    /// Digits in a row: 123456, 987654, also past 9 and 0.
    InARow,
    /// A short pattern again and again: 121212.
    Repeated,
    /// A day: 20261120, 201126.
    Date,
    /// Another seat gave the same.
    SameAsAnother,
}

/// How many digits each of so many seats draws.
pub fn digits_each(seats: u32) -> u32 {
    match seats {
        0 => 0,
        seats => ENOUGH.div_ceil(seats).max(FEWEST),
    }
}

/// What is weak about a number, beside those of the other seats.
pub fn weaknesses<'a>(number: &str, others: impl IntoIterator<Item = &'a str>) -> Vec<Weakness> {
    let digits: Vec<u8> = number
        .bytes()
        .filter(u8::is_ascii_digit)
        .map(|digit| digit - b'0')
        .collect();
    let mut found = Vec::new();
    if digits.len() > 1 {
        if steps(&digits, 0) {
            found.push(Weakness::OneDigit);
        } else if steps(&digits, 1) || steps(&digits, 9) {
            found.push(Weakness::InARow);
        } else if is_repeated(&digits) {
            found.push(Weakness::Repeated);
        }
        if is_date(&digits) {
            found.push(Weakness::Date);
        }
    }
    if others
        .into_iter()
        .any(|other| !number.is_empty() && other == number)
    {
        found.push(Weakness::SameAsAnother);
    }
    found
}

/// Whether each digit is so many more than the one before it, past 9 again from 0.
fn steps(digits: &[u8], by: u8) -> bool {
    digits
        .iter()
        .zip(digits.iter().skip(1))
        .all(|(one, next)| (one + by) % 10 == *next)
}

/// Whether a pattern of two or three digits stands there again and again.
fn is_repeated(digits: &[u8]) -> bool {
    [2, 3].into_iter().any(|length| {
        digits.len() >= 2 * length
            && digits
                .iter()
                .zip(digits.iter().skip(length))
                .all(|(one, later)| one == later)
    })
}

/// Whether the digits are a day, with the year in four digits or in two.
fn is_date(digits: &[u8]) -> bool {
    let number = |part: &[u8]| {
        part.iter()
            .fold(0_u16, |number, digit| number * 10 + u16::from(*digit))
    };
    let (year, rest) = match digits.len() {
        8 => digits.split_at(4),
        6 => digits.split_at(2),
        _ => return false,
    };
    let (month, day) = rest.split_at(2);
    let year_fits = year.len() == 2 || (1900..=2099).contains(&number(year));
    year_fits && (1..=12).contains(&number(month)) && (1..=31).contains(&number(day))
}

#[cfg(test)]
mod tests {
    use super::Weakness::{Date, InARow, OneDigit, Repeated, SameAsAnother};
    use super::*;

    #[test]
    fn all_seats_together_give_twenty_digits_and_each_at_least_six() {
        for (seats, each) in [(0, 0), (1, 20), (2, 10), (3, 7), (4, 6), (5, 6), (64, 6)] {
            assert_eq!(digits_each(seats), each, "{seats} seats");
        }
    }

    #[test]
    fn a_number_that_nobody_drew_is_pointed_out() {
        for (number, weak) in [
            ("000000", vec![OneDigit]),
            ("7777777", vec![OneDigit]),
            ("123456", vec![InARow]),
            ("789012", vec![InARow]),
            ("987654", vec![InARow]),
            ("717171", vec![Repeated]),
            ("123123", vec![Repeated]),
            ("20261120", vec![Date]),
            ("261120", vec![Date]),
            ("19491001", vec![Date]),
            ("482915", vec![]),
            ("20261399", vec![]),
            ("30261120", vec![]),
        ] {
            assert_eq!(weaknesses(number, []), weak, "{number}");
        }
    }

    #[test]
    fn two_seats_with_one_number_are_pointed_out() {
        assert_eq!(
            weaknesses("482915", ["110372", "482915"]),
            [SameAsAnother],
            "the same card twice"
        );
        assert_eq!(
            weaknesses("482915", ["0482915"]),
            [],
            "another number, though it looks alike"
        );
        assert_eq!(weaknesses("", [""]), [], "nothing typed is nothing to point out");
    }
}
