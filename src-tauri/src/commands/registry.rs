//! The commands of the registries: targets, and the rosters that are taken over.

use sunlot_app::Desk;
use sunlot_app::import::{
    FileWritten, ImportAccept, ImportCompare, ImportCompared, ImportDecide, ImportDone, ImportGroups,
    ImportLook, ImportNumber, ImportProblems, ImportProgress, ImportRows, ImportRowsRequest, ImportSource,
};
use sunlot_app::registry::FormChecked;
use sunlot_app::sample::SampleOpened;
use sunlot_app::target::{
    InquiryAdd, InquiryWithdraw, RiskGrade, RiskGraded, RosterTemplate, TargetFlagAdd, TargetFlagEnd,
    TargetId, TargetMembership, TargetSave, TargetView, TargetsBulk, TargetsBulkView, TargetsChoices,
    TargetsExport, TargetsRequest, TargetsView, VisitAdd, VisitWithdraw,
};
use tauri::State;

use super::Answer;

#[tauri::command(async)]
pub(super) fn sample_open(desk: State<'_, Desk>) -> Answer<SampleOpened> {
    Ok(desk.sample_open()?)
}

#[tauri::command(async)]
pub(super) fn targets_view(desk: State<'_, Desk>, request: TargetsRequest) -> Answer<TargetsView> {
    Ok(desk.targets_view(&request)?)
}

#[tauri::command(async)]
pub(super) fn targets_choices(desk: State<'_, Desk>) -> Answer<TargetsChoices> {
    Ok(desk.targets_choices()?)
}

#[tauri::command(async)]
pub(super) fn target_open(desk: State<'_, Desk>, request: TargetId) -> Answer<TargetView> {
    Ok(desk.target_open(&request)?)
}

#[tauri::command(async)]
pub(super) fn target_check(desk: State<'_, Desk>, request: TargetSave) -> Answer<FormChecked> {
    Ok(desk.target_check(&request)?)
}

#[tauri::command(async)]
pub(super) fn target_save(desk: State<'_, Desk>, request: TargetSave) -> Answer<TargetView> {
    Ok(desk.target_save(&request)?)
}

#[tauri::command(async)]
pub(super) fn target_membership(desk: State<'_, Desk>, request: TargetMembership) -> Answer<TargetView> {
    Ok(desk.target_membership(&request)?)
}

#[tauri::command(async)]
pub(super) fn targets_bulk_check(desk: State<'_, Desk>, request: TargetsBulk) -> Answer<TargetsBulkView> {
    Ok(desk.targets_bulk_check(&request)?)
}

#[tauri::command(async)]
pub(super) fn targets_bulk_save(desk: State<'_, Desk>, request: TargetsBulk) -> Answer<TargetsBulkView> {
    Ok(desk.targets_bulk_save(&request)?)
}

#[tauri::command(async)]
pub(super) fn target_flag_add(desk: State<'_, Desk>, request: TargetFlagAdd) -> Answer<TargetView> {
    Ok(desk.target_flag_add(&request)?)
}

#[tauri::command(async)]
pub(super) fn target_flag_end(desk: State<'_, Desk>, request: TargetFlagEnd) -> Answer<TargetView> {
    Ok(desk.target_flag_end(&request)?)
}

#[tauri::command(async)]
pub(super) fn risk_check(desk: State<'_, Desk>, request: RiskGrade) -> Answer<RiskGraded> {
    Ok(desk.risk_check(&request)?)
}

#[tauri::command(async)]
pub(super) fn risk_grade(desk: State<'_, Desk>, request: RiskGrade) -> Answer<TargetView> {
    Ok(desk.risk_grade(&request)?)
}

#[tauri::command(async)]
pub(super) fn inquiry_add(desk: State<'_, Desk>, request: InquiryAdd) -> Answer<TargetView> {
    Ok(desk.inquiry_add(&request)?)
}

#[tauri::command(async)]
pub(super) fn inquiry_withdraw(desk: State<'_, Desk>, request: InquiryWithdraw) -> Answer<TargetView> {
    Ok(desk.inquiry_withdraw(&request)?)
}

#[tauri::command(async)]
pub(super) fn visit_add(desk: State<'_, Desk>, request: VisitAdd) -> Answer<TargetView> {
    Ok(desk.visit_add(&request)?)
}

#[tauri::command(async)]
pub(super) fn visit_withdraw(desk: State<'_, Desk>, request: VisitWithdraw) -> Answer<TargetView> {
    Ok(desk.visit_withdraw(&request)?)
}

#[tauri::command(async)]
pub(super) fn import_look(desk: State<'_, Desk>, request: ImportSource) -> Answer<ImportLook> {
    Ok(desk.import_look(&request)?)
}

#[tauri::command(async)]
pub(super) fn import_compare(desk: State<'_, Desk>, request: ImportCompare) -> Answer<ImportCompared> {
    Ok(desk.import_compare(&request)?)
}

#[tauri::command(async)]
pub(super) fn import_rows(desk: State<'_, Desk>, request: ImportRowsRequest) -> Answer<ImportRows> {
    Ok(desk.import_rows(&request)?)
}

#[tauri::command(async)]
pub(super) fn import_groups(desk: State<'_, Desk>, request: ImportNumber) -> Answer<ImportGroups> {
    Ok(desk.import_groups(&request)?)
}

#[tauri::command(async)]
pub(super) fn import_decide(desk: State<'_, Desk>, request: ImportDecide) -> Answer<ImportCompared> {
    Ok(desk.import_decide(&request)?)
}

#[tauri::command(async)]
pub(super) fn import_accept(desk: State<'_, Desk>, request: ImportAccept) -> Answer<ImportDone> {
    Ok(desk.import_accept(&request)?)
}

#[tauri::command(async)]
pub(super) fn import_problems(desk: State<'_, Desk>, request: ImportProblems) -> Answer<FileWritten> {
    Ok(desk.import_problems(&request)?)
}

#[tauri::command(async)]
pub(super) fn import_forget(desk: State<'_, Desk>, request: ImportNumber) -> Answer<()> {
    Ok(desk.import_forget(&request)?)
}

#[tauri::command(async)]
pub(super) fn import_progress(desk: State<'_, Desk>) -> Option<ImportProgress> {
    desk.import_progress()
}

#[tauri::command(async)]
pub(super) fn import_stop(desk: State<'_, Desk>) {
    desk.import_stop();
}

#[tauri::command(async)]
pub(super) fn targets_export(desk: State<'_, Desk>, request: TargetsExport) -> Answer<FileWritten> {
    Ok(desk.targets_export(&request)?)
}

#[tauri::command(async)]
pub(super) fn roster_template(desk: State<'_, Desk>, request: RosterTemplate) -> Answer<FileWritten> {
    Ok(desk.roster_template(&request)?)
}

#[tauri::command(async)]
pub(super) fn import_reread(desk: State<'_, Desk>, request: ImportCompare) -> Answer<ImportLook> {
    Ok(desk.import_reread(&request)?)
}
