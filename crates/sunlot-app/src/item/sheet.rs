//! Everything about one item on one page: its fields, laws, points, and what happened to it.

use std::collections::BTreeMap;

use strum::VariantArray;
use sunlot_store::item::{self, Column};
use sunlot_store::{Connection, Values};

use super::check::FILLED;
use super::diff;
use super::document::Document;
use super::fault::{ItemFault, fault};
use super::line::line;
use super::list::differs;
use super::lists::Editions;
use super::wire::{ItemId, ItemView};
use super::{labels, ratio};
use crate::commands::Act;
use crate::registry::{FieldChange, FieldView, Moment, story};
use crate::{Desk, ObjectKind, Result};

impl Desk {
    /// Shows everything about one item.
    pub fn item_open(&self, request: &ItemId) -> Result<ItemView> {
        self.read(Act::ItemOpen, |office| self.item_of(office, request))
    }

    pub(super) fn item_of(&self, office: &Connection, request: &ItemId) -> Result<ItemView> {
        let today = self.item_day()?;
        let editions = Editions::read(office, today)?;
        let (item, differs) = match request.edition {
            Some(edition) => (in_edition(office, &editions, edition, request.id)?, None),
            None => {
                let item = require(office, request.id)?;
                let differs = differs(office, &editions, std::slice::from_ref(&item))?.remove(&item.id);
                (item, differs)
            }
        };
        Ok(ItemView {
            line: line(&item, today, differs),
            version: item.version,
            fields: fields(&item.values),
            bases: item.told_bases(today),
            check_points: item.told_points(),
            bounds: ratio::told_bounds(item.authority(), item.limits()),
            story: told_story(office, &item)?,
            notices: Vec::new(),
        })
    }
}

/// The item of this number, as it is worked on.
pub(super) fn require(office: &Connection, id: i64) -> Result<Document> {
    match item::by_id(office, id)? {
        Some(stored) => Document::read(stored),
        None => Err(fault(ItemFault::ItemMissing {
            asked: labels::number(id),
        })),
    }
}

fn in_edition(office: &Connection, editions: &Editions, edition: i64, id: i64) -> Result<Document> {
    let edition = editions.require(edition)?;
    let found = edition.items(office)?.into_iter().find(|item| item.id == id);
    found.ok_or_else(|| {
        fault(ItemFault::ItemNotInEdition {
            asked: labels::number(id),
            edition: edition.number.clone(),
        })
    })
}

/// The fields of an item; its laws and points stand beside them.
pub(super) fn fields(values: &Values) -> Vec<FieldView> {
    let view = |column: Column| FieldView {
        field: column.name().to_owned(),
        label: labels::column(column).to_owned(),
        group: labels::group(column).to_owned(),
        value: values.get(column.place()).to_owned(),
        shown: labels::value(column, values.get(column.place())).label,
        choices: labels::choices(column),
        date: false,
        required: column == Column::Name,
        bulk: false,
    };
    FILLED.into_iter().map(view).collect()
}

/// What is different between two versions, every column.
pub(super) fn changed(before: &Values, after: &Values) -> Result<Vec<FieldChange>> {
    let mut changes = Vec::new();
    for column in Column::VARIANTS.iter().copied() {
        changes.extend(diff::difference(column, before, after)?);
    }
    Ok(changes)
}

fn told_story(office: &Connection, item: &Document) -> Result<Vec<Moment>> {
    let versions = item::history(office, item.id)?;
    let mut moments = BTreeMap::new();
    for (place, version) in versions.iter().enumerate() {
        let changes = match versions.get(place + 1) {
            Some(before) => changed(&before.values, &version.values)?,
            None => Vec::new(),
        };
        moments.insert(version.event, changes);
    }
    story::of(office, ObjectKind::Item, item.number(), moments)
}
