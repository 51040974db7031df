//! The list as it is shown, as a file: the columns that are shown, in the order in which they are.

use std::io;

use sunlot_roster::Cell;
use sunlot_store::target::{self, Column as Field};

use super::entry_wire::TargetsExport;
use super::labels;
use super::list::flagged;
use super::sheet::shown;
use super::wire::TargetLine;
use crate::commands::Act;
use crate::file::Named;
use crate::import::FileWritten;
use crate::registry::export::List;
use crate::registry::labels::{joined, may_be_drawn};
use crate::{Desk, Result};

impl Desk {
    /// Writes the list.
    pub fn targets_export(&self, request: &TargetsExport) -> Result<FileWritten> {
        let columns: Vec<(&str, &'static str)> = request
            .columns
            .iter()
            .filter_map(|name| Some((name.as_str(), labels::export_heading(name)?)))
            .collect();
        self.read(Act::TargetsExport, |office| {
            let found = self.targets_found(office, &request.filter, request.sort)?;
            let list = List {
                sheet: labels::LIST_FILE,
                title: labels::heading(&request.filter),
                columns: columns
                    .iter()
                    .map(|(name, heading)| (*heading, width(name)))
                    .collect(),
                format: request.format,
                count: found.len(),
                named: Named::of(request.path.as_deref(), request.overwrite),
            };
            let today = self.today();
            let with_entries = columns.iter().any(|(name, _)| *name == "flag_entries");
            let rows = found.iter().map(|at| {
                let stored = target::by_id(office, i64::from(*at) + 1).map_err(io::Error::other)?;
                let stored = stored.ok_or_else(|| io::Error::other(format!("target {at} is gone")))?;
                let line = self
                    .targets()
                    .with(office, today, |index| Ok(index.line(&stored)));
                let mut line = line.map_err(io::Error::other)?;
                if with_entries && !line.flags.is_empty() {
                    line.flagged = flagged(office, line.id, today).map_err(io::Error::other)?;
                }
                Ok(columns
                    .iter()
                    .map(|(name, _)| cell(name, &line, &stored))
                    .collect())
            });
            self.write_list(&list, rows)
        })
    }
}

/// How wide a column is, in characters.
pub(super) fn width(name: &str) -> f64 {
    match name {
        "name" | "address" | "premises" | "scope" | "flag_entries" => 36.0,
        "code" | "uscc" | "reg_no" => 22.0,
        _ => 14.0,
    }
}

fn cell(name: &str, line: &TargetLine, stored: &target::StoredTarget) -> Cell {
    match name {
        "number" => Cell::Text(line.number.clone()),
        "code" => Cell::Text(line.code.clone()),
        "visits" => Cell::Number(line.visits_this_year.into()),
        "visits_twelve_months" => Cell::Number(line.visits_twelve_months.into()),
        "last_visit" => Cell::Text(line.last_visit.clone()),
        "flags" => Cell::Text(joined(&line.flags)),
        "flag_entries" => Cell::Text(labels::flag_entries(&line.flagged)),
        "draw" => Cell::Text(may_be_drawn(&line.barred)),
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
