//! The side of the process that reads.

use std::io::{self, Write};

use super::super::part::{
    Area, Book, Cell, Format, Limit, Note, Part, ReadFault, SheetEnd, SheetHead, Stop, Stranger,
};
use super::{BATCH, BEGIN, MOST_FRAME, cell, frame};

/// Sends a reading over the wire.
pub struct Sender<W: Write> {
    to: W,
    rows: Vec<u8>,
    failed: Option<io::Error>,
}

impl<W: Write> Sender<W> {
    /// Says what comes.
    pub fn begin(mut to: W) -> io::Result<Self> {
        to.write_all(BEGIN)?;
        Ok(Self {
            to,
            rows: Vec::with_capacity(BATCH * 2),
            failed: None,
        })
    }

    /// Sends a part. Where nobody listens any more, the reading stops.
    pub fn part(&mut self, part: &Part<'_>) -> Result<(), Stop> {
        let sent = match part {
            Part::Row { number, cells } => {
                write_row(*number, cells, &mut self.rows);
                if self.rows.len() < BATCH {
                    return Ok(());
                }
                self.flush_rows()
            }
            other => self.flush_rows().and_then(|()| {
                let mut bytes = Vec::new();
                let kind = match other {
                    Part::Book(book) => write_book(book, &mut bytes),
                    Part::Sheet(head) => write_head(head, &mut bytes),
                    Part::SheetEnd(end) => write_end(end, &mut bytes),
                    Part::Row { .. } => return Ok(()),
                };
                self.frame(kind, &bytes)
            }),
        };
        sent.map_err(|error| {
            self.failed = Some(error);
            Stop
        })
    }

    /// Says how the reading ended. Without this last word it counts as cut.
    pub fn end(mut self, result: Result<(), ReadFault>) -> io::Result<()> {
        if let Some(error) = self.failed.take() {
            return Err(error);
        }
        self.flush_rows()?;
        let mut bytes = Vec::new();
        match result {
            Ok(()) => self.frame(frame::DONE, &bytes)?,
            Err(fault) => {
                write_fault(&fault, &mut bytes);
                self.frame(frame::FAULT, &bytes)?;
            }
        }
        self.to.flush()
    }

    fn flush_rows(&mut self) -> io::Result<()> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let rows = std::mem::take(&mut self.rows);
        let sent = self.frame(frame::ROWS, &rows);
        self.rows = rows;
        self.rows.clear();
        sent
    }

    fn frame(&mut self, kind: u8, bytes: &[u8]) -> io::Result<()> {
        let length = u32::try_from(bytes.len() + 1)
            .ok()
            .filter(|length| (*length as usize) <= MOST_FRAME)
            .ok_or_else(|| io::Error::other("a frame is too long"))?;
        self.to.write_all(&length.to_le_bytes())?;
        self.to.write_all(&[kind])?;
        self.to.write_all(bytes)
    }
}

fn number(mut value: u32, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push((value & 0x7F) as u8 | 0x80);
        value >>= 7;
    }
    out.push((value & 0x7F) as u8);
}

fn count(length: usize, out: &mut Vec<u8>) {
    // Nothing that is counted here comes near the end of the numbers; a frame has its own limit.
    number(u32::try_from(length).unwrap_or(u32::MAX), out);
}

fn text(text: &str, out: &mut Vec<u8>) {
    count(text.len(), out);
    out.extend_from_slice(text.as_bytes());
}

