//! One command per use case, each one call. Their names stand in `sunlot_app::commands` and in `build.rs`.

mod account;
mod ceremony;
mod inspectors;
mod items;
mod outside;
mod plans;
mod registry;
mod rules;
mod task;

use sunlot_app::anchor::{
    AnchorAcknowledge, AnchorCheck, AnchorFile, AnchorWrite, AnchorWritten, TrailStanding,
};
use sunlot_app::backup::{
    BackupChecked, BackupDone, BackupFile, BackupInspected, BackupProgress, BackupRequest, BackupRestore,
    BackupRestored, BackupSettings, BackupView,
};
use sunlot_app::diagnostics::{DiagnosticsSaved, DiagnosticsView};
use sunlot_app::office::{OfficeProfile, OfficeProfileCheck, OfficeProfileSaved, OfficeProfileView};
use sunlot_app::paper::{PaperMade, PaperWay, PrintersView};
use sunlot_app::personal::{
    PersonalErase, PersonalErased, PersonalKeep, PersonalShow, PersonalShown, PersonalView,
};
use sunlot_app::picker::{FileChoose, FileChosen};
use sunlot_app::stage_window::{StageOpen, StageWindow};
use sunlot_app::station::{
    StationMake, StationReportLost, StationRevoke, StationRewrap, StationRotate, StationView,
};
use sunlot_app::trail::{
    FlagsRequest, FlagsSeen, FlagsView, TrailChoices, TrailDetail, TrailExport, TrailExported, TrailFilter,
    TrailFound, TrailPaper, TrailProgress, TrailRequest, TrailSeq, TrailVerdict, TrailView,
};
use sunlot_app::{ConsoleView, Desk, Failure};
use tauri::ipc::Invoke;
use tauri::{AppHandle, State, WebviewWindow, Wry};

use crate::console;
use crate::stage::Stage;

type Answer<T> = Result<T, Failure>;

pub(crate) fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        console_view,
        console_ready,
        console_stir,
        stage_open,
        office_profile,
        office_profile_check,
        office_profile_save,
        account::accounts_view,
        account::accounts_check,
        account::accounts_begin,
        account::account_enter,
        account::account_leave,
        account::account_lock,
        account::account_recover,
        account::account_password,
        account::account_recovery_make,
        account::account_recovery_paper,
        account::account_add,
        account::account_change,
        account::account_reset,
        account::account_unlock,
        account::idle_save,
        personal_view,
        personal_keep,
        personal_show,
        personal_erase,
        file_choose,
        registry::sample_open,
        registry::targets_view,
        registry::targets_choices,
        registry::target_open,
        registry::target_check,
        registry::target_save,
        registry::target_membership,
        registry::targets_bulk_check,
        registry::targets_bulk_save,
        registry::target_flag_add,
        registry::target_flag_end,
        registry::risk_check,
        registry::risk_grade,
        registry::inquiry_add,
        registry::inquiry_withdraw,
        registry::visit_add,
        registry::visit_withdraw,
        items::items_view,
        items::items_choices,
        items::item_open,
        items::item_check,
        items::item_save,
        items::item_membership,
        items::starters_take,
        items::catalog_check,
        items::catalog_diff,
        items::edition_open,
        items::edition_submit,
        items::edition_return,
        items::edition_ratify,
        items::edition_publish,
        task::tasks_view,
        task::task_choices,
        task::task_open,
        task::task_check,
        task::task_save,
        task::task_approve,
        task::task_cancel,
        task::task_pool,
        task::task_pool_rows,
        task::task_pool_export,
        task::task_explain,
        task::task_crews,
        task::task_merged,
        task::task_fairness,
        task::task_announce,
        task::notice_paper,
        task::task_manifest,
        task::target_exclude,
        task::target_include,
        task::task_borrow,
        task::task_joint_send,
        task::task_joint_look,
        task::task_joint_take,
        task::task_give_back,
        task::recusal_ask,
        task::recusal_decide,
        task::recusal_withdraw,
        ceremony::ceremonies_view,
        ceremony::ceremony_view,
        ceremony::ceremony_checklist,
        ceremony::ceremony_prepare,
        ceremony::ceremony_save,
        ceremony::ceremony_drop,
        ceremony::ceremony_seal,
        ceremony::rehearsal_seal,
        ceremony::ceremony_card,
        ceremony::ceremony_turn,
        ceremony::ceremony_number,
        ceremony::ceremony_confirm,
        ceremony::ceremony_void,
        ceremony::rehearsal_void,
        ceremony::ceremony_note,
        ceremony::ceremony_sign,
        ceremony::ceremony_archive,
        ceremony::ceremony_paper,
        ceremony::ceremony_envelope,
        ceremony::rehearsal_envelope,
        ceremony::ceremony_publish,
        ceremony::draw_rows,
        ceremony::draw_amend_choices,
        ceremony::draw_amend_check,
        ceremony::draw_amend,
        ceremony::rehearsal_amend,
        ceremony::stage_view,
        ceremony::stage_show,
        ceremony::stage_typing,
        outside::outside_draws_view,
        outside::outside_draw_look,
        outside::outside_draw_take,
        outside::outside_draw_open,
        outside::outside_draw_withdraw,
        outside::outside_draw_file,
        items::items_export,
        rules::rules_view,
        rules::rules_open,
        rules::rules_check,
        rules::rules_save,
        rules::rules_attach,
        rules::rules_detach,
        rules::rules_attachment_save,
        registry::targets_export,
        plans::plans_view,
        plans::plan_open,
        plans::plan_check,
        plans::plan_save,
        plans::plan_move,
        plans::plan_read,
        plans::plan_base,
        plans::plan_export,
        plans::plan_paper,
        inspectors::inspectors_view,
        inspectors::inspectors_choices,
        inspectors::inspector_open,
        inspectors::inspector_check,
        inspectors::inspector_save,
        inspectors::inspector_membership,
        inspectors::conflicts_view,
        inspectors::conflict_add,
        inspectors::conflict_end,
        inspectors::rotation_save,
        inspectors::inspectors_export,
        registry::roster_template,
        registry::import_reread,
        registry::import_look,
        registry::import_compare,
        registry::import_rows,
        registry::import_groups,
        registry::import_decide,
        registry::import_accept,
        registry::import_problems,
        registry::import_forget,
        registry::import_progress,
        registry::import_stop,
        printers_view,
        diagnostics_view,
        diagnostics_save,
        station_view,
        station_sheet,
        station_make,
        station_rotate,
        station_report_lost,
        station_revoke,
        station_rewrap,
        trail_view,
        trail_verify,
        trail_standing,
        anchor_acknowledge,
        anchor_write,
        anchor_check,
        trail_find,
        trail_choices,
        trail_entry,
        trail_export,
        trail_paper,
        trail_flags,
        flags_seen,
        trail_progress,
        trail_stop,
        backup_view,
        backup_create,
        backup_progress,
        backup_stop,
        backup_settings_save,
        backup_verify,
        backup_inspect,
        backup_restore,
    ]
}

