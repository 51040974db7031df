//! Parts of the pool: who falls into which, how many are drawn of each, and what an item allows.

use super::*;

#[test]
fn the_first_stratum_that_fits_takes_a_target_and_nobody_falls_through() {
    let mut sample = Sample::new();
    sample.target(&[(Column::Credit, "poor"), (Column::Risk, "high")]);
    sample.target(&[(Column::Credit, "fair"), (Column::Risk, "high")]);
    sample.target(&[(Column::Credit, "good")]);
    sample.target(&[]);
    sample.flags[2] = bit(TriggerFlag::Blacklist);
    let strata = vec![
        stratum(
            "甲类",
            vec![Clause::any(Field::Flags, &["blacklist"])],
            rate(5_000),
        ),
        stratum("乙类", vec![Clause::any(Field::Risk, &["high"])], rate(2_000)),
        stratum("丙类", vec![Clause::any(Field::Credit, &["poor", ""])], rate(500)),
        stratum("丁类", Vec::new(), rate(100)),
    ];
    let asked = Asked { strata, ..asked() };
    for (at, expected, why) in [
        (0, 1, "poor credit and high risk: the level stands first"),
        (1, 1, "high risk"),
        (2, 0, "N-08: on the blacklist, whatever its credit"),
        (3, 2, "an empty value can be asked for"),
    ] {
        assert_eq!(asked.place(&sample, at), Place::In(expected), "{why}");
    }
    let gap = Asked {
        strata: vec![stratum(
            "甲类",
            vec![Clause::any(Field::Risk, &["high"])],
            rate(100),
        )],
        ..asked
    };
    let pool = build(&sample.registry(), &gap.request());
    assert_eq!(pool.fallen, 2, "without a rest somebody falls through");
    assert!(
        check_strata(&gap.strata, &[]).contains(&(Some(0), StratumFault::NoRest)),
        "and that is said before anything is sealed"
    );
}

#[test]
fn the_table_comes_out_as_the_profile_rounds() {
    let with = |rounding, at_least| RuleProfile {
        rounding,
        at_least,
        ..RuleProfile::default()
    };
    for (size, share, rounding, at_least, quota, why) in [
        (
            8_654,
            100,
            Rounding::HalfUp,
            1,
            87,
            "Liaoning 2021: 1% of 8654 is 86.54",
        ),
        (8_654, 100, Rounding::Up, 1, 87, "up as well"),
        (8_654, 100, Rounding::Down, 1, 86, "and down it is one less"),
        (
            18,
            2_000,
            Rounding::Down,
            1,
            3,
            "Liaoning 2021: 20% of 18 is 3.6 and was drawn as 3",
        ),
        (18, 2_000, Rounding::HalfUp, 1, 4, "to the nearest it is 4"),
        (10, 300, Rounding::HalfUp, 0, 0, "0.3 of a target is none"),
        (
            10,
            300,
            Rounding::HalfUp,
            1,
            1,
            "but for offices that draw at least one",
        ),
        (0, 300, Rounding::Up, 1, 0, "of nobody nobody is drawn"),
        (1, 10_000, Rounding::Down, 1, 1, "all of one"),
        (2, 5_000, Rounding::HalfUp, 1, 1, "one of two"),
        (5, 0, Rounding::Up, 1, 0, "a share of nothing asks for nothing"),
    ] {
        let drawn = stratum("甲类", Vec::new(), rate(share)).drawn(size, &with(rounding, at_least));
        assert_eq!(drawn.quota, quota, "{size} × {share}: {why}");
    }
}

#[test]
fn as_many_stand_by_as_is_usual_and_never_more_than_there_are() {
    let profile = RuleProfile::default();
    for (size, quota, asked, reserve, why) in [
        (100, 10, None, 10, "as many as are drawn"),
        (100, 2, None, 5, "five at least"),
        (12, 10, None, 2, "no more than are left"),
        (10, 10, None, 0, "where all are drawn nobody is left"),
        (100, 10, Some(3), 3, "an office may ask for its own number"),
        (4, 3, Some(3), 1, "of which there may be fewer"),
        (100, 0, None, 0, "nobody is drawn, so nobody is replaced"),
    ] {
        let rule = StratumRule {
            reserve: asked,
            ..stratum("甲类", Vec::new(), Quota::Count { n: quota })
        };
        assert_eq!(
            rule.drawn(size, &profile).reserve,
            reserve,
            "{size}, {quota}: {why}"
        );
    }
    let without = RuleProfile {
        replacement: false,
        ..profile
    };
    let drawn = stratum("甲类", Vec::new(), Quota::Count { n: 10 }).drawn(100, &without);
    assert_eq!(drawn.reserve, 0, "where nobody is replaced nobody stands by");
}

