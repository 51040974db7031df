//! A plan out of a file: of the office above, or of another one (forms 3.11). What was understood stands in the fields of lines;
//! what was not is told cell by cell. Nothing is kept: somebody looks at the lines and saves them in a draft.

use std::sync::atomic::AtomicBool;

use sunlot_rules::plan::headings::PlanRow;
use sunlot_rules::plan::line::{Line, LineField};
use sunlot_rules::roster::fields::{Field, PlanField};
use sunlot_rules::roster::words::ExtraWords;

use super::check::{numbers, set};
use super::fault::PlanFault;
use super::file_wire::{PlanColumn, PlanLineRead, PlanRead, PlanReading};
use super::labels;
use super::view::values;
use super::wire::PlanRemark;
use crate::commands::Act;
use crate::import::{Row, Tables};
use crate::item::{PlannedItem, planned_items};
use crate::reader::{Ask, Part, SourceName, TableSource};
use crate::registry::Told;
use crate::registry::labels::{of_list, told};
use crate::{Desk, Error, Result};

/// So many rows are read at most; the longest plans have a few hundred lines.
const MOST_ROWS: u32 = 1_000;

impl Desk {
    /// Reads a plan out of a file.
    pub fn plan_read(&self, request: &PlanRead) -> Result<PlanReading> {
        let items = self.read(Act::PlanRead, planned_items)?;
        let source = match &request.pasted {
            Some(text) => TableSource::Pasted(text.clone()),
            None => TableSource::File(request.path.trim().into()),
        };
        let ask = Ask {
            sheet: None,
            rows: Some(MOST_ROWS),
        };
        let mut tables = Tables::default();
        let reading = self.env().reader.read(
            &source,
            &ask,
            &mut |part| {
                match part {
                    Part::Sheet(head) => tables.begin(head),
                    Part::Row { number, cells } => tables.take(number, cells),
                    Part::Book(_) | Part::SheetEnd(_) => {}
                }
                Ok(())
            },
            &AtomicBool::new(false),
        )?;
        let file = match source.name() {
            SourceName::File(name) => name,
            SourceName::Pasted => labels::PASTED.to_owned(),
        };
        let found = tables.find::<PlanField>(request.sheet.as_deref())?;
        let rows = found.rows();
        if rows.is_empty() {
            let sheet = found.name.to_owned();
            return Err(Error::new(PlanFault::PlanEmpty { file, sheet }, ""));
        }
        let mut notices: Vec<Told> = reading
            .warnings
            .iter()
            .map(|warning| told("file", &crate::messages::reader::of_warning(warning)))
            .collect();
        notices.extend(
            found
                .left_out
                .iter()
                .map(|(row, why)| told(&row.to_string(), why)),
        );
        let lines: Vec<(Option<u16>, PlanLineRead)> = rows.iter().map(|row| line(row, &items)).collect();
        Ok(PlanReading {
            file,
            sheet: found.name.to_owned(),
            sheets: tables.names(),
            year: lines.iter().find_map(|(year, _)| *year),
            columns: found.columns().into_iter().map(column).collect(),
            lines: lines.into_iter().map(|(_, line)| line).collect(),
            notices,
        })
    }
}

fn column((heading, field): (String, Option<PlanField>)) -> PlanColumn {
    PlanColumn {
        heading,
        label: field.map(|field| field.heading().to_owned()).unwrap_or_default(),
    }
}

