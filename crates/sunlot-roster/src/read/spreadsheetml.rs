//! The XML of Excel 2003, also under the name `.xlsx` or `.xls`. It is gone through twice: what is merged and hidden
//! stands among the rows, and is needed before them.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Seek};

use super::encoding::{Decoded, Found};
use super::part::{
    Area, Ask, Book, Cell, Format, MOST_COLUMNS, MOST_HIDDEN, Note, Part, ReadFault, Receiver, SheetHead,
    SheetInfo,
};
use super::row::{Flow, Row, SheetOut, add_area};
use super::value::{Kind, Texts, kind_of_code};
use super::xml::{Node, Tag, Xml, cut};

/// The last row that Excel knows.
const LAST_ROW: u32 = 1_048_576;
/// More styles than Excel can keep.
const MOST_STYLES: usize = 70_000;

pub(super) fn read<R: Read + Seek>(
    mut source: R,
    found: Found,
    ask: &Ask,
    receiver: &mut Receiver<'_>,
) -> Result<(), ReadFault> {
    let mut survey = Survey::default();
    survey.read(&mut Xml::new(BufReader::new(Decoded::new(&mut source, found)?)))?;
    let sheets = survey.sheets.iter().map(|(head, _)| SheetInfo {
        name: head.name.clone(),
        hidden: head.hidden,
    });
    receiver(Part::Book(Book {
        format: Format::SpreadsheetMl,
        encoding: Some(found.encoding.name().to_owned()),
        separator: None,
        sheets: sheets.collect(),
        notes: Vec::new(),
    }))?;
    let asked = super::asked(ask, survey.sheets.len())?;
    let mut xml = Xml::new(BufReader::new(Decoded::new(&mut source, found)?));
    for (index, (head, crowded)) in survey.sheets.into_iter().enumerate() {
        if index >= asked.end {
            break;
        }
        go_to_sheet(&mut xml)?;
        if !asked.contains(&index) {
            xml.skip("Worksheet")?;
            continue;
        }
        let mut out = SheetOut::begin(receiver, head, ask.rows)?;
        if crowded {
            out.note(Note::TooManyAreas);
        }
        let flow = read_rows(&mut xml, &survey.kinds, &mut out)?;
        out.end(flow)?;
        if flow == Flow::Enough {
            xml.skip("Worksheet")?;
        }
    }
    Ok(())
}

fn go_to_sheet<R: BufRead>(xml: &mut Xml<R>) -> Result<(), ReadFault> {
    loop {
        match xml.next()? {
            Node::Start(tag) if tag.name() == "Worksheet" => return Ok(()),
            Node::Eof => return Err(cut("Workbook")),
            _ => {}
        }
    }
}

/// Where one is in a sheet.
#[derive(Default)]
struct Place {
    row: u32,
    column: u32,
}

impl Place {
    fn begin_row(&mut self, tag: &Tag<'_>) -> Result<(), ReadFault> {
        self.row = tag.number("Index").unwrap_or(self.row.saturating_add(1));
        self.column = 0;
        if self.row == 0 || self.row > LAST_ROW {
            return Err(ReadFault::damaged(format!("there is no row {}", self.row)));
        }
        Ok(())
    }

    /// The column of a cell, and how far it reaches across and down.
    fn begin_cell(&mut self, tag: &Tag<'_>) -> (u32, u32, u32) {
        let column = tag
            .number("Index")
            .map_or(self.column, |index| index.saturating_sub(1));
        let across = tag.number("MergeAcross").unwrap_or(0).min(MOST_COLUMNS);
        let down = tag.number("MergeDown").unwrap_or(0).min(LAST_ROW - self.row);
        self.column = column.saturating_add(across).saturating_add(1);
        (column, across, down)
    }
}

/// The first walk.
#[derive(Default)]
struct Survey {
    kinds: HashMap<String, Kind>,
    sheets: Vec<(SheetHead, bool)>,
    style: Option<String>,
    column: u32,
}

impl Survey {
    fn read<R: BufRead>(&mut self, xml: &mut Xml<R>) -> Result<(), ReadFault> {
        let mut place = Place::default();
        let mut visible = String::new();
        loop {
            let is_visibility = match xml.next()? {
                Node::Start(tag) => {
                    self.begin(&tag, &mut place)?;
                    tag.name() == "Visible"
                }
                Node::End(name) if name.name() == "Workbook" => return Ok(()),
                Node::Eof => return Err(cut("Workbook")),
                _ => false,
            };
            if is_visibility {
                visible.clear();
                xml.text_until("Visible", &mut visible)?;
                if let Some((head, _)) = self.sheets.last_mut() {
                    head.hidden = visible.contains("Hidden");
                }
            }
        }
    }

