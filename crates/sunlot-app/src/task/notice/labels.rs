//! The words of announcements.

use sunlot_rules::pool::Clause;
use sunlot_store::pool_notice::PoolNoticeRow;

use crate::registry::Told;
use crate::registry::labels::told;
use crate::task::labels::clause;

/// What an announcement is called.
pub(in crate::task) const NOTICE: &str = "名单预公告";

/// The program, as it stands on paper.
pub(in crate::task) const PROGRAM: &str = concat!("阳光摇号 ", env!("CARGO_PKG_VERSION"));

/// Whether the list is still the one that was announced.
pub(in crate::task) fn holds(same: bool) -> Told {
    if same {
        told("same", "名单没有变")
    } else {
        told("changed", "名单已经变了，需要新的公告")
    }
}

/// Of an announcement before the task was changed.
pub(in crate::task) fn rewritten() -> Told {
    told("changed", "公告以后任务改过，批准以后需要新的公告")
}

/// Of an announcement that another took the place of, and when.
pub(in crate::task) fn replaced(by: i64, on: &str) -> Told {
    let label = format!("已被第 {by} 号预公告替代（{on} 公告）");
    told("replaced", &label)
}

/// The same on paper, where the notice that holds is named in full.
pub(in crate::task) fn replaced_by(number: &str, on: &str) -> String {
    format!("已被{number}替代（{on} 公告），本公告不再有效")
}

/// Of one that came later before the draw than the office's rules ask for.
pub(in crate::task) fn announced_late(
    notice: i64,
    row: &PoolNoticeRow,
    days: u32,
    wanted: u32,
    rules: &str,
) -> Told {
    let (announced, drawn) = (&row.announced_on, &row.draw_on);
    let label = format!(
        "第 {notice} 号预公告 {announced} 公告、{drawn} 抽取，只提前 {days} 天；细则配置 {rules}“抽取前几天预公告名单”写的是 {wanted} 天。请推迟抽取，或在抽取记录里说明原因。"
    );
    told("announced_late", &label)
}

/// Of a list that was not announced although the office's rules ask for it.
pub(in crate::task) fn not_announced(wanted: u32, rules: &str) -> Told {
    let label = format!("名单还没有预公告；细则配置 {rules}“抽取前几天预公告名单”写的是 {wanted} 天。");
    told("not_announced", &label)
}

/// Of one that is too large to be compared at once.
pub(in crate::task) fn not_compared() -> Told {
    told("not_compared", "候选较多，封存时核对")
}

/// Of a list whose crews are tried later.
pub(in crate::task) fn tried_later() -> Told {
    told(
        "tried_later",
        "候选较多：每一户派不派得齐、名单和预公告一不一样，在封存前的核对里查。",
    )
}

/// A stratum as it was announced.
pub(in crate::task) fn announced(label: &str, size: u64, quota: u64) -> String {
    format!("{label}：候选 {size} 户，应抽 {quota} 户")
}

/// How many for a reason.
pub(in crate::task) fn sum_told(why: &str, count: u64) -> String {
    format!("{why} {count} 户")
}

/// How many are in by an exception.
pub(in crate::task) fn exception_told(why: &str, count: u64) -> String {
    format!("例外列入（{why}）{count} 户")
}

/// So many.
pub(in crate::task) fn households(count: u64) -> String {
    format!("{count} 户")
}

/// The number of an announcement.
pub(in crate::task) fn notice_number(task: &str, id: i64) -> String {
    format!("{task}预公告第 {id} 号")
}

/// That it takes the place of another, which is known by its day and the beginning of its digest, and what is different.
pub(in crate::task) fn replaces(other: i64, row: &PoolNoticeRow, changes: &str) -> String {
    let digest = hex::encode(row.digest);
    let short = digest.get(..16).unwrap_or(&digest);
    format!(
        "代替第 {other} 号预公告（{} 公告，原定 {} 抽取，摘要 {short}…）：{changes}。",
        row.announced_on, row.draw_on
    )
}

/// The same on paper, where digest and changes stand beside it.
pub(in crate::task) fn replaced_notice(number: &str, row: &PoolNoticeRow) -> String {
    format!("{number}（{} 公告，原定 {} 抽取）", row.announced_on, row.draw_on)
}

/// The scope in words.
pub(in crate::task) fn scope_told(scope: &[Clause], tags: &[String]) -> String {
    let mut parts: Vec<String> = Vec::new();
    if !tags.is_empty() {
        parts.push(format!("监管领域是{}", tags.join("、")));
    }
    parts.extend(scope.iter().map(clause));
    if parts.is_empty() {
        return "名录库全部在册对象".to_owned();
    }
    parts.join("；")
}
