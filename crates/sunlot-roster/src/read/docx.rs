//! Tables of Word documents: each is a sheet, one in a cell of another too.

use std::io::{BufRead, Read, Seek};

use super::grid::{Grid, Reach};
use super::package::Package;
use super::part::{Ask, Book, Cell, Format, Limit, Part, ReadFault, Receiver, SheetInfo, Stranger};
use super::xml::{Node, Tag, Xml};

/// More tables than any document of lists.
const MOST_TABLES: usize = 2_000;
/// More text than any document of lists.
const MOST_TEXT: usize = 128 * 1024 * 1024;

pub(super) fn read<R: Read + Seek>(
    package: &mut Package<R>,
    ask: &Ask,
    receiver: &mut Receiver<'_>,
) -> Result<(), ReadFault> {
    let mut document = Document::default();
    document.read(&mut Xml::new(package.needed("word/document.xml")?))?;
    let tables: Vec<Grid> = document
        .done
        .into_iter()
        .flatten()
        .filter(|table| !table.is_blank())
        .collect();
    if tables.is_empty() {
        return Err(ReadFault::NotATable(Stranger::NoTable));
    }
    let sheets = (1..=tables.len()).map(|number| SheetInfo {
        name: number.to_string(),
        hidden: false,
    });
    receiver(Part::Book(Book {
        format: Format::Docx,
        encoding: None,
        separator: None,
        sheets: sheets.collect(),
        notes: Vec::new(),
    }))?;
    let asked = super::asked(ask, tables.len())?;
    for (index, table) in tables
        .into_iter()
        .enumerate()
        .filter(|(index, _)| asked.contains(index))
    {
        table.send(index, &(index + 1).to_string(), ask, receiver)?;
    }
    Ok(())
}

/// A cell that has begun.
#[derive(Default)]
struct Begun {
    text: String,
    across: Option<u32>,
    continued: bool,
}

struct Open {
    place: usize,
    grid: Grid,
    cell: Option<Begun>,
}

#[derive(Default)]
struct Document {
    open: Vec<Open>,
    done: Vec<Option<Grid>>,
    length: usize,
}

impl Document {
    fn read<R: BufRead>(&mut self, xml: &mut Xml<R>) -> Result<(), ReadFault> {
        let mut in_text = false;
        let mut whole = false;
        loop {
            // The same content a second time, for older programs; and what is drawn.
            let aside = match xml.next()? {
                Node::Start(tag) => match tag.name() {
                    "Fallback" => true,
                    "t" => {
                        in_text = true;
                        false
                    }
                    _ => {
                        self.begin(&tag)?;
                        false
                    }
                },
                Node::End(name) => {
                    match name.name() {
                        "t" => in_text = false,
                        "tc" => self.end_cell()?,
                        "tbl" => self.end_table(),
                        "document" => whole = true,
                        _ => {}
                    }
                    false
                }
                Node::Text(text) => {
                    if in_text && let Some(cell) = self.cell() {
                        let before = cell.text.len();
                        text.push_to(&mut cell.text);
                        let added = cell.text.len() - before;
                        self.length += added;
                    }
                    false
                }
                Node::Eof if whole => return Ok(()),
                Node::Eof => return Err(super::xml::cut("document")),
            };
            if aside {
                xml.skip("Fallback")?;
            }
            if self.length > MOST_TEXT {
                return Err(ReadFault::TooLarge(Limit::Texts));
            }
        }
    }

    fn cell(&mut self) -> Option<&mut Begun> {
        self.open.last_mut().and_then(|open| open.cell.as_mut())
    }

    fn begin(&mut self, tag: &Tag<'_>) -> Result<(), ReadFault> {
        match tag.name() {
            "tbl" => {
                if self.done.len() >= MOST_TABLES {
                    return Err(ReadFault::TooLarge(Limit::Rows));
                }
                self.done.push(None);
                self.open.push(Open {
                    place: self.done.len() - 1,
                    grid: Grid::default(),
                    cell: None,
                });
            }
            "tr" => {
                if let Some(open) = self.open.last_mut() {
                    open.grid.begin_row(false);
                }
            }
            "gridBefore" => {
                if let Some(open) = self.open.last_mut() {
                    open.grid.leave_out(tag.number("val").unwrap_or(0));
                }
            }
            "tc" => {
                if let Some(open) = self.open.last_mut() {
                    open.cell = Some(Begun::default());
                }
            }
            "gridSpan" => {
                if let Some(cell) = self.cell() {
                    cell.across = tag.number("val");
                }
            }
            "vMerge" => {
                let continued = tag.raw("val") != Some("restart");
                if let Some(cell) = self.cell() {
                    cell.continued = continued;
                }
            }
            name @ ("p" | "br" | "cr" | "tab") => {
                if let Some(cell) = self.cell()
                    && (name != "p" || !cell.text.is_empty())
                {
                    cell.text.push(if name == "tab" { '\t' } else { '\n' });
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), ReadFault> {
        let Some(open) = self.open.last_mut() else {
            return Ok(());
        };
        let Some(cell) = open.cell.take() else {
            return Ok(());
        };
        let reach = Reach::new(cell.across, None);
        if cell.continued {
            open.grid.continued(reach);
            return Ok(());
        }
        open.grid
            .cell(Cell::Text(cell.text.trim_end_matches('\n')), reach)
    }

    fn end_table(&mut self) {
        if let Some(open) = self.open.pop() {
            self.done[open.place] = Some(open.grid);
        }
    }
}
