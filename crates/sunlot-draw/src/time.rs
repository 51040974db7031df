//! Moments as RFC 3339 writes them, kept as written and compared as moments.
//!
//! No clock here: the draw only asks whether one written time is before another.

use std::cmp::Ordering;
use std::fmt;

use serde::Serialize;

/// A time with an offset, as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Time(Box<str>);

/// Seconds since the year 0 in UTC, and the digits behind them without trailing zeros.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Moment<'t> {
    second: i64,
    fraction: &'t str,
}

impl Time {
    /// Reads a `date-time` of RFC 3339, section 5.6.
    pub fn new(text: impl Into<Box<str>>) -> Option<Self> {
        let text = text.into();
        moment(&text).is_some().then_some(Self(text))
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this moment is before the other, whatever their offsets.
    pub fn is_before(&self, other: &Self) -> bool {
        let (Some(this), Some(other)) = (moment(&self.0), moment(&other.0)) else {
            return false;
        };
        // Without trailing zeros, digits of a fraction compare as text does.
        this.second
            .cmp(&other.second)
            .then(this.fraction.cmp(other.fraction))
            == Ordering::Less
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn moment(text: &str) -> Option<Moment<'_>> {
    if !text.is_ascii() {
        return None;
    }
    let (date, rest) = text.split_at_checked(10)?;
    let rest = rest.strip_prefix(['T', 't'])?;
    let (clock, rest) = rest.split_at_checked(8)?;
    let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
    let [hour, minute, second] = numbers(clock, ':', [2, 2, 2])?;
    let fits = (1..=12).contains(&month)
        && day >= 1
        && day <= days_in(year, month)
        && hour <= 23
        && minute <= 59
        && second <= 60;
    let (fraction, offset) = fraction(rest)?;
    let moment = Moment {
        second: (((first_of_month(year, month) + day - 1) * 24 + hour) * 60 + minute
            - offset_minutes(offset)?)
            * 60
            + second,
        fraction: fraction.trim_end_matches('0'),
    };
    (fits && (second < 60 || begins_month(year, moment.second))).then_some(moment)
}

/// Whether a month of UTC begins here: only before that can a leap second stand (RFC 3339, appendix D).
fn begins_month(year: i64, second: i64) -> bool {
    // The offset moves less than a day, so the thirteenth is the first month of the next year.
    let mut firsts = (1..=13).map(|month| first_of_month(year, month));
    firsts.any(|day| day * 24 * 60 * 60 == second)
}

/// Days from the start of the year 0 to the first of this month.
fn first_of_month(year: i64, month: i64) -> i64 {
    days_before(year) + (1..month).map(|month| days_in(year, month)).sum::<i64>()
}

/// Three numbers of exactly these lengths.
fn numbers(text: &str, between: char, lengths: [usize; 3]) -> Option<[i64; 3]> {
    let mut parts = text.split(between);
    let mut found = [0; 3];
    for (place, length) in found.iter_mut().zip(lengths) {
        let part = parts
            .next()
            .filter(|part| part.len() == length && all_digits(part))?;
        *place = part.parse().ok()?;
    }
    parts.next().is_none().then_some(found)
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// The digits after the point, if there are any, and the offset.
fn fraction(rest: &str) -> Option<(&str, &str)> {
    let Some(digits) = rest.strip_prefix('.') else {
        return Some(("", rest));
    };
    let end = digits.find(|c: char| !c.is_ascii_digit())?;
    let (fraction, offset) = digits.split_at(end);
    (!fraction.is_empty()).then_some((fraction, offset))
}

fn offset_minutes(text: &str) -> Option<i64> {
    if matches!(text, "Z" | "z") {
        return Some(0);
    }
    let (sign, rest) = match text.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hour, minute) = rest.split_once(':')?;
    let fits = hour.len() == 2 && minute.len() == 2 && all_digits(hour) && all_digits(minute);
    let (hour, minute): (i64, i64) = (hour.parse().ok()?, minute.parse().ok()?);
    (fits && hour <= 23 && minute <= 59).then_some(sign * (hour * 60 + minute))
}

const fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

const fn days_in(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Days from the start of the year 0 to the start of this one.
const fn days_before(year: i64) -> i64 {
    // The year 0 is a leap year; from 1 on, count the leap years that have ended.
    if year == 0 {
        return 0;
    }
    let ended = year - 1;
    year * 365 + 1 + ended / 4 - ended / 100 + ended / 400
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> Time {
        Time::new(text).unwrap_or_else(|| panic!("{text} is a time"))
    }

    #[test]
    fn the_same_moment_in_two_offsets_is_neither_before_nor_after() {
        for (one, other) in [
            ("2026-11-20T09:30:00+08:00", "2026-11-20T01:30:00Z"),
            ("2026-11-20T09:30:00.500+08:00", "2026-11-20T01:30:00.5z"),
            ("2027-01-01T00:30:00+08:00", "2026-12-31t16:30:00-00:00"),
            ("2026-12-31T23:59:60Z", "2027-01-01T00:00:00Z"),
            ("2027-01-01T07:59:60+08:00", "2027-01-01T00:00:00Z"),
            ("2026-06-30T19:29:60-04:30", "2026-07-01T00:00:00Z"),
        ] {
            let (one, other) = (time(one), time(other));
            assert!(
                !one.is_before(&other) && !other.is_before(&one),
                "{one} = {other}"
            );
        }
    }

    #[test]
    fn earlier_is_before_later_across_offsets_years_and_fractions() {
        for (earlier, later) in [
            ("2026-11-20T09:30:00+08:00", "2026-11-20T02:00:00Z"),
            ("2024-02-29T23:59:59Z", "2024-03-01T00:00:00Z"),
            ("2026-11-20T01:30:00Z", "2026-11-20T01:30:00.0001Z"),
            ("2026-11-20T01:30:00.09Z", "2026-11-20T01:30:00.1Z"),
            ("0000-12-31T23:59:59Z", "0001-01-01T00:00:00Z"),
            ("1999-12-31T23:59:59Z", "2000-01-01T00:00:00Z"),
        ] {
            assert!(time(earlier).is_before(&time(later)), "{earlier} < {later}");
            assert!(!time(later).is_before(&time(earlier)), "{later} > {earlier}");
        }
    }

    #[test]
    fn what_rfc_3339_does_not_write_is_no_time() {
        for bad in [
            "",
            "2026-11-20",
            "2026-11-20T09:30:00",
            "2026-11-20 09:30:00Z",
            "2026-11-20T09:30Z",
            "2026-13-01T00:00:00Z",
            "2026-02-29T00:00:00Z",
            "2026-11-31T00:00:00Z",
            "2026-11-00T00:00:00Z",
            "2026-11-20T24:00:00Z",
            "2026-11-20T09:60:00Z",
            "2026-11-20T09:30:61Z",
            "2026-11-20T09:30:60Z",
            "2026-12-31T23:59:60+08:00",
            "2026-11-20T09:30:00.Z",
            "2026-11-20T09:30:00+8:00",
            "2026-11-20T09:30:00+0800",
            "2026-11-20T09:30:00+24:00",
            "2026-11-20T09:30:00 +08:00",
            "26-11-20T09:30:00Z",
            "2026-11-20T09:30:00+08:60",
            "+2026-1-20T09:30:00Z",
            "2026-11-20T09:30:00Zx",
            "２026-11-20T09:30:00Z",
        ] {
            assert!(
                Time::new(bad).is_none(),
                "{bad:?} is no RFC 3339 time with an offset"
            );
        }
    }
}
