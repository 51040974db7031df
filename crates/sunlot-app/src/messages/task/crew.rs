//! The words about the people of a task: what happened, and what is wrong with a loan, a request or the places of a crew.

use sunlot_rules::crew::borrowed::LoanFault;
use sunlot_rules::crew::slots::SlotFault;

use super::{Words, words};
use crate::event::crew::{LoanStep, RecusalStep};
use crate::task::people_labels::{asked_by, request_state};

/// An inspector was lent, or given back.
pub(in crate::messages) fn of_loan(step: &LoanStep) -> String {
    let LoanStep {
        task,
        inspector,
        name,
        cert,
        office,
        document,
        since,
        until,
        withdrawn,
        reason,
    } = step;
    let who = if inspector.is_empty() {
        format!("{name}（执法证 {cert}）")
    } else {
        format!("{inspector} {name}")
    };
    if *withdrawn {
        return format!("抽查任务 {task} 送回从{office}借调的{who}，原因：{reason}");
    }
    format!("抽查任务 {task} 从{office}借调{who}，{since} 至 {until}，文件：{document}")
}

/// Somebody asked that an inspector stay away, or it was decided or taken back.
pub(in crate::messages) fn of_recusal(step: &RecusalStep) -> String {
    let RecusalStep {
        task,
        target,
        target_name,
        inspector,
        name,
        asked_by: by,
        state,
        on,
        who,
        reason,
    } = step;
    let inspector = match inspector.as_str() {
        "" => name.clone(),
        number => format!("{number} {name}"),
    };
    let what = format!("{inspector}回避检查对象 {target} {target_name}");
    let by = asked_by(by);
    match state.as_str() {
        "open" => format!("抽查任务 {task} 登记回避申请（{by}，{on}）：{what}，理由：{reason}"),
        "withdrawn" => format!("抽查任务 {task} 撤回回避申请（{by}）：{what}，原因：{reason}"),
        state => format!(
            "抽查任务 {task} {who}于 {on} 决定{}{what}（{by}），理由：{reason}",
            request_state(state)
        ),
    }
}

/// What is wrong with a loan.
pub(super) fn of_loan_fault(fault: &LoanFault, why: &str) -> Words {
    match fault {
        LoanFault::DocumentMissing => words(
            "借调没有写文件的文号。",
            "借调要有借出单位同意的文件；请写文号，例如“借〔2026〕3号”。",
        ),
        LoanFault::UnitMissing => words("没有写借出单位。", "请写明是哪个部门或乡镇的人。"),
        LoanFault::DaysMissing => words("没有写全借调的起止日期。", "请照文件写从哪天到哪天。"),
        LoanFault::DaysReversed { from, to } => words(
            format!("借调从 {from} 到 {to}，结束早于开始。"),
            "请核对两个日期。",
        ),
        LoanFault::StartsLate { from } => words(
            format!("借调从 {from} 开始，检查在那以前就开始了。"),
            "借调要包括检查的每一天；请对方改文件，或调整检查时间。",
        ),
        LoanFault::EndsEarly { to } => words(
            format!("借调到 {to} 为止，检查在那以后才结束。"),
            "借调要包括检查的每一天；请对方改文件，或调整检查时间。",
        ),
        LoanFault::Ineligible(_) => words(
            format!("这个人不能参加检查：{why}。"),
            "借调的人也要有到检查结束都有效的执法证，并且在岗；请核对证件，或另借一人。",
        ),
    }
}

/// What is wrong with the places of a crew.
pub(super) fn of_slot(fault: &SlotFault) -> Words {
    match fault {
        SlotFault::TooFew { slots, minimum } => words(
            format!("检查组写了 {slots} 个位置，至少要 {minimum} 个。"),
            "执法检查不得少于两名持证人员；细则配置可以规定更多。",
        ),
        SlotFault::TooMany { slots, most } => words(
            format!("检查组写了 {slots} 个位置，最多 {most} 个。"),
            "请去掉几个位置。",
        ),
        SlotFault::DeptTooFew { dept, slots, minimum } => words(
            format!("{dept}只有 {slots} 个位置，至少要 {minimum} 个。"),
            "联合检查时，每个部门的事项由本部门至少两名持证人员检查。",
        ),
        SlotFault::DeptUnknown { slot, dept } => words(
            format!("第 {} 个位置要{dept}的人，它不参加这次检查。", slot + 1),
            "请改成牵头或配合的部门，或不限部门。",
        ),
        SlotFault::NotJoint { depts } => words(
            format!("联合检查只有 {depts} 个部门。"),
            "请至少选一个配合部门；只有一个部门的不是联合检查。",
        ),
        SlotFault::SkillMissing(needed) => {
            let whose = needed
                .dept
                .as_ref()
                .map_or_else(String::new, |dept| format!("{dept}的"));
            words(
                format!("没有一个位置要求会“{}”，{whose}事项需要。", needed.skill),
                "请给一个位置写上这项专长。",
            )
        }
        SlotFault::Leads { leads } => words(
            format!("检查组有 {leads} 名主办。"),
            "每个检查组恰好有一名主办，其余是协办或联合。",
        ),
        SlotFault::Order { loose, strict } => words(
            format!(
                "第 {} 个位置要求宽，排在要求严的第 {} 个前面，可能占了它唯一的人选。",
                loose + 1,
                strict + 1
            ),
            "请把要求最严的位置排在最前面。",
        ),
    }
}
