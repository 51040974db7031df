//! What the papers of the room are called, when they are needed, and the words on them that follow from the draw.

use sunlot_draw::manifest::{QuotaRule, Rounding};
use sunlot_rules::digits::digits_each;
use sunlot_rules::share;

use super::super::document::{CeremonyDocument, Way};
use super::super::paper_wire::{OfferedPaper, RoomPaper};
use super::super::state::State;
use super::minutes;

/// The program, as it stands at the foot of papers.
pub(in crate::ceremony) const PROGRAM: &str = concat!("阳光摇号 Sunlot ", env!("CARGO_PKG_VERSION"));
/// What the copy of the secret is called in a print queue.
pub(in crate::ceremony) const ENVELOPE: &str = "封存码副本";

/// What a paper is called.
pub(in crate::ceremony) fn paper(paper: RoomPaper) -> &'static str {
    match paper {
        RoomPaper::SealSheet => "封存单",
        RoomPaper::WitnessCards => "见证卡",
        RoomPaper::Attendance => "签到表",
        RoomPaper::NamePlates => "席位牌",
        RoomPaper::DigitSlips => "数字签",
        RoomPaper::Script => "主持词",
        RoomPaper::Invitation => "邀请函",
        RoomPaper::Explanation => "一分钟说明",
        RoomPaper::Record => "摇号记录表",
    }
}

fn paper_told(paper: RoomPaper) -> &'static str {
    match paper {
        RoomPaper::SealSheet => "封存以后当场打印，各席签名，核对公开文件时照它输入",
        RoomPaper::WitnessCards => "每席一张，写号码扣在桌上；回执撕下带走",
        RoomPaper::Attendance => "到场的人签名，见证人勾选是否公开姓名",
        RoomPaper::NamePlates => "每席一页，折起来立在桌上，两面有字",
        RoomPaper::DigitSlips => "两套 0 到 9，没有骰子时放进箱子里摸",
        RoomPaper::Script => "每一步照着念的话，和屏幕上的提示一样",
        RoomPaper::Invitation => "每席一页，会前送达",
        RoomPaper::Explanation => "给第一次来的人看，也可以贴在门口",
        RoomPaper::Record => "结束以后各方签名，连同号牌装袋",
    }
}

/// The papers that a ceremony can have as it stands, those that are needed now first.
pub(in crate::ceremony) fn papers(
    state: State,
    document: &CeremonyDocument,
    has_record: bool,
) -> Vec<OfferedPaper> {
    use RoomPaper::{
        Attendance, DigitSlips, Explanation, Invitation, NamePlates, Record, Script, SealSheet, WitnessCards,
    };
    let seated = document.way == Way::Full;
    let now: &[RoomPaper] = match state {
        State::Prepared if seated => &[
            Invitation,
            Attendance,
            NamePlates,
            WitnessCards,
            DigitSlips,
            Script,
            Explanation,
        ],
        State::Prepared => &[Script, Attendance, Explanation],
        State::Sealed | State::Cards => &[SealSheet],
        State::Drawn | State::Void | State::Archived => &[Record, SealSheet],
        State::Dropped => &[],
    };
    let later: &[RoomPaper] = match state {
        State::Sealed | State::Cards if seated => &[
            WitnessCards,
            Attendance,
            DigitSlips,
            NamePlates,
            Script,
            Explanation,
        ],
        State::Sealed | State::Cards => &[Script, Attendance, Explanation],
        State::Drawn | State::Void | State::Archived => &[Attendance],
        State::Prepared | State::Dropped => &[],
    };
    let now = now.iter().map(|paper| (*paper, true));
    let all = now.chain(later.iter().map(|paper| (*paper, false)));
    // What was written off has no record; what it sealed may be unreadable, and then that is said.
    all.filter(|(paper, _)| *paper != Record || has_record)
        .map(|(which, now)| OfferedPaper {
            paper: which,
            label: paper(which).to_owned(),
            told: paper_told(which).to_owned(),
            now,
        })
        .collect()
}