#[tauri::command(async)]
fn console_view(desk: State<'_, Desk>) -> Answer<ConsoleView> {
    Ok(desk.console_view()?)
}

#[tauri::command(async)]
fn console_ready(window: WebviewWindow) {
    console::show(&window);
}

#[tauri::command(async)]
fn console_stir(desk: State<'_, Desk>) {
    desk.console_stir();
}

#[tauri::command(async)]
fn stage_open(app: AppHandle, stage: State<'_, Stage>, request: StageOpen) -> StageWindow {
    stage.set(&app, &request)
}

#[tauri::command(async)]
fn office_profile(desk: State<'_, Desk>) -> Answer<OfficeProfileView> {
    Ok(desk.office_profile()?)
}

#[tauri::command(async)]
fn office_profile_check(desk: State<'_, Desk>, request: OfficeProfile) -> Answer<OfficeProfileCheck> {
    Ok(desk.office_profile_check(&request)?)
}

#[tauri::command(async)]
fn office_profile_save(desk: State<'_, Desk>, request: OfficeProfile) -> Answer<OfficeProfileSaved> {
    Ok(desk.office_profile_save(&request)?)
}

#[tauri::command(async)]
fn printers_view(desk: State<'_, Desk>) -> Answer<PrintersView> {
    Ok(desk.printers_view()?)
}

#[tauri::command(async)]
fn file_choose(desk: State<'_, Desk>, request: FileChoose) -> Answer<Option<FileChosen>> {
    Ok(desk.file_choose(&request)?)
}

#[tauri::command(async)]
fn diagnostics_view(desk: State<'_, Desk>) -> Answer<DiagnosticsView> {
    Ok(desk.diagnostics_view()?)
}

#[tauri::command(async)]
fn diagnostics_save(desk: State<'_, Desk>) -> Answer<DiagnosticsSaved> {
    Ok(desk.diagnostics_save(None)?)
}

#[tauri::command(async)]
fn station_view(desk: State<'_, Desk>) -> Answer<StationView> {
    Ok(desk.station_view()?)
}

#[tauri::command(async)]
fn station_sheet(desk: State<'_, Desk>, request: PaperWay) -> Answer<PaperMade> {
    Ok(desk.station_sheet(&request)?)
}

#[tauri::command(async)]
fn trail_paper(desk: State<'_, Desk>, request: TrailPaper) -> Answer<PaperMade> {
    Ok(desk.trail_paper(&request)?)
}

#[tauri::command(async)]
fn station_make(desk: State<'_, Desk>, request: StationMake) -> Answer<StationView> {
    Ok(desk.station_make(&request)?)
}

#[tauri::command(async)]
fn station_rotate(desk: State<'_, Desk>, request: StationRotate) -> Answer<StationView> {
    Ok(desk.station_rotate(&request)?)
}

#[tauri::command(async)]
fn station_report_lost(desk: State<'_, Desk>, request: StationReportLost) -> Answer<StationView> {
    Ok(desk.station_report_lost(&request)?)
}

#[tauri::command(async)]
fn station_revoke(desk: State<'_, Desk>, request: StationRevoke) -> Answer<StationView> {
    Ok(desk.station_revoke(&request)?)
}

