//! The registration number that enterprises had before the unified code, GS 15-2006: fifteen digits, the last one a check
//! digit by ISO 7064 MOD 11,10. Numbers from before 2007 have thirteen digits, strays have fourteen, and neither has a check
//! digit: they are taken as they stand, for somebody to look at.

use std::fmt;

use crate::text::half_width;

/// The length with a check digit.
const CHECKED: usize = 15;

/// The lengths without one.
const LEGACY: [usize; 2] = [13, 14];

/// A registration number of a possible form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RegNo(String);

/// Why a text is not a registration number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegNoFault {
    /// Something that is no digit.
    Character {
        /// Its place, from 1.
        place: usize,
        /// The character.
        found: char,
    },
    /// Neither fifteen digits nor thirteen or fourteen.
    Length {
        /// How many there are.
        found: usize,
    },
    /// The fifteenth digit does not follow from the others.
    CheckDigit {
        /// What the first fourteen ask for.
        expected: char,
        /// What stands there.
        found: char,
    },
}

impl RegNo {
    /// Reads a number as people type it: full-width digits, spaces and hyphens are taken for what they mean.
    pub fn parse(text: &str) -> Result<Self, RegNoFault> {
        let number: String = half_width(text)
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .collect();
        if let Some((index, found)) = number.chars().enumerate().find(|(_, c)| !c.is_ascii_digit()) {
            return Err(RegNoFault::Character {
                place: index + 1,
                found,
            });
        }
        if LEGACY.contains(&number.len()) {
            return Ok(Self(number));
        }
        if number.len() != CHECKED {
            return Err(RegNoFault::Length { found: number.len() });
        }
        let (body, check) = number.split_at(CHECKED - 1);
        let expected = check_digit(body);
        match check.chars().next() {
            Some(found) if found != expected => Err(RegNoFault::CheckDigit { expected, found }),
            _ => Ok(Self(number)),
        }
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is one of the old ones, which nothing can be checked by.
    pub fn is_legacy(&self) -> bool {
        LEGACY.contains(&self.0.len())
    }
}

impl fmt::Display for RegNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// ISO 7064 MOD 11,10.
fn check_digit(body: &str) -> char {
    let mut product = 10;
    for digit in body.chars().filter_map(|c| c.to_digit(10)) {
        let sum = match (product + digit) % 10 {
            0 => 10,
            sum => sum,
        };
        product = sum * 2 % 11;
    }
    char::from_digit((11 - product) % 10, 10).unwrap_or('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_single_digit_mistyped_is_noticed() {
        let right = "110108000000016";
        assert!(RegNo::parse(right).is_ok(), "the number itself is right");
        for place in 0..right.len() {
            for digit in '0'..='9' {
                let mut typed: Vec<char> = right.chars().collect();
                if typed[place] == digit {
                    continue;
                }
                typed[place] = digit;
                let typed: String = typed.into_iter().collect();
                assert!(RegNo::parse(&typed).is_err(), "{typed} differs in one digit");
            }
        }
    }

    #[test]
    fn the_fault_names_what_the_other_digits_ask_for() {
        assert_eq!(
            RegNo::parse("110108000000015"),
            Err(RegNoFault::CheckDigit {
                expected: '6',
                found: '5'
            }),
            "whoever holds the licence can compare one digit"
        );
        assert_eq!(
            RegNo::parse("11010800000001O"),
            Err(RegNoFault::Character {
                place: 15,
                found: 'O'
            }),
            "a letter is named with its place"
        );
        assert_eq!(
            RegNo::parse("1101080000000"),
            Ok(RegNo("1101080000000".to_owned())),
            "thirteen digits are an old number"
        );
        assert_eq!(
            RegNo::parse("110108000000"),
            Err(RegNoFault::Length { found: 12 }),
            "twelve are none"
        );
    }

    #[test]
    fn old_numbers_are_taken_and_marked() {
        for (number, legacy) in [
            ("4106032000001", true),
            ("41060320000010", true),
            ("410603600000010", false),
        ] {
            let read = RegNo::parse(number).expect("a number of a possible form");
            assert_eq!(
                read.is_legacy(),
                legacy,
                "{number}: without a check digit nothing vouches for it"
            );
        }
        assert_eq!(
            RegNo::parse(" １１０１０８-０００００００１６ ")
                .unwrap()
                .as_str(),
            "110108000000016",
            "typed with a Chinese input method"
        );
    }
}
