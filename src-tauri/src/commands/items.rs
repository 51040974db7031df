//! The commands of the list of items and its editions.

use sunlot_app::Desk;
use sunlot_app::import::FileWritten;
use sunlot_app::item::{
    CatalogCheck, CatalogDiff, CatalogDiffRequest, EditionId, EditionPublish, EditionRatify, EditionReturn,
    EditionSubmit, EditionView, ItemId, ItemMembership, ItemSave, ItemView, ItemsChoices, ItemsExport,
    ItemsRequest, ItemsView, StartersTake,
};
use sunlot_app::registry::FormChecked;
use tauri::State;

use super::Answer;

#[tauri::command(async)]
pub(super) fn items_view(desk: State<'_, Desk>, request: ItemsRequest) -> Answer<ItemsView> {
    Ok(desk.items_view(&request)?)
}

#[tauri::command(async)]
pub(super) fn items_choices(desk: State<'_, Desk>) -> Answer<ItemsChoices> {
    Ok(desk.items_choices()?)
}

#[tauri::command(async)]
pub(super) fn item_open(desk: State<'_, Desk>, request: ItemId) -> Answer<ItemView> {
    Ok(desk.item_open(&request)?)
}

#[tauri::command(async)]
pub(super) fn item_check(desk: State<'_, Desk>, request: ItemSave) -> Answer<FormChecked> {
    Ok(desk.item_check(&request)?)
}

#[tauri::command(async)]
pub(super) fn item_save(desk: State<'_, Desk>, request: ItemSave) -> Answer<ItemView> {
    Ok(desk.item_save(&request)?)
}

#[tauri::command(async)]
pub(super) fn item_membership(desk: State<'_, Desk>, request: ItemMembership) -> Answer<ItemView> {
    Ok(desk.item_membership(&request)?)
}

#[tauri::command(async)]
pub(super) fn starters_take(desk: State<'_, Desk>, request: StartersTake) -> Answer<ItemsView> {
    Ok(desk.starters_take(&request)?)
}

#[tauri::command(async)]
pub(super) fn catalog_check(desk: State<'_, Desk>) -> Answer<CatalogCheck> {
    Ok(desk.catalog_check()?)
}

#[tauri::command(async)]
pub(super) fn catalog_diff(desk: State<'_, Desk>, request: CatalogDiffRequest) -> Answer<CatalogDiff> {
    Ok(desk.catalog_diff(&request)?)
}

#[tauri::command(async)]
pub(super) fn edition_open(desk: State<'_, Desk>, request: EditionId) -> Answer<EditionView> {
    Ok(desk.edition_open(&request)?)
}

#[tauri::command(async)]
pub(super) fn edition_submit(desk: State<'_, Desk>, request: EditionSubmit) -> Answer<EditionView> {
    Ok(desk.edition_submit(&request)?)
}

#[tauri::command(async)]
pub(super) fn edition_return(desk: State<'_, Desk>, request: EditionReturn) -> Answer<EditionView> {
    Ok(desk.edition_return(&request)?)
}

#[tauri::command(async)]
pub(super) fn edition_ratify(desk: State<'_, Desk>, request: EditionRatify) -> Answer<EditionView> {
    Ok(desk.edition_ratify(&request)?)
}

#[tauri::command(async)]
pub(super) fn edition_publish(desk: State<'_, Desk>, request: EditionPublish) -> Answer<EditionView> {
    Ok(desk.edition_publish(&request)?)
}

#[tauri::command(async)]
pub(super) fn items_export(desk: State<'_, Desk>, request: ItemsExport) -> Answer<FileWritten> {
    Ok(desk.items_export(&request)?)
}
