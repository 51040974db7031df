//! What is merged, hidden and filtered in a sheet: one quick walk over its tags before its rows are read.

use std::io::BufRead;

use memchr::memchr;

use super::super::part::{Area, MOST_AREAS, MOST_COLUMNS, MOST_HIDDEN, ReadFault, SheetHead};
use super::super::row::add_area;
use super::super::xml::{attribute, is_yes};
use super::cells::position;

/// No tag that matters here is longer.
const LONGEST: usize = 64 * 1024;

/// The head of a sheet, and whether there are more merged areas than it tells.
pub(super) fn read(source: &mut impl BufRead) -> Result<(SheetHead, bool), ReadFault> {
    let mut head = Walk::default();
    let mut carried: Vec<u8> = Vec::new();
    loop {
        let bytes = source.fill_buf()?;
        if bytes.is_empty() {
            return Ok((head.head, head.crowded));
        }
        let length = bytes.len();
        if carried.is_empty() {
            let rest = head.walk(bytes);
            carried.extend_from_slice(rest);
        } else {
            carried.extend_from_slice(bytes);
            let rest = head.walk(&carried).len();
            let from = carried.len() - rest;
            carried.drain(..from);
        }
        if carried.len() > LONGEST {
            carried.clear();
        }
        source.consume(length);
    }
}

#[derive(Default)]
struct Walk {
    head: SheetHead,
    row: u32,
    crowded: bool,
}

impl Walk {
    /// Looks at every tag and gives back what is the begin of one.
    fn walk<'b>(&mut self, mut bytes: &'b [u8]) -> &'b [u8] {
        while let Some(at) = memchr(b'<', bytes) {
            let from = &bytes[at..];
            let Some(end) = memchr(b'>', from) else {
                return from;
            };
            let tag = &from[1..end];
            // Most tags are cells and values, with one letter.
            if tag.len() > 3 && tag[1] != b' ' && tag[0] != b'/' {
                self.look(tag);
            }
            bytes = &from[end + 1..];
        }
        &[]
    }

    fn look(&mut self, tag: &[u8]) {
        let end = tag
            .iter()
            .position(|b| matches!(b, b' ' | b'/' | b'\t' | b'\r' | b'\n'));
        let (name, attributes) = tag.split_at(end.unwrap_or(tag.len()));
        let name = match memchr(b':', name) {
            Some(colon) => &name[colon + 1..],
            None => name,
        };
        let attributes = || std::str::from_utf8(attributes).unwrap_or_default();
        match name {
            b"row" => self.look_at_row(attributes()),
            b"col" => self.look_at_column(attributes()),
            b"mergeCell" => self.look_at_area(attributes()),
            b"filterColumn" => self.head.filtered = true,
            b"sheetPr" => self.head.filtered |= is_yes(attribute(attributes(), "filterMode")),
            _ => {}
        }
    }

    fn look_at_row(&mut self, attributes: &str) {
        self.row = attribute(attributes, "r")
            .and_then(|row| row.trim().parse().ok())
            .unwrap_or(self.row.saturating_add(1));
        if is_yes(attribute(attributes, "hidden")) || attribute(attributes, "ht") == Some("0") {
            self.head.hidden_row_count += 1;
            if self.head.hidden_rows.len() < MOST_HIDDEN {
                self.head.hidden_rows.push(self.row);
            }
        }
    }

    fn look_at_column(&mut self, attributes: &str) {
        if !is_yes(attribute(attributes, "hidden")) && attribute(attributes, "width") != Some("0") {
            return;
        }
        let number = |name| attribute(attributes, name).and_then(|number| number.parse::<u32>().ok());
        if let (Some(first), Some(last)) = (number("min"), number("max")) {
            let known = self.head.hidden_columns.len();
            let room = MOST_COLUMNS as usize - known.min(MOST_COLUMNS as usize);
            let columns = first.max(1)..=last.min(MOST_COLUMNS);
            self.head
                .hidden_columns
                .extend(columns.take(room).map(|column| column - 1));
        }
    }

    fn look_at_area(&mut self, attributes: &str) {
        let Some(reference) = attribute(attributes, "ref") else {
            return;
        };
        let (first, last) = reference.split_once(':').unwrap_or((reference, reference));
        if let (Some((top, left)), Some((bottom, right))) = (position(first), position(last)) {
            let area = Area {
                top: top.min(bottom),
                left: left.min(right),
                bottom: top.max(bottom),
                right: left.max(right),
            };
            self.crowded |= !add_area(&mut self.head.merges, area);
            debug_assert!(self.head.merges.len() <= MOST_AREAS, "the list has an end");
        }
    }
}
