//! The commands of plans.

use sunlot_app::Desk;
use sunlot_app::import::FileWritten;
use sunlot_app::paper::PaperMade;
use sunlot_app::plan::{
    PlanBase, PlanBased, PlanChecked, PlanExport, PlanId, PlanMove, PlanPaper, PlanRead, PlanReading,
    PlanSave, PlanView, PlansView,
};
use tauri::State;

use super::Answer;

#[tauri::command(async)]
pub(super) fn plans_view(desk: State<'_, Desk>) -> Answer<PlansView> {
    Ok(desk.plans_view()?)
}

#[tauri::command(async)]
pub(super) fn plan_open(desk: State<'_, Desk>, request: PlanId) -> Answer<PlanView> {
    Ok(desk.plan_open(&request)?)
}

#[tauri::command(async)]
pub(super) fn plan_check(desk: State<'_, Desk>, request: PlanSave) -> Answer<PlanChecked> {
    Ok(desk.plan_check(&request)?)
}

#[tauri::command(async)]
pub(super) fn plan_save(desk: State<'_, Desk>, request: PlanSave) -> Answer<PlanView> {
    Ok(desk.plan_save(&request)?)
}

#[tauri::command(async)]
pub(super) fn plan_move(desk: State<'_, Desk>, request: PlanMove) -> Answer<PlanView> {
    Ok(desk.plan_move(&request)?)
}

#[tauri::command(async)]
pub(super) fn plan_read(desk: State<'_, Desk>, request: PlanRead) -> Answer<PlanReading> {
    Ok(desk.plan_read(&request)?)
}

#[tauri::command(async)]
pub(super) fn plan_base(desk: State<'_, Desk>, request: PlanBase) -> Answer<PlanBased> {
    Ok(desk.plan_base(&request)?)
}

#[tauri::command(async)]
pub(super) fn plan_export(desk: State<'_, Desk>, request: PlanExport) -> Answer<FileWritten> {
    Ok(desk.plan_export(&request)?)
}

#[tauri::command(async)]
pub(super) fn plan_paper(desk: State<'_, Desk>, request: PlanPaper) -> Answer<PaperMade> {
    Ok(desk.plan_paper(&request)?)
}
