//! What plans, their fields and their states are called.

use sunlot_rules::item::Unusable;
use sunlot_rules::plan::amount::share_of;
use sunlot_rules::plan::line::{Line, LineField};
use sunlot_rules::plan::reminders::PlanLack;
use sunlot_rules::plan::state::State;
use sunlot_rules::plan::{Months, Period};
use sunlot_rules::profile::Rounding;
use sunlot_rules::roster::ratio::Bounds;
use sunlot_rules::roster::words::{self, DrawScope, InspectionMode, ItemClass, TaskScope};
use sunlot_rules::share;

use super::file_wire::PlanHeadings;
use super::wire::PlanStepName;
use crate::item::told_unusable;
use crate::registry::Told;
use crate::registry::labels::{all, joined, told, word};

pub(super) const PLAN_FILE: &str = "抽查计划";
pub(super) const AND: &str = "、";

/// What stands between two things that are not alike.
pub(super) const COMMA: &str = "，";

/// An item by its number and its name.
pub(super) fn item(number: &str, name: &str) -> String {
    format!("{number} {name}")
}
pub(super) const LINES: &str = "计划的行";

/// What a state is called, by its name.
pub(crate) fn plan_state(name: &str) -> &str {
    match name {
        "draft" => "草拟",
        "approved" => "已审批",
        "submitted" => "已报送",
        "published" => "已公布",
        "cancelled" => "已取消",
        other => other,
    }
}

/// The office's own number of a plan.
pub(crate) fn number(id: i64) -> String {
    format!("JH-{id:02}")
}

pub(super) fn state(state: State) -> Told {
    told(state.name(), plan_state(state.name()))
}

pub(super) fn period(period: Period) -> Told {
    let label = match period {
        Period::Annual => "全年",
        Period::H1 => "上半年",
        Period::H2 => "下半年",
    };
    told(period.name(), label)
}

pub(super) fn periods() -> Vec<Told> {
    Period::ALL.iter().copied().map(period).collect()
}

/// Year and period, as people say them.
pub(super) fn of_year(year: u16, of: Period) -> String {
    match of {
        Period::Annual => format!("{year} 年度"),
        half => format!("{year} {}", period(half).label),
    }
}

/// What a plan is called where nobody named it.
pub(super) fn usual_title(year: u16, of: Period) -> String {
    match of {
        Period::Annual => format!("{year}年度随机抽查计划"),
        half => format!("{year}年{}随机抽查计划", period(half).label),
    }
}

/// The fields of a plan itself: name, what it is called, the part of the form.
pub(super) const HEAD: [(&str, &str); 5] = [
    ("title", "计划名称"),
    ("year", "年度"),
    ("period", "期间"),
    ("unit", "编制单位"),
    ("drawn_up", "编制日期"),
];

pub(super) fn head(field: &str) -> &str {
    let found = HEAD.iter().find(|(name, _)| *name == field);
    found.map_or(field, |(_, label)| label)
}

pub(super) const HEAD_GROUP: &str = "计划";

/// What a field of a line is called.
pub(crate) fn field(field: LineField) -> &'static str {
    match field {
        LineField::Position => "序号",
        LineField::Name => "抽查任务名称",
        LineField::Items => "抽查事项",
        LineField::Scope => "抽查对象",
        LineField::Base => "抽查基数",
        LineField::Ratio => "抽查比例",
        LineField::Number => "抽查数量",
        LineField::Frequency => "抽查频次",
        LineField::Months => "实施时间",
        LineField::Unit => "承办机构",
        LineField::Person => "责任人",
        LineField::TaskScope => "部门内/跨部门",
        LineField::LeadDept => "牵头部门",
        LineField::PartnerDepts => "配合部门",
        LineField::DrawScope => "定向/不定向",
        LineField::Condition => "定向条件",
        LineField::Modes => "检查方式",
        LineField::ItemClass => "事项类别",
        LineField::SpecialCampaign => "专项检查",
        LineField::CampaignNo => "专项计划文号",
    }
}

