//! `sunlot task set`: a task as it is written on the command line, for a new one or over what stands there.

use sunlot_app::registry::{FieldView, FormChecked};
use sunlot_app::task::{ClauseForm, CrewForm, LeftOutForm, StratumForm, TaskSave};
use sunlot_app::{Desk, Result};

use crate::args::task::TaskOptions;
use crate::chosen::inspector_of;
use crate::output::{Output, Status};
use crate::registry::{missing, not_among, number, pairs, request_in, told_problems, wrong};
use crate::task::at;
use crate::task_people;
use crate::task_told as told;

pub(crate) fn run(desk: &Desk, options: TaskOptions, output: &Output) -> Result<Status> {
    let mut request = match (&options.from, &options.task) {
        (Some(file), _) => request_in(file)?,
        (None, Some(task)) => desk.task_open(&at(task)?)?.form,
        (None, None) => TaskSave::default(),
    };
    if let Some(task) = &options.task {
        let view = desk.task_open(&at(task)?)?;
        request.id = Some(view.line.id);
        request.version = request.version.or(Some(view.version));
    }
    of_line(desk, &options, &mut request)?;
    let fields = desk.task_choices()?.fields;
    for (field, value) in pairs("--value", &options.values)? {
        request.values.insert(field_of(&fields, &field)?, value);
    }
    if !options.items.is_empty() {
        let items = options.items.iter().map(|item| number("SX-", item));
        request.items = items.collect::<Result<_>>()?;
    }
    if !options.scope.is_empty() {
        request.scope = options
            .scope
            .iter()
            .map(|typed| clause(typed))
            .collect::<Result<_>>()?;
    }
    if let Some(name) = &options.pattern {
        request.strata = pattern(desk, name, &request)?;
    }
    amounts(&options, &mut request.strata)?;
    task_people::places(&options.slots, &mut request.strata)?;
    crew(desk, &options, &mut request.crew)?;
    if let Some(rules) = &options.rules {
        request.rules = Some(number("XZ-", rules)?);
    }
    request.reason = options.reason;
    if options.check {
        let checked = desk.task_check(&request)?;
        let right = checked.problems.is_empty();
        output.answer(&checked, |checked| {
            told_problems(&FormChecked {
                problems: checked.problems.clone(),
            })
        });
        return Ok(if right { Status::Done } else { Status::Refused });
    }
    output.answer(&desk.task_save(&request)?, told::shown);
    Ok(Status::Done)
}

/// A condition: a field with its values, `credit=fair,poor`; or with those that it must not have, `credit!=good`.
fn clause(typed: &str) -> Result<ClauseForm> {
    let (field, values) = typed.split_once('=').ok_or_else(|| wrong("--where", typed))?;
    let not = field.ends_with('!');
    let values = values.split([',', '，']).map(|value| value.trim().to_owned());
    Ok(ClauseForm {
        field: field.trim_end_matches('!').trim().to_owned(),
        any_of: values.collect(),
        not,
    })
}

/// What a line of a plan says already: the task begins with it, as in the window.
fn of_line(desk: &Desk, options: &TaskOptions, request: &mut TaskSave) -> Result<()> {
    let Some(plan) = &options.plan else {
        return match options.line {
            Some(_) => Err(missing("--plan")),
            None => Ok(()),
        };
    };
    let plan = number("JH-", plan)?;
    let lines = desk.task_choices()?.lines;
    let of_plan = || lines.iter().filter(|line| line.plan == plan);
    let asked = options.line.map_or_else(String::new, |line| line.to_string());
    let chosen = of_plan().find(|line| Some(line.line) == options.line);
    let Some(line) = chosen else {
        let all: Vec<(String, &str)> = of_plan()
            .map(|line| (line.line.to_string(), line.label.as_str()))
            .collect();
        if all.is_empty() {
            return Err(wrong("--plan", options.plan.as_deref().unwrap_or_default()));
        }
        let all = all.iter().map(|(line, label)| (line.as_str(), *label));
        return Err(not_among("--line", &asked, all));
    };
    (request.plan, request.line) = (Some(line.plan), Some(line.line));
    for (field, value) in &line.values {
        let known = request.values.entry(field.clone()).or_default();
        if known.is_empty() {
            known.clone_from(value);
        }
    }
    if request.items.is_empty() {
        request.items.clone_from(&line.items);
    }
    let crew = &mut request.crew;
    if !crew.joint && !line.lead.is_empty() && !options.single {
        (crew.joint, crew.lead) = (true, line.lead.clone());
        crew.partners.clone_from(&line.partners);
    }
    Ok(())
}

