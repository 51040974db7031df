//! One test for each sentence of the documents that decides who is drawn, read as a clerk reads it: given these visits, this target,
//! this date → in or out, because …

use super::*;

/// Twice visited in the year of the task.
const TWICE: &[&str] = &["2026-03-05", "2026-06-08"];

/// A pattern of strata as an office finds it ready.
fn ready(pattern: Pattern) -> Vec<StratumRule> {
    pattern.strata(None, |at| format!("{at}类"), |_, _| String::new())
}

#[test]
fn n_04_food_safety_and_environment_are_looked_at_more_often_where_the_office_says_so() {
    let mut sample = Sample::new();
    let shop = sample.target(&[]);
    sample.visited(shop, TWICE);
    for (profile, key_area, expected, why) in [
        (
            Preset::Xushui.profile(),
            true,
            Place::In(0),
            "Xushui: twice a year stands for other fields; this one is a key field, so a third visit may be drawn",
        ),
        (
            Preset::Xushui.profile(),
            false,
            Place::Excluded(Excluded::CapReached),
            "Xushui: an ordinary item; twice visited is enough",
        ),
        (
            RuleProfile::default(),
            true,
            Place::Excluded(Excluded::CapReached),
            "an office that wrote nothing of key fields caps them as well",
        ),
    ] {
        let asked = Asked {
            profile,
            key_area,
            ..asked()
        };
        assert_eq!(asked.place(&sample, shop), expected, "{why}");
    }
}

#[test]
fn n_07_looking_into_a_complaint_is_a_case_and_uses_up_no_visit() {
    let mut sample = Sample::new();
    let complained_of = sample.target(&[]);
    sample.visited(complained_of, TWICE);
    let asked = asked();
    assert_eq!(
        asked.place(&sample, complained_of),
        Place::Excluded(Excluded::CapReached),
        "two visits that were drawn: a third is too many"
    );
    // The same two days, but somebody had complained: recorded as cases, which do not count.
    for (_, visit) in &mut sample.visits {
        visit.case = true;
    }
    sample.ready = Visits::new(sample.visits.clone());
    assert_eq!(
        asked.place(&sample, complained_of),
        Place::In(0),
        "cases are made by law, and nobody escapes the draw by being complained of"
    );
}

#[test]
fn n_08_who_is_on_the_blacklist_is_drawn_in_greater_part_and_more_often() {
    let mut sample = Sample::new();
    let listed = sample.target(&[]);
    let other = sample.target(&[]);
    sample.flags[listed] = bit(TriggerFlag::Blacklist);
    let strata = ready(Pattern::KeyAndRest);
    let asked = Asked {
        profile: RuleProfile {
            risk_flags: vec![TriggerFlag::Blacklist],
            ..RuleProfile::default()
        },
        strata,
        ..asked()
    };
    assert_eq!(
        asked.place(&sample, listed),
        Place::In(0),
        "the stratum of key targets"
    );
    assert_eq!(
        asked.place(&sample, other),
        Place::In(1),
        "and that of all others"
    );
    let share = |at: usize| match asked.strata[at].quota {
        Quota::All => 10_000,
        Quota::Rate { share, .. } => share,
        Quota::Count { .. } => 0,
    };
    assert!(share(0) > share(1), "a greater part of the first is drawn");
    sample.visited(listed, TWICE);
    sample.visited(other, TWICE);
    assert_eq!(
        asked.place(&sample, listed),
        Place::In(0),
        "twice visited this year, and in again: it is to be visited more often"
    );
    assert_eq!(
        asked.place(&sample, other),
        Place::Excluded(Excluded::CapReached),
        "twice visited and on no list: out"
    );
}

#[test]
fn r_01_the_same_target_is_in_or_out_by_what_the_office_wrote_into_its_rules() {
    let mut sample = Sample::new();
    let target = sample.target(&[]);
    sample.visited(target, &["2026-10-08"]);
    let general = RuleProfile {
        annual_cap: 2,
        visited_within_days: 0,
        ..RuleProfile::default()
    };
    for (profile, expected, why) in [
        (general.clone(), Place::In(0), "visited once of twice: in"),
        (
            RuleProfile {
                annual_cap: 1,
                ..general.clone()
            },
            Place::Excluded(Excluded::CapReached),
            "once a year, says this office: out",
        ),
        (
            RuleProfile {
                visited_within_days: 60,
                ..general.clone()
            },
            Place::Excluded(Excluded::VisitedLately),
            "not again within sixty days, says that one; visited 43 days ago: out",
        ),
        (
            RuleProfile {
                visited_within_days: 30,
                ..general
            },
            Place::In(0),
            "not within thirty: in",
        ),
    ] {
        let asked = Asked { profile, ..asked() };
        assert_eq!(asked.place(&sample, target), expected, "{why}");
    }
}

#[test]
fn f_03_the_higher_the_risk_the_greater_the_part_that_is_drawn() {
    let mut sample = Sample::new();
    for level in ["high", "medium_high", "medium", "low", ""] {
        sample.target(&[(Column::Risk, level)]);
    }
    let asked = Asked {
        strata: ready(Pattern::Risk),
        ..asked()
    };
    let shares: Vec<u32> = asked
        .strata
        .iter()
        .map(|stratum| match stratum.quota {
            Quota::All => 10_000,
            Quota::Rate { share, .. } => share,
            Quota::Count { .. } => 0,
        })
        .collect();
    assert!(
        shares.windows(2).all(|pair| pair[0] > pair[1]),
        "each level is drawn from in a greater part than the one below: {shares:?}"
    );
    for (at, stratum) in [(0, 0), (1, 1), (2, 2), (3, 3), (4, 3)] {
        assert_eq!(
            asked.place(&sample, at),
            Place::In(stratum),
            "each level has a stratum of its own; who was never graded stands with the lowest"
        );
    }
}

#[test]
fn f_04_a_level_that_was_lowered_is_drawn_at_the_lower_rate_from_then_on() {
    let mut sample = Sample::new();
    let before = sample.target(&[(Column::Risk, "high")]);
    let lowered = sample.target(&[(Column::Risk, "medium")]);
    let asked = Asked {
        strata: ready(Pattern::Risk),
        ..asked()
    };
    assert_eq!(
        asked.place(&sample, before),
        Place::In(0),
        "graded high: the first stratum"
    );
    assert_eq!(
        asked.place(&sample, lowered),
        Place::In(2),
        "its risk is under control and the level in force is lower: the third"
    );
}
