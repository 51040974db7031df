//! When an item may be used, and what is worth looking at.

use super::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn law(from: &str, to: &str) -> Validity {
    Validity::new(Day::parse(from), Day::parse(to)).unwrap()
}

/// An item that nothing is wrong with.
fn good(bases: &[Validity]) -> Facts<'_> {
    Facts {
        bases,
        listed: true,
        example: false,
        ratio: "5%",
        frequency: "每年1次",
        authority: Some(RatioAuthority::Own),
        limits: Bounds { min: None, max: None },
        duty: true,
        check_points: 1,
        unit: true,
        person: true,
    }
}

fn unusable(bases: &[Validity], on: &str) -> Vec<Unusable> {
    good(bases).unusable(day(on))
}

#[test]
fn an_item_rests_on_a_law_in_force() {
    let law_of_2020 = law("2020-01-01", "2026-11-20");
    for (on, expected) in [
        ("2019-12-31", vec![Unusable::NotYetInForce]),
        ("2020-01-01", vec![]),
        ("2026-11-20", vec![]),
        ("2026-11-21", vec![Unusable::Lapsed]),
    ] {
        assert_eq!(unusable(&[law_of_2020], on), expected, "on {on}");
    }
    assert_eq!(
        unusable(&[], "2026-11-20"),
        [Unusable::NoBasis],
        "nobody inspects without a law"
    );
    assert_eq!(
        unusable(&[law("", "")], "2026-11-20"),
        [],
        "a law of which nothing is known holds until somebody says that it does not"
    );
}

#[test]
fn one_law_in_force_is_enough_and_of_none_the_next_one_counts() {
    let lapsed = law("2010-01-01", "2019-12-31");
    let coming = law("2027-01-01", "");
    let here = law("2020-01-01", "");
    assert_eq!(unusable(&[lapsed, here, coming], "2026-11-20"), [], "one holds");
    assert_eq!(
        unusable(&[lapsed, coming], "2026-11-20"),
        [Unusable::NotYetInForce],
        "somebody only has to wait"
    );
}

#[test]
fn a_starter_and_a_removed_item_are_not_used_whatever_their_law_says() {
    let bases = [law("2020-01-01", "")];
    let facts = Facts {
        listed: false,
        example: true,
        ..good(&bases)
    };
    assert_eq!(
        facts.unusable(day("2026-11-20")),
        [Unusable::Removed, Unusable::ExampleUnconfirmed],
        "both reasons are told"
    );
}

#[test]
fn a_law_cannot_end_before_it_begins() {
    let reversed = Validity::new(Day::parse("2026-01-02"), Day::parse("2026-01-01"));
    assert_eq!(reversed, None, "somebody mixed up two dates");
}

#[test]
fn a_law_that_ends_soon_is_worth_looking_at_and_one_that_ended_is_not_soon() {
    let soon = |to: &str| {
        good(&[law("2020-01-01", to)])
            .remarks(day("2026-11-20"))
            .contains(&Remark::LapsesSoon)
    };
    assert!(soon("2027-01-19"), "sixty days ahead");
    assert!(soon("2026-11-20"), "its last day");
    assert!(!soon("2027-01-20"), "sixty-one days ahead");
    assert!(
        !soon("2026-11-19"),
        "that one has ended: the item is not usable at all"
    );
    assert!(!soon(""), "it never ends");
}

#[test]
fn what_is_missing_is_told_and_an_item_that_is_whole_has_no_remarks() {
    let bases = [law("2020-01-01", "")];
    let on = day("2026-11-20");
    assert_eq!(good(&bases).remarks(on), [], "nothing is missing");
    let bare = Facts {
        ratio: "根据实际情况确定",
        frequency: "视情况",
        authority: None,
        duty: false,
        check_points: 0,
        unit: false,
        person: false,
        ..good(&bases)
    };
    assert_eq!(
        bare.remarks(on),
        [
            Remark::NoDuty,
            Remark::NoCheckPoint,
            Remark::RatioUnread,
            Remark::FrequencyUnread,
            Remark::NoAuthority,
            Remark::NoUnit,
            Remark::NoPerson
        ],
        "each of them"
    );
    let silent = Facts {
        ratio: "",
        frequency: "",
        ..good(&bases)
    };
    assert_eq!(
        silent.remarks(on),
        [],
        "nothing was written that could be misread"
    );
}

#[test]
fn a_ratio_that_the_office_above_did_not_allow_is_told() {
    let bases = [law("2020-01-01", "")];
    let limits = Bounds {
        min: Some(300),
        max: Some(500),
    };
    let told = |ratio: &str, authority, limits| {
        let facts = Facts {
            ratio,
            authority: Some(authority),
            limits,
            ..good(&bases)
        };
        facts.remarks(day("2026-11-20"))
    };
    let superior = RatioAuthority::Superior;
    assert_eq!(
        told("10%", superior, limits),
        [Remark::OutsideBounds],
        "more than was set"
    );
    assert_eq!(told("2%-4%", superior, limits), [Remark::OutsideBounds], "less");
    assert_eq!(told("3%-5%", superior, limits), [], "just that");
    assert_eq!(
        told("不低于3%", superior, limits),
        [],
        "the open end is for the plan to choose, within the bounds"
    );
    assert_eq!(
        told("10%", RatioAuthority::Own, limits),
        [],
        "what the office decides itself nobody bounds"
    );
    let none = Bounds { min: None, max: None };
    assert_eq!(
        told("5%", superior, none),
        [Remark::BoundsMissing],
        "the office above decides, and nothing says what"
    );
}

#[test]
fn a_ratio_beside_how_often_is_read() {
    let reading = read_ratio("每年1次20%；或者每年2次各10%");
    assert_eq!(
        reading.ratio(),
        Some(Bounds {
            min: Some(1_000),
            max: Some(2_000)
        }),
        "from the lesser to the greater"
    );
}
