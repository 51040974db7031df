//! Old workbooks of Excel (and `.et`), binary ones, and those of LibreOffice, through calamine.
//!
//! calamine believes what a file says of its own size, and holds old workbooks in memory as a whole: the process that
//! reads has limits. What is hidden it does not tell: of old workbooks `biff` does, of the others nobody.

use std::collections::HashMap;
use std::io::{BufReader, Read, Seek, SeekFrom};

use calamine::{
    CellErrorType, Data, DataRef, Dimensions, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls,
    XlsError, Xlsb, XlsbError,
};

use super::biff::{self, Extra};
use super::part::{
    Area, Ask, Book, Cell, Format, Note, Part, ReadFault, Receiver, SheetHead, SheetInfo, Stranger,
};
use super::row::{Flow, Row, SheetOut, add_area};
use super::value::{Kind, Texts};

pub(super) fn read<R: Read + Seek>(
    source: R,
    format: Format,
    ask: &Ask,
    receiver: &mut Receiver<'_>,
) -> Result<(), ReadFault> {
    match format {
        Format::Xlsb => read_xlsb(source, ask, receiver),
        Format::Ods => read_ods(source, ask, receiver),
        _ => read_xls(source, ask, receiver),
    }
}

fn read_xls<R: Read + Seek>(mut source: R, ask: &Ask, receiver: &mut Receiver<'_>) -> Result<(), ReadFault> {
    judge_container(&mut source)?;
    let extras = biff::read(&mut source);
    source.seek(SeekFrom::Start(0))?;
    let mut book = Xls::new(BufReader::new(source)).map_err(of_xls)?;
    let macros = matches!(book.vba_project(), Ok(Some(_)));
    let (sheets, places) = sheets(book.sheets_metadata());
    // They belong together only if both found the same sheets.
    let mut extras = extras.filter(|extras| extras.len() == book.sheets_metadata().len());
    begin(receiver, Format::Xls, &sheets, macros, extras.is_none())?;
    let from_1904 = book.has_1904_epoch();
    for index in super::asked(ask, sheets.len())? {
        let name = &sheets[index].name;
        // A sheet of a name that another one has, too, has no areas of its own.
        let merges = book.merge_cells_by_sheet_id(places[index]).unwrap_or_default();
        let range = book.worksheet_range(name).map_err(of_xls)?;
        let extra = extras.as_mut().and_then(|extras| extras.get_mut(places[index]));
        let Extra { head, zeros } = extra.map(std::mem::take).unwrap_or_default();
        let mut out = begin_sheet(receiver, index, &sheets[index], &merges, head, ask)?;
        let flow = send_range(&range, from_1904, &zeros, &mut out)?;
        out.end(flow)?;
    }
    Ok(())
}

fn read_ods<R: Read + Seek>(source: R, ask: &Ask, receiver: &mut Receiver<'_>) -> Result<(), ReadFault> {
    let mut book = Ods::new(BufReader::new(source)).map_err(of_ods)?;
    let (sheets, _) = sheets(book.sheets_metadata());
    begin(receiver, Format::Ods, &sheets, false, true)?;
    for index in super::asked(ask, sheets.len())? {
        let range = book.worksheet_range(&sheets[index].name).map_err(of_ods)?;
        let mut out = begin_sheet(receiver, index, &sheets[index], &[], SheetHead::default(), ask)?;
        let flow = send_range(&range, false, &HashMap::new(), &mut out)?;
        out.end(flow)?;
    }
    Ok(())
}

fn read_xlsb<R: Read + Seek>(source: R, ask: &Ask, receiver: &mut Receiver<'_>) -> Result<(), ReadFault> {
    let mut book = Xlsb::new(BufReader::new(source)).map_err(of_xlsb)?;
    let macros = matches!(book.vba_project(), Ok(Some(_)));
    let (sheets, _) = sheets(book.sheets_metadata());
    begin(receiver, Format::Xlsb, &sheets, macros, true)?;
    let from_1904 = book.has_1904_epoch();
    for index in super::asked(ask, sheets.len())? {
        let mut out = begin_sheet(receiver, index, &sheets[index], &[], SheetHead::default(), ask)?;
        let mut cells = book
            .worksheet_cells_reader(&sheets[index].name)
            .map_err(of_xlsb)?;
        let mut line = Line::new(from_1904);
        let mut flow = Flow::On;
        while let Some(cell) = cells.next_cell().map_err(of_xlsb)? {
            let (row, column) = cell.get_position();
            flow = line.cell(row, column, cell.get_value(), &Kind::General, &mut out)?;
            if flow == Flow::Enough {
                break;
            }
        }
        if flow == Flow::On {
            flow = line.flush(&mut out)?;
        }
        out.end(flow)?;
    }
    Ok(())
}

