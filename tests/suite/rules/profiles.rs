//! From an office's document to a profile: what it says, that one is in force, and that nothing is lost when it changes.

use sunlot_app::rules::{RulesFault, RulesSave, SwitchKind};
use sunlot_app::trail::TrailRequest;
use sunlot_app::{Failure, Reason};

use super::{edit, from_preset, open, saved, value, values};
use crate::support::{Office, json, said};

#[test]
fn where_nothing_was_saved_the_built_in_rules_hold_and_say_so() {
    let office = Office::sample();
    let view = office.desk().rules_view().unwrap();
    assert!(view.profiles.is_empty(), "nobody has decided anything");
    let force = &view.in_force;
    assert_eq!(
        (force.id, force.number.as_str(), force.name.as_str()),
        (0, "XZ-00", "通用配置"),
        "and something must hold all the same"
    );
    assert_eq!(
        (view.built_in.in_force, view.built_in.may_change, force.built_in),
        (true, false, true),
        "what stands in is told as such, and nobody changes it"
    );
    assert_eq!(
        force.sentence, "没有现行配置，抽查按程序自带的通用配置办",
        "in a sentence"
    );
    let told = |label: &str| {
        let found = force.told.iter().find(|told| told.label == label);
        found.map(|told| told.value.as_str())
    };
    assert_eq!(told("一年内最多检查次数"), Some("2 次"), "N-03: twice a year");
    assert_eq!(
        told("每户至少几名执法人员"),
        Some("2 名"),
        "A-01: two certified people"
    );
    assert_eq!(
        told("轮换期"),
        Some("没有设定"),
        "what is set elsewhere is printed with it"
    );
    assert_eq!(
        force.told.len(),
        view.switches.len() + 1,
        "R-01: each draw prints every rule it used"
    );
}

#[test]
fn five_documents_are_ready_and_each_says_which_one_it_is() {
    let office = Office::sample();
    let view = office.desk().rules_view().unwrap();
    let names: Vec<&str> = view.presets.iter().map(|preset| preset.preset.as_str()).collect();
    assert_eq!(
        names,
        ["general", "xushui", "dawa", "xiping", "shancheng", "huantai"],
        "R-01: the five offices, and the stricter of all of them"
    );
    for preset in &view.presets {
        assert!(
            preset.said.ends_with('。'),
            "{}: one sentence at least",
            preset.label
        );
        assert_eq!(
            preset.source.is_empty(),
            preset.preset == "general",
            "{}: whoever takes it over can look it up",
            preset.label
        );
        assert_eq!(
            preset.differences.is_empty(),
            preset.preset == "general",
            "{}: what one takes over is said before it is taken",
            preset.label
        );
    }
    for switch in &view.switches {
        assert!(
            !switch.explanation.is_empty(),
            "{}: says what it does",
            switch.label
        );
        let typed = matches!(switch.kind, SwitchKind::Number | SwitchKind::Share);
        assert_eq!(
            (switch.choices.is_empty(), switch.min.is_some()),
            (typed, typed),
            "{}: it is chosen, or typed within bounds",
            switch.label
        );
    }
}

#[test]
fn a_preset_becomes_a_profile_of_ones_own() {
    let office = Office::sample();
    let desk = office.desk();
    for (preset, switch, expected, why) in [
        (
            "xushui",
            "capped_areas",
            "ordinary",
            "N-04: the cap is for other fields",
        ),
        (
            "dawa",
            "count_superior",
            "no",
            "N-06: orders from above follow their own rules",
        ),
        (
            "dawa",
            "publication_start",
            "draw_day",
            "G-04: from the day of the draw",
        ),
        (
            "xiping",
            "risk_flags",
            "blacklist",
            "N-08: it names the blacklist alone",
        ),
        ("xiping", "rotation", "no", "A-02: two certified people in all"),
    ] {
        let opened = saved(&desk, preset, &format!("{preset} {switch}"), false);
        assert_eq!(value(&opened, switch), expected, "{preset}: {why}");
        let told: Vec<&str> = opened
            .differences
            .iter()
            .map(|change| change.field.as_str())
            .collect();
        assert!(told.contains(&switch), "{preset}: and it is told as a difference");
    }
    assert_eq!(desk.rules_view().unwrap().in_force.id, 0, "a draft binds nobody");
}

