//! What the registry of inspectors and its values are called.

use strum::VariantArray;
use sunlot_rules::day::Day;
use sunlot_rules::eligible::Ineligible;
use sunlot_rules::roster::fields::{Field, FieldForm, InspectorField};
use sunlot_rules::roster::words::{InspectorStatus, YesNo};
use sunlot_store::Values;
use sunlot_store::inspector::Column;

use super::relation::Relation;
use super::standing::State;
use super::wire::{InspectorFacet, InspectorFilter};
use crate::registry::labels::{self as shared, MEMBERSHIPS, of_list, place_of, word};
pub(super) use crate::registry::labels::{LONG_TERM, SINCE, UNTIL, WITHOUT_END, told};
use crate::registry::{Facet, Told};

/// What somebody must still look at. The name stands in the database and never changes.
const DOUBTS: [(&str, &str); 4] = [
    ("name_broken", "姓名疑似缺字"),
    ("number_lost", "表格里的数字可能丢了前导零"),
    ("date_odd", "日期可疑"),
    ("cert_surplus", "执法证多于两个"),
];

/// What stands for nothing in the way of being drawn.
pub(super) const MAY: &str = "yes";

/// What the fields of forms beside the inspector are called.
pub(super) const RELATION: &str = "利害关系";
pub(super) const DETAIL: &str = "说明";
pub(super) const TOLD_BY: &str = "谁说的";
pub(super) const MONTHS: &str = "轮换期";

/// What an exported list and a blank one are called.
pub(super) const LIST_FILE: &str = "执法检查人员";
pub(super) const TEMPLATE_FILE: &str = "执法检查人员名单模板";

/// The office's own number of an inspector.
pub(crate) fn number(id: i64) -> String {
    format!("RY-{id:06}")
}

/// A value of a column with what people call it.
pub(super) fn value(column: Column, value: &str) -> Told {
    match column {
        Column::Status => word::<InspectorStatus>(value),
        Column::Expert => word::<YesNo>(value),
        Column::Membership => of_list(&MEMBERSHIPS, value),
        _ => told(value, value),
    }
}

pub(super) fn doubts(text: &str) -> Vec<Told> {
    shared::doubts(&DOUBTS, text)
}

/// A day as it is kept, for people.
pub(super) fn until(text: &str) -> String {
    if text == WITHOUT_END { LONG_TERM } else { text }.to_owned()
}

/// The day of an inspection, for people.
pub(super) fn on_day(on: Day, today: Day) -> String {
    let told = format!("{}年{}月{}日", on.year(), on.month(), on.day());
    if on == today {
        format!("{told}（今天）")
    } else {
        told
    }
}

impl Relation {
    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Kinship => "亲属关系",
            Self::Shareholding => "持股或出资",
            Self::FormerPost => "曾在那里任职",
            Self::SameCase => "经手过同一案件",
            Self::Other => "其他利害关系",
        }
    }

    pub(crate) fn told(self) -> Told {
        told(self.into(), self.label())
    }
}

impl State {
    pub(super) fn told(self) -> Told {
        let label = match self {
            Self::Valid => "有效",
            Self::Expiring => "60 天内到期",
            Self::Expired => "已过期",
            Self::Unknown => "有效期不明",
            Self::None => "没有执法证",
        };
        told(self.name(), label)
    }
}

/// A reason why an inspector may not be drawn, by its name in a filter.
pub(super) fn bar_name(reason: Ineligible) -> String {
    match reason {
        Ineligible::NameMissing => "name_missing".to_owned(),
        Ineligible::NotListed => "not_listed".to_owned(),
        Ineligible::AssistantOnly => "assistant_only".to_owned(),
        Ineligible::Status(status) => format!("status_{}", status.name()),
        Ineligible::NoCertificate => "no_certificate".to_owned(),
        Ineligible::ValidityUnknown => "validity_unknown".to_owned(),
        Ineligible::Expired { .. } => "expired".to_owned(),
    }
}

