//! The list of items as it is shown: filtered, counted, and beside it how far its editions have come.

use std::collections::BTreeMap;

use strum::VariantArray;
use sunlot_rules::day::Day;
use sunlot_rules::text::push_searchable;
use sunlot_store::{Connection, item};

use super::diff::{compare, pending};
use super::document::Document;
use super::labels;
use super::line::line;
use super::lists::{Editions, working};
use super::wire::{ItemFacet, ItemFacetChoices, ItemFilter, ItemLine, ItemsChoices, ItemsRequest, ItemsView};
use crate::commands::Act;
use crate::registry::{CountedChoice, Told};
use crate::{Desk, Result};

/// What stands for nothing in the way.
const MAY: &str = "yes";

/// The lines of a list, and its items beside them.
pub(super) struct Lines {
    pub items: Vec<Document>,
    pub lines: Vec<ItemLine>,
}

impl Desk {
    /// Shows the list, or an edition of it.
    pub fn items_view(&self, request: &ItemsRequest) -> Result<ItemsView> {
        self.read(Act::ItemsView, |office| self.items_seen(office, request))
    }

    /// Says what an item may be made of.
    pub fn items_choices(&self) -> Result<ItemsChoices> {
        self.read(Act::ItemsChoices, |office| {
            Ok(ItemsChoices {
                fields: super::sheet::fields(&super::acts::new_item()),
                authorities: labels::authorities(),
                starters: super::starters::offered(&working(office)?)?,
            })
        })
    }

    pub(super) fn items_seen(&self, office: &Connection, request: &ItemsRequest) -> Result<ItemsView> {
        let today = self.item_day()?;
        let editions = Editions::read(office, today)?;
        let Lines { items, lines } = lines_of(office, &editions, request.edition, today)?;
        let listed: Vec<&ItemLine> = lines.iter().filter(|line| is_listed(line)).collect();
        let count =
            |which: &dyn Fn(&ItemLine) -> bool| small(listed.iter().filter(|line| which(line)).count());
        let working: Vec<Document> = match request.edition {
            Some(_) => editions.items_of(office, None)?,
            None => items.iter().filter(|item| item.listed()).cloned().collect(),
        };
        Ok(ItemsView {
            total: small(listed.len()),
            usable: count(&|line| line.unusable.is_empty()),
            unmapped: count(&|line| line.remarks.iter().any(|remark| remark.value == "no_duty")),
            facets: facets(&lines),
            lines: found(&items, &lines, &request.filter),
            editions: editions.lines(),
            in_force: editions.in_force().map(|edition| edition.stored.id),
            pending: pending(office, &editions, &working)?,
            seq: item::newest_event(office)?,
            heading: labels::heading(&editions.name_of(request.edition)?, &request.filter),
        })
    }
}

/// Every line of a list; of the working list those of removed items too.
pub(super) fn lines_of(
    office: &Connection,
    editions: &Editions,
    edition: Option<i64>,
    today: Day,
) -> Result<Lines> {
    let items = match edition {
        Some(_) => editions.items_of(office, edition)?,
        None => working(office)?,
    };
    let differs = match edition {
        Some(_) => BTreeMap::new(),
        None => differs(office, editions, &items)?,
    };
    let told = |item: &Document| line(item, today, differs.get(&item.id).cloned());
    let lines = items.iter().map(told).collect();
    Ok(Lines { items, lines })
}

/// Which items of the working list are new, say something else than the edition in force, or were taken out since.
pub(super) fn differs(
    office: &Connection,
    editions: &Editions,
    items: &[Document],
) -> Result<BTreeMap<i64, Told>> {
    let Some(edition) = editions.compared_with() else {
        return Ok(BTreeMap::new());
    };
    let before = edition.items(office)?;
    let listed: Vec<Document> = items.iter().filter(|item| item.listed()).cloned().collect();
    let (_, different) = compare(&before, &listed)?;
    let told = |different: super::diff::Different<'_>| (different.item.id, labels::differs(different.how));
    Ok(different.into_iter().map(told).collect())
}

/// The lines that a filter lets through. Removed items only show where somebody asks for them.
pub(super) fn found(items: &[Document], lines: &[ItemLine], filter: &ItemFilter) -> Vec<ItemLine> {
    let wanted = sunlot_rules::text::searchable(&filter.text);
    let membership = filter.values.get(&ItemFacet::Membership);
    let asked = membership.is_some_and(|values| !values.is_empty());
    let passes = |item: &Document, line: &ItemLine| {
        let facets = filter.values.iter().filter(|(_, values)| !values.is_empty());
        let mut facets = facets.map(|(facet, values)| {
            let own = facet_values(*facet, line);
            own.iter().any(|value| values.contains(value))
        });
        (asked || is_listed(line))
            && facets.all(|passes| passes)
            && (wanted.is_empty() || searched(item, line).contains(&wanted))
    };
    let both = items.iter().zip(lines);
    both.filter(|(item, line)| passes(item, line))
        .map(|(_, line)| line.clone())
        .collect()
}

fn is_listed(line: &ItemLine) -> bool {
    line.membership.value == "in"
}

/// What an item is searched by.
fn searched(item: &Document, line: &ItemLine) -> String {
    let mut text = String::new();
    let parts = [
        &line.number,
        &line.code,
        &line.category,
        &line.name,
        &line.sub_item,
        &line.target_scope,
        &line.unit,
        &line.person,
    ];
    let laws = item.bases.iter().map(|basis| &basis.law);
    for part in parts.into_iter().chain(laws) {
        push_searchable(&mut text, part);
        // Nothing is found across two parts.
        text.push('\n');
    }
    text
}

/// The values that a line has of a facet.
fn facet_values(facet: ItemFacet, line: &ItemLine) -> Vec<String> {
    match facet {
        ItemFacet::Category => vec![line.category.clone()],
        ItemFacet::ItemClass => vec![line.item_class.value.clone()],
        ItemFacet::Unit => vec![line.unit.clone()],
        ItemFacet::MergeGroup => vec![line.merge_group.clone()],
        ItemFacet::Usable if line.unusable.is_empty() => vec![MAY.to_owned()],
        ItemFacet::Usable => line.unusable.iter().map(|why| why.value.clone()).collect(),
        ItemFacet::Membership => vec![line.membership.value.clone()],
        ItemFacet::Example => vec![if line.example { "yes" } else { "no" }.to_owned()],
    }
}

/// What can be filtered by, and how many items have what.
fn facets(lines: &[ItemLine]) -> Vec<ItemFacetChoices> {
    let of = |facet: ItemFacet| {
        let mut counts: Vec<(String, u32)> = Vec::new();
        let counted = lines
            .iter()
            .filter(|line| facet == ItemFacet::Membership || is_listed(line));
        for value in counted.flat_map(|line| facet_values(facet, line)) {
            match counts.iter_mut().find(|(found, _)| *found == value) {
                Some((_, count)) => *count += 1,
                None => counts.push((value, 1)),
            }
        }
        // In the order of the list; what is not filled in comes last.
        counts.sort_by_key(|(value, _)| value.is_empty());
        let choice = |(value, count): (String, u32)| CountedChoice {
            label: labels::facet_value(facet, &value),
            value,
            count,
        };
        ItemFacetChoices {
            facet,
            label: facet.label().to_owned(),
            choices: counts.into_iter().map(choice).collect(),
        }
    };
    ItemFacet::VARIANTS.iter().copied().map(of).collect()
}

pub(super) fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
