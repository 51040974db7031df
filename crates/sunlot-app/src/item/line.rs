//! An item as it stands in the list.

use sunlot_rules::day::Day;
use sunlot_store::item::Column;

use super::document::Document;
use super::list::small;
use super::wire::ItemLine;
use super::{labels, ratio};
use crate::registry::Told;
use crate::registry::labels::doubts;

/// The line of an item on a day.
pub(super) fn line(item: &Document, today: Day, differs: Option<Told>) -> ItemLine {
    let text = |column: Column| item.get(column).to_owned();
    let facts = item.facts();
    ItemLine {
        id: item.id,
        number: item.number(),
        code: text(Column::Code),
        category: text(Column::Category),
        name: text(Column::Name),
        sub_item: text(Column::SubItem),
        item_class: labels::value(Column::ItemClass, item.get(Column::ItemClass)),
        target_scope: text(Column::TargetScope),
        tags: text(Column::Tags),
        modes: text(Column::Modes),
        ratio: text(Column::Ratio),
        ratio_read: ratio::told_ratio(item.get(Column::Ratio)),
        frequency: text(Column::Frequency),
        frequency_read: ratio::told_frequency(item.get(Column::Frequency)),
        bases: small(item.bases.len()),
        check_points: small(item.points.len()),
        unit: text(Column::Unit),
        person: text(Column::Person),
        skill: text(Column::Skill),
        merge_group: text(Column::MergeGroup),
        example: item.example(),
        membership: labels::value(Column::Membership, item.get(Column::Membership)),
        unusable: facts.unusable(today).into_iter().map(labels::unusable).collect(),
        remarks: facts
            .remarks(today)
            .into_iter()
            .map(labels::remark)
            .chain(doubts(&labels::DOUBTS, item.get(Column::Doubts)))
            .collect(),
        differs,
    }
}
