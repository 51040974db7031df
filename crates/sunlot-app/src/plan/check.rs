//! From what was typed to what is kept: every value of a plan is read by its rule, and every fault is reported with its place.
//! Whether the lines may stand so is for `judge`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sunlot_rules::day::Day;
use sunlot_rules::plan::Period;
use sunlot_rules::plan::line::{Line, LineFault, LineField};
use sunlot_rules::plan::state::State;
use sunlot_rules::roster::date::Meaning;
use sunlot_rules::roster::list;
use sunlot_rules::roster::words::{ExtraWords, InspectionMode, WordSet, read_all};

use super::document::{Kept, KeptLine, KeptMilestone, MILESTONE_FIELDS, Plan};
use super::fault::PlanFlaw;
use super::labels;
use super::wire::{PlanLineSave, PlanMilestoneSave, PlanSave};
use crate::error::Flaw;
use crate::item::PlannedItem;
use crate::registry::check::{any_text, day, problem, some_text, word};
use crate::registry::limits::SHORT;
use crate::target::TargetFlaw;
use crate::{Error, Problem, Reason, Result};

/// A plan with more lines or milestones nobody reads.
const MAX_LINES: usize = 300;
const MAX_MILESTONES: usize = 100;

/// What reading needs beside the request.
pub(super) struct Ground<'g> {
    pub items: &'g [PlannedItem],
    pub today: NaiveDate,
    pub unit: String,
}

/// What a plan would say after an edit, and everything that is wrong with the edit.
pub(super) fn edited(
    before: Option<&Plan>,
    request: &PlanSave,
    ground: &Ground<'_>,
) -> Result<(Plan, Vec<Problem>)> {
    let mut problems = Vec::new();
    let mut plan = match before {
        Some(plan) => plan.clone(),
        None => blank(ground)?,
    };
    head(&mut plan, before.is_none(), request, ground, &mut problems);
    if let Some(lines) = &request.lines {
        if lines.len() > MAX_LINES {
            let (max, found) = (MAX_LINES, lines.len());
            problems.push(problem(
                "lines",
                labels::LINES,
                PlanFlaw::TooManyLines { max, found },
            ));
        } else {
            plan.kept.lines = read_lines(lines, &mut plan.kept, ground, &mut problems);
        }
    }
    if let Some(milestones) = &request.milestones {
        if milestones.len() > MAX_MILESTONES {
            let (max, found) = (MAX_MILESTONES, milestones.len());
            let label = labels::MILESTONE_GROUP;
            problems.push(problem(
                "milestones",
                label,
                PlanFlaw::TooManyLines { max, found },
            ));
        } else {
            plan.kept.milestones = read_milestones(milestones, &mut plan.kept, ground, &mut problems);
        }
    }
    Ok((plan, problems))
}

/// A plan of which nothing is said yet.
pub(super) fn blank(ground: &Ground<'_>) -> Result<Plan> {
    let today = crate::registry::check::day_of(ground.today);
    let today: Day = today.ok_or_else(|| Error::new(Reason::Internal, "today"))?;
    Ok(Plan {
        id: 0,
        version: 0,
        event: 0,
        year: today.year(),
        period: Period::Annual,
        state: State::Draft,
        title: String::new(),
        kept: Kept {
            unit: ground.unit.clone(),
            drawn_up: today.to_string(),
            ..Kept::default()
        },
    })
}

fn head(plan: &mut Plan, new: bool, request: &PlanSave, ground: &Ground<'_>, problems: &mut Vec<Problem>) {
    for (name, typed) in &request.values {
        let read = match name.as_str() {
            "title" => some_text(typed, SHORT).map(|title| plan.title = title),
            "unit" => any_text(typed, SHORT).map(|unit| plan.kept.unit = unit),
            "year" => year(typed).and_then(|year| once(new, &mut plan.year, year)),
            "period" => period(typed).and_then(|period| once(new, &mut plan.period, period)),
            "drawn_up" => past(typed, ground.today).and_then(|on| {
                if on.is_empty() {
                    return Err(Flaw::Required);
                }
                plan.kept.drawn_up = on;
                Ok(())
            }),
            _ => Err(TargetFlaw::FieldUnknown.into()),
        };
        if let Err(flaw) = read {
            problems.push(problem(name, labels::head(name), flaw));
        }
    }
    if plan.title.is_empty() && !request.values.contains_key("title") {
        plan.title = labels::usual_title(plan.year, plan.period);
    }
}

