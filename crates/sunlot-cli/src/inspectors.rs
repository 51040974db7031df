//! `sunlot inspectors …`: the registry of inspectors.

use sunlot_app::inspector::{
    ConflictAdd, ConflictEnd, ConflictView, ConflictsView, InspectorFilter, InspectorId, InspectorLine,
    InspectorMembership, InspectorSave, InspectorSort, InspectorView, InspectorsChoices, InspectorsRequest,
    InspectorsView, RotationSave,
};
use sunlot_app::registry::Told;
use sunlot_app::{Desk, Result};

use crate::args::inspectors::{ConflictOptions, InspectorsVerb, Persons};
use crate::args::targets::ValueOptions;
use crate::output::{Output, Status};
use crate::registry::{self, conditions, missing, number, pairs, story, told_problems, wrong};

const PREFIX: &str = "RY-";

pub(crate) fn run(desk: &Desk, verb: InspectorsVerb, output: &Output) -> Result<Status> {
    match verb {
        InspectorsVerb::List {
            which,
            sort,
            descending,
        } => {
            let by = sort.parse().map_err(|_| wrong("--sort", &sort))?;
            let request = InspectorsRequest {
                filter: filter(&which)?,
                sort: InspectorSort { by, descending },
                on: which.on,
            };
            output.answer(&desk.inspectors_view(&request)?, listed);
        }
        InspectorsVerb::Choices => output.answer(&desk.inspectors_choices()?, offered),
        InspectorsVerb::Show { inspector } => {
            let id = number(PREFIX, &inspector)?;
            output.answer(&desk.inspector_open(&InspectorId { id })?, shown);
        }
        InspectorsVerb::Set {
            inspector,
            values,
            confirmed,
            check,
        } => return set(desk, inspector.as_deref(), &values, confirmed, check, output),
        InspectorsVerb::Place {
            inspector,
            membership,
            reason,
        } => {
            let id = number(PREFIX, &inspector)?;
            let request = InspectorMembership {
                id,
                version: desk.inspector_open(&InspectorId { id })?.version,
                membership: membership.parse().map_err(|_| wrong("状态", &membership))?,
                reason,
            };
            output.answer(&desk.inspector_membership(&request)?, saved);
        }
        InspectorsVerb::Conflict(options) => output.answer(&conflict(desk, options)?, shown),
        InspectorsVerb::Conflicts => output.answer(&desk.conflicts_view()?, register),
        InspectorsVerb::Rotation { months, reason } => {
            let request = RotationSave { months, reason };
            output.answer(&desk.rotation_save(&request)?, |view| format!("{}\n", view.told));
        }
    }
    Ok(Status::Done)
}

fn set(
    desk: &Desk,
    inspector: Option<&str>,
    values: &ValueOptions,
    confirmed: bool,
    check: bool,
    output: &Output,
) -> Result<Status> {
    let id = inspector.map(|typed| number(PREFIX, typed)).transpose()?;
    let version = match id {
        Some(id) => Some(desk.inspector_open(&InspectorId { id })?.version),
        None => None,
    };
    let request = InspectorSave {
        id,
        version,
        values: pairs("--value", &values.values)?,
        confirmed,
        reason: values.reason.clone(),
    };
    if check {
        let checked = desk.inspector_check(&request)?;
        let right = checked.problems.is_empty();
        output.answer(&checked, told_problems);
        return Ok(if right { Status::Done } else { Status::Refused });
    }
    output.answer(&desk.inspector_save(&request)?, saved);
    Ok(Status::Done)
}

fn conflict(desk: &Desk, options: ConflictOptions) -> Result<InspectorView> {
    if let Some(id) = options.end {
        return desk.conflict_end(&ConflictEnd {
            id,
            until: options.until,
            reason: options.reason,
        });
    }
    let given = |typed: Option<String>, argument: &str| typed.ok_or_else(|| missing(argument));
    desk.conflict_add(&ConflictAdd {
        inspector: number(PREFIX, &given(options.inspector, "人员编号")?)?,
        target: number("DX-", &given(options.target, "对象编号")?)?,
        relation: options.relation,
        detail: options.detail,
        told_by: options.told_by,
        since: options.since,
        until: options.until,
    })
}

