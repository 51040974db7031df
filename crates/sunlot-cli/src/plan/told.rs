//! What is told of plans on the command line.

use sunlot_app::plan::{
    PlanChecked, PlanLineView, PlanMilestoneView, PlanReading, PlanRemark, PlanReminder, PlanSummary,
    PlanTone, PlanView, PlansView,
};
use sunlot_app::registry::FieldView;

use crate::registry::{saved as told_saved, story};

pub(super) fn listed(view: &PlansView) -> String {
    let mut text = due(&view.reminders);
    for plan in &view.plans {
        text += &summary(plan);
    }
    if view.plans.is_empty() {
        text += "还没有抽查计划。\n";
    }
    if let Some(next) = &view.suggestion {
        text += &format!(
            "可以编制 {}：sunlot plan set --value year={} --value period={} --reason 原因\n",
            next.told, next.year, next.period
        );
    }
    text
}

/// Everything that is due.
pub(super) fn due(reminders: &[PlanReminder]) -> String {
    let mut text = String::new();
    for reminder in reminders {
        let mark = match reminder.tone {
            PlanTone::Overdue => "逾期",
            PlanTone::Near => "临近",
            PlanTone::Calm => "",
        };
        let plan = reminder
            .plan
            .map(|id| format!("（JH-{id:02}）"))
            .unwrap_or_default();
        text += &format!(
            "{}  {}{plan}，{}  {mark}\n",
            reminder.due, reminder.sentence, reminder.told
        );
    }
    if reminders.is_empty() {
        text += "眼下没有到期的事。\n";
    }
    text
}

fn summary(plan: &PlanSummary) -> String {
    let sums = &plan.sums;
    let mut text = format!(
        "{}  {}  {}  {}  {} 行  计划 {} 户、已抽 {}、已查 {}、逾期 {}\n",
        plan.number,
        plan.told,
        plan.title,
        plan.state.label,
        plan.lines,
        sums.planned,
        sums.drawn,
        sums.visited,
        sums.overdue
    );
    if plan.errors > 0 {
        text += &format!("      有 {} 行必须改正，改好才能审批\n", plan.errors);
    }
    text
}

pub(super) fn fields(view: &PlansView) -> String {
    let group = |heading: &str, fields: &[FieldView]| {
        let mut text = format!("{heading}\n");
        for field in fields {
            let required = if field.required { "（必填）" } else { "" };
            text += &format!("  {}  {}{required}\n", field.field, field.label);
            for choice in field.choices.iter().filter(|choice| choice.value != choice.label) {
                text += &format!("      {}  {}\n", choice.value, choice.label);
            }
        }
        text
    };
    let mut text = group("计划", &view.head) + &group("行", &view.line) + &group("工作任务", &view.milestone);
    text += "导出的表头\n";
    for headings in &view.headings {
        text += &format!("  {}  {}\n", headings.value, headings.label);
    }
    text
}

pub(super) fn shown(view: &PlanView) -> String {
    let mut text = stands(view);
    for line in &view.lines {
        text += &told_line(line);
    }
    text += &remarks("  ", &view.remarks);
    for milestone in &view.milestones {
        text += &told_milestone(milestone);
    }
    text + &story(&view.story)
}

/// How far a plan has come.
pub(super) fn stands(view: &PlanView) -> String {
    let mut text = summary(&view.head);
    for step in &view.course {
        let late = match step.late {
            0 => String::new(),
            days => format!("（迟 {days} 天）"),
        };
        text += &format!("  {}{late}\n", step.sentence);
    }
    // With lines that must be put right a draft cannot be approved yet.
    if view.head.errors > 0 && view.editable {
        return text + "  接着：把“必须改正”的各行改好，再审批\n";
    }
    let next: Vec<&str> = view.next.iter().map(|offer| offer.label.as_str()).collect();
    text + &format!("  接着可以：{}\n", next.join("、"))
}

fn told_line(line: &PlanLineView) -> String {
    let shown = |field: &str| line.shown.get(field).map_or("", String::as_str);
    let or = |text: &str| {
        if text.is_empty() {
            "—".to_owned()
        } else {
            text.to_owned()
        }
    };
    let mut text = format!(
        "  第 {} 行  {}  {}  {}  {}\n",
        line.line,
        or(shown("name")),
        or(shown("scope")),
        or(&line.comes_to),
        or(shown("months"))
    );
    for item in &line.items {
        text += &format!("      {} {}\n", item.number, item.name);
    }
    let who = [
        shown("unit"),
        shown("person"),
        shown("lead_dept"),
        shown("partner_depts"),
    ];
    let who: Vec<&str> = who.into_iter().filter(|text| !text.is_empty()).collect();
    text += &format!(
        "      {}、{}  {}\n",
        shown("task_scope"),
        shown("draw_scope"),
        who.join("、")
    );
    for task in &line.tasks {
        text += &format!(
            "      任务 {} {}  {}\n",
            task.number, task.title, task.state.label
        );
    }
    text + &remarks("      ", &line.remarks)
}

fn told_milestone(milestone: &PlanMilestoneView) -> String {
    let value = |field: &str| milestone.values.get(field).map_or("", String::as_str);
    format!(
        "  任务 {}  {}  {}  {}  {}\n",
        milestone.milestone,
        value("task"),
        value("unit"),
        value("words"),
        milestone.told
    ) + &remarks("      ", &milestone.remarks)
}

fn remarks(before: &str, remarks: &[PlanRemark]) -> String {
    let told = |remark: &PlanRemark| {
        let hint = &remark.hint;
        format!("{before}{}：{}{hint}\n", remark.severity.label, remark.message)
    };
    remarks.iter().map(told).collect()
}

pub(super) fn saved(view: &PlanView) -> String {
    let head = &view.head;
    let mut text = told_saved(&format!("{} {}", head.number, head.title), &view.notices);
    for line in view.lines.iter().filter(|line| !line.remarks.is_empty()) {
        text += &told_line(line);
    }
    text + &remarks("  ", &view.remarks)
}

pub(super) fn checked(checked: &PlanChecked) -> String {
    let mut text = String::new();
    for problem in &checked.problems {
        text += &format!("{}\n    {}\n", problem.message, problem.hint);
    }
    for (line, place) in checked.lines.iter().zip(1..) {
        let comes_to = if line.comes_to.is_empty() {
            "—"
        } else {
            line.comes_to.as_str()
        };
        text += &format!("第 {place} 行：{comes_to}\n");
        text += &remarks("    ", &line.remarks);
    }
    text += &remarks("", &checked.remarks);
    if text.is_empty() {
        text += "没有问题。\n";
    }
    text
}

pub(super) fn read(reading: &PlanReading) -> String {
    let year = reading
        .year
        .map(|year| format!("，{year} 年"))
        .unwrap_or_default();
    let mut text = format!(
        "{}（{}）：读出 {} 行{year}\n",
        reading.file,
        reading.sheet,
        reading.lines.len()
    );
    for column in &reading.columns {
        let label = if column.label.is_empty() {
            "不读"
        } else {
            column.label.as_str()
        };
        text += &format!("  列“{}” → {label}\n", column.heading);
    }
    for line in &reading.lines {
        let shown = |field: &str| line.shown.get(field).map_or("", String::as_str);
        text += &format!("第 {} 行  {}  {}\n", line.row, shown("name"), shown("scope"));
        text += &remarks("      ", &line.notes);
    }
    for notice in &reading.notices {
        text += &format!("{}\n", notice.label);
    }
    text
}