/// Year and period are a plan's for good.
fn once<T: PartialEq>(new: bool, place: &mut T, value: T) -> std::result::Result<(), Flaw> {
    if !new && *place != value {
        return Err(PlanFlaw::PeriodFixed.into());
    }
    *place = value;
    Ok(())
}

fn year(typed: &str) -> std::result::Result<u16, Flaw> {
    let found = || typed.trim().to_owned();
    let year = typed.trim().parse().ok();
    let year = year.filter(|year| (2000..=9999).contains(year));
    year.ok_or_else(|| PlanFlaw::YearUnread { found: found() }.into())
}

/// A period by its name, or by what people call it.
fn period(typed: &str) -> std::result::Result<Period, Flaw> {
    let typed = typed.trim();
    let called = |period: &&Period| labels::period(**period).label == typed;
    let read = typed.parse().ok();
    let read = read.or_else(|| Period::ALL.iter().find(called).copied());
    read.ok_or_else(|| {
        let found = typed.to_owned();
        TargetFlaw::ChoiceUnknown { found }.into()
    })
}

/// A whole day that is not after today; empty: none was typed.
fn past(typed: &str, today: NaiveDate) -> std::result::Result<String, Flaw> {
    let on = day(typed, Meaning::Past, today)?;
    if on.is_empty() || on.len() == 10 {
        return Ok(on);
    }
    let found = typed.to_owned();
    Err(TargetFlaw::DateUnread { found }.into())
}

fn read_lines(
    typed: &[PlanLineSave],
    kept: &mut Kept,
    ground: &Ground<'_>,
    problems: &mut Vec<Problem>,
) -> Vec<KeptLine> {
    let mut lines: Vec<KeptLine> = Vec::new();
    for (place, save) in typed.iter().enumerate() {
        let there = |number: u32| kept.lines.iter().find(|line| line.line == number);
        let (number, mut line) = match save.line {
            Some(number) => match there(number) {
                Some(known) if lines.iter().all(|line| line.line != number) => (number, known.read()),
                _ => {
                    let (path, label) = (format!("lines.{place}"), labels::LINES);
                    problems.push(problem(&path, label, PlanFlaw::LineUnknown { found: number }));
                    continue;
                }
            },
            None => {
                kept.last_line += 1;
                (kept.last_line, Line::default())
            }
        };
        for (name, typed) in &save.values {
            let read = name.parse().map_err(|_| TargetFlaw::FieldUnknown.into());
            let label = read.as_ref().map_or(name.as_str(), |field| labels::field(*field));
            let label = labels::nth_line(place + 1, label);
            if let Err(flaw) = read.and_then(|field| set(&mut line, field, typed, ground.items)) {
                problems.push(problem(&format!("lines.{place}.{name}"), &label, flaw));
            }
        }
        lines.push(KeptLine::of(number, &line));
    }
    lines
}

/// Sets a field of a line from what was typed: names of choices and the words for them, items by number or by name.
pub(super) fn set(
    line: &mut Line,
    field: LineField,
    typed: &str,
    items: &[PlannedItem],
) -> std::result::Result<(), Flaw> {
    let typed = typed.trim();
    let text = match field {
        LineField::Position => return Err(TargetFlaw::FieldUnknown.into()),
        LineField::TaskScope => chosen(WordSet::TaskScope, typed, || Line::default().text(field))?,
        LineField::DrawScope => chosen(WordSet::DrawScope, typed, || Line::default().text(field))?,
        LineField::ItemClass => word(WordSet::ItemClass, typed)?,
        LineField::SpecialCampaign => chosen(WordSet::YesNo, typed, || "no".to_owned())?,
        LineField::Modes => modes(typed)?,
        LineField::Items => numbers(typed, items).join(labels::AND),
        _ => any_text(typed, SHORT)?,
    };
    let found = || typed.to_owned();
    line.set(field, &text).map_err(|fault| match fault {
        LineFault::Text(fault) => fault.into(),
        LineFault::NoNumber => PlanFlaw::WholeNumberUnread { found: found() }.into(),
        LineFault::NoShare => PlanFlaw::ShareUnread { found: found() }.into(),
        LineFault::NoMonths => PlanFlaw::MonthsUnread { found: found() }.into(),
        LineFault::NoChoice => TargetFlaw::ChoiceUnknown { found: found() }.into(),
    })
}

