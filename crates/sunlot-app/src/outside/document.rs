//! A draw of another system as it is kept: one document in each version, with its keys in one order.

use serde::{Deserialize, Serialize};
use sunlot_rules::day::Day;
use sunlot_store::Connection;
use sunlot_store::outside_draw::OutsideDrawRow;

use super::labels;
use crate::item::{TaskItem, TaskItems, item_number};
use crate::{Error, Reason, Result};

/// What such a draw says beside its days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct OutsideDocument {
    /// The system that drew.
    pub system: String,
    /// The office that drew.
    pub office: String,
    /// The number of the document.
    pub doc_no: String,
    /// What is inspected, in its own words.
    pub told_items: String,
    /// What is inspected, by the numbers of our list.
    pub items: Vec<i64>,
    /// Anything else.
    pub note: String,
    /// The file that it was read from.
    pub file: Option<KeptFile>,
    /// Why it counts no more.
    pub withdrawn_for: String,
}

/// A file that is kept; its digest stands beside the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeptFile {
    /// What it was called.
    pub name: String,
    /// Which of its sheets was read.
    pub sheet: String,
    /// How many bytes it has.
    pub size: u64,
}

impl OutsideDocument {
    /// Reads what is kept.
    pub fn read(row: &OutsideDrawRow) -> Result<Self> {
        serde_json::from_str(&row.document)
            .map_err(|error| Error::new(Reason::OfficeDamaged, format!("outside_draw: {error}")))
    }

    /// What is kept of it.
    pub fn kept(&self) -> Result<String> {
        serde_json::to_string(self).map_err(|error| Error::new(Reason::Internal, error.to_string()))
    }

    /// What it is called in a sentence about something else.
    pub fn told(&self, id: i64, row: &OutsideDrawRow) -> String {
        labels::called(&labels::number(id), &self.system, &row.drawn_on, &self.doc_no)
    }
}

/// The items of a draw: those of our list, by number with their names, and its own words.
pub(crate) fn items_of(document: &OutsideDocument, known: &TaskItems) -> Vec<String> {
    let ours = document.items.iter().map(|id| {
        let item: Option<&TaskItem> = known.get(*id);
        item.map_or_else(|| item_number(*id), |item| labels::item(&item.number, &item.name))
    });
    // Its own words may be the name of an item of ours: on one sheet it stands once.
    let told = labels::parts(&document.told_items).into_iter().map(|part| {
        let named = known.all().find(|item| item.name == part);
        named.map_or(part, |item| labels::item(&item.number, &item.name))
    });
    let mut all: Vec<String> = Vec::new();
    for item in ours.chain(told) {
        if !all.contains(&item) {
            all.push(item);
        }
    }
    all
}

/// The items that there are on the first day of the visits.
pub(super) fn known_items(office: &Connection, from: &str) -> Result<TaskItems> {
    let damaged = || Error::new(Reason::OfficeDamaged, format!("outside_draw: no day {from}"));
    TaskItems::read(office, Day::parse(from).ok_or_else(damaged)?)
}