#[test]
fn small_numbers_are_said_in_so_many_words() {
    let profile = RuleProfile::default();
    let exact = RuleProfile {
        at_least: 0,
        ..RuleProfile::default()
    };
    for (profile, quota, size, remark, why) in [
        (&profile, rate(500), 0, StratumRemark::Empty, "N = 0"),
        (
            &profile,
            rate(500),
            1,
            StratumRemark::Raised { to: 1 },
            "N = 1: 0.05 is lifted to one",
        ),
        (
            &profile,
            rate(500),
            1,
            StratumRemark::OrderOnly,
            "and one of one is no draw but an order",
        ),
        (
            &profile,
            Quota::Count { n: 1 },
            2,
            StratumRemark::Tiny,
            "one of two",
        ),
        (
            &exact,
            rate(300),
            10,
            StratumRemark::RoundsToNone,
            "ratio × N < 1",
        ),
        (
            &profile,
            Quota::Count { n: 5 },
            3,
            StratumRemark::AskedForMore { asked: 5 },
            "five of three",
        ),
        (
            &profile,
            Quota::All,
            40,
            StratumRemark::OrderOnly,
            "all of them: chance decides on the order",
        ),
    ] {
        let drawn = stratum("甲类", Vec::new(), quota).drawn(size, profile);
        assert!(drawn.remarks.contains(&remark), "{why}: {:?}", drawn.remarks);
    }
}

#[test]
fn what_is_wrong_with_strata_is_said_with_its_place() {
    let high = || vec![Clause::any(Field::Risk, &["high"])];
    let items = ["01".to_owned()];
    for (strata, place, fault, why) in [
        (vec![], None, StratumFault::None, "there must be one"),
        (
            vec![stratum("甲类", high(), rate(100))],
            Some(0),
            StratumFault::NoRest,
            "somebody could fall through",
        ),
        (
            vec![
                stratum("甲类", Vec::new(), rate(100)),
                stratum("乙类", Vec::new(), rate(100)),
            ],
            Some(0),
            StratumFault::Shadowed,
            "nobody would come to the second",
        ),
        (
            vec![stratum(" ", Vec::new(), rate(100))],
            Some(0),
            StratumFault::NoLabel,
            "it must be called something",
        ),
        (
            vec![stratum("信用不良企业", Vec::new(), rate(100))],
            Some(0),
            StratumFault::LabelTells {
                word: "不良".to_owned(),
            },
            "the room is not told what the office thinks of somebody",
        ),
        (
            vec![
                stratum("甲类", high(), rate(100)),
                stratum("甲类", Vec::new(), rate(100)),
            ],
            Some(1),
            StratumFault::LabelTwice,
            "nobody could tell them apart",
        ),
        (
            vec![stratum("甲类", Vec::new(), rate(10_001))],
            Some(0),
            StratumFault::ShareTooLarge,
            "more than all",
        ),
        (
            vec![stratum(
                "甲类",
                Vec::new(),
                Quota::Rate {
                    share: 100,
                    min: 5,
                    max: Some(3),
                },
            )],
            Some(0),
            StratumFault::BoundsCross,
            "at least five and at most three",
        ),
        (
            vec![
                stratum("甲类", vec![Clause::any(Field::Risk, &["huge"])], rate(100)),
                stratum("乙类", Vec::new(), rate(100)),
            ],
            Some(0),
            StratumFault::Clause {
                at: 0,
                fault: ClauseFault::NoChoice {
                    found: "huge".to_owned(),
                },
            },
            "there is no such level",
        ),
        (
            vec![StratumRule {
                items: vec!["09".to_owned()],
                ..stratum("甲类", Vec::new(), rate(100))
            }],
            Some(0),
            StratumFault::ItemUnknown {
                code: "09".to_owned(),
            },
            "the task has no such item",
        ),
    ] {
        assert!(
            check_strata(&strata, &items).contains(&(place, fault.clone())),
            "{why}: {:?} among {:?}",
            fault,
            check_strata(&strata, &items)
        );
    }
    for pattern in Pattern::ALL {
        let strata = pattern.strata(
            None,
            |at| format!("第{}组", key(at).unwrap()),
            |_, _| String::new(),
        );
        assert_eq!(
            check_strata(&strata, &items),
            [],
            "{pattern:?}: a ready pattern has no fault"
        );
    }
}