/// One line, as far as it was understood.
fn line(row: &Row<PlanField>, items: &[PlannedItem]) -> (Option<u16>, PlanLineRead) {
    let read = PlanRow::read(|field| row.text(field), &ExtraWords::default());
    let mut notes = Vec::new();
    let mut line = read.line.clone();
    line.items = named(row.text(PlanField::Items), &read.item_names, items);
    for name in line
        .items
        .iter()
        .filter(|name| !items.iter().any(|item| item.number == **name))
    {
        notes.push(note(LineField::Items, "error", labels::item_unknown(name)));
    }
    for (field, text) in &read.unread {
        let about = about(*field);
        notes.push(note(about, "warning", labels::unread(field.heading(), text)));
    }
    // A range is read, but a line has one ratio: somebody must choose (N-09).
    for (field, range) in [
        (LineField::Ratio, read.share.ratio),
        (LineField::Number, read.share.number),
    ] {
        let chosen = match field {
            LineField::Ratio => line.ratio,
            _ => line.number,
        };
        if let (None, Some(_)) = (chosen, range) {
            let text = own_text(row, field);
            notes.push(note(field, "warning", labels::range(labels::field(field), &text)));
        }
    }
    if line.unit.is_empty() && !read.authorities.is_empty() {
        line.unit = read.authorities.join(labels::AND);
        notes.push(note(LineField::Unit, "note", labels::unit_taken(&line.unit)));
    }
    if line.special_campaign {
        line.campaign_no = row.text(PlanField::Document).to_owned();
    }
    settle(&mut line, &mut notes);
    let shown = LineField::ALL
        .iter()
        .filter(|field| **field != LineField::Position);
    let shown = shown.map(|field| (field.name().to_owned(), labels::shown(&line, *field)));
    let told = PlanLineRead {
        row: row.number,
        values: values(&line),
        shown: shown.collect(),
        notes,
    };
    (read.year, told)
}

/// Whatever a field does not take is told and left out: a draft could not be saved with it.
fn settle(line: &mut Line, notes: &mut Vec<PlanRemark>) {
    let blank = Line::default();
    for field in LineField::ALL
        .iter()
        .copied()
        .filter(|field| *field != LineField::Position)
    {
        let text = line.text(field);
        if set(&mut line.clone(), field, &text, &[]).is_err() {
            notes.push(note(
                field,
                "warning",
                labels::unread(labels::field(field), &text),
            ));
            // Its own default is a text that it takes.
            let _ = line.set(field, &blank.text(field));
        }
    }
}

/// The items of a cell, by the numbers of the list where it has them, or else by the names as they stand there.
fn named(cell: &str, names: &[String], items: &[PlannedItem]) -> Vec<String> {
    let numbered: Vec<String> = items
        .iter()
        .filter(|item| cell.contains(&item.number))
        .map(|item| item.number.clone())
        .collect();
    if !numbered.is_empty() {
        return numbered;
    }
    let whole = numbers(cell, items);
    match whole.as_slice() {
        [one] if items.iter().any(|item| item.number == *one) => whole,
        _ => {
            let mut found: Vec<String> = Vec::new();
            for name in names.iter().flat_map(|name| numbers(name, items)) {
                if !found.contains(&name) {
                    found.push(name);
                }
            }
            found
        }
    }
}

/// What stands in the columns that a field was read from.
fn own_text(row: &Row<PlanField>, field: LineField) -> String {
    let columns: &[PlanField] = match field {
        LineField::Ratio => &[
            PlanField::Ratio,
            PlanField::RatioAndFrequency,
            PlanField::ScopeAndRatio,
        ],
        _ => &[PlanField::Number, PlanField::Ratio, PlanField::ScopeAndRatio],
    };
    let mut texts = columns.iter().map(|column| row.text(*column));
    texts.find(|text| !text.is_empty()).unwrap_or_default().to_owned()
}

/// The field of a line that a column is about.
const fn about(field: PlanField) -> LineField {
    match field {
        PlanField::Items | PlanField::Content | PlanField::Basis => LineField::Items,
        PlanField::TargetScope => LineField::Scope,
        PlanField::Condition => LineField::Condition,
        PlanField::ItemClass => LineField::ItemClass,
        PlanField::Base => LineField::Base,
        PlanField::Ratio | PlanField::RatioAndFrequency | PlanField::ScopeAndRatio => LineField::Ratio,
        PlanField::Number => LineField::Number,
        PlanField::Frequency => LineField::Frequency,
        PlanField::Year | PlanField::Months | PlanField::From | PlanField::To => LineField::Months,
        PlanField::Unit | PlanField::Authority => LineField::Unit,
        PlanField::Person => LineField::Person,
        PlanField::Type | PlanField::TaskScope => LineField::TaskScope,
        PlanField::DrawScope => LineField::DrawScope,
        PlanField::LeadDept => LineField::LeadDept,
        PlanField::PartnerDepts => LineField::PartnerDepts,
        PlanField::Modes => LineField::Modes,
        _ => LineField::Name,
    }
}

fn note(field: LineField, severity: &str, message: String) -> PlanRemark {
    PlanRemark {
        field: field.name().to_owned(),
        severity: of_list(&labels::SEVERITIES, severity),
        message,
        hint: String::new(),
    }
}
