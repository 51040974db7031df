//! What is wrong with a request about a personal value. No problem carries the value or a part of it.

use sunlot_rules::personal::{self, PersonalFault as Fault};
use sunlot_rules::text::{self, TextFault};
use zeroize::Zeroizing;

use super::fault::{PersonalFault, PersonalFlaw};
use super::wire::PersonalField;
use crate::account::Typed;
use crate::error::{Flaw, Place, Problem};
use crate::{Error, Result, labels};

/// The longest reason.
const MAX_REASON: usize = 200;

/// Reads value and reason of a request; all problems are told.
pub(super) fn read(field: PersonalField, typed: &Typed, reason: &str) -> Result<(Zeroizing<String>, String)> {
    let mut problems = Vec::new();
    let value = value(field, typed).map_err(|problem| problems.push(problem)).ok();
    let told = value.as_ref().map(|value| value.as_str());
    let reason = self::reason(reason, told)
        .map_err(|problem| problems.push(problem))
        .ok();
    match (value, reason) {
        (Some(value), Some(reason)) => Ok((value, reason)),
        _ => Err(invalid(problems)),
    }
}

/// Reads the reason of a request alone; it must not tell the value.
pub(super) fn read_reason(typed: &str, value: Option<&str>) -> Result<String> {
    reason(typed, value).map_err(|problem| invalid(vec![problem]))
}

fn invalid(problems: Vec<Problem>) -> Error {
    let count = problems.len();
    Error::of_problems(PersonalFault::PersonalInvalid { count }, problems)
}

fn value(field: PersonalField, typed: &Typed) -> std::result::Result<Zeroizing<String>, Problem> {
    let read = match field {
        _ if typed.as_str().trim().is_empty() => return Err(problem("value", field.label(), Flaw::Required)),
        PersonalField::MobilePhone => personal::mobile_phone(typed.as_str()),
        PersonalField::IdNumber => personal::id_number(typed.as_str()),
    };
    read.map(Zeroizing::new)
        .map_err(|fault| problem("value", field.label(), flaw(fault).into()))
}

fn flaw(fault: Fault) -> PersonalFlaw {
    match fault {
        Fault::Character { place } => PersonalFlaw::PersonalCharacter { place },
        Fault::Length { found, wanted } => PersonalFlaw::PersonalLength { found, wanted },
        Fault::MobileBeginning => PersonalFlaw::MobileBeginning,
        Fault::IdOfFifteen => PersonalFlaw::IdOfFifteen,
        Fault::IdProvince => PersonalFlaw::IdProvince,
        Fault::IdBirth => PersonalFlaw::IdBirth,
        Fault::IdCheck => PersonalFlaw::IdCheck,
    }
}

fn reason(typed: &str, value: Option<&str>) -> std::result::Result<String, Problem> {
    let flaw = match text::required(typed, MAX_REASON) {
        // It stands in the trail for ever.
        Ok(text) if personal::tells_a_number(&text, value) => PersonalFlaw::ReasonTellsNumber.into(),
        Ok(text) => return Ok(text),
        Err(TextFault::Empty) => Flaw::Required,
        Err(TextFault::TooLong { max, found }) => Flaw::TooLong { max, found },
        Err(TextFault::Invisible { place, found }) => Flaw::Invisible { place, found },
    };
    Err(problem("reason", labels::REASON, flaw))
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
