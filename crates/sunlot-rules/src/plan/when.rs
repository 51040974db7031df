//! Times as plans and tables of tasks write them: months, quarters, halves of a year, days before which something is done, one
//! after the other or from one to another.
//!
//! What is not understood as a whole is not read: half a time is another time. What a time means for a plan or a task is theirs.

mod words;

use super::{Months, period};
use crate::day::Day;
use words::Token;

/// Which part of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// This day.
    Day(u8),
    /// Its first ten days.
    Early,
    /// The ten days behind them.
    Middle,
    /// The rest.
    Late,
}

/// One time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Its year, where one is named.
    pub year: Option<u16>,
    /// Whether it comes again every year.
    pub yearly: bool,
    /// Its months.
    pub months: Months,
    /// Which part of the last of them.
    pub part: Option<Part>,
}

/// Times of one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Times {
    /// Each of them, in the text's order.
    pub points: Vec<Point>,
    /// Whether they are the two ends of a stretch.
    pub range: bool,
    /// Whether something goes on from then, without an end.
    pub open: bool,
    /// Whether something is done before then.
    pub before: bool,
}

/// Reads a text, if all of it is times.
pub fn read(text: &str) -> Option<Times> {
    let tokens = words::tokens(text)?;
    let mut rest = tokens.as_slice();
    let mut times = Times {
        points: Vec::new(),
        range: false,
        open: false,
        before: false,
    };
    let mut raw: Vec<Raw> = Vec::new();
    loop {
        raw.push(one(&mut rest, raw.last().copied())?);
        while let [Token::Before | Token::From, after @ ..] = rest {
            times.before |= rest.first() == Some(&Token::Before);
            times.open |= rest.first() == Some(&Token::From);
            rest = after;
        }
        match rest {
            [] => break,
            [Token::And, after @ ..] if !times.range => rest = after,
            // A stretch has two ends and nothing more.
            [Token::To | Token::Stroke('-'), after @ ..] if raw.len() == 1 => {
                times.range = true;
                times.open = false;
                rest = after;
            }
            _ => return None,
        }
    }
    times.points = settled(&raw)?;
    (!times.range || in_order(&times.points)).then_some(times)
}

/// Whether a stretch has two ends, and the second is not before the first.
fn in_order(points: &[Point]) -> bool {
    let [from, to] = points else { return false };
    let end = |point: &Point, year: u16| point.last_day(point.year.unwrap_or(year));
    // Without a year both are of the same one, and 29 February may be in it.
    end(from, 2000) <= end(to, 2000)
}

impl Times {
    /// The months of one year that the times are, without a gap between them, and that year where it is named.
    pub fn months(&self) -> Option<(Option<u16>, Months)> {
        let (first, last) = (self.points.first()?, self.points.last()?);
        let same_year = first.year == last.year;
        let alone_before = self.before && !self.range;
        let joined = self
            .points
            .windows(2)
            .all(|pair| matches!(pair, [one, next] if self.range || follows(one.months, next.months)));
        if self.open || alone_before || !same_year || !joined {
            return None;
        }
        Some((first.year, Months::new(first.months.from(), last.months.to())?))
    }
}

impl Point {
    /// The last day that it may mean in a year.
    pub fn last_day(&self, year: u16) -> Option<Day> {
        let month = self.months.to();
        match self.part {
            Some(Part::Day(day)) => Day::new(year, month, day),
            Some(Part::Early) => Day::new(year, month, period::BEGINNING),
            Some(Part::Middle) => Day::new(year, month, 2 * period::BEGINNING),
            Some(Part::Late) | None => Day::last_of_month(year, month),
        }
    }
}

fn follows(one: Months, next: Months) -> bool {
    next.from() == one.to() || next.from() == one.to() + 1
}

/// A time whose unit may stand behind a later one.
#[derive(Clone, Copy, Debug)]
struct Raw {
    year: Option<u16>,
    yearly: bool,
    unit: Unit,
    part: Option<Part>,
}

#[derive(Clone, Copy, Debug)]
enum Unit {
    /// A number alone.
    Bare(u8),
    Month(u8),
    Quarter(u8),
    Span(u8, u8),
}

