//! What the list of items and its values are called.

use strum::VariantArray;
use sunlot_rules::item::parts::is_title;
use sunlot_rules::item::{BasisState, RatioAuthority, Remark, Unusable};
use sunlot_rules::roster::fields::{Field, ItemField};
use sunlot_rules::roster::words::{self, InspectionMode, ItemClass, YesNo};
use sunlot_store::item::Column;

use super::edition_wire::EditionState;
use super::wire::{ItemFacet, ItemFilter};
use crate::registry::labels::{NOT_FILLED, all, doubts, joined, told};
use crate::registry::{Facet, Told};

pub(super) const WORKING: &str = "工作清单";
pub(super) const TITLE: &str = "版本名称";
pub(super) const SUBMITTED_ON: &str = "送审日期";
pub(super) const SUBMITTED_TO: &str = "送审机关";
pub(super) const EDITION_REASON: &str = "调整的原因和依据";
pub(super) const RETURNED_ON: &str = "退回日期";
pub(super) const RETURNED_FOR: &str = "退回原因";
pub(super) const RATIFIED_BY: &str = "审定机关";
pub(super) const RATIFIED_ON: &str = "审定日期";
pub(super) const RATIFIED_NO: &str = "审定文号";
pub(super) const EFFECTIVE_ON: &str = "施行日期";
pub(super) const PUBLISHED_ON: &str = "公布日期";
pub(super) const CHANNELS: &str = "公布渠道";
pub(super) const BASES: &str = "法律依据";
pub(super) const CHECK_POINTS: &str = "检查要点";
pub(super) const MEMBERSHIP: &str = "清单状态";
/// What an exported list is called.
pub(super) const LIST_FILE: &str = "抽查事项清单";
pub(super) const TEMPLATE_FILE: &str = "抽查事项清单模板";
/// Between several texts in one cell.
pub(super) const AND: &str = "、";
pub(super) const THEN: &str = "；";

/// Between ways that one may choose among.
pub(super) const OR: &str = "，或者";

/// What a file of the list says at its head.
pub(super) const PAGE_TITLE: &str = "随机抽查事项清单";
pub(super) const PAGE_DRAFT: &str = "这是工作清单，没有经过审定，不能作为开展检查的清单。";
pub(super) const PAGE_UNRATIFIED: &str = "这一版还没有审定，不能作为开展检查的清单。";
pub(super) const PAGE_NUMBER: &str = "序号";

/// The office's own number of an item.
pub(crate) fn number(id: i64) -> String {
    format!("SX-{id:06}")
}

/// The number of an edition: its year, and its place in it.
pub(super) fn edition(year: &str, place: usize) -> String {
    format!("{year}年第{place}版")
}

pub(super) fn full_name(name: &str, part: &str) -> String {
    match part {
        "" => name.to_owned(),
        part => format!("{name}（{part}）"),
    }
}

/// A law with its article, in the brackets of titles. What is no title gets none.
pub(super) fn law(law: &str, article: &str) -> String {
    if law.starts_with('《') || !is_title(law) {
        format!("{law}{article}")
    } else {
        format!("《{law}》{article}")
    }
}

/// A law with how long it holds, for comparing.
pub(super) fn law_with_validity(law: &str, from: &str, to: &str) -> String {
    match (from, to) {
        ("", "") => law.to_owned(),
        (from, "") => format!("{law}，{from} 起"),
        ("", to) => format!("{law}，到 {to} 为止"),
        (from, to) => format!("{law}，{from} 至 {to}"),
    }
}

/// A point with how it is looked at, for comparing.
pub(super) fn point(content: &str, method: &str, materials: &str) -> String {
    let mut text = content.to_owned();
    for (what, said) in [("方法", method), ("材料", materials)] {
        if !said.is_empty() {
            text += &format!("（{what}：{said}）");
        }
    }
    text
}

/// One of several, with its number.
pub(super) fn numbered(number: usize, text: &str) -> String {
    format!("{number}．{text}")
}

/// What the place of a faulty law or point is called.
pub(super) fn nth_basis(number: usize, part: &str) -> String {
    format!("第 {number} 条依据的{part}")
}

pub(super) fn nth_point(number: usize, part: &str) -> String {
    format!("第 {number} 个要点的{part}")
}

