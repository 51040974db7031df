//! Why the working list cannot be handed in. An item without a law in force never gets into an edition, and nothing here can be
//! waived (L-01).

use std::collections::BTreeMap;

use sunlot_rules::day::Day;
use sunlot_rules::item::Unusable;
use sunlot_store::Connection;
use sunlot_store::item::Column;

use super::diff::compare;
use super::document::Document;
use super::edition_wire::{CatalogCheck, ItemRemarks};
use super::fault::ItemFlaw;
use super::labels;
use super::line::line;
use super::lists::Editions;
use crate::commands::Act;
use crate::registry::check::problem;
use crate::{Desk, Problem, Result};

impl Desk {
    /// Says why the working list cannot be handed in.
    pub fn catalog_check(&self) -> Result<CatalogCheck> {
        self.read(Act::CatalogCheck, |office| {
            let today = self.item_day()?;
            let editions = Editions::read(office, today)?;
            let items = editions.items_of(office, None)?;
            let obstacles = obstacles(office, &editions, &items, today)?;
            let remarked = items.iter().map(|item| line(item, today, None));
            let remarked = remarked.filter(|line| !line.remarks.is_empty());
            Ok(CatalogCheck {
                remarks: remarked
                    .map(|line| ItemRemarks {
                        number: line.number,
                        name: labels::full_name(&line.name, &line.sub_item),
                        remarks: line.remarks,
                    })
                    .collect(),
                obstacles: obstacles.into_iter().map(Into::into).collect(),
            })
        })
    }
}

/// Everything that stands in the way of handing in these items.
pub(super) fn obstacles(
    office: &Connection,
    editions: &Editions,
    items: &[Document],
    today: Day,
) -> Result<Vec<Problem>> {
    let of_list = |flaw: ItemFlaw| problem("list", labels::WORKING, flaw);
    let mut found = Vec::new();
    if let Some(edition) = editions.under_review() {
        let edition = edition.number.clone();
        found.push(of_list(ItemFlaw::UnderReview { edition }));
    }
    if items.is_empty() {
        found.push(of_list(ItemFlaw::ListEmpty));
        return Ok(found);
    }
    if let Some(edition) = editions.in_force() {
        let (sums, _) = compare(&edition.items(office)?, items)?;
        if sums.added + sums.changed + sums.removed == 0 {
            let edition = edition.number.clone();
            found.push(of_list(ItemFlaw::NothingChanged { edition }));
        }
    }
    let mut twins: BTreeMap<(String, String), String> = BTreeMap::new();
    let mut coded: BTreeMap<String, String> = BTreeMap::new();
    for item in items {
        let number = item.number();
        let of_item = |flaw: ItemFlaw| {
            let label = format!("{number} {}", item.full_name());
            problem(&number, &label, flaw)
        };
        found.extend(item.facts().unusable(today).into_iter().filter_map(|why| {
            Some(of_item(match why {
                Unusable::NoBasis => ItemFlaw::BasisMissing,
                Unusable::NotYetInForce => ItemFlaw::BasisNotYet,
                Unusable::Lapsed => ItemFlaw::BasisLapsed,
                Unusable::ExampleUnconfirmed => ItemFlaw::ExampleUnconfirmed,
                Unusable::Removed => return None,
            }))
        }));
        if let Some(other) = twins.get(&item.twin_key()) {
            let other = other.clone();
            found.push(of_item(ItemFlaw::TwinItem { other }));
        }
        let code = item.code_key();
        if let Some(other) = coded.get(&code) {
            let (code, other) = (item.get(Column::Code).to_owned(), other.clone());
            found.push(of_item(ItemFlaw::TwinCode { code, other }));
        }
        if !code.is_empty() {
            coded.entry(code).or_insert_with(|| item.number());
        }
        twins.entry(item.twin_key()).or_insert_with(|| item.number());
    }
    Ok(found)
}
