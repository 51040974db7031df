//! Who is in the pool, and who is left out for what.

use super::*;

#[test]
fn n_03_a_third_visit_within_the_year_is_not_drawn() {
    let mut sample = Sample::new();
    for days in [
        &["2026-03-05", "2026-06-08"][..],
        &["2026-03-05"],
        &["2025-12-05", "2026-06-08"],
        &[],
    ] {
        let at = sample.target(&[]);
        sample.visited(at, days);
    }
    let asked = asked();
    for (at, expected, why) in [
        (
            0,
            Place::Excluded(Excluded::CapReached),
            "twice this year: a third would be too often",
        ),
        (1, Place::In(0), "once: a second may be"),
        (2, Place::In(0), "once this year; the other way of counting warns"),
        (3, Place::In(0), "never"),
    ] {
        assert_eq!(asked.place(&sample, at), expected, "{why}");
    }
    let pool = build(&sample.registry(), &asked.request());
    assert_eq!(
        pool.beside, 1,
        "requirements 1.16, 2: rolling twelve months warn and do not exclude"
    );
    assert_eq!(
        pool.visited_this_year, 2,
        "C-01: a visit to these would be one more this year"
    );
    let rolling = Asked {
        profile: RuleProfile {
            cap_period: crate::profile::CapPeriod::TwelveMonths,
            ..RuleProfile::default()
        },
        ..asked
    };
    assert_eq!(
        rolling.place(&sample, 2),
        Place::Excluded(Excluded::CapReached),
        "where the year is the twelve months before, last December still counts"
    );
    let none = Asked {
        profile: RuleProfile {
            annual_cap: 0,
            ..RuleProfile::default()
        },
        ..rolling
    };
    assert_eq!(
        none.place(&sample, 0),
        Place::In(0),
        "an office without a cap excludes nobody for it"
    );
}

#[test]
fn n_05_and_n_06_only_coded_exceptions_reach_above_the_cap_and_are_listed() {
    let mut sample = Sample::new();
    for _ in 0..3 {
        let at = sample.target(&[]);
        sample.visited(at, &["2026-03-05", "2026-06-08"]);
    }
    sample.flags[1] = bit(TriggerFlag::ManyComplaints);
    let ordinary = asked();
    let pool = build(&sample.registry(), &ordinary.request());
    assert_eq!(
        pool.exceptions,
        [(1, CapException::RiskFlags(vec![TriggerFlag::ManyComplaints]))],
        "N-05: many have complained about one of them, and the list says so"
    );
    assert_eq!(pool.size(), 1, "the others stay out");
    let ordered = Asked {
        superior: "冀气发〔2026〕8号".to_owned(),
        ..ordinary
    };
    assert_eq!(
        build(&sample.registry(), &ordered.request()).size(),
        3,
        "N-06: an office above ordered it, with a number"
    );
    let key = Asked {
        superior: String::new(),
        key_area: true,
        profile: Preset::Xushui.profile(),
        ..ordered
    };
    assert_eq!(
        build(&sample.registry(), &key.request()).size(),
        3,
        "N-04: in Xushui the cap is for other fields"
    );
}

#[test]
fn every_target_in_scope_is_in_one_stratum_or_left_out_with_its_reason() {
    let mut sample = Sample::new();
    let targets = [
        (vec![], Place::In(0), "nothing against it"),
        (
            vec![(Column::Status, "deregistered")],
            Place::Excluded(Excluded::Inactive),
            "it is no longer in business",
        ),
        (
            vec![(Column::Status, "unknown")],
            Place::Excluded(Excluded::Inactive),
            "nobody knows whether it is",
        ),
        (
            vec![(Column::Membership, "suspended")],
            Place::Excluded(Excluded::Suspended),
            "the registry has suspended it",
        ),
        (
            vec![(Column::Membership, "suspended"), (Column::Status, "revoked")],
            Place::Excluded(Excluded::Suspended),
            "of two reasons the first is told in the list",
        ),
        (
            vec![(Column::Membership, "removed")],
            Place::Outside(Outside::Removed),
            "what was taken out is not in the registry",
        ),
        (
            vec![(Column::Township, "遂城镇")],
            Place::Outside(Outside::Clause(0)),
            "D-08: the plan is for Ansu alone",
        ),
    ];
    for (said, _, _) in &targets {
        let mut said = said.clone();
        if !said.iter().any(|(column, _)| *column == Column::Township) {
            said.push((Column::Township, "安肃镇"));
        }
        sample.target(&said);
    }
    let asked = Asked {
        scope: vec![Clause::any(Field::Township, &["安肃镇"])],
        ..asked()
    };
    let pool = build(&sample.registry(), &asked.request());
    for (at, (_, expected, why)) in targets.iter().enumerate() {
        assert_eq!(pool.places[at], *expected, "{why}");
    }
    assert_eq!(
        (pool.size(), pool.excluded.len(), pool.in_scope()),
        (1, 4, 5),
        "the pool and the exclusions are the scope"
    );
    assert_eq!(
        pool.outside.values().sum::<u64>(),
        2,
        "the others are counted beside the scope's rule"
    );
    let explained = explain(&sample.registry(), &asked.request(), 4);
    assert_eq!(
        explained.reasons,
        [Excluded::Suspended, Excluded::Inactive],
        "whoever asks about one target is told every reason"
    );
}

