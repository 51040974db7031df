//! The headings that tables of plans really have (forms 3.11), and what stands below each.

use super::file_wire::PlanHeadings;
use sunlot_rules::plan::line::LineField;

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The place of the line in the table.
    Place,
    /// A field of the line.
    Field(LineField),
    /// Both kinds of type: how many departments, and among which targets.
    Types,
    /// The names of the items.
    ItemNames,
    /// The laws of the items.
    Bases,
    /// The number of the plan.
    PlanNo,
    /// The name of the office.
    Office,
    /// The department that leads; within one department the office itself.
    Lead,
    /// The ratio, or else the number.
    RatioOrNumber,
    /// The ratio and how often.
    RatioAndFrequency,
    /// How many that comes to.
    ComesTo,
    /// Whether it is a special campaign.
    Campaign,
    /// One department or several, in the words of that heading.
    OwnOrJoint,
    /// The year of the plan.
    Year,
    /// Whom, and how many of them.
    ScopeAndRatio,
    /// Nothing: what would stand there is no part of a plan here.
    Nothing,
}

/// A column: its heading, its width in characters, and what stands there.
pub(super) type Column = (&'static str, f64, Part);

/// Every column, read back as it was written.
const OURS: &[Column] = &[
    ("序号", 6.0, Part::Place),
    ("抽查任务名称", 26.0, Part::Field(LineField::Name)),
    ("抽查事项", 34.0, Part::ItemNames),
    ("事项类别", 12.0, Part::Field(LineField::ItemClass)),
    ("抽查对象", 26.0, Part::Field(LineField::Scope)),
    ("抽查基数", 10.0, Part::Field(LineField::Base)),
    ("抽查比例", 10.0, Part::Field(LineField::Ratio)),
    ("抽查数量", 10.0, Part::Field(LineField::Number)),
    ("抽查频次", 12.0, Part::Field(LineField::Frequency)),
    ("实施时间", 14.0, Part::Field(LineField::Months)),
    ("检查方式", 16.0, Part::Field(LineField::Modes)),
    ("承办机构", 16.0, Part::Field(LineField::Unit)),
    ("责任人", 10.0, Part::Field(LineField::Person)),
    ("部门内/跨部门", 12.0, Part::Field(LineField::TaskScope)),
    ("牵头部门", 16.0, Part::Field(LineField::LeadDept)),
    ("配合部门", 20.0, Part::Field(LineField::PartnerDepts)),
    ("定向/不定向", 12.0, Part::Field(LineField::DrawScope)),
    ("定向条件", 16.0, Part::Field(LineField::Condition)),
    ("抽查类型", 12.0, Part::Campaign),
    ("发文文号", 16.0, Part::Field(LineField::CampaignNo)),
];

const YANGJIANG: &[Column] = &[
    ("序号", 6.0, Part::Place),
    ("抽查任务名称", 26.0, Part::Field(LineField::Name)),
    ("抽查类型", 16.0, Part::Types),
    ("抽查事项", 34.0, Part::ItemNames),
    ("检查对象", 26.0, Part::Field(LineField::Scope)),
    ("抽查比例", 10.0, Part::Field(LineField::Ratio)),
    ("大约抽取的检查对象数量", 14.0, Part::ComesTo),
    ("实施时间", 14.0, Part::Field(LineField::Months)),
    ("实施单位", 20.0, Part::Field(LineField::Unit)),
];

const JOINT: &[Column] = &[
    ("抽查计划编号", 14.0, Part::PlanNo),
    ("任务名称", 26.0, Part::Field(LineField::Name)),
    ("抽查类型", 16.0, Part::Types),
    ("抽查对象", 26.0, Part::Field(LineField::Scope)),
    ("发起部门", 16.0, Part::Lead),
    ("参与部门", 20.0, Part::Field(LineField::PartnerDepts)),
    ("抽查比例(数量)", 14.0, Part::RatioOrNumber),
    ("检查方式", 16.0, Part::Field(LineField::Modes)),
    ("起止时间", 14.0, Part::Field(LineField::Months)),
    ("抽查事项", 34.0, Part::ItemNames),
];

const SHANGGAO: &[Column] = &[
    ("序号", 6.0, Part::Place),
    ("检查主体", 20.0, Part::Office),
    ("年度计划名称", 26.0, Part::Field(LineField::Name)),
    ("检查内容", 34.0, Part::ItemNames),
    ("计划开展时间", 14.0, Part::Field(LineField::Months)),
    ("股室", 14.0, Part::Field(LineField::Unit)),
    ("抽查比例", 10.0, Part::Field(LineField::Ratio)),
    ("抽查频次", 12.0, Part::Field(LineField::Frequency)),
    ("抽查数量", 10.0, Part::ComesTo),
];

const GANGCHENG: &[Column] = &[
    ("序号", 6.0, Part::Place),
    ("抽查事项", 34.0, Part::ItemNames),
    ("抽查对象", 26.0, Part::Field(LineField::Scope)),
    ("事项类别", 12.0, Part::Field(LineField::ItemClass)),
    ("抽查比例及频次", 18.0, Part::RatioAndFrequency),
    ("预估抽查对象数", 12.0, Part::ComesTo),
    ("检查时间", 14.0, Part::Field(LineField::Months)),
    ("实施主体", 20.0, Part::Office),
];

const NANFEN: &[Column] = &[
    ("行政执法机关", 20.0, Part::Office),
    ("检查对象", 26.0, Part::Field(LineField::Scope)),
    ("检查内容", 34.0, Part::ItemNames),
    ("检查依据", 34.0, Part::Bases),
    ("检查时间", 14.0, Part::Field(LineField::Months)),
    ("检查方式", 16.0, Part::Field(LineField::Modes)),
];

const ZHEJIANG: &[Column] = &[
    ("抽查计划部门", 20.0, Part::Office),
    ("类型(本部门/跨部门)", 12.0, Part::OwnOrJoint),
    ("年度", 8.0, Part::Year),
    ("计划名称", 26.0, Part::Field(LineField::Name)),
    ("抽查类型", 12.0, Part::Field(LineField::DrawScope)),
    ("活动期限", 14.0, Part::Field(LineField::Months)),
    ("责任单位（牵头处室）", 16.0, Part::Field(LineField::Unit)),
    ("抽查范围及数量比例（地区）", 30.0, Part::ScopeAndRatio),
    ("发文文号", 16.0, Part::Field(LineField::CampaignNo)),
    ("附件", 10.0, Part::Nothing),
];

/// The columns of a table.
pub(super) const fn columns(headings: PlanHeadings) -> &'static [Column] {
    match headings {
        PlanHeadings::Ours => OURS,
        PlanHeadings::Yangjiang => YANGJIANG,
        PlanHeadings::Joint => JOINT,
        PlanHeadings::Shanggao => SHANGGAO,
        PlanHeadings::Gangcheng => GANGCHENG,
        PlanHeadings::Nanfen => NANFEN,
        PlanHeadings::Zhejiang => ZHEJIANG,
    }
}
