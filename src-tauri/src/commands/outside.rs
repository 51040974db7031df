//! The commands of draws that another system made.

use sunlot_app::Desk;
use sunlot_app::outside::{
    OutsideDrawFile, OutsideDrawOpen, OutsideDrawView, OutsideDrawWithdraw, OutsideDrawsView, OutsideLooked,
    OutsideTake,
};
use sunlot_app::rules::AttachmentSaved;
use tauri::State;

use super::Answer;

#[tauri::command(async)]
pub(super) fn outside_draws_view(desk: State<'_, Desk>) -> Answer<OutsideDrawsView> {
    Ok(desk.outside_draws_view()?)
}

#[tauri::command(async)]
pub(super) fn outside_draw_look(desk: State<'_, Desk>, request: OutsideTake) -> Answer<OutsideLooked> {
    Ok(desk.outside_draw_look(&request)?)
}

#[tauri::command(async)]
pub(super) fn outside_draw_take(desk: State<'_, Desk>, request: OutsideTake) -> Answer<OutsideDrawView> {
    Ok(desk.outside_draw_take(&request)?)
}

#[tauri::command(async)]
pub(super) fn outside_draw_open(desk: State<'_, Desk>, request: OutsideDrawOpen) -> Answer<OutsideDrawView> {
    Ok(desk.outside_draw_open(&request)?)
}

#[tauri::command(async)]
pub(super) fn outside_draw_withdraw(
    desk: State<'_, Desk>,
    request: OutsideDrawWithdraw,
) -> Answer<OutsideDrawView> {
    Ok(desk.outside_draw_withdraw(&request)?)
}

#[tauri::command(async)]
pub(super) fn outside_draw_file(desk: State<'_, Desk>, request: OutsideDrawFile) -> Answer<AttachmentSaved> {
    Ok(desk.outside_draw_file(&request)?)
}
