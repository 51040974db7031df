//! What stretch of the year a plan is for, and when the plan and its report are due.

use std::fmt;

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::day::Day;

/// “The beginning of a month” ends with its first ten days; Nanfen asks for its plans by the same day (rules 2.3).
pub const BEGINNING: u8 = 10;

/// What stretch of the year a plan is for.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Period {
    /// The whole year (N-01).
    Annual,
    /// January to June (N-02).
    H1,
    /// July to December.
    H2,
}

impl Period {
    /// All of them.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Its name, which never changes.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The months that belong to it.
    pub const fn months(self) -> Months {
        let (from, to) = match self {
            Self::Annual => (1, 12),
            Self::H1 => (1, 6),
            Self::H2 => (7, 12),
        };
        Months { from, to }
    }

    /// Its first day in a year.
    pub fn first_day(self, year: u16) -> Option<Day> {
        Day::new(year, self.months().from, 1)
    }

    /// Its last day in a year.
    pub fn last_day(self, year: u16) -> Option<Day> {
        Day::last_of_month(year, self.months().to)
    }

    /// By when its plan is handed in. Half-year plans at the beginning of January and of July (N-02), the year's by the end of
    /// March (rules 2.4).
    pub fn plan_due(self, year: u16) -> Option<Day> {
        match self {
            Self::Annual => Day::last_of_month(year, 3),
            Self::H1 => Day::new(year, 1, BEGINNING),
            Self::H2 => Day::new(year, 7, BEGINNING),
        }
    }

    /// By when its report is handed in: the half-years' by the end of June and of December (Z-03). The year has none of its own.
    pub fn report_due(self, year: u16) -> Option<Day> {
        match self {
            Self::Annual => None,
            Self::H1 | Self::H2 => self.last_day(year),
        }
    }
}

/// From which month to which, both included, within one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Months {
    from: u8,
    to: u8,
}

impl Months {
    /// The months, if there are such and they are in their order.
    pub fn new(from: u8, to: u8) -> Option<Self> {
        let good = (1..=12).contains(&from) && (from..=12).contains(&to);
        good.then_some(Self { from, to })
    }

    /// Reads what [`fmt::Display`] wrote, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let (from, to) = text.split_once('-').unwrap_or((text, text));
        let months = Self::new(from.parse().ok()?, to.parse().ok()?)?;
        (months.to_string() == text).then_some(months)
    }

    /// The first month.
    pub const fn from(self) -> u8 {
        self.from
    }

    /// The last month.
    pub const fn to(self) -> u8 {
        self.to
    }

    /// Whether others lie within.
    pub const fn hold(self, others: Self) -> bool {
        self.from <= others.from && others.to <= self.to
    }

    /// Whether a month belongs to both.
    pub const fn overlap(self, others: Self) -> bool {
        self.from <= others.to && others.from <= self.to
    }
}

/// `3-6`, or `3` for a single month.
impl fmt::Display for Months {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.from == self.to {
            write!(f, "{}", self.from)
        } else {
            write!(f, "{}-{}", self.from, self.to)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n_02_half_year_plans_are_due_at_the_beginning_and_the_years_by_the_end_of_march() {
        for (period, plan, report) in [
            (Period::H1, "2026-01-10", Some("2026-06-30")),
            (Period::H2, "2026-07-10", Some("2026-12-31")),
            (Period::Annual, "2026-03-31", None),
        ] {
            let told = |day: Option<Day>| day.map(|day| day.to_string());
            assert_eq!(
                told(period.plan_due(2026)).as_deref(),
                Some(plan),
                "{period:?}: N-02 and rules 2.4"
            );
            assert_eq!(
                told(period.report_due(2026)).as_deref(),
                report,
                "{period:?}: Z-03 asks for reports by half-year"
            );
        }
        assert_eq!(Period::H1.plan_due(0), None, "no calendar has that year");
    }

    #[test]
    fn months_stand_in_their_order_within_one_year() {
        for (from, to) in [(0, 3), (3, 13), (6, 3), (13, 13)] {
            assert_eq!(Months::new(from, to), None, "{from} to {to} are none");
        }
        for text in ["3-6", "3", "1-12", "12"] {
            let months = Months::parse(text).unwrap();
            assert_eq!(months.to_string(), text, "there and back");
        }
        for text in ["3-3", "03-6", "3-", "-3", "", "3-6-9", "6-3", "三月", "+3-6"] {
            assert_eq!(
                Months::parse(text),
                None,
                "{text:?} is not the one form that is kept"
            );
        }
    }
}
