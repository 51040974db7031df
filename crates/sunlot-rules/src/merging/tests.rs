//! One target, one visit: as the documents ask for it.

use super::*;
use crate::profile::CapPeriod;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// Due in 2026, between two days as `05-01`.
fn due<'d>(target: &'d str, items: &'d [&'d str], from: &str, to: &str) -> Due<'d> {
    Due {
        target,
        items,
        lead_dept: "执法科",
        from: day(&format!("2026-{from}")),
        to: day(&format!("2026-{to}")),
        merge_group: "",
        is_key: false,
    }
}

/// Target, items, days and due visits of each visit.
fn told(merging: &Merging<'_>) -> Vec<String> {
    let visit = |visit: &Merged<'_>| {
        let tasks: Vec<String> = visit.from_tasks.iter().map(usize::to_string).collect();
        format!(
            "{} {} {}…{} ({})",
            visit.target,
            visit.items.join("+"),
            &visit.from.to_string()[5..],
            &visit.to.to_string()[5..],
            tasks.join(",")
        )
    };
    merging.visits.iter().map(visit).collect()
}

#[test]
fn n_13_a_target_due_for_several_items_is_visited_once_with_one_sheet() {
    let all = [
        due("乙", &["SX-02"], "04-01", "06-30"),
        due("甲", &["SX-01", "SX-02"], "03-01", "05-31"),
        due("甲", &["SX-02", "SX-03"], "05-01", "06-30"),
    ];
    let merging = merge(&all);
    assert_eq!(
        told(&merging),
        [
            "乙 SX-02 04-01…06-30 (0)",
            "甲 SX-01+SX-02+SX-03 05-01…05-31 (1,2)"
        ],
        "each item once, on days that suit both tasks"
    );
    assert_eq!(merging.separate, [], "nothing stays apart");
}

#[test]
fn n_13_where_no_day_suits_both_they_stay_two_and_the_reason_is_told() {
    let all = [
        due("甲", &["SX-01"], "03-01", "03-31"),
        due("甲", &["SX-02"], "04-01", "04-30"),
    ];
    let merging = merge(&all);
    assert_eq!(
        told(&merging),
        ["甲 SX-01 03-01…03-31 (0)", "甲 SX-02 04-01…04-30 (1)"],
        "the last of March is not the first of April"
    );
    assert_eq!(
        merging.separate,
        [Separate {
            task: 1,
            with: 0,
            reason: Apart::NoCommonDay,
        }],
        "somebody may move a window"
    );
    let touching = [
        due("甲", &["SX-01"], "03-01", "04-01"),
        due("甲", &["SX-02"], "04-01", "04-30"),
    ];
    assert_eq!(
        told(&merge(&touching)),
        ["甲 SX-01+SX-02 04-01…04-01 (0,1)"],
        "one common day is enough"
    );
}

#[test]
fn n_13_a_chain_of_windows_becomes_as_few_visits_as_can_be() {
    let all = [
        due("甲", &["SX-01"], "03-01", "04-15"),
        due("甲", &["SX-02"], "04-01", "05-15"),
        due("甲", &["SX-03"], "05-01", "06-15"),
    ];
    let merging = merge(&all);
    assert_eq!(
        told(&merging),
        ["甲 SX-01+SX-02 04-01…04-15 (0,1)", "甲 SX-03 05-01…06-15 (2)"],
        "no day suits all three"
    );
    assert_eq!(
        merging.separate,
        [Separate {
            task: 2,
            with: 1,
            reason: Apart::NoCommonDayForAll,
        }],
        "the third could have gone with the second, but not with both"
    );
}

#[test]
fn l_15_what_is_of_one_group_goes_together_first() {
    let grouped = |items, from, to| Due {
        merge_group: "粮食流通",
        ..due("甲", items, from, to)
    };
    let all = [
        due("甲", &["SX-01"], "03-01", "03-31"),
        grouped(&["SX-02"], "03-15", "05-31"),
        grouped(&["SX-03"], "05-01", "06-30"),
    ];
    let merging = merge(&all);
    assert_eq!(
        told(&merging),
        ["甲 SX-01 03-01…03-31 (0)", "甲 SX-02+SX-03 05-01…05-31 (1,2)"],
        "without the group the first two would have gone together"
    );
    assert_eq!(
        merging.separate,
        [
            Separate {
                task: 1,
                with: 0,
                reason: Apart::NoCommonDayForAll,
            },
            Separate {
                task: 2,
                with: 0,
                reason: Apart::NoCommonDay,
            }
        ],
        "the second could have, but not with its group"
    );
}

