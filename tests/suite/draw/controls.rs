//! Draws as they have been done wrongly elsewhere: each is told from a fair one by a statistic that the true draw
//! passes.
//!
//! A statistic that accepts the true draw shows nothing unless it refuses a wrong one. Each control is measured beside
//! a fair draw of the same size from the same seeds, by the same function.

use sunlot_draw::crews::Tickets;
use sunlot_draw::record::Place;
use sunlot_draw::selection::shuffle_head;
use sunlot_draw::stream::{Stream, Words, below};
use sunlot_draw::{Digest, Id, Protocol};

use super::tally::{ChiSquare, Sample, Verdict, words};

const LIST: u32 = 40;
const DRAWN: u32 = 12;
const ROUNDS: usize = 12_000;

/// A way to draw: so many from a list of so many.
type Draw = fn(&mut Stream, u32, u32) -> Vec<u32>;

/// What is looked at.
type Statistic = fn(&Sample) -> ChiSquare;

fn sample(draw: Draw) -> Sample {
    Sample::drawn(LIST as usize, ROUNDS, |seed| draw(&mut words(seed), LIST, DRAWN))
}

fn accepted(found: ChiSquare, what: &str) {
    assert_eq!(found.verdict(), Verdict::Chance, "{what} must pass: {found}");
}

fn refused(found: ChiSquare, what: &str) {
    assert_eq!(
        found.verdict(),
        Verdict::TooUneven,
        "{what} must not pass, or the statistic is blind: {found}"
    );
}

/// The statistic tells this draw from a fair one.
fn tells(statistic: Statistic, bad: Draw, what: &str) {
    accepted(statistic(&sample(shuffle_head)), "the fair draw");
    refused(statistic(&sample(bad)), what);
}

/// All of a list, in its order.
fn whole(n: u32) -> Vec<u32> {
    (0..n).collect()
}

/// The head of a list that was shuffled somehow.
fn head(mut list: Vec<u32>, count: u32) -> Vec<u32> {
    list.truncate(count as usize);
    list
}

/// Fisher–Yates whose j comes from elsewhere.
fn shuffled(n: u32, count: u32, mut j: impl FnMut(u32) -> u32) -> Vec<u32> {
    let mut list = whole(n);
    (0..count).for_each(|i| list.swap(i as usize, j(i) as usize));
    head(list, count)
}

/// A coin.
fn coin(words: &mut Stream) -> bool {
    words.next_word() >> 31 == 1
}

/// `rand() % n` in C, `$RANDOM % n` in a shell: the remainders that fit once more come up more often. There words may
/// have 15 bits, and a list of some thousands shows it; here they have 8, and one of forty does.
fn modulo(words: &mut Stream, n: u32, count: u32) -> Vec<u32> {
    shuffled(n, count, |i| i + (words.next_word() >> 24) % (n - i))
}

#[test]
fn a_remainder_of_narrow_words_prefers_the_front_of_the_list() {
    tells(Sample::selection, modulo, "a remainder of 8 bits");
    // The fault is in the remainder, not in the narrow words: passing over the rest mends it.
    let mended: Draw = |words, n, count| {
        shuffled(n, count, |i| {
            let left = n - i;
            i + loop {
                let word = words.next_word() >> 24;
                if word < 256 - 256 % left {
                    break word % left;
                }
            }
        })
    };
    accepted(sample(mended).selection(), "8 bits without the remainder's rest");
}

/// Numbers below 3·2³⁰, sorted into nine boxes: by third of the range, and by remainder of three.
fn boxes(number: fn(&mut Stream) -> u32) -> ChiSquare {
    let filled = |number: u32| vec![(number >> 30) * 3 + number % 3];
    Sample::drawn(9, ROUNDS, |seed| filled(number(&mut words(seed)))).selection()
}

