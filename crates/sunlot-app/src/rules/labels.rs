//! What the switches of a profile are called.

use sunlot_rules::profile::Switch;

/// What a switch is called, by its name.
pub(crate) fn switch_label(name: &str) -> &str {
    match name.parse() {
        Ok(switch) => label(switch),
        Err(_) => name,
    }
}

/// What a switch is called.
pub(crate) fn label(switch: Switch) -> &'static str {
    match switch {
        Switch::AnnualCap => "一年内最多检查次数",
        Switch::CapPeriod => "“一年内”的算法",
        Switch::CapWarning => "按另一种算法到上限时提醒",
        Switch::CappedAreas => "次数上限的适用领域",
        Switch::CappedKinds => "次数上限的适用对象",
        Switch::CountedModes => "计入次数的检查方式",
        Switch::CountSuperior => "上级部署的检查计入次数",
        Switch::CountOtherDepts => "其他部门的检查计入次数",
        Switch::RiskFlags => "可以超过上限的触发标志",
        Switch::HighRiskExempt => "高风险对象可以超过上限",
        Switch::VisitedWithinDays => "近几天检查过的不再抽",
        Switch::Rounding => "抽取数量的取整",
        Switch::AtLeast => "按比例抽取时每层至少",
        Switch::ShareWarning => "抽取占比超过时提醒",
        Switch::Replacement => "允许递补",
        Switch::MinimumCrew => "每户至少几名执法人员",
        Switch::MinimumPerDept => "联合检查时每个部门至少几名",
        Switch::CrewCap => "每人最多承担几户",
        Switch::Balance => "派人时均衡户数",
        Switch::Rotation => "按轮换期回避",
        Switch::NoticeDays => "抽取前几天预公告名单",
        Switch::Disclosure => "抽取结果公开时点",
        Switch::PublicationDays => "检查结果公示期限（工作日）",
        Switch::PublicationStart => "公示期限的起算",
        Switch::ThirdParty => "第三方机构",
    }
}
