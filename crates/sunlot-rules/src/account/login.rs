//! Login names: short, typed every day, and never two that look alike.

use unicode_normalization::UnicodeNormalization;

/// The longest login name, in characters.
pub const LONGEST: usize = 20;

/// Why a text is no login name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoginFault {
    /// Nothing, or blanks only.
    Empty,
    /// More characters than there is room for.
    TooLong {
        /// How many there are.
        found: usize,
    },
    /// A character that no login name has.
    Character {
        /// Its place, from 1.
        place: usize,
        /// The character.
        found: char,
    },
}

/// Reads a login name: letters in small, digits, `.`, `_`, `-` and Chinese characters. Full-width ones become plain, so
/// that it does not matter how the input method stood.
pub fn parse(text: &str) -> Result<String, LoginFault> {
    let text: String = text.trim().nfkc().collect::<String>().to_lowercase();
    if text.is_empty() {
        return Err(LoginFault::Empty);
    }
    let found = text.chars().count();
    if found > LONGEST {
        return Err(LoginFault::TooLong { found });
    }
    match text.chars().enumerate().find(|(_, c)| !is_login_character(*c)) {
        Some((at, found)) => Err(LoginFault::Character { place: at + 1, found }),
        None => Ok(text),
    }
}

const fn is_login_character(c: char) -> bool {
    matches!(c, 'a'..='z' | '0'..='9' | '.' | '_' | '-' | '\u{4e00}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_it_is_typed_it_is_one_name() {
        for typed in ["lina", "LiNa", " lina ", "ｌｉｎａ", "ＬＩＮＡ"] {
            assert_eq!(
                parse(typed).as_deref(),
                Ok("lina"),
                "{typed:?} is the same person"
            );
        }
        assert_eq!(
            parse("李娜2").as_deref(),
            Ok("李娜2"),
            "many would rather type their own name"
        );
    }

    #[test]
    fn what_cannot_be_told_apart_or_typed_is_refused() {
        for (typed, fault) in [
            ("", LoginFault::Empty),
            ("   ", LoginFault::Empty),
            ("li na", LoginFault::Character { place: 3, found: ' ' }),
            (
                "lіna",
                LoginFault::Character {
                    place: 2, found: 'і'
                },
            ),
            (
                "李\u{200b}娜",
                LoginFault::Character {
                    place: 2,
                    found: '\u{200b}',
                },
            ),
            ("a@b", LoginFault::Character { place: 2, found: '@' }),
        ] {
            assert_eq!(parse(typed), Err(fault), "{typed:?}");
        }
        assert_eq!(
            parse(&"a".repeat(21)),
            Err(LoginFault::TooLong { found: 21 }),
            "longer than its place on the screen"
        );
    }
}
