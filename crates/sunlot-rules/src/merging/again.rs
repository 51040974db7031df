//! The warning of a second visit within a year (N-13, C-01).

use std::collections::BTreeMap;

use super::Merged;
use crate::day::Day;
use crate::profile::CapPeriod;

/// A visit of the same target within the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Earlier {
    /// It was made on this day.
    Made(Day),
    /// It is due in these days: by its place among the due visits, from 0.
    Due {
        /// Its place.
        visit: usize,
        /// The first day on which it may be.
        from: Day,
        /// The last one.
        to: Day,
    },
}

/// A due visit that would not be the only one of its target within the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again<'d> {
    /// Its place among the due visits, from 0.
    pub visit: usize,
    /// Which target.
    pub target: &'d str,
    /// The others, those that were made first.
    pub earlier: Vec<Earlier>,
}

/// The due visits before which the target was, or will have been, visited within the year. `made` are visits that are known, in
/// any order; `year` says what a year is.
pub fn second_visits<'d>(due: &[Merged<'d>], made: &[(&str, Day)], year: CapPeriod) -> Vec<Again<'d>> {
    let mut days: BTreeMap<&str, Vec<Day>> = BTreeMap::new();
    for (target, day) in made {
        days.entry(target).or_default().push(*day);
    }
    let mut others: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, visit) in due.iter().enumerate() {
        others.entry(visit.target).or_default().push(place);
    }
    let of = |(place, visit): (usize, &Merged<'d>)| {
        let made = days.get(visit.target).into_iter().flatten();
        let made = made.filter(|day| within(visit, **day, **day, year));
        let others = others.get(visit.target).into_iter().flatten();
        // Of two that are due the later one is the second.
        let others = others.filter_map(|other| {
            let before = due.get(*other)?;
            let earlier = (before.from, *other) < (visit.from, place);
            (earlier && within(visit, before.from, before.to, year)).then_some(Earlier::Due {
                visit: *other,
                from: before.from,
                to: before.to,
            })
        });
        let mut earlier: Vec<Earlier> = made.map(|day| Earlier::Made(*day)).chain(others).collect();
        earlier.sort_unstable();
        (!earlier.is_empty()).then_some(Again {
            visit: place,
            target: visit.target,
            earlier,
        })
    };
    due.iter().enumerate().filter_map(of).collect()
}

/// Whether a visit between two days and a due one may fall into one year.
fn within(due: &Merged<'_>, from: Day, to: Day, year: CapPeriod) -> bool {
    match year {
        CapPeriod::CalendarYear => from.year() <= due.to.year() && due.from.year() <= to.year(),
        // A year to the day is a year later, and no more within.
        CapPeriod::TwelveMonths => {
            let past = year_before(due.from).is_none_or(|before| to > before);
            past && from <= due.to
        }
    }
}

/// The same day a year before; of 29 February the last day of the month.
fn year_before(day: Day) -> Option<Day> {
    let year = day.year().checked_sub(1)?;
    Day::new(year, day.month(), day.day()).or_else(|| Day::last_of_month(year, day.month()))
}
