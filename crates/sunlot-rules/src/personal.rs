//! Personal values that an office keeps on purpose: a mobile telephone number, an identity number of GB 11643.
//!
//! A fault never carries the value or a part of it: what went wrong is shown, logged and passed on; the value is not.
//! How values are masked is `mask`'s business.

use crate::codes::region::RegionCode;
use crate::day::Day;
use crate::text::half_width;

/// As many digits in a row are a number by which a person can be found.
const TELLING: usize = 11;

/// Why a text is not the number it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonalFault {
    /// A character that no such number has.
    Character {
        /// Its place, from 1.
        place: usize,
    },
    /// Too few or too many digits.
    Length {
        /// How many there are.
        found: usize,
        /// How many there must be.
        wanted: usize,
    },
    /// No mobile number begins like this.
    MobileBeginning,
    /// An identity number of fifteen digits: they ceased to be valid in 2013.
    IdOfFifteen,
    /// No province begins like this.
    IdProvince,
    /// The seventh to fourteenth digits are no day.
    IdBirth,
    /// The last character does not follow from the others.
    IdCheck,
}

/// Reads a mobile number: eleven digits, whatever stands between them.
pub fn mobile_phone(text: &str) -> Result<String, PersonalFault> {
    let typed = half_width(text.trim());
    let bare = typed.strip_prefix("+86").unwrap_or(&typed);
    let number = without_gaps(bare);
    only(&number, |c| c.is_ascii_digit())?;
    of_length(&number, 11)?;
    match number.as_bytes() {
        [b'1', b'3'..=b'9', ..] => Ok(number),
        _ => Err(PersonalFault::MobileBeginning),
    }
}

/// Reads an identity number of eighteen characters; a small x at its end is a large one.
pub fn id_number(text: &str) -> Result<String, PersonalFault> {
    let number = without_gaps(&half_width(text.trim())).to_ascii_uppercase();
    only(&number, |c| c.is_ascii_digit() || c == 'X')?;
    if number.len() == 15 {
        return Err(PersonalFault::IdOfFifteen);
    }
    of_length(&number, 18)?;
    let (body, check) = number.split_at(17);
    only(body, |c| c.is_ascii_digit())?;
    let region = number.get(..6).unwrap_or_default();
    RegionCode::parse(region).map_err(|_| PersonalFault::IdProvince)?;
    if !is_birth(number.get(6..14).unwrap_or_default()) {
        return Err(PersonalFault::IdBirth);
    }
    if check_character(body) == check.chars().next() {
        Ok(number)
    } else {
        Err(PersonalFault::IdCheck)
    }
}

