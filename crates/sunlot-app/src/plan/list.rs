//! All plans, what is due, and the plan that it is time for.

use strum::VariantArray;
use sunlot_rules::day::Day;
use sunlot_rules::plan::Period;
use sunlot_rules::plan::line::Line;
use sunlot_rules::plan::reminders::{Known, PlanLack, What, reminders};
use sunlot_rules::plan::state::State;
use sunlot_store::{Connection, office_profile};

use super::check::{Ground, blank};
use super::document::{Plan, all};
use super::file_wire::PlanHeadings;
use super::judge::Judge;
use super::labels;
use super::view::{head_fields, line_fields, milestone_fields, summary, tone};
use super::wire::{PlanReminder, PlanSuggestion, PlansView};
use crate::commands::Act;
use crate::{Desk, Result};

/// A period that is over in so few days is not planned any more.
const TOO_LATE: i32 = 45;

impl Desk {
    /// Shows all plans.
    pub fn plans_view(&self) -> Result<PlansView> {
        self.read(Act::PlansView, |office| {
            let judge = Judge::read(office, self.plan_day()?)?;
            let plans = all(office)?;
            let suggestion = suggested(&plans, judge.today);
            let mut blank = blank(&Ground {
                items: &judge.items,
                today: self.today(),
                unit: own_name(office)?,
            })?;
            if let Some(suggestion) = &suggestion {
                (blank.year, blank.title) = (suggestion.year, suggestion.title.clone());
                blank.period = suggestion.period.parse().unwrap_or(blank.period);
            }
            Ok(PlansView {
                plans: plans.iter().map(|plan| summary(&judge, plan)).collect(),
                reminders: due(&plans, judge.today),
                suggestion,
                head: head_fields(&blank, false),
                line: line_fields(&Line::default()),
                milestone: milestone_fields(),
                headings: PlanHeadings::VARIANTS
                    .iter()
                    .copied()
                    .map(labels::headings)
                    .collect(),
            })
        })
    }
}

/// What the office is called.
pub(super) fn own_name(office: &Connection) -> Result<String> {
    let profile = office_profile::latest(office)?;
    Ok(profile.map(|stored| stored.row.name).unwrap_or_default())
}

/// Which plans an office makes: those of the year where it has one, both halves where it has one of a half. Where it has none
/// yet, it may make any (N-01, N-02).
fn makes(plans: &[Plan]) -> Vec<Period> {
    if plans.is_empty() {
        return Period::ALL.to_vec();
    }
    let is_half = |period: Period| period != Period::Annual;
    let like = |period: Period| plans.iter().any(|plan| is_half(plan.period) == is_half(period));
    Period::ALL
        .iter()
        .copied()
        .filter(|period| like(*period))
        .collect()
}

/// What somebody should think of today (N-02, Z-03, Z-12).
pub(super) fn due(plans: &[Plan], today: Day) -> Vec<PlanReminder> {
    let states: Vec<(u16, Period, State)> = plans
        .iter()
        .map(|plan| (plan.year, plan.period, plan.state))
        .collect();
    let reported: Vec<(u16, Period)> = plans.iter().flat_map(Plan::reported).collect();
    let milestones: Vec<(&Plan, String, Day)> = plans
        .iter()
        .flat_map(|plan| open_milestones(plan, today))
        .collect();
    let numbered: Vec<(u32, Day)> = milestones
        .iter()
        .zip(0u32..)
        .map(|((.., due), number)| (number, *due))
        .collect();
    let known = Known {
        makes: &makes(plans),
        plans: &states,
        reported: &reported,
        milestones: &numbered,
    };
    let all = reminders(&known, today).into_iter();
    let told = all.filter_map(|reminder| {
        let about = match reminder.what {
            // What was over or running before the office drew up its first plan here nobody misses.
            What::Plan { year, period, lacks }
                if lacks == PlanLack::DrawnUp && is_before(plans, year, period) =>
            {
                return None;
            }
            What::Plan { year, period, lacks } => About {
                plan: furthest(plans, year, period),
                sentence: labels::lacks(lacks, year, period),
                lacks: lacks.into(),
                of: (year, period.name()),
            },
            // Z-03: of what nobody planned there is nothing to report.
            What::Report { year, period } => About {
                plan: Some(covering(plans, year, period)?),
                sentence: labels::report_due(year, period),
                lacks: "report",
                of: (year, period.name()),
            },
            What::Milestone(number) => {
                let (plan, sentence, _) = milestones.get(usize::try_from(number).ok()?)?;
                About {
                    plan: Some(plan),
                    sentence: sentence.clone(),
                    lacks: "milestone",
                    of: (plan.year, ""),
                }
            }
        };
        Some(PlanReminder {
            due: reminder.due.to_string(),
            left: reminder.left,
            tone: tone(reminder.left),
            sentence: about.sentence,
            told: labels::left(reminder.left),
            plan: about.plan.map(|plan| plan.id),
            lacks: about.lacks.to_owned(),
            year: about.of.0,
            period: about.of.1.to_owned(),
        })
    });
    told.collect()
}

/// Whether a period began before any for which there is a plan.
fn is_before(plans: &[Plan], year: u16, period: Period) -> bool {
    let first = plans
        .iter()
        .filter_map(|plan| plan.period.first_day(plan.year))
        .min();
    first.is_some_and(|first| period.first_day(year).is_some_and(|begins| begins < first))
}

/// What a reminder is about.
struct About<'p> {
    plan: Option<&'p Plan>,
    sentence: String,
    lacks: &'static str,
    of: (u16, &'static str),
}

/// Milestones that are due, with what is to be done.
fn open_milestones(plan: &Plan, today: Day) -> impl Iterator<Item = (&Plan, String, Day)> {
    plan.milestones().into_iter().filter_map(move |milestone| {
        let due = milestone.due(today)?;
        let sentence = labels::milestone_due(&milestone.task, &milestone.unit);
        Some((plan, sentence, due))
    })
}

/// Of several plans for one period that which has come furthest.
fn furthest(plans: &[Plan], year: u16, period: Period) -> Option<&Plan> {
    let of = plans
        .iter()
        .filter(|plan| plan.year == year && plan.period == period);
    of.max_by_key(|plan| plan.state)
}

/// The plan by which a half-year was inspected: its own, or the year's; a draft is none.
fn covering(plans: &[Plan], year: u16, half: Period) -> Option<&Plan> {
    let used = |period| furthest(plans, year, period).filter(|plan| plan.state.is_usable());
    used(half).or_else(|| used(Period::Annual))
}

/// The first period that has no plan and is not nearly over.
fn suggested(plans: &[Plan], today: Day) -> Option<PlanSuggestion> {
    let year = today.year();
    let made = makes(plans);
    // Whoever has no plan yet begins with a half-year (N-02).
    let wanted = |period: &Period| made.contains(period) && (!plans.is_empty() || *period != Period::Annual);
    let periods: Vec<Period> = Period::ALL.iter().copied().filter(wanted).collect();
    let years = [year, year.saturating_add(1)].into_iter();
    let all = years.flat_map(|year| periods.iter().map(move |period| (year, *period)));
    let open = all.filter(|(year, period)| {
        let ends = period.last_day(*year);
        let time = ends.is_some_and(|ends| ends.number() - today.number() > TOO_LATE);
        time && furthest(plans, *year, *period).is_none()
    });
    let (year, period) = open.min_by_key(|(year, period)| period.first_day(*year))?;
    Some(PlanSuggestion {
        year,
        period: period.name().to_owned(),
        title: labels::usual_title(year, period),
        told: labels::of_year(year, period),
    })
}
