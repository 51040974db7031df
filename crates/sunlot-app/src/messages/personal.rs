//! The words about personal values that are kept on purpose. None of them tells a value.

use super::{Words, words};
use crate::personal::{PersonalFault, PersonalFlaw};

/// How many backups are named.
const NAMED: usize = 3;

/// Backups that still have what was erased.
pub fn left_in_backups(files: &[String]) -> String {
    let named: Vec<_> = files.iter().rev().take(NAMED).map(String::as_str).collect();
    let more = if files.len() > NAMED { "等" } else { "" };
    format!(
        "保留期间做过的 {} 份备份里仍有这个值：{}{more}。不再需要的，请连同 U 盘上的一并销毁。",
        files.len(),
        named.join("、")
    )
}

/// Replaced data and copies from before an upgrade.
pub fn left_aside(folder: &str, count: usize) -> String {
    format!("“{folder}”里另有 {count} 份换下的数据或升级前的副本，可能仍有这个值；不再需要的请删除。")
}

/// The log could not be emptied.
pub fn left_in_log() -> String {
    "有别的程序正在读数据，数据库日志里的残留要等关闭程序时才清掉；请关闭一次阳光摇号。".to_owned()
}

/// What a restore does to values that were erased since the backup.
pub fn erased_again(count: usize) -> String {
    format!(
        "备份做成以后抹去过 {count} 项个人信息：恢复时随即再次抹去；备份文件本身里仍有，不再需要的请销毁。"
    )
}

/// A restore where nobody knows what was erased since.
pub fn erasures_unknown() -> String {
    "备份里有个人信息的密钥。这里没有可以对照的数据，备份做成以后抹去过的个人信息会重新出现，请恢复后对照抹去的登记，再抹去一次。"
        .to_owned()
}

/// A backup without a passphrase that has the key of personal values.
pub fn key_in_the_open() -> String {
    "备份没有加口令，里面有个人信息和打开它的密钥：谁拿到文件谁就读得到，请像个人信息一样保管，或改做加口令的备份。".to_owned()
}

/// Why nothing can be done.
pub(super) fn of_fault(fault: &PersonalFault) -> Words {
    match fault {
        PersonalFault::PersonalInvalid { count } => words(
            format!("有 {count} 处需要改正，没有办。"),
            "请按每一处的说明改正后重试。",
        ),
        PersonalFault::HolderUnknown { asked } => words(
            format!("没有登录名为“{asked}”的账户。"),
            "请核对登录名；个人信息只能为已有的账户保留。",
        ),
        PersonalFault::PersonalKeptAlready { holder, field } => words(
            format!("{holder}的{}已经有一个，没有另存。", field.label()),
            "要换新的，请先抹去原来的，再保留。",
        ),
        PersonalFault::PersonalNotKept { holder, field } => words(
            format!("没有保留{holder}的{}。", field.label()),
            "请在个人信息清单里查看保留了哪些；抹去了的不能找回。",
        ),
        PersonalFault::PersonalValueGone { holder, field } => words(
            format!(
                "{holder}的{}不见了：登记还在，密封的内容被人从数据文件里拿走了。",
                field.label()
            ),
            "别的数据照常使用。问得到本人的，抹去这一项再重新保留最简单；问不到的，请从最近的备份恢复。",
        ),
        PersonalFault::PersonalValueDamaged { holder, field } => words(
            format!(
                "{holder}的{}打不开：密封的内容损坏，被改动过，或者换成了别的。",
                field.label()
            ),
            "别的数据照常使用。问得到本人的，抹去这一项再重新保留最简单；问不到的，请从最近的备份恢复。",
        ),
        PersonalFault::PersonalKeyMissing { file } => words(
            format!("个人信息的密钥文件“{file}”不见了，保留的号码打不开。"),
            "别的数据照常使用。问得到本人的，逐项抹去再重新保留最简单；问不到的，请从最近的备份恢复。",
        ),
        PersonalFault::PersonalKeyDamaged { file } => words(
            format!("个人信息的密钥文件“{file}”已经损坏，读不出来。"),
            "别的数据照常使用。问得到本人的，逐项抹去再重新保留最简单；问不到的，请把这个文件另存一份，再从最近的备份恢复。",
        ),
        PersonalFault::PersonalKeyForeign { file } => words(
            format!("“{file}”不是当时密封这些号码的密钥。"),
            "多半是从别处拷来的。请放回原来的文件，或从最近的备份恢复。",
        ),
        PersonalFault::PersonalKeyNewer { file, found } => words(
            format!("个人信息的密钥文件“{file}”是较新的程序写的（第 {found} 版），本程序不认识。"),
            "请安装新版阳光摇号再使用。文件没有被改动。",
        ),
    }
}

/// What is wrong with a value of a request.
pub(super) fn of_request_flaw(label: &str, flaw: &PersonalFlaw) -> Words {
    match flaw {
        PersonalFlaw::PersonalCharacter { place } => words(
            format!("{label}的第 {place} 个字符不是号码里的字符。"),
            "请只写号码本身，不要写姓名或说明。",
        ),
        PersonalFlaw::PersonalLength { found, wanted } => words(
            format!("{label}应为 {wanted} 位，现在是 {found} 位。"),
            "请对照原件，逐位核对有没有漏写或多写。",
        ),
        PersonalFlaw::MobileBeginning => words(
            format!("{label}的开头不对：手机号码以 13 至 19 开头。"),
            "请核对号码；固定电话请填在单位资料里。",
        ),
        PersonalFlaw::IdOfFifteen => words(
            format!("{label}是 15 位的旧号，2013 年起已经停用。"),
            "请写现在的 18 位号码。",
        ),
        PersonalFlaw::IdProvince => words(
            format!("{label}的前两位不是任何省份的代码。"),
            "请对照证件，核对前六位。",
        ),
        PersonalFlaw::IdBirth => words(
            format!("{label}的第 7 至 14 位不是一个日期。"),
            "这八位是出生年月日，请对照证件核对。",
        ),
        PersonalFlaw::IdCheck => words(
            format!("{label}的校验码不对：至少有一位写错了。"),
            "请对照证件逐位核对；末位的 X 用字母写。",
        ),
        PersonalFlaw::ReasonTellsNumber => words(
            format!("{label}里写着号码。"),
            "理由会永久留痕，请只写用途，不要写号码。",
        ),
    }
}
