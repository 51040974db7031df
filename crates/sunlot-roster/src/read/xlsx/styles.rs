//! What the number formats of a workbook mean, by the style of a cell.

use std::collections::HashMap;
use std::io::{Read, Seek};

use super::super::package::Package;
use super::super::part::ReadFault;
use super::super::value::{Kind, kind_of_builtin, kind_of_code};
use super::super::xml::{Node, Xml};

/// More styles than Excel itself can keep.
const MOST: usize = 70_000;

pub(super) fn read<R: Read + Seek>(package: &mut Package<R>, part: &str) -> Result<Vec<Kind>, ReadFault> {
    let Some(source) = package.part(part)? else {
        return Ok(Vec::new());
    };
    let mut xml = Xml::new(source);
    let mut codes = HashMap::new();
    let mut formats = Vec::new();
    let mut of_cells = false;
    loop {
        match xml.next()? {
            Node::Start(tag) => match tag.name() {
                "numFmt" if codes.len() < MOST => {
                    if let (Some(id), Some(code)) = (tag.number("numFmtId"), tag.attribute("formatCode")) {
                        codes.insert(id, kind_of_code(&code));
                    }
                }
                "cellXfs" => of_cells = true,
                "xf" if of_cells && formats.len() < MOST => {
                    formats.push(tag.number("numFmtId").unwrap_or_default());
                }
                _ => {}
            },
            Node::End(name) if name.name() == "cellXfs" => of_cells = false,
            Node::Eof => break,
            _ => {}
        }
    }
    let kind = |id: u32| codes.get(&id).cloned().unwrap_or_else(|| kind_of_builtin(id));
    Ok(formats.into_iter().map(kind).collect())
}
