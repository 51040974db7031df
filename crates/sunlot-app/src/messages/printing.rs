//! Why nothing was printed, and what to do about it. Saving as PDF is always the way out.

use super::{Words, words};
use crate::printer::NotPrinted;

/// The way out.
const SAVE: &str = "也可以先存为 PDF，拿到别的电脑上打印。";

/// Why nothing was printed.
pub(super) fn of_not_printed(why: &NotPrinted) -> Words {
    match why {
        NotPrinted::OtherSystem => words(
            "这个系统上还不能直接打印。",
            "请存为 PDF，用看图或办公软件打开后打印。",
        ),
        NotPrinted::NotInstalled { program } => words(
            format!("这台电脑没有装打印系统（找不到 {program}）。"),
            format!("请让管理员安装 CUPS 并添加打印机。{SAVE}"),
        ),
        NotPrinted::NotRunning => words(
            "打印服务没有运行，没有打印。",
            format!("请在系统设置里打开打印机页面，或者让管理员启动 CUPS 服务，然后重试。{SAVE}"),
        ),
        NotPrinted::NoPrinter => words(
            "这台电脑还没有添加打印机。",
            format!("请接好打印机，在系统设置的“打印机”里添加，然后重试。{SAVE}"),
        ),
        NotPrinted::NoDefault { count } => words(
            format!("有 {count} 台打印机，没有一台设为默认，不知道该用哪一台。"),
            "请指明一台打印机，或者在系统设置的“打印机”里设一台为默认。",
        ),
        NotPrinted::NoSuchPrinter { printer } => words(
            format!("没有叫“{printer}”的打印机。"),
            format!("它可能已经改名或删除，请重新选择打印机。{SAVE}"),
        ),
        NotPrinted::Stopped { printer, said } => words(
            format!("打印机“{printer}”已停用{}，没有送去打印。", in_brackets(said)),
            format!(
                "请看打印机是否缺纸、卡纸、没开机，再在系统设置的“打印机”里恢复它；或者换一台打印机。{SAVE}"
            ),
        ),
        NotPrinted::Refusing { printer, said } => words(
            format!("打印机“{printer}”现在不接受任务{}。", in_brackets(said)),
            format!("请在系统设置的“打印机”里允许它接受任务，或者换一台打印机。{SAVE}"),
        ),
        NotPrinted::Refused { said } => words(
            format!("打印系统没有接受这个任务{}。", in_brackets(said)),
            format!("请检查打印机的设置后重试，或者换一台打印机。{SAVE}"),
        ),
        NotPrinted::TimedOut { seconds } => words(
            format!("等了 {seconds} 秒，打印系统没有回应。"),
            format!("请先看打印机有没有出纸，没有出纸再重试，免得重复打印。{SAVE}"),
        ),
        NotPrinted::WrongCopies { asked, most } => words(
            format!("不能打印 {asked} 份。"),
            format!("份数从 1 到 {most}；要更多，请分几次打印。"),
        ),
        NotPrinted::WrongPages { first, last } => words(
            format!("没有从第 {first} 页到第 {last} 页这样的范围。"),
            "页码从 1 起，后一个不能小于前一个。",
        ),
    }
}

/// What the system said in its own words, where it said anything.
fn in_brackets(said: &str) -> String {
    if said.is_empty() {
        return String::new();
    }
    format!("（{said}）")
}

/// No paper was made: there are no fonts.
pub(super) fn of_fonts_missing(places: &[String]) -> Words {
    words(
        "找不到打印用的字体，没有做成纸面材料。",
        format!(
            "请重新安装阳光摇号；字体另放的，请用环境变量 SUNLOT_ASSETS 指明文件夹。找过：{}。",
            places.join("，")
        ),
    )
}

/// No paper was made: a font is not what it should be.
pub(super) fn of_font_damaged(file: &str) -> Words {
    words(
        format!("打印用的字体“{file}”不完整或被改动过，没有做成纸面材料。"),
        "请重新安装阳光摇号。单位的数据不受影响。",
    )
}
