//! From what was typed to what is kept: every value of a profile is read by its rule, and every fault is reported with its
//! field.

use sunlot_rules::profile::Switch;
use sunlot_rules::text::searchable;
use sunlot_store::{Connection, rule_profile};

use super::document::{BUILT_IN, Document, TextPart, require};
use super::fault::{RulesFault, RulesFlaw, fault, invalid};
use super::labels;
use super::wire::RulesSave;
use crate::error::Flaw;
use crate::registry::check::{self, problem};
use crate::registry::limits::{LONG, SHORT};
use crate::target::TargetFlaw;
use crate::{Problem, Result};

/// How long a name may be: it stands at the head of every draw.
const NAME: usize = 60;

/// What a profile says, and would say; or everything that stands in the way.
pub(super) fn edited(office: &Connection, request: &RulesSave) -> Result<(Option<Document>, Document)> {
    let before = match request.id {
        Some(id) => Some(unmoved(office, id, request.version)?),
        None => None,
    };
    let mut after = before.clone().unwrap_or_else(Document::blank);
    let mut problems = Vec::new();
    set_switches(&mut after, request, &mut problems);
    set_texts(&mut after, request, &mut problems);
    if let Some(name) = taken(
        request.name.as_deref().unwrap_or(&after.name),
        NAME,
        (labels::NAME_FIELD, labels::NAME),
        &mut problems,
    ) {
        if let Some(number) = twin(office, request.id, &name)? {
            let flaw = RulesFlaw::RulesNameTaken { number };
            problems.push(problem(labels::NAME_FIELD, labels::NAME, flaw));
        }
        after.name = name;
    }
    if let Some(basis) = taken(
        request.basis.as_deref().unwrap_or(&after.basis),
        SHORT,
        (labels::BASIS_FIELD, labels::BASIS),
        &mut problems,
    ) {
        after.basis = basis;
    }
    if let Some(in_force) = request.in_force {
        after.in_force = in_force;
    }
    if problems.is_empty() {
        Ok((before, after))
    } else {
        Err(invalid(problems))
    }
}

/// The profile as it stands, where nobody saved it since somebody opened it.
pub(super) fn unmoved(office: &Connection, id: i64, opened: Option<i64>) -> Result<Document> {
    if id == BUILT_IN {
        let name = labels::GENERAL.to_owned();
        return Err(fault(RulesFault::RulesBuiltIn { name }));
    }
    let document = require(office, id)?;
    if opened == Some(document.version) {
        return Ok(document);
    }
    Err(fault(RulesFault::RulesMoved {
        number: document.number(),
        name: document.name,
    }))
}

/// A reason in a sentence; every change has one.
pub(super) fn reason(typed: &str) -> Result<String> {
    check::reason(typed).map_err(invalid)
}

fn set_switches(after: &mut Document, request: &RulesSave, problems: &mut Vec<Problem>) {
    for (name, typed) in &request.values {
        let Ok(switch) = name.parse::<Switch>() else {
            problems.push(problem(name, name, TargetFlaw::FieldUnknown));
            continue;
        };
        if let Err(fault) = after.profile.set(switch, typed) {
            let flaw = RulesFlaw::of_switch(switch, typed, &fault);
            problems.push(problem(name, labels::label(switch), flaw));
        }
    }
}

fn set_texts(after: &mut Document, request: &RulesSave, problems: &mut Vec<Problem>) {
    for (name, typed) in &request.texts {
        let Ok(part) = name.parse::<TextPart>() else {
            problems.push(problem(name, name, TargetFlaw::FieldUnknown));
            continue;
        };
        match check::lines(typed, LONG) {
            Ok(text) if text.is_empty() => drop(after.texts.remove(&part)),
            Ok(text) => drop(after.texts.insert(part, text)),
            Err(flaw) => problems.push(problem(&labels::text_field(part), labels::text_part(part), flaw)),
        }
    }
}

/// A text that must be there.
fn taken(typed: &str, most: usize, field: (&str, &str), problems: &mut Vec<Problem>) -> Option<String> {
    let (field, label) = field;
    let read: std::result::Result<String, Flaw> = check::some_text(typed, most);
    read.map_err(|flaw| problems.push(problem(field, label, flaw)))
        .ok()
}

/// Another profile of the same name. On paper one is known by its name.
fn twin(office: &Connection, id: Option<i64>, name: &str) -> Result<Option<String>> {
    let wanted = searchable(name);
    let others = rule_profile::all(office)?.into_iter();
    let twin = others
        .filter(|other| Some(other.id) != id)
        .find(|other| searchable(&other.row.name) == wanted);
    if twin.is_none() && wanted == searchable(labels::GENERAL) {
        return Ok(Some(labels::number(BUILT_IN)));
    }
    Ok(twin.map(|twin| labels::number(twin.id)))
}
