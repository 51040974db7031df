//! A day of the calendar, compared and counted in integers. Which day it is today, nobody here knows: it comes in as an
//! argument.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A day that exists, in the years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// The day, if there is such a one.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let good = (1..=9999).contains(&year) && day >= 1 && day <= days_of(year, month);
        good.then_some(Self { year, month, day })
    }

    /// Reads `2016-10-08`, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let part = |from: usize, to: usize| {
            let part = text.get(from..to)?;
            part.bytes()
                .all(|b| b.is_ascii_digit())
                .then(|| part.parse::<u16>().ok())?
        };
        Self::new(
            part(0, 4)?,
            u8::try_from(part(5, 7)?).ok()?,
            u8::try_from(part(8, 10)?).ok()?,
        )
    }

    /// The last day of a month.
    pub fn last_of_month(year: u16, month: u8) -> Option<Self> {
        Self::new(year, month, days_of(year, month))
    }

    /// Its year.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// Its month, from 1.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// Its day, from 1.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Days since 1970-01-01.
    pub fn number(self) -> i32 {
        // Years that begin in March: then the leap day is the last one.
        let (year, month) = match i32::from(self.month) {
            month @ ..=2 => (i32::from(self.year) - 1, month + 9),
            month => (i32::from(self.year), month - 3),
        };
        let of_year = (153 * month + 2) / 5 + i32::from(self.day) - 1;
        year * 365 + year / 4 - year / 100 + year / 400 + of_year - 719_468
    }

    /// The day with this number, if it lies in the years 1 to 9999.
    pub fn from_number(number: i32) -> Option<Self> {
        let days = number.checked_add(719_468)?;
        if days < 0 {
            return None;
        }
        let (era, of_era) = (days / 146_097, days % 146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let (year, month) = match month {
            ..10 => (year + era * 400, month + 3),
            _ => (year + era * 400 + 1, month - 9),
        };
        Self::new(
            u16::try_from(year).ok()?,
            u8::try_from(month).ok()?,
            u8::try_from(day).ok()?,
        )
    }

    /// So many days later, or earlier.
    pub fn plus(self, days: i32) -> Option<Self> {
        Self::from_number(self.number().checked_add(days)?)
    }
}

/// Days of a month; none where there is no such month.
fn days_of(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

impl TryFrom<String> for Day {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("no day of the form 2016-10-08")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_without_a_gap() {
        let mut last = Day::new(1599, 12, 31).unwrap();
        for number in last.number() + 1..=Day::new(2200, 1, 1).unwrap().number() {
            let day = Day::from_number(number).unwrap();
            assert_eq!(day.number(), number, "{day} goes there and back");
            assert!(day > last, "{day} comes after {last}");
            last = day;
        }
        assert_eq!(last.to_string(), "2200-01-01", "none was left out");
        assert_eq!(
            Day::new(1970, 1, 1).unwrap().number(),
            0,
            "the count begins where everybody's does"
        );
    }

    #[test]
    fn a_day_that_does_not_exist_is_none() {
        for (year, month, day) in [
            (2001, 2, 29),
            (1900, 2, 29),
            (2016, 13, 1),
            (2016, 0, 1),
            (2016, 4, 31),
            (2016, 1, 0),
            (0, 1, 1),
        ] {
            assert_eq!(
                Day::new(year, month, day),
                None,
                "{year}-{month}-{day} is in no calendar"
            );
        }
        assert!(Day::new(2000, 2, 29).is_some(), "2000 was a leap year");
        for text in [
            "2016-10-8",
            "2016-1O-08",
            "20161008",
            "2016/10/08",
            "",
            "+016-10-08",
            "2016-10-08 ",
        ] {
            assert_eq!(
                Day::parse(text),
                None,
                "{text:?} is not the one form that is kept"
            );
        }
    }
}
