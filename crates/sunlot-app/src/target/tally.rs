//! How often a target was visited: this year, and in the twelve months that end today. Requirements 1.16, 2 and 3: both are
//! told, the rule profile decides later which of them limits.

use chrono::{Datelike, Months, NaiveDate};
use sunlot_store::visit::VisitRow;

/// A day as a number that sorts, 20261120; 0: never.
type VisitDay = u32;

/// How often in a period: visits that are known one by one, and what rosters say there were. Both tell of the same visits,
/// so the greater of the two counts, and never their sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Times {
    known: u16,
    told: u16,
}

impl Times {
    fn add(&mut self, row: &VisitRow) {
        let times = u16::try_from(row.times).unwrap_or(u16::MAX);
        let part = if row.origin == ROSTER {
            &mut self.told
        } else {
            &mut self.known
        };
        *part = part.saturating_add(times);
    }

    fn both(self) -> u16 {
        self.known.max(self.told)
    }
}

/// The origin of a visit of which only a roster's count is known.
pub(crate) const ROSTER: &str = "roster";

/// How often, and when last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    this_year: Times,
    twelve_months: Times,
    /// When last; a month or a year where no more is known counts as its first day.
    pub last: VisitDay,
}

impl Tally {
    /// Counts a visit, if it counts.
    pub(crate) fn count(&mut self, row: &VisitRow, day: NaiveDate) {
        let Some((first, last)) = period(&row.held_on) else {
            return;
        };
        if row.withdrawn || first > day {
            return;
        }
        self.last = self.last.max(number(first));
        if !row.counted {
            return;
        }
        if first.year() == day.year() {
            self.this_year.add(row);
        }
        // Of a visit that is only known by its month or year, it is assumed that it was late: nobody may be visited too often
        // because a roster says too little.
        if day
            .checked_sub_months(Months::new(12))
            .is_none_or(|since| last > since)
        {
            self.twelve_months.add(row);
        }
    }

    /// Whether the last visit was on that day, month or year, or later.
    pub(crate) fn reaches(&self, date: &str) -> bool {
        period(date).is_some_and(|(first, _)| number(first) <= self.last)
    }

    /// This year.
    pub(crate) fn year(&self) -> u16 {
        self.this_year.both()
    }

    /// In the twelve months that end today.
    pub(crate) fn months(&self) -> u16 {
        self.twelve_months.both()
    }
}

/// From the first to the last day that a date may mean: 2026-03-05, 2026-03 or 2026.
pub(crate) fn period(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let number = |part: &str| part.parse::<u32>().ok();
    let mut parts = text.splitn(3, '-');
    let year: i32 = parts.next()?.parse().ok()?;
    let (month, day) = (parts.next(), parts.next());
    let first = NaiveDate::from_ymd_opt(year, month.map_or(Some(1), number)?, day.map_or(Some(1), number)?)?;
    let after = match (month, day) {
        (None, _) => NaiveDate::from_ymd_opt(year + 1, 1, 1),
        (Some(_), None) => first.checked_add_months(Months::new(1)),
        (Some(_), Some(_)) => first.succ_opt(),
    }?;
    Some((first, after.pred_opt()?))
}

fn number(day: NaiveDate) -> VisitDay {
    u32::try_from(day.year()).unwrap_or(0) * 10_000 + day.month() * 100 + day.day()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(visits: &[(&str, u32, bool)]) -> Tally {
        let mut tally = Tally::default();
        for (held_on, times, counted) in visits {
            let row = VisitRow {
                held_on: (*held_on).to_owned(),
                times: *times,
                counted: *counted,
                ..VisitRow::default()
            };
            tally.count(&row, NaiveDate::from_ymd_opt(2026, 11, 20).unwrap());
        }
        tally
    }

    #[test]
    fn this_year_and_the_last_twelve_months_are_counted_apart() {
        let found = tally(&[
            ("2026-03-05", 1, true),
            ("2025-12-31", 1, true),
            ("2025-11-20", 1, true),
        ]);
        assert_eq!(found.year(), 1, "only the visit of March is of this year");
        assert_eq!(
            found.months(),
            2,
            "the visit of a year ago today lies outside the twelve months"
        );
        assert_eq!(found.last, 20_260_305, "the newest one");
    }

    #[test]
    fn what_does_not_count_is_still_a_visit() {
        let found = tally(&[("2026-03-05", 1, false)]);
        assert_eq!((found.year(), found.months()), (0, 0), "it limits nothing");
        assert_eq!(found.last, 20_260_305, "but it happened");
    }

    #[test]
    fn a_date_without_its_day_counts_as_late_as_it_may_have_been() {
        assert_eq!(
            tally(&[("2025-11", 1, true)]).months(),
            1,
            "it may have been on the thirtieth"
        );
        assert_eq!(
            tally(&[("2025-10", 1, true)]).months(),
            0,
            "October is over a year ago"
        );
        assert_eq!(
            tally(&[("2026", 2, true)]).year(),
            2,
            "two visits of this year, no more is known"
        );
    }

    #[test]
    fn nothing_is_counted_that_is_not_a_date_or_has_not_come() {
        assert_eq!(tally(&[("2026-02-30", 1, true)]), Tally::default(), "no such day");
        assert_eq!(
            tally(&[("2026-12-01", 1, true)]),
            Tally::default(),
            "it has not come"
        );
    }

    #[test]
    fn what_a_roster_counts_and_a_ledger_lists_are_the_same_visits() {
        let row = |held_on: &str, times: u32, origin: &str| VisitRow {
            held_on: held_on.to_owned(),
            times,
            counted: true,
            origin: origin.to_owned(),
            ..VisitRow::default()
        };
        for (rows, expected, why) in [
            (
                vec![
                    row("2026-03-05", 1, "imported"),
                    row("2026-06-01", 1, "imported"),
                    row("2026-06-01", 2, ROSTER),
                ],
                2,
                "a roster that tells of two which a ledger lists",
            ),
            (
                vec![row("2026-03-05", 1, "entered"), row("2026", 3, ROSTER)],
                3,
                "one that tells of more: it must be believed",
            ),
            (
                vec![
                    row("2026-03-05", 1, "entered"),
                    row("2026-06-01", 1, "program"),
                    row("2026", 1, ROSTER),
                ],
                2,
                "one that tells of less takes nothing away",
            ),
        ] {
            let mut tally = Tally::default();
            for row in &rows {
                tally.count(row, NaiveDate::from_ymd_opt(2026, 11, 20).unwrap());
            }
            assert_eq!((tally.year(), tally.months()), (expected, expected), "{why}");
        }
    }
}
