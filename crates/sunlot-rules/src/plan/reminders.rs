//! What somebody should think of today: plans that are not drawn up, approved, handed in or published, reports, milestones
//! (N-02, Z-03, R-04, Z-12).
//!
//! Nothing is told before its time, and nothing twice. Today, and what there is, come in as arguments.

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::Period;
use super::state::State;
use crate::day::Day;

/// So many days ahead something is told.
pub const AHEAD: i32 = 30;

/// What the office has.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'k> {
    /// Which plans it makes; those that it does not make nobody misses.
    pub makes: &'k [Period],
    /// The plans that there are.
    pub plans: &'k [(u16, Period, State)],
    /// The half-years whose report was handed in.
    pub reported: &'k [(u16, Period)],
    /// Milestones that are not done: by what they are known, and when they are due.
    pub milestones: &'k [(u32, Day)],
}

/// What a plan lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum PlanLack {
    /// There is none.
    DrawnUp,
    /// It is a draft.
    Approved,
    /// Those above have not got it.
    Submitted,
    /// Nobody outside can read it.
    Published,
}

/// Of what somebody is reminded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A plan.
    Plan {
        /// Of which year.
        year: u16,
        /// Of which part of it.
        period: Period,
        /// What it lacks next.
        lacks: PlanLack,
    },
    /// A half-year's report and statistics (Z-03).
    Report {
        /// Of which year.
        year: u16,
        /// Of which half of it.
        period: Period,
    },
    /// A milestone, by what it is known.
    Milestone(u32),
}

/// A reminder. They are ordered by their day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reminder {
    /// By when.
    pub due: Day,
    /// Of what.
    pub what: What,
    /// So many days are left; less than none: so many too late.
    pub left: i32,
}

/// Everything to think of today, what is due first first.
pub fn reminders(known: &Known<'_>, today: Day) -> Vec<Reminder> {
    let reminder = |(due, what): (Day, What)| {
        let left = due.number() - today.number();
        (left <= AHEAD).then_some(Reminder { due, what, left })
    };
    let milestones = known.milestones.iter();
    let milestones = milestones.map(|(milestone, due)| (*due, What::Milestone(*milestone)));
    let all = plans(known, today).chain(reports(known, today)).chain(milestones);
    let mut reminders: Vec<Reminder> = all.filter_map(reminder).collect();
    reminders.sort_unstable();
    reminders.dedup();
    reminders
}

/// A year on either side is enough: nothing is told longer than until its period is over, or a month ahead.
fn years(today: Day) -> [u16; 3] {
    let year = today.year();
    [year.saturating_sub(1), year, year.saturating_add(1)]
}

/// The plans that lack something while their period runs, or before it.
fn plans<'k>(known: &'k Known<'_>, today: Day) -> impl Iterator<Item = (Day, What)> + 'k {
    let all = years(today).into_iter();
    let all = all.flat_map(|year| known.makes.iter().map(move |period| (year, *period)));
    all.filter_map(move |(year, period)| {
        let running = period.last_day(year).is_some_and(|last| today <= last);
        let lacks = lack(known, year, period).filter(|_| running)?;
        let what = What::Plan { year, period, lacks };
        Some((period.plan_due(year)?, what))
    })
}

/// Of several plans for one period that which has got furthest counts.
fn lack(known: &Known<'_>, year: u16, period: Period) -> Option<PlanLack> {
    let of = |(of_year, of_period, state): &(u16, Period, State)| {
        (*of_year == year && *of_period == period).then_some(*state)
    };
    match known.plans.iter().filter_map(of).max() {
        None if is_covered(known, year, period) => None,
        None => Some(PlanLack::DrawnUp),
        Some(State::Draft) => Some(PlanLack::Approved),
        Some(State::Approved) => Some(PlanLack::Submitted),
        Some(State::Submitted) => Some(PlanLack::Published),
        Some(State::Published) => None,
    }
}

/// Whether the year is planned in the other way: a plan of the whole year stands for its halves, and halves for the whole.
fn is_covered(known: &Known<'_>, year: u16, period: Period) -> bool {
    let is_year = |period: Period| period == Period::Annual;
    let mut plans = known.plans.iter();
    plans.any(|(of_year, of, _)| *of_year == year && is_year(*of) != is_year(period))
}

/// The reports that were not handed in; each until the next one's time comes.
fn reports<'k>(known: &'k Known<'_>, today: Day) -> impl Iterator<Item = (Day, What)> + 'k {
    let all = years(today).into_iter();
    let all = all.flat_map(|year| [(year, Period::H1), (year, Period::H2)]);
    all.filter_map(move |(year, period)| {
        let due = period.report_due(year)?;
        let next = match period {
            Period::H1 => Period::H2.report_due(year),
            _ => Period::H1.report_due(year.checked_add(1)?),
        }?;
        let over = next.number() - today.number() <= AHEAD;
        let missing = !known.reported.contains(&(year, period)) && !over;
        missing.then_some((due, What::Report { year, period }))
    })
}

#[cfg(test)]
mod tests;
