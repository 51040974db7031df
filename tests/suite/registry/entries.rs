//! Entries of a target that stand already: a visit, a flag, an inquiry.

use sunlot_app::Reason;
use sunlot_app::target::{
    InquiryAdd, InquiryWithdraw, TargetFault, TargetFlagAdd, TargetFlagEnd, VisitAdd, VisitWithdraw,
};

use super::enrol;
use crate::support::Office;

#[test]
fn a_visit_is_entered_once() {
    let office = Office::sample();
    let desk = office.desk();
    let id = enrol(&desk, "徐水第一超市", &[]).line.id;
    let visit = VisitAdd {
        target: id,
        held_on: "2026-03-05".to_owned(),
        counted: true,
        task_kind: "double_random".to_owned(),
        items: "价格标示".to_owned(),
        ..VisitAdd::default()
    };
    let entered = desk.visit_add(&visit).unwrap().visits[0].id;
    let hasty = VisitAdd {
        items: String::new(),
        ..visit.clone()
    };
    for again in [&visit, &hasty] {
        let refused = desk.visit_add(again).unwrap_err();
        assert!(
            matches!(refused.reason, Reason::Target(TargetFault::VisitStands { id, .. }) if id == entered),
            "who is counted twice is spared next time, and the refusal names the entry: {refused:?}"
        );
    }
    let reason = "录重了".to_owned();
    desk.visit_withdraw(&VisitWithdraw { id: entered, reason })
        .unwrap();
    assert!(
        desk.visit_add(&visit).is_ok(),
        "what was taken back stands in nobody's way"
    );
    for (other, why) in [
        (
            VisitAdd {
                held_on: "2026-03-06".to_owned(),
                ..visit.clone()
            },
            "another day",
        ),
        (
            VisitAdd {
                task_kind: "case_inspection".to_owned(),
                ..visit.clone()
            },
            "another sort of inspection",
        ),
        (
            VisitAdd {
                items: "计量器具".to_owned(),
                ..visit.clone()
            },
            "something else was inspected",
        ),
        (
            VisitAdd {
                remark: "下午第二次".to_owned(),
                ..visit.clone()
            },
            "somebody says that it was another one",
        ),
    ] {
        assert!(desk.visit_add(&other).is_ok(), "{why}");
    }
}

#[test]
fn a_flag_of_one_kind_holds_once_on_a_day() {
    let office = Office::sample();
    let desk = office.desk();
    let id = enrol(&desk, "徐水第一超市", &[]).line.id;
    let flag = |flag: &str, since: &str, until: &str| TargetFlagAdd {
        target: id,
        flag: flag.to_owned(),
        since: since.to_owned(),
        until: until.to_owned(),
        evidence: "12345 转办".to_owned(),
    };
    let set = desk.target_flag_add(&flag("blacklist", "2026-03-01", "2026-06-30"));
    let set = set.unwrap().flags[0].id;
    for (since, until, why) in [
        ("2026-03-01", "2026-06-30", "the same"),
        ("2026-06-30", "", "its last day belongs to it"),
        ("2026-01-01", "2026-03-01", "and so does its first"),
        ("2026-01-01", "", "all around it"),
    ] {
        let refused = desk
            .target_flag_add(&flag("blacklist", since, until))
            .unwrap_err();
        assert!(
            matches!(refused.reason, Reason::Target(TargetFault::FlagStands { id, .. }) if id == set),
            "{why}: {refused:?}"
        );
    }
    for (kind, since, until, why) in [
        ("blacklist", "2026-07-01", "", "the day after"),
        ("blacklist", "2026-01-01", "2026-02-28", "before it"),
        ("many_complaints", "2026-03-01", "", "another kind"),
    ] {
        assert!(desk.target_flag_add(&flag(kind, since, until)).is_ok(), "{why}");
    }
    desk.target_flag_end(&TargetFlagEnd {
        id: set,
        until: String::new(),
        reason: "录错了户".to_owned(),
    })
    .unwrap();
    assert!(
        desk.target_flag_add(&flag("blacklist", "2026-04-01", "2026-04-30"))
            .is_ok(),
        "what was taken back leaves room"
    );
}

#[test]
fn a_look_at_the_credit_is_entered_once() {
    let office = Office::sample();
    let desk = office.desk();
    let id = enrol(&desk, "徐水第一超市", &[]).line.id;
    let inquiry = InquiryAdd {
        target: id,
        inquired_on: "2026-11-19".to_owned(),
        source: "信用中国".to_owned(),
        found: "无异常".to_owned(),
        document: String::new(),
    };
    let first = desk.inquiry_add(&inquiry).unwrap().inquiries[0].id;
    let contrary = InquiryAdd {
        found: "列入异常名录".to_owned(),
        ..inquiry.clone()
    };
    for again in [&inquiry, &contrary] {
        let refused = desk.inquiry_add(again).unwrap_err();
        assert!(
            matches!(refused.reason, Reason::Target(TargetFault::InquiryStands { id, .. }) if id == first),
            "one look has one answer: {refused:?}"
        );
    }
    let reason = "查错了户".to_owned();
    desk.inquiry_withdraw(&InquiryWithdraw { id: first, reason })
        .unwrap();
    assert!(desk.inquiry_add(&inquiry).is_ok(), "a mistake leaves room");
    let second = InquiryAdd {
        document: "截图 2".to_owned(),
        ..contrary
    };
    assert!(
        desk.inquiry_add(&second).is_ok(),
        "and a second look has a document of its own"
    );
}
