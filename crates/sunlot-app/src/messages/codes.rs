//! What there is to say of a code: what is wrong with it, or what to know of one that is right, and what to do.

use sunlot_rules::codes::reg_no::RegNoFault;
use sunlot_rules::codes::uscc::UsccFault;
use sunlot_rules::codes::{CodeKind, CodeReason};
use sunlot_rules::personal::PersonalFault;

use super::{Words, words};

const COMPARE: &str = "请对照证照逐位核对。";
const TYPE_AGAIN: &str = "请对照证照重新输入，不要从电子表格的数字单元格里复制。";

impl Words {
    /// Both in one line.
    pub(crate) fn told(&self) -> String {
        format!("{}{}", self.message, self.hint)
    }
}

/// What there is to say of a code of some kind.
pub fn of_reason(kind: CodeKind, reason: &CodeReason) -> Words {
    match reason {
        CodeReason::Empty => words("没有写代码。", ""),
        CodeReason::Length { found } => words(
            format!("共 {found} 位，哪一种代码都不是这么长。"),
            "统一社会信用代码 18 位，注册号 15 位（旧号 13、14 位），请看是不是漏了或多了几位。",
        ),
        CodeReason::Uscc(fault) => of_uscc(fault),
        CodeReason::RegNo(fault) => of_reg_no(fault),
        CodeReason::IdNumber(fault) => of_id_number(fault),
        CodeReason::Legacy if kind == CodeKind::LegacyIdNumber => words(
            "15 位的旧身份证号，没有校验码，2013 年起停用。",
            "请对照现在的证件换成 18 位的。",
        ),
        CodeReason::Legacy => words("旧注册号，没有校验位，对不对查不出来。", "请对照执照核实。"),
        CodeReason::AlsoIdNumber => words("按身份证号算，校验码也相符。", "请看清是哪一种。"),
        CodeReason::AlsoRegNo => words(
            "样子是 15 位的旧身份证号，按注册号算，校验位也相符。",
            "请看清是哪一种。",
        ),
    }
}

fn of_uscc(fault: &UsccFault) -> Words {
    match fault {
        UsccFault::Scientific => words("已损坏：是科学记数法，后面的数字已经丢了。", TYPE_AGAIN),
        UsccFault::CutBySpreadsheet => words(
            "已损坏：全是数字，末三位变成了 000，是电子表格改坏的，校验位碰巧相符也不算。",
            TYPE_AGAIN,
        ),
        UsccFault::Length { found } => words(
            format!("统一社会信用代码应为 18 位，现在是 {found} 位。"),
            "请看是不是漏了或多了几位。",
        ),
        UsccFault::Character { place, found } => words(
            format!("第 {place} 位“{found}”不会出现在统一社会信用代码里。"),
            "代码只用数字和大写字母，不用 I、O、S、V、Z。",
        ),
        UsccFault::CheckCharacter { expected, found } => words(
            format!("校验不对：按前 17 位算，末位应是 {expected}，现在是 {found}。"),
            COMPARE,
        ),
    }
}

fn of_reg_no(fault: &RegNoFault) -> Words {
    match fault {
        RegNoFault::Character { place, found } => words(
            format!("第 {place} 位“{found}”不是数字，注册号只有数字。"),
            COMPARE,
        ),
        RegNoFault::Length { found } => words(
            format!("注册号应为 15 位，现在是 {found} 位。"),
            "请看是不是漏了或多了几位。",
        ),
        RegNoFault::CheckDigit { expected, found } => words(
            format!("校验不对：按前 14 位算，末位应是 {expected}，现在是 {found}。"),
            COMPARE,
        ),
    }
}

fn of_id_number(fault: &PersonalFault) -> Words {
    match fault {
        PersonalFault::Character { place } => words(format!("第 {place} 位不会出现在身份证号里。"), COMPARE),
        PersonalFault::Length { found, wanted } => words(
            format!("身份证号应为 {wanted} 位，现在是 {found} 位。"),
            "请看是不是漏了或多了几位。",
        ),
        PersonalFault::IdProvince => words("身份证号的前两位不是哪个省的代码。", COMPARE),
        PersonalFault::IdBirth => words("身份证号的第 7 至 14 位不是一个日期。", COMPARE),
        PersonalFault::IdCheck => words("身份证号的校验码不对：至少有一位写错了。", COMPARE),
        PersonalFault::IdOfFifteen | PersonalFault::MobileBeginning => {
            words("不是 18 位的身份证号。", COMPARE)
        }
    }
}
