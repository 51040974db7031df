//! What may stand in a plan, as the documents ask for it.

use super::*;
use crate::plan::Months;

/// A line that nothing is wrong with.
pub(super) fn line() -> Line {
    Line {
        name: "防雷安全检查".to_owned(),
        items: vec!["SX-01".to_owned()],
        scope: "全区加油加气站".to_owned(),
        base: Some(100),
        ratio: Some(500),
        number: Some(5),
        frequency: "每年1次".to_owned(),
        months: Months::new(3, 6),
        unit: "执法科".to_owned(),
        person: "张三".to_owned(),
        modes: vec![crate::roster::words::InspectionMode::Onsite],
        ..Line::default()
    }
}

pub(super) fn frame() -> Frame {
    Frame::of(&RuleProfile::default(), Period::Annual, None)
}

pub(super) fn item(code: &str) -> ItemFacts<'_> {
    ItemFacts {
        code,
        unusable: &[],
        class: Some(ItemClass::General),
        authority: Some(RatioAuthority::Own),
        limits: Bounds { min: None, max: None },
        document: false,
        ratio: "",
    }
}

fn flaws(line: &Line) -> Vec<Flaw> {
    check(line, &frame(), &[item("SX-01")])
}

#[test]
fn n_01_a_whole_line_has_no_flaws_and_an_empty_one_names_every_field() {
    assert_eq!(flaws(&line()), [], "nothing is missing");
    let told: Vec<(Severity, LineField)> = flaws(&Line::default())
        .iter()
        .map(|flaw| (flaw.severity(), flaw.field()))
        .collect();
    use LineField::{Base, Frequency, Items, Modes, Months, Name, Person, Ratio, Scope, Unit};
    use Severity::{Error, Warning};
    assert_eq!(
        told,
        [
            (Error, Name),
            (Error, Items),
            (Error, Scope),
            (Warning, Base),
            (Error, Ratio),
            (Warning, Frequency),
            (Error, Months),
            (Error, Unit),
            (Warning, Person),
            (Warning, Modes),
        ],
        "N-01 and R-02: in the order of the fields"
    );
}

#[test]
fn l_01_a_line_stands_on_items_of_the_list_that_may_be_used() {
    let two = Line {
        items: vec!["SX-01".to_owned(), "SX-99".to_owned()],
        ..line()
    };
    assert_eq!(
        flaws(&two),
        [Flaw::ItemUnknown("SX-99".to_owned())],
        "what is not in the list is not inspected"
    );
    let lapsed = ItemFacts {
        unusable: &[Unusable::Lapsed, Unusable::Removed],
        ..item("SX-01")
    };
    assert_eq!(
        check(&line(), &frame(), &[lapsed]),
        [Flaw::ItemUnusable {
            item: "SX-01".to_owned(),
            reasons: vec![Unusable::Lapsed, Unusable::Removed],
        }],
        "L-12: its law has ended; every reason is told"
    );
    let said = Line {
        item_class: Some(ItemClass::Key),
        ..line()
    };
    assert_eq!(
        flaws(&said),
        [Flaw::ClassDiffers {
            item: "SX-01".to_owned(),
            class: ItemClass::General,
        }],
        "the list says another class"
    );
}

#[test]
fn t_01_a_base_is_no_more_than_there_are_in_the_registry() {
    let of = |registry| {
        let frame = Frame { registry, ..frame() };
        check(&line(), &frame, &[item("SX-01")])
    };
    assert_eq!(of(Some(100)), [], "all of them");
    assert_eq!(
        of(Some(99)),
        [Flaw::BaseOverRegistry { registry: 99 }],
        "somebody is missing there, or was counted twice here"
    );
    assert_eq!(of(None), [], "while the registry is empty nobody can say");
}

fn amounts(base: u32, ratio: Option<u32>, number: Option<u32>, rounding: Rounding) -> Vec<Flaw> {
    let line = Line {
        base: Some(base),
        ratio,
        number,
        item_class: Some(ItemClass::Key),
        ..line()
    };
    let frame = Frame { rounding, ..frame() };
    let key = ItemFacts {
        class: Some(ItemClass::Key),
        ..item("SX-01")
    };
    check(&line, &frame, &[key])
}

