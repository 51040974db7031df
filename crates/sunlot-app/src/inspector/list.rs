//! The registry of inspectors as a list for a day, and what it can be filtered by.

use std::collections::BTreeMap;

use strum::VariantArray;
use sunlot_rules::day::Day;
use sunlot_rules::roster::date::Meaning;
use sunlot_store::Connection;
use sunlot_store::inspector::{self, StoredInspector};

use super::fault::InspectorFault;
use super::line::Book;
use super::relation::Relation;
use super::standing::{Days, expiring, reasons};
use super::wire::{
    InspectorFacet, InspectorFacetChoices, InspectorFilter, InspectorSort, InspectorsChoices,
    InspectorsRequest, InspectorsView,
};
use super::{acts, labels, query, rotation, sheet};
use crate::commands::Act;
use crate::registry::CountedChoice;
use crate::registry::check::{day, day_of};
use crate::{Desk, Error, Reason, Result};

impl Desk {
    /// Shows the registry as it is for the day of an inspection.
    pub fn inspectors_view(&self, request: &InspectorsRequest) -> Result<InspectorsView> {
        self.read(Act::InspectorsView, |office| {
            let days = self.days(request.on.as_deref())?;
            let book = Book::read(office, days)?;
            let found = found(&book, &request.filter, request.sort, days);
            let may = |stored: &StoredInspector| reasons(&stored.values, days.on).is_empty();
            let count = |wanted: &dyn Fn(&StoredInspector) -> bool| {
                small(book.all.iter().filter(|stored| wanted(stored)).count())
            };
            Ok(InspectorsView {
                lines: found.iter().map(|stored| book.line(stored, days)).collect(),
                total: small(book.all.len()),
                may_be_drawn: small(found.iter().filter(|stored| may(stored)).count()),
                expiring: count(&|stored| expiring(&stored.values, days.today).is_some()),
                barred: count(&|stored| !may(stored)),
                on: days.on.to_string(),
                on_told: labels::on_day(days.on, days.today),
                rotation: rotation::view(office)?,
                seq: inspector::newest_event(office)?,
                heading: labels::heading(&request.filter),
            })
        })
    }

    /// Says what the registry can be filtered by today, and what the forms choose among.
    pub fn inspectors_choices(&self) -> Result<InspectorsChoices> {
        self.read(Act::InspectorsChoices, |office| {
            let days = self.days(None)?;
            let all = inspector::all(office)?;
            let facets = InspectorFacet::VARIANTS
                .iter()
                .map(|facet| InspectorFacetChoices {
                    facet: *facet,
                    label: facet.label().to_owned(),
                    choices: choices(&all, *facet, days),
                });
            Ok(InspectorsChoices {
                facets: facets.collect(),
                fields: sheet::fields(&acts::new_inspector()),
                relations: Relation::VARIANTS
                    .iter()
                    .map(|relation| relation.told())
                    .collect(),
            })
        })
    }

    /// Today, and the day of a planned inspection.
    pub(super) fn days(&self, on: Option<&str>) -> Result<Days> {
        let today =
            day_of(self.today()).ok_or_else(|| Error::new(Reason::Internal, "the clock shows no day"))?;
        let Some(typed) = on.map(str::trim).filter(|typed| !typed.is_empty()) else {
            return Ok(Days { today, on: today });
        };
        let read = day(typed, Meaning::ValidTo, self.today()).ok();
        let on = read.as_deref().and_then(Day::parse).ok_or_else(|| {
            let found = typed.to_owned();
            Error::new(InspectorFault::InspectionDayWrong { found }, "")
        })?;
        Ok(Days { today, on })
    }

    /// Reads the registry for a day.
    pub(super) fn book(&self, office: &Connection, on: Option<&str>) -> Result<(Book, Days)> {
        let days = self.days(on)?;
        Ok((Book::read(office, days)?, days))
    }
}

/// Whom a filter lets through, in order.
pub(super) fn found<'b>(
    book: &'b Book,
    filter: &InspectorFilter,
    sort: InspectorSort,
    days: Days,
) -> Vec<&'b StoredInspector> {
    let all = book.all.iter();
    let mut found: Vec<&StoredInspector> = all.filter(|stored| query::passes(filter, stored, days)).collect();
    query::order(&mut found, sort);
    found
}

fn choices(all: &[StoredInspector], facet: InspectorFacet, days: Days) -> Vec<CountedChoice> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for stored in all {
        for value in query::values(facet, stored, days) {
            *counts.entry(value).or_default() += 1;
        }
    }
    let choice = |(value, count): (String, u32)| CountedChoice {
        label: labels::facet_value(facet, &value),
        value,
        count,
    };
    let mut choices: Vec<CountedChoice> = counts.into_iter().map(choice).collect();
    // Values with an order of their own stand in it; of the others the commonest comes first, and what is empty last.
    choices.sort_by_key(|choice| {
        let weight = labels::weight(facet, &choice.value);
        let common = if weight.is_some() {
            0
        } else {
            u32::MAX - choice.count
        };
        (choice.value.is_empty(), weight.unwrap_or(u32::MAX), common)
    });
    choices
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
