//! Passphrases: what wraps the station's key on disk. Whoever copies the file can guess without end, so they are longer
//! than passwords, and never one of them.
//!
//! Whether one is somebody's password, only the hashes can tell.

use std::collections::BTreeSet;

use crate::account::password::prepared;

/// The fewest characters; or so many words.
pub const SHORTEST: usize = 12;

/// The fewest words, for one that is shorter.
pub const WORDS: usize = 6;

/// The fewest different characters.
pub const VARIETY: usize = 6;

/// The most bytes.
pub const LONGEST_BYTES: usize = 512;

/// What is wrong with a new passphrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PassphraseFault {
    /// Too few characters, and too few words.
    TooShort {
        /// How many characters there are.
        found: usize,
    },
    /// Too many bytes.
    TooLong {
        /// How many there are.
        found: usize,
    },
    /// The same few characters again and again.
    TooPlain,
    /// Digits alone: a date, a telephone or an identity number.
    OnlyDigits,
    /// A name that everybody knows is in it.
    HoldsName {
        /// Which.
        name: String,
    },
    /// A character that nobody can see, and nobody could type again.
    Invisible {
        /// Its place, from 1.
        place: usize,
    },
}

/// Everything that is wrong with a new passphrase, beside the names that everybody knows: the office's and the logins.
pub fn faults<'n>(typed: &str, names: impl IntoIterator<Item = &'n str>) -> Vec<PassphraseFault> {
    let passphrase = prepared(typed);
    let mut faults = Vec::new();
    let found = passphrase.chars().count();
    let words: BTreeSet<&str> = passphrase.split_whitespace().collect();
    if found < SHORTEST && words.len() < WORDS {
        faults.push(PassphraseFault::TooShort { found });
    }
    if passphrase.len() > LONGEST_BYTES {
        let found = passphrase.len();
        faults.push(PassphraseFault::TooLong { found });
    }
    let plain = |c: &char| !c.is_whitespace();
    let variety: BTreeSet<char> = passphrase.chars().filter(plain).collect();
    if found > 0 && variety.len() < VARIETY {
        faults.push(PassphraseFault::TooPlain);
    }
    let digits = |c: char| c.is_numeric() || matches!(c, '-' | '.' | '/' | '年' | '月' | '日');
    if found > 0 && passphrase.chars().filter(plain).all(digits) {
        faults.push(PassphraseFault::OnlyDigits);
    }
    let folded = folded(&passphrase);
    for name in names {
        // One or two letters are in nearly every phrase, and give nothing away.
        if name.chars().count() > 2 && folded.contains(&self::folded(name)) {
            let name = name.to_owned();
            faults.push(PassphraseFault::HoldsName { name });
        }
    }
    if let Some(at) = passphrase.chars().position(crate::text::is_invisible) {
        faults.push(PassphraseFault::Invisible { place: at + 1 });
    }
    faults
}

/// As a guesser looks at it: case and blanks make no difference.
fn folded(text: &str) -> String {
    let letters = text.chars().filter(|c| !c.is_whitespace());
    letters.collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 2] = ["清源县应急管理局", "lina"];

    #[test]
    fn what_is_long_and_nobodys_name_is_taken() {
        for good in [
            "春眠不觉晓处处闻啼鸟夜来",
            "correct horse battery",
            "春 夏 秋 冬 东 西",
            "Zf7-kk2m-Q0x9",
        ] {
            assert_eq!(faults(good, NAMES), [], "{good:?}");
        }
    }

    #[test]
    fn what_a_guesser_would_try_first_is_refused() {
        use PassphraseFault::{HoldsName, Invisible, OnlyDigits, TooLong, TooPlain, TooShort};
        let holds = |name: &str| HoldsName {
            name: name.to_owned(),
        };
        for (bad, why) in [
            ("", vec![TooShort { found: 0 }]),
            ("Shuang-26", vec![TooShort { found: 9 }]),
            ("a b c d e", vec![TooShort { found: 9 }, TooPlain]),
            ("春 春 春 春 春 春", vec![TooShort { found: 11 }, TooPlain]),
            ("aaaaaaaaaaaaaaaa", vec![TooPlain]),
            ("13800138000 13800138001", vec![TooPlain, OnlyDigits]),
            ("2026年11月20日 0312-8682345", vec![OnlyDigits]),
            ("清源县 应急管理局 2026 密钥", vec![holds("清源县应急管理局")]),
            ("my name is LiNa, really", vec![holds("lina")]),
            ("春眠不觉晓\u{200b}处处闻啼鸟夜来", vec![Invisible { place: 6 }]),
        ] {
            assert_eq!(faults(bad, NAMES), why, "{bad:?}");
        }
        let long = "长长的一句话短".repeat(30);
        assert_eq!(
            faults(&long, NAMES),
            [TooLong { found: 630 }],
            "hashing must end some time"
        );
    }

    #[test]
    fn names_of_a_letter_or_two_forbid_nothing() {
        assert_eq!(
            faults("correct horse battery", ["", "c", "ba"]),
            [],
            "an office without a name yet"
        );
    }
}
