//! Numbers of tasks: the office's document prefix, the year, a sequence without a gap, as in a printed document number.
//!
//! When a number is given, and that two are never given at once, is for whoever keeps the tasks.

use std::collections::BTreeSet;
use std::fmt;

use sunlot_draw::Task;

use crate::doc_prefix::{self, DocPrefixFault};

/// Before this year there were no such inspections, and behind the other one nobody numbers with four digits.
const YEARS: std::ops::RangeInclusive<u16> = 2000..=9999;

/// No office has so many tasks in a year; a larger number was mistyped.
const LAST: u32 = 99_999;

/// The number of a task.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TaskNumber {
    prefix: String,
    year: u16,
    sequence: u32,
}

/// Why there is no such number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberFault {
    /// Its characters before the bracket are no document prefix.
    Prefix(DocPrefixFault),
    /// A character before the bracket that the draw protocol does not know.
    Character {
        /// Its place, from 1.
        place: usize,
        /// The character.
        found: char,
    },
    /// No year in six-cornered brackets.
    Year,
    /// No sequence from 1 on without leading zeros.
    Sequence,
    /// It does not end as a number does.
    Ending,
    /// The year's numbers are used up.
    UsedUp,
}

impl TaskNumber {
    /// A number of its parts.
    pub fn new(prefix: &str, year: u16, sequence: u32) -> Result<Self, NumberFault> {
        let prefix = doc_prefix::parse(prefix).map_err(NumberFault::Prefix)?;
        // Rare characters make a prefix, but the protocol's record could not hold them.
        if let Some((index, found)) = prefix.chars().enumerate().find(|(_, c)| !is_basic(*c)) {
            let place = index + 1;
            return Err(NumberFault::Character { place, found });
        }
        if !YEARS.contains(&year) {
            return Err(NumberFault::Year);
        }
        if sequence == 0 || sequence > LAST {
            return Err(NumberFault::Sequence);
        }
        Ok(Self {
            prefix,
            year,
            sequence,
        })
    }

    /// The number behind the highest one of a year; the first one where there is none. Contract 7: gapless.
    pub fn next(prefix: &str, year: u16, highest: Option<u32>) -> Result<Self, NumberFault> {
        match highest.unwrap_or_default() {
            LAST.. => Err(NumberFault::UsedUp),
            highest => Self::new(prefix, year, highest + 1),
        }
    }

    /// Reads a number as it is printed, and nothing else: what would be printed otherwise is another text.
    pub fn parse(text: &str) -> Result<Self, NumberFault> {
        let (prefix, rest) = text.split_once('\u{3014}').ok_or(NumberFault::Year)?;
        let (year, rest) = rest.split_once('\u{3015}').ok_or(NumberFault::Year)?;
        let sequence = rest.strip_suffix('号').ok_or(NumberFault::Ending)?;
        let year = plain::<u16>(year).ok_or(NumberFault::Year)?;
        let sequence = plain::<u32>(sequence).ok_or(NumberFault::Sequence)?;
        // A blank at an end would be dropped, and the number printed otherwise.
        if let Some((index, found)) = prefix.chars().enumerate().find(|(_, c)| c.is_whitespace()) {
            let place = index + 1;
            return Err(NumberFault::Character { place, found });
        }
        Self::new(prefix, year, sequence)
    }

    /// The characters before the bracket.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Its year.
    pub const fn year(&self) -> u16 {
        self.year
    }

    /// Its place within the year, from 1.
    pub const fn sequence(&self) -> u32 {
        self.sequence
    }

    /// As the draw's record has it.
    pub fn task(&self) -> Option<Task> {
        Task::new(self.to_string())
    }
}

/// As it is printed.
impl fmt::Display for TaskNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&doc_prefix::document_number(
            &self.prefix,
            self.year.into(),
            self.sequence,
        ))
    }
}

/// The first number that is missing below the highest one of a year: none where the sequence is without a gap.
pub fn first_gap(sequences: &[u32]) -> Option<u32> {
    let given: BTreeSet<u32> = sequences.iter().copied().collect();
    let next = (1..).zip(&given).find(|(wanted, given)| wanted != *given);
    next.map(|(wanted, _)| wanted)
}

