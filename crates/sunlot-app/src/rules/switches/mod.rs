//! The switches described: what each is called, does, and may be set to.

mod labels;

use sunlot_rules::profile::{Choices, RuleProfile, Switch};

use super::labels as names;
use super::wire::{RulesSwitch, SwitchKind};

/// Every switch, in the order in which they are shown.
pub(super) fn described() -> Vec<RulesSwitch> {
    let general = RuleProfile::default();
    let of = |switch: &Switch| {
        let (kind, min, max) = bounds(&switch.choices());
        RulesSwitch {
            name: switch.name().to_owned(),
            label: names::label(*switch).to_owned(),
            group: names::group(*switch).to_owned(),
            explanation: labels::explanation(*switch).to_owned(),
            kind,
            choices: names::choices(*switch),
            min,
            max,
            unit: names::unit(*switch).to_owned(),
            zero: names::zero(*switch).to_owned(),
            default: general.get(*switch),
        }
    };
    Switch::ALL.iter().map(of).collect()
}

fn bounds(choices: &Choices) -> (SwitchKind, Option<u32>, Option<u32>) {
    match choices {
        Choices::One(_) => (SwitchKind::One, None, None),
        Choices::Several(_) => (SwitchKind::Several, None, None),
        Choices::YesNo => (SwitchKind::YesNo, None, None),
        Choices::Number(min, max) => (SwitchKind::Number, Some(*min), Some(*max)),
        // People type percent.
        Choices::Share(min, max) => (SwitchKind::Share, Some(min / 100), Some(max / 100)),
    }
}