/// The same about one inspector, for people.
pub(crate) fn bar(reason: Ineligible, values: &Values) -> Told {
    let name = bar_name(reason);
    let label = match reason {
        Ineligible::NotListed if values.get(Column::Membership.place()) == "suspended" => {
            "名录中已暂停".to_owned()
        }
        Ineligible::NotListed => "已移出名录".to_owned(),
        Ineligible::Expired { last } => format!("执法证 {last} 到期"),
        _ => bar_kind(&name),
    };
    told(&name, &label)
}

/// Whether somebody must still look at something.
const DOUBTFUL: [(&str, &str); 2] = [("yes", "有待核事项"), ("no", "没有")];

/// Whether anybody may be drawn, and why not; a status stands in the way by its own name.
const BARS: [&str; 7] = [
    MAY,
    "name_missing",
    "not_listed",
    "assistant_only",
    "no_certificate",
    "validity_unknown",
    "expired",
];

/// The same about anybody.
fn bar_kind(name: &str) -> String {
    let status = name.strip_prefix("status_");
    if let Some(status) = status.and_then(|status| status.parse::<InspectorStatus>().ok()) {
        return format!("人员状态是“{}”", word::<InspectorStatus>(status.name()).label);
    }
    match name {
        MAY => "可以",
        "name_missing" => "没有姓名",
        "not_listed" => "不在册",
        "assistant_only" => "专家或协助人员，不计入执法人员",
        "no_certificate" => "没有执法证",
        "validity_unknown" => "执法证有效期不明",
        "expired" => "执法证过期",
        other => other,
    }
    .to_owned()
}

impl InspectorFacet {
    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Unit => "单位",
            Self::Department => "科室",
            Self::Skills => "业务专长",
            Self::Status => "人员状态",
            Self::Draw => "可否参加抽取",
            Self::Certificate => "执法证",
            Self::Membership => "名录状态",
            Self::Doubts => "待核",
        }
    }
}

impl Facet for InspectorFacet {
    fn called(self) -> &'static str {
        self.label()
    }

    fn among(self) -> Option<Vec<Told>> {
        Some(match self {
            Self::Status => shared::all::<InspectorStatus>(),
            Self::Membership => shared::all_of(&MEMBERSHIPS),
            Self::Doubts => shared::all_of(&DOUBTFUL),
            Self::Certificate => State::ALL.map(State::told).to_vec(),
            Self::Draw => {
                let status = |status: &InspectorStatus| bar_name(Ineligible::Status(*status));
                let barred = InspectorStatus::ALL.iter().filter(|one| one.name() != "active");
                let names = BARS
                    .iter()
                    .map(|name| (*name).to_owned())
                    .chain(barred.map(status));
                names.map(|name| told(&name, &bar_kind(&name))).collect()
            }
            Self::Unit | Self::Department | Self::Skills => return None,
        })
    }
}

/// What a filter says, for people.
pub(super) fn heading(filter: &InspectorFilter) -> String {
    let facets = filter.values.iter().filter(|(_, values)| !values.is_empty());
    let told = facets.map(|(facet, values)| {
        let values = values.iter().map(|value| facet_value(*facet, value)).collect();
        (facet.label(), values)
    });
    shared::heading(&filter.text, told, "全部执法检查人员")
}

/// What a value of a facet is called.
pub(super) fn facet_value(facet: InspectorFacet, value: &str) -> String {
    let label = match facet {
        InspectorFacet::Draw => bar_kind(value),
        InspectorFacet::Certificate => State::ALL
            .into_iter()
            .map(State::told)
            .find(|told| told.value == value)
            .map_or_else(|| value.to_owned(), |told| told.label),
        InspectorFacet::Doubts => of_list(&DOUBTFUL, value).label,
        InspectorFacet::Status => self::value(Column::Status, value).label,
        InspectorFacet::Membership => self::value(Column::Membership, value).label,
        InspectorFacet::Unit | InspectorFacet::Department | InspectorFacet::Skills => value.to_owned(),
    };
    if label.is_empty() {
        shared::NOT_FILLED.to_owned()
    } else {
        label
    }
}

