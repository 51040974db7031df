//! The draw counted out: given words of which each is equally likely, every outcome is equally likely, exactly.
//!
//! In two halves. `below(n)` takes from the 2³² words the most that n divides, so each number comes from equally many.
//! And every sequence of such numbers gives another ordered sample, so each sample comes from exactly one sequence.
//! That the words are equally likely is ChaCha20's part; `statistics` looks at both together.

use sunlot_draw::Protocol;
use sunlot_draw::selection::shuffle_head;
use sunlot_draw::stream::{Stream, Words, below};

use super::tally;

/// How many words there are.
const ALL: u64 = 1 << 32;

/// Words written down beforehand. To ask for more is a fault of the one who asks.
struct Script<'s> {
    words: &'s [u32],
    read: usize,
}

impl<'s> Script<'s> {
    const fn new(words: &'s [u32]) -> Self {
        Self { words, read: 0 }
    }
}

impl Words for Script<'_> {
    fn next_word(&mut self) -> u32 {
        let word = self.words[self.read];
        self.read += 1;
        word
    }
}

/// `below` of the protocol, by its letter, in 64 bits.
fn literal_below(words: &mut impl Words, n: u32) -> u32 {
    let n = u64::from(n);
    loop {
        let word = u64::from(words.next_word());
        if word < ALL - ALL % n {
            return u32::try_from(word % n).unwrap();
        }
    }
}

/// The protocol's choice of targets, by its letter, with the whole array in memory.
fn literal_draw(words: &mut impl Words, n: u32, count: u32) -> Vec<u32> {
    let mut a: Vec<u32> = (0..n).collect();
    for i in 0..count {
        let j = i + literal_below(words, n - i);
        a.swap(i as usize, j as usize);
    }
    a.truncate(count as usize);
    a
}

/// Every sequence of `count` numbers, the first below n, the second below n − 1, and so on: like a counter whose wheels
/// differ in size.
fn sequences(n: u32, count: u32) -> Vec<Vec<u32>> {
    let mut sequences = vec![Vec::new()];
    for i in 0..count {
        let longer = |begun: Vec<u32>| {
            (0..n - i).map(move |choice| {
                let mut sequence = begun.clone();
                sequence.push(choice);
                sequence
            })
        };
        sequences = sequences.into_iter().flat_map(longer).collect();
    }
    sequences
}

/// How many ordered samples there are: n·(n−1)·…
fn ordered_samples(n: u32, count: u32) -> usize {
    (0..count).map(|i| (n - i) as usize).product()
}

#[test]
fn up_to_eight_targets_every_ordered_sample_comes_from_exactly_one_sequence() {
    for (n, count) in (0..=8).flat_map(|n| (0..=n).map(move |count| (n, count))) {
        let mut reached = Vec::new();
        for sequence in sequences(n, count) {
            let mut words = Script::new(&sequence);
            let sample = shuffle_head(&mut words, n, count);
            assert_eq!(
                words.read,
                sequence.len(),
                "one number per place, and none is left over"
            );
            let known = sample.iter().all(|target| *target < n);
            let once = (1..sample.len()).all(|at| !sample[..at].contains(&sample[at]));
            assert!(
                known && once && sample.len() == sequence.len(),
                "{sample:?} is no sample"
            );
            reached.push(sample);
        }
        let possible = ordered_samples(n, count);
        assert_eq!(
            reached.len(),
            possible,
            "{count} of {n}: there are as many sequences as samples …"
        );
        reached.sort_unstable();
        reached.dedup();
        assert_eq!(
            reached.len(),
            possible,
            "… and no two sequences share one, so each has its own"
        );
    }
}

#[test]
fn the_count_would_show_a_shuffle_that_is_not_even() {
    // Swapping each place with any place has 3³ sequences for the 3! orders, and 27 is no multiple of 6.
    let mut times = [0; 6];
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    for sequence in 0..27 {
        let mut order = [0, 1, 2];
        for (place, with) in [sequence / 9, sequence / 3 % 3, sequence % 3]
            .into_iter()
            .enumerate()
        {
            order.swap(place, with);
        }
        times[orders.iter().position(|known| *known == order).unwrap()] += 1;
    }
    assert_eq!(
        times,
        [4, 5, 5, 5, 4, 4],
        "three orders come up a quarter more often"
    );
}

