//! The words of a ratio or a frequency, one after the other. What is neither a number nor a word that binds one is passed over
//! where it only describes (`words/ratio.csv` says which words do), and is unknown elsewhere.

use crate::text::half_width;

/// Words and what they mean; the longest goes first.
const WORDS: &str = include_str!("../words/ratio.csv");

/// On which side of a number the others lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    AtLeast,
    More,
    AtMost,
    Exactly,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A ratio in ten-thousandths, and how many of them are one of what it was written in.
    Ratio(u32, u32),
    /// So many times.
    Times(u32),
    /// So many targets.
    Targets(u32),
    /// A number without anything behind it.
    Bare(u32),
    /// All of them.
    All,
    /// In so many months.
    Every(u32),
    /// Before a number.
    Sign(Sign),
    /// Behind a number.
    Behind(Sign),
    /// Between the ends of a range.
    To,
    /// Between two ways.
    Or,
    /// Anything else.
    Unknown,
}

impl Word {
    pub(super) const fn is_bare(self) -> bool {
        matches!(self, Self::Bare(_))
    }

    pub(super) fn same_kind(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }

    pub(super) const fn value(self) -> Option<u32> {
        match self {
            Self::Ratio(value, _) | Self::Times(value) | Self::Targets(value) | Self::Bare(value) => {
                Some(value)
            }
            _ => None,
        }
    }
}

/// A text as words.
pub(super) fn words(text: &str) -> Vec<Word> {
    let plain: String = half_width(text)
        .to_lowercase()
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let mut rest = plain.as_str();
    let mut words = Vec::new();
    while !rest.is_empty() {
        let (word, length) = next(rest);
        rest = rest.get(length..).unwrap_or_default();
        match word {
            Some(Word::Unknown) if words.last() == Some(&Word::Unknown) => {}
            Some(word) => words.push(word),
            None => {}
        }
    }
    words
}

/// The first word of a text, if it is one, and how long it is.
fn next(text: &str) -> (Option<Word>, usize) {
    if let Some((months, length)) = every(text) {
        return (Some(Word::Every(months)), length);
    }
    if let Some((word, length)) = number(text) {
        return (Some(word), length);
    }
    if let Some((meaning, length)) = known(text) {
        let word = match meaning {
            "at_least" => Word::Sign(Sign::AtLeast),
            "more" => Word::Sign(Sign::More),
            "at_most" => Word::Sign(Sign::AtMost),
            "exactly" => Word::Sign(Sign::Exactly),
            "and_more" => Word::Behind(Sign::AtLeast),
            "and_less" => Word::Behind(Sign::AtMost),
            "to" => Word::To,
            "or" => Word::Or,
            "all" => Word::All,
            _ => return (None, length),
        };
        return (Some(word), length);
    }
    (Some(Word::Unknown), text.chars().next().map_or(1, char::len_utf8))
}

