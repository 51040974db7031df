//! A sheet as it was looked at: its first rows, and where its headings are.

use std::collections::HashSet;

use sunlot_rules::roster::cell::clean;
use sunlot_rules::roster::fields::Field;
use sunlot_rules::roster::fill::Filler;
use sunlot_rules::roster::header::{self, Area, Header, Mapping, column_letters};
use sunlot_rules::roster::row::{RowKind, Rows};

use super::judge::raw_cell;
use super::wire::{ColumnLook, RowLook, SheetLook};
use super::{columns, labels};
use crate::messages::Words;
use crate::messages::import as messages;
use crate::reader::{Cell, SheetHead};
use crate::registry::Told;

/// Headings are looked for so far down.
const LOOKED_AT: usize = 60;

/// So many cells of a column are shown beside its heading.
const SAMPLES: usize = 3;

/// What is known of a sheet.
pub(super) struct Sheet {
    pub head: SheetHead,
    /// The first rows, blank ones too, so that a row stands where its number says.
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    pub(super) fn new(head: SheetHead) -> Self {
        Self {
            head,
            rows: Vec::new(),
        }
    }

    pub(super) fn take(&mut self, number: u32, cells: &[Cell<'_>]) {
        let place = (number as usize).saturating_sub(1);
        if place >= LOOKED_AT {
            return;
        }
        self.rows.resize(place, Vec::new());
        let texts = cells.iter().map(|cell| clean(&raw_cell(cell)).text.into_owned());
        self.rows.push(texts.collect());
    }

    /// The numbers of the rows that the file hides.
    pub(super) fn hidden(&self) -> HashSet<u32> {
        self.head.hidden_rows.iter().copied().collect()
    }

    pub(super) fn areas(&self) -> Vec<Area> {
        let area = |area: &crate::reader::Area| Area {
            top: (area.top as usize).saturating_sub(1),
            left: area.left as usize,
            bottom: (area.bottom as usize).saturating_sub(1),
            right: area.right as usize,
        };
        self.head.merges.iter().map(area).collect()
    }

    pub(super) fn header<F: Field>(&self, mapping: Option<&Mapping>) -> Option<Header<F>> {
        header::find(&self.rows, &self.areas(), mapping)
    }

    /// Fills merged cells down, below the headings; nothing where none are merged.
    pub(super) fn filler<F: Field>(&self, header: &Header<F>) -> Option<Filler> {
        let areas = self.areas();
        let any = areas
            .iter()
            .any(|area| area.bottom > area.top && area.top >= header.rows.end);
        any.then(|| Filler::new(&areas, header.rows.end))
    }

    /// What somebody should know of it.
    pub(super) fn remarks(&self) -> Vec<Words> {
        let mut remarks = Vec::new();
        if self.head.hidden {
            remarks.push(messages::hidden_sheet(&self.head.name));
        }
        if self.head.hidden_row_count > 0 {
            remarks.push(messages::hidden_rows(self.head.hidden_row_count));
        } else if self.head.filtered {
            remarks.push(messages::filtered());
        }
        if !self.head.hidden_columns.is_empty() {
            remarks.push(messages::hidden_columns(self.head.hidden_columns.len()));
        }
        remarks
    }

    pub(super) fn look<F: Field>(&self, header: Option<&Header<F>>) -> SheetLook {
        SheetLook {
            index: self.head.index,
            name: self.head.name.clone(),
            hidden: self.head.hidden,
            header: header.and_then(|header| u32::try_from(header.rows.start + 1).ok()),
            columns: header.map(|header| self.columns(header)).unwrap_or_default(),
            rows: self.shown(header),
            hidden_rows: self.head.hidden_row_count,
            other: None,
        }
    }

    fn columns<F: Field>(&self, header: &Header<F>) -> Vec<ColumnLook> {
        let samples = |index: usize| {
            let below = self.rows.iter().skip(header.rows.end);
            let texts = below
                .filter_map(|row| row.get(index))
                .filter(|text| !text.is_empty());
            texts.take(SAMPLES).cloned().collect()
        };
        let look = |column: &header::Column<F>| ColumnLook {
            letters: column_letters(column.index),
            heading: column.heading.clone(),
            field: column.field.map(|field| field.name().to_owned()),
            known: column.field.is_some() || column.ignored,
            note: columns::taken_by(column, header),
            samples: samples(column.index),
        };
        header.columns.iter().map(look).collect()
    }

    fn shown<F: Field>(&self, header: Option<&Header<F>>) -> Vec<RowLook> {
        let rows = header.map(Rows::below);
        let kind = |place: usize, cells: &[String]| match (header, &rows) {
            (Some(header), _) if place < header.rows.start => told("above", labels::ABOVE),
            (Some(header), _) if place < header.rows.end => told("heading", labels::HEADING),
            (_, Some(rows)) => row_kind(rows.kind(cells, &[])),
            _ => told("data", ""),
        };
        self.rows
            .iter()
            .enumerate()
            .filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()))
            .map(|(place, cells)| RowLook {
                number: u32::try_from(place + 1).unwrap_or(u32::MAX),
                cells: cells.clone(),
                kind: kind(place, cells),
            })
            .collect()
    }
}

/// The place of the sheet that looks most like a roster. Where there are several, none that explains another is taken for one.
pub(super) fn best<F: Field>(sheets: &[Sheet]) -> usize {
    let explains = |sheet: &Sheet| sheets.len() > 1 && header::is_note_sheet(&sheet.head.name);
    let headers: Vec<Option<Header<F>>> = sheets
        .iter()
        .map(|sheet| if explains(sheet) { None } else { sheet.header(None) })
        .collect();
    let first = || sheets.iter().position(|sheet| !explains(sheet));
    header::best_sheet(&headers).or_else(first).unwrap_or(0)
}

fn row_kind(kind: RowKind) -> Told {
    told(kind.name(), labels::row_kind(kind))
}

fn told(value: &str, label: &str) -> Told {
    Told {
        value: value.to_owned(),
        label: label.to_owned(),
    }
}
