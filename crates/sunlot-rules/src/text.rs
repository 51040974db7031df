//! Texts that people type and that are later shown, printed and hashed exactly as they stand.
//!
//! Nothing is normalised but the blanks at both ends: rare characters, full-width brackets and circled numbers
//! stay what they are. Characters that nobody can see are refused, because two names that look alike must be
//! alike.

use unicode_normalization::UnicodeNormalization;

/// Why a text is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextFault {
    /// Nothing, or blanks only.
    Empty,
    /// More characters than there is room for.
    TooLong {
        /// How many there may be.
        max: usize,
        /// How many there are.
        found: usize,
    },
    /// A character without a picture: control, zero-width, direction mark.
    Invisible {
        /// Its place, from 1.
        place: usize,
        /// The character.
        found: char,
    },
}

/// A text of 1 to `max` characters without blanks at its ends.
pub fn required(text: &str, max: usize) -> Result<String, TextFault> {
    let text = optional(text, max)?;
    if text.is_empty() {
        Err(TextFault::Empty)
    } else {
        Ok(text)
    }
}

/// A text of 0 to `max` characters without blanks at its ends.
pub fn optional(text: &str, max: usize) -> Result<String, TextFault> {
    let text = text.trim();
    if let Some(fault) = find_invisible(text) {
        return Err(fault);
    }
    let found = text.chars().count();
    if found > max {
        return Err(TextFault::TooLong { max, found });
    }
    Ok(text.to_owned())
}

/// The characters that the draw protocol refuses in every string (Notation), and the others that have no
/// picture. Variation selectors are not among them: they choose between forms of one rare character.
pub fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{0000}'..='\u{001F}' | '\u{007F}'..='\u{009F}' | '\u{00AD}' | '\u{034F}' | '\u{061C}'
        | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// The first character that nobody can see, with its place from 1.
pub fn find_invisible(text: &str) -> Option<TextFault> {
    let (index, found) = text.chars().enumerate().find(|(_, c)| is_invisible(*c))?;
    Some(TextFault::Invisible {
        place: index + 1,
        found,
    })
}

/// Full-width and other compatibility forms replaced by the plain ones. For codes and numbers only, never for
/// names: it would change their brackets and circled numbers.
pub fn half_width(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    text.nfkc().collect()
}

/// Adds to `searchable` what a text is searched by: without blanks, small letters, and every bracket and digit in its plain
/// form, so that nobody has to know how it was typed.
pub fn push_searchable(searchable: &mut String, text: &str) {
    for character in text.chars() {
        if is_han(character) {
            searchable.push(character);
        } else if character.is_ascii() {
            if !character.is_ascii_whitespace() && !character.is_ascii_control() {
                searchable.push(character.to_ascii_lowercase());
            }
        } else if !is_invisible(character) {
            let plain = std::iter::once(character).nfkc().filter(|c| !c.is_whitespace());
            searchable.extend(plain.flat_map(char::to_lowercase));
        }
    }
}

/// What a text is searched by.
pub fn searchable(text: &str) -> String {
    let mut searchable = String::with_capacity(text.len());
    push_searchable(&mut searchable, text);
    searchable
}

/// Whether a character is a Chinese one, rare ones of the supplementary planes included.
pub fn is_han(character: char) -> bool {
    matches!(character,
        '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{2FA1F}' | '\u{30000}'..='\u{323AF}' | '〇')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_characters_count_as_one_and_stay_what_they_are() {
        let name = "䶮㛃𠅤𬱖喆（集团）①";
        assert_eq!(
            required(name, 10).unwrap(),
            name,
            "ten characters, some of them four bytes long, unchanged"
        );
        assert_eq!(
            required(name, 9),
            Err(TextFault::TooLong { max: 9, found: 10 }),
            "length is counted in characters, not in bytes"
        );
    }

    #[test]
    fn blanks_at_the_ends_are_dropped_the_ideographic_one_too() {
        assert_eq!(
            required("\u{3000} 徐水区 气象局 ", 20).unwrap(),
            "徐水区 气象局",
            "inner blanks are the writer's"
        );
        assert_eq!(
            required(" \u{3000}", 20),
            Err(TextFault::Empty),
            "blanks alone are nothing"
        );
        assert_eq!(optional("", 20).unwrap(), "", "an optional text may be missing");
    }

    #[test]
    fn characters_nobody_can_see_are_named_with_their_place() {
        for hidden in [
            '\u{200B}', '\u{202E}', '\u{0007}', '\u{0085}', '\u{2066}', '\u{2028}', '\u{3164}', '\u{00AD}',
        ] {
            let text = format!("徐水{hidden}区");
            assert_eq!(
                required(&text, 20),
                Err(TextFault::Invisible {
                    place: 3,
                    found: hidden
                }),
                "U+{:04X} would make two equal-looking names differ",
                u32::from(hidden)
            );
        }
    }
}
