//! What `sunlot task …` says to people.

use std::fmt::Write as _;

use sunlot_app::ProblemView;
use sunlot_app::registry::Told;
use sunlot_app::task::{
    CrewsView, FairnessView, MergedTarget, PoolRows, PoolSum, PoolView, TargetExplained, TaskChoices,
    TaskLine, TaskMergedView, TaskView, TasksView,
};

use crate::registry::{saved, story};

pub(crate) fn list(view: &TasksView) -> String {
    if view.lines.is_empty() {
        return "还没有抽查任务。用 sunlot task set 登记一项。\n".to_owned();
    }
    view.lines.iter().map(line).collect()
}

fn line(line: &TaskLine) -> String {
    let number = if line.task_no.is_empty() {
        "未编号"
    } else {
        &line.task_no
    };
    format!(
        "{}  {}  {}  {}  {}  {}\n",
        line.number,
        line.state.label,
        number,
        line.title,
        line.period,
        line.items.join("、")
    )
}

pub(crate) fn choices(choices: &TaskChoices) -> String {
    let mut text = String::new();
    let edition = if choices.edition.is_empty() {
        "没有现行的清单"
    } else {
        &choices.edition
    };
    let _ = writeln!(text, "抽查事项（{edition}）：");
    for item in &choices.items {
        let why: Vec<&str> = item.why_not.iter().map(|why| why.label.as_str()).collect();
        let why = if why.is_empty() {
            String::new()
        } else {
            format!("　不能检查：{}", why.join("、"))
        };
        let _ = writeln!(text, "  {} {}{why}", item.number, item.name);
    }
    text.push_str("字段（--value）：\n");
    for field in &choices.fields {
        let required = if field.required { "（必填）" } else { "" };
        let named: Vec<String> = field
            .choices
            .iter()
            .map(|told| format!("{} {}", told.value, told.label))
            .collect();
        let among = if named.is_empty() {
            String::new()
        } else {
            format!("：{}", named.join("；"))
        };
        let _ = writeln!(text, "  {} {}{required}{among}", field.field, field.label);
    }
    if !choices.lines.is_empty() {
        text.push_str("计划的行（--plan 计划 --line 行）：\n");
    }
    for line in &choices.lines {
        let joint = match line.lead.as_str() {
            "" => String::new(),
            lead => format!("，{lead}牵头，{}配合", line.partners.join("、")),
        };
        let _ = writeln!(
            text,
            "  JH-{:02} {}：{}，{}{joint}",
            line.plan, line.line, line.label, line.amount
        );
    }
    if !choices.rules.is_empty() {
        text.push_str("细则配置（--rules）：\n");
    }
    for rules in &choices.rules {
        let _ = writeln!(text, "  XZ-{:0>2} {}", rules.value, rules.label);
    }
    let _ = writeln!(text, "条件（--where）：");
    for clause in &choices.clauses {
        let values: Vec<String> = clause
            .choices
            .iter()
            .take(12)
            .map(|told| {
                if told.value == told.label {
                    told.label.clone()
                } else {
                    format!("{} {}", told.value, told.label)
                }
            })
            .collect();
        let more = if clause.choices.len() > 12 { "……" } else { "" };
        let _ = writeln!(
            text,
            "  {} {}：{}{more}",
            clause.field,
            clause.label,
            values.join("；")
        );
    }
    let _ = writeln!(text, "分层（--pattern）：");
    for pattern in &choices.patterns {
        let _ = writeln!(text, "  {} {}：{}", pattern.name, pattern.label, pattern.about);
    }
    let names = |told: &[Told]| -> String {
        let labels: Vec<&str> = told.iter().map(|told| told.label.as_str()).collect();
        labels.join("、")
    };
    let _ = writeln!(
        text,
        "内设机构（检查组的 by 写 department）：{}",
        names(&choices.departments)
    );
    let _ = writeln!(text, "单位（检查组的 by 写 unit）：{}", names(&choices.units));
    let _ = writeln!(text, "专长（--slot）：{}", names(&choices.skills));
    text
}

pub(crate) fn shown(view: &TaskView) -> String {
    let entry = format!("{} {}", view.line.number, view.line.title);
    let mut text = if view.notes.is_empty() {
        String::new()
    } else {
        saved(&entry, &view.notes)
    };
    text += &line(&view.line);
    for field in view.fields.iter().filter(|field| !field.shown.is_empty()) {
        let _ = writeln!(text, "  {}：{}", field.label, field.shown);
    }
    if !view.line.plan.is_empty() {
        let _ = writeln!(text, "  抽查计划：{}", view.line.plan);
    }
    let _ = writeln!(text, "  细则配置：{}", view.rules);
    if !view.scope.is_empty() {
        let _ = writeln!(text, "  抽取范围：{}", view.scope.join("；"));
    }
    for stratum in &view.strata {
        let _ = writeln!(text, "  分层：{stratum}");
    }
    let _ = writeln!(text, "  检查组：{}", view.crew.join("；"));
    if !view.approval.is_empty() {
        let _ = writeln!(text, "  批准：{}", view.approval);
    }
    let _ = writeln!(text, "  仪式：{}", view.ceremony);
    people(&mut text, view);
    for out in &view.exclusions {
        let withdrawn = if out.withdrawn { "（已撤销）" } else { "" };
        let _ = writeln!(
            text,
            "  排除 {}：{} {}，{}，依据：{}；{}{withdrawn}",
            out.id, out.number, out.name, out.kind.label, out.basis, out.decided
        );
    }
    for draw in &view.outside {
        let _ = write!(text, "  {}", crate::outside::line(draw));
    }
    for notice in &view.notices {
        let _ = writeln!(
            text,
            "  {}：{} 公告，{} 抽取，摘要 {}，{}",
            notice.number, notice.announced_on, notice.draw_on, notice.digest, notice.holds.label
        );
        if !notice.replaces_told.is_empty() {
            let _ = writeln!(text, "      {}原因：{}", notice.replaces_told, notice.reason);
        }
    }
    if !view.obstacles.is_empty() {
        problems(&mut text, &view.obstacles);
    }
    text + &story(&view.story)
}

