//! How often a target was visited, as the rule profile counts, and who may be visited more often all the same (N-03 to N-08).
//!
//! What the program knows of a visit comes in as facts. A complaint that is looked into is a case and not a draw, so it is no
//! exception here; whether it counts is for the profile (N-07).

use crate::day::Day;
use crate::profile::{CapPeriod, CappedAreas, RuleProfile};
use crate::roster::words::{InspectionMode, RiskLevel, TargetKind, TriggerFlag};

/// What of a visit counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitFact {
    /// The number of the visit.
    pub id: i64,
    /// The first day that it may have been on.
    pub first: Day,
    /// The last one: the same, where the day is known.
    pub last: Day,
    /// How many visits it stands for.
    pub times: u32,
    /// Whether it only repeats what a roster says there were, so that it must not be added to the visits known one by one.
    pub told: bool,
    /// Whether it was recorded as one that counts.
    pub counted: bool,
    /// In which ways; none: not known.
    pub modes: Vec<InspectionMode>,
    /// Who ordered or made it.
    pub by: VisitBy,
    /// Whether a complaint or a report was looked into (N-07).
    pub case: bool,
}

/// Who ordered or made a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VisitBy {
    /// The office.
    Own,
    /// The office, because one above ordered it; or that one itself.
    Superior,
    /// Another department.
    OtherDept,
}

/// How often, within what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// In the calendar year of the day asked for.
    pub this_year: u32,
    /// In the twelve months before it.
    pub twelve_months: u32,
    /// The last day of the last visit, counted or not.
    pub last: Option<Day>,
}

impl Count {
    /// What the profile's cap is held against.
    pub const fn of(&self, period: CapPeriod) -> u32 {
        match period {
            CapPeriod::CalendarYear => self.this_year,
            CapPeriod::TwelveMonths => self.twelve_months,
        }
    }

    /// What the other way of counting says.
    pub const fn beside(&self, period: CapPeriod) -> u32 {
        match period {
            CapPeriod::CalendarYear => self.twelve_months,
            CapPeriod::TwelveMonths => self.this_year,
        }
    }
}

/// Visits known one by one, and what rosters say there were: the greater of the two, and never their sum.
#[derive(Clone, Copy, Default)]
struct Times {
    known: u32,
    told: u32,
}

impl Times {
    fn add(&mut self, visit: &VisitFact) {
        let part = if visit.told {
            &mut self.told
        } else {
            &mut self.known
        };
        *part = part.saturating_add(visit.times);
    }

    fn both(self) -> u32 {
        self.known.max(self.told)
    }
}

/// Whether a visit counts against the cap (requirements 1.16, 3).
pub fn counts(visit: &VisitFact, profile: &RuleProfile) -> bool {
    let mode_counts = |mode: &InspectionMode| profile.counted_modes.contains(mode);
    visit.counted
        && (profile.count_cases || !visit.case)
        && (visit.modes.is_empty() || visit.modes.iter().any(mode_counts))
        && match visit.by {
            VisitBy::Own => true,
            VisitBy::Superior => profile.count_superior,
            VisitBy::OtherDept => profile.count_other_depts,
        }
}

/// Whether a visit lies in the calendar year of a day. Of one known by its year alone, that is enough.
pub fn is_of_year(visit: &VisitFact, on: Day) -> bool {
    visit.first <= on && visit.last.year() >= on.year() && visit.first.year() <= on.year()
}

/// Whether a visit lies in the twelve months before a day. Of one that is only known by its month or year, it is assumed that it
/// was late: nobody may be visited too often because a roster says too little.
pub fn is_of_months(visit: &VisitFact, on: Day) -> bool {
    let since = year_before(on);
    visit.first <= on && visit.last > since
}

/// How often somebody was visited when a day comes.
pub fn count(visits: &[VisitFact], profile: &RuleProfile, on: Day) -> Count {
    let (mut year, mut months) = (Times::default(), Times::default());
    let mut last = None;
    for visit in visits.iter().filter(|visit| visit.first <= on) {
        last = last.max(Some(visit.last.min(on)));
        if !counts(visit, profile) {
            continue;
        }
        if is_of_year(visit, on) {
            year.add(visit);
        }
        if is_of_months(visit, on) {
            months.add(visit);
        }
    }
    Count {
        this_year: year.both(),
        twelve_months: months.both(),
        last,
    }
}

