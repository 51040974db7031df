//! What would become of the rows of a roster, for people: the sums, each row with what is to be said of it, and what the
//! roster does not have.

use sunlot_rules::roster::fields::Field;
use sunlot_store::{Connection, Values};

use super::compare::{Group, Judged};
use super::draft::{Remark, Weight};
use super::fault::ImportFault;
use super::look;
use super::register::Register;
use super::wire::{DuplicateRule, Fate, HiddenRows, ImportCompared, ImportRemark, ImportRow};
use super::work::{Compared, Held};
use crate::messages::import as messages;
use crate::{Error, Result};

/// What would become of all rows, as numbers. The five add up to `read`.
pub(super) fn sums<R: Register>(held: &Held, compared: &Compared<R>) -> ImportCompared {
    let of = |fate: Fate| small(compared.rows.iter().filter(|row| row.fate == fate).count());
    let groups = open_groups(compared).count();
    let doubtful = compared
        .rows
        .iter()
        .filter(|row| row.draft.weight() == Weight::Doubt)
        .count();
    let obstacles = obstacles(compared)
        .map(|fault| look::warning(crate::messages::of_reason(&fault.into())))
        .collect();
    ImportCompared {
        import: held.number,
        file: held.file.clone(),
        sheet: compared.sheet.clone(),
        read: small(compared.rows.len()),
        added: of(Fate::Added),
        updated: of(Fate::Updated),
        same: of(Fate::Same),
        skipped: of(Fate::Skipped),
        errors: of(Fate::Errors),
        missing: small(compared.missing.len()),
        doubtful: small(doubtful),
        undecided: small(groups),
        words: compared.words.clone(),
        answered: compared.answered.clone(),
        left_columns: compared.left.clone(),
        obstacles,
    }
}

/// What keeps a roster from being taken over until somebody has answered.
pub(super) fn obstacles<R: Register>(compared: &Compared<R>) -> impl Iterator<Item = ImportFault> {
    let count = compared.hidden;
    let open = count > 0 && compared.reading.hidden_rows == HiddenRows::Ask;
    let hidden = open.then_some(ImportFault::HiddenRowsOpen { count });
    hidden.into_iter().chain(undecided(compared))
}

/// So many rows are named where nobody has decided about them.
const NAMED: usize = 6;

/// That nobody has decided about rows that are about one entry, with the first of them.
fn undecided<R: Register>(compared: &Compared<R>) -> Option<ImportFault> {
    let groups = small(open_groups(compared).count());
    let rows = open_groups(compared).flat_map(|group| &group.rows);
    let mut rows: Vec<u32> = rows
        .filter_map(|place| compared.rows.get(*place))
        .map(|row| row.draft.row)
        .collect();
    rows.sort_unstable();
    let more = small(rows.len().saturating_sub(NAMED));
    rows.truncate(NAMED);
    (groups > 0).then_some(ImportFault::ImportUndecided { groups, rows, more })
}

fn open_groups<R: Register>(compared: &Compared<R>) -> impl Iterator<Item = &Group> {
    let groups = compared.groups.iter();
    groups.filter(|group| group.rule == DuplicateRule::Ask)
}

/// What would become of one row.
pub(super) fn told<R: Register>(office: Option<&Connection>, row: &Judged<R>) -> Result<ImportRow> {
    let values = &row.draft.values;
    let changes = match row.fate {
        Fate::Added => R::differences(&Values::default(), &row.after()),
        Fate::Updated => match (row.entry, office) {
            (Some(id), Some(office)) => R::values_of(office, id)?
                .map(|before| R::differences(&before, &row.after()))
                .unwrap_or_default(),
            _ => Vec::new(),
        },
        // What stands in a row that is not taken, so that somebody can see which it is.
        _ => R::differences(&Values::default(), values),
    };
    Ok(ImportRow {
        number: row.draft.row,
        code: R::code_of(values).to_owned(),
        name: values.get(R::PLACES.name).to_owned(),
        target: row.entry.map(R::number).unwrap_or_default(),
        changes,
        remarks: remarks(row),
        group: row.group,
    })
}

/// What is to be said of a row, the gravest first. Of one that is not taken nothing says that anything of it was.
pub(super) fn remarks<R: Register>(row: &Judged<R>) -> Vec<ImportRemark> {
    let taken = matches!(row.fate, Fate::Added | Fate::Updated | Fate::Same);
    let said = row.draft.remarks.iter();
    let mut remarks: Vec<_> = said
        .filter(|remark| taken || remark.weight() > Weight::Note)
        .collect();
    remarks.sort_by_key(|remark| std::cmp::Reverse(remark.weight()));
    let view = |remark: &Remark<R::Field>| {
        let column = remark.field.map_or("", |field| field.heading());
        let words = messages::of_what(R::REGISTRY, column, &remark.what);
        ImportRemark {
            column: column.to_owned(),
            code: remark.what.code().to_owned(),
            weight: remark.weight(),
            message: if taken {
                words.message
            } else {
                messages::untaken(&words.message)
            },
            hint: words.hint,
        }
    };
    remarks.into_iter().map(view).collect()
}

/// Entries that the roster does not have.
pub(super) fn missing_rows<R: Register>(office: Option<&Connection>, ids: &[i64]) -> Result<Vec<ImportRow>> {
    let Some(office) = office else {
        return Ok(Vec::new());
    };
    let mut rows = Vec::new();
    for id in ids {
        if let Some(values) = R::values_of(office, *id)? {
            rows.push(ImportRow {
                number: 0,
                code: R::code_of(&values).to_owned(),
                name: values.get(R::PLACES.name).to_owned(),
                target: R::number(*id),
                changes: Vec::new(),
                remarks: Vec::new(),
                group: None,
            });
        }
    }
    Ok(rows)
}

pub(super) fn gone() -> Error {
    Error::new(ImportFault::ImportGone, "")
}

pub(super) fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
