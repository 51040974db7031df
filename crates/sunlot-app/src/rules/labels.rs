//! What the switches of a profile, their values and its other parts are called.

use sunlot_rules::profile::{Choices, Switch};
use sunlot_rules::roster::words::{self, InspectionMode, TargetKind, TriggerFlag, Vocabulary};

use super::document::{KeptAttachment, TextPart};
use super::wire::AttachmentKind;
use crate::registry::Told;
use crate::registry::labels::told;

/// What holds where an office has decided nothing.
pub(crate) const GENERAL: &str = "通用配置";

/// Said where no profile is in force.
pub(super) const STANDS_IN: &str = "没有现行配置，抽查按程序自带的通用配置办";

/// Said of the profile in force.
pub(super) fn holds(number: &str, name: &str, version: i64) -> String {
    format!("现行 {number} {name}，第 {version} 版")
}

/// The parts of a profile that are no switches: their names on the wire, and what people call them.
pub(super) const NAME_FIELD: &str = "name";
pub(super) const NAME: &str = "配置名称";
pub(super) const FORCE_FIELD: &str = "in_force";
pub(super) const FORCE: &str = "现行";
pub(super) const BASIS_FIELD: &str = "basis";
pub(super) const BASIS: &str = "依据";
pub(super) const ATTACHMENTS_FIELD: &str = "attachments";
pub(super) const ATTACHMENTS: &str = "附件";
pub(super) const PATH_FIELD: &str = "path";
pub(super) const FILE: &str = "文件名";
pub(super) const TITLE_FIELD: &str = "title";
pub(super) const TITLE: &str = "附件名称";

/// How long the rotation lasts, beside the switches of the record of a draw.
pub(super) const ROTATION_MONTHS: &str = "轮换期";

/// Before the name of a part of the office's own rules, on the wire.
const TEXTS: &str = "texts.";

/// The office's own number of a profile.
pub(super) fn number(id: i64) -> String {
    format!("XZ-{id:02}")
}

/// What a switch or another part of a profile is called, by its name.
pub(crate) fn switch_label(name: &str) -> &str {
    if let Ok(switch) = name.parse() {
        return label(switch);
    }
    if let Some(Ok(part)) = name.strip_prefix(TEXTS).map(str::parse) {
        return text_part(part);
    }
    match name {
        NAME_FIELD => NAME,
        FORCE_FIELD => "是否现行",
        BASIS_FIELD => BASIS,
        ATTACHMENTS_FIELD => ATTACHMENTS,
        other => other,
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
        Switch::CountCases => "个案检查计入次数",
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

/// The part of the page where a switch stands.
pub(super) fn group(switch: Switch) -> &'static str {
    match switch {
        Switch::AnnualCap
        | Switch::CapPeriod
        | Switch::CapWarning
        | Switch::CappedAreas
        | Switch::CappedKinds
        | Switch::CountedModes
        | Switch::CountSuperior
        | Switch::CountOtherDepts
        | Switch::CountCases
        | Switch::RiskFlags
        | Switch::HighRiskExempt
        | Switch::VisitedWithinDays => "次数上限",
        Switch::Rounding | Switch::AtLeast | Switch::ShareWarning | Switch::Replacement => "抽取",
        Switch::MinimumCrew
        | Switch::MinimumPerDept
        | Switch::CrewCap
        | Switch::Balance
        | Switch::Rotation
        | Switch::ThirdParty => "派人",
        Switch::NoticeDays | Switch::Disclosure | Switch::PublicationDays | Switch::PublicationStart => {
            "公开"
        }
    }
}

/// What stands behind a number.
pub(super) fn unit(switch: Switch) -> &'static str {
    match switch {
        Switch::AnnualCap => "次",
        Switch::VisitedWithinDays | Switch::NoticeDays => "天",
        Switch::AtLeast | Switch::CrewCap => "户",
        Switch::MinimumCrew | Switch::MinimumPerDept => "名",
        Switch::PublicationDays => "个工作日",
        Switch::ShareWarning => "%",
        _ => "",
    }
}

/// What a 0 means, where it means something else than it says.
pub(super) fn zero(switch: Switch) -> &'static str {
    match switch {
        Switch::AnnualCap | Switch::CrewCap => "不限",
        Switch::VisitedWithinDays => "不排除",
        Switch::AtLeast => "可以为 0",
        Switch::ShareWarning => "不提醒",
        Switch::NoticeDays => "不预公告",
        _ => "",
    }
}

/// What a switch may be set to; nothing where something is typed.
pub(super) fn choices(switch: Switch) -> Vec<Told> {
    let names = match switch.choices() {
        Choices::One(names) | Choices::Several(names) => names,
        Choices::YesNo => vec!["yes", "no"],
        Choices::Number(..) | Choices::Share(..) => Vec::new(),
    };
    names
        .into_iter()
        .map(|name| told(name, choice(switch, name)))
        .collect()
}

