//! What calamine does not tell of an old workbook: hidden rows and columns, a filter, and numbers whose format keeps
//! zeros. The records are gone through once more, without the values.
//!
//! Records and their layouts: \[MS-XLS\] 2.4. What cannot be understood is left out; the values come from elsewhere.

use std::collections::HashMap;
use std::io::{BufReader, Read, Seek, SeekFrom};

use super::part::{MOST_COLUMNS, MOST_HIDDEN, SheetHead};
use super::value::{Kind, kind_of_code};

const EOF: u16 = 0x0A;
const FORMAT: u16 = 0x041E;
const XF: u16 = 0xE0;
const BOUND_SHEET: u16 = 0x85;
const FILTER_MODE: u16 = 0x9B;
const COLUMN_INFO: u16 = 0x7D;
const ROW: u16 = 0x0208;
const NUMBER: u16 = 0x0203;
const RK: u16 = 0x027E;
const MANY_RK: u16 = 0xBD;
const FORMULA: u16 = 0x06;
/// More cells than a sheet of this format needs to have with zeros.
const MOST_KEPT: usize = 2_000_000;
/// No record is longer.
const LONGEST: usize = 8_224;

/// What is known of one sheet.
#[derive(Debug, Default)]
pub(super) struct Extra {
    pub(super) head: SheetHead,
    /// The formats of cells that keep zeros, by row and column from 0.
    pub(super) zeros: HashMap<(u32, u32), Kind>,
}

/// What is known of every sheet, in the order of the workbook; none where the records cannot be followed.
pub(super) fn read(source: &mut (impl Read + Seek)) -> Option<Vec<Extra>> {
    source.seek(SeekFrom::Start(0)).ok()?;
    let mut container = cfb::CompoundFile::open(source).ok()?;
    let name = ["/Workbook", "/Book"]
        .into_iter()
        .find(|name| container.is_stream(name))?;
    let mut records = Records {
        stream: BufReader::with_capacity(64 * 1024, container.open_stream(name).ok()?),
        bytes: Vec::new(),
    };
    let globals = Globals::read(&mut records)?;
    let mut extras = Vec::new();
    for place in &globals.sheets {
        records.stream.seek(SeekFrom::Start(u64::from(*place))).ok()?;
        extras.push(globals.sheet(&mut records)?);
    }
    Some(extras)
}

/// One record after the other.
struct Records<S: Read> {
    stream: BufReader<S>,
    bytes: Vec<u8>,
}

impl<S: Read> Records<S> {
    fn next(&mut self) -> Option<u16> {
        let mut head = [0; 4];
        self.stream.read_exact(&mut head).ok()?;
        let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
        if length > LONGEST {
            return None;
        }
        self.bytes.resize(length, 0);
        self.stream.read_exact(&mut self.bytes).ok()?;
        Some(u16::from_le_bytes([head[0], head[1]]))
    }

    fn number(&self, at: usize) -> u32 {
        let bytes = self.bytes.get(at..at + 2).and_then(|bytes| bytes.try_into().ok());
        u32::from(u16::from_le_bytes(bytes.unwrap_or_default()))
    }
}

/// What holds for the whole workbook.
#[derive(Default)]
struct Globals {
    sheets: Vec<u32>,
    codes: HashMap<u32, Kind>,
    formats: Vec<u32>,
}

impl Globals {
    fn read<S: Read>(records: &mut Records<S>) -> Option<Self> {
        let mut globals = Self::default();
        loop {
            match records.next()? {
                EOF => return Some(globals),
                BOUND_SHEET => globals.sheets.push(records.number(0) | records.number(2) << 16),
                XF => globals.formats.push(records.number(2)),
                FORMAT => {
                    if let Some(code) = code_of(&records.bytes) {
                        globals.codes.insert(records.number(0), kind_of_code(&code));
                    }
                }
                _ => {}
            }
        }
    }

    fn kind(&self, style: u32) -> Option<&Kind> {
        let format = self.formats.get(style as usize)?;
        self.codes
            .get(format)
            .filter(|kind| matches!(kind, Kind::Zeros(_)))
    }

    fn sheet<S: Read>(&self, records: &mut Records<S>) -> Option<Extra> {
        let mut extra = Extra::default();
        let mut depth = 0_u32;
        loop {
            match records.next()? {
                // A chart inside of the sheet has a begin and an end of its own.
                0x0809 => depth += 1,
                EOF if depth <= 1 => return Some(extra),
                EOF => depth -= 1,
                _ if depth > 1 => {}
                FILTER_MODE => extra.head.filtered = true,
                ROW => look_at_row(records, &mut extra.head),
                COLUMN_INFO => look_at_columns(records, &mut extra.head),
                NUMBER | RK | FORMULA => self.keep(records, records.number(2), 4, &mut extra),
                MANY_RK => {
                    let cells = records.bytes.len().saturating_sub(6) / 6;
                    for (cell, column) in (0..cells).zip(records.number(2)..) {
                        self.keep(records, column, 4 + cell * 6, &mut extra);
                    }
                }
                _ => {}
            }
        }
    }

    fn keep<S: Read>(&self, records: &Records<S>, column: u32, style: usize, extra: &mut Extra) {
        if let Some(kind) = self.kind(records.number(style))
            && extra.zeros.len() < MOST_KEPT
        {
            extra.zeros.insert((records.number(0), column), kind.clone());
        }
    }
}

fn look_at_row<S: Read>(records: &Records<S>, head: &mut SheetHead) {
    let hidden = records.number(12) & 0x20 != 0;
    if hidden {
        head.hidden_row_count = head.hidden_row_count.saturating_add(1);
        if head.hidden_rows.len() < MOST_HIDDEN {
            head.hidden_rows.push(records.number(0) + 1);
        }
    }
}

fn look_at_columns<S: Read>(records: &Records<S>, head: &mut SheetHead) {
    let hidden = records.number(8) & 1 != 0;
    let last = records.number(2).min(MOST_COLUMNS - 1);
    if hidden && head.hidden_columns.len() < MOST_COLUMNS as usize {
        head.hidden_columns.extend(records.number(0)..=last);
    }
}

/// The text of a format, of this version of the records.
fn code_of(bytes: &[u8]) -> Option<String> {
    let length = usize::from(u16::from_le_bytes([*bytes.get(2)?, *bytes.get(3)?]));
    let wide = bytes.get(4)? & 1 == 1;
    let text = bytes.get(5..)?;
    if !wide {
        return Some(text.get(..length)?.iter().map(|b| char::from(*b)).collect());
    }
    let units = text
        .get(..length * 2)?
        .chunks_exact(2)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    Some(
        char::decode_utf16(units)
            .map(|c| c.unwrap_or('\u{FFFD}'))
            .collect(),
    )
}
