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
        LineFault::NotJoint { lead, partners } => words(
            format!("计划这一行是联合抽查（牵头{lead}，配合{partners}），任务却只由一个部门检查。"),
            "请改成联合检查，照计划写明牵头和配合部门；不再联合的，先调整计划这一行，重新审批。",
        ),
        LineFault::OtherDepts {
            lead,
            partners,
            lacking,
            beside,
        } => of_other_depts(lead, partners, lacking, beside),
        LineFault::PlanDraft { plan } => words(
            format!("抽查计划“{plan}”还没有批准，或者退回草拟了，不能照它的行批准任务。"),
            "请先把计划审批好，再办这项任务；不按计划办的，改成临时任务并写明依据。",
        ),
        LineFault::More {
            quota,
            left,
            others,
            most,
            amount,
        } => of_more(*quota, *left, others, *most, amount),
        LineFault::MoreBesideRisk { quota, most, amount } => words(
            format!(
                "计划这一行写的是{amount}。与计划不同的理由是风险对象（E1）：只有风险对象的层可以多抽，其余各层合起来至多 {most} 户；这次要抽 {quota} 户。"
            ),
            format!(
                "请把风险对象单分一层（条件写信用不良、风险等级高或中高，或者有触发标志；现成的有“三类信用”“四级风险”“重点＋一般”），其余各层合起来降到 {most} 户以内；所有对象都要多抽的，只能凭上级部署（E2）。"
            ),
        ),
        LineFault::Wider {
            in_scope,
            base,
            scope,
        } => words(
            format!(
                "计划这一行的范围是“{scope}”{base} 户，现在范围内有 {in_scope} 户：事项没有写监管领域，任务也没有写抽取范围。"
            ),
            "请照计划的范围写抽取条件（窗口在“范围与分层”，命令行写 --where tags=监管领域），或给事项写上监管领域；不得扩大抽查范围。",
        ),
    }
}

/// That more are drawn than the line says, with what other tasks take of it.
fn of_more(quota: u64, left: u64, others: &[String], most: u64, amount: &str) -> Words {
    let exceptions = "只给风险对象所在的层增加的，或者上级部署的，在“与计划不同的理由”里选明并写清楚。";
    if others.is_empty() {
        return words(
            format!("计划这一行写的是{amount}，至多 {most} 户；这次要抽 {quota} 户。"),
            format!("请改比例或数量，最多 {most} 户；{exceptions}"),
        );
    }
    let mend = match left {
        0 => "这一行已经安排满了：请取消这项任务，或者先取消、改少另一项".to_owned(),
        left => format!("请改比例或数量，最多还可以抽 {left} 户；或者先取消、改少另一项"),
    };
    words(
        format!(
            "计划这一行写的是{amount}，各项任务合起来至多 {most} 户；这次要抽 {quota} 户，同一行还有 {}。",
            others.join("、")
        ),
        format!("{mend}；{exceptions}"),
    )
}

/// That other departments take part than the line says.
fn of_other_depts(lead: &str, partners: &str, lacking: &str, beside: &str) -> Words {
    let said = |what: &str, names: &str| match names {
        "" => String::new(),
        names => format!("，{what}{names}"),
    };
    let differs = match (lacking, beside) {
        ("", "") => "，任务的牵头部门不是它".to_owned(),
        _ => said("任务少了", lacking) + &said("多了", beside),
    };
    words(
        format!("计划这一行由{lead}牵头、{partners}配合{differs}。"),
        "请照计划写牵头和配合部门；同一个部门写法不同的，把计划里和人员名录里的名称改成一样；部门有变化的，先调整计划、重新审批。",
    )
}
