//! `words.csv`, read once: by choice and word the value, and the first word of each value.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Vocabulary, WordSet};
use crate::roster::name;

/// Set, value, then the words; a word with a comma in it stands in quotation marks.
const WORDS: &str = include_str!("words.csv");
/// Words that say that there is nothing.
const NOTHING: &str = include_str!("nothing.csv");

/// By set and word, the value's name.
type Words = BTreeMap<(WordSet, String), &'static str>;

static TABLE: LazyLock<Words> = LazyLock::new(|| {
    let mut table = Words::new();
    for (set, value, words) in lines() {
        for word in words {
            table.insert((set, word_key(word)), value);
        }
        table.insert((set, word_key(value)), value);
    }
    table
});

static NOTHINGS: LazyLock<Vec<String>> = LazyLock::new(|| cells(NOTHING.trim_end()).map(word_key).collect());

/// A word as it is compared: width, blanks, brackets and case do not count.
pub fn word_key(word: &str) -> String {
    name::key(word)
}

/// Whether a cell's text only says that there is nothing.
pub fn is_nothing(text: &str) -> bool {
    // None of these words is long, and most cells are.
    text.chars().take(6).count() < 6 && {
        let key = word_key(text);
        key.is_empty() || NOTHINGS.contains(&key)
    }
}

pub(super) fn known<T: Vocabulary>(set: WordSet, key: &str) -> Option<T> {
    TABLE
        .get(&(set, key.to_owned()))
        .and_then(|value| value.parse().ok())
}

pub(super) fn first_word(set: WordSet, value: &str) -> &'static str {
    lines()
        .find(|(of, named, _)| *of == set && *named == value)
        .and_then(|(.., words)| words.into_iter().next())
        .unwrap_or_default()
}

pub(super) fn lines() -> impl Iterator<Item = (WordSet, &'static str, Vec<&'static str>)> {
    WORDS.lines().filter_map(|line| {
        let mut cells = cells(line);
        let set = cells.next()?.parse().ok()?;
        Some((set, cells.next()?, cells.collect()))
    })
}

/// The cells of a line; one in quotation marks may have commas in it.
pub(crate) fn cells(line: &'static str) -> impl Iterator<Item = &'static str> {
    let mut rest = Some(line);
    std::iter::from_fn(move || {
        let text = rest?;
        let (cell, after) = match text.strip_prefix('"').and_then(|quoted| quoted.split_once('"')) {
            Some((cell, after)) => (cell, after.strip_prefix(',')),
            None => match text.split_once(',') {
                Some((cell, after)) => (cell, Some(after)),
                None => (text, None),
            },
        };
        rest = after;
        Some(cell)
    })
}