/// A choice that is never open: where nothing is said it is the usual one.
fn chosen(set: WordSet, typed: &str, usual: impl Fn() -> String) -> std::result::Result<String, Flaw> {
    let chosen = word(set, typed)?;
    Ok(if chosen.is_empty() { usual() } else { chosen })
}

fn modes(typed: &str) -> std::result::Result<String, Flaw> {
    let name = |word: &str| word.trim().parse::<InspectionMode>().ok();
    let mut names = Vec::new();
    for part in list::values(typed) {
        if let Some(mode) = name(&part) {
            names.push(mode.name());
            continue;
        }
        let (known, unknown) = read_all::<InspectionMode>(&part, &ExtraWords::default());
        if let Some(found) = unknown.into_iter().next() {
            return Err(TargetFlaw::ChoiceUnknown { found }.into());
        }
        names.extend(known.into_iter().map(InspectionMode::name));
    }
    Ok(names.join(","))
}

/// Items by their numbers; what none is called stays as it was typed, and is told by whoever checks the line (L-01).
pub(super) fn numbers(typed: &str, items: &[PlannedItem]) -> Vec<String> {
    let called = |text: &str| items.iter().find(|item| item.is_called(text));
    // A name may have a comma in it.
    if let Some(item) = called(typed) {
        return vec![item.number.clone()];
    }
    let number = |text: String| called(&text).map_or(text, |item| item.number.clone());
    let mut numbers: Vec<String> = Vec::new();
    for found in list::values(typed).into_iter().map(number) {
        if !numbers.contains(&found) {
            numbers.push(found);
        }
    }
    numbers
}

fn read_milestones(
    typed: &[PlanMilestoneSave],
    kept: &mut Kept,
    ground: &Ground<'_>,
    problems: &mut Vec<Problem>,
) -> Vec<KeptMilestone> {
    let mut milestones: Vec<KeptMilestone> = Vec::new();
    for (place, save) in typed.iter().enumerate() {
        let path = |field: &str| format!("milestones.{place}.{field}");
        let there = |number: u32| kept.milestones.iter().find(|one| one.milestone == number);
        let mut milestone = match save.milestone {
            Some(number) => match there(number) {
                Some(known) if milestones.iter().all(|one| one.milestone != number) => known.clone(),
                _ => {
                    let flaw = PlanFlaw::LineUnknown { found: number };
                    let path = format!("milestones.{place}");
                    problems.push(problem(&path, labels::MILESTONE_GROUP, flaw));
                    continue;
                }
            },
            None => {
                kept.last_milestone += 1;
                KeptMilestone {
                    milestone: kept.last_milestone,
                    values: BTreeMap::new(),
                }
            }
        };
        for (name, typed) in &save.values {
            let label = labels::nth_milestone(place + 1, labels::milestone(name));
            match milestone_value(name, typed, ground.today) {
                Ok(text) if text.is_empty() => drop(milestone.values.remove(name)),
                Ok(text) => drop(milestone.values.insert(name.clone(), text)),
                Err(flaw) => problems.push(problem(&path(name), &label, flaw)),
            }
        }
        if milestone.text("task").is_empty() && !save.values.contains_key("task") {
            let label = labels::nth_milestone(place + 1, labels::milestone("task"));
            problems.push(problem(&path("task"), &label, Flaw::Required));
        }
        milestones.push(milestone);
    }
    milestones
}

fn milestone_value(name: &str, typed: &str, today: NaiveDate) -> std::result::Result<String, Flaw> {
    match name {
        "task" => some_text(typed, SHORT),
        "done" => past(typed, today),
        name if MILESTONE_FIELDS.contains(&name) => any_text(typed, SHORT),
        _ => Err(TargetFlaw::FieldUnknown.into()),
    }
}
