//! How two lists differ, item by item and field by field.

use std::collections::BTreeMap;

use strum::{IntoStaticStr, VariantArray};
use sunlot_store::item::Column;
use sunlot_store::{Connection, Values};

use super::document::{Document, KeptBasis, KeptPoint, parse};
use super::edition_wire::{CatalogDiff, CatalogDiffRequest, CatalogDiffSums, ItemDiff};
use super::labels;
use super::lists::Editions;
use crate::commands::Act;
use crate::registry::FieldChange;
use crate::{Desk, Result};

/// How an item differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub(super) enum Differs {
    /// Only the second list has it.
    Added,
    /// Both have it.
    Changed,
    /// Only the first list has it.
    Removed,
}

/// An item that differs.
pub(super) struct Different<'l> {
    pub how: Differs,
    pub item: &'l Document,
    pub changes: Vec<FieldChange>,
}

impl Desk {
    /// Compares two lists.
    pub fn catalog_diff(&self, request: &CatalogDiffRequest) -> Result<CatalogDiff> {
        self.read(Act::CatalogDiff, |office| {
            let editions = Editions::read(office, self.item_day()?)?;
            let before = editions.items_of(office, request.before)?;
            let after = editions.items_of(office, request.after)?;
            let (sums, items) = compare(&before, &after)?;
            let told = |different: Different<'_>| ItemDiff {
                id: different.item.id,
                number: different.item.number(),
                name: different.item.full_name(),
                kind: labels::differs(different.how),
                changes: different.changes,
            };
            Ok(CatalogDiff {
                before: editions.name_of(request.before)?,
                after: editions.name_of(request.after)?,
                sums,
                items: items.into_iter().map(told).collect(),
            })
        })
    }
}

/// How many items of the working list differ from what it is compared with.
pub(super) fn pending(
    office: &Connection,
    editions: &Editions,
    listed: &[Document],
) -> Result<CatalogDiffSums> {
    let before = match editions.compared_with() {
        Some(edition) => edition.items(office)?,
        None => Vec::new(),
    };
    Ok(compare(&before, listed)?.0)
}

/// Compares two lists; items that are the same are only counted.
pub(super) fn compare<'l>(
    before: &'l [Document],
    after: &'l [Document],
) -> Result<(CatalogDiffSums, Vec<Different<'l>>)> {
    let mut sums = CatalogDiffSums::default();
    let mut found = Vec::new();
    let mut left: BTreeMap<i64, &Document> = before.iter().map(|item| (item.id, item)).collect();
    let nothing = Values::default();
    for item in after {
        let (how, changes) = match left.remove(&item.id) {
            None => (Differs::Added, differences(&nothing, &item.values)?),
            Some(old) if old.version == item.version => (Differs::Changed, Vec::new()),
            Some(old) => (Differs::Changed, differences(&old.values, &item.values)?),
        };
        if how == Differs::Added {
            sums.added += 1;
        } else if changes.is_empty() {
            sums.same += 1;
            continue;
        } else {
            sums.changed += 1;
        }
        found.push(Different { how, item, changes });
    }
    for item in left.into_values() {
        sums.removed += 1;
        let changes = Vec::new();
        let how = Differs::Removed;
        found.push(Different { how, item, changes });
    }
    Ok((sums, found))
}

/// What is different, field by field. Whether an item is in a list, and whether it was a starter, is no part of what it says.
pub(super) fn differences(before: &Values, after: &Values) -> Result<Vec<FieldChange>> {
    let mut changes = Vec::new();
    for column in Column::VARIANTS.iter().copied() {
        if !matches!(
            column,
            Column::Membership | Column::Example | Column::Source | Column::Doubts
        ) {
            changes.extend(difference(column, before, after)?);
        }
    }
    Ok(changes)
}

/// What is different of one column.
pub(super) fn difference(column: Column, before: &Values, after: &Values) -> Result<Option<FieldChange>> {
    let (before, after) = (before.get(column.place()), after.get(column.place()));
    if before == after {
        return Ok(None);
    }
    let (before, after) = match column {
        Column::Bases => apart(&told_bases(before)?, &told_bases(after)?),
        Column::CheckPoints => apart(&told_points(before)?, &told_points(after)?),
        column => (
            labels::value(column, before).label,
            labels::value(column, after).label,
        ),
    };
    Ok(Some(FieldChange {
        field: column.name().to_owned(),
        label: labels::column(column).to_owned(),
        before,
        after,
    }))
}

fn told_bases(text: &str) -> Result<Vec<String>> {
    let told = |basis: &KeptBasis| {
        let law = labels::law_with_validity(&basis.told(), &basis.valid_from, &basis.valid_to);
        format!("{law}{}", basis.text)
    };
    Ok(parse::<KeptBasis>(text)?.iter().map(told).collect())
}

fn told_points(text: &str) -> Result<Vec<String>> {
    let told = |point: &KeptPoint| labels::point(&point.content, &point.method, &point.materials);
    Ok(parse::<KeptPoint>(text)?.iter().map(told).collect())
}

/// Only the entries that the other does not have; all of them where only their order is another.
fn apart(before: &[String], after: &[String]) -> (String, String) {
    let only = |these: &[String], others: &[String]| {
        let only = these.iter().zip(1..).filter(|(entry, _)| !others.contains(entry));
        only.map(|(entry, number)| labels::numbered(number, entry))
            .collect::<Vec<_>>()
    };
    let all = |these: &[String]| only(these, &[]);
    let (gone, new) = (only(before, after), only(after, before));
    if gone.is_empty() && new.is_empty() {
        return (all(before).join(labels::THEN), all(after).join(labels::THEN));
    }
    (gone.join(labels::THEN), new.join(labels::THEN))
}
