//! From what was typed to what is kept: every value of a target is read by its rule, and every fault is reported with its
//! field.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sunlot_rules::codes::reg_no::{RegNo, RegNoFault};
use sunlot_rules::codes::region::RegionCode;
use sunlot_rules::codes::uscc::Uscc;
use sunlot_rules::phone;
use sunlot_rules::roster::date::Meaning;
use sunlot_rules::roster::fields::{Field, FieldForm, TargetField};
use sunlot_store::Values;
use sunlot_store::target::Column;

use super::fault::TargetFlaw;
use super::labels;
use crate::Problem;
use crate::error::Flaw;
use crate::import::Registry;
use crate::registry::check::{
    NAME_BROKEN, any_text, day, is_about, left_over, name_broken, problem, several, some_text, word,
};
use crate::registry::limits::most;

/// The columns that people fill in; the others follow from acts of their own.
pub(super) const FILLED: [Column; 31] = [
    Column::Kind,
    Column::Name,
    Column::FormerName,
    Column::Uscc,
    Column::RegNo,
    Column::DoubtfulCode,
    Column::LegalRep,
    Column::Contact,
    Column::Phone,
    Column::Address,
    Column::Premises,
    Column::Township,
    Column::RegionCode,
    Column::Industry,
    Column::IndustryCode,
    Column::Nature,
    Column::Scope,
    Column::Founded,
    Column::Registrar,
    Column::Supervisor,
    Column::Status,
    Column::PermitName,
    Column::PermitNo,
    Column::PermitValidTo,
    Column::Tags,
    Column::Credit,
    Column::CreditOn,
    Column::CreditBasis,
    Column::Risk,
    Column::Source,
    Column::Remark,
];

/// The columns that may be filled in for many targets at once: what tells one from another may not.
pub(super) const BULK: [Column; 15] = [
    Column::Kind,
    Column::Township,
    Column::RegionCode,
    Column::Industry,
    Column::IndustryCode,
    Column::Nature,
    Column::Registrar,
    Column::Supervisor,
    Column::Status,
    Column::Tags,
    Column::Credit,
    Column::CreditOn,
    Column::CreditBasis,
    Column::Risk,
    Column::Source,
];

/// Whether a target cannot be without it.
pub(super) fn required(column: Column) -> bool {
    matches!(column, Column::Kind | Column::Name | Column::Status)
}

/// What a target says after an edit; or everything that stands in the way.
pub(super) fn edited(
    before: &Values,
    typed: &BTreeMap<String, String>,
    today: NaiveDate,
    allowed: &[Column],
) -> Result<Values, Vec<Problem>> {
    let mut after = before.clone();
    let mut problems = Vec::new();
    for (name, text) in typed {
        let Some(column) = FILLED.iter().copied().find(|column| column.name() == name) else {
            problems.push(problem(name, name, TargetFlaw::FieldUnknown));
            continue;
        };
        if !allowed.contains(&column) {
            problems.push(problem(name, labels::column(column), TargetFlaw::FieldNotBulk));
            continue;
        }
        match value(column, text, today) {
            Ok(text) => after = after.with(column.place(), &text),
            Err(flaw) => problems.push(problem(name, labels::column(column), flaw)),
        }
    }
    for column in FILLED.into_iter().filter(|column| required(*column)) {
        let told = problems
            .iter()
            .any(|problem: &Problem| is_about(problem, column.name()));
        if after.get(column.place()).is_empty() && !told {
            problems.push(problem(column.name(), labels::column(column), Flaw::Required));
        }
    }
    if problems.is_empty() {
        Ok(doubted(before, after, typed))
    } else {
        Err(problems)
    }
}

/// What is left to be looked at after an edit: a doubt about what was typed anew is gone, and one about the code is made
/// again if it must be.
fn doubted(before: &Values, values: Values, typed: &BTreeMap<String, String>) -> Values {
    let has = |column: Column| !values.get(column.place()).is_empty();
    let was_typed = |columns: &[Column]| columns.iter().any(|column| typed.contains_key(column.name()));
    let mut doubts = left_over(values.get(Column::Doubts.place()), typed, |doubt| match doubt {
        "name_broken" => &["name"],
        "date_odd" => &["founded", "permit_valid_to", "credit_on"],
        "number_lost" => &["permit_no"],
        _ => &[],
    });
    if was_typed(&[Column::Uscc, Column::RegNo, Column::DoubtfulCode]) {
        doubts.retain(|doubt| !doubt.starts_with("code_"));
        let legacy =
            || RegNo::parse(values.get(Column::RegNo.place())).is_ok_and(|number| number.is_legacy());
        match () {
            () if has(Column::Uscc) => {}
            () if has(Column::DoubtfulCode) => doubts.push("code_invalid"),
            () if legacy() => doubts.push("code_old"),
            () => {}
        }
    }
    let was = |column: Column| before.get(column.place());
    let known = (was(Column::Name), was(Column::Doubts));
    if name_broken(known, values.get(Column::Name.place())) && !doubts.contains(&NAME_BROKEN) {
        doubts.push(NAME_BROKEN);
    }
    let doubts = doubts.join(",");
    values.with(Column::Doubts.place(), &doubts)
}

/// One value, as it is kept.
pub(super) fn value(column: Column, typed: &str, today: NaiveDate) -> Result<String, Flaw> {
    let typed = typed.trim();
    if typed.is_empty() {
        return if required(column) {
            Err(Flaw::Required)
        } else {
            Ok(String::new())
        };
    }
    let max = most(Registry::Targets, column.name());
    match column {
        Column::Uscc => Ok(Uscc::parse(typed)?.to_string()),
        Column::RegNo => Ok(RegNo::parse(typed)?.to_string()),
        Column::RegionCode => Ok(RegionCode::parse(typed)?.to_string()),
        Column::Phone => Ok(phone::parse(typed)?),
        Column::Name => some_text(typed, max),
        Column::Tags => Ok(several(&any_text(typed, max)?)),
        other => match other.name().parse().map(|field: TargetField| field.form()) {
            Ok(FieldForm::Word(set)) => word(set, typed),
            Ok(FieldForm::Founded) => day(typed, Meaning::Founded, today),
            Ok(FieldForm::ValidTo) => day(typed, Meaning::ValidTo, today),
            Ok(FieldForm::Past) => day(typed, Meaning::Past, today),
            _ => any_text(typed, max),
        },
    }
}

impl From<RegNoFault> for Flaw {
    fn from(fault: RegNoFault) -> Self {
        match fault {
            RegNoFault::Character { place, found } => TargetFlaw::RegNoCharacter { place, found },
            RegNoFault::Length { found } => TargetFlaw::RegNoLength { found },
            RegNoFault::CheckDigit { expected, found } => TargetFlaw::RegNoCheckDigit { expected, found },
        }
        .into()
    }
}
