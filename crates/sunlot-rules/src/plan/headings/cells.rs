//! The cells of other offices' plans, each by itself.

use super::{Departments, Share, Types};
use crate::plan::{Months, when};
use crate::roster::list;
use crate::roster::ratio::{self, Bounds, Column};
use crate::roster::words::{ExtraWords, Read, Vocabulary, read};
use crate::text::half_width;

/// Words before a number that change it little.
const ABOUT: [&str; 6] = ["大约", "约", "预计", "预估", "共", "计划"];

/// What a number of targets is counted in.
const UNITS: [&str; 9] = ["户次", "家次", "户", "家", "个", "处", "人", "所", "件"];

/// Behind several names: there are more.
const MORE: [&str; 5] = ["等相关部门", "等有关部门", "等部门", "等单位", "等"];

/// How many, as a share, a number or both: `5%`, `5% (about 20)`, `not less than 3%, once a year`. And whether all of it was
/// understood.
pub fn share(text: &str) -> (Share, bool) {
    let reading = ratio::read(text, Column::Both);
    let share = Share {
        ratio: reading.ratio(),
        number: reading.targets(),
        times: reading.times(),
    };
    // A number alone may be a percentage or a number of targets: nobody knows which.
    let counted = UNITS.iter().any(|unit| text.contains(unit));
    if share == Share::default()
        && let Some(number) = count(text).filter(|_| counted)
    {
        let number = Some(number);
        return (Share { number, ..share }, true);
    }
    (share, !reading.open && share != Share::default())
}

/// How many targets: a number, perhaps counted in something, perhaps about, at least or at most.
pub fn count(text: &str) -> Option<Bounds> {
    let plain: String = half_width(text).chars().filter(|c| !c.is_whitespace()).collect();
    let mut number = plain.as_str();
    while let Some(rest) = ABOUT.iter().find_map(|word| number.strip_prefix(word)) {
        number = rest;
    }
    let number = number.strip_suffix("左右").unwrap_or(number);
    let unit = UNITS.iter().find_map(|unit| number.strip_suffix(unit));
    let digits = unit.unwrap_or(number);
    if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
        return digits.parse().ok().map(Bounds::exactly);
    }
    let reading = ratio::read(text, Column::Ratio);
    let alone = !reading.open && reading.ratio().is_none() && reading.times().is_none();
    reading.targets().filter(|_| alone)
}

/// From which month to which, and in which year where one is named.
pub fn months(text: &str) -> Option<(Option<u16>, Months)> {
    when::read(text)?.months()
}

/// The departments of a cell, who of them leads, and whether there are more.
pub fn departments(text: &str) -> Departments {
    let mut found = Departments::default();
    for value in list::values(text) {
        let mut name = value.as_str();
        if let Some(before) = MORE.iter().find_map(|more| name.strip_suffix(more)) {
            (found.more, name) = (true, before);
        }
        let led = name.strip_suffix("牵头").or_else(|| name.strip_suffix("(牵头)"));
        let led = led.or_else(|| name.strip_suffix("\u{FF08}牵头\u{FF09}"));
        let name = led.or_else(|| name.strip_suffix("配合")).unwrap_or(name).trim();
        if name.is_empty() || found.others.iter().any(|other| other == name) {
            continue;
        }
        match led {
            Some(_) if found.lead.is_none() => found.lead = Some(name.to_owned()),
            _ => found.others.push(name.to_owned()),
        }
    }
    found
}

/// What words about the type say: each by itself, or two of them written as one.
pub fn types(text: &str, extra: &ExtraWords) -> Types {
    let mut types = Types::default();
    if types.take(text, extra) {
        return types;
    }
    let parted: String = text
        .chars()
        .map(|c| match c {
            '(' | ')' | '\u{FF08}' | '\u{FF09}' | '+' | '-' | '\u{2014}' => '、',
            c => c,
        })
        .collect();
    for word in list::values(&parted) {
        if types.take(&word, extra) {
            continue;
        }
        let two = word.char_indices().skip(1).find_map(|(place, _)| {
            let (first, second) = (word.get(..place)?, word.get(place..)?);
            let mut both = types.clone();
            (both.take(first, extra) && both.take(second, extra)).then_some(both)
        });
        match two {
            Some(both) => types = both,
            None => types.unread.push(word),
        }
    }
    types
}

impl Types {
    /// Takes a word in; `false` where nobody knows it, or it speaks against one before.
    fn take(&mut self, word: &str, extra: &ExtraWords) -> bool {
        agrees(&mut self.task_scope, word, extra)
            || agrees(&mut self.draw_scope, word, extra)
            || agrees(&mut self.task_kind, word, extra)
    }
}

fn agrees<T: Vocabulary + PartialEq>(place: &mut Option<T>, word: &str, extra: &ExtraWords) -> bool {
    match read::<T>(word, extra) {
        Read::Known(value) => *place.get_or_insert(value) == value,
        Read::Missing | Read::Unknown(_) => false,
    }
}
