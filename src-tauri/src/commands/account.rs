//! The commands of accounts: entering, passwords, and who may enter.

use sunlot_app::account::{
    AccountAdd, AccountChange, AccountEnter, AccountRecover, AccountReset, AccountUnlock, AccountsBegin,
    AccountsBegun, AccountsCheck, AccountsView, IdleSave, OwnPassword, OwnRecovery, RecoveryCode,
    RecoveryPaper,
};
use sunlot_app::paper::PaperMade;
use sunlot_app::{ConsoleView, Desk};
use tauri::State;

use super::Answer;

#[tauri::command(async)]
pub(super) fn accounts_view(desk: State<'_, Desk>) -> Answer<AccountsView> {
    Ok(desk.accounts_view()?)
}

#[tauri::command(async)]
pub(super) fn accounts_check(desk: State<'_, Desk>, request: AccountsBegin) -> Answer<AccountsCheck> {
    Ok(desk.accounts_check(&request)?)
}

#[tauri::command(async)]
pub(super) fn accounts_begin(desk: State<'_, Desk>, request: AccountsBegin) -> Answer<AccountsBegun> {
    Ok(desk.accounts_begin(&request)?)
}

#[tauri::command(async)]
pub(super) fn account_enter(desk: State<'_, Desk>, request: AccountEnter) -> Answer<ConsoleView> {
    Ok(desk.account_enter(&request)?)
}

#[tauri::command(async)]
pub(super) fn account_leave(desk: State<'_, Desk>) -> Answer<ConsoleView> {
    Ok(desk.account_leave()?)
}

#[tauri::command(async)]
pub(super) fn account_lock(desk: State<'_, Desk>) -> Answer<ConsoleView> {
    Ok(desk.account_lock()?)
}

#[tauri::command(async)]
pub(super) fn account_recover(desk: State<'_, Desk>, request: AccountRecover) -> Answer<RecoveryCode> {
    Ok(desk.account_recover(&request)?)
}

#[tauri::command(async)]
pub(super) fn account_password(desk: State<'_, Desk>, request: OwnPassword) -> Answer<ConsoleView> {
    Ok(desk.account_password(&request)?)
}

#[tauri::command(async)]
pub(super) fn account_recovery_make(desk: State<'_, Desk>, request: OwnRecovery) -> Answer<RecoveryCode> {
    Ok(desk.account_recovery_make(&request)?)
}

#[tauri::command(async)]
pub(super) fn account_recovery_paper(desk: State<'_, Desk>, request: RecoveryPaper) -> Answer<PaperMade> {
    Ok(desk.account_recovery_paper(&request)?)
}

#[tauri::command(async)]
pub(super) fn account_add(desk: State<'_, Desk>, request: AccountAdd) -> Answer<AccountsView> {
    Ok(desk.account_add(&request)?)
}

#[tauri::command(async)]
pub(super) fn account_change(desk: State<'_, Desk>, request: AccountChange) -> Answer<AccountsView> {
    Ok(desk.account_change(&request)?)
}

#[tauri::command(async)]
pub(super) fn account_reset(desk: State<'_, Desk>, request: AccountReset) -> Answer<AccountsView> {
    Ok(desk.account_reset(&request)?)
}

#[tauri::command(async)]
pub(super) fn account_unlock(desk: State<'_, Desk>, request: AccountUnlock) -> Answer<AccountsView> {
    Ok(desk.account_unlock(&request)?)
}

#[tauri::command(async)]
pub(super) fn idle_save(desk: State<'_, Desk>, request: IdleSave) -> Answer<ConsoleView> {
    Ok(desk.idle_save(&request)?)
}
