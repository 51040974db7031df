//! The side that asked. A frame lies in one buffer, and the cells of its rows borrow from it.

use std::io::{ErrorKind, Read};

use super::super::part::{
    Area, Book, Cell, Format, Limit, MOST_COLUMNS, Note, Part, ReadFault, Receiver, SheetEnd, SheetHead,
    SheetInfo, Stranger,
};
use super::{BEGIN, MOST_FRAME, WireFault, cell, frame};

type Told<T> = Result<T, WireFault>;

/// Receives a reading to its last word, which is how it ended.
pub fn receive(from: &mut dyn Read, receiver: &mut Receiver<'_>) -> Told<Result<(), ReadFault>> {
    let mut begin = [0; BEGIN.len()];
    fill(from, &mut begin)?;
    if begin != *BEGIN {
        return Err(garbled("the begin"));
    }
    let mut bytes = Vec::new();
    let mut order = Order::default();
    loop {
        let mut length = [0; 4];
        fill(from, &mut length)?;
        let length = u32::from_le_bytes(length) as usize;
        if length == 0 || length > MOST_FRAME {
            return Err(garbled("the length of a frame"));
        }
        bytes.resize(length, 0);
        fill(from, &mut bytes)?;
        let (kind, rest) = (bytes[0], &bytes[1..]);
        order.allows(kind)?;
        let mut frame = Frame { rest };
        let part = match kind {
            frame::BOOK => Part::Book(frame.book()?),
            frame::SHEET => Part::Sheet(frame.head()?),
            frame::SHEET_END => Part::SheetEnd(frame.sheet_end()?),
            frame::ROWS => {
                frame.rows(receiver)?;
                continue;
            }
            frame::DONE => return frame.whole(()).map(Ok),
            _ => {
                let fault = frame.fault()?;
                return frame.whole(fault).map(Err);
            }
        };
        frame.whole(())?;
        receiver(part).map_err(|_| WireFault::Stopped)?;
    }
}

/// What may follow what: a book, then sheets, each with its rows and its end.
#[derive(Default)]
struct Order {
    book: bool,
    sheet: bool,
}

impl Order {
    fn allows(&mut self, kind: u8) -> Told<()> {
        let allowed = match kind {
            frame::BOOK => !std::mem::replace(&mut self.book, true),
            frame::SHEET => self.book && !std::mem::replace(&mut self.sheet, true),
            frame::ROWS => self.sheet,
            frame::SHEET_END => std::mem::replace(&mut self.sheet, false),
            frame::DONE => self.book && !self.sheet,
            frame::FAULT => true,
            _ => false,
        };
        if allowed {
            Ok(())
        } else {
            Err(garbled("the order of frames"))
        }
    }
}

fn fill(from: &mut dyn Read, into: &mut [u8]) -> Told<()> {
    from.read_exact(into).map_err(|error| match error.kind() {
        ErrorKind::UnexpectedEof => WireFault::Cut,
        _ => WireFault::Io {
            detail: error.to_string(),
        },
    })
}

fn garbled(what: &'static str) -> WireFault {
    WireFault::Garbled { what }
}

/// The rest of a frame.
struct Frame<'f> {
    rest: &'f [u8],
}

impl<'f> Frame<'f> {
    /// Nothing stands behind what was read.
    fn whole<T>(&self, value: T) -> Told<T> {
        if self.rest.is_empty() {
            Ok(value)
        } else {
            Err(garbled("the end of a frame"))
        }
    }

    fn byte(&mut self) -> Told<u8> {
        let (first, rest) = self.rest.split_first().ok_or(garbled("a byte"))?;
        self.rest = rest;
        Ok(*first)
    }

    fn number(&mut self) -> Told<u32> {
        let mut value = 0_u32;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            let group = u32::from(byte & 0x7F);
            if shift == 28 && group > 0x0F {
                break;
            }
            value |= group << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(garbled("a number"))
    }

    /// How many come that take at least so many bytes each: no more than can still be there.
    fn count(&mut self, each: usize) -> Told<usize> {
        let count = self.number()? as usize;
        if count > self.rest.len() / each {
            return Err(garbled("a count"));
        }
        Ok(count)
    }

