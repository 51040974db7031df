//! Milestones: what has to be done, by whom and by when (R-04, Z-12; Shancheng annex 2: number, task, unit, time).
//!
//! The words of a time stay what they are; the day is read where they name one. What is due today is told by `reminders`.

use super::period;
use super::when::{self, Part, Point};
use crate::day::Day;

/// One row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// Its number in the table.
    pub position: u32,
    /// What is to be done.
    pub task: String,
    /// The unit that does it.
    pub unit: String,
    /// The person who answers for it, where one is named (Z-12).
    pub person: String,
    /// By when, as it was written.
    pub words: String,
    /// By when, as far as that was understood.
    pub time: Time,
    /// When it was done, last.
    pub done: Option<Day>,
}

/// By when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Time {
    /// By a day.
    On(Day),
    /// Every year by these days of the year.
    Yearly(Vec<YearDay>),
    /// The words name no day: for good, say.
    Open,
}

/// A day of every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct YearDay {
    month: u8,
    day: Option<u8>,
}

/// What is missing in a milestone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// What is to be done.
    Task,
    /// Who does it.
    Unit,
    /// Who answers for it.
    Person,
    /// By when.
    Time,
}

impl YearDay {
    /// The day in a year; a month that has no such day ends before it.
    pub fn of(self, year: u16) -> Option<Day> {
        let day = self.day.and_then(|day| Day::new(year, self.month, day));
        day.or_else(|| Day::last_of_month(year, self.month))
    }

    fn from(point: &Point) -> Self {
        Self {
            month: point.months.to(),
            day: match point.part {
                Some(Part::Day(day)) => Some(day),
                Some(Part::Early) => Some(period::BEGINNING),
                Some(Part::Middle) => Some(2 * period::BEGINNING),
                Some(Part::Late) | None => None,
            },
        }
    }
}

impl Time {
    /// Reads the words of a table. A day without a year is one of `year`, where there is such.
    pub fn read(words: &str, year: Option<u16>) -> Self {
        let Some(times) = when::read(words).filter(|times| !times.open) else {
            return Self::Open;
        };
        let ends = match times.points.as_slice() {
            [_, end] if times.range => std::slice::from_ref(end),
            points => points,
        };
        match ends {
            [point] if !point.yearly => {
                let day = point.year.or(year).and_then(|year| point.last_day(year));
                day.map_or(Self::Open, Self::On)
            }
            points if points.iter().all(|point| point.yearly) => {
                let mut days: Vec<YearDay> = points.iter().map(YearDay::from).collect();
                days.sort_unstable();
                days.dedup();
                Self::Yearly(days)
            }
            // Several days of one year are several milestones, and nobody said which of them.
            _ => Self::Open,
        }
    }

    /// By when it is due next: what was done on `done` met the first day from then on. Of what comes again every year and was
    /// never done nobody knows since when it was missed, so the next day from today on counts.
    pub fn due(&self, done: Option<Day>, today: Day) -> Option<Day> {
        match self {
            Self::On(day) => done.is_none().then_some(*day),
            Self::Yearly(days) => {
                let from = match done {
                    Some(done) => next(days, done)?.plus(1)?,
                    None => today,
                };
                next(days, from)
            }
            Self::Open => None,
        }
    }
}

/// The first of the days of every year from a day on.
fn next(days: &[YearDay], from: Day) -> Option<Day> {
    let years = [from.year(), from.year().saturating_add(1)];
    let all = years
        .into_iter()
        .flat_map(|year| days.iter().filter_map(move |day| day.of(year)));
    all.filter(|day| *day >= from).min()
}

impl Milestone {
    /// By when it is due, if it is.
    pub fn due(&self, today: Day) -> Option<Day> {
        self.time.due(self.done, today)
    }

