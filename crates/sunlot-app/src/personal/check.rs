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
    let value = value(field, typed);
    let told = value.as_ref().ok().map(|value| value.as_str());
    let reason = self::reason(reason, told);
    match (value, reason) {
        (Ok(value), Ok(reason)) => Ok((value, reason)),
        (value, reason) => {
            let value = value.err().map(|flaw| problem("value", field.label(), flaw));
            let reason = reason.err().map(|flaw| problem("reason", labels::REASON, flaw));
            Err(invalid(value.into_iter().chain(reason).collect()))
        }
    }
}

/// Reads the reason of a request alone; it must not tell the value.
pub(super) fn read_reason(typed: &str, value: Option<&str>) -> Result<String> {
    reason(typed, value).map_err(|flaw| invalid(vec![problem("reason", labels::REASON, flaw)]))
}

fn invalid(problems: Vec<Problem>) -> Error {
    let count = problems.len();
    Error::of_problems(PersonalFault::PersonalInvalid { count }, problems)
}

fn value(field: PersonalField, typed: &Typed) -> std::result::Result<Zeroizing<String>, Flaw> {
    let read = match field {
        _ if typed.as_str().trim().is_empty() => return Err(Flaw::Required),
        PersonalField::MobilePhone => personal::mobile_phone(typed.as_str()),
        PersonalField::IdNumber => personal::id_number(typed.as_str()),
    };
    read.map(Zeroizing::new).map_err(|fault| flaw(fault).into())
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

fn reason(typed: &str, value: Option<&str>) -> std::result::Result<String, Flaw> {
    match text::required(typed, MAX_REASON) {
        // It stands in the trail for ever.
        Ok(text) if personal::tells_a_number(&text, value) => Err(PersonalFlaw::ReasonTellsNumber.into()),
        Ok(text) => Ok(text),
        Err(TextFault::Empty) => Err(Flaw::Required),
        Err(TextFault::TooLong { max, found }) => Err(Flaw::TooLong { max, found }),
        Err(TextFault::Invisible { place, found }) => Err(Flaw::Invisible { place, found }),
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
