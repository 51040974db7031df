//! `sunlot targets …`: the registry of targets.

use sunlot_app::registry::Facet;
use sunlot_app::target::{
    BulkExample, TargetFacet, TargetFilter, TargetFlagAdd, TargetFlagEnd, TargetId, TargetLine,
    TargetMembership, TargetSave, TargetSort, TargetView, TargetsBulk, TargetsBulkView, TargetsChoices,
    TargetsRequest, TargetsView, VisitAdd, VisitWithdraw,
};
use sunlot_app::{Desk, Result};

use crate::args::targets::{FlagOptions, TargetsVerb, ValueOptions, VisitOptions, Which};
use crate::credit;
use crate::output::{Output, Status};
use crate::registry::{self, changes, conditions, missing, pairs, story, told_problems, wrong};

pub(crate) fn run(desk: &Desk, verb: TargetsVerb, output: &Output) -> Result<Status> {
    match verb {
        TargetsVerb::List {
            which,
            sort,
            descending,
            limit,
            from,
        } => {
            let by = sort.parse().map_err(|_| wrong("--sort", &sort))?;
            let request = TargetsRequest {
                filter: filter(which)?,
                sort: TargetSort { by, descending },
                from,
                limit,
            };
            output.answer(&desk.targets_view(&request)?, listed);
        }
        TargetsVerb::Choices => output.answer(&desk.targets_choices()?, offered),
        TargetsVerb::Show { target } => {
            let id = number(&target)?;
            output.answer(&desk.target_open(&TargetId { id })?, shown);
        }
        TargetsVerb::Set {
            target,
            values,
            confirmed,
            check,
        } => return set(desk, target.as_deref(), values, confirmed, check, output),
        TargetsVerb::Place {
            target,
            membership,
            reason,
        } => {
            let id = number(&target)?;
            let request = TargetMembership {
                id,
                version: desk.target_open(&TargetId { id })?.version,
                membership: membership.parse().map_err(|_| wrong("状态", &membership))?,
                reason,
            };
            output.answer(&desk.target_membership(&request)?, saved);
        }
        TargetsVerb::Bulk { which, values, check } => {
            let mut request = TargetsBulk {
                filter: filter(which)?,
                values: pairs("--value", &values.values)?,
                reason: values.reason,
                found: None,
            };
            if check {
                output.answer(&desk.targets_bulk_check(&request)?, |view| bulk(view, "会修改"));
            } else {
                request.found = Some(desk.targets_bulk_check(&request)?.found);
                output.answer(&desk.targets_bulk_save(&request)?, |view| bulk(view, "已修改"));
            }
        }
        TargetsVerb::Flag(options) => output.answer(&flag(desk, options)?, shown),
        TargetsVerb::Visit(options) => output.answer(&visit(desk, options)?, shown),
        TargetsVerb::Grade(options) => {
            if let Some(view) = credit::grade(desk, *options, output)? {
                output.answer(&view, shown);
            }
        }
        TargetsVerb::Inquiry(options) => output.answer(&credit::inquiry(desk, *options)?, shown),
    }
    Ok(Status::Done)
}

fn set(
    desk: &Desk,
    target: Option<&str>,
    values: ValueOptions,
    confirmed: bool,
    check: bool,
    output: &Output,
) -> Result<Status> {
    let id = target.map(number).transpose()?;
    let version = match id {
        Some(id) => Some(desk.target_open(&TargetId { id })?.version),
        None => None,
    };
    let request = TargetSave {
        id,
        version,
        values: pairs("--value", &values.values)?,
        confirmed,
        reason: values.reason,
    };
    if check {
        let checked = desk.target_check(&request)?;
        let right = checked.problems.is_empty();
        output.answer(&checked, told_problems);
        return Ok(if right { Status::Done } else { Status::Refused });
    }
    output.answer(&desk.target_save(&request)?, saved);
    Ok(Status::Done)
}

fn flag(desk: &Desk, options: FlagOptions) -> Result<TargetView> {
    if let Some(id) = options.end {
        return desk.target_flag_end(&TargetFlagEnd {
            id,
            until: options.until,
            reason: options.reason,
        });
    }
    let typed = options.set.ok_or_else(|| missing("--set"))?;
    let among = TargetFacet::Flag.among().unwrap_or_default();
    let flag = registry::named(&among, typed.trim())
        .ok_or_else(|| registry::not_among("--set", &typed, registry::pairs_of(&among)))?
        .to_owned();
    desk.target_flag_add(&TargetFlagAdd {
        target: number(options.target.as_deref().ok_or_else(|| missing("编号"))?)?,
        flag,
        since: options.since,
        until: options.until,
        evidence: options.evidence,
    })
}

