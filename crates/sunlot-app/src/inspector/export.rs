//! The list as it is shown, as a file; and a blank roster of inspectors.

use strum::VariantArray;
use sunlot_roster::{Cell, TemplateColumn};
use sunlot_rules::roster::fields::{Field, InspectorField, Need};
use sunlot_store::inspector::{Column, StoredInspector};

use super::wire::{InspectorLine, InspectorsExport};
use super::{check, labels, list, sheet};
use crate::commands::Act;
use crate::file::Named;
use crate::import::FileWritten;
use crate::registry::Told;
use crate::registry::export::List;
use crate::registry::labels::{may_be_drawn, need, told};
use crate::{Desk, Result};

impl Desk {
    /// Writes the list.
    pub fn inspectors_export(&self, request: &InspectorsExport) -> Result<FileWritten> {
        let names: Vec<&str> = if request.columns.is_empty() {
            every_column()
        } else {
            request.columns.iter().map(String::as_str).collect()
        };
        let columns: Vec<(&str, &'static str)> = names
            .into_iter()
            .filter_map(|name| Some((name, labels::export_heading(name)?)))
            .collect();
        self.read(Act::InspectorsExport, |office| {
            let (book, days) = self.book(office, request.on.as_deref())?;
            let found = list::found(&book, &request.filter, request.sort, days);
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
            let rows = found.iter().map(|stored| {
                let line = book.line(stored, days);
                let cells = columns.iter().map(|(name, _)| cell(name, &line, stored));
                Ok(cells.collect())
            });
            self.write_list(&list, rows)
        })
    }
}

/// The columns of a list where nobody chose any.
fn every_column() -> Vec<&'static str> {
    let filled = check::FILLED.iter().map(|column| column.name());
    ["number"]
        .into_iter()
        .chain(filled)
        .chain(["membership", "draw", "conflicts"])
        .collect()
}

/// The columns that an exported list may have.
pub fn columns() -> Vec<Told> {
    let names = every_column().into_iter();
    names
        .filter_map(|name| Some(told(name, labels::export_heading(name)?)))
        .collect()
}

/// How wide a column is, in characters.
fn width(name: &str) -> f64 {
    match name {
        "unit" | "scope" | "draw" | "remark" => 36.0,
        "cert_no" | "second_cert_no" | "skills" | "cert_issuer" | "second_cert_issuer" => 22.0,
        _ => 14.0,
    }
}

fn cell(name: &str, line: &InspectorLine, stored: &StoredInspector) -> Cell {
    match name {
        "number" => Cell::Text(line.number.clone()),
        "draw" => Cell::Text(may_be_drawn(&line.barred)),
        "conflicts" => Cell::Number(line.conflicts.into()),
        other => {
            let column = Column::VARIANTS.iter().copied();
            let found = column.into_iter().find(|column| column.name() == other);
            Cell::Text(
                found
                    .map(|column| sheet::shown(column, stored.get(column)))
                    .unwrap_or_default(),
            )
        }
    }
}

/// A blank roster: what the sheet and the file are called, and the columns. What is personal or not kept has none.
pub(crate) fn blank() -> ((&'static str, &'static str), Vec<TemplateColumn>) {
    let kept = |field: &&InspectorField| {
        Column::VARIANTS
            .iter()
            .any(|column| column.name() == field.name())
    };
    let column = |field: &InspectorField| {
        let choices: Vec<String> = labels::choices_of(field.name())
            .into_iter()
            .map(|told| told.label)
            .collect();
        TemplateColumn {
            heading: field.heading().to_owned(),
            width: width(field.name()),
            need: need(field.need() == Need::Required, *field == InspectorField::CertNo).to_owned(),
            note: labels::how_to_fill(*field, &choices),
            choices,
        }
    };
    let columns = InspectorField::ALL.iter().filter(kept).map(column).collect();
    ((labels::LIST_FILE, labels::TEMPLATE_FILE), columns)
}
