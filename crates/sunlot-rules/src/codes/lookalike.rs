//! Letters that look like others: what a wrong credit code was perhaps meant to be. It only suggests. Which of two characters
//! stands on the licence is for people with the licence in hand.

use super::reg_no::RegNo;
use super::uscc::Uscc;
use crate::text::half_width;

/// So many places may be mistaken at once; with more, nobody would believe the suggestion.
const MOST: usize = 4;

/// What a character may have been, beside itself. The standard leaves out I, O, S, V and Z because of these.
const fn meant(found: char) -> Option<char> {
    match found {
        'O' | 'o' => Some('0'),
        'I' | 'i' | 'l' | '|' => Some('1'),
        'S' | 's' => Some('5'),
        'Z' | 'z' => Some('2'),
        'V' | 'v' => Some('U'),
        _ => None,
    }
}

/// The right codes that differ from what was typed only in characters that look alike; none where it is right already.
pub fn suggestions(typed: &str) -> Vec<Uscc> {
    if Uscc::parse(typed).is_ok() {
        return Vec::new();
    }
    let mut found: Vec<Uscc> = taken_for(typed)
        .iter()
        .filter_map(|code| Uscc::parse(code).ok())
        .collect();
    found.sort();
    found.dedup();
    found
}

/// The same for a registration number of fifteen digits: without a check digit nothing would speak for a suggestion.
pub fn reg_no(typed: &str) -> Vec<RegNo> {
    if RegNo::parse(typed).is_ok() {
        return Vec::new();
    }
    let right = |code: &String| RegNo::parse(code).ok().filter(|number| !number.is_legacy());
    let mut found: Vec<RegNo> = taken_for(typed).iter().filter_map(right).collect();
    found.sort();
    found.dedup();
    found
}

/// Every way to take some of the doubtful characters for what they look like.
fn taken_for(typed: &str) -> Vec<String> {
    let characters: Vec<char> = half_width(typed).chars().collect();
    let doubtful: Vec<(usize, char)> = (0..)
        .zip(&characters)
        .filter_map(|(place, c)| meant(*c).map(|other| (place, other)))
        .collect();
    if doubtful.is_empty() || doubtful.len() > MOST {
        return Vec::new();
    }
    let mut found = Vec::new();
    for taken in 1..1u32 << doubtful.len() {
        let mut code = characters.clone();
        for (bit, (place, other)) in doubtful.iter().enumerate() {
            if taken >> bit & 1 == 1 {
                code[*place] = *other;
            }
        }
        found.push(code.into_iter().collect());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suggested(typed: &str) -> Vec<String> {
        suggestions(typed).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_letter_that_looks_like_a_digit_is_suggested_and_never_put_in() {
        assert_eq!(
            suggested("9113O609MA0000015B"),
            ["91130609MA0000015B"],
            "the letter O is in no code"
        );
        assert!(
            Uscc::parse("9113O609MA0000015B").is_err(),
            "and reading it does not correct it"
        );
        assert_eq!(
            suggested("9ll30609MA00000l5B"),
            ["91130609MA0000015B"],
            "a small l is one; as a capital it would be another letter of the alphabet"
        );
    }

    #[test]
    fn what_is_right_or_past_help_gets_no_suggestion() {
        assert_eq!(suggested("91130609MA0000015B"), [""; 0], "nothing is doubtful");
        assert_eq!(
            suggested("91136009MA0000015B"),
            [""; 0],
            "neighbours swapped are no look-alikes"
        );
        assert_eq!(
            suggested("OOOOOOOOOOOOOOOOOO"),
            [""; 0],
            "with so many of them nothing is known"
        );
        assert_eq!(suggested(""), [""; 0], "nor of nothing");
    }
}