fn write_row(row: u32, cells: &[Cell<'_>], out: &mut Vec<u8>) {
    number(row, out);
    count(cells.len(), out);
    let mut empty = 0_u32;
    for value in cells {
        if *value == Cell::Empty {
            empty += 1;
            continue;
        }
        write_empty(&mut empty, out);
        match value {
            Cell::Empty => {}
            Cell::Text(value) => tagged(cell::TEXT, value, out),
            Cell::Number { text: value, shown } => match shown {
                Some(shown) => {
                    tagged(cell::NUMBER_SHOWN, value, out);
                    text(shown, out);
                }
                None => tagged(cell::NUMBER, value, out),
            },
            Cell::Date(value) => tagged(cell::DATE, value, out),
            Cell::Bool(yes) => out.push(if *yes { cell::TRUE } else { cell::FALSE }),
            Cell::Error(value) => tagged(cell::ERROR, value, out),
            Cell::NoValue => out.push(cell::NO_VALUE),
        }
    }
    write_empty(&mut empty, out);
}

/// Empty cells come in runs.
fn write_empty(empty: &mut u32, out: &mut Vec<u8>) {
    if *empty > 0 {
        out.push(cell::EMPTY);
        number(*empty, out);
        *empty = 0;
    }
}

fn tagged(tag: u8, value: &str, out: &mut Vec<u8>) {
    out.push(tag);
    text(value, out);
}

fn write_book(book: &Book, out: &mut Vec<u8>) -> u8 {
    out.push(format_code(book.format));
    text(book.encoding.as_deref().unwrap_or_default(), out);
    number(book.separator.map_or(0, u32::from), out);
    count(book.sheets.len(), out);
    for sheet in &book.sheets {
        text(&sheet.name, out);
        out.push(u8::from(sheet.hidden));
    }
    write_notes(&book.notes, out);
    frame::BOOK
}

fn write_head(head: &SheetHead, out: &mut Vec<u8>) -> u8 {
    number(head.index, out);
    text(&head.name, out);
    out.push(u8::from(head.hidden));
    out.push(u8::from(head.filtered));
    number(head.hidden_row_count, out);
    count(head.hidden_rows.len(), out);
    head.hidden_rows.iter().for_each(|row| number(*row, out));
    count(head.hidden_columns.len(), out);
    head.hidden_columns.iter().for_each(|column| number(*column, out));
    count(head.merges.len(), out);
    for Area {
        top,
        left,
        bottom,
        right,
    } in &head.merges
    {
        [top, left, bottom, right]
            .into_iter()
            .for_each(|edge| number(*edge, out));
    }
    frame::SHEET
}

fn write_end(end: &SheetEnd, out: &mut Vec<u8>) -> u8 {
    number(end.rows, out);
    out.push(u8::from(end.complete));
    write_notes(&end.notes, out);
    frame::SHEET_END
}

fn write_notes(notes: &[Note], out: &mut Vec<u8>) {
    count(notes.len(), out);
    for note in notes {
        let (code, first, second) = match *note {
            Note::Macros => (1, 0, 0),
            Note::QuotesTaken { row, rows } => (2, row, rows),
            Note::Undecodable { row, places } => (3, row, places),
            Note::PrivateUse { characters } => (4, characters, 0),
            Note::BeyondColumns { cells, row } => (5, cells, row),
            Note::TooManyAreas => (6, 0, 0),
            Note::HiddenUnknown => (7, 0, 0),
        };
        out.push(code);
        number(first, out);
        number(second, out);
    }
}

fn write_fault(fault: &ReadFault, out: &mut Vec<u8>) {
    let (code, first, second, detail) = match fault {
        ReadFault::Empty => (1, 0, 0, ""),
        ReadFault::Encrypted => (2, 0, 0, ""),
        ReadFault::NotATable(stranger) => (3, stranger_code(*stranger), 0, ""),
        ReadFault::Damaged { detail } => (4, 0, 0, detail.as_str()),
        ReadFault::TooLarge(limit) => (5, limit_code(*limit), 0, ""),
        ReadFault::NoSuchSheet { sheet, sheets } => (6, *sheet, *sheets, ""),
        ReadFault::Io { detail } => (7, 0, 0, detail.as_str()),
        ReadFault::Stopped => (8, 0, 0, ""),
    };
    out.push(code);
    number(first, out);
    number(second, out);
    let short: String = detail.chars().take(1_000).collect();
    text(&short, out);
}

fn format_code(format: Format) -> u8 {
    match format {
        Format::Xlsx => 1,
        Format::Xlsb => 2,
        Format::Xls => 3,
        Format::Ods => 4,
        Format::SpreadsheetMl => 5,
        Format::Html => 6,
        Format::Docx => 7,
        Format::Delimited => 8,
    }
}

fn stranger_code(stranger: Stranger) -> u32 {
    match stranger {
        Stranger::OldWord => 1,
        Stranger::OldOffice => 2,
        Stranger::Pdf => 3,
        Stranger::Picture => 4,
        Stranger::Archive => 5,
        Stranger::NoTable => 6,
        Stranger::Database => 7,
        Stranger::Binary => 8,
    }
}

fn limit_code(limit: Limit) -> u32 {
    match limit {
        Limit::Inflated => 1,
        Limit::File => 2,
        Limit::Cell => 3,
        Limit::Texts => 4,
        Limit::Rows => 5,
    }
}
