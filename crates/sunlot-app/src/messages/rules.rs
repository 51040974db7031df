//! The words about rule profiles: what went wrong.

use super::{Words, words};
use crate::rules::{RulesFault, RulesFlaw};

/// Why nothing can be done.
pub(super) fn of_fault(fault: &RulesFault) -> Words {
    match fault {
        RulesFault::RulesInvalid { count } => words(
            format!("细则配置有 {count} 处需要改正，没有保存。"),
            "请按每一处的说明改正后再保存。",
        ),
        RulesFault::RulesMissing { asked } => words(
            format!("没有细则配置“{asked}”。"),
            "请在细则配置的列表里核对编号。",
        ),
        RulesFault::RulesBuiltIn { name } => words(
            format!("“{name}”是程序自带的，不能修改。"),
            "请以它为起点新建一份本单位的配置。",
        ),
        RulesFault::RulesMoved { number, name } => words(
            format!("{number} {name} 在打开以后被改过，没有保存。"),
            "请重新打开它，看过新的内容再改。",
        ),
        RulesFault::RulesNewer { number, found } => words(
            format!("细则配置 {number} 是较新的程序保存的，里面的“{found}”本程序不认识，没有读取。"),
            "请安装新版阳光摇号再打开。数据没有被改动。",
        ),
        RulesFault::AttachmentMissing { number, asked } => words(
            format!("细则配置 {number} 没有附件“{asked}”。"),
            "请打开这份配置，在附件里核对。",
        ),
        RulesFault::AttachmentEmpty { file } => words(
            format!("文件“{file}”是空的，没有作为附件。"),
            "请核对是不是选错了文件，或文件还没有保存好。",
        ),
        RulesFault::AttachmentTooLarge { file, most } => words(
            format!("文件“{file}”超过 {most} MB，没有作为附件。"),
            "请换成文字版，或把扫描件压缩后再试；附件会进入每一次备份。",
        ),
        RulesFault::AttachmentGone { file } => words(
            format!("附件“{file}”不在单位文件夹里了。"),
            "有人绕过程序删了文件。手边还有原文件的，重新添加一次就好；没有的，请从备份恢复。",
        ),
        RulesFault::AttachmentChanged { file } => words(
            format!("附件“{file}”和添加时的内容不一样了，没有取出。"),
            "有人绕过程序改了文件。手边还有原文件的，重新添加一次就好；没有的，请从备份恢复。",
        ),
    }
}

/// What is wrong with one value.
pub(super) fn of_flaw(label: &str, flaw: &RulesFlaw) -> Words {
    match flaw {
        RulesFlaw::SwitchNoChoice { found, among } => words(
            format!("{label}不能是“{found}”。"),
            format!("可以选：{}。", among.join("、")),
        ),
        RulesFlaw::SwitchNoNumber { found } => {
            words(format!("{label}“{found}”不是一个整数。"), "请只写数字，例如 2。")
        }
        RulesFlaw::SwitchNoShare { found } => words(
            format!("{label}“{found}”不是一个百分比。"),
            "请写 0% 到 100%，最多两位小数，例如 20%。",
        ),
        RulesFlaw::SwitchOutOfBounds { found, min, max } => words(
            format!("{label}不能是 {found}。"),
            format!("可以填 {min} 到 {max}。"),
        ),
        RulesFlaw::SwitchNothingChosen => words(
            format!("{label}一个也没有选。"),
            "请至少选一个：一种也不计，上限就等于没有。",
        ),
        RulesFlaw::RulesNameTaken { number } => words(
            format!("{label}和 {number} 的一样。"),
            "请换一个名称：抽取记录上要靠名称分清用的是哪一份。",
        ),
        RulesFlaw::TooManyAttachments { max } => words(
            format!("{label}太多，最多 {max} 个。"),
            "请先移除用不着的，或把几个文件合成一个。",
        ),
    }
}
