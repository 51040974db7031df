//! The acts of the list of items, asked for in a way that comes to nothing: for the table of permits.

use sunlot_app::commands::Act;
use sunlot_app::item::{
    CatalogDiffRequest, EditionId, EditionPublish, EditionRatify, EditionReturn, EditionSubmit, ItemFilter,
    ItemId, ItemMembership, ItemSave, ItemsExport, ItemsFormat, ItemsRequest, StartersTake,
};
use sunlot_app::registry::Membership;
use sunlot_app::{Desk, Result};

/// Asks for an act.
pub fn ask(desk: &Desk, act: Act) -> Result<()> {
    match act {
        Act::ItemsView => desk.items_view(&ItemsRequest::default()).map(drop),
        Act::ItemsChoices => desk.items_choices().map(drop),
        Act::ItemOpen => desk.item_open(&ItemId { id: 1, edition: None }).map(drop),
        Act::ItemCheck => desk.item_check(&ItemSave::default()).map(drop),
        Act::ItemSave => desk.item_save(&ItemSave::default()).map(drop),
        Act::ItemMembership => desk
            .item_membership(&ItemMembership {
                id: 1,
                version: 1,
                membership: Membership::Removed,
                reason: String::new(),
            })
            .map(drop),
        Act::StartersTake => desk
            .starters_take(&StartersTake {
                keys: Vec::new(),
                reason: String::new(),
            })
            .map(drop),
        Act::CatalogCheck => desk.catalog_check().map(drop),
        Act::CatalogDiff => desk.catalog_diff(&CatalogDiffRequest::default()).map(drop),
        Act::EditionOpen => desk.edition_open(&EditionId { id: 1 }).map(drop),
        Act::EditionSubmit => desk
            .edition_submit(&EditionSubmit {
                title: String::new(),
                submitted_on: String::new(),
                submitted_to: String::new(),
                reason: String::new(),
            })
            .map(drop),
        Act::EditionReturn => desk
            .edition_return(&EditionReturn {
                id: 1,
                version: 1,
                returned_on: String::new(),
                reason: String::new(),
            })
            .map(drop),
        Act::EditionRatify => desk
            .edition_ratify(&EditionRatify {
                id: 1,
                version: 1,
                ratified_by: String::new(),
                ratified_on: String::new(),
                ratified_no: String::new(),
                effective_on: String::new(),
            })
            .map(drop),
        Act::EditionPublish => desk
            .edition_publish(&EditionPublish {
                id: 1,
                version: 1,
                published_on: String::new(),
                channels: Vec::new(),
            })
            .map(drop),
        Act::ItemsExport => desk
            .items_export(&ItemsExport {
                edition: None,
                filter: ItemFilter::default(),
                format: ItemsFormat::Csv,
                path: Some("/nowhere/list.csv".to_owned()),
                overwrite: false,
            })
            .map(drop),
        other => panic!("{other:?} is no act of the list of items"),
    }
}
