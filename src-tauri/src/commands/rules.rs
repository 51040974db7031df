//! The commands of rule profiles.

use sunlot_app::Desk;
use sunlot_app::registry::FormChecked;
use sunlot_app::rules::{
    AttachmentSaved, RulesAttach, RulesAttachmentSave, RulesDetach, RulesId, RulesOpened, RulesSave,
    RulesView,
};
use tauri::State;

use super::Answer;

#[tauri::command(async)]
pub(super) fn rules_view(desk: State<'_, Desk>) -> Answer<RulesView> {
    Ok(desk.rules_view()?)
}

#[tauri::command(async)]
pub(super) fn rules_open(desk: State<'_, Desk>, request: RulesId) -> Answer<RulesOpened> {
    Ok(desk.rules_open(&request)?)
}

#[tauri::command(async)]
pub(super) fn rules_check(desk: State<'_, Desk>, request: RulesSave) -> Answer<FormChecked> {
    Ok(desk.rules_check(&request)?)
}

#[tauri::command(async)]
pub(super) fn rules_save(desk: State<'_, Desk>, request: RulesSave) -> Answer<RulesOpened> {
    Ok(desk.rules_save(&request)?)
}

#[tauri::command(async)]
pub(super) fn rules_attach(desk: State<'_, Desk>, request: RulesAttach) -> Answer<RulesOpened> {
    Ok(desk.rules_attach(&request)?)
}

#[tauri::command(async)]
pub(super) fn rules_detach(desk: State<'_, Desk>, request: RulesDetach) -> Answer<RulesOpened> {
    Ok(desk.rules_detach(&request)?)
}

#[tauri::command(async)]
pub(super) fn rules_attachment_save(
    desk: State<'_, Desk>,
    request: RulesAttachmentSave,
) -> Answer<AttachmentSaved> {
    Ok(desk.rules_attachment_save(&request)?)
}
