//! What the list and the registries call alike.

use sunlot_rules::roster::words::{self, Vocabulary};
use sunlot_store::Recorded;

use super::Told;

/// Whether an entry is in its registry.
pub(crate) const MEMBERSHIPS: [(&str, &str); 3] =
    [("in", "在册"), ("suspended", "暂停"), ("removed", "移出")];

/// What is without an end, as it is kept and as it is told.
pub(crate) const WITHOUT_END: &str = "9999-12-31";
pub(crate) const LONG_TERM: &str = "长期";

/// What the fields of most forms are called.
pub(crate) const REASON: &str = "原因";
pub(crate) const SINCE: &str = "开始日期";
pub(crate) const UNTIL: &str = "结束日期";

/// What stands for a value that nobody filled in.
pub(crate) const NOT_FILLED: &str = "未填";

/// Parts of a blank roster.
pub(crate) const TEMPLATE_NOTES: &str = "填写说明";
pub(crate) const TEMPLATE_NOTE_HEADINGS: [&str; 3] = ["列", "必填", "怎么填"];

/// What is said where nothing was different from what stood there before.
pub(crate) fn unchanged(recorded: Option<&Recorded>) -> Vec<Told> {
    match recorded {
        Some(_) => Vec::new(),
        None => vec![told("unchanged", "没有变化，没有另存新版。")],
    }
}

pub(crate) fn told(value: &str, label: &str) -> Told {
    Told {
        value: value.to_owned(),
        label: label.to_owned(),
    }
}

/// A value with its label out of a list; what is not in the list is its own label.
pub(crate) fn of_list(list: &[(&str, &str)], value: &str) -> Told {
    let label = list
        .iter()
        .find(|(name, _)| *name == value)
        .map_or(value, |(_, label)| label);
    told(value, label)
}

/// A value of a fixed choice with the word that people use for it.
pub(crate) fn word<T: Vocabulary>(value: &str) -> Told {
    let label = value.parse::<T>().map_or(value, |value| words::first_word(value));
    told(value, label)
}

/// All values of a fixed choice.
pub(crate) fn all<T: Vocabulary>() -> Vec<Told> {
    T::all().iter().map(|value| word::<T>((*value).into())).collect()
}

/// All values of a list.
pub(crate) fn all_of(list: &[(&str, &str)]) -> Vec<Told> {
    list.iter().map(|(value, label)| told(value, label)).collect()
}

/// The place of a value in its fixed choice.
pub(crate) fn place_of<T: Vocabulary>(value: &str) -> Option<u32> {
    let names = T::all().iter().map(|value| (*value).into());
    (0u32..)
        .zip(names)
        .find(|(_, name): &(u32, &'static str)| *name == value)
        .map(|(place, _)| place)
}

/// Doubts as they are kept, each with its label.
pub(crate) fn doubts(list: &[(&str, &str)], text: &str) -> Vec<Told> {
    text.split(',')
        .filter(|doubt| !doubt.is_empty())
        .map(|doubt| of_list(list, doubt))
        .collect()
}

/// The labels of several values in one text.
pub(crate) fn joined(list: &[Told]) -> String {
    let labels: Vec<&str> = list.iter().map(|told| told.label.as_str()).collect();
    labels.join("、")
}

/// What a filter says, for people; `all`: what it is called that nothing is left out.
pub(crate) fn heading(
    text: &str,
    facets: impl Iterator<Item = (&'static str, Vec<String>)>,
    all: &str,
) -> String {
    let mut parts = Vec::new();
    let text = text.trim();
    if !text.is_empty() {
        parts.push(format!("含“{text}”"));
    }
    parts.extend(facets.map(|(label, values)| format!("{label}：{}", values.join("、"))));
    if parts.is_empty() {
        all.to_owned()
    } else {
        parts.join("；")
    }
}

/// Whether an entry may be drawn, in a cell.
pub(crate) fn may_be_drawn(barred: &[Told]) -> String {
    if barred.is_empty() {
        "可以".to_owned()
    } else {
        format!("不可以：{}", joined(barred))
    }
}

/// Whether a column of a blank roster must be filled in.
pub(crate) fn need(required: bool, key: bool) -> &'static str {
    match (required, key) {
        (true, _) => "必填",
        (false, true) => "尽量填",
        (false, false) => "",
    }
}
