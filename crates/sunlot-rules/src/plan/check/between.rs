//! What two lines of one plan have to do with each other (N-10, N-13).

use std::collections::BTreeMap;

use crate::plan::line::Line;
use crate::roster::name;

/// What is worth looking at between two lines, named by their places from 0; the first is the earlier one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Between {
    /// They have the same number: nobody can say which is meant.
    PositionTwice(usize, usize),
    /// The same item for the same targets in common months: it is planned twice.
    ItemTwice(usize, usize, String),
    /// Other items for the same targets in common months: one visit would do for both (N-13).
    OneVisit(usize, usize),
}

/// Everything that is worth looking at between the lines of a plan, by their places.
pub fn between(lines: &[Line]) -> Vec<Between> {
    let mut found = Vec::new();
    let mut positions: BTreeMap<u32, usize> = BTreeMap::new();
    let mut scopes: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (place, line) in lines.iter().enumerate() {
        match positions.get(&line.position) {
            Some(first) => found.push(Between::PositionTwice(*first, place)),
            None => {
                positions.insert(line.position, place);
            }
        }
        let scope = name::key(&line.scope) + "/" + &name::key(&line.condition);
        if !line.scope.trim().is_empty() {
            scopes.entry(scope).or_default().push(place);
        }
    }
    for places in scopes.values() {
        for (index, one) in places.iter().enumerate() {
            for other in places.iter().skip(index + 1) {
                found.extend(pair(lines, *one, *other));
            }
        }
    }
    found.sort_unstable();
    found
}

/// Lines for the same targets; without months nobody knows whether they meet.
fn pair(lines: &[Line], one: usize, other: usize) -> Vec<Between> {
    let Some((first, second)) = lines.get(one).zip(lines.get(other)) else {
        return Vec::new();
    };
    let meet = first.months.zip(second.months);
    if !meet.is_some_and(|(one, other)| one.overlap(other)) {
        return Vec::new();
    }
    let common = first.items.iter().filter(|item| second.items.contains(item));
    let twice: Vec<Between> = common
        .map(|item| Between::ItemTwice(one, other, item.clone()))
        .collect();
    if twice.is_empty() {
        vec![Between::OneVisit(one, other)]
    } else {
        twice
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Months;

    fn line(position: u32, item: &str, scope: &str, from: u8, to: u8) -> Line {
        Line {
            position,
            items: vec![item.to_owned()],
            scope: scope.to_owned(),
            months: Months::new(from, to),
            ..Line::default()
        }
    }

    #[test]
    fn n_13_lines_for_the_same_targets_in_the_same_months_are_told() {
        let stations = "全区加油站";
        for (second, expected, why) in [
            (
                line(2, "SX-02", "全区 加油站", 6, 9),
                vec![Between::OneVisit(0, 1)],
                "one visit for both",
            ),
            (
                line(2, "SX-01", stations, 6, 9),
                vec![Between::ItemTwice(0, 1, "SX-01".to_owned())],
                "the same thing twice",
            ),
            (line(2, "SX-02", stations, 7, 9), vec![], "no month in common"),
            (line(2, "SX-02", "粮食仓库", 3, 6), vec![], "other targets"),
            (line(2, "SX-02", "", 3, 6), vec![], "nobody knows which targets"),
            (
                line(1, "SX-02", "粮食仓库", 3, 6),
                vec![Between::PositionTwice(0, 1)],
                "two lines called one",
            ),
        ] {
            let lines = [line(1, "SX-01", stations, 3, 6), second];
            assert_eq!(between(&lines), expected, "{why}");
        }
        assert_eq!(between(&[]), [], "a plan without lines");
    }

    #[test]
    fn n_13_a_condition_parts_targets_that_a_scope_does_not() {
        let poor = Line {
            condition: "信用不良".to_owned(),
            ..line(2, "SX-01", "全区加油站", 3, 6)
        };
        let all = line(1, "SX-01", "全区加油站", 3, 6);
        assert_eq!(
            between(&[all, poor]),
            [],
            "whether they meet only the registry knows"
        );
    }
}