    /// What it lacks. Without a person it can still be kept: the seed's table names units alone.
    pub fn lacks(&self) -> Vec<Lack> {
        let missing = |text: &str| text.trim().is_empty();
        let all = [
            (missing(&self.task), Lack::Task),
            (missing(&self.unit), Lack::Unit),
            (missing(&self.person), Lack::Person),
            (missing(&self.words), Lack::Time),
        ];
        all.into_iter()
            .filter(|(lacks, _)| *lacks)
            .map(|(_, lack)| lack)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn told(words: &str, year: Option<u16>) -> String {
        match Time::read(words, year) {
            Time::On(day) => day.to_string(),
            Time::Yearly(days) => {
                let days = days
                    .iter()
                    .map(|day| day.of(2026).unwrap().to_string()[5..].to_owned());
                format!("yearly {}", days.collect::<Vec<_>>().join(" "))
            }
            Time::Open => "-".to_owned(),
        }
    }

    #[test]
    fn r_04_the_times_of_the_seeds_table_are_read() {
        for (words, expected, why) in [
            (
                "2016年10月10日前",
                "2016-10-10",
                "rows 1 to 3 of Shancheng's annex 2",
            ),
            ("2016年12月底前", "2016-12-31", "rows 4 to 6"),
            ("2016年年底", "2016-12-31", "its article 4 (3) 2"),
            ("2016年底前", "2016-12-31", "the same, as others write it"),
            ("2016年10月8日起", "-", "a beginning is no end"),
            (
                "每年6月底、12月底前",
                "yearly 06-30 12-31",
                "Huantai article 14 (Z-03)",
            ),
            (
                "每年1月、7月初",
                "yearly 01-10 07-10",
                "Huantai article 5 (N-02): the beginning of both",
            ),
            ("每年12月底前", "yearly 12-31", "every year"),
            ("每年2月底前", "yearly 02-28", "February ends when it ends"),
            ("长期坚持", "-", "for good"),
            ("持续推进", "-", "for good"),
            ("", "-", "nothing"),
            ("2016年二季度", "2016-06-30", "its end"),
            ("2016年上半年", "2016-06-30", "its end"),
            ("2016年10月中旬", "2016-10-20", "the second ten days"),
            ("2016年10月8日至12月20日", "2016-12-20", "the end of a stretch"),
            ("2016年11月至3月底", "-", "of which year is its end?"),
            ("2016年6月底、12月底前", "-", "two milestones in one row"),
            ("2016年2月30日前", "-", "no calendar has that day"),
            ("10月10日前", "-", "of which year?"),
        ] {
            assert_eq!(told(words, None), expected, "{words}: {why}");
        }
        assert_eq!(told("10月10日前", Some(2026)), "2026-10-10", "of the plan's year");
        assert_eq!(
            told("2016年10月10日前", Some(2026)),
            "2016-10-10",
            "its own year goes first"
        );
    }

    #[test]
    fn z_12_what_is_done_is_due_no_more_and_what_comes_again_is() {
        let once = Time::read("2026年10月10日前", None);
        assert_eq!(
            once.due(None, day("2026-11-01")),
            Some(day("2026-10-10")),
            "it is late"
        );
        assert_eq!(
            once.due(Some(day("2026-10-20")), day("2026-11-01")),
            None,
            "late, but done"
        );
        let yearly = Time::read("每年6月底、12月底前", None);
        for (done, today, due, why) in [
            (None, "2026-03-01", "2026-06-30", "the next one"),
            (
                None,
                "2026-07-01",
                "2026-12-31",
                "nobody knows whether June was kept",
            ),
            (
                Some("2026-06-20"),
                "2026-06-25",
                "2026-12-31",
                "June's is met already",
            ),
            (Some("2026-06-30"), "2026-06-30", "2026-12-31", "on its last day"),
            (
                Some("2025-12-31"),
                "2026-07-05",
                "2026-06-30",
                "June's was missed",
            ),
            (
                Some("2025-07-01"),
                "2026-07-05",
                "2026-06-30",
                "one that met December's",
            ),
        ] {
            let done = done.map(day);
            assert_eq!(
                yearly.due(done, day(today)),
                Some(day(due)),
                "{done:?} on {today}: {why}"
            );
        }
        assert_eq!(
            Time::Open.due(None, day("2026-07-05")),
            None,
            "words remind nobody"
        );
    }

    #[test]
    fn z_12_a_milestone_names_who_answers_for_it() {
        let milestone = Milestone {
            position: 2,
            task: "建立行政执法人员名录库。".to_owned(),
            unit: "区政府法制办".to_owned(),
            person: " ".to_owned(),
            words: "2016年10月10日前".to_owned(),
            time: Time::Open,
            done: None,
        };
        assert_eq!(
            milestone.lacks(),
            [Lack::Person],
            "Huantai articles 10 and 11 ask for one"
        );
        let bare = Milestone {
            task: String::new(),
            unit: String::new(),
            words: String::new(),
            ..milestone
        };
        assert_eq!(
            bare.lacks(),
            [Lack::Task, Lack::Unit, Lack::Person, Lack::Time],
            "each of them is told"
        );
    }
}
