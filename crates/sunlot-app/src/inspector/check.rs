//! From what was typed to what is kept: every value of an inspector is read by its rule, and every fault is reported with
//! its field.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sunlot_rules::roster::cell::{RawCell, clean};
use sunlot_rules::roster::cert::{self, CertNo};
use sunlot_rules::roster::date::Meaning;
use sunlot_rules::roster::fields::{Field, FieldForm, InspectorField};
use sunlot_store::Values;
use sunlot_store::inspector::Column;

use super::fault::InspectorFlaw;
use super::labels;
use super::standing::CERTIFICATES;
use crate::Problem;
use crate::error::Flaw;
use crate::import::Registry;
use crate::registry::check::{
    NAME_BROKEN, any_text, day, is_about, left_over, name_broken, problem, several, some_text, word,
};
use crate::registry::limits::{SHORT, most};
use crate::target::TargetFlaw;

/// The columns that people fill in; the others follow from acts of their own.
pub(super) const FILLED: [Column; 20] = [
    Column::Name,
    Column::StaffNo,
    Column::Unit,
    Column::Department,
    Column::Duty,
    Column::CertNo,
    Column::CertValidTo,
    Column::CertIssuer,
    Column::SecondCertNo,
    Column::SecondCertValidTo,
    Column::SecondCertIssuer,
    Column::Skills,
    Column::Scope,
    Column::Region,
    Column::Expert,
    Column::Status,
    Column::Score,
    Column::Basis,
    Column::Source,
    Column::Remark,
];

/// Whether an inspector cannot be without it. Without a certificate they are registered, and not drawn.
pub(super) fn required(column: Column) -> bool {
    matches!(column, Column::Name | Column::Status)
}

/// What an inspector says after an edit; or everything that stands in the way.
pub(super) fn edited(
    before: &Values,
    typed: &BTreeMap<String, String>,
    today: NaiveDate,
) -> Result<Values, Vec<Problem>> {
    let mut after = before.clone();
    let mut problems = Vec::new();
    for (name, text) in typed {
        let Some(column) = FILLED.iter().copied().find(|column| column.name() == name) else {
            problems.push(problem(name, name, TargetFlaw::FieldUnknown));
            continue;
        };
        match value(column, text, today) {
            Ok(text) => after = after.with(column.place(), &text),
            Err(flaw) => problems.push(problem(name, labels::column(column), flaw)),
        }
    }
    let mut wrong = |column: Column, flaw: Flaw| {
        if !problems.iter().any(|problem| is_about(problem, column.name())) {
            problems.push(problem(column.name(), labels::column(column), flaw));
        }
    };
    let get = |column: Column| after.get(column.place());
    for column in FILLED.into_iter().filter(|column| required(*column)) {
        if get(column).is_empty() {
            wrong(column, Flaw::Required);
        }
    }
    for [number, valid_to, issuer] in CERTIFICATES {
        if get(number).is_empty() && !(get(valid_to).is_empty() && get(issuer).is_empty()) {
            wrong(number, InspectorFlaw::CertificateMissing.into());
        }
    }
    if !get(Column::CertNo).is_empty() && get(Column::CertNo) == get(Column::SecondCertNo) {
        wrong(Column::SecondCertNo, InspectorFlaw::CertificateTwice.into());
    }
    if problems.is_empty() {
        let mut doubts = left_over(get(Column::Doubts), typed, about);
        let was = |column: Column| before.get(column.place());
        let known = (was(Column::Name), was(Column::Doubts));
        if name_broken(known, get(Column::Name)) && !doubts.contains(&NAME_BROKEN) {
            doubts.push(NAME_BROKEN);
        }
        let doubts = doubts.join(",");
        Ok(after.with(Column::Doubts.place(), &doubts))
    } else {
        Err(problems)
    }
}

/// The fields that a doubt is about.
fn about(doubt: &str) -> &'static [&'static str] {
    match doubt {
        "name_broken" => &["name"],
        "date_odd" => &["cert_valid_to", "second_cert_valid_to"],
        "number_lost" => &["staff_no", "cert_no", "second_cert_no"],
        "cert_surplus" => &["cert_no", "second_cert_no"],
        _ => &[],
    }
}

/// One value, as it is kept.
fn value(column: Column, typed: &str, today: NaiveDate) -> Result<String, Flaw> {
    let typed = typed.trim();
    if typed.is_empty() {
        return if required(column) {
            Err(Flaw::Required)
        } else {
            Ok(String::new())
        };
    }
    let max = most(Registry::Inspectors, column.name());
    match column {
        Column::Name => some_text(typed, max),
        Column::Scope => Ok(several(&any_text(typed, max)?)),
        other => match other.name().parse().map(|field: InspectorField| field.form()) {
            Ok(FieldForm::Certificate) => certificate(typed),
            Ok(FieldForm::Word(set)) => word(set, typed),
            Ok(FieldForm::ValidTo) => day(typed, Meaning::ValidTo, today),
            Ok(FieldForm::List) => Ok(several(&any_text(typed, max)?)),
            _ => any_text(typed, max),
        },
    }
}

/// The number of a certificate, as it is compared.
pub(crate) fn certificate(typed: &str) -> Result<String, Flaw> {
    let typed = any_text(typed, SHORT)?;
    match cert::read(&clean(&RawCell::Text(&typed))) {
        CertNo::Missing => Ok(String::new()),
        CertNo::Whole(number) | CertNo::Doubtful(number) => Ok(number),
        CertNo::Words(found) => Err(InspectorFlaw::CertificateWords { found }.into()),
        CertNo::Damaged(found) => Err(InspectorFlaw::CertificateDamaged { found }.into()),
        CertNo::TooLong { found } => Err(Flaw::TooLong {
            max: cert::MAX_CHARACTERS,
            found,
        }),
    }
}
