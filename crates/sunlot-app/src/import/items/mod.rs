//! The list of inspection items as other people's lists are taken over into it. An item is known by the number that the list
//! gives it, or else by its name and part. The laws of a list become one each, and so do the points that are looked at; what was
//! known of them before stays known.

mod cells;
mod known;

use std::borrow::Cow;

use strum::{EnumCount, VariantArray};
use sunlot_rules::day::Day;
use sunlot_rules::roster::cell::Cleaned;
use sunlot_rules::roster::fields::{Field, ItemField};
use sunlot_store::item::{self, Column};
use sunlot_store::{Change, Connection, Values};

use self::known::{KnownItems, twin_key};
use super::compare::Judged;
use super::draft::{Draft, What};
use super::fault::ImportFault;
use super::judge::Judge;
use super::register::{Places, Register};
use super::wire::{Fate, Registry};
use super::work::{AnyCompared, Compared, Held};
use crate::item::{choices_of, item_differences, item_number, new_item, why_not_used};
use crate::registry::{FieldChange, Told};
use crate::{Desk, Error, Result};

/// The list of items.
#[derive(Clone, Copy, Debug)]
pub(super) struct Items;

/// How points are looked at and what has to be shown, as the list has it: in columns of their own.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Beside {
    points: String,
    method: String,
    materials: String,
}

impl Register for Items {
    type Field = ItemField;
    type Beside = Beside;
    type Known = KnownItems;

    const REGISTRY: Registry = Registry::Items;
    const NAME: ItemField = ItemField::Name;
    const PLACES: Places = Places {
        count: Column::COUNT,
        name: Column::Name as u8,
        source: Column::Source as u8,
        doubts: Column::Doubts as u8,
        membership: Column::Membership as u8,
    };

    fn column(field: ItemField) -> Option<u8> {
        let column = match field {
            ItemField::Number => Column::Code,
            ItemField::Basis => Column::Bases,
            other => *Column::VARIANTS
                .iter()
                .find(|column| column.name() == other.name())?,
        };
        Some(column.place())
    }

    /// Some columns fill others than their own.
    fn keeps(_field: ItemField) -> bool {
        true
    }

    fn take(judge: &mut Judge<Self>, place: usize, cell: &Cleaned<'_>, draft: &mut Draft<Self>) {
        cells::take(judge, place, cell, draft);
    }

    fn finish(judge: &mut Judge<Self>, draft: &mut Draft<Self>) {
        cells::finish(judge, draft);
    }

    fn doubt(what: &What) -> Option<&'static str> {
        Some(match what {
            What::NameBroken { .. } => "name_broken",
            What::NumberLost { .. } => "number_lost",
            _ => return None,
        })
    }

    fn code_of(values: &Values) -> &str {
        values.get(Column::Code.place())
    }

    fn identity(values: &Values) -> Cow<'_, str> {
        match Self::code_of(values) {
            "" => Cow::Owned(twin_key(values)),
            code => Cow::Borrowed(code),
        }
    }

    fn number(id: i64) -> String {
        item_number(id)
    }

    fn fresh() -> Values {
        new_item()
    }

    fn choices(field: ItemField) -> Vec<Told> {
        choices_of(field.name())
    }

    fn differences(before: &Values, after: &Values) -> Vec<FieldChange> {
        item_differences(before, after)
    }

    fn newest_event(office: &Connection) -> Result<i64> {
        Ok(item::newest_event(office)?)
    }

    fn values_of(office: &Connection, id: i64) -> Result<Option<Values>> {
        Ok(item::by_id(office, id)?.map(|stored| stored.values))
    }

    fn suggest(_rows: &mut [Judged<Self>], _known: &KnownItems) {}

    /// An item without a law is taken all the same, and listed with the reason.
    fn weigh(row: &mut Judged<Self>, today: Day) {
        let why = why_not_used(&row.after(), today);
        if !why.is_empty() {
            row.draft.say(None, What::NotUsable { why });
        }
    }

    fn any(compared: Compared<Self>) -> AnyCompared {
        AnyCompared::Items(compared)
    }

    fn store(_desk: &Desk, change: &Change<'_>, _held: &Held, compared: &Compared<Self>) -> Result<()> {
        for row in &compared.rows {
            match (row.fate, row.entry) {
                (Fate::Added, _) => {
                    item::add(change, &[row.after().into_owned()])?;
                }
                (Fate::Updated, Some(id)) => {
                    let moved = || Error::new(ImportFault::ImportMoved, "");
                    let stored = item::by_id(change.tx(), id)?.ok_or_else(moved)?;
                    item::follow(change, id, stored.version + 1, &row.after())?;
                }
                _ => {}
            }
        }
        Ok(())
    }
}
