//! The list as a file (L-13): every column of it for a spreadsheet, and a page for a website.

use std::io::Write;

use sunlot_roster::{Cell, TemplateColumn};
use sunlot_rules::roster::fields::{Field, ItemField, Need};
use sunlot_store::Connection;
use sunlot_store::item::Column;

use super::document::Document;
use super::labels;
use super::list::{Lines, found, lines_of, small};
use super::lists::Editions;
use super::page;
use super::wire::{ItemsExport, ItemsFormat};
use crate::commands::Act;
use crate::file::Named;
use crate::import::FileWritten;
use crate::registry::ListFormat;
use crate::registry::export::List;
use crate::registry::labels::need;
use crate::{Desk, Result, file};

/// The columns that stand behind the others: the office's own affair, and not asked for in a blank list.
pub(super) const BEHIND: [ItemField; 7] = [
    ItemField::Tags,
    ItemField::KeyArea,
    ItemField::RatioMin,
    ItemField::RatioMax,
    ItemField::RatioDocument,
    ItemField::GroupLead,
    ItemField::CheckPoints,
];

/// A list, as rows and columns.
pub(super) struct Sheet {
    pub heading: String,
    pub headings: Vec<&'static str>,
    pub rows: Vec<Vec<String>>,
}

impl Desk {
    /// Writes the list, or an edition of it.
    pub fn items_export(&self, request: &ItemsExport) -> Result<FileWritten> {
        self.read(Act::ItemsExport, |office| {
            let format = match request.format {
                ItemsFormat::Xlsx => ListFormat::Xlsx,
                ItemsFormat::Csv => ListFormat::Csv,
                ItemsFormat::CsvGb18030 => ListFormat::CsvGb18030,
                ItemsFormat::Html => return self.items_page_export(office, request),
            };
            let sheet = self.items_sheet(office, request, false)?;
            let list = List {
                sheet: labels::LIST_FILE,
                title: sheet.heading,
                columns: sheet
                    .headings
                    .into_iter()
                    .map(|heading| (heading, 18.0))
                    .collect(),
                format,
                count: sheet.rows.len(),
                named: Named::of(request.path.as_deref(), request.overwrite),
            };
            let row = |row: Vec<String>| Ok(row.into_iter().map(Cell::Text).collect());
            self.write_list(&list, sheet.rows.into_iter().map(row))
        })
    }

    fn items_page_export(&self, office: &Connection, request: &ItemsExport) -> Result<FileWritten> {
        let place = self.place_for(
            Named::of(request.path.as_deref(), request.overwrite),
            labels::LIST_FILE,
            "html",
        )?;
        let sheet = self.items_sheet(office, request, true)?;
        let page = self.items_page(office, request.edition, &sheet)?;
        file::replace(&place, |file| file.write_all(page.as_bytes()))
            .map_err(|error| file::failed(&place, &error))?;
        Ok(FileWritten {
            path: place.display().to_string(),
            rows: small(sheet.rows.len()),
        })
    }

    fn items_sheet(&self, office: &Connection, request: &ItemsExport, public: bool) -> Result<Sheet> {
        let today = self.item_day()?;
        let editions = Editions::read(office, today)?;
        let Lines { items, lines } = lines_of(office, &editions, request.edition, today)?;
        let wanted: Vec<i64> = found(&items, &lines, &request.filter)
            .iter()
            .map(|line| line.id)
            .collect();
        let fields = ItemField::ALL.iter().copied().filter(|field| {
            // Both in one stands in two columns; who answers for an item inside the office is not for a website.
            let internal = page::INTERNAL.contains(field) || BEHIND.contains(field);
            *field != ItemField::RatioAndFrequency && !(public && internal)
        });
        let fields: Vec<ItemField> = fields.collect();
        let row = |item: &Document| fields.iter().map(|field| cell(*field, item)).collect();
        Ok(Sheet {
            heading: labels::heading(&editions.name_of(request.edition)?, &request.filter),
            headings: fields.iter().map(|field| field.heading()).collect(),
            rows: items
                .iter()
                .filter(|item| wanted.contains(&item.id))
                .map(row)
                .collect(),
        })
    }
}

/// A blank list for an office that has none: what sheet and file are called, and its columns.
pub(crate) fn blank() -> ((&'static str, &'static str), Vec<TemplateColumn>) {
    let column = |field: &ItemField| {
        let choices: Vec<String> = labels::choices_of(field.name())
            .into_iter()
            .map(|told| told.label)
            .collect();
        // Several ways may stand in one cell: a pull-down would allow one only.
        let choices = if *field == ItemField::Modes {
            Vec::new()
        } else {
            choices
        };
        TemplateColumn {
            heading: field.heading().to_owned(),
            width: 18.0,
            need: need(field.need() == Need::Required, *field == ItemField::Basis).to_owned(),
            note: labels::how_to_fill(*field, &choices),
            choices,
        }
    };
    let fields = ItemField::ALL.iter();
    // One column says both in lists of others; here each has its own.
    let fields = fields.filter(|field| **field != ItemField::RatioAndFrequency && !BEHIND.contains(field));
    (
        (labels::LIST_FILE, labels::TEMPLATE_FILE),
        fields.map(column).collect(),
    )
}

/// A column of the list with what people call its value.
fn told(column: Column, item: &Document) -> String {
    labels::value(column, item.get(column)).label
}

/// What stands in a column of the file. The laws and points of an item stand in one cell each.
fn cell(field: ItemField, item: &Document) -> String {
    let lines = |parts: Vec<String>| parts.join("\n");
    let points = |part: fn(&super::document::KeptPoint) -> &String| {
        let parts = item.points.iter().map(part).zip(1..);
        let some = parts.filter(|(text, _)| !text.is_empty());
        lines(
            some.map(|(text, number)| labels::numbered(number, text))
                .collect(),
        )
    };
    match field {
        ItemField::Number if item.get(Column::Code).is_empty() => item.number(),
        ItemField::Number => item.get(Column::Code).to_owned(),
        ItemField::Basis => lines(item.bases.iter().map(super::document::KeptBasis::told).collect()),
        ItemField::Content if item.get(Column::Content).is_empty() => points(|point| &point.content),
        // What is said in short has its own column; the points stand behind.
        ItemField::CheckPoints if item.get(Column::Content).is_empty() => String::new(),
        ItemField::CheckPoints => points(|point| &point.content),
        ItemField::Method => points(|point| &point.method),
        ItemField::Materials => points(|point| &point.materials),
        other => {
            let found = <Column as strum::VariantArray>::VARIANTS.iter();
            let mut found = found.filter(|column| column.name() == other.name());
            found
                .next()
                .map_or_else(String::new, |column| told(*column, item))
        }
    }
}
