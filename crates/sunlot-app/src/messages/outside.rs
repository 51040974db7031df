//! The words about draws that another system made: what went wrong, and what happened.

use super::{Words, words};
use crate::event::outside::{OutsideTaken, OutsideWithdrawn};
use crate::outside::{OutsideFault, OutsideFlaw, labels};

/// Why nothing can be done.
pub(super) fn of_fault(fault: &OutsideFault) -> Words {
    match fault {
        OutsideFault::OutsideInvalid { count } => words(
            format!("外部抽取有 {count} 处需要处理，没有登记。"),
            "请按每一处的说明处理后再登记。",
        ),
        OutsideFault::OutsideMissing { asked } => words(
            format!("没有外部抽取“{asked}”。"),
            "请在外部抽取的列表里核对编号。",
        ),
        OutsideFault::OutsideGone { number } => words(
            format!("外部抽取 {number} 已经撤销过了。"),
            "撤销以后不再变动；要改内容，请重新登记一次。",
        ),
        OutsideFault::OutsideThere { number } => words(
            format!("这次抽取已经登记为 {number}，没有再登记。"),
            "请打开它核对；内容有误的，先撤销并写明原因，再重新登记。",
        ),
        OutsideFault::OutsideFileMoved { file } => words(
            format!("文件“{file}”和刚才查看的不一样了，没有登记。"),
            "请重新读取，看过新的内容再登记。",
        ),
        OutsideFault::OutsideEmpty { file, sheet } => words(
            format!("“{file}”的工作表“{sheet}”里只有表头，没有名单。"),
            "请核对是不是选错了文件或工作表。",
        ),
        OutsideFault::OutsideLong { file, most } => words(
            format!("“{file}”超过 {most} 行，不像一次抽取的结果。"),
            "请核对是不是选错了文件；名录请到检查对象库导入。确实这么多的，请分成几份登记。",
        ),
        OutsideFault::OutsideRehearsal { file } => words(
            format!("“{file}”是彩排的记录，没有登记。"),
            "请向抽取单位要正式抽取的公布文件夹。",
        ),
        OutsideFault::OutsideNothingStands { file } => words(
            format!("“{file}”里没有要检查的对象：这次抽取已经作废或者取消。"),
            "请向抽取单位核对，要最新的公布文件夹。",
        ),
        OutsideFault::OutsideNamesSealed { file } => words(
            format!("“{file}”是公开版，名称已经遮盖，对不上检查对象。"),
            "请用公布文件夹里的 record.sunlot.json。",
        ),
        OutsideFault::OutsideTyped { number } => words(
            format!("外部抽取 {number} 是手工登记的，没有原件。"),
            "有原件的，请撤销后从文件重新登记。",
        ),
    }
}

/// What is wrong with a value or a row.
pub(crate) fn of_flaw(label: &str, flaw: &OutsideFlaw) -> Words {
    match flaw {
        OutsideFlaw::VisitsBeforeDraw { drawn_on } => words(
            format!("{label}早于抽取日期 {drawn_on}。"),
            "抽中以后才去检查，请核对两个日期。",
        ),
        OutsideFlaw::OutsideItemsMissing => words(
            format!("{label}没有填写。"),
            "请从清单里选，或照原件写：合并检查时要知道查什么。",
        ),
        OutsideFlaw::OutsideRowsMissing => words(
            format!("{label}还没有。"),
            "请选一份名单文件，或每行写一户检查对象的编号、代码或名称。",
        ),
        OutsideFlaw::OutsideTaskUnknown { found } => words(
            format!("没有抽查任务“{found}”，或者它已经取消了。"),
            "请重新选择任务；不属于任何任务的，留空。",
        ),
        OutsideFlaw::OutsideFieldUnknown { found } => words(
            format!("没有“{found}”这个字段。"),
            format!("可以写：{}。", labels::fields_told()),
        ),
        OutsideFlaw::DrawnUnknown { found } => words(
            format!("检查对象库里没有“{found}”。"),
            "是本单位的对象的，请先登记到检查对象库，或写明是库里的哪一户（编号或代码）；不归本单位管的，选“不在本单位名录”。",
        ),
        OutsideFlaw::DrawnCodeUnknown { found, code } => words(
            format!("检查对象库里没有代码“{code}”，也没有叫“{found}”的对象。"),
            "请核对代码；是库里的哪一户就写明它的编号，库里没有的先登记；不归本单位管的，选“不在本单位名录”。",
        ),
        OutsideFlaw::DrawnOfSeveral { found, count } => words(
            format!("检查对象库里有 {count} 户都叫“{found}”。"),
            "请写明是哪一户（编号或代码）。",
        ),
        OutsideFlaw::DrawnCodeDiffers {
            found,
            code,
            number,
            known,
        } => words(
            format!("“{found}”的代码是“{code}”，检查对象库里同名的 {number} 是“{known}”。"),
            "请核对是不是同一户：是的，写明它的编号，并更正错的那个代码；不是的，先登记这一户，或选“不在本单位名录”。",
        ),
        OutsideFlaw::AnswerUnknown { found } => words(
            format!("检查对象库里没有“{found}”。"),
            "请写检查对象的编号（如 DX-000012）或代码；不在本单位名录的，留空。",
        ),
        OutsideFlaw::AnswerStray { row } => words(
            format!("第 {row} 行不需要指定，或者名单里没有这一行。"),
            "请重新读取文件，再指定没有对上的行。",
        ),
        OutsideFlaw::CertUnread { found } => words(
            format!("“{found}”不是执法证号。"),
            "请照证件写号码，每行一个；不知道证号的，不用填写。",
        ),
    }
}

/// One was registered.
pub(super) fn of_taken(taken: &OutsideTaken) -> String {
    let OutsideTaken {
        draw,
        system,
        office,
        drawn_on,
        targets,
        strangers,
        inspectors,
        task,
        file,
        digest,
    } = taken;
    let strangers = match strangers {
        0 => String::new(),
        count => format!("（其中 {count} 户不在本单位名录）"),
    };
    let inspectors = match inspectors {
        0 => String::new(),
        count => format!("，执法人员 {count} 人"),
    };
    let task = if task.is_empty() {
        String::new()
    } else {
        format!("，属于抽查任务 {task}")
    };
    let file = if file.is_empty() {
        "，手工登记".to_owned()
    } else {
        let short = digest.get(..16).unwrap_or(digest);
        format!("，原件“{file}”，摘要 {short}…")
    };
    format!(
        "登记外部抽取 {draw}：{system}，{office}于 {drawn_on} 抽取，检查对象 {targets} 户{strangers}{inspectors}{task}{file}"
    )
}

/// One counts no more.
pub(super) fn of_withdrawn(withdrawn: &OutsideWithdrawn) -> String {
    let OutsideWithdrawn { draw, system, reason } = withdrawn;
    format!("撤销外部抽取 {draw}（{system}），原因：{reason}")
}
