//! What the parts of a ceremony and of a draw are called.

mod checks;
mod papers;
mod prompt;
mod reasons;

use chrono::DateTime;
use sunlot_rules::digits::{ENOUGH, Weakness};
use sunlot_store::draw_seal::SealRow;

use super::document::{Archive, CeremonyDocument, NoteKind, SeatDocument, Way};
use super::state::State;
use crate::labels::day;
use crate::registry::Told;
use crate::registry::labels::told;

pub(super) use checks::*;
pub(super) use papers::*;
pub(super) use prompt::{check, explanation, minutes, prompt, script, stage_steps, steps};
pub(super) use reasons::{
    DAMAGED, OTHER, REFUSED, RESTORED, amend_kinds, amend_reason, lost_reasons, void_reason, void_reasons,
    void_told,
};

/// Slots that the draw left empty.
pub(super) const FILLED: &str = "补齐抽取时没有排上的检查人员";
/// Everything.
pub(super) const CANCELLED: &str = "整次抽取结果取消";

/// The program's number for a ceremony.
pub(crate) fn number(id: i64) -> String {
    format!("YS-{id:04}")
}

/// What a draw is called, and never another.
pub(super) fn draw_id(year: &str, sequence: u64, rehearsal: bool) -> String {
    let kind = if rehearsal { "CP" } else { "YH" };
    format!("{kind}-{year}-{sequence:03}")
}

/// What a field of a ceremony is called.
pub(crate) fn field(name: &str) -> &str {
    match name {
        "task" => "抽查任务",
        "seats" => "见证席位",
        "role" => "身份",
        "alias" => "公开的称呼",
        "name" => "姓名",
        "unit" => "单位",
        "place" => "地点",
        "width_cm" => "画面宽度",
        "distance_cm" => "最远距离",
        "public_source" => "公开数的名称",
        "public_date" => "公开数的日期",
        "challenge" => "现场随机数",
        "digits" => "号码",
        "code" => "原因",
        "reason" => "说明",
        "kind" => "种类",
        "evidence" => "证明材料",
        "who" => "提出人",
        "words" => "内容",
        "envelope" => "封袋编号",
        "person" => "保管人",
        "notice" => "名单预公告",
        "crew" => "检查人员",
        "target" => "检查对象",
        "inspector" => "检查人员",
        "replace" => "递补",
        "of" => "变更编号",
        other => other,
    }
}

/// How far a ceremony has come.
pub(super) fn state(state: State) -> Told {
    let label = state_told(state);
    told(<&'static str>::from(state), label)
}

/// The same for a sentence.
pub(crate) fn state_told(state: State) -> &'static str {
    match state {
        State::Prepared => "准备中",
        State::Dropped => "没有封存就收回了",
        State::Sealed => "已封存，等号牌扣好",
        State::Cards => "号牌已扣好，正在录号",
        State::Drawn => "已抽取",
        State::Void => "已作废",
        State::Archived => "已归档",
    }
}

/// Which draw it is.
pub(super) fn which(seal: Option<&SealRow>, rehearsal: bool) -> String {
    match (seal, rehearsal) {
        (None, true) => "彩排准备中".to_owned(),
        (None, false) => "摇号准备中".to_owned(),
        (Some(seal), true) => format!("彩排第 {} 次", seal.sequence),
        (Some(seal), false) => format!("第 {} 次摇号", seal.sequence),
    }
}

/// Which draw, and which try of its task.
pub(super) fn told_of(sequence: i64, attempt: i64, rehearsal: bool) -> String {
    let which = if rehearsal { "次彩排" } else { "次摇号" };
    format!("第 {sequence} {which} · 本任务第 {attempt} 次抽取")
}

/// An earlier draw of the task that was given up.
pub(super) fn earlier(draw: &str, at: &str, reason: &str) -> String {
    format!("{draw}（{}）作废：{reason}", day_of(at))
}

