//! Entering an item into the working list, changing one, and moving one out of the list and back. Nothing is deleted, and
//! each change has its reason (L-10).

use sunlot_store::item::{self, Column};
use sunlot_store::{Connection, Recorded, Values};

use super::check;
use super::document::Document;
use super::fault::{ItemFault, fault, invalid};
use super::labels;
use super::sheet::{changed, require};
use super::wire::{ItemId, ItemMembership, ItemSave, ItemView};
use crate::commands::Act;
use crate::event::item::{ItemEdit, ItemMade, ItemMove};
use crate::registry::check::problem;
use crate::registry::labels::unchanged;
use crate::registry::{FormChecked, Membership};
use crate::target::TargetFlaw;
use crate::{Desk, Kind, Result};

impl Desk {
    /// Says what stands in the way of saving.
    pub fn item_check(&self, request: &ItemSave) -> Result<FormChecked> {
        self.read(Act::ItemCheck, |office| {
            let problems = match self.item_edited(office, request) {
                Err(error) if !error.problems.is_empty() => error.problems,
                Err(error) => return Err(error),
                Ok(_) => Vec::new(),
            };
            Ok(FormChecked {
                problems: problems.into_iter().map(Into::into).collect(),
            })
        })
    }

    /// Enters an item, or changes what it says.
    pub fn item_save(&self, request: &ItemSave) -> Result<ItemView> {
        let (id, recorded) = self.change(Act::ItemSave, |change| {
            let (before, after) = self.item_edited(change.tx(), request)?;
            let reason = check::reason(&request.reason)?;
            let name = labels::full_name(
                after.get(Column::Name.place()),
                after.get(Column::SubItem.place()),
            );
            let Some(before) = before else {
                let id = item::add(change, &[after])?;
                let item = labels::number(id);
                return Ok((id, Some(Kind::ItemAdded(ItemMade { item, name, reason }))));
            };
            let fields = changed(&before.values, &after)?;
            if fields.is_empty() {
                return Ok((before.id, None));
            }
            item::follow(change, before.id, before.version + 1, &after)?;
            let kind = Kind::ItemChanged(ItemEdit {
                item: before.number(),
                name,
                fields: fields.into_iter().map(|change| change.field).collect(),
                reason,
            });
            Ok((before.id, Some(kind)))
        })?;
        self.item_seen(id, recorded.as_ref())
    }

    /// Removes an item from the working list, or takes it in again.
    pub fn item_membership(&self, request: &ItemMembership) -> Result<ItemView> {
        let ((), recorded) = self.change(Act::ItemMembership, |change| {
            let before = require(change.tx(), request.id)?;
            unmoved(&before, request.version)?;
            let membership: &'static str = request.membership.into();
            if request.membership == Membership::Suspended {
                let found = membership.to_owned();
                let flaw = TargetFlaw::ChoiceUnknown { found };
                return Err(invalid(vec![problem("membership", labels::MEMBERSHIP, flaw)]));
            }
            let reason = check::reason(&request.reason)?;
            if before.get(Column::Membership) == membership {
                return Ok(((), None));
            }
            let after = before.values.with(Column::Membership.place(), membership);
            item::follow(change, before.id, before.version + 1, &after)?;
            let kind = Kind::ItemPlaced(ItemMove {
                item: before.number(),
                name: before.full_name(),
                membership: membership.to_owned(),
                reason,
            });
            Ok(((), Some(kind)))
        })?;
        self.item_seen(request.id, recorded.as_ref())
    }

    fn item_seen(&self, id: i64, recorded: Option<&Recorded>) -> Result<ItemView> {
        let request = ItemId { id, edition: None };
        let mut view = self.read(Act::ItemOpen, |office| self.item_of(office, &request))?;
        view.notices = unchanged(recorded);
        Ok(view)
    }

    /// What an item says, and would say.
    fn item_edited(&self, office: &Connection, request: &ItemSave) -> Result<(Option<Document>, Values)> {
        let before = match request.id {
            Some(id) => Some(require(office, id)?),
            None => None,
        };
        if let (Some(before), Some(edited)) = (&before, request.version) {
            unmoved(before, edited)?;
        }
        let values = before
            .as_ref()
            .map_or_else(new_item, |before| before.values.clone());
        let after = check::edited(&values, request, self.item_day()?)?;
        Ok((before, after))
    }
}

/// What a new item says before anybody has filled in anything.
pub(crate) fn new_item() -> Values {
    Values::of([(Column::Membership.place(), "in")])
}

fn unmoved(item: &Document, edited: i64) -> Result<()> {
    if item.version == edited {
        return Ok(());
    }
    Err(fault(ItemFault::ItemMoved {
        number: item.number(),
        name: item.full_name(),
    }))
}