fn visit(desk: &Desk, options: VisitOptions) -> Result<TargetView> {
    if let Some(id) = options.withdraw {
        let reason = options.reason;
        return desk.visit_withdraw(&VisitWithdraw { id, reason });
    }
    desk.visit_add(&VisitAdd {
        target: number(options.target.as_deref().ok_or_else(|| missing("编号"))?)?,
        held_on: options.on,
        counted: !options.uncounted,
        task_kind: options.kind,
        modes: options.modes,
        items: options.items,
        unit: options.unit,
        inspectors: options.inspectors,
        result: options.result,
        remark: options.remark,
    })
}

/// A filter out of what stands on the command line.
pub(crate) fn filter(which: Which) -> Result<TargetFilter> {
    Ok(TargetFilter {
        text: which.text.unwrap_or_default(),
        values: conditions(&which.conditions)?,
    })
}

/// The office's own number of a target.
pub(crate) fn number(typed: &str) -> Result<i64> {
    registry::number("DX-", typed)
}

fn listed(view: &TargetsView) -> String {
    let mut text = format!(
        "{}：{} 户，其中可以参加抽取 {} 户（全库 {} 户）\n",
        view.heading, view.found, view.may_be_drawn, view.total
    );
    for line in &view.lines {
        text += &told(line);
    }
    if view.lines.is_empty() && view.total == 0 {
        text += "还没有检查对象。用 sunlot import targets <文件> 导入名单。\n";
    }
    text
}

fn told(line: &TargetLine) -> String {
    let told = |label: &str| {
        if label.is_empty() {
            "—".to_owned()
        } else {
            label.to_owned()
        }
    };
    let mut text = format!(
        "{}  {}  {}  {}  信用{}  风险{}  {}  本年已查 {}\n",
        line.number,
        told(&line.code),
        line.name,
        line.kind.label,
        told(&line.credit.label),
        told(&line.risk.label),
        told(&line.township),
        line.visits_this_year,
    );
    let labels = |list: &[sunlot_app::registry::Told]| {
        let labels: Vec<&str> = list.iter().map(|told| told.label.as_str()).collect();
        labels.join("、")
    };
    let none = Vec::new();
    // With their periods and what they rest on, where the answer has those.
    let flags = if line.flagged.is_empty() {
        &line.flags
    } else {
        &none
    };
    for (what, list) in [
        ("不能参加抽取", &line.barred),
        ("标志", flags),
        ("待核", &line.doubts),
    ] {
        if !list.is_empty() {
            text += &format!("      {what}：{}\n", labels(list));
        }
    }
    for flag in &line.flagged {
        text += &format!(
            "      标志：{}，{} 起，{}，依据：{}\n",
            flag.flag.label,
            flag.since,
            until(&flag.until),
            flag.evidence
        );
    }
    text
}

/// Until when a flag holds.
fn until(day: &str) -> String {
    if day.is_empty() {
        "一直有效".to_owned()
    } else {
        format!("到 {day} 为止")
    }
}

fn offered(choices: &TargetsChoices) -> String {
    let mut text = String::new();
    for facet in &choices.facets {
        let name: &'static str = facet.facet.into();
        text += &format!("{}（{name}）\n", facet.label);
        for choice in &facet.choices {
            text += &format!("  {:>8}  {}  {}\n", choice.count, choice.value, choice.label);
        }
    }
    text
}

fn shown(view: &TargetView) -> String {
    let mut text = told(&view.line);
    for field in view.fields.iter().filter(|field| !field.value.is_empty()) {
        text += &format!("  {}：{}\n", field.label, field.shown);
    }
    for flag in &view.flags {
        let until = until(&flag.until);
        let state = match (flag.withdrawn, flag.in_force) {
            (true, _) => "已撤销",
            (false, true) => "有效",
            (false, false) => "不在期内",
        };
        text += &format!(
            "  标志 {}：{}，{} 起，{until}，{state}，依据：{}\n",
            flag.id, flag.flag.label, flag.since, flag.evidence
        );
    }
    for visit in &view.visits {
        let state = if visit.withdrawn { "，已撤销" } else { "" };
        text += &format!(
            "  检查 {}：{} {} 次，{}，{}{state}\n",
            visit.id, visit.held_on, visit.times, visit.task_kind.label, visit.origin.label
        );
        if !visit.counted {
            text += "      不计入次数\n";
        }
        text += &registry::said(&[
            ("方式", &visit.modes),
            ("事项", &visit.items),
            ("单位", &visit.unit),
            ("人员", &visit.inspectors),
            ("结果", &visit.result),
            ("备注", &visit.remark),
        ]);
    }
    text + &credit::file(view) + &story(&view.story)
}

fn saved(view: &TargetView) -> String {
    registry::saved(&format!("{} {}", view.line.number, view.line.name), &view.notices)
}

fn bulk(view: &TargetsBulkView, what: &str) -> String {
    let mut text = format!("筛得 {} 户，{what} {} 户\n", view.found, view.changed);
    for BulkExample {
        number,
        name,
        changes: differences,
    } in &view.examples
    {
        text += &format!("  {number} {name}\n");
        text += &changes(differences);
    }
    text
}
