//! The cells of a roster of inspectors whose fields have rules of their own: certificates, of which two may stand in one cell,
//! and until when they are valid. Damaged numbers are never guessed.

use sunlot_rules::roster::cell::{CellForm, Cleaned};
use sunlot_rules::roster::cert::{self, CertNo};
use sunlot_rules::roster::code::{self, Code};
use sunlot_rules::roster::date::Meaning;
use sunlot_rules::roster::fields::InspectorField;
use sunlot_rules::roster::list;
use sunlot_store::inspector::Column;

use super::Inspectors;
use crate::import::draft::{Draft, What};
use crate::import::judge::Judge;

type Judging<'j> = &'j mut Judge<Inspectors>;

pub(super) fn take(
    judge: &mut Judge<Inspectors>,
    place: usize,
    cell: &Cleaned<'_>,
    draft: &mut Draft<Inspectors>,
) {
    let field = judge.field(place);
    match field {
        InspectorField::CertNo | InspectorField::SecondCertNo => take_certificates(judge, field, cell, draft),
        InspectorField::CertValidTo => valid_to(judge, field, cell, draft),
        InspectorField::Name => {
            let count = list::people(cell.raw, &cell.text);
            if count > 1 {
                draft.say(Some(field), What::TwoPeople { count });
            }
            judge.plain(place, cell, draft);
        }
        _ => judge.plain(place, cell, draft),
    }
}

/// One certificate, or two: each has its own place, in their order (case 44).
fn take_certificates(
    judge: Judging<'_>,
    field: InspectorField,
    cell: &Cleaned<'_>,
    draft: &mut Draft<Inspectors>,
) {
    if matches!(code::read(cell), Code::Personal) {
        draft.say(Some(field), What::CodePersonal);
        return;
    }
    // A cell with several lines has several certificates; its cleaned text is one line.
    let numbers = list::certificates(if cell.raw.contains('\n') {
        cell.raw
    } else {
        &cell.text
    });
    if numbers.len() > 1 && cell.form != CellForm::Number {
        let mut surplus = Vec::new();
        let (numbers, words): (Vec<String>, Vec<String>) =
            numbers.into_iter().partition(|number| cert::is_number(number));
        for text in words {
            draft.say(Some(field), What::CertWords { text });
        }
        let several = numbers.len() > 1;
        for number in numbers {
            if !keep(judge, field, &number, draft) {
                surplus.push(number);
            }
        }
        if several {
            draft.say(Some(field), What::CertSplit);
        }
        if !surplus.is_empty() {
            let others = surplus.join("、");
            draft.say(Some(field), What::CertSurplus { others });
        }
        return;
    }
    match cert::read(cell) {
        CertNo::Missing => {}
        CertNo::Whole(number) => one(judge, field, number, draft),
        CertNo::Doubtful(number) => {
            let text = number.clone();
            draft.say(Some(field), What::NumberLost { text });
            one(judge, field, number, draft);
        }
        CertNo::Words(text) => draft.say(Some(field), What::CertWords { text }),
        CertNo::Damaged(text) => draft.say(Some(field), What::CertDamaged { text }),
        CertNo::TooLong { found } => {
            let max = cert::MAX_CHARACTERS;
            draft.say(Some(field), What::TooLong { max, found });
        }
    }
}

fn one(judge: Judging<'_>, field: InspectorField, number: String, draft: &mut Draft<Inspectors>) {
    if !keep(judge, field, &number, draft) {
        draft.say(Some(field), What::CertSurplus { others: number });
    }
}

/// Puts a number where its column says, else into the place that is free; whether there was one.
fn keep(judge: Judging<'_>, field: InspectorField, number: &str, draft: &mut Draft<Inspectors>) -> bool {
    let found = number.chars().count();
    if found > cert::MAX_CHARACTERS {
        let max = cert::MAX_CHARACTERS;
        draft.say(Some(field), What::TooLong { max, found });
        return true;
    }
    let places = match field {
        InspectorField::SecondCertNo => [Column::SecondCertNo, Column::CertNo],
        _ => [Column::CertNo, Column::SecondCertNo],
    }
    .map(Column::place);
    if places.iter().any(|place| judge.text(*place) == number) {
        return true;
    }
    match places.into_iter().find(|place| judge.text(*place).is_empty()) {
        Some(free) => {
            judge.set(free, number);
            true
        }
        None => false,
    }
}

/// One day, or one for each of two certificates in the same order.
fn valid_to(judge: Judging<'_>, field: InspectorField, cell: &Cleaned<'_>, draft: &mut Draft<Inspectors>) {
    let lines = if cell.raw.contains('\n') {
        cell.raw
    } else {
        &cell.text
    };
    let days = if cell.form == CellForm::Text {
        lines
            .split(['\u{3001}', '\u{FF0C}', ',', '\u{FF1B}', ';', '\n'])
            .map(str::trim)
            .filter(|day| !day.is_empty())
            .map(str::to_owned)
            .collect()
    } else {
        Vec::new()
    };
    let (first, second) = (Column::CertValidTo.place(), Column::SecondCertValidTo.place());
    match days.as_slice() {
        [one, other] if judge.text(second).is_empty() => {
            for (place, text) in [(first, one), (second, other)] {
                let part = Cleaned {
                    text: text.as_str().into(),
                    raw: "",
                    form: CellForm::Text,
                };
                let day = judge.day(field, &part, Meaning::ValidTo, draft);
                judge.set(place, &day);
            }
        }
        _ => {
            let day = judge.day(field, cell, Meaning::ValidTo, draft);
            judge.set(first, &day);
        }
    }
}

/// Without its number a certificate has neither an end nor an issuer.
pub(super) fn finish(judge: &mut Judge<Inspectors>, draft: &mut Draft<Inspectors>) {
    for [number, valid_to, issuer] in crate::inspector::CERTIFICATES {
        let damaged = |field: Option<InspectorField>| {
            let columns = [InspectorField::CertNo, InspectorField::SecondCertNo];
            field.is_some_and(|field| columns.contains(&field))
        };
        // A row that is not taken shows what stands there.
        let taken = !draft.remarks.iter().any(|remark| {
            damaged(remark.field) && matches!(remark.what, What::CertDamaged { .. } | What::CodePersonal)
        });
        let rest = [valid_to, issuer].map(Column::place);
        let has_rest = rest.iter().any(|place| !judge.text(*place).is_empty());
        if taken && has_rest && judge.text(number.place()).is_empty() {
            draft.say(Some(InspectorField::CertNo), What::CertWithout);
            for place in rest {
                judge.set(place, "");
            }
        }
    }
}
