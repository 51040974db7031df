//! The rows of a sheet, each cell with its value as it stands, its format, and whether it is a formula.

use std::io::BufRead;

use super::super::part::{Cell, ReadFault};
use super::super::row::{Flow, Row, SheetOut};
use super::super::value::{Kind, Texts};
use super::super::xml::{Node, Tag, Xml, cut};
use super::Workbook;
use super::strings::{read_item, unescaped};

/// The last row that Excel knows.
const LAST_ROW: u32 = 1_048_576;
/// Whole numbers of so many digits are exact.
const EXACT_DIGITS: usize = 15;

/// How the value of a cell is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    Shared,
    Text,
    Inline,
    Bool,
    Error,
    Moment,
    Number,
}

/// A cell that has begun.
#[derive(Clone, Copy, Debug)]
struct Begun {
    column: u32,
    style: usize,
    written: Written,
}

/// What is used again for every cell.
#[derive(Default)]
struct Buffers {
    value: String,
    text: String,
    texts: Texts,
}

pub(super) fn read<R: BufRead>(
    xml: &mut Xml<R>,
    book: &Workbook,
    out: &mut SheetOut<'_, '_>,
) -> Result<Flow, ReadFault> {
    let mut row = Row::default();
    let mut buffers = Buffers::default();
    let mut number = 0_u32;
    let mut column = 0_u32;
    loop {
        match xml.next()? {
            Node::Start(tag) if tag.name() == "c" => {
                let begun = begin(&tag, column);
                column = begun.column.saturating_add(1);
                read_cell(xml, book, begun, &mut buffers, &mut row)?;
            }
            Node::Start(tag) if tag.name() == "row" => {
                row.clear();
                column = 0;
                number = tag.number("r").unwrap_or(number.saturating_add(1));
            }
            Node::End(name) if name.name() == "row" => {
                if number == 0 || number > LAST_ROW {
                    return Err(ReadFault::damaged(format!("there is no row {number}")));
                }
                if out.row(number, &row)? == Flow::Enough {
                    return Ok(Flow::Enough);
                }
                row.clear();
            }
            Node::End(name) if name.name() == "sheetData" => return Ok(Flow::On),
            Node::Eof => return Err(cut("sheetData")),
            _ => {}
        }
    }
}

fn begin(tag: &Tag<'_>, next_column: u32) -> Begun {
    let column = tag
        .raw("r")
        .and_then(position)
        .map_or(next_column, |(_, column)| column);
    let written = match tag.raw("t") {
        Some("s") => Written::Shared,
        Some("str") => Written::Text,
        Some("inlineStr" | "is") => Written::Inline,
        Some("b") => Written::Bool,
        Some("e") => Written::Error,
        Some("d") => Written::Moment,
        _ => Written::Number,
    };
    let style = tag.raw("s").and_then(|style| style.parse().ok()).unwrap_or(0);
    Begun {
        column,
        style,
        written,
    }
}

fn read_cell<R: BufRead>(
    xml: &mut Xml<R>,
    book: &Workbook,
    begun: Begun,
    buffers: &mut Buffers,
    row: &mut Row,
) -> Result<(), ReadFault> {
    buffers.value.clear();
    let mut formula = false;
    let mut valued = false;
    loop {
        match xml.next()? {
            Node::Start(tag) => match tag.name() {
                "v" => {
                    valued = true;
                    // An inline text has its value elsewhere, and a second one here.
                    if begun.written == Written::Inline {
                        xml.skip("v")?;
                    } else {
                        xml.text_until("v", &mut buffers.value)?;
                    }
                }
                "is" => {
                    valued = true;
                    read_item(xml, "is", &mut buffers.value)?;
                }
                "f" => {
                    formula = true;
                    xml.skip("f")?;
                }
                other => {
                    let other = other.to_owned();
                    xml.skip(&other)?;
                }
            },
            Node::End(name) if name.name() == "c" => break,
            Node::Eof => return Err(cut("c")),
            _ => {}
        }
    }
    if formula && (!valued || buffers.value.is_empty() && begun.written == Written::Number) {
        return row.put(begun.column, Cell::NoValue);
    }
    let cell = value(book, begun, buffers)?;
    row.put(begun.column, cell)
}

fn value<'b>(book: &'b Workbook, begun: Begun, buffers: &'b mut Buffers) -> Result<Cell<'b>, ReadFault> {
    let Buffers { value, text, texts } = buffers;
    Ok(match begun.written {
        _ if value.is_empty() => Cell::Empty,
        Written::Shared => {
            let shared = value
                .trim()
                .parse()
                .ok()
                .and_then(|index| book.strings.get(index));
            Cell::Text(shared.ok_or_else(|| ReadFault::damaged(format!("there is no shared text {value}")))?)
        }
        Written::Text | Written::Inline => {
            text.clear();
            unescaped(value, text);
            Cell::Text(text)
        }
        Written::Bool => Cell::Bool(matches!(value.trim(), "1" | "true" | "TRUE" | "True")),
        Written::Error => Cell::Error(value),
        Written::Moment => texts.moment(value),
        Written::Number => {
            let kind = book.kinds.get(begun.style).unwrap_or(&Kind::General);
            let exact = value.len() <= EXACT_DIGITS
                && value.bytes().all(|b| b.is_ascii_digit())
                && (value.len() == 1 || !value.starts_with('0'));
            if exact && *kind != Kind::Date {
                return Ok(texts.digits(value, kind));
            }
            match value.trim().parse::<f64>() {
                Ok(number) if number.is_finite() => texts.number(number, kind, book.from_1904),
                _ => Cell::Text(value),
            }
        }
    })
}

/// Row (from 1) and column (from 0) of a reference such as `B12`; dollars do not matter.
pub(super) fn position(reference: &str) -> Option<(u32, u32)> {
    let mut column = 0_u32;
    let mut row = 0_u32;
    for b in reference.bytes() {
        match b {
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 => {
                let letter = u32::from(b.to_ascii_uppercase() - b'A') + 1;
                column = column.checked_mul(26)?.checked_add(letter)?;
            }
            b'0'..=b'9' => row = row.checked_mul(10)?.checked_add(u32::from(b - b'0'))?,
            b'$' => {}
            _ => return None,
        }
    }
    Some((row, column.checked_sub(1)?))
}
