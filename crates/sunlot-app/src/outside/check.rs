//! From what was typed to what is kept of a draw of another system, with every problem and its field.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sunlot_rules::day::Day;
use sunlot_store::outside_draw::OutsideDrawRow;
use sunlot_store::{Connection, task};

use super::document::OutsideDocument;
use super::fault::OutsideFlaw;
use super::labels;
use super::wire::OutsideTake;
use crate::error::Flaw;
use crate::item::{TaskItems, item_number};
use crate::registry::check::{any_text, bound, day_of, is_about, problem, several, some_text};
use crate::registry::limits::{LONG, MIDDLE, SHORT};
use crate::target::TargetFlaw;
use crate::task::{TaskFlaw, task_number};
use crate::{Error, Problem, Reason, Result};

/// Visits of one draw are over within a year.
const MOST_DAYS: i32 = 366;

/// What a task is that nothing belongs to any more.
const CANCELLED: &str = "cancelled";

/// A form that is read, and what was wrong with it.
struct Form<'f> {
    values: &'f BTreeMap<String, String>,
    problems: Vec<Problem>,
}

impl Form<'_> {
    fn take(&mut self, field: &str, read: impl FnOnce(&str) -> std::result::Result<String, Flaw>) -> String {
        read(self.values.get(field).map_or("", String::as_str)).unwrap_or_else(|flaw| {
            self.wrong(field, flaw);
            String::new()
        })
    }

    fn day(&mut self, field: &str, today: NaiveDate) -> String {
        let day = self.take(field, |typed| bound(typed, today));
        if day.is_empty() && !self.problems.iter().any(|known| is_about(known, field)) {
            self.wrong(field, Flaw::Required);
        }
        day
    }

    fn wrong(&mut self, field: &str, flaw: impl Into<Flaw>) {
        self.problems.push(problem(field, labels::field(field), flaw));
    }
}

/// Reads a draw as it was typed; what cannot stand so is left empty and told.
pub(super) fn read(
    office: &Connection,
    request: &OutsideTake,
    told: &BTreeMap<String, String>,
    today: NaiveDate,
) -> Result<(OutsideDrawRow, OutsideDocument, Vec<Problem>)> {
    // What somebody typed goes before what a file says of itself.
    let mut values = told.clone();
    let typed = request.values.iter();
    let typed = typed.filter(|(field, value)| !value.trim().is_empty() || !told.contains_key(*field));
    values.extend(typed.map(|(field, value)| (field.clone(), value.clone())));
    let mut form = Form {
        values: &values,
        problems: Vec::new(),
    };
    let known = |field: &&String| labels::FORM.contains(&field.as_str());
    for found in request.values.keys().filter(|field| !known(field)).cloned() {
        form.wrong("system", OutsideFlaw::OutsideFieldUnknown { found });
    }
    let document = OutsideDocument {
        system: form.take("system", |typed| some_text(typed, SHORT)),
        office: form.take("office", |typed| some_text(typed, SHORT)),
        doc_no: form.take("doc_no", |typed| any_text(typed, SHORT)),
        told_items: form.take("items", |typed| any_text(&several(typed), LONG)),
        items: request.items.clone(),
        note: form.take("note", |typed| any_text(typed, MIDDLE)),
        ..OutsideDocument::default()
    };
    let row = OutsideDrawRow {
        drawn_on: form.day("drawn_on", today),
        visit_from: form.day("from", today),
        visit_to: form.day("to", today),
        task: request.task,
        ..OutsideDrawRow::default()
    };
    of_days(&mut form, &row, today);
    of_items(&mut form, office, request, today)?;
    if let Some(id) = request.task {
        let there = task::by_id(office, id)?;
        if there.is_none_or(|stored| stored.row.state == CANCELLED) {
            let found = task_number(id);
            form.wrong("task", OutsideFlaw::OutsideTaskUnknown { found });
        }
    }
    Ok((row, document, form.problems))
}

fn of_days(form: &mut Form<'_>, row: &OutsideDrawRow, today: NaiveDate) {
    if *row.drawn_on > *today.to_string() {
        let found = row.drawn_on.clone();
        form.wrong("drawn_on", TargetFlaw::DateInFuture { found });
    }
    let (Some(from), Some(to)) = (Day::parse(&row.visit_from), Day::parse(&row.visit_to)) else {
        return;
    };
    if Day::parse(&row.drawn_on).is_some_and(|drawn_on| from < drawn_on) {
        let drawn_on = row.drawn_on.clone();
        form.wrong("from", OutsideFlaw::VisitsBeforeDraw { drawn_on });
    }
    let days = to.number() - from.number() + 1;
    if days < 1 {
        form.wrong("to", TaskFlaw::TaskPeriodReversed);
    } else if days > MOST_DAYS {
        let days = u32::try_from(days).unwrap_or(u32::MAX);
        form.wrong("to", TaskFlaw::PeriodLong { days });
    }
}

/// What is inspected is known: otherwise nobody can tell what goes on one sheet with it (N-13).
fn of_items(form: &mut Form<'_>, office: &Connection, request: &OutsideTake, today: NaiveDate) -> Result<()> {
    let today = day_of(today).ok_or_else(|| Error::new(Reason::Internal, "the clock shows no day"))?;
    let known = TaskItems::read(office, today)?;
    for id in request.items.iter().filter(|id| known.get(**id).is_none()) {
        let found = item_number(*id);
        form.wrong("items", TaskFlaw::ItemUnknown { found });
    }
    let told = form.values.get("items");
    let told = told.is_some_and(|typed| !typed.trim().is_empty());
    if request.items.is_empty() && !told {
        form.wrong("items", OutsideFlaw::OutsideItemsMissing);
    }
    Ok(())
}