#[test]
fn every_number_comes_from_equally_many_words() {
    let powers = (0..32).map(|power| 1_u32 << power);
    let around_powers = (2..32).flat_map(|power| [(1 << power) - 1, (1 << power) + 1]);
    let large = [3 << 30, 0xaaaa_aaaa, 0xffff_fffb, u32::MAX - 1, u32::MAX];
    for n in (1..=4096).chain(powers).chain(around_powers).chain(large) {
        let wide = u64::from(n);
        let taken = ALL - ALL % wide;
        assert!(
            taken.is_multiple_of(wide) && ALL - taken < wide,
            "the most words that {n} divides"
        );
        let edges = [
            0,
            1,
            wide - 1,
            wide,
            wide + 1,
            taken - 1,
            taken,
            taken + 1,
            ALL - wide,
            ALL - 1,
        ];
        for word in edges.into_iter().filter(|word| *word < ALL) {
            let script = [u32::try_from(word).unwrap(), 0];
            let mut words = Script::new(&script);
            let number = u64::from(below(&mut words, n));
            if word < taken {
                assert_eq!(
                    (number, words.read),
                    (word % wide, 1),
                    "below {n}: {word} is taken"
                );
            } else {
                assert_eq!(
                    (number, words.read),
                    (0, 2),
                    "below {n}: {word} is passed over for the next"
                );
            }
        }
    }
}

#[test]
fn the_last_words_are_taken_in_whole_rounds_and_none_behind_them() {
    for n in 1..=1024 {
        let taken = u32::try_from(ALL / u64::from(n) * u64::from(n) - 1).unwrap();
        let mut times = vec![0; n as usize];
        for word in (taken - 3 * n + 1)..=taken {
            times[below(&mut Script::new(&[word]), n) as usize] += 1;
        }
        assert!(
            times.iter().all(|times| *times == 3),
            "below {n}: the last three rounds are whole"
        );
        for word in taken..u32::MAX {
            let script = [word + 1, n - 1];
            let mut words = Script::new(&script);
            assert_eq!(
                (below(&mut words, n), words.read),
                (n - 1, 2),
                "below {n}: {} is over",
                word + 1
            );
        }
    }
}

#[test]
fn a_sample_depends_on_each_word_by_its_number_alone() {
    // So what is counted out above with words 0 … n−1 holds for all words, each number having equally many.
    for (n, count) in (1..=5).flat_map(|n| (1..=n).map(move |count| (n, count))) {
        for sequence in sequences(n, count) {
            let far_word = |(i, choice): (u32, &u32)| {
                let left = n - i;
                choice + (u32::MAX / left - 1) * left
            };
            let far: Vec<u32> = (0..).zip(&sequence).map(far_word).collect();
            assert_eq!(
                shuffle_head(&mut Script::new(&far), n, count),
                shuffle_head(&mut Script::new(&sequence), n, count),
                "{count} of {n}: the words {far:?} mean {sequence:?}"
            );
        }
    }
}

/// Words of a stream, some of them pushed to the top, where they are passed over, or to the bottom, where swaps meet.
struct Uneven {
    stream: Stream,
    kind: u32,
}

impl Words for Uneven {
    fn next_word(&mut self) -> u32 {
        let word = self.stream.next_word();
        match (self.kind, word & 1) {
            (1, 1) => u32::MAX - (word >> 20),
            (2, 1) => word >> 28,
            _ => word,
        }
    }
}

#[test]
fn the_draw_is_the_protocols_letter_for_letter() {
    let cases = [(6_000, 64), (600, 4_000), (30, 100_000)];
    for (round, longest) in cases
        .into_iter()
        .flat_map(|(times, longest)| (0..times).map(move |at| (at, longest)))
    {
        let mut chances = Stream::new(Protocol::Sunlot1, &tally::seed(round), "sizes");
        let n = literal_below(&mut chances, longest) + 1;
        let count = literal_below(&mut chances, n + 1);
        let kind = literal_below(&mut chances, 3);
        let words = || Uneven {
            stream: tally::words(&tally::seed(round)),
            kind,
        };
        let (mut ours, mut literal) = (words(), words());
        assert!(
            shuffle_head(&mut ours, n, count) == literal_draw(&mut literal, n, count),
            "round {round}, {count} of {n}, words of kind {kind}: the array that is only imagined is the array"
        );
        assert_eq!(
            ours.next_word(),
            literal.next_word(),
            "both have read the same number of words"
        );
    }
}

/// Words that make every swap reach for a place of the test's choice: the i-th number is `at(i) − i`.
struct Aimed<F> {
    at: F,
    i: u32,
}

impl<F: Fn(u32) -> u32> Words for Aimed<F> {
    fn next_word(&mut self) -> u32 {
        self.i += 1;
        (self.at)(self.i - 1) + 1 - self.i
    }
}

#[test]
fn swaps_may_meet_in_one_place() {
    for (n, count) in (1..=40).flat_map(|n| (0..=n).map(move |count| (n, count))) {
        for target in 0..n {
            let aimed = || Aimed {
                at: |i: u32| target.max(i),
                i: 0,
            };
            assert_eq!(
                shuffle_head(&mut aimed(), n, count),
                literal_draw(&mut aimed(), n, count),
                "{count} of {n}, every swap with place {target}: what was put there before is what comes back"
            );
        }
    }
}
