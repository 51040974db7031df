//! The words of a file: which strings, ids, task numbers and keys the protocol lets stand.
//!
//! A value of one of these types is well formed by construction, so everything behind the reader can rely on it.
//! Nothing is ever changed or normalised: a string is refused, or it is that string.

use std::fmt;
use std::ops::Deref;

use serde::Serialize;

/// The longest id or task, in characters.
const LONGEST: usize = 64;

/// The first character that no string may hold, with its place from 1.
pub fn forbidden_character(text: &str) -> Option<(usize, char)> {
    // Nearly every string is plain: look at single bytes first. 0xC2 leads U+0080–00BF, 0xE2 U+2000–2FFF, 0xEF U+F000–FFFF.
    let suspect = |byte: u8| byte < 0x20 || byte == 0x7f || matches!(byte, 0xc2 | 0xe2 | 0xef);
    if !text.bytes().any(suspect) {
        return None;
    }
    let mut characters = text.chars().enumerate();
    characters
        .find(|(_, c)| is_forbidden(*c))
        .map(|(at, c)| (at + 1, c))
}

/// Control characters, and those that change how a text looks without being seen.
pub(crate) const fn is_forbidden(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}')
}

const fn is_id_character(c: char) -> bool {
    matches!(c, 'A'..='Z' | '0'..='9' | '-' | '\u{4e00}'..='\u{9fff}')
}

fn is_made_of(text: &str, allowed: impl Fn(char) -> bool) -> bool {
    let length = text.chars().take(LONGEST + 1).count();
    (1..=LONGEST).contains(&length) && text.chars().all(allowed)
}

/// A key of an object: a letter, then up to 31 letters and digits.
pub(crate) fn is_key(text: &str) -> bool {
    text.len() <= 32
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// A witness's number or the challenge: 6 to 64 decimal digits.
pub fn is_digits(text: &str) -> bool {
    (6..=LONGEST).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

macro_rules! words {
    ($(#[$about:meta])* $name:ident, $fits:expr) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(Box<str>);

        impl $name {
            /// This text, if it may stand here.
            pub fn new(text: impl Into<Box<str>>) -> Option<Self> {
                let text = text.into();
                let fits: fn(&str) -> bool = $fits;
                fits(&text).then_some(Self(text))
            }
        }

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

words! {
    /// Any string without a forbidden character.
    Text, |text| forbidden_character(text).is_none()
}
words! {
    /// The id of a target or inspector. So few characters that nothing can look like another id and differ.
    Id, |text| is_made_of(text, is_id_character)
}
words! {
    /// The number of a task: the characters of an id, and the brackets of official numbers.
    Task, |text| is_made_of(text, |c| is_id_character(c) || matches!(c, '〔' | '〕' | '（' | '）'))
}
words! {
    /// The key of a field that an office added of its own.
    Key, is_key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_nobody_sees_is_found_where_it_stands() {
        assert_eq!(
            forbidden_character("大王店李记煤炭经销处 No.1 “𠅤”"),
            None,
            "rare ones are fine"
        );
        for (text, place, found) in [
            ("抽\u{200b}查", 2, '\u{200b}'),
            ("\u{feff}抽查", 1, '\u{feff}'),
            ("a\tb", 2, '\t'),
            ("查\u{202e}", 2, '\u{202e}'),
            ("\u{85}", 1, '\u{85}'),
            ("\u{7f}", 1, '\u{7f}'),
            ("\u{2069}", 1, '\u{2069}'),
        ] {
            assert_eq!(forbidden_character(text), Some((place, found)), "{text:?}");
        }
        for neighbour in [
            '\u{a0}', '\u{200a}', '\u{2010}', '\u{2029}', '\u{202f}', '\u{2065}', '\u{206a}', '\u{fefe}',
        ] {
            assert_eq!(
                forbidden_character(&neighbour.to_string()),
                None,
                "{neighbour:?} is just outside"
            );
        }
    }

    #[test]
    fn an_id_cannot_look_like_another() {
        assert!(Id::new("91029724A58085012K").is_some());
        assert!(Id::new("冀F15326409").is_some());
        assert!(Id::new("龿".repeat(64)).is_some());
        for bad in [
            "",
            "91029724a58085012k",
            "冀F 1",
            "A_1",
            "Ａ1",
            "㐀",
            "𠅤",
            "A〔1〕",
            "é",
        ] {
            assert!(Id::new(bad).is_none(), "{bad:?} is no id");
        }
        assert!(
            Id::new("A".repeat(65)).is_none(),
            "65 characters are one too many"
        );
        assert!(Task::new("〔2026〕1号（补）").is_some());
    }

    #[test]
    fn keys_and_digits_are_plain_ascii() {
        assert!(is_key("a") && is_key("aB9") && is_key(&"a".repeat(32)));
        assert!(!is_key("") && !is_key("9a") && !is_key("a_b") && !is_key("键") && !is_key(&"a".repeat(33)));
        assert!(is_digits("000000") && is_digits(&"9".repeat(64)));
        assert!(
            !is_digits("12345")
                && !is_digits(&"9".repeat(65))
                && !is_digits("１２３４５６")
                && !is_digits("12345a")
        );
    }
}
