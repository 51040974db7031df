//! From what was typed to what is kept of a task, with every problem and its field.

use std::collections::BTreeMap;

use sunlot_rules::crew::slots::SlotPlan;
use sunlot_rules::day::Day;
use sunlot_rules::pool::{Clause, Field, Quota, StratumFault, StratumRule, check_clauses, check_strata};
use sunlot_rules::profile::RuleProfile;
use sunlot_rules::roster::words::WordSet;
use sunlot_rules::share;
use sunlot_store::inspector::{Column, StoredInspector};

use super::document::{Beyond, Crew, LeftOut, TaskDocument};
use super::fault::TaskFlaw;
use super::labels;
use super::of_line::{RISK, SUPERIOR};
use super::people;
use super::places::{self, Asked, Place};
use super::wire::{ClauseForm, CrewForm, StratumForm, TaskSave};
use crate::error::Flaw;
use crate::item::{TaskItem, TaskItems, item_number};
use crate::registry::check::{any_text, bound, day_of, problem, several, some_text, word};
use crate::registry::limits::{LONG, SHORT};
use crate::target::TargetFlaw;
use crate::{Desk, Problem};

/// Visits of one task are over within a year.
const MOST_DAYS: i32 = 366;

/// What a task is held against while it is checked.
pub(super) struct Around<'a> {
    pub items: &'a TaskItems,
    pub profile: &'a RuleProfile,
    pub people: &'a [StoredInspector],
}

/// A form that is read, and what was wrong with it.
struct Form<'f> {
    values: &'f BTreeMap<String, String>,
    problems: Vec<Problem>,
}

impl Form<'_> {
    fn typed(&self, field: &str) -> &str {
        self.values.get(field).map_or("", String::as_str)
    }

    fn take<T: Default>(&mut self, field: &str, read: impl FnOnce(&str) -> Result<T, Flaw>) -> T {
        read(self.typed(field)).unwrap_or_else(|flaw| {
            self.wrong(field, flaw);
            T::default()
        })
    }

    fn wrong(&mut self, field: &str, flaw: impl Into<Flaw>) {
        self.problems
            .push(problem(field, labels::task_field(field), flaw));
    }
}

impl Desk {
    /// Reads a task as it was typed: its title and what is kept of it.
    pub(super) fn task_read(
        &self,
        request: &TaskSave,
        around: &Around<'_>,
    ) -> Result<(String, TaskDocument), Vec<Problem>> {
        let today = self.today();
        let mut form = Form {
            values: &request.values,
            problems: Vec::new(),
        };
        let known = |field: &&String| labels::FORM.contains(&field.as_str());
        for found in request.values.keys().filter(|field| !known(field)).cloned() {
            form.wrong("title", TaskFlaw::ConditionUnknown { found });
        }
        let title = form.take("title", |typed| some_text(typed, SHORT));
        let kind = form.take("kind", |typed| word(WordSet::TaskKind, typed));
        let mut document = TaskDocument {
            kind,
            basis: form.take("basis", |typed| any_text(typed, LONG)),
            superior: form.take("superior", |typed| any_text(typed, SHORT)),
            from: form.take("from", |typed| bound(typed, today)),
            to: form.take("to", |typed| bound(typed, today)),
            unit: form.take("unit", |typed| any_text(typed, SHORT)),
            person: form.take("person", |typed| any_text(typed, SHORT)),
            modes: form.take("modes", modes),
            beyond: beyond(&mut form),
            rules: request.rules,
            items: request.items.clone(),
            ..TaskDocument::default()
        };
        of_kind(&mut form, &document, request);
        of_period(&mut form, &document, day_of(today));
        of_items(&mut form, &request.items, around.items);
        document.scope = scope(&mut form, &request.scope);
        document.strata = strata(&mut form, request, around.items);
        document.crew = crew(&mut form, &request.crew, around.profile);
        names(&mut form, &request.crew, &mut document.crew, around);
        document.crew.slots = places(&mut form, &request.strata, &document, around);
        if form.problems.is_empty() {
            Ok((title, document))
        } else {
            Err(form.problems)
        }
    }
}

fn modes(typed: &str) -> Result<Vec<String>, Flaw> {
    let words = several(typed);
    let words = words.split('、').filter(|word| !word.is_empty());
    words.map(|typed| word(WordSet::InspectionMode, typed)).collect()
}

fn of_kind(form: &mut Form<'_>, document: &TaskDocument, request: &TaskSave) {
    match document.kind.as_str() {
        "" => form.wrong("kind", Flaw::Required),
        // N-07: a complaint is looked into, and nobody is drawn for it.
        "case_inspection" => form.wrong("kind", TaskFlaw::CaseNotDrawn),
        _ => {}
    }
    if request.line.is_none() && document.basis.is_empty() {
        form.wrong("basis", TaskFlaw::TaskBasisMissing);
    }
}

