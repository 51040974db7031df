//! The unified social credit code, GB 32100-2015: eighteen characters, the last one a check character over
//! the first seventeen.
//!
//! It says whether a code can be right. Whether the code belongs to the organisation is for people with the
//! certificate in hand. The inner check of the old nine-character organisation code is left out on purpose:
//! genuine codes fail it.

use std::borrow::Cow;
use std::fmt;

use crate::text::half_width;

/// The thirty-one characters of the standard: no I, O, S, V or Z.
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// The weights of the first seventeen places: 3^(i-1) mod 31.
const WEIGHTS: [u32; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

const LENGTH: usize = 18;

/// A code whose form and check character are right, in upper case without spaces.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uscc(String);

/// Why a text is not a unified social credit code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UsccFault {
    /// Scientific notation such as `9.1130609E+17`: a spreadsheet made a number of it and the end is lost.
    Scientific,
    /// Digits only with three zeros at the end: a spreadsheet keeps fifteen digits and fills up with zeros.
    /// About one in thirty-one of such ruins passes the check character.
    CutBySpreadsheet,
    /// Not eighteen characters.
    Length {
        /// How many there are.
        found: usize,
    },
    /// A character that the standard does not use.
    Character {
        /// Its place, from 1.
        place: usize,
        /// The character.
        found: char,
    },
    /// The eighteenth character does not follow from the others.
    CheckCharacter {
        /// What the first seventeen ask for.
        expected: char,
        /// What stands there.
        found: char,
    },
}

impl Uscc {
    /// Reads a code as people type it: full-width forms, lower case and separating spaces or hyphens are
    /// taken for what they mean; no character is ever replaced by one that looks like it.
    pub fn parse(text: &str) -> Result<Self, UsccFault> {
        let code = plain(text);
        if is_scientific(&code) {
            return Err(UsccFault::Scientific);
        }
        let found = code.chars().count();
        if found != LENGTH {
            return Err(UsccFault::Length { found });
        }
        if code.ends_with("000") && code.chars().all(|c| c.is_ascii_digit()) {
            return Err(UsccFault::CutBySpreadsheet);
        }
        let mut sum = 0;
        let mut last = ('0', 0);
        for (index, found) in code.chars().enumerate() {
            let value = value_of(found).ok_or(UsccFault::Character {
                place: index + 1,
                found,
            })?;
            match WEIGHTS.get(index) {
                Some(weight) => sum += value * weight,
                None => last = (found, value),
            }
        }
        let expected = (31 - sum % 31) % 31;
        if last.1 != expected {
            return Err(UsccFault::CheckCharacter {
                expected: character_of(expected),
                found: last.0,
            });
        }
        Ok(Self(code.into_owned()))
    }

    /// The organisation's own part, nine characters: what ties an old number to the new code.
    pub fn organisation(&self) -> &str {
        self.0.get(8..17).unwrap_or_default()
    }

    /// The code, eighteen ASCII characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Uscc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text in half-width capitals without blanks and hyphens. A registry has millions of codes, nearly all of them written so.
fn plain(text: &str) -> Cow<'_, str> {
    let is_plain = |b: u8| b.is_ascii_digit() || b.is_ascii_uppercase();
    if text.bytes().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let capitals = half_width(text).to_uppercase();
    let counts = |c: &char| !c.is_whitespace() && *c != '-';
    Cow::Owned(capitals.chars().filter(counts).collect())
}

/// Whether a text is a number in scientific notation, in upper case: `9.1130609E+17`.
pub(crate) fn is_scientific(code: &str) -> bool {
    let number = |text: &str, dot| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c == dot);
    code.split_once("E+")
        .is_some_and(|(head, tail)| number(head, '.') && number(tail, '0'))
}

fn value_of(character: char) -> Option<u32> {
    let byte = u8::try_from(character).ok()?;
    (0..)
        .zip(ALPHABET.bytes())
        .find_map(|(value, c)| (c == byte).then_some(value))
}

fn character_of(value: u32) -> char {
    ALPHABET
        .chars()
        .zip(0..)
        .find_map(|(c, v)| (v == value).then_some(c))
        .unwrap_or('?')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> UsccFault {
        Uscc::parse(text).expect_err(text)
    }

    #[test]
    fn the_standards_own_example_is_right_with_3_and_wrong_with_anything_else() {
        assert!(
            Uscc::parse("91350100M000100Y43").is_ok(),
            "GB 32100-2015 works this code out itself"
        );
        assert_eq!(
            fault("91350100M000100Y44"),
            UsccFault::CheckCharacter {
                expected: '3',
                found: '4'
            },
            "the fault names the character that the other seventeen ask for"
        );
        assert_eq!(
            fault("91350100M000100Y4Z"),
            UsccFault::Character {
                place: 18,
                found: 'Z'
            },
            "Z is not in the alphabet, so the place is named instead"
        );
    }

    #[test]
    fn what_people_type_is_read_for_what_it_means() {
        let plain = Uscc::parse("91130609MA0000015B").unwrap();
        for typed in [
            "91130609ma0000015b",
            "９１１３０６０９ＭＡ０００００１５Ｂ",
            "9113 0609 MA00 0001 5B",
            " 91130609-MA0000015B\n",
        ] {
            assert_eq!(
                Uscc::parse(typed).as_ref(),
                Ok(&plain),
                "{typed:?} is the same code written differently"
            );
        }
    }

    #[test]
    fn a_letter_o_is_never_turned_into_a_zero() {
        assert_eq!(
            fault("91130609MO0000015B"),
            UsccFault::Character {
                place: 10,
                found: 'O'
            },
            "only a person with the certificate can know what was meant"
        );
    }

    #[test]
    fn what_a_spreadsheet_ruined_is_named_as_such() {
        assert_eq!(
            fault("9.1130609E+17"),
            UsccFault::Scientific,
            "the digits behind are lost for good"
        );
        assert_eq!(
            fault("911306090000013000"),
            UsccFault::CutBySpreadsheet,
            "this one passes the check character by chance, and is still ruined"
        );
    }

    #[test]
    fn swapped_neighbours_are_caught() {
        assert!(
            matches!(fault("91136009MA0000015B"), UsccFault::CheckCharacter { .. }),
            "the weights differ from place to place, so a swap shows"
        );
    }

    #[test]
    fn every_one_character_change_of_a_right_code_is_caught() {
        let code: Vec<char> = "12411721400000018W".chars().collect();
        for place in 0..LENGTH {
            for other in ALPHABET.chars().filter(|c| *c != code[place]) {
                let mut changed = code.clone();
                changed[place] = other;
                let text: String = changed.iter().collect();
                assert!(Uscc::parse(&text).is_err(), "31 is prime, so {text} cannot pass");
            }
        }
    }
}
