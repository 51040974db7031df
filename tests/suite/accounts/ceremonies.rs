//! The acts of ceremonies and draws, asked for in a way that comes to nothing: for the table of permits.

use sunlot_app::account::Second;
use sunlot_app::ceremony::{
    CeremonyArchive, CeremonyCard, CeremonyDrop, CeremonyEnvelope, CeremonyId, CeremonyNote, CeremonyNumber,
    CeremonyPaper, CeremonyPrepare, CeremonyPublish, CeremonySave, CeremonySeal, CeremonySign, CeremonyVoid,
    DrawAmend, DrawRowsRequest, RoomPaper, StageShow, StageTyping,
};
use sunlot_app::commands::Act;
use sunlot_app::paper::PaperWay;
use sunlot_app::{Desk, Result};

/// Asks for an act that takes two; `None`: it is none of these.
pub fn ask_two(desk: &Desk, act: Act, second: Option<Second>) -> Option<Result<()>> {
    let seal = CeremonySeal {
        second: second.clone(),
        ..CeremonySeal::default()
    };
    let void = CeremonyVoid {
        second: second.clone(),
        ..CeremonyVoid::default()
    };
    let envelope = CeremonyEnvelope {
        second: second.clone(),
        ..CeremonyEnvelope::default()
    };
    let amend = DrawAmend {
        second,
        ..DrawAmend::default()
    };
    Some(match act {
        Act::CeremonySeal => desk.ceremony_seal(&seal).map(drop),
        Act::CeremonyEnvelope => desk.ceremony_envelope(&envelope).map(drop),
        Act::CeremonyVoid => desk.ceremony_void(&void).map(drop),
        Act::DrawAmend => desk.draw_amend(&amend).map(drop),
        _ => return None,
    })
}

/// Asks for an act.
pub fn ask(desk: &Desk, act: Act) -> Result<()> {
    let id = CeremonyId { id: 1 };
    match act {
        Act::CeremoniesView => desk.ceremonies_view().map(drop),
        Act::CeremonyView => desk.ceremony_view(&id).map(drop),
        Act::CeremonyChecklist => desk.ceremony_checklist(&id).map(drop),
        Act::CeremonyPrepare => desk.ceremony_prepare(&CeremonyPrepare::default()).map(drop),
        Act::CeremonySave => desk.ceremony_save(&CeremonySave::default()).map(drop),
        Act::CeremonyDrop => desk.ceremony_drop(&CeremonyDrop::default()).map(drop),
        Act::RehearsalSeal => desk.rehearsal_seal(&CeremonySeal::default()).map(drop),
        Act::CeremonyCard => desk.ceremony_card(&CeremonyCard::default()).map(drop),
        Act::CeremonyTurn => desk.ceremony_turn(&id).map(drop),
        Act::CeremonyNumber => desk.ceremony_number(&CeremonyNumber::default()).map(drop),
        Act::CeremonyConfirm => desk.ceremony_confirm(&CeremonyNumber::default()).map(drop),
        Act::RehearsalVoid => desk.rehearsal_void(&CeremonyVoid::default()).map(drop),
        Act::CeremonyNote => desk.ceremony_note(&CeremonyNote::default()).map(drop),
        Act::CeremonySign => desk.ceremony_sign(&CeremonySign::default()).map(drop),
        Act::CeremonyArchive => desk.ceremony_archive(&CeremonyArchive::default()).map(drop),
        Act::RehearsalEnvelope => desk.rehearsal_envelope(&CeremonyEnvelope::default()).map(drop),
        Act::CeremonyPaper => desk
            .ceremony_paper(&CeremonyPaper {
                id: 1,
                paper: RoomPaper::SealSheet,
                way: PaperWay::Save { file: None },
            })
            .map(drop),
        Act::CeremonyPublish => desk.ceremony_publish(&CeremonyPublish::default()).map(drop),
        Act::DrawRows => desk.draw_rows(&DrawRowsRequest::default()).map(drop),
        Act::DrawAmendChoices => desk.draw_amend_choices(&id).map(drop),
        Act::DrawAmendCheck => desk.draw_amend_check(&DrawAmend::default()).map(drop),
        Act::RehearsalAmend => desk.rehearsal_amend(&DrawAmend::default()).map(drop),
        Act::StageView => desk.stage_view().map(drop),
        Act::StageShow => desk.stage_show(&StageShow::default()).map(drop),
        Act::StageTyping => desk.stage_typing(&StageTyping::default()),
        other => super::rules::ask(desk, other),
    }
}