#[test]
fn d_08_no_scope_reaches_beyond_what_the_items_are_for() {
    let mut sample = Sample::new();
    sample.target(&[(Column::Tags, "防雷,施工")]);
    sample.target(&[(Column::Tags, "防雷装置")]);
    sample.target(&[]);
    let asked = Asked {
        tags: vec!["防雷".to_owned(), "升放气球".to_owned()],
        ..asked()
    };
    for (at, expected, why) in [
        (0, Place::In(0), "one of its tags is one of the items'"),
        (
            1,
            Place::Outside(Outside::NotOfItems),
            "a tag is a whole word: another one that begins so is another field",
        ),
        (
            2,
            Place::Outside(Outside::NotOfItems),
            "without a tag nobody knows that it is meant",
        ),
    ] {
        assert_eq!(asked.place(&sample, at), expected, "{why}");
    }
}

#[test]
fn left_out_by_hand_or_visited_with_another_task() {
    let mut sample = Sample::new();
    for _ in 0..3 {
        sample.target(&[]);
    }
    sample.visited(2, &["2026-11-10"]);
    let asked = Asked {
        by_hand: BTreeMap::from([(0, 7)]),
        due: BTreeMap::from([(1, 3)]),
        profile: RuleProfile {
            visited_within_days: 10,
            ..RuleProfile::default()
        },
        ..asked()
    };
    for (at, expected, why) in [
        (
            0,
            Place::Excluded(Excluded::ByHand),
            "a decision with a basis keeps it out",
        ),
        (
            1,
            Place::Excluded(Excluded::Merged),
            "N-13: another task visits it in the same weeks",
        ),
        (
            2,
            Place::Excluded(Excluded::VisitedLately),
            "ten days ago is within ten days",
        ),
    ] {
        assert_eq!(asked.place(&sample, at), expected, "{why}");
    }
    let nine = Asked {
        profile: RuleProfile {
            visited_within_days: 9,
            ..RuleProfile::default()
        },
        ..asked
    };
    assert_eq!(nine.place(&sample, 2), Place::In(0), "and not within nine");
}

#[test]
fn who_was_taken_out_of_the_registry_still_shows_whether_the_scope_is_about_them() {
    let mut sample = Sample::new();
    let targets = [
        (vec![(Column::Township, "安肃镇")], true, "it is in scope"),
        (
            vec![(Column::Township, "安肃镇"), (Column::Membership, "removed")],
            true,
            "it would be, had nobody taken it out",
        ),
        (
            vec![(Column::Township, "遂城镇"), (Column::Membership, "removed")],
            false,
            "D-08: the scope was never about it",
        ),
        (
            vec![(Column::Township, "安肃镇"), (Column::Tags, "食品")],
            false,
            "N-09: nor are the items",
        ),
    ];
    for (said, _, _) in &targets {
        let mut said = said.clone();
        if !said.iter().any(|(column, _)| *column == Column::Tags) {
            said.push((Column::Tags, "粮食流通"));
        }
        sample.target(&said);
    }
    let asked = Asked {
        scope: vec![Clause::any(Field::Township, &["安肃镇"])],
        tags: vec!["粮食流通".to_owned()],
        ..asked()
    };
    for (at, (_, expected, why)) in targets.iter().enumerate() {
        assert_eq!(fits(&sample.registry(), &asked.request(), at), *expected, "{why}");
    }
}