/// Worksheets, and their places among all sheets.
fn sheets(all: &[calamine::Sheet]) -> (Vec<SheetInfo>, Vec<usize>) {
    let worksheets = all
        .iter()
        .enumerate()
        .filter(|(_, sheet)| sheet.typ == SheetType::WorkSheet);
    let told = |(place, sheet): (usize, &calamine::Sheet)| {
        let info = SheetInfo {
            name: sheet.name.clone(),
            hidden: sheet.visible != SheetVisible::Visible,
        };
        (info, place)
    };
    worksheets.map(told).unzip()
}

fn begin(
    receiver: &mut Receiver<'_>,
    format: Format,
    sheets: &[SheetInfo],
    macros: bool,
    hidden_unknown: bool,
) -> Result<(), ReadFault> {
    let mut notes = Vec::new();
    if hidden_unknown {
        notes.push(Note::HiddenUnknown);
    }
    if macros {
        notes.push(Note::Macros);
    }
    receiver(Part::Book(Book {
        format,
        encoding: None,
        separator: None,
        sheets: sheets.to_vec(),
        notes,
    }))?;
    Ok(())
}

fn begin_sheet<'o, 'r>(
    receiver: &'o mut Receiver<'r>,
    index: usize,
    info: &SheetInfo,
    merges: &[Dimensions],
    known: SheetHead,
    ask: &Ask,
) -> Result<SheetOut<'o, 'r>, ReadFault> {
    let mut head = SheetHead {
        index: u32::try_from(index).unwrap_or(u32::MAX),
        name: info.name.clone(),
        hidden: info.hidden,
        ..known
    };
    let mut crowded = false;
    for area in merges {
        let area = Area {
            top: area.start.0.saturating_add(1),
            left: area.start.1,
            bottom: area.end.0.saturating_add(1),
            right: area.end.1,
        };
        crowded |= !add_area(&mut head.merges, area);
    }
    let mut out = SheetOut::begin(receiver, head, ask.rows)?;
    if crowded {
        out.note(Note::TooManyAreas);
    }
    Ok(out)
}

fn send_range(
    range: &Range<Data>,
    from_1904: bool,
    zeros: &HashMap<(u32, u32), Kind>,
    out: &mut SheetOut<'_, '_>,
) -> Result<Flow, ReadFault> {
    let Some((top, left)) = range.start() else {
        return Ok(Flow::On);
    };
    let mut line = Line::new(from_1904);
    for (row, column, value) in range.used_cells() {
        let (row, column) = (offset(top, row), offset(left, column));
        let kind = zeros.get(&(row, column)).unwrap_or(&Kind::General);
        if line.cell(row, column, &DataRef::from_data(value), kind, out)? == Flow::Enough {
            return Ok(Flow::Enough);
        }
    }
    line.flush(out)
}

fn offset(from: u32, by: usize) -> u32 {
    from.saturating_add(u32::try_from(by).unwrap_or(u32::MAX))
}

/// What both kinds of values of calamine have.
trait FromData<'a> {
    fn from_data(data: &'a Data) -> DataRef<'a>;
}

impl<'a> FromData<'a> for DataRef<'a> {
    fn from_data(data: &'a Data) -> Self {
        match data {
            Data::Int(number) => DataRef::Int(*number),
            Data::Float(number) => DataRef::Float(*number),
            Data::String(text) => DataRef::SharedString(text),
            Data::Bool(yes) => DataRef::Bool(*yes),
            Data::DateTime(moment) => DataRef::DateTime(*moment),
            Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
            Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
            Data::Error(error) => DataRef::Error(error.clone()),
            Data::Empty => DataRef::Empty,
        }
    }
}

