//! How many a task may draw by its line of the plan (N-01, N-09): as many as the line says, and of targets of risk more where a
//! reason for that is written down (N-05, N-08). Fewer is nobody's fault: a line may be drawn in batches.

use super::line::Line;
use crate::item::read_frequency;
use crate::pool::{Clause, Field};
use crate::share::WHOLE;

/// What becomes of one stratum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// How many candidates it has.
    pub size: u64,
    /// How many are drawn.
    pub quota: u64,
    /// Whether it is of targets whose risk calls for more visits.
    pub of_risk: bool,
}

/// A draw, held against its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ByLine {
    /// How many are drawn that the line counts.
    pub quota: u64,
    /// How many it says at least, a fraction of one given.
    pub least: u64,
    /// How many may be, at one time.
    pub most: u64,
    /// How many may be in the whole time of the plan.
    pub altogether: u64,
}

/// Whether clauses pick out those whose risk calls for more visits (T-10, N-05, N-08).
pub fn is_of_risk(clauses: &[Clause]) -> bool {
    let risky = |clause: &Clause| {
        let high: &[&str] = match clause.field {
            Field::Credit => &["poor"],
            Field::Risk => &["high", "medium_high"],
            // Every flag calls for more.
            Field::Flags => return !clause.not && !clause.any_of.iter().any(String::is_empty),
            _ => return false,
        };
        !clause.not && clause.any_of.iter().all(|value| high.contains(&value.as_str()))
    };
    clauses.iter().any(risky)
}

/// Holds a draw against its line; nothing: the line says neither a ratio nor a number. `base` is how many there are in scope, with
/// those who are left out; `least` is how many the rules raise a share of some stratum to. With `risk`, strata of risk may go
/// beyond, and do not count. A fraction of a target is given.
pub fn by_line(line: &Line, parts: &[Part], base: u64, least: u64, risk: bool) -> Option<ByLine> {
    let counted = || parts.iter().filter(|part| !(risk && part.of_risk));
    let share = |of: u64, ratio: u32| {
        let parts = u128::from(of) * u128::from(ratio);
        u64::try_from(parts.div_ceil(u128::from(WHOLE))).unwrap_or(u64::MAX)
    };
    let by_ratio = line.ratio.map(|ratio| {
        let each = counted().map(|part| share(part.size, ratio).max(least.min(part.size)));
        let apart: u64 = each.sum();
        apart.max(share(base, ratio))
    });
    let number = line.number.map(u64::from);
    let most = by_ratio.max(number)?;
    let whole = line.ratio.map(|ratio| {
        let parts = u128::from(base) * u128::from(ratio) / u128::from(WHOLE);
        u64::try_from(parts).unwrap_or(u64::MAX)
    });
    Some(ByLine {
        least: whole.or(number).unwrap_or(0),
        quota: counted().map(|part| part.quota).sum(),
        most,
        altogether: most.saturating_mul(rounds(&line.frequency)),
    })
}

/// How many times a year the words of a line say that it is drawn.
fn rounds(frequency: &str) -> u64 {
    let times = read_frequency(frequency).times();
    let a_year = times.and_then(|said| {
        let times = said.times.max.or(said.times.min)?;
        let months = said.months.unwrap_or(12).clamp(1, 12);
        Some(u64::from(times) * u64::from(12 / months))
    });
    a_year.unwrap_or(1).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(ratio: Option<u32>, number: Option<u32>, frequency: &str) -> Line {
        Line {
            ratio,
            number,
            frequency: frequency.to_owned(),
            ..Line::default()
        }
    }

    const fn part(size: u64, quota: u64, of_risk: bool) -> Part {
        Part { size, quota, of_risk }
    }

    #[test]
    fn n_09_as_many_as_the_line_says_and_a_fraction_of_one_is_given() {
        for (said, parts, base, quota, most, why) in [
            (
                line(Some(500), None, ""),
                &[part(100, 5, false)][..],
                100,
                5,
                5,
                "5% of 100",
            ),
            (
                line(Some(100), None, ""),
                &[part(8_654, 87, false)],
                8_654,
                87,
                87,
                "86.54 may be rounded up",
            ),
            (
                line(Some(500), None, ""),
                &[part(90, 5, false)],
                100,
                5,
                5,
                "those who are left out belong to the base",
            ),
            (
                line(Some(100), None, ""),
                &[part(30, 1, false), part(40, 1, false)],
                70,
                2,
                2,
                "each stratum is rounded by itself",
            ),
            (
                line(None, Some(12), ""),
                &[part(100, 20, false)],
                100,
                20,
                12,
                "a number is a number",
            ),
            (
                line(Some(500), Some(12), ""),
                &[part(100, 12, false)],
                100,
                12,
                12,
                "of two that differ the larger one holds",
            ),
        ] {
            let found = by_line(&said, parts, base, 0, false).unwrap();
            assert_eq!((found.quota, found.most), (quota, most), "{why}");
        }
        let whole = by_line(
            &line(Some(2_000), None, ""),
            &[part(62, 28, false)],
            141,
            0,
            false,
        );
        assert_eq!(
            whole.map(|found| (found.least, found.most)),
            Some((28, 29)),
            "28.2 is 28 or 29: neither is fewer than was planned"
        );
        assert_eq!(
            by_line(&line(None, None, ""), &[part(9, 9, false)], 9, 0, false),
            None,
            "a line that says nothing bounds nothing"
        );
    }

    #[test]
    fn n_05_of_targets_of_risk_more_may_be_drawn_where_a_reason_stands() {
        let parts = [part(10, 10, true), part(90, 5, false)];
        let said = line(Some(500), None, "");
        let plain = by_line(&said, &parts, 100, 0, false).unwrap();
        assert_eq!((plain.quota, plain.most), (15, 6), "without one they count");
        let coded = by_line(&said, &parts, 100, 0, true).unwrap();
        assert_eq!(
            (coded.quota, coded.most),
            (5, 5),
            "with one the others still keep to the line"
        );
    }

    #[test]
    fn n_01_what_is_drawn_twice_a_year_may_be_twice_as_many_altogether() {
        for (words, altogether) in [("每年1次", 5), ("每年2次", 10), ("每季度1次", 20), ("适时", 5)]
        {
            let found = by_line(
                &line(Some(500), None, words),
                &[part(100, 5, false)],
                100,
                0,
                false,
            );
            assert_eq!(found.unwrap().altogether, altogether, "{words}");
        }
    }

    #[test]
    fn n_08_conditions_that_pick_out_risk() {
        let clause = |field, values: &[&str], not| Clause {
            field,
            any_of: values.iter().map(|value| (*value).to_owned()).collect(),
            not,
        };
        for (clauses, of_risk, why) in [
            (vec![clause(Field::Credit, &["poor"], false)], true, "poor credit"),
            (
                vec![clause(Field::Credit, &["poor", "good"], false)],
                false,
                "good credit calls for nothing",
            ),
            (
                vec![clause(Field::Risk, &["high", "medium_high"], false)],
                true,
                "high risk",
            ),
            (
                vec![clause(Field::Flags, &["blacklist"], false)],
                true,
                "N-08: the blacklist",
            ),
            (
                vec![clause(Field::Flags, &["blacklist"], true)],
                false,
                "everybody who is not on it",
            ),
            (
                vec![clause(Field::Township, &["城关镇"], false)],
                false,
                "a place",
            ),
            (vec![], false, "everybody else"),
        ] {
            assert_eq!(is_of_risk(&clauses), of_risk, "{why}");
        }
    }
}