    fn begin(&mut self, tag: &Tag<'_>, place: &mut Place) -> Result<(), ReadFault> {
        match tag.name() {
            "Style" => self.style = tag.attribute("ID"),
            "NumberFormat" if self.kinds.len() < MOST_STYLES => {
                if let (Some(style), Some(code)) = (&self.style, tag.attribute("Format")) {
                    self.kinds.insert(style.clone(), kind_of_name(&code));
                }
            }
            "Worksheet" => {
                *place = Place::default();
                self.column = 0;
                let head = SheetHead {
                    index: u32::try_from(self.sheets.len()).unwrap_or(u32::MAX),
                    name: tag.attribute("Name").unwrap_or_default(),
                    ..SheetHead::default()
                };
                self.sheets.push((head, false));
            }
            name @ ("Column" | "Row" | "Cell" | "AutoFilterColumn") => {
                if let Some((head, crowded)) = self.sheets.last_mut() {
                    match name {
                        "Column" => look_at_column(tag, &mut self.column, head),
                        "Row" => look_at_row(tag, place, head)?,
                        "Cell" => *crowded |= !look_at_cell(tag, place, head),
                        _ => head.filtered = true,
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }
}

fn look_at_column(tag: &Tag<'_>, next: &mut u32, head: &mut SheetHead) {
    let column = tag
        .number("Index")
        .map_or(*next, |index| index.saturating_sub(1))
        .min(MOST_COLUMNS);
    let last = column
        .saturating_add(tag.number("Span").unwrap_or(0))
        .min(MOST_COLUMNS - 1);
    *next = last + 1;
    if tag.is_set("Hidden") && head.hidden_columns.len() < MOST_COLUMNS as usize {
        head.hidden_columns.extend(column..=last);
    }
}

fn look_at_row(tag: &Tag<'_>, place: &mut Place, head: &mut SheetHead) -> Result<(), ReadFault> {
    place.begin_row(tag)?;
    let last = place
        .row
        .saturating_add(tag.number("Span").unwrap_or(0))
        .min(LAST_ROW);
    if tag.is_set("Hidden") {
        head.hidden_row_count = head.hidden_row_count.saturating_add(last - place.row + 1);
        let room = MOST_HIDDEN.saturating_sub(head.hidden_rows.len());
        head.hidden_rows.extend((place.row..=last).take(room));
    }
    place.row = last;
    Ok(())
}

fn look_at_cell(tag: &Tag<'_>, place: &mut Place, head: &mut SheetHead) -> bool {
    let (left, across, down) = place.begin_cell(tag);
    let area = Area {
        top: place.row,
        left,
        bottom: place.row.saturating_add(down),
        right: left.saturating_add(across),
    };
    add_area(&mut head.merges, area)
}

/// Some formats have names here.
fn kind_of_name(code: &str) -> Kind {
    match code {
        "General Date" | "Long Date" | "Medium Date" | "Short Date" | "Long Time" | "Medium Time"
        | "Short Time" => Kind::Date,
        "Standard" | "Fixed" | "Currency" | "Percent" | "Scientific" | "General Number" | "General" => {
            Kind::General
        }
        "Yes/No" | "True/False" | "On/Off" | "Euro Currency" => Kind::General,
        code => kind_of_code(code),
    }
}

/// The second walk, through one sheet.
fn read_rows<R: BufRead>(
    xml: &mut Xml<R>,
    kinds: &HashMap<String, Kind>,
    out: &mut SheetOut<'_, '_>,
) -> Result<Flow, ReadFault> {
    let mut place = Place::default();
    let mut row = Row::default();
    let mut value = String::new();
    let mut texts = Texts::default();
    let mut last = 0;
    loop {
        let cell = match xml.next()? {
            Node::Start(tag) if tag.name() == "Row" => {
                place.begin_row(&tag)?;
                last = place.row.saturating_add(tag.number("Span").unwrap_or(0));
                row.clear();
                None
            }
            Node::Start(tag) if tag.name() == "Cell" => {
                let (column, ..) = place.begin_cell(&tag);
                let kind = tag.raw("StyleID").and_then(|style| kinds.get(style));
                Some((column, kind, tag.raw("Formula").is_some()))
            }
            Node::End(name) if name.name() == "Row" => {
                if out.row(place.row, &row)? == Flow::Enough {
                    return Ok(Flow::Enough);
                }
                row.clear();
                place.row = last.max(place.row);
                None
            }
            Node::End(name) if name.name() == "Worksheet" => return Ok(Flow::On),
            Node::Eof => return Err(cut("Worksheet")),
            _ => None,
        };
        let Some((column, kind, formula)) = cell else {
            continue;
        };
        value.clear();
        let written = read_cell(xml, &mut value)?;
        let kind = kind.unwrap_or(&Kind::General);
        let cell = match written.as_deref() {
            None if formula => Cell::NoValue,
            None => Cell::Empty,
            Some("Number") => match value.trim().parse::<f64>() {
                Ok(number) if number.is_finite() => texts.number(number, kind, false),
                _ => Cell::Text(&value),
            },
            Some("DateTime") => texts.moment(value.trim()),
            Some("Boolean") => Cell::Bool(value.trim() == "1"),
            Some("Error") => Cell::Error(value.trim()),
            Some(_) => Cell::Text(&value),
        };
        row.put(column, cell)?;
    }
}

/// The value of a cell and its type. A comment has a text of its own, which is not the cell's.
fn read_cell<R: BufRead>(xml: &mut Xml<R>, value: &mut String) -> Result<Option<String>, ReadFault> {
    let mut written = None;
    loop {
        let data = match xml.next()? {
            Node::Start(tag) if tag.name() == "Data" => {
                written = Some(tag.raw("Type").unwrap_or("String").to_owned());
                true
            }
            Node::Start(tag) if tag.name() == "Comment" => false,
            Node::End(name) if name.name() == "Cell" => return Ok(written),
            Node::Eof => return Err(cut("Cell")),
            _ => continue,
        };
        if data {
            xml.text_until("Data", value)?;
        } else {
            xml.skip("Comment")?;
        }
    }
}