/// The next time; it is in the year, and a day in the month, of the one before.
fn one<'t>(rest: &mut &'t [Token], before: Option<Raw>) -> Option<Raw> {
    let mut raw = Raw {
        year: before.and_then(|before| before.year),
        yearly: before.is_some_and(|before| before.yearly),
        unit: Unit::Span(1, 12),
        part: None,
    };
    let mut named = false;
    let tokens: &'t [Token] = rest;
    match tokens {
        [Token::Every, after @ ..] => {
            (raw.year, raw.yearly, *rest) = (None, true, after);
        }
        [Token::Number(year, 4), Token::Year, after @ ..] => {
            (raw.year, raw.yearly, named, *rest) = (Some(*year), false, true, after);
        }
        [Token::Number(year, 4), after @ ..] => {
            (raw.year, raw.yearly, *rest) = (Some(*year), false, after);
            if let [Token::Stroke(stroke), Token::Number(month, 1 | 2), after @ ..] = after {
                return stroked(rest, raw, *stroke, small(*month)?, after);
            }
        }
        _ => {}
    }
    let (unit, part, after) = unit(rest, before, named)?;
    *rest = after;
    Some(Raw { unit, part, ..raw })
}

/// What stands behind the year.
fn unit(tokens: &[Token], before: Option<Raw>, named: bool) -> Option<(Unit, Option<Part>, &[Token])> {
    Some(match tokens {
        [Token::Span(from, to), after @ ..] => (Unit::Span(*from, *to), None, after),
        [Token::YearEnd, after @ ..] => (Unit::Month(12), Some(Part::Late), after),
        [Token::Number(quarter, _), Token::Quarter, after @ ..] => {
            (Unit::Quarter(small(*quarter)?), None, after)
        }
        [Token::Number(month, _), Token::Month, after @ ..] => {
            let (part, after) = of_month(after)?;
            (Unit::Month(small(*month)?), part, after)
        }
        [Token::Number(day, _), Token::Day, after @ ..] => {
            let Unit::Month(month) = before?.unit else {
                return None;
            };
            (Unit::Month(month), Some(Part::Day(small(*day)?)), after)
        }
        [Token::Number(number, 0..=2), after @ ..]
            if matches!(after, [Token::To | Token::And | Token::Stroke('-'), ..]) =>
        {
            (Unit::Bare(small(*number)?), None, after)
        }
        // A year alone is the whole of it.
        after if named => (Unit::Span(1, 12), None, after),
        _ => return None,
    })
}

/// Behind a month: a day, or a part of it.
fn of_month(after: &[Token]) -> Option<(Option<Part>, &[Token])> {
    Some(match after {
        [Token::Part(part), after @ ..] => (Some(*part), after),
        [Token::Number(day, _), Token::Day, after @ ..] => (Some(Part::Day(small(*day)?)), after),
        // The word for a day stands behind the second one.
        [Token::Number(day, _), after @ ..]
            if matches!(
                after,
                [Token::To | Token::Stroke('-'), Token::Number(..), Token::Day, ..]
            ) =>
        {
            (Some(Part::Day(small(*day)?)), after)
        }
        after => (None, after),
    })
}

/// `2026.5` or `2026-05-08`, with one stroke between all parts.
fn stroked<'t>(rest: &mut &'t [Token], raw: Raw, stroke: char, month: u8, after: &'t [Token]) -> Option<Raw> {
    let unit = Unit::Month(month);
    match after {
        [Token::Stroke(same), Token::Number(day, 1 | 2), after @ ..] if *same == stroke => {
            *rest = after;
            let part = Some(Part::Day(small(*day)?));
            Some(Raw { unit, part, ..raw })
        }
        _ => {
            *rest = after;
            Some(Raw { unit, ..raw })
        }
    }
}

/// Numbers alone have the unit of the next time that names one.
fn settled(raw: &[Raw]) -> Option<Vec<Point>> {
    let mut points = Vec::new();
    let (mut unit, mut part) = (None, None);
    for raw in raw.iter().rev() {
        let own = match (raw.unit, unit) {
            (Unit::Bare(number), Some(Unit::Month(_))) => Unit::Month(number),
            (Unit::Bare(number), Some(Unit::Quarter(_))) => Unit::Quarter(number),
            (Unit::Bare(_), _) => return None,
            (own, _) => own,
        };
        unit = Some(own);
        let months = match own {
            Unit::Month(month) => Months::new(month, month)?,
            Unit::Quarter(quarter @ 1..=4) => Months::new(quarter * 3 - 2, quarter * 3)?,
            Unit::Span(from, to) => Months::new(from, to)?,
            _ => return None,
        };
        // The beginning of one month and of another are written with one word at the end.
        let own_part = raw.part.or(part).filter(|_| matches!(own, Unit::Month(_)));
        part = own_part.filter(|part| !matches!(part, Part::Day(_)));
        points.push(Point {
            year: raw.year,
            yearly: raw.yearly,
            months,
            part: own_part,
        });
    }
    points.reverse();
    // A day that no year has is no day; 29 February may be one.
    let possible = |point: &Point| point.last_day(point.year.unwrap_or(2000)).is_some();
    points.iter().all(possible).then_some(points)
}

fn small(number: u16) -> Option<u8> {
    u8::try_from(number).ok()
}

#[cfg(test)]
mod tests;
