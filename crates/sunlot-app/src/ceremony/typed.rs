//! From what was typed about a ceremony to what is kept: seats, digits, lengths, words.

use std::ops::RangeInclusive;

use sunlot_rules::digits::MOST;

use super::acts::small;
use super::document::{CeremonyDocument, SeatDocument};
use super::fault::CeremonyFlaw;
use super::labels;
use super::wire::SeatForm;
use crate::Problem;
use crate::error::Flaw;
use crate::registry::check::{any_text, lines, problem, some_text};
use crate::registry::limits::{LONG, SHORT};

/// A room holds no more.
const MOST_SEATS: usize = 32;

/// What a picture, or the distance to it, can measure, in centimetres.
const LENGTHS: RangeInclusive<u32> = 50..=5_000;

/// A length in centimetres; nothing typed: as is usual.
pub(super) fn take_length(problems: &mut Vec<Problem>, field: &str, typed: &str) -> Option<u32> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let read = typed.parse().ok().filter(|length| LENGTHS.contains(length));
    if read.is_none() {
        let found = typed.chars().take(24).collect();
        let flaw: Flaw = CeremonyFlaw::LengthUnread { found }.into();
        problems.push(problem(field, labels::field(field), flaw));
    }
    read
}

pub(super) fn read_seats(forms: &[SeatForm], problems: &mut Vec<Problem>) -> Vec<SeatDocument> {
    let mut wrong = |field: &str, flaw: Flaw| problems.push(problem(field, labels::field("seats"), flaw));
    if forms.is_empty() {
        wrong("seats", CeremonyFlaw::SeatsMissing.into());
    }
    if forms.len() > MOST_SEATS {
        wrong("seats", CeremonyFlaw::SeatsMany { most: MOST_SEATS }.into());
    }
    let mut read = |at: usize, field: &str, text: Result<String, Flaw>| {
        let place = format!("seats.{at}.{field}");
        text.unwrap_or_else(|flaw| {
            problems.push(problem(&place, labels::field(field), flaw));
            String::new()
        })
    };
    let mut seats = Vec::new();
    for (at, form) in forms.iter().enumerate() {
        let alias = read(at, "alias", any_text(&form.alias, SHORT));
        let name = read(at, "name", any_text(&form.name, SHORT));
        seats.push(SeatDocument {
            role: read(at, "role", some_text(&form.role, SHORT)),
            // What the room calls a seat otherwise follows from the name and whether it may be told: it is not kept, so that it goes when
            // the consent goes.
            alias: if labels::is_numbered(&alias) || alias == name {
                String::new()
            } else {
                alias
            },
            name,
            unit: read(at, "unit", any_text(&form.unit, SHORT)),
            shown: form.shown,
        });
    }
    seats
}

/// What the room calls a seat: as it was typed, else by name where the witness agrees, else by its number.
pub(super) fn called(at: usize, seat: &SeatDocument) -> String {
    match (&*seat.alias, seat.shown && !seat.name.is_empty()) {
        ("", true) => seat.name.clone(),
        ("", false) => labels::witness(at + 1),
        (alias, _) => alias.to_owned(),
    }
}

/// Who said something, as it leaves the office: by seat or by role, and by name only where the witness agrees.
pub(super) fn speaker(document: &CeremonyDocument, who: &str) -> String {
    let mut seats = document.seats.iter().enumerate();
    let seat = seats.find(|(at, seat)| {
        let known = [&seat.name, &seat.alias, &labels::witness(at + 1), &seat.role];
        known.into_iter().any(|known| !known.is_empty() && known == who)
    });
    match seat {
        Some((at, seat)) => called(at, seat),
        None if labels::is_office_role(who) => who.to_owned(),
        None => labels::PRESENT.to_owned(),
    }
}

/// The digits of a number as they are typed: spaces and hyphens apart, full-width ones meant.
pub(super) fn digits(typed: &str, least: u32) -> Result<String, Flaw> {
    let mut digits = String::new();
    for c in typed
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{FF0D}' | ',' | '\u{FF0C}'))
    {
        match c {
            '0'..='9' => digits.push(c),
            '\u{FF10}'..='\u{FF19}' => digits.extend(char::from_u32(
                u32::from(c) - u32::from('\u{FF10}') + u32::from('0'),
            )),
            _ => {
                let found = typed.chars().take(24).collect();
                return Err(CeremonyFlaw::DigitsUnread { found }.into());
            }
        }
    }
    let found = small(digits.len());
    if found < least {
        return Err(CeremonyFlaw::DigitsFew { least, found }.into());
    }
    if found > MOST {
        return Err(CeremonyFlaw::DigitsMany { most: MOST, found }.into());
    }
    Ok(digits)
}

pub(super) fn required_lines(typed: &str) -> Result<String, Flaw> {
    match lines(typed, LONG)? {
        text if text.is_empty() => Err(Flaw::Required),
        text => Ok(text),
    }
}
