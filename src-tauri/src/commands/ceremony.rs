//! The commands of ceremonies and draws.

use sunlot_app::Desk;
use sunlot_app::ceremony::{
    AmendChoices, AmendPreview, CeremoniesView, CeremonyArchive, CeremonyCard, CeremonyChecklist,
    CeremonyDrop, CeremonyEnvelope, CeremonyId, CeremonyNote, CeremonyNumber, CeremonyPaper, CeremonyPrepare,
    CeremonyPublish, CeremonySave, CeremonySeal, CeremonySign, CeremonyView, CeremonyVoid, DrawAmend,
    DrawPublished, DrawRows, DrawRowsRequest, StageShow, StageTyping, StageView,
};
use sunlot_app::paper::PaperMade;
use tauri::State;

use super::Answer;

#[tauri::command(async)]
pub(super) fn ceremonies_view(desk: State<'_, Desk>) -> Answer<CeremoniesView> {
    Ok(desk.ceremonies_view()?)
}

#[tauri::command(async)]
pub(super) fn ceremony_view(desk: State<'_, Desk>, request: CeremonyId) -> Answer<CeremonyView> {
    Ok(desk.ceremony_view(&request)?)
}

#[tauri::command(async)]
pub(super) fn ceremony_checklist(desk: State<'_, Desk>, request: CeremonyId) -> Answer<CeremonyChecklist> {
    Ok(desk.ceremony_checklist(&request)?)
}

#[tauri::command(async)]
pub(super) fn ceremony_prepare(desk: State<'_, Desk>, request: CeremonyPrepare) -> Answer<CeremonyView> {
    Ok(desk.ceremony_prepare(&request)?)
}

#[tauri::command(async)]
pub(super) fn ceremony_save(desk: State<'_, Desk>, request: CeremonySave) -> Answer<CeremonyView> {
    Ok(desk.ceremony_save(&request)?)
}

#[tauri::command(async)]
pub(super) fn ceremony_drop(desk: State<'_, Desk>, request: CeremonyDrop) -> Answer<CeremonyView> {
    Ok(desk.ceremony_drop(&request)?)
}

#[tauri::command(async)]
pub(super) fn ceremony_seal(desk: State<'_, Desk>, request: CeremonySeal) -> Answer<CeremonyView> {
    Ok(desk.ceremony_seal(&request)?)
}

#[tauri::command(async)]
pub(super) fn rehearsal_seal(desk: State<'_, Desk>, request: CeremonySeal) -> Answer<CeremonyView> {
    Ok(desk.rehearsal_seal(&request)?)
}

#[tauri::command(async)]
pub(super) fn ceremony_card(desk: State<'_, Desk>, request: CeremonyCard) -> Answer<CeremonyView> {
    Ok(desk.ceremony_card(&request)?)
}

#[tauri::command(async)]
pub(super) fn ceremony_turn(desk: State<'_, Desk>, request: CeremonyId) -> Answer<CeremonyView> {
    Ok(desk.ceremony_turn(&request)?)
}

#[tauri::command(async)]
pub(super) fn ceremony_number(desk: State<'_, Desk>, request: CeremonyNumber) -> Answer<CeremonyView> {
    Ok(desk.ceremony_number(&request)?)
}

#[tauri::command(async)]
pub(super) fn ceremony_confirm(desk: State<'_, Desk>, request: CeremonyNumber) -> Answer<CeremonyView> {
    Ok(desk.ceremony_confirm(&request)?)
}

#[tauri::command(async)]
pub(super) fn ceremony_void(desk: State<'_, Desk>, request: CeremonyVoid) -> Answer<CeremonyView> {
    Ok(desk.ceremony_void(&request)?)
}

#[tauri::command(async)]
pub(super) fn rehearsal_void(desk: State<'_, Desk>, request: CeremonyVoid) -> Answer<CeremonyView> {
    Ok(desk.rehearsal_void(&request)?)
}

#[tauri::command(async)]
pub(super) fn ceremony_note(desk: State<'_, Desk>, request: CeremonyNote) -> Answer<CeremonyView> {
    Ok(desk.ceremony_note(&request)?)
}

#[tauri::command(async)]
pub(super) fn ceremony_sign(desk: State<'_, Desk>, request: CeremonySign) -> Answer<CeremonyView> {
    Ok(desk.ceremony_sign(&request)?)
}

#[tauri::command(async)]
pub(super) fn ceremony_archive(desk: State<'_, Desk>, request: CeremonyArchive) -> Answer<CeremonyView> {
    Ok(desk.ceremony_archive(&request)?)
}

#[tauri::command(async)]
pub(super) fn draw_rows(desk: State<'_, Desk>, request: DrawRowsRequest) -> Answer<DrawRows> {
    Ok(desk.draw_rows(&request)?)
}

#[tauri::command(async)]
pub(super) fn draw_amend_choices(desk: State<'_, Desk>, request: CeremonyId) -> Answer<AmendChoices> {
    Ok(desk.draw_amend_choices(&request)?)
}

#[tauri::command(async)]
pub(super) fn draw_amend_check(desk: State<'_, Desk>, request: DrawAmend) -> Answer<AmendPreview> {
    Ok(desk.draw_amend_check(&request)?)
}

#[tauri::command(async)]
pub(super) fn draw_amend(desk: State<'_, Desk>, request: DrawAmend) -> Answer<CeremonyView> {
    Ok(desk.draw_amend(&request)?)
}

#[tauri::command(async)]
pub(super) fn rehearsal_amend(desk: State<'_, Desk>, request: DrawAmend) -> Answer<CeremonyView> {
    Ok(desk.rehearsal_amend(&request)?)
}

#[tauri::command(async)]
pub(super) fn stage_view(desk: State<'_, Desk>) -> Answer<StageView> {
    Ok(desk.stage_view()?)
}

#[tauri::command(async)]
pub(super) fn stage_show(desk: State<'_, Desk>, request: StageShow) -> Answer<StageView> {
    Ok(desk.stage_show(&request)?)
}

#[tauri::command(async)]
pub(super) fn stage_typing(desk: State<'_, Desk>, request: StageTyping) -> Answer<()> {
    Ok(desk.stage_typing(&request)?)
}

#[tauri::command(async)]
pub(super) fn ceremony_paper(desk: State<'_, Desk>, request: CeremonyPaper) -> Answer<PaperMade> {
    Ok(desk.ceremony_paper(&request)?)
}

#[tauri::command(async)]
pub(super) fn ceremony_envelope(desk: State<'_, Desk>, request: CeremonyEnvelope) -> Answer<PaperMade> {
    Ok(desk.ceremony_envelope(&request)?)
}

#[tauri::command(async)]
pub(super) fn rehearsal_envelope(desk: State<'_, Desk>, request: CeremonyEnvelope) -> Answer<PaperMade> {
    Ok(desk.rehearsal_envelope(&request)?)
}

#[tauri::command(async)]
pub(super) fn ceremony_publish(desk: State<'_, Desk>, request: CeremonyPublish) -> Answer<DrawPublished> {
    Ok(desk.ceremony_publish(&request)?)
}