/// How a quota follows.
pub(in crate::ceremony) fn rule(rule: &QuotaRule) -> String {
    let rate = match rule {
        QuotaRule::Count(count) => return format!("定数 {} 户", count.n),
        QuotaRule::Rate(rate) => rate,
    };
    let rounded = match rate.rounding {
        Rounding::Up => "进一",
        Rounding::HalfUp => "四舍五入",
        Rounding::Down => "舍去",
    };
    let share = u32::try_from(rate.bp).map_or_else(|_| rate.bp.to_string(), share::text);
    let mut text = format!("{share}，{rounded}");
    if rate.min > 0 {
        text += &format!("，至少 {} 户", rate.min);
    }
    if let Some(most) = rate.max {
        text += &format!("，至多 {most} 户");
    }
    text
}

/// So many households.
pub(in crate::ceremony) fn households(count: usize) -> String {
    format!("{count} 户")
}

/// So many inspectors, and how many of them must not go somewhere.
pub(in crate::ceremony) fn inspectors(count: usize, recusals: usize) -> String {
    match (count, recusals) {
        (0, _) => "这次只抽检查对象".to_owned(),
        (count, 0) => format!("{count} 人可选，没有回避"),
        (count, recusals) => format!("{count} 人可选，回避 {recusals} 对"),
    }
}

/// A seat by its number.
pub(in crate::ceremony) fn seat_told(seat: usize) -> String {
    format!("第 {seat} 席")
}

/// An announcement, with the beginning of its digest.
pub(in crate::ceremony) fn notice(number: usize, on: &str, digest: &str) -> String {
    let begin: Vec<&str> = (0..4).filter_map(|at| digest.get(at * 4..at * 4 + 4)).collect();
    format!("第 {number} 号预公告（{on}），名单摘要 {} …", begin.join(" "))
}

/// A public number that takes the witnesses' place.
pub(in crate::ceremony) fn public_told(source: &str, date: &str) -> String {
    format!("{source}，{date} 公布，代替见证席")
}

/// How long it is likely to take.
pub(in crate::ceremony) fn minutes_told(document: &CeremonyDocument) -> String {
    format!("{} 分钟", minutes(document))
}

/// How many sit there, how many digits each draws, how long it takes.
pub(in crate::ceremony) fn held(document: &CeremonyDocument) -> String {
    let seats = u32::try_from(document.seats.len()).unwrap_or(u32::MAX);
    match document.way {
        Way::Full => format!(
            "这次有 {seats} 席，每席摸 {} 位，合起来不少于 20 位；大约用时 {} 分钟。",
            digits_each(seats),
            minutes(document)
        ),
        Way::Simple => format!("这次不设见证席；大约用时 {} 分钟。", minutes(document)),
    }
}

/// How it ended, for the record that is signed.
pub(in crate::ceremony) fn outcome(void: &str, selected: u32, reserves: u32, amendments: usize) -> String {
    let mut text = match void {
        "" => format!("抽出 {selected} 户，备选 {reserves} 户"),
        reason => format!("作废，原因：{reason}"),
    };
    if amendments > 0 {
        text += &format!("；抽取以后有 {amendments} 项变更，不在本表里，见变更记录");
    }
    text
}

/// What stands above the rows.
pub(in crate::ceremony) fn rows_told(is_void: bool, names: bool) -> String {
    let mut text = if is_void {
        "如果不作废，抽出的是（不生效）"
    } else {
        "抽取结果"
    }
    .to_owned();
    if !names {
        text += "（细则规定检查结束以后才公布名称，这里只有编号）";
    }
    text
}

/// A number of a seat.
pub(in crate::ceremony) fn number_told(digits: &str, refused: bool, was_sealed_only: bool) -> String {
    match (digits, refused) {
        (_, true) => "没有翻开".to_owned(),
        ("", false) if was_sealed_only => "号牌没有扣齐就作废，没有录号".to_owned(),
        ("", false) => "没有录号".to_owned(),
        (digits, false) => digits.to_owned(),
    }
}

/// What was said in the room, and by whom.
pub(in crate::ceremony) fn said(kind: &str, who: &str, words: &str) -> String {
    format!("{kind}（{who}）：{}", super::one_line(words))
}

/// Between what is listed in one cell.
pub(in crate::ceremony) const BETWEEN: &str = "；";

/// What can be recomputed, in the order of the draw.
pub(in crate::ceremony) const DIGESTS: [&str; 5] =
    ["封 存 码", "封 存 值", "密　　数", "种　　子", "结果摘要"];

/// Which print of the copy it is.
pub(in crate::ceremony) fn print_told(number: u64) -> String {
    format!("第 {number} 次")
}