#[test]
fn n_01_the_number_follows_from_ratio_and_base_by_the_offices_rounding() {
    use Rounding::{Down, HalfUp, Up};
    let other = |by: &[Rounding], expected| {
        let by = by.to_vec();
        vec![Flaw::RoundedOtherwise { by, expected }]
    };
    for (base, ratio, number, rounding, expected, why) in [
        (8_654, 100, 87, HalfUp, vec![], "86.54 is 87"),
        (8_654, 100, 87, Up, vec![], "and so it is"),
        (8_654, 100, 87, Down, other(&[HalfUp, Up], 86), "cut off it is 86"),
        (8_654, 100, 86, HalfUp, other(&[Down], 87), "somebody cut off"),
        (18, 2_000, 3, Down, vec![], "3.6 is 3, as Liaoning wrote"),
        (18, 2_000, 3, HalfUp, other(&[Down], 4), "and 4 where one rounds"),
        (
            18,
            2_000,
            5,
            HalfUp,
            vec![Flaw::NumberDiffers { possible: vec![3, 4] }],
            "no rounding makes 5 of 3.6",
        ),
        (5, 20, 1, HalfUp, vec![], "at least one, as the profile says"),
        (
            8_654,
            1_000,
            87,
            HalfUp,
            vec![Flaw::NumberDiffers {
                possible: vec![865, 866],
            }],
            "one place too many",
        ),
    ] {
        assert_eq!(
            amounts(base, Some(ratio), Some(number), rounding),
            expected,
            "{base} × {ratio} = {number}: {why}"
        );
    }
}

#[test]
fn n_01_nothing_is_drawn_from_nothing_and_never_more_than_there_is() {
    use Rounding::HalfUp;
    assert_eq!(
        amounts(0, Some(500), Some(5), HalfUp),
        [Flaw::BaseZero],
        "no targets"
    );
    assert_eq!(
        amounts(3, Some(10_000), Some(5), HalfUp),
        [Flaw::RandomOrder, Flaw::NumberOverBase { base: 3 }],
        "five of three"
    );
    assert_eq!(
        amounts(3, None, Some(0), HalfUp),
        [Flaw::NothingDrawn(LineField::Number)],
        "a line that draws none plans nothing"
    );
    assert_eq!(
        amounts(3, Some(0), None, HalfUp),
        [Flaw::NothingDrawn(LineField::Ratio)],
        "nor does no share"
    );
    let frame = Frame {
        at_least: 0,
        ..frame()
    };
    let line = Line {
        base: Some(5),
        ratio: Some(20),
        number: None,
        ..line()
    };
    assert_eq!(
        check(&line, &frame, &[item("SX-01")]),
        [Flaw::LessThanOne],
        "two in a thousand of five: somebody has to say how many"
    );
    assert_eq!(
        planned(5, 20, &self::frame()),
        1,
        "where the profile says at least one, it is one"
    );
    assert_eq!(planned(0, 20, &self::frame()), 0, "but not of none");
}

#[test]
fn general_items_are_limited_and_key_ones_are_not() {
    let share = |ratio, class| {
        let line = Line {
            ratio: Some(ratio),
            number: None,
            ..line()
        };
        let item = ItemFacts {
            class: Some(class),
            ..item("SX-01")
        };
        check(&line, &frame(), &[item])
    };
    let high = [Flaw::ShareHigh { warning: 2_000 }];
    assert_eq!(
        share(2_000, ItemClass::General),
        [],
        "Nanfen 2025: a fifth at most"
    );
    assert_eq!(share(2_001, ItemClass::General), high, "more than a fifth");
    assert_eq!(share(10_000, ItemClass::General), high, "all of them");
    assert_eq!(
        share(9_999, ItemClass::Key),
        [],
        "the notice of 2019 sets no upper bound"
    );
    assert_eq!(
        share(10_000, ItemClass::Key),
        [Flaw::RandomOrder],
        "and of all of them the order is drawn"
    );
    assert_eq!(Flaw::RandomOrder.severity(), Severity::Note, "which is no fault");
    let said = Line {
        ratio: Some(5_000),
        number: None,
        item_class: Some(ItemClass::Key),
        ..line()
    };
    assert!(
        flaws(&said).contains(&high[0]),
        "calling a general item a key one lifts no limit"
    );
    let by_number = Line {
        ratio: None,
        number: Some(30),
        ..line()
    };
    assert_eq!(
        flaws(&by_number),
        high,
        "30 of 100 is the same share, however it is written"
    );
}

