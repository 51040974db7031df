//! Rule profiles: what an office has decided, on what it rests, which of them is in force, and the files that belong to them.

mod attachments;
mod profiles;
mod refused;
pub mod words;

use std::collections::BTreeMap;

use sunlot_app::rules::{RulesId, RulesOpened, RulesSave};
use sunlot_app::{Desk, Error, Failure, Place};

/// Values of switches.
pub fn values(values: &[(&str, &str)]) -> BTreeMap<String, String> {
    let pair = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    values.iter().map(pair).collect()
}

/// A new profile that begins with what an office says.
pub fn from_preset(desk: &Desk, preset: &str, name: &str) -> RulesSave {
    let presets = desk.rules_view().unwrap().presets;
    let preset = presets.iter().find(|offered| offered.preset == preset).unwrap();
    RulesSave {
        name: Some(name.to_owned()),
        values: preset.values.clone(),
        basis: Some("本局双随机抽查实施细则（试行）".to_owned()),
        reason: "建立细则".to_owned(),
        ..RulesSave::default()
    }
}

/// Saves a new profile that begins with what an office says, and puts it in force where that is wanted.
pub fn saved(desk: &Desk, preset: &str, name: &str, in_force: bool) -> RulesOpened {
    let in_force = Some(in_force);
    desk.rules_save(&RulesSave {
        in_force,
        ..from_preset(desk, preset, name)
    })
    .unwrap()
}

/// What is asked to change a profile that somebody has opened.
pub fn edit(opened: &RulesOpened, switches: &[(&str, &str)]) -> RulesSave {
    RulesSave {
        id: Some(opened.line.id),
        version: Some(opened.line.version),
        values: values(switches),
        reason: "年度调整".to_owned(),
        ..RulesSave::default()
    }
}

/// A profile as it stands.
pub fn open(desk: &Desk, id: i64) -> RulesOpened {
    desk.rules_open(&RulesId { id }).unwrap()
}

/// How a switch of it stands.
pub fn value<'o>(opened: &'o RulesOpened, switch: &str) -> &'o str {
    let found = opened.values.iter().find(|value| value.name == switch);
    &found.unwrap().value
}

/// The fields that stand in the way, each with its code.
pub fn fields(error: Error) -> Vec<(String, String)> {
    let field = |problem: sunlot_app::ProblemView| match problem.place {
        Place::Field { field } => (field, problem.code),
        Place::File { file, .. } => panic!("{file} is no field"),
    };
    Failure::from(error).problems.into_iter().map(field).collect()
}
