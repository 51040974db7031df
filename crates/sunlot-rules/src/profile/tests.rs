//! Profiles as the documents have them, and what a switch refuses.

use super::*;

fn set(switch: Switch, text: &str) -> Result<String, SwitchFault> {
    let mut profile = RuleProfile::default();
    profile.set(switch, text)?;
    Ok(profile.get(switch))
}

#[test]
fn each_office_has_what_its_document_says() {
    let of = |preset: Preset, switch: Switch| preset.profile().get(switch);
    for (preset, switch, expected, why) in [
        (
            Preset::Xushui,
            Switch::CappedAreas,
            "ordinary",
            "N-04: the cap is for other fields",
        ),
        (
            Preset::Dawa,
            Switch::CappedAreas,
            "all",
            "N-03: no field is named",
        ),
        (
            Preset::Dawa,
            Switch::CountSuperior,
            "no",
            "N-06: orders from above follow their own rules",
        ),
        (Preset::Dawa, Switch::PublicationStart, "draw_day", "自抽查之日起"),
        (
            Preset::Xiping,
            Switch::PublicationStart,
            "round_end",
            "自抽查结束之日起",
        ),
        (
            Preset::Xiping,
            Switch::RiskFlags,
            "blacklist",
            "N-08: it names the blacklist alone",
        ),
        (
            Preset::Shancheng,
            Switch::PublicationStart,
            "inspection_or_decision",
            "two starts, for what was found and what was not",
        ),
        (
            Preset::Huantai,
            Switch::RiskFlags,
            "many_complaints,abnormal_listing,serious_violation,public_concern,life_and_property_safety",
            "N-05: those that article 5 names",
        ),
    ] {
        assert_eq!(of(preset, switch), expected, "{preset:?}: {why}");
    }
}

#[test]
fn every_preset_can_be_written_down_and_read_again() {
    for preset in Preset::ALL {
        let written = preset.profile();
        let mut read = RuleProfile::default();
        for switch in Switch::ALL {
            read.set(*switch, &written.get(*switch))
                .unwrap_or_else(|fault| panic!("{preset:?} {switch:?}: {fault:?}"));
        }
        assert_eq!(read, written, "{preset:?}: nothing is lost on the way");
        assert!(
            written.differences(&read).is_empty(),
            "{preset:?}: and nothing differs"
        );
    }
}

#[test]
fn what_a_switch_cannot_be_is_said() {
    for (switch, text, fault, why) in [
        (
            Switch::MinimumCrew,
            "1",
            SwitchFault::OutOfBounds { min: 2, max: 9 },
            "A-01: two are the law's own number",
        ),
        (
            Switch::PublicationDays,
            "30",
            SwitchFault::OutOfBounds { min: 1, max: 20 },
            "twenty working days is what all documents allow at most",
        ),
        (Switch::AnnualCap, "两次", SwitchFault::NoNumber, "no figure"),
        (Switch::AnnualCap, "-1", SwitchFault::NoNumber, "less than none"),
        (
            Switch::CapPeriod,
            "year",
            SwitchFault::NoChoice,
            "not one of its names",
        ),
        (
            Switch::RiskFlags,
            "blacklist,rich",
            SwitchFault::NoChoice,
            "one of them is unknown",
        ),
        (
            Switch::CountedModes,
            "",
            SwitchFault::NothingChosen,
            "then no visit would ever count",
        ),
        (
            Switch::ShareWarning,
            "120%",
            SwitchFault::NoNumber,
            "more than all",
        ),
        (Switch::Rotation, "maybe", SwitchFault::NoChoice, "yes or no"),
    ] {
        assert_eq!(set(switch, text), Err(fault), "{switch:?} {text}: {why}");
    }
    assert_eq!(
        set(Switch::RiskFlags, "").as_deref(),
        Ok(""),
        "an office may name no flag at all"
    );
    assert_eq!(
        set(Switch::CappedKinds, "place, enterprise,place").as_deref(),
        Ok("enterprise,place"),
        "in one order, each once"
    );
}
