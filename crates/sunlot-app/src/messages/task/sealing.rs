//! The words about what keeps a list from being sealed although its rules are right: nobody is left, or nobody can go.

use super::{Words, words};
use crate::task::EverybodyOut;

/// Everybody in scope is left out.
pub(super) fn of_all_excluded(out: &EverybodyOut) -> Words {
    let EverybodyOut { reasons, again } = out;
    let told: Vec<String> = reasons
        .iter()
        .map(|(why, count)| format!("{why} {count} 户"))
        .collect();
    let capped = reasons.iter().any(|(why, _)| why.contains("上限"));
    let hint = match again {
        Some(day) => format!(
            "次数到了上限的，最早从 {day} 起又可以抽：请把检查开始日期改到那天或以后；风险对象和上级部署（要有文号）可以例外。人工排除的可以撤销。"
        ),
        None if capped => {
            "次数到了上限的不能再抽；风险对象和上级部署（要有文号）可以例外。人工排除的可以撤销。".to_owned()
        }
        None => "请核对各条原因：登记状态和名录有变化的先更新，人工排除的可以撤销。".to_owned(),
    };
    words(
        format!("范围里的对象都被排除了，没有一户可以抽取：{}。", told.join("、")),
        hint,
    )
}

/// There are fewer people than a crew has places.
pub(super) fn of_crew_short(people: usize, least: u32) -> Words {
    words(
        format!("可以派的检查人员只有 {people} 人，每户要 {least} 人。"),
        "请登记借调人员，或者改为只抽检查对象、检查人员另行抽取。",
    )
}

/// Nobody of a department can be sent.
pub(super) fn of_unmanned(dept: &str) -> Words {
    words(
        format!("{dept}没有一个可以派的检查人员。"),
        "请先录入这个部门的执法人员和有效的执法证，登记借调，或者把它从参加检查的部门里去掉。",
    )
}

/// No draw could man every target.
pub(super) fn of_unfilled(why: &str) -> Words {
    let why = if why.is_empty() {
        String::new()
    } else {
        format!("：{why}")
    };
    words(
        format!("无论怎样抽，检查组都派不齐{why}。"),
        "请看“检查组”里的派人预演：它说明缺什么人、怎样补救。",
    )
}