fn choice(switch: Switch, name: &str) -> &str {
    match switch {
        Switch::CappedKinds => word::<TargetKind>(name),
        Switch::CountedModes => word::<InspectionMode>(name),
        Switch::RiskFlags => word::<TriggerFlag>(name),
        _ => match name {
            "yes" => "是",
            "no" => "否",
            "calendar_year" => "自然年（1 月 1 日起）",
            "twelve_months" => "连续十二个月",
            "all" => "各个领域",
            "ordinary" => "重点领域以外",
            "half_up" => "四舍五入",
            "up" => "进一",
            "down" => "舍去",
            "at_once" => "抽取时公开",
            "after_visits" => "检查完再公开",
            "draw_day" => "抽查之日（抽取当天）",
            "round_end" => "整批抽查结束之日",
            "inspection_or_decision" => "每户检查结束之日，有问题的为处理决定之日",
            "none" => "不参与",
            "assist" => "可以协助，不算执法人员",
            other => other,
        },
    }
}

fn word<T: Vocabulary>(name: &str) -> &str {
    match name.parse::<T>() {
        Ok(value) => words::first_word(value),
        Err(_) => name,
    }
}

/// A value of a switch for people.
pub(super) fn value(switch: Switch, text: &str) -> String {
    match switch.choices() {
        Choices::One(_) | Choices::YesNo => choice(switch, text).to_owned(),
        Choices::Several(names) => {
            let chosen: Vec<&str> = text.split(',').filter(|name| !name.is_empty()).collect();
            match chosen.len() {
                0 => "一个也不选".to_owned(),
                all if all == names.len() => "全部".to_owned(),
                _ => {
                    let told: Vec<&str> = chosen.into_iter().map(|name| choice(switch, name)).collect();
                    told.join("、")
                }
            }
        }
        Choices::Number(..) | Choices::Share(..)
            if matches!(text, "0" | "0%") && !zero(switch).is_empty() =>
        {
            zero(switch).to_owned()
        }
        Choices::Number(..) => format!("{text} {}", unit(switch)),
        Choices::Share(..) => text.to_owned(),
    }
}

/// How long the rotation lasts.
pub(super) fn months(months: u32) -> String {
    match months {
        0 => "没有设定".to_owned(),
        months => format!("{months} 个月"),
    }
}

pub(super) fn yes_no(value: bool) -> &'static str {
    if value { "是" } else { "否" }
}

/// A part of the office's own rules on the wire.
pub(super) fn text_field(part: TextPart) -> String {
    format!("{TEXTS}{}", part.name())
}

/// What a part of the office's own rules is called.
pub(super) fn text_part(part: TextPart) -> &'static str {
    match part {
        TextPart::Procedure => "抽查程序",
        TextPart::Means => "检查手段",
        TextPart::Content => "检查内容",
        TextPart::PenaltyStandard => "处罚标准",
        TextPart::PenaltyProcedure => "处罚程序",
        TextPart::Publication => "抽查结果公开程序",
    }
}

/// The same with its name.
pub(super) fn text_told(part: TextPart) -> Told {
    told(part.name(), text_part(part))
}

/// What an attachment is.
pub(super) fn kind(kind: AttachmentKind) -> Told {
    let label = match kind {
        AttachmentKind::RulesText => "细则全文",
        AttachmentKind::Discretion => "自由裁量基准",
    };
    told(kind.into(), label)
}

/// An attachment in the story of a profile.
pub(super) fn attachment(kept: &KeptAttachment) -> String {
    let short = kept.digest.get(..8).unwrap_or(&kept.digest);
    format!(
        "{}“{}”（{}，{short}…）",
        kind(kept.kind).label,
        kept.title,
        kept.file
    )
}

#[cfg(test)]
mod tests {
    use sunlot_rules::profile::Preset;

    use super::*;

    #[test]
    fn every_value_that_a_switch_can_have_is_told_in_chinese() {
        for switch in Switch::ALL {
            for told in choices(*switch) {
                assert!(
                    !told.label.is_ascii(),
                    "{switch:?}: a clerk does not read {}",
                    told.value
                );
            }
            for preset in Preset::ALL {
                let told = value(*switch, &preset.profile().get(*switch));
                let figures = told.chars().all(|c| c.is_ascii_digit() || c == '%');
                assert!(!told.is_ascii() || figures, "{preset:?} {switch:?}: {told}");
            }
        }
    }

    #[test]
    fn a_nought_is_told_as_what_it_means() {
        for (switch, text, told, why) in [
            (Switch::AnnualCap, "0", "不限", "no cap at all"),
            (Switch::AnnualCap, "2", "2 次", "twice"),
            (Switch::NoticeDays, "0", "不预公告", "nothing is announced"),
            (Switch::ShareWarning, "0%", "不提醒", "no share warns"),
            (Switch::ShareWarning, "20%", "20%", "a share is its own unit"),
            (Switch::RiskFlags, "", "一个也不选", "an office may name none"),
            (Switch::RiskFlags, "blacklist", "黑名单", "one"),
        ] {
            assert_eq!(value(switch, text), told, "{switch:?} {text}: {why}");
        }
    }
}
