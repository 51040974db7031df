//! Items to begin with, by trade: a library beside the program. What is taken from it stands in the working list as an example
//! until somebody has compared it with the law; until then it is neither used nor handed in.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use serde::Deserialize;
use sunlot_store::item::{self, Column};

use super::acts::new_item;
use super::check;
use super::document::Document;
use super::fault::{ItemFault, fault};
use super::labels;
use super::lists::working;
use super::wire::{
    CheckPoint, ItemSave, ItemsRequest, ItemsView, LegalBasis, StarterItem, StarterTrade, StartersTake,
};
use crate::commands::Act;
use crate::event::item::StartersMade;
use crate::paper::assets;
use crate::{Desk, Error, Kind, Result};

/// Where the library lies among the assets.
const FOLDER: &str = "starter-items";

/// A file of the library: one trade.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Trade {
    label: String,
    items: Vec<Starter>,
}

/// One of its items, as somebody would type it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Starter {
    key: String,
    values: BTreeMap<String, String>,
    bases: Vec<LegalBasis>,
    check_points: Vec<CheckPoint>,
}

impl Desk {
    /// Takes starters into the working list.
    pub fn starters_take(&self, request: &StartersTake) -> Result<ItemsView> {
        self.change(Act::StartersTake, |change| {
            let reason = check::reason(&request.reason)?;
            let library = library()?;
            let there = working(change.tx())?;
            let mut rows = Vec::new();
            let mut trades: Vec<String> = Vec::new();
            for key in &request.keys {
                let (label, starter) = find(&library, key)?;
                if let Some(item) = same(&there, starter) {
                    let (number, name) = (item.number(), item.full_name());
                    return Err(fault(ItemFault::StarterThere { number, name }));
                }
                let values = check::edited(&new_item(), &starter.save(), self.item_day()?)?;
                let values = values.with(Column::Example.place(), "yes");
                if !rows.contains(&values) {
                    rows.push(values);
                }
                if !trades.contains(label) {
                    trades.push(label.clone());
                }
            }
            if rows.is_empty() {
                return Ok(((), None));
            }
            let first = item::add(change, &rows)?;
            let last = first + i64::try_from(rows.len()).unwrap_or(i64::MAX) - 1;
            let kind = Kind::StartersTaken(StartersMade {
                count: super::list::small(rows.len()),
                trades,
                first: labels::number(first),
                last: labels::number(last),
                reason,
            });
            Ok(((), Some(kind)))
        })?;
        self.read(Act::ItemsView, |office| {
            self.items_seen(office, &ItemsRequest::default())
        })
    }
}

impl Starter {
    fn save(&self) -> ItemSave {
        ItemSave {
            values: self.values.clone(),
            bases: Some(self.bases.clone()),
            check_points: Some(self.check_points.clone()),
            ..ItemSave::default()
        }
    }

    fn value(&self, column: Column) -> &str {
        self.values.get(column.name()).map_or("", String::as_str)
    }

    fn full_name(&self) -> String {
        labels::full_name(self.value(Column::Name), self.value(Column::SubItem))
    }
}

/// What the library offers, and what of it the working list has already.
pub(super) fn offered(there: &[Document]) -> Result<Vec<StarterTrade>> {
    let library = match library() {
        Ok(library) => library,
        // The list can be kept without it.
        Err(_) => return Ok(Vec::new()),
    };
    let item = |trade: &str, starter: &Starter| StarterItem {
        key: format!("{trade}/{}", starter.key),
        name: starter.full_name(),
        basis: starter
            .bases
            .iter()
            .map(|basis| labels::law(&basis.law, &basis.article))
            .collect::<Vec<_>>()
            .join(labels::AND),
        there: same(there, starter).is_some(),
    };
    let trade = |(name, trade): (&String, &Trade)| StarterTrade {
        trade: name.clone(),
        label: trade.label.clone(),
        items: trade.items.iter().map(|starter| item(name, starter)).collect(),
    };
    Ok(library.iter().map(trade).collect())
}

/// The item that this starter has become already.
fn same<'d>(there: &'d [Document], starter: &Starter) -> Option<&'d Document> {
    let key = |column: Column| sunlot_rules::text::searchable(starter.value(column));
    let key = (key(Column::Name), key(Column::SubItem));
    there.iter().find(|item| item.twin_key() == key)
}

fn find<'l>(library: &'l BTreeMap<String, Trade>, key: &str) -> Result<(&'l String, &'l Starter)> {
    let found = key.split_once('/').and_then(|(trade, own)| {
        let trade = library.get(trade)?;
        let starter = trade.items.iter().find(|starter| starter.key == own)?;
        Some((&trade.label, starter))
    });
    found.ok_or_else(|| {
        let asked = key.to_owned();
        fault(ItemFault::StarterMissing { asked })
    })
}

/// Every trade of the library, by the name of its file.
fn library() -> Result<BTreeMap<String, Trade>> {
    let places = assets();
    let folder: Option<PathBuf> = places
        .iter()
        .map(|place| place.join(FOLDER))
        .find(|folder| folder.is_dir());
    let missing = || {
        let places = places.iter().map(|place| place.display().to_string());
        fault(ItemFault::StartersMissing {
            places: places.collect(),
        })
    };
    let folder = folder.ok_or_else(missing)?;
    let mut library = BTreeMap::new();
    for entry in fs::read_dir(&folder).map_err(|_| missing())? {
        let file = entry.map_err(|_| missing())?.path();
        let name = file.file_stem().and_then(|name| name.to_str());
        let Some(name) = name.filter(|_| file.extension().is_some_and(|ending| ending == "json")) else {
            continue;
        };
        let damaged = |detail: String| {
            let file = file.display().to_string();
            Error::new(ItemFault::StartersDamaged { file }, detail)
        };
        let text = fs::read_to_string(&file).map_err(|error| damaged(error.to_string()))?;
        let trade = serde_json::from_str(&text).map_err(|error| damaged(error.to_string()))?;
        library.insert(name.to_owned(), trade);
    }
    Ok(library)
}
