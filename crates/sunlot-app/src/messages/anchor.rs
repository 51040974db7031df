//! What a trail beside its anchor is told of: how they differ, what it may mean, what to do.

use super::{Words, words};
use crate::anchor::Standing;

/// How people go on after a difference.
const GO_ON: &str = "可以照常查看和导出；手里有备份的，可以先查看，再到“备份”页恢复。要继续办理，先弄清原因，再由两人在窗口里点“确认差异”，或运行 sunlot audit anchor --acknowledge 理由；确认会记入留痕，列入红旗。";

/// What to do where an anchor that was carried away differs.
pub const CARRIED_DIFFERS: &str = "带走锚点以后，这台电脑上的留痕被截短、换过或改写过。请保留这个 U 盘和整个单位文件夹，报告监督员查明原因；在“红旗”里看有没有人确认过锚点差异或恢复过备份。";

/// How a trail stands to its anchor.
pub fn of_standing(standing: &Standing) -> Words {
    let differs = |message: String, meaning: &str| words(message, format!("{meaning}{GO_ON}"));
    match standing {
        Standing::Fits => words("留痕与锚点相符。", "不用做什么。"),
        Standing::Fresh => words("单位刚建立，锚点从现在记起。", "不用做什么。"),
        Standing::Unkept => words(
            "这个单位的锚点一直没有写成，没有锚点可以比对。",
            "请检查锚点的位置能不能写入；在这之前，留痕被截短或换成旧数据看不出来。",
        ),
        Standing::Missing => differs(
            "这个单位记过锚点，本机上却找不到。".to_owned(),
            "可能是换了电脑、换了系统用户、重装了系统，也可能是有人删了锚点。",
        ),
        Standing::Unreadable { .. } => differs(
            "这个单位的锚点读不出来，留痕无从比对。".to_owned(),
            "可能是文件损坏，也可能是有人改过锚点。",
        ),
        Standing::Shorter { anchored, found } => differs(
            format!(
                "留痕变短了：锚点记到第 {anchored} 条，现在只有 {found} 条，{}。",
                missing(*found, *anchored)
            ),
            "可能是数据文件被换成了较早的副本、日志文件（office.db-wal）被删、磁盘出过故障，也可能是有人删去了末尾的留痕。",
        ),
        Standing::Different {
            anchored,
            found,
            same_until,
        } => {
            let known = same_until.map_or_else(String::new, |seq| format!("，前 {seq} 条与上次核对时相同"));
            differs(
                format!("留痕换过了：第 {anchored} 条已不是锚点记下的那一条（现有 {found} 条{known}）。"),
                "可能是先退回了较早的副本，又在上面办理过别的事，也可能是有人改写了留痕。",
            )
        }
        Standing::EpochBehind { anchored, found } => differs(
            format!(
                "这是恢复之前的旧数据：锚点记着这个单位恢复过 {} 次，这份数据只恢复过 {} 次。",
                anchored.saturating_sub(1),
                found.saturating_sub(1)
            ),
            "可能是打开了恢复时留存的旧数据，或者文件夹被换成了更早的副本。",
        ),
        Standing::RestoredSince { anchored, found } => words(
            format!("这个锚点是恢复以前的：它记在第 {anchored} 纪元，现在是第 {found} 纪元。"),
            "锚点以后从备份恢复过，它记下的留痕有的不在现在的库里，所以比不出来。请在“留痕”里看恢复是谁和谁办的，换下的数据在备份文件夹里；再带走一个新的锚点。",
        ),
        Standing::Replaced { anchored, found } => differs(
            format!(
                "这个文件夹里原来是另一个单位（留痕 {anchored} 条），现在的单位留痕只有 {found} 条，来历不同。"
            ),
            "可能是删掉旧数据重新建立了单位、U 盘换了一个，也可能是整份留痕被人从头改写。",
        ),
    }
}

fn missing(found: i64, anchored: i64) -> String {
    let count = anchored - found;
    if count == 1 {
        format!("缺第 {anchored} 条（1 条）")
    } else {
        format!("缺第 {} 至 {anchored} 条（{count} 条）", found + 1)
    }
}