/// A filter out of what stands on the command line.
pub(crate) fn filter(which: &Persons) -> Result<InspectorFilter> {
    Ok(InspectorFilter {
        text: which.text.clone().unwrap_or_default(),
        values: conditions(&which.conditions)?,
    })
}

fn listed(view: &InspectorsView) -> String {
    let mut text = format!(
        "{}：{} 人，{}可以参加抽取 {} 人（全库 {} 人，不能参加的 {} 人，60 天内到期 {} 人）\n",
        view.heading,
        view.lines.len(),
        view.on_told,
        view.may_be_drawn,
        view.total,
        view.barred,
        view.expiring
    );
    for line in &view.lines {
        text += &told(line);
    }
    if view.total == 0 {
        text += "还没有执法检查人员。用 sunlot import inspectors <文件> 导入名单。\n";
    }
    text += &format!("{}\n", view.rotation.told);
    text
}

fn told(line: &InspectorLine) -> String {
    let or_none = |text: &str| if text.is_empty() { "—" } else { text }.to_owned();
    let same = if line.same_name { "（有同名）" } else { "" };
    let mut text = format!(
        "{}  {}{same}  {}  {}  {}\n",
        line.number,
        line.name,
        or_none(&line.unit),
        or_none(&line.department),
        line.status.label,
    );
    for certificate in &line.certificates {
        text += &format!(
            "      执法证 {}，有效期至 {}，{}\n",
            certificate.number,
            or_none(&certificate.valid_to),
            certificate.state.label
        );
    }
    let labels = |list: &[Told]| {
        let labels: Vec<&str> = list.iter().map(|told| told.label.as_str()).collect();
        labels.join("、")
    };
    for (what, list) in [("不能参加抽取", &line.barred), ("待核", &line.doubts)] {
        if !list.is_empty() {
            text += &format!("      {what}：{}\n", labels(list));
        }
    }
    if let Some(days) = line.expires_in {
        text += &format!("      执法证还有 {days} 天到期（{}）\n", line.expires_on);
    }
    if line.conflicts > 0 {
        text += &format!("      有效的回避登记 {} 条\n", line.conflicts);
    }
    text
}

fn offered(choices: &InspectorsChoices) -> String {
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

fn shown(view: &InspectorView) -> String {
    let mut text = told(&view.line);
    for field in view.fields.iter().filter(|field| !field.value.is_empty()) {
        text += &format!("  {}：{}\n", field.label, field.shown);
    }
    for conflict in &view.conflicts {
        text += &one_conflict(conflict);
    }
    text + &story(&view.story)
}

fn register(view: &ConflictsView) -> String {
    if view.conflicts.is_empty() {
        return "还没有回避登记。\n".to_owned();
    }
    view.conflicts.iter().map(one_conflict).collect()
}

fn one_conflict(conflict: &ConflictView) -> String {
    let state = match (conflict.withdrawn, conflict.in_force) {
        (true, _) => "已撤销",
        (false, true) => "有效",
        (false, false) => "不在期内",
    };
    let or = |text: &str, none: &str| if text.is_empty() { none } else { text }.to_owned();
    let detail = if conflict.detail.is_empty() {
        String::new()
    } else {
        format!("（{}）", conflict.detail)
    };
    format!(
        "  回避 {}：{} 与 {} {}，{}{detail}，{} 至 {}，{state}，据{}说\n",
        conflict.id,
        conflict.inspector_name,
        conflict.target_number,
        conflict.target_name,
        conflict.relation.label,
        or(&conflict.since, "一直"),
        or(&conflict.until, "今后"),
        conflict.told_by
    )
}

fn saved(view: &InspectorView) -> String {
    registry::saved(&format!("{} {}", view.line.number, view.line.name), &view.notices)
}
