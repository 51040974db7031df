//! The words about the registry of targets.

use super::{Words, words};
use crate::target::{TargetFault, TargetFlaw};

/// Why nothing can be done.
pub(super) fn of_fault(fault: &TargetFault) -> Words {
    match fault {
        TargetFault::TargetInvalid { count } => words(
            format!("有 {count} 处需要改正，没有保存。"),
            "请按每一处的说明改正后再保存。",
        ),
        TargetFault::TargetMissing { asked } => words(
            format!("检查对象库里没有“{asked}”。"),
            "请核对编号（如 DX-000012）、统一社会信用代码或全称；只记得一部分的，在检查对象库里按名称的几个字查找，没有录入的先登记。",
        ),
        TargetFault::TargetMoved { number, name } => words(
            format!("{number} {name} 在打开以后被改过，没有保存。"),
            "请重新打开它，看过新的内容再改。",
        ),
        TargetFault::TargetCodeTaken { code, number, name } => words(
            format!("代码 {code} 已经是 {number} {name} 的，没有保存。"),
            "同一代码只能有一户：请核对证照；如果是同一户改了名称，请修改原来的那一户。",
        ),
        TargetFault::TargetEntryMissing { id } => {
            words(format!("没有第 {id} 号记录。"), "请重新打开这一户再试。")
        }
        TargetFault::TargetEntryWithdrawn { id } => words(
            format!("第 {id} 号记录已经撤销，没有再改。"),
            "请重新打开这一户；撤销错了就重新登记一条。",
        ),
        TargetFault::FlagStands {
            id,
            flag,
            since,
            until,
        } => {
            let until = if until.is_empty() {
                "一直有效".to_owned()
            } else {
                format!("到 {until} 为止")
            };
            words(
                format!(
                    "已经有标志“{}”（第 {id} 号，{since} 起，{until}），期限重叠，没有再加。",
                    flag.label()
                ),
                "要改期限，先把原来那条止于某日，再从第二天起加新的；原来那条录错了，先撤销它。",
            )
        }
        TargetFault::VisitStands { id, held_on } => words(
            format!("{held_on} 的这次检查已经登记过（第 {id} 号），没有再记一次。"),
            "确实是另一次检查的，请在备注里写明，例如“下午第二次”；原来那条录错了，先撤销它。",
        ),
        TargetFault::InquiryStands {
            id,
            inquired_on,
            source,
        } => words(
            format!("{inquired_on} 在“{source}”的查询已经登记过（第 {id} 号），没有再记一次。"),
            "同一天确实查了两次的，请在留存材料里写明各自的编号；原来那条录错了，先撤销它。",
        ),
        TargetFault::BulkMoved { expected, found } => words(
            format!("预览时是 {expected} 户，现在筛得 {found} 户，没有修改。"),
            "名录在预览以后变了，请重新预览再确认。",
        ),
    }
}

/// What is wrong with one value.
pub(super) fn of_flaw(label: &str, flaw: &TargetFlaw) -> Words {
    match flaw {
        TargetFlaw::FieldUnknown => words(format!("没有“{label}”这一项。"), "请核对字段的名称。"),
        TargetFlaw::FieldNotBulk => words(
            format!("{label}不能成批修改。"),
            "名称、代码这些各户不同的内容，请逐户修改或用名单导入。",
        ),
        TargetFlaw::ChoiceUnknown { found } => words(
            format!("{label}里没有“{found}”这个选项。"),
            "请从列出的选项里选一个。",
        ),
        TargetFlaw::DateUnread { found } => words(
            format!("{label}“{found}”不是认得出的日期。"),
            "请写成 2026-11-20 这样；只知道年月就写 2026-11，长期有效写“长期”。",
        ),
        TargetFlaw::DateBeforeAll { found } => {
            words(format!("{label}“{found}”太早了。"), "请核对年份有没有写错。")
        }
        TargetFlaw::DateInFuture { found } => words(
            format!("{label}“{found}”太晚了。"),
            "请核对年份；已经发生的事不会在今天以后。",
        ),
        TargetFlaw::RegNoCharacter { place, found } => words(
            format!("{label}第 {place} 个字符“{found}”不是数字。"),
            "注册号只有数字，请对照营业执照。",
        ),
        TargetFlaw::RegNoLength { found } => words(
            format!("{label}有 {found} 位。"),
            "注册号是 15 位数字，2007 年以前的是 13 位；统一社会信用代码请填在另一栏。",
        ),
        TargetFlaw::RegNoCheckDigit { expected, found } => words(
            format!("{label}的最后一位是“{found}”，按前面的数字应当是“{expected}”。"),
            "一定有一位写错了，请对照营业执照；证照上就是这样的，请填在“待核代码”里。",
        ),
        TargetFlaw::PointsUnread { found } => words(
            format!("{label}“{found}”不是 0 到 25 的整数。"),
            "每项最多 25 分，分数越高风险越大。",
        ),
        TargetFlaw::NotLower => words(
            "暂按的等级不比评定的低。",
            "不降低就不用填；要提高，请改各项的分数。",
        ),
        TargetFlaw::LevelGraded { whose, on } => words(
            match whose.as_str() {
                "" => format!("{label}是 {on} 按四项评分评定的，不能直接改。"),
                whose => format!("{whose}的{label}是 {on} 按四项评分评定的，不能直接改。"),
            },
            "请重新评定（命令行 sunlot targets grade）；要暂按较低的等级管理，评定时写明降低的原因和复核日期。",
        ),
        TargetFlaw::ReviewDay => words(
            "复核日期要在今天以后、一年以内。",
            "请填一个日期，到时程序会提醒复核。",
        ),
        TargetFlaw::PeriodReversed => words(format!("{label}早于开始的日期。"), "请核对起止日期的先后。"),
        TargetFlaw::FlagUnknown { found } => {
            words(format!("没有“{found}”这种标志。"), "请从列出的标志里选一个。")
        }
    }
}
