//! What the registry of targets and its values are called.

use strum::VariantArray;
use sunlot_rules::risk::RiskFactor;
use sunlot_rules::roster::fields::{Field, FieldForm, TargetField, VisitField};
use sunlot_rules::roster::words::{CreditClass, RegistrationStatus, RiskLevel, TargetKind, TaskKind};
use sunlot_store::target::Column;

use super::flags::FlagKind;
use super::wire::{TargetFacet, TargetFilter, TargetFlagged, TargetSortKey};
use crate::registry::labels::{self as shared, MEMBERSHIPS, of_list, place_of, word};
pub(super) use crate::registry::labels::{LONG_TERM, SINCE, UNTIL, WITHOUT_END, told};
use crate::registry::{Facet, Told};

/// Why a target may not take part in a draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Bar {
    /// It is not in business.
    NotActive,
    /// It was suspended in the registry.
    Suspended,
    /// It was removed from the registry.
    Removed,
}

impl Bar {
    pub(super) const ALL: [Self; 3] = [Self::NotActive, Self::Suspended, Self::Removed];

    /// What stands for nothing in the way.
    pub(super) const MAY: &str = "may";

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::NotActive => "not_active",
            Self::Suspended => "suspended",
            Self::Removed => "removed",
        }
    }

    pub(super) fn told(self) -> Told {
        let label = match self {
            Self::NotActive => "不在营",
            Self::Suspended => "名录中已暂停",
            Self::Removed => "已移出名录",
        };
        told(self.name(), label)
    }
}

/// What somebody must still look at. The name stands in the database and never changes.
pub(crate) const DOUBTS: [(&str, &str); 6] = [
    ("code_invalid", "代码校验不过，待核"),
    ("code_old", "旧注册号，待核"),
    ("code_missing", "没有代码"),
    ("name_broken", "名称疑似缺字"),
    ("number_lost", "表格里的数字可能丢了前导零"),
    ("date_odd", "日期可疑"),
];

/// How the program knows of a visit.
pub(crate) const ORIGINS: [(&str, &str); 4] = [
    ("program", "本程序"),
    ("entered", "手工补录"),
    ("imported", "导入"),
    ("roster", "名录所载"),
];

/// What the fields of forms beside the target itself are called.
pub(super) const FLAG: &str = "标志";
pub(super) const EVIDENCE: &str = "依据";
pub(super) const HELD_ON: &str = "检查日期";
pub(super) const TASK_KIND: &str = "检查类别";
pub(super) const MODES: &str = "检查方式";
pub(super) const ITEMS: &str = "检查事项";
pub(super) const UNIT: &str = "检查单位";
pub(super) const INSPECTORS: &str = "检查人员";
pub(super) const RESULT: &str = "检查结果";
pub(super) const REMARK: &str = "备注";

/// What the parts of a grading and of an inquiry are called.
pub(super) const GRADED_ON: &str = "评定日期";
pub(super) const ACTIVITIES: &str = "生产经营活动";
pub(super) const INHERENT: &str = "活动的最高风险";
pub(super) const GRADING_BASIS: &str = "评分依据";
pub(super) const LOWERED_TO: &str = "暂按等级";
pub(super) const LOWERED_FOR: &str = "降低的原因";
pub(super) const REVIEW_ON: &str = "复核日期";
pub(super) const INQUIRED_ON: &str = "查询日期";
pub(super) const INQUIRY_SOURCE: &str = "查询渠道";
pub(super) const INQUIRY_FOUND: &str = "查询结果";
pub(super) const INQUIRY_DOCUMENT: &str = "留存材料";

/// What is said where others have the same name.
pub(super) fn namesakes(numbers: &[String]) -> Told {
    let first: Vec<&str> = numbers.iter().take(3).map(String::as_str).collect();
    let rest = if numbers.len() > 3 { "等" } else { "" };
    let label = format!(
        "名录里另有同名的在营对象：{}{rest}。请核对是不是同一户；是同一户的，移出其中一户。",
        first.join("、")
    );
    told("same_name", &label)
}

/// What is said of a grading under a day before that of the one in force.
pub(super) fn graded_late(newer: &str, level: &str) -> String {
    format!("{newer} 已有较晚的评定：这一次只记入经过，现行等级仍是{level}。")
}