/// Why it is another than its line of the plan: one of the reasons that the law knows, and in words.
fn beyond(form: &mut Form<'_>) -> Option<Beyond> {
    let code = form.typed("beyond").trim().to_owned();
    let why = form.take("beyond_why", |typed| any_text(typed, LONG));
    if code.is_empty() {
        return None;
    }
    if ![RISK, SUPERIOR].contains(&code.as_str()) {
        form.wrong("beyond", TargetFlaw::ChoiceUnknown { found: code });
        return None;
    }
    if why.is_empty() {
        form.wrong("beyond_why", Flaw::Required);
    }
    // N-06: what was ordered has a number.
    if code == SUPERIOR && form.typed("superior").trim().is_empty() {
        form.wrong("superior", Flaw::Required);
    }
    Some(Beyond { code, why })
}

fn of_period(form: &mut Form<'_>, document: &TaskDocument, today: Option<Day>) {
    for (field, typed) in [("from", &document.from), ("to", &document.to)] {
        if typed.is_empty()
            && !form
                .problems
                .iter()
                .any(|p| crate::registry::check::is_about(p, field))
        {
            form.wrong(field, Flaw::Required);
        }
    }
    let (Some(from), Some(to)) = (Day::parse(&document.from), Day::parse(&document.to)) else {
        return;
    };
    let days = to.number() - from.number() + 1;
    if today.is_some_and(|today| from < today) {
        // D-01: whoever is visited was drawn before.
        form.wrong(
            "from",
            TaskFlaw::VisitsBegun {
                from: from.to_string(),
            },
        );
    }
    if days < 1 {
        form.wrong("to", TaskFlaw::TaskPeriodReversed);
    } else if days > MOST_DAYS {
        let days = u32::try_from(days).unwrap_or(u32::MAX);
        form.wrong("to", TaskFlaw::PeriodLong { days });
    }
}

fn of_items(form: &mut Form<'_>, items: &[i64], known: &TaskItems) {
    if items.is_empty() {
        form.wrong("items", TaskFlaw::ItemsMissing);
    }
    for id in items.iter().filter(|id| known.get(**id).is_none()) {
        let found = item_number(*id);
        form.wrong("items", TaskFlaw::ItemUnknown { found });
    }
}

fn scope(form: &mut Form<'_>, typed: &[ClauseForm]) -> Vec<Clause> {
    let clauses = clauses(form, "scope", typed);
    for (_, fault) in check_clauses(&clauses) {
        form.wrong("scope", TaskFlaw::ScopeClause { fault });
    }
    clauses
}

fn clauses(form: &mut Form<'_>, field: &str, typed: &[ClauseForm]) -> Vec<Clause> {
    let mut read = Vec::new();
    for clause in typed {
        match clause.field.parse::<Field>() {
            Ok(about) => read.push(Clause {
                field: about,
                any_of: clause
                    .any_of
                    .iter()
                    .map(|value| value.trim().to_owned())
                    .collect(),
                not: clause.not,
            }),
            Err(_) => {
                let found = clause.field.clone();
                form.wrong(field, TaskFlaw::ConditionUnknown { found });
            }
        }
    }
    read
}

/// The problems of a stratum stand at `strata.0`, `strata.1` …
fn strata(form: &mut Form<'_>, request: &TaskSave, known: &TaskItems) -> Vec<StratumRule> {
    let mut read = Vec::new();
    for (at, stratum) in request.strata.iter().enumerate() {
        let field = format!("strata.{at}");
        let clauses = clauses(form, &field, &stratum.clauses);
        let quota = quota(form, &field, stratum);
        let reserve = count(form, &field, &stratum.reserve);
        read.push(StratumRule {
            label: stratum.label.trim().to_owned(),
            meaning: stratum.meaning.trim().to_owned(),
            clauses,
            quota,
            reserve,
            items: stratum.items.iter().map(|id| item_number(*id)).collect(),
        });
    }
    let codes: Vec<String> = request.items.iter().map(|id| item_number(*id)).collect();
    for (at, fault) in check_strata(&read, &codes) {
        let field = at.map_or_else(|| "strata".to_owned(), |at| format!("strata.{at}"));
        if fault == StratumFault::None && request.line.is_some() {
            form.wrong(&field, TaskFlaw::LineStrataMissing);
            continue;
        }
        let fault = named(fault, known);
        form.wrong(&field, TaskFlaw::Stratum { fault });
    }
    read
}

/// The same with the item's name beside its number: nobody knows items by their numbers.
fn named(fault: StratumFault, known: &TaskItems) -> StratumFault {
    match fault {
        StratumFault::ItemUnknown { code } => {
            let item = known.all().find(|item| item.number == code);
            let code = item.map_or(code, |item| labels::item(&item.number, &item.name));
            StratumFault::ItemUnknown { code }
        }
        other => other,
    }
}