/// An earlier draw of the task that stands.
pub(super) fn earlier_drawn(draw: &str, at: &str) -> String {
    format!("{draw}（{}）已抽取", day_of(at))
}

/// The day of a moment that was recorded.
fn day_of(at: &str) -> String {
    DateTime::parse_from_rfc3339(at).map_or_else(|_| at.to_owned(), day)
}

/// The seats that most offices have.
pub(super) fn usual_seats() -> Vec<SeatDocument> {
    ["人大代表", "政协委员", "媒体记者"]
        .into_iter()
        .map(|role| SeatDocument {
            role: role.to_owned(),
            ..SeatDocument::default()
        })
        .collect()
}

/// The roles that are offered (D-05).
pub(super) fn roles() -> Vec<String> {
    let roles = [
        "人大代表",
        "政协委员",
        "媒体记者",
        "社会服务机构代表",
        "纪检监察人员",
        "企业代表",
        "群众代表",
    ];
    roles.into_iter().map(str::to_owned).collect()
}

/// What a witness is called who is not named.
pub(super) fn witness(seat: usize) -> String {
    format!("见证人{seat}")
}

/// Whether somebody is called only by the number of a seat.
pub(super) fn is_numbered(alias: &str) -> bool {
    let number = alias.strip_prefix("见证人");
    number.is_some_and(|number| number.chars().all(|c| c.is_ascii_digit()))
}

/// What somebody in the room is called who has no seat.
pub(super) const PRESENT: &str = "在场人员";

/// The office's own people, who are called by what they are.
pub(super) fn is_office_role(who: &str) -> bool {
    ["主持人", "经办员", "监督员", "记录人", "纪检监察人员", "公证员"].contains(&who)
}

/// The seat of a public number.
pub(super) fn public_seat(source: &str, date: &str) -> SeatDocument {
    SeatDocument {
        role: "公开数".to_owned(),
        alias: format!("{source}（{date}）"),
        ..SeatDocument::default()
    }
}

/// Who decides: roles, not names. A file that goes out names nobody who did not agree.
pub(super) fn decided_by(rehearsal: bool) -> Vec<&'static str> {
    if rehearsal {
        vec!["经办员"]
    } else {
        vec!["经办员", "监督员"]
    }
}

/// What is striking about a number.
pub(super) fn weakness(weakness: Weakness) -> &'static str {
    match weakness {
        Weakness::OneDigit => "每一位都相同，不像摸出来的",
        Weakness::InARow => "是顺着数的，不像摸出来的",
        Weakness::Repeated => "反复出现同一段，不像摸出来的",
        Weakness::Date => "像一个日期，不像摸出来的",
        Weakness::SameAsAnother => "和另一席的号码相同",
    }
}

/// How many digits there are.
pub(super) fn digits_told(count: u32, seats: usize) -> String {
    if seats == 0 {
        return "没有见证席位".to_owned();
    }
    if count >= ENOUGH {
        format!("共 {count} 位，已够 {ENOUGH} 位")
    } else {
        format!("共 {count} 位，还差 {} 位到 {ENOUGH} 位", ENOUGH - count)
    }
}

/// What sort of thing was said.
pub(super) fn note_kind(kind: NoteKind) -> Told {
    match kind {
        NoteKind::Objection => told("objection", "现场异议"),
        NoteKind::Opinion => told("opinion", "监督意见"),
    }
}

/// Where papers and cards are.
pub(super) fn archive(archive: &Archive) -> String {
    let mut text = format!("封袋 {}", archive.envelope);
    for (label, value) in [("存放", &archive.place), ("保管人", &archive.person)] {
        if !value.is_empty() {
            text += &format!("，{label}：{value}");
        }
    }
    text
}

/// How it is held, as it is typed.
pub(super) fn way(document: &CeremonyDocument) -> &'static str {
    match document.way {
        Way::Full => "full",
        Way::Simple => "simple",
    }
}