#[test]
fn a_whole_word_needs_its_loop_too() {
    // A third of 2³⁰ is no whole number, but boxes that differ by one in 3·10⁸ are equal to 12 000 draws.
    accepted(boxes(|words| below(words, 3 << 30)), "the protocol's numbers");
    // The same `%` with 32 bits: the first third comes up twice as often.
    refused(
        boxes(|words| words.next_word() % (3 << 30)),
        "a remainder without the loop",
    );
    // `Math.floor(Math.random() * n)`, `INT(RAND()*n)` in a sheet: every third number comes up twice as often.
    let scaled =
        |words: &mut Stream| u32::try_from((u64::from(words.next_word()) * (3 << 30)) >> 32).unwrap();
    refused(boxes(scaled), "a scaled fraction without the loop");
}

/// Swaps every place with any place. An online poker room shuffled so in 1999, in code that it had published.
fn any_with_any(words: &mut Stream, n: u32, count: u32) -> Vec<u32> {
    head(shuffled(n, n, |_| below(words, n)), count)
}

#[test]
fn swapping_any_with_any_prefers_some_places() {
    tells(Sample::places, any_with_any, "swapping any with any");
    tells(Sample::selection, any_with_any, "swapping any with any");
}

/// Sorts by insertion, and a coin answers each comparison: `sort(() => Math.random() - 0.5)`. So the European browser
/// ballot of 2010 ordered its browsers.
fn sorted_by_coins(words: &mut Stream, n: u32, count: u32) -> Vec<u32> {
    let mut list = whole(n);
    for sorted in 1..list.len() {
        let mut at = sorted;
        while at > 0 && coin(words) {
            list.swap(at, at - 1);
            at -= 1;
        }
    }
    head(list, count)
}

/// A better sort, as newer engines have it, does not mend the comparison.
fn merged_by_coins(words: &mut Stream, list: &[u32]) -> Vec<u32> {
    if list.len() < 2 {
        return list.to_vec();
    }
    let (left, right) = list.split_at(list.len() / 2);
    let (left, right) = (merged_by_coins(words, left), merged_by_coins(words, right));
    let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
    let mut merged = Vec::new();
    while left.peek().is_some() && right.peek().is_some() {
        merged.extend(if coin(words) { left.next() } else { right.next() });
    }
    merged.extend(left);
    merged.extend(right);
    merged
}

#[test]
fn sorting_by_chance_leaves_targets_near_where_they_were() {
    tells(Sample::selection, sorted_by_coins, "an insertion sort by coins");
    tells(Sample::places, sorted_by_coins, "an insertion sort by coins");
    let merged: Draw = |words, n, count| head(merged_by_coins(words, &whole(n)), count);
    tells(Sample::places, merged, "a merge sort by coins");
}

/// Off by one: nobody may stay. This makes only orders of a single cycle (Sattolo), so nobody falls in the own place.
fn nobody_stays(words: &mut Stream, n: u32, count: u32) -> Vec<u32> {
    shuffled(n, count, |i| i + 1 + below(words, n - i - 1))
}

/// Off by one at the other end: `rnd.Next(i, n - 1)` in C#, whose upper bound is not included.
fn last_is_spared(words: &mut Stream, n: u32, count: u32) -> Vec<u32> {
    shuffled(n, count, |i| i + below(words, n - i - 1))
}

#[test]
fn one_place_too_few_shows() {
    tells(Sample::places, nobody_stays, "a draw where nobody stays");
    tells(
        Sample::selection,
        last_is_spared,
        "a draw that spares the last target",
    );
}

/// Too few swaps, like the capsules of the American draft lottery of 1969, poured in month by month and barely stirred.
fn barely_stirred(words: &mut Stream, n: u32, count: u32) -> Vec<u32> {
    let mut list = whole(n);
    (0..n).for_each(|_| list.swap(below(words, n) as usize, below(words, n) as usize));
    head(list, count)
}

#[test]
fn stirring_too_little_shows() {
    tells(
        Sample::selection,
        barely_stirred,
        "forty swaps of any two among forty",
    );
}

/// Draws files that hold two neighbours each, takes both, and calls them up in an order of chance: how a cabinet is
/// sampled.
fn file_by_file(words: &mut Stream, n: u32, count: u32) -> Vec<u32> {
    let files = shuffle_head(words, n / 2, count / 2);
    let both: Vec<u32> = files
        .into_iter()
        .flat_map(|file| [2 * file, 2 * file + 1])
        .collect();
    let order = shuffle_head(words, count, count);
    order.into_iter().map(|at| both[at as usize]).collect()
}

