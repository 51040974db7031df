//! From what was typed to what is kept, as the list and the registries do it alike: words, days, lists of words, reasons.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use sunlot_rules::day::Day;
use sunlot_rules::personal::holds_id_number;
use sunlot_rules::roster::cell::{RawCell, clean};
use sunlot_rules::roster::date::{self, DateFault, Meaning};
use sunlot_rules::roster::name;
use sunlot_rules::roster::words::{ExtraWords, Read, WordSet};
use sunlot_rules::text;

use super::labels;
use super::limits::SHORT;
use crate::error::Flaw;
use crate::target::TargetFlaw;
use crate::{Place, Problem};

/// A reason in a sentence; every change of an entry has one (T-04, P-05).
pub(crate) fn reason(typed: &str) -> Result<String, Vec<Problem>> {
    some_text(typed, SHORT).map_err(|flaw| vec![problem("reason", labels::REASON, flaw)])
}

/// A text of 1 to `max` characters.
pub(crate) fn some_text(typed: &str, max: usize) -> Result<String, Flaw> {
    anonymous(typed)?;
    Ok(text::required(typed, max)?)
}

/// A text of 0 to `max` characters.
pub(crate) fn any_text(typed: &str, max: usize) -> Result<String, Flaw> {
    anonymous(typed)?;
    Ok(text::optional(typed, max)?)
}

/// A text of several lines, of 0 to `max` characters.
pub(crate) fn lines(typed: &str, max: usize) -> Result<String, Flaw> {
    let mut lines = Vec::new();
    for line in typed.trim().lines() {
        lines.push(any_text(line, max)?);
    }
    let text = lines.join("\n");
    let found = text.chars().count();
    if found > max {
        return Err(Flaw::TooLong { max, found });
    }
    Ok(text)
}

/// No identity number stands in an ordinary text: it would lie in clear in lists, on paper and in every copy (decisions/0011).
fn anonymous(typed: &str) -> Result<(), Flaw> {
    if holds_id_number(typed) {
        Err(Flaw::IdNumberInText)
    } else {
        Ok(())
    }
}

/// A value by its name, or by a word that people use for it.
pub(crate) fn word(set: WordSet, typed: &str) -> Result<String, Flaw> {
    if set.values().contains(&typed) {
        return Ok(typed.to_owned());
    }
    match set.read(typed, &ExtraWords::default()) {
        Read::Known(name) => Ok(name.to_owned()),
        Read::Missing => Ok(String::new()),
        Read::Unknown(found) => Err(TargetFlaw::ChoiceUnknown { found }.into()),
    }
}

/// A date as it is kept.
pub(crate) fn day(typed: &str, meaning: Meaning, today: NaiveDate) -> Result<String, Flaw> {
    let found = || typed.to_owned();
    let today = day_of(today).ok_or(TargetFlaw::DateUnread { found: found() })?;
    match date::read(&clean(&RawCell::Text(typed)), meaning, today) {
        Ok(date) => Ok(date.map(|date| date.to_string()).unwrap_or_default()),
        Err(DateFault::TooEarly { .. }) => Err(TargetFlaw::DateBeforeAll { found: found() }.into()),
        Err(DateFault::TooLate { .. }) => Err(TargetFlaw::DateInFuture { found: found() }.into()),
        Err(_) => Err(TargetFlaw::DateUnread { found: found() }.into()),
    }
}

/// A whole day that begins or ends a period; empty: none was typed.
pub(crate) fn bound(typed: &str, today: NaiveDate) -> Result<String, Flaw> {
    if typed.trim().is_empty() {
        return Ok(String::new());
    }
    let day = day(typed, Meaning::ValidTo, today)?;
    // A period begins and ends on a day, not in a month.
    if day.len() == 10 {
        Ok(day)
    } else {
        let found = typed.to_owned();
        Err(TargetFlaw::DateUnread { found }.into())
    }
}

/// A day as the rules know one.
pub(crate) fn day_of(day: NaiveDate) -> Option<Day> {
    let part = |number: u32| u8::try_from(number).ok();
    Day::new(
        u16::try_from(day.year()).ok()?,
        part(day.month())?,
        part(day.day())?,
    )
}

/// Several words between the same marks, each once.
pub(crate) fn several(typed: &str) -> String {
    let mut words: Vec<&str> = Vec::new();
    for word in typed.split(['、', '，', ',', '；', ';']).map(str::trim) {
        if !word.is_empty() && !words.contains(&word) {
            words.push(word);
        }
    }
    words.join("、")
}

/// The doubts that are left after an edit: those about what was typed anew are gone. `about` says, for a doubt, the fields.
pub(crate) fn left_over<'d>(
    doubts: &'d str,
    typed: &BTreeMap<String, String>,
    about: impl Fn(&str) -> &'static [&'static str],
) -> Vec<&'d str> {
    let answered = |doubt: &&str| about(doubt).iter().any(|field| typed.contains_key(*field));
    let doubts = doubts.split(',').filter(|doubt| !doubt.is_empty());
    doubts.filter(|doubt| !answered(doubt)).collect()
}

/// Whether somebody must look at a name after an edit: characters of it are missing, and nobody has said that it is right.
/// `before` is the name and the doubts before the edit.
pub(crate) fn name_broken(before: (&str, &str), name: &str) -> bool {
    let (known, doubts) = before;
    let open = known != name || doubts.split(',').any(|doubt| doubt == NAME_BROKEN);
    open && name::missing_characters(name).is_some()
}

/// The doubt about such a name, as it is kept.
pub(crate) const NAME_BROKEN: &str = "name_broken";

/// What is wrong with a field.
pub(crate) fn problem(field: &str, label: &str, flaw: impl Into<Flaw>) -> Problem {
    Problem {
        place: Place::Field {
            field: field.to_owned(),
        },
        label: label.to_owned(),
        flaw: flaw.into(),
    }
}

/// Whether a problem is about a field.
pub(crate) fn is_about(problem: &Problem, name: &str) -> bool {
    matches!(&problem.place, Place::Field { field } if field == name)
}
