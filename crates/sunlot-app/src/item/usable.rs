//! Items as a task takes them: those of the edition in force on the day of the inspection, with what bounds a draw for each. What
//! has not been decided and made known may not be inspected (L-01).

use std::collections::BTreeMap;

use sunlot_rules::day::Day;
use sunlot_rules::item::read_ratio;
use sunlot_rules::pool::ItemBounds;
use sunlot_rules::roster::ratio::Bounds;
use sunlot_store::Connection;
use sunlot_store::item::Column;

use super::document::Document;
use super::labels;
use super::lists::{Editions, working};
use crate::Result;
use crate::registry::Told;

/// An item, as a task asks for it.
#[derive(Clone, Debug)]
pub(crate) struct TaskItem {
    /// Its number, from 1.
    pub id: i64,
    /// The office's own number of it.
    pub number: String,
    /// What it is called, with its part.
    pub name: String,
    /// The tags of the targets that it is for.
    pub tags: Vec<String>,
    /// How many may be drawn for it.
    pub bounds: ItemBounds,
    /// How many must be drawn, in words.
    pub ratio: String,
    /// Whether it is of a key field.
    pub key_area: bool,
    /// What an inspector must be able to do.
    pub skill: String,
    /// Items with the same one are inspected together.
    pub merge_group: String,
    /// Which unit answers for it.
    pub unit: String,
    /// Why it may not be inspected; empty: it may.
    pub why_not: Vec<Told>,
}

/// The items that there are on a day, and the edition that they stand in.
pub(crate) struct TaskItems {
    /// What people call the edition in force; nothing: there is none.
    pub edition: Option<String>,
    by_id: BTreeMap<i64, TaskItem>,
}

impl TaskItems {
    /// Reads the edition in force on a day. Items of the working list that are not in it are told as such.
    pub fn read(office: &Connection, on: Day) -> Result<Self> {
        let editions = Editions::read(office, on)?;
        let in_force = editions.in_force();
        let mut by_id = BTreeMap::new();
        for item in working(office)?.into_iter().filter(Document::listed) {
            let mut told = of(&item, on);
            told.why_not.insert(0, labels::not_in_force());
            by_id.insert(item.id, told);
        }
        if let Some(edition) = in_force {
            for item in edition.items(office)? {
                by_id.insert(item.id, of(&item, on));
            }
        }
        Ok(Self {
            edition: in_force.map(|edition| edition.number.clone()),
            by_id,
        })
    }

    /// The item of this number.
    pub fn get(&self, id: i64) -> Option<&TaskItem> {
        self.by_id.get(&id)
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &TaskItem> {
        self.by_id.values()
    }
}

/// Within what the ratio of a draw must lie: what was written down as bounds; else what the words of the ratio say, from the least to
/// the most (N-09). Whoever decides the ratio decides it in the list: a draw keeps to what was ratified and made known (L-10).
fn limits(item: &Document) -> Bounds {
    let written = item.limits();
    if written.min.is_some() || written.max.is_some() {
        return written;
    }
    let reading = read_ratio(item.get(Column::Ratio));
    let said = reading.ratio().filter(|_| !reading.open);
    Bounds {
        min: said.and_then(|said| said.min),
        max: said.and_then(|said| said.max),
    }
}

fn of(item: &Document, on: Day) -> TaskItem {
    let text = |column| item.get(column).to_owned();
    let tags = item.get(Column::Tags).split(['、', ',']).map(str::trim);
    TaskItem {
        id: item.id,
        number: item.number(),
        name: item.full_name(),
        tags: tags.filter(|tag| !tag.is_empty()).map(str::to_owned).collect(),
        bounds: ItemBounds {
            code: item.number(),
            class: item.get(Column::ItemClass).parse().ok(),
            authority: item.authority(),
            limits: limits(item),
        },
        ratio: text(Column::Ratio),
        key_area: item.get(Column::KeyArea) == "yes",
        skill: text(Column::Skill),
        merge_group: text(Column::MergeGroup),
        unit: text(Column::Unit),
        why_not: item
            .facts()
            .unusable(on)
            .into_iter()
            .map(labels::unusable)
            .collect(),
    }
}