/// What a factor of the score sheet is called.
pub(super) fn factor(factor: RiskFactor) -> &'static str {
    match factor {
        RiskFactor::SafetyBuilding => "安全生产建设",
        RiskFactor::HiddenDangers => "事故隐患程度",
        RiskFactor::InternalManagement => "内部管理水平",
        RiskFactor::LawAbidance => "遵纪守法",
    }
}

/// What is said of whoever may be drawn.
const MAY: &str = "可以";

/// Whether somebody must still look at something.
const DOUBTFUL: [(&str, &str); 2] = [("yes", "有待核事项"), ("no", "没有")];

/// How many visits a facet tells apart.
pub(super) const VISITS: [(&str, &str); 4] =
    [("0", "未查"), ("1", "1 次"), ("2", "2 次"), ("3", "3 次及以上")];

/// A value of a column with what people call it.
pub(super) fn value(column: Column, value: &str) -> Told {
    match column {
        Column::Kind => word::<TargetKind>(value),
        Column::Credit => word::<CreditClass>(value),
        Column::Risk => word::<RiskLevel>(value),
        Column::Status => word::<RegistrationStatus>(value),
        Column::Membership => of_list(&MEMBERSHIPS, value),
        Column::Doubts => of_list(&DOUBTS, value),
        _ => told(value, value),
    }
}

pub(super) fn task_kind(value: &str) -> Told {
    word::<TaskKind>(value)
}

pub(super) fn origin(value: &str) -> Told {
    of_list(&ORIGINS, value)
}

pub(super) fn doubts(text: &str) -> Vec<Told> {
    shared::doubts(&DOUBTS, text)
}

/// In which order the values of a column are sorted: those with a meaning by it, what is empty last.
pub(super) fn weight(column: Column, value: &str) -> u32 {
    let place = match column {
        Column::Kind => place_of::<TargetKind>(value),
        Column::Credit => place_of::<CreditClass>(value),
        Column::Risk => place_of::<RiskLevel>(value),
        Column::Status => place_of::<RegistrationStatus>(value),
        _ => None,
    };
    match place {
        Some(place) => place,
        None if value.is_empty() => u32::MAX,
        None => u32::MAX - 1,
    }
}

impl FlagKind {
    /// What people call it (T-10).
    pub fn label(self) -> &'static str {
        match self {
            Self::NewlyFounded => "新成立",
            Self::ManyComplaints => "投诉举报多",
            Self::AbnormalListing => "列入经营异常名录",
            Self::Dishonest => "失信行为",
            Self::SeriousViolation => "严重违法违规",
            Self::PublicConcern => "社会关注度高",
            Self::LifeAndPropertySafety => "涉及生命财产安全的特殊行业",
            Self::Blacklist => "黑名单",
        }
    }

    pub(super) fn told(self) -> Told {
        told(self.into(), self.label())
    }
}

impl TargetFacet {
    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Kind => "类型",
            Self::Credit => "信用",
            Self::Risk => "风险",
            Self::Township => "乡镇",
            Self::Industry => "行业",
            Self::Tags => "监管领域",
            Self::Flag => "触发标志",
            Self::Visits => "本年已查",
            Self::Draw => "可否参加抽取",
            Self::Status => "登记状态",
            Self::Membership => "名录状态",
            Self::Doubts => "待核",
            Self::Supervisor => "管辖单位",
            Self::Source => "来源名单",
        }
    }
}

impl Facet for TargetFacet {
    fn called(self) -> &'static str {
        self.label()
    }

    fn among(self) -> Option<Vec<Told>> {
        Some(match self {
            Self::Kind => shared::all::<TargetKind>(),
            Self::Credit => shared::all::<CreditClass>(),
            Self::Risk => shared::all::<RiskLevel>(),
            Self::Status => shared::all::<RegistrationStatus>(),
            Self::Membership => shared::all_of(&MEMBERSHIPS),
            Self::Visits => shared::all_of(&VISITS),
            Self::Doubts => shared::all_of(&DOUBTFUL),
            Self::Flag => FlagKind::VARIANTS.iter().map(|flag| flag.told()).collect(),
            Self::Draw => {
                let may = told(Bar::MAY, MAY);
                std::iter::once(may).chain(Bar::ALL.map(Bar::told)).collect()
            }
            Self::Township | Self::Industry | Self::Tags | Self::Supervisor | Self::Source => return None,
        })
    }
}