/// Whether a remark has a number in it by which a person could be found, or the value that it is about.
pub fn tells_a_number(remark: &str, value: Option<&str>) -> bool {
    let bare = without_gaps(&half_width(remark)).to_ascii_uppercase();
    let mut longest = 0;
    let mut run = 0;
    for c in bare.chars() {
        run = if c.is_ascii_digit() { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let told: String = bare.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    longest >= TELLING || value.is_some_and(|value| told.contains(value))
}

/// Whether an identity number stands somewhere in a text, with gaps or without.
pub fn holds_id_number(text: &str) -> bool {
    let bare: Vec<char> = without_gaps(&half_width(text))
        .to_ascii_uppercase()
        .chars()
        .collect();
    let could_be = |window: &&[char]| window.iter().take(17).all(char::is_ascii_digit);
    bare.windows(18)
        .filter(could_be)
        .any(|window| id_number(&window.iter().collect::<String>()).is_ok())
}

/// Spaces and hyphens as people put them between digits.
fn without_gaps(text: &str) -> String {
    let gap = |c: &char| c.is_whitespace() || matches!(c, '-' | '—' | '–' | '－');
    text.chars().filter(|c| !gap(c)).collect()
}

fn only(text: &str, good: impl Fn(char) -> bool) -> Result<(), PersonalFault> {
    match text.chars().position(|c| !good(c)) {
        None => Ok(()),
        Some(index) => Err(PersonalFault::Character { place: index + 1 }),
    }
}

fn of_length(digits: &str, wanted: usize) -> Result<(), PersonalFault> {
    let found = digits.len();
    if found == wanted {
        Ok(())
    } else {
        Err(PersonalFault::Length { found, wanted })
    }
}

/// The number of eighteen characters that an old one of fifteen became, if it is one: fifteen digits, a province, a day of birth
/// in the nineteen-hundreds.
pub fn id_of_fifteen(text: &str) -> Option<String> {
    let number = without_gaps(&half_width(text.trim()));
    if number.len() != 15 || !number.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (region, rest) = number.split_at(6);
    let body = format!("{region}19{rest}");
    let good = RegionCode::parse(region).is_ok() && is_birth(body.get(6..14)?);
    good.then(|| check_character(&body).map(|check| format!("{body}{check}")))?
}

/// GB 11643: weights are the powers of two modulo eleven.
fn check_character(body: &str) -> Option<char> {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];
    let digits = body.chars().filter_map(|c| c.to_digit(10));
    let sum: u32 = digits.zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    CHECKS
        .into_iter()
        .zip(0u32..)
        .find_map(|(check, place)| (place == sum % 11).then_some(check))
}

/// Whether eight digits are a day on which somebody in a register can have been born: the standard's own example is of 1880.
pub(crate) fn is_birth(digits: &str) -> bool {
    let part = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<u16>().ok());
    let small = |value: u16| u8::try_from(value).ok();
    let day = || Day::new(part(0, 4)?, small(part(4, 6)?)?, small(part(6, 8)?)?);
    day().is_some_and(|day| (1800..2100).contains(&day.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mobile_number_is_eleven_digits_whatever_stands_between_them() {
        for typed in [
            "13812345678",
            "138 1234 5678",
            "138-1234-5678",
            "+86 13812345678",
            "１３８１２３４５６７８",
        ] {
            assert_eq!(
                mobile_phone(typed).as_deref(),
                Ok("13812345678"),
                "{typed:?} is one number, kept in one way"
            );
        }
        for (typed, fault, why) in [
            ("", PersonalFault::Length { found: 0, wanted: 11 }, "nothing"),
            (
                "1381234567",
                PersonalFault::Length {
                    found: 10,
                    wanted: 11,
                },
                "one digit short",
            ),
            (
                "138123456789",
                PersonalFault::Length {
                    found: 12,
                    wanted: 11,
                },
                "one too many",
            ),
            (
                "12012345678",
                PersonalFault::MobileBeginning,
                "no operator has 120",
            ),
            (
                "03128682345",
                PersonalFault::MobileBeginning,
                "a fixed number with its area",
            ),
            ("1381234567O", PersonalFault::Character { place: 11 }, "a letter"),
            (
                "13812345678李娜",
                PersonalFault::Character { place: 12 },
                "a name behind it",
            ),
        ] {
            assert_eq!(mobile_phone(typed), Err(fault), "{why}");
        }
    }

    #[test]
    fn an_identity_number_is_checked_as_gb_11643_lays_down() {
        for typed in [
            "11010519491231002X",
            "11010519491231002x",
            "110105 19491231 002X",
            "11010519900307005X",
            "440524188001010014",
        ] {
            assert!(
                id_number(typed).is_ok(),
                "{typed} is right, {:?}",
                id_number(typed)
            );
        }
        for (typed, fault, why) in [
            (
                "110105194912310021",
                PersonalFault::IdCheck,
                "its check character is X",
            ),
            (
                "110105194912310X21",
                PersonalFault::Character { place: 16 },
                "an X stands at the end only",
            ),
            (
                "440524178001010015",
                PersonalFault::IdBirth,
                "nobody born in 1780 is in any register",
            ),
            (
                "130609200102290017",
                PersonalFault::IdBirth,
                "2001 was no leap year",
            ),
            ("110105901203002", PersonalFault::IdOfFifteen, "an old one"),
            (
                "1101051949123100",
                PersonalFault::Length {
                    found: 16,
                    wanted: 18,
                },
                "cut off",
            ),
            (
                "99010519491231002X",
                PersonalFault::IdProvince,
                "there is no province 99",
            ),
            (
                "11010519491231002Ｙ",
                PersonalFault::Character { place: 18 },
                "a letter that is none of it",
            ),
        ] {
            assert_eq!(id_number(typed), Err(fault), "{why}");
        }
    }

    #[test]
    fn any_single_digit_mistyped_in_an_identity_number_is_noticed() {
        let right = "11010519491231002X";
        for place in 0..17 {
            for digit in '0'..='9' {
                let mut typed: Vec<char> = right.chars().collect();
                if typed[place] == digit {
                    continue;
                }
                typed[place] = digit;
                let typed: String = typed.into_iter().collect();
                assert!(id_number(&typed).is_err(), "{typed} differs in one digit");
            }
        }
    }

    #[test]
    fn an_old_number_of_fifteen_digits_became_one_of_eighteen() {
        assert_eq!(
            id_of_fifteen("110105491231002").as_deref(),
            Some("11010519491231002X"),
            "the century is put in and the check character behind"
        );
        for (typed, why) in [
            ("110105491331002", "there is no thirteenth month"),
            ("990105491231002", "there is no province 99"),
            ("11010549123100X", "all of it is digits"),
            ("1101054912310020", "one too many"),
        ] {
            assert_eq!(id_of_fifteen(typed), None, "{why}");
        }
    }

    #[test]
    fn a_remark_with_a_number_in_it_is_noticed_and_a_date_is_none() {
        for remark in [
            "电话 13812345678",
            "138-1234-5678，值班用",
            "身份证１１０１０５１９４９１２３１００２Ｘ",
        ] {
            assert!(
                tells_a_number(remark, None),
                "{remark}: it would stand in the trail for ever"
            );
        }
        for remark in [
            "本人书面同意，2026-11-20",
            "徐气查〔2026〕3号",
            "值班联系，至2026年12月31日止",
        ] {
            assert!(
                !tells_a_number(remark, None),
                "{remark}: a date or a number of a paper tells nobody"
            );
        }
        assert!(
            tells_a_number("138是号段，1234和5678", Some("13812345678")),
            "the value in pieces is the value all the same"
        );
    }
}