#[test]
fn only_one_is_in_force_and_taking_its_place_is_one_event() {
    let office = Office::sample();
    let desk = office.desk();
    let first = saved(&desk, "dawa", "第一份", true);
    assert_eq!(
        desk.rules_view().unwrap().in_force.number,
        "XZ-01",
        "new tasks take it"
    );
    saved(&desk, "xushui", "第二份", true);
    let view = desk.rules_view().unwrap();
    let force: Vec<bool> = view.profiles.iter().map(|line| line.in_force).collect();
    assert_eq!(force, [false, true], "what was in force is not any more");
    let first = open(&desk, first.line.id);
    assert_eq!(first.line.version, 2, "it has a version that says so");
    let change = &first.story[0].changes[0];
    assert_eq!(
        (
            change.label.as_str(),
            change.before.as_str(),
            change.after.as_str()
        ),
        ("现行", "是", "否"),
        "and its story tells when, and by what"
    );
    assert!(
        first.story[0].sentence.contains("XZ-02 第二份"),
        "the one that took its place: {}",
        first.story[0].sentence
    );
    let given_up = RulesSave {
        in_force: Some(false),
        ..edit(&open(&desk, 2), &[])
    };
    desk.rules_save(&given_up).unwrap();
    assert_eq!(
        desk.rules_view().unwrap().in_force.id,
        0,
        "where none is, the built-in rules hold again"
    );
}

#[test]
fn a_change_keeps_what_it_does_not_name_and_is_told_with_its_reason() {
    let office = Office::sample();
    let desk = office.desk();
    let request = RulesSave {
        texts: values(&[
            ("procedure", "一、制定计划\n二、抽取"),
            ("means", "实地检查、书面检查"),
        ]),
        ..from_preset(&desk, "huantai", "本局细则")
    };
    let first = desk.rules_save(&request).unwrap();
    let after = desk
        .rules_save(&RulesSave {
            texts: values(&[("means", "")]),
            ..edit(&first, &[("annual_cap", "1"), ("share_warning", "12.5")])
        })
        .unwrap();
    assert_eq!(after.line.version, 2, "a version of its own");
    assert_eq!(value(&after, "annual_cap"), "1", "stricter than the documents");
    assert_eq!(value(&after, "share_warning"), "12.5%", "as a share is written");
    assert_eq!(
        value(&after, "risk_flags"),
        value(&first, "risk_flags"),
        "what nobody touched stays"
    );
    let texts: Vec<(&str, &str)> = after
        .texts
        .iter()
        .filter(|part| !part.text.is_empty())
        .map(|part| (part.label.as_str(), part.text.as_str()))
        .collect();
    assert_eq!(
        texts,
        [("抽查程序", "一、制定计划\n二、抽取")],
        "R-01: a part that was emptied is gone, the other stands"
    );
    let labels: Vec<&str> = after.texts.iter().map(|part| part.label.as_str()).collect();
    assert_eq!(
        labels,
        [
            "抽查程序",
            "检查手段",
            "检查内容",
            "处罚标准",
            "处罚程序",
            "抽查结果公开程序"
        ],
        "R-01: the six parts that an office's own rules have"
    );
    let newest = desk
        .trail_view(&TrailRequest {
            limit: 1,
            ..TrailRequest::default()
        })
        .unwrap();
    let sentence = &newest.entries[0].sentence;
    for part in [
        "XZ-01 本局细则",
        "一年内最多检查次数",
        "检查手段",
        "依据：本局双随机抽查实施细则（试行）",
        "原因：年度调整",
    ] {
        assert!(sentence.contains(part), "{part} is missing in {sentence}");
    }
}

#[test]
fn nothing_different_writes_nothing() {
    let office = Office::sample();
    let desk = office.desk();
    let first = saved(&desk, "dawa", "本局细则", true);
    let again = desk.rules_save(&edit(&first, &[("annual_cap", "2")])).unwrap();
    assert_eq!(again.line.version, 1, "no new version");
    assert_eq!(again.notices[0].value, "unchanged", "and it is said");
    assert_eq!(again.story.len(), 1, "and nothing in the trail");
}