impl TargetSortKey {
    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Number => "编号",
            Self::Name => "名称",
            Self::Code => "代码",
            Self::Kind => "类型",
            Self::Credit => "信用",
            Self::Risk => "风险",
            Self::Township => "乡镇",
            Self::Industry => "行业",
            Self::Visits => "本年已查",
            Self::LastVisit => "上次检查",
            Self::Status => "登记状态",
        }
    }
}

/// What a filter says, for people.
pub(super) fn heading(filter: &TargetFilter) -> String {
    let facets = filter.values.iter().filter(|(_, values)| !values.is_empty());
    let told = facets.map(|(facet, values)| {
        let values = values.iter().map(|value| facet_value(*facet, value)).collect();
        (facet.label(), values)
    });
    shared::heading(&filter.text, told, "全部检查对象")
}

/// What a value of a facet is called.
pub(super) fn facet_value(facet: TargetFacet, value: &str) -> String {
    let of = |list: &[(&str, &str)]| {
        let found = list.iter().find(|(name, _)| *name == value);
        found.map(|(_, label)| (*label).to_owned())
    };
    let label = match facet {
        TargetFacet::Flag if value == super::flags::ENDING_VALUE => Some("60 日内到期".to_owned()),
        TargetFacet::Flag => value.parse().ok().map(|flag: FlagKind| flag.label().to_owned()),
        TargetFacet::Visits => of(&VISITS),
        TargetFacet::Draw if value == Bar::MAY => Some(MAY.to_owned()),
        TargetFacet::Draw => {
            let bar = Bar::ALL
                .into_iter()
                .map(Bar::told)
                .find(|told| told.value == value);
            bar.map(|told| told.label)
        }
        TargetFacet::Doubts => of(&DOUBTFUL),
        other => super::list::column(other).map(|column| self::value(column, value).label),
    };
    match label.unwrap_or_else(|| value.to_owned()) {
        empty if empty.is_empty() => shared::NOT_FILLED.to_owned(),
        label => label,
    }
}

/// What the column of this name is called.
pub(crate) fn column_label(name: &str) -> &str {
    let found = Column::VARIANTS
        .iter()
        .copied()
        .find(|column| column.name() == name);
    match found {
        Some(found) => column(found),
        None => name,
    }
}

/// What a column is called.
pub(super) fn column(column: Column) -> &'static str {
    match column {
        Column::DoubtfulCode => "待核代码",
        Column::Source => "来源名单",
        Column::Doubts => "待核事项",
        Column::Membership => "名录状态",
        other => other
            .name()
            .parse()
            .map_or("", |field: TargetField| field.heading()),
    }
}

/// The part of the form where a column stands.
pub(super) fn group(column: Column) -> &'static str {
    match column {
        Column::Kind
        | Column::Name
        | Column::FormerName
        | Column::Uscc
        | Column::RegNo
        | Column::DoubtfulCode => "名称与代码",
        Column::LegalRep
        | Column::Contact
        | Column::Phone
        | Column::Address
        | Column::Premises
        | Column::Township
        | Column::RegionCode => "人与地址",
        Column::Industry
        | Column::IndustryCode
        | Column::Nature
        | Column::Scope
        | Column::Founded
        | Column::Registrar
        | Column::Supervisor
        | Column::Status
        | Column::Tags => "登记与监管",
        Column::PermitName | Column::PermitNo | Column::PermitValidTo => "许可",
        Column::Credit | Column::CreditOn | Column::CreditBasis | Column::Risk => "信用与风险",
        Column::Source | Column::Remark | Column::Doubts | Column::Membership => "其他",
    }
}

/// What may be chosen in a column; nothing where anything may be typed.
pub(super) fn choices(column: Column) -> Vec<Told> {
    let field: Option<TargetField> = column.name().parse().ok();
    match field.map(Field::form) {
        Some(FieldForm::Word(set)) => set.values().iter().map(|name| value(column, name)).collect(),
        _ => Vec::new(),
    }
}

/// The same for the field of this name.
pub(crate) fn choices_of(field: &str) -> Vec<Told> {
    let found = Column::VARIANTS
        .iter()
        .copied()
        .find(|column| column.name() == field);
    found.map(choices).unwrap_or_default()
}