fn quota(form: &mut Form<'_>, field: &str, typed: &StratumForm) -> Quota {
    match typed.quota.as_str() {
        "all" => Quota::All,
        "count" => {
            let n = count(form, field, &typed.count).unwrap_or_else(|| {
                if typed.count.trim().is_empty() {
                    let found = String::new();
                    form.wrong(field, TaskFlaw::CountUnread { found });
                }
                0
            });
            Quota::Count { n }
        }
        "rate" => {
            let share = share::parse(&typed.share).unwrap_or_else(|| {
                let found = typed.share.clone();
                form.wrong(field, TaskFlaw::StratumShareUnread { found });
                0
            });
            Quota::Rate {
                share,
                min: count(form, field, &typed.min).unwrap_or(0),
                max: count(form, field, &typed.max),
            }
        }
        other => {
            let found = other.to_owned();
            form.wrong(field, TaskFlaw::QuotaUnknown { found });
            Quota::All
        }
    }
}

/// A number of targets; nothing where nothing was typed.
fn count(form: &mut Form<'_>, field: &str, typed: &str) -> Option<u32> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let read = typed.parse().ok();
    if read.is_none() {
        let found = typed.to_owned();
        form.wrong(field, TaskFlaw::CountUnread { found });
    }
    read
}

fn crew(form: &mut Form<'_>, typed: &CrewForm, profile: &RuleProfile) -> Crew {
    let size = count(form, "crew", &typed.size);
    let least = profile.minimum_crew;
    if size.is_some_and(|size| size < least) {
        form.wrong("crew", TaskFlaw::CrewSmall { least });
    }
    let lead = typed.lead.trim().to_owned();
    let partners: Vec<String> = typed
        .partners
        .iter()
        .map(|partner| partner.trim().to_owned())
        .filter(|partner| !partner.is_empty())
        .collect();
    if typed.joint {
        if lead.is_empty() {
            form.wrong("crew", TaskFlaw::LeadMissing);
        }
        if partners.is_empty() {
            form.wrong("crew", TaskFlaw::PartnersMissing);
        }
        if partners.contains(&lead) {
            form.wrong("crew", TaskFlaw::LeadTwice);
        }
    }
    let mut left_out = Vec::new();
    for typed in &typed.left_out {
        match some_text(&typed.basis, LONG) {
            Ok(basis) => left_out.push(LeftOut {
                inspector: typed.inspector,
                basis,
            }),
            Err(flaw) => form.wrong("crew", flaw),
        }
    }
    Crew {
        later: typed.later,
        joint: typed.joint,
        lead,
        partners: if typed.joint { partners } else { Vec::new() },
        size,
        cap: count(form, "crew", &typed.cap),
        left_out,
        by: None,
        slots: Vec::new(),
        answers: Vec::new(),
    }
}

/// What the names of lead and partners are of. Where nobody says so the registry does, unless it knows both.
fn names(form: &mut Form<'_>, typed: &CrewForm, crew: &mut Crew, around: &Around<'_>) {
    let known = |column: Column, name: &str| around.people.iter().any(|person| person.get(column) == name);
    match typed.by.trim() {
        "" => {
            let both = |name: &&String| known(Column::Unit, name) && known(Column::Department, name);
            if let Some(name) = places::departments(crew).iter().find(both).cloned() {
                form.wrong("crew", TaskFlaw::NamesAmbiguous { name });
            }
        }
        by @ (people::UNIT | "department") => crew.by = Some(by.to_owned()),
        found => {
            let found = found.to_owned();
            form.wrong("crew", TargetFlaw::ChoiceUnknown { found });
        }
    }
}

/// The places that somebody wrote, by stratum; nothing where nobody wrote any. Their problems stand at the stratum.
fn places(
    form: &mut Form<'_>,
    typed: &[StratumForm],
    document: &TaskDocument,
    around: &Around<'_>,
) -> Vec<Vec<Place>> {
    if typed.iter().all(|stratum| stratum.slots.is_empty()) {
        return Vec::new();
    }
    let items: Vec<TaskItem> = document
        .items
        .iter()
        .filter_map(|id| around.items.get(*id).cloned())
        .collect();
    let mut all = Vec::new();
    for (at, stratum) in typed.iter().enumerate() {
        let field = format!("strata.{at}");
        let mut written = Vec::new();
        for slot in &stratum.slots {
            match Place::read(slot) {
                Ok(place) => written.push(place),
                Err(flaw) => form.wrong(&field, flaw),
            }
        }
        if written.len() == stratum.slots.len() && !written.is_empty() {
            let codes: Vec<String> = stratum.items.iter().map(|id| item_number(*id)).collect();
            let asked = Asked::of(around.profile, &document.crew, &items, &codes);
            let planned: Vec<SlotPlan> = written.iter().map(Place::plan).collect();
            for fault in asked.faults(&planned) {
                form.wrong(&field, TaskFlaw::Slot { fault });
            }
        }
        all.push(written);
    }
    all
}
