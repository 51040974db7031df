//! Finds rows by a text without keeping the text: a million names and codes are compared as numbers made from them, and where
//! two numbers agree whoever asks compares the texts themselves.

use std::hash::{BuildHasher, RandomState};

/// The number of a text. The same text has the same number for one finder, and another with the next one.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbering(RandomState);

impl Numbering {
    /// The number of this text.
    pub(super) fn of(&self, text: &str) -> u64 {
        self.0.hash_one(text)
    }
}

/// Places by the number of a text that stands there.
#[derive(Debug, Default)]
pub(super) struct Finder {
    sorted: Vec<(u64, u32)>,
    /// Where the numbers begin that share their first bits, so that few are looked at.
    starts: Vec<u32>,
}

/// So many first bits.
const BITS: u32 = 16;

impl Finder {
    pub(super) fn new(mut found: Vec<(u64, u32)>) -> Self {
        found.sort_unstable();
        let mut starts = vec![0u32; (1 << BITS) + 1];
        for (number, _) in &found {
            starts[first_bits(*number) + 1] += 1;
        }
        for place in 1..starts.len() {
            starts[place] += starts[place - 1];
        }
        Self {
            sorted: found,
            starts,
        }
    }

    /// The places where a text with this number may stand.
    pub(super) fn places(&self, number: u64) -> impl Iterator<Item = usize> {
        let bits = first_bits(number);
        let bound = |place: usize| self.starts.get(place).map_or(0, |start| *start as usize);
        let part = self.sorted.get(bound(bits)..bound(bits + 1)).unwrap_or_default();
        let from = part.partition_point(|(found, _)| *found < number);
        let same = part[from..].iter().take_while(move |(found, _)| *found == number);
        same.map(|(_, place)| *place as usize)
    }

    /// The places that share their number with others, group by group.
    pub(super) fn shared(&self) -> impl Iterator<Item = &[(u64, u32)]> {
        let groups = self.sorted.chunk_by(|one, other| one.0 == other.0);
        groups.filter(|group| group.len() > 1)
    }
}

fn first_bits(number: u64) -> usize {
    usize::try_from(number >> (u64::BITS - BITS)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_found_where_it_stands_and_nowhere_else() {
        let numbering = Numbering::default();
        let texts = ["甲", "乙", "甲", "丙", ""];
        let finder = Finder::new(
            (0u32..)
                .zip(texts)
                .map(|(place, text)| (numbering.of(text), place))
                .collect(),
        );
        for text in texts {
            let expected: Vec<usize> = (0..texts.len()).filter(|place| texts[*place] == text).collect();
            let found: Vec<usize> = finder.places(numbering.of(text)).collect();
            assert_eq!(found, expected, "{text:?}, in the order of its places");
        }
        assert_eq!(
            finder.places(numbering.of("丁")).count(),
            0,
            "what is not there is not found"
        );
        assert_eq!(
            Finder::default().places(7).count(),
            0,
            "nor is anything where there is nothing"
        );
        let shared: Vec<Vec<u32>> = finder
            .shared()
            .map(|group| group.iter().map(|(_, place)| *place).collect())
            .collect();
        assert_eq!(shared, [[0, 2]], "only one text stands twice");
    }
}
