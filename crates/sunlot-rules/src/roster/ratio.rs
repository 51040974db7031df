//! Ratios and frequencies as lists of items have them: free text. The text stays what it is; beside it stand the bounds that can
//! be read from it, in integers.
//!
//! What cannot be read has no bound. Where one of several ways is not understood, that is said, so that nobody takes the bounds
//! of the others for all.

mod words;

use words::{Sign, Word, words};

/// From what to what, either end included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Not less than this.
    pub min: Option<u32>,
    /// Not more than this.
    pub max: Option<u32>,
}

impl Bounds {
    /// Just this.
    pub const fn exactly(value: u32) -> Self {
        Self {
            min: Some(value),
            max: Some(value),
        }
    }

    /// Whether a value lies within.
    pub fn hold(self, value: u32) -> bool {
        self.min.is_none_or(|min| value >= min) && self.max.is_none_or(|max| value <= max)
    }

    /// Both together: what lies within either.
    fn or(self, other: Self) -> Self {
        Self {
            min: self.min.zip(other.min).map(|(one, other)| one.min(other)),
            max: self.max.zip(other.max).map(|(one, other)| one.max(other)),
        }
    }
}

/// How often, in how many months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// How often.
    pub times: Bounds,
    /// In how many months; `None` where the text does not say.
    pub months: Option<u32>,
}

/// One way to do it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// How many of the targets, in ten-thousandths.
    pub ratio: Option<Bounds>,
    /// How often.
    pub times: Option<Times>,
    /// How many targets.
    pub targets: Option<Bounds>,
}

impl Terms {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Which column a text stands in: a bare number means something else in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Ratios.
    Ratio,
    /// Frequencies.
    Frequency,
    /// Both in one.
    Both,
}

/// What a text says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The ways that were understood, in the text's order.
    pub ways: Vec<Terms>,
    /// Whether there is a way, or a part, that was not understood.
    pub open: bool,
}

impl Reading {
    /// The bounds of the ratio over all ways that name one.
    pub fn ratio(&self) -> Option<Bounds> {
        let ratios = self.ways.iter().filter_map(|terms| terms.ratio);
        ratios.reduce(Bounds::or)
    }

    /// The frequency, where all ways that name one count in the same months.
    pub fn times(&self) -> Option<Times> {
        let times: Vec<Times> = self.ways.iter().filter_map(|terms| terms.times).collect();
        let first = times.first()?;
        let same = times.iter().all(|times| times.months == first.months);
        same.then(|| {
            let bounds = times.iter().map(|times| times.times).reduce(Bounds::or);
            bounds.map(|times| Times {
                times,
                months: first.months,
            })
        })?
    }

    /// The bounds of the number of targets over all ways that name one.
    pub fn targets(&self) -> Option<Bounds> {
        let targets = self.ways.iter().filter_map(|terms| terms.targets);
        targets.reduce(Bounds::or)
    }
}

/// Reads a text.
pub fn read(text: &str, column: Column) -> Reading {
    let words = words(text);
    let mut reading = Reading::default();
    for way in words.split(|word| *word == Word::Or) {
        let (terms, whole) = terms(way, column);
        reading.open |= !whole;
        if !terms.is_empty() {
            reading.ways.push(terms);
        }
    }
    if text.trim().is_empty() {
        reading.open = false;
    }
    reading
}

/// The terms of one way, and whether all of it was understood.
fn terms(way: &[Word], column: Column) -> (Terms, bool) {
    let mut terms = Terms::default();
    let mut whole = !way.is_empty();
    let mut sign = None;
    let mut months = None;
    let mut from: Option<Word> = None;
    let mut rest = way.iter().copied().peekable();
    while let Some(word) = rest.next() {
        match word {
            Word::Sign(found) => sign = Some(found),
            Word::Every(found) => months = Some(found),
            Word::All => whole &= put(&mut terms, (None, Word::Ratio(10_000, 100), None, None), column),
            Word::Ratio(..) | Word::Times(_) | Word::Targets(_) | Word::Bare(_) => {
                if rest.peek() == Some(&Word::To) {
                    from = Some(word);
                    rest.next();
                    continue;
                }
                // A sign may stand behind as well: 3% and above.
                if let Some(Word::Behind(behind)) = rest.peek() {
                    sign = Some(*behind);
                    rest.next();
                }
                whole &= put(&mut terms, (from.take(), word, sign.take(), months), column);
            }
            Word::To | Word::Or | Word::Behind(_) | Word::Unknown => whole = false,
        }
    }
    // A period without a number might be once: but that would be guessing.
    let unused = from.is_some() || sign.is_some() || terms.is_empty();
    if let (Some(times), Some(months)) = (&mut terms.times, months) {
        times.months.get_or_insert(months);
    }
    (terms, whole && !unused)
}

/// Puts a number in its place; `false` where it has none, or another stands there already.
fn put(
    terms: &mut Terms,
    (from, to, sign, months): (Option<Word>, Word, Option<Sign>, Option<u32>),
    column: Column,
) -> bool {
    let bounds = |value: u32| match (from.and_then(Word::value), sign) {
        // A range has both ends; a sign before it adds nothing.
        (Some(from), _) => Bounds {
            min: Some(from.min(value)),
            max: Some(from.max(value)),
        },
        (None, Some(Sign::AtLeast)) => Bounds {
            min: Some(value),
            max: None,
        },
        (None, Some(Sign::More)) => Bounds {
            min: value.checked_add(1),
            max: None,
        },
        (None, Some(Sign::AtMost)) => Bounds {
            min: None,
            max: Some(value),
        },
        (None, Some(Sign::Exactly) | None) => Bounds::exactly(value),
    };
    let once = |place: &mut Option<Bounds>, bounds| *place.get_or_insert(bounds) == bounds;
    let alike = |from: Word| from.is_bare() || from.same_kind(to);
    match to {
        // A range has numbers of one kind.
        _ if !from.is_none_or(alike) => false,
        // The first number of a range may have left its percent sign to the second.
        Word::Ratio(value, scale) => match from {
            Some(Word::Bare(first)) => {
                let min = first.checked_mul(scale).filter(|min| *min <= value);
                let max = Some(value);
                min.is_some() && once(&mut terms.ratio, Bounds { min, max })
            }
            _ => once(&mut terms.ratio, bounds(value)),
        },
        Word::Targets(value) => once(&mut terms.targets, bounds(value)),
        Word::Times(value) => times(terms, bounds(value), months),
        Word::Bare(value) if column == Column::Frequency => times(terms, bounds(value), months),
        _ => false,
    }
}

fn times(terms: &mut Terms, times: Bounds, months: Option<u32>) -> bool {
    let free = terms.times.is_none();
    terms.times.get_or_insert(Times { times, months });
    free
}

#[cfg(test)]
mod tests;
