//! One of each fault and flaw of draws of other systems, for the golden file of all texts, and their acts for the table of permits.

use sunlot_app::commands::Act;
use sunlot_app::outside::{
    OutsideDrawFile, OutsideDrawOpen, OutsideDrawWithdraw, OutsideFault, OutsideFlaw, OutsideTake,
};
use sunlot_app::{Desk, Result};

/// One of each.
pub fn outside_faults() -> Vec<OutsideFault> {
    let number = || "WB-0001".to_owned();
    let file = || "抽取结果.xlsx".to_owned();
    let record = || "record.sunlot.json".to_owned();
    vec![
        OutsideFault::OutsideInvalid { count: 2 },
        OutsideFault::OutsideMissing { asked: number() },
        OutsideFault::OutsideGone { number: number() },
        OutsideFault::OutsideThere { number: number() },
        OutsideFault::OutsideFileMoved { file: file() },
        OutsideFault::OutsideEmpty {
            file: file(),
            sheet: "Sheet1".to_owned(),
        },
        OutsideFault::OutsideLong {
            file: file(),
            most: 5_000,
        },
        OutsideFault::OutsideRehearsal { file: record() },
        OutsideFault::OutsideNothingStands { file: record() },
        OutsideFault::OutsideNamesSealed { file: record() },
        OutsideFault::OutsideTyped { number: number() },
    ]
}

/// One of each, with the place that it is about.
pub fn outside_flaws() -> Vec<(&'static str, OutsideFlaw)> {
    let found = || "安肃臧记饲料有限公司".to_owned();
    let code = || "91130609MA07L1234R".to_owned();
    vec![
        (
            "检查开始日期",
            OutsideFlaw::VisitsBeforeDraw {
                drawn_on: "2026-11-10".to_owned(),
            },
        ),
        ("抽查事项", OutsideFlaw::OutsideItemsMissing),
        ("抽中的名单", OutsideFlaw::OutsideRowsMissing),
        (
            "所属任务",
            OutsideFlaw::OutsideTaskUnknown {
                found: "RW-0009".to_owned(),
            },
        ),
        (
            "来源系统",
            OutsideFlaw::OutsideFieldUnknown {
                found: "moon".to_owned(),
            },
        ),
        ("检查对象", OutsideFlaw::DrawnUnknown { found: found() }),
        (
            "检查对象",
            OutsideFlaw::DrawnCodeUnknown {
                found: found(),
                code: code(),
            },
        ),
        (
            "检查对象",
            OutsideFlaw::DrawnOfSeveral {
                found: found(),
                count: 2,
            },
        ),
        (
            "检查对象",
            OutsideFlaw::DrawnCodeDiffers {
                found: found(),
                code: code(),
                number: "DX-000012".to_owned(),
                known: "91130609MA09T7777J".to_owned(),
            },
        ),
        ("没有对上的行", OutsideFlaw::AnswerUnknown { found: found() }),
        ("没有对上的行", OutsideFlaw::AnswerStray { row: 3 }),
        (
            "执法人员证号",
            OutsideFlaw::CertUnread {
                found: "办理中".to_owned(),
            },
        ),
    ]
}

/// Asks for an act in a way that comes to nothing.
pub fn ask(desk: &Desk, act: Act) -> Result<()> {
    let id = 1;
    match act {
        Act::OutsideDrawsView => desk.outside_draws_view().map(drop),
        Act::OutsideDrawLook => desk.outside_draw_look(&OutsideTake::default()).map(drop),
        Act::OutsideDrawTake => desk.outside_draw_take(&OutsideTake::default()).map(drop),
        Act::OutsideDrawOpen => desk.outside_draw_open(&OutsideDrawOpen { id, from: 0 }).map(drop),
        Act::OutsideDrawWithdraw => desk
            .outside_draw_withdraw(&OutsideDrawWithdraw::default())
            .map(drop),
        _ => desk.outside_draw_file(&OutsideDrawFile::default()).map(drop),
    }
}
