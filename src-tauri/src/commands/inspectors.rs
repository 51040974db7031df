//! The commands of the registry of inspectors.

use sunlot_app::Desk;
use sunlot_app::import::FileWritten;
use sunlot_app::inspector::{
    ConflictAdd, ConflictEnd, ConflictsView, InspectorId, InspectorMembership, InspectorSave, InspectorView,
    InspectorsChoices, InspectorsExport, InspectorsRequest, InspectorsView, RotationSave, RotationView,
};
use sunlot_app::registry::FormChecked;
use tauri::State;

use super::Answer;

#[tauri::command(async)]
pub(super) fn inspectors_view(desk: State<'_, Desk>, request: InspectorsRequest) -> Answer<InspectorsView> {
    Ok(desk.inspectors_view(&request)?)
}

#[tauri::command(async)]
pub(super) fn inspectors_choices(desk: State<'_, Desk>) -> Answer<InspectorsChoices> {
    Ok(desk.inspectors_choices()?)
}

#[tauri::command(async)]
pub(super) fn inspector_open(desk: State<'_, Desk>, request: InspectorId) -> Answer<InspectorView> {
    Ok(desk.inspector_open(&request)?)
}

#[tauri::command(async)]
pub(super) fn inspector_check(desk: State<'_, Desk>, request: InspectorSave) -> Answer<FormChecked> {
    Ok(desk.inspector_check(&request)?)
}

#[tauri::command(async)]
pub(super) fn inspector_save(desk: State<'_, Desk>, request: InspectorSave) -> Answer<InspectorView> {
    Ok(desk.inspector_save(&request)?)
}

#[tauri::command(async)]
pub(super) fn inspector_membership(
    desk: State<'_, Desk>,
    request: InspectorMembership,
) -> Answer<InspectorView> {
    Ok(desk.inspector_membership(&request)?)
}

#[tauri::command(async)]
pub(super) fn conflicts_view(desk: State<'_, Desk>) -> Answer<ConflictsView> {
    Ok(desk.conflicts_view()?)
}

#[tauri::command(async)]
pub(super) fn conflict_add(desk: State<'_, Desk>, request: ConflictAdd) -> Answer<InspectorView> {
    Ok(desk.conflict_add(&request)?)
}

#[tauri::command(async)]
pub(super) fn conflict_end(desk: State<'_, Desk>, request: ConflictEnd) -> Answer<InspectorView> {
    Ok(desk.conflict_end(&request)?)
}

#[tauri::command(async)]
pub(super) fn rotation_save(desk: State<'_, Desk>, request: RotationSave) -> Answer<RotationView> {
    Ok(desk.rotation_save(&request)?)
}

#[tauri::command(async)]
pub(super) fn inspectors_export(desk: State<'_, Desk>, request: InspectorsExport) -> Answer<FileWritten> {
    Ok(desk.inspectors_export(&request)?)
}