/// Who is left out, who is lent, and who shall stay away from whom.
fn people(text: &mut String, view: &TaskView) {
    for left in &view.left_out {
        let _ = writeln!(
            text,
            "  不参加：{} {}（{}），依据：{}",
            left.number, left.name, left.dept, left.basis
        );
    }
    for answer in &view.joint {
        let file = match answer.file.as_str() {
            "" => String::new(),
            file => format!("（{} {file}，SHA-256 {}）", answer.on, answer.digest),
        };
        let _ = writeln!(text, "  配合 {}：{}{file}", answer.dept, answer.told);
        if !answer.people.is_empty() {
            let _ = writeln!(text, "      {}", answer.people.join("、"));
        }
    }
    for loan in &view.loans {
        let back = if loan.withdrawn {
            format!("（已送回：{}）", loan.returned)
        } else {
            String::new()
        };
        let _ = writeln!(
            text,
            "  借调 {}：{}（{}），{}，{}{back}",
            loan.id,
            loan.name,
            loan.certificates.join("；"),
            loan.lent,
            loan.period
        );
        for why in &loan.why_not {
            let _ = writeln!(text, "      不能派：{why}");
        }
    }
    for asked in &view.requests {
        let decided = match (asked.decided.as_str(), asked.withdrawn.as_str()) {
            ("", "") => String::new(),
            (decided, "") => format!("（{decided}）"),
            (_, withdrawn) => format!("（{withdrawn}）"),
        };
        let _ = writeln!(
            text,
            "  回避申请 {}：{} – {} {}，{}（{}），理由：{}；{}{decided}",
            asked.id,
            asked.inspector,
            asked.target_number,
            asked.target_name,
            asked.asked_by.label,
            asked.asked_on,
            asked.reason,
            asked.state.label
        );
    }
}

pub(crate) fn pool(view: &PoolView) -> String {
    let mut text = format!(
        "名录 {} 户，范围内 {} 户，候选 {} 户，应抽 {} 户（按 {} 计）\n",
        view.registry, view.in_scope, view.size, view.quota, view.day
    );
    for stratum in &view.strata {
        let _ = writeln!(
            text,
            "  {} {}（{}）：候选 {} 户，{}，应抽 {} 户，递补 {} 户，机会 {}",
            stratum.key,
            stratum.label,
            stratum.clauses.join("，"),
            stratum.size,
            stratum.rule,
            stratum.quota,
            stratum.reserve,
            stratum.chance
        );
        if !stratum.slots.is_empty() {
            let _ = writeln!(text, "      检查组：{}", stratum.slots.join("、"));
        }
        for remark in &stratum.remarks {
            let _ = writeln!(text, "      {}", remark.label);
        }
    }
    sums(&mut text, "排除", &view.excluded);
    sums(&mut text, "例外", &view.exceptions);
    sums(&mut text, "范围外", &view.outside);
    for remark in &view.remarks {
        let _ = writeln!(text, "  {}", remark.label);
    }
    if view.overlapping.len() > 3 {
        text.push_str("      全部列出：sunlot task pool 任务 --overlaps\n");
    }
    problems(&mut text, &view.obstacles);
    text.push_str(
        "逐户列出一部分：sunlot task pool 任务 --of 层的字母，或者上面写的原因，例如 --of 人工排除\n",
    );
    text
}

/// The tasks that could meet the same targets, a line each.
pub(crate) fn overlaps(view: &PoolView) -> String {
    let mut text = format!("检查时间重叠、还没有抽取的任务 {} 项\n", view.overlapping.len());
    for other in &view.overlapping {
        let _ = writeln!(text, "  {other}");
    }
    text
}

fn sums(text: &mut String, what: &str, sums: &[PoolSum]) {
    for sum in sums {
        let _ = writeln!(text, "  {what} {}：{} 户", sum.label, sum.count);
    }
}

fn problems(text: &mut String, obstacles: &[ProblemView]) {
    if obstacles.is_empty() {
        text.push_str("  没有妨碍封存的问题。\n");
        return;
    }
    text.push_str("不能封存：\n");
    for problem in obstacles {
        let _ = writeln!(text, "  {}\n      {}", problem.message, problem.hint);
    }
}

