//! Rules of slots, as an office reads them.

use super::*;

const LEAD: &str = "市场监管局";
const FIRE: &str = "消防大队";

fn texts(all: &[&str]) -> Vec<String> {
    all.iter().map(|text| (*text).to_owned()).collect()
}

fn needed(skill: &str, dept: Option<&str>) -> NeededSkill {
    NeededSkill {
        skill: skill.to_owned(),
        dept: dept.map(str::to_owned),
    }
}

fn profile(crew: u32, dept: u32) -> RuleProfile {
    RuleProfile {
        minimum_crew: crew,
        minimum_per_dept: dept,
        ..RuleProfile::default()
    }
}

/// Role, department and skill between blanks, with `-` for what is not asked.
fn shown(slots: &[SlotPlan]) -> Vec<String> {
    let text = |of: &Option<String>| of.clone().unwrap_or_else(|| "-".to_owned());
    slots
        .iter()
        .map(|slot| format!("{} {} {}", slot.role.name(), text(&slot.dept), text(&slot.skill)))
        .collect()
}

fn slot(role: Role, dept: Option<&str>, skill: Option<&str>) -> SlotPlan {
    SlotPlan {
        role,
        dept: dept.map(str::to_owned),
        skill: skill.map(str::to_owned),
    }
}

#[test]
fn a_01_nobody_goes_alone_whatever_a_profile_says() {
    for (minimum, expected, why) in [
        (0, 2, "a profile that asks for nobody does not undo the law"),
        (1, 2, "nor one that asks for one"),
        (2, 2, "two"),
        (3, 3, "an office may ask for more"),
        (400, 9, "but not for a procession"),
    ] {
        let profile = profile(minimum, 2);
        let wanted = Wanted {
            profile: &profile,
            depts: &texts(&[LEAD]),
            skills: &[],
            joint: false,
        };
        let slots = plan(&wanted);
        assert_eq!(slots.len(), expected, "minimum {minimum}: {why}");
        let role = |at: usize| slots[at].role;
        assert_eq!(
            (role(0), role(1)),
            (Role::Lead, Role::Assist),
            "minimum {minimum}: one leads, the others assist"
        );
        if minimum <= 9 {
            assert_eq!(
                check_slots(&slots, &wanted),
                [],
                "minimum {minimum}: it may stand"
            );
        }
    }
}

#[test]
fn each_skill_that_an_item_needs_has_a_slot_of_its_own() {
    let profile = profile(2, 2);
    let skills = [
        needed("电气", None),
        needed("计量", None),
        needed("电气", None),
        needed(" ", None),
        needed("特种设备", Some("别的局")),
    ];
    let wanted = Wanted {
        profile: &profile,
        depts: &[],
        skills: &skills,
        joint: false,
    };
    assert_eq!(
        shown(&plan(&wanted)),
        ["lead - 电气", "assist - 计量", "assist - 特种设备"],
        "three skills are more than two people, and one that is named twice is one"
    );
    assert_eq!(check_slots(&plan(&wanted), &wanted), [], "it may stand");
    let one = Wanted {
        skills: &skills[..1],
        ..wanted
    };
    assert_eq!(
        shown(&plan(&one)),
        ["lead - 电气", "assist - -"],
        "whoever has the skill is chosen first: the loose slot must not take them"
    );
}

#[test]
fn a_03_each_department_s_items_are_checked_by_two_of_its_own() {
    let profile = profile(2, 2);
    let skills = [
        needed("电气", Some(FIRE)),
        needed("计量", None),
        needed("税务", Some("税务局")),
    ];
    let depts = texts(&[LEAD, FIRE, LEAD, ""]);
    let wanted = Wanted {
        profile: &profile,
        depts: &depts,
        skills: &skills,
        joint: true,
    };
    assert_eq!(
        shown(&plan(&wanted)),
        [
            "lead 市场监管局 计量",
            "assist 市场监管局 税务",
            "joint 消防大队 电气",
            "joint 消防大队 -",
        ],
        "what nobody of those who take part needs is the lead's; skills first, then departments"
    );
    assert_eq!(check_slots(&plan(&wanted), &wanted), [], "it may stand");
    let less = [needed("电气", Some(FIRE))];
    let wanted = Wanted {
        skills: &less,
        ..wanted
    };
    assert_eq!(
        shown(&plan(&wanted)),
        [
            "joint 消防大队 电气",
            "lead 市场监管局 -",
            "assist 市场监管局 -",
            "joint 消防大队 -",
        ],
        "the strictest stands first, even where it is a partner's; the lead still leads"
    );
    assert_eq!(check_slots(&plan(&wanted), &wanted), [], "it may stand");
}