/// The same day a year before; of a leap day the day before it.
fn year_before(on: Day) -> Day {
    let year = on.year().saturating_sub(1).max(1);
    Day::new(year, on.month(), on.day())
        .or_else(|| Day::last_of_month(year, on.month()))
        .unwrap_or(on)
}

/// The same day a year later; of a leap day the day after the last of the month.
fn year_after(on: Day) -> Option<Day> {
    let year = on.year().checked_add(1)?;
    Day::new(year, on.month(), on.day()).or_else(|| Day::new(year, 3, 1))
}

/// The days within which visits count when a day comes.
pub fn within(period: CapPeriod, on: Day) -> (Day, Day) {
    let first = match period {
        CapPeriod::CalendarYear => Day::new(on.year(), 1, 1),
        CapPeriod::TwelveMonths => year_before(on).plus(1),
    };
    (first.unwrap_or(on), on)
}

/// The first day after one on which fewer visits than the cap count, as far as visits are known by then; nothing: no day is.
pub fn free_from(visits: &[VisitFact], profile: &RuleProfile, on: Day) -> Option<Day> {
    let out = |visit: &VisitFact| match profile.cap_period {
        CapPeriod::CalendarYear => Day::new(visit.last.year().max(on.year()).checked_add(1)?, 1, 1),
        CapPeriod::TwelveMonths => year_after(visit.last),
    };
    let mut days: Vec<Day> = visits.iter().filter_map(out).filter(|day| *day > on).collect();
    days.sort_unstable();
    let free = |day: &Day| count(visits, profile, *day).of(profile.cap_period) < profile.annual_cap;
    days.into_iter().find(free)
}

/// Why the cap does not keep a target out: the coded exceptions, and no others (D-07).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CapException {
    /// E1: it is one that is visited more often, for these flags (N-05, N-08).
    RiskFlags(Vec<TriggerFlag>),
    /// E1: its risk is high.
    HighRisk,
    /// E2: an office above ordered the task, with this document (N-06).
    Superior(String),
    /// Its field is a key one, to which the office's cap does not reach (N-04).
    KeyArea,
    /// The cap is not for its kind.
    KindNotCapped,
}

/// What of a target and of a task decides about exceptions.
#[derive(Clone, Copy, Debug)]
pub struct CapCase<'c> {
    /// What kind of target it is.
    pub kind: Option<TargetKind>,
    /// Its flags in force on the day.
    pub flags: &'c [TriggerFlag],
    /// Its level of risk.
    pub risk: Option<RiskLevel>,
    /// The document of the office above that ordered the task; empty: none did.
    pub superior: &'c str,
    /// Whether all items of the task are of a key field.
    pub key_area: bool,
}

/// The exception that lets a target in although the cap is reached, the weightiest first.
pub fn exception(case: &CapCase<'_>, profile: &RuleProfile) -> Option<CapException> {
    let weighty = |flag: &TriggerFlag| profile.risk_flags.contains(flag);
    let flags: Vec<TriggerFlag> = case.flags.iter().copied().filter(weighty).collect();
    if !flags.is_empty() {
        return Some(CapException::RiskFlags(flags));
    }
    if profile.high_risk_exempt && case.risk == Some(RiskLevel::High) {
        return Some(CapException::HighRisk);
    }
    if !case.superior.trim().is_empty() {
        return Some(CapException::Superior(case.superior.trim().to_owned()));
    }
    if case.key_area && profile.capped_areas == CappedAreas::Ordinary {
        return Some(CapException::KeyArea);
    }
    let capped = |kind: TargetKind| profile.capped_kinds.contains(&kind);
    case.kind
        .is_some_and(|kind| !capped(kind))
        .then_some(CapException::KindNotCapped)
}

#[cfg(test)]
#[path = "cap/tests.rs"]
mod tests;
