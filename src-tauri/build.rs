//! Declares the commands that a window may be allowed; what is not declared here cannot be called at all.

use tauri_build::{AppManifest, Attributes, try_build};

/// The commands of the console, as `sunlot-app` lists them.
const CONSOLE: &[&str] = &[
    "console_view",
    "console_ready",
    "console_stir",
    "office_profile",
    "office_profile_check",
    "office_profile_save",
    "accounts_view",
    "accounts_check",
    "accounts_begin",
    "account_enter",
    "account_leave",
    "account_lock",
    "account_recover",
    "account_password",
    "account_recovery_make",
    "account_recovery_paper",
    "account_add",
    "account_change",
    "account_reset",
    "account_unlock",
    "printers_view",
    "diagnostics_view",
    "diagnostics_save",
    "station_view",
    "station_sheet",
    "station_make",
    "station_rotate",
    "station_report_lost",
    "station_revoke",
    "station_rewrap",
    "trail_view",
    "trail_verify",
    "trail_standing",
    "anchor_acknowledge",
    "trail_find",
    "trail_choices",
    "trail_entry",
    "trail_export",
    "trail_paper",
    "trail_flags",
    "flags_seen",
    "trail_progress",
    "trail_stop",
    "backup_view",
    "backup_create",
    "backup_progress",
    "backup_stop",
    "backup_settings_save",
    "backup_verify",
    "backup_inspect",
    "backup_restore",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    try_build(Attributes::new().app_manifest(AppManifest::new().commands(CONSOLE)))?;
    Ok(())
}