#[test]
fn a_03_a_profile_may_ask_for_less_of_each_but_not_for_none() {
    let depts = texts(&[LEAD, FIRE]);
    for (crew, dept, expected, why) in [
        (
            3,
            1,
            &["lead 市场监管局 -", "joint 消防大队 -", "assist - -"][..],
            "the third may be anybody's",
        ),
        (
            2,
            0,
            &["lead 市场监管局 -", "joint 消防大队 -"],
            "none of a department would be no part",
        ),
    ] {
        let profile = profile(crew, dept);
        let wanted = Wanted {
            profile: &profile,
            depts: &depts,
            skills: &[],
            joint: true,
        };
        assert_eq!(shown(&plan(&wanted)), expected, "{crew}, {dept} each: {why}");
        assert_eq!(
            check_slots(&plan(&wanted), &wanted),
            [],
            "{crew}, {dept} each: it may stand"
        );
    }
}

#[test]
fn slots_written_by_hand_are_told_all_that_is_wrong() {
    let profile = profile(2, 2);
    let (depts, skills) = (texts(&[LEAD, FIRE]), [needed("电气", Some(FIRE))]);
    let wanted = Wanted {
        profile: &profile,
        depts: &depts,
        skills: &skills,
        joint: true,
    };
    let too_few = |dept: &str, slots: usize| SlotFault::DeptTooFew {
        dept: dept.to_owned(),
        slots,
        minimum: 2,
    };
    let lone = [slot(Role::Assist, Some("税务局"), Some("电气"))];
    assert_eq!(
        check_slots(&lone, &wanted),
        [
            SlotFault::TooFew { slots: 1, minimum: 2 },
            SlotFault::Leads { leads: 0 },
            SlotFault::DeptUnknown {
                slot: 0,
                dept: "税务局".to_owned(),
            },
            too_few(LEAD, 0),
            too_few(FIRE, 0),
            SlotFault::SkillMissing(skills[0].clone()),
        ],
        "all of it, not only the first; and another department's electrician is not the fire brigade's"
    );
    let mut crowd = plan(&wanted);
    crowd.resize(10, slot(Role::Assist, None, None));
    assert_eq!(
        check_slots(&crowd, &wanted),
        [SlotFault::TooMany { slots: 10, most: 9 }],
        "ten people at one door"
    );
    assert_eq!(
        check_slots(
            &[],
            &Wanted {
                joint: false,
                skills: &[],
                ..wanted
            }
        ),
        [SlotFault::TooFew { slots: 0, minimum: 2 }],
        "no slots at all"
    );
    let alone = texts(&[LEAD]);
    let wanted = Wanted {
        depts: &alone,
        skills: &[],
        ..wanted
    };
    assert_eq!(
        check_slots(&plan(&wanted), &wanted),
        [SlotFault::NotJoint { depts: 1 }],
        "one department is not several"
    );
}

#[test]
fn a_loose_slot_must_not_take_the_only_one_for_a_strict_one() {
    use Role::{Assist, Lead};
    let profile = profile(2, 2);
    let wanted = Wanted {
        profile: &profile,
        depts: &[],
        skills: &[],
        joint: false,
    };
    let (dept, skill) = (Some(LEAD), Some("电气"));
    for (first, second, bad, why) in [
        ((None, None), (None, skill), true, "anybody takes the electrician"),
        ((None, skill), (None, None), false, "the electrician first"),
        ((dept, None), (dept, skill), true, "anybody of the department"),
        (
            (None, skill),
            (dept, skill),
            true,
            "an electrician of any department",
        ),
        (
            (None, skill),
            (dept, None),
            false,
            "neither is stricter: no order helps",
        ),
        ((dept, skill), (dept, skill), false, "they ask for the same"),
        ((dept, None), (Some(FIRE), None), false, "they never meet"),
    ] {
        let slots = [slot(Lead, first.0, first.1), slot(Assist, second.0, second.1)];
        let expected: &[SlotFault] = if bad {
            &[SlotFault::Order { loose: 0, strict: 1 }]
        } else {
            &[]
        };
        assert_eq!(
            check_slots(&slots, &wanted),
            expected,
            "{first:?} before {second:?}: {why}"
        );
    }
}

#[test]
fn whatever_follows_from_the_rules_may_stand() {
    let dice = &mut crate::crew::sample::Dice::new(11);
    for round in 0..2_000 {
        let names = [LEAD, FIRE, "税务局", "城管局"];
        let depts = texts(&names[..dice.below(4)]);
        let skills: Vec<_> = (0..dice.below(4))
            .map(|_| {
                let dept = names.get(dice.below(6)).copied();
                needed(["电气", "计量", "消防"][dice.below(3)], dept)
            })
            .collect();
        let minimum = |dice: &mut crate::crew::sample::Dice| u32::try_from(dice.below(4)).unwrap();
        let profile = profile(minimum(dice), minimum(dice));
        let wanted = Wanted {
            profile: &profile,
            depts: &depts,
            skills: &skills,
            joint: depts.len() > 1,
        };
        let slots = plan(&wanted);
        let faults = check_slots(&slots, &wanted);
        let crowd = [SlotFault::TooMany {
            slots: slots.len(),
            most: MOST,
        }];
        let expected: &[SlotFault] = if slots.len() > MOST { &crowd } else { &[] };
        assert_eq!(
            faults,
            expected,
            "round {round}: only too many can be wrong with {:?}",
            shown(&slots)
        );
        assert!(slots.len() >= FEWEST, "round {round}: A-01");
    }
}