pub(super) fn group(field: LineField) -> &'static str {
    match field {
        LineField::Position | LineField::Name | LineField::Items | LineField::ItemClass => "查什么",
        LineField::Scope | LineField::DrawScope | LineField::Condition => "查谁",
        LineField::Base | LineField::Ratio | LineField::Number => "查多少",
        LineField::Frequency | LineField::Months | LineField::Modes => "何时、怎样查",
        LineField::Unit
        | LineField::Person
        | LineField::TaskScope
        | LineField::LeadDept
        | LineField::PartnerDepts => "谁来查",
        LineField::SpecialCampaign | LineField::CampaignNo => "专项检查",
    }
}

/// What may be chosen for a field of a line.
pub(super) fn choices(field: LineField) -> Vec<Told> {
    match field {
        LineField::TaskScope => all::<TaskScope>(),
        LineField::DrawScope => all::<DrawScope>(),
        LineField::Modes => all::<InspectionMode>(),
        LineField::ItemClass => all::<ItemClass>(),
        LineField::SpecialCampaign => vec![told("no", "否"), told("yes", "是")],
        _ => Vec::new(),
    }
}

/// What stands in a field, for people.
pub(super) fn shown(line: &Line, field: LineField) -> String {
    match field {
        LineField::Months => line.months.map(months).unwrap_or_default(),
        LineField::TaskScope => word::<TaskScope>(line.task_scope.name()).label,
        LineField::DrawScope => word::<DrawScope>(line.draw_scope.name()).label,
        LineField::Modes => {
            let modes: Vec<&str> = line.modes.iter().map(|mode| words::first_word(*mode)).collect();
            modes.join(AND)
        }
        LineField::ItemClass => line.item_class.map(class).unwrap_or_default().to_owned(),
        LineField::SpecialCampaign => if line.special_campaign { "是" } else { "" }.to_owned(),
        _ => line.text(field),
    }
}

pub(crate) fn class(class: ItemClass) -> &'static str {
    words::first_word(class)
}

/// Why an item may not be used.
pub(crate) fn unusable(reasons: &[Unusable]) -> String {
    joined(&told_unusable(reasons))
}

/// Months, as plans write them.
pub(crate) fn months(months: Months) -> String {
    if months.from() == months.to() {
        format!("{}月", months.from())
    } else {
        format!("{}月至{}月", months.from(), months.to())
    }
}

pub(crate) fn rounding(rounding: Rounding) -> &'static str {
    match rounding {
        Rounding::HalfUp => "四舍五入",
        Rounding::Up => "进一",
        Rounding::Down => "舍尾",
    }
}

/// From what to what a ratio may be.
pub(crate) fn bounds(bounds: Bounds) -> String {
    match (bounds.min, bounds.max) {
        (Some(min), Some(max)) if min == max => share::text(min),
        (Some(min), Some(max)) => format!("{}至{}", share::text(min), share::text(max)),
        (Some(min), None) => format!("不低于{}", share::text(min)),
        (None, Some(max)) => format!("不超过{}", share::text(max)),
        (None, None) => String::new(),
    }
}

/// How many a line comes to, and how that was reckoned.
pub(super) fn comes_to(line: &Line, reckoned: Option<u32>, rounding: Rounding) -> String {
    let mut way = self::rounding(rounding).to_owned();
    if let (Some(base), Some(ratio), Some(reckoned)) = (line.base, line.ratio, reckoned) {
        let rounded = share_of(base, ratio, rounding);
        if rounded < reckoned {
            way = format!("{way}是 {rounded} 户，按细则至少抽 {reckoned} 户");
        }
    }
    match (line.base, line.ratio, line.number, reckoned) {
        (Some(base), Some(ratio), Some(number), Some(reckoned)) if number != reckoned => format!(
            "{base} × {} = {reckoned} 户（{way}），计划写的是 {number} 户",
            share::text(ratio)
        ),
        (Some(base), Some(ratio), _, Some(reckoned)) => {
            format!("{base} × {} = {reckoned} 户（{way}）", share::text(ratio))
        }
        (Some(base), None, Some(number), _) if base > 0 => format!("{number} 户，基数 {base} 户"),
        (_, _, Some(number), _) => format!("{number} 户"),
        (None, Some(_), None, _) => "没有基数，数量要等抽取时按名录库计算".to_owned(),
        _ => String::new(),
    }
}