/// The strata of a pattern by its name; `plan` is that of the line.
fn pattern(desk: &Desk, name: &str, request: &TaskSave) -> Result<Vec<StratumForm>> {
    let choices = desk.task_choices()?;
    let mut patterns = choices.patterns_of(&request.items).to_vec();
    let of_line = choices
        .lines
        .into_iter()
        .find(|line| (Some(line.plan), Some(line.line)) == (request.plan, request.line));
    patterns.extend(of_line.and_then(|line| line.pattern));
    let known = patterns
        .iter()
        .map(|pattern| (pattern.name.as_str(), pattern.label.as_str()));
    let found = patterns
        .iter()
        .find(|pattern| pattern.name == name || pattern.label == name);
    let found = found.ok_or_else(|| not_among("--pattern", name, known))?;
    Ok(found.strata.clone())
}

/// The name of a field, which may be written as people call it.
fn field_of(fields: &[FieldView], typed: &str) -> Result<String> {
    let found = fields
        .iter()
        .find(|field| field.field == typed || field.label == typed);
    let all = fields
        .iter()
        .map(|field| (field.field.as_str(), field.label.as_str()));
    found
        .map(|field| field.field.clone())
        .ok_or_else(|| not_among("--value", typed, all))
}

/// How many each stratum draws: `5%` of the only one, `A=5%` of one among several; a number of them in the same way.
fn amounts(options: &TaskOptions, strata: &mut Vec<StratumForm>) -> Result<()> {
    if strata.is_empty() && !(options.shares.is_empty() && options.counts.is_empty()) {
        strata.push(StratumForm {
            label: "甲类".to_owned(),
            ..StratumForm::default()
        });
    }
    for typed in &options.shares {
        let (stratum, share) = stratum_of("--share", typed, strata)?;
        (stratum.quota, stratum.share) = ("rate".to_owned(), share);
    }
    for typed in &options.counts {
        let (stratum, count) = stratum_of("--count", typed, strata)?;
        (stratum.quota, stratum.count) = ("count".to_owned(), count);
    }
    Ok(())
}

fn stratum_of<'s>(
    argument: &str,
    typed: &str,
    strata: &'s mut [StratumForm],
) -> Result<(&'s mut StratumForm, String)> {
    let (place, amount) = match typed.split_once('=') {
        Some((key, amount)) => (task_people::letter(key), amount),
        None if strata.len() == 1 => (Some(0), typed),
        None => (None, typed),
    };
    let stratum = place.and_then(|place| strata.get_mut(place));
    let stratum = stratum.ok_or_else(|| wrong(argument, typed))?;
    Ok((stratum, amount.trim().to_owned()))
}

/// Who inspects, as far as something is written of it.
fn crew(desk: &Desk, options: &TaskOptions, crew: &mut CrewForm) -> Result<()> {
    if options.later || options.at_once {
        crew.later = options.later;
    }
    if options.single {
        (crew.joint, crew.lead) = (false, String::new());
        crew.partners.clear();
    }
    if let Some(lead) = &options.lead {
        (crew.joint, crew.lead) = (true, lead.clone());
    }
    if !options.partners.is_empty() {
        (crew.joint, crew.partners) = (true, options.partners.clone());
    }
    if let Some(size) = &options.size {
        crew.size.clone_from(size);
    }
    if let Some(cap) = &options.cap {
        crew.cap.clone_from(cap);
    }
    if !options.left_out.is_empty() {
        let left = options.left_out.iter().map(|typed| {
            let (person, basis) = typed.split_once('=').ok_or_else(|| wrong("--left-out", typed))?;
            Ok(LeftOutForm {
                inspector: inspector_of(desk, person)?,
                basis: basis.trim().to_owned(),
            })
        });
        crew.left_out = left.collect::<Result<_>>()?;
    }
    Ok(())
}
