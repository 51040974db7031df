//! The rules of offices that one may begin with, each with the document that it is taken from.

mod labels;

use sunlot_rules::profile::{Preset, RuleProfile, Switch};

use super::diff::differences;
use super::wire::RulesPreset;

/// All of them.
pub(super) fn offered() -> Vec<RulesPreset> {
    let of = |preset: &Preset| {
        let profile = preset.profile();
        let value = |switch: &Switch| (switch.name().to_owned(), profile.get(*switch));
        RulesPreset {
            preset: preset.name().to_owned(),
            label: labels::label(*preset).to_owned(),
            source: labels::source(*preset).to_owned(),
            said: labels::said(*preset).to_owned(),
            values: Switch::ALL.iter().map(value).collect(),
            differences: differences(&RuleProfile::default(), &profile),
        }
    };
    Preset::ALL.iter().map(of).collect()
}