pub(super) const SEVERITIES: [(&str, &str); 3] =
    [("error", "必须改正"), ("warning", "请核对"), ("note", "说明")];

/// The fields of a milestone.
pub(super) fn milestone(field: &str) -> &str {
    match field {
        "task" => "工作任务",
        "unit" => "责任单位",
        "person" => "责任人",
        "words" => "完成时限",
        "done" => "完成日期",
        other => other,
    }
}

pub(super) const MILESTONE_GROUP: &str = "工作任务";
pub(super) const OPEN_TIME: &str = "没有读出哪一天，不提醒";
pub(super) const DONE: &str = "已完成";

pub(super) fn not_filled(label: &str) -> String {
    format!("{label}没有填写。")
}

pub(super) fn nth_line(number: usize, field: &str) -> String {
    if field == LINES {
        return format!("计划的第 {number} 行");
    }
    format!("第 {number} 行的{field}")
}

pub(super) fn nth_milestone(number: usize, field: &str) -> String {
    format!("第 {number} 项工作任务的{field}")
}

/// What a step is called.
pub(super) fn step(step: PlanStepName) -> &'static str {
    match step {
        PlanStepName::Approve => "审批",
        PlanStepName::Submit => "报送",
        PlanStepName::Publish => "公布",
        PlanStepName::Report => "报送总结",
        PlanStepName::Amend => "调整",
    }
}

pub(super) fn step_note(step: PlanStepName, again: bool) -> &'static str {
    match step {
        PlanStepName::Approve => "审批以后各行不能再改；要改，办理调整。",
        PlanStepName::Submit if again => "已经报送过；可以再报送另一个机关，每次的回执都留着。",
        PlanStepName::Submit => "计划报上级机关，记下回执。",
        PlanStepName::Publish if again => "已经公布过；另在一处公布的也记下来。",
        PlanStepName::Publish => "向社会公布，记下日期和渠道。",
        PlanStepName::Report => "每半年的情况和统计，六月底、十二月底前报送。",
        PlanStepName::Amend => "退回草拟以作调整；写明原因和依据，以前各版都留着。",
    }
}

/// What a field of a step is called: `on`, `who`, `no`, `reason`, `half`.
pub(super) fn step_field(step: PlanStepName, field: &str) -> &'static str {
    match (step, field) {
        (PlanStepName::Approve, "on") => "审批日期",
        (PlanStepName::Approve, "who") => "审批人",
        (PlanStepName::Approve, "no") => "审批文号",
        (PlanStepName::Submit | PlanStepName::Report, "on") => "报送日期",
        (PlanStepName::Submit | PlanStepName::Report, "who") => "报送机关",
        (PlanStepName::Submit | PlanStepName::Report, "no") => "回执",
        (PlanStepName::Publish, "on") => "公布日期",
        (PlanStepName::Publish, "who") => "公布渠道",
        (PlanStepName::Amend, "on") => "调整日期",
        (PlanStepName::Amend, "no") => "调整的依据",
        (PlanStepName::Amend, "reason") => "调整的原因",
        (_, "half") => "哪半年",
        _ => "说明",
    }
}

/// A step that was taken.
pub(super) fn taken(
    step: PlanStepName,
    (on, who, no): (&str, &str, &str),
    (reason, half): (&str, &str),
) -> String {
    let half = half.parse().map(|half| period(half).label).unwrap_or_default();
    match step {
        PlanStepName::Approve if no.is_empty() => format!("{on} {who}审批"),
        PlanStepName::Approve => format!("{on} {who}审批，{no}"),
        PlanStepName::Submit if no.is_empty() => format!("{on} 报送{who}"),
        PlanStepName::Submit => format!("{on} 报送{who}，回执 {no}"),
        PlanStepName::Publish => format!("{on} 公布：{who}"),
        PlanStepName::Report if no.is_empty() => format!("{on} 向{who}报送{half}总结"),
        PlanStepName::Report => format!("{on} 向{who}报送{half}总结，回执 {no}"),
        PlanStepName::Amend => format!("{on} 退回草拟以作调整（{no}），原因：{reason}"),
    }
}

