//! Identity numbers that somebody types where they do not belong.

use sunlot_app::inspector::InspectorSave;
use sunlot_app::item::LegalBasis;
use sunlot_app::target::{InquiryAdd, RiskGrade, TargetFlagAdd, TargetSave, VisitAdd};
use sunlot_app::{Desk, Error, Flaw};

use super::enrol;
use crate::items;
use crate::support::Office;

/// Nobody has it: the example of the standard.
const NUMBER: &str = "11010519491231002X";

fn save(desk: &Desk, field: &str, text: &str) -> Result<(), Error> {
    let values = [
        ("kind", "individual_business"),
        ("name", "徐水第一超市"),
        (field, text),
    ];
    let values = values.map(|(field, value)| (field.to_owned(), value.to_owned()));
    let save = TargetSave {
        values: values.into(),
        reason: "首次登记".to_owned(),
        ..TargetSave::default()
    };
    desk.target_save(&save).map(drop)
}

fn is_refused(answer: Result<(), Error>, what: &str) {
    let refused = answer.expect_err(what);
    assert!(
        refused
            .problems
            .iter()
            .any(|problem| problem.flaw == Flaw::IdNumberInText),
        "{what}: it would stand in clear in every list and copy: {refused:?}"
    );
}

#[test]
fn no_identity_number_gets_into_a_text_of_a_registry() {
    let office = Office::sample();
    let desk = office.desk();
    for (field, text) in [
        ("legal_rep", format!("王芳{NUMBER}")),
        ("remark", format!("业主身份证 {NUMBER}")),
        ("remark", "业主身份证 110105 19491231 002x".to_owned()),
        ("name", format!("王芳（{NUMBER}）")),
        ("credit_basis", NUMBER.to_owned()),
        ("doubtful_code", NUMBER.to_owned()),
    ] {
        is_refused(save(&desk, field, &text), field);
    }
    let id = enrol(&desk, "徐水第二超市", &[]).line.id;
    let values = [("name", "王芳"), ("remark", NUMBER)];
    let person = InspectorSave {
        values: values
            .map(|(field, value)| (field.to_owned(), value.to_owned()))
            .into(),
        reason: "新招录".to_owned(),
        ..InspectorSave::default()
    };
    is_refused(desk.inspector_save(&person).map(drop), "an inspector's remark");
    let flag = TargetFlagAdd {
        target: id,
        flag: "blacklist".to_owned(),
        since: "2026-11-01".to_owned(),
        until: String::new(),
        evidence: format!("法人 {NUMBER} 失信"),
    };
    is_refused(desk.target_flag_add(&flag).map(drop), "what a flag rests on");
    let visit = VisitAdd {
        target: id,
        held_on: "2026-11-01".to_owned(),
        task_kind: "double_random".to_owned(),
        result: format!("当事人 {NUMBER} 在场"),
        ..VisitAdd::default()
    };
    is_refused(desk.visit_add(&visit).map(drop), "what a visit found");
    let inquiry = InquiryAdd {
        target: id,
        inquired_on: "2026-11-01".to_owned(),
        source: "信用中国".to_owned(),
        found: NUMBER.to_owned(),
        ..InquiryAdd::default()
    };
    is_refused(desk.inquiry_add(&inquiry).map(drop), "what an inquiry found");
    let grade = RiskGrade {
        target: id,
        basis: NUMBER.to_owned(),
        ..RiskGrade::default()
    };
    is_refused(desk.risk_grade(&grade).map(drop), "what a grading rests on");
    let mut item = items::request("粮食收购检查");
    item.bases = Some(vec![LegalBasis {
        text: NUMBER.to_owned(),
        ..items::law("粮食流通管理条例", "第九条", "")
    }]);
    is_refused(desk.item_save(&item).map(drop), "the words of a law");
    let reasoned = TargetSave {
        id: Some(id),
        values: [("remark".to_owned(), "更名".to_owned())].into(),
        reason: format!("{NUMBER} 申请"),
        ..TargetSave::default()
    };
    is_refused(
        desk.target_save(&reasoned).map(drop),
        "a reason, which stands in the trail for ever",
    );
}

#[test]
fn numbers_that_are_nobodys_are_no_matter() {
    let office = Office::sample();
    let desk = office.desk();
    for text in [
        "110105194912310021",
        "许可证 JY11306090012345，2026-11-20 发",
        "统一社会信用代码 91130609MA0000015B",
        "0312-8682345、13812345678",
    ] {
        let saved = save(&desk, "remark", text);
        assert!(saved.is_ok(), "{text} is no identity number: {saved:?}");
    }
}
