//! Lines with separators: csv, tsv, text, and what comes through the clipboard.

mod dialect;
mod record;

use std::io::{Read, Seek};

use memchr::memmem;

use self::record::{Field, Records, Step};
use super::encoding::{Decoded, Found};
use super::part::{
    Ask, Book, Cell, Format, Limit, Note, Part, ReadFault, Receiver, SheetHead, SheetInfo, Stranger,
};
use super::row::{Flow, Row, SheetOut};

/// What the separator is found out from.
const SAMPLE: usize = 256 * 1024;
/// No line of a list is longer.
const LONGEST: usize = 2 * 1024 * 1024;

pub(super) fn read<R: Read + Seek>(
    source: R,
    found: Found,
    ask: &Ask,
    receiver: &mut Receiver<'_>,
) -> Result<(), ReadFault> {
    let mut text = Decoded::new(source, found)?;
    let mut buffer = Vec::new();
    while buffer.len() < SAMPLE && text.fill(&mut buffer)? {}
    let sample = readable(&buffer[..buffer.len().min(SAMPLE)]);
    if sample.trim().is_empty() {
        return Err(ReadFault::Empty);
    }
    if is_binary(sample) {
        return Err(ReadFault::NotATable(Stranger::Binary));
    }
    let dialect = dialect::find(sample);
    receiver(Part::Book(Book {
        format: Format::Delimited,
        encoding: Some(found.encoding.name().to_owned()),
        separator: dialect.separator,
        sheets: vec![SheetInfo {
            name: "1".to_owned(),
            hidden: false,
        }],
        notes: Vec::new(),
    }))?;
    super::asked(ask, 1)?;
    let head = SheetHead {
        name: "1".to_owned(),
        ..SheetHead::default()
    };
    let mut lines = Lines {
        text,
        buffer,
        records: Records::new(dialect.separator, dialect.usual),
        number: 0,
        quotes: None,
        undecodable: None,
    };
    let mut out = SheetOut::begin(receiver, head, ask.rows)?;
    let flow = lines.read(dialect.declared, &mut out)?;
    lines.notes(&mut out);
    out.end(flow)
}

struct Lines<R> {
    text: Decoded<R>,
    buffer: Vec<u8>,
    records: Records,
    number: u32,
    quotes: Option<(u32, u32)>,
    undecodable: Option<u32>,
}

impl<R: Read + Seek> Lines<R> {
    fn read(&mut self, declared: bool, out: &mut SheetOut<'_, '_>) -> Result<Flow, ReadFault> {
        let mut row = Row::default();
        let mut fields = Vec::new();
        let mut at = 0;
        let mut over = false;
        loop {
            let step = self.records.next(&self.buffer[at..], over, &mut fields);
            let Step::Record { length, literal } = step else {
                if over {
                    return Ok(Flow::On);
                }
                if self.buffer.len() - at > LONGEST {
                    return Err(ReadFault::TooLarge(Limit::Cell));
                }
                self.buffer.drain(..at);
                at = 0;
                over = !self.text.fill(&mut self.buffer)?;
                continue;
            };
            let from = at;
            at += length;
            self.number = self
                .number
                .checked_add(1)
                .ok_or(ReadFault::TooLarge(Limit::Rows))?;
            // The line that only declares the separator is no row of the list.
            if declared && self.number == 1 {
                continue;
            }
            let bytes = &self.buffer[from..at];
            if literal {
                let (first, rows) = self.quotes.unwrap_or((self.number, 0));
                self.quotes = Some((first, rows + 1));
            }
            if self.text.undecodable > 0 && self.undecodable.is_none() && holds_substitute(bytes) {
                self.undecodable = Some(self.number);
            }
            fill(&mut row, bytes, &fields)?;
            if out.row(self.number, &row)? == Flow::Enough {
                return Ok(Flow::Enough);
            }
        }
    }

    fn notes(&self, out: &mut SheetOut<'_, '_>) {
        if let Some((row, rows)) = self.quotes {
            out.note(Note::QuotesTaken { row, rows });
        }
        if let Some(row) = self.undecodable {
            out.note(Note::Undecodable {
                row,
                places: self.text.undecodable,
            });
        }
        if self.text.private > 0 {
            out.note(Note::PrivateUse {
                characters: self.text.private,
            });
        }
    }
}

fn fill(row: &mut Row, bytes: &[u8], fields: &[Field]) -> Result<(), ReadFault> {
    let text = std::str::from_utf8(bytes).map_err(ReadFault::damaged)?;
    row.clear();
    for (column, field) in fields.iter().enumerate() {
        let cell = text.get(field.from..field.to).unwrap_or_default();
        let column = u32::try_from(column).unwrap_or(u32::MAX);
        if field.doubled {
            row.put(column, Cell::Text(&cell.replace("\"\"", "\"")))?;
        } else {
            row.put(column, Cell::Text(cell))?;
        }
    }
    Ok(())
}

fn holds_substitute(bytes: &[u8]) -> bool {
    memmem::find(bytes, "\u{FFFD}".as_bytes()).is_some()
}

/// The text up to a character that is cut.
fn readable(bytes: &[u8]) -> &str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(),
    }
}

/// Bytes of programs and pictures decode to characters that nobody types.
fn is_binary(sample: &str) -> bool {
    let strange = |c: &char| {
        c.is_control() && !matches!(c, '\t' | '\r' | '\n' | '\u{1A}' | '\u{C}')
            || *c == '\u{FFFD}'
            || ('\u{E000}'..='\u{F8FF}').contains(c)
    };
    let all = sample.chars().count();
    let odd = sample.chars().filter(strange).count();
    odd * 2 > all || odd > 4 && odd * 50 > all
}

#[cfg(test)]
mod tests;
