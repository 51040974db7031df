//! Dates as they stand in spreadsheets: real ones, numbers that are days, and texts of every kind.
//!
//! A date keeps the precision that it has: a month stays a month. What can be read in two ways is not read. Today comes in as
//! an argument.

mod text;

use std::fmt;

use super::cell::{CellForm, Cleaned};
use super::words::is_nothing;
use crate::day::Day;

/// A date as precise as it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Date {
    /// A day.
    Day(Day),
    /// A month of a year.
    Month(u16, u8),
    /// A year.
    Year(u16),
    /// Without an end.
    LongTerm,
}

/// What a date says, and so what it can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// When something was founded: not before 1900 and not in the future.
    Founded,
    /// Until when something is valid: from 2000 to 2100, or without an end.
    ValidTo,
    /// When something happened: since 1950, and not in the future.
    Past,
    /// When somebody was inspected: since 1980, and not in the future. Before, there was hardly a firm to inspect.
    Visited,
}

/// Why a cell holds no date that can be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// It is no date.
    Unreadable,
    /// The calendar has no such day.
    NoSuchDay,
    /// It can be read in two ways.
    Ambiguous,
    /// A spreadsheet's number of a day that has become text: this day, if it was one.
    SerialAsText(Day),
    /// Earlier than such a date can be.
    TooEarly {
        /// The earliest one.
        earliest: Day,
    },
    /// Later than such a date can be.
    TooLate {
        /// The latest one.
        latest: Day,
    },
    /// Without an end, where something that happened is asked for.
    Endless,
}

impl Date {
    /// Reads what [`fmt::Display`] wrote, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let date = match text.len() {
            4 => Self::Year(text.parse().ok()?),
            7 => {
                let (year, month) = text.split_once('-')?;
                Self::Month(year.parse().ok()?, month.parse().ok()?)
            }
            _ => match Day::parse(text)? {
                day if day.year() == 9999 => Self::LongTerm,
                day => Self::Day(day),
            },
        };
        (date.first().is_some() && date.to_string() == text).then_some(date)
    }

    /// The first day that it may mean.
    pub fn first(self) -> Option<Day> {
        match self {
            Self::Day(day) => Some(day),
            Self::Month(year, month) => Day::new(year, month, 1),
            Self::Year(year) => Day::new(year, 1, 1),
            Self::LongTerm => Day::new(9999, 12, 31),
        }
    }

    /// The last day that it may mean: what is valid to a month is valid to its end. Never compare the texts of two dates for
    /// this: `2026-10` stands before `2026-10-08`.
    pub fn last(self) -> Option<Day> {
        match self {
            Self::Month(year, month) => Day::last_of_month(year, month),
            Self::Year(year) => Day::new(year, 12, 31),
            other => other.first(),
        }
    }

    /// Whether it is known to the day.
    pub const fn is_exact(self) -> bool {
        matches!(self, Self::Day(_))
    }
}

/// `2016-10-08`, `2016-10` or `2016`; what has no end is `9999-12-31`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::LongTerm => f.write_str("9999-12-31"),
        }
    }
}

/// Reads a cell. Nothing, or a word for nothing, is no date and no fault.
pub fn read(cell: &Cleaned<'_>, meaning: Meaning, today: Day) -> Result<Option<Date>, DateFault> {
    let text = cell.text.as_ref();
    if text.is_empty() || is_nothing(text) {
        return Ok(None);
    }
    let date = match cell.form {
        CellForm::Date => text
            .get(..10)
            .and_then(Day::parse)
            .map(Date::Day)
            .ok_or(DateFault::Unreadable),
        CellForm::Number => number(text, meaning, today),
        _ => text::read(text, meaning, today),
    };
    sane(endless(date?), meaning, today).map(Some)
}

/// The day that a spreadsheet counts so many days from its beginning. That of 1900 has a 29 February 1900 that never was.
pub fn from_serial(serial: i32, base_1904: bool) -> Option<Day> {
    let beginning = if base_1904 {
        Day::new(1904, 1, 1)?
    } else {
        Day::new(1899, 12, 30)?
    };
    match (serial, base_1904) {
        (..=-1, _) | (60, false) => None,
        (1..=59, false) => beginning.plus(serial + 1),
        _ => beginning.plus(serial),
    }
}

/// A number cell: a day's number, or a date that somebody typed without anything between.
fn number(text: &str, meaning: Meaning, today: Day) -> Result<Date, DateFault> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit()) {
        return Err(DateFault::Unreadable);
    }
    let value: i32 = whole.parse().map_err(|_| DateFault::Unreadable)?;
    match (whole.len(), fraction) {
        // What was typed as 2016.10 has lost its last zero, and so may 2016.1 have.
        (4, "1") => Err(DateFault::Ambiguous),
        (4, "") | (6 | 8, "") => text::read(whole, meaning, today),
        (4, _) => text::read(text, meaning, today),
        (5, _) | (7, "") => from_serial(value, false)
            .map(Date::Day)
            .ok_or(DateFault::Unreadable),
        _ => Err(DateFault::Unreadable),
    }
}

/// Systems write the year 9999 for what has no end, and some 2999.
fn endless(date: Date) -> Date {
    match date {
        Date::Day(day) if day.year() == 9999 => Date::LongTerm,
        Date::Day(day) if Some(day) == Day::new(2999, 12, 31) => Date::LongTerm,
        Date::Month(9999, _) | Date::Year(9999) => Date::LongTerm,
        date => date,
    }
}

/// Case 22: a date of the wrong kind shows by when it is.
fn sane(date: Date, meaning: Meaning, today: Day) -> Result<Date, DateFault> {
    let bounds = match meaning {
        // 1900-01-01 is what databases write for nothing.
        Meaning::Founded => (Day::new(1900, 1, 2), Some(today)),
        Meaning::Past => (Day::new(1950, 1, 1), Some(today)),
        Meaning::Visited => (Day::new(1980, 1, 1), Some(today)),
        Meaning::ValidTo => (Day::new(2000, 1, 1), Day::new(2100, 12, 31)),
    };
    let (Some(first), Some(last)) = (date.first(), date.last()) else {
        return Err(DateFault::NoSuchDay);
    };
    match (date, bounds) {
        (Date::LongTerm, _) if meaning == Meaning::ValidTo => Ok(date),
        (Date::LongTerm, _) => Err(DateFault::Endless),
        (_, (Some(earliest), _)) if last < earliest => Err(DateFault::TooEarly { earliest }),
        (_, (_, Some(latest))) if first > latest => Err(DateFault::TooLate { latest }),
        _ => Ok(date),
    }
}

#[cfg(test)]
mod tests;
