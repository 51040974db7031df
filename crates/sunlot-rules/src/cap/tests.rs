//! The cap, read like an office's rules: given these visits, on this day, so many.

use super::*;
use crate::profile::Preset;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn visit(on: &str) -> VisitFact {
    VisitFact {
        id: 1,
        first: day(on),
        last: day(on),
        times: 1,
        told: false,
        counted: true,
        modes: vec![InspectionMode::Onsite],
        by: VisitBy::Own,
        case: false,
    }
}

fn counted(visits: &[VisitFact], profile: &RuleProfile) -> (u32, u32) {
    let count = count(visits, profile, day("2026-11-20"));
    (count.this_year, count.twelve_months)
}

#[test]
fn n_03_a_year_is_the_calendar_year_or_the_twelve_months_before() {
    let profile = RuleProfile::default();
    for (visits, expected, why) in [
        (vec![], (0, 0), "never visited"),
        (
            vec![visit("2026-03-05")],
            (1, 1),
            "this year is within twelve months",
        ),
        (
            vec![visit("2025-12-30")],
            (0, 1),
            "last December is another year and not yet twelve months ago",
        ),
        (vec![visit("2025-11-20")], (0, 0), "a year ago to the day is over"),
        (vec![visit("2025-11-21")], (0, 1), "a day later is not"),
        (
            vec![visit("2026-11-20")],
            (1, 1),
            "the day itself belongs to both",
        ),
        (
            vec![visit("2026-12-01")],
            (0, 0),
            "what lies after the day has not taken place",
        ),
    ] {
        assert_eq!(counted(&visits, &profile), expected, "{why}");
    }
}

#[test]
fn what_a_roster_told_and_what_is_known_are_the_same_visits() {
    let profile = RuleProfile::default();
    let told = |times| VisitFact {
        first: day("2026-01-01"),
        last: day("2026-12-31"),
        times,
        told: true,
        ..visit("2026-01-01")
    };
    for (visits, expected, why) in [
        (vec![told(2)], (2, 2), "a roster's count alone"),
        (
            vec![visit("2026-03-05"), told(1)],
            (1, 1),
            "one known, and the roster says one: the same",
        ),
        (
            vec![visit("2026-03-05"), told(2)],
            (2, 2),
            "the roster knows of one more",
        ),
        (
            vec![visit("2026-03-05"), visit("2026-04-05"), told(1)],
            (2, 2),
            "we know of one more",
        ),
    ] {
        assert_eq!(counted(&visits, &profile), expected, "{why}");
    }
    let month = VisitFact {
        first: day("2025-11-01"),
        last: day("2025-11-30"),
        ..visit("2025-11-01")
    };
    assert_eq!(
        counted(&[month], &profile),
        (0, 1),
        "known by its month alone, it is taken to have been late in it: nobody is visited too often for want of a day"
    );
}

#[test]
fn requirements_1_16_3_what_counts_as_a_visit_is_the_profiles() {
    use InspectionMode::{Document, Onsite};
    let general = RuleProfile::default();
    let dawa = Preset::Dawa.profile();
    let onsite_only = RuleProfile {
        counted_modes: vec![Onsite],
        ..RuleProfile::default()
    };
    let alone = RuleProfile {
        count_other_depts: false,
        ..RuleProfile::default()
    };
    let with_cases = RuleProfile {
        count_cases: true,
        ..RuleProfile::default()
    };
    let with = |modes: &[InspectionMode], by| VisitFact {
        modes: modes.to_vec(),
        by,
        ..visit("2026-03-05")
    };
    for (profile, visit, expected, why) in [
        (
            &general,
            with(&[Document], VisitBy::Own),
            true,
            "documents count where nothing else is said",
        ),
        (
            &onsite_only,
            with(&[Document], VisitBy::Own),
            false,
            "and not where only being on site does",
        ),
        (
            &onsite_only,
            with(&[Document, Onsite], VisitBy::Own),
            true,
            "somebody was on site all the same",
        ),
        (
            &onsite_only,
            with(&[], VisitBy::Own),
            true,
            "of what nobody wrote down how, it is assumed that somebody came",
        ),
        (
            &general,
            with(&[Onsite], VisitBy::Superior),
            true,
            "the enterprise had to open its door",
        ),
        (
            &dawa,
            with(&[Onsite], VisitBy::Superior),
            false,
            "N-06: what an office above orders follows its own rules",
        ),
        (
            &general,
            VisitFact {
                case: true,
                ..with(&[Onsite], VisitBy::Own)
            },
            false,
            "N-07: a complaint is looked into, and nobody was drawn for it",
        ),
        (
            &with_cases,
            VisitFact {
                case: true,
                ..with(&[Onsite], VisitBy::Own)
            },
            true,
            "where the office counts cases too (54 of 2024)",
        ),
        (
            &alone,
            with(&[Onsite], VisitBy::OtherDept),
            false,
            "each department counts for itself there",
        ),
        (
            &general,
            VisitFact {
                counted: false,
                ..with(&[Onsite], VisitBy::Own)
            },
            false,
            "it was recorded as one that does not count",
        ),
    ] {
        assert_eq!(counts(&visit, profile), expected, "{why}");
    }
}