/// Digits without a sign or a leading zero.
fn plain<T: std::str::FromStr>(text: &str) -> Option<T> {
    let digits = !text.is_empty() && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

/// The block of characters that the protocol lets stand in a task (draw protocol, notation).
const fn is_basic(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contract_7_numbers_run_from_one_in_every_year_and_skip_none() {
        let next = |year, highest| TaskNumber::next("徐气抽查", year, highest).unwrap().to_string();
        assert_eq!(next(2026, None), "徐气抽查〔2026〕1号", "the year's first");
        assert_eq!(next(2026, Some(9)), "徐气抽查〔2026〕10号", "no leading zeros");
        assert_eq!(next(2027, None), "徐气抽查〔2027〕1号", "a new year begins anew");
        assert_eq!(
            TaskNumber::next("徐气抽查", 2026, Some(LAST)),
            Err(NumberFault::UsedUp),
            "it never begins anew within a year"
        );
        assert_eq!(
            TaskNumber::next("徐气抽查", 2026, Some(u32::MAX)),
            Err(NumberFault::UsedUp),
            "a damaged store gives no number"
        );
    }

    #[test]
    fn contract_7_a_missing_number_shows() {
        assert_eq!(first_gap(&[3, 1, 2]), None, "in any order");
        assert_eq!(first_gap(&[]), None, "none was given yet");
        assert_eq!(first_gap(&[1, 2, 4]), Some(3), "somebody took one away");
        assert_eq!(first_gap(&[2]), Some(1), "the first one is missing");
    }

    #[test]
    fn a_number_is_read_as_it_is_printed() {
        for text in ["浙公抽查〔2017〕1号", "〔2026〕371号", "浙公禁毒抽查〔2017〕12号"] {
            let number = TaskNumber::parse(text).unwrap();
            assert_eq!(number.to_string(), text, "and back");
            assert_eq!(
                number.task().as_deref(),
                Some(text),
                "the protocol lets it stand as a task"
            );
        }
        let number = TaskNumber::parse("浙公抽查〔2017〕1号").unwrap();
        assert_eq!(
            (number.prefix(), number.year(), number.sequence()),
            ("浙公抽查", 2017, 1),
            "its three parts"
        );
    }

    #[test]
    fn what_is_no_number_is_refused() {
        use NumberFault::{Ending, Sequence, Year};
        for (text, fault, why) in [
            ("", Year, "nothing"),
            ("浙公抽查", Year, "a prefix alone"),
            ("浙公抽查[2017]1号", Year, "brackets of another kind"),
            ("浙公抽查（2017）1号", Year, "round ones"),
            ("浙公抽查〔17〕1号", Year, "half a year"),
            ("浙公抽查〔1017〕1号", Year, "nobody drew then"),
            ("浙公抽查〔02017〕1号", Year, "a leading zero"),
            ("浙公抽查〔２０１７〕1号", Year, "wide digits are another text"),
            ("浙公抽查〔2017〕01号", Sequence, "a leading zero"),
            ("浙公抽查〔2017〕0号", Sequence, "numbers begin with one"),
            ("浙公抽查〔2017〕第1号", Sequence, "no ordinal (GB/T 9704)"),
            ("浙公抽查〔2017〕100000号", Sequence, "mistyped"),
            ("浙公抽查〔2017〕99999999999号", Sequence, "mistyped"),
            ("浙公抽查〔2017〕号", Sequence, "no number"),
            ("浙公抽查〔2017〕+1号", Sequence, "a sign"),
            ("浙公抽查〔2017〕1", Ending, "cut off"),
            ("浙公抽查〔2017〕1号 ", Ending, "a blank behind"),
        ] {
            assert_eq!(TaskNumber::parse(text), Err(fault), "{text:?}: {why}");
        }
        for (text, place) in [(" 浙公抽查〔2017〕1号", 1), ("浙公抽查 〔2017〕1号", 5)] {
            assert_eq!(
                TaskNumber::parse(text),
                Err(NumberFault::Character { place, found: ' ' }),
                "{text:?}: a blank that nobody sees"
            );
        }
        assert_eq!(
            TaskNumber::parse("浙A抽查〔2017〕1号"),
            Err(NumberFault::Prefix(DocPrefixFault::Character {
                place: 2,
                found: 'A'
            })),
            "no prefix has a Latin letter"
        );
        assert_eq!(
            TaskNumber::new("𠅤公抽查", 2026, 1),
            Err(NumberFault::Character {
                place: 1,
                found: '𠅤'
            }),
            "a rare character could not stand in the draw's record"
        );
    }
}
