//! Declares the commands that a window may be allowed; what is not declared here cannot be called at all.

use tauri_build::{AppManifest, Attributes, try_build};

/// The commands of the console, as `sunlot-app` lists them.
const CONSOLE: &[&str] = &[
    "console_view",
    "console_ready",
    "office_profile",
    "office_profile_check",
    "office_profile_save",
    "trail_view",
    "trail_verify",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    try_build(Attributes::new().app_manifest(AppManifest::new().commands(CONSOLE)))?;
    Ok(())
}
