//! `sunlot targets grade` and `sunlot targets inquiry`: the credit file of a target.

use sunlot_app::registry::FormChecked;
use sunlot_app::target::{InquiryAdd, InquiryWithdraw, RiskGrade, RiskGraded, TargetView};
use sunlot_app::{Desk, Error, Reason, Result};

use crate::args::credit::{GradeOptions, InquiryOptions};
use crate::output::Output;
use crate::registry::{missing, said, told_problems};
use crate::targets::number;

/// Grades a target, or only says what it would come to.
pub(crate) fn grade(desk: &Desk, options: GradeOptions, output: &Output) -> Result<Option<TargetView>> {
    let points: Vec<&str> = options.points.split([',', '，', '、']).map(str::trim).collect();
    let &[safety_building, hidden_dangers, internal_management, law_abidance] = points.as_slice() else {
        let argument = "--points".to_owned();
        let value = options.points.clone();
        return Err(Error::new(Reason::ArgumentValueWrong { argument, value }, ""));
    };
    let request = RiskGrade {
        target: number(&options.target)?,
        graded_on: options.on,
        activities: options.activities,
        inherent: options.inherent,
        safety_building: safety_building.to_owned(),
        hidden_dangers: hidden_dangers.to_owned(),
        internal_management: internal_management.to_owned(),
        law_abidance: law_abidance.to_owned(),
        basis: options.basis,
        lowered_to: options.lower_to,
        lowered_for: options.lower_for,
        review_on: options.review,
    };
    if options.check {
        output.answer(&desk.risk_check(&request)?, told);
        return Ok(None);
    }
    desk.risk_grade(&request).map(Some)
}

fn told(graded: &RiskGraded) -> String {
    let mut text = match (graded.score, &graded.graded) {
        (Some(score), Some(level)) => format!("四项共 {score} 分，{}\n", level.label),
        _ => String::new(),
    };
    if !graded.notice.is_empty() {
        text += &format!("{}\n", graded.notice);
    }
    let problems = graded.problems.clone();
    text += &told_problems(&FormChecked { problems });
    text
}

/// Enters a look at a target's credit, or takes one back.
pub(crate) fn inquiry(desk: &Desk, options: InquiryOptions) -> Result<TargetView> {
    if let Some(id) = options.withdraw {
        let reason = options.reason;
        return desk.inquiry_withdraw(&InquiryWithdraw { id, reason });
    }
    desk.inquiry_add(&InquiryAdd {
        target: number(options.target.as_deref().ok_or_else(|| missing("编号"))?)?,
        inquired_on: options.on,
        source: options.source,
        found: options.found,
        document: options.document,
    })
}

/// What stands in the file, for people.
pub(crate) fn file(view: &TargetView) -> String {
    let mut text = String::new();
    for grading in &view.gradings {
        let points: Vec<String> = grading
            .factors
            .iter()
            .map(|one| format!("{} {}", one.factor.label, one.points))
            .collect();
        text += &format!(
            "  风险评定 {}：{}，共 {} 分，{}",
            grading.graded_on,
            points.join("、"),
            grading.score,
            grading.graded.label
        );
        if grading.level.value != grading.graded.value {
            let due = if grading.review_due { "，该复核了" } else { "" };
            text += &format!(
                "，暂按{}，原因：{}，{} 复核{due}",
                grading.level.label, grading.lowered_for, grading.review_on
            );
        }
        text += &format!("；依据：{}\n", grading.basis);
        text += &said(&[
            ("生产经营活动", &grading.activities),
            ("活动的最高风险", &grading.inherent.label),
        ]);
    }
    for inquiry in &view.inquiries {
        let state = if inquiry.withdrawn { "，已撤销" } else { "" };
        text += &format!(
            "  信用查询 {}：{}，{}，{}{state}\n",
            inquiry.id, inquiry.inquired_on, inquiry.source, inquiry.found
        );
        text += &said(&[("留存材料", &inquiry.document)]);
    }
    text
}
