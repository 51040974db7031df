//! Other people's spreadsheets, as they are: what they are is found out from their bytes, never from their name, and
//! they are handed over part by part, so that the longest list takes no more memory than a short one where its format
//! allows. It knows formats and nothing of what the rows mean.
//!
//! This is made for a process of its own that may die: a hostile file can take all memory or time that it is given.

mod biff;
mod binary;
mod delimited;
mod docx;
mod encoding;
mod grid;
mod html;
mod package;
mod part;
mod row;
mod sniff;
mod spreadsheetml;
mod value;
pub mod wire;
mod xlsx;
mod xml;

use std::io::{Read, Seek};

pub use self::part::{
    Area, Ask, Book, Cell, Format, Limit, MOST_AREAS, MOST_COLUMNS, MOST_HIDDEN, Note, Part, ReadFault,
    Receiver, SheetEnd, SheetHead, SheetInfo, Stop, Stranger,
};
use self::sniff::Kind;

/// Bytes that can be gone through more than once.
pub trait Source: Read + Seek {}

impl<T: Read + Seek> Source for T {}

/// Reads what is asked for, and hands it over in order.
pub fn read(source: &mut dyn Source, ask: &Ask, receiver: &mut Receiver<'_>) -> Result<(), ReadFault> {
    let mut source = source;
    match sniff::sniff(&mut source)? {
        Kind::Zip => {
            let mut package = package::Package::open(source)?;
            match sniff::of_package(&mut package)? {
                Format::Xlsx => xlsx::read(&mut package, ask, receiver),
                Format::Docx => docx::read(&mut package, ask, receiver),
                other => {
                    package.try_all()?;
                    binary::read(package.into_source(), other, ask, receiver)
                }
            }
        }
        Kind::Ole => binary::read(source, Format::Xls, ask, receiver),
        Kind::Text(Format::SpreadsheetMl, found) => spreadsheetml::read(source, found, ask, receiver),
        Kind::Text(Format::Html, found) => html::read(source, found, ask, receiver),
        Kind::Text(_, found) => delimited::read(source, found, ask, receiver),
    }
}

/// The places of the sheets that are asked for.
fn asked(ask: &Ask, sheets: usize) -> Result<std::ops::Range<usize>, ReadFault> {
    let Some(sheet) = ask.sheet else {
        return Ok(0..sheets);
    };
    let place = sheet as usize;
    if place >= sheets {
        let sheets = u32::try_from(sheets).unwrap_or(u32::MAX);
        return Err(ReadFault::NoSuchSheet { sheet, sheets });
    }
    Ok(place..place + 1)
}