pub(super) const LAW: &str = "名称";
pub(super) const ARTICLE: &str = "条款";
pub(super) const TEXT: &str = "条文";
pub(super) const VALID_FROM: &str = "施行日期";
pub(super) const VALID_TO: &str = "失效日期";
pub(super) const CONTENT: &str = "检查内容";
pub(super) const METHOD: &str = "操作方法与要领";
pub(super) const MATERIALS: &str = "需提供材料";

pub(super) fn at_least(told: &str) -> String {
    format!("不低于{told}")
}

pub(super) fn at_most(told: &str) -> String {
    format!("不超过{told}")
}

pub(super) fn targets(count: u32) -> String {
    format!("{count}户")
}

pub(super) fn times(count: u32) -> String {
    format!("{count}次")
}

/// In how many months.
pub(super) fn every(months: Option<u32>) -> String {
    match months {
        None => String::new(),
        Some(1) => "每月".to_owned(),
        Some(3) => "每季度".to_owned(),
        Some(6) => "每半年".to_owned(),
        Some(12) => "每年".to_owned(),
        Some(months) if months % 12 == 0 => format!("每{}年", months / 12),
        Some(months) => format!("每{months}个月"),
    }
}

pub(super) fn authority(authority: Option<RatioAuthority>) -> Told {
    match authority {
        Some(RatioAuthority::Own) => told("own", "本单位自定"),
        Some(RatioAuthority::Superior) => told("superior", "上级定"),
        None => told("", "没有写明"),
    }
}

pub(super) fn authorities() -> Vec<Told> {
    RatioAuthority::VARIANTS
        .iter()
        .map(|value| authority(Some(*value)))
        .collect()
}

/// Who decides, out of the words of a list; `None` where the words are not known.
pub(crate) fn read_authority(typed: &str) -> Option<RatioAuthority> {
    const WORDS: [(&str, RatioAuthority); 12] = [
        ("own", RatioAuthority::Own),
        ("自定", RatioAuthority::Own),
        ("本单位自定", RatioAuthority::Own),
        ("本单位", RatioAuthority::Own),
        ("本部门", RatioAuthority::Own),
        ("本级", RatioAuthority::Own),
        ("有权确定", RatioAuthority::Own),
        ("superior", RatioAuthority::Superior),
        ("上级定", RatioAuthority::Superior),
        ("上级", RatioAuthority::Superior),
        ("上级部门", RatioAuthority::Superior),
        ("无权确定", RatioAuthority::Superior),
    ];
    let found = WORDS.iter().find(|(word, _)| *word == typed);
    found.map(|(_, authority)| *authority)
}

pub(super) fn basis_state(state: BasisState) -> Told {
    let label = match state {
        BasisState::InForce => "有效",
        BasisState::NotYet => "尚未施行",
        BasisState::Lapsed => "已失效",
    };
    told(state.into(), label)
}

/// What is said of a basis that names no law.
pub(super) fn basis_unnamed() -> Told {
    told("unnamed", "没有写明法律名称，不算依据")
}

/// Why an item of the working list may not be inspected yet.
pub(super) fn not_in_force() -> Told {
    told("not_in_force", "不在现行的抽查事项清单里")
}

pub(super) fn unusable(why: Unusable) -> Told {
    let label = match why {
        Unusable::NoBasis => "没有法律依据",
        Unusable::NotYetInForce => "依据尚未施行",
        Unusable::Lapsed => "依据已失效",
        Unusable::Removed => "已移出清单",
        Unusable::ExampleUnconfirmed => "示例，还没有对照法律确认",
    };
    told(why.into(), label)
}

pub(super) fn remark(remark: Remark) -> Told {
    let label = match remark {
        Remark::LapsesSoon => "有依据 60 天内失效",
        Remark::SomeLapsed => "有依据已经失效",
        Remark::BasisUndated => "依据没有写施行日期",
        Remark::NoDuty => "没有对应的权责清单编码",
        Remark::NoCheckPoint => "没有检查要点",
        Remark::RatioUnread => "抽查比例没有全部读懂",
        Remark::FrequencyUnread => "抽查频次没有全部读懂",
        Remark::OutsideBounds => "抽查比例超出上级定的范围",
        Remark::BoundsMissing => "比例由上级定，但没有写明上下限",
        Remark::NoAuthority => "没有写明比例由谁定",
        Remark::NoUnit => "没有责任科室",
        Remark::NoPerson => "没有责任人",
    };
    told(remark.into(), label)
}