fn known(text: &str) -> Option<(&'static str, usize)> {
    let mut best: Option<(&'static str, usize)> = None;
    for line in WORDS.lines() {
        let mut cells = crate::roster::words::cells(line);
        let meaning = cells.next().unwrap_or_default();
        for word in cells {
            if !word.is_empty()
                && text.starts_with(word)
                && best.is_none_or(|(_, length)| word.len() > length)
            {
                best = Some((meaning, word.len()));
            }
        }
    }
    best
}

/// In how many months: every year, every two years, per quarter, within a year.
fn every(text: &str) -> Option<(u32, usize)> {
    const UNITS: [(&str, u32); 7] = [
        ("半年", 6),
        ("年度", 12),
        ("年", 12),
        ("季度", 3),
        ("季", 3),
        ("个月", 1),
        ("月", 1),
    ];
    const PERIODS: [(&str, u32); 6] = [
        ("全年", 12),
        ("本年度", 12),
        ("年度", 12),
        ("年内", 12),
        ("个年度", 12),
        ("个月内", 1),
    ];
    let unit = |text: &str, units: &[(&str, u32)]| {
        let found = units.iter().find(|(unit, _)| text.starts_with(unit));
        found.map(|(unit, months)| (*months, unit.len()))
    };
    if let Some(rest) = text.strip_prefix('每') {
        let counted = rest.strip_prefix('个').unwrap_or(rest);
        let (count, length) = plain_number(counted).unwrap_or((1, 0));
        let (months, unit) = unit(counted.get(length..)?, &UNITS)?;
        let before = text.len() - counted.len();
        return Some((count.checked_mul(months)?, before + length + unit));
    }
    if let Some(rest) = text.strip_prefix('/') {
        return unit(rest, &UNITS).map(|(months, length)| (months, length + 1));
    }
    let (count, length) = plain_number(text).unwrap_or((1, 0));
    let (months, unit) = unit(text.get(length..)?, &PERIODS)?;
    Some((count.checked_mul(months)?, length + unit))
}

/// A number with what stands behind it.
fn number(text: &str) -> Option<(Word, usize)> {
    for before in ["百分之", "千分之"] {
        if let Some(rest) = text.strip_prefix(before) {
            let (value, length) = plain_number(rest)?;
            let scale = if before == "百分之" { 100 } else { 10 };
            let value = value.checked_mul(scale).filter(|value| *value <= 10_000)?;
            return Some((Word::Ratio(value, scale), before.len() + length));
        }
    }
    if let Some((word, length)) = ratio(text) {
        return Some((word, length));
    }
    let (value, length) = plain_number(text)?;
    let rest = text.get(length..)?;
    if let Some(unit) = ["次", "轮"].iter().find(|unit| rest.starts_with(**unit)) {
        return Some((Word::Times(value), length + unit.len()));
    }
    let targets = ["户次", "家次", "户", "家", "个对象", "个单位", "个主体", "个点位"];
    if let Some(unit) = targets.iter().find(|unit| rest.starts_with(**unit)) {
        return Some((Word::Targets(value), length + unit.len()));
    }
    // A fraction is no count of anything.
    let fraction = rest
        .strip_prefix('.')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    (!fraction).then_some((Word::Bare(value), length))
}

/// Digits with a percent or per mille sign: at most two decimals of a percent, one of a per mille.
fn ratio(text: &str) -> Option<(Word, usize)> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.'))?;
    let (digits, rest) = text.split_at(end);
    let sign = rest.chars().next()?;
    let (decimals, scale) = match sign {
        '%' => (2, 100),
        '\u{2030}' => (1, 10),
        '\u{2031}' => (0, 1),
        _ => return None,
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() || fraction.len() > decimals {
        return None;
    }
    let value: u32 = format!("{whole}{fraction:0<decimals$}").parse().ok()?;
    (value <= 10_000).then_some((Word::Ratio(value, scale), end + sign.len_utf8()))
}

/// A whole number in digits, or a Chinese one up to ninety-nine.
fn plain_number(text: &str) -> Option<(u32, usize)> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    if !digits.is_empty() {
        return Some((digits.parse().ok()?, digits.len()));
    }
    const NUMERALS: [char; 11] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
    let value = |c: char| match c {
        '两' => Some(2),
        c => (0u32..)
            .zip(NUMERALS)
            .find(|(_, numeral)| *numeral == c)
            .map(|(value, _)| value),
    };
    let numerals: Vec<char> = text.chars().take_while(|c| value(*c).is_some()).collect();
    let length = numerals.iter().map(|c| c.len_utf8()).sum();
    let number = match numerals[..] {
        [one] => value(one)?,
        ['十', ones] => 10 + value(ones)?,
        [tens, '十'] => value(tens)? * 10,
        [tens, '十', ones] => value(tens)? * 10 + value(ones)?,
        _ => return None,
    };
    Some((number, length))
}
