//! What people ask for, as what the store can search: names become the actors they may stand for, days are checked.

use chrono::NaiveDate;
use sunlot_store::Connection;
use sunlot_store::filter::{self, Filter, Mark};

use super::wire::{ObjectRef, TrailFilter};
use crate::account::Names;
use crate::{Error, Flaw, KindName, ObjectKind, Place, Problem, Reason, Result, actor, labels};

/// The store's part of a filter, and the words to be looked for.
pub(super) struct Asked {
    pub(super) filter: Filter,
    pub(super) text: Option<String>,
}

pub(super) fn asked(office: &Connection, wanted: &TrailFilter) -> Result<Asked> {
    let (from, to) = days(wanted.from.as_deref(), wanted.to.as_deref())?;
    let mut all_of = Vec::new();
    if let Some(person) = given(wanted.person.as_ref()) {
        all_of.push(marks_of_person(office, person)?);
    }
    if !wanted.kinds.is_empty() {
        all_of.push(wanted.kinds.iter().cloned().map(Mark::Kind).collect());
    }
    if let Some(object) = &wanted.object {
        all_of.push(marks_of_object(object));
    }
    Ok(Asked {
        filter: Filter { all_of, from, to },
        text: given(wanted.text.as_ref()).map(str::to_owned),
    })
}

fn given(text: Option<&String>) -> Option<&str> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty())
}

/// Everybody in the trail whom this may mean: by the name that stands there, or by the name people read.
fn marks_of_person(office: &Connection, person: &str) -> Result<Vec<Mark>> {
    let names = Names::read(office)?;
    let people = filter::actors(office)?;
    let exactly = people.iter().any(|known| known == person);
    let meant = people.into_iter().filter(|known| {
        if exactly {
            known == person
        } else {
            known.split_once(':').is_some_and(|(_, name)| name == person)
                || names.told(known).contains(person)
        }
    });
    Ok(meant
        .flat_map(|known| [Mark::Actor(known.clone()), Mark::Second(known)])
        .collect())
}

/// To the story of an account belongs what its owner did.
fn marks_of_object(object: &ObjectRef) -> Vec<Mark> {
    let mut marks = vec![Mark::Object {
        kind: object.kind.clone(),
        id: object.id.clone(),
    }];
    if object.kind == <&str>::from(ObjectKind::Account) {
        let owner = actor::account_in_trail(&object.id);
        marks.extend([Mark::Actor(owner.clone()), Mark::Second(owner)]);
    }
    marks
}

/// The days, if they are days and stand in order.
pub(super) fn days(from: Option<&str>, to: Option<&str>) -> Result<(Option<String>, Option<String>)> {
    let mut problems = Vec::new();
    let mut day = |field: &str, label: &str, typed: Option<&str>| {
        let typed = typed.map(str::trim).filter(|typed| !typed.is_empty())?;
        // Four digits, two, two: what the trail's own moments begin with, so that texts can be compared.
        let read = NaiveDate::parse_from_str(typed, "%Y-%m-%d").ok();
        let read = read.filter(|day| day.to_string() == typed);
        if read.is_none() {
            problems.push(problem(
                field,
                label,
                Flaw::NotADay {
                    found: typed.to_owned(),
                },
            ));
        }
        read
    };
    let (first, last) = (
        day("from", labels::FIRST_DAY, from),
        day("to", labels::LAST_DAY, to),
    );
    if let (Some(first), Some(last)) = (first, last)
        && first > last
    {
        problems.push(problem("to", labels::LAST_DAY, Flaw::DaysReversed));
    }
    if problems.is_empty() {
        Ok((first.map(|day| day.to_string()), last.map(|day| day.to_string())))
    } else {
        Err(Error::of_problems(Reason::FilterInvalid, problems))
    }
}

fn problem(field: &str, label: &str, flaw: Flaw) -> Problem {
    Problem {
        place: Place::Field {
            field: field.to_owned(),
        },
        label: label.to_owned(),
        flaw,
    }
}

/// What a filter says, for people: the heading of a list, a sheet, a story.
pub(super) fn heading(wanted: &TrailFilter, names: &Names) -> String {
    let said: Vec<String> = conditions(wanted, names)
        .into_iter()
        .map(|(label, value)| format!("{label}：{value}"))
        .collect();
    if said.is_empty() {
        labels::WHOLE_TRAIL.to_owned()
    } else {
        said.join("；")
    }
}

/// The conditions of a filter, label and value.
pub(super) fn conditions(wanted: &TrailFilter, names: &Names) -> Vec<(String, String)> {
    let mut said = Vec::new();
    if let Some(object) = &wanted.object {
        said.push((object_label(&object.kind), object_name(object, names)));
    }
    if let Some(person) = given(wanted.person.as_ref()) {
        said.push((labels::PERSON.to_owned(), names.told(person)));
    }
    if !wanted.kinds.is_empty() {
        let kinds: Vec<String> = wanted.kinds.iter().map(|kind| kind_label(kind)).collect();
        said.push((labels::MATTER.to_owned(), kinds.join("、")));
    }
    if let Some(from) = given(wanted.from.as_ref()) {
        said.push((labels::FIRST_DAY.to_owned(), from.to_owned()));
    }
    if let Some(to) = given(wanted.to.as_ref()) {
        said.push((labels::LAST_DAY.to_owned(), to.to_owned()));
    }
    if let Some(text) = given(wanted.text.as_ref()) {
        said.push((labels::WORDS.to_owned(), text.to_owned()));
    }
    said
}

/// A thing by its name, where it has one beside its id.
pub(super) fn object_name(object: &ObjectRef, names: &Names) -> String {
    if object.kind == <&str>::from(ObjectKind::Account) {
        names.person(&object.id)
    } else {
        object.id.clone()
    }
}

pub(super) fn kind_label(kind: &str) -> String {
    KindName::of_disk(kind).map_or_else(|| kind.to_owned(), |kind| kind.label().to_owned())
}

pub(super) fn object_label(kind: &str) -> String {
    kind.parse::<ObjectKind>()
        .map_or_else(|_| kind.to_owned(), |kind| kind.label().to_owned())
}