pub(super) fn membership(value: &str) -> Told {
    match value {
        "in" => told(value, "在清单"),
        "removed" => told(value, "已移出"),
        other => told(other, other),
    }
}

pub(super) fn state(state: &str) -> Told {
    let label = match state.parse() {
        Ok(EditionState::Submitted) => "送审中",
        Ok(EditionState::Returned) => "已退回",
        Ok(EditionState::Ratified) => "已审定",
        Ok(EditionState::Published) => "已公布",
        Err(_) => state,
    };
    told(state, label)
}

/// How an item differs from another list.
pub(super) fn differs(kind: super::diff::Differs) -> Told {
    let label = match kind {
        super::diff::Differs::Added => "新增",
        super::diff::Differs::Changed => "修改",
        super::diff::Differs::Removed => "移出",
    };
    told(kind.into(), label)
}

impl Facet for ItemFacet {
    fn called(self) -> &'static str {
        self.label()
    }

    fn among(self) -> Option<Vec<Told>> {
        let told_of = |value: &str| told(value, &facet_value(self, value));
        Some(match self {
            Self::ItemClass => all::<ItemClass>(),
            Self::Membership => ["in", "removed"].map(membership).to_vec(),
            Self::Example => ["yes", "no"].map(told_of).to_vec(),
            Self::Usable => {
                let why = Unusable::VARIANTS.iter().map(|why| (*why).into());
                std::iter::once("yes").chain(why).map(told_of).collect()
            }
            Self::Category | Self::Unit | Self::MergeGroup => return None,
        })
    }
}

/// What a column is called.
pub(super) fn column(column: Column) -> &'static str {
    match column {
        Column::Code => ItemField::Number.heading(),
        Column::Bases => BASES,
        Column::CheckPoints => CHECK_POINTS,
        Column::Example => "示例",
        Column::Source => "来源名单",
        Column::Doubts => "待核事项",
        Column::Membership => MEMBERSHIP,
        other => other
            .name()
            .parse()
            .map_or("", |field: ItemField| field.heading()),
    }
}

/// What the column of this name is called.
pub(crate) fn column_label(name: &str) -> &str {
    let found = Column::VARIANTS.iter().find(|column| column.name() == name);
    found.map_or(name, |found| column(*found))
}

/// The part of the form where a column stands.
pub(super) fn group(column: Column) -> &'static str {
    match column {
        Column::Code
        | Column::Category
        | Column::Name
        | Column::SubItem
        | Column::ItemClass
        | Column::KeyArea
        | Column::TargetScope
        | Column::Tags
        | Column::Content => "事项与对象",
        Column::Authority
        | Column::EnforcementAuthority
        | Column::DutyCode
        | Column::DutyName
        | Column::Unit
        | Column::Person
        | Column::Skill
        | Column::MergeGroup
        | Column::GroupLead => "主体与责任",
        Column::Modes
        | Column::Procedure
        | Column::Standard
        | Column::Range
        | Column::Means
        | Column::Requirement
        | Column::Season => "检查办法",
        Column::Base
        | Column::Ratio
        | Column::Frequency
        | Column::RatioAuthority
        | Column::RatioMin
        | Column::RatioMax
        | Column::RatioDocument => "比例与频次",
        Column::Remark
        | Column::Source
        | Column::Doubts
        | Column::Bases
        | Column::CheckPoints
        | Column::Example
        | Column::Membership => "其他",
    }
}

