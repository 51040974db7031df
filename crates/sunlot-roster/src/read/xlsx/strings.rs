//! The texts that cells share, in one buffer. What the file says of their number is not believed.

use std::io::{Read, Seek};

use super::super::package::Package;
use super::super::part::{Limit, ReadFault};
use super::super::xml::{Node, Xml};

/// All texts of a list of a million rows stay below.
const MOST: usize = 400 * 1024 * 1024;

/// Texts by their place.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    /// The text at this place.
    pub(super) fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)?;
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        Some(&self.text[start..end])
    }
}

pub(super) fn read<R: Read + Seek>(package: &mut Package<R>, part: &str) -> Result<Strings, ReadFault> {
    let mut strings = Strings::default();
    let Some(source) = package.part(part)? else {
        return Ok(strings);
    };
    let mut xml = Xml::new(source);
    let mut text = String::new();
    loop {
        match xml.next()? {
            Node::Start(tag) if tag.name() == "si" => {}
            Node::End(name) if name.name() == "sst" => return Ok(strings),
            Node::Eof => return Err(super::super::xml::cut("sst")),
            _ => continue,
        }
        text.clear();
        read_item(&mut xml, "si", &mut text)?;
        unescaped(&text, &mut strings.text);
        if strings.text.len() > MOST {
            return Err(ReadFault::TooLarge(Limit::Texts));
        }
        strings.ends.push(strings.text.len());
    }
}

/// The text of an item: all its runs, without the reading aids of Japanese.
pub(super) fn read_item<R: std::io::BufRead>(
    xml: &mut Xml<R>,
    end: &str,
    out: &mut String,
) -> Result<(), ReadFault> {
    loop {
        let aid = match xml.next()? {
            Node::Start(tag) if tag.name() == "t" => false,
            Node::Start(tag) if tag.name() == "rPh" => true,
            Node::End(name) if name.name() == end => return Ok(()),
            Node::Eof => return Err(super::super::xml::cut(end)),
            _ => continue,
        };
        if aid {
            xml.skip("rPh")?;
        } else {
            xml.text_until("t", out)?;
        }
    }
}

/// Characters that XML cannot carry are written `_x000D_`, and a text that looks so begins with `_x005F_`.
pub(super) fn unescaped(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let code = from
            .get(2..6)
            .filter(|_| from.as_bytes().get(6) == Some(&b'_'))
            .and_then(|hex| u32::from_str_radix(hex, 16).ok())
            .filter(|code| *code < 0x20 || *code == 0x5F)
            .and_then(char::from_u32);
        if let Some(c) = code {
            out.push(c);
            rest = &from[7..];
        } else {
            out.push_str("_x");
            rest = &from[2..];
        }
    }
    out.push_str(rest);
}