pub(crate) fn rows(rows: &PoolRows) -> String {
    let mut text = format!("共 {} 户\n", rows.total);
    for row in &rows.rows {
        let _ = writeln!(
            text,
            "  {}  {}  {}  {}",
            row.id, row.name, row.place.label, row.why
        );
    }
    text
}

pub(crate) fn explained(told: &TargetExplained) -> String {
    let mut text = format!("{} {}：{}\n", told.id, told.name, told.place.label);
    for sentence in &told.sentences {
        let _ = writeln!(text, "  {sentence}");
    }
    if told.visits.is_empty() {
        text.push_str("  本单位不知道它有过检查。\n");
    }
    for visit in &told.visits {
        let _ = writeln!(
            text,
            "  {}  {}  {}",
            visit.held_on, visit.told, visit.counts.label
        );
    }
    text
}

pub(crate) fn merged(view: &TaskMergedView) -> String {
    let mut text = format!(
        "并入另一次检查 {} 户；{}第二次检查 {} 户\n",
        view.merged_total, view.year, view.second_total
    );
    for target in &view.merged {
        merged_target(&mut text, target);
    }
    for target in &view.second {
        let _ = writeln!(text, "  再抽中就是第二次：{}  {}", target.id, target.name);
        for earlier in &target.earlier {
            let _ = writeln!(text, "      {earlier}");
        }
    }
    for line in &view.lines {
        let _ = writeln!(text, "  {line}");
    }
    text
}

fn merged_target(text: &mut String, target: &MergedTarget) {
    let _ = writeln!(text, "  {}  {}", target.id, target.name);
    for draw in &target.draws {
        let _ = writeln!(
            text,
            "      {}：{}，{}",
            draw.told,
            draw.period,
            draw.items.join("、")
        );
    }
    for visit in &target.visits {
        let _ = writeln!(
            text,
            "      一次检查（{}）：{}，带去的事项：{}；{}",
            visit.of.join("＋"),
            visit.period,
            visit.items.join("、"),
            visit.depts.join("、")
        );
    }
    for apart in &target.apart {
        let _ = writeln!(text, "      {apart}");
    }
}

pub(crate) fn crews(view: &CrewsView) -> String {
    let mut text = format!("{}\n", view.verdict.label);
    for sentence in &view.sentences {
        let _ = writeln!(text, "  {sentence}");
    }
    for help in &view.help {
        let _ = writeln!(text, "  可以：{help}");
    }
    for slots in &view.slots {
        let _ = writeln!(text, "  {}：{}", slots.stratum, slots.slots.join("、"));
    }
    for demand in &view.demand {
        let _ = writeln!(
            text,
            "  {}：要 {} 人次，有 {} 人{}",
            demand.wanted,
            demand.places,
            demand.people,
            match demand.short {
                0 => String::new(),
                short => format!("，至少缺 {short} 人次"),
            }
        );
    }
    for gap in &view.gaps {
        let _ = writeln!(
            text,
            "  {}：{} 户\n      {}",
            gap.label,
            gap.count,
            gap.examples.join("\n      ")
        );
    }
    for person in &view.people {
        let _ = writeln!(
            text,
            "  {} {}（{}）：预计 {} 户，回避 {} 户{}",
            person.cert,
            person.name,
            person.dept,
            person.expected,
            person.recusals,
            borrowed(&person.borrowed)
        );
    }
    for person in &view.left_out {
        let _ = writeln!(
            text,
            "  不参加：{}（{}）：{}{}",
            person.name,
            person.dept,
            person.reasons.join("；"),
            borrowed(&person.borrowed)
        );
    }
    for pair in &view.recusals {
        let _ = writeln!(
            text,
            "  回避：{} – {}：{}",
            pair.inspector,
            pair.target,
            pair.reasons.join("；")
        );
    }
    text
}

/// Who lends somebody; nothing of those of the registry.
fn borrowed(lent: &str) -> String {
    if lent.is_empty() {
        return String::new();
    }
    format!("　{lent}")
}

pub(crate) fn fairness(view: &FairnessView) -> String {
    let mut text = format!("{}\n", view.about);
    for chance in &view.strata {
        let _ = writeln!(
            text,
            "  {}：{} 户抽 {} 户，机会 {}",
            chance.stratum, chance.size, chance.quota, chance.drawn
        );
    }
    for person in &view.people {
        let _ = writeln!(
            text,
            "  {}（{}）：预计 {} 户{}",
            person.name,
            person.dept,
            person.expected,
            person
                .actual
                .map_or_else(String::new, |actual| format!("，实际 {actual} 户"))
        );
    }
    for burden in &view.burden {
        let _ = writeln!(
            text,
            "  近十二个月 {}：抽取以前 {} 户，抽取以后预计 {} 户{}",
            burden.times,
            burden.before,
            burden.after,
            burden
                .drawn
                .map_or_else(String::new, |drawn| format!("，实际 {drawn} 户"))
        );
    }
    for sentence in &view.sentences {
        let _ = writeln!(text, "  {sentence}");
    }
    text
}