/// A text of several lines on one.
pub(super) fn one_line(words: &str) -> String {
    words.lines().map(str::trim).collect::<Vec<_>>().join("；")
}

/// Somebody with the department.
pub(super) fn person(name: &str, dept: &str) -> String {
    if dept.is_empty() {
        name.to_owned()
    } else {
        format!("{name}（{dept}）")
    }
}

/// Somebody with the end of the certificate's number.
pub(super) fn by_number(name: &str, id: &str) -> String {
    let from = id.char_indices().rev().nth(3).map_or(0, |(at, _)| at);
    format!("{name}（证号尾号 {}）", id.get(from..).unwrap_or(id))
}

/// Who takes a place.
pub(super) fn placed(role: &str, name: Option<&str>) -> String {
    format!("{role} {}", name.unwrap_or("空缺"))
}

/// A row in a sentence.
pub(super) fn row(number: &str, name: &str, crew: &[String]) -> String {
    let target = target(number, name);
    if crew.is_empty() {
        target
    } else {
        format!("{target}：{}", crew.join("、"))
    }
}

/// A target with its number.
pub(super) fn target(number: &str, name: &str) -> String {
    format!("{number} {name}").trim_end().to_owned()
}

/// A place that nobody fills.
pub(super) fn unfilled(number: &str, name: &str, role: &str) -> String {
    format!(
        "{}的{role}空缺：登记借调人员，或者办理人员恢复，再补齐空缺。",
        target(number, name)
    )
}

/// A row leaves.
pub(super) fn dropped(target: &str, replace: bool) -> String {
    if replace {
        format!("{target}退出，由同层下一个备选递补")
    } else {
        format!("{target}退出，不递补")
    }
}

/// Somebody steps out.
pub(super) fn inspector_out(name: &str) -> String {
    format!("{name}不再参加，由同一次抽取已定的次序顶上")
}

/// Somebody comes in.
pub(super) fn inspector_in(person: &str, back: bool) -> String {
    if back {
        format!("{person}恢复参加")
    } else {
        format!("借调{person}参加")
    }
}

/// Somebody stays away from a target.
pub(super) fn recused(name: &str, target: &str) -> String {
    format!("{name}回避 {target}")
}

/// A change is taken back.
pub(super) fn withdrawn(of: u64) -> String {
    format!("撤回第 {of} 项变更")
}

/// The chance of each candidate of a stratum.
pub(super) fn chance(quota: u64, size: u64) -> String {
    if size > 0 && quota >= size {
        "全部抽取，随机排定次序".to_owned()
    } else {
        crate::task::labels::chance(quota, size)
    }
}

/// The folder in which a draw goes out.
pub(super) fn folder(sequence: i64, rehearsal: bool) -> String {
    let kind = if rehearsal { "彩排" } else { "摇号" };
    format!("{kind}-{sequence:03}")
}

/// What was written.
pub(super) fn published(names: bool) -> String {
    if names {
        "记录、密封本、核验页和摘要都已写好，并读回核对过。".to_owned()
    } else {
        "细则规定检查结束以后才公布名单，所以只写了编号和摘要，已读回核对过。".to_owned()
    }
}

/// The numbers that were drawn, without names; of a draw that was given up with why.
pub(super) fn numbers(draw: &str, code: &str, digest: &str, void: Option<&str>, rows: &[String]) -> String {
    let count = rows.len();
    let told = match void {
        None => format!("抽出 {count} 户，编号：\n"),
        Some(reason) if rows.is_empty() => format!("已作废：{reason}\n没有抽取结果。\n"),
        Some(reason) => format!("已作废：{reason}\n如果不作废，抽出的 {count} 户是：\n"),
    };
    let mut text = format!("抽取 {draw}\n封存码 {code}\n结果摘要 {digest}\n{told}");
    for row in rows {
        text += row;
        text.push('\n');
    }
    text
}
