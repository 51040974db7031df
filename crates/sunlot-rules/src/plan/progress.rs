//! How far a plan has got: planned, drawn, visited, overdue, for each line and in sum (N-14).
//!
//! Only targets and visits are counted here, never what was found: nobody is ranked by problems (rules 2.4).

use crate::day::Day;
use crate::share::WHOLE;

/// What is counted of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// How many were planned, where the plan says so.
    pub planned: Option<u32>,
    /// How many were drawn.
    pub drawn: u32,
    /// How many of these were visited.
    pub visited: u32,
    /// The last day on which they may be.
    pub ends: Day,
}

/// How far a line has got.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many were planned; where the plan does not say, how many were drawn.
    pub planned: u32,
    /// How many were drawn.
    pub drawn: u32,
    /// How many were visited.
    pub visited: u32,
    /// Drawn, not visited, and there is still time.
    pub open: u32,
    /// Drawn, not visited, and the time is over.
    pub overdue: u32,
    /// Planned and not drawn, and there is still time.
    pub to_draw: u32,
    /// Planned and never drawn, and the time is over.
    pub not_drawn: u32,
}

/// What cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountFault {
    /// More were visited than drawn: the draw's list and the visits do not belong together.
    VisitedNotDrawn {
        /// So many too many.
        excess: u32,
    },
}

impl Counts {
    /// How far the line has got on a day. Its last day still belongs to it.
    pub fn progress(&self, today: Day) -> Result<Progress, CountFault> {
        let left = self.drawn.checked_sub(self.visited);
        let left = left.ok_or(CountFault::VisitedNotDrawn {
            excess: self.visited.saturating_sub(self.drawn),
        })?;
        let planned = self.planned.unwrap_or(self.drawn);
        let undrawn = planned.saturating_sub(self.drawn);
        let over = today > self.ends;
        let (open, overdue) = if over { (0, left) } else { (left, 0) };
        let (to_draw, not_drawn) = if over { (0, undrawn) } else { (undrawn, 0) };
        Ok(Progress {
            planned,
            drawn: self.drawn,
            visited: self.visited,
            open,
            overdue,
            to_draw,
            not_drawn,
        })
    }
}

impl Progress {
    /// Visited of planned, in ten-thousandths, cut off: the whole is told only when the last visit is made.
    pub fn rate(&self) -> Option<u32> {
        rate(self.visited, self.planned)
    }

    /// Drawn of planned, in ten-thousandths.
    pub fn drawn_rate(&self) -> Option<u32> {
        rate(self.drawn, self.planned)
    }

    /// All lines together.
    pub fn sum(lines: &[Self]) -> Self {
        lines.iter().fold(Self::default(), |sum, line| Self {
            planned: sum.planned.saturating_add(line.planned),
            drawn: sum.drawn.saturating_add(line.drawn),
            visited: sum.visited.saturating_add(line.visited),
            open: sum.open.saturating_add(line.open),
            overdue: sum.overdue.saturating_add(line.overdue),
            to_draw: sum.to_draw.saturating_add(line.to_draw),
            not_drawn: sum.not_drawn.saturating_add(line.not_drawn),
        })
    }
}

/// Of nothing there is no rate, neither none nor all.
fn rate(done: u32, all: u32) -> Option<u32> {
    let rate = (u64::from(done) * u64::from(WHOLE)).checked_div(u64::from(all))?;
    u32::try_from(rate).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn counts(planned: Option<u32>, drawn: u32, visited: u32) -> Counts {
        Counts {
            planned,
            drawn,
            visited,
            ends: day("2026-06-30"),
        }
    }

    #[test]
    fn n_14_what_was_drawn_and_not_visited_is_overdue_when_the_time_is_over() {
        let line = counts(Some(87), 87, 60);
        let before = line.progress(day("2026-06-30")).unwrap();
        assert_eq!(
            (before.open, before.overdue),
            (27, 0),
            "the last day belongs to the line"
        );
        let after = line.progress(day("2026-07-01")).unwrap();
        assert_eq!((after.open, after.overdue), (0, 27), "and the next one does not");
        assert_eq!(after.rate(), Some(6_896), "60 of 87, cut off");
    }

    #[test]
    fn n_14_what_was_never_drawn_shows_as_well() {
        let line = counts(Some(87), 40, 40);
        let before = line.progress(day("2026-06-01")).unwrap();
        assert_eq!(
            (before.to_draw, before.not_drawn),
            (47, 0),
            "the second batch may come"
        );
        let after = line.progress(day("2026-07-01")).unwrap();
        assert_eq!(
            (after.to_draw, after.not_drawn, after.overdue),
            (0, 47, 0),
            "it never came: not overdue visits, but a plan that was not kept"
        );
        assert_eq!(after.drawn_rate(), Some(4_597), "40 of 87");
    }

    #[test]
    fn n_14_the_whole_is_told_only_when_the_last_visit_is_made() {
        let rate = |visited| {
            let line = counts(Some(100_000), 100_000, visited);
            line.progress(day("2026-06-01")).unwrap().rate()
        };
        assert_eq!(rate(99_999), Some(9_999), "99.999% is not 100%");
        assert_eq!(rate(100_000), Some(10_000), "now it is");
        let none = counts(None, 0, 0).progress(day("2026-06-01")).unwrap();
        assert_eq!(
            none.rate(),
            None,
            "of nothing planned nothing is done and nothing missing"
        );
        let unsaid = counts(None, 20, 5).progress(day("2026-06-01")).unwrap();
        assert_eq!(
            (unsaid.planned, unsaid.rate()),
            (20, Some(2_500)),
            "a plan without a number"
        );
        let more = counts(Some(10), 12, 12).progress(day("2026-06-01")).unwrap();
        assert_eq!(
            more.rate(),
            Some(12_000),
            "more than planned is told as it is (N-09 asks why)"
        );
    }

    #[test]
    fn n_14_more_visits_than_were_drawn_cannot_be() {
        assert_eq!(
            counts(Some(10), 5, 7).progress(day("2026-06-01")),
            Err(CountFault::VisitedNotDrawn { excess: 2 }),
            "two visits belong to another draw"
        );
    }

    #[test]
    fn n_14_the_sum_is_that_of_its_lines() {
        let today = day("2026-07-01");
        let lines =
            [counts(Some(87), 87, 60), counts(Some(3), 3, 3)].map(|line| line.progress(today).unwrap());
        let sum = Progress::sum(&lines);
        assert_eq!(
            (sum.planned, sum.drawn, sum.visited, sum.overdue),
            (90, 90, 63, 27),
            "added up"
        );
        assert_eq!(
            sum.rate(),
            Some(7_000),
            "by targets, not the mean of the lines' rates"
        );
        assert_eq!(
            Progress::sum(&[]).rate(),
            None,
            "a plan without lines has no rate"
        );
    }
}