#[tauri::command(async)]
fn station_rewrap(desk: State<'_, Desk>, request: StationRewrap) -> Answer<StationView> {
    Ok(desk.station_rewrap(&request)?)
}

#[tauri::command(async)]
fn trail_view(desk: State<'_, Desk>, request: TrailRequest) -> Answer<TrailView> {
    Ok(desk.trail_view(&request)?)
}

#[tauri::command(async)]
fn trail_verify(desk: State<'_, Desk>) -> Answer<TrailVerdict> {
    Ok(desk.trail_verify(&mut |_, _| true)?)
}

#[tauri::command(async)]
fn trail_standing(desk: State<'_, Desk>) -> Answer<TrailStanding> {
    Ok(desk.trail_standing()?)
}

#[tauri::command(async)]
fn anchor_acknowledge(desk: State<'_, Desk>, request: AnchorAcknowledge) -> Answer<TrailStanding> {
    Ok(desk.anchor_acknowledge(&request)?)
}

#[tauri::command(async)]
fn anchor_write(desk: State<'_, Desk>, request: AnchorWrite) -> Answer<AnchorWritten> {
    Ok(desk.anchor_write(&request)?)
}

#[tauri::command(async)]
fn anchor_check(desk: State<'_, Desk>, request: AnchorFile) -> Answer<AnchorCheck> {
    Ok(desk.anchor_check(&request)?)
}

#[tauri::command(async)]
fn trail_find(desk: State<'_, Desk>, request: TrailFilter) -> Answer<TrailFound> {
    Ok(desk.trail_find(&request)?)
}

#[tauri::command(async)]
fn trail_choices(desk: State<'_, Desk>) -> Answer<TrailChoices> {
    Ok(desk.trail_choices()?)
}

#[tauri::command(async)]
fn trail_entry(desk: State<'_, Desk>, request: TrailSeq) -> Answer<TrailDetail> {
    Ok(desk.trail_entry(request)?)
}

#[tauri::command(async)]
fn trail_export(desk: State<'_, Desk>, request: TrailExport) -> Answer<TrailExported> {
    Ok(desk.trail_export(&request)?)
}

#[tauri::command(async)]
fn trail_flags(desk: State<'_, Desk>, request: FlagsRequest) -> Answer<FlagsView> {
    Ok(desk.trail_flags(&request)?)
}

#[tauri::command(async)]
fn flags_seen(desk: State<'_, Desk>, request: FlagsSeen) -> Answer<FlagsView> {
    Ok(desk.flags_seen(&request)?)
}

#[tauri::command(async)]
fn trail_progress(desk: State<'_, Desk>) -> Answer<TrailProgress> {
    Ok(desk.trail_progress())
}

#[tauri::command(async)]
fn trail_stop(desk: State<'_, Desk>) {
    desk.trail_stop();
}

#[tauri::command(async)]
fn backup_view(desk: State<'_, Desk>) -> Answer<BackupView> {
    Ok(desk.backup_view()?)
}

#[tauri::command(async)]
fn backup_create(desk: State<'_, Desk>, request: BackupRequest) -> Answer<BackupDone> {
    Ok(desk.backup_create(&request, &mut |_| ())?)
}

#[tauri::command(async)]
fn backup_progress(desk: State<'_, Desk>) -> Option<BackupProgress> {
    desk.backup_progress()
}

#[tauri::command(async)]
fn backup_stop(desk: State<'_, Desk>) {
    desk.backup_stop();
}

#[tauri::command(async)]
fn backup_settings_save(desk: State<'_, Desk>, request: BackupSettings) -> Answer<BackupView> {
    Ok(desk.backup_settings_save(&request)?)
}

#[tauri::command(async)]
fn backup_verify(desk: State<'_, Desk>, request: BackupFile) -> Answer<BackupChecked> {
    Ok(desk.backup_verify(&request, &mut |_| ())?)
}

#[tauri::command(async)]
fn backup_inspect(desk: State<'_, Desk>, request: BackupFile) -> Answer<BackupInspected> {
    Ok(desk.backup_inspect(&request, &mut |_| ())?)
}

#[tauri::command(async)]
fn backup_restore(desk: State<'_, Desk>, request: BackupRestore) -> Answer<BackupRestored> {
    Ok(desk.backup_restore(&request, &mut |_| ())?)
}

#[tauri::command(async)]
fn personal_view(desk: State<'_, Desk>) -> Answer<PersonalView> {
    Ok(desk.personal_view()?)
}

#[tauri::command(async)]
fn personal_keep(desk: State<'_, Desk>, request: PersonalKeep) -> Answer<PersonalView> {
    Ok(desk.personal_keep(&request)?)
}

#[tauri::command(async)]
fn personal_show(desk: State<'_, Desk>, request: PersonalShow) -> Answer<PersonalShown> {
    Ok(desk.personal_show(&request)?)
}

#[tauri::command(async)]
fn personal_erase(desk: State<'_, Desk>, request: PersonalErase) -> Answer<PersonalErased> {
    Ok(desk.personal_erase(&request)?)
}