#[test]
fn n_12_the_department_of_the_key_item_leads_the_common_visit() {
    let key = Due {
        lead_dept: "应急管理局",
        is_key: true,
        ..due("甲", &["SX-02"], "03-01", "03-31")
    };
    let all = [
        due("甲", &["SX-01"], "03-01", "03-31"),
        key,
        due("甲", &["SX-03"], "03-01", "03-31"),
    ];
    let merging = merge(&all);
    assert_eq!(
        merging.visits[0].depts,
        ["应急管理局", "执法科"],
        "each once, the leading one first"
    );
    assert!(merging.visits[0].is_key, "a key item is among them");
    let general = merge(&all[..1]);
    assert_eq!(general.visits[0].depts, ["执法科"], "alone it leads itself");
    assert!(!general.visits[0].is_key, "and is no key one");
}

#[test]
fn a_window_that_ends_before_it_begins_makes_no_visit() {
    let all = [
        due("甲", &["SX-01"], "03-31", "03-01"),
        due("甲", &["SX-02"], "03-01", "03-31"),
    ];
    let merging = merge(&all);
    assert_eq!(told(&merging), ["甲 SX-02 03-01…03-31 (1)"], "the other one does");
    assert_eq!(merging.impossible, [0], "and it is told");
    assert_eq!(merge(&[]), Merging::default(), "nothing due, nothing to do");
}

#[test]
fn n_13_the_order_in_which_due_visits_come_changes_no_visit() {
    let all = [
        due("甲", &["SX-01"], "03-01", "04-15"),
        due("甲", &["SX-02"], "04-01", "05-15"),
        due("甲", &["SX-03"], "05-01", "06-15"),
        due("乙", &["SX-01"], "03-01", "04-15"),
    ];
    let mut reversed = all.to_vec();
    reversed.reverse();
    let days = |merging: &Merging<'_>| {
        let visits = merging.visits.iter();
        visits
            .map(|visit| (visit.target.to_owned(), visit.from, visit.to))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        days(&merge(&all)),
        days(&merge(&reversed)),
        "only the order of the items"
    );
}

fn again(all: &[Due<'_>], made: &[(&str, Day)], year: CapPeriod) -> Vec<(usize, Vec<Earlier>)> {
    let merging = merge(all);
    let again = second_visits(&merging.visits, made, year);
    again
        .into_iter()
        .map(|again| (again.visit, again.earlier))
        .collect()
}

#[test]
fn c_01_a_second_visit_within_the_year_is_told_with_the_first_one() {
    let all = [due("甲", &["SX-01"], "03-10", "03-31")];
    for (made, calendar, twelve, why) in [
        ("2026-01-05", true, true, "this year"),
        ("2025-12-31", false, true, "last year, but not a year ago"),
        (
            "2025-03-11",
            false,
            true,
            "a year less a day before the first day",
        ),
        ("2025-03-10", false, false, "a year before"),
        ("2026-03-31", true, true, "while it is due"),
        (
            "2026-11-01",
            true,
            false,
            "later in the year: then this one would be the first",
        ),
        ("2027-01-01", false, false, "next year"),
    ] {
        let made = day(made);
        for (year, expected) in [
            (CapPeriod::CalendarYear, calendar),
            (CapPeriod::TwelveMonths, twelve),
        ] {
            let told = again(&all, &[("甲", made), ("乙", day("2026-03-15"))], year);
            let wanted = vec![(0, vec![Earlier::Made(made)])];
            assert_eq!(
                told,
                if expected { wanted } else { Vec::new() },
                "{made} {year:?}: {why}"
            );
        }
    }
}

#[test]
fn n_13_of_two_that_are_due_the_later_one_is_the_second() {
    let all = [
        due("甲", &["SX-01"], "03-01", "03-31"),
        due("甲", &["SX-02"], "09-01", "09-30"),
        due("乙", &["SX-02"], "09-01", "09-30"),
    ];
    // By target: the one that is due once stands first.
    assert_eq!(
        again(&all, &[], CapPeriod::CalendarYear),
        [(
            2,
            vec![Earlier::Due {
                visit: 1,
                from: day("2026-03-01"),
                to: day("2026-03-31"),
            }]
        )],
        "only the one in September, and it says which is before it"
    );
}

#[test]
fn n_13_a_hundred_thousand_due_visits_are_put_together_at_once() {
    let names: Vec<String> = (0..25_000).map(|number| format!("DX-{number:06}")).collect();
    let windows = [
        ("03-01", "05-31"),
        ("05-01", "06-30"),
        ("05-15", "05-20"),
        ("09-01", "09-30"),
    ];
    let all: Vec<Due<'_>> = windows
        .iter()
        .flat_map(|(from, to)| names.iter().map(|name| due(name, &["SX-01"], from, to)))
        .collect();
    let merging = merge(&all);
    assert_eq!(merging.visits.len(), 50_000, "three of four have common days");
    assert_eq!(merging.separate.len(), 25_000, "the fourth has none");
    let again = second_visits(&merging.visits, &[], CapPeriod::CalendarYear);
    assert_eq!(again.len(), 25_000, "and is the second in the year");
}
