//! Conflicts of interest between inspectors and targets: with their period and with who said so, ended or taken back and never
//! deleted; and the rule of rotation.

use sunlot_app::inspector::{ConflictAdd, ConflictEnd, InspectorFault, RotationSave};
use sunlot_app::target::TargetId;

use super::inspectors::{fault, sample, view};
use super::targets;
use crate::support::Office;

fn conflict(relation: &str, since: &str, until: &str) -> ConflictAdd {
    ConflictAdd {
        inspector: 1,
        target: 1,
        relation: relation.to_owned(),
        detail: String::new(),
        told_by: "本人申报".to_owned(),
        since: since.to_owned(),
        until: until.to_owned(),
    }
}

#[test]
fn a_conflict_of_interest_holds_from_its_first_day_to_its_last() {
    let office = Office::sample();
    let desk = sample(&office);
    targets::sample(&desk);
    let view = desk
        .conflict_add(&conflict("kinship", "2026-11-20", "2026-11-20"))
        .unwrap();
    assert!(view.conflicts[0].in_force, "today is its first day and its last");
    assert_eq!(view.line.conflicts, 1, "and the list counts it");
    let later = desk
        .conflict_add(&conflict("shareholding", "2026-11-21", ""))
        .unwrap();
    assert!(
        !later.conflicts[1].in_force,
        "that of tomorrow is not in force today"
    );
    let always = desk.conflict_add(&conflict("former_post", "", "")).unwrap();
    assert!(
        always.conflicts[2].in_force,
        "one without a period is always in force"
    );
    let register = desk.conflicts_view().unwrap().conflicts;
    let order: Vec<i64> = register.iter().map(|conflict| conflict.id).collect();
    assert_eq!(order, [1, 3, 2], "what is in force comes first");
    assert_eq!(
        (
            register[0].relation.label.as_str(),
            register[0].target_number.as_str()
        ),
        ("亲属关系", "DX-000001"),
        "what connects whom, for people"
    );
    let story = desk.target_open(&TargetId { id: 1 }).unwrap().story;
    assert!(
        story[0].sentence.contains("RY-000001 王芳") && story[0].sentence.contains("据本人申报说"),
        "the story of the target tells it as well: {:?}",
        story[0]
    );
}

#[test]
fn a_conflict_is_not_entered_half() {
    let office = Office::sample();
    let desk = sample(&office);
    targets::sample(&desk);
    let wrong = ConflictAdd {
        told_by: " ".to_owned(),
        ..conflict("同乡", "2026-11-20", "2026-11-01")
    };
    let error = desk.conflict_add(&wrong).unwrap_err();
    assert_eq!(
        error.problems.len(),
        3,
        "no such relation, nobody who said so, and it ends before it begins: {error:?}"
    );
    assert!(
        desk.conflict_add(&conflict("other", "", "")).is_err(),
        "what the list has no word for must be told"
    );
    assert!(
        desk.conflict_add(&conflict("kinship", "2026-11", "")).is_err(),
        "a period begins on a day"
    );
    for (inspector, target) in [(99, 1), (1, 99)] {
        let nobody = ConflictAdd {
            inspector,
            target,
            ..conflict("kinship", "", "")
        };
        assert!(
            desk.conflict_add(&nobody).is_err(),
            "{inspector} and {target}: one is nobody"
        );
    }
    desk.conflict_add(&conflict("kinship", "", "")).unwrap();
    assert!(
        matches!(
            fault(desk.conflict_add(&conflict("kinship", "", "")).unwrap_err()),
            InspectorFault::ConflictStands { id: 1 }
        ),
        "the same is not entered twice"
    );
    assert_eq!(
        desk.conflicts_view().unwrap().conflicts.len(),
        1,
        "and of all that, one was written"
    );
}

#[test]
fn a_conflict_is_ended_or_taken_back_and_never_deleted() {
    let office = Office::sample();
    let desk = sample(&office);
    targets::sample(&desk);
    desk.conflict_add(&conflict("kinship", "2026-01-01", "")).unwrap();
    desk.conflict_add(&conflict("same_case", "", "")).unwrap();
    let end = |id, until: &str, reason: &str| {
        desk.conflict_end(&ConflictEnd {
            id,
            until: until.to_owned(),
            reason: reason.to_owned(),
        })
    };
    assert!(end(1, "2025-12-31", "离职").is_err(), "not before it began");
    assert!(end(1, "2026-11-19", "").is_err(), "not without a reason");
    let ended = end(1, "2026-11-19", "亲属已离职").unwrap();
    assert!(
        !ended.conflicts[0].in_force && !ended.conflicts[0].withdrawn,
        "yesterday was its last day"
    );
    let taken = end(2, "", "登记错了").unwrap();
    assert!(taken.conflicts[1].withdrawn, "a mistake is told as one");
    assert!(
        taken.story[0].sentence.starts_with("撤销"),
        "with its sentence: {:?}",
        taken.story[0]
    );
    assert!(
        matches!(
            fault(end(2, "2026-11-19", "再改").unwrap_err()),
            InspectorFault::ConflictWithdrawn { id: 2 }
        ),
        "and is not changed any more"
    );
    assert!(
        matches!(
            fault(end(9, "", "无").unwrap_err()),
            InspectorFault::ConflictMissing { id: 9 }
        ),
        "there is no such one"
    );
}

#[test]
fn the_rule_of_rotation_is_set_with_a_reason() {
    let office = Office::sample();
    let desk = sample(&office);
    assert_eq!(view(&desk, None).rotation.months, 0, "nobody has set one");
    let set = |months, reason: &str| {
        desk.rotation_save(&RotationSave {
            months,
            reason: reason.to_owned(),
        })
    };
    assert!(set(24, " ").is_err(), "not without a reason");
    assert!(
        set(121, "细则第九条").is_err(),
        "for ever is a conflict of interest"
    );
    let rule = set(24, "细则第九条").unwrap();
    assert!(rule.told.contains("24 个月"), "said in a sentence: {}", rule.told);
    assert_eq!(view(&desk, None).rotation, rule, "and the list shows it");
}
