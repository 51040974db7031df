//! One command per use case, each one call. Their names stand in `sunlot_app::commands` and in `build.rs`.

use sunlot_app::office::{OfficeProfile, OfficeProfileCheck, OfficeProfileSaved, OfficeProfileView};
use sunlot_app::trail::{TrailRequest, TrailVerdict, TrailView};
use sunlot_app::{ConsoleView, Desk, Failure};
use tauri::ipc::Invoke;
use tauri::{State, WebviewWindow, Wry};

use crate::console;

type Answer<T> = Result<T, Failure>;

pub(crate) fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        console_view,
        console_ready,
        office_profile,
        office_profile_check,
        office_profile_save,
        trail_view,
        trail_verify,
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
fn office_profile(desk: State<'_, Desk>) -> Answer<OfficeProfileView> {
    Ok(desk.office_profile()?)
}

#[tauri::command(async)]
fn office_profile_check(desk: State<'_, Desk>, request: OfficeProfile) -> Answer<OfficeProfileCheck> {
    Ok(desk.office_profile_check(&request))
}

#[tauri::command(async)]
fn office_profile_save(desk: State<'_, Desk>, request: OfficeProfile) -> Answer<OfficeProfileSaved> {
    Ok(desk.office_profile_save(&request)?)
}

#[tauri::command(async)]
fn trail_view(desk: State<'_, Desk>, request: TrailRequest) -> Answer<TrailView> {
    Ok(desk.trail_view(request)?)
}

#[tauri::command(async)]
fn trail_verify(desk: State<'_, Desk>) -> Answer<TrailVerdict> {
    Ok(desk.trail_verify(&mut |_, _| ())?)
}
