//! How often a target was visited: this year, and in the twelve months that end today. Requirements 1.16, 2 and 3: both are
//! told, the rule profile decides later which of them limits.

use chrono::{Datelike, Months, NaiveDate};
use sunlot_store::visit::VisitRow;

/// A day as a number that sorts, 20261120; 0: never.
type VisitDay = u32;

/// How often, and when last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// This year.
    pub year: u16,
    /// In the twelve months that end today.
    pub months: u16,
    /// When last; a month or a year where no more is known counts as its first day.
    pub last: VisitDay,
}

impl Tally {
    /// Counts a visit, if it counts.
    pub(super) fn count(&mut self, row: &VisitRow, day: NaiveDate) {
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
        let times = u16::try_from(row.times).unwrap_or(u16::MAX);
        if first.year() == day.year() {
            self.year = self.year.saturating_add(times);
        }
        // Of a visit that is only known by its month or year, it is assumed that it was late: nobody may be visited too often
        // because a roster says too little.
        if day
            .checked_sub_months(Months::new(12))
            .is_none_or(|since| last > since)
        {
            self.months = self.months.saturating_add(times);
        }
    }
}

/// From the first to the last day that a date may mean: 2026-03-05, 2026-03 or 2026.
pub(super) fn period(text: &str) -> Option<(NaiveDate, NaiveDate)> {
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
        assert_eq!(found.year, 1, "only the visit of March is of this year");
        assert_eq!(
            found.months, 2,
            "the visit of a year ago today lies outside the twelve months"
        );
        assert_eq!(found.last, 20_260_305, "the newest one");
    }

    #[test]
    fn what_does_not_count_is_still_a_visit() {
        let found = tally(&[("2026-03-05", 1, false)]);
        assert_eq!((found.year, found.months), (0, 0), "it limits nothing");
        assert_eq!(found.last, 20_260_305, "but it happened");
    }

    #[test]
    fn a_date_without_its_day_counts_as_late_as_it_may_have_been() {
        assert_eq!(
            tally(&[("2025-11", 1, true)]).months,
            1,
            "it may have been on the thirtieth"
        );
        assert_eq!(
            tally(&[("2025-10", 1, true)]).months,
            0,
            "October is over a year ago"
        );
        assert_eq!(
            tally(&[("2026", 2, true)]).year,
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
}