#[test]
fn only_pairs_show_that_neighbours_fall_together() {
    accepted(
        sample(file_by_file).selection(),
        "each falls equally often, so single counts",
    );
    accepted(sample(file_by_file).places(), "and in each place, so places");
    tells(Sample::pairs, file_by_file, "neighbours who always fall together");
}

#[test]
fn taking_turns_is_too_even_to_be_chance() {
    // An office that goes down its list and begins again at the end: nobody is preferred, and all know who is next.
    let mut next = 0;
    let turns = Sample::drawn(LIST as usize, ROUNDS, |_| {
        next += DRAWN;
        (next - DRAWN..next).map(|turn| turn % LIST).collect()
    });
    let found = turns.selection();
    assert_eq!(
        found.verdict(),
        Verdict::TooEven,
        "taking turns must not pass: {found}"
    );
}

#[test]
fn a_seed_of_two_bytes_repeats_its_draws() {
    // Debian's OpenSSL of 2006 to 2008 made keys from the number of its process alone, 15 bits. Of 12 000 draws from
    // 16 bits about a thousand repeat an earlier one.
    let short = |seed: &Digest| {
        let mut bytes = [0; 32];
        bytes[..2].copy_from_slice(&seed.bytes()[..2]);
        shuffle_head(&mut words(&Digest::new(bytes)), LIST, DRAWN)
    };
    let cut = Sample::drawn(LIST as usize, ROUNDS, short);
    accepted(cut.selection(), "each falls equally often, so counts");
    assert!(
        cut.repeats() > 800,
        "only repeats give it away, and there are {}",
        cut.repeats()
    );
    let fair = sample(shuffle_head);
    assert_eq!(fair.repeats(), 0, "a whole seed repeats nothing");
}

#[test]
fn one_stream_for_two_lists_ties_them_together() {
    // `srand(seed)` before each list: what falls in one tells what falls in the other.
    let second = |label: &'static str| {
        let stream = move |seed: &Digest| Stream::new(Protocol::Sunlot1, seed, label);
        Sample::drawn(15, ROUNDS, move |seed| shuffle_head(&mut stream(seed), 15, 5))
    };
    let first = sample(shuffle_head);
    accepted(first.beside(&second("another")), "a label of its own");
    refused(first.beside(&second("test")), "the label of the first list");
}

const INSPECTORS: u32 = 8;

/// The three with the least tickets for this place.
fn least(seed: &Digest, stratum: &str, number: u64) -> Vec<u32> {
    let place = Place::new(sunlot_draw::Text::new(stratum).unwrap(), number);
    let tickets = Tickets::new(Protocol::Sunlot1, seed, &place, 0);
    let ticket = |at: &u32| tickets.ticket(&Id::new(at.to_string()).unwrap());
    let mut inspectors = whole(INSPECTORS);
    inspectors.sort_by_cached_key(ticket);
    head(inspectors, 3)
}

#[test]
fn one_ticket_for_all_rows_sends_the_same_crew_everywhere() {
    // `ORDER BY` a random number that each inspector was given once: fair for one row, and the same for the next.
    let crews = |number| Sample::drawn(INSPECTORS as usize, 500, move |seed| least(seed, "A", number));
    accepted(crews(1).selection(), "one row by itself");
    accepted(crews(1).beside(&crews(2)), "a ticket for each row");
    refused(crews(1).beside(&crews(1)), "one ticket for all rows");
}

#[test]
fn breaking_ties_by_the_order_of_the_list_shows() {
    // `ORDER BY load LIMIT 1`: of those who have done least, always the first. So the first always do one more.
    let longer = |_: &Digest| {
        let mut loads = [0; INSPECTORS as usize];
        for _ in 0..21 {
            let least = (0..loads.len()).min_by_key(|at| loads[*at]).unwrap();
            loads[least] += 1;
        }
        (0..)
            .zip(loads)
            .filter(|(_, load)| *load > 21 / INSPECTORS)
            .map(|(at, _)| at)
            .collect()
    };
    let longer = Sample::drawn(INSPECTORS as usize, 500, longer);
    refused(longer.selection(), "ties broken by the order of the list");
}
