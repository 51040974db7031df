//! XML, one tag after the other, by local names. There is no DTD, no external entity and no expansion: of entities it
//! knows the five of XML itself and characters by number; another one stays as it was written.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::part::ReadFault;

/// What comes next.
#[derive(Debug)]
pub(super) enum Node<'x> {
    Start(Tag<'x>),
    End(Name<'x>),
    Text(Text<'x>),
    Eof,
}

/// A tag's local name and its attributes.
#[derive(Debug)]
pub(super) struct Tag<'x>(BytesStart<'x>);

/// The local name of a tag that ends.
#[derive(Debug)]
pub(super) struct Name<'x>(quick_xml::events::BytesEnd<'x>);

/// A piece of text; one text may come in several pieces.
#[derive(Debug)]
pub(super) enum Text<'x> {
    Plain(std::borrow::Cow<'x, str>),
    Char(char),
}

impl Tag<'_> {
    pub(super) fn name(&self) -> &str {
        local(self.0.name().into_inner())
    }

    /// An attribute by its local name, as it was written.
    pub(super) fn raw(&self, name: &str) -> Option<&str> {
        attribute(self.0.attributes_raw(), name)
    }

    /// An attribute with its entities read.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let raw = self.raw(name)?;
        Some(quick_xml::escape::unescape(raw).map_or_else(|_| raw.to_owned(), |text| text.into_owned()))
    }

    /// An attribute that is a number.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        self.raw(name)?.trim().parse().ok()
    }

    /// An attribute that says yes.
    pub(super) fn is_set(&self, name: &str) -> bool {
        is_yes(self.raw(name))
    }
}

impl Name<'_> {
    pub(super) fn name(&self) -> &str {
        local(self.0.name().into_inner())
    }
}

impl Text<'_> {
    pub(super) fn push_to(&self, out: &mut String) {
        match self {
            Text::Plain(text) => out.push_str(text),
            Text::Char(c) => out.push(*c),
        }
    }
}

pub(super) fn is_yes(value: Option<&str>) -> bool {
    matches!(value, Some("1" | "true" | "t" | "on"))
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// The value of an attribute of this local name.
pub(super) fn attribute<'a>(mut rest: &'a str, name: &str) -> Option<&'a str> {
    loop {
        let (key, after) = rest.split_once('=')?;
        let after = after.trim_ascii_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (value, after) = after[1..].split_once(quote)?;
        if local(key.trim_ascii()) == name {
            return Some(value);
        }
        rest = after;
    }
}

/// A stream of nodes.
pub(super) struct Xml<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
}

impl<R: BufRead> Xml<R> {
    pub(super) fn new(source: R) -> Self {
        let mut reader = Reader::from_reader(source);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        config.check_comments = false;
        config.expand_empty_elements = true;
        Self {
            reader,
            buffer: Vec::with_capacity(1024),
        }
    }

    /// The next node that matters.
    pub(super) fn next(&mut self) -> Result<Node<'_>, ReadFault> {
        self.buffer.clear();
        // The borrow of the buffer goes out with the node, so the loop is in `skip_to_node`.
        let event = self.reader.read_event_into(&mut self.buffer).map_err(fault)?;
        Ok(match event {
            Event::Start(tag) | Event::Empty(tag) => Node::Start(Tag(tag)),
            Event::End(name) => Node::End(Name(name)),
            Event::Text(text) => Node::Text(Text::Plain(text.xml10_content())),
            Event::CData(text) => Node::Text(Text::Plain(text.xml10_content())),
            Event::GeneralRef(reference) => Node::Text(entity(&reference)),
            Event::Eof => Node::Eof,
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::DocType(_) => {
                Node::Text(Text::Plain("".into()))
            }
        })
    }

    /// Adds the text up to the end of this element, whatever else stands in it.
    pub(super) fn text_until(&mut self, end: &str, out: &mut String) -> Result<(), ReadFault> {
        loop {
            match self.next()? {
                Node::Text(text) => text.push_to(out),
                Node::End(name) if name.name() == end => return Ok(()),
                Node::Eof => return Err(cut(end)),
                _ => {}
            }
        }
    }

    /// Goes past an element that has begun.
    pub(super) fn skip(&mut self, end: &str) -> Result<(), ReadFault> {
        let mut depth = 0_u32;
        loop {
            match self.next()? {
                Node::Start(tag) if tag.name() == end => depth += 1,
                Node::End(name) if name.name() == end => {
                    if depth == 0 {
                        return Ok(());
                    }
                    depth -= 1;
                }
                Node::Eof => return Err(cut(end)),
                _ => {}
            }
        }
    }
}

/// The stream ended inside an element.
pub(super) fn cut(element: &str) -> ReadFault {
    ReadFault::damaged(format!("it ends inside <{element}>"))
}

fn entity<'x>(reference: &BytesRef<'_>) -> Text<'x> {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return Text::Char(c);
    }
    let name: &str = reference;
    match name {
        "lt" => Text::Char('<'),
        "gt" => Text::Char('>'),
        "amp" => Text::Char('&'),
        "quot" => Text::Char('"'),
        "apos" => Text::Char('\''),
        "nbsp" => Text::Char('\u{A0}'),
        other => Text::Plain(format!("&{other};").into()),
    }
}

fn fault(error: quick_xml::Error) -> ReadFault {
    match error {
        quick_xml::Error::Io(error) => match std::sync::Arc::try_unwrap(error) {
            Ok(error) => error.into(),
            Err(shared) => ReadFault::damaged(shared),
        },
        other => ReadFault::damaged(other),
    }
}
