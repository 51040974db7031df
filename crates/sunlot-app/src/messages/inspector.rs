//! The words about the registry of inspectors.

use super::{Words, words};
use crate::inspector::{InspectorFault, InspectorFlaw};

/// Why nothing can be done.
pub(super) fn of_fault(fault: &InspectorFault) -> Words {
    match fault {
        InspectorFault::InspectorInvalid { count } => words(
            format!("有 {count} 处需要改正，没有保存。"),
            "请按每一处的说明改正后再保存。",
        ),
        InspectorFault::InspectorMissing { asked } => words(
            format!("执法检查人员库里没有“{asked}”。"),
            "请核对编号（如 RY-000003）、执法证号或姓名；可以在执法检查人员库里按姓名的几个字查找，没有录入的先登记。",
        ),
        InspectorFault::InspectorMoved { number, name } => words(
            format!("{number} {name} 在打开以后被改过，没有保存。"),
            "请重新打开这个人，看过新的内容再改。",
        ),
        InspectorFault::CertificateTaken { cert, whose } => words(
            format!("执法证号 {cert} 已经是 {whose} 的，没有保存。"),
            "一个执法证号只能是一个人的：请核对证件；是同一个人，请修改原来的那一条。",
        ),
        InspectorFault::ConflictMissing { id } => words(
            format!("没有第 {id} 号回避登记。"),
            "请重新打开这个人，或在回避登记册里查找。",
        ),
        InspectorFault::ConflictWithdrawn { id } => words(
            format!("第 {id} 号回避登记已经撤销，没有再改。"),
            "撤销错了就重新登记一条。",
        ),
        InspectorFault::ConflictStands { id } => words(
            format!("同一个人与同一检查对象的同一种关系已经登记过（第 {id} 号），没有重复登记。"),
            "要改期限，请先结束或撤销第一条，再重新登记。",
        ),
        InspectorFault::InspectionDayWrong { found } => words(
            format!("检查日期“{found}”不是认得出的日期。"),
            "请写成 2026-11-20 这样；不写就按今天。",
        ),
    }
}

/// What is wrong with one value.
pub(super) fn of_flaw(label: &str, flaw: &InspectorFlaw) -> Words {
    match flaw {
        InspectorFlaw::CertificateWords { found } => words(
            format!("“{found}”不是执法证号。"),
            "执法证号里总有数字；还没有领到证的，请把这一格空着。",
        ),
        InspectorFlaw::CertificateDamaged { found } => words(
            format!("{label}“{found}”已被表格软件损坏。"),
            "末尾几位已经丢失，程序不会去猜；请照执法证重新填写。",
        ),
        InspectorFlaw::CertificateMissing => words(
            format!("填了有效期或发证机关，没有填{label}。"),
            "请填上执法证上的编号；没有执法证的，有效期和发证机关也不填。",
        ),
        InspectorFlaw::CertificateTwice => words(
            format!("{label}与另一个执法证号相同。"),
            "同一个证只填一次；有第二个证的，请照那个证填写。",
        ),
        InspectorFlaw::RelationUnknown { found } => words(
            format!("没有“{found}”这种利害关系。"),
            "请从列出的关系里选一种；都不合的选“其他利害关系”并写明。",
        ),
        InspectorFlaw::MonthsTooMany { max, found } => words(
            format!("{label}是 {found} 个月，最多 {max} 个月。"),
            "长期不能去的，请登记回避。",
        ),
    }
}
