//! The level of risk: the latest grading by its day decides, and nobody types over it.

use sunlot_app::target::{RiskGrade, TargetFlaw, TargetId, TargetSave, TargetsBulk};
use sunlot_app::{Flaw, Reason};

use super::enrol;
use crate::support::Office;

fn grade(target: i64, on: &str, points: &str) -> RiskGrade {
    RiskGrade {
        target,
        graded_on: on.to_owned(),
        safety_building: points.to_owned(),
        hidden_dangers: points.to_owned(),
        internal_management: points.to_owned(),
        law_abidance: points.to_owned(),
        basis: "风险排查表".to_owned(),
        ..RiskGrade::default()
    }
}

#[test]
fn a_grading_that_is_entered_late_is_kept_and_changes_nothing() {
    let office = Office::sample();
    let desk = office.desk();
    let id = enrol(&desk, "徐水宏达化工有限公司", &[]).line.id;
    let view = desk.risk_grade(&grade(id, "2026-10-08", "20")).unwrap();
    assert_eq!(view.line.risk.value, "high", "eighty of a hundred");
    let old = grade(id, "2026-03-02", "2");
    let told = desk.risk_check(&old).unwrap();
    assert!(
        told.notice.contains("2026-10-08") && told.notice.contains("仍是高"),
        "whoever enters it is told beforehand: {told:?}"
    );
    let view = desk.risk_grade(&old).unwrap();
    assert_eq!(
        view.line.risk.value, "high",
        "F-04: what was found in March says nothing about October"
    );
    let days: Vec<&str> = view
        .gradings
        .iter()
        .map(|grading| grading.graded_on.as_str())
        .collect();
    assert_eq!(
        days,
        ["2026-10-08", "2026-03-02"],
        "both stay, the one in force first"
    );
    assert!(
        view.story[0].sentence.contains("现行等级不变"),
        "and the trail says so: {}",
        view.story[0].sentence
    );
    let view = desk.risk_grade(&grade(id, "2026-10-08", "2")).unwrap();
    assert_eq!(
        view.line.risk.value, "low",
        "of one day the last that was entered counts: somebody mended it"
    );
    assert!(
        desk.risk_check(&grade(id, "", "9")).unwrap().notice.is_empty(),
        "today's follows, as ever"
    );
}

#[test]
fn nobody_types_over_a_level_that_follows_from_points() {
    let office = Office::sample();
    let desk = office.desk();
    let graded = enrol(&desk, "徐水宏达化工有限公司", &[]).line;
    let other = enrol(&desk, "徐水第一超市", &[("risk", "low")]).line;
    desk.risk_grade(&grade(graded.id, "2026-10-08", "20")).unwrap();
    let save = |id: i64, risk: &str| {
        desk.target_save(&TargetSave {
            id: Some(id),
            values: [("risk".to_owned(), risk.to_owned())].into(),
            reason: "领导要求".to_owned(),
            ..TargetSave::default()
        })
    };
    for risk in ["low", ""] {
        let refused = save(graded.id, risk).unwrap_err();
        assert!(
            matches!(&refused.problems[0].flaw, Flaw::Target(TargetFlaw::LevelGraded { on, .. }) if on == "2026-10-08"),
            "{risk:?}: {refused:?}"
        );
    }
    assert!(save(graded.id, "high").is_ok(), "the same level is no change");
    assert!(
        save(other.id, "medium").is_ok(),
        "where nobody graded, a level may be typed: rosters have no points either"
    );
    let bulk = desk.targets_bulk_save(&TargetsBulk {
        values: [("risk".to_owned(), "low".to_owned())].into(),
        reason: "统一调整".to_owned(),
        ..TargetsBulk::default()
    });
    let refused = bulk.unwrap_err();
    assert!(
        matches!(&refused.problems[0].flaw, Flaw::Target(TargetFlaw::LevelGraded { whose, .. }) if whose.contains("宏达")),
        "nor for many at once, and the first of them is named: {refused:?}"
    );
    assert!(
        matches!(refused.reason, Reason::Target(_)),
        "refused as any wrong value"
    );
    let view = desk.target_open(&TargetId { id: other.id }).unwrap();
    assert_eq!(view.line.risk.value, "medium", "nothing of it was done");
}
