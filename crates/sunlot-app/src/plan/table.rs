//! The rows of a file as they come, and which of them are lines of a plan.

use std::collections::BTreeMap;

use sunlot_rules::roster::cell::clean;
use sunlot_rules::roster::fields::{Field, PlanField};
use sunlot_rules::roster::fill::Filler;
use sunlot_rules::roster::header::{self, Area, Header};
use sunlot_rules::roster::row::{RowKind, Rows};

use super::labels;
use crate::import::{ImportFault, raw_cell};
use crate::reader::{Cell, SheetHead};
use crate::{Error, Result};

/// The sheets of a file, with their rows.
#[derive(Default)]
pub(super) struct Tables {
    sheets: Vec<Table>,
}

struct Table {
    head: SheetHead,
    /// The rows as cleaned texts, blank ones too, so that a row stands where its number says.
    rows: Vec<Vec<String>>,
}

/// A sheet in which headings of a plan were found.
pub(super) struct Found<'t> {
    pub name: &'t str,
    header: Header<PlanField>,
    lines: Vec<Row>,
    /// Rows that are no lines: where, and why.
    pub left_out: Vec<(u32, String)>,
}

/// One line of a file: what stands in the column of each field.
pub(super) struct Row {
    /// Its row in the file, from 1.
    pub number: u32,
    cells: BTreeMap<PlanField, String>,
}

impl Row {
    /// What stands there; nothing where there is no such column.
    pub fn text(&self, field: PlanField) -> &str {
        self.cells.get(&field).map_or("", String::as_str)
    }
}

impl Tables {
    pub fn begin(&mut self, head: SheetHead) {
        let rows = Vec::new();
        self.sheets.push(Table { head, rows });
    }

    pub fn take(&mut self, number: u32, cells: &[Cell<'_>]) {
        let (Some(table), Ok(number)) = (self.sheets.last_mut(), usize::try_from(number)) else {
            return;
        };
        table.rows.resize(number.saturating_sub(1), Vec::new());
        let texts = cells.iter().map(|cell| clean(&raw_cell(cell)).text.into_owned());
        table.rows.push(texts.collect());
    }

    pub fn names(&self) -> Vec<String> {
        self.sheets.iter().map(|table| table.head.name.clone()).collect()
    }

    /// The sheet that was asked for, or the one that looks most like a plan.
    pub fn find(&self, sheet: Option<&str>) -> Result<Found<'_>> {
        let headers: Vec<Option<Header<PlanField>>> = self.sheets.iter().map(Table::header).collect();
        let place = match sheet {
            Some(asked) => {
                let found = self.sheets.iter().position(|table| table.head.name == asked);
                let asked = asked.to_owned();
                found.ok_or_else(|| Error::new(ImportFault::SheetUnknown { asked }, ""))?
            }
            None => header::best_sheet(&headers).unwrap_or_default(),
        };
        let headers = headers.into_iter();
        let found = self.sheets.get(place).zip(headers.skip(place).flatten().next());
        let (table, header) = found.ok_or_else(|| {
            let sheet = self.names().into_iter().nth(place).unwrap_or_default();
            Error::new(ImportFault::HeaderMissing { sheet }, "")
        })?;
        Ok(table.found(header))
    }
}

impl Found<'_> {
    pub fn rows(&self) -> &[Row] {
        &self.lines
    }

    /// What stands above each column, and what it was taken for.
    pub fn columns(&self) -> Vec<(String, Option<PlanField>)> {
        let columns = self.header.columns.iter();
        columns
            .map(|column| (column.heading.clone(), column.field))
            .collect()
    }
}

impl Table {
    fn areas(&self) -> Vec<Area> {
        let from_one = |row: u32| usize::try_from(row).unwrap_or(usize::MAX).saturating_sub(1);
        let column = |column: u32| usize::try_from(column).unwrap_or(usize::MAX);
        let area = |area: &crate::reader::Area| Area {
            top: from_one(area.top),
            left: column(area.left),
            bottom: from_one(area.bottom),
            right: column(area.right),
        };
        self.head.merges.iter().map(area).collect()
    }

    fn header(&self) -> Option<Header<PlanField>> {
        header::find(&self.rows, &self.areas(), None)
    }

    fn found(&self, header: Header<PlanField>) -> Found<'_> {
        let kinds = Rows::below(&header);
        let mut filler = Filler::new(&self.areas(), header.rows.end);
        let (mut lines, mut left_out) = (Vec::new(), Vec::new());
        for (place, cells) in self.rows.iter().enumerate().skip(header.rows.end) {
            let mut cells = cells.clone();
            let filled = filler.fill(place, &mut cells);
            let number = u32::try_from(place + 1).unwrap_or(u32::MAX);
            match kinds.kind(&cells, &filled) {
                RowKind::Blank | RowKind::Numbered => {}
                RowKind::Data => lines.push(row(number, &cells, &header)),
                kind => left_out.push((number, labels::left_out(number, kind))),
            }
        }
        Found {
            name: &self.head.name,
            header,
            lines,
            left_out,
        }
    }
}

fn row(number: u32, cells: &[String], header: &Header<PlanField>) -> Row {
    let text = |field: PlanField| {
        let mut texts = header.columns_of(field).filter_map(|column| cells.get(column));
        let text = texts.find(|text| !text.is_empty())?;
        Some((field, text.clone()))
    };
    let fields = PlanField::all().iter().copied();
    Row {
        number,
        cells: fields.filter_map(text).collect(),
    }
}
