//! Passwords: long and mixed enough, and the same however the input method wrote them.
//!
//! Whether one was used before, and whether it is right, only its hash can tell.

use unicode_normalization::UnicodeNormalization;

/// The fewest characters.
pub const SHORTEST: usize = 8;

/// The most bytes: a hash that takes its time must not be fed without end.
pub const LONGEST_BYTES: usize = 128;

/// Of small letters, capitals, digits and all else: so many kinds.
pub const KINDS: usize = 3;

/// What is wrong with a new password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PasswordFault {
    /// Too few characters.
    TooShort {
        /// How many there are.
        found: usize,
    },
    /// Too many bytes.
    TooLong {
        /// How many there are.
        found: usize,
    },
    /// Too few kinds of characters.
    Kinds {
        /// How many there are.
        found: usize,
    },
    /// The login name is in it.
    HoldsLogin,
    /// A character that nobody can see, and nobody could type again.
    Invisible {
        /// Its place, from 1.
        place: usize,
    },
}

/// A password as it is hashed: NFC, so that one keyboard's é is another's.
pub fn prepared(typed: &str) -> String {
    typed.nfc().collect()
}

/// Everything that is wrong with a new password; it may be used where nothing is.
pub fn faults(typed: &str, login: &str) -> Vec<PasswordFault> {
    let password = prepared(typed);
    let mut faults = Vec::new();
    let characters = password.chars().count();
    if characters < SHORTEST {
        faults.push(PasswordFault::TooShort { found: characters });
    }
    if password.len() > LONGEST_BYTES {
        faults.push(PasswordFault::TooLong {
            found: password.len(),
        });
    }
    let kinds = kinds(&password);
    if kinds < KINDS {
        faults.push(PasswordFault::Kinds { found: kinds });
    }
    if !login.is_empty() && password.to_lowercase().contains(&login.to_lowercase()) {
        faults.push(PasswordFault::HoldsLogin);
    }
    if let Some(at) = password.chars().position(crate::text::is_invisible) {
        faults.push(PasswordFault::Invisible { place: at + 1 });
    }
    faults
}

fn kinds(password: &str) -> usize {
    let kind = |c: char| match c {
        c if c.is_ascii_lowercase() => 0,
        c if c.is_ascii_uppercase() => 1,
        c if c.is_ascii_digit() => 2,
        _ => 3,
    };
    let mut met = [false; 4];
    password.chars().for_each(|c| met[kind(c)] = true);
    met.into_iter().filter(|met| *met).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_can_remember_and_others_cannot_guess_is_taken() {
        for password in ["Shuang-suiji26", "小满收麦Mai2026", "aB3$efgh", "correct horse 4"] {
            assert_eq!(faults(password, "lina"), [], "{password:?}");
        }
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        assert_eq!(
            faults("lina1", "lina"),
            [
                PasswordFault::TooShort { found: 5 },
                PasswordFault::Kinds { found: 2 },
                PasswordFault::HoldsLogin
            ],
            "a clerk corrects it once, not three times"
        );
        assert_eq!(
            faults("abcdefgh", "lina"),
            [PasswordFault::Kinds { found: 1 }],
            "eight, but all of one kind"
        );
        assert_eq!(
            faults("Ab3\u{200b}defgh", "lina"),
            [PasswordFault::Invisible { place: 4 }],
            "pasted from somewhere, and never typed again"
        );
    }

    #[test]
    fn length_is_counted_as_people_count_and_bounded_as_machines_do() {
        assert_eq!(
            faults("密码密码Ab1", "lina"),
            [PasswordFault::TooShort { found: 7 }],
            "seven characters, whatever their bytes"
        );
        let long = format!("Ab1{}", "长".repeat(50));
        assert_eq!(
            faults(&long, "lina"),
            [PasswordFault::TooLong { found: 153 }],
            "without end"
        );
        assert_eq!(
            faults("", ""),
            [
                PasswordFault::TooShort { found: 0 },
                PasswordFault::Kinds { found: 0 }
            ],
            "nothing"
        );
    }

    #[test]
    fn one_letter_written_in_two_ways_is_one_password() {
        assert_eq!(
            prepared("caf\u{e9}"),
            prepared("cafe\u{301}"),
            "one system composes, the other does not"
        );
        assert_ne!(prepared("Ａ"), prepared("A"), "but nothing else is made alike");
    }
}
