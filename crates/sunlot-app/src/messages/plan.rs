//! The words about rule profiles, plans, tasks and pools: what happened.

use crate::event::plan::{
    HandExclusion, ListChange, PlanEdit, PlanStep, PoolNotice, RulesChange, TaskEdit, TaskStep,
};
use crate::plan::labels::plan_state;
use crate::rules::labels::switch_label;
use crate::task::labels::{exclusion_kind, task_field};

/// A rule profile was saved.
pub(super) fn of_rules(change: &RulesChange) -> String {
    let switches: Vec<&str> = change.switches.iter().map(|name| switch_label(name)).collect();
    let changed = match switches.len() {
        0 => String::new(),
        1..=6 => format!("，改动：{}", switches.join("、")),
        many => format!("，改动 {many} 项，有{}等", switches[..6].join("、")),
    };
    let (profile, name) = (&change.profile, &change.name);
    let force = if change.in_force {
        "，作为现行配置"
    } else {
        ""
    };
    let (basis, reason) = (&change.basis, &change.reason);
    format!("保存细则配置 {profile} {name}{changed}{force}，依据：{basis}，原因：{reason}")
}

/// A plan was written down or changed.
pub(super) fn of_edit(edit: &PlanEdit) -> String {
    let (plan, title, lines, reason) = (&edit.plan, &edit.title, edit.lines, &edit.reason);
    format!("保存抽查计划 {plan} {title}（{lines} 行），原因：{reason}")
}

/// A plan came a step further.
pub(super) fn of_step(step: &PlanStep) -> String {
    let PlanStep {
        plan,
        title,
        state,
        on,
        who,
        no,
        reason,
    } = step;
    let no = if no.is_empty() {
        String::new()
    } else {
        format!("（{no}）")
    };
    match state.as_str() {
        "approved" => format!("抽查计划 {plan} {title}由{who}于 {on} 批准{no}"),
        "submitted" => format!("抽查计划 {plan} {title}于 {on} 报送{who}{no}"),
        "published" => format!("抽查计划 {plan} {title}于 {on} 公布：{who}"),
        "reported" => format!("抽查计划 {plan} {title}于 {on} 向{who}报送总结{no}"),
        "draft" => format!("抽查计划 {plan} {title}退回草拟以作调整{no}，原因：{reason}"),
        other => format!("抽查计划 {plan} {title}：{}", plan_state(other)),
    }
}

/// A task was written down or changed.
pub(super) fn of_task(edit: &TaskEdit) -> String {
    let fields: Vec<&str> = edit.fields.iter().map(|name| task_field(name)).collect();
    let changed = match fields.len() {
        0 => String::new(),
        _ => format!("，改动：{}", fields.join("、")),
    };
    let reopened = if edit.reopened {
        "，原来的批准不再有效，退回草拟"
    } else {
        ""
    };
    format!(
        "保存抽查任务 {} {}{changed}{reopened}，原因：{}",
        edit.task, edit.title, edit.reason
    )
}

/// A task was approved or given up.
pub(super) fn of_task_step(step: &TaskStep) -> String {
    let TaskStep {
        task,
        title,
        state,
        number,
        on,
        who,
        reason,
        announced_otherwise: notice,
    } = step;
    let otherwise = if *notice > 0 {
        format!("；第 {notice} 号预公告公告的是另一份名单")
    } else {
        String::new()
    };
    match state.as_str() {
        "approved" => {
            format!("抽查任务 {task} {title}由{who}于 {on} 批准，编号 {number}{otherwise}")
        }
        _ => format!("取消抽查任务 {task} {title}，原因：{reason}"),
    }
}

/// A target was left out by a decision, or taken in again.
pub(super) fn of_exclusion(made: &HandExclusion) -> String {
    let HandExclusion {
        task,
        target,
        name,
        kind,
        basis,
        withdrawn,
    } = made;
    let kind = exclusion_kind(kind);
    if *withdrawn {
        return format!("抽查任务 {task} 取消对检查对象 {target} {name}的人工排除（{kind}）");
    }
    format!("抽查任务 {task} 人工排除检查对象 {target} {name}（{kind}），依据：{basis}")
}

/// The list of a task was announced.
pub(super) fn of_notice(notice: &PoolNotice) -> String {
    let PoolNotice {
        task,
        title,
        notice: number,
        digest,
        candidates,
        excluded,
        replaces,
        differs,
        reason,
        taken_out,
    } = notice;
    let short = digest.get(..16).unwrap_or(digest);
    let mut text = format!(
        "抽查任务 {task} {title}名单预公告第 {number} 号：候选 {candidates} 户，排除 {excluded} 户，摘要 {short}…"
    );
    if *replaces > 0 {
        text += &format!("，代替第 {replaces} 号预公告");
    }
    if !differs.is_empty() {
        text += &format!("（{}）", of_changes(differs));
    }
    if !reason.is_empty() {
        text += &format!("，原因：{reason}");
    }
    if !taken_out.nobody() {
        let (days, targets, inspectors) = (taken_out.days, taken_out.targets, taken_out.inspectors);
        text += &format!(
            "；公告前 {days} 天内逐个移出、暂停或改为不在营的：检查对象 {targets} 户、执法检查人员 {inspectors} 人"
        );
    }
    text
}

/// In what a list differs from the one before.
pub(crate) fn of_changes(changes: &[ListChange]) -> String {
    let told: Vec<String> = changes.iter().map(of_change).collect();
    told.join("、")
}

fn of_change(change: &ListChange) -> String {
    let ListChange { what, before, after } = change;
    match what.as_str() {
        "candidates" => format!("候选由 {before} 户变为 {after} 户"),
        "excluded" => format!("排除由 {before} 户变为 {after} 户"),
        "quota" => format!("应抽由 {before} 户变为 {after} 户"),
        "strata" => "分层规则有变".to_owned(),
        "scope" => "抽取范围有变".to_owned(),
        "rules" => "细则配置有变".to_owned(),
        "task" => "名单没有变，公告以后任务改过".to_owned(),
        "draw_on" => "抽取日期改了".to_owned(),
        _ => "户数没有变，名单里的对象有变".to_owned(),
    }
}
