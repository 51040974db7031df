//! What is not saved, and that it is said at its field.

use sunlot_app::account::Role;
use sunlot_app::rules::{RulesId, RulesSave};

use super::{edit, fields, from_preset, saved, values};
use crate::accounts::seated;
use crate::support::{Office, someone};

#[test]
fn every_value_that_is_not_right_is_said_at_its_field_and_all_at_once() {
    let office = Office::sample();
    let desk = office.desk();
    let request = RulesSave {
        values: values(&[
            ("minimum_crew", "1"),
            ("publication_days", "30"),
            ("annual_cap", "两次"),
            ("rounding", "nearest"),
            ("counted_modes", ""),
            ("share_warning", "120%"),
            ("anual_cap", "2"),
        ]),
        texts: values(&[("appeal", "申诉")]),
        name: Some(" ".to_owned()),
        basis: Some(String::new()),
        ..from_preset(&desk, "general", "")
    };
    let mut found = fields(desk.rules_save(&request).unwrap_err());
    found.sort();
    let expected = [
        ("annual_cap", "switch_no_number", "no figure"),
        ("anual_cap", "field_unknown", "a slip is no switch"),
        ("appeal", "field_unknown", "R-01 has six parts"),
        ("basis", "required", "R-01: rules rest on a document"),
        (
            "counted_modes",
            "switch_nothing_chosen",
            "a cap that nothing counts against is none",
        ),
        (
            "minimum_crew",
            "switch_out_of_bounds",
            "A-01: two is the law's own number",
        ),
        ("name", "required", "a draw prints which rules it used"),
        (
            "publication_days",
            "switch_out_of_bounds",
            "G-01: twenty working days at most",
        ),
        ("rounding", "switch_no_choice", "none of the ways"),
        ("share_warning", "switch_no_share", "more than all"),
    ];
    let told: Vec<(&str, &str)> = found
        .iter()
        .map(|(field, code)| (field.as_str(), code.as_str()))
        .collect();
    let wanted: Vec<(&str, &str)> = expected.iter().map(|(field, code, _)| (*field, *code)).collect();
    assert_eq!(told, wanted, "because {expected:?}");
    let checked = desk.rules_check(&request).unwrap();
    assert_eq!(
        checked.problems.len(),
        expected.len(),
        "checking says the same as saving"
    );
    assert!(
        desk.rules_view().unwrap().profiles.is_empty(),
        "and nothing was saved"
    );
}

#[test]
fn without_a_reason_nothing_is_saved() {
    let office = Office::sample();
    let desk = office.desk();
    let request = RulesSave {
        reason: String::new(),
        ..from_preset(&desk, "dawa", "本局细则")
    };
    assert_eq!(
        fields(desk.rules_save(&request).unwrap_err()),
        [("reason".to_owned(), "required".to_owned())],
        "who changes what binds an office says why"
    );
    assert!(
        desk.rules_check(&request).unwrap().problems.is_empty(),
        "it is asked for last, when all else is right"
    );
}

#[test]
fn two_profiles_are_not_called_alike() {
    let office = Office::sample();
    let desk = office.desk();
    let first = saved(&desk, "dawa", "本局细则", true);
    for (name, why) in [
        ("本局细则", "the same"),
        ("本 局细则", "a space is no difference on paper"),
        ("通用配置", "that is what holds without any"),
    ] {
        let refused = desk.rules_save(&from_preset(&desk, "xushui", name)).unwrap_err();
        assert_eq!(
            fields(refused),
            [("name".to_owned(), "rules_name_taken".to_owned())],
            "{name}: {why}"
        );
    }
    let same = RulesSave {
        name: Some("本局细则".to_owned()),
        ..edit(&first, &[("annual_cap", "1")])
    };
    assert!(desk.rules_save(&same).is_ok(), "it may keep its own name");
}

#[test]
fn what_is_built_in_and_what_is_not_there_cannot_be_changed() {
    let office = Office::sample();
    let desk = office.desk();
    for (id, code, why) in [
        (0, "rules_built_in", "one begins with it instead"),
        (7, "rules_missing", "nobody saved seven"),
    ] {
        let request = RulesSave {
            id: Some(id),
            version: Some(0),
            ..from_preset(&desk, "general", "改")
        };
        assert_eq!(
            desk.rules_save(&request).unwrap_err().reason.code(),
            code,
            "{why}"
        );
    }
    assert_eq!(
        desk.rules_open(&RulesId { id: 7 }).unwrap_err().reason.code(),
        "rules_missing",
        "nor looked at"
    );
    assert_eq!(
        desk.rules_open(&RulesId { id: 0 }).unwrap().line.name,
        "通用配置",
        "what is built in can be"
    );
}

#[test]
fn whoever_prepares_the_draws_does_not_decide_what_binds_them() {
    let office = Office::with_people();
    let administrator = seated(&office, someone(Role::Administrator));
    let opened = saved(&administrator, "dawa", "本局细则", true);
    administrator.leave();
    for role in [Role::Handler, Role::Supervisor, Role::Reader] {
        let desk = seated(&office, someone(role));
        assert_eq!(
            desk.rules_save(&edit(&opened, &[("annual_cap", "12")]))
                .unwrap_err()
                .reason
                .code(),
            "not_permitted",
            "D-07: {role:?} works by the rules"
        );
        assert_eq!(
            desk.rules_view().unwrap().in_force.name,
            "本局细则",
            "{role:?} can read them"
        );
        desk.leave();
    }
}
