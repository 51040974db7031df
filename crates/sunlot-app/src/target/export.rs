//! The list as it is shown, as a file: the columns that are shown, in the order in which they are.

use crate::registry::ListFormat;
use std::io::{self, BufWriter, Write};

use sunlot_roster::{Cell, Column, Encoding, Imprint, MAX_ROWS, Table, write_csv, write_table};
use sunlot_store::target::{self, Column as Field};

use super::entry_wire::TargetsExport;
use super::labels;
use super::list::small;
use super::sheet::shown;
use super::wire::TargetLine;
use crate::commands::Act;
use crate::import::FileWritten;
use crate::{Desk, Error, Reason, Result, file};

impl Desk {
    /// Writes the list.
    pub fn targets_export(&self, request: &TargetsExport) -> Result<FileWritten> {
        let ending = if request.format == ListFormat::Xlsx {
            "xlsx"
        } else {
            "csv"
        };
        let place = self.place_for(request.path.as_deref(), labels::LIST_FILE, ending)?;
        let columns: Vec<(&str, &'static str)> = request
            .columns
            .iter()
            .filter_map(|name| Some((name.as_str(), labels::export_heading(name)?)))
            .collect();
        let rows = self.read(Act::TargetsExport, |office| {
            let found = self.targets_found(office, &request.filter, request.sort)?;
            let count = i64::try_from(found.len()).unwrap_or(i64::MAX);
            if request.format == ListFormat::Xlsx && count > MAX_ROWS {
                let max = MAX_ROWS;
                return Err(Error::new(Reason::TooManyRows { found: count, max }, ""));
            }
            let today = self.today();
            let rows = found.iter().map(|at| {
                let stored = target::by_id(office, i64::from(*at) + 1).map_err(io::Error::other)?;
                let stored = stored.ok_or_else(|| io::Error::other(format!("target {at} is gone")))?;
                let line = self
                    .targets()
                    .with(office, today, |index| Ok(index.line(&stored)));
                let line = line.map_err(io::Error::other)?;
                Ok(columns
                    .iter()
                    .map(|(name, _)| cell(name, &line, &stored))
                    .collect())
            });
            file::replace(&place, |file| {
                let mut out = BufWriter::new(file);
                match request.format {
                    ListFormat::Xlsx => write_table(&mut out, &self.table_of(request, &columns), rows)?,
                    ListFormat::Csv => write_csv(&mut out, &headings(&columns), rows, Encoding::Utf8)?,
                    ListFormat::CsvGb18030 => {
                        write_csv(&mut out, &headings(&columns), rows, Encoding::Gb18030)?
                    }
                }
                out.flush()
            })
            .map_err(|error| file::failed(&place, &error))?;
            Ok(small(found.len()))
        })?;
        Ok(FileWritten {
            path: place.display().to_string(),
            rows,
        })
    }

    fn table_of(&self, request: &TargetsExport, columns: &[(&str, &'static str)]) -> Table {
        Table {
            sheet: labels::LIST_FILE.to_owned(),
            title: labels::heading(&request.filter),
            columns: columns
                .iter()
                .map(|(name, heading)| Column {
                    heading: (*heading).to_owned(),
                    width: width(name),
                })
                .collect(),
            imprint: self.imprint(),
        }
    }

    /// Who makes a file, and when.
    pub(crate) fn imprint(&self) -> Imprint {
        Imprint {
            program: concat!("Sunlot ", env!("CARGO_PKG_VERSION")).to_owned(),
            made: self.now().naive_local(),
        }
    }
}

fn headings(columns: &[(&str, &'static str)]) -> Vec<String> {
    columns.iter().map(|(_, heading)| (*heading).to_owned()).collect()
}

/// How wide a column is, in characters.
pub(super) fn width(name: &str) -> f64 {
    match name {
        "name" | "address" | "premises" | "scope" => 36.0,
        "code" | "uscc" | "reg_no" => 22.0,
        _ => 14.0,
    }
}

fn cell(name: &str, line: &TargetLine, stored: &target::StoredTarget) -> Cell {
    let list = |told: &[crate::registry::Told]| {
        let labels: Vec<&str> = told.iter().map(|told| told.label.as_str()).collect();
        Cell::Text(labels.join("、"))
    };
    match name {
        "number" => Cell::Text(line.number.clone()),
        "code" => Cell::Text(line.code.clone()),
        "visits" => Cell::Number(line.visits_this_year.into()),
        "visits_twelve_months" => Cell::Number(line.visits_twelve_months.into()),
        "last_visit" => Cell::Text(line.last_visit.clone()),
        "flags" => list(&line.flags),
        "draw" => Cell::Text(labels::may_be_drawn(&line.barred)),
        other => {
            let column = <Field as strum::VariantArray>::VARIANTS
                .iter()
                .copied()
                .find(|column| column.name() == other);
            Cell::Text(
                column
                    .map(|column| shown(column, stored.get(column)))
                    .unwrap_or_default(),
            )
        }
    }
}
