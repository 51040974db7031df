//! The sentences that explain one target of a pool.

use sunlot_rules::cap::{CapException, Count, within};
use sunlot_rules::day::Day;
use sunlot_rules::profile::RuleProfile;
use sunlot_rules::roster::words::{InspectionMode, RegistrationStatus, TaskKind, TriggerFlag};
use sunlot_store::visit::VisitRow;

use crate::registry::labels::word;
use crate::task::labels::{chance, exception_told, exclusion_kind, period, year};

/// Where somebody is, and by which rule.
pub(in crate::task) fn place_told(place: &str, why: &str) -> String {
    format!("{place}：{why}。")
}

/// Suspended in the registry.
pub(in crate::task) fn suspended(since: &str) -> String {
    format!("名录里已暂停{}。", from(since))
}

/// Not in business.
pub(in crate::task) fn inactive(status: &str, since: &str) -> String {
    let status = word::<RegistrationStatus>(status).label;
    format!("登记状态是“{status}”{}，不参加抽取。", from(since))
}

/// Left out by a decision.
pub(in crate::task) fn by_hand(kind: &str, basis: &str, decided: &str) -> String {
    format!("人工排除（{}），依据：{basis}；{decided}。", exclusion_kind(kind))
}

/// Visited a few days ago.
pub(in crate::task) fn visited_lately(last: Option<Day>, profile: &RuleProfile) -> String {
    let within = profile.visited_within_days;
    match last {
        Some(last) => format!("{last} 刚检查过，细则配置规定 {within} 天内不再抽。"),
        None => format!("细则配置规定 {within} 天内检查过的不再抽。"),
    }
}

/// Visited often enough when a day comes.
pub(in crate::task) fn cap_reached(count: &Count, profile: &RuleProfile, on: Day) -> String {
    let cap = profile.annual_cap;
    let times = count.of(profile.cap_period);
    let (first, last) = within(profile.cap_period, on);
    let days = period(&first.to_string(), &last.to_string());
    format!(
        "{}（{days}）已检查 {times} 次，到了上限 {cap} 次，又不属于风险对象或上级部署等例外。",
        year(profile.cap_period)
    )
}

/// From when on somebody may be drawn again.
pub(in crate::task) fn free(day: Day) -> String {
    format!("检查开始日期在 {day} 或以后的，又可以抽。")
}

/// Visited often enough, and in all the same.
pub(in crate::task) fn excepted(count: &Count, profile: &RuleProfile, why: &CapException) -> String {
    let (period, cap) = (year(profile.cap_period), profile.annual_cap);
    let times = count.of(profile.cap_period);
    format!(
        "{period}已检查 {times} 次，到了上限 {cap} 次；{}，仍可抽取。",
        exception_told(why)
    )
}

/// How often somebody of the pool was visited.
pub(in crate::task) fn visited_so_often(count: &Count, profile: &RuleProfile) -> String {
    let (year, months) = (count.this_year, count.twelve_months);
    match profile.annual_cap {
        0 => format!("本自然年已检查 {year} 次，此前十二个月 {months} 次；细则配置没有设上限。"),
        cap => format!("本自然年已检查 {year} 次，此前十二个月 {months} 次；上限 {cap} 次。"),
    }
}

/// The chance of being drawn.
pub(in crate::task) fn chance_told(quota: u64, size: u64) -> String {
    format!(
        "这一层 {size} 户抽 {quota} 户，抽中的机会：{}。",
        chance(quota, size)
    )
}

/// A flag with what it rests on.
pub(in crate::task) fn flag_told(flag: &str, since: &str, evidence: &str) -> String {
    let flag = word::<TriggerFlag>(flag).label;
    format!("标志“{flag}”从 {since} 起，依据：{evidence}。")
}

/// A visit in a few words.
pub(in crate::task) fn visit_told(row: &VisitRow) -> String {
    let modes: Vec<String> = row
        .modes
        .split(['、', ','])
        .filter(|mode| !mode.trim().is_empty())
        .map(|mode| word::<InspectionMode>(mode.trim()).label)
        .collect();
    let kind = word::<TaskKind>(&row.task_kind).label;
    let times = if row.times > 1 {
        format!("共 {} 次", row.times)
    } else {
        String::new()
    };
    let parts = [kind, modes.join("、"), row.items.clone(), row.unit.clone(), times];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("，")
}

fn from(since: &str) -> String {
    if since.is_empty() {
        String::new()
    } else {
        format!("（{since} 起）")
    }
}
