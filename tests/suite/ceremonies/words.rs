//! Every fault and every flaw about ceremonies, so that their wording is read at least once.

use sunlot_app::ceremony::state::State;
use sunlot_app::ceremony::{CeremonyFault, CeremonyFlaw};

/// Every fault.
pub fn ceremony_faults() -> Vec<CeremonyFault> {
    let draw = || "YH-2026-007".to_owned();
    vec![
        CeremonyFault::CeremonyInvalid { count: 2 },
        CeremonyFault::CeremonyMissing { asked: 9 },
        CeremonyFault::CeremonyMoved,
        CeremonyFault::CeremonyOpen {
            title: "烟花爆竹零售点抽查".to_owned(),
            rehearsal: false,
        },
        CeremonyFault::CeremonyStep { state: State::Sealed },
        CeremonyFault::CeremonyKind { rehearsal: true },
        CeremonyFault::TaskNotReady {
            number: "〔2026〕3号".to_owned(),
            state: "已取消".to_owned(),
        },
        CeremonyFault::TaskDrawn { draw: draw() },
        CeremonyFault::SealNotReady { count: 2 },
        CeremonyFault::StationKeysMissing,
        CeremonyFault::DrawClockBack {
            last: "2026-11-20T09:42:00+08:00".to_owned(),
        },
        CeremonyFault::SeatUnknown { seat: 7 },
        CeremonyFault::CardsNotDown { count: 2 },
        CeremonyFault::PublicNumberNotOut {
            date: "2026-11-24".to_owned(),
        },
        CeremonyFault::NumbersFirst { seats: vec![1, 3] },
        CeremonyFault::EndedBefore { draw: draw() },
        CeremonyFault::SealLost { draw: draw() },
        CeremonyFault::NotThisReason {
            label: "数据从备份恢复".to_owned(),
        },
        CeremonyFault::NumberMissing { seat: 2 },
        CeremonyFault::NumberOther { seat: 2 },
        CeremonyFault::DrawIsVoid { draw: draw() },
        CeremonyFault::RecordAltered { draw: draw() },
        CeremonyFault::CopyNeedsPrinter,
        CeremonyFault::SignedAlready { draw: draw() },
        CeremonyFault::StationKeyOther { draw: draw() },
    ]
}

/// Every flaw, with the field it stands at.
pub fn ceremony_flaws() -> Vec<(&'static str, CeremonyFlaw)> {
    let found = |found: &str| found.to_owned();
    vec![
        ("见证席位", CeremonyFlaw::SeatsMissing),
        ("见证席位", CeremonyFlaw::SeatsMany { most: 32 }),
        (
            "公开数的日期",
            CeremonyFlaw::PublicDatePast {
                found: found("2026-11-01"),
            },
        ),
        (
            "号码",
            CeremonyFlaw::DigitsUnread {
                found: found("12三4"),
            },
        ),
        ("号码", CeremonyFlaw::DigitsFew { least: 6, found: 4 }),
        ("号码", CeremonyFlaw::DigitsMany { most: 64, found: 70 }),
        ("原因", CeremonyFlaw::ReasonUnknown { found: found("x") }),
        (
            "检查对象",
            CeremonyFlaw::BasisUnknown {
                number: found("A-0003"),
            },
        ),
        (
            "检查人员",
            CeremonyFlaw::PlacesMissing {
                label: found("甲类")
            },
        ),
        ("对象", CeremonyFlaw::PlaceUnread { found: found("Z-1") }),
        (
            "检查人员",
            CeremonyFlaw::InspectorUnknown {
                found: found("13060001"),
            },
        ),
        ("递补", CeremonyFlaw::ReplacementForbidden),
        ("证明材料", CeremonyFlaw::ProofMissing),
        (
            "画面宽度",
            CeremonyFlaw::LengthUnread {
                found: found("两米")
            },
        ),
    ]
}
