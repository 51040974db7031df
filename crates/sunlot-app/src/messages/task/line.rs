//! The words about a task and the line of the plan that it is of: in what they differ, and what is to be done.

use super::super::{Words, words};
use crate::task::LineFault;

/// In what a task differs from its line.
pub(super) fn of_fault(fault: &LineFault) -> Words {
    match fault {
        LineFault::Item { item, line } => words(
            format!("{item} 不是计划这一行的事项（{line}）。"),
            "请去掉它，另立一项任务；要一起办的，先把计划调整好、重新审批。",
        ),
        LineFault::Days { from, to } => words(
            format!("检查时间不在计划这一行写的 {from} 至 {to} 之内。"),
            "请改检查日期；要改时间的，先调整计划、重新审批；上级另有部署的，选“上级部署”，并写明文号。",
        ),
        LineFault::Targeted { clause } => words(
            format!("计划这一行是不定向抽取，任务却加了条件“{clause}”。"),
            "请去掉这个条件；要定向抽取的，先把计划这一行改成定向、写明条件，重新审批。",
        ),
        LineFault::Untargeted { condition } => words(
            format!("计划这一行是定向抽取（{condition}），任务没有写抽取范围的条件。"),
            "请照计划写明条件；不得扩大抽查范围。",
        ),
        LineFault::PlanDraft { plan } => words(
            format!("抽查计划“{plan}”还没有批准，或者退回草拟了，不能照它的行批准任务。"),
            "请先把计划审批好，再办这项任务；不按计划办的，改成临时任务并写明依据。",
        ),
        LineFault::More {
            quota,
            before,
            most,
            amount,
        } => {
            let drawn = match before {
                0 => String::new(),
                before => format!("，这一行以前已经抽了 {before} 户"),
            };
            words(
                format!("计划这一行写的是{amount}，至多 {most} 户；这次要抽 {quota} 户{drawn}。"),
                "请降低比例；只给风险对象所在的层增加的，或者上级部署的，在“与计划不同的理由”里选明并写清楚。",
            )
        }
        LineFault::MoreBesideRisk { quota, most, amount } => words(
            format!(
                "计划这一行写的是{amount}。与计划不同的理由是风险对象（E1）：只有风险对象的层可以多抽，其余各层合起来至多 {most} 户；这次要抽 {quota} 户。"
            ),
            format!(
                "请把风险对象单分一层（条件写信用不良、风险等级高或中高，或者有触发标志；现成的有“三类信用”“四级风险”“重点＋一般”），其余各层合起来降到 {most} 户以内；所有对象都要多抽的，只能凭上级部署（E2）。"
            ),
        ),
        LineFault::Wider { in_scope, base } => words(
            format!(
                "计划这一行的范围是 {base} 户，现在范围内有 {in_scope} 户：事项没有写监管领域，任务也没有写抽取范围。"
            ),
            "请照计划写明抽取范围，或给事项写上监管领域；不得扩大抽查范围。",
        ),
    }
}
