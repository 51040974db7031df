//! Who stays away from whom, and until when.

use std::collections::BTreeMap;

use super::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn known<'a>(conflicts: &'a [Conflict<'a>], visits: &'a [PastVisit], requests: &'a [Request]) -> Known<'a> {
    Known {
        from: day("2026-09-01"),
        to: day("2026-09-30"),
        conflicts,
        rotation_months: 6,
        visits,
        requests,
    }
}

#[test]
fn a_06_a_conflict_counts_if_it_holds_on_any_day_of_the_visits() {
    for (since, until, stays_away, why) in [
        (None, None, true, "nobody says since when or until when: it holds"),
        (
            None,
            Some("2026-08-31"),
            false,
            "it ended the day before the first",
        ),
        (None, Some("2026-09-01"), true, "on the first day it still held"),
        (Some("2026-09-30"), None, true, "on the last day it begins"),
        (Some("2026-10-01"), None, false, "it begins when all is over"),
        (Some("2026-09-10"), Some("2026-09-11"), true, "two days within"),
        (Some("2020-01-01"), Some("2025-12-31"), false, "long ago"),
    ] {
        let conflicts = [Conflict {
            inspector: 3,
            target: 7,
            relation: "亲属任职",
            since: since.map(day),
            until: until.map(day),
        }];
        let found = recusals(&known(&conflicts, &[], &[]));
        assert_eq!(
            found.pairs.len() == 1,
            stays_away,
            "{since:?} to {until:?}: {why}"
        );
    }
}

#[test]
fn whoever_was_there_not_long_ago_stays_away() {
    for (visited, months, last, why) in [
        (
            &["2026-03-01"][..],
            6,
            Some("2026-03-01"),
            "six months to the day",
        ),
        (&["2026-02-28"], 6, None, "a day more than six months"),
        (&["2026-02-28"], 7, Some("2026-02-28"), "but less than seven"),
        (
            &["2026-04-01", "2026-08-31", "2026-05-05"],
            6,
            Some("2026-08-31"),
            "the last time is told",
        ),
        (
            &["2026-09-01"],
            6,
            None,
            "within these very visits is not before them",
        ),
        (&["2027-01-01"], 6, None, "nor is what comes later"),
        (&["2026-08-31"], 0, None, "the profile does not rotate"),
        (
            &["0001-01-01"],
            999_999,
            Some("0001-01-01"),
            "for ever is for ever",
        ),
    ] {
        let visit = |on: &&str| PastVisit {
            inspector: 0,
            target: 0,
            day: day(on),
        };
        let visits: Vec<_> = visited.iter().map(visit).collect();
        let asked = Known {
            rotation_months: months,
            ..known(&[], &visits, &[])
        };
        let reasons: Vec<_> = recusals(&asked)
            .pairs
            .into_iter()
            .flat_map(|p| p.reasons)
            .collect();
        let expected: Vec<_> = last
            .map(|on| Reason::Rotation { last: day(on) })
            .into_iter()
            .collect();
        assert_eq!(reasons, expected, "{visited:?}, {months} months: {why}");
    }
    assert_eq!(
        months_before(day("2026-08-31"), 6),
        Some(day("2026-02-28")),
        "February has no 31st"
    );
}

#[test]
fn a_06_a_request_counts_once_the_head_of_the_office_has_granted_it() {
    let request = |inspector, target, decision| Request {
        inspector,
        target,
        decision,
    };
    let requests = [
        request(1, 1, Decision::Granted),
        request(2, 1, Decision::Refused),
        request(3, 1, Decision::Open),
        request(3, 1, Decision::Open),
        request(1, 1, Decision::Open),
    ];
    let found = recusals(&known(&[], &[], &requests));
    assert_eq!(
        found.pairs,
        [Pair {
            inspector: 1,
            target: 1,
            reasons: vec![Reason::Request],
        }],
        "asking alone keeps nobody away"
    );
    assert_eq!(
        found.undecided,
        [(3, 1)],
        "but it is told, once; of those who are kept apart already nothing is left to decide"
    );
}

#[test]
fn each_pair_stands_once_with_all_its_reasons() {
    let conflict = |inspector, target, relation| Conflict {
        inspector,
        target,
        relation,
        since: None,
        until: None,
    };
    let conflicts = [
        conflict(9, 0, "持股"),
        conflict(2, 5, "持股"),
        conflict(2, 5, "亲属任职"),
        conflict(2, 5, "持股"),
    ];
    let visits = [PastVisit {
        inspector: 2,
        target: 5,
        day: day("2026-08-01"),
    }];
    let requests = [Request {
        inspector: 2,
        target: 5,
        decision: Decision::Granted,
    }];
    let found = recusals(&known(&conflicts, &visits, &requests));
    let places: Vec<_> = found.pairs.iter().map(|p| (p.target, p.inspector)).collect();
    assert_eq!(places, [(0, 9), (5, 2)], "by target, whatever order they came in");
    let relation = |relation| Reason::Conflict {
        relation,
        since: None,
        until: None,
    };
    assert_eq!(
        found.pairs[1].reasons,
        [
            relation("亲属任职"),
            relation("持股"),
            Reason::Request,
            Reason::Rotation {
                last: day("2026-08-01"),
            },
        ],
        "what is dropped with the rotation leaves the rest"
    );
    assert!(
        !found.pairs[1].is_rotation_alone(),
        "so without rotation they still stay apart"
    );
}

#[test]
fn of_many_none_is_lost_and_none_invented() {
    let dice = &mut crate::crew::sample::Dice::new(4);
    for round in 0..60 {
        let (inspectors, targets) = (1 + dice.below(500), 1 + dice.below(5_000));
        let visits: Vec<_> = (0..2_000)
            .map(|_| PastVisit {
                inspector: dice.below(inspectors),
                target: dice.below(targets),
                day: day("2026-02-20")
                    .plus(i32::try_from(dice.below(220)).unwrap())
                    .unwrap(),
            })
            .collect();
        let mut naive: BTreeMap<(usize, usize), Day> = BTreeMap::new();
        for visit in &visits {
            if visit.day >= day("2026-03-01") && visit.day < day("2026-09-01") {
                let last = naive.entry((visit.target, visit.inspector)).or_insert(visit.day);
                *last = visit.day.max(*last);
            }
        }
        let naive: Vec<_> = naive
            .into_iter()
            .map(|((target, inspector), last)| Pair {
                inspector,
                target,
                reasons: vec![Reason::Rotation { last }],
            })
            .collect();
        assert_eq!(recusals(&known(&[], &visits, &[])).pairs, naive, "round {round}");
    }
}
