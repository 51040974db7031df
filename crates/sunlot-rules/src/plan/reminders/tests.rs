//! What an office is reminded of, and when.

use super::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn told(known: &Known<'_>, today: &str) -> Vec<String> {
    let reminders = reminders(known, day(today));
    let told = reminders.iter().map(|reminder| {
        let what = match reminder.what {
            What::Plan { year, period, lacks } => {
                format!("{year} {} {}", period.name(), <&str>::from(lacks))
            }
            What::Report { year, period } => format!("{year} {} report", period.name()),
            What::Milestone(milestone) => format!("milestone {milestone}"),
        };
        format!("{what} {}", reminder.left)
    });
    told.collect()
}

/// All reports were handed in: the tests below look at something else.
const REPORTED: &[(u16, Period)] = &[
    (2025, Period::H1),
    (2025, Period::H2),
    (2026, Period::H1),
    (2026, Period::H2),
];

const HALVES: &[Period] = &[Period::H1, Period::H2];

#[test]
fn n_02_half_year_plans_are_called_for_at_the_beginning_of_january_and_of_july() {
    let known = Known {
        makes: HALVES,
        reported: REPORTED,
        ..Known::default()
    };
    for (today, expected, why) in [
        (
            "2025-12-10",
            &["2025 h2 drawn_up -153"][..],
            "a month and a day ahead: not yet",
        ),
        (
            "2025-12-11",
            &["2025 h2 drawn_up -154", "2026 h1 drawn_up 30"],
            "a month ahead",
        ),
        (
            "2026-01-01",
            &["2026 h1 drawn_up 9"],
            "the old year's plan helps nobody any more",
        ),
        ("2026-01-10", &["2026 h1 drawn_up 0"], "its day"),
        ("2026-01-11", &["2026 h1 drawn_up -1"], "a day late"),
        (
            "2026-06-10",
            &["2026 h1 drawn_up -151", "2026 h2 drawn_up 30"],
            "both",
        ),
        (
            "2026-07-01",
            &["2026 h2 drawn_up 9"],
            "the first half-year is over",
        ),
    ] {
        assert_eq!(told(&known, today), expected, "{today}: {why}");
    }
}

#[test]
fn n_01_the_years_plan_is_called_for_until_the_end_of_march_and_then_late() {
    let known = Known {
        makes: &[Period::Annual],
        plans: &[(2025, Period::Annual, State::Published)],
        reported: REPORTED,
        ..Known::default()
    };
    for (today, expected) in [
        ("2026-02-28", &[][..]),
        ("2026-03-01", &["2026 annual drawn_up 30"]),
        ("2026-03-31", &["2026 annual drawn_up 0"]),
        ("2026-12-31", &["2026 annual drawn_up -275"]),
        ("2027-01-01", &[]),
    ] {
        assert_eq!(told(&known, today), expected, "{today}: rules 2.4");
    }
}

#[test]
fn n_02_a_year_that_is_planned_as_a_whole_wants_no_plans_of_its_halves() {
    let known = Known {
        makes: Period::ALL,
        plans: &[
            (2026, Period::Annual, State::Published),
            (2027, Period::H1, State::Published),
        ],
        reported: REPORTED,
        ..Known::default()
    };
    for (today, expected, why) in [
        ("2026-11-20", &[][..], "the plan of 2026 is its second half's too"),
        (
            "2027-03-20",
            &[],
            "and 2027 goes by halves: of the whole year there is none",
        ),
        (
            "2027-06-20",
            &["2027 h2 drawn_up 20", "2027 h1 report 10"],
            "whose second one is due",
        ),
    ] {
        let mut told = told(&known, today);
        let mut expected = expected.to_vec();
        told.sort_unstable();
        expected.sort_unstable();
        assert_eq!(told, expected, "{today}: {why}");
    }
}

#[test]
fn n_02_of_a_plan_its_next_step_is_called_for_and_no_other() {
    for (plans, expected, why) in [
        (&[][..], &["2026 h1 drawn_up 5"][..], "there is none"),
        (
            &[(2026, Period::H1, State::Draft)],
            &["2026 h1 approved 5"],
            "a draft",
        ),
        (
            &[(2026, Period::H1, State::Approved)],
            &["2026 h1 submitted 5"],
            "N-02: hand it in",
        ),
        (
            &[(2026, Period::H1, State::Submitted)],
            &["2026 h1 published 5"],
            "nobody can read it",
        ),
        (&[(2026, Period::H1, State::Published)], &[], "all is done"),
        (
            &[
                (2026, Period::H1, State::Draft),
                (2026, Period::H1, State::Submitted),
            ],
            &["2026 h1 published 5"],
            "the second draft is somebody's try",
        ),
        (
            &[(2025, Period::H1, State::Published)],
            &["2026 h1 drawn_up 5"],
            "last year's does not help",
        ),
        (
            &[(2026, Period::H2, State::Published)],
            &["2026 h1 drawn_up 5"],
            "nor does the other half's",
        ),
    ] {
        let known = Known {
            makes: HALVES,
            plans,
            reported: REPORTED,
            ..Known::default()
        };
        assert_eq!(told(&known, "2026-01-05"), expected, "{why}");
    }
    let none = Known {
        reported: REPORTED,
        ..Known::default()
    };
    assert_eq!(
        told(&none, "2026-01-05"),
        [""; 0],
        "an office that makes no such plan misses none"
    );
}

#[test]
fn z_03_reports_are_called_for_until_the_next_one_comes() {
    let known = Known {
        reported: &[(2025, Period::H2)],
        ..Known::default()
    };
    for (today, expected, why) in [
        ("2026-05-30", &[][..], "not yet"),
        ("2026-05-31", &["2026 h1 report 30"], "a month ahead"),
        ("2026-07-01", &["2026 h1 report -1"], "a day late"),
        ("2026-11-30", &["2026 h1 report -153"], "still missing"),
        ("2026-12-01", &["2026 h2 report 30"], "now the next one counts"),
        ("2027-01-15", &["2026 h2 report -15"], "over the turn of the year"),
    ] {
        assert_eq!(told(&known, today), expected, "{today}: {why}");
    }
}

#[test]
fn r_04_milestones_are_called_for_until_they_are_done() {
    let known = Known {
        reported: REPORTED,
        milestones: &[
            (3, day("2026-10-10")),
            (1, day("2026-10-10")),
            (2, day("2026-12-31")),
            (1, day("2026-10-10")),
        ],
        ..Known::default()
    };
    for (today, expected, why) in [
        ("2026-09-09", &[][..], "Z-12: nothing before its time"),
        (
            "2026-09-10",
            &["milestone 1 30", "milestone 3 30"],
            "each once, in their order",
        ),
        (
            "2026-12-01",
            &["milestone 1 -52", "milestone 3 -52", "milestone 2 30"],
            "what is late does not go away by itself",
        ),
    ] {
        assert_eq!(told(&known, today), expected, "{today}: {why}");
    }
}

#[test]
fn at_the_ends_of_the_calendar_nothing_falls() {
    for today in ["0001-01-01", "9999-12-31"] {
        let known = Known {
            makes: Period::ALL,
            ..Known::default()
        };
        let reminders = reminders(&known, day(today));
        assert!(
            reminders.iter().all(|one| one.left <= AHEAD),
            "{today}: nothing before its time"
        );
    }
}
