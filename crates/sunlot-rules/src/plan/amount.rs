//! How many a ratio of a base is, and which way of rounding made a number of it (rules 2.3).

use strum::VariantArray;

use crate::profile::Rounding;
use crate::share::WHOLE;

/// A ratio of a base, rounded; at most the base. The ratio is in ten-thousandths.
pub fn share_of(base: u32, ratio: u32, rounding: Rounding) -> u32 {
    let whole = u64::from(WHOLE);
    let product = u64::from(base) * u64::from(ratio.min(WHOLE));
    let rounded = match rounding {
        Rounding::Down => product / whole,
        Rounding::Up => product.div_ceil(whole),
        Rounding::HalfUp => (product + whole / 2) / whole,
    };
    u32::try_from(rounded).unwrap_or(base).min(base)
}

/// The ways of rounding by which a number follows from base and ratio; none: it does not follow.
pub fn explains(base: u32, ratio: u32, number: u32) -> Vec<Rounding> {
    let all = Rounding::VARIANTS.iter().copied();
    all.filter(|rounding| share_of(base, ratio, *rounding) == number)
        .collect()
}

/// The numbers that can follow from base and ratio, the least first: one, or two where something is rounded.
pub fn possible(base: u32, ratio: u32) -> Vec<u32> {
    let mut numbers = vec![
        share_of(base, ratio, Rounding::Down),
        share_of(base, ratio, Rounding::Up),
    ];
    numbers.dedup();
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;
    use Rounding::{Down, HalfUp, Up};

    #[test]
    fn n_01_the_numbers_of_real_plans_follow_from_their_ratios_in_different_ways() {
        for (base, ratio, number, by, why) in [
            (
                8_654,
                100,
                87,
                &[HalfUp, Up][..],
                "Liaoning 2021: 86.54 became 87",
            ),
            (8_654, 100, 86, &[Down], "and cut off it would have been 86"),
            (
                18,
                2_000,
                3,
                &[Down],
                "Liaoning 2021: 3.6 became 3 in the same text",
            ),
            (18, 2_000, 4, &[HalfUp, Up], "Zhejiang rounds it to 4"),
            (18, 2_000, 5, &[], "no rounding makes five of 3.6"),
            (100, 500, 5, &[HalfUp, Up, Down], "nothing to round"),
            (10, 500, 1, &[HalfUp, Up], "just a half goes up"),
            (10, 499, 0, &[HalfUp, Down], "less than a half goes down"),
            (5, 20, 1, &[Up], "two in a thousand of five"),
            (5, 20, 0, &[HalfUp, Down], "which is nothing at all"),
            (0, 10_000, 0, &[HalfUp, Up, Down], "all of none"),
            (7, 10_000, 7, &[HalfUp, Up, Down], "all of them"),
            (
                u32::MAX,
                10_000,
                u32::MAX,
                &[HalfUp, Up, Down],
                "nothing overflows",
            ),
            (7, u32::MAX, 7, &[HalfUp, Up, Down], "never more than there are"),
        ] {
            assert_eq!(
                explains(base, ratio, number),
                by,
                "{base} × {ratio} = {number}: {why}"
            );
        }
        assert_eq!(possible(8_654, 100), [86, 87], "86.54 is one of these");
        assert_eq!(possible(18, 2_000), [3, 4], "3.6 is one of these");
        assert_eq!(possible(100, 500), [5], "5 is 5");
    }
}