/// Cells that come one by one, as rows.
struct Line {
    row: Row,
    number: u32,
    texts: Texts,
    from_1904: bool,
}

impl Line {
    fn new(from_1904: bool) -> Self {
        Self {
            row: Row::default(),
            number: 0,
            texts: Texts::default(),
            from_1904,
        }
    }

    fn cell(
        &mut self,
        row: u32,
        column: u32,
        value: &DataRef<'_>,
        kind: &Kind,
        out: &mut SheetOut<'_, '_>,
    ) -> Result<Flow, ReadFault> {
        let number = row.saturating_add(1);
        if number != self.number {
            if self.flush(out)? == Flow::Enough {
                return Ok(Flow::Enough);
            }
            self.number = number;
        }
        let cell = match value {
            DataRef::Empty => Cell::Empty,
            #[allow(
                clippy::cast_precision_loss,
                reason = "these formats keep whole numbers of 30 bits"
            )]
            DataRef::Int(number) => self.texts.number(*number as f64, kind, self.from_1904),
            DataRef::Float(number) => self.texts.number(*number, kind, self.from_1904),
            DataRef::String(text) => Cell::Text(text),
            DataRef::SharedString(text) => Cell::Text(text),
            DataRef::Bool(yes) => Cell::Bool(*yes),
            DataRef::DateTime(moment) => {
                let kind = if moment.is_duration() {
                    Kind::General
                } else {
                    Kind::Date
                };
                self.texts.number(moment.as_f64(), &kind, self.from_1904)
            }
            DataRef::DateTimeIso(text) => self.texts.moment(text),
            DataRef::DurationIso(text) => Cell::Text(text),
            DataRef::Error(error) => Cell::Error(shown(error)),
        };
        self.row.put(column, cell)?;
        Ok(Flow::On)
    }

    fn flush(&mut self, out: &mut SheetOut<'_, '_>) -> Result<Flow, ReadFault> {
        let flow = out.row(self.number, &self.row)?;
        self.row.clear();
        Ok(flow)
    }
}

fn shown(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        _ => "#GETTING_DATA",
    }
}

/// Names of the streams of a container, as they stand in its directory.
const STREAMS: &[(&str, Option<ReadFault>)] = &[
    ("EncryptedPackage", Some(ReadFault::Encrypted)),
    ("Workbook", None),
    ("Book", None),
    ("WordDocument", Some(ReadFault::NotATable(Stranger::OldWord))),
];

/// A container may hold anything: its streams tell.
fn judge_container<R: Read + Seek>(source: &mut R) -> Result<(), ReadFault> {
    source.seek(SeekFrom::Start(0))?;
    let mut bytes = Vec::new();
    source.take(512 * 1024 * 1024).read_to_end(&mut bytes)?;
    source.seek(SeekFrom::Start(0))?;
    for (name, fault) in STREAMS {
        let wide: Vec<u8> = name
            .encode_utf16()
            .chain([0])
            .flat_map(u16::to_le_bytes)
            .collect();
        if directory_names(&bytes).any(|entry| entry.starts_with(&wide)) {
            return fault.clone().map_or(Ok(()), Err);
        }
    }
    Err(ReadFault::NotATable(Stranger::OldOffice))
}

/// Entries of a directory are 128 bytes long and begin with their name.
fn directory_names(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.chunks_exact(128).skip(4)
}

fn of_xls(error: XlsError) -> ReadFault {
    match error {
        XlsError::Password => ReadFault::Encrypted,
        XlsError::Io(error) => error.into(),
        other => ReadFault::damaged(other),
    }
}

fn of_xlsb(error: XlsbError) -> ReadFault {
    match error {
        XlsbError::Password => ReadFault::Encrypted,
        XlsbError::Io(error) => error.into(),
        other => ReadFault::damaged(other),
    }
}

fn of_ods(error: OdsError) -> ReadFault {
    match error {
        OdsError::Password => ReadFault::Encrypted,
        OdsError::Io(error) => error.into(),
        other => ReadFault::damaged(other),
    }
}