/// In which order the values of a facet stand that have one of their own.
pub(super) fn weight(facet: InspectorFacet, value: &str) -> Option<u32> {
    let listed = |names: Vec<&str>| {
        let place = names.iter().position(|name| *name == value);
        place.and_then(|place| u32::try_from(place).ok())
    };
    match facet {
        InspectorFacet::Status => place_of::<InspectorStatus>(value),
        InspectorFacet::Certificate => listed(State::ALL.map(State::name).to_vec()),
        InspectorFacet::Membership => listed(MEMBERSHIPS.map(|(name, _)| name).to_vec()),
        InspectorFacet::Draw if value == MAY => Some(0),
        _ => None,
    }
}

/// What the column of this name is called.
pub(crate) fn column_label(name: &str) -> &str {
    match Column::VARIANTS.iter().find(|column| column.name() == name) {
        Some(found) => column(*found),
        None => name,
    }
}

/// What a column is called.
pub(super) fn column(column: Column) -> &'static str {
    match column {
        Column::Source => "来源名单",
        Column::Doubts => "待核事项",
        Column::Membership => "名录状态",
        other => other
            .name()
            .parse()
            .map_or("", |field: InspectorField| field.heading()),
    }
}

/// The part of the form where a column stands.
pub(super) fn group(column: Column) -> &'static str {
    match column {
        Column::Name | Column::StaffNo | Column::Unit | Column::Department | Column::Duty => "姓名与单位",
        Column::CertNo
        | Column::CertValidTo
        | Column::CertIssuer
        | Column::SecondCertNo
        | Column::SecondCertValidTo
        | Column::SecondCertIssuer => "执法证",
        Column::Skills | Column::Scope | Column::Region | Column::Expert => "专长与范围",
        Column::Status | Column::Score | Column::Basis => "状态与纳入",
        Column::Source | Column::Remark | Column::Doubts | Column::Membership => "其他",
    }
}

/// What may be chosen in a column; nothing where anything may be typed.
pub(super) fn choices(column: Column) -> Vec<Told> {
    let field: Option<InspectorField> = column.name().parse().ok();
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

/// What a column of an exported list is called, by its name; nothing where there is no such column. The headings are those
/// by which the list is read again.
pub(super) fn export_heading(name: &str) -> Option<&'static str> {
    Some(match name {
        "number" => "人员库编号",
        "draw" => "可否参加抽取",
        "conflicts" => "回避登记数",
        other => column(
            Column::VARIANTS
                .iter()
                .copied()
                .find(|column| column.name() == other)?,
        ),
    })
}

/// How a column of a blank roster is filled in.
pub(super) fn how_to_fill(field: InspectorField, choices: &[String]) -> String {
    if !choices.is_empty() {
        return format!("从下拉框里选：{}。", choices.join("、"));
    }
    match field {
        InspectorField::Name => "与执法证上的一致。".to_owned(),
        InspectorField::CertNo => {
            "执法证上的编号，一人一行；没有的不填，不能参加抽取。本列已设成文本，请不要改成数字。".to_owned()
        }
        InspectorField::SecondCertNo => "有第二个执法证的才填。".to_owned(),
        InspectorField::CertValidTo | InspectorField::SecondCertValidTo => {
            "写成 2026-11-20 这样；没有期限的写“长期”。".to_owned()
        }
        InspectorField::Skills | InspectorField::Scope => "可以写几个，用顿号隔开。".to_owned(),
        _ => String::new(),
    }
}

/// What the rule of rotation says, in a sentence.
pub(crate) fn rotation(months: u32) -> String {
    if months == 0 {
        "没有设轮换期。".to_owned()
    } else {
        format!("{months} 个月内，同一人不再去同一检查对象，同样两人不再同组。")
    }
}
