//! What other people's lists of items become when they are taken over.

use sunlot_rules::day::Day;
use sunlot_rules::item::parts;
use sunlot_store::Values;
use sunlot_store::item::{Column, StoredItem};

use super::document::{Document, KeptBasis, KeptPoint, kept, parse};
use super::{check, labels, ratio, sheet};
use crate::registry::FieldChange;
use crate::registry::labels::joined;

/// Laws with their articles, as they are kept. Since when they hold no list says.
pub(crate) fn bases_json(laws: &[(String, String)]) -> String {
    let basis = |(law, article): &(String, String)| KeptBasis {
        law: law.clone(),
        article: article.clone(),
        ..KeptBasis::default()
    };
    let bases: Vec<KeptBasis> = laws.iter().map(basis).collect();
    kept(&bases).unwrap_or_default()
}

/// Points with how and with what, as they are kept.
pub(crate) fn points_json(contents: &[String], methods: &[String], materials: &[String]) -> String {
    let of = |list: &[String], place: usize| list.get(place).cloned().unwrap_or_default();
    let point = |(place, content): (usize, &String)| KeptPoint {
        content: content.clone(),
        method: of(methods, place),
        materials: of(materials, place),
    };
    let points: Vec<KeptPoint> = contents.iter().enumerate().map(point).collect();
    kept(&points).unwrap_or_default()
}

/// What a list tells, with what was known of the same laws and points before.
pub(crate) fn keep_known(stored: &Values, told: &Values) -> Values {
    let bases = |values: &Values| parse::<KeptBasis>(values.get(Column::Bases.place())).unwrap_or_default();
    let known = bases(stored);
    let same = |one: &KeptBasis, other: &KeptBasis| one.law == other.law && one.article == other.article;
    let mut new = bases(told);
    for basis in &mut new {
        if let Some(before) = known.iter().find(|before| same(before, basis)) {
            *basis = before.clone();
        }
    }
    let points =
        |values: &Values| parse::<KeptPoint>(values.get(Column::CheckPoints.place())).unwrap_or_default();
    let known = points(stored);
    let mut looked_at = points(told);
    // A list that was written here has what is looked at in short in the same column.
    let short = parts::points(stored.get(Column::Content.place()));
    if !known.is_empty() && looked_at.iter().map(|point| &point.content).eq(&short) {
        looked_at.clone_from(&known);
    }
    for point in &mut looked_at {
        let bare = point.method.is_empty() && point.materials.is_empty();
        let before = known.iter().find(|before| before.content == point.content);
        if let Some(before) = before.filter(|_| bare) {
            *point = before.clone();
        }
    }
    told.with(Column::Bases.place(), &kept(&new).unwrap_or_default())
        .with(Column::CheckPoints.place(), &kept(&looked_at).unwrap_or_default())
}

/// Why an item that says this may not be used on a day; empty: it may.
pub(crate) fn why_not_used(values: &Values, on: Day) -> String {
    let stored = StoredItem {
        id: 0,
        version: 0,
        event: 0,
        values: values.clone(),
    };
    let Ok(item) = Document::read(stored) else {
        return String::new();
    };
    let why: Vec<_> = item
        .facts()
        .unusable(on)
        .into_iter()
        .map(labels::unusable)
        .collect();
    joined(&why)
}

/// What is different between two versions, every column.
pub(crate) fn item_differences(before: &Values, after: &Values) -> Vec<FieldChange> {
    sheet::changed(before, after).unwrap_or_default()
}

/// A bound of the ratio as it is kept; `None` where it is none.
pub(crate) fn read_bound(typed: &str) -> Option<String> {
    ratio::exact(typed).map(ratio::percent)
}

/// Ways to inspect, in one form.
pub(crate) fn modes(typed: &str) -> String {
    check::modes(typed)
}