#[test]
fn a_version_that_somebody_else_has_saved_meanwhile_is_not_written_over() {
    let office = Office::sample();
    let desk = office.desk();
    let opened = saved(&desk, "dawa", "本局细则", true);
    desk.rules_save(&edit(&opened, &[("annual_cap", "1")])).unwrap();
    let stale = edit(&opened, &[("rounding", "up")]);
    let refused = desk.rules_save(&stale).unwrap_err();
    assert_eq!(
        refused.reason,
        Reason::Rules(RulesFault::RulesMoved {
            number: "XZ-01".to_owned(),
            name: "本局细则".to_owned()
        }),
        "whoever saved first would lose what they saved"
    );
    assert_eq!(
        desk.rules_check(&stale).unwrap_err().reason.code(),
        "rules_moved",
        "and it is said before"
    );
    let unseen = RulesSave {
        version: None,
        ..stale
    };
    assert_eq!(
        desk.rules_save(&unseen).unwrap_err().reason.code(),
        "rules_moved",
        "nobody changes what they have not looked at"
    );
}

#[test]
fn a_switch_of_a_newer_program_is_refused_in_words() {
    let office = Office::sample();
    saved(&office.desk(), "dawa", "本局细则", true);
    office.tamper(
        "DROP TRIGGER rule_profile_update;
         UPDATE rule_profile SET document = json_set(document, '$.switches.moon_phase', 'full');",
    );
    let refused = office.desk().rules_view().unwrap_err();
    assert_eq!(
        refused.reason.code(),
        "rules_newer",
        "passed over, it would be another rule"
    );
    let failure = Failure::from(refused);
    assert!(
        failure.message.contains("moon_phase") && failure.hint.contains("新版"),
        "which switch, and what to do: {} {}",
        failure.message,
        failure.hint
    );
}

#[test]
fn the_trail_vouches_for_every_version() {
    let office = Office::sample();
    let desk = office.desk();
    let first = saved(&desk, "dawa", "第一份", true);
    saved(&desk, "xushui", "第二份", true);
    desk.rules_save(&edit(&open(&desk, first.line.id), &[("annual_cap", "1")]))
        .unwrap();
    let verdict = desk.trail_verify(&mut |_, _| true).unwrap();
    assert!(
        verdict.valid && verdict.faults.is_empty(),
        "two rows of one event are two rows that it names: {:?}",
        verdict.faults
    );
}

#[test]
fn the_command_line_does_the_same_and_answers_a_slip_with_what_may_be_written() {
    let office = Office::sample();
    let set = office.run(&[
        "--json",
        "rules",
        "set",
        "--preset",
        "dawa",
        "--name",
        "本局细则",
        "--set",
        "annual_cap=1",
        "--set",
        "risk_flags=黑名单、blacklist",
        "--basis",
        "区局〔2026〕1号",
        "--in-force",
        "--reason",
        "建立细则",
    ]);
    assert_eq!(set.status.code(), Some(0), "{}", said(&set.stderr));
    let opened = json(&set);
    assert_eq!(opened["line"]["number"], "XZ-01", "the first");
    assert_eq!(opened["line"]["inForce"], true, "and in force");
    let shown = json(&office.run(&["--json", "rules", "show"]));
    let value = |name: &str| {
        let values = shown["values"].as_array().unwrap();
        values.iter().find(|value| value["name"] == name).unwrap()["value"].clone()
    };
    assert_eq!(
        value("annual_cap"),
        "1",
        "a switch of one's own comes after the preset"
    );
    assert_eq!(
        value("count_superior"),
        "no",
        "which stands where nothing was said"
    );
    assert_eq!(
        value("risk_flags"),
        "blacklist",
        "what people call it is understood"
    );
    for (arguments, among) in [
        (
            &["rules", "set", "--set", "anual_cap=2"][..],
            "annual_cap 一年内最多检查次数",
        ),
        (&["rules", "set", "--set", "rounding=nearest"], "half_up 四舍五入"),
        (
            &["rules", "set", "--preset", "beijing"],
            "dawa 大洼区粮食和物资储备局",
        ),
        (
            &["rules", "attach", "1", "x.docx", "--kind", "photo"],
            "discretion 自由裁量基准",
        ),
    ] {
        let refused = office.run(arguments);
        assert_eq!(refused.status.code(), Some(2), "{arguments:?} is a slip");
        let text = said(&refused.stderr);
        assert!(
            text.contains(among),
            "{arguments:?} says what may be written:\n{text}"
        );
    }
    let checked = office.run(&["rules", "check", "XZ-01", "--set", "minimum_crew=1"]);
    assert_eq!(checked.status.code(), Some(1), "A-01: one is not enough");
    assert!(
        said(&checked.stdout).contains("可以填 2 到 9"),
        "{}",
        said(&checked.stdout)
    );
}
