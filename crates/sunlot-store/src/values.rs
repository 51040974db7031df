//! A row's texts as one packed buffer: a registry of a million rows is compared and held in memory while it is
//! imported, and most of its columns are empty.
//!
//! Each text that is there stands as its column's place, its length and its bytes, in the order of the columns, so that two
//! rows with the same texts have the same bytes. What a column means is known to the tables.

use rusqlite::Row;
use rusqlite::types::ValueRef;

use crate::Result;

/// The texts of one row.
#[derive(Clone, PartialEq, Eq, Default, Hash)]
pub struct Values(Box<[u8]>);

impl Values {
    /// Packs texts; places must rise, and what is empty is left out.
    pub fn of<'t>(texts: impl IntoIterator<Item = (u8, &'t str)>) -> Self {
        let mut packed = Vec::with_capacity(192);
        let mut last = None;
        for (place, text) in texts {
            debug_assert!(last.is_none_or(|last| last < place), "places must rise");
            last = Some(place);
            if !text.is_empty() {
                packed.push(place);
                write_length(&mut packed, text.len());
                packed.extend_from_slice(text.as_bytes());
            }
        }
        Self(packed.into_boxed_slice())
    }

    /// The text at a place; empty where there is none.
    pub fn get(&self, place: u8) -> &str {
        self.iter()
            .take_while(|(found, _)| *found <= place)
            .find(|(found, _)| *found == place)
            .map_or("", |(_, text)| text)
    }

    /// The same row with another text at a place.
    #[must_use]
    pub fn with(&self, place: u8, text: &str) -> Self {
        let before = self.iter().filter(|(found, _)| *found < place);
        let after = self.iter().filter(|(found, _)| *found > place);
        Self::of(before.chain(std::iter::once((place, text))).chain(after))
    }

    /// The texts that are there, with their places.
    pub fn iter(&self) -> Texts<'_> {
        Texts(&self.0)
    }

    /// How many bytes the row takes.
    pub fn size(&self) -> usize {
        self.0.len()
    }

    /// Reads `columns` texts of a row, from its column `first` on.
    pub(crate) fn read(row: &Row<'_>, first: usize, columns: u8) -> Result<Self> {
        let mut packed = Vec::with_capacity(192);
        for place in 0..columns {
            let text = match row.get_ref(first + usize::from(place))? {
                ValueRef::Text(text) => text,
                _ => continue,
            };
            if !text.is_empty() {
                packed.push(place);
                write_length(&mut packed, text.len());
                // What is no UTF-8 is damage, which the trail's verification names; here it must only not stop the reader.
                match std::str::from_utf8(text) {
                    Ok(text) => packed.extend_from_slice(text.as_bytes()),
                    Err(_) => packed.extend(text.iter().map(|byte| byte & 0x7f)),
                }
            }
        }
        Ok(Self(packed.into_boxed_slice()))
    }
}

impl std::fmt::Debug for Values {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

/// Walks through the texts of a row.
#[derive(Clone, Debug)]
pub struct Texts<'v>(&'v [u8]);

impl<'v> Iterator for Texts<'v> {
    type Item = (u8, &'v str);

    fn next(&mut self) -> Option<Self::Item> {
        let (place, rest) = self.0.split_first()?;
        let (length, rest) = read_length(rest)?;
        let (text, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        Some((*place, std::str::from_utf8(text).ok()?))
    }
}

/// Seven bits at a time, the lowest first.
fn write_length(packed: &mut Vec<u8>, mut length: usize) {
    while length >= 0x80 {
        packed.push(0x80 | low(length));
        length >>= 7;
    }
    packed.push(low(length));
}

fn low(length: usize) -> u8 {
    u8::try_from(length & 0x7f).unwrap_or(0)
}

fn read_length(mut bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (mut length, mut shift) = (0usize, 0u32);
    loop {
        let (byte, rest) = bytes.split_first()?;
        bytes = rest;
        length |= usize::from(byte & 0x7f).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some((length, bytes));
        }
        shift += 7;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_comes_out_and_empty_texts_take_no_room() {
        let long = "长".repeat(10_000);
        let row = Values::of([(0, "甲"), (1, ""), (3, "𠮷"), (200, long.as_str())]);
        assert_eq!(row.get(0), "甲", "the first text");
        assert_eq!(row.get(1), "", "an empty text is no text");
        assert_eq!(row.get(2), "", "nor is a place that was never filled");
        assert_eq!(
            row.get(3),
            "𠮷",
            "a character beyond the basic plane is as good as any"
        );
        assert_eq!(row.get(200), long, "a length of several bytes");
        assert_eq!(row.iter().count(), 3, "three texts are there");
    }

    #[test]
    fn the_same_texts_are_the_same_row() {
        let row = Values::of([(1, "甲"), (4, "乙")]);
        assert_eq!(
            Values::default().with(4, "乙").with(1, "甲"),
            row,
            "in whatever order they came"
        );
        assert_eq!(
            row.with(4, ""),
            Values::of([(1, "甲")]),
            "a text can be taken away"
        );
        assert_ne!(row.with(4, "丙"), row, "another text is another row");
    }
}