/// What somebody should think of.
pub(super) fn lacks(lack: PlanLack, year: u16, period: Period) -> String {
    let plan = of_year(year, period);
    match lack {
        PlanLack::DrawnUp => format!("{plan}抽查计划还没有编制"),
        PlanLack::Approved => format!("{plan}抽查计划还没有审批"),
        PlanLack::Submitted => format!("{plan}抽查计划还没有报送"),
        PlanLack::Published => format!("{plan}抽查计划还没有公布"),
    }
}

pub(super) fn report_due(year: u16, period: Period) -> String {
    format!("{}抽查情况总结和统计还没有报送", of_year(year, period))
}

pub(super) fn milestone_due(task: &str, unit: &str) -> String {
    match unit {
        "" => task.to_owned(),
        unit => format!("{task}（{unit}）"),
    }
}

/// How long there is still.
pub(super) fn left(days: i32) -> String {
    match days {
        0 => "今天到期".to_owned(),
        days if days > 0 => format!("还有 {days} 天"),
        days => format!("已过 {} 天", -days),
    }
}

pub(super) fn headings(headings: PlanHeadings) -> Told {
    let label = match headings {
        PlanHeadings::Ours => "本程序的全部各列",
        PlanHeadings::Yangjiang => "年度抽查计划表（阳江）",
        PlanHeadings::Joint => "部门联合抽查计划表",
        PlanHeadings::Shanggao => "分股室计划表（上高）",
        PlanHeadings::Gangcheng => "随机抽查计划表（钢城）",
        PlanHeadings::Nanfen => "涉企检查计划表（南芬）",
        PlanHeadings::Zhejiang => "各部门抽查计划表（浙江）",
    };
    told(headings.into(), label)
}

/// One department or several, as the heading of a province has it.
pub(super) fn own_or_joint(scope: TaskScope) -> &'static str {
    match scope {
        TaskScope::IntraDept => "本部门",
        TaskScope::CrossDept => "跨部门",
    }
}

pub(super) fn targets(count: u32) -> String {
    format!("{count}户")
}

pub(super) fn with_condition(condition: &str) -> String {
    format!("（{condition}）")
}

/// Who leads and who takes part, on paper.
pub(super) fn departments(lead: &str, partners: &[String]) -> String {
    match (lead, partners) {
        ("", []) => String::new(),
        ("", partners) => format!("配合：{}", partners.join(AND)),
        (lead, []) => format!("牵头：{lead}"),
        (lead, partners) => format!("牵头：{lead}；配合：{}", partners.join(AND)),
    }
}

pub(super) const PASTED: &str = "粘贴的内容";

/// What could not be read in a file, and what has to be looked at.
pub(super) fn unread(column: &str, text: &str) -> String {
    format!("{column}“{text}”没有读懂，请自己填写。")
}

pub(super) fn range(column: &str, text: &str) -> String {
    format!("{column}“{text}”留有余地，请在范围内定一个数。")
}

pub(super) fn item_unknown(name: &str) -> String {
    format!("抽查事项“{name}”不在本单位的清单里，请从清单里选。")
}

pub(super) fn unit_taken(unit: &str) -> String {
    format!("没有写承办机构，用了实施单位“{unit}”。")
}

/// How a base was counted.
pub(super) fn counted(tags: &[String], count: u32) -> String {
    format!("名录库里标有“{}”的检查对象 {count} 户", tags.join(AND))
}

/// That nobody can count whom items without tags are for, and what there is all the same.
pub(super) fn uncounted(registry: u64) -> String {
    format!(
        "这些事项没有写监管领域（对象标签），数不出来；名录库一共 {registry} 户，基数不会比它多。请给事项写上监管领域再数，或者在检查对象里按范围筛选，把户数填进来。"
    )
}

/// That another plan of the same time is in force.
pub(super) fn twin(of: &str, number: &str, title: &str) -> (String, String) {
    (
        format!("{of}另有一份已审批的计划 {number} {title}。"),
        "请核对两份是不是各管各的事项；同样的内容只留一份，另一份办理调整。".to_owned(),
    )
}

/// A line that one visit would do for together with another.
pub(super) fn could_merge(line: &Line) -> String {
    format!(
        "计划第 {} 行“{}”的对象和月份相同（{}，{}），可以和本任务合并上门。",
        line.position,
        line.name,
        line.scope,
        shown(line, LineField::Months)
    )
}
