//! Which inspectors a filter lets through, and in which order.

use sunlot_rules::roster::words::InspectorStatus;
use sunlot_rules::text::searchable;
use sunlot_store::inspector::{Column, StoredInspector};

use super::labels;
use super::standing::{Days, State, certificates, reasons};
use super::wire::{InspectorFacet, InspectorFilter, InspectorSort, InspectorSortKey};
use crate::registry::labels::place_of;

/// Whether a filter lets an inspector through.
pub(super) fn passes(filter: &InspectorFilter, stored: &StoredInspector, days: Days) -> bool {
    let wanted = |(facet, values): (&InspectorFacet, &Vec<String>)| {
        let has = self::values(*facet, stored, days);
        values.is_empty() || has.iter().any(|value| values.contains(value))
    };
    is_found(&filter.text, stored) && filter.values.iter().all(wanted)
}

/// The values that an inspector has of a facet; an empty one where nothing stands there.
pub(super) fn values(facet: InspectorFacet, stored: &StoredInspector, days: Days) -> Vec<String> {
    let text = |column: Column| stored.get(column).to_owned();
    match facet {
        InspectorFacet::Unit => vec![text(Column::Unit)],
        InspectorFacet::Department => vec![text(Column::Department)],
        InspectorFacet::Skills => stored
            .get(Column::Skills)
            .split('、')
            .map(str::to_owned)
            .collect(),
        InspectorFacet::Status => vec![text(Column::Status)],
        InspectorFacet::Membership => vec![text(Column::Membership)],
        InspectorFacet::Doubts => {
            let any = !stored.get(Column::Doubts).is_empty();
            vec![if any { "yes" } else { "no" }.to_owned()]
        }
        InspectorFacet::Certificate => {
            let state = State::of(&certificates(&stored.values), days.today);
            vec![state.name().to_owned()]
        }
        InspectorFacet::Draw => {
            let reasons = reasons(&stored.values, days.on);
            if reasons.is_empty() {
                vec![labels::MAY.to_owned()]
            } else {
                reasons.into_iter().map(labels::bar_name).collect()
            }
        }
    }
}

/// By name, certificate, unit or department, by the unit's number or the office's own.
fn is_found(text: &str, stored: &StoredInspector) -> bool {
    let wanted = searchable(text);
    if wanted.is_empty() {
        return true;
    }
    let texts = [
        Column::Name,
        Column::CertNo,
        Column::SecondCertNo,
        Column::StaffNo,
        Column::Unit,
        Column::Department,
    ];
    let own = labels::number(stored.id);
    let mut all = texts
        .iter()
        .map(|column| stored.get(*column))
        .chain([own.as_str()]);
    all.any(|text| searchable(text).contains(&wanted))
}

/// Puts inspectors in order; whoever has nothing to be sorted by comes last.
pub(super) fn order(found: &mut [&StoredInspector], sort: InspectorSort) {
    let text = |stored: &StoredInspector, column: Column| {
        let text = stored.get(column);
        (text.is_empty(), text.to_owned())
    };
    let last = |stored: &StoredInspector| {
        let last = certificates(&stored.values)
            .iter()
            .filter_map(|certificate| certificate.last_day())
            .max();
        (last.is_none(), last)
    };
    match sort.by {
        InspectorSortKey::Number => {}
        InspectorSortKey::Name => found.sort_by_cached_key(|stored| text(stored, Column::Name)),
        InspectorSortKey::CertNo => found.sort_by_cached_key(|stored| text(stored, Column::CertNo)),
        InspectorSortKey::Unit => {
            found.sort_by_cached_key(|stored| (text(stored, Column::Unit), text(stored, Column::Department)));
        }
        InspectorSortKey::CertValidTo => found.sort_by_key(|stored| last(stored)),
        InspectorSortKey::Status => {
            found.sort_by_key(|stored| place_of::<InspectorStatus>(stored.get(Column::Status)));
        }
    }
    if sort.descending {
        found.reverse();
    }
}
