//! The list of problems of a roster as a worksheet: every row that is left out, cannot be taken or must be looked at, with its
//! number in the file, what is wrong and what to do.

use std::io::{BufWriter, Write};

use sunlot_roster::{Cell, Column, Table, write_table};

use super::compare::Judged;
use super::draft::Weight;
use super::labels;
use super::register::Register;
use super::shown::{remarks, small};
use super::wire::{ColumnLeft, Fate, FileWritten, ImportProblems};
use super::work::with_any;
use crate::commands::Act;
use crate::file::Named;
use crate::{Desk, Result, file};

impl Desk {
    /// Writes the list.
    pub fn import_problems(&self, request: &ImportProblems) -> Result<FileWritten> {
        self.may(Act::ImportProblems)?;
        self.imports().with_compared(request.import, |held, compared| {
            let place = self.place_for(
                Named::of(request.path.as_deref(), request.overwrite),
                labels::PROBLEM_SHEET,
                "xlsx",
            )?;
            let rows: Vec<Vec<Cell>> = with_any!(compared, compared => {
                let columns = compared.left.iter().map(column);
                columns.chain(problems(&compared.rows)).collect()
            });
            let table = Table {
                sheet: labels::PROBLEM_SHEET.to_owned(),
                title: labels::problems_of(&held.file),
                columns: labels::problem_columns(held.registry)
                    .iter()
                    .map(|(heading, width)| Column {
                        heading: (*heading).to_owned(),
                        width: *width,
                    })
                    .collect(),
                imprint: self.imprint(),
            };
            let count = small(rows.len());
            file::replace(&place, |file| {
                let mut out = BufWriter::new(file);
                write_table(&mut out, &table, rows.into_iter().map(Ok))?;
                out.flush()
            })
            .map_err(|error| file::failed(&place, &error))?;
            Ok(FileWritten {
                path: place.display().to_string(),
                rows: count,
            })
        })
    }
}

/// A row for a column that is not taken over; it has no number.
fn column(left: &ColumnLeft) -> Vec<Cell> {
    let texts = [
        "",
        labels::NOT_TAKEN,
        "",
        "",
        &left.heading,
        &left.message,
        &left.hint,
    ];
    texts
        .into_iter()
        .map(|text| Cell::Text(text.to_owned()))
        .collect()
}

fn problems<R: Register>(rows: &[Judged<R>]) -> Vec<Vec<Cell>> {
    rows.iter().filter(is_problem).flat_map(lines).collect()
}

fn is_problem<R: Register>(row: &&Judged<R>) -> bool {
    matches!(row.fate, Fate::Skipped | Fate::Errors) || row.draft.weight() >= Weight::Doubt
}

/// A row for each thing that is to be said of a row.
fn lines<R: Register>(row: &Judged<R>) -> Vec<Vec<Cell>> {
    let values = &row.draft.values;
    let text = |text: &str| Cell::Text(text.to_owned());
    remarks(row)
        .into_iter()
        .map(|remark| {
            vec![
                Cell::Number(row.draft.row.into()),
                text(row.fate.label()),
                text(R::code_of(values)),
                text(values.get(R::PLACES.name)),
                Cell::Text(remark.column),
                Cell::Text(remark.message),
                Cell::Text(remark.hint),
            ]
        })
        .collect()
}
