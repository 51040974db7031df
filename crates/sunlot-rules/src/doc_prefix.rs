//! The office's document prefix: the characters before year and sequence in every document number.
//!
//! Numbering itself (gapless, by year) comes later and elsewhere; here is only what the characters may be and
//! how a number made with them reads.

use crate::text::is_han;

/// The longest prefix in use is far shorter; more would not fit into the line of a notice.
const MAX_CHARACTERS: usize = 12;

/// Why a text is no document prefix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocPrefixFault {
    /// A character other than a Chinese one; brackets, year and number are added by the program.
    Character {
        /// Its place, from 1.
        place: usize,
        /// The character.
        found: char,
    },
    /// It ends like a number or an ordinal: somebody typed a whole document number.
    WholeNumber,
    /// More characters than fit.
    TooLong {
        /// How many there may be.
        max: usize,
        /// How many there are.
        found: usize,
    },
}

/// Reads a prefix; empty text stays empty.
pub fn parse(text: &str) -> Result<String, DocPrefixFault> {
    let text = text.trim();
    if let Some((index, found)) = text.chars().enumerate().find(|(_, c)| !is_han(*c)) {
        return Err(DocPrefixFault::Character {
            place: index + 1,
            found,
        });
    }
    if text.ends_with(['号', '第']) {
        return Err(DocPrefixFault::WholeNumber);
    }
    let found = text.chars().count();
    if found > MAX_CHARACTERS {
        return Err(DocPrefixFault::TooLong {
            max: MAX_CHARACTERS,
            found,
        });
    }
    Ok(text.to_owned())
}

/// How a number with this prefix reads (GB/T 9704: six-cornered brackets, no leading zero, no ordinal mark).
pub fn document_number(prefix: &str, year: i32, sequence: u32) -> String {
    format!("{prefix}〔{year}〕{sequence}号")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_is_a_few_chinese_characters() {
        assert_eq!(
            parse(" 徐气查 ").unwrap(),
            "徐气查",
            "blanks at the ends mean nothing"
        );
        assert_eq!(parse("").unwrap(), "", "it may be filled in later");
        assert_eq!(
            document_number("徐气查", 2026, 3),
            "徐气查〔2026〕3号",
            "the brackets are 〔〕, never [] or ()"
        );
    }

    #[test]
    fn who_types_a_whole_number_is_told_so() {
        assert_eq!(
            parse("徐气查〔2026〕3号"),
            Err(DocPrefixFault::Character {
                place: 4,
                found: '〔'
            }),
            "the bracket is the first thing that does not belong"
        );
        assert_eq!(
            parse("徐气查字第"),
            Err(DocPrefixFault::WholeNumber),
            "第 was dropped from numbers in 2012"
        );
    }

    #[test]
    fn thirteen_characters_are_one_too_many() {
        assert_eq!(
            parse(&"查".repeat(13)),
            Err(DocPrefixFault::TooLong { max: 12, found: 13 }),
            "the line of a notice is 28 characters long"
        );
    }
}