/// The office's own number of a target.
pub(crate) fn number(id: i64) -> String {
    format!("DX-{id:06}")
}

/// What an exported list and a blank one are called.
pub(super) const LIST_FILE: &str = "检查对象";
pub(super) const TEMPLATE_FILE: &str = "检查对象名单模板";
pub(super) const LEDGER_FILE: &str = "检查台账";
pub(super) const LEDGER_TEMPLATE: &str = "检查台账模板";

/// How a column of a ledger of visits is filled in.
pub(super) fn how_to_fill_visit(field: VisitField, choices: &[String]) -> String {
    match field {
        VisitField::Code => {
            "检查对象的统一社会信用代码、注册号或本单位的编号（DX- 开头）；有代码就不会认错。".to_owned()
        }
        VisitField::Name => "没有代码时按名称认户，名录里只有一户同名才收。".to_owned(),
        VisitField::Date => "写成 2026-11-20 这样；只知道月份的写到月。".to_owned(),
        VisitField::Modes => format!("可以写几个，用顿号隔开：{}。", choices.join("、")),
        VisitField::Origin => format!(
            "从下拉框里选：{}；不填就是本单位的双随机抽查。",
            choices.join("、")
        ),
        _ => String::new(),
    }
}

/// What a column of an exported list is called, by its name; nothing where there is no such column. The headings are those
/// by which the list is read again.
pub(super) fn export_heading(name: &str) -> Option<&'static str> {
    Some(match name {
        "number" => TargetField::Number.heading(),
        "code" => TargetField::Code.heading(),
        "visits" => TargetField::VisitsThisYear.heading(),
        "last_visit" => TargetField::LastVisit.heading(),
        "flags" => TargetField::Flags.heading(),
        "visits_twelve_months" => "近十二个月已查次数",
        "flag_entries" => "标志的期限和依据",
        "draw" => "可否参加抽取",
        other => {
            let found = Column::VARIANTS
                .iter()
                .copied()
                .find(|column| column.name() == other)?;
            column(found)
        }
    })
}

/// The columns that an exported list may have.
pub fn columns() -> Vec<Told> {
    let own = ["number", "code"].into_iter();
    let kept = Column::VARIANTS.iter().map(|column| column.name());
    let counted = [
        "flags",
        "flag_entries",
        "visits",
        "visits_twelve_months",
        "last_visit",
        "draw",
    ];
    own.chain(kept)
        .chain(counted)
        .filter_map(|name| Some(told(name, export_heading(name)?)))
        .collect()
}

/// Flags with their periods and what they rest on, in one cell.
pub(super) fn flag_entries(entries: &[TargetFlagged]) -> String {
    let told = |entry: &TargetFlagged| {
        let until = if entry.until.is_empty() {
            "一直有效".to_owned()
        } else {
            format!("至 {}", entry.until)
        };
        format!(
            "{}：{} 起，{until}，依据：{}",
            entry.flag.label, entry.since, entry.evidence
        )
    };
    let told: Vec<String> = entries.iter().map(told).collect();
    told.join("\n")
}

/// How a column is filled in.
pub(super) fn how_to_fill(field: TargetField, choices: &[String]) -> String {
    if !choices.is_empty() {
        return format!("从下拉框里选：{}。", choices.join("、"));
    }
    match field {
        TargetField::Number => "本单位的编号（DX- 开头）；新的一户不填。".to_owned(),
        TargetField::Code => {
            "18 位统一社会信用代码，没有的填 15 位注册号。本列已设成文本，请不要改成数字。".to_owned()
        }
        TargetField::Name => "营业执照上的全称；产品、项目、场所填它的名称。".to_owned(),
        TargetField::Phone => "可以写几个，用顿号隔开。".to_owned(),
        TargetField::Tags => "可以写几个，用顿号隔开，例如“粮食收购、饲料”。".to_owned(),
        TargetField::Flags => "可以写几个，用顿号隔开，例如“新成立、投诉举报多”。".to_owned(),
        TargetField::Founded | TargetField::CreditOn | TargetField::LastVisit => {
            "写成 2026-11-20 这样。".to_owned()
        }
        TargetField::PermitValidTo => "写成 2026-11-20 这样；没有期限的写“长期”。".to_owned(),
        TargetField::VisitsThisYear => "填数字。".to_owned(),
        _ => String::new(),
    }
}
