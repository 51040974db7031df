//! The code of an administrative region, GB/T 2260 and GB/T 10114: six digits down to the county, nine with the township, twelve with
//! the village.
//!
//! Only the form and the province are checked. Counties are renamed and regrouped every year, so a code that
//! this program does not know is still a code.

use std::fmt;

use crate::text::half_width;

/// The first two digits that exist: provinces, autonomous regions, municipalities, special regions.
const PROVINCES: [&str; 34] = [
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42",
    "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
];

/// A region code of a possible form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionCode(String);

/// Why a text is not a region code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegionFault {
    /// Something that is no digit.
    Character {
        /// Its place, from 1.
        place: usize,
        /// The character.
        found: char,
    },
    /// Neither six, nine nor twelve digits.
    Length {
        /// How many there are.
        found: usize,
    },
    /// No province begins like this.
    Province {
        /// The first two digits.
        found: String,
    },
}

impl RegionCode {
    /// Reads a code; full-width digits and spaces are taken for what they mean.
    pub fn parse(text: &str) -> Result<Self, RegionFault> {
        let code: String = half_width(text).chars().filter(|c| !c.is_whitespace()).collect();
        if let Some((index, found)) = code.chars().enumerate().find(|(_, c)| !c.is_ascii_digit()) {
            return Err(RegionFault::Character {
                place: index + 1,
                found,
            });
        }
        if ![6, 9, 12].contains(&code.len()) {
            return Err(RegionFault::Length { found: code.len() });
        }
        let province = &code[..2];
        if !PROVINCES.contains(&province) {
            return Err(RegionFault::Province {
                found: province.to_owned(),
            });
        }
        Ok(Self(code))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RegionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counties_that_lists_of_2013_do_not_know_are_codes_all_the_same() {
        for code in ["130609", "211104", "411721", "410603", "370321"] {
            assert!(
                RegionCode::parse(code).is_ok(),
                "{code} is one of the offices this program was made for"
            );
        }
    }

    #[test]
    fn a_township_has_nine_digits_and_a_village_twelve() {
        assert!(
            RegionCode::parse("130609100").is_ok(),
            "a township office names its township"
        );
        assert!(
            RegionCode::parse("130609100001").is_ok(),
            "the statistical code goes down to the village"
        );
        assert_eq!(
            RegionCode::parse("1306091"),
            Err(RegionFault::Length { found: 7 }),
            "seven digits are a typing error"
        );
    }

    #[test]
    fn full_width_digits_are_digits_and_letters_are_not() {
        assert_eq!(
            RegionCode::parse("１３０６０９").unwrap().as_str(),
            "130609",
            "typed with a Chinese input method"
        );
        assert_eq!(
            RegionCode::parse("13O609"),
            Err(RegionFault::Character { place: 3, found: 'O' }),
            "an O is named with its place"
        );
    }

    #[test]
    fn no_province_begins_with_99() {
        assert_eq!(
            RegionCode::parse("990101"),
            Err(RegionFault::Province {
                found: "99".to_owned()
            }),
            "the first two digits are few and do not change"
        );
    }
}
