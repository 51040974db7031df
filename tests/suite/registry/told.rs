//! What is said of a save: that nothing was different, that another is called the same; and what is shown of an entry.

use sunlot_app::target::{TargetSave, TargetsBulk, VisitAdd};
use sunlot_app::trail::{FlagsRequest, TrailSeq};

use super::enrol;
use crate::items;
use crate::support::{Office, json, said};

#[test]
fn a_save_that_changes_nothing_says_so() {
    let office = Office::sample();
    let desk = office.desk();
    let target = enrol(&desk, "徐水第一超市", &[("township", "安肃镇")])
        .line
        .number;
    let item = items::add(&desk, "粮食收购检查").line.number;
    desk.leave();
    let run = office.run(&["inspectors", "set", "--value", "name=王芳", "--reason", "登记"]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run.stderr));
    let same: [&[&str]; 5] = [
        &[
            "targets",
            "set",
            &target,
            "--value",
            "township=安肃镇",
            "--reason",
            "核对",
        ],
        &["targets", "place", &target, "in", "--reason", "核对"],
        &[
            "inspectors",
            "set",
            "RY-1",
            "--value",
            "name=王芳",
            "--reason",
            "核对",
        ],
        &[
            "items",
            "set",
            &item,
            "--value",
            "unit=流通科",
            "--reason",
            "核对",
        ],
        &["items", "place", &item, "in", "--reason", "核对"],
    ];
    for words in same {
        let told = said(&office.run(words).stdout);
        assert!(
            told.contains("没有变化") && !told.contains("已保存"),
            "{words:?} wrote nothing: {told}"
        );
        let answer = json(&office.run(&[&["--json"], words].concat()));
        assert_eq!(
            answer["notices"][0]["value"], "unchanged",
            "{words:?}: for programs, too"
        );
    }
    let other = [
        "targets",
        "set",
        &target,
        "--value",
        "township=崔庄镇",
        "--reason",
        "迁址",
    ];
    let told = said(&office.run(&other).stdout);
    assert!(told.contains("已保存"), "and what was different is saved: {told}");
}

#[test]
fn whoever_is_called_as_another_is_saved_with_a_warning() {
    let office = Office::sample();
    let desk = office.desk();
    let first = enrol(&desk, "徐水第一超市", &[]);
    assert!(first.notices.is_empty(), "nobody else is called so");
    let other = enrol(&desk, "徐水第一超市有限公司", &[]);
    assert!(other.notices.is_empty(), "a part of a name is no name");
    let second = enrol(&desk, "徐水第一超市", &[]);
    assert!(
        second.notices[0].value == "same_name" && second.notices[0].label.contains(&first.line.number),
        "two shops may be called the same, and one entered twice is drawn twice as often: {:?}",
        second.notices
    );
    let gone = TargetSave {
        id: Some(first.line.id),
        values: [("status".to_owned(), "deregistered".to_owned())].into(),
        reason: "已注销".to_owned(),
        ..TargetSave::default()
    };
    desk.target_save(&gone).unwrap();
    let third = enrol(&desk, "徐水第一超市", &[]);
    assert!(
        !third.notices[0].label.contains(&first.line.number)
            && third.notices[0].label.contains(&second.line.number),
        "who is out of business is drawn no more: {:?}",
        third.notices
    );
}

#[test]
fn everything_that_is_known_of_a_visit_is_shown() {
    let office = Office::sample();
    let desk = office.desk();
    let line = enrol(&desk, "徐水第一超市", &[]).line;
    desk.visit_add(&VisitAdd {
        target: line.id,
        held_on: "2026-03-05".to_owned(),
        task_kind: "double_random".to_owned(),
        modes: "实地检查".to_owned(),
        items: "价格标示".to_owned(),
        unit: "价监科".to_owned(),
        inspectors: "王芳、李娜".to_owned(),
        result: "责令改正".to_owned(),
        remark: "已复查".to_owned(),
        ..VisitAdd::default()
    })
    .unwrap();
    desk.leave();
    let told = said(&office.run(&["targets", "show", &line.number]).stdout);
    for part in [
        "实地检查",
        "价格标示",
        "价监科",
        "王芳、李娜",
        "责令改正",
        "已复查",
        "不计入次数",
    ] {
        assert!(told.contains(part), "{part} is known, and not shown: {told}");
    }
}

#[test]
fn the_parts_of_an_event_are_called_as_people_call_them() {
    let office = Office::sample();
    let desk = office.desk();
    let id = enrol(&desk, "徐水第一超市", &[]).line.id;
    items::add(&desk, "粮食收购检查");
    desk.target_save(&TargetSave {
        id: Some(id),
        values: [("township".to_owned(), "安肃镇".to_owned())].into(),
        reason: "补录".to_owned(),
        ..TargetSave::default()
    })
    .unwrap();
    let mut seq = 3;
    while let Ok(detail) = desk.trail_entry(TrailSeq { seq }) {
        for fact in &detail.facts {
            assert!(
                !fact.label.is_ascii(),
                "{}: nobody knows what {} is",
                detail.entry.sentence,
                fact.label
            );
        }
        seq += 1;
    }
    let last = desk.trail_entry(TrailSeq { seq: seq - 1 }).unwrap();
    let fields = last.facts.iter().find(|fact| fact.label == "改动的项目").unwrap();
    assert_eq!(fields.value, "乡镇街道", "values have names, too");
    assert!(seq > 5, "there was something to look at");
}

#[test]
fn who_changes_many_at_once_is_looked_at_by_the_supervisor() {
    let office = Office::sample();
    let desk = office.desk();
    for number in 1..=20 {
        enrol(&desk, &format!("徐水第{number}超市"), &[]);
    }
    let change = |text: &str, tag: &str| {
        desk.targets_bulk_save(&TargetsBulk {
            filter: sunlot_app::target::TargetFilter {
                text: text.to_owned(),
                ..sunlot_app::target::TargetFilter::default()
            },
            values: [("tags".to_owned(), tag.to_owned())].into(),
            reason: "统一调整".to_owned(),
            found: None,
        })
        .unwrap()
        .changed
    };
    let flagged = || {
        let flags = desk.trail_flags(&FlagsRequest { from: None, to: None }).unwrap();
        let found = flags
            .counts
            .into_iter()
            .find(|count| count.flag == "many_changed");
        found.unwrap().count
    };
    assert_eq!(
        (change("第1超市", "粮食"), flagged()),
        (1, 0),
        "one is everyday work"
    );
    assert_eq!(
        (change("超市", "食品"), flagged()),
        (20, 1),
        "twenty at once are not"
    );
}
