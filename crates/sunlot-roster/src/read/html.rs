//! Tables of web pages: saved under the name `.xls`, or pasted from WPS, Excel and Word. Every table is a sheet, one in
//! a cell of another too. Nothing is fetched and nothing is run.

use std::collections::BTreeMap;
use std::io::{Read, Seek};

use html5gum::{HtmlString, Spanned, Token, Tokenizer};

use super::encoding::{Decoded, Found};
use super::grid::{Grid, Reach};
use super::part::{Ask, Book, Cell, Format, Limit, Note, Part, ReadFault, Receiver, SheetInfo, Stranger};

/// A page of a list of 100,000 rows stays below.
const MOST: usize = 96 * 1024 * 1024;
/// More tables than any page of lists.
const MOST_TABLES: usize = 2_000;

type Attributes = BTreeMap<HtmlString, Spanned<HtmlString, ()>>;

pub(super) fn read<R: Read + Seek>(
    source: R,
    found: Found,
    ask: &Ask,
    receiver: &mut Receiver<'_>,
) -> Result<(), ReadFault> {
    let mut text = Decoded::new(source, found)?;
    let mut bytes = Vec::new();
    while text.fill(&mut bytes)? {
        if bytes.len() > MOST {
            return Err(ReadFault::TooLarge(Limit::File));
        }
    }
    let mut page = Page::default();
    for Ok(token) in Tokenizer::new(bytes.as_slice()) {
        page.take(token)?;
    }
    page.finish()?;
    drop(bytes);
    let tables: Vec<Grid> = page
        .done
        .into_iter()
        .flatten()
        .filter(|table| !table.is_blank())
        .collect();
    if tables.is_empty() {
        return Err(ReadFault::NotATable(Stranger::NoTable));
    }
    let name = |index: usize| match &page.name {
        Some(name) if tables.len() == 1 => name.clone(),
        _ => (index + 1).to_string(),
    };
    let names: Vec<String> = (0..tables.len()).map(name).collect();
    let private = (text.private > 0).then_some(Note::PrivateUse {
        characters: text.private,
    });
    receiver(Part::Book(Book {
        format: Format::Html,
        encoding: Some(found.encoding.name().to_owned()),
        separator: None,
        sheets: names
            .iter()
            .map(|name| SheetInfo {
                name: name.clone(),
                hidden: false,
            })
            .collect(),
        notes: private.into_iter().collect(),
    }))?;
    let asked = super::asked(ask, tables.len())?;
    for (index, table) in tables
        .into_iter()
        .enumerate()
        .filter(|(index, _)| asked.contains(index))
    {
        table.send(index, &names[index], ask, receiver)?;
    }
    Ok(())
}

/// A cell that has begun.
#[derive(Default)]
struct Begun {
    text: String,
    reach: Option<Reach>,
    number: Option<String>,
}

/// A table that has begun, with its place among all.
struct Open {
    place: usize,
    grid: Grid,
    cell: Option<Begun>,
}

#[derive(Default)]
struct Page {
    open: Vec<Open>,
    done: Vec<Option<Grid>>,
    name: Option<String>,
    /// Inside of what is no text to be read.
    silent: u32,
}

impl Page {
    fn take(&mut self, token: Token) -> Result<(), ReadFault> {
        match token {
            Token::StartTag(tag) => self.begin(&tag.name, &tag.attributes, tag.self_closing),
            Token::EndTag(tag) => self.end(&tag.name),
            Token::String(text) => {
                self.text(&String::from_utf8_lossy(&text));
                Ok(())
            }
            Token::Comment(comment) => {
                self.name_in(&String::from_utf8_lossy(&comment));
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn begin(&mut self, name: &[u8], attributes: &Attributes, closed: bool) -> Result<(), ReadFault> {
        match name {
            b"table" => {
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
            b"tr" => {
                self.end_cell()?;
                let style = value(attributes, "style").unwrap_or_default().replace(' ', "");
                if let Some(open) = self.open.last_mut() {
                    open.grid.begin_row(style.contains("display:none"));
                }
            }
            b"td" | b"th" => {
                self.end_cell()?;
                if let Some(open) = self.open.last_mut() {
                    let number = |name| value(attributes, name).and_then(|text| text.trim().parse().ok());
                    open.cell = Some(Begun {
                        text: String::new(),
                        reach: Some(Reach::new(number("colspan"), number("rowspan"))),
                        number: value(attributes, "x:num"),
                    });
                }
            }
            b"br" => self.push("\n"),
            b"p" | b"div" | b"li" => self.new_line(),
            b"style" | b"script" | b"title" if !closed => self.silent += 1,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &[u8]) -> Result<(), ReadFault> {
        match name {
            b"table" => self.end_table(),
            b"tr" | b"td" | b"th" => self.end_cell(),
            b"style" | b"script" | b"title" => {
                self.silent = self.silent.saturating_sub(1);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn end_table(&mut self) -> Result<(), ReadFault> {
        self.end_cell()?;
        if let Some(open) = self.open.pop() {
            self.done[open.place] = Some(open.grid);
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
        let text = cell.text.trim_matches([' ', '\n']);
        let reach = cell.reach.unwrap_or(Reach::new(None, None));
        // Old Excel says which cells are numbers, and the whole number where it shows it cut.
        let whole = match cell.number.as_deref() {
            Some("") => text.parse::<f64>().is_ok().then_some(text),
            Some(number) if text.contains("E+") || text.parse::<f64>().is_ok() => Some(number),
            _ => None,
        };
        match whole {
            Some(number) => {
                let shown = (text != number && text.starts_with('0')).then_some(text);
                open.grid.cell(Cell::Number { text: number, shown }, reach)
            }
            None => open.grid.cell(Cell::Text(text), reach),
        }
    }

    /// A page that ends in the middle of a table still has the rows before.
    fn finish(&mut self) -> Result<(), ReadFault> {
        while !self.open.is_empty() {
            self.end_table()?;
        }
        Ok(())
    }

    /// Blanks and line breaks of the source are one blank; the unbreakable blank is a character.
    fn text(&mut self, text: &str) {
        if self.silent > 0 {
            return;
        }
        let Some(cell) = self.open.last_mut().and_then(|open| open.cell.as_mut()) else {
            return;
        };
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\r' | '\n' | '\u{C}') {
                if !cell.text.ends_with([' ', '\n']) {
                    cell.text.push(' ');
                }
            } else {
                cell.text.push(c);
            }
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(cell) = self.open.last_mut().and_then(|open| open.cell.as_mut()) {
            cell.text.push_str(text);
        }
    }

    /// A paragraph begins on a line of its own.
    fn new_line(&mut self) {
        let begun = self.open.last().and_then(|open| open.cell.as_ref());
        if begun.is_some_and(|cell| !cell.text.trim().is_empty() && !cell.text.ends_with('\n')) {
            self.push("\n");
        }
    }

    /// Excel keeps the name of the sheet in a comment.
    fn name_in(&mut self, comment: &str) {
        let name = comment
            .split_once("<x:Name>")
            .and_then(|(_, rest)| rest.split_once("</x:Name>"));
        if let (None, Some((name, _))) = (&self.name, name) {
            self.name = Some(name.chars().take(100).collect());
        }
    }
}

fn value(attributes: &Attributes, name: &str) -> Option<String> {
    let value = attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(value).into_owned())
}