/// What may be chosen in a column; nothing where anything may be typed.
pub(super) fn choices(column: Column) -> Vec<Told> {
    let of = |names: &[&'static str]| names.iter().map(|name| value(column, name)).collect();
    match column {
        Column::ItemClass => of(&ItemClass::ALL.iter().map(|v| v.name()).collect::<Vec<_>>()),
        Column::KeyArea => of(&YesNo::ALL.iter().map(|v| v.name()).collect::<Vec<_>>()),
        Column::RatioAuthority => authorities(),
        // Several of them may stand side by side, as people read them.
        Column::Modes => InspectionMode::ALL
            .iter()
            .map(|mode| told(words::first_word(*mode), words::first_word(*mode)))
            .collect(),
        _ => Vec::new(),
    }
}

/// The same for the field of this name.
pub(crate) fn choices_of(field: &str) -> Vec<Told> {
    let found = Column::VARIANTS.iter().find(|column| column.name() == field);
    found.map(|column| choices(*column)).unwrap_or_default()
}

/// What somebody must still look at, of an item that came with a list.
pub(super) const DOUBTS: [(&str, &str); 2] = [
    ("name_broken", "名称疑似缺字"),
    ("number_lost", "表格里的数字可能丢了前导零"),
];

/// A value of a column with what people call it.
pub(super) fn value(column: Column, value: &str) -> Told {
    let word = |known: Option<&'static str>| told(value, known.unwrap_or(value));
    match column {
        Column::ItemClass => word(value.parse::<ItemClass>().ok().map(words::first_word)),
        Column::KeyArea | Column::Example => word(value.parse::<YesNo>().ok().map(words::first_word)),
        Column::RatioAuthority if !value.is_empty() => authority(value.parse().ok()),
        Column::Membership => membership(value),
        Column::Doubts => told(value, &joined(&doubts(&DOUBTS, value))),
        _ => told(value, value),
    }
}

impl ItemFacet {
    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Category => column(Column::Category),
            Self::ItemClass => column(Column::ItemClass),
            Self::Unit => column(Column::Unit),
            Self::MergeGroup => column(Column::MergeGroup),
            Self::Usable => "可否使用",
            Self::Membership => MEMBERSHIP,
            Self::Example => "示例",
        }
    }
}

/// What a value of a facet is called.
pub(super) fn facet_value(facet: ItemFacet, value: &str) -> String {
    let label = match (facet, value) {
        (ItemFacet::Usable, "yes") => "可以使用".to_owned(),
        (ItemFacet::Usable, why) => why.parse().map_or(why.to_owned(), |why| unusable(why).label),
        (ItemFacet::Example, "yes") => "示例，待确认".to_owned(),
        (ItemFacet::Example, "no") => "不是示例".to_owned(),
        (ItemFacet::ItemClass, class) => self::value(Column::ItemClass, class).label,
        (ItemFacet::Membership, place) => membership(place).label,
        (_, other) => other.to_owned(),
    };
    if label.is_empty() {
        NOT_FILLED.to_owned()
    } else {
        label
    }
}

/// What a list and a filter are, for people.
pub(super) fn heading(list: &str, filter: &ItemFilter) -> String {
    let mut parts = vec![list.to_owned()];
    let text = filter.text.trim();
    if !text.is_empty() {
        parts.push(format!("含“{text}”"));
    }
    for (facet, values) in filter.values.iter().filter(|(_, values)| !values.is_empty()) {
        let values: Vec<String> = values.iter().map(|value| facet_value(*facet, value)).collect();
        parts.push(format!("{}：{}", facet.label(), values.join(AND)));
    }
    parts.join(THEN)
}

/// Which edition a page shows.
pub(super) fn page_edition(number: &str, title: &str) -> String {
    format!("{number}：{title}")
}

/// Who decided it.
pub(super) fn page_decided(by: &str, on: &str, no: &str, effective_on: &str) -> String {
    format!("{by} {on} 审定（{no}），自 {effective_on} 起施行")
}

/// How a column of a blank list is filled in.
pub(super) fn how_to_fill(field: ItemField, choices: &[String]) -> String {
    if !choices.is_empty() {
        return format!("从下拉框里选：{}。", choices.join(AND));
    }
    match field {
        ItemField::Number => "清单自己的编号；没有就不填。".to_owned(),
        ItemField::Basis => {
            "法律、法规、规章的名称加书名号，后面写条款，一行一部。没有依据的不得开展检查。".to_owned()
        }
        ItemField::Content => "一行一个要点。".to_owned(),
        ItemField::Method | ItemField::Materials => "和抽查内容一行对一行。".to_owned(),
        ItemField::Modes => "可以写几个，用顿号隔开，例如“实地检查、书面检查”。".to_owned(),
        ItemField::Ratio => "例如“5%”“3%-5%”“不低于10%”。".to_owned(),
        ItemField::Frequency => "例如“每年1次”“每2年不超过1次”。".to_owned(),
        _ => String::new(),
    }
}
