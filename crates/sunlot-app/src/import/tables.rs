//! The rows of a file as they come, and which of them are rows of a table of some kind: what is read whole and looked at by
//! somebody, as the lines of a plan and the result of a draw are. Rosters of registries are read row by row (`judge`).

use std::collections::BTreeMap;

use sunlot_rules::roster::cell::{CellForm, Cleaned, clean};
use sunlot_rules::roster::fields::Field;
use sunlot_rules::roster::fill::Filler;
use sunlot_rules::roster::header::{self, Area, Header};
use sunlot_rules::roster::row::{RowKind, Rows};

use super::{ImportFault, labels, raw_cell};
use crate::reader::{Cell, SheetHead};
use crate::{Error, Result};

/// The sheets of a file, with their rows.
#[derive(Default)]
pub(crate) struct Tables {
    sheets: Vec<Table>,
}

struct Table {
    head: SheetHead,
    /// The rows as cleaned texts, blank ones too, so that a row stands where its number says.
    rows: Vec<Vec<String>>,
    /// What kind of cell each was.
    forms: Vec<Vec<CellForm>>,
}

/// A sheet in which headings were found.
pub(crate) struct Found<'t, F> {
    pub name: &'t str,
    header: Header<F>,
    lines: Vec<Row<F>>,
    /// Rows that hold no data: where, and why.
    pub left_out: Vec<(u32, String)>,
}

/// One row of a file: what stands in the column of each field.
pub(crate) struct Row<F> {
    /// Its row in the file, from 1.
    pub number: u32,
    cells: BTreeMap<F, (String, CellForm)>,
}

impl<F: Field> Row<F> {
    /// What stands there; nothing where there is no such column.
    pub fn text(&self, field: F) -> &str {
        self.cells.get(&field).map_or("", |(text, _)| text)
    }

    /// The same as a cell: a number cell may have lost digits.
    pub fn cell(&self, field: F) -> Cleaned<'_> {
        let form = self.cells.get(&field).map_or(CellForm::Empty, |(_, form)| *form);
        let text = self.text(field);
        Cleaned {
            text: text.into(),
            raw: text,
            form,
        }
    }
}

impl Tables {
    pub fn begin(&mut self, head: SheetHead) {
        self.sheets.push(Table {
            head,
            rows: Vec::new(),
            forms: Vec::new(),
        });
    }

    pub fn take(&mut self, number: u32, cells: &[Cell<'_>]) {
        let (Some(table), Ok(number)) = (self.sheets.last_mut(), usize::try_from(number)) else {
            return;
        };
        table.rows.resize(number.saturating_sub(1), Vec::new());
        table.forms.resize(number.saturating_sub(1), Vec::new());
        let (mut texts, mut forms) = (Vec::new(), Vec::new());
        for cell in cells {
            let cell = raw_cell(cell);
            let cell = clean(&cell);
            forms.push(cell.form);
            texts.push(cell.text.into_owned());
        }
        table.rows.push(texts);
        table.forms.push(forms);
    }

    pub fn names(&self) -> Vec<String> {
        self.sheets.iter().map(|table| table.head.name.clone()).collect()
    }

    /// The sheet that was asked for, or the one whose headings are surest.
    pub fn find<F: Field>(&self, sheet: Option<&str>) -> Result<Found<'_, F>> {
        let headers: Vec<Option<Header<F>>> = self.sheets.iter().map(Table::header).collect();
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

impl<F: Field> Found<'_, F> {
    pub fn rows(&self) -> &[Row<F>] {
        &self.lines
    }

    /// What stands above each column, and what it was taken for.
    pub fn columns(&self) -> Vec<(String, Option<F>)> {
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

    fn header<F: Field>(&self) -> Option<Header<F>> {
        header::find(&self.rows, &self.areas(), None)
    }

    fn found<F: Field>(&self, header: Header<F>) -> Found<'_, F> {
        let kinds = Rows::below(&header);
        let mut filler = Filler::new(&self.areas(), header.rows.end);
        let (mut lines, mut left_out) = (Vec::new(), Vec::new());
        for (place, cells) in self.rows.iter().enumerate().skip(header.rows.end) {
            let mut cells = cells.clone();
            let filled = filler.fill(place, &mut cells);
            let number = u32::try_from(place + 1).unwrap_or(u32::MAX);
            match kinds.kind(&cells, &filled) {
                RowKind::Blank | RowKind::Numbered => {}
                RowKind::Data => lines.push(row(number, &cells, self.forms.get(place), &header)),
                kind => left_out.push((number, labels::row_left_out(number, kind))),
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

fn row<F: Field>(number: u32, cells: &[String], forms: Option<&Vec<CellForm>>, header: &Header<F>) -> Row<F> {
    let text = |field: F| {
        let mut texts = header
            .columns_of(field)
            .filter_map(|column| Some((cells.get(column)?, column)));
        let (text, column) = texts.find(|(text, _)| !text.is_empty())?;
        let form = forms.and_then(|forms| forms.get(column)).copied();
        // What a merged cell covers is empty itself.
        let form = form.filter(|form| *form != CellForm::Empty);
        Some((field, (text.clone(), form.unwrap_or(CellForm::Text))))
    };
    let fields = F::all().iter().copied();
    Row {
        number,
        cells: fields.filter_map(text).collect(),
    }
}
