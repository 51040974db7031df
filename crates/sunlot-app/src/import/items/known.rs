//! The list of items as the rows of another list are compared with it.

use chrono::NaiveDate;
use sunlot_rules::text::searchable;
use sunlot_store::item::{self, Column, StoredItem};
use sunlot_store::{Connection, Values};

use super::Items;
use crate::Result;
use crate::import::draft::{Draft, What};
use crate::import::register::Known;
use crate::item::keep_known;

/// The list: some hundred items, which are looked through one by one.
#[derive(Default)]
pub(in crate::import) struct KnownItems {
    seq: i64,
    all: Vec<StoredItem>,
}

/// By what an item without a number is known: its name and its part.
pub(super) fn twin_key(values: &Values) -> String {
    let key = |column: Column| searchable(values.get(column.place()));
    format!("{} {}", key(Column::Name), key(Column::SubItem))
}

impl KnownItems {
    /// The items of which something holds; removed ones only where there is no other.
    fn which(&self, holds: impl Fn(&StoredItem) -> bool) -> Vec<i64> {
        let of = |listed: bool| {
            let found = self
                .all
                .iter()
                .filter(|stored| (stored.get(Column::Membership) == "in") == listed && holds(stored));
            found.map(|stored| stored.id).collect::<Vec<i64>>()
        };
        let listed = of(true);
        if listed.is_empty() { of(false) } else { listed }
    }

    fn entry(&self, draft: &mut Draft<Items>) -> Option<i64> {
        if let Some(id) = draft.number {
            if self.get(id).is_some() {
                return Some(id);
            }
            let text = crate::item::item_number(id);
            draft.say(None, What::NumberUnknown { text });
        }
        let code = draft.values.get(Column::Code.place()).to_owned();
        let found = if code.is_empty() {
            let key = twin_key(&draft.values);
            self.which(|stored| twin_key(&stored.values) == key)
        } else {
            self.which(|stored| stored.get(Column::Code) == code)
        };
        match found.as_slice() {
            [] => None,
            [one] => Some(*one),
            several => {
                let count = several.len();
                draft.say(None, What::NameOfSeveral { count });
                None
            }
        }
    }
}

impl Known<Items> for KnownItems {
    fn read(office: &Connection, _today: NaiveDate) -> Result<Self> {
        Ok(Self {
            seq: item::newest_event(office)?,
            all: item::all(office)?,
        })
    }

    fn seq(&self) -> i64 {
        self.seq
    }

    fn all(&self) -> impl Iterator<Item = (i64, &Values)> {
        self.all.iter().map(|stored| (stored.id, &stored.values))
    }

    fn get(&self, id: i64) -> Option<&Values> {
        let place = self.all.binary_search_by_key(&id, |stored| stored.id).ok()?;
        self.all.get(place).map(|stored| &stored.values)
    }

    fn find(&self, draft: &mut Draft<Items>) -> Option<i64> {
        let id = self.entry(draft)?;
        // Since when a law holds, and how a point is looked at, no list says again.
        if let Some(stored) = self.get(id) {
            draft.values = keep_known(stored, &draft.values);
        }
        Some(id)
    }
}
