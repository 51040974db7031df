//! The credit file of a target: gradings by risk that say what they came from, and looks at its credit.

use sunlot_app::import::{Fate, ImportReading, Registry};
use sunlot_app::target::{
    InquiryAdd, InquiryWithdraw, RiskGrade, TargetFault, TargetId, TargetSave, TargetView,
};
use sunlot_app::{Desk, Error, Reason, Result};

use super::{accept, codes_of, compare_text, rows_of};
use crate::support::Office;

fn enrolled(desk: &Desk) -> TargetView {
    let values = [
        ("kind", "enterprise"),
        ("name", "徐水宏达化工有限公司"),
        ("uscc", "91130609MA0000015B"),
    ];
    let values = values
        .into_iter()
        .map(|(field, value)| (field.to_owned(), value.to_owned()))
        .collect();
    let reason = "首次登记".to_owned();
    let save = TargetSave {
        values,
        reason,
        ..TargetSave::default()
    };
    desk.target_save(&save).unwrap()
}

fn sheet(target: i64, points: [&str; 4]) -> RiskGrade {
    let [building, dangers, management, law] = points.map(str::to_owned);
    RiskGrade {
        target,
        safety_building: building,
        hidden_dangers: dangers,
        internal_management: management,
        law_abidance: law,
        basis: "2026 年风险排查表".to_owned(),
        ..RiskGrade::default()
    }
}

fn fields(result: Result<TargetView>) -> Vec<String> {
    let error: Error = result.unwrap_err();
    error
        .problems
        .iter()
        .map(|problem| format!("{:?}", problem.place))
        .collect()
}

#[test]
fn a_level_follows_from_the_points_or_from_what_is_done_whichever_is_higher() {
    let office = Office::sample();
    let desk = office.desk();
    let id = enrolled(&desk).line.id;
    for (points, inherent, level, why) in [
        (["5", "5", "5", "5"], "", "low", "twenty of a hundred"),
        (
            ["10", "10", "5", "0"],
            "",
            "medium",
            "a quarter of all points is where medium begins",
        ),
        (["25", "25", "25", "0"], "", "high", "three quarters"),
        (
            ["0", "0", "0", "0"],
            "high",
            "high",
            "F-01: what it does outweighs the best points",
        ),
        (
            ["25", "25", "25", "25"],
            "low",
            "high",
            "and the worst points outweigh what it does",
        ),
    ] {
        let grade = RiskGrade {
            inherent: inherent.to_owned(),
            ..sheet(id, points)
        };
        let told = desk.risk_check(&grade).unwrap();
        assert_eq!(
            told.graded.map(|told| told.value).as_deref(),
            Some(level),
            "{points:?}: {why}"
        );
        let view = desk.risk_grade(&grade).unwrap();
        assert_eq!(view.line.risk.value, level, "the registry follows: {why}");
    }
    let view = desk.target_open(&TargetId { id }).unwrap();
    assert_eq!(view.gradings.len(), 5, "each grading stays");
    assert_eq!(
        view.gradings[0].score, 100,
        "the newest one first, with what it came from"
    );
    assert!(
        view.story
            .iter()
            .any(|moment| moment.sentence.contains("四项共 100 分")),
        "and the trail tells of it in words: {:?}",
        view.story
    );
}

#[test]
fn a_level_may_be_lowered_with_a_reason_and_only_for_a_time() {
    let office = Office::sample();
    let desk = office.desk();
    let id = enrolled(&desk).line.id;
    let high = || sheet(id, ["25", "25", "20", "10"]);
    let lowered = |to: &str, reason: &str, review: &str| RiskGrade {
        lowered_to: to.to_owned(),
        lowered_for: reason.to_owned(),
        review_on: review.to_owned(),
        ..high()
    };
    for (grade, why) in [
        (
            lowered("high", "可控", "2027-03-01"),
            "the same level is no lower one",
        ),
        (lowered("medium", "", "2027-03-01"), "without a reason"),
        (
            lowered("medium", "可控", ""),
            "without a day on which it is looked at again",
        ),
        (lowered("medium", "可控", "2026-11-01"), "a day that has gone"),
        (lowered("medium", "可控", "2028-01-01"), "more than a year away"),
        (lowered("较低", "可控", "2027-03-01"), "a word that is no level"),
    ] {
        assert!(desk.risk_grade(&grade).is_err(), "{why}");
    }
    assert!(
        desk.target_open(&TargetId { id }).unwrap().gradings.is_empty(),
        "what was refused left nothing behind"
    );
    let view = desk
        .risk_grade(&lowered("medium", "已装自动报警", "2027-03-01"))
        .unwrap();
    let newest = &view.gradings[0];
    assert_eq!(
        (newest.graded.value.as_str(), newest.level.value.as_str()),
        ("high", "medium"),
        "F-04"
    );
    assert!(!newest.review_due, "the day has not come");
    assert_eq!(view.line.risk.value, "medium", "until then the lower one holds");
}