#[test]
fn only_the_coded_exceptions_let_somebody_in_above_the_cap() {
    let general = RuleProfile::default();
    let xushui = Preset::Xushui.profile();
    let xiping = Preset::Xiping.profile();
    let plain = CapCase {
        kind: Some(TargetKind::Enterprise),
        flags: &[],
        risk: Some(RiskLevel::MediumHigh),
        superior: " ",
        key_area: false,
    };
    let complaints = [TriggerFlag::ManyComplaints];
    for (profile, case, expected, why) in [
        (&general, plain, None, "an ordinary enterprise"),
        (
            &general,
            CapCase {
                flags: &complaints,
                ..plain
            },
            Some(CapException::RiskFlags(complaints.to_vec())),
            "N-05: many have complained",
        ),
        (
            &xiping,
            CapCase {
                flags: &complaints,
                ..plain
            },
            None,
            "N-08: this office names the blacklist alone",
        ),
        (
            &general,
            CapCase {
                risk: Some(RiskLevel::High),
                ..plain
            },
            Some(CapException::HighRisk),
            "F-03: a high level is looked at more often",
        ),
        (
            &general,
            CapCase {
                superior: "冀气发〔2026〕8号",
                ..plain
            },
            Some(CapException::Superior("冀气发〔2026〕8号".to_owned())),
            "N-06: ordered from above, with its number",
        ),
        (
            &xushui,
            CapCase {
                key_area: true,
                ..plain
            },
            Some(CapException::KeyArea),
            "N-04: the cap is for other fields",
        ),
        (
            &general,
            CapCase {
                key_area: true,
                ..plain
            },
            None,
            "and where the office caps all fields, a key one is no exception",
        ),
    ] {
        assert_eq!(exception(&case, profile), expected, "{why}");
    }
    let enterprises_only = RuleProfile {
        capped_kinds: vec![TargetKind::Enterprise],
        ..RuleProfile::default()
    };
    let product = CapCase {
        kind: Some(TargetKind::Product),
        ..plain
    };
    assert_eq!(
        exception(&product, &enterprises_only),
        Some(CapException::KindNotCapped),
        "a product is nobody's door"
    );
    let nobody_knows = CapCase { kind: None, ..plain };
    assert_eq!(
        exception(&nobody_knows, &enterprises_only),
        None,
        "of an unknown kind the stricter holds"
    );
}

#[test]
fn n_03_a_target_is_free_again_when_the_year_is_new_or_its_visits_are_a_year_old() {
    let with = |period| RuleProfile {
        cap_period: period,
        ..RuleProfile::default()
    };
    let (calendar, rolling) = (with(CapPeriod::CalendarYear), with(CapPeriod::TwelveMonths));
    let twice = [visit("2026-03-05"), visit("2026-06-08")];
    let leap = [visit("2024-02-29"), visit("2024-05-01")];
    for (visits, profile, on, free, why) in [
        (
            &twice,
            &calendar,
            "2026-12-01",
            "2027-01-01",
            "a new year counts anew",
        ),
        (
            &twice,
            &rolling,
            "2026-12-01",
            "2027-03-05",
            "two of two: the first of them is a year old then",
        ),
        (
            &leap,
            &rolling,
            "2024-12-01",
            "2025-03-01",
            "a year after a day that the next year does not have",
        ),
    ] {
        let on = day(on);
        let found = free_from(visits, profile, on);
        assert_eq!(found, Some(day(free)), "{why}");
        let counted = |on| count(visits, profile, on).of(profile.cap_period);
        let before = day(free).plus(-1).unwrap();
        assert_eq!(
            (counted(before), counted(day(free)) < 2),
            (2, true),
            "not a day earlier: {why}"
        );
    }
    assert_eq!(
        within(CapPeriod::TwelveMonths, day("2026-12-01")),
        (day("2025-12-02"), day("2026-12-01")),
        "a visit a year ago to the day is outside"
    );
}