    fn text(&mut self) -> Told<&'f str> {
        let length = self.count(1)?;
        let (text, rest) = self.rest.split_at(length);
        self.rest = rest;
        std::str::from_utf8(text).map_err(|_| garbled("a text"))
    }

    fn yes(&mut self) -> Told<bool> {
        match self.byte()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(garbled("yes or no")),
        }
    }

    fn rows(&mut self, receiver: &mut Receiver<'_>) -> Told<()> {
        let mut cells: Vec<Cell<'f>> = Vec::with_capacity(64);
        while !self.rest.is_empty() {
            let number = self.number()?;
            let count = self.number()? as usize;
            if count > MOST_COLUMNS as usize {
                return Err(garbled("the cells of a row"));
            }
            cells.clear();
            while cells.len() < count {
                self.cell(count, &mut cells)?;
            }
            receiver(Part::Row {
                number,
                cells: &cells,
            })
            .map_err(|_| WireFault::Stopped)?;
        }
        Ok(())
    }

    fn cell(&mut self, count: usize, cells: &mut Vec<Cell<'f>>) -> Told<()> {
        let next = match self.byte()? {
            cell::EMPTY => {
                let empty = self.number()? as usize;
                if empty == 0 || empty > count - cells.len() {
                    return Err(garbled("empty cells"));
                }
                cells.resize(cells.len() + empty, Cell::Empty);
                return Ok(());
            }
            cell::TEXT => Cell::Text(self.text()?),
            cell::NUMBER => Cell::Number {
                text: self.text()?,
                shown: None,
            },
            cell::NUMBER_SHOWN => Cell::Number {
                text: self.text()?,
                shown: Some(self.text()?),
            },
            cell::DATE => Cell::Date(self.text()?),
            cell::FALSE => Cell::Bool(false),
            cell::TRUE => Cell::Bool(true),
            cell::ERROR => Cell::Error(self.text()?),
            cell::NO_VALUE => Cell::NoValue,
            _ => return Err(garbled("a cell")),
        };
        cells.push(next);
        Ok(())
    }

    fn book(&mut self) -> Told<Book> {
        let format = match self.byte()? {
            1 => Format::Xlsx,
            2 => Format::Xlsb,
            3 => Format::Xls,
            4 => Format::Ods,
            5 => Format::SpreadsheetMl,
            6 => Format::Html,
            7 => Format::Docx,
            8 => Format::Delimited,
            _ => return Err(garbled("a format")),
        };
        let encoding = Some(self.text()?.to_owned()).filter(|name| !name.is_empty());
        let separator = match self.number()? {
            0 => None,
            code => Some(char::from_u32(code).ok_or(garbled("a separator"))?),
        };
        let mut sheets = Vec::new();
        for _ in 0..self.count(2)? {
            let name = self.text()?.to_owned();
            let hidden = self.yes()?;
            sheets.push(SheetInfo { name, hidden });
        }
        Ok(Book {
            format,
            encoding,
            separator,
            sheets,
            notes: self.notes()?,
        })
    }

    fn head(&mut self) -> Told<SheetHead> {
        let index = self.number()?;
        let name = self.text()?.to_owned();
        let hidden = self.yes()?;
        let filtered = self.yes()?;
        let hidden_row_count = self.number()?;
        let hidden_rows = self.numbers()?;
        let hidden_columns = self.numbers()?;
        let mut merges = Vec::new();
        for _ in 0..self.count(4)? {
            merges.push(Area {
                top: self.number()?,
                left: self.number()?,
                bottom: self.number()?,
                right: self.number()?,
            });
        }
        Ok(SheetHead {
            index,
            name,
            hidden,
            merges,
            hidden_rows,
            hidden_row_count,
            hidden_columns,
            filtered,
        })
    }

    fn numbers(&mut self) -> Told<Vec<u32>> {
        (0..self.count(1)?).map(|_| self.number()).collect()
    }

    fn sheet_end(&mut self) -> Told<SheetEnd> {
        Ok(SheetEnd {
            rows: self.number()?,
            complete: self.yes()?,
            notes: self.notes()?,
        })
    }

    fn notes(&mut self) -> Told<Vec<Note>> {
        let mut notes = Vec::new();
        for _ in 0..self.count(3)? {
            let code = self.byte()?;
            let (first, second) = (self.number()?, self.number()?);
            notes.push(match code {
                1 => Note::Macros,
                2 => Note::QuotesTaken {
                    row: first,
                    rows: second,
                },
                3 => Note::Undecodable {
                    row: first,
                    places: second,
                },
                4 => Note::PrivateUse { characters: first },
                5 => Note::BeyondColumns {
                    cells: first,
                    row: second,
                },
                6 => Note::TooManyAreas,
                7 => Note::HiddenUnknown,
                _ => return Err(garbled("a note")),
            });
        }
        Ok(notes)
    }

    fn fault(&mut self) -> Told<ReadFault> {
        let code = self.byte()?;
        let (first, second) = (self.number()?, self.number()?);
        let detail = self.text()?.to_owned();
        Ok(match code {
            1 => ReadFault::Empty,
            2 => ReadFault::Encrypted,
            3 => ReadFault::NotATable(stranger(first)?),
            4 => ReadFault::Damaged { detail },
            5 => ReadFault::TooLarge(limit(first)?),
            6 => ReadFault::NoSuchSheet {
                sheet: first,
                sheets: second,
            },
            7 => ReadFault::Io { detail },
            8 => ReadFault::Stopped,
            _ => return Err(garbled("a fault")),
        })
    }
}

fn stranger(code: u32) -> Told<Stranger> {
    Ok(match code {
        1 => Stranger::OldWord,
        2 => Stranger::OldOffice,
        3 => Stranger::Pdf,
        4 => Stranger::Picture,
        5 => Stranger::Archive,
        6 => Stranger::NoTable,
        7 => Stranger::Database,
        8 => Stranger::Binary,
        _ => return Err(garbled("what a file is")),
    })
}

fn limit(code: u32) -> Told<Limit> {
    Ok(match code {
        1 => Limit::Inflated,
        2 => Limit::File,
        3 => Limit::Cell,
        4 => Limit::Texts,
        5 => Limit::Rows,
        _ => return Err(garbled("a limit")),
    })
}
