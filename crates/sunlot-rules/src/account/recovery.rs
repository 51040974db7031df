//! Recovery codes: random characters that cannot be misread, in groups that each catch a mistyped character at once.
//!
//! Where the chance comes from, and where the code's hash is kept, is for others.

use unicode_normalization::UnicodeNormalization;

/// Thirty-one characters, a prime number of them: no `0` beside `O`, no `1` beside `I`, no `2` beside `Z`.
const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKLMNPQRSTUVWXY";

/// Groups of a code.
pub const GROUPS: usize = 4;

/// Characters of a group: five that are random, and one that checks them.
const GROUP: usize = 6;

/// Random characters of a code: 31²⁰ codes, about 99 bits.
pub const RANDOM: usize = GROUPS * (GROUP - 1);

/// Why a text is no recovery code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryFault {
    /// Too few or too many characters.
    Length {
        /// How many there are.
        found: usize,
    },
    /// A group whose check character does not fit.
    Group {
        /// Which, from 1.
        group: usize,
    },
}

/// A code, from random bytes. Bytes that would prefer some characters are passed over; `None` when too few are left.
pub fn from_random(bytes: &[u8]) -> Option<String> {
    // The largest multiple of 31 that a byte holds.
    let values: Vec<u8> = bytes
        .iter()
        .filter(|byte| **byte < 248)
        .map(|byte| byte % 31)
        .take(RANDOM)
        .collect();
    if values.len() < RANDOM {
        return None;
    }
    let group = |group: &[u8]| {
        let mut text: Vec<u8> = group.iter().map(|value| character(*value)).collect();
        text.push(character(check(group)));
        String::from_utf8_lossy(&text).into_owned()
    };
    let groups: Vec<String> = values.chunks(GROUP - 1).map(group).collect();
    Some(groups.join("-"))
}

/// Reads a code as typed or scanned: blanks, dashes and small letters do not matter.
pub fn parse(text: &str) -> Result<String, RecoveryFault> {
    let typed: Vec<char> = text
        .nfkc()
        .flat_map(char::to_uppercase)
        .filter(|c| c.is_alphanumeric())
        .collect();
    if typed.len() != GROUPS * GROUP {
        return Err(RecoveryFault::Length { found: typed.len() });
    }
    let mut groups = Vec::new();
    for (group, typed) in (1..).zip(typed.chunks(GROUP)) {
        let values: Option<Vec<u8>> = typed.iter().map(|c| value(*c)).collect();
        match values.as_deref().and_then(<[u8]>::split_last) {
            Some((last, random)) if *last == check(random) => groups.push(typed.iter().collect::<String>()),
            _ => return Err(RecoveryFault::Group { group }),
        }
    }
    Ok(groups.join("-"))
}

fn character(value: u8) -> u8 {
    ALPHABET[usize::from(value % 31)]
}

fn value(c: char) -> Option<u8> {
    (0u8..)
        .zip(ALPHABET)
        .find(|(_, known)| char::from(**known) == c)
        .map(|(value, _)| value)
}

/// Weighted, so that two neighbours typed in the wrong order show as well as a wrong character.
fn check(random: &[u8]) -> u8 {
    let sum = (1u32..)
        .zip(random)
        .fold(0, |sum, (weight, value)| (sum + weight * u32::from(*value)) % 31);
    u8::try_from(sum).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code() -> String {
        let bytes: Vec<u8> = (0..40u8).map(|i| i.wrapping_mul(37)).collect();
        from_random(&bytes).unwrap()
    }

    #[test]
    fn a_code_reads_back_however_it_is_typed() {
        let code = code();
        assert_eq!(code.len(), 27, "four groups of six and three dashes: {code}");
        for typed in [
            code.clone(),
            code.to_lowercase(),
            code.replace('-', ""),
            code.replace('-', " "),
        ] {
            assert_eq!(parse(&typed).as_ref(), Ok(&code), "{typed:?} is the same code");
        }
    }

    #[test]
    fn every_wrong_character_and_every_swap_names_its_group() {
        let code: Vec<char> = code().replace('-', "").chars().collect();
        for place in 0..code.len() {
            let group = place / GROUP + 1;
            for other in ALPHABET {
                let mut typed = code.clone();
                typed[place] = char::from(*other);
                if typed != code {
                    let typed: String = typed.iter().collect();
                    assert_eq!(
                        parse(&typed),
                        Err(RecoveryFault::Group { group }),
                        "{typed}: one character wrong"
                    );
                }
            }
            let mut typed = code.clone();
            if place % GROUP < GROUP - 2 {
                typed.swap(place, place + 1);
            }
            if typed != code {
                let typed: String = typed.iter().collect();
                assert_eq!(
                    parse(&typed),
                    Err(RecoveryFault::Group { group }),
                    "{typed}: two in the wrong order"
                );
            }
        }
    }

    #[test]
    fn what_is_no_code_is_told_apart_from_a_mistyped_one() {
        for (typed, found) in [("", 0), ("ABC", 3), ("23456-23456-23456-23456", 20)] {
            assert_eq!(
                parse(typed),
                Err(RecoveryFault::Length { found }),
                "{typed:?} is too short"
            );
        }
        let with_zero = code().replacen(|c: char| c != '-', "0", 1);
        assert_eq!(
            parse(&with_zero),
            Err(RecoveryFault::Group { group: 1 }),
            "no code has a zero: {with_zero}"
        );
    }

    #[test]
    fn no_character_is_likelier_than_another() {
        let mut counts = [0u32; 31];
        for byte in 0..=255u8 {
            if byte < 248 {
                counts[usize::from(byte % 31)] += 1;
            }
        }
        assert_eq!(counts, [8; 31], "every character comes from eight bytes");
        assert_eq!(
            from_random(&[255; 200]),
            None,
            "bytes that would prefer some are not used at all"
        );
    }
}