#[test]
fn n_09_what_is_ready_to_be_taken_over_begins_within_what_an_item_allows() {
    let item = |authority, class, min, max| ItemBounds {
        code: "01".to_owned(),
        class,
        authority,
        limits: Bounds { min, max },
    };
    let (own, superior) = (Some(RatioAuthority::Own), Some(RatioAuthority::Superior));
    let (general, key) = (Some(ItemClass::General), Some(ItemClass::Key));
    let shares = |pattern: Pattern, bounds: &ItemBounds| -> Vec<u32> {
        let strata = pattern.strata(Some(bounds), |at| at.to_string(), |_, _| String::new());
        let share = |rule: &StratumRule| match rule.quota {
            Quota::Rate { share, .. } => share,
            Quota::Count { .. } | Quota::All => 0,
        };
        strata.iter().map(share).collect()
    };
    for (pattern, bounds, expected, why) in [
        (
            Pattern::Whole,
            item(own, general, None, None),
            &[500][..],
            "nothing is asked for",
        ),
        (
            Pattern::Whole,
            item(own, general, Some(1_000), None),
            &[1_000],
            "at least a tenth",
        ),
        (
            Pattern::Credit,
            item(own, general, Some(300), None),
            &[2_000, 500, 300],
            "no stratum below the least",
        ),
        (
            Pattern::Credit,
            item(own, general, None, Some(300)),
            &[2_000, 300, 100],
            "N-05: of those of risk more may be drawn",
        ),
        (
            Pattern::Credit,
            item(superior, general, None, Some(300)),
            &[300, 300, 100],
            "but not beyond what an office above decided",
        ),
        (
            Pattern::Whole,
            item(own, key, None, Some(300)),
            &[500],
            "a key item has no upper end",
        ),
    ] {
        assert_eq!(
            shares(pattern, &bounds),
            expected,
            "{pattern:?} {bounds:?}: {why}"
        );
    }
}

#[test]
fn n_09_nothing_is_drawn_outside_of_what_an_item_allows() {
    let item = |authority, class, min, max| ItemBounds {
        code: "01".to_owned(),
        class,
        authority,
        limits: Bounds { min, max },
    };
    let (own, superior) = (Some(RatioAuthority::Own), Some(RatioAuthority::Superior));
    let (general, key) = (Some(ItemClass::General), Some(ItemClass::Key));
    let few = |quota, least| BoundFault::TooFew {
        code: "01".to_owned(),
        quota,
        least,
    };
    let many = |quota, most| BoundFault::TooMany {
        code: "01".to_owned(),
        quota,
        most,
    };
    for (item, base, quota, faults, why) in [
        (
            item(own, general, Some(300), Some(500)),
            100,
            4,
            vec![],
            "within 3 to 5%",
        ),
        (
            item(own, general, Some(300), Some(500)),
            100,
            2,
            vec![few(2, 3)],
            "fewer than 3%",
        ),
        (
            item(own, general, Some(300), Some(500)),
            100,
            6,
            vec![many(6, 5)],
            "more than 5%",
        ),
        (
            item(own, general, None, Some(100)),
            8_654,
            87,
            vec![],
            "86.54 may be drawn as 87, whichever way an office rounds",
        ),
        (
            item(own, general, None, Some(100)),
            8_654,
            88,
            vec![many(88, 87)],
            "and not as 88",
        ),
        (
            item(own, key, None, Some(500)),
            100,
            100,
            vec![],
            "of a key item there is no upper bound of the office's own",
        ),
        (
            item(superior, key, None, Some(500)),
            100,
            100,
            vec![many(100, 5)],
            "but there is where the office above decides",
        ),
        (
            item(superior, general, None, None),
            100,
            1,
            vec![BoundFault::NotDecided {
                code: "01".to_owned(),
            }],
            "the office above decides, and nothing of it is written down",
        ),
        (
            item(own, general, None, None),
            100,
            90,
            vec![],
            "an item without bounds has none",
        ),
        (
            item(None, general, Some(300), None),
            0,
            0,
            vec![],
            "of nobody nobody must be drawn",
        ),
    ] {
        assert_eq!(check_bounds(&item, base, quota), faults, "{why}");
    }
}