#[test]
fn n_11_the_months_of_a_line_belong_to_its_plan() {
    let of = |period, from, to| {
        let line = Line {
            months: Months::new(from, to),
            ..line()
        };
        let frame = Frame { period, ..frame() };
        check(&line, &frame, &[item("SX-01")])
    };
    let outside = |period: Period| {
        [Flaw::MonthsOutside {
            period: period.months(),
        }]
    };
    assert_eq!(of(Period::H1, 1, 6), [], "the first half-year");
    assert_eq!(
        of(Period::H1, 5, 7),
        outside(Period::H1),
        "July belongs to the next plan"
    );
    assert_eq!(
        of(Period::H2, 6, 7),
        outside(Period::H2),
        "June to the one before"
    );
    assert_eq!(of(Period::H2, 7, 12), [], "the second half-year");
    assert_eq!(of(Period::Annual, 1, 12), [], "the year");
}

#[test]
fn n_03_nobody_is_visited_oftener_than_the_rules_allow() {
    let of = |frequency: &str, annual_cap| {
        let line = Line {
            frequency: frequency.to_owned(),
            ..line()
        };
        let frame = Frame {
            annual_cap,
            ..frame()
        };
        check(&line, &frame, &[item("SX-01")])
    };
    let over = [Flaw::FrequencyOverCap { cap: 2 }];
    for (frequency, expected, why) in [
        ("每年1次", &[][..], "once"),
        ("每年2次", &[], "twice"),
        ("每年3次", &over, "thrice"),
        ("每季度1次", &over, "four times a year"),
        ("每半年1次", &[], "twice a year"),
        ("每2年1次", &[], "once in two years"),
        (">=1", &[], "at least once leaves it to the tasks"),
        (">=3", &over, "at least thrice does not"),
        ("不超过2次", &[], "at most twice"),
        (
            "每年1-3次",
            &[Flaw::FrequencyMayPassCap { cap: 2 }],
            "perhaps thrice",
        ),
        ("视情况", &[Flaw::FrequencyUnread], "nobody can count that"),
    ] {
        assert_eq!(of(frequency, 2), expected, "{frequency}: {why}");
    }
    assert_eq!(of("每月1次", 0), [], "N-04: without a cap nothing is too often");
}

#[test]
fn n_12_a_joint_line_has_one_who_leads_and_one_who_takes_part() {
    let of = |task_scope, lead: &str, partners: &[&str]| {
        let line = Line {
            task_scope,
            lead_dept: lead.to_owned(),
            partner_depts: partners.iter().map(|name| (*name).to_owned()).collect(),
            ..line()
        };
        flaws(&line)
    };
    let (cross, intra) = (TaskScope::CrossDept, TaskScope::IntraDept);
    assert_eq!(of(cross, "气象局", &["应急管理局"]), [], "two departments");
    assert_eq!(
        of(cross, "气象局", &[]),
        [Flaw::PartnerMissing],
        "alone it is not joint"
    );
    assert_eq!(
        of(cross, "气象局", &["气象局 "]),
        [Flaw::PartnerIsLead, Flaw::PartnerMissing],
        "nor with itself"
    );
    assert_eq!(
        of(cross, "气象局", &["应急管理局", "气象局"]),
        [Flaw::PartnerIsLead],
        "it is named twice"
    );
    assert_eq!(
        of(cross, "", &["应急管理局"]),
        [Flaw::Missing(LineField::LeadDept)],
        "somebody leads"
    );
    assert_eq!(
        of(intra, "气象局", &["应急管理局"]),
        [
            Flaw::DeptsWithin(LineField::LeadDept),
            Flaw::DeptsWithin(LineField::PartnerDepts)
        ],
        "within one department nobody leads another"
    );
}

#[test]
fn a_condition_and_a_campaign_are_whole_or_not_at_all() {
    let targeted = Line {
        draw_scope: DrawScope::Targeted,
        ..line()
    };
    assert_eq!(
        flaws(&targeted),
        [Flaw::Missing(LineField::Condition)],
        "a draw among some says among which (rules 2.1)"
    );
    let untargeted = Line {
        condition: "信用不良".to_owned(),
        ..line()
    };
    assert_eq!(
        flaws(&untargeted),
        [Flaw::ConditionUntargeted],
        "among all, or among some?"
    );
    let campaign = Line {
        special_campaign: true,
        ..line()
    };
    assert_eq!(
        flaws(&campaign),
        [Flaw::Missing(LineField::CampaignNo)],
        "a campaign has a plan of its own that was filed (rules 2.4)"
    );
    let number_alone = Line {
        campaign_no: "专〔2026〕1号".to_owned(),
        ..line()
    };
    assert_eq!(
        flaws(&number_alone),
        [Flaw::CampaignNoAlone],
        "is it a campaign or not?"
    );
}