#[test]
fn points_that_are_none_are_told_at_their_factor() {
    let office = Office::sample();
    let desk = office.desk();
    let id = enrolled(&desk).line.id;
    for (points, factor) in [
        (["26", "0", "0", "0"], "safetyBuilding"),
        (["0", "-1", "0", "0"], "hiddenDangers"),
        (["0", "0", "十", "0"], "internalManagement"),
        (["0", "0", "0", ""], "lawAbidance"),
    ] {
        let found = fields(desk.risk_grade(&sheet(id, points)));
        assert!(
            found.len() == 1 && found[0].contains(factor),
            "{points:?}: {found:?}"
        );
    }
    let told = desk.risk_check(&sheet(id, ["1", "", "", ""])).unwrap();
    assert_eq!(
        (told.score, told.problems.len()),
        (None, 3),
        "half a sheet has no sum yet"
    );
    let nobody = desk.risk_grade(&sheet(99, ["1", "1", "1", "1"])).unwrap_err();
    assert!(
        matches!(nobody.reason, Reason::Target(TargetFault::TargetMissing { .. })),
        "{nobody:?}"
    );
}

#[test]
fn a_look_at_the_credit_is_kept_and_a_mistake_is_taken_back_not_deleted() {
    let office = Office::sample();
    let desk = office.desk();
    let id = enrolled(&desk).line.id;
    let inquiry = InquiryAdd {
        target: id,
        inquired_on: "2026-11-19".to_owned(),
        source: "国家企业信用信息公示系统".to_owned(),
        found: "无异常".to_owned(),
        document: String::new(),
    };
    let view = desk.inquiry_add(&inquiry).unwrap();
    assert_eq!(view.inquiries.len(), 1, "T-09: when, where and what");
    for (wrong, why) in [
        (
            InquiryAdd {
                inquired_on: "2036-01-01".to_owned(),
                ..inquiry.clone()
            },
            "it has not come",
        ),
        (
            InquiryAdd {
                inquired_on: String::new(),
                ..inquiry.clone()
            },
            "some day it was",
        ),
        (
            InquiryAdd {
                source: " ".to_owned(),
                ..inquiry.clone()
            },
            "somewhere it was",
        ),
        (
            InquiryAdd {
                found: String::new(),
                ..inquiry.clone()
            },
            "nothing found is said in words, too",
        ),
    ] {
        assert!(desk.inquiry_add(&wrong).is_err(), "{why}");
    }
    let entry = view.inquiries[0].id;
    let back = |reason: &str| {
        desk.inquiry_withdraw(&InquiryWithdraw {
            id: entry,
            reason: reason.to_owned(),
        })
    };
    assert!(back("").is_err(), "without a reason nothing is taken back");
    let view = back("查错了户").unwrap();
    assert!(view.inquiries[0].withdrawn, "it stays, as a mistake");
    assert!(
        matches!(
            back("再撤一次").unwrap_err().reason,
            Reason::Target(TargetFault::TargetEntryWithdrawn { .. })
        ),
        "and cannot be taken back twice"
    );
}

#[test]
fn a_roster_does_not_write_over_a_level_that_follows_from_points() {
    let office = Office::sample();
    let desk = office.desk();
    let id = enrolled(&desk).line.id;
    desk.risk_grade(&sheet(id, ["25", "25", "25", "0"])).unwrap();
    let roster = |phone: &str| {
        let text = format!(
            "企业名称,统一社会信用代码,风险等级,联系电话\n徐水宏达化工有限公司,91130609MA0000015B,低,{phone}\n"
        );
        compare_text(&desk, Registry::Targets, &text, ImportReading::default()).unwrap()
    };
    let alone = roster("");
    let row = &rows_of(&desk, &alone, Fate::Same)[0];
    assert_eq!(
        codes_of(row),
        ["level_graded"],
        "F-02: a word in a roster is no score, and somebody is told so"
    );
    let with_more = roster("0312-8600001");
    let row = &rows_of(&desk, &with_more, Fate::Updated)[0];
    assert_eq!(codes_of(row), ["level_graded"], "the rest of the row is taken");
    accept(&desk, &with_more).unwrap();
    let view = desk.target_open(&TargetId { id }).unwrap();
    assert_eq!(
        view.line.risk.value, "high",
        "and the level stays what the points made it"
    );
}
