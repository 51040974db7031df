//! Workbooks of Excel since 2007 and of WPS, sheet by sheet, row by row.
//!
//! The parts are read here and not by calamine, because an import has to know what calamine does not tell together:
//! hidden rows, formats that keep zeros, formulas without a value. A sheet is gone through twice: what is merged and
//! hidden stands behind or among the rows, and is needed before them.

mod cells;
mod head;
mod strings;
mod styles;

use std::io::{Read, Seek};

use self::strings::Strings;
use super::package::Package;
use super::part::{Ask, Book, Format, Note, Part, ReadFault, Receiver, SheetInfo};
use super::row::SheetOut;
use super::value::Kind;
use super::xml::{Node, Xml};

/// A workbook without its sheets.
#[derive(Default)]
struct Workbook {
    sheets: Vec<SheetInfo>,
    parts: Vec<String>,
    from_1904: bool,
    kinds: Vec<Kind>,
    strings: Strings,
}

/// A relationship of a part.
struct Relation {
    id: String,
    kind: String,
    target: String,
}

pub(super) fn read<R: Read + Seek>(
    package: &mut Package<R>,
    ask: &Ask,
    receiver: &mut Receiver<'_>,
) -> Result<(), ReadFault> {
    let path = main_part(package)?;
    let mut book = Workbook::default();
    let wanted = relations(package, &path)?;
    book.read_sheets(package, &path, &wanted)?;
    let of_kind = |ending: &str| {
        let found = wanted.iter().find(|relation| relation.kind.ends_with(ending));
        found.map(|relation| relation.target.clone())
    };
    if let Some(part) = of_kind("/styles") {
        book.kinds = styles::read(package, &part)?;
    }
    let notes = of_kind("/vbaProject").map(|_| Note::Macros).into_iter().collect();
    receiver(Part::Book(Book {
        format: Format::Xlsx,
        encoding: None,
        separator: None,
        sheets: book.sheets.clone(),
        notes,
    }))?;
    if let Some(part) = of_kind("/sharedStrings") {
        book.strings = strings::read(package, &part)?;
    }
    for index in super::asked(ask, book.sheets.len())? {
        book.read_sheet(package, index, ask, receiver)?;
    }
    Ok(())
}

impl Workbook {
    fn read_sheets<R: Read + Seek>(
        &mut self,
        package: &mut Package<R>,
        path: &str,
        relations: &[Relation],
    ) -> Result<(), ReadFault> {
        let mut xml = Xml::new(package.needed(path)?);
        loop {
            match xml.next()? {
                Node::Start(tag) if tag.name() == "workbookPr" => self.from_1904 = tag.is_set("date1904"),
                Node::Start(tag) if tag.name() == "sheet" => {
                    let id = tag.raw("id").unwrap_or_default();
                    let Some(relation) = relations.iter().find(|relation| relation.id == id) else {
                        continue;
                    };
                    // Charts and dialogues have no rows.
                    if !relation.kind.ends_with("/worksheet") {
                        continue;
                    }
                    self.parts.push(relation.target.clone());
                    self.sheets.push(SheetInfo {
                        name: tag.attribute("name").unwrap_or_default(),
                        hidden: matches!(tag.raw("state"), Some("hidden" | "veryHidden")),
                    });
                }
                Node::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn read_sheet<R: Read + Seek>(
        &self,
        package: &mut Package<R>,
        index: usize,
        ask: &Ask,
        receiver: &mut Receiver<'_>,
    ) -> Result<(), ReadFault> {
        let part = &self.parts[index];
        let (mut sheet, crowded) = head::read(&mut package.needed(part)?)?;
        sheet.index = u32::try_from(index).unwrap_or(u32::MAX);
        sheet.name.clone_from(&self.sheets[index].name);
        sheet.hidden = self.sheets[index].hidden;
        let mut out = SheetOut::begin(receiver, sheet, ask.rows)?;
        if crowded {
            out.note(Note::TooManyAreas);
        }
        let mut xml = Xml::new(package.needed(part)?);
        let flow = cells::read(&mut xml, self, &mut out)?;
        out.end(flow)
    }
}

/// Where the workbook itself lies, by the relationships of the package.
pub(super) fn main_part<R: Read + Seek>(package: &mut Package<R>) -> Result<String, ReadFault> {
    let of_package = relations(package, "")?;
    let main = of_package
        .into_iter()
        .find(|relation| relation.kind.ends_with("/officeDocument"));
    Ok(main.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.target))
}

fn relations<R: Read + Seek>(package: &mut Package<R>, part: &str) -> Result<Vec<Relation>, ReadFault> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let path = if folder.is_empty() {
        format!("_rels/{file}.rels")
    } else {
        format!("{folder}/_rels/{file}.rels")
    };
    let mut found = Vec::new();
    let Some(source) = package.part(&path)? else {
        return Ok(found);
    };
    let mut xml = Xml::new(source);
    loop {
        match xml.next()? {
            Node::Start(tag) if tag.name() == "Relationship" => {
                // What lies outside the file is never looked at.
                if tag.raw("TargetMode") == Some("External") {
                    continue;
                }
                found.push(Relation {
                    id: tag.attribute("Id").unwrap_or_default(),
                    kind: tag.attribute("Type").unwrap_or_default(),
                    target: resolve(folder, &tag.attribute("Target").unwrap_or_default()),
                });
            }
            Node::Eof => return Ok(found),
            _ => {}
        }
    }
}

fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            part => path.push(part),
        }
    }
    path.join("/")
}
