//! A row's texts as one packed buffer: a registry of a million rows is compared and held in memory while it is
//! imported, and most of its columns are empty.
//!
//! Each text that is there stands as its column's place, its length and itself, in the order of the columns, so that two
//! rows with the same texts have the same buffer. Place and length are written in ASCII: the whole is one text, and a part of
//! it is found without being checked again. What a column means is known to the tables.

use rusqlite::Row;
use rusqlite::types::ValueRef;

use crate::Result;

/// The texts of one row.
#[derive(Clone, PartialEq, Eq, Default, Hash)]
pub struct Values(Box<str>);

impl Values {
    /// Packs texts; places must rise, and what is empty is left out.
    pub fn of<'t>(texts: impl IntoIterator<Item = (u8, &'t str), IntoIter: Clone>) -> Self {
        let texts = texts.into_iter();
        let mut packed = String::with_capacity(texts.clone().map(|(_, text)| room(text)).sum());
        let mut last = None;
        for (place, text) in texts {
            debug_assert!(last.is_none_or(|last| last < place), "places must rise");
            last = Some(place);
            write(&mut packed, place, text);
        }
        Self(packed.into_boxed_str())
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

    /// The same row with another laid over it: what that one has counts, what it has not stays.
    #[must_use]
    pub fn under(&self, told: &Self) -> Self {
        let mut packed = String::with_capacity(self.0.len() + told.0.len());
        let mut mine = self.iter().peekable();
        for (place, text) in told.iter() {
            while let Some((place, text)) = mine.next_if(|(before, _)| *before < place) {
                write(&mut packed, place, text);
            }
            mine.next_if(|(same, _)| *same == place);
            write(&mut packed, place, text);
        }
        for (place, text) in mine {
            write(&mut packed, place, text);
        }
        Self(packed.into_boxed_str())
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
        let mut packed = String::with_capacity(256);
        for place in 0..columns {
            if let ValueRef::Text(text) = row.get_ref(first + usize::from(place))? {
                // What is no UTF-8 is damage, which the trail's verification names; here it must only not stop the reader.
                write(&mut packed, place, &String::from_utf8_lossy(text));
            }
        }
        Ok(Self(packed.into_boxed_str()))
    }
}

impl std::fmt::Debug for Values {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

/// Walks through the texts of a row.
#[derive(Clone, Debug)]
pub struct Texts<'v>(&'v str);

impl<'v> Iterator for Texts<'v> {
    type Item = (u8, &'v str);

    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.0.as_bytes();
        let place = *bytes.first()?;
        let (mut length, mut shift, mut from) = (0usize, 0u32, 1usize);
        loop {
            let byte = *bytes.get(from)?;
            from += 1;
            length |= usize::from(byte & LENGTH_BITS).checked_shl(shift)?;
            if byte & MORE == 0 {
                break;
            }
            shift += 6;
        }
        let to = from.checked_add(length)?;
        let text = self.0.get(from..to)?;
        self.0 = self.0.get(to..)?;
        Some((place, text))
    }
}

/// Of a byte of a length: six bits of it, the lowest first, and whether more follow.
const LENGTH_BITS: u8 = 0x3f;
const MORE: u8 = 0x40;

/// How many bytes a text takes with its place and its length.
fn room(text: &str) -> usize {
    match text.len() {
        0 => 0,
        short @ ..64 => short + 2,
        middle @ ..4_096 => middle + 3,
        long => long + 8,
    }
}

fn write(packed: &mut String, place: u8, text: &str) {
    debug_assert!(place.is_ascii(), "a place is one byte of a text");
    if text.is_empty() {
        return;
    }
    packed.push(char::from(place));
    let mut length = text.len();
    loop {
        let low = u8::try_from(length & usize::from(LENGTH_BITS)).unwrap_or(0);
        length >>= 6;
        packed.push(char::from(if length > 0 { low | MORE } else { low }));
        if length == 0 {
            break;
        }
    }
    packed.push_str(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_comes_out_and_empty_texts_take_no_room() {
        let long = "长".repeat(10_000);
        let row = Values::of([(0, "甲"), (1, ""), (3, "𠮷"), (100, long.as_str())]);
        assert_eq!(row.get(0), "甲", "the first text");
        assert_eq!(row.get(1), "", "an empty text is no text");
        assert_eq!(row.get(2), "", "nor is a place that was never filled");
        assert_eq!(
            row.get(3),
            "𠮷",
            "a character beyond the basic plane is as good as any"
        );
        assert_eq!(row.get(100), long, "a length of several bytes");
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

    #[test]
    fn a_row_laid_over_another_hides_only_what_it_has_itself() {
        let stored = Values::of([(1, "甲"), (3, "乙"), (7, "丙")]);
        for (told, expected, why) in [
            (
                vec![],
                vec![(1, "甲"), (3, "乙"), (7, "丙")],
                "who says nothing changes nothing",
            ),
            (
                vec![(0, "零"), (3, "新"), (9, "九")],
                vec![(0, "零"), (1, "甲"), (3, "新"), (7, "丙"), (9, "九")],
                "before, in the place of, and behind what is there",
            ),
            (
                vec![(3, "")],
                vec![(1, "甲"), (3, "乙"), (7, "丙")],
                "an empty text says nothing",
            ),
        ] {
            assert_eq!(stored.under(&Values::of(told)), Values::of(expected), "{why}");
        }
    }
}
